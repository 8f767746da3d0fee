"""Diaries: a day alone in its line heads each entry, and the days go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from edition.dates import DAY_MONTH, MONTHS, WEEKDAY, WEEKDAYS
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.salutations import is_salutation
from edition.tree import Span

_LONGEST = 45
_FEWEST = 3
_SHARE = 0.08    # of the blocks of a diary that are days, at least
_FORWARD = 0.8   # of the days that follow the one before
_EARLY = 12      # blocks before the first day
_SHORT_DAYS = frozenset(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
                         "mo", "di", "mi", "do", "fr", "sa", "so"))
_WEEKDAY = rf"(?:{WEEKDAY}|(?:{'|'.join(sorted(_SHORT_DAYS))})\.)"
DAY = (rf"(?:(?:{_WEEKDAY},? )?(?:(?:the|den|le|am|on|el|il) )?(?:{DAY_MONTH})(?:,? [12]\d{{3}})?[.,:]?"
       rf"(?:\s*[(–—-]*\s*{_WEEKDAY}\)?[.,:]?)?"
       rf"|{_WEEKDAY},? (?:(?:the|den|le) )?\d{{1,2}}(?:st|nd|rd|th|d|\.)?[.,:]?)")
_DAY = regex(DAY, re.IGNORECASE)
_YEAR = regex(r"(?:anno |the year )?[12]\d{3}\.?", re.IGNORECASE)
_MONTH = regex(rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})[,.]?(?: [12]\d{{3}})?\.?", re.IGNORECASE)
_NUMBER = regex(r"(?<!\d)\d{1,2}(?!\d)")
_LETTERS = regex(r"[^\W\d_]+")
_LEVELS = {"year": "1.95", "month": "1.96", "entry": "1.97"}  # below the sections of a book


def _days(context: Context) -> list[tuple[Block, str]]:
    """The lines that are a day, a month or a year alone, where the text is a diary."""
    flow, found = context.flow, list[tuple[Block, str]]()
    for block in flow.free():
        if block.end - block.start <= _LONGEST and len(block.lines) == 1 and (kind := _kind(flow.text(block))):
            below = flow.at(block.number + 1)
            if kind != "entry" or (below and below.number not in flow.taken and not is_salutation(flow.text(below))):
                found.append((block, kind))
    return found if _are_entries(context, [block for block, kind in found if kind == "entry"]) else []


def _kind(text: str) -> str:
    if not any(map(str.isdigit, text)):
        return "month" if _is_month(text) else ""
    return "entry" if _may_be_day(text) and _DAY.fullmatch(text) else "year" if _YEAR.fullmatch(text) else (
        "month" if _is_month(text) else "")


def _is_month(text: str) -> bool:
    """Whether a line is a month alone: it names one (asked first, for the pattern is long), and nothing else."""
    return _month(text) > 0 and _MONTH.fullmatch(text) is not None


def _may_be_day(text: str) -> bool:
    """Whether a line begins with a number, or names a month or a day of the week: the pattern of days is long."""
    return text[0].isdigit() or names_day(text)


def names_day(text: str) -> bool:
    """Whether a text names a month or a day of the week."""
    words = map(str.lower, _LETTERS.findall(text))
    return any(word in MONTHS or word in WEEKDAYS or word in _SHORT_DAYS for word in words)


def _are_entries(context: Context, days: list[Block]) -> bool:
    """Whether days open what stands below them: early in the text, in order, under no heading, often enough."""
    flow = context.flow
    if len(days) < max(_FEWEST, _SHARE * len(flow.blocks)) or days[0].number > _EARLY:
        return False
    texts = [flow.text(day) for day in days]
    headed = sum(day.number - 1 in flow.heads or flow.view.text[flow.blocks[day.number - 1].start] == "#"
                 for day in days if day.number)
    forward = sum(goes_on(above, below) for above, below in pairwise(texts))
    return headed <= 0.3 * len(days) and forward >= _FORWARD * (len(days) - 1)


def goes_on(above: str, below: str) -> bool:
    """Whether a day follows another one, in its month, in the next one or in the next year."""
    months = [_month(text) for text in (above, below)]
    first, second = (int(found[0]) if (found := _NUMBER.search(text)) else 0 for text in (above, below))
    if months[0] == months[1] or 0 in months:
        return second > first or (0 in months and second < first)
    return (months[1] - months[0]) % 12 <= 2


def _month(text: str) -> int:
    return next((MONTHS[word] for word in map(str.lower, _LETTERS.findall(text)) if word in MONTHS), 0)


def _claims(context: Context) -> Iterator[Span]:
    for block, kind in context.of_free(_days):
        yield context.flow.take(block, "head", "diary-day", (("_level", _LEVELS[kind]), ("_type", "entry"))
                                if kind == "entry" else (("_level", _LEVELS[kind]),))


def _score(context: Context) -> Score:
    found = context.of_free(_days)
    days = sum(kind == "entry" for _, kind in found)
    return Score(0.9, f"{counted(days, 'day')} in order, each alone above its entry") if found else NO


DIARIES = Convention(
    "diaries",
    "Where days in order stand alone in their lines, with no letter below them, they head the entries of a diary.",
    "Tuesday, 14th April\\n\\nRose early.\\n\\nWednesday, 15th April\\n\\nRain all day.",
    (Rule("diary-day", "a day, a month or a year alone above what was noted", "Tuesday, 14th April", _claims),),
    _score,
)
