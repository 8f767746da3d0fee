"""Tables that are set in columns with blanks or leaders: figures side by side, contents with their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.blocks.wording import piece, pieces
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

# What parts columns: leaders, or three blanks and more. Leaders belong to the cell behind them.
_PARTING = regex(r"[ \t]*(?:\.(?: ?\.){2,}|…[… .]*|_{3,}|-{4,})[ \t]*(?=\S)|[ \t]{3,}")
_HEADS = regex(r"[ \t]{2,}")    # what parts the headings of columns
# Signs of columns → what a page or a figure behind them looks like. Each begins with its sign, and looks behind it.
_FOLLOWED = r"[\[(]?[\divxlc£$]"
_CHEAP = {("   ",): regex(rf" {{3}}(?<=\S {{3}}) *{_FOLLOWED}"),
          ("\t",): regex(rf"\S[ \t]{{3,}}{_FOLLOWED}"),
          ("..", ". ."): regex(rf"\.(?:(?<=\S\.)|(?<=\S[ \t]\.))(?: ?\.){{2}}[ \t]{{0,9}}{_FOLLOWED}"),
          ("…",): regex(rf"…(?:(?<=\S…)|(?<=\S[ \t]…))[ \t]{{0,9}}{_FOLLOWED}")}
_PARTS = ("   ", "\t", "..", " .", "…", "____", "----")  # one of them stands in a line that has columns
_SIGN = regex(r"[ .]\.|[ \t]{3}|…|__|--")  # of what parts columns: cheap, asked first
_FIGURE = regex(r"[£$€+-]?\d[\d.,:/½¼¾⅓⅔-]{0,12}(?:%|[sdlh]\.|°|[½¼¾]| [a-z]{1,8})?\.?"
                r"|[-—–]+|\"|do\.|\.{2,}", re.I)
_PAGE = regex(r"[\[(]?(?:(?:to face |facing )?p(?:age)?\.? |s\. )?"
              r"(?:\d{1,4}|[ivxlc]{1,7})(?:[-–—](?:\d{1,4}|[ivxlc]{1,7}))?[\])]?\.?"
              r"|frontispiece|titelbild|frontispice", re.I)
_HEADER = regex(r"(?:chapters?|kapitel|chapitres?|no\.?|nr\.?|num\w*\.?)?\s*"
                r"(?:(?:facing |to face )?page|pages|seite|pages?|pag\.?|página|pagina|p\.)\.?", re.I)
_LONGEST = 40     # characters of a heading
_LEAST = 3        # rows of a table
_ROW = 8          # lines of an entry of a table of contents
_LOOK = 40        # lines without a page between two entries: the summary of a chapter
_WIDE = 80        # characters of a line; a longer one counts as several
_INSET = 4        # blanks by which a line is set in that heads the columns
_APART = 2        # empty lines between entries; more of them end the contents
_WIDEST = 200     # characters of a row
_ALIGNED = 0.7    # of the rows of a table that no heading names


class _Table(NamedTuple):
    """Rows, each its lines; the places of those that head the columns."""

    rows: list[list[Line]]
    labels: frozenset[int]


def _cells(text: str, line: Line, parted: re.Pattern[str] = _PARTING) -> list[tuple[int, int, int]]:
    """(start, content, end) of each cell of a line; leaders stand before the content of the cell behind them."""
    found, start, content = list[tuple[int, int, int]](), line.start, line.start
    for parting in parted.finditer(text, line.start, line.end):
        if parting.start() > content and parting.end() < line.end:
            found.append((start, content, parting.start()))
            leaders = parting.end() - len(parting[0].lstrip())
            start, content = leaders, parting.end()
    return [*found, (start, content, line.end)]


def _last(text: str, line: Line) -> str:
    """What the last column of a line says; nothing where it has one column only."""
    if line.end - line.start > _WIDEST or not _SIGN.search(text, line.start, line.end):
        return ""
    cells = _said(text, line)
    return cells[-1] if len(cells) > 1 else ""


def _said(text: str, line: Line) -> list[str]:
    return [text[content:end] for _, content, end in _cells(text, line)]


def _figures(view: View, done: set[int]) -> Iterator[_Table]:
    """Lines that follow one another and end in a figure, their last columns one below another."""
    text, found = view.text, view.lines
    ending = {line.start for line in map(found.__getitem__, view.table.holding(*_PARTS)) if line.start not in done
              and _FIGURE.fullmatch(_last(text, line))}
    run = list[Line]()
    above: Line | None = None
    for line in [*found, None] if len(ending) >= _LEAST else ():
        ends = line is not None and line.start in ending
        if line is not None and ends and (not run or line.gap <= max(1, run[1].gap if len(run) > 1 else 1)):
            run.append(line)
            continue
        if len(run) >= _LEAST and _aligned(text, run):
            headed = above is not None and above.start not in done and run[0].gap <= 1 and _heads(text, above, run[0])
            yield _Table([[one] for one in ([above, *run] if above and headed else run)], frozenset([0] * headed))
        if line is not None and ends:
            run = [line]
        else:
            run, above = [], line


def _heads(text: str, above: Line, row: Line) -> bool:
    """Whether a line heads the columns below it: several short pieces, or one that is set in."""
    return above.end - above.start < _WIDE and (
        len(_cells(text, above, _HEADS)) > 1 or (above.indent > row.indent + _INSET and not text[row.start].islower()))


def _aligned(text: str, run: list[Line]) -> bool:
    """Whether the last column of most lines begins or ends where that of the middle one does; figures all told."""
    left = [line.indent + _cells(text, line)[-1][1] - line.start for line in run]
    right = [line.indent + line.end - line.start for line in run]
    told = sum(any(c.isdigit() for c in _last(text, line)) for line in run)
    return told * 2 > len(run) and max(_near(left), _near(right)) >= _ALIGNED * len(run)


def _near(places: list[int]) -> int:
    """How many places are within one of the middle one."""
    middle = sorted(places)[len(places) // 2]
    return sum(abs(place - middle) <= 1 for place in places)


def _contents(view: View) -> Iterator[_Table]:
    """The entries under a heading of contents or illustrations: lines up to one that ends in a page."""
    found = view.lines
    for place in pieces(view.table, "contents"):
        if found[place].end - found[place].start < _LONGEST:
            tables = list(_entries(view.text, found, place + 1))
            if sum(len(table.rows) for table in tables) >= _LEAST:
                yield from tables


def _entries(text: str, found: list[Line], place: int) -> Iterator[_Table]:
    rows, labels, pending, since, begun = list[list[Line]](), set[int](), list[Line](), 0, False
    for line in found[place:]:
        if (line.gap and pending) or len(pending) >= _ROW:
            if rows:
                yield _Table(rows, frozenset(labels))
            rows, labels, pending = [], set(), []
        last = _last(text, line)
        said = text[line.start:line.end]
        if begun and line.gap > _APART:
            break
        last = last.replace("_", "")
        if _PAGE.fullmatch(last) and not any(_FIGURE.fullmatch(cell) for cell in _said(text, line)[1:-1]):
            rows.append([*pending, line])
            pending, since, begun = [], 0, True
        elif _HEADER.fullmatch(last or said) and not pending:
            labels.add(len(rows))
            rows.append([line])
        elif since > _LOOK or ((named := piece(said)) and named[0] == "contents"):
            break
        else:
            pending.append(line)
            since += 1 + (line.end - line.start) // _WIDE
    if rows:
        yield _Table(rows, frozenset(labels))


def _tables(view: View) -> Iterator[_Table]:
    text = view.text
    if not any(cheap.search(text) for signs, cheap in _CHEAP.items() if any(map(text.__contains__, signs))):
        return
    done = set[int]()
    for table in _contents(view):
        taken = {line.start for row in table.rows for line in row}
        if not taken & done and len(table.rows) > len(table.labels):
            done |= taken
            yield table
    yield from _figures(view, done)


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for rows, labels in _tables(view):
        yield view.claim("table", rows[0][0].start, rows[-1][-1].end, "columns")
        for number, row in enumerate(rows):
            attrs: Attrs = (("role", "label"),) if number in labels else ()
            yield view.claim("row", row[0].start, row[-1].end, "columns", attrs)
            (start, content, end), *others = _cells(view.text, row[-1], _HEADS if number in labels else _PARTING)
            first = start if len(row) == 1 else row[0].start
            yield view.claim("cell", first, end, "columns", (), content - start)
            for start, content, end in others:
                yield view.claim("cell", start, end, "columns", (), content - start)


def _score(context: Context) -> Score:
    count = sum(1 for _ in _tables(context.document()))
    return Score(0.8, counted(count, "table") + " of figures or pages that stand in a column") if count else NO


TYPED_TABLES = Convention(
    "typed-tables",
    "Lines that end in a figure, one below another behind blanks or leaders, are the rows of a table.",
    "The mill       12\\nThe dam         7\\nThe weir        3",
    (Rule("columns", "rows whose cells are parted by blanks or leaders",
          "CONTENTS\\n\\nThe Mill . . . . 12\\nThe Dam . . . . 70\\nThe Weir . . . . 93", _claims),),
    _score,
)
