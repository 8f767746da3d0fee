"""What is said of files that are no well-formed XML: what, where, and the likely fix, each with one fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.commands.formats import excerpt
from edition.validation.validate import validate

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")
DECLARE = 'write xmlns:x="…" in the start tag of the first element'


@pytest.mark.parametrize(("text", "said", "fix"), [
    ("<q></p>", "</p> stands where <q> of line 18 is still open", "write </q> before it, or </q> instead of it"),
    ("Smith & Sons", "an & that means itself is written &amp;", "write &amp;"),
    ('<ref target="http://x.example/?a=1&b=2"/>', "an & that means itself is written &amp;", "write &amp;"),
    ("a < b", "behind this < stands no name of an element; a < that means itself is written &lt;", "write &lt;"),
    ('<p n="a<b"/>', "a < in the value of an attribute is written &lt;", "write &lt;"),
    ("<p n=1/>", "the value of an attribute stands in straight quotation marks", ""),
    ("<p n=“1”/>", "the value of an attribute stands in straight quotation marks", 'write " instead of “'),
    ("<p n/>", "the attribute n has no value", 'write n="…"'),
    ('<p n="1" n="2"/>', "the attribute n stands twice in one start tag", "leave one of them out"),
    ('<p n="1"rend="2"/>', "between two attributes a space is missing", ""),
    ("<p n='1' <q/>", "what stands here is no attribute; the > or / at the end of the start tag may", "write >"),
    ("<x:p/>", "nobody says what the prefix x: stands for", DECLARE), ('<p x:n="1"/>', "nobody says what the", DECLARE),
    ("<!-- a -- b -->", "-- stands within a comment, where it may not", "write - - or another dash"),
    ("<q></q <hi/>", "a tag has no > at its end", "write >"),
    ("<? a ?>", "a processing instruction has no name", ""),
    ('<q xmlns="a b"/>', "the namespace “a b” is no address", ""),
    ("\x00", "the character U+0000 may not stand in XML", "leave it out"),
    ("]]>", "]]> stands in the text", "write ]]&gt;"),
    ("\x0b", "the character U+000B may not stand in XML", "leave it out"),
    ("&#x1F;", "the character U+001F may not stand in XML", "leave it out"),
    ("<q>" * 2100, "more than 2048 elements stand within one another", ""),
])
def test_what_is_wrong_within_the_text(text: str, said: str, fix: str) -> None:
    (found,) = validate(SOUND.replace('<p xml:id="p1">Text.</p>', text).encode(), "x.xml")
    assert (found.code, found.severity, found.line) == ("xml-malformed", "error", 18)
    assert found.message.startswith(f"not well-formed XML: {said}"), found.message
    assert found.fix == fix


@pytest.mark.parametrize(("text", "said", "fix"), [
    ("<!-- a --><!-- b", "the comment that begins in line 18 has no --> at its end", "write -->"),
    ("<![CDATA[ a", "the CDATA section that begins in line 18 has no ]]> at its end", "write ]]>"),
    ("<?a b", "the processing instruction that begins in line 18 has no ?> at its end", "write ?>"),
])
def test_what_is_open_where_the_file_ends(text: str, said: str, fix: str) -> None:
    (found,) = validate(SOUND.replace("Text.", text).encode(), "x.xml")
    assert (found.message, found.fix) == (f"not well-formed XML: {said}", fix)


@pytest.mark.parametrize(("name", "said", "fix"), [
    ("eacute", "&eacute; is an entity of HTML, which XML does not know", "write é instead of &eacute;"),
    ("nbsp", "&nbsp; is an entity of HTML, which XML does not know", "write &#160; instead of &nbsp;"),
    ("shy", "&shy; is an entity of HTML", "write &#173; instead of &shy;"),
    ("company", "nobody says what the entity &company; stands for", ""),
])
def test_an_entity_that_nobody_declared(name: str, said: str, fix: str) -> None:
    (found,) = validate(SOUND.replace("Text.", f"&{name};").encode(), "x.xml")
    assert (found.code, found.line, found.fix) == ("xml-entity", 18, fix)
    assert found.message.startswith(said)


@pytest.mark.parametrize(("declared", "fix"), [
    ('x "Edition"', "write Edition instead of &x;"), ('x "a<hi/>"', ""), ('x "&#38;y;"', ""),
    ('x SYSTEM "file:///etc/hostname"', ""), ('y "z"', ""),
])
def test_an_entity_of_a_document_type(declared: str, fix: str) -> None:
    doctype = f'<!DOCTYPE TEI SYSTEM "x.dtd" [<!ENTITY {declared}>]>'
    data = SOUND.replace("<TEI", f"{doctype}\n<TEI", 1).replace("Text.", "&x;")
    (found,) = validate(data.encode(), "x.xml")
    assert (found.code, found.fix) == ("xml-entity", fix)


@pytest.mark.parametrize("value", ["&x;", "a&x;b", "&amp;&x;"])
def test_an_entity_in_an_attribute(value: str) -> None:
    data = SOUND.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY x "v">]>\n<TEI', 1).replace(
        '<p xml:id="p1">', f'<p xml:id="p1"\n n="{value}">')
    (found,) = validate(data.encode(), "x.xml")
    assert (found.code, found.line, found.fix) == ("xml-entity", 19, "write v instead of &x;")


@pytest.mark.parametrize(("data", "said", "fix"), [
    (SOUND + "<TEI/>", "the document has ended before this: one element holds all of it",
     "leave out what follows its end tag, or put it before that"),
    (SOUND.replace('version="1.0"', "", 1), "the first line is not what it has to be",
     'write <?xml version="1.0" encoding="UTF-8"?>'),
    ("\n" + SOUND, "<?xml … ?> stands at the very beginning of a file",
     "leave out what stands before it, empty lines too"),
    (SOUND.replace("UTF-8", "utf8x", 1), "the encoding utf8x, which the first line names, is not known",
     'write encoding="UTF-8", if it is'),
    (SOUND.replace("UTF-8", "UTF-16", 1), "the first line says UTF-16, and the file is not written in it",
     'write encoding="UTF-8"'),
    (SOUND[:SOUND.index("Text.")], "the file ends, and <p> of line 18 is still open; has a part of it been lost?",
     "write </p>"),
    (SOUND[:SOUND.index(' xml:id="p1"')], "the start tag of <p> has no > at its end", "write >"),
    (SOUND[:SOUND.index('p1">')], "the file ends within the value of an attribute", ""),
    ("<html><meta><p></html>", "this is HTML (", ""),
    ("Dear Sir,\n", "it does not begin with <. Is it plain text?", "edition convert makes TEI of a plain text"),
    ('{"a": 1}', "this is no XML but JSON", ""), ("%PDF-1.7\n", "this is no XML but a PDF", ""),
    ("{\\rtf1 x}", "this is no XML but RTF", ""), ("PK\x03\x04", "this is no XML but a ZIP file", ""),
    ("", "the file is empty", ""),
])
def test_what_is_wrong_with_the_whole_file(data: str, said: str, fix: str) -> None:
    (found,) = validate(data.encode(), "x.xml")
    assert found.code == "xml-malformed"
    assert found.message.removeprefix("not well-formed XML: ").startswith(said), found.message
    assert found.fix == fix


@pytest.mark.parametrize(("first", "named"), [('encoding="UTF-8"', "UTF-8, in which the file says it is written"),
                                              ("", "UTF-8, in which the file has to be written")])
def test_bytes_of_another_encoding(first: str, named: str) -> None:
    data = SOUND.replace('encoding="UTF-8"', first, 1).replace("Text.", "café").encode("cp1252")
    (found,) = validate(data, "x.xml")
    assert found.message == f"not well-formed XML: the byte E9 is no {named} (in windows-1252 it is “é”)"
    assert found.fix.startswith("save it as UTF-8, or say what it is")


@pytest.mark.parametrize("named", ["ISO-8859-1", "windows-1252"])
def test_an_old_encoding_is_believed_where_the_file_is_written_in_it(named: str) -> None:
    text = SOUND.replace("UTF-8", named, 1)
    assert validate(text.replace("Text.", "café").encode(named), "x.xml") == []
    assert validate(text.encode(), "x.xml") == []
    (found,) = validate(text.replace("Text.", "café").encode(), "x.xml")
    assert (found.code, found.severity, found.fix) == ("xml-encoding", "warning", 'write encoding="UTF-8"')


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_byte_order_mark_is_no_fault(mark: str) -> None:
    assert validate((mark + SOUND).encode(), "x.xml") == []


def test_the_excerpt_shows_what_stands_before_the_place(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text(f"<TEI>{'word ' * 30}<hi>here</p></TEI>", "utf-8")
    (found,) = validate(file.read_bytes(), str(file))
    assert "<hi>here</p>" in excerpt(found, {})[0]
