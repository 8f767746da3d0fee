"""Tables of figures: lines that follow one another, a figure in each below the one above; and lines beside a brace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.formats.cells import HEADS, PARTS, Rows, cells, column, dittoed, is_ditto, is_figure, said
from edition.layout import Line
from edition.regex import regex
from edition.view import View

_LEAST = 3        # rows of a table; one fewer where a brace gathers them
_WIDE = 80        # characters of a line that heads columns, or stands beside a brace
_INSET = 4        # blanks by which a line is set in that heads the columns
_ALIGNED = 0.7    # of the rows of a table
_ENTRY = 3        # lines of a row whose words fill more than one
_REACH = 4        # lines from one row with a figure to the next
_RULE = frozenset("_-=")  # above a sum
_BRACE = regex(r"(?:(?<=\s)|(?<=[^\W\d_])|^)\}(?=\s|\Z)|(?:(?<=\s)|^)\{(?=\s|[^\W_])")


class _Figures(NamedTuple):
    """The columns where the figures of a line begin and end; where its first cell ends; whether they have digits."""

    left: list[int]
    right: list[int]
    first: int
    digits: bool


def _figures(view: View, done: set[int]) -> dict[int, _Figures]:
    """The lines of several cells of which one behind the first is a figure, by their places."""
    text, found, figures = view.text, view.lines, dict[int, _Figures]()
    for place in view.table.holding(*PARTS):
        line = found[place]
        told = said(text, line) if line.start not in done else []
        if any(map(is_figure, told[1:])) and any(map(str.isalnum, text[line.start:line.end])):
            parts = cells(text, line)
            those = [part for part, what in zip(parts, told, strict=True) if is_figure(what) and part is not parts[0]]
            figures[place] = _Figures([column(view, line, content) for _, content, _ in those],
                                      [column(view, line, end) for _, _, end in those], column(view, line, parts[0][2]),
                                      any(c.isdigit() for _, content, end in those for c in text[content:end]))
    return figures


def figure_tables(view: View, done: set[int]) -> Iterator[Rows]:
    """Tables of lines that hold a figure each, with the lines between them that belong to one of them."""
    figures = _figures(view, done)
    places = sorted(figures) if len(figures) >= _LEAST - 1 else []
    run, rows = list[int](), list[list[Line]]()
    for place, following in pairwise([*places, -1]):
        run.append(place)
        rows = rows or [_first(view, place, following)]
        more = _rows_between(view, figures, place, following)
        if more is not None:
            rows += more
            continue
        rows += _remarks(view, figures[place], place)
        if table := _table(view, [figures[one] for one in run], rows, run[0], done):
            yield table
        run, rows = [], []


def _first(view: View, place: int, following: int) -> list[Line]:
    """The first row of a table: with the words above it, where rows of several lines stand apart."""
    lines, first = view.lines, place
    if following > place and lines[following].gap:
        while place - first < _ENTRY and first and not lines[first].gap:
            first -= 1
    return lines[first if lines[first].gap or not first else place:place + 1]


def _rows_between(view: View, figures: dict[int, _Figures], place: int, following: int) -> list[list[Line]] | None:
    """The rows below a line with a figure up to the next line with one; None where the table does not go on."""
    if not place < following <= place + _REACH:
        return None
    rows, words, lines = list[list[Line]](), list[Line](), view.lines
    for line in lines[place + 1:following]:
        if line.gap > 1 or (words and line.gap) or len(words) >= _ENTRY:
            return None
        if words and line.indent > figures[place].first and is_figure(view.text[line.start:line.end]):
            rows.append([*words, line])
            words = []
        elif not words and not line.gap and _belongs(view.text, line, figures[place]):
            rows.append([line])
        elif words or line.gap:
            words.append(line)
        else:
            return None
    last = lines[following]
    usual = max(1, lines[place].gap if place else 0)
    return None if last.gap > usual or (words and last.gap) else [*rows, [*words, last]]


def _belongs(text: str, line: Line, above: _Figures) -> bool:
    """Whether a line adds something to the row above: it is set in below its figures, or stands beside a brace."""
    whole = text[line.start:line.end]
    says = any(map(str.isalnum, whole)) or _RULE.issuperset(whole)
    return (says and line.indent > above.first) or bool(_braces(text, line))


def _remarks(view: View, last: _Figures, place: int) -> Iterator[list[Line]]:
    """The lines below the last row that add something to it."""
    for line in view.lines[place + 1:place + _REACH]:
        if line.gap or not _belongs(view.text, line, last):
            return
        yield [line]


def _table(view: View, figures: list[_Figures], rows: list[list[Line]], first: int, done: set[int]) -> Rows | None:
    """The table of these rows, where enough of its figures stand one below another; with the line that heads it."""
    text, found = view.text, view.lines
    braced = any(_braces(text, row[-1]) for row in rows)
    if len(figures) < _LEAST - braced or not _aligned(figures):
        return None
    above = found[first - 1] if first and len(rows[0]) == 1 and found[first].gap <= 1 else None
    headed = above is not None and above.start not in done and _heads(text, above, rows[0][0])
    return Rows([[above], *rows] if above and headed else rows, frozenset([0] * headed),
                _edges(view, [row[-1] for row in rows]))


def _heads(text: str, above: Line, row: Line) -> bool:
    """Whether a line heads the columns below it: several short pieces, or one that is set in."""
    return above.end - above.start < _WIDE and (
        len(cells(text, above, HEADS)) > 1 or (above.indent > row.indent + _INSET and not text[row.start].islower()))


def _aligned(figures: list[_Figures]) -> bool:
    """Whether in most lines a figure begins or ends at one column; figures all told."""
    told = sum(one.digits for one in figures)
    most = max(_near([one.left for one in figures]), _near([one.right for one in figures]))
    return told * 2 > len(figures) and most >= _ALIGNED * len(figures)


def _near(columns: list[list[int]]) -> int:
    """How many lines have a figure within one of the commonest column."""
    usual = Counter(column for line in columns for column in line).most_common(1)[0][0]
    return sum(any(abs(column - usual) <= 1 for column in line) for line in columns)


def _edges(view: View, lines: list[Line]) -> tuple[int, ...]:
    """Where the columns end, by the lines that have as many cells as most have."""
    text, every = view.text, [cells(view.text, line) for line in lines]
    edge = max((column(view, line, found[0][2]) for line, found in zip(lines, every, strict=True)
                if len(found) > 1 and not is_ditto(text, found)), default=0)
    parts = [dittoed(view, line, found, edge) for line, found in zip(lines, every, strict=True)]
    usual = Counter(map(len, parts)).most_common(1)[0][0]
    ends = [[column(view, line, end) for _, _, end in found] for line, found in zip(lines, parts, strict=True)
            if len(found) == usual]
    return tuple(max(column_ends) for column_ends in zip(*ends, strict=True))


def _braces(text: str, line: Line) -> list[int]:
    """The columns of the braces in a line that gather words at one of their sides."""
    if line.end - line.start > _WIDE or ("}" not in text[line.start:line.end] and "{" not in text[line.start:line.end]):
        return []
    return [line.indent + match.start() for match in _BRACE.finditer(text[line.start:line.end])]


def brace_tables(view: View, done: set[int]) -> Iterator[Rows]:
    """Lines that follow one another beside a brace, with words at both its sides."""
    text, found = view.text, view.lines
    places = [place for place in view.table.holding("{", "}") if found[place].start not in done
              and _braces(text, found[place])] if "{" in text or "}" in text else []
    run = list[int]()
    for place, following in pairwise([*places, -1]):
        run.append(place)
        if following == place + 1 and not found[following].gap and _one_below_another(text, found, place):
            continue
        lines = [found[one] for one in run]
        if edge := _gathered(text, lines):
            yield Rows([[line] for line in lines], frozenset(), (edge - 1, edge))
        run = []


def _one_below_another(text: str, found: list[Line], place: int) -> bool:
    return bool(set(_braces(text, found[place])) & set(_braces(text, found[place + 1])))


def _gathered(text: str, lines: list[Line]) -> int:
    """The column of the brace that gathers these lines; 0 where none has words at both sides."""
    if len(lines) < 2:
        return 0
    at, count = Counter(one for line in lines for one in _braces(text, line)).most_common(1)[0]
    before = sum(line.indent < at for line in lines)
    after = sum(line.indent + line.end - line.start > at + 1 for line in lines)
    closing = any(text[line.start + at - line.indent] == "}" for line in lines
                  if line.indent <= at < line.indent + line.end - line.start)
    several, one = (before, after) if closing else (after, before)
    return at if count == len(lines) and several > 1 and one else 0
