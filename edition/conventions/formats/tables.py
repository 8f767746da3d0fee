"""Tables of Markdown: cells between upright strokes, a line of hyphens under the first row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_STROKE = regex(r"(?<!\\)\|")
_WIDEST = 150  # signs of a line of hyphens that may be the skin of a row


def _is_rule(text: str) -> bool:
    return "|" in text and "-" in text and set(text) <= frozenset("|-: \t")


def piped_tables(view: View) -> Iterator[tuple[list[Line], int]]:
    """(the lines of a table, the place of the line of hyphens): a row with strokes, the line, more rows."""
    places = view.table.holding("|") if "|" in view.text else []
    found = view.lines if places else []
    heads = [place - 1 for place in places if place and not found[place].gap
             and _is_rule(view.text[found[place].start:found[place].end])
             and _STROKE.search(view.text, found[place - 1].start, found[place - 1].end)]
    done = 0
    for head in heads:
        if head < done:
            continue
        done = head + 2
        while done < len(found) and not found[done].gap and _STROKE.search(view.text, found[done].start,
                                                                           found[done].end):
            done += 1
        yield found[head:done], 1


def _cells(text: str) -> list[tuple[int, int, int, int]]:
    """(start, content, end of content, end) of each cell of a row; what parts cells belongs to the one behind it."""
    strokes = [match.start() for match in _STROKE.finditer(text)]
    last = strokes.pop() if strokes and not text[strokes[-1] + 1:].strip() and len(strokes) > 1 else len(text)
    starts = strokes if strokes and strokes[0] == 0 else [0, *strokes]
    made = []
    for start, end in pairwise([*starts, last]):
        inner = text[start:end].removeprefix("|")
        content = end - len(inner.lstrip()) if inner.strip() else end
        made.append((start, content, start + len(text[start:end].rstrip()) if inner.strip() else end, end))
    if made and last < len(text):
        start, content, inner_end, _ = made[-1]
        made[-1] = start, content, inner_end, len(text)
    return made


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for table, ruled in piped_tables(view):
        yield view.claim("table", table[0].start, table[-1].end, "piped-table")
        for place, line in enumerate(table):
            if place != ruled:
                yield from _row(view, line, table[ruled] if place == ruled - 1 else None)


def _row(view: View, line: Line, below: Line | None) -> Iterator[Span]:
    attrs: Attrs = (("role", "label"),) if below else ()
    narrow = below is not None and below.end - below.start <= _WIDEST
    end = below.end if below and narrow else line.end
    yield view.claim("row", line.start, end, "piped-table", attrs, 0, end - line.end)
    if below and not narrow:
        yield view.claim("fw", below.start, below.end, "piped-table", (("type", "rule"),))
    for start, content, inner_end, stop in _cells(view.text[line.start:line.end]):
        yield view.claim("cell", line.start + start, line.start + stop, "piped-table", (), content - start,
                         stop - max(inner_end, content))


def _score(context: Context) -> Score:
    count = sum(1 for _ in piped_tables(context.document()))
    return Score(1.0, counted(count, "table") + " of cells between strokes") if count else NO


MARKDOWN_TABLES = Convention(
    "markdown-tables",
    "Rows of cells between upright strokes, with a line of hyphens under the first, are a table.",
    "| Year | Mills |\\n|------|-------|\\n| 1878 | 12 |",
    (Rule("piped-table", "rows of cells between strokes", "| Year | Mills |\\n|---|---|\\n| 1878 | 12 |", _claims),),
    _score,
)
