"""Headings that show by their type and place alone: capitals, titles between wide gaps, centred lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from edition.conventions.blocks.bylines import is_byline
from edition.conventions.blocks.shapes import Shape, Surroundings, are_marked
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_ENOUGH = 5
_AUTHORS = 5  # blocks at the beginning among which a line of authors may stand
_SHORT = 80
_TO_OTHERS = 2  # points of one in capitals below a wider gap that leads to what is no paragraph
_OTHERS = frozenset(("table", "list", "lg", "quoteBlock", "ab", "castList"))
_NEAR = 2       # blocks below which that stands
_BOLD = ("**", "__")
_BOLD_POINTS = 3
_UNUSUAL = 2    # points more of one that is long or ends in a point
_LONGEST = 200  # characters of a heading in bold
_NUMBERS = 8    # characters at the beginning in which a point stands behind a number
_NUMBERED = regex(r"(?:§ ?)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)] ")
_SENTENCES = regex(r"[a-zß-öø-ÿ]{3,}[.!?] ")
_CAPTION = regex(r"(?:fig(?:ure|\.)|tab(?:le|elle|\.)|abb(?:ildung|\.)|plate|tafel|map|photo)\b", re.IGNORECASE)


def _level(shape: Shape, count: int, marked: bool) -> str:
    """Capitals before titles before the rest; what is repeated word for word heads something small.

    Where Markdown's signs mark headings, one in bold is less than all of these.
    """
    if marked and shape.emphatic:
        return "7"
    return "3" if count > 2 else "1.6" if shape.capitals else "2.5" if shape.titled else "2.6"


def _candidates(context: Context) -> list[tuple[Block, Shape]]:
    flow, around = context.flow, context.of_flow(Surroundings)
    shapes = [(block, shape) for block in flow.free() if (shape := around.shape(block))
              and (shape.leads or _leads_to_others(context, around, block))]
    habit = _by_gap_alone(context, around, [shape for _, shape in shapes])
    bold = _bold(context, around, shapes)
    found = list[tuple[Block, Shape]]()
    for block, shape in shapes:
        points = shape.points + (block.number - 1 in flow.taken) + bold.get(block.number, 0)
        if not (shape.capitals or shape.titled or shape.emphatic) and not around.adjoins_next(block):
            points -= 2  # what leads to verse or a quotation
        points += habit and shape.above and _plain(shape) and around.adjoins_prose(block)
        if points < _ENOUGH and shape.capitals and shape.above and not shape.to_prose:
            points += _TO_OTHERS * _leads_to_others(context, around, block)
        if points >= _ENOUGH and not _may_be_authors(block, shape):
            found.append((block, shape))
    return _alike(context, found)


def _leads_to_others(context: Context, around: Surroundings, block: Block) -> bool:
    """Whether a table, a list or the like stands right below a block, or below the next one."""
    flow = context.flow
    for above in flow.blocks[block.number:block.number + _NEAR]:
        below = flow.at(above.number + 1)
        if below is None or not around.adjoins(above, below):
            place = bisect_left(context.spans, flow.view.origin(above.end), key=lambda span: span.start)
            return place < len(context.spans) and context.spans[place].kind in _OTHERS
    return False


def _bold(context: Context, around: Surroundings, shapes: list[tuple[Block, Shape]]) -> dict[int, int]:
    """Points of the blocks in bold, by their numbers, that lead to a paragraph, where there are several."""
    text, flow = context.flow.view.text, context.flow
    every = {block.number: shape for block, shape in shapes
             if shape.emphatic and text.startswith(_BOLD, block.start) and not _CAPTION.match(shape.text)}
    plain = {number for number, shape in every.items() if _plain(shape)}
    led = {number for number in plain if number + 1 not in plain and number + 1 not in flow.taken}
    found = dict.fromkeys(led if len(led) > 1 else (), _BOLD_POINTS)
    if not every or are_marked(flow):
        return found
    others = {number: shape for number, shape in every.items() if number not in plain and _is_one_sentence(shape)
              and not {number - 1, number + 1} & every.keys() and around.prose_below(flow.blocks[number], 1)}
    return found | dict.fromkeys(_as_usual(others, len(led), len(every)), _BOLD_POINTS + _UNUSUAL)


def _as_usual(others: dict[int, Shape], plain: int, every: int) -> list[int]:
    """Blocks in bold that are long or end in a point, where blocks in bold are headings: most are short and plain.

    Where nearly all of them end in a point, that is how headings end here.
    """
    pointed = [number for number, shape in others.items() if shape.text[-1] == "." and len(shape.text) < _SHORT]
    if len(pointed) > 2 and len(pointed) + plain >= 0.8 * every:
        return [*others]
    if plain < 2 or plain < 0.5 * every:
        return []
    return [number for number, shape in others.items()
            if shape.text[-1] != "." or (shape.titled and len(shape.text) < _SHORT) or _NUMBERED.match(shape.text)]


def _is_one_sentence(shape: Shape) -> bool:
    """Whether words in bold may be a heading though they are many, or end in a point: one sentence, no question."""
    text = shape.text
    begins = text[0].isupper() or _NUMBERED.match(text)
    return bool(begins) and len(text) <= _LONGEST and text[-1] not in ",;:!?" and not _SENTENCES.search(text, _NUMBERS)


def _alike(context: Context, found: list[tuple[Block, Shape]]) -> list[tuple[Block, Shape]]:
    """Where headings are marked, or some stand below wider gaps, none is without."""
    if are_marked(context.flow):
        return [(block, shape) for block, shape in found if shape.emphatic or block.number == 0]
    wide = sum(shape.above for block, shape in found if block.number)
    return [(block, shape) for block, shape in found if shape.above] if wide > 1 else found


def _may_be_authors(block: Block, shape: Shape) -> bool:
    """Names below the first heading are a byline, unless they look like another heading."""
    return 0 < block.number < _AUTHORS and not shape.capitals and is_byline(shape.text)


def _by_gap_alone(context: Context, around: Surroundings, shapes: list[Shape]) -> bool:
    """Whether a wider gap mostly stands above short lines that end no sentence, so that it is a sign by itself."""
    apart = sum(around.wide(block) and not block.foot for block in context.flow.free())
    short = sum(shape.above and _plain(shape) for shape in shapes)
    return short > 1 and short >= 0.6 * apart


def _plain(shape: Shape) -> bool:
    return len(shape.text) < _SHORT and shape.text[-1] not in ".,;:!?" and shape.text[0].isupper()


def _heads(context: Context) -> Iterator[Span]:
    found = context.of_free(_candidates)
    counts, marked = Counter(shape.text for _, shape in found), are_marked(context.flow)
    for block, shape in found:
        level = _level(shape, counts[shape.text], marked)
        yield context.flow.take(block, "head", "display-heading", (("_level", level),))


def _score(context: Context) -> Score:
    if context.page.spacing:
        return NO
    found = context.of_free(_candidates)
    return Score(0.8, f"{counted(len(found), 'short line')} set apart as headings are") if found else NO


DISPLAY_HEADINGS = Convention(
    "display-headings",
    "A short block in capitals or title case, centred or between wider gaps than paragraphs have, is a heading.",
    "\\n\\nTHE RUINED MILL\\n\\n",
    (Rule("display-heading", "a short block set apart by type and gaps", "THE RUINED MILL", _heads),),
    _score,
)
