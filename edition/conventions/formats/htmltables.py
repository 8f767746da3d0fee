"""Tables of HTML, as programs that read scans write them into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_OPENING = regex(r"<table\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = regex(r"<(?P<name>/?(?:table|thead|tbody|tfoot|caption|tr|td|th))(?P<more>\s[^<>]{0,300})?>", re.IGNORECASE)
_SPAN = regex(r"\b(?P<side>col|row)span\s*=\s*[\"']?(?P<n>\d{1,2})\b", re.IGNORECASE)
_SIDES = {"col": "cols", "row": "rows"}
_CELLS = ("td", "th", "caption")
_MOST = 3  # tags of one skin


class _Tag(NamedTuple):
    """A tag: its name, with a stroke where it closes, and what else it says."""

    start: int
    end: int
    name: str
    more: str


class _Cell(NamedTuple):
    """A cell, or the caption of a table. `above`: tags that stand before it and are none of another cell."""

    above: list[_Tag]
    opening: _Tag
    closing: _Tag


class _Reader:
    """Reads a table tag by tag. `good`: all words stand in cells, each cell in a row, and all are closed."""

    def __init__(self, text: str, opening: _Tag) -> None:
        self.text, self.opening, self.closing = text, opening, opening
        self.captions, self.rows = list[_Cell](), list[tuple[list[_Cell], _Tag]]()
        self.good, self._at = True, opening.end
        self._row: list[_Cell] | None = None
        self._cell: _Tag | None = None
        self._above = list[_Tag]()

    def read(self, tag: _Tag) -> None:
        self.good = self.good and (self._cell is not None or not self.text[self._at:tag.start].strip())
        self._at = tag.end
        if tag.name in _CELLS:
            self.good = self.good and self._cell is None and (self._row is not None or tag.name == "caption")
            self._cell = tag
        elif tag.name.lstrip("/") in _CELLS:
            self._end_cell(tag)
        elif tag.name == "/table":
            self.closing = tag
            self.good = self.good and self._row is None and self._cell is None and bool(self.rows) and self.plain
        elif tag.name == "/tr" and self._row:
            self.rows.append((self._row, tag))
            self._row = None
        else:
            self.good = self.good and self._cell is None and (tag.name != "tr" or self._row is None)
            self._row = [] if tag.name == "tr" else self._row
            self._above.append(tag)

    @property
    def plain(self) -> bool:
        """Whether what stands before the end may be its skin."""
        return _plain(self._above)

    def _end_cell(self, tag: _Tag) -> None:
        if self._cell is None:
            self.good = False
            return
        into = self.captions if tag.name == "/caption" else self._row
        if into is not None:
            into.append(_Cell(self._above, self._cell, tag))
        self._cell, self._above = None, []


def _plain(tags: list[_Tag]) -> bool:
    return len(tags) <= _MOST and not any(tag.more for tag in tags)


def tables(view: View) -> Iterator[_Reader]:
    """The tables between tags in which all words stand in cells."""
    text, at = view.text, 0
    while "</table>" in text and (match := _OPENING.search(text, at)):
        at = match.end()
        table = _Reader(text, _Tag(*match.span(), "table", match[0][len("<table"):-1].strip()))
        for tag in _TAG.finditer(text, at):
            if tag["name"].lower() == "table":
                break
            at = tag.end()
            table.read(_Tag(*tag.span(), tag["name"].lower(), (tag["more"] or "").strip()))
            if not table.good or table.closing is not table.opening:
                break
        if table.good and table.closing is not table.opening:
            yield table


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for table in tables(view):
        yield from _table(view, table)


def _table(view: View, table: _Reader) -> Iterator[Span]:
    opening, last = table.opening, table.rows[-1][1].end
    before = 0 if opening.more else opening.end - opening.start
    yield view.claim("table", opening.start, table.closing.end, "tagged-table", (), before, table.closing.end - last)
    if opening.more:
        yield _kept(view, opening)
    for caption in table.captions:
        yield from _cell(view, caption, "head", caption.opening.start)
    for cells, end in table.rows:
        above = cells[0].above
        start = above[0].start
        skin = above[-1].end - start if _plain(above) else 0
        labels = all(cell.opening.name == "th" for cell in cells)
        yield view.claim("row", start, end.end, "tagged-table", (("role", "label"),) if labels else (), skin,
                         end.end - end.start)
        for cell in cells:
            yield from _cell(view, cell, "cell", start + skin if cell is cells[0] else cell.opening.start)


def _cell(view: View, cell: _Cell, kind: str, start: int) -> Iterator[Span]:
    """A cell; what its tag says beside its name stays in it, and so do tags above it that are no skin of the row."""
    tags = [tag for tag in (*cell.above, cell.opening) if tag.start >= start]
    attrs: Attrs = tuple((_SIDES[said["side"].lower()], said["n"]) for said in _SPAN.finditer(cell.opening.more)
                         if said["n"] not in ("0", "1"))
    plain = _plain(tags)
    before, end = cell.opening.end - start if plain else 0, cell.closing.end
    yield view.claim(kind, start, end, "tagged-table", attrs, before, end - cell.closing.start)
    for tag in tags if not plain else ():
        yield _kept(view, tag)


def _kept(view: View, tag: _Tag) -> Span:
    return view.claim("fw", tag.start, tag.end, "tagged-table", (("type", "tag"),))


def _score(context: Context) -> Score:
    view = context.document()
    count = sum(1 for _ in tables(view)) if "<" in view.text else 0
    return Score(1.0, counted(count, "table") + " between tags of HTML") if count else NO


HTML_TABLES = Convention(
    "html-tables",
    "Tags of HTML stand for a table, its rows and its cells.",
    "<table><tr><td>1878</td><td>12</td></tr></table>",
    (Rule("tagged-table", "rows of cells between tags", "<table><tr><td>1878</td><td>12</td></tr></table>", _claims),),
    _score,
)
