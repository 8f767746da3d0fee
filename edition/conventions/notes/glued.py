"""Calls of notes that are glued to the word before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span, skin

_CALL = re.compile(r"(?<=[^\W\d_]|[)\]”’\"'.,;:!?])\d{1,3}(?=[\s.,;:!?)”’\"]|\Z)")


def _glued_calls(context: Context) -> Iterator[Span]:
    """Walk calls and notes together: a call must have the number of a note, in the order of the notes."""
    notes = [note for note in context.find("note") if note.get("key")]
    wanted = [note.get("n") for note in notes]
    labels = set(wanted)
    calls = sorted(
        (view.claim("call", *match.span(), "glued-call"), match[0])
        for view in context.views("p", "head", "l", "item", "note")
        for match in _CALL.finditer(view.text)
        if match[0] in labels
    )
    at = 0
    for call, label in calls:
        place = next((k for k in range(at, min(at + 8, len(wanted))) if wanted[k] == label), None)
        if place is None or notes[place].start <= call.start < notes[place].end:
            continue
        yield skin(call.start, call.end, "call", "glued-call", (("target", notes[place].get("key")), ("n", label)))
        at = place + 1


GLUED_CALLS = Convention(
    "glued-calls",
    "A number glued to a word or bracket calls the note of that number.",
    "tools of production)2 from",
    (Rule("glued-call", "a digit glued to a word calls a note", "farm-hands3 which", _glued_calls),),
    lambda context: Score(1.0, "there are numbered notes") if context.find("note") else NO,
)
