"""Diaries whose days stand at the head of what was noted: "Monday 3rd.—We rose early"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from re import IGNORECASE
from typing import NamedTuple

from edition.conventions.blocks.diaries import DAY, goes_on, names_day
from edition.dates import iso_date
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_FEWEST = 3
_FORWARD = 0.8   # of the days that follow the one before
_DENSE = 0.1     # of the blocks between the first day and the last one that open with a day
_NAME = 25       # characters at the head of a block in which a day is named
_LONGEST = 60    # characters of a day and what closes it
# A number alone is a day only with its ending, or between marks of emphasis: "13." may count anything.
_OPENING = regex(rf"(?P<mark>[*_]{{0,2}})(?P<day>{DAY}|\d{{1,2}}(?:st|nd|rd|th)[.,:]?)(?P=mark)"
                 r"(?:[.,:]?\s?(?:—|–|--|-)\s?|[.:]?(?<=[.:_*])\s+)(?=[^\W\d_]|[\"“„«_*(])", IGNORECASE)
_BEGINS = regex(r"[*_]{0,2}(?:\d|[^\W\d_]{2,12}\.?,? (?:the |den |le |of )?(?:\d|[^\W\d_]{3,10}\.? \d))", IGNORECASE)


class _Day(NamedTuple):
    """A block, where the day at its head begins and ends, and what that says."""

    block: Block
    start: int
    end: int
    said: str


def _day(text: str, block: Block) -> _Day | None:
    match = _OPENING.match(text, block.start, min(block.end, block.start + _LONGEST))
    return _Day(block, *match.span("day"), match["day"]) if match else None


def _days(context: Context) -> list[_Day]:
    """The blocks that open with a day, where they follow one another as days do."""
    text, begins = context.flow.view.text, _BEGINS.match
    begun = [block for block in context.flow.free() if begins(text, block.start)]
    # The pattern of days is long: asked only where one of them is named.
    if len(begun) < _FEWEST or not any(names_day(text[block.start:block.start + _NAME]) for block in begun):
        return []
    found = [day for block in begun if (day := _day(text, block))]
    if len(found) < _FEWEST or not any(names_day(day.said) for day in found):
        return []
    forward = sum(goes_on(above.said, below.said) for above, below in pairwise(found))
    dense = len(found) >= _DENSE * (found[-1].block.number - found[0].block.number)
    return found if dense and forward >= _FORWARD * (len(found) - 1) else []


def _claims(context: Context) -> Iterator[Span]:
    for block, start, end, said in context.of_free(_days):
        when = iso_date(said)
        yield context.flow.take(block, "p", "day-entry")
        yield context.flow.view.claim("date", start, end, "day-entry", (("when", when),) if when else ())


def _score(context: Context) -> Score:
    found = context.of_free(_days)
    return Score(0.9, f"{counted(len(found), 'paragraph')} that open with a day, the days in order") if found else NO


DAY_ENTRIES = Convention(
    "day-entries",
    "Where paragraphs open with days that go on, each day opens an entry of a diary.",
    "Monday 3rd.—We rose early.\\n\\nTuesday 4th.—Rain.\\n\\nWednesday 5th.—We crossed.",
    (Rule("day-entry", "a paragraph that opens with a day", "Monday 3rd.—We rose early.", _claims),),
    _score,
)
