"""What reference managers and search engines are told of a text: no more than the edition is sure of."""

from __future__ import annotations

import json

import pytest
from lxml import html
from rendering import render

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
        "TY  - CHAP", "ID  - edn1", "AU  - Lund, Ada M.", "AU  - The Crew", "TI  - Salt & Herring: 100% {true}",
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
