"""Where recipients look in a header: each path that they read finds what the edition knows, in the form they want.

TextGrid and PhiloLogic read by fixed XPaths, TAPAS asks for a few things of a file. A path whose fact nobody knows
finds nothing that could be taken for one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from test_header import EDITION, FACTS, MADE, NS, SETTINGS, document

from edition.records import replace
from edition.settings.facts import Edition, Fact, PrintSource, Settings
from edition.settings.metadata import GENRES

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))
GENRE = "t:keywords[@scheme='http://textgrid.info/namespaces/metadata/core/2010#genre']/t:term"
DATE = r"\d{4}(-\d\d(-\d\d)?)?"
SOURCE = "//t:sourceDesc/t:bibl[@type='printSource']"
# Who reads it, where, and what must stand there.
PATHS = {
    "TextGrid: title": ("//t:fileDesc//t:titleStmt//t:title", r".+"),
    "TextGrid: author": ("//t:fileDesc/t:titleStmt//t:author", r".+"),
    "TextGrid: genre": (f"//t:textClass/{GENRE}", "|".join(GENRES)),
    "TextGrid: date": (f"{SOURCE}//t:date", DATE),
    "TextGrid: licence": ("//t:availability/t:licence", r".+"),
    "TextGrid: address of the licence": ("//t:availability/t:licence/@target", r"https?://\S+"),
    "TextGrid: language": ("//t:langUsage/t:language/@ident", r"[a-z]{2,3}(-\w+)*"),
    "TextGrid: words": ("//t:extent/t:measure[@unit='words']/@quantity", r"\d+"),
    "PhiloLogic: author": (f"{SOURCE}/t:author", r".+"),
    "PhiloLogic: title": (f"{SOURCE}/t:title", r".+"),
    "PhiloLogic: date": (f"{SOURCE}/t:date", DATE),
    "PhiloLogic: date of creation": ("//t:profileDesc/t:creation/t:date", DATE),
    "TAPAS: title of each source": ("//t:sourceDesc/t:bibl/t:title[1]", r".+"),
}
FULL = replace(SETTINGS, source=PrintSource(
    periodical=Fact("The Paper", source="file", at=9), date=Fact("1934-10", source="file", at=9),
    publisher=Fact("Holm", source="file", at=9), place=Fact("Bergen", source="file", at=9)))


def found(data: bytes, path: str) -> list[str]:
    """What stands at a path, as text."""
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False))
    return [" ".join("".join(one.itertext() if isinstance(one, etree._Element) else one).split())
            for one in root.xpath(path, namespaces=NS)]


@pytest.mark.parametrize("reader", PATHS)
@pytest.mark.parametrize("file", GOLDEN, ids=[file.parent.name for file in GOLDEN])
def test_the_seeds_have_what_recipients_read(file: Path, reader: str) -> None:
    path, form = PATHS[reader]
    stands = found(file.read_bytes(), path)
    assert stands
    assert [text for text in stands if not re.fullmatch(form, text)] == []


@pytest.mark.parametrize("part", ["publisher", "pubPlace"])
def test_what_is_known_of_the_print_stands_in_its_description(part: str) -> None:
    data = document(FULL, EDITION, FACTS, MADE)
    assert found(data, f"{SOURCE}/t:{part}") == {"publisher": ["Holm"], "pubPlace": ["Bergen"]}[part]


def test_the_parts_of_a_name_and_its_records_are_where_textgrid_looks() -> None:
    author = replace(SETTINGS.authors[0], name=replace(SETTINGS.authors[0].name, refs=("https://d-nb.info/gnd/1",)))
    data = document(replace(FULL, authors=(author,)), EDITION, FACTS, MADE)
    assert found(data, "//t:titleStmt/t:author//t:persName/t:surname") == ["Strong"]
    assert found(data, "//t:titleStmt/t:author//t:persName/t:forename") == ["Anna Louise"]
    assert found(data, "//t:titleStmt/t:author/@ref") == ["https://d-nb.info/gnd/1"]


@pytest.mark.parametrize(("settings", "edition", "reader"), [
    (replace(FULL, genre=""), EDITION, "TextGrid: genre"),
    (replace(FULL, source=PrintSource()), EDITION, "TextGrid: date"),
    (FULL, None, "TextGrid: licence"),
    (replace(FULL, source=PrintSource(), date=Fact()), EDITION, "PhiloLogic: date of creation")])
def test_what_nobody_knows_is_not_found(settings: Settings, edition: Edition | None, reader: str) -> None:
    path, form = PATHS[reader]
    data = document(settings, edition, FACTS, MADE)
    assert [text for text in found(data, path) if re.fullmatch(form, text)] == []


@pytest.mark.parametrize("file", GOLDEN, ids=[file.parent.name for file in GOLDEN])
def test_tapas_takes_the_file(file: Path) -> None:
    """One TEI with one header, no script, no more than ten megabytes."""
    root = etree.fromstring(file.read_bytes())
    names = [etree.QName(element).localname for element in root.iter("{*}*")]
    assert (root.tag, names.count("teiHeader"), names.count("script")) == (f"{{{NS['t']}}}TEI", 1, 0)
    assert file.stat().st_size <= 10_000_000
