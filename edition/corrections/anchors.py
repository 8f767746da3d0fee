"""Finding the place in a source that a decision speaks of: a line and the printed reading, exactly once."""

from __future__ import annotations

import re

from edition.records import record
from edition.regex import regex
from edition.source import Source

# How much of what stands before and behind a reading may be asked to tell it from others.
CONTEXT = 24
_STRETCH = 8 * CONTEXT
_BLANK = regex(r"\s+")


@record
class Anchor:
    """What a decision says of its place. `before`, `after`: characters next to the printed reading, on each side."""

    line: int
    printed: str
    before: str = ""
    after: str = ""


@record
class Place:
    """Where an anchor was found: offsets of the source; `line`: where the reading begins; `moved`: on another line
    than the anchor says."""

    start: int
    end: int
    line: int
    moved: bool


@record
class NoPlace:
    """Why an anchor was not found, in words; `code`: decision-stale or decision-ambiguous."""

    code: str
    reason: str


def find(anchor: Anchor, source: Source) -> Place | NoPlace:
    """The one place of an anchor. White space counts as one blank, so a reading may run over a line's end.

    A reading that does not begin on its line is taken where it occurs once in the whole source (lines may have moved).
    """
    if len(near := _on_line(anchor, source)) == 1:
        return Place(*near[0], anchor.line, moved=False)
    found = [(start, end, source.line(start)) for start, end in _matches(anchor, source.text)]
    here = [place for place in found if place[2] == anchor.line]
    if len(here) == 1:
        return Place(*here[0], moved=False)
    said = f'"{" ".join(anchor.printed.split())}"'
    if len(here) > 1:
        return NoPlace("decision-ambiguous", f"{said} stands {len(here)} times on line {anchor.line}; add `before` or "
                       f"`after` (up to {CONTEXT} characters next to it) to say which is meant")
    if len(found) == 1:
        return Place(*found[0], moved=True)
    if found:
        lines = ", ".join(dict.fromkeys(str(line) for _, _, line in found[:6]))
        return NoPlace("decision-ambiguous", f"{said} is not on line {anchor.line}, but stands on several others "
                       f"({lines}{' …' if len(found) > 6 else ''}); correct `line`")
    return NoPlace("decision-stale", f"{said} is not on line {anchor.line}, nor anywhere else in the source; the text "
                   "has changed, or the reading is not given exactly as it is printed")


def anchor_of(source: Source, start: int, end: int) -> Anchor:
    """The anchor that finds these characters again, with what stands beside them only where the reading needs it."""
    text, line = source.text, source.line(start)
    printed = text[start:end]
    before, after = text[max(0, start - CONTEXT):start], text[end:end + CONTEXT]
    # What is only white space tells nothing apart.
    before, after = before if before.strip() else "", after if after.strip() else ""
    for anchor in (Anchor(line, printed), Anchor(line, printed, before), Anchor(line, printed, "", after)):
        if _on_line(anchor, source) == [(start, end)]:
            return anchor
    return Anchor(line, printed, before, after)


def _on_line(anchor: Anchor, source: Source) -> list[tuple[int, int]]:
    """The places that begin on the line of the anchor: most are there, so the whole source is seldom searched.

    None for a reading that begins with white space, which may begin on an earlier line.
    """
    try:
        first, last = source.line_span(anchor.line)
    except IndexError:
        return []
    if anchor.printed[0].isspace():
        return []
    if _BLANK.search(anchor.printed):
        return _matches(anchor, source.text, first, last)
    found, start = list[tuple[int, int]](), source.text.find(anchor.printed, first, last)
    while start >= 0:
        if _beside(anchor, source.text, start, start + len(anchor.printed)):
            found.append((start, start + len(anchor.printed)))
        start = source.text.find(anchor.printed, start + len(anchor.printed), last)
    return found


def _matches(anchor: Anchor, text: str, first: int = 0, last: int | None = None) -> list[tuple[int, int]]:
    """The places that begin at `first` or behind it, and (with `last`) not behind that."""
    places = []
    for match in regex(_spaced(anchor.printed)).finditer(text, first):
        start, end = match.span()
        if last is not None and start > last:
            break
        if _beside(anchor, text, start, end):
            places.append((start, end))
    return places


def _beside(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Whether what the anchor says of its neighbours is so; any run of white space stands for any other."""
    # On a short stretch beside the reading: more would be slow on long texts.
    before, after = _BLANK.sub(" ", text[max(0, start - _STRETCH):start]), _BLANK.sub(" ", text[end:end + _STRETCH])
    return before.endswith(_BLANK.sub(" ", anchor.before)) and after.startswith(_BLANK.sub(" ", anchor.after))


def _spaced(words: str) -> str:
    """A pattern for a text in which any run of white space stands for any other."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))
