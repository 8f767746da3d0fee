"""Errors that a note in the source speaks of: they stay as printed, or the note would make no sense."""

from __future__ import annotations

from collections.abc import Iterator

from edition.corrections.model import Correction, in_view
from edition.corrections.names import distance
from edition.regex import regex
from edition.rules import Context
from edition.tree import Span
from edition.view import View

_SPEAKS_OF_SPELLING = regex(
    r"(?:[Mm]is-?spell?ed|[Mm]isspelt|[Mm]isspelling|[Mm]isprint(?:ed)?|[Rr]ecte|[Ss]ic|[Cc]orrectly|[Rr]ead|"
    r"[Ss]hould (?:be|read)|[Rr]ichtig|[Ff]alsch)[:,]?\s+(?:for|from|form of|as|of|statt)?\s*"
    r"[“\"‘'«„*_]?(?P<right>[^\W\d_][\w’'-]+)")
_LAST_WORD = regex(r"([^\W\d_][\w’'-]*)[”\"’'»)\].,;:]*\Z")


def noted_errors(context: Context) -> Iterator[Correction | None]:
    """The word at a note's call, where the note gives its right form ("Misspelled Chelyuskin" at *Chelushkin*)."""
    rights = {view.span.get("key"): found["right"] for view in context.views("note")
              if view.span.get("key") and (found := _SPEAKS_OF_SPELLING.match(view.text.lstrip(" .:—–-")))}
    if not rights:
        return
    calls = [span for span in context.spans if span.kind == "call" and span.get("target") in rights]
    if not calls:
        return
    views = sorted(context.views("p", "head", "item", "l"), key=lambda view: view.span.start)
    for call in calls:
        yield from _at_call(views, call, rights[call.get("target")])


def _at_call(views: list[View], call: Span, right: str) -> Iterator[Correction | None]:
    view = next((v for v in views if v.span.start <= call.start < v.span.end), None)
    if view is None:
        return
    word = _LAST_WORD.search(view.text[:view.view_offset(call.start)])
    if word and word[1] != right and distance(word[1].lower(), right.lower(), 3) <= min(3, len(right) // 3):
        yield in_view(view, word.start(1), word.end(1), "", "noted",
                      f"the note here gives “{right}” and speaks of the printed spelling: it must stay", form="sic")
