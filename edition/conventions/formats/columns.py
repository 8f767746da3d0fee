"""Tables that are set in columns with blanks or leaders: figures side by side, contents with their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.indexes import index_lines
from edition.conventions.blocks.wording import piece, pieces
from edition.conventions.formats.cells import HEADS, PARTING, Rows, are_whole, cells, dittoed, is_figure, said
from edition.conventions.formats.drawn import drawings
from edition.conventions.formats.figures import brace_tables, figure_tables
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View
from edition.words import holds

# Signs of columns → what a page or a figure behind them looks like. Each begins with its sign, and looks behind it.
_FOLLOWED = r"[\[(]?[\divxlc£$]"
_CHEAP = {("   ",): regex(rf"   (?<=\S {{3}}) *{_FOLLOWED}"),
          ("\t",): regex(rf"\S[ \t]{{3,}}{_FOLLOWED}"),
          ("..", ". ."): regex(rf"\.(?:(?<=\S\.)|(?<=\S[ \t]\.))(?: ?\.){{2}}[ \t]{{0,9}}{_FOLLOWED}"),
          ("…",): regex(rf"…(?:(?<=\S…)|(?<=\S[ \t]…))[ \t]{{0,9}}{_FOLLOWED}")}
_PAGE = regex(r"[\[(]?(?:(?:to face |facing )?p(?:age)?\.? |s\. )?"
              r"(?:\d{1,4}|[ivxlc]{1,7})(?:[-–—](?:\d{1,4}|[ivxlc]{1,7}))?[\])]?\.?"
              r"|frontispiece|titelbild|frontispice", re.I)
_HEADER = regex(r"(?:chapters?|kapitel|chapitres?|no\.?|nr\.?|num\w*\.?)?\s*"
                r"(?:(?:facing |to face )?pages?|seite|pag\.?|página|pagina|bladz(?:ijde)?|blz"
                r"|side|sida|str|p\.)\.?", re.I)
_LONGEST = 40     # characters of a heading
_LEAST = 3        # rows of a table
_ROW = 8          # lines of an entry of a table of contents
_LOOK = 40        # lines without a page between two entries: the summary of a chapter
_WIDE = 80        # characters of a line; a longer one counts as several
_APART = 2        # empty lines between entries; more of them end the contents


def _contents(context: Context) -> Iterator[Rows]:
    """The entries under a heading of contents or illustrations: lines up to one that ends in a page."""
    view = context.document()
    found = view.lines
    for place in pieces(context, "contents"):
        if found[place].end - found[place].start < _LONGEST:
            tables = list(_entries(view.text, found, place + 1))
            if sum(len(table.rows) for table in tables) >= _LEAST:
                yield from tables


def _entries(text: str, found: list[Line], place: int) -> Iterator[Rows]:
    rows, labels, pending, since, begun = list[list[Line]](), set[int](), list[Line](), 0, False
    for line in found[place:]:
        if (line.gap and pending) or len(pending) >= _ROW:
            if rows:
                yield Rows(rows, frozenset(labels))
            rows, labels, pending = [], set(), []
        told = said(text, line)
        last, whole = told[-1].replace("_", "") if len(told) > 1 else "", text[line.start:line.end]
        if begun and line.gap > _APART:
            break
        if _PAGE.fullmatch(last) and not any(is_figure(cell) and cell != '"' for cell in told[1:-1]):
            rows.append([*pending, line])
            pending, since, begun = [], 0, True
        elif _HEADER.fullmatch(last or whole) and not pending:
            labels.add(len(rows))
            rows.append([line])
        elif since > _LOOK or ((named := piece(whole)) and named[0] == "contents"):
            break
        else:
            pending.append(line)
            since += 1 + (line.end - line.start) // _WIDE
    if rows:
        yield Rows(rows, frozenset(labels))


def _tables(context: Context) -> Iterator[Rows]:
    view = context.document()
    text = view.text
    columns = any(cheap.search(text) for signs, cheap in _CHEAP.items() if holds(text, *signs))
    if not columns and "}" not in text and "{" not in text:
        return
    done = {line.start for drawing in drawings(view) for line in drawing.lines}
    for table in _contents(context):
        taken = {line.start for row in table.rows for line in row}
        if not taken & done and len(table.rows) > len(table.labels):
            done |= taken
            yield table
    for table in figure_tables(view, done):
        done |= {line.start for row in table.rows for line in row}
        yield table
    yield from brace_tables(view, done | {line.start for index in index_lines(context) for line in index})


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for table in context.of_document(_survey):
        rows = [(row, _empty(table, row)) for row in table.rows]
        (first, empty), last = rows[0], rows[-1][0]
        yield view.claim("table", first[0].start - empty, last[-1].end, "columns")
        for number, (row, empty) in enumerate(rows):
            attrs: Attrs = (("role", "label"),) if number in table.labels else ()
            start = row[0].start - (empty if len(row) == 1 else 0)
            yield view.claim("row", start, row[-1].end, "columns", attrs)
            yield from _cells(view, row, empty, table.edges[0] if table.edges else 0,
                              HEADS if number in table.labels else PARTING)


def _empty(table: Rows, row: list[Line]) -> int:
    """How many cells are missing at the left of a row, which stands beyond the columns of theirs."""
    return sum(edge < row[-1].indent for edge in table.edges[:-1])


def _cells(view: View, row: list[Line], empty: int, edge: int, parted: re.Pattern[str]) -> Iterator[Span]:
    """The cells of a row: those that are missing are empty; the words of a row of several lines are its first cell."""
    line = row[-1]
    found = dittoed(view, line, cells(view.text, line, parted), edge)
    if len(row) > 1 and empty:
        yield view.claim("cell", row[0].start, row[-2].end, "columns")
    elif len(row) > 1:
        (_, content, end), *found = found
        yield view.claim("cell", row[0].start, end, "columns")
    else:
        for at in range(line.start - empty, line.start):
            yield view.claim("cell", at, at + 1, "columns", (), 1)
    for start, content, end in found:
        yield view.claim("cell", start, end, "columns", (), content - start)


def _survey(context: Context) -> list[Rows]:
    return [table for table in _tables(context) if are_whole(context, table.rows)]


def _score(context: Context) -> Score:
    count = len(context.of_document(_survey))
    return Score(0.8, counted(count, "table") + " of figures or pages that stand in a column") if count else NO


TYPED_TABLES = Convention(
    "typed-tables",
    "Lines that end in a figure, one below another behind blanks or leaders, are the rows of a table.",
    "The mill       12\\nThe dam         7\\nThe weir        3",
    (Rule("columns", "rows whose cells are parted by blanks or leaders",
          "CONTENTS\\n\\nThe Mill . . . . 12\\nThe Dam . . . . 70\\nThe Weir . . . . 93", _claims),),
    _score,
)
