"""`edition explain`: every character of a line with the claims upon it, and how to overrule them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SEEDS, Edition

from edition.making.conversion import recognise
from edition.making.explain import explain, overview
from edition.pipeline import Document, parse
from edition.settings.metadata import load_edition
from edition.source import from_text


def document(text: str) -> Document:
    return parse(from_text(text))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_character_of_every_line_is_there_once(path: Path) -> None:
    read = recognise(path, load_edition(SEEDS))
    for number, line in enumerate(read.source.text.split("\n"), 1):
        pieces = explain(read, number)
        assert "".join(piece.text for piece in pieces) == line
        assert [piece.start for piece in pieces[1:]] == [piece.end + 1 for piece in pieces[:-1]]


def test_the_chain_goes_from_the_innermost_claim_to_the_outermost() -> None:
    pieces = explain(document("# A head\n\nIt was *so* in the end.\n"), 3)
    word = next(piece for piece in pieces if piece.text == "so")
    assert [span.kind for span in word.chain][:2] == ["hi", "p"]
    assert not word.markup
    assert [piece.text for piece in pieces if piece.markup] == ["*", "*"]


def test_it_says_how_to_overrule(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text('# A "head"\n\nIt was *so*.\n', "utf-8")
    ran = edition("explain", tmp_path / "x.txt", 1)
    assert "markdown-heading" in ran.out
    assert "x.toml" in ran.out
    assert "conventions = { markdown-headings = false" in ran.out
    assert 'printed = "# A \\"head\\""' in ran.out


def test_what_it_says_to_write_works(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text("# A head\n\nIt was *so*.\n", "utf-8")
    advice = edition("explain", tmp_path / "x.txt", 1).out
    (tmp_path / "x.toml").write_text(next(line for line in advice.split("\n") if "conventions = {" in line), "utf-8")
    assert "markdown-heading" not in edition("explain", tmp_path / "x.txt", 1).out


def test_without_a_line_it_says_what_was_recognised_and_why(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text("# A head\n\nIt was *so*.\n", "utf-8")
    lines = edition("explain", tmp_path / "x.txt").out.split("\n")
    assert lines[0] == "FORMATS"
    assert "  markdown-headings: holds, 1 claim" in lines
    assert any(line.startswith("  paragraphs: holds, 1 claim; score 1.00: 100% of the text") for line in lines)
    assert any("conventions = {" in line for line in lines)
    assert "1: head [markdown-heading]" in lines
    answer = json.loads(edition("explain", tmp_path / "x.txt", "--json").out)
    assert {"room": "formats", "name": "markdown-emphasis", "holds": True, "score": 1.0, "reason": "always",
            "claims": 1} in answer["conventions"]


def test_for_machines(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text("It was *so*.\n", "utf-8")
    answer = json.loads(edition("explain", tmp_path / "x.txt", 1, "--json").out)
    assert "".join(piece["text"] for piece in answer["pieces"]) == "It was *so*."
    assert answer["pieces"][1]["markup"] is True


def test_without_a_line_every_line_is_shown() -> None:
    read = document("# A head\n\nIt was so\nin the end.\n")
    assert [line.partition(":")[0] for line in overview(read)] == ["1", "3", "4"]


def test_the_overview_says_of_each_line_what_its_explanation_says() -> None:
    read = recognise(SEEDS / "essay-on-soviet-government.txt", load_edition(SEEDS))
    for entry in overview(read):
        number, _, said = entry.partition(": ")
        kinds = {span.rule for piece in explain(read, int(number)) for span in piece.chain}
        assert all(part.rpartition("[")[2].rstrip("]") in kinds for part in said.split(" + ") if "[" in part)
