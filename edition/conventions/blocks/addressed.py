"""Headings of letters that say who writes to whom: "From Anna Field to Tom Hill, 3 July 1776"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.dates import dated
from edition.flow import Block, title_like
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_LONGEST = 110
_FROM = "From|Von|De|Da|Van"
_TO = "to|an|à|a|aan"
_BETWEEN = regex(rf"(?:(?:{_FROM}) )?(?P<writer>[^\W\d_][^\d,:;!?]{{2,45}}?) (?:{_TO}) (?P<reader>[^\d,:;!?]{{3,45}}?)"
                 r"(?P<when>[,.:(\[]+ ?.{4,45})?\Z", re.I)
_TO_ONE = regex(r"(?:To|An|À|A|Aan) (?P<reader>[^\W\d_][^\d,:;!?]{2,45}?)[,.]? +"
                r"(?P<when>[\[(]?(?:\d|[^\W\d_]+\.? \d).{2,40})\Z")


def is_letter_heading(text: str) -> bool:
    """Whether a line names a writer and a reader, or a reader and a day."""
    if len(text) > _LONGEST or text[-1] in ",:;!?":
        return False
    if match := _TO_ONE.match(text):
        return _is_person(match["reader"]) and _is_day(match["when"])
    match = _BETWEEN.match(text)
    when = match["when"] if match else None
    return bool(match and when and _is_person(match["writer"]) and _is_person(match["reader"]) and _is_day(when))


def _is_person(name: str) -> bool:
    return title_like(name) and not name.startswith(("The ", "My ", "Dear "))


def _is_day(text: str) -> bool:
    return dated(re.sub(r"[\[\]()?]", "", text).strip(" ,.:"))


def _headings(context: Context) -> list[Block]:
    """Blocks that say who writes to whom and when: at least two of them."""
    flow = context.flow
    found = [block for block in flow.free()
             if block.end - block.start <= _LONGEST and len(block.lines) == 1
             and flow.at(block.number + 1) and is_letter_heading(flow.text(block))]
    return found if len(found) > 1 else []


def _claims(context: Context) -> Iterator[Span]:
    for block in context.of_free(_headings):
        yield context.flow.take(block, "head", "letter-heading", (("_level", "1"), ("_type", "letter")))


def _score(context: Context) -> Score:
    found = context.of_free(_headings)
    return Score(0.9, f"{counted(len(found), 'line')} of writer, reader and day") if found else NO


LETTER_HEADINGS = Convention(
    "letter-headings",
    "Lines that name who writes to whom, and when, head the letters of a collection.",
    "From Anna Field to Tom Hill, 3 July 1776",
    (Rule("letter-heading", "a writer, a reader and a day, or a reader and a day", "To Tom Hill, 3 July 1776",
          _claims),),
    _score,
)
