"""Schematron of others: what its parts mean, what is not read and says so, and that published schemas find faults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from edition.findings import UserError
from edition.validation.schematron import Schematron
from edition.validation.validate import validate

SHARED = Path(os.environ["EDITION_SHARED"]) / "acceptance" / "schemas" if "EDITION_SHARED" in os.environ else None
DOCUMENT = """<t xml:lang="en"><!-- c --><p n="1" who="x">One <b>two</b></p><p n="2"/><q/></t>"""


def schema(tmp_path: Path, body: str, attributes: str = 'queryBinding="xslt3"') -> Path:
    file = tmp_path / "rules #é.sch"
    file.write_text(f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/'
                    f'Transform" {attributes}>{body}</schema>', encoding="utf-8")
    return file


def said(file: Path, document: str = DOCUMENT, phase: str = "") -> list[str]:
    return [one.message for one in Schematron(file, phase).failures(etree.fromstring(document))]


CASES = {
    "an assertion fails where its test is false, a report is made where it is true": (
        """<pattern><rule context="p"><assert test="b">no b in <value-of select="@n"/></assert>
        <report test="@n = '1'">first</report></rule></pattern>""", ["first", "no b in 2"]),
    "of the rules of one pattern the first that knows a node judges it": (
        """<pattern><rule context="p[@n = '1']"><report test="true()">a</report></rule>
        <rule context="p"><report test="true()">b</report></rule></pattern>""", ["a", "b"]),
    "of a group every rule judges": (
        """<group><rule context="p[@n = '1']"><report test="true()">a</report></rule>
        <rule context="p[@n = '1']"><report test="true()">b</report></rule></group>""", ["a", "b"]),
    "a rule may be about the document, attributes, texts and comments": (
        """<pattern><rule context="/"><report test="t">document</report></rule></pattern>
        <pattern><rule context="p/@who"><report test="true()">attribute <name/></report></rule></pattern>
        <pattern><rule context="b/text()"><report test="true()">text <value-of select="."/></report></rule></pattern>
        <pattern><rule context="comment()"><report test="true()">comment</report></rule></pattern>""",
        ["document", "attribute who", "text two", "comment"]),
    "the predicate of a rule about elements may speak of attributes": (
        """<pattern><rule context="*[@who[. = ']x'] or @who = 'x']"><report test="true()">it</report></rule>
        </pattern>""",
        ["it"]),
    "variables hold in the schema, their pattern and their rule, each over those outside": (
        """<let name="a" value="'schema'"/>
        <pattern><let name="a" value="'pattern'"/><let name="b" value="count(//p)"/>
        <rule context="p[@n = string($b)]"><let name="c" value="@n"/>
        <report test="$c">$a <value-of select="$a"/> <value-of select="concat($b, '$b', $c)"/></report></rule></pattern>
        <pattern><let name="b" value="'other'"/><rule context="q"><let name="a" value="'rule'"/>
        <report test="true()"><value-of select="$a, $b"/></report></rule></pattern>
        <pattern><rule context="q"><report test="true()"><value-of select="$a"/></report></rule></pattern>""",
        ["$a pattern 2$b2", "rule other", "schema"]),
    "a variable may hold nodes of the schema": (
        """<let name="list"><i xmlns="">1</i><i xmlns="">3</i></let>
        <pattern><rule context="p"><assert test="@n = $list/i">not listed: <value-of select="@n"/></assert></rule>
        </pattern>""", ["not listed: 2"]),
    "an abstract pattern is made concrete by its parameters": (
        """<pattern abstract="true" id="has"><param name="what" value="b"/><rule context="$where">
        <assert test="$what and '$where'">$where: no <name/></assert></rule></pattern>
        <pattern is-a="has" id="one"><param name="where" value="p"/></pattern>
        <pattern is-a="has" id="two"><param name="where" value="q"/><param name="what" value="not(.)"/></pattern>""",
        ["$where: no p", "$where: no q"]),
    "a rule has what the abstract rules that it extends have": (
        """<pattern><rule abstract="true" id="a"><let name="x" value="name()"/><report test="true()">a</report></rule>
        <rule abstract="true" id="b"><extends rule="a"/><report test="true()"><value-of select="$x"/></report></rule>
        <rule context="q"><extends rule="b"/><report test="true()">c</report></rule></pattern>""", ["a", "q", "c"]),
    "a name is that of the node, or of another": (
        """<pattern><rule context="b"><report test="true()"><name/> <name path=".."/> <name path="name(/*)"/>
        <emph>e</emph> <dir>d</dir> <span class="s">s</span></report></rule></pattern>""", ["b p t e d s"]),
    "a diagnosis is added to the message": (
        """<pattern><rule context="q"><report test="true()" diagnostics="d1 d2">wrong</report></rule></pattern>
        <diagnostics><diagnostic id="d1">because of <name/></diagnostic><diagnostic id="d2">again</diagnostic>
        </diagnostics>""", ["wrong because of q again"]),
    "keys, functions and instructions of XSLT may be used": (
        """<ns prefix="f" uri="urn:f"/><xsl:key name="n" match="p" use="@n"/>
        <xsl:function name="f:twice" xmlns:f="urn:f"><xsl:param name="x"/><xsl:sequence select="2 * $x"/></xsl:function>
        <pattern><rule context="q"><report test="key('n', '2')"><value-of select="f:twice(21)"/>
        <xsl:for-each select="//p">,<xsl:value-of select="@n"/></xsl:for-each></report></rule></pattern>""",
        ["42 ,1,2"]),
    "a test may have braces": (
        """<pattern><rule context="p"><assert test="matches(@n, '^1{1,2}$')">{no}</assert></rule></pattern>""",
        ["{no}"]),
    "what cannot be worked out for one node is said, and the rest is checked": (
        """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern><rule context="p">
        <report test="xs:integer(@who) = 1">never</report><report test="@n = '2'">two</report></rule></pattern>""",
        ["the rule xs:integer(@who) = 1 cannot be worked out here: Cannot convert string \"x\" to an integer", "two"]),
    "so is a variable that cannot be worked out, though it stands in the context of a rule": (
        """<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><let name="x" value="xs:integer('a')"/><pattern>
        <rule context="p[$x]"><report test="true()">never</report></rule></pattern>""",
        ["the rule xs:integer('a') cannot be worked out here: Cannot convert string \"a\" to an integer"]),
}


@pytest.mark.parametrize("case", CASES)
def test_what_schematron_means(case: str, tmp_path: Path) -> None:
    body, expected = CASES[case]
    file = schema(tmp_path, body)
    assert sorted(said(file)) == sorted(expected)
    assert Schematron(file).doubts == ()


def test_of_several_nodes_xpath_1_takes_the_first(tmp_path: Path) -> None:
    body = """<pattern><rule context="t"><report test="string(p/@n) = '1'">x</report></rule></pattern>"""
    assert said(schema(tmp_path, body, "")) == ["x"]
    assert "cannot be worked out" in said(schema(tmp_path, body))[0]


@pytest.mark.parametrize(("attributes", "severity"), [
    ("", "error"), ('role="error"', "error"), ('role="FATAL"', "error"), ('role="Warning"', "warning"),
    ('role="nonfatal"', "warning"), ('role="information"', "info"), ('flag="info"', "info"),
    ('severity="warning"', "warning"), ('role="my own word"', "error"),
])
@pytest.mark.parametrize("at", ["pattern", "rule", "report"])
def test_how_grave_it_is_stands_at_the_test_its_rule_or_its_pattern(
        at: str, attributes: str, severity: str, tmp_path: Path) -> None:
    own = {name: attributes if name == at else "" for name in ("pattern", "rule", "report")}
    file = schema(tmp_path, f"""<pattern {own['pattern']}><rule context="q" {own['rule']}>
                  <report test="true()" {own['report']}>x</report></rule></pattern>""")
    assert [one.severity for one in Schematron(file).failures(etree.fromstring(DOCUMENT))] == [severity]


PHASES = """<phase id="a"><let name="x" value="'in a'"/><active pattern="one"/></phase>
<phase id="b"><let name="x" value="'in b'"/><active pattern="one"/><active pattern="two"/></phase>
<pattern id="one"><rule context="q"><report test="true()">one</report></rule></pattern>
<pattern id="two"><rule context="q"><report test="true()">two <value-of select="$x"/></report></rule></pattern>"""


@pytest.mark.parametrize(("phase", "expected"), [("a", ["one"]), ("b", ["one", "two in b"]), ("", ["one", "two in b"])])
def test_a_phase_chooses_patterns(phase: str, expected: list[str], tmp_path: Path) -> None:
    assert said(schema(tmp_path, PHASES, 'queryBinding="xslt2" defaultPhase="b"'), phase=phase) == expected


def test_what_is_included_is_read_from_files_beside(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "p.sch").write_text(
        """<x xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:pattern id="in"><s:include href="r.sch"/></s:pattern>
        <s:rule id="base"><s:report test="true()">extended</s:report></s:rule></x>""", encoding="utf-8")
    (tmp_path / "parts" / "r.sch").write_text(
        """<s:rule xmlns:s="http://purl.oclc.org/dsdl/schematron" context="q">
        <s:report test="true()">included</s:report><s:extends href="p.sch#base"/></s:rule>""", encoding="utf-8")
    # A file cannot be included in itself: the rule that extends by way of its own includer is told.
    with pytest.raises(UserError, match=r"points to p\.sch#base"):
        Schematron(schema(tmp_path, '<include href="parts/p.sch#in"/>'))
    (tmp_path / "parts" / "b.sch").write_text((tmp_path / "parts" / "p.sch").read_text("utf-8").replace(
        '<s:include href="r.sch"/>', ""), encoding="utf-8")
    rule = tmp_path / "parts" / "r.sch"
    rule.write_text(rule.read_text("utf-8").replace("p.sch#base", "b.sch#base"), encoding="utf-8")
    assert said(schema(tmp_path, '<include href="parts/p.sch#in"/>')) == ["included", "extended"]


def test_the_node_is_the_one_that_is_meant(tmp_path: Path) -> None:
    file = schema(tmp_path, """<pattern><rule context="b"><report test="true()">a</report>
        <report test="true()" subject="..">b</report><report test="true()" subject="nothing">c</report></rule></pattern>
        <pattern><rule context="@who"><report test="true()">d</report></rule></pattern>""")
    found = Schematron(file).failures(etree.fromstring(DOCUMENT))
    assert {one.message: one.node.tag for one in found} == {"a": "b", "b": "p", "c": "b", "d": "p"}


# ---- what is not read, and what cannot be

DOUBTS = {
    "properties is not read": '<properties><property id="p">x</property></properties>',
    "@properties is not read": """<pattern><rule context="q"><assert test="true()" properties="p">x</assert></rule>
        </pattern>""",
    "@documents asks for other documents": """<pattern documents="'x.xml'"><rule context="q"><report test="true()">x
        </report></rule></pattern>""",
    "fix is no part of Schematron": """<pattern><rule context="q"><assert test="true()">x</assert>
        <fix xmlns="urn:quick-fix"><deeper/></fix></rule></pattern>""",
    "there is no pattern z for this phase": '<phase id="a"><active pattern="z"/></phase>',
    "library is not read": "<library/>",
}


@pytest.mark.parametrize("text", DOUBTS)
def test_what_is_not_read_is_said(text: str, tmp_path: Path) -> None:
    file = schema(tmp_path, DOUBTS[text])
    doubts = Schematron(file).doubts
    assert [one.message.startswith(text) for one in doubts] == [True], doubts
    assert (doubts[0].code, doubts[0].severity, doubts[0].file) == ("schematron-unsupported", "warning", str(file))
    assert said(file) == []


REFUSED = {
    "there is no abstract pattern z": '<pattern is-a="z"/>',
    "there is no abstract rule z": '<pattern><rule context="q"><extends rule="z"/></rule></pattern>',
    "extends itself": """<pattern><rule abstract="true" id="a"><extends rule="b"/></rule>
        <rule abstract="true" id="b"><extends rule="a"/></rule><rule context="q"><extends rule="a"/></rule>
        </pattern>""",
    "include points to http://example.org/x.sch": '<include href="http://example.org/x.sch"/>',
    "include points to gone.sch": '<include href="gone.sch"/>',
    "the prefix a stands for two namespaces": '<ns prefix="a" uri="urn:1"/><ns prefix="a" uri="urn:2"/>',
    "xsl:result-document cannot be used": """<pattern><rule context="q"><report test="true()"><xsl:result-document
        href="x"/></report></rule></pattern>""",
    "cannot be compiled: .*XPST0003": '<pattern><rule context="q"><report test="(">x</report></rule></pattern>',
    "cannot be compiled: .*allowed in a pattern": """<pattern><rule context="p/.."><report test="1">x</report></rule>
        </pattern>""",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_run_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=text) as raised:
        Schematron(schema(tmp_path, REFUSED[text]))
    assert raised.value.finding.code == "schema-unreadable"


@pytest.mark.parametrize(("attributes", "phase", "text"), [
    ('queryBinding="xquery"', "", "written in xquery"), ("", "a", "it has no phase a; it has none")])
def test_another_language_and_an_unknown_phase(attributes: str, phase: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=text):
        Schematron(schema(tmp_path, "", attributes), phase)


@pytest.mark.parametrize("content", ["no xml", "<schema/>", '<schema xmlns="http://www.ascc.net/xml/schematron"/>'])
def test_what_is_no_schematron(content: str, tmp_path: Path) -> None:
    (tmp_path / "x.sch").write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="schema-unreadable"):
        Schematron(tmp_path / "x.sch")


# ---- published schemas

PUBLISHED = sorted(SHARED.glob("*/*.sch")) if SHARED else []
SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")
# Schema: what is changed in a small document, and what its rules say then.
PLANTED = {
    "tei_all": ('<p xml:id="p1">', '<p xml:id="p1" subtype="x">', "subtype"),
    "tei_lite": ('<p xml:id="p1">Text.</p>', '<lg xml:id="l1"><l>a<l>b</l></l></lg>', "l"),
    "simplePrint": ('<p xml:id="p1">Text.</p>', '<p xml:id="p1">a <date when="1900" from="1899">b</date></p>', "@when"),
    "dtabf": ('<p xml:id="p1">Text.</p>', '<p xml:id="p1">a <note xml:id="n1">b</note></p>', "[E0035]"),
    "dracor": ('<p xml:id="p1">', '<p xml:id="p1">', "original source"),
    "epidoc": ('<p xml:id="p1">Text.</p>', '<p xml:id="p1"><gap reason="lost" quantity="1"/></p>', "unit"),
    "bptl-L4": ('<p xml:id="p1">', '<p xml:id="p1" rend="x" style="y">', "style"),
    "tapas": ("<text", "<script/><text", "script"),
}


@pytest.mark.skipif(not SHARED, reason="EDITION_SHARED names no folder with schemas of others")
@pytest.mark.parametrize("name", PLANTED)
def test_a_published_schema_finds_a_fault(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(SHARED))
    old, new, text = PLANTED[name]
    assert old in SOUND
    found = [one for one in validate(SOUND.replace(old, new, 1).encode(), "x.xml", [name]) if one.code == "schematron"]
    assert any(text in one.message and one.line and one.column and one.rule.startswith(name) for one in found), found


@pytest.mark.skipif(not SHARED, reason="EDITION_SHARED names no folder with schemas of others")
def test_every_published_schema_is_read_whole() -> None:
    assert len(PUBLISHED) == len(PLANTED)
    assert [(file.name, one.message) for file in PUBLISHED for one in Schematron(file).doubts] == []


@pytest.mark.skipif(not SHARED, reason="EDITION_SHARED names no folder with schemas of others")
def test_rules_inside_a_grammar_are_those_beside_it() -> None:
    """TEI publishes its rules inside the grammar; taken out, they say the same as the file that others take out."""
    assert SHARED
    document = etree.fromstring(SOUND.replace('<p xml:id="p1">Text.</p>', '<lg xml:id="l1" subtype="x"/>').encode())
    inside, beside = (Schematron(SHARED / "tei" / f"tei_all.{kind}").failures(document) for kind in ("rng", "sch"))
    found = sorted(one.message for one in inside)
    assert found == sorted(one.message for one in beside)
    assert len(found) > 1
