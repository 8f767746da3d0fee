"""Random texts of our schema: each export is valid by the grammar of its recipient, and has all the letters."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conftest import RNG, Objections
from exporting import all_letters, with_header
from lxml import etree

from edition.exporting.export import transformed
from edition.exporting.profiles import PROFILES
from edition.validation.grammar_file import Grammar
from edition.validation.schemas import schema

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator

_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(RNG)


def pairs(grammar: Grammar, to: str, seeds: range) -> list[tuple[Any, bytes]]:
    """Random documents, and the export of each to a profile, whatever it takes otherwise."""
    made = []
    for seed in seeds:
        data = with_header(Generator(grammar, seed).text())
        files = transformed(etree.fromstring(data), to, "x").files
        made.append((etree.fromstring(data), next(iter(files.values()))))
    return made


def check(grammar: Grammar, to: str, seeds: range) -> list[bytes]:
    """That no letter is lost or made, and each id is given once; the exports."""
    exports = []
    for source, data in pairs(grammar, to, seeds):
        export = etree.fromstring(data, etree.XMLParser(collect_ids=False))
        assert all_letters(export) == all_letters(source)
        ids = [node.get(_ID) for node in export.iter("*") if node.get(_ID)]
        assert len(ids) == len(set(ids))
        exports.append(data)
    return exports


# What goes with what is around it; what may have nothing left in it; what is told of as its choice.
_AROUND = {"fw", "del", "sic", "orig", "surplus", "supplied", "cit", "bibl", "note", "c", "anchor"}
_EMPTY = {"cit", "bibl", "div", "front", "back", "c", "anchor"}
_READINGS = {"choice", "sic", "orig"}


def elements(root: Any) -> Counter[str]:
    """The elements of the text by their names, less those in what may go whole."""
    text = root.find("{*}text")
    return Counter(etree.QName(one).localname for one in text.iter(etree.Element)
                   if not _AROUND & {etree.QName(around).localname for around in one.iterancestors()})


@pytest.mark.parametrize("to", PROFILES)
def test_what_is_not_there_any_more_is_told(grammar: Grammar, to: str) -> None:
    for seed in range(5):
        root = etree.fromstring(with_header(Generator(grammar, seed).text()))
        before, made = elements(root), transformed(root, to, "x")
        after = elements(etree.fromstring(next(iter(made.files.values())), etree.XMLParser(collect_ids=False)))
        told = {finding.message.split(">")[0].removeprefix("<") for finding in made.findings}
        assert set(before - after) - told - _EMPTY - _READINGS == set()


def valid(jing: Objections, to: str, exports: list[bytes], folder: Path) -> None:
    files = []
    for number, data in enumerate(exports):
        files.append(folder / f"{to}{number}.xml")
        files[-1].write_bytes(data)
    (grammar,) = schema(PROFILES[to].schemas[0]).grammars
    assert jing(grammar, files) == {}


@pytest.mark.parametrize("to", PROFILES)
def test_no_letter_is_lost(grammar: Grammar, to: str) -> None:
    check(grammar, to, range(4))


@pytest.mark.slow
@pytest.mark.parametrize("to", PROFILES)
def test_many_are_valid_by_the_recipient(grammar: Grammar, jing: Objections, shared: Path, to: str, tmp_path: Path,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(shared / "acceptance" / "schemas"))
    valid(jing, to, check(grammar, to, range(1000, 1100)), tmp_path)
