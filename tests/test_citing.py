"""What the header says about citing holds in the text: each reference leads to one passage, each passage has one."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from consumers import Ask
from lxml import etree
from test_conventions import CASES, read

from edition import saxon
from edition.exporting.export import export
from edition.exporting.profiles import PROFILES
from edition.header.citing import CITED, Step, references
from edition.resources import folder
from edition.settings.facts import Settings
from edition.validation.grammar_file import Grammar
from edition.writing import tei

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator

READER = Path(__file__).parent / "citations.xsl"
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


class Unit(NamedTuple):
    """A unit as the reader finds it. `leads`: how many elements its reference means; `to`: the first of them."""

    tree: str
    ref: str
    unit: str
    level: str
    at: str
    leads: str
    to: str


def units(document: str) -> list[Unit]:
    """The units a document declares, by a reader of citeStructure (tests/citations.xsl)."""
    found = saxon.transform(READER, saxon.document(document.partition("?>")[2]), {})
    return [Unit(*line.split("\t")) for line in map(str.strip, found.splitlines()) if line]


def citable(root: etree._Element) -> list[etree._Element]:
    """What can be cited, by its definition: it has an id and stands in the body or in something that is cited."""
    found = list[etree._Element]()
    text = root.find(f"{TEI}text")
    for part in (text.find(f"{TEI}{name}") for name in ("body", "front", "back")):
        if part is not None:
            found += [part] if part.get(ID) else []
            inside = {part}
            for element in part.iterdescendants("{*}*"):
                if element.getparent() in inside and element.get(ID) and etree.QName(element).localname in CITED:
                    inside.add(element)
                    found.append(element)
    notes = [note for note in text.iter(f"{TEI}note")
             if note.get(ID) and note.get("type") != "apparatus" and note.get("place") != "inline"]
    return [*found, *notes]


def faults(document: str) -> list[str]:
    """What is wrong with the references of a document."""
    root = etree.fromstring(document.encode(), etree.XMLParser(collect_ids=False))  # an id may stand twice
    found = units(document)
    refs = [one.ref for one in found]
    expected = [element.get(ID) for element in citable(root)]
    return [
        *(f"{one.ref} means {one.leads} passages" for one in found if one.leads != "1"),
        *(f"{one.ref} leads elsewhere" for one in found if one.at != one.to),
        *(f"{ref} is declared twice" for ref in sorted(refs) if refs.count(ref) > 1),
        *(f"{ref} is no id of a passage" for ref in refs if ref not in expected),
        *(f"{id} is not declared" for id in expected if id not in refs),
        *(f"{element.get(ID)} is empty" for element in citable(root)
          if not "".join(element.itertext()).strip() and element.find(f".//{TEI}gap") is None)]


def written(number: int) -> str:
    return tei.write(read(CASES[number][1]), Settings.bare("case"))


@pytest.mark.parametrize("of_five", [0, 1, *(pytest.param(number, marks=pytest.mark.slow) for number in (2, 3, 4))])
def test_each_reference_of_every_page_leads_to_one_passage_and_back(of_five: int) -> None:
    found = {number: faults(written(number)) for number in range(of_five, len(CASES), 5)}
    said = {f"{CASES[number][0].path.stem}:{CASES[number][1].line}": what for number, what in found.items() if what}
    assert said == {}


def test_each_reference_of_the_seeds_leads_to_one_passage_and_back() -> None:
    golden = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))
    assert [faults(path.read_text("utf-8")) for path in golden] == [[], [], []]


# --- any text that the schema allows

def numbered(text: etree._Element) -> None:
    """An id for each citable element and each note, made as the edition makes its own."""
    notes = itertools.count(1)
    for element in text.iter("{*}*"):
        element.attrib.pop(ID, None)
        name, parent = etree.QName(element).localname, element.getparent()
        if name == "note":
            element.set(ID, f"n{next(notes)}")
        elif name in CITED:
            place = sum(1 for _ in element.itersiblings(element.tag, preceding=True)) + 1
            above = "" if parent is None or parent is text else parent.get(ID, "")
            element.set(ID, f"{above}.{name}{place}" if above else f"{name}{place}")


def way(element: etree._Element) -> tuple[Step, ...]:
    """The elements from front, body or back to one, with the types of the divisions."""
    steps = [element, *element.iterancestors()]
    names = [(etree.QName(one).localname, one.get("type", "") if one.tag == f"{TEI}div" else "") for one in steps]
    return tuple(reversed(names[:names.index(("text", ""))]))


def random_document(grammar: Grammar, seed: int) -> str:
    text = Generator(grammar, seed, depth=8, size=40).text()
    numbered(text)
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI[1:-1]})
    root.append(text)
    notes = [one for one in citable(root) if one.tag == f"{TEI}note"]
    paths = {way(one) for one in citable(root) if one not in notes}
    declared = "".join(references(paths, bool(notes)))
    header = f"<teiHeader><encodingDesc>{declared}</encodingDesc></teiHeader>"
    whole = etree.tostring(text, encoding="unicode")
    return f'<?xml version="1.0"?><TEI xmlns="{TEI[1:-1]}">{header}{whole}</TEI>'


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(folder("schema") / "edition.rng")


def of_references(document: str) -> list[str]:
    """Random elements may be empty."""
    return [fault for fault in faults(document) if not fault.endswith("is empty")]


def test_references_hold_in_random_texts(grammar: Grammar) -> None:
    documents = [random_document(grammar, seed) for seed in range(40)]
    assert [of_references(document) for document in documents if of_references(document)] == []
    assert {one.tree for document in documents for one in units(document)} == {"body", "front", "back", "notes"}


@pytest.mark.slow
def test_references_hold_in_thousands_of_random_texts(grammar: Grammar) -> None:
    for seed in range(40, 2040):
        assert of_references(random_document(grammar, seed)) == [], seed


# --- a reader written by others

def test_mycapytain_reads_the_export_for_servers_of_canonical_texts(ask: Ask, tmp_path: Path) -> None:
    """Each reference of each level once, with words."""
    if "capitains" not in PROFILES:
        pytest.skip("there is no export for CapiTainS")
    urn = b'<idno type="URN">urn:cts:test:group.work.edition</idno><availability '
    for golden in (Path(__file__).parent / "golden").glob("*/edition.xml"):
        files = export(golden.read_bytes().replace(b"<availability ", urn, 1), "capitains", golden.parent.name).files
        (data,) = (data for name, data in files.items() if not name.endswith("__cts__.xml"))
        (tmp_path / f"{golden.parent.name}.xml").write_bytes(data)
    answers = ask("cts.py", *sorted(tmp_path.glob("*.xml")))
    assert len(answers) == 3
    for levels in answers.values():
        assert [(len(set(references)), spoken) for references, spoken in levels] == [
            (len(references), len(references)) for references, _ in levels]
        assert levels[-1][1] > 5


URN = b'<idno type="URN">urn:cts:test:group.%s.edition</idno><availability '


def repository(place: Path) -> Path:
    """The golden texts as a repository of CapiTainS."""
    for number, golden in enumerate(sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))):
        urn = URN % b"work%d" % number
        files = export(golden.read_bytes().replace(b"<availability ", urn, 1), "capitains", golden.parent.name).files
        for path, data in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(data)
    return place


FAULTS = {"no language": (b'<div type="edition" xml:lang="en"', b'<div type="edition"', ["Correct xml:lang attribute"]),
          "a part twice": (b' n="3"', b' n="2"', ["Duplicate passages"]),
          "a foreign URN": (b'n="urn:cts:test:group.work0', b'n="urn:cts:test:group.other',
                            ["Available in inventory", "Naming conventions"])}


def test_the_checker_of_capitains_passes_the_export_and_finds_faults(ask: Ask, tmp_path: Path) -> None:
    path = "data/group/work0/group.work0.edition.xml"
    data = (repository(tmp_path / "sound") / path).read_bytes()
    for name, (old, new, _) in FAULTS.items():
        assert old in data
        (repository(tmp_path / name) / path).write_bytes(data.replace(old, new, 1))
    told = ask("repository.py", *sorted(tmp_path.iterdir()))
    assert len(told["sound"]) == 7
    assert {file: failed for file, failed in told["sound"].items() if failed} == {}
    assert {name: told[name][path] for name in FAULTS} == {name: failed for name, (*_, failed) in FAULTS.items()}


# --- what a text is cited by

@pytest.mark.parametrize(("body", "levels"), [
    ('<div type="act" xml:id="s1"><div type="scene" xml:id="s1.s1"><sp xml:id="s1.s1.sp1"><l xml:id="s1.s1.sp1.l1"/>'
     "</sp></div></div>", ["act", "scene", "speech", "line"]),
    ('<div type="chapter" xml:id="s1"><p xml:id="s1.p1"/></div>', ["chapter", "paragraph"]),
    ('<div type="chapter" xml:id="s1"/><div type="letter" xml:id="s2"/>', ["division"]),
    ('<div xml:id="s1"/>', ["division"]),
    ('<p xml:id="p1"/><p xml:id="p2"/>', ["paragraph"]),
    ('<div type="act" xml:id="s1"><p xml:id="s1.p1"/><sp xml:id="s1.sp1"/></div>', ["act", "passage"]),
])
def test_a_level_is_called_by_what_stands_in_it(body: str, levels: list[str]) -> None:
    """Where several things do, each says its kind."""
    root = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"><text><body>{body}</body></text></TEI>')
    declared = etree.fromstring("".join(references({way(one) for one in citable(root)}, False)))
    structures = list(declared.iter("citeStructure"))
    assert [one.get("unit") for one in structures] == levels
    assert [one.get("unit") for one in structures if one.find("citeData") is not None] == [
        level for level in levels if level in ("division", "passage")]


def test_a_text_without_anything_to_cite_says_so() -> None:
    assert "citeStructure" not in "".join(references((), False))


@pytest.mark.parametrize(("old", "new", "fault"), [
    ('xml:id="s1.p2"', 'xml:id="s1.p1"', "s1.p1 means 2 passages"),
    ("[@xml:id]", "[@n]", "is not declared"),
    ("delim=\".\"", "", "is no id of a passage"),
])
def test_a_broken_declaration_is_seen(old: str, new: str, fault: str) -> None:
    """The tests above can fail."""
    whole = (Path(__file__).parent / "golden" / "essay-on-soviet-government" / "edition.xml").read_text("utf-8")
    assert any(fault in one for one in faults(whole.replace(old, new)))
