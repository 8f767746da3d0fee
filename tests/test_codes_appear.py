"""Codes that no other test makes appear, each by a small fault."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from edition import pipeline
from edition.cli import run
from edition.commands import checking
from edition.commands.deciding import _decoded
from edition.deciding.apply import apply, into, withdraw
from edition.deciding.merging import merged
from edition.deciding.pairs import pairs
from edition.findings import UserError
from edition.making import pagefind
from edition.making.conversion import convert, recognise
from edition.making.iiif import canvases
from edition.rendering.outputs import result
from edition.review import sheet
from edition.serving.local import Handler, LocalServer
from edition.settings.metadata import load_edition
from edition.settings.toml_file import TomlFile
from edition.source import from_text
from edition.validation.validate import validate

SOURCE = from_text("The rniller slept.\n", "mill")


def code_of(call: Any, *args: Any, **named: Any) -> str:
    """The code of the error that a call ends with."""
    with pytest.raises(UserError) as raised:
        call(*args, **named)
    return raised.value.finding.code


def test_faults_of_files_that_are_read(tmp_path: Path) -> None:
    assert code_of(TomlFile.read, tmp_path) == "toml-unreadable"
    assert code_of(TomlFile, "x.toml", b"title = \"\xff\"") == "toml-encoding"
    assert code_of(_decoded, b"rniller\t\xff", "x.tsv") == "list-encoding"
    assert code_of(pairs, "rniller", "x.tsv", {"mill": SOURCE}) == "pair-incomplete"
    assert code_of(sheet.read, "decision\ttext\n", "x.tsv", "ed", "2026-11-22") == "sheet-columns"
    columns = "\t".join(sheet.COLUMNS)
    row = "\t".join("maybe" if one == sheet.DECISION else "1" for one in sheet.COLUMNS)
    assert code_of(sheet.read, f"{columns}\n{row}\n", "x.tsv", "ed", "2026-11-22") == "sheet-value"
    assert code_of(canvases, b"no json", "x.json") == "scans-unreadable"
    assert code_of(merged, 'correction = [{ line = 1, printed = "rniller", corrected = "miller" }]\n', "x.toml", [],
                   SOURCE) == "decisions-form"


def test_faults_of_what_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert code_of(result, SimpleNamespace(file="x.xml"), "docx") == "output-unknown"
    with LocalServer(0, Handler) as server:
        assert code_of(LocalServer, server.server_port, Handler) == "port-taken"
    service = pytest.importorskip("pagefind.service")
    monkeypatch.setattr(service, "get_executable", lambda: "program")
    monkeypatch.setattr(pagefind.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=1, stderr="no room"))
    assert [one.code for one in pagefind.pagefind_index(tmp_path)[1]] == ["pagefind-failed"]


def test_what_was_decided_is_taken_back_only_where_nobody_changed_it_since(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(SOURCE.text, "utf-8")
    given = TomlFile("given.toml", b'[[correction]]\nline = 1\nprinted = "rniller"\ncorrected = "miller"\n')
    made, _ = apply(given, into(tmp_path))
    made[0].file.write_bytes(b"changed")
    assert code_of(withdraw, made) == "decisions-changed"


def test_faults_of_commands(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def code(*words: str) -> str:
        assert run([*words, "--json"]) == 1
        return str(json.loads(capsys.readouterr().out)["findings"][0]["code"])

    def refuse(_: object) -> bytes:
        raise PermissionError(13, "permission denied", "x.xml")

    assert code("validate", "gone.xml") == "file-unreadable"
    assert code("review", str(folder), "--by", "nobody", "--tsv") == "by-unknown"
    monkeypatch.setattr(checking, "read_bytes", refuse)
    assert code("validate", "x.xml") == "file-error"


NOTES = """# An essay

The first sentence has a call.[1] The second has another.[2] And here is a third.[9]

The text goes on, as texts do, for a good while, and ends.

[1] The first note.

[2] The second note.

[3] A note that nobody calls.
"""


def test_notes_without_calls_and_calls_without_notes(tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(NOTES, "utf-8")
    codes = {one.code for one in convert(tmp_path / "essay.txt", None).findings}
    assert {"note-unanchored", "call-without-note"} <= codes


def test_what_two_rules_claim(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "settle", lambda spans, claims: (spans, list(claims)))
    assert "claim-refused" in {one.code for one in convert(folder / "one.txt", None).findings}


def test_what_cannot_stand_where_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "placed", lambda spans, text: (spans, spans[:1]))
    assert "misplaced" in {one.code for one in convert(folder / "one.txt", None).findings}


def test_words_that_may_be_misread(folder: Path) -> None:
    (folder / "one.txt").write_text("The dog slept by the rnill. It was a good dog; tbe watcr was in thc rnill.\n" * 3)
    document = recognise(folder / "one.txt", load_edition(folder), None, {"misread-words": True})
    assert "corrections-queued" in {one.code for one in document.findings}


def test_a_content_that_is_no_value(tmp_path: Path) -> None:
    (tmp_path / "x.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-'
        'datatypes"><start><element name="extent"><data type="integer"/></element></start></grammar>', "utf-8")
    assert [one.code for one in validate(b"<extent>many</extent>", "x.xml", [tmp_path / "x.rng"])] == ["content-value"]
    assert validate(b"<extent>7</extent>", "x.xml", [tmp_path / "x.rng"]) == []
    (tmp_path / "x.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern><rule context="extent">'
        '<assert test="number(.) idiv 1">x</assert></rule></pattern></schema>', "utf-8")
    assert [one.code for one in validate(b"<extent>many</extent>", "x.xml", [tmp_path / "x.sch"])] == [
        "schematron-broken"]
