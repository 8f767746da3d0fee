"""The review as a table for spreadsheets: one row a proposal, two empty columns to fill in, and back again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any, Final

from edition.corrections.decisions import DecisionsError
from edition.deciding.batch import Tables
from edition.findings import Finding, fail
from edition.records import replace
from edition.regex import regex
from edition.review.items import Item, table

DECISION, CORRECTED = "decision", "corrected"
# What a person reads, in the order of reading; then what only the program needs to find the place again.
_SHOWN: Final[dict[str, Callable[[Item], str]]] = {
    "text": lambda one: one.text,
    "line": lambda one: str(one.line),
    "sentence before": lambda one: one.lead,
    "printed": lambda one: one.printed,
    "sentence behind": lambda one: one.tail,
    "proposed": lambda one: one.corrected,
    "reading 1": lambda one: _reading(one, 0),
    "reading 2": lambda one: _reading(one, 1),
    "reading 3": lambda one: _reading(one, 2),
    "wrong %": lambda one: str(round(100 * one.wrong)),
    "why": lambda one: one.reason,
    "rule": lambda one: one.rule,
    "series": lambda one: one.series,
    "alike": lambda one: str(one.alike),
    "tier": lambda one: one.tier,
    "made": lambda one: "yes" if one.applied else "no",
    "decided": lambda one: one.status,
}
_KEPT: Final = ("left", "right", "before", "after", "mark", "at", "lost", "kind", "cert", "evidence")
_FIELDS: Final = {"lost": "why"}  # the item's name for a column that would be taken for another one
COLUMNS: Final = (DECISION, CORRECTED, *_SHOWN, *_KEPT)
_NEEDED: Final = (DECISION, CORRECTED, "text", "line", "printed", "proposed", *_KEPT)
# What a person may write as a decision, and what it means; a figure chooses a reading.
_ANSWERS: Final = {**dict.fromkeys(("a", "accept", "accepted", "y", "yes", "ok", "x"), "accepted"),
                   **dict.fromkeys(("r", "reject", "rejected", "n", "no"), "rejected"),
                   **dict.fromkeys(("u", "unsure", "?"), "unsure"), **dict.fromkeys(("e", "edit", "edited"), "edited")}
_FIGURES: Final = ("1", "2", "3")
_STANDS: Final = ("accepted", "edited")
# A spreadsheet would take a cell that begins so for a formula; behind an apostrophe it is text.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_GUARD: Final = "'"
_FIGURE: Final = regex(r"\d")
_SEPARATORS: Final = "\t;,"


def write(items: Iterable[Item]) -> str:
    """The table, tabulators between its columns."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow(COLUMNS)
    for item in items:
        kept = (str(getattr(item, _FIELDS.get(name, name))) for name in _KEPT)
        rows.writerow(["", "", *(_guarded(cell) for cell in (*(of(item) for of in _SHOWN.values()), *kept))])
    return out.getvalue()


def is_sheet(text: str) -> bool:
    """Whether a text begins as such a table does, whatever a spreadsheet made of it."""
    head = _head(text)
    return {DECISION, CORRECTED, "printed"} <= set(head)


def read(text: str, name: str, by: str, date: str) -> Tables:
    """The rows that somebody filled in, as decisions; DecisionsError: columns gone, an answer nobody understands.

    The columns may come in another order, others may stand between them; the rows may be sorted, and some be gone.
    """
    head = _head(text)
    gone = [column for column in _NEEDED if column not in head]
    if gone:
        raise fail("sheet-columns", f"these columns are gone: {', '.join(gone)}; fill in the table as `edition review "
                   "--tsv` wrote it", name, 1)
    tables, lines, wrong = list[dict[str, Any]](), list[int](), list[Finding]()
    rows, line = csv.reader(io.StringIO(text), delimiter=_separator(text)), 0
    for row in rows:
        first, line = line + 1, rows.line_num  # a quoted cell may run over lines
        cells = dict(zip(head, row, strict=False))
        if first == 1 or not (cells.get(DECISION, "").strip() or cells.get(CORRECTED, "")):
            continue
        try:
            tables.append(_decision(cells, by, date))
            lines.append(first)
        except _NoAnswerError as error:
            wrong.append(Finding("sheet-value", "error", str(error), name, first))
    if wrong:
        raise DecisionsError(wrong)
    return Tables(name, tables, lines)


class _NoAnswerError(Exception):
    """What is wrong with a row, in words."""


def _decision(cells: dict[str, str], by: str, date: str) -> dict[str, Any]:
    """A row as a table of the file of decisions."""
    item, written = _item(cells), _freed(cells.get(CORRECTED, ""))
    answer = cells[DECISION].strip().lower()
    if answer in _FIGURES:
        reading = _unguarded(cells.get(f"reading {answer}", "")).rpartition(" ")[0]
        if not reading:
            raise _NoAnswerError(f"there is no reading {answer} for “{item.printed}”")
        return table(item, "accepted", reading, by, date)
    status = _ANSWERS.get(answer, "") if answer else "edited"
    if not status:
        raise _NoAnswerError(f"“{answer}” is no decision: write a (accept), r (reject), u (unsure), or 1, 2, 3 for a "
                             f"reading; or the right reading into the column “{CORRECTED}”")
    if status not in _STANDS:
        return table(item, status, None, by, date)
    if written and written != item.corrected:
        return table(item, "edited", written, by, date)
    if not (item.corrected or item.mark) or (status == "edited" and not written):
        raise _NoAnswerError(f"the right reading of “{item.printed}” is missing in the column “{CORRECTED}”")
    return table(item, "accepted", None, by, date)


def _item(cells: dict[str, str]) -> Item:
    """As much of an item as its decision needs."""
    said = {name: _unguarded(cell) for name, cell in cells.items() if name not in (DECISION, CORRECTED)}
    line = said["line"].strip()
    if not line.isdigit():
        raise _NoAnswerError(f"“{line}” is no number of a line")
    bare = Item("", said["text"], int(line), 1, said["printed"], said["before"], said["after"], "", "",
                said["proposed"], said.get("rule", ""), "", 0.0, reason=said.get("why", ""))
    return replace(bare, **{_FIELDS.get(name, name): said[name] for name in _KEPT})


def _reading(item: Item, number: int) -> str:
    return f"{item.readings[number][0]} {item.readings[number][1]:.2f}" if number < len(item.readings) else ""


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, a number or a date."""
    cell = " ".join(cell.split("\n"))
    if not cell or cell == "0" or (cell.isdigit() and cell[0] != "0"):
        return cell
    plain = cell[0].isalpha() and cell.lower() not in ("true", "false") and not _FIGURE.search(cell)
    return cell if plain else _GUARD + cell


def _unguarded(cell: str) -> str:
    return cell.removeprefix(_GUARD)


def _freed(cell: str) -> str:
    """What a person wrote; an apostrophe that only kept a formula from running is none of the reading."""
    return cell[1:] if cell.startswith(tuple(_GUARD + sign for sign in _FORMULA)) else cell


def _head(text: str) -> list[str]:
    rows = csv.reader(io.StringIO(text), delimiter=_separator(text))
    return [cell.strip().lower() for cell in next(rows, [])]


def _separator(text: str) -> str:
    """What stands between the cells: spreadsheets save a table as they like."""
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)
