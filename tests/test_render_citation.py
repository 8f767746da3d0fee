"""What reference managers and search engines are told of a text: no more than the edition is sure of."""

from __future__ import annotations

import json

import pytest
from lxml import html
from rendering import render, values

from edition.rendering.collection import Entry, Shared, collection_site
from edition.rendering.outputs import render_all
from edition.rendering.tei import Tei

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edn1" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Salt &amp; Herring: 100% {{true}}</title>
<author><persName><forename>Ada M.</forename> <surname>Lund</surname></persName></author>
<author>The Crew</author></titleStmt>
<editionStmt><edition>Harbour texts, version 1.2</edition></editionStmt>
<publicationStmt><publisher>Harbour Press</publisher>
<date when="2026-05-01">2026-05-01</date>{address}</publicationStmt>
<sourceDesc><bibl>{source}</bibl></sourceDesc></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>"""
ADDRESS = '<idno type="URL">https://texts.example.org/salt</idno>'
JOURNAL = """<title level="a">Salt &amp; Herring</title><title level="j">The Quay</title>
<biblScope unit="volume">7</biblScope><biblScope unit="issue" cert="low">3</biblScope>
<biblScope unit="page">21–34</biblScope><date when="1911-02">1911-02</date>"""
CHAPTER = """<title level="a">Salt &amp; Herring</title><title level="m">Northern Harbours</title>
<pubPlace>Bergen</pubPlace><publisher>Holm</publisher><date when="1911" cert="low">1911</date>
<biblScope unit="page" from="21" to="34">pp. 21 to 34</biblScope>"""


def made(to: str, source: str = JOURNAL, address: str = ADDRESS) -> str:
    return render(TEI.format(source=source, address=address).encode(), to, "salt")


def test_an_article_for_bibtex() -> None:
    """A name that the header divides is divided; signs of TeX are escaped; what is not certain stands in a note."""
    assert made("bibtex") == """@article{edn1,
  author = {Lund, Ada M. and {The Crew}},
  title = {{Salt \\& Herring: 100\\% \\{true\\}}},
  journal = {The Quay},
  volume = {7},
  pages = {21--34},
  year = {1911},
  date = {1911-02},
  language = {en},
  url = {https://texts.example.org/salt/},
  note = {Source, with what is not certain in brackets: The Quay, vol. 7, [no. 3], pp. 21–34, February 1911. Digital \
edition: Harbour texts, version 1.2. Harbour Press, 1 May 2026.}
}
"""


def test_a_chapter_for_ris() -> None:
    assert made("ris", CHAPTER, "").split("\r\n") == [
        "TY  - CHAP", "ID  - edn1", "AU  - Lund, Ada M.", "AU  - The Crew,", "TI  - Salt & Herring: 100% {true}",
        "T2  - Northern Harbours", "SP  - 21", "EP  - 34", "PB  - Holm", "CY  - Bergen", "LA  - en",
        "N1  - Source, with what is not certain in brackets: Northern Harbours, Bergen, Holm, [1911], pp. 21 to 34. "
        "Digital edition: Harbour texts, version 1.2. Harbour Press, 1 May 2026.", "ER  - ", ""]


@pytest.mark.parametrize(("source", "kinds"), [
    (JOURNAL, ["@article", "TY  - JOUR", "Article"]), (CHAPTER, ["@incollection", "TY  - CHAP", "Chapter"]),
    ('<title level="m">Salt &amp; Herring: 100% {true}</title>', ["@book", "TY  - BOOK", "Book"]),
    ("<title>A file</title>", ["@misc", "TY  - GEN", "CreativeWork"])])
def test_what_kind_of_work_it_is_follows_from_its_source(source: str, kinds: list[str]) -> None:
    page = html.document_fromstring(made("html", source))
    assert [made("bibtex", source).partition("{")[0], made("ris", source).partition("\r")[0],
            json.loads(page.findtext(".//script"))["@type"]] == kinds


def test_the_page_tells_the_same() -> None:
    page = html.document_fromstring(made("html"))
    told = {meta.get("name") or meta.get("property"): meta.get("content") for meta in page.iter("meta")}
    assert {key: told[f"citation_{key}"] for key in ("journal_title", "volume", "firstpage", "lastpage",
                                                     "publication_date", "public_url")} == {
        "journal_title": "The Quay", "volume": "7", "firstpage": "21", "lastpage": "34", "publication_date": "1911/02",
        "public_url": "https://texts.example.org/salt/"}
    assert "citation_issue" not in told  # it is not certain
    assert told["og:title"] == "Salt & Herring: 100% {true}"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == told["og:url"] == "https://texts.example.org/salt/"
    assert {link.get("href") for link in page.xpath("//section[@id='cite']//a")} == {"salt.bib", "salt.ris"}


def test_without_an_address_there_is_no_canonical_one() -> None:
    page = made("html", address="")
    assert "canonical" not in page
    assert "og:url" not in page


def cited(tei: str) -> list[str]:
    """The citations on the page of a collection: Chicago (bibliography, note), MLA; `/` around what is in italics."""
    page = collection_site([Entry("salt", tei.encode())], Shared())["about.html"].decode()
    said = html.document_fromstring(page).xpath("//section[@aria-labelledby='cite']//dd")
    for title in (title for style in said for title in style.iter("cite")):
        title.text = f"/{title.text}/"
    return [" ".join(style.text_content().split()) for style in said]


EDITED = TEI.replace("<author>The Crew</author></titleStmt>", """<author>Ben Hay</author>
<editor>Eve Rask</editor><editor>Finn Moe</editor></titleStmt>""").replace("Salt &amp; Herring: 100% {{true}}", "Salt?")
MAGAZINE = """<title level="a">Salt?</title><title level="j">The Quay</title><date when="1911-09-03">1911-09-03</date>
<biblScope unit="page">121–134</biblScope>"""
HARBOUR = "Harbour texts, version 1.2"


@pytest.mark.parametrize(("tei", "styles"), [
    (TEI.format(source=JOURNAL.replace(' cert="low"', ""), address=ADDRESS), [
        "Lund, Ada M., and The Crew. “Salt & Herring: 100% {true}.” /The Quay/ 7, no. 3 (February 1911): 21–34. "
        f"{HARBOUR}. Harbour Press, 1 May 2026. https://texts.example.org/salt/.",
        "Ada M. Lund and The Crew, “Salt & Herring: 100% {true},” /The Quay/ 7, no. 3 (February 1911): 21–34, "
        f"{HARBOUR}, Harbour Press, 1 May 2026, https://texts.example.org/salt/.",
        "Lund, Ada M., and The Crew. “Salt & Herring: 100% {true}.” /The Quay/, vol. 7, no. 3, Feb. 1911, pp. 21-34. "
        f"{HARBOUR}, Harbour Press, 1 May 2026, https://texts.example.org/salt/."]),
    (EDITED.format(source=MAGAZINE, address=""), [
        "Lund, Ada M., and Ben Hay. “Salt?” /The Quay/, September 3, 1911, 121–134. "
        f"{HARBOUR}. Edited by Eve Rask, Finn Moe. Harbour Press, 1 May 2026.",
        "Ada M. Lund and Ben Hay, “Salt?,” /The Quay/, September 3, 1911, 121–134, "
        f"{HARBOUR}, edited by Eve Rask and Finn Moe, Harbour Press, 1 May 2026.",
        "Lund, Ada M., and Ben Hay. “Salt?” /The Quay/, 3 Sept. 1911, pp. 121-34. "
        f"{HARBOUR}, edited by Eve Rask and Finn Moe, Harbour Press, 1 May 2026."]),
    (TEI.format(source=CHAPTER, address=""), [
        "Lund, Ada M., and The Crew. “Salt & Herring: 100% {true}.” In /Northern Harbours/, 21–34. Bergen: Holm, "
        f"[1911]. {HARBOUR}. Harbour Press, 1 May 2026.",
        "Ada M. Lund and The Crew, “Salt & Herring: 100% {true},” in /Northern Harbours/, 21–34 (Bergen: Holm, "
        f"[1911]), {HARBOUR}, Harbour Press, 1 May 2026.",
        "Lund, Ada M., and The Crew. “Salt & Herring: 100% {true}.” /Northern Harbours/, Holm, [1911], pp. 21-34. "
        f"{HARBOUR}, Harbour Press, 1 May 2026."]),
    (TEI.format(source='<title level="m">Salt &amp; Herring: 100% {true}</title>', address=""), [
        f"Lund, Ada M., and The Crew. /Salt & Herring: 100% {{true}}/. n.d. {HARBOUR}. Harbour Press, 1 May 2026.",
        f"Ada M. Lund and The Crew, /Salt & Herring: 100% {{true}}/, n.d., {HARBOUR}, Harbour Press, 1 May 2026.",
        f"Lund, Ada M., and The Crew. /Salt & Herring: 100% {{true}}/. {HARBOUR}, Harbour Press, 1 May 2026."]),
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>So “it” was</title></titleStmt>'
     "</fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>",
     ["“So ‘it’ was.”", "“So ‘it’ was.”", "“So ‘it’ was.”"]),
], ids=["volume", "magazine", "chapter", "book", "title alone"])
def test_by_the_manuals_of_style(tei: str, styles: list[str]) -> None:
    """Facts that the header lacks are left out; only Chicago wants it said that a date is missing."""
    assert cited(tei) == styles


def test_of_many_authors_the_first_are_named() -> None:
    four = TEI.replace("The Crew</author>", "B. B.</author><author>C. C.</author><author>D. D.</author>")
    entry, note, mla = cited(four.format(source="", address=""))
    assert entry.startswith("Lund, Ada M., B. B., C. C., and D. D. “Salt")
    assert note.startswith("Ada M. Lund et al., “Salt")
    assert mla.startswith("Lund, Ada M., et al. “Salt")


def test_the_page_of_a_text_leads_to_its_citations() -> None:
    tei = TEI.format(source=JOURNAL, address="").encode()
    page = render_all(Tei(tei, "sa lt"))["index.html"].decode()
    about = collection_site([Entry("sa lt", tei)], Shared())["about.html"].decode()
    assert "../about.html#cite-sa_lt" in values(page, "href")
    assert "cite-sa_lt" in values(about, "id")
