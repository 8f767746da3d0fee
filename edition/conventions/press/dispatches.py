"""Dispatches: paragraphs that open with a place and a day, one under the other, and the agencies that sign them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.press.wording import bare, is_agency, is_capitals
from edition.dates import DAY_MONTH, iso_date
from edition.flow import Block, Flow
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_CUE = regex(r"[^\d!?—;:]{3,50}[,.\w]\s*\d")
_LONGEST = 60  # characters of a dateline, and of an agency's block
_WORD = 3
_DIGIT = regex(r"\d")
# The place stands in ordinary type. In capitals it is only the paragraph's first words.
_OPENING = regex(rf"(?P<place>[^\W\d_][^\d!?—;:]{{1,40}}), (?P<date>(?i:{DAY_MONTH})(?:,? \d{{4}})?)\.?"
                 r"(?P<dash> ?(?:—|–|--|-) ?)(?=\S)")


def opened_dispatch(flow: Flow, block: Block) -> re.Match[str] | None:
    """The dateline at the head of a block."""
    text, end = flow.view.text, min(block.end, block.start + _LONGEST)
    if not _DIGIT.search(text, block.start + _WORD, end) or not _CUE.match(text, block.start, block.end):
        return None
    match = _OPENING.match(text[block.start:end].replace("\n", " ")) if block.number not in flow.taken else None
    return match if match and not is_capitals(match["place"][:_WORD]) else None


def opened(context: Context) -> int:
    """How many free blocks are dispatches."""
    flow = context.flow
    return sum(opened_dispatch(flow, block) is not None for block in flow.blocks)


def _dispatches(context: Context) -> Iterator[Span]:
    """The dateline opens a division; its dash is no text of either part."""
    flow = context.flow
    for block in list(flow.free()):
        if match := opened_dispatch(flow, block):
            flow.taken.add(block.number)
            at, claim = block.start, flow.view.claim
            yield claim("dateline", at, at + match.end(), "dispatch", (), 0, len(match["dash"]))
            yield claim("placeName", at, at + match.end("place"), "dispatch")
            when = iso_date(match["date"])
            end = at + match.start("date") + len(match["date"].rstrip("."))
            yield claim("date", at + match.start("date"), end, "dispatch", (("when", when),) if when else ())
            yield claim("p", at + match.end(), block.end, "dispatch-text")


def _agencies(context: Context) -> Iterator[Span]:
    """A name in parentheses below a paragraph, nothing but that in its block."""
    flow = context.flow
    for block in list(flow.free()):
        if block.number and block.end - block.start < _LONGEST and is_agency(bare(flow.text(block))):
            yield flow.take(block, "bibl", "agency")


def _score(context: Context) -> Score:
    flow = context.flow
    dispatches = context.of_free(opened)
    if not dispatches:
        return NO
    signed = sum(1 for block in flow.blocks if block.end - block.start < _LONGEST and is_agency(bare(flow.text(block))))
    value = 0.3 * min(dispatches, 3) + 0.1 * min(signed, 3)
    return Score(value, f"{counted(dispatches, 'dispatch', 'dispatches')}, {signed} signed by agencies")


DISPATCHES = Convention(
    "dispatches",
    "A paragraph that opens with a place, a day and a dash is a dispatch; an agency's name in parentheses signs it.",
    "Bergen, January 3.—The harbour is closed.\\n(Reuter.)",
    (Rule("dispatch", "a place, a day and a dash before a dispatch", "Bergen, January 3.—", _dispatches),
     Rule("dispatch-text", "what is reported", "The harbour is closed.", lambda _: ()),
     Rule("agency", "the agency that sent a dispatch", "(Reuter.)", _agencies)),
    _score,
)
