"""The review in a terminal: what is shown, what each key does, and that each decision is written at once."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from edition.deciding.apply import into
from edition.records import replace
from edition.review import terminal
from edition.review.items import Item

TEXT = "The watcr froze, and the whecl stood.\nThe miller's rnill was still, and his catt slept.\n"


def item(printed: str, corrected: str, *readings: tuple[str, float], series: str = "c → e") -> Item:
    at = TEXT.index(printed)
    line = TEXT.count("\n", 0, at) + 1
    return Item(printed, "mill", line, at, printed, TEXT[max(0, at - 8):at].replace("\n", " "), "", "The old mill. ",
                " and so on.", corrected, "misread-word", "queue", .9, readings, series=series,
                reason="no such word in the list")


ITEMS = [item("watcr", "water", ("water", .91), ("watch", .04)), item("whecl", "wheel"),
         item("rnill", "mill", ("mill", .8), series="rn → m"), item("catt", "", series="")]


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that a session says."""
    lines = list[str]()

    def say(text: str) -> None:
        lines.extend(click.unstyle(text).split("\n"))

    screen = terminal.screen
    monkeypatch.setattr(terminal, "screen", lambda: replace(screen(), say=say, width=lambda: 60))
    return lines


def keys(monkeypatch: pytest.MonkeyPatch, folder: Path, typed: str, items: list[Item] = ITEMS) -> tuple[int, str]:
    """Type into a session; how many decisions were made, and the file."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    made = terminal.review(items, into(folder), "ed", "2026-11-22")
    file = folder / "mill.corrections.toml"
    return made, file.read_text("utf-8") if file.exists() else ""


def said(toml: str) -> Iterator[tuple[str, ...]]:
    """(printed, corrected or mark, status) of each decision of a file."""
    for block in toml.split("[[correction]]")[1:]:
        values = dict(line.split(" = ", 1) for line in block.strip().split("\n"))
        yield tuple(values.get(key, "").strip('"') for key in ("printed", "corrected", "status"))


def test_what_is_shown(mill: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    assert keys(monkeypatch, mill, "q")[0] == 0
    assert shown == ["", "mill, line 1  (misread-word, c → e; 4 left)", "The old mill. [-watcr-]{+water+} and so on.",
                     "  1 water  0.91", "  2 watch  0.04", "no such word in the list",
                     "decide [a,1-3,r,e,u,A,s,z,q,?]", "0 decisions written, 4 left"]


KEYS = [
    ("a", [("watcr", "water", "accepted")]),
    ("2", [("watcr", "watch", "accepted")]),
    ("r", [("watcr", "water", "rejected")]),
    ("u", [("watcr", "water", "unsure")]),
    ("ewaiter\n", [("watcr", "waiter", "edited")]),
    ("e\na", [("watcr", "water", "accepted")]),             # nothing written: asked again
    ("ewater\n", [("watcr", "water", "accepted")]),
    ("ewatcr\n", [("watcr", "water", "rejected")]),         # what is printed is right
    ("3xa", [("watcr", "water", "accepted")]),              # there is no third reading, and no such key
    ("sa", [("whecl", "wheel", "accepted")]),
    ("Ay", [("watcr", "water", "accepted"), ("whecl", "wheel", "accepted")]),
    ("Anr", [("watcr", "water", "rejected")]),
    ("az", []),
    ("za", [("watcr", "water", "accepted")]),
    ("aazr", [("watcr", "water", "accepted"), ("whecl", "wheel", "rejected")]),
    ("AyzrA\ny", [("watcr", "water", "rejected"), ("whecl", "wheel", "accepted")]),
    ("a\nr\n1\n", [("watcr", "water", "accepted"), ("whecl", "wheel", "rejected"), ("rnill", "mill", "accepted")]),
    ("sssa", []),                                           # nothing is proposed that could be accepted
    ("sssecat\n", [("catt", "cat", "edited")]),
]


@pytest.mark.parametrize(("typed", "expected"), KEYS, ids=[repr(typed) for typed, _ in KEYS])
def test_keys(mill: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str], typed: str,
              expected: list[tuple[str, ...]]) -> None:
    made, toml = keys(monkeypatch, mill, typed + "q")
    assert list(said(toml)) == expected
    assert made == len(expected)
    assert shown[-1] == f"{made} decision{'' if made == 1 else 's'} written, {4 - made} left"


def test_each_decision_is_written_at_once(mill: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    """Nothing is lost where the line breaks off."""
    assert list(said(keys(monkeypatch, mill, "ar")[1])) == [("watcr", "water", "accepted"),
                                                            ("whecl", "wheel", "rejected")]


def test_what_is_decided_already_or_made_is_not_asked(mill: Path, monkeypatch: pytest.MonkeyPatch,
                                                      shown: list[str]) -> None:
    items = [replace(ITEMS[0], status="rejected"), replace(ITEMS[1], applied=True), ITEMS[2]]
    assert list(said(keys(monkeypatch, mill, "a", items)[1])) == [("rnill", "mill", "accepted")]


def test_a_file_that_somebody_else_changed_is_not_set_back(mill: Path, monkeypatch: pytest.MonkeyPatch,
                                                           shown: list[str]) -> None:
    file = mill / "mill.corrections.toml"
    inner = terminal.withdraw

    def withdraw(made: list[terminal.Applied]) -> None:
        file.write_text(file.read_text("utf-8") + "# mine\n", "utf-8")
        inner(made)

    monkeypatch.setattr(terminal, "withdraw", withdraw)
    assert keys(monkeypatch, mill, "azq")[1].endswith("# mine\n")
    assert any("changed by somebody else" in line for line in shown)


def test_a_decision_that_cannot_be_written_is_told(mill: Path, monkeypatch: pytest.MonkeyPatch,
                                                   shown: list[str]) -> None:
    stale = [replace(ITEMS[0], printed="gone"), ITEMS[1]]
    assert list(said(keys(monkeypatch, mill, "asaq", stale)[1])) == [("whecl", "wheel", "accepted")]
    assert any("decision-stale" in line for line in shown)


def test_a_wide_terminal_and_a_narrow_one(mill: Path, monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    long = replace(ITEMS[0], lead="the old miller and his old wife went down " * 5)
    keys(monkeypatch, mill, "q", [long])
    assert max(map(len, shown)) <= 60
    assert any("[-watcr-]{+water+}" in line for line in shown)
