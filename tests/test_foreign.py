"""TEI made by others: whatever its elements, its text is printed; what is left out or unknown is told."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from test_render_vocabulary import allowed

from edition.findings import UserError
from edition.rendering.foreign import adopted
from edition.rendering.outputs import OUTPUTS, render
from edition.rendering.tei import Tei
from edition.resources import folder

# Short documents of our own, each in the manner of a project whose files are public.
FILES = sorted((Path(__file__).parent / "foreign").glob("*.xml"))
TEI = "{http://www.tei-c.org/ns/1.0}"
ONLY_PRINTED = {"surplus", "fw", "del", "sic", "orig", "am"}
ONLY_READ = {"supplied", "corr", "reg", "ex"}
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
</fileDesc></teiHeader><text>{}</text></TEI>"""


@cache
def rows() -> dict[str, str]:
    """Element → what it becomes, for every element of the table."""
    table = etree.parse(folder("xslt") / "foreign" / "table.xsl").xpath("//*[@name='m:rows']/*")
    return {name: row.get("to") for row in table for name in row.get("elements").split()}


def page(tei: bytes, to: str) -> str:
    return render(adopted(tei, "x", lenient=True)[0], to).decode()


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def shown(tei: bytes) -> str:
    """The text and the notes of both pages."""
    found = []
    for to in ("html", "diplomatic"):
        tree = html.document_fromstring(page(tei, to))
        found += ["".join(part.itertext()) for part in tree.xpath("//*[@id='text'] | //*[@id='notes']//li")]
    return " ".join(found)


def is_left_out(node: Any) -> bool:
    """Whether text is left out by the rules that the table and the encoding guide state."""
    around = [node.getparent() if node.is_text else node.getparent().getparent()]
    around += list(around[0].iterancestors())
    names = [etree.QName(one).localname for one in around]
    if names[:2] == ["head", "div"] and around[1].get("type") == "notes":  # all of which have gone to their calls
        return True
    if set(names) & ONLY_PRINTED and set(names) & ONLY_READ:  # an editor's addition that is not to be read
        return True
    return (any(rows().get(name) == "nothing" for name in names) or "gap" in names
            or ("back" in names and any(name.startswith("list") and rows().get(name) == "rule" for name in names)))


def texts(tei: bytes) -> Iterator[str]:
    """The text nodes of the texts that are not left out by rule."""
    root = etree.fromstring(tei, etree.XMLParser(remove_comments=True))
    for node in root.xpath("//t:text[not(ancestor::t:text)]//text()[normalize-space()]", namespaces={"t": TEI[1:-1]}):
        if not is_left_out(node):
            yield str(node)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_node_is_in_some_view(file: Path) -> None:
    """Calls of notes alone are printed as the notes' marks."""
    data = file.read_bytes()
    printed = letters(shown(data))
    assert [text for text in texts(data) if letters(text) not in printed] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("to", OUTPUTS)
def test_every_output_prints_it(file: Path, to: str) -> None:
    assert render(adopted(file.read_bytes(), "x", lenient=True)[0], to)


def vocabulary() -> list[str]:
    """The elements of a text in schema/edition.odd, as the other tests know them."""
    holds, _ = allowed()
    found, queue = {"text"}, ["text"]
    while queue:
        new = set(holds[queue.pop()]) - found
        found |= new
        queue += sorted(new)
    return sorted(found - {"text", "front", "body", "back"})


def wild(seed: int) -> bytes:
    """A text of any elements within any others, each with words of its own."""
    chance = random.Random(seed)
    names = ["entry", *vocabulary(), *(name for name, to in rows().items() if name not in ("teiCorpus", "attachment"))]
    number = iter(range(10_000))

    def words() -> str:
        return f" w{next(number)}w " if chance.random() < 0.6 else ""

    def some(depth: int) -> str:
        name = chance.choice(names)
        inside = "".join(words() + some(depth - 1) for _ in range(chance.randint(0, 3))) if depth else ""
        extra = chance.choice(["", "", "", f' xml:id="i{next(number)}"', ' n="3"', ' rend="italic"', ' type="person"'])
        return f"<{name}{extra}>{words()}{inside}{words()}</{name}>"

    parts = {part: "".join(some(4) for _ in range(chance.randint(0, 3))) for part in ("front", "body", "back")}
    return DOCUMENT.format("".join(f"<{part}>{inside}</{part}>" for part, inside in parts.items())).encode()


def lost(tei: bytes) -> set[str]:
    """The words of a document that neither page prints, though no rule leaves them out."""
    return set(re.findall(r"w\d+w", " ".join(texts(tei)))) - set(re.findall(r"w\d+w", shown(tei)))


@pytest.mark.parametrize("seed", range(12))
def test_no_word_of_any_document_is_lost(seed: int) -> None:
    assert lost(wild(seed)) == set()


@pytest.mark.parametrize("part", ["item", "headItem", "headLabel", "castItem", "row", "cell"])
def test_a_part_outside_its_whole_keeps_its_words(part: str) -> None:
    """Once lost: what stood behind an item in a note."""
    tei = DOCUMENT.format(f"<body><p>w1w<note>w2w<{part}>w3w</{part}>w4w</note></p><{part}>w5w</{part}></body>")
    assert lost(tei.encode()) == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1300))
def test_no_word_of_many_documents_is_lost(seed: int) -> None:
    tei = wild(seed)
    assert lost(tei) == set()
    for to in OUTPUTS:
        assert isinstance(render(adopted(tei, "x", lenient=True)[0], to), bytes)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_plain_text(file: Path, accept: bool) -> None:
    """What each reads like: NAME.txt, and NAME.diplomatic.txt as printed. `pytest --accept` writes what is."""
    for to, golden in (("txt", file.with_suffix(".txt")), ("diplomatic-txt", file.with_suffix(".diplomatic.txt"))):
        made = page(file.read_bytes(), to)
        if accept:
            golden.write_text(made, "utf-8")
        assert made == golden.read_text("utf-8")


@pytest.mark.parametrize("call", ["<ref target='#n'>1</ref>", "<ref target='#n' type='note'>see the note</ref>",
                                  "<ptr target='#n'/>", "<ref target='#n'/>", "<ref target='#n'>[*]</ref>"])
@pytest.mark.parametrize("apart", ["<back>{}</back>", "<back><div type='notes'><head>Notes</head>{}</div></back>",
                                   "<back><list><item>{}</item></list></back>", "<back><p>{}</p></back>"])
def test_a_note_that_stands_apart_goes_to_its_call(call: str, apart: str) -> None:
    note = "<note xml:id='n'>The note.</note>"
    tei = DOCUMENT.format(f"<body><p>Text{call}.</p></body>{apart.format(note)}")
    tree = html.document_fromstring(page(tei.encode(), "html"))
    assert tree.xpath("//p[@data-text]//a[@role='doc-noteref']/@href") == ["#n"]
    assert len(tree.xpath("//li[@id='n']//a[@role='doc-backlink']")) == 1
    assert "Notes" not in tree.xpath("string(//*[@id='text'])")


def test_a_reference_in_words_to_a_note_stays_a_link() -> None:
    tei = DOCUMENT.format("<body><p>A<note xml:id='n'>b</note>, <ref target='#n'>see note 1</ref>.</p></body>")
    tree = html.document_fromstring(page(tei.encode(), "html"))
    assert tree.xpath("string(//a[. = 'see note 1']/@href)") == "#n"
    assert len(tree.xpath("//a[@role='doc-noteref']")) == 1


def test_notes_that_call_each_other_are_both_printed() -> None:
    tei = DOCUMENT.format("<body><p>A</p></body><back><div><note xml:id='a'>x<ref target='#b'>2</ref></note>"
                          "<note xml:id='b'>y<ref target='#a'>1</ref></note></div></back>").encode()
    assert {"x", "y"} <= set(re.findall(r"[xy]", shown(tei)))


def test_data_in_back_matter_are_in_the_indexes() -> None:
    tree = html.document_fromstring(page((FILES[0].parent / "schnitzler.xml").read_bytes(), "html"))
    assert [dt.text_content() for dt in tree.xpath("//dl[@class='persons']/dt")] == ["Berta Muster", "Wien"]
    assert "1 January 1860" in tree.xpath("string(//section[@id='persons'])")
    assert "1. 1. 1860" not in tree.xpath("string(//*[@id='text'])")


def test_all_that_is_unknown_comes_in_one_report() -> None:
    tei = DOCUMENT.format("<body>\n<entry>a</entry>\n<p>b <quirk xmlns='urn:q'>c</quirk></p>\n<entry>d</entry></body>")
    with pytest.raises(UserError) as error:
        adopted(tei.encode(), "x", "some.xml")
    found = [(finding.line, finding.message.split(" is ")[0]) for finding in error.value.findings]
    assert found == [(3, "<entry> within <body> (and 1 more)"), (4, "<quirk> within <p>")]
    assert all("--lenient" in finding.message for finding in error.value.findings)


def test_lenient_keeps_the_unknown_and_marks_it() -> None:
    tei = DOCUMENT.format("<body><entry>block</entry><p>a <quirk>phrase</quirk></p></body>").encode()
    made, findings = adopted(tei, "x", "some.xml", lenient=True)
    assert [(finding.severity, finding.line) for finding in findings] == [("warning", 2), ("warning", 2)]
    block, phrase = html.document_fromstring(render(made, "html")).xpath("//*[@data-element]")
    assert (block.tag, block.get("data-element"), block.text_content()) == ("p", "entry", "block")
    assert (phrase.tag, phrase.get("data-element"), phrase.text_content()) == ("span", "quirk", "phrase")
    assert "a phrase" in render(made, "txt").decode()


def test_lines_are_those_of_the_file_even_after_comments_and_long_tags() -> None:
    tei = DOCUMENT.format('<!-- \n -->\n<body><p\n n="1"\n>x</p>\n\n<entry/></body>')
    with pytest.raises(UserError) as error:
        adopted(tei.encode(), "x", "some.xml")
    assert error.value.finding.line == tei.split("<entry/>")[0].count("\n") + 1


def test_the_vocabulary_itself_is_left_as_it_is() -> None:
    """What the encoding guide allows is printed with and without the pass."""
    tei = (FILES[0].parent.parent / "xslt" / "everything.xml").read_bytes()
    for to in ("html", "diplomatic", "txt", "corpus"):
        assert render(adopted(tei, "x")[0], to) == render(Tei(tei, "x"), to)
    other = adopted(tei.replace(b'ident="edition"', b'ident="other"'), "x")[0]
    assert letters(render(other, "corpus").decode()) == letters(render(Tei(tei, "x"), "corpus").decode())


def test_two_readings_of_a_file_are_equal() -> None:
    data = FILES[0].read_bytes()
    assert render(adopted(data, "x", lenient=True)[0], "html") == render(adopted(data, "x", lenient=True)[0], "html")


@pytest.mark.parametrize("row", ["m:rows", "m:habits", "m:look-rows"])
def test_every_row_is_in_the_encoding_guide(row: str) -> None:
    guide = html.document_fromstring((folder("schema") / "encoding-guide.html").read_bytes())
    printed = {dt.text_content() for dt in guide.xpath("//section[@id='others']//dt")}
    table = etree.parse(folder("xslt") / "foreign" / "table.xsl").xpath("//*[@name=$row]/*", row=row)
    assert {" ".join(one.get("elements").split()) for one in table} <= printed


def test_no_row_is_about_the_vocabulary() -> None:
    assert set(rows()) & set(vocabulary()) == set()


def test_every_element_has_one_row() -> None:
    table = etree.parse(folder("xslt") / "foreign" / "table.xsl").xpath("//*[@name='m:rows']/*")
    names = [name for row in table for name in row.get("elements").split()]
    assert sorted(names) == sorted(set(names))


def test_the_command_tells_and_prints(edition: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(DOCUMENT.format("<body><p>a <quirk>b</quirk></p></body>"), "utf-8")
    ran = edition("render", file, "--to", "txt")
    assert (ran.status, ran.out) == (1, "")
    assert f"{file}:2: error: <quirk>" in ran.err
    ran = edition("render", file, "--to", "txt", "--lenient")
    assert ran.status == 0
    assert "a b" in ran.out
    assert "warning: <quirk> within <p>" in ran.err
