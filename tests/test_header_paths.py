"""Where recipients look in a header: each path that they read finds what the edition knows, in the form they want.

TextGrid and PhiloLogic read by fixed XPaths, TAPAS asks for a few things of a file. A path whose fact nobody knows
finds nothing that could be taken for one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from test_header import EDITION, FACTS, MADE, NOTHING, NS, SETTINGS, document

from edition.exporting.export import export
from edition.records import replace
from edition.settings.facts import Edition, Fact, PrintSource, Settings
from edition.settings.metadata import GENRES

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))
GENRE = "t:keywords[@scheme='http://textgrid.info/namespaces/metadata/core/2010#genre']/t:term"
DATE = r"\d{4}(-\d\d(-\d\d)?)?"
SOURCE = "//t:sourceDesc/t:bibl[@type='printSource']"
KNOWN = ".+(?<!unknown)"
# Who reads it, where, and what must stand there.
PATHS = {
    "TextGrid: title": ("//t:fileDesc//t:titleStmt//t:title", KNOWN),
    "TextGrid: author": ("//t:fileDesc/t:titleStmt//t:author", KNOWN),
    "TextGrid: family's name": ("//t:fileDesc/t:titleStmt//t:author//t:persName", r"\S+( \S+)*"),
    "TextGrid: genre": (f"//t:textClass/{GENRE}", "|".join(GENRES)),
    "TextGrid: date": (f"{SOURCE}//t:date", DATE),
    "TextGrid: licence": ("//t:availability/t:licence", KNOWN),
    "TextGrid: address of the licence": ("//t:availability/t:licence/@target", r"https?://\S+"),
    "TextGrid: language": ("//t:langUsage/t:language/@ident", r"[a-z]{2,3}(-\w+)*"),
    "TextGrid: words": ("//t:extent/t:measure[@unit='words']/@quantity", r"\d+"),
    "PhiloLogic: author": (f"{SOURCE}/t:author", KNOWN),
    "PhiloLogic: author, elsewhere": ("//t:titleStmt/t:author", KNOWN),
    "PhiloLogic: title": ("(//t:sourceDesc/t:bibl/t:title)[1]", KNOWN),
    "PhiloLogic: date": (f"{SOURCE}/t:date", DATE),
    "PhiloLogic: date of creation": ("//t:profileDesc/t:creation/t:date", DATE),
    "TAPAS: main title": ("//t:titleStmt/t:title[@type='main']", KNOWN),
    "TAPAS: title of each source": ("//t:sourceDesc/t:bibl/t:title[1]", KNOWN),
    "TAPAS: who did something": ("//t:titleStmt/t:respStmt/*[not(self::t:resp or self::t:note)]", KNOWN),
    "TAPAS: publisher": ("//t:publicationStmt/t:publisher", KNOWN),
    "Zenodo: version": ("//t:editionStmt/t:edition/@n", r"\d+(\.\d+){0,2}"),
    "ELTeC: id": ("/t:TEI/@xml:id", r"[a-z]+\d{6}"),
    "ELTeC: language": ("/t:TEI/@xml:lang", r"[a-z]{2,3}(-\w+)*"),
    "Voyant: text": ("//t:text", r"(?s).+"),
}
# Those that only a text has of which more is known.
FURTHER = {
    "PhiloLogic: publisher": (f"{SOURCE}/t:publisher", "Holm"),
    "PhiloLogic: place": (f"{SOURCE}/t:pubPlace", "Bergen"),
    "DTS: address": ("//t:publicationStmt/t:idno[@type='URL']", r"https?://\S+/"),
    "DraCor: source": (f"{SOURCE}/t:title[@level='j']", "The Paper"),
    "TextGrid: surname": ("//t:titleStmt/t:author//t:persName/t:surname", "Strong"),
    "TextGrid: forename": ("//t:titleStmt/t:author//t:persName/t:forename", "Anna Louise"),
    "TextGrid: record of the author": ("//t:titleStmt/t:author/@ref", "https://d-nb.info/gnd/118500001"),
}
AUTHOR = SETTINGS.authors[0]
FULL = replace(
    SETTINGS, authors=(replace(AUTHOR, name=replace(AUTHOR.name, refs=("https://d-nb.info/gnd/118500001",))),),
    source=PrintSource(
        periodical=Fact("The Paper", source="file", at=9), date=Fact("1934-10", source="file", at=9),
        publisher=Fact("Holm", source="file", at=9), place=Fact("Bergen", source="file", at=9)))
DOCUMENTS = {**{file.parent.name: file.read_bytes() for file in GOLDEN},
             "a text of which much is known": document(FULL, EDITION, FACTS, MADE)}


def found(data: bytes, path: str) -> list[str]:
    """What stands at a path, as text."""
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False))
    return [" ".join("".join(one.itertext() if isinstance(one, etree._Element) else one).split())
            for one in root.xpath(path, namespaces=NS)]


@pytest.mark.parametrize("reader", PATHS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_recipients_read_what_is_known(name: str, reader: str) -> None:
    path, form = PATHS[reader]
    stands = found(DOCUMENTS[name], path)
    assert stands
    assert [text for text in stands if not re.fullmatch(form, text)] == []


@pytest.mark.parametrize("reader", FURTHER)
def test_recipients_read_more_where_more_is_known(reader: str) -> None:
    path, form = FURTHER[reader]
    (stands,) = found(DOCUMENTS["a text of which much is known"], path)
    assert re.fullmatch(form, stands)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_main_title_and_the_text_stand_once(name: str) -> None:
    """TAPAS makes one title of all that it finds, Voyant joins all texts; header text must not be in it."""
    for path in ("//t:titleStmt/t:title[@type='main']", "//t:text", "//t:fileDesc/t:publicationStmt/t:publisher"):
        assert len(found(DOCUMENTS[name], path)) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_description_of_a_source_is_empty(name: str) -> None:
    """Of an empty one TAPAS makes an empty item in its catalogue."""
    root = etree.fromstring(DOCUMENTS[name], etree.XMLParser(collect_ids=False))
    assert root.xpath("//t:sourceDesc/t:bibl[not(t:title[normalize-space()])]", namespaces=NS) == []
    assert root.xpath("//t:sourceDesc//*[not(node())][not(@*)]", namespaces=NS) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_philologic_finds_the_genre_in_the_reading_export(name: str) -> None:
    (genre,) = found(DOCUMENTS[name], f"//t:textClass/{GENRE}")
    made = export(DOCUMENTS[name], "reading", "text").files["text.xml"]
    assert found(made, "//t:profileDesc/t:textClass/t:keywords[@scheme='genre']/t:term") == [genre]
    assert found(made, f"//t:textClass/{GENRE}") == [genre]


@pytest.mark.parametrize(("settings", "edition", "reader"), [
    (replace(FULL, genre=""), EDITION, "TextGrid: genre"),
    (replace(FULL, source=PrintSource()), EDITION, "TextGrid: date"),
    (FULL, None, "TextGrid: licence"),
    (FULL, None, "TAPAS: publisher"),
    (FULL, None, "Zenodo: version"),
    (replace(FULL, authors=()), EDITION, "TextGrid: author"),
    (replace(FULL, authors=()), EDITION, "PhiloLogic: author, elsewhere"),
    (replace(FULL, title=Fact()), EDITION, "TAPAS: main title"),
    (replace(FULL, source=PrintSource(), date=Fact()), EDITION, "PhiloLogic: date of creation")])
def test_what_nobody_knows_is_not_found(settings: Settings, edition: Edition | None, reader: str) -> None:
    path, form = PATHS[reader]
    data = document(settings, edition, NOTHING, MADE)
    assert [text for text in found(data, path) if re.fullmatch(form, text)] == []


@pytest.mark.parametrize("file", GOLDEN, ids=[file.parent.name for file in GOLDEN])
def test_tapas_takes_the_file(file: Path) -> None:
    """One TEI with one header, no script, no more than ten megabytes."""
    root = etree.fromstring(file.read_bytes())
    names = [etree.QName(element).localname for element in root.iter("{*}*")]
    assert (root.tag, names.count("teiHeader"), names.count("script")) == (f"{{{NS['t']}}}TEI", 1, 0)
    assert file.stat().st_size <= 10_000_000
