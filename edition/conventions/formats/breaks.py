"""Lines of asterisks and other signs between passages: the thought breaks off, and a new one begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.layout import Line
from edition.proof.skins import LONGEST
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_ORNAMENTS = frozenset("*•·⁂❦☙❧§⸙")
_DRAWN = frozenset("-–—―─━_=~#+^·•*")
_POINTS = frozenset(".…")
_TAGS = frozenset(("<hr>", "<hr/>", "<hr />"))
_KNOTS = frozenset(("o0o", "oOo", "ooo", "o", "O"))
_BEGINS = regex(f"[{re.escape(''.join(sorted(_ORNAMENTS | _DRAWN | _POINTS)))}<\\\\oO]")
_IN_KNOT = frozenset("oO0*-–—―\\ \t\n")  # what follows the o with which a line of signs begins


def _unit(text: str, apart: bool) -> str:
    """What a line of signs alone says: a section ends, a passage is left out; nothing where it is another thing."""
    if text.lower() in _TAGS:
        return "section"
    if text == "~~~":
        return ""  # a fence of which the other half is lost
    signs = "".join(text.replace("\\", "").split())
    if not signs or len(signs) > LONGEST or signs.isalnum():
        return "section" if signs in _KNOTS and len(signs) == 3 and apart else ""
    if set(signs) <= _ORNAMENTS or (signs == "#" and apart):
        return "section"
    if set(signs) <= _POINTS:
        return "absent" if apart or len(signs) > 2 else ""
    if set(signs) <= _DRAWN:
        return "section" if apart and len(signs) > 2 else ""
    return "section" if apart and signs.strip("-–—―*") in _KNOTS else ""


def _breaks(context: Context) -> Iterator[tuple[View, Line, str]]:
    view = context.document()
    text, found = view.text, view.lines
    for place in [match.start() for match in _BEGINS.finditer(view.table.firsts)]:
        line = found[place]
        if text[line.start] in "oO" and text[line.start + 1:line.start + 2] not in _IN_KNOT and line.end < len(text):
            continue
        apart = (not place or line.gap > 0) and (place + 1 == len(found) or found[place + 1].gap > 0)
        if unit := _unit(text[line.start:line.end], apart):
            yield view, line, unit


def _claims(context: Context) -> Iterator[Span]:
    for view, line, unit in _breaks(context):
        attrs: Attrs = (("unit", unit),)
        yield view.claim("milestone", line.start, line.end, "omission" if unit == "absent" else "thought-break", attrs,
                         line.end - line.start)


def _score(context: Context) -> Score:
    count = sum(1 for _ in _breaks(context))
    return Score(0.9, f"{counted(count, 'line')} of signs alone") if count else NO


THOUGHT_BREAKS = Convention(
    "thought-breaks",
    "A line of asterisks or other signs alone parts two passages; a line of points stands for one that is left out.",
    "* * * * *",
    (Rule("thought-break", "a line of asterisks, dashes or an ornament", "* * * * *", _claims),
     Rule("omission", "a line of points", ". . . . .", lambda _: ())),
    _score,
)
