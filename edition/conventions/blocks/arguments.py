"""Arguments at the head of a chapter: what it tells of, point by point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.openings import Opening, is_title, openings
from edition.layout import Line, begins_with_capital
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

# How an argument may be headed, by language.
_WORDS = ("argument", "inhalt", "sommaire", "argumento", "argomento", "summary", "synopsis")
_HEADED = regex(rf"[_*]*(?:the )?(?:{'|'.join(_WORDS)})\b[_*]*[.:—–-]", re.I)
_PARTED = regex(r"[_*]*\s*(?:--|[—–―]|\s-\s)[\s_*]*")
_DASH = regex(r"[-—–―](?:(?<=[—–―])|(?<=--)|(?<=\s-)(?=\s))")  # without one there are no points
_POINTS, _FEW = 3, 2  # points of an argument at least
_CAPITALS = 0.75  # of them that begin with a capital
_MIDDLE = 110     # characters of the middle one
_LONGEST = 2500   # characters of an argument
_PROSE = 100      # characters of the text that follows
_TITLES = 2       # titles that stand between a heading and an argument


def _arguments(context: Context) -> list[tuple[int, int]]:
    """(start, end) of the arguments below the headings of the text, in order."""
    view = context.document()
    found = list[tuple[int, int]]()
    least = _POINTS
    every = context.of_document(openings)
    if sum(_argument(view, opening, _POINTS) is not None for opening in every) > 1:
        least = _FEW  # where others have more
    for opening in every:
        block = _argument(view, opening, least)
        if block and (not found or block[0].start >= found[-1][1]):
            found.append((block[0].start, block[-1].end))
    return found


def _argument(view: View, opening: Opening, least: int) -> list[Line] | None:
    """The block that tells what a division holds: behind its titles, before its text."""
    text, blocks = view.text, opening.blocks
    for place in range(min(_TITLES + 1, len(blocks) - 1)):
        block, below = blocks[place], blocks[place + 1]
        said = text[block[0].start:block[-1].end]
        prose = below[-1].end - below[0].start >= _PROSE and not _tells(text[below[0].start:below[-1].end], _POINTS)
        if prose and (_tells(said, least) or (opening.named and _HEADED.match(said) and len(said) <= _LONGEST)):
            return block
        if not is_title(text, block):
            return None
    return None


def _tells(said: str, least: int) -> bool:
    """Whether a block is one point after the other, parted by dashes: most begin with a capital, none is long."""
    if not least * 4 < len(said) <= _LONGEST or not _DASH.search(said):
        return False
    points = _PARTED.split(said.rstrip(" .—–-_*"))
    if len(points) < least or not all(points):
        return False
    sizes = sorted(map(len, points))
    return (sum(map(begins_with_capital, points)) >= _CAPITALS * len(points)
            and sizes[len(sizes) // 2] <= _MIDDLE and not said.startswith(("—", "–", "―", "-")))


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for start, end in context.of_document(_arguments):
        yield view.claim("argument", start, end, "argument")
        yield view.claim("p", start, end, "argument")


def _score(context: Context) -> Score:
    found = context.of_document(_arguments)
    return Score(0.8, f"{counted(len(found), 'block')} below headings that tell what follows, point by point") \
        if found else NO


ARGUMENTS = Convention(
    "arguments",
    "A block below a heading that tells point by point, between dashes, what follows is the argument of the division.",
    "CHAPTER I\\n\\nThe mill—A stranger—The flood\\n\\nThe mill stood at the bend of the river.",
    (Rule("argument", "what a division tells of, point by point", "The mill—A stranger—The flood", _claims),),
    _score,
)
