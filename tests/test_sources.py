"""Whole texts of others, with what is known of them: each export passes its recipient's schemas, or says what it lacks.

`python tests/sources/fetch.py FOLDER` lays them into a folder; EDITION_SOURCES names it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import Objections
from sources import fetch

from edition.exporting.checks import checked
from edition.exporting.export import export, refusals
from edition.exporting.profiles import PROFILES
from edition.findings import has_errors
from edition.making.conversion import Converted, convert
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


@pytest.fixture(scope="module")
def made(folder: Path) -> Callable[[str], Converted]:
    """The TEI of a text, made once; the test skips where the text could not be had."""
    edition = load_edition(folder)
    return cache(lambda name: convert(folder / f"{name}.txt", edition))


def there(folder: Path) -> list[str]:
    """The texts whose packages could be had."""
    return [name for name in SOURCES if (folder / f"{name}.txt").is_file()]


@pytest.mark.slow
@pytest.mark.parametrize("name", SOURCES)
def test_it_is_proved_and_valid(name: str, folder: Path, made: Callable[[str], Converted]) -> None:
    if name not in there(folder):
        pytest.skip(f"tests/sources/fetch.py could not fetch the package {SOURCES[name]['package']}")
    text = made(name)
    assert verify(text.tei, text.document.source.text).ok
    assert not has_errors(validate(text.tei, name))


@pytest.mark.slow
@pytest.mark.parametrize("to", PROFILES)
def test_a_recipient_takes_what_is_fit_for_it(to: str, folder: Path, made: Callable[[str], Converted], shared: Path,
                                              jing: Objections, tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(shared / "acceptance/schemas"))
    names = there(folder)
    taken = [name for name in names if not refusals(read_tei(made(name).tei, name), PROFILES[to])]
    assert taken == [name for name in names if to in SOURCES[name]["takes"]]
    objections = {}
    for name in taken:
        (data,) = (data for path, data in export(made(name).tei, to, name).files.items() if "__cts__" not in path)
        (tmp_path / f"{name}.xml").write_bytes(data)
        objections[name] = [one for one in checked(data, name, PROFILES[to].schemas, name) if one.severity == "error"]
    assert {name: found for name, found in objections.items() if found} == {}
    for grammar in schema(PROFILES[to].schemas[0]).grammars:
        assert jing(grammar, sorted(tmp_path.glob("*.xml"))) == {}


def test_every_text_has_a_package_and_expects_profiles_that_exist() -> None:
    assert SOURCES
    assert all(text["package"] in TABLE["packages"] for text in SOURCES.values())
    assert {to for text in SOURCES.values() for to in text["takes"]} <= set(PROFILES)


def test_each_text_says_what_it_is() -> None:
    assert all(tomllib.loads(text["facts"])["title"]["value"] for text in SOURCES.values())
