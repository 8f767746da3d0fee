"""The vocabulary triangle's last corner: whatever the schema allows in a text, every output prints.

For each pair of parent and child in schema/edition.rng a passage is made that holds one word; the word must stand in
each output once, or nowhere where the output leaves such a passage out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree
from rendering import data, parsed, render

from edition.findings import UserError
from edition.rendering.outputs import OUTPUTS
from edition.resources import folder

RNG = "{http://relaxng.org/ns/structure/1.0}"
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
</fileDesc></teiHeader><text>{}</text></TEI>"""
# What these hold is not for a view: the furniture of the page, what an editor left out or the page struck out, what an
# editor added.
NOT_READ = {"fw", "surplus", "del"}
NOT_PRINTED = {"corr", "reg", "supplied"}
PARTS = ("body", "front", "back")
CITATIONS = {"bibtex", "ris"}
NO_TEXT = {*CITATIONS, "csv"}  # which is a register


def _elements(node: etree._Element, definitions: dict[str, etree._Element], seen: set[str]) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == f"{RNG}element":
            yield child
        elif child.tag == f"{RNG}ref":
            if child.get("name") not in seen:
                seen.add(child.get("name"))
                yield from _elements(definitions[child.get("name")], definitions, seen)
        else:
            yield from _elements(child, definitions, seen)


def _holds_text(node: etree._Element, definitions: dict[str, etree._Element], seen: set[str]) -> bool:
    for child in node:
        if child.tag in (f"{RNG}text", f"{RNG}data"):
            return True
        name = child.get("name", "") if child.tag == f"{RNG}ref" else ""
        inside = definitions[name] if name and name not in seen else child
        seen.add(name)
        if child.tag not in (f"{RNG}element", f"{RNG}attribute") and _holds_text(inside, definitions, seen):
            return True
    return False


@cache
def allowed() -> tuple[dict[str, list[str]], frozenset[str]]:
    """Element → the elements it may hold; and the elements that may hold text."""
    grammar = etree.parse(folder("schema") / "edition.rng").getroot()
    definitions = {define.get("name"): define for define in grammar.iter(f"{RNG}define")}
    holds: dict[str, set[str]] = {}
    mixed = set()
    queue = deque(_elements(grammar.find(f"{RNG}start"), definitions, set()))
    seen: set[etree._Element] = set()
    while queue:
        element = queue.popleft()
        if element in seen:
            continue
        seen.add(element)
        inside = list(_elements(element, definitions, set()))
        holds.setdefault(element.get("name"), set()).update(child.get("name") for child in inside)
        queue.extend(inside)
        if _holds_text(element, definitions, set()):
            mixed.add(element.get("name"))
    return {name: sorted(children) for name, children in holds.items()}, frozenset(mixed)


def passages() -> list[tuple[tuple[str, ...], str]]:
    """(way from text to a child, its word) for every pair of parent and child, by the shortest way."""
    holds, _ = allowed()
    ways: dict[str, tuple[str, ...]] = {name: (name,) for name in PARTS}
    queue = deque(PARTS)
    while queue:
        name = queue.popleft()
        for child in holds[name]:
            if child not in ways:
                ways[child] = (*ways[name], child)
                queue.append(child)
    pairs = [(child,) for child in holds["text"] if child not in PARTS]
    pairs += [(*ways[name], child) for name in ways for child in holds[name]]
    return [(way, f"w{number}w") for number, way in enumerate(pairs)]


def xml(way: tuple[str, ...], word: str) -> str:
    inside = word if way[-1] in allowed()[1] else ""
    for name in reversed(way):
        n = ' n="7"' if name in ("pb", "note") else ""
        inside = f"<{name}{n}>{inside}</{name}>"
    return inside


def document() -> bytes:
    inside: dict[str, list[str]] = {name: [] for name in PARTS}
    between: list[str] = []
    for way, word in passages():
        if way[0] in PARTS:
            inside[way[0]].append(xml(way[1:], word))
        else:
            between.append(xml(way, word))
    parts = [f"<{name}>{''.join(inside[name])}</{name}>" for name in ("front", "body", "back")]
    return DOCUMENT.format("".join([*parts, *between])).encode()


def words(text: str) -> list[str]:
    return re.findall(r"w\d+w", text)


def shown(to: str, page: str) -> list[str]:
    """The words of the text itself: of an HTML page, those of its blocks and notes."""
    if to == "search":
        return words(" ".join(block[2] for block in data(page)["blocks"]))
    if to == "tsv":
        return words("\n".join(row.split("\t")[-1] for row in page.splitlines()))
    if not page.startswith("<"):
        text = page.split("*** START OF TEXT ***")[-1].split("TRANSCRIBER'S NOTE")[0]
        return words(text)
    blocks = parsed(page).xpath("//*[@data-text][not(ancestor::*[@data-text])] | //*[@id='notes']//li | //aside"
                                "| //article[not(ancestor::*[@data-text])]")
    return words(" ".join("".join(block.itertext()) for block in blocks))


@pytest.fixture(scope="module")
def everything() -> bytes:
    if not (folder("schema") / "edition.rng").exists():
        pytest.skip("schema/edition.rng has not been made")
    return document()


@pytest.mark.parametrize("to", [to for to in OUTPUTS if to not in NO_TEXT])
def test_whatever_the_schema_allows_is_printed_once(everything: bytes, to: str) -> None:
    view = NOT_PRINTED if "diplomatic" in to else NOT_READ
    notes = {"note"} if to in ("corpus", "tsv") else set()
    labels = {"speaker", "stage"} if to in ("corpus", "tsv") else set()
    expected = [word for way, word in passages()
                if way[-1] in allowed()[1] and not (set(way) & (view | notes | labels))]
    found = shown(to, render(everything, to, "all"))
    assert len(expected) > 1000
    assert sorted(set(expected) - set(found)) == []
    assert sorted(set(found) - set(expected)) == []
    assert len(found) == len(set(found))


@pytest.mark.parametrize("to", [to for to in OUTPUTS if to not in CITATIONS])
@pytest.mark.parametrize("place", ["<body>\n\n<div><wit>x</wit></div></body>", "<body><p>a\n\n<wit>x</wit></p></body>"])
def test_an_element_outside_the_vocabulary_stops_the_output(to: str, place: str) -> None:
    with pytest.raises(UserError) as error:
        render(DOCUMENT.format(place).encode(), to, "x", "some.xml")
    assert error.value.finding.code == "element-unknown"
    assert "<wit>" in error.value.finding.message
    assert (error.value.finding.file, error.value.finding.line) == ("some.xml", 4)


def test_a_lost_word_is_noticed(everything: bytes) -> None:
    page = render(everything, "html", "all")
    word = shown("html", page)[100]
    assert word not in shown("html", page.replace(word, ""))
