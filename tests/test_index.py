"""The index of an edition: the setting that says what leads to it, from the settings of a text to its page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Edition
from rendering import render

PERSONS = '[[person]]\nid = "dear"\nname = "Ivan Dear"\nvariants = ["Dear"]\nalways = true\n'
TEXT = "Here was Ivan Dear. Nobody saw that Dear was there, and nobody asked for Dear.\n"


def named(folder: Path, edition: Edition) -> int:
    """How many names of the page of `one` lead to its index."""
    out = folder.parent / "out"
    assert edition("build", str(folder), "-o", str(out), "--force").status == 0
    return (out / "one" / "index.html").read_text("utf-8").count("class=named")


@pytest.mark.parametrize(("of_all", "of_one", "links"), [
    ("", "", 1), ("first", "", 1), ("all", "", 3), ("none", "", 0), ("none", "all", 3), ("all", "none", 0)])
def test_links_as_told(of_all: str, of_one: str, links: int, folder: Path, edition: Edition) -> None:
    (folder / "persons.toml").write_text(PERSONS, "utf-8")
    (folder / "one.txt").write_text(TEXT, "utf-8")
    settings = folder / "edition.toml"
    if of_all:
        settings.write_text(f'links = "{of_all}"\n' + settings.read_text("utf-8"), "utf-8")
    if of_one:
        (folder / "one.toml").write_text(f'links = "{of_one}"\n', "utf-8")
    assert named(folder, edition) == links


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>
<profileDesc><particDesc><listPerson>{persons}</listPerson></particDesc></profileDesc></teiHeader>
<text><body>{text}</body></text></TEI>"""


def test_entries_stand_in_order_and_their_places_once_a_page() -> None:
    persons = "".join(f'<person xml:id="{id}"{key}><persName>{name}</persName></person>' for id, key, name in (
        ("z", "", "Anna Zuber"), ("a", "", "Otto Abel"), ("m", ' sortKey="Maria_of_Moss"', "Queen Mary")))
    text = "".join(f'<p xml:id="p{n}"><persName xml:id="p{n}.m1" ref="#{id}">x</persName> <persName xml:id="p{n}.m2" '
                   f'ref="#{id}">x</persName></p>' for n, id in enumerate("zamz"))
    page = render(TEI.format(persons=persons, text=text).encode(), "html", "x")
    assert re.findall(r'<dt id="(\w)">', page) == ["a", "m", "z"]
    assert re.findall(r'<a href="#(p\d\.m\d)">', page) == ["p1.m1", "p2.m1", "p0.m1", "p3.m1"]
