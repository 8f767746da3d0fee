"""Registered names: what is marked (the page in tests/names), what it costs, and what is never touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from growing import lines, named
from lxml import etree
from pages import Block, read_page

from edition.corrections.decision import Decisions
from edition.pipeline import Document, parse
from edition.records import replace
from edition.settings.facts import Settings
from edition.settings.registers import REGISTER_FILES, load_registers
from edition.source import from_text
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei

PAGE = Path(__file__).parent / "names" / "registered.md"
BLOCKS = read_page(PAGE).blocks
CASES = [block for block in BLOCKS if block.info.strip() == "text"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with the registers of the page."""
    folder = tmp_path_factory.mktemp("registers")
    for block in (block for block in BLOCKS if block.info.strip() in REGISTER_FILES):
        (folder / block.info.strip()).write_text("\n".join(block.lines), "utf-8")
    found = load_registers(folder)
    return replace(Settings("case"), persons=found.persons, places=found.places, works=found.works)


def source(block: Block) -> str:
    return "\n".join(block.lines[:block.lines.index(".")]) + "\n"


def read(text: str, settings: Settings) -> tuple[Document, bytes]:
    document = parse(from_text(text, "case"), settings, Decisions())
    return document, tei.write(document, settings).encode()


def shown(written: bytes) -> list[str]:
    """The blocks of the body, a line each, their own ids left out."""
    inner = written.decode().split("<text ", 1)[1].split(">", 1)[1].rsplit("</text>", 1)[0]
    plain = re.sub(r'(<(?:div|p|head|closer|opener)\b[^>]*?) xml:id="[^"]*"', r"\1", inner)
    lines = [line for line in plain.split("\n") if not re.fullmatch(r"</?(?:body|div)\b[^>]*>|", line)]
    return [re.sub(r' rendition="#r\d+"', "", line) for line in lines]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_case(number: int, told: Settings, accept: bool) -> None:
    page = read_page(PAGE)
    block = [block for block in page.blocks if block.info.strip() == "text"][number]
    _, written = read(source(block), told)
    found = shown(written)
    if accept:
        block.lines[block.lines.index(".") + 1:] = found
        page.write()
    assert found == block.lines[block.lines.index(".") + 1:]


@pytest.mark.parametrize("block", CASES, ids=[str(block.line) for block in CASES])
def test_the_proof_holds_and_the_schema(block: Block, told: Settings) -> None:
    document, written = read(source(block), told)
    assert verify(written, document.source.text).ok
    assert [f for f in validate(written, "case.xml") if f.severity == "error"] == []


@pytest.mark.parametrize("block", CASES, ids=[str(block.line) for block in CASES])
def test_without_registers_nothing_changes(block: Block, told: Settings) -> None:
    """The same elements, but for those that point to a register."""
    bare, full = (etree.fromstring(read(source(block), one)[1]) for one in (Settings("case"), told))
    assert not bare.xpath("//*[@ref][ancestor::*[local-name() = 'text']]")
    assert ["".join(node.itertext()) for node in bare.iter("{*}body")] == [
        "".join(node.itertext()) for node in full.iter("{*}body")]


def test_what_is_not_certain_is_said_once(told: Settings) -> None:
    document, _ = read("They met Vasily Krotov, and Vasily Krotov met them in Washington.\n", told)
    said = [f.message.partition(". If")[0] for f in document.findings if f.code == "name-not-marked"]
    assert said == ["“Krotov” is not marked as a name of the registers: “Vasily Krotov” may be another name",
                    "“Washington” is not marked as a name of the registers: it is a name of `washington` and of "
                    "`washington-city`"]


def test_the_header_has_what_is_named_and_nothing_else(told: Settings) -> None:
    root = etree.fromstring(read("In Bergen they read The Whistle.\n", told)[1])
    spaces = {"t": "http://www.tei-c.org/ns/1.0", "x": "http://www.w3.org/XML/1998/namespace"}
    entries = root.xpath("//t:person | //t:place | //t:standOff//t:bibl", namespaces=spaces)
    assert [entry.get("{http://www.w3.org/XML/1998/namespace}id") for entry in entries] == ["bergen", "whistle"]
    assert [child.tag.rpartition("}")[2] for child in root] == ["teiHeader", "standOff", "text"]


def test_thousands_of_entries_cost_no_more_than_a_few() -> None:
    """What a longer text is more work, it is however many names there are."""
    more = {persons: lines(named(persons, 60)) - lines(named(persons, 20)) for persons in (40, 6000)}
    assert more[6000] < 1.1 * more[40]
