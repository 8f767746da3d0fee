"""What each command answers, to people and to machines."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from conftest import LETTER, Edition, tree
from lxml import etree

from edition.conventions import ROOMS, STAGES
from edition.making import checked
from edition.resources import folder as resource


@pytest.fixture
def built(folder: Path, tmp_path: Path, edition: Edition) -> Path:
    """The folder in which the TEI of one.txt lies."""
    edition("build", folder, "-o", tmp_path / "out")
    return tmp_path / "out" / "one"


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), "utf-8"))


def test_convert_is_a_filter(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """TEI on standard output and nothing else there; what was recognised on standard error."""
    feed(monkeypatch, LETTER)
    ran = edition("convert", "-")
    assert ran.status == 0
    assert etree.fromstring(ran.out.encode("utf-8")).tag.endswith("TEI")
    assert "markdown-headings" in ran.err
    assert "unknown" in ran.err


def test_convert_proves_and_checks_the_schema_where_it_is_asked(folder: Path, edition: Edition,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(checked, "validate", lambda tei, file, **_: asked.append(file) or [])
    assert "proof: all" in edition("convert", folder / "one.txt").err
    assert asked == []
    assert edition("convert", "--check", folder / "one.txt").status == 0
    assert asked == ["TEI"]


def test_convert_says_the_same_as_build(folder: Path, built: Path, tmp_path: Path, edition: Edition) -> None:
    edition("convert", folder / "one.txt", "-o", tmp_path / "one.xml")
    assert (tmp_path / "one.xml").read_bytes() == (built / "one.xml").read_bytes()
    assert edition("convert", folder / "one.txt").out.encode("utf-8") == (built / "one.xml").read_bytes()


def test_what_build_renders_is_what_render_renders(built: Path, edition: Edition) -> None:
    """But for the ways to the other texts, to the book beside it, and to its citations: a page by itself has none."""
    for to, name in (("html", "index.html"), ("diplomatic", "diplomatic.html"), ("txt", "one.txt"),
                     ("diplomatic-txt", "one.diplomatic.txt"), ("corpus", "one.corpus.txt")):
        alone = (built / name).read_text("utf-8").replace("<li><a href=../index.html>All texts</a>", "")
        alone = alone.replace("<li><a href=one.epub>EPUB</a>", "")
        alone = alone.replace("<a href=../about.html#cite-one>Chicago, MLA</a>, ", "")
        assert edition("render", built / "one.xml", "--to", to).out == alone, to


def test_verify_takes_a_tei_that_was_indented_anew_only_when_told(folder: Path, built: Path, tmp_path: Path,
                                                                 edition: Edition) -> None:
    text = (built / "one.xml").read_text("utf-8").replace("<hi ", "\n      <hi ").replace("*always*", "always")
    text = text.replace("so, and", "so,\n      and").replace("</hi>", "</hi\n>")
    (tmp_path / "new.xml").write_text(text.replace("It has \n", "It has\n"), "utf-8")
    assert edition("verify", tmp_path / "new.xml", folder / "one.txt", "--reindented").status == 0
    (tmp_path / "bad.xml").write_text(text.replace("been", "be en"), "utf-8")
    assert edition("verify", tmp_path / "bad.xml", folder / "one.txt", "--reindented").status == 1


def test_verify_names_the_place_in_both_files(folder: Path, built: Path, edition: Edition) -> None:
    path = built / "one.xml"
    path.write_text(path.read_text("utf-8").replace("letters to write", "lettres to write"), "utf-8")
    ran = edition("verify", path, folder / "one.txt")
    assert ran.status == 1
    assert "source line 5" in ran.out
    assert "TEI line" in ran.out
    answer = json.loads(edition("verify", path, folder / "one.txt", "--json").out)
    assert (answer["ok"], answer["problems"][0]["source_line"]) == (False, 5)


def test_validate_names_the_source_line_where_the_ledger_gives_it(built: Path, edition: Edition) -> None:
    path = built / "one.xml"
    path.write_text(path.read_text("utf-8").replace("<p ", '<p who="#nobody" ', 1), "utf-8")
    assert "(source line 5)" in edition("validate", path).out
    (built / "one.ledger.json").unlink()
    assert "source line" not in edition("validate", path).out


def test_validate_goes_on_after_a_file_with_errors(built: Path, tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "bad.xml").write_text("<TEI", "utf-8")
    ran = edition("validate", tmp_path / "bad.xml", built / "one.xml")
    assert ran.status == 1
    assert "one.xml: valid" in ran.out


def test_rules_lists_every_convention_and_with_v_every_rule(edition: Edition) -> None:
    short, long = edition("rules").out, edition("rules", "-v").out
    for convention in (convention for stage in STAGES for convention in stage):
        assert f"{convention.name}: {convention.description}" in short
        assert all(f"{rule.name}: {rule.description}" in long for rule in convention.rules)


def test_every_convention_is_in_one_room() -> None:
    rooms = sorted(convention.name for conventions in ROOMS.values() for convention in conventions)
    assert rooms == sorted(convention.name for stage in STAGES for convention in stage)


def test_schema_is_what_is_committed(tmp_path: Path, edition: Edition) -> None:
    assert edition("schema", "--check").status == 0
    assert edition("schema", "-o", tmp_path / "new").status == 0
    written = tree(tmp_path / "new")
    assert written == {name: (resource("schema") / name).read_bytes() for name in written}
    assert edition("schema", "--check", "-o", tmp_path / "new").status == 0


def test_a_schema_edited_by_hand_is_told(tmp_path: Path, edition: Edition) -> None:
    edition("schema", "-o", tmp_path)
    path = tmp_path / "edition.rng"
    path.write_bytes(path.read_bytes() + b"\n")
    ran = edition("schema", "--check", "-o", tmp_path)
    assert ran.status == 1
    assert f"{path}: error" in ran.out


@pytest.mark.parametrize("words", [
    ("build", "{folder}", "-o", "{out}"), ("validate", "{tei}"), ("verify", "{tei}", "{source}"), ("rules",),
    ("explain", "{source}", "1"), ("schema", "--check"), ("build", "{missing}"), ("validate", "{missing}"),
    ("explain", "{source}", "99"),
])
def test_json_is_one_value_on_standard_output(words: tuple[str, ...], folder: Path, built: Path, tmp_path: Path,
                                              edition: Edition) -> None:
    (folder / "empty").mkdir()
    places = {"folder": folder, "out": built.parent, "tei": built / "one.xml", "source": folder / "one.txt",
              "missing": folder / "empty"}
    ran = edition(*(word.format(**places) for word in words), "--json")
    assert isinstance(json.loads(ran.out), dict)
    assert ran.err == ""


def test_quiet_says_nothing_where_nothing_is_wrong(folder: Path, built: Path, edition: Edition) -> None:
    for words in (("build", folder, "-o", built.parent), ("validate", built / "one.xml"),
                  ("verify", built / "one.xml", folder / "one.txt"), ("schema", "--check")):
        ran = edition(*words, "-q")
        assert (ran.status, ran.out, ran.err) == (0, "", "")
