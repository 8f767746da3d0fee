"""Notes as spans: the mark is skin, several paragraphs become paragraphs, whose note it is an editor says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from edition.layout import Line
from edition.rules import Context
from edition.tree import Attrs, Span
from edition.view import View

Place = Literal["bottom", "end"]
# What links a note to its call needs to know and TEI does not: where the text begins that may call it.
SCOPE = "_scope"
LABEL = "_label"  # the mark of a call, where the note itself has none


def page_starts(context: Context, view: View) -> list[int]:
    """Where pages begin in the text, by the page breaks that earlier rules found."""
    return sorted({view.view_offset(span.start) for span in context.spans if span.kind == "pb"})


def note_attributes(context: Context, label: str, place: Place, key: int) -> Attrs:
    """The attributes of a note. Whose it is only an editor knows: not told, it is a footnote and no more."""
    by = context.options.notes_by
    whose = (("type", "annotation"), ("resp", f"#{by}")) if by else (("type", "footnote"),)
    number = (("n", label),) if label else ()
    return (*number, ("place", place), *whose, ("key", f"note{key}"))


def note_spans(context: Context, view: View, start: int, content: int, lines: Sequence[Line], rule: str,
               attrs: Attrs, after: int = 0) -> Iterator[Span]:
    """A note from view[start] to the end of its last line, its mark up to `content`.

    `lines`: its lines, the first with the mark. An empty line parts paragraphs. `after`: characters of its mark at
    the end.
    """
    yield view.claim("note", start, lines[-1].end, rule, attrs, content - start, after)
    cuts = [place for place in range(1, len(lines)) if lines[place].gap > context.page.spacing]
    starts = [content, *(lines[place].start for place in cuts)]
    ends = [*(lines[place - 1].end for place in cuts), lines[-1].end - after]
    if len(starts) > 1:
        for first, last in zip(starts, ends, strict=True):
            if first < last:
                yield view.claim("p", first, last, "note-paragraph")
