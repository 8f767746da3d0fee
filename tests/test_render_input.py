"""Documents that cannot be rendered: what is said, and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from rendering import render, values

import edition.resources
from edition import saxon
from edition.findings import UserError
from edition.rendering.collection import Entry, Shared, collection_site
from edition.rendering.outputs import OUTPUTS, render_all
from edition.rendering.targets import dropped
from edition.rendering.tei import Tei, read_tei

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader/>\n<text><body><p>{}</p></body></text></TEI>'


@pytest.mark.parametrize(("tei", "code", "line"), [
    ("", "tei-not-xml", 1),
    ("plain text", "tei-not-xml", 1),
    (TEI.format("a & b"), "tei-not-xml", 3),
    ("<html><body/></html>", "tei-root", 1),
    ("<TEI><text/></TEI>", "tei-root", 1),
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "tei-without-text", 1),
    ('<!DOCTYPE TEI [<!ENTITY e SYSTEM "/etc/hostname">]>\n' + TEI.format("&e;"), "tei-entity", 4),
])
def test_what_is_no_tei_is_refused(tei: str, code: str, line: int) -> None:
    with pytest.raises(UserError) as error:
        render(tei.encode(), "html", "x", "a.xml")
    assert (error.value.finding.code, error.value.finding.line) == (code, line)
    assert error.value.finding.file == "a.xml"


def test_an_unknown_output_names_those_there_are() -> None:
    with pytest.raises(UserError, match="html, diplomatic, txt"):
        render(TEI.encode(), "docx", "x")


@pytest.mark.parametrize("to", OUTPUTS)
def test_a_header_need_not_say_anything(to: str) -> None:
    has = {"csv": "printed,corrected", "bibtex": "@misc{x", "ris": "TY  - GEN"}.get(to, "words")
    assert has in render(TEI.format("words").encode(), to, "x")


def test_unknown_facts_are_told_as_unknown() -> None:
    page = render(TEI.format("words").encode(), "html", "x")
    assert "Untitled text" in page
    assert "Author unknown" in page


def test_names_and_folders_with_spaces_and_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stylesheets are found in a folder of any name, and links lead to files of any name."""
    strange = tmp_path / "a b #1 é"
    strange.mkdir()
    (strange / "xslt").symlink_to(edition.resources.folder("xslt"))
    compiled = saxon.compiled.__wrapped__(strange / "xslt" / "html.xsl")
    assert compiled is not None
    page = render(TEI.format("words").encode(), "html", "a b #1 é")
    assert 'href="a%20b%20%231%20%C3%A9.txt"' in page


def test_markup_in_the_text_stays_text() -> None:
    page = render(TEI.format("&lt;script>alert(1)&lt;/script> &amp;amp;").encode(), "html", "x")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;" in page


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "#nowhere"])
def test_targets_that_lead_nowhere_good_are_only_text(target: str) -> None:
    page = render(TEI.format(f'<ref target="{target}">there</ref>').encode(), "html", "x")
    assert target not in page
    assert "there" in page


def test_the_index_lists_every_edition_with_every_form() -> None:
    tei = TEI.format('a<note n="1">n</note> <choice><sic>x</sic><corr>y</corr></choice><pb n="2"/>').encode()
    made = collection_site([Entry("one", tei), Entry("two & ü", tei)], Shared("Our Texts", licence="CC BY 4.0"))
    page = made["index.html"].decode()
    assert page.count("1 note, 1 correction, 1 page break") == 2
    for file in ("one/index.html", "one/diplomatic.html", "one/one.txt", "one/one.corpus.txt", "one/one.xml",
                 "two%20%26%20%C3%BC/index.html", "two%20%26%20%C3%BC/two%20%26%20%C3%BC.txt"):
        assert file in values(page, "href")


def test_a_form_that_not_all_texts_have_is_linked_where_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OUTPUTS, "braille", OUTPUTS["txt"]._replace(file="{name}.brf", title="Braille", always=False))
    tei = TEI.format("words").encode()
    assert "a%20b.brf" not in values(render_all(Tei(tei, "a b"))["index.html"].decode(), "href")
    files = render_all(Tei(tei, "a b"), ["braille"])
    assert ">Braille</a>" in files["index.html"].decode()
    assert "a%20b.brf" in values(files["index.html"].decode(), "href")
    assert files["a b.brf"] == files["a b.txt"]
    page = collection_site([Entry("a", tei), Entry("b", tei, ["b.brf"])], Shared())["index.html"].decode()
    assert "b/b.brf" in values(page, "href")
    assert "a/a.brf" not in values(page, "href")


def test_an_empty_collection_says_so() -> None:
    assert "no text in this collection" in collection_site([], Shared())["index.html"].decode()


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "next.html", "https:"])
def test_a_target_that_is_left_out_is_warned_of(target: str) -> None:
    (found,) = dropped(read_tei(TEI.format(f'<ref target="{target}">x</ref>').encode()), "x.xml")
    assert (found.code, found.severity, found.file, found.line) == ("target-dropped", "warning", "x.xml", 3)
    assert f'"{target}"' in found.message


@pytest.mark.parametrize("target", ["https://example.org/a", "mailto:a@example.org", "#n1"])
def test_a_target_that_is_followed_is_not(target: str) -> None:
    assert dropped(read_tei(TEI.format(f'<ref target="{target}">x</ref>').encode()), "x.xml") == []


def test_a_page_in_a_language_written_from_right_to_left_says_so() -> None:
    tei = TEI.replace("<text>", '<text xml:lang="{}">')
    for language, direction in (("he", ' dir="rtl"'), ("az-Arab", ' dir="rtl"'), ("ar-Latn", ""), ("en", "")):
        assert f'<html lang="{language}"{direction}>' in render(tei.format(language, "x").encode(), "html", "x")
    latin = render(tei.format("he", '<foreign xml:lang="en">x</foreign>').encode(), "html", "x")
    assert '<i dir="ltr" lang="en" class="ro">x</i>' in latin
