"""The text contract: the page's blocks, the plain text and the corpus are one text, less what each says it adds."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import reading_text as reading
from conftest import ROOT
from lxml import html
from rendering import data, parsed, render

from edition.rendering.contract import CONTRACTS, WITHOUT_TEXT, as_table
from edition.rendering.outputs import OUTPUTS
from edition.rendering.style import OPTIONS, Style
from edition.rendering.wrap import width

TEI = (Path(__file__).parent / "xslt" / "everything.xml").read_text("utf-8")
# One of each thing that an output leaves out or adds.
EACH = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><head>A Head</head><pb n="7"/>
<p>One<note n="1">A note.</note> <hi>word</hi>, <unclear>dim</unclear>, <gap reason="illegible" quantity="2"
unit="word"/>, <choice><sic>frist</sic><corr>first</corr></choice>, <add>put in</add>.</p>
<sp><speaker>ANNA.</speaker><stage>Exit.</stage></sp><milestone unit="section"/><list><item>bread</item></list>
<figure><figDesc>A map</figDesc></figure><table><row role="label"><cell>Month</cell></row>
<row><cell>May, and so on, and on, and on, and on, and on, and on, and on, and on, and on, and on</cell></row></table>
</body></text></TEI>"""
# What is wrong where a point of the contract does not hold: what stands in the output, and what stands there instead.
FAULTS = {
    "call": ("[1]", "[2]"), "emphasis": ("_word_", "word"), "unclear": (" [?]", ""),
    "extent": ("[illegible, 2 words]", "[illegible]"), "figure": ("[Illustration: A map]", "A map"),
    "item": ("- bread", "bread"), "break": ("* * *", ""), "record": ("Month: May", "May"), "page": ("[p. 7]", ""),
    "mark": ("{2}", "{1}"), "change": ("^put in^", "put in"), "cues": ("Exit.", ""),
    "notes": ("One", "One A note."), "columns": ("head_1\t", "head_9\t"),
}
LINK_FAULTS = {"call": (">1</a>", ">2</a>"), "notes": ("A note.", "")}


def page_text(page: str) -> str:
    """The text of the blocks of a page, less note references."""
    blocks = parsed(page).xpath("//*[@data-text][not(ancestor::*[@data-text])]")
    text = ".//text()[not(ancestor::a[@role='doc-noteref'] or ancestor::article)]"
    return " ".join("".join(block.xpath(text)) for block in blocks)


def departure(to: str, made: str, tei: str = EACH) -> str:
    """Where an output departs from its contract, in words; "" if it does not."""
    printed = CONTRACTS[to].printed
    page = render(tei.encode(), "diplomatic" if printed else "html", "x")
    if to == "epub":
        mine, other = ([reading.signed(block) for block in reading.blocks_of(one)] for one in (made, page))
        return "" if mine == other else "other blocks"
    if to in ("html", "diplomatic"):
        style, other = (reading.PRINTED, "diplomatic-txt") if printed else (reading.DEFAULT, "txt")
        text = reading.between(render(tei.encode(), other, "x"))
        return reading.parting(reading.plain(reading.region(made), style), text)
    if to in ("txt", "diplomatic-txt"):
        pieces = reading.plain(reading.region(page), reading.PRINTED if printed else asked(tei))
        return reading.parting(pieces, reading.between(made))
    blocks = reading.page_blocks(reading.region(page))
    if to.startswith("pdf"):
        said = "//article//text()[not(ancestor::*[@class='mark' or @class='said-by' or @role='doc-noteref'])]"
        notes = Counter(reading.letters("".join(parsed(made).xpath(said))))
        same = page_text(made).split() == " ".join(block.text for block in blocks).split()
        return "" if same and notes == reading.note_letters(page) else "other words"
    if to == "tsv":
        rows = reading.table_blocks(made)
        known = all(f' id="{row.id}"' in page for row in rows if row.id)
        return "" if known and [row[1:] for row in rows] == [block[1:] for block in blocks] else "other rows"
    if to == "search":
        texts, count = [block[2] for block in data(made)["blocks"]], len(blocks)
        notes = Counter(reading.letters("".join(texts[count:])))
        same = texts[:count] == [block.text for block in blocks] and notes == reading.note_letters(page)
        return "" if same else "other passages"
    return "" if made.split() == " ".join(block.text for block in blocks).split() else "other words"


def asked(tei: str) -> Style:
    """A place where something was left out has no mark in a page, so that only of EACH all marks are known."""
    return Style(pages=True, marks=tei == EACH)


def made(to: str, tei: str = EACH) -> str:
    styles = {"txt": asked(tei), "corpus": Style(speakers=True), "tsv": Style(speakers=True)}
    return render(tei.encode(), to, "x", style=styles.get(to))


@pytest.mark.parametrize("tei", [EACH, TEI], ids=["each", "everything"])
@pytest.mark.parametrize("to", CONTRACTS)
def test_the_contract_holds(to: str, tei: str) -> None:
    assert departure(to, made(to, tei), tei) == ""


@pytest.mark.parametrize(("to", "key"), [(to, point.key) for to, contract in CONTRACTS.items()
                                         for point in (*contract.leaves_out, *contract.adds)])
def test_a_fault_in_a_point_of_the_contract_is_noticed(to: str, key: str) -> None:
    old, new = (LINK_FAULTS if to in ("html", "diplomatic", "epub", "search", "pdf", "pdf-letter") else FAULTS)[key]
    text = made(to)
    assert old in text
    assert departure(to, text.replace(old, new)) != ""


@pytest.mark.parametrize("to", CONTRACTS)
def test_a_letter_lost_is_noticed(to: str) -> None:
    text = made(to)
    assert departure(to, text.replace("dim", "dm", 1)) != ""


def test_every_output_has_a_contract_or_no_text() -> None:
    assert {*CONTRACTS} | {*WITHOUT_TEXT} == {*OUTPUTS}
    assert not {*CONTRACTS} & {*WITHOUT_TEXT}


def test_what_an_option_does_is_an_option_of_that_output() -> None:
    flags = {option.flag: option.fits for option in OPTIONS}
    for to, contract in CONTRACTS.items():
        for point in (*contract.leaves_out, *contract.adds):
            assert all(to in flags[flag] for flag in (point.only, point.unless) if flag), point


def test_the_readme_has_the_contract(accept: bool) -> None:
    file = ROOT / "README.md"
    before = file.read_text("utf-8")
    first = as_table().split("\n")[0]
    after = re.sub(rf"^{re.escape(first)}\n(?:\|.*\n)*", lambda _: as_table() + "\n", before, flags=re.MULTILINE)
    assert first in before
    if accept:
        file.write_text(after, "utf-8")
    assert after == before or accept


@pytest.fixture(scope="module")
def outputs() -> dict[str, str]:
    return {to: render(TEI.encode(), to, "all") for to in OUTPUTS}


def test_corpus_leaves_out_speakers_and_directions(outputs: dict[str, str]) -> None:
    assert "KROTOV" not in outputs["corpus"]
    assert "[rising]" not in outputs["corpus"]
    assert "I did. I did so.”" in outputs["corpus"].splitlines()


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
        tei = convert(seed, load(seed.parent)).tei.decode()
        assert [departure(to, made(to, tei), tei) for to in CONTRACTS] == [""] * len(CONTRACTS)
