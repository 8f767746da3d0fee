"""The site of a collection: what each page tells, what the search knows, and what is gone when a text is."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import LETTER, SEEDS, Edition, tree
from lxml import etree, html
from rendering import data, render
from test_render_vocabulary import document

from edition.making.build import build
from edition.making.disk import MANIFEST
from edition.making.links import broken_site_links
from edition.making.outcome import make
from edition.making.work import RESERVED
from edition.rendering import outputs
from edition.rendering.collection import NAMES, Entry, Shared, collection_site
from edition.rendering.style import Style
from edition.rendering.tei import Tei
from edition.settings.metadata import load_edition

GOLDEN = Path(__file__).parent / "golden" / "site"
EVERYTHING = Path(__file__).parent / "xslt" / "everything.xml"
SEED_NAMES = [path.stem for path in sorted(SEEDS.glob("*.txt"))]
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{}</teiHeader><text><body>{}</body></text></TEI>'
TEI_NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
PERSON = """<profileDesc><particDesc><listPerson><person xml:id="{id}"><persName{by}>{name}</persName>{more}</person>
</listPerson></particDesc></profileDesc>"""
SPEAKS = '<p xml:id="p1"><said who="#{id}" xml:id="said1">Yes.</said></p>'


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    build([SEEDS], out)
    return out


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def site(*entries: tuple[str, str], **shared: str) -> dict[str, str]:
    """The files of the site of texts (name and TEI)."""
    made = collection_site([Entry(name, tei.encode()) for name, tei in entries], Shared(**shared))
    return {file: content.decode() for file, content in made.items()}


def named(person: str, id: str, by: str = "", more: str = "") -> str:
    """A TEI in which a person speaks."""
    header = PERSON.format(id=id, by=f' resp="#{by}"' if by else "", name=person, more=more)
    return TEI.format(header, SPEAKS.format(id=id))


# The pages

@pytest.mark.parametrize("file", [*(name for name in NAMES if name != "sitemap.xml")])
def test_the_site_of_the_seeds_is_as_it_was(seeds: Path, file: str, accept: bool) -> None:
    """Without styles and scripts, which have tests of their own."""
    page = re.sub(r"<(style|script)>.*?</\1>|sha256-[\w+/=]+", "", (seeds / file).read_text("utf-8"), flags=re.DOTALL)
    page = re.sub(r"(<(?:p|div|section|h\d|li|ol|ul|dl|dt|tr|body|nav|header|main|footer)\b)", r"\n\1", page)
    if accept:
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / file).write_text(page, "utf-8")
    assert page.split("\n") == (GOLDEN / file).read_text("utf-8").split("\n")


def test_every_link_of_the_whole_tree_leads_somewhere(seeds: Path) -> None:
    files = tree(seeds)
    pages = {path: html.document_fromstring(content) for path, content in files.items() if path.endswith(".html")}
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    checked = 0
    for path, page in pages.items():
        for link in (str(href) for href in page.xpath("//a/@href | //link/@href") if "://" not in href):
            file, _, id = link.partition("#")
            target = (seeds / path).parent.joinpath(file).resolve().relative_to(seeds).as_posix() if file else path
            assert target in files, f"{path}: {link}"
            assert not id or id in ids[target], f"{path}: {link}"
            checked += 1
    assert checked > 500


def test_each_text_leads_up_to_the_collection(seeds: Path) -> None:
    for name in SEED_NAMES:
        for file in ("index.html", "diplomatic.html"):
            assert "<a href=../index.html>All texts</a>" in (seeds / name / file).read_text("utf-8")


def test_a_link_of_the_site_that_leads_nowhere_is_told() -> None:
    pages = {"index.html": b'<html><a href="one/index.html#x">x</a><a href="gone.html">y</a><a href="#z">z</a></html>'}
    standing = {"one/index.html": b'<html><p id="x">x</p></html>'}
    said = [finding.message for finding in broken_site_links(pages, standing, standing.get)]
    assert said == ['the link "gone.html" leads nowhere', 'the link "#z" leads nowhere']
    standing["one/index.html"] = b'<html><p id="y">x</p></html>'
    assert len(broken_site_links(pages, standing, standing.get)) == 3


def test_titles_are_sorted_by_author_then_date_and_texts_without_a_title_are_told_apart() -> None:
    def tei(author: str, title: str) -> str:
        names = f"<author><persName><surname>{author}</surname></persName></author>" if author else ""
        return TEI.format(f"<fileDesc><titleStmt><title>{title}</title>{names}</titleStmt></fileDesc>", "<p>x</p>")

    index = site(("a", tei("", "Anonymous")), ("b", tei("Zola", "Z")), ("c", tei("Éluard", "É")),
                 ("d", TEI.format("", "<p>x</p>")), ("e", tei("Dante", "D")))["index.html"]
    assert re.findall(r"<h2><a href=[^>]*>([^<]*)", index) == ["D", "É", "Z", "Anonymous", "Untitled text (d)"]


def test_a_facet_with_one_value_is_none(seeds: Path) -> None:
    index = site(("a", TEI.format("", "<p>x</p>")), ("b", TEI.format("", "<p>x</p>")))["index.html"]
    assert "<select" not in index
    assert "<form" not in index


# Persons

def test_a_registered_person_is_one_entry_over_all_texts_and_a_name_alone_makes_none() -> None:
    note = ('<persName type="variant">Trotzki</persName><idno type="VIAF">https://viaf.org/viaf/1</idno>'
            '<note>A note.</note>')
    page = site(("one", named("Leon Trotsky", "trotsky", "ed", note)), ("two", named("Leon Trotsky", "trotsky", "ed")),
                ("three", named("Sam", "sam")))["persons.html"]
    found = html.document_fromstring(page)
    assert [text.strip() for text in found.xpath("//dt/text()")] == ["Sam", "Leon Trotsky*"]
    assert found.xpath("//dt[@id='trotsky']/following-sibling::dd//a/@href") == [
        "https://viaf.org/viaf/1", "one/index.html#trotsky", "one/index.html#said1", "two/index.html#trotsky",
        "two/index.html#said1"]
    assert "also Trotzki. A note." in found.text_content()
    assert found.xpath("//dd/@id") == ["three.sam", "one.trotsky", "two.trotsky"]
    assert "need not mean" in page


def test_places_and_works_stand_beside_the_persons() -> None:
    header = """<profileDesc><settingDesc><listPlace><place xml:id="vologda"><placeName resp="#ed">Vologda</placeName>
<idno type="geonames">472459</idno></place></listPlace></settingDesc></profileDesc>"""
    body = '<p xml:id="p1">To <placeName ref="#vologda">Vologda</placeName>.</p>'
    made = site(("one", TEI.format(header, body)), ("two", named("Sam", "sam")))
    found = html.document_fromstring(made["persons.html"])
    assert found.xpath("//h2/text()") == ["Persons", "Places"]
    assert found.xpath("//h1/text()") == ["Persons, places"]
    assert "https://www.geonames.org/472459" in found.xpath("//a/@href")
    assert "<a href=persons.html>Persons, places</a>" in made["index.html"]


def test_a_collection_without_persons_has_no_page_of_them() -> None:
    made = site(("one", TEI.format("", "<p>x</p>")))
    assert "persons.html" not in made
    assert not any("href=persons.html" in page for page in made.values())


def test_of_many_places_the_first_are_named() -> None:
    says = "".join(f'<p><said who="#sam" xml:id="s{n}">Yes.</said></p>' for n in range(12))
    tei = TEI.format(PERSON.format(id="sam", by="", name="Sam", more=""), says)
    found = html.document_fromstring(site(("a b", tei))["persons.html"])
    assert found.xpath("string(//dd)").strip().endswith("¶ 1, 2, 3, 4, 5, 6, 7, 8 and 4 more")
    assert found.xpath("//dd/@id") == ["a_b.sam"]


# What machines read

DATED = '<fileDesc><publicationStmt><date when="{}"/>{}</publicationStmt></fileDesc>'
URL = '<idno type="URL">https://texts.example.org/{}/</idno>'


def test_a_feed_has_the_texts_that_are_dated_the_latest_first() -> None:
    changed = DATED.format("2025-01-02", "") + '<revisionDesc><change when="2026-03-04"/></revisionDesc>'
    old, new, never = (TEI.format(header, "<p>x</p>") for header in (DATED.format("2025-05-06", ""), changed, ""))
    made = site(("old", old), ("new", new), ("never", never), title="Ours", publisher="A press")
    feed = etree.fromstring(made["feed.xml"].encode())
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("a:updated/text()", namespaces=atom) == ["2026-03-04T00:00:00Z"]
    assert feed.xpath("a:entry/a:link/@href", namespaces=atom) == ["new/index.html", "old/index.html"]
    assert len(set(feed.xpath("//a:id/text()", namespaces=atom))) == 3
    assert 'href="feed.xml"' in made["index.html"]


def test_where_nothing_is_dated_there_is_no_feed() -> None:
    made = site(("never", TEI.format("", "<p>x</p>")))
    assert "feed.xml" not in made
    assert not any("feed.xml" in page for page in made.values())


def test_without_an_address_there_is_no_sitemap_and_nothing_canonical(seeds: Path) -> None:
    assert not (seeds / "sitemap.xml").exists()
    assert "canonical" not in "".join(page.read_text("utf-8") for page in seeds.rglob("*.html"))


def test_with_an_address_every_page_says_which_it_is(folder: Path, tmp_path: Path) -> None:
    settings = folder / "edition.toml"
    settings.write_text('base_url = "https://texts.example.org/ours"\npublished = 2026-11-22\n'
                        + settings.read_text("utf-8"), "utf-8")
    (folder / "é #1.txt").write_text(LETTER, "utf-8")
    out = tmp_path / "out"
    build([folder], out)
    canonical = {path.relative_to(out).as_posix(): str(html.parse(path).xpath("string(//link[@rel='canonical']/@href)"))
                 for path in out.rglob("*.html")}
    base = "https://texts.example.org/ours/"
    assert canonical["index.html"] == base
    assert canonical["about.html"] == base + "about.html"
    assert canonical["one/index.html"] == base + "one/"
    assert canonical["é #1/diplomatic.html"] == base + "%C3%A9%20%231/diplomatic.html"
    listed = set(re.findall("<loc>(.*?)</loc>", (out / "sitemap.xml").read_text("utf-8")))
    assert listed == set(canonical.values()) - {base + "search.html"}
    assert "<lastmod>2026-11-22</lastmod>" in (out / "sitemap.xml").read_text("utf-8")
    feed = etree.parse(out / "feed.xml")
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("//a:link[@rel='self']/@href", namespaces=atom) == [base + "feed.xml"]
    assert base + "one/" in feed.xpath("//a:id/text()", namespaces=atom)


# What the search knows

def everything() -> tuple[str, bytes]:
    return "all", EVERYTHING.read_bytes()


def seed(name: str) -> Callable[[], tuple[str, bytes]]:
    return lambda: (name, make(SEEDS / f"{name}.txt", load_edition(SEEDS)).files[f"{name}.xml"])


def corpus(tei: bytes, name: str, **parameters: str) -> str:
    """The text with its speaker labels and stage directions."""
    return outputs.render(Tei(tei, name), "corpus", Style(speakers=True), **parameters).decode("utf-8")


TEXTS = [everything, *map(seed, SEED_NAMES)]


def as_printed(block: list[Any]) -> str:
    """A passage with its printed words, as the script of the page puts them in."""
    text, changes = block[2].encode("utf-16-le"), block[3:]
    for start, end, words in reversed(list(zip(*[iter(changes)] * 3, strict=True))):
        text = text[:start * 2] + words.encode("utf-16-le") + text[end * 2:]
    return text.decode("utf-16-le")


@pytest.mark.parametrize("text", TEXTS)
def test_the_search_knows_the_reading_text_and_its_notes(text: Callable[[], tuple[str, bytes]]) -> None:
    """All of it, in its order; the order of a table's captions and cells is the plain text's own."""
    name, tei = text()
    blocks = data(render(tei, "search", name))["blocks"]
    notes = [block for block in blocks if block[1].startswith("note ")]
    body = blocks[:blocks.index(notes[0])] if notes else blocks
    assert sorted(letters("".join(block[2] for block in body))) == sorted(letters(corpus(tei, name)))
    page = html.document_fromstring(render(tei, "html", name))
    for added in page.xpath("//*[@role='doc-backlink'] | //*[@id='notes']//*[@class='said-by'] | //sup[a/@role]"):
        added.drop_tree()
    shown = "".join(item.text_content() for item in page.xpath("//*[@id='notes']//li"))
    found = "".join(block[2] for block in blocks[len(body):])
    assert letters(found) == letters(shown)


@pytest.mark.parametrize("text", TEXTS)
def test_every_passage_has_an_address_in_both_pages(text: Callable[[], tuple[str, bytes]]) -> None:
    name, tei = text()
    pages = {to: set(html.document_fromstring(render(tei, to, name)).xpath("//@id")) for to in ("html", "diplomatic")}
    for block in data(render(tei, "search", name))["blocks"]:
        assert block[0] in pages["html"]
        assert len(block) == 3 or block[0] in pages["diplomatic"] or not as_printed(block).strip()


def test_whatever_has_an_id_has_it_in_the_page() -> None:
    """Every passage of a document in which each element has one."""
    tei = etree.fromstring(document())
    for number, element in enumerate(tei.find(f"{TEI_NAMESPACE}text").iter(f"{TEI_NAMESPACE}*")):
        element.set("{http://www.w3.org/XML/1998/namespace}id", f"i{number}")
    written = etree.tostring(tei)
    ids = set(html.document_fromstring(render(written, "html", "x")).xpath("//@id"))
    assert {block[0] for block in data(render(written, "search", "x"))["blocks"]} <= ids


@pytest.mark.parametrize("name", SEED_NAMES)
def test_with_the_printed_words_a_passage_is_that_of_the_page_as_printed(name: str) -> None:
    """But for the furniture of the page."""
    tei = re.sub(rb"<fw\b[^>]*>.*?</fw>", b"", seed(name)()[1])
    printed = "".join(as_printed(block) for block in data(render(tei, "search", name))["blocks"]
                      if not block[1].startswith("note "))
    page = corpus(tei, name, view="diplomatic")
    assert letters(printed) == letters(page)


def test_readings_are_found_where_they_stand() -> None:
    body = ('<p xml:id="p">A 𝄞 <choice><sic>tbe</sic><corr xml:id="c">the</corr></choice>  man'
            '<surplus xml:id="s"> man</surplus>, <supplied xml:id="x">he</supplied> said.</p>')
    block, = data(render(TEI.format("", body).encode(), "search", "x"))["blocks"]
    assert block == ["p", "¶ 1", "A 𝄞 the man, [he] said.", 5, 8, "tbe", 12, 12, " man", 14, 18, ""]
    assert as_printed(block) == "A 𝄞 tbe man man,  said."


def test_data_of_another_version_are_made_anew(tmp_path: Path, folder: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    before = (out / "index.html").read_bytes()
    for broken in ("", "editionText([1])\n", "editionText({\"form\":0})\n", "x"):
        (out / "two" / "search.js").write_text(broken, "utf-8")
        edition("build", folder / "one.txt", "-o", out)
        assert (out / "index.html").read_bytes() == before


# What is kept, and what goes

def test_the_names_of_the_site_are_no_names_of_texts() -> None:
    assert set(NAMES) <= set(RESERVED)


def test_a_page_of_the_site_that_is_no_longer_made_goes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    spoken = "“It rains,” said Sam Brown.\n\n“No,” said Ann.\n\n“It does,” said Sam Brown.\n"
    (folder / "play.txt").write_text(spoken, "utf-8")
    build([folder], out)
    assert (out / "persons.html").exists()
    (folder / "play.txt").unlink()
    build([folder], out)
    assert not (out / "persons.html").exists()
    assert not (out / "play").exists()
    assert "play/" not in "".join(page.read_text("utf-8") for page in out.glob("*.html"))
    known = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    assert sorted(known) == sorted(path for path in tree(out) if path != MANIFEST)


def test_a_page_of_the_site_changed_by_hand_is_not_overwritten(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    (out / "about.html").write_text("mine", "utf-8")
    ran = edition("build", folder, "-o", out)
    assert (ran.status, "output-edited" in ran.err) == (1, True)
    assert (out / "about.html").read_text("utf-8") == "mine"


# Pagefind

def asking(folder: Path) -> Path:
    settings = folder / "edition.toml"
    settings.write_text('search = "pagefind"\n' + settings.read_text("utf-8"), "utf-8")
    return folder


def test_an_index_for_servers_is_the_same_twice_and_goes_when_nobody_wants_it(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pagefind.service", reason="the extra `pagefind` is not installed")
    plain = (folder / "edition.toml").read_text("utf-8")
    for name in ("a", "b"):
        build([asking(folder)], tmp_path / name)
        (folder / "edition.toml").write_text(plain, "utf-8")
    made = tree(tmp_path / "a")
    assert made == tree(tmp_path / "b")
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= set(made)
    assert not any("ui" in path for path in made)
    assert b"wasm-unsafe-eval" in (tmp_path / "a" / "search.html").read_bytes()
    build([folder], tmp_path / "a")
    assert not (tmp_path / "a" / "pagefind").exists()
    assert b"wasm-unsafe-eval" not in (tmp_path / "a" / "search.html").read_bytes()


def test_without_pagefind_the_search_is_there_all_the_same(folder: Path, tmp_path: Path, edition: Edition,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    ran = edition("build", asking(folder), "-o", tmp_path / "out")
    assert (ran.status, "[pagefind-missing]" in ran.err) == (0, True)
    assert 'pip install "tei-edition[pagefind]"' in ran.err
    assert not (tmp_path / "out" / "pagefind").exists()
    assert "wasm" not in (tmp_path / "out" / "search.html").read_text("utf-8")


def test_a_search_that_there_is_not(folder: Path, edition: Edition) -> None:
    settings = folder / "edition.toml"
    settings.write_text('search = "papyrus"\n' + settings.read_text("utf-8"), "utf-8")
    ran = edition("build", folder)
    assert (ran.status, '"papyrus" is not one of' in ran.err) == (1, True)
