"""Refusals foretold: what a recipient refuses is a finding of ours before, at its line; its own checker agrees.

Each row is one fault in a document that the recipient takes: our export for it, each element on a line of its own. The
checkers of others are Jing for grammars; for rules an implementation of Schematron that is not ours; for CapiTainS and
TextGrid their own programs.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import CHECKS, Edition, Objections, checkers
from consumers import Ask
from exporting import TEI, document
from lxml import etree

from edition.exporting.export import export, transformed
from edition.exporting.profiles import PROFILES, Need
from edition.validation.schemas import schema
from edition.validation.validate import validate

TEXT = """<front><castList><castItem corresp="#anna"><role>ANNA</role></castItem></castList></front>
<body><div type="act" xml:id="a1"><pb n="1"/><head>Act I</head><div type="scene"><stage>A room.</stage>
<sp who="#anna" xml:id="s1"><speaker>ANNA.</speaker>
<p xml:id="p1">I <choice><sic>hvae</sic><corr resp="#ed">have</corr></choice>
<emph rend="italic">it</emph><note xml:id="n1" type="annotation" n="1" place="bottom">So.</note>,
<gap reason="illegible" unit="words" quantity="2"/>.</p></sp><pb n="2"/>
<sp who="#ben"><speaker>BEN.</speaker><p>Yes.</p></sp></div></div></body>"""
GENRE = '<keywords scheme="http://textgrid.info/namespaces/metadata/core/2010#genre"><term>drama</term></keywords>'


class Fault(NamedTuple):
    """`schema`: its name; `by`: who refuses, rng, sch or a program; `old` becomes `new`, where our finding stands,
    or at `at`; `words`: what it says."""

    schema: str
    by: str
    old: str
    new: str
    words: str
    at: str = ""


FAULTS = [
    Fault("tei_all", "rng", "<stage>A room.</stage>", "<scene>A room.</scene>",
          "<scene> (in <div>) is not an element"),
    Fault("tei_all", "rng", '<date when="1901"', '<date when="1901-13"', 'expected a day (1929-03-20)'),
    Fault("tei_all", "rng", "<p>Yes.</p>", "<p><div>Yes.</div></p>", "<div> cannot stand here in <p>"),
    Fault("tei_all", "sch", '<p xml:id="p1">', '<p xml:id="p1" subtype="x">', "should not be categorized in detail"),
    Fault("tei_all", "sch", "<p>Yes.</p>", "<l><l>Yes.</l></l>", "<l> cannot stand here in <l>"),

    Fault("tapas", "sch", "<TEI ", "<teiCorpus ", "TAPAS cannot handle corpora"),
    Fault("tapas", "sch", "</teiHeader>", "</teiHeader><teiHeader/>", "more than one 'teiHeader'", "<TEI "),
    Fault("tapas", "sch", "<body>", '<body><script xmlns="http://www.w3.org/1999/xhtml"/>', "Javascript", "<TEI "),

    Fault("textgrid", "textgrid.py", '<title type="main">A small play</title>', "", "title in NAME.toml",
          "<titleStmt>"),
    Fault("textgrid", "textgrid.py", "<term>drama</term>", "", "genre in NAME.toml", "<textClass>"),
    Fault("textgrid", "textgrid.py", '">1901</date>', '">in 1901</date>', "date under [source] in NAME.toml"),
    Fault("textgrid", "textgrid.py", ">CC BY 4.0</licence>", "/>", "name under [licence] in edition.toml"),
    Fault("textgrid", "textgrid.py", "<licence target=", "<licence n=", "url under [licence] in edition.toml"),

    Fault("dtabf", "rng", "<TEI ", '<TEI xml:lang="de" ', "<TEI> has no attribute @xml:lang"),
    Fault("dtabf", "rng", "<TEI ", '<TEI xml:id="edn000001" ', '@xml:id="edn000001" of <TEI>'),
    Fault("dtabf", "rng", '<title type="main">', "<title>", "<title> lacks @type"),
    Fault("dtabf", "rng", "<edition>", '<edition n="1.2.0">', "a whole number"),
    Fault("dtabf", "rng", "<p>Yes.</p>", "<p><emph>Yes.</emph></p>", "<emph> (in <p>) is not an element"),
    Fault("dtabf", "rng", "<p>Yes.</p>", "<p><unclear>Yes.</unclear></p>", "<unclear> (in <p>) is not an element"),
    Fault("dtabf", "rng", "<p>Yes.</p>", '<p n="1">Yes.</p>', "<p> has no attribute @n"),
    Fault("dtabf", "rng", '<hi rendition="#i">', '<hi rendition="#italic">', '@rendition="#italic" of <hi>'),
    Fault("dtabf", "rng", 'reason="illegible"', 'reason="damage"', '@reason="damage" of <gap>'),
    Fault("dtabf", "rng", '<pb n="2" facs="#f0002"/>', '<pb n="2"/>', "<pb> lacks @facs"),
    Fault("dtabf", "sch", "#f0002", "#f0003", "E0014"),
    Fault("dtabf", "sch", 'place="foot" ', "", "E0035"),
    Fault("dtabf", "sch", "<corr>have</corr>", "", "<choice> is not complete", "<choice>"),
    Fault("dtabf", "sch", "<p>Yes.</p>", "<p><sic>Yse.</sic></p>", "E0013"),
    Fault("dtabf", "sch", '<note type="remarkResponsibility">editing</note>', "editing", "E0011", "<resp>\nediting"),
    Fault("dtabf", "sch", "<p>Yes.</p>", '<p><bibl><title type="main">Yes.</title></bibl></p>', "E0001"),
    Fault("dtabf", "sch", "<p>Yes.</p>", "<p>Yes.</p><salute>Sir</salute>", "E0030"),

    Fault("eltec-1", "rng", ' xml:id="edn000001"', "", "<TEI> lacks @xml:id"),
    Fault("eltec-1", "rng", "<p>A room.</p>", "<sp><speaker>A</speaker><p>A room.</p></sp>", "<sp> (in <div>)"),
    Fault("eltec-1", "rng", "<p>A room.</p>", "<list><item>A room.</item></list>", "<list> (in <div>)"),
    Fault("eltec-1", "rng", "<corr>have</corr>", "<choice><sic>hvae</sic><corr>have</corr></choice>",
          "<choice> (in <p>)"),
    Fault("eltec-1", "rng", "12000</measure>", "12000 words</measure>", "expected something of the form ([\\d]+)"),
    Fault("eltec-1", "rng", 'type="printSource"', 'type="print"', 'expected one of "firstEdition", "printSource"'),
    Fault("eltec-1", "rng", 'type="group"', 'type="act"', '@type="act" of <div>'),
    Fault("eltec-1", "rng", '<e:timeSlot key="T4"/>', "", "it still needs <timeSlot>", "<textDesc>"),
    Fault("eltec-1", "rng", ">Strong, Anna Louise</author>", "><persName>Strong</persName></author>",
          "<persName> (in <author>)"),
    Fault("eltec-1", "rng", "<extent>", "<editionStmt><edition>1</edition></editionStmt><extent>",
          "<editionStmt> (in <fileDesc>)"),
    Fault("eltec-1", "rng", "<gap ", '<gap reason="illegible" ', "<gap> has no attribute @reason"),

    Fault("dracor", "rng", '<refsDecl n="ids">', '<refsDecl n="ids" default="true">',
          "<refsDecl> has no attribute @default"),
    Fault("dracor", "rng", "</teiHeader>", "</teiHeader><facsimile><surface/></facsimile>", "<facsimile> (in <TEI>)"),
    Fault("dracor", "sch", 'type="originalSource"', 'type="printSource"', "original source is required",
          "<sourceDesc>"),
    Fault("dracor", "sch", ' xml:id="ben"', "", "must provide an @xml:id"),
    Fault("dracor", "sch", 'who="#ben"', 'who="ben"', 'must start with "#"'),
    Fault("dracor", "sch", ">Q1<", ">http://www.wikidata.org/entity/Q1<", 'must be a Wikidata QID, e.g. "Q42"'),

    Fault("capitains", "rng", "<cRefPattern", '<citeStructure unit="act" match="//div" use="@n"/><cRefPattern',
          "<citeStructure> (in <refsDecl>)"),
    Fault("capitains", "rng", "<publisher>P", '<publisher ref="https://example.org/p">P',
          "<publisher> has no attribute @ref"),
    Fault("capitains", "hooks.py", ' n="urn:cts:edn:strong.play.edn-eng1"', "", "asks for the URN of the text",
          "<body>"),
    Fault("capitains", "hooks.py", 'edn-eng1">', 'edn-eng1:1.2">', "without a passage"),
    Fault("capitains", "hooks.py", ' type="edition" xml:lang="en"', ' type="edition"', "asks for the language"),
    Fault("capitains", "hooks.py", 'n="CTS"', 'n="other"', "asks for a refsDecl", "<teiHeader>"),
    Fault("capitains", "hooks.py", '<sp n="2"', '<sp n="1"', "references that are unique"),
    Fault("capitains", "hooks.py", '<sp n="2"', '<sp n="2.1"', "no full stop and no space"),
    Fault("capitains", "hooks.py", '<sp n="2"', '<sp n=""', "no empty one"),

    Fault("simplePrint", "rng", "<hi ", "<persName>A</persName><hi ", "<persName> (in <p>)"),
    Fault("simplePrint", "rng", "<hi ", "<emph>A</emph><hi ", "<emph> (in <p>)"),
    Fault("simplePrint", "rng", "cited by their xml:id.</p>",
          'cited.</p><cRefPattern matchPattern="x" replacementPattern="y"/>', "<cRefPattern> (in <refsDecl>)"),
    Fault("simplePrint", "rng", 'rendition="simple:italic"', 'rend="italic"', "<hi> has no attribute @rend"),
    Fault("simplePrint", "rng", "<editorialDecl>", "<editorialDecl><correction><p>A</p></correction>", "<correction>"),

    Fault("epidoc", "rng", 'type="textpart" subtype="scene"', 'type="scene"', '@type="scene" of <div>'),
    Fault("epidoc", "rng", "<head>Act I</head>",
          "<titlePage><docTitle><titlePart>A</titlePart></docTitle></titlePage>", "<titlePage>"),
    Fault("epidoc", "sch", ' unit="words"/>', "/>", "@unit is required"),
    Fault("epidoc", "sch", ' unit="words"/>', ' unit="words" extent="some"/>', "but not both"),
    Fault("epidoc", "sch", "<p>Yes.</p>",
          '<p><supplied reason="lost">Y<gap reason="lost" extent="unknown" unit="character"/>'
          "</supplied></p>", "may not appear within supplied"),
    Fault("epidoc", "sch", "<p>Yes.</p>", "<p><expan>Yes.</expan></p>", "expan should contain ex"),

    Fault("bptl-L4", "rng", '<teiHeader xml:lang="en">', "<teiHeader>", "<teiHeader> lacks @xml:lang"),
    Fault("bptl-L4", "rng", ' ident="bptl"', ' ident="other"', '@ident="other" of <prefixDef>'),
    Fault("bptl-L4", "rng", "<head>Act I</head>",
          "<titlePage><docTitle><titlePart>A</titlePart></docTitle></titlePage>", "<titlePage>"),
    Fault("bptl-L4", "sch", "<publicationStmt>", "<extent>3 p.</extent><publicationStmt>",
          "<extent> element should not", "<fileDesc>"),
    Fault("bptl-L4", "sch", '<date when="2026-11-22"/>', '<date when="2026-11-22">2026</date>',
          "should not have content"),
    Fault("bptl-L4", "sch", "Unnumbered divs used.", "Divs.", '"Unnumbered divs used."'),
    Fault("bptl-L4", "sch", '<title type="main">', "<title>", "the @type of a <title> should be specified"),
]
NAMES = list(dict.fromkeys(fault.schema for fault in FAULTS))
_TO = {one: name for name, profile in PROFILES.items() for one in profile.schemas} | {"tapas": "reading"}


@pytest.fixture
def schemas(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(shared / "acceptance" / "schemas"))


@cache
def taken(name: str) -> str:
    """A document that a recipient takes, by the name of its schema."""
    tei = document(TEXT)
    if name == "epidoc":
        tei = tei.replace(b'xml:lang="en"', b'xml:lang="grc"')
    if name == "textgrid":
        data = tei.decode().replace("<textClass>", f"<textClass>{GENRE}")
        data = data.replace('<title type="sub">In one act</title>', "")
    else:
        data = next(iter(export(tei, _TO[name], "x").files.values())).decode()
    return re.sub(r"(?<!\n)(<[a-zA-Z])", r"\n\1", data)


def refused(fault: Fault) -> str:
    text = taken(fault.schema)
    assert text.count(fault.old) >= 1
    text = text.replace(fault.old, fault.new, 1)
    return text.replace("</TEI>", "</teiCorpus>") if "<teiCorpus" in text else text


def line_of(fault: Fault, text: str) -> int:
    at = text.index(fault.at) if fault.at else taken(fault.schema).index(fault.old)
    return text.count("\n", 0, at) + 1


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize("name", NAMES)
def test_what_has_no_fault_is_taken(name: str) -> None:
    assert [str(one) for one in validate(taken(name).encode(), "x.xml", [name]) if one.severity == "error"] == []


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.schema} {fault.new[:30] or fault.old[:30]}")
def test_a_refusal_is_a_finding_before(fault: Fault, tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.xml").write_text(text := refused(fault), "utf-8")
    done = edition("validate", str(tmp_path / "x.xml"), "--schema", fault.schema, "--json")
    said = [(one["line"], one["message"]) for one in json.loads(done.out)["findings"] if one["severity"] == "error"]
    assert done.status == 1
    assert [line for line, message in said if fault.words in message] == [line_of(fault, text)]


def theirs(
    name: str, by: str, folder: Path, asked: Callable[[list[Path]], dict[str, list[str]]]
) -> dict[str, list[str]]:
    """What their checker says of each fault of a schema more than of the document without one."""
    (folder / "taken.xml").write_text(taken(name), "utf-8")
    files = [folder / "taken.xml"]
    for fault in FAULTS:
        if (fault.schema, fault.by) == (name, by):
            files.append(folder / f"{len(files)}.xml")
            files[-1].write_text(refused(fault), "utf-8")
    said = asked(files)
    without = said.get("taken.xml", [])
    return {file.name: [one for one in said.get(file.name, []) if one not in without] for file in files[1:]}


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize("name", [name for name in NAMES if (name, "rng") in {fault[:2] for fault in FAULTS}])
def test_jing_refuses_them_too(name: str, jing: Objections, tmp_path: Path) -> None:
    (grammar,) = schema(name).grammars

    def asked(files: list[Path]) -> dict[str, list[str]]:
        return {f"{stem}.xml": told for stem, told in jing(grammar, files).items()}

    said = theirs(name, "rng", tmp_path, asked)
    assert [file for file, told in said.items() if not told] == []


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize("name", [name for name in NAMES if (name, "sch") in {fault[:2] for fault in FAULTS}])
def test_another_schematron_refuses_them_too(name: str, tmp_path: Path) -> None:
    checkers("node-schematron")
    (rules,) = schema(name).rules

    def asked(files: list[Path]) -> dict[str, list[str]]:
        command = ["node", str(CHECKS / "schematron.mjs"), str(rules), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)  # type: ignore[no-any-return]

    assert [file for file, told in theirs(name, "sch", tmp_path, asked).items() if not told] == []


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize(("name", "by"), [("capitains", "hooks.py"), ("textgrid", "textgrid.py")])
def test_the_programs_of_recipients_refuse_them_too(name: str, by: str, ask: Ask, tmp_path: Path) -> None:
    said = theirs(name, by, tmp_path, lambda files: ask(by, *files))
    assert [file for file, told in said.items() if not told] == []


# --- facts of the header, before anything is made

NEEDS = [(to, need) for to, profile in PROFILES.items() for need in profile.needs]
# Those that the recipient's grammar or rules ask for; for the others its guidelines do.
BY_SCHEMA = {
    "dtabf": {"`name` and `url` in the table [licence] of edition.toml",
              "`publisher` in the table [source] of NAME.toml"},
    "dracor": {"`id` in NAME.toml"},
    "capitains": {"`urn` in NAME.toml"},
    "eltec-1": {"`id` in NAME.toml", "`published` in edition.toml",
                "`author_gender` in the table [eltec] of NAME.toml",
                "`reprint_count` in the table [eltec] of NAME.toml"},
    "bptl-4": {"`published` in edition.toml", "`date` in the table [source] of NAME.toml"},
}


def lacking(to: str, need: Need) -> Any:
    """A document (its root) with every fact but one, which is said to be unknown where our own schema asks for it."""
    tei = document(TEXT)
    root = etree.fromstring(tei.replace(b'xml:lang="en"', b'xml:lang="grc"') if to == "epidoc" else tei)
    for fact in root.xpath(need.path, namespaces={"t": TEI.strip("{}")}):
        if fact is root:
            del root.attrib["{http://www.w3.org/XML/1998/namespace}id"]
        elif etree.QName(fact).localname in ("title", "author", "publisher"):
            fact.set("cert", "unknown")
        else:
            fact.getparent().remove(fact)
    return root


@pytest.mark.parametrize(("to", "need"), NEEDS, ids=lambda one: getattr(one, "says", one))
def test_a_missing_fact_is_told_before_the_export(to: str, need: Need, tmp_path: Path, edition: Edition) -> None:
    tei = tmp_path / "x.xml"
    tei.write_bytes(etree.tostring(lacking(to, need)))
    done = edition("export", str(tei), "--to", to, "-o", str(tmp_path / "out"), "--json")
    (said,) = json.loads(done.out)["findings"]
    assert done.status == 1
    assert said["code"] == "export-fact-missing"
    assert need.key.replace("NAME", "x") in said["message"]
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("schemas")
@pytest.mark.parametrize("to", BY_SCHEMA)
def test_the_recipient_would_have_refused_it(to: str) -> None:
    refuses = set()
    for need in PROFILES[to].needs:
        data = next(iter(transformed(lacking(to, need), to, "x").files.values()))
        if any(one.severity == "error" for one in validate(data, "x.xml", PROFILES[to].schemas)):
            refuses.add(need.key)
    assert refuses == BY_SCHEMA[to]
