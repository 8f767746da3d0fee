"""The register of corrections as a table: from the decisions of a person and the rules of the program to the cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from conftest import EDITION_TOML, Edition
from rendering import values

from edition.rendering.register import COLUMNS

TEXT = ("# The mill\n\nThe watcr froze after three year's frost, and =cell was so. [illegible] the gate, so and so it "
        "was in those days.\n")
DECISIONS = """[[correction]]
line = 3
printed = "watcr"
corrected = "water"
kind = "ocr"
evidence = "conjecture"
cert = "medium"
by = "ed"
date = 2026-11-22
why = "no such word, says the \\"list\\""

[[correction]]
line = 3
printed = "=cell"
corrected = "=call"
by = "ed"

[[correction]]
line = 3
printed = "those days"
mark = "sic"
cert = "low"
by = "ed"
date = "2026-11-20"

[[correction]]
line = 3
printed = "gate"
corrected = "gait"
status = "rejected"
by = "ed"
"""


@pytest.fixture
def built(tmp_path: Path, edition: Edition) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (folder / "mill.txt").write_text(TEXT, "utf-8")
    (folder / "mill.corrections.toml").write_text(DECISIONS, "utf-8")
    assert edition("build", folder, "-o", tmp_path / "out").status == 0
    return tmp_path / "out" / "mill"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_each_correction_is_a_row(built: Path) -> None:
    found = rows((built / "mill.corrections.csv").read_text("utf-8"))
    keys = ("kind", "printed", "corrected", "cert", "evidence", "resp", "rule", "date")
    assert [tuple(row[key] for key in keys) for row in found] == [
        ("correction", "watcr", "water", "medium", "conjecture", "ed", "ocr", "2026-11-22"),
        ("correction", "year's", "years'", "high", "internal", "conv", "apostrophe", ""),
        ("correction", "'=cell", "'=call", "", "", "ed", "", ""),
        ("gap", "illegible", "and =call was so.", "high", "", "conv", "", ""),
        ("left as printed", "those days", "", "low", "", "ed", "", "2026-11-20")]
    assert found[0]["reason"] == 'no such word, says the "list"'
    assert found[0]["by"] == "A. Editor"


def test_each_row_leads_to_its_place(built: Path) -> None:
    page = (built / "index.html").read_text("utf-8")
    for row in rows((built / "mill.corrections.csv").read_text("utf-8")):
        assert row["permalink"] == f"index.html#{row['id']}"
        assert row["id"] in values(page, "id")
    assert "mill.corrections.csv" in values(page, "href")


def test_no_cell_runs_as_a_formula(built: Path) -> None:
    for row in rows((built / "mill.corrections.csv").read_text("utf-8")):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_render_makes_it_of_any_tei(built: Path, edition: Edition) -> None:
    made = edition("render", built / "mill.xml", "--to", "csv").out
    assert made == (built / "mill.corrections.csv").read_text("utf-8")


def test_a_text_without_corrections_has_a_table_without_rows(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "plain.txt").write_text("It was so, and so it was.\n", "utf-8")
    edition("convert", tmp_path / "plain.txt", "-o", tmp_path / "plain.xml")
    assert edition("render", tmp_path / "plain.xml", "--to", "csv").out == ",".join(COLUMNS) + "\n"


def test_the_days_are_in_the_revisions_of_the_tei(built: Path) -> None:
    tei = (built / "mill.xml").read_text("utf-8")
    changes = [line.strip() for line in tei.split("\n") if "<change" in line]
    assert [change.partition('"')[2].partition('"')[0] for change in changes] == ["2026-11-22", "2026-11-20"]
    assert "Evidence: the text itself (1), conjecture (1)." in tei
    assert "; 1 proposal rejected, by A. Editor." in tei
