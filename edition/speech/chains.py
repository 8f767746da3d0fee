"""Joins the pieces of one speech or letter by @next and @prev."""

from __future__ import annotations

import re

from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph


def chain(paragraphs: list[Paragraph]) -> None:
    """Join the pieces of one speech or letter: broken by an inquit or a comment, or by the end of a paragraph."""
    last: tuple[Paragraph, Quoted] | None = None
    for paragraph in paragraphs:
        for quoted in paragraph.quotes:
            if quoted.comment or quoted.kind not in ("said", "quote"):
                continue
            if last and _joins(*last, paragraph, quoted):
                _chain(*last, paragraph, quoted)
            last = paragraph, quoted


def _joins(p: Paragraph, first: Quoted, q: Paragraph, second: Quoted) -> bool:
    if q is not p:
        goes_over = first.runs_on and second.continues and q.place == p.place + 1
        return goes_over and first.end >= p.content[1] and first.kind == second.kind
    if second.why != "goes-on" or first.kind != second.kind or first.attrs.get("who") != second.attrs.get("who"):
        return False
    gap = p.masked[first.end : second.start].strip(" .,;:—–-")
    if not gap or first.inquit is None or first.why != "after":
        return not gap
    return not re.search(r"[.!?]\s+\w", p.masked[first.inquit.end : second.start])


def _chain(p: Paragraph, first: Quoted, q: Paragraph, second: Quoted) -> None:
    a, b = (f"said-{x.view.origin(y.start)}" for x, y in ((p, first), (q, second)))
    first.attrs |= {"key": a, "next": f"@{b}"}
    second.attrs |= {"key": b, "prev": f"@{a}"}
