"""Whole texts of others, with what is known of them: each export passes its recipient's schemas, or says what it lacks.

`python tests/sources/fetch.py FOLDER` lays them into a folder; EDITION_SOURCES names it.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import Objections
from sources import fetch

from edition.exporting.checks import checked
from edition.exporting.export import export, refusals
from edition.exporting.profiles import PROFILES
from edition.findings import has_errors
from edition.making.conversion import convert
from edition.rendering.tei import read_tei
from edition.settings.metadata import load_edition
from edition.validation.schemas import schema
from edition.validation.validate import validate
from edition.verify import verify

TABLE: dict[str, Any] = tomllib.loads(fetch.TABLE.read_text("utf-8"))
SOURCES = dict(fetch.sources(TABLE))


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder of the texts; tests skip without it."""
    named = os.environ.get("EDITION_SOURCES", "")
    if not named:
        pytest.skip("EDITION_SOURCES names no folder that tests/sources/fetch.py has filled")
    return Path(named)


def text_of(name: str, folder: Path) -> Path:
    """The file of a text; the test skips where it could not be had."""
    file = (folder / name).with_suffix(Path(SOURCES[name]["member"]).suffix)
    if not file.is_file():
        pytest.skip(f"tests/sources/fetch.py could not fetch the package {SOURCES[name]['package']}")
    return file


@pytest.mark.slow
@pytest.mark.parametrize("name", SOURCES)
def test_each_recipient_takes_it_or_is_told_why_not(name: str, folder: Path, shared: Path, jing: Objections,
                                                    tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(shared / "acceptance/schemas"))
    made = convert(text_of(name, folder), load_edition(folder))
    assert verify(made.tei, made.document.source.text).ok
    assert not has_errors(validate(made.tei, name))
    root = read_tei(made.tei, name)
    taken = [to for to, profile in PROFILES.items() if not refusals(root, profile)]
    assert taken == [to for to in PROFILES if to in SOURCES[name]["takes"]]
    for to in taken:
        (data,) = (data for path, data in export(made.tei, to, name).files.items() if "__cts__" not in path)
        assert [one for one in checked(data, name, PROFILES[to].schemas, name) if one.severity == "error"] == [], to
        (tmp_path / f"{to}.xml").write_bytes(data)
        for grammar in schema(PROFILES[to].schemas[0]).grammars:
            assert jing(grammar, [tmp_path / f"{to}.xml"]) == {}


def test_every_text_has_a_package_and_expects_profiles_that_exist() -> None:
    assert SOURCES
    assert all(text["package"] in TABLE["packages"] for text in SOURCES.values())
    assert {to for text in SOURCES.values() for to in text["takes"]} <= set(PROFILES)


def test_each_text_says_what_it_is() -> None:
    assert all(tomllib.loads(text["facts"])["title"]["value"] for text in SOURCES.values())
