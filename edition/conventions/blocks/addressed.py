"""Headings of letters that say who writes to whom: "From Anna Field to Tom Hill, 3 July 1776"."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.blocks.dates import dated
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_LONGEST = 110
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:,? (?:[A-ZÀ-Þ][\w.’'-]*|de|von|van|der|zu|di|da|du|y|u\.|a\.|la|le)){0,6}"
_BOTH = regex(rf"(?:(?:Letter|Brief|Lettre|Carta|Lettera|Postcard|Postkarte|Telegram\w*) \w+ )?"
              rf"(?:(?:From|Von|De|Da|Van) )?{_NAME} (?:an|to|à|a|al|an den|an die|to the|AN|TO|À|A) {_NAME}"
              rf"(?:,? .{{0,30}}\d\W*)?\Z|"
              rf"(?:Letter|Brief|Lettre|Carta|Lettera|LETTER) (?:from|to|von|an|de|à|a|di|FROM|TO) {_NAME}")
# What is in each such heading; asked first, for few headings have any.
_JOINED = regex(r" (?:an|to|à|al?|AN|TO|À|A) (?:den |die |the )?[A-ZÀ-Þ]")
_LETTER = ("Letter", "Brief", "Lettre", "Carta", "Lettera", "LETTER")
_TO = ("To ", "An ", "À ", "Aan ")
_TO_ONE = regex(rf"(?:To|An|À|Aan) (?!The |My |Dear ){_NAME}[,.]? +[\[(]?(?:\d|[^\W\d_]+\.? \d).{{2,40}}\Z")
_DOUBT = regex(r"[\[\]()?]")


def names_both(text: str) -> bool:
    """Whether a heading says who writes to whom."""
    return (text.startswith(_LETTER) or bool(_JOINED.search(text))) and bool(_BOTH.match(text))


def is_letter_heading(text: str) -> bool:
    """Whether a line names a writer and a reader, or a reader, and a day."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or text[-1] in ",:;!?":
        return False
    to_one = text.startswith(_TO) and _TO_ONE.match(text) is not None
    return (to_one or names_both(text)) and dated(_DOUBT.sub("", text))


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
