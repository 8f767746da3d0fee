"""The line of authors below the first heading of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.addressed import is_letter_heading
from edition.conventions.blocks.wording import named_division, piece
from edition.flow import Block, Flow
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span

_BY = regex(r"(?:by|von|par|por|di|door|edited by|herausgegeben von)\s+", re.I)
_BY_ALONE = regex(r"(?:by|von|par|por|di|door)\Z", re.I)
_DEGREES = regex(r"(?:,\s+(?:[A-Z]{1,3}\.\s?){1,4})+\Z")
_PARTED = regex(r",\s+(?:(?:and|und|et|y|e)\s+)?|\s+(?:and|und|et|y|e|&)\s+")
_WORD = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+)"
_NAME = regex(rf"{_WORD}(?:\s+(?:(?:de|von|van|der|den|da|di|du|la|le|zu)\s+){{0,2}}{_WORD}){{1,4}}\Z")
_NO_NAME = regex(r"(?:The|An?|Of|On|In|To|At|My|His|Her|Our|Der|Die|Das|Eine?|Le|Les|La|Une?|El|Los|Las|Il)\b")
_LONGEST, _FIRST = 160, 6
_NAME_ALONE = 60  # characters of a name below a preposition


def is_byline(text: str) -> bool:
    """Whether a line is nothing but names of persons, with or without a preposition."""
    line = " ".join(text.replace("*", "").replace("_", "").split())
    if len(line) > _LONGEST:
        return False
    names = _PARTED.split(_BY.sub("", line, count=1))
    return all(_NAME.match(name) and not _NO_NAME.match(name) for name in names)


def says_by_whom(text: str) -> bool:
    """Whether a line is a preposition and names of persons."""
    return bool(_BY.match(text)) and is_byline(text)


def _told(flow: Flow) -> Iterator[tuple[Block, Block]]:
    """The first and the last block of each byline that has its preposition, below a short block, before something."""
    for block in flow.free():
        above, below = flow.at(block.number - 1), flow.at(block.number + 1)
        if above is None or below is None or above.end - above.start > _LONGEST or block.end - block.start > _LONGEST:
            continue
        text = flow.text(block)
        if _BY_ALONE.match(text) and below.number not in flow.taken and flow.at(below.number + 1):
            name = _DEGREES.sub("", flow.text(below))
            if len(name) <= _NAME_ALONE and is_byline(name):
                yield block, below
        elif text.isupper() and _BY.match(text) and is_byline(_DEGREES.sub("", text)):
            yield block, block


def _told_claims(context: Context) -> Iterator[Span]:
    flow = context.flow
    for first, last in list(_told(flow)):
        flow.taken.update((first.number, last.number))
        yield flow.view.claim("byline", first.start, last.end, "told-author")


TOLD_AUTHORS = Convention(
    "told-authors",
    "Below a title, \"by\" and a name in capitals, or \"by\" alone with a name below it, tell the author.",
    "THE RUINED MILL\n\nBY\n\nANNA FIELD",
    (Rule("told-author", "a preposition and a name below a title", "BY\n\nANNA FIELD", _told_claims),),
    lambda context: Score(0.8, "names behind a preposition, below a title") if next(_told(context.flow), None) else NO,
)


def byline(flow: Flow) -> Block | None:
    """The block of names right below the headings with which a text begins, where the last of them is a title."""
    for block in flow.blocks[1:_FIRST]:
        if block.number in flow.taken:
            continue
        above = flow.text(flow.blocks[block.number - 1])
        if block.number - 1 not in flow.heads or piece(above) or is_letter_heading(above) or not _is_title(above):
            return None
        return block if is_byline(flow.text(block)) and flow.at(block.number + 1) else None
    return None


def _is_title(text: str) -> bool:
    named = named_division(text)
    return len(text) > 8 if named is None else bool(named[2])


def _claims(context: Context) -> Iterator[Span]:
    if block := byline(context.flow):
        yield context.flow.take(block, "byline", "authors")


BYLINES = Convention(
    "bylines",
    "Names of persons alone below the title with which a text begins are its authors.",
    "On Ferries\\n\\nAnna Field and Tom Hill",
    (Rule("authors", "names of persons below the first title", "Anna Field and Tom Hill", _claims),),
    lambda context: Score(0.8, "names alone below the first title") if byline(context.flow) else NO,
)
