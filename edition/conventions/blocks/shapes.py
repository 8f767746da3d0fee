"""What a block's shape and surroundings say of it: the shared evidence of all rules for headings and letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.conventions.blocks.addressed import names_both
from edition.conventions.blocks.dates import dateline
from edition.conventions.blocks.wording import named_division, piece
from edition.flow import Block, Flow, title_like
from edition.grouping import opens
from edition.records import cached, record
from edition.regex import regex

PROSE = 150  # characters of a block that is surely a paragraph
_LONGEST = 240  # characters of a heading
_LINES = 5
_AGAIN = 0.25  # of some short lines: those whose words others of them have
_TITLE, _USUAL_TITLE = 3, 2  # points of a title that stands below its heading, without those for the gap above
_LONGEST_TITLE = 80
_CENTRE = 0.12  # of the measure: how far from the middle a centred line may stand
_DEEP = 12  # blanks: from here on a line is set at the right or in the middle
_EMPHATIC = regex(r"(?P<mark>\*{1,3}|_{1,2})(?P<text>[^*_]+)(?P=mark)")
_OPENERS = tuple("\"'“„«»‘‹—–-―*(….")
_IMPRINT = regex(r"\b(?:printed (?:by|for|at|and)|published by|gedruckt|druck (?:von|und)|verlag|imprenta"
                 r"|imprim\w+ (?:de|par|chez)|tipografia|stampator|sold by)\b", re.I)
_REFERENCE = regex(r"(?:[.…]{2,}|\s{3,}|\b[Pp](?:age|ag)?\.?\s)\W{0,3}\d{1,4}(?:[-–]\d{1,4})?\W{0,2}\Z")

_SIGNS = regex(r"#{1,6}[ \t]")
_YEARS = regex(r"[\[(]?\d{4} ?[-–—]{1,2} ?\d{2,4}[\])]?\.?")
_CREDIT = regex(r"\[[^\[\]]*\d[^\[\]]*\]")


@record
class Shape:
    """A short block, its text without marks of emphasis around it.

    `emphatic`: whether such marks stand there. `above`, `below`: whether the gap there is wider than between
    paragraphs. `capitals`: no lower case in it. `titled`: each longer word has a capital. `centred`: in the middle of
    the measure. `inset`: whether it begins as paragraphs here do. `leads`: whether something follows it; `to_prose`:
    whether that is a paragraph, soon.
    """

    text: str
    emphatic: bool
    above: bool
    below: bool
    capitals: bool
    titled: bool
    centred: bool
    inset: bool
    leads: bool
    to_prose: bool

    @cached
    def points(self) -> int:
        """How much it looks like a heading, from its type and its surroundings; from 5 on it is one."""
        return _points(self)


class Surroundings:
    """The usual gap between the paragraphs of a flow, and what stands around a block."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._long = [block.end - block.start >= PROSE for block in flow.blocks]
        self.usual = _usual_gap(flow)
        self.stops = _stops(flow)
        self._shapes: dict[int, Shape | None] = {}

    def wide(self, block: Block | None) -> bool:
        """Whether a block stands apart from the one above; at the text's edges all does."""
        if block is None or block.number == 0:
            return True
        return block.gap > self.usual

    def adjoins(self, above: Block, block: Block) -> bool:
        """Whether nothing that others have taken stands between two blocks."""
        view = self.flow.view
        return view.origin(block.start) - view.origin(above.end - 1) <= block.start - above.end + 1

    def shape(self, block: Block) -> Shape | None:
        """What a block looks like, if it is short enough to be a heading."""
        if block.number not in self._shapes:
            self._shapes[block.number] = self._shape(block)
        return self._shapes[block.number]

    def _shape(self, block: Block) -> Shape | None:
        if block.end - block.start > _LONGEST or len(block.lines) > _LINES:
            return None
        flow = self.flow
        text = flow.text(block)
        if text[0] == "|":
            return None  # drawn, as tables are
        emphasis = _EMPHATIC.fullmatch(text) if text[0] in "*_" else None
        text = emphasis["text"] if emphasis else text
        if (not (text[:2].isalpha() and len(text) > 1) and sum(map(str.isalpha, text)) < 2) or self.set_in(block):
            return None
        below = flow.at(block.number + 1)
        return Shape(text, bool(emphasis), self.wide(block), self.wide(below), not any(map(str.islower, text)),
                     title_like(text), self._centred(block), opens(flow.page, block.lines[0]), below is not None,
                     self.prose_below(block))

    def _centred(self, block: Block) -> bool:
        measure = self.flow.page.columns
        if not measure or any(line.indent < 4 for line in block.lines) or self.set_in(block):
            return False
        middles = [line.indent + (line.end - line.start) / 2 for line in block.lines]
        return all(abs(middle - measure / 2) < _CENTRE * measure for middle in middles)

    def set_in(self, block: Block) -> bool:
        """Whether all lines of a block begin at one depth far in, and not because they are centred."""
        depth = block.lines[0].indent
        if depth - self.flow.page.margin < _DEEP or any(line.indent != depth for line in block.lines):
            return False
        return depth in self.stops or (len(block.lines) > 1
                                       and _differ([line.end - line.start for line in block.lines]))

    def adjoins_next(self, block: Block) -> bool:
        """Whether nothing that others have taken stands between a block and the next one."""
        below = self.flow.at(block.number + 1)
        return below is not None and self.adjoins(block, below)

    def adjoins_prose(self, block: Block) -> bool:
        """Whether the next block is a paragraph and nothing that others have taken stands between."""
        below = self.flow.at(block.number + 1)
        return below is not None and below.end - below.start >= PROSE and self.adjoins(block, below)

    def prose_below(self, block: Block, within: int = 3) -> bool:
        """Whether one of the next blocks is surely a paragraph."""
        return any(self._long[block.number + 1:block.number + 1 + within])


def _stops(flow: Flow) -> frozenset[int]:
    """Depths at which lines of different lengths begin: what stands there is set to it, not centred."""
    depths = defaultdict[int, list[int]](list)
    for block in flow.blocks:
        if len(block.lines) == 1 and block.lines[0].indent - flow.page.margin >= _DEEP:
            depths[block.lines[0].indent].append(block.end - block.start)
    return frozenset(depth for depth, sizes in depths.items() if len(sizes) > 2 and _differ(sizes))


def _differ(sizes: list[int]) -> bool:
    """Whether many lengths are far from the middle one: lines that are centred and begin together are equally long."""
    middle = sorted(sizes)[len(sizes) // 2]
    return sum(abs(size - middle) > 2 for size in sizes) > 0.3 * len(sizes)


def _usual_gap(flow: Flow) -> int:
    """The commonest gap between two paragraphs."""
    gaps = Counter[int]()
    for above, block in zip(flow.blocks, flow.blocks[1:], strict=False):
        if not block.foot and above.end - above.start >= PROSE <= block.end - block.start:
            gaps[block.gap] += 1
    usual = gaps.most_common(1)[0][0] if gaps else 0 if flow.page.indent else 1
    if usual:
        return usual
    # In letters the lines of openers and closers stand apart, while paragraphs follow one another without a gap.
    return 1 if flow.letters and sum(block.gap > 1 and not block.foot for block in flow.blocks) > 1 else 0


def are_marked(flow: Flow) -> bool:
    """Whether the text marks its headings as Markdown does, so that other lines are none."""
    text = flow.view.text
    marked = (_SIGNS.match(text, block.start) for block in flow.blocks if text[block.start] == "#")
    return sum(map(bool, marked)) > 1


def come_again(flow: Flow, found: list[Block]) -> bool:
    """Whether several short lines come again, as the names of those who speak do, and no headings."""
    short = {flow.text(block) for block in found}
    counts = Counter([text for block in flow.blocks if block.end - block.start <= _LONGEST
                      and (text := flow.text(block)) in short]) if len(short) < len(found) else Counter[str]()
    again = [count for count in counts.values() if count > 1]
    return len(again) > 1 and sum(again) >= _AGAIN * counts.total()


def _points(shape: Shape) -> int:
    """The points of a shape; below zero they are not counted on, for then it is no heading, whatever else it says."""
    text = shape.text.strip()
    points = 2 * shape.above + shape.below + 2 * shape.capitals + shape.titled
    points += 2 * shape.centred + 2 * shape.emphatic
    points -= 2 * (shape.inset and not shape.centred and not (shape.capitals and shape.below))
    points -= 2 * (shape.below and not shape.above and not shape.centred)
    points += 1 if shape.to_prose or (shape.leads and shape.below) else -1
    if text[0].islower() or (text.startswith(_OPENERS) and not (shape.above and shape.below)):
        points -= 3
    if text[-1] in ",;":
        points -= 3
    elif text[-1] == ":":
        points -= 2
    elif text[-1] in ".!?…":
        questions = shape.above and shape.below and text[-1] != "."
        points -= 0 if shape.capitals or questions or (shape.titled and len(text) < 60) else 2
    else:
        points += 1
    if len(text) > 100:
        points -= 1 + (not shape.capitals)
    if points >= -3:
        points += 3 if names_both(text) else -4 * bool(dateline(text))
    if points >= 0:
        points -= 4 * bool(_IMPRINT.search(text)) + 3 * has_page_reference(text)
    return points


def has_page_reference(text: str) -> bool:
    """Whether a line ends as one in a table of contents does: with a page's number set apart."""
    return any(map(str.isdigit, text[-3:])) and bool(_REFERENCE.search(text))


def titles_below(around: Surroundings, block: Block, usual: bool = False) -> Iterator[Block]:
    """The titles that stand right below a heading which is a name or a number.

    `usual`: whether such headings mostly have a short block below them, so that less evidence is enough.
    """
    for step in (1, 2):
        below = around.flow.at(block.number + step)
        if below is not None and _dates_or_credit(around, below):
            yield below
            continue
        if step == 1 and usual and below and _centred_under(around, block, below):
            yield below
            continue
        shape = around.shape(below) if below and below.number not in around.flow.taken else None
        if below is None or shape is None or not shape.leads or named_division(shape.text) or piece(shape.text):
            return
        # Between a heading and its title the gap is wide of itself.
        points = shape.points - 2 * shape.above + _set_off(around, below, shape)
        if points < (_USUAL_TITLE if usual and step == 1 else _TITLE):
            return
        yield below


def _centred_under(around: Surroundings, head: Block, block: Block) -> bool:
    """Whether one short line stands in the middle under a heading that is set so, and apart from a paragraph."""
    lines = (*head.lines, *block.lines)
    middles = [line.indent + (line.end - line.start) / 2 for line in lines]
    return (len(lines) == 2 and min(line.indent for line in lines) >= _DEEP and abs(middles[0] - middles[1]) <= 1
            and block.number not in around.flow.taken and around.wide(around.flow.at(block.number + 1))
            and around.prose_below(block, 1))


def _set_off(around: Surroundings, block: Block, shape: Shape) -> int:
    """Points of a title below a heading that is set as a title and stands apart from the text, or above its years."""
    below = around.flow.at(block.number + 1)
    set_as_title = shape.capitals or shape.titled
    return 2 * bool(set_as_title and (shape.below or (below is not None and _dates_or_credit(around, below))))


def _dates_or_credit(around: Surroundings, block: Block) -> bool:
    """Whether a block that stands apart from the text is nothing but years, or a reference in brackets."""
    text = around.flow.text(block)
    return (block.end - block.start <= _LONGEST_TITLE * 2 and block.number not in around.flow.taken
            and bool(_YEARS.fullmatch(text) or _CREDIT.fullmatch(text))
            and around.wide(around.flow.at(block.number + 1)))


def titled_usually(around: Surroundings, blocks: list[Block]) -> bool:
    """Whether most of these headings have a short block below them that ends no sentence, and then prose."""
    below = [around.flow.at(block.number + 1) for block in blocks]
    ends = [around.flow.text(one)[-1] for one in below if one is not None and one.end - one.start < _LONGEST_TITLE
            and len(one.lines) < 3 and around.prose_below(one, 1)]
    short = sum(end not in ".,;:!?\"”»" for end in ends)
    pointed = ends.count(".")  # titles may end in a point, where nearly all do
    return (short > 1 and short > 0.5 * len(blocks)) or (pointed > 2 and pointed > 0.8 * len(blocks))
