"""The blocks of a text: lines grouped into pieces that belong together, joined where a page or column cut them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.layout import Line, Page, ends_sentence, measure, runs_on, width
from edition.tree import Attrs, Span
from edition.view import View

# A piece of this many characters that ends in a bare word or number was cut, whatever follows it.
_LONG = 150
_HEADING_LIKE = re.compile(r"#{1,6} |[^a-z]+\Z|[IVXLC]+\.?\Z")
_SMALL_WORD = re.compile(r"[a-z]{1,3}|from|with|into|over|upon|that|than|their|your|this")
_DASHES = ("--", "—", "―")
_QUOTATION = tuple("\"'“„«»‘")
_LABEL = re.compile(r"[A-Z][\w.’' -]{0,40}:(?=\s|\Z)")


class Block(NamedTuple):
    """A run of lines that is one thing. `start`/`end`: its content, as offsets into the view of the flow.

    `cuts`: (start, end) of the white space at which it was cut by a column and joined again.
    """

    number: int
    start: int
    end: int
    lines: tuple[Line, ...]
    cuts: tuple[tuple[int, int], ...]
    gap: int
    blank: bool


@dataclass
class Flow:
    """The document's own text as blocks; each is taken once, by the first rule that wants it."""

    view: View
    page: Page
    blocks: list[Block]
    taken: set[int] = field(default_factory=set)

    def text(self, block: Block) -> str:
        """The text of a block, as it stands (with its line ends)."""
        return self.view.text[block.start:block.end]

    def free(self) -> Iterator[Block]:
        """The blocks that nobody has taken, in order."""
        return (block for block in self.blocks if block.number not in self.taken)

    def at(self, index: int) -> Block | None:
        """The block with this index, if there is one."""
        return self.blocks[index] if 0 <= index < len(self.blocks) else None

    def take(self, block: Block, kind: str, rule: str, attrs: Attrs = (), before: int = 0, after: int = 0) -> Span:
        """Claim a whole block as one element with `before` and `after` characters of skin."""
        self.taken.add(block.number)
        return self.view.claim(kind, block.start, block.end, rule, attrs, before, after)


def title_like(text: str) -> bool:
    """Whether each longer word begins with a capital: the manner of English headings and names."""
    words = re.findall(r"[^\W\d_][\w’']*", text)
    capitals = sum(w[0].isupper() for w in words)
    return (bool(words) and words[0][0].isupper() and (capitals > 1 or len(words) == 1)
            and all(w[0].isupper() or _SMALL_WORD.fullmatch(w) for w in words))


def heading_like(text: str) -> bool:
    """Whether a piece looks like a heading, so that it is never joined to what surrounds it."""
    return bool(_HEADING_LIKE.match(text)) or (len(text) < 80 and title_like(text))


def flow(view: View, decided: Callable[[int], bool] | None = None) -> Flow:
    """Group the lines of the document's own text into blocks.

    `decided`: whether the line that begins at an offset of the view is a block of its own, because an editor says so.
    """
    page = measure(view.text)
    groups = _by_cues(view.text, page) if page.spacing else _by_gaps(page)
    alone = {line.start for line in page.lines if decided(line.start)} if decided else set[int]()
    return Flow(view, page, list(_joined(view.text, _parted(groups, alone) if alone else groups, alone)))


def _parted(groups: list[list[Line]], alone: set[int]) -> list[list[Line]]:
    parted: list[list[Line]] = []
    for group in groups:
        for place, line in enumerate(group):
            if place == 0 or line.start in alone or group[place - 1].start in alone:
                parted.append([])
            parted[-1].append(line)
    return parted


def _by_gaps(page: Page) -> list[list[Line]]:
    """An empty line parts blocks; where lines are not wrapped, each long line is a block of its own."""
    groups: list[list[Line]] = []
    for line in page.lines:
        alone = not page.wrapped and (line.end - line.start > 100 or (bool(groups) and _long(groups[-1][-1])))
        if not groups or line.gap or alone:
            groups.append([])
        groups[-1].append(line)
    return groups


def _long(line: Line) -> bool:
    return line.end - line.start > 100


def _by_cues(text: str, page: Page) -> list[list[Line]]:
    """Double-spaced lines: empty lines mean nothing, so a paragraph's end shows by other signs.

    Two blanks behind its last line where other lines have one, or a sentence's end on a line so short that the next
    line's first word would have fitted. Neither is enough alone (seen in text taken from PDF files); either is taken.
    """
    tidy = sum(line.trailing == 1 for line in page.lines) > 0.5 * len(page.lines)
    groups: list[list[Line]] = []
    for line in page.lines:
        above = groups[-1][-1] if groups else None
        alone = above is not None and _set_apart(text, above) and len(groups[-1]) == 1
        if above is None or line.blank or alone or _ends(text, above, line, page.width, tidy):
            groups.append([])
        groups[-1].append(line)
    return groups


def _set_apart(text: str, line: Line) -> bool:
    """Whether a line below a wider gap is a heading: a numeral or capitals alone."""
    return line.blank and bool(_HEADING_LIKE.match(text[line.start:line.end]))


def _ends(text: str, line: Line, following: Line, full: int, tidy: bool) -> bool:
    """Whether `line` ends a paragraph. The margin of a fifth of the measure keeps ragged lines together."""
    if tidy and line.trailing == 2:
        return True
    content = text[line.start:line.end]
    word = text[following.start:following.end].replace("\t", " ").partition(" ")[0]
    room = full - width(content) - width(" " + word)
    return ends_sentence(content) and not word[0].islower() and room > 0.04 * full


def _joined(text: str, groups: list[list[Line]], alone: set[int]) -> Iterator[Block]:
    """Blocks of the groups; a group that goes on in the next one is one block with it."""
    index, at = 0, 0
    while at < len(groups):
        pieces, cuts = list(groups[at]), list[tuple[int, int]]()
        at += 1
        while (at < len(groups) and not alone & {pieces[-1].start, groups[at][0].start}
               and _was_cut(text[pieces[0].start:pieces[-1].end], text, groups[at])):
            cuts.append((pieces[-1].end, groups[at][0].start))
            pieces += groups[at]
            at += 1
        first = pieces[0]
        yield Block(index, first.start, pieces[-1].end, tuple(pieces), tuple(cuts), first.gap, first.blank)
        index += 1


def _was_cut(before: str, text: str, group: list[Line]) -> bool:
    after = text[group[0].start:group[-1].end]
    if not runs_on(before, after) or heading_like(before) or heading_like(after) or _LABEL.match(after):
        return False
    if ends_sentence(before) or (before.endswith(_DASHES) and after.startswith(_QUOTATION)):
        return False  # a speech that breaks off, and the next one
    if after[0].islower():
        return True
    return len(before) > _LONG and (before[-1].isalnum() or before[-1] in ",;-")
