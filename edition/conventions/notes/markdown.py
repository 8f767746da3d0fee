"""Notes as Markdown has them: `[^3]: text`, with further paragraphs indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.notes.making import note_attributes, note_spans
from edition.conventions.notes.markers import NAME
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View
from edition.words import holds

_OPEN = regex(rf"\[\^({NAME})\]:[ \t]*")

_CALL = regex(rf"\[\^({NAME})\](?!:)")


def _found(view: View) -> Iterator[tuple[re.Match[str], list[Line]]]:
    """Each note: its mark, its lines. An empty line ends it, unless what follows is indented."""
    opened: tuple[re.Match[str], list[Line]] | None = None
    for line in view.lines if holds(view.text, "[^") else ():
        match = _OPEN.match(view.text, line.start, line.end)
        if opened and (match or (line.gap and line.indent < 2)):
            yield opened
            opened = None
        if match and match.end() < line.end:
            opened = match, [line]
        elif opened:
            opened[1].append(line)
    if opened:
        yield opened


def _markdown_notes(context: Context) -> Iterator[Span]:
    view = context.document()
    for match, own in _found(view):
        attrs = note_attributes(context, match[1], "end", view.origin(match.start()))
        yield from note_spans(context, view, match.start(), match.end(), own, "markdown-note", attrs)


def _score(context: Context) -> Score:
    view = context.document()
    called = set(_CALL.findall(view.text)) if holds(view.text, "[^") else set()
    count = sum(match[1] in called for match, _ in _found(view)) if called else 0
    return Score(1.0, f"{counted(count, 'note')} marked as Markdown does") if count else NO


MARKDOWN_NOTES = Convention(
    "markdown-notes",
    "A line that begins with [^, a name, ]: is the note of that name; its further paragraphs are indented.",
    "It is so.[^1]\\n\\n[^1]: But not always.",
    (Rule("markdown-note", "a note as Markdown marks it", "[^1]: But not always.", _markdown_notes),),
    _score,
)
