"""Quotation marks that are missing, as the reading of speech found them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from edition.corrections.model import Cert, Correction
from edition.kinds import BLOCKS
from edition.regex import regex
from edition.rules import Context
from edition.speech.reading import MissingMark, reading
from edition.view import View

_MARKS = "\"'“”„«»‘’‹›"
_CLOSERS = "\"'”’»«›‹"
# A quotation whose other mark is further away than this runs over sentences of which any could be its end.
_NEAR = 600
_NEXT_ON_NEW_LINE = regex(rf"[^\"“„«»]*\n[ \t]*[\"“„«»{_MARKS[1]}]")


def quotation_marks(context: Context) -> Iterator[Correction | None]:
    """The missing quotation marks of a document: opening or closing, next to the character they belong to."""
    every = list(reading(context).missing())
    blocks = sorted(context.views(*BLOCKS) if every else (), key=lambda view: view.span.start)
    starts = [view.span.start for view in blocks]
    for missing in every:
        printed = context.text[missing.start:missing.end]
        new = printed + missing.mark if missing.side == "after" else missing.mark + printed
        at = bisect_right(starts, missing.offset)
        placed = _opens(context.text, missing.offset) if missing.side == "before" else \
            at == 0 or _closes(missing, *blocks[at - 1:at + 1])
        # A mark that the document prints nowhere else is a stray one's partner.
        placed = placed and missing.mark in context.text
        yield Correction(
            missing.start, missing.end, printed, new, "quotation-mark", cast(Cert, missing.cert or "medium"),
            reason=f"{missing.reason}: {_around(context.text, missing.offset)}",
            tier="automatic" if placed and missing.cert == "high" else "suggestion", wide=True)


def _closes(missing: MissingMark, block: View, following: View | None = None) -> bool:
    """Whether a missing closing mark has its place here and nowhere else.

    Many printers open each paragraph of a long speech and close only the last: then nothing is missing.
    """
    text = block.text
    at = block.view_offset(missing.offset) + 1
    if following and following.text.lstrip()[:1] in tuple(_MARKS) and text.rstrip()[-1:] not in tuple(_CLOSERS):
        return False
    near = any(mark in text[max(0, at - _NEAR):at] for mark in _MARKS[2:] + '"')
    return near and not _NEXT_ON_NEW_LINE.match(text, at)


def _opens(text: str, offset: int) -> bool:
    """Whether words begin here: behind another mark, or before a stray one, nothing is sure."""
    return text[offset].isalnum() or (text[offset] in _MARKS and text[offset + 1:offset + 2].isalnum()
                                      and text[offset - 1:offset].isspace())


def _around(text: str, offset: int) -> str:
    return " ".join(f"… {text[max(0, offset - 25):offset + 26]} …".split())
