"""How validation behaves: places, source lines, other schemas, and files that are no TEI at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.findings import UserError
from edition.validation import validate as module
from edition.validation.validate import validate

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")
MODELS = sorted((Path(__file__).parent / "schema" / "valid").glob("*.xml"))


def with_text(text: str) -> bytes:
    return SOUND.replace('<p xml:id="p1">Text.</p>', text).encode()


@pytest.mark.parametrize("file", MODELS, ids=lambda file: file.stem)
def test_a_model_document_has_no_finding(file: Path) -> None:
    assert validate(file.read_bytes(), file.name) == []


def test_a_finding_says_file_line_what_was_found_and_what_is_allowed() -> None:
    (found,) = validate(with_text('<p xml:id="p1">A\n  <speaker>B.</speaker></p>'), "x.xml")
    assert (found.file, found.line, found.column, found.severity) == ("x.xml", 19, 3, "error")
    assert found.message == (
        "<speaker> cannot stand here in <p>; allowed here: text, <add>, <anchor>, <bibl>, <c>, <cb>, <choice>, <cit>, "
        "<corr>, <date>, <del>, <emph>, <figure>, <foreign>, <fw>, <gap>, <hi>, <l>, <label>, <lb>, <lg>, <list>, "
        "<mentioned>, <milestone>, <name> and 20 more. <speaker> may stand in sp")


@pytest.mark.parametrize(("text", "code", "said"), [
    ('<p xml:id="p1" rendition="">x</p>', "attribute-value", "one or more, separated by spaces: an address"),
    ('<p xml:id="p1" cert="sure">x</p>', "attribute-value", 'one of "high", "medium", "low", "unknown"'),
    ('<p xml:id="p1" corrsp="#p1">x</p>', "attribute-unknown", "do you mean @corresp?"),
    ('<pp xml:id="p1">x</pp>', "element-unknown", "not an element of this schema"),
    ('<p xml:id="p1"><corrr>x</corrr></p>', "element-unknown", "do you mean corr?"),
    ('<p xml:id="p1"><milestone/></p>', "attribute-missing", "<milestone> lacks @unit"),
    ('<sp who="#p1" xml:id="p1"><speaker>A.</speaker></sp>', "element-missing", "it still needs one of <ab>, <l>"),
    ('<table xml:id="t1"><cell>x</cell></table>', "element-misplaced", "<cell> may stand in row"),
    ('<list xml:id="l1"><label>1</label><label>2</label><item>x</item></list>', "element-missing",
     "<item> is missing in <list> before <label>"),
])
def test_what_a_message_says(text: str, code: str, said: str) -> None:
    found = [one for one in validate(with_text(text), "x.xml") if one.code == code]
    assert any(said in one.message for one in found), found


def test_every_fault_is_found_not_only_the_first() -> None:
    text = ('<p xml:id="p1" foo="1"><speaker>A</speaker><q bar="2"><div xml:id="d1"/></q></p>'
            '<p xml:id="p2"><nothing/></p>words')
    codes = [one.code for one in validate(with_text(text), "x.xml")]
    assert sorted(codes) == ["attribute-unknown", "attribute-unknown", "element-misplaced", "element-misplaced",
                             "element-unknown", "text-misplaced"]


def test_the_line_of_the_source_is_told_where_it_is_known() -> None:
    (found,) = validate(with_text('<p xml:id="p1" foo="1">Text.</p>'), "x.xml", source_lines=lambda line: line - 10)
    assert found.source_line == found.line - 10
    assert f"(source line {found.source_line})" in str(found)


def test_lines_are_right_beyond_the_number_that_libxml2_can_count_to() -> None:
    filler = "\n" * 70_000
    (found,) = validate(with_text(f'<p xml:id="p1">Text.{filler}<nothing/>{filler}</p>'), "x.xml")
    assert found.line == 70_018


@pytest.mark.parametrize(("data", "said"), [
    (b"", "the file is empty"), (b"  \n", "the file is empty"), (b"plain text", "not well-formed XML"),
    (b"<TEI", "not well-formed XML"), (b"<TEI>\xff</TEI>", "not well-formed XML"),
    (b"\x00\x01\x02", "not well-formed XML"),
])
def test_what_is_no_xml_is_one_finding(data: bytes, said: str) -> None:
    (found,) = validate(data, "x.xml")
    assert found.code == "xml-malformed"
    assert said in found.message


@pytest.mark.parametrize(("data", "said", "fix"), [
    ("<html><body/></html>", "the document begins with <html> (this is HTML); it must begin with <TEI>", ""),
    ("<TEI.2/>", "the document begins with <TEI.2> (this is TEI P4; it has to be converted to P5 first); it must begin "
     "with <TEI>", ""),
    (SOUND.replace("TEI", "tei", 1).replace("/TEI", "/tei"), "the document begins with <tei>; it must begin with <TEI>",
     "write TEI instead of tei"),
    (SOUND.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "", 1), "<TEI> is in no namespace, and not in that of this "
     "schema, http://www.tei-c.org/ns/1.0. Until then nothing of it can be checked",
     'write xmlns="http://www.tei-c.org/ns/1.0" in the start tag of the document\'s first element, and no other xmlns'),
    (SOUND.replace("http://www.tei", "https://www.tei", 1), "<TEI> is in the namespace https://www.tei-c.org/ns/1.0, "
     "and not in that of this schema, http://www.tei-c.org/ns/1.0. Until then nothing of it can be checked",
     'write xmlns="http://www.tei-c.org/ns/1.0" instead of xmlns="https://www.tei-c.org/ns/1.0"'),
])
def test_another_root_is_said(data: str, said: str, fix: str) -> None:
    (found, *_) = validate(data.encode(), "x.xml")
    assert (found.message, found.fix) == (said, fix)


@pytest.mark.parametrize(("text", "said", "fix"), [
    ('<p xml:id="p1">A<p xml:id="p2">B</p></p>', "<p> cannot stand here in <p>",
     "end the first <p> before it, with </p>"),
    ("<hi>x</hi>", "<hi> cannot stand here in <body>", "put it into <p>"),
    ("words", "<body> holds no text of its own", "put it into <p>"),
    ('<table xml:id="t1"><cell>x</cell></table>', "<cell> cannot stand here", "put it into <row>"),
    ('<list xml:id="l1"><item><head><p xml:id="p1">x</p></head></item></list>', "<p> cannot stand here in <head>",
     "leave out <p> and </p>, and keep what stands between them"),
    ('<p xml:id="p1" lang="en">x</p>', "do you mean @xml:lang?", "write @xml:lang instead of @lang"),
    ('<p id="p1" xml:id="p1">x</p>', "do you mean @xml:id?", "write @xml:id instead of @id"),
    ('<p xml:id="p1">a<br/>b</p>', "<br> (in <p>) is an element of HTML", "write lb instead of br"),
    ('<h2>x</h2><p xml:id="p1">x</p>', "<h2> (in <body>) is an element of HTML", "write head instead of h2"),
    ('<p xml:id="p1"><date when="20.3.1929"/></p>', "expected a day", "write 1929-03-20 instead of 20.3.1929"),
    ('<p xml:id="p1"><date when="3.4.1929"/></p>', "expected a day", "write 1929-04-03 instead of 3.4.1929"),
    ('<p xml:id="p1"><date when="20/3/1929"/></p>', "expected a day", "write 1929-03-20 instead of 20/3/1929"),
    ('<p xml:id="p1"><date when="3/4/1929"/></p>', "expected a day", ""),
    ('<p xml:id="p1"><date when="1.13.1929"/></p>', "expected a day", ""),
    ('<P xml:id="p1">x</P>', "do you mean p?", "write p instead of P"),
    ('<p xml:id="p1"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/></p>',
     "<xi:include> (in <p>) is of the namespace http://www.w3.org/2001/XInclude, of which this schema has no element",
     "nothing is included here: put what it names in its place (xmllint --xinclude does), and check that"),
    ('<p xml:id="p1"><svg xmlns="http://www.w3.org/2000/svg"/></p>', "<svg> (in <p>) is of the namespace http", ""),
])
def test_the_likely_fix(text: str, said: str, fix: str) -> None:
    found = next(one for one in validate(with_text(text), "x.xml") if said in one.message)
    assert found.fix == fix


ANY = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><ref name="any"/></choice>
</zeroOrMore></element></define></grammar>"""


@pytest.mark.parametrize(("text", "said"), [
    ('<b who="#x"/><b who="#x #y" xml:id="y"/>', 'who="#x" of <b> (2 times) leads nowhere: no element of this file has '
     "the xml:id x"),
    ('<b target="#x"/>', 'target="#x" of <b> leads nowhere: no element of this file has the xml:id x'),
    ('<b who="#x"/><b xml:id="x"/>', ""), ('<b target="x.xml#x http://x.example/#x # #xpath(//x)"/>', ""),
    ('<b facs="#f1" rendition="#i" ana="#x" rend="#fff"/>', ""), ('<b who="#x" xml:base="y.xml"/>', ""),
    ('<b who="#x"/><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="y.xml"/>', ""),
])
def test_pointers_that_lead_nowhere_are_told_by_any_schema(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "any.rng").write_text(ANY, "utf-8")
    found = validate(f"<a>{text}</a>".encode(), "x.xml", [tmp_path / "any.rng"])
    assert [(one.code, one.severity, one.message) for one in found] == (
        [("pointer-dangling", "warning", said)] if said else [])


def test_a_row_of_elements_that_are_missing_is_told() -> None:
    data = re.sub("<publicationStmt>.*</sourceDesc>", "", SOUND, flags=re.DOTALL)
    assert "<fileDesc> is not complete; it still needs <publicationStmt>, then <sourceDesc>" in [
        one.message for one in validate(data.encode(), "x.xml")]


@pytest.mark.parametrize("declared", ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "y">'])
def test_entities_are_not_read(declared: str) -> None:
    data = f"<!DOCTYPE TEI [{declared}]>\n<TEI>&x;</TEI>".encode()
    assert [one.code for one in validate(data, "x.xml")] == ["xml-entity"]


def test_a_bomb_of_entities_does_not_go_off() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE TEI [<!ENTITY e0 "boom">{levels}]>\n<TEI n="&e11;"/>'.encode()
    assert {one.code for one in validate(data, "x.xml")} <= {"xml-malformed", "xml-entity"}


def test_a_very_long_paragraph_is_read() -> None:
    assert validate(with_text(f'<p xml:id="p1">{"word " * 2_200_000}</p>'), "x.xml") == []


def test_the_other_encodings_of_xml() -> None:
    data = SOUND.replace('encoding="UTF-8"', 'encoding="UTF-16"').replace("Text.", "é<nothing/>").encode("utf-16")
    (found,) = validate(data, "x.xml")
    assert (found.code, found.line) == ("element-unknown", 18)


# ---- a user's own schema

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
<include href="part.rng"><define name="p"><element name="p"><attribute name="n"><choice><value>1</value>
<value>2</value></choice></attribute><text/></element></define></include>
<start><element name="TEI"><zeroOrMore><choice><ref name="p"/><ref name="any"/></choice></zeroOrMore></element></start>
</grammar>"""
PART = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="p"><notAllowed/></define>
<define name="any"><element><anyName><except><nsName ns="http://www.tei-c.org/ns/1.0"/></except></anyName>
<interleave>
<optional><element name="a" ns=""><empty/></element></optional>
<optional><element name="b" ns=""><empty/></element></optional>
</interleave></element></define></grammar>"""


def test_another_schema_is_used_instead(tmp_path: Path) -> None:
    place = tmp_path / "mes schémas #1"
    place.mkdir()
    (place / "own.rng").write_text(GRAMMAR, encoding="utf-8")
    (place / "part.rng").write_text(PART, encoding="utf-8")
    data = (b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a1"><p n="3"/><x xmlns=""><b/><a/></x>'
            b'<x xmlns=""><a/><a/></x></TEI>')
    found = validate(data.replace(b' xml:id="a1"', b""), "x.xml", [place / "own.rng"])
    assert [(one.code, one.message) for one in found if one.severity == "error"] == [
        ("attribute-value", '@n="3" of <p>: expected one of "1", "2"'),
        ("element-misplaced", "<a> cannot stand here in <x>; allowed here: <b>")]


def test_a_schema_with_what_we_do_not_read_is_left_to_libxml2(tmp_path: Path) -> None:
    schema = tmp_path / "own.rng"
    schema.write_text('<element name="TEI" ns="http://www.tei-c.org/ns/1.0" '
                      'xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', encoding="utf-8")
    data = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" n="1"/>'
    assert "schema" in {one.code for one in validate(data, "x.xml", [schema])}
    assert validate(data.replace(b' n="1"', b""), "x.xml", [schema]) == []


@pytest.mark.parametrize("content", [None, "no xml", "<html/>"])
def test_a_schema_that_cannot_be_read(content: str | None, tmp_path: Path) -> None:
    schema = tmp_path / "own.rng"
    if content is not None:
        schema.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        validate(SOUND.encode(), "x.xml", [schema])
    assert raised.value.finding.code == "schema-unreadable"
    assert raised.value.finding.file == str(schema)


def test_where_the_two_validators_differ_the_file_is_not_called_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.Explainer, "faults", lambda self, root: [])
    assert "schema" in {one.code for one in validate(with_text('<p xml:id="p1" foo="1">x</p>'), "x.xml")}


def test_each_of_thousands_of_faults_of_a_rule_is_told_at_its_place() -> None:
    lines = "".join(f'\n<ref target="#{"p1" if n % 2 else "gone"}">a</ref><?pi?><!-- c -->' for n in range(6000))
    found = validate(with_text(f'<p xml:id="p1">{lines}</p>'), "x.xml")
    assert {one.code for one in found} == {"pointer-resolves"}
    assert [one.line for one in found] == list(range(19, 6019, 2))


def test_a_fault_that_comes_a_thousand_times_is_put_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, worded = list[str](), module.Explainer._elsewhere
    monkeypatch.setattr(module.Explainer, "_elsewhere",
                        lambda self, node, child, left: (asked.append(child.tag), worded(self, node, child, left))[1])
    found = validate(with_text("<hi>a</hi>" * 1000 + '<p xml:id="p1">x</p>'), "x.xml")
    assert len([one for one in found if one.code == "element-misplaced"]) == 1000
    assert len(asked) == 1
