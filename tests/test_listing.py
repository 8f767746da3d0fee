"""`edition corrections`: what is corrected and what is proposed, as records, as a table, as lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.cli import run
from edition.corrections.listing import COLUMNS

TEXT = ("Tho committee of the city met on Monday, and tho mayor was there. It was resolved that tbe report of tlie "
        "surveyor on the condition of the roads should be printed, and that the goveniment should be asked for help. "
        "The bridge near tho mill had been shut since the winter, and no man could say when it would be open again.\n")


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_each_text_is_a_record_with_offsets_into_it(letter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["corrections", str(letter), str(letter), "--json"]) == 0
    record, *others = map(json.loads, capfd.readouterr().out.splitlines())
    assert (record["id"], others) == ("letter", [])  # the same text twice is one text
    made = record["corrections"]
    assert [one["start"] for one in made] == sorted(one["start"] for one in made)
    assert {(TEXT[one["start"]:one["end"]], one["replacement"]) for one in made if one["applied"]} >= {
        ("Tho", "The"), ("tho", "the"), ("tbe", "the")}
    assert all(0 < one["confidence"] <= 1 for one in made)


def test_the_queue_begins_with_what_is_most_likely_misread(letter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["corrections", str(letter), "--json"])
    ranked = [one["confidence"] for one in json.loads(capfd.readouterr().out)["queue"]]
    assert ranked == sorted(ranked, reverse=True)
    assert ranked


def test_only_some_tiers_and_rules_are_listed(letter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["corrections", str(letter), "--tier", "automatic", "--rule", "misread-word"])
    told = capfd.readouterr().out.splitlines()
    assert all("automatic, applied: “" in line and "(misread-word" in line for line in told[:-1])
    assert told[-1].endswith(" automatic, 0 suggestion, 0 queue")
    run(["corrections", str(letter), "--rule", "dash"])
    assert capfd.readouterr().out == "letter.txt: 0 automatic, 0 suggestion, 0 queue\n"


def test_a_table_has_a_row_for_each(letter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["corrections", str(letter), "--tsv"])
    head, *rows = [line.split("\t") for line in capfd.readouterr().out.splitlines() if "\t" in line]
    assert head == ["file", *COLUMNS]
    assert rows
    assert {len(row) for row in rows} == {len(head)}
