"""What the outputs say of a text: what is not certain in brackets, contents, persons, counts as the header has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, html
from rendering import render

from edition.making.conversion import convert
from edition.settings.metadata import load_edition
from edition.writing.words import count_words

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title type="main" resp="#ed" cert="{cert}">A Description</title><author cert="{cert}">A. B.</author>
<respStmt xml:id="ed"><resp>editing</resp><name>An Editor</name></respStmt></titleStmt>
<extent><measure unit="words" quantity="1234">1234 words</measure></extent>
<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><bibl>
<title level="j" cert="{cert}">The Paper</title>
<biblScope unit="volume" cert="{cert}">2</biblScope><date when="1929-07-01" cert="{cert}">1929-07-01</date>
<pubPlace cert="high">New York</pubPlace></bibl></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>
<person xml:id="p1"><persName>Leon Trotsky</persName></person>
<person xml:id="p2"><persName><forename>Grigory</forename> <surname>Zinoviev</surname></persName></person>
<personGrp xml:id="p3"><persName>the Right</persName></personGrp>
<person xml:id="p4"><persName>Nikolai Bukharin</persName></person>
<person xml:id="p5"><persName>a small official in Molvitino</persName></person></listPerson></particDesc></profileDesc>
</teiHeader><text><body>
<div n="I"><head><supplied>A Description</supplied></head><p>{said}<said direct="false">he came</said>
<hi rend="bold">FOR</hi></p></div><div n="II"><head>II</head><p>Text.</p></div></body></text></TEI>"""
SAID = "".join(f'<said who="#p{number}">“Yes.”</said> ' for number in range(1, 6))


def page(to: str, cert: str = "low", **changes: str) -> str:
    tei = TEI.format(cert=cert, said=SAID)
    for old, new in changes.items():
        tei = tei.replace(old, new)
    return render(tei.encode(), to, "x")


def body(cert: str = "low") -> html.HtmlElement:
    return html.document_fromstring(page("html", cert))


@pytest.mark.parametrize("cert", ["low", "medium"])
def test_what_is_supplied_and_not_certain_stands_in_brackets(cert: str) -> None:
    """Everywhere: the head of the text file, the head of the page, the citation, what reference managers read."""
    lines = page("txt", cert).split("\n")
    assert lines[:3] == ["[A Description]", "[A. B.]", "[The Paper, vol. 2, 1 July 1929], New York"]
    tree = body(cert)
    assert tree.xpath("string(//h1)") == "[A Description]"
    assert tree.xpath("string(//p[@class='source'])") == "[The Paper, vol. 2, 1 July 1929], New York"
    assert "[A. B.]. “[A Description].” [The Paper, vol. 2, 1 July 1929], New York." in tree.xpath(
        "string(//p[@class='citation'])")
    metas = {meta.get("name"): meta.get("content") for meta in tree.xpath("//meta[@name]")}
    assert [metas[f"citation_{name}"] for name in ("title", "author", "journal_title")] == [
        "[A Description]", "[A. B.]", "[The Paper]"]
    assert "citation_publication_date" not in metas  # a machine reads no brackets
    assert "datePublished" not in tree.xpath("string(//script[@type='application/ld+json'])")
    assert "[ ] in title, author and source: supplied by the edition, not certain" in tree.text_content()


def test_what_is_certain_stands_plain_but_an_editors_title_does_not() -> None:
    lines = page("txt", "high").split("\n")
    assert lines[:3] == ["[A Description]", "A. B.", "The Paper, vol. 2, 1 July 1929, New York"]


def test_a_supplied_title_is_no_heading_of_a_section() -> None:
    contents = body().xpath("//nav[@role='doc-toc']/ol/li[not(@class)]/a")
    assert [link.text for link in contents] == ["I", "II"]


def test_a_division_without_words_is_not_in_the_contents() -> None:
    """The licence of the file is no text of the book: a reading page does not show it, and no link leads to it."""
    licence = '</body><back><div type="boilerplate"><fw type="boilerplate">A licence.</fw></div></back>'
    tree = html.document_fromstring(page("html", **{"</body>": licence}))
    assert [link.text for link in tree.xpath("//nav[@role='doc-toc']/ol/li[not(@class)]/a")] == ["I", "II"]


def test_persons_stand_under_their_surnames() -> None:
    names = [term.text_content() for term in body().xpath("//section[@id='persons']//dt")]
    assert names == [
        "Nikolai Bukharin", "the Right", "a small official in Molvitino", "Leon Trotsky", "Grigory Zinoviev"]


def test_the_colophon_counts_as_the_header_does() -> None:
    told = body().xpath("string(//section[@id='made']/p)")
    assert "1,234 words" in told
    assert "5 passages of direct speech, 1 passage of reported speech" in told


def test_signs_are_explained_where_they_occur() -> None:
    head = " ".join(page("txt").split("*** START")[0].split())
    assert "Signs: =bold=; [word] supplied by the edition;" in head
    assert "=bold=" not in page("txt", **{"bold": "roman"}).split("*** START")[0]


def test_words_are_those_of_the_main_text_as_read() -> None:
    text = """<text><body><p>One <choice><sic>tow</sic><corr>two</corr></choice> three<note>not <p>these</p></note>-four
      <surplus>five</surplus> <surplus reason="repeated">five</surplus><note place="inline">(six)</note></p>
      <fw>7</fw><p>well-known</p></body></text>"""
    assert count_words(text) == 6


def test_the_seeds_say_the_same_number_of_words_and_speeches_twice(seeds: list[Path]) -> None:
    for seed in seeds:
        tei = convert(seed, load_edition(seed.parent)).tei
        root = etree.fromstring(tei)
        header, text = root[0], etree.tostring(root[1], encoding="unicode")
        stated = header.find(".//{*}measure[@unit='words']").get("quantity")
        assert int(stated) == count_words(text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""))
        colophon = html.document_fromstring(render(tei, "html", seed.stem)).xpath("string(//section[@id='made']/p)")
        assert f"{int(stated):,} words" in colophon
        told = " ".join("".join(header.find(".//{*}interpretation/{*}p").itertext()).split())
        for counted in re.findall(r"\d+ passages? of \w+ speech", told):
            assert counted in colophon


def test_no_output_of_the_seeds_has_two_spaces_in_its_text(seeds: list[Path]) -> None:
    for seed in seeds:
        tei = convert(seed, load_edition(seed.parent)).tei
        for to in ("html", "diplomatic"):
            tree = html.document_fromstring(render(tei, to, seed.stem))
            for block in tree.xpath("//*[@data-text]"):
                assert "  " not in block.text_content(), block.text_content()
