"""Titles of newspapers and journals that are cited with the day of an issue."""

from __future__ import annotations

from collections.abc import Iterator

from edition.regex import regex
from edition.rules import Context
from edition.speech.wording import Wording
from edition.tree import Span, whole

_NEAR = 40  # characters on either side of the title in which the reference and the date stand
_BEFORE_DATE = regex(r",?\s+")
_DATED = regex(r"\s+(?:of\s+|vom\s+|du\s+|\()")
_CAPITAL = regex(r"[A-ZÀ-Þ]")
_LAST = regex(r"\(([^()]*)$")


def cited_titles(context: Context, wording: Wording) -> Iterator[Span]:
    """The titles in italics that a date follows: in a parenthesis, or bound to it (`*Name* of June 17`)."""
    for span in context.find("hi"):
        title = context.text[span.istart : span.iend]
        if span.get("rend") != "italic" or not _CAPITAL.match(title):
            continue
        after = context.text[span.end : span.end + _NEAR]
        opened = _LAST.search(context.text[max(0, span.start - _NEAR) : span.start])
        inside = opened.group(1).strip() if opened else "-"
        referred = not inside or wording.referring.fullmatch(inside)
        gap = _DATED.match(after) or (_BEFORE_DATE.match(after) if referred else None)
        if gap and wording.month.match(after, gap.end()):
            yield whole(span.istart, span.iend, "title", "cited-title", (("level", "j"),))
