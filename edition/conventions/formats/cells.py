"""What a line that is set in columns holds: cells behind blanks, leaders or braces, and figures among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from edition.layout import Line
from edition.regex import regex
from edition.rules import Context
from edition.tree import Span
from edition.view import View

# What parts columns: leaders, three blanks and more, a blank before a brace. Leaders belong to the cell behind them.
PARTING = regex(r"[ \t]*(?:\.(?: ?\.){2,}|…[… .]*|_{3,}|-{4,})[ \t]*(?=\S)|[ \t]{3,}|[ \t]+(?=[{}])")
HEADS = regex(r"[ \t]{2,}")    # what parts the headings of columns
PARTS = ("   ", "\t", "..", " .", "…", "____", "----")  # one of them stands in a line that has columns
_SIGN = regex(r"[ .]\.|[ \t]{3}|…|__|--")  # of what parts columns: cheap, asked first
_SUM = r"[\d,.½¼¾⅓⅔/]{0,9}(?:[lsdh]\.)?"
_FIGURE = regex(r"[£$€+-]?\d[\d.,:/½¼¾⅓⅔-]{0,12}(?:%|[sdlh]\.|°|[½¼¾]| [a-z]{1,8})?\.?"
                rf"|[£$€]?\d{_SUM}(?: {{1,2}}\d{_SUM}){{1,2}}"
                r"|[-—–]+|\"|do\.|\.{2,}", re.I)
_DITTO = frozenset(('"', "'", "''", ",,", "„", "“", "”", "″", "do.", "do", "id.", "dto."))
_IN_CELLS = frozenset(("call", "c", "lb"))
_start = attrgetter("start")
_WIDEST = 200     # characters of a row


class Rows(NamedTuple):
    """The rows of a table, each its lines; the places of those that head the columns.

    `edges`: where the columns end, from the left; known where cells may be missing at the left.
    """

    rows: list[list[Line]]
    labels: frozenset[int]
    edges: tuple[int, ...] = ()


def cells(text: str, line: Line, parted: re.Pattern[str] = PARTING) -> list[tuple[int, int, int]]:
    """(start, content, end) of each cell of a line; leaders stand before the content of the cell behind them."""
    found, start, content = list[tuple[int, int, int]](), line.start, line.start
    for parting in parted.finditer(text, line.start, line.end):
        if parting.start() > content and parting.end() < line.end:
            found.append((start, content, parting.start()))
            leaders = parting.end() - len(parting[0].lstrip())
            start, content = leaders, parting.end()
    return [*found, (start, content, line.end)]


def dittoed(view: View, line: Line, found: list[tuple[int, int, int]], edge: int) -> list[tuple[int, int, int]]:
    """The cells of a line; a sign for what stands above is one with the figure behind it, which is of its column."""
    if len(found) < 3 or not is_ditto(view.text, found) or column(view, line, found[1][2]) > edge + 1:
        return found
    (start, content, _), (_, _, end), *others = found
    return [(start, content, end), *others]


def is_ditto(text: str, found: list[tuple[int, int, int]]) -> bool:
    """Whether the first cell of a line holds nothing but a sign for what stands above it."""
    _, content, end = found[0]
    return text[content:end].lower() in _DITTO


def column(view: View, line: Line, at: int) -> int:
    """At which column of the page a character of a line stands, or its end: calls of notes take their room there."""
    return line.indent + view.origin(at - 1) + 1 - view.origin(line.start) if at > line.start else line.indent


def said(text: str, line: Line) -> list[str]:
    """What each cell of a line says; nothing of a line that is no row."""
    if line.end - line.start > _WIDEST or not _SIGN.search(text, line.start, line.end):
        return []
    return [text[content:end] for _, content, end in cells(text, line)]


def is_figure(what: str) -> bool:
    """Whether a cell holds a figure, a sum of money, or what stands for one."""
    return bool(_FIGURE.fullmatch(what.replace("_", "")))


def are_whole(context: Context, rows: list[list[Line]]) -> bool:
    """Whether nothing that is set aside stands in a row but what may stand in a cell, and no such thing between two."""
    view, spans, end = context.document(), context.spans, -1
    for row in rows:
        start, last = view.origin(row[0].start), view.origin(row[-1].end - 1)
        if last - start != row[-1].end - 1 - row[0].start and not all(
                span.kind in _IN_CELLS for span in _starting(spans, start, last)):
            return False
        # A call straight behind a row belongs to it.
        if end >= 0 and any(span.kind in _IN_CELLS and "\n" in context.text[end:span.start]
                            for span in _starting(spans, end, start)):
            return False
        end = last + 1
    return True


def _starting(spans: list[Span], start: int, end: int) -> list[Span]:
    """The spans that begin from a place on and before another."""
    return spans[bisect_left(spans, start, key=_start):bisect_left(spans, end, key=_start)]
