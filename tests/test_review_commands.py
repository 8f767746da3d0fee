"""Reviewing on the command line: the table out and back, the terminal fed by a pipe, two reviewers joined."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest
from conftest import EDITION_TOML, Edition
from reviewing import told

TEXT = ("The gate of tbe city was shut before the war, and the people of the city knew it well enough.\n\n"
        "It was tbe first time that the people of this great city had seen such a thiug in all their lives.\n")


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of one text, in which three words are proposed."""
    told(monkeypatch, {"tbe": "the", "thiug": "thing"})
    folder = tmp_path / "city"
    folder.mkdir()
    (folder / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (folder / "city.txt").write_text(TEXT, "utf-8")
    return folder


def test_a_table_out_and_back(city: Path, tmp_path: Path, edition: Edition) -> None:
    ran = edition("review", city, "--tsv", "-o", tmp_path / "review.tsv")
    assert (ran.status, ran.out) == (0, f"{tmp_path / 'review.tsv'}: 3 corrections to review\n")
    text = (tmp_path / "review.tsv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeffdecision\tcorrected\ttext\t")
    assert edition("review", city, "--tsv", "-o", "-").out == text
    rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    for row, answer in zip(rows[1:], ("a", "r", "x"), strict=True):
        row[0] = answer
    with (tmp_path / "back.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    assert edition("apply", tmp_path / "back.csv", "--into", city, "--date", "2026-11-22").status == 0
    tei = edition("convert", city / "city.txt").out
    assert tei.count("<corr ") == tei.count('resp="#ed"') == 2
    assert "<sic>thiug</sic>" in tei


def test_an_untouched_table_applies_nothing(city: Path, tmp_path: Path, edition: Edition) -> None:
    edition("review", city, "--tsv", "-o", tmp_path / "review.tsv")
    ran = edition("apply", tmp_path / "review.tsv", "--into", city)
    assert (ran.status, ran.out) == (0, f"{tmp_path / 'review.tsv'}: no decision\n")
    assert not (city / "city.corrections.toml").exists()


def test_the_terminal_takes_keys_from_a_pipe(city: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("r\nA\ny\na"))
    monkeypatch.setenv("NO_COLOR", "1")
    ran = edition("review", city, "--tty", "--date", "2026-11-22")
    assert ran.status == 0
    assert "\x1b" not in ran.out
    assert "[-tbe-]{+the+}" in ran.out
    assert ran.out.endswith("3 decisions written, 0 left\n")
    toml = (city / "city.corrections.toml").read_text("utf-8")
    assert (toml.count('status = "accepted"'), toml.count('status = "rejected"')) == (2, 1)
    assert toml.count("date = 2026-11-22") == 3


def test_what_was_decided_is_not_asked_again(city: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    for left in ("3 decisions written, 0 left", "0 decisions written, 0 left"):
        monkeypatch.setattr(sys, "stdin", io.StringIO("rrrrr"))
        assert edition("review", city, "--tty").out.endswith(left + "\n")
        assert "<corr " not in edition("convert", city / "city.txt").out


def test_one_way_of_reviewing_at_a_time(city: Path, edition: Edition) -> None:
    ran = edition("review", city, "--tty", "--tsv")
    assert (ran.status, "exclude one another" in ran.err) == (2, True)


def test_the_laws_hold_of_the_tei(city: Path, tmp_path: Path, edition: Edition) -> None:
    """Nothing applied is nothing changed; twice is once; order does not matter; each accepted reading is there once."""
    file, given = city / "city.corrections.toml", tmp_path / "given.toml"
    tables = [said(*pair) for pair in (("thiug", "thing"), ("tbe", "the"), ("seen", "seem"), ("great", "grand"))]

    def made(text: str, status: str = "accepted") -> str:
        given.write_text(text.replace("by =", f'status = "{status}"\nby ='), "utf-8")
        assert edition("apply", given, "--into", city).status == 0
        return edition("convert", city / "city.txt").out

    untouched = edition("convert", city / "city.txt").out
    assert made("") == untouched
    assert not file.exists()
    assert made("# none\n") == untouched
    once = made("".join(tables))
    assert once.count("<corr ") == 4
    assert made("".join(tables)) == made("".join(tables[::-1])) == made(tables[2]) == once
    file.unlink()
    assert made("".join(tables[::-1])) == once
    for status in ("rejected", "unsure"):  # they teach, so the header may tell of other unknown words
        assert made("".join(tables), status).partition("<text ")[2] == untouched.partition("<text ")[2]


def test_a_stale_decision_stops_apply_and_build(city: Path, tmp_path: Path, edition: Edition) -> None:
    given = tmp_path / "given.toml"
    given.write_text(said("thiug", "thing") + "\n" + said("thing", "thong"), "utf-8")
    ran = edition("apply", given, "--into", city)
    assert (ran.status, f"{given}:9: error: " in ran.err, "nor anywhere else" in ran.err) == (1, True, True)
    (city / "city.corrections.toml").write_bytes(given.read_bytes())
    ran = edition("build", city, "-o", tmp_path / "out")
    assert (ran.status, "city.corrections.toml:9: error: " in ran.err) == (1, True)
    assert not (tmp_path / "out" / "city").exists()


def said(printed: str, corrected: str) -> str:
    return f'[[correction]]\nline = 3\nprinted = "{printed}"\ncorrected = "{corrected}"\nby = "ed"\n'


def test_two_reviewers(city: Path, tmp_path: Path, edition: Edition) -> None:
    first, second, out, rest = (tmp_path / name for name in ("a.toml", "b.toml", "out.toml", "rest.toml"))
    first.write_text(said("tbe", "the") + "\n" + said("thiug", "thing"), "utf-8")
    second.write_text(said("tbe", "the"), "utf-8")
    ran = edition("review", "merge", first, second, "--into", city, "-o", out)
    assert (ran.status, ran.out) == (0, "2 decisions agreed on or taken, 0 conflicts\n")
    assert out.read_text("utf-8") == first.read_text("utf-8")

    out.unlink()
    second.write_text(said("tbe", "tube"), "utf-8")
    ran = edition("review", "merge", first, second, "--into", city, "-o", out)
    assert ran.status == 1
    assert ran.err == (f'{city / "city.txt"}:3: error: "tbe": ed ({first}:1) accepted "the"; ed ({second}:1) accepted '
                       '"tube" [review-conflict]\n')
    assert not out.exists()
    ran = edition("review", "merge", first, second, "--into", city, "-o", out, "--conflicts", rest)
    assert ran.status == 1
    assert out.read_text("utf-8") == said("thiug", "thing")
    assert 'status = "unsure"' in rest.read_text("utf-8")
    assert [edition("apply", file, "--into", city).status for file in (out, rest)] == [0, 0]
