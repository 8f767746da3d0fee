"""The review as a table: a spreadsheet may sort it, quote it and save it as it likes, and every cell comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.corrections.decisions import load
from edition.deciding.apply import apply, into
from edition.findings import UserError
from edition.review import sheet
from edition.review.items import Item, table
from edition.source import from_text

TEXT = "The watcr froze, and =1+1 was so.\n-x stood on the wa11; it stood.\n"
WATER = Item("k1", "mill", 1, 5, "watcr", "The ", " froze, and =1+1 was so.", "The ", " froze, and =1+1 was so.",
             "water", "misread-word", "suggestion", .97, (("water", .91), ("watch", .04)), cert="medium",
             reason="no such word")
SUM = Item("k2", "mill", 1, 22, "=1+1", "froze, and ", " was so.", "The watcr froze, and ", " was so.", "two",
           "stray", "queue", .5, reason="a figure; “so”")
WALL = Item("k3", "mill", 2, 17, "wa11", "on the ", "; it", "-x stood on the ", "; it stood.", "", "misread-word",
            "queue", .5, mark="sic")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def filled(items: list[Item], *answers: tuple[str, str], dialect: Any = "excel-tab") -> str:
    """The table with decisions and readings filled in, as a spreadsheet saves it."""
    made, out = rows(sheet.write(items)), io.StringIO()
    for row, (decision, corrected) in zip(made, answers, strict=True):
        row |= {"decision": decision, "corrected": corrected}
    writer = csv.DictWriter(out, list(made[0]), dialect=dialect, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(made)
    return out.getvalue()


def decided(text: str) -> list[dict[str, Any]]:
    return [one.plain() for one in sheet.read(text, "sheet.tsv", "anna", "2026-11-22").root.tables("correction")]


def test_a_row_for_a_person() -> None:
    (row,) = rows(sheet.write([WATER]))
    assert list(row)[:7] == ["decision", "corrected", "text", "line", "sentence before", "printed", "sentence behind"]
    assert (row["decision"], row["corrected"], row["printed"], row["proposed"]) == ("", "", "watcr", "water")
    assert (row["reading 1"], row["reading 2"], row["wrong %"]) == ("'water 0.91", "'watch 0.04", "97")


ANSWERS = [
    (("a", ""), ("accepted", None)), (("Accepted ", ""), ("accepted", None)), (("1", ""), ("accepted", None)),
    (("2", ""), ("accepted", "watch")), (("r", ""), ("rejected", None)), (("?", ""), ("unsure", None)),
    (("", "waiter"), ("edited", "waiter")), (("e", "waiter"), ("edited", "waiter")),
    (("", "water"), ("accepted", None)), (("a", "waiter"), ("edited", "waiter")),
    (("", "watcr"), ("rejected", None)), (("", "'=W"), ("edited", "=W")), (("", "'tis"), ("edited", "'tis")),
]


@pytest.mark.parametrize(("answer", "meant"), ANSWERS)
def test_what_an_answer_means(answer: tuple[str, str], meant: tuple[str, str | None]) -> None:
    assert decided(filled([WATER], answer)) == [table(WATER, *meant, "anna", "2026-11-22")]


def test_what_nobody_filled_in_is_not_decided() -> None:
    assert decided(sheet.write([WATER, SUM, WALL])) == []


REFUSED = [(WATER, ("perhaps", ""), "is no decision"), (WATER, ("3", ""), "no reading 3"),
           (WATER, ("e", ""), "is missing in the column"), (SUM, ("1", ""), "no reading 1")]


@pytest.mark.parametrize(("item", "answer", "words"), REFUSED, ids=[words for *_, words in REFUSED])
def test_an_answer_nobody_understands(item: Item, answer: tuple[str, str], words: str) -> None:
    with pytest.raises(UserError, match=words) as raised:
        decided(filled([WALL, item], ("", ""), answer))
    assert (raised.value.finding.file, raised.value.finding.line) == ("sheet.tsv", 3)


def test_columns_that_are_gone_are_named() -> None:
    with pytest.raises(UserError, match="before, after"):
        decided("decision\tcorrected\ttext\tline\tprinted\tproposed\tleft\tright\tmark\tat\tlost\tkind\tcert\tevidence\n")


def test_no_cell_is_a_formula_a_number_or_a_date() -> None:
    for row in rows(sheet.write([WATER, SUM, WALL])):
        for name, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "0", "1-")), name
    item = Item("", "mill", 1, 1, "May 1", "@a", "-b", "+c", "=d", "1-2", "r", "queue", 1.0)
    (row,) = rows(sheet.write([item]))
    assert [row[name] for name in ("printed", "before", "after", "sentence before", "proposed")] == [
        "'May 1", "'@a", "'-b", "'+c", "'1-2"]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=5, max_size=5),
       st.sampled_from(["\t", ";", ","]))
def test_every_cell_comes_back_as_it_was(cells: list[str], separator: str) -> None:
    printed, before, after, proposed, reason = cells
    item = Item("", "mill", 3, 1, printed, before, after, "x", "y", proposed + "x", "r", "queue", 1.0, cert="low",
                left=before, right=after, reason=reason)

    class Dialect(csv.excel):
        delimiter = separator

    text = filled([item], ("r", ""), dialect=Dialect)
    assert decided("".join(text.splitlines(keepends=True))) == [table(item, "rejected", None, "anna", "2026-11-22")]


def test_out_and_back_by_the_command(tmp_path: Path, edition: Any) -> None:
    """As Excel saves it: quoted, with a byte-order mark, rows in another order; the formula and the blanks unharmed."""
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    text = filled([WALL, SUM, WATER], ("", "wall"), ("a", ""), ("r", ""))
    for coded in (text.encode("utf-8-sig"), text.encode("utf-16"), text.replace("\t", ";").encode()):
        (tmp_path / "mill.corrections.toml").unlink(missing_ok=True)
        (tmp_path / "back.tsv").write_bytes(coded)
        ran = edition("apply", tmp_path / "back.tsv", "--into", tmp_path, "--by", "ed")
        assert (ran.status, ran.err) == (0, "")
        found = load(tmp_path / "mill.corrections.toml", from_text(TEXT, "mill"))
        assert [(one.printed, one.corrected, one.status) for one in found] == [
            ("watcr", "water", "rejected"), ("=1+1", "two", "accepted"), ("wa11", "wall", "edited")]
    assert apply(sheet.read(text, "x", "ed", ""), into(tmp_path))[0][0].changed is False
