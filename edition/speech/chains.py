"""Joins the pieces of one speech or letter by @next and @prev; also what is reported of it, then quoted."""

from __future__ import annotations

import re

from edition.regex import regex
from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph
from edition.speech.spoken import Spoken

_BETWEEN = regex(r"[\s,:;—–-]*")


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
        goes_over = first.runs_on and second.continues and q.place == p.place + 1 and q.note == p.note
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


def chain_reported(clause: Spoken, following: Quoted, new_sentence: bool = False) -> None:
    """Join a clause that reports speech and the marked speech that goes on from it: one utterance of one speaker.

    `new_sentence`: it is known to go on although the clause ends its sentence.
    """
    gap = clause.paragraph.text[clause.end : following.start]
    if following.kind != "said" or "prev" in following.attrs or not _BETWEEN.fullmatch(gap):
        return
    told, who = clause.attrs.get("who"), following.attrs.get("who")
    ended = clause.paragraph.text[clause.end - 1] in ".!?" and not new_sentence
    by = following.inquit
    same = told == who or (told is None and by is not None and by.start < clause.start and following.why == "before")
    if ended or not same:
        return
    join(clause.paragraph, clause.start, clause.attrs, following.start, following.attrs)


def join(paragraph: Paragraph, start: int, attrs: dict[str, str], after: int, following: dict[str, str]) -> None:
    """Join two pieces of one speech in a paragraph by @next and @prev."""
    a, b = (f"said-{paragraph.view.origin(place)}" for place in (start, after))
    attrs |= {"key": a, "next": f"@{b}"}
    following |= {"key": b, "prev": f"@{a}"}
