"""How divisions open: the blocks between a heading and the text, among which mottoes and summaries stand."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from edition.conventions.blocks.wording import named_division
from edition.flow import title_like
from edition.layout import Line
from edition.regex import regex
from edition.rules import Context

_NUMERAL = regex(r"[_*# ]*(?:\d{1,3}|[IVXLC]{1,8})\.?[_* ]*\Z")
_LONGEST = 80     # characters of a heading
_NAMING = 50      # of one that stands no further from what is above than paragraphs do
_TALK = "\"”»’'?!,;"   # what ends lines of talk, as many lines alone are
_AHEAD = 6        # blocks below it that are looked at
_MOST = 24        # lines of such a block
_APART = 2        # empty lines above a heading that names and counts nothing


class Opening(NamedTuple):
    """The blocks that follow a heading, each its lines. `named`: whether it names or counts its division.

    `letter`: whether it calls that a letter.
    """

    named: bool
    letter: bool
    blocks: list[list[Line]]


def openings(context: Context) -> list[Opening]:
    """The beginnings of divisions: below a line alone that names or counts one, or is set as a title far below."""
    table = context.document().table
    text, found, gaps = table.text, table.lines, table.below_gaps
    if found and not found[0].gap:
        gaps = [0, *gaps]
    made = list[Opening]()
    for number, (place, following) in enumerate(pairwise(gaps)):
        if following - place != 1 or text[found[place].end - 1] in _TALK:
            continue
        start, end, _, _, gap, _ = found[place]
        if end - start > _LONGEST or not (gap >= _APART or end - start <= _NAMING):
            continue
        said = text[start:end]
        division = named_division(said.strip("*_# "))
        named = bool(division or _NUMERAL.match(said))
        if named or ((gap >= _APART or not number) and (said.isupper() or title_like(said))):
            made.append(Opening(named, bool(division and division[0] == "letter"), _blocks(found, gaps, number + 1)))
    return made


def _blocks(found: list[Line], gaps: list[int], number: int) -> list[list[Line]]:
    """The next blocks, up to one that is too long to be anything but text."""
    blocks = list[list[Line]]()
    for here in range(number, min(number + _AHEAD, len(gaps))):
        end = gaps[here + 1] if here + 1 < len(gaps) else len(found)
        blocks.append(found[gaps[here]:min(end, gaps[here] + _MOST + 1)])
        if end - gaps[here] > _MOST:
            break
    return blocks


def is_title(text: str, block: list[Line]) -> bool:
    """Whether a block may be the title below a heading's number: short, and set as titles are."""
    said = text[block[0].start:block[-1].end]
    return len(block) < 3 and len(said) <= 2 * _LONGEST and (said.isupper() or title_like(said) or said[-1].isalnum())
