"""The text contract: the page's blocks, the plain text and the corpus are one text, less what each says it adds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, html
from rendering import parsed, render

from edition.rendering.outputs import OUTPUTS
from edition.rendering.style import Style
from edition.rendering.wrap import width

TEI = (Path(__file__).parent / "xslt" / "everything.xml").read_text("utf-8")
CALLS = re.compile(r"\[(?:\d+|[a-z])\]")


def page_text(page: str) -> str:
    """The text of the blocks of a page, less note references."""
    blocks = parsed(page).xpath("//*[@data-text][not(ancestor::*[@data-text])]")
    text = ".//text()[not(ancestor::a[@role='doc-noteref'] or ancestor::article)]"
    return " ".join("".join(block.xpath(text)) for block in blocks)


def letters(text: str) -> str:
    """Text without white space: the outputs may break lines where they like."""
    return re.sub(r"\s+", "", text)


def between(text: str) -> str:
    """The text of a plain-text edition, without header, notes and transcriber's note."""
    return text.split("*** START OF TEXT ***")[1].split("*** END OF TEXT ***")[0]


def unsigned(text: str) -> str:
    """Plain text without the signs it says it adds."""
    text = re.sub(r"\[Illustration: ([^\]]*)\]", r"\1", CALLS.sub("", text))
    text = re.sub(r"\[(?:illegible|lost)[^\]]*\]", "[…]", text)
    text = re.sub(r"(?m)^ *- ", "", text.replace(" [?]", "").replace("* * *", ""))
    return re.sub(r"(?m)^\[p\. \w+\]$|~~|[_=^]", "", text)


@pytest.fixture(scope="module")
def outputs() -> dict[str, str]:
    return {to: render(TEI.encode(), to, "all") for to in OUTPUTS}


def test_page_and_plain_text_are_one_text(outputs: dict[str, str]) -> None:
    assert letters(page_text(outputs["html"])) == letters(unsigned(between(outputs["txt"])))


def test_printed_page_and_its_plain_text_are_one_text(outputs: dict[str, str]) -> None:
    assert letters(page_text(outputs["diplomatic"])) == letters(unsigned(between(outputs["diplomatic-txt"])))


def test_corpus_with_speakers_is_the_text_of_the_page(outputs: dict[str, str]) -> None:
    corpus = render(TEI.encode(), "corpus", "all", style=Style(speakers=True))
    assert corpus.split() == page_text(outputs["html"]).split()


def test_corpus_leaves_out_speakers_and_directions(outputs: dict[str, str]) -> None:
    assert "KROTOV" not in outputs["corpus"]
    assert "[rising]" not in outputs["corpus"]
    assert "I did. I did so.”" in outputs["corpus"].splitlines()


def test_a_planted_difference_is_noticed(outputs: dict[str, str]) -> None:
    damaged = outputs["html"].replace("Second line", "Second lime")
    assert letters(page_text(damaged)) != letters(unsigned(between(outputs["txt"])))


def test_reading_has_the_edition_and_print_has_the_source(outputs: dict[str, str]) -> None:
    read, printed = page_text(outputs["html"]), page_text(outputs["diplomatic"])
    for word in ("three years’", "so.”", "[given]", "words, lost […] more; [given], twice twice, —"):
        assert word in " ".join(read.split())
        assert word not in " ".join(printed.split())
    for word in ("three year's", "gone"):
        assert word in printed
        assert word not in read
    assert "So in print" not in printed


def test_every_note_is_called_and_found(outputs: dict[str, str]) -> None:
    page = html.document_fromstring(outputs["html"])
    calls = page.xpath("//a[@role='doc-noteref']")
    assert [call.text for call in calls][:5] == ["1", "2", "2", "a", "3"]
    for call in calls:
        (note,) = page.xpath("//li[@id=$id]", id=call.get("href")[1:])
        assert note.xpath(".//a[@role='doc-backlink'][@href=$to]", to="#" + call.get("id"))
    assert outputs["txt"].count("[2]") == 3  # two calls and the note


def test_loose_notes_say_so(outputs: dict[str, str]) -> None:
    """In this tool's own TEI a note whose call was found leaves an anchor where it stood; n1 has none."""
    page = html.document_fromstring(outputs["html"])
    assert "No reference to this note was found" in page.xpath("string(//li[@id='n1'])")
    assert "No reference to this note was found" not in page.xpath("string(//li[@id='n2'])")
    assert "[1] [No reference to this note was found.] On the _title_." in outputs["txt"]


def test_the_register_leads_there_and_back(outputs: dict[str, str]) -> None:
    page = html.document_fromstring(outputs["html"])
    rows = page.xpath("//section[@id='corrections']//tbody/tr")
    assert len(rows) == 9
    for row in rows:
        passage = row.get("id").removeprefix("app-")
        if row.xpath(".//a"):
            assert row.xpath("string(.//a/@href)") == "#" + passage
            assert page.xpath("//*[@id=$id]", id=passage)
            assert page.xpath("//a[@class='cm'][@href=$to]", to="#app-" + passage)
    cells = [[cell.text_content() for cell in row] for row in rows]
    assert ["5", "three year's", "three years’", "automatic, high", "apostrophe"] in cells
    assert ["6", "so.", "so.”", "automatic, high", ""] in cells


def test_plain_text_is_clean(outputs: dict[str, str]) -> None:
    for to in ("txt", "diplomatic-txt"):
        lines = outputs[to].split("\n")
        assert max(map(width, lines)) <= 72
        assert all(line == line.rstrip() and "\t" not in line for line in lines)
        assert outputs[to] == outputs[to].strip("\n") + "\n"


def test_pages_are_self_contained(outputs: dict[str, str]) -> None:
    for to in ("html", "diplomatic"):
        page = html.document_fromstring(outputs[to])
        assert not page.xpath("//*[@style or @src or @*[starts-with(name(), 'on')]] | //link[@rel='stylesheet']")
        assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
        assert not page.xpath("//@href[starts-with(., 'javascript:')]")


def test_ids_are_one_and_the_same_in_both_pages(outputs: dict[str, str]) -> None:
    ids = {to: html.document_fromstring(outputs[to]).xpath("//*[@data-text='p']/@id") for to in ("html", "diplomatic")}
    assert ids["html"] == ids["diplomatic"]
    every = html.document_fromstring(outputs["html"]).xpath("//@id")
    assert len(every) == len(set(every))


def test_two_renderings_are_equal(outputs: dict[str, str]) -> None:
    assert {to: render(TEI.encode(), to, "all") for to in OUTPUTS} == outputs


def test_skins_are_never_printed() -> None:
    skin = '<tagsDecl><rendition xml:id="r9" scheme="other" scope="before">[Skin {n}: </rendition></tagsDecl>'
    tei = TEI.replace("</encodingDesc>", skin + "</encodingDesc>")
    tei = tei.replace('<p xml:id="p1">', '<p xml:id="p1" rendition="#r9">')
    for to in OUTPUTS:
        assert "Skin" not in render(tei.encode(), to, "all")


def test_the_seeds_hold_the_contract(seeds: list[Path]) -> None:
    """The three real texts, as the tool converts them."""
    convert = pytest.importorskip("edition.making.conversion").convert
    load = pytest.importorskip("edition.settings.metadata").load_edition
    for seed in seeds:
        tei = convert(seed, load(seed.parent)).tei
        page = page_text(render(tei, "html", seed.stem))
        assert letters(page) == letters(unsigned(between(render(tei, "txt", seed.stem))))
        assert page.split() == render(tei, "corpus", seed.stem, style=Style(speakers=True)).split()
        etree.fromstring(tei)
