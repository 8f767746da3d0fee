"""Random documents that our grammar allows: TEI allows them too, and three validators agree on each."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from conftest import RNG, Objections
from lxml import etree

from edition.resources import folder
from edition.validation.explanation import Explainer
from edition.validation.grammar_file import Grammar
from edition.validation.schematron import Schematron
from edition.validation.validate import validate

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator, mutate

MODELS = sorted((Path(__file__).parent / "schema" / "valid").glob("*.xml"))


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(RNG)


def write(root: Any, file: Path) -> Path:
    file.write_bytes(etree.tostring(root))
    return file


def agree(grammar: Grammar, jing: Objections, place: Path, seeds: range) -> tuple[int, int]:
    """Documents with one change each: how many were valid, how many not; Jing, libxml2 and we say the same of each."""
    explainer, libxml2 = Explainer(grammar), etree.RelaxNG(etree.parse(RNG))
    ours: dict[str, list[str]] = {}
    for seed in seeds:
        root = Generator(grammar, seed, depth=7, size=20).document()
        mutate(root, seed)
        again = etree.parse(write(root, place / f"{seed}.xml"), etree.XMLParser(collect_ids=False)).getroot()
        ours[str(seed)] = [fault.message for fault in explainer.faults(again)]
        assert libxml2.validate(again) == (not ours[str(seed)]), (seed, ours[str(seed)], libxml2.error_log)
    theirs = jing(RNG, sorted(place.glob("*.xml")))
    differ = {seed: (theirs.get(seed), said) for seed, said in ours.items() if bool(said) != (seed in theirs)}
    assert differ == {}
    return len(ours) - len(theirs), len(theirs)


def test_three_validators_agree(grammar: Grammar, jing: Objections, tmp_path: Path) -> None:
    valid, invalid = agree(grammar, jing, tmp_path, range(16))
    # Neither is rare, or the agreement would say little.
    assert valid > 3
    assert invalid > 3


@pytest.mark.slow
def test_three_validators_agree_on_many(grammar: Grammar, jing: Objections, tmp_path: Path) -> None:
    valid, invalid = agree(grammar, jing, tmp_path, range(1000, 1400))
    assert min(valid, invalid) > 100


def test_jing_agrees_about_the_grammar_of_tei(jing: Objections, shared: Path, tmp_path: Path) -> None:
    """Model documents, each with a change, by all of TEI."""
    schema = shared / "acceptance/schemas/tei/tei_all.rng"
    explainer, ours = Explainer(Grammar(schema)), dict[str, bool]()
    for seed in range(120):
        root = etree.parse(MODELS[seed % len(MODELS)]).getroot()
        mutate(root, seed)
        again = etree.parse(write(root, tmp_path / f"{seed}.xml"), etree.XMLParser(collect_ids=False)).getroot()
        ours[str(seed)] = not explainer.faults(again)
    theirs = jing(schema, sorted(tmp_path.glob("*.xml")))
    assert [seed for seed, valid in ours.items() if valid == (seed in theirs)] == []
    assert 30 < len(theirs) < 90


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dtabf/basisformat", "eltec/eltec-1", "dracor/dracor", "epidoc/tei-epidoc",
                                  "bptl/bptl-L4", "tei/tei_lite", "tei/tei_simplePrint", "capitains/tei"])
def test_jing_agrees_about_the_grammars_of_others(name: str, jing: Objections, shared: Path, tmp_path: Path) -> None:
    """Random documents of each grammar, some with a change: what Jing calls valid, we do."""
    schema = shared / f"acceptance/schemas/{name}.rng"
    grammar = Grammar(schema)
    explainer, ours = Explainer(grammar), dict[str, bool]()
    for seed in range(40):
        root = Generator(grammar, seed, depth=5, size=8).document()
        if seed % 3:
            mutate(root, seed)
        again = etree.parse(write(root, tmp_path / f"{seed}.xml"), etree.XMLParser(collect_ids=False)).getroot()
        ours[str(seed)] = not explainer.faults(again)
    theirs = jing(schema, sorted(tmp_path.glob("*.xml")))
    assert [seed for seed, valid in ours.items() if valid == (seed in theirs)] == []


@pytest.mark.slow
def test_whatever_our_grammar_allows_is_tei(grammar: Grammar, jing: Objections, shared: Path, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(240):
        write(Generator(grammar, seed, seen=seen).document(), tmp_path / f"{seed}.xml")
    assert set(seen) == set(grammar.elements)
    assert jing(shared / "acceptance/schemas/tei/tei_all.rng", sorted(tmp_path.glob("*.xml"))) == {}


@pytest.mark.slow
def test_a_document_that_tei_does_not_allow_would_be_noticed(jing: Objections, shared: Path, tmp_path: Path) -> None:
    sound = (Path(__file__).parent / "schema/valid/smallest.xml").read_text("utf-8")
    wrong = tmp_path / "wrong.xml"
    wrong.write_text(sound.replace("Text.", "<speaker>A.</speaker>"), encoding="utf-8")
    assert jing(shared / "acceptance/schemas/tei/tei_all.rng", [wrong])


@pytest.mark.slow
def test_the_model_documents_and_the_odd_are_tei(jing: Objections, shared: Path) -> None:
    files = [*sorted((Path(__file__).parent / "schema/valid").glob("*.xml")), folder("schema") / "edition.odd"]
    assert jing(shared / "acceptance/schemas/tei/tei_all.rng", files) == {}


# ---- the rules of TEI itself

def tei_rules(shared: Path) -> Schematron:
    """The Schematron of TEI."""
    return Schematron(shared / "acceptance/schemas/tei/tei_all.sch")


def broken_rules(rules: Schematron, root: Any) -> list[str]:
    return [one.pattern for one in rules.failures(root) if one.severity == "error"]


# A rule of TEI (part of its name) and the one of ours that says the same.
_SAME = {"p-in-ab-or-p": "block-in-paragraph", "p-in-l": "block-in-verse", "ab-in-l": "block-in-verse",
         "l-in-l": "line-in-line", "lg-in-l": "line-in-line",
         "atleast1": "verse-lines", "gloss-list": "gloss-list", "subtypeTyped": "subtype-needs-type",
         "quotationContents": "quotation-described", "citestructure": "cite-match"}


@pytest.mark.slow
def test_what_the_rules_of_tei_forbid_ours_forbid(grammar: Grammar, shared: Path) -> None:
    rules, tried, seen = tei_rules(shared), set(), Counter[str]()
    made = (Generator(grammar, seed, depth=8, size=40, seen=seen).document() for seed in range(240))
    # What chance may not come upon has a document of its own.
    faults = (etree.parse(Path(__file__).parent / "schema" / f"{code}.xml").getroot() for code in set(_SAME.values()))
    for seed, root in enumerate(chain(made, faults)):
        theirs = broken_rules(rules, root)
        wanted = {ours for name in theirs for part, ours in _SAME.items() if part in name}
        assert all(any(part in name for part in _SAME) for name in theirs), (seed, theirs)
        assert wanted <= {one.code for one in validate(etree.tostring(root), f"{seed}.xml")}, seed
        tried |= wanted
    assert tried == set(_SAME.values())


@pytest.mark.slow
def test_a_broken_rule_of_tei_would_be_noticed(shared: Path) -> None:
    file = Path(__file__).parent / "schema" / "block-in-verse.xml"
    broken = broken_rules(tei_rules(shared), etree.parse(file).getroot())
    assert any("p-in-l" in one for one in broken)
