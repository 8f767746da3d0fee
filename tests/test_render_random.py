"""Whatever the schema allows, the outputs agree on it: random texts, with front, back and notes anywhere.

The page, the plain texts and the corpus are compared block by block with what the contract says, and all of them with
the letters of the TEI.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import reading_text as reading
from lxml import etree
from rendering import values

from edition.rendering.outputs import render
from edition.rendering.style import Style
from edition.rendering.tei import Tei
from edition.resources import folder
from edition.validation.grammar_file import Grammar

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator

HEAD = (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        b"</fileDesc></teiHeader>%b</TEI>")
WITH_CUES = Style(speakers=True)
VIEWS = (("html", "txt", reading.DEFAULT), ("diplomatic", "diplomatic-txt", reading.PRINTED))


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(folder("schema") / "edition.rng")


def document(grammar: Grammar, seed: int) -> Tei:
    return Tei(HEAD % etree.tostring(Generator(grammar, seed, depth=8, size=25).text()), "x")


def made(tei: Tei, to: str, style: Style | None = None) -> str:
    return render(tei, to, style).decode("utf-8")


def of_blocks(tei: Tei, page: str) -> str:
    """Where the corpus and its table differ from the blocks of the page; "" if they do not."""
    blocks, rows = reading.page_blocks(reading.region(page)), reading.table_blocks(made(tei, "tsv", WITH_CUES))
    ids = {"", *values(page, "id")}
    for block, row in zip(blocks, rows, strict=False):
        if block[1:] != row[1:] or block.id not in ("", row.id) or row.id not in ids:
            return f"the page has {block}, the table {row}"
    words = [word for block in blocks for word in block.text.split()]
    if len(blocks) != len(rows) or made(tei, "corpus", WITH_CUES).split() != words:
        return "the corpus has other words than the page"
    return ""


def of_view(tei: Tei, page: str, text: str, style: Style) -> str:
    """Where the page of a view differs from its plain text, or from the letters of the TEI; "" if it does not."""
    blocks = reading.page_blocks(reading.region(page))
    letters = reading.counted(tei.root.find(f"{reading.TEI}text"), printed=style.pages)
    found = Counter(reading.letters("".join(block.text for block in blocks))), reading.note_letters(page)
    return (reading.parting(reading.plain(reading.region(page), style), reading.between(text))
            or reading.parting(reading.plain_notes(page, style), reading.notes_below(text))
            or " ".join(f"missing {part}: {wanted - got}, too many: {got - wanted}" for part, wanted, got in
                        zip(("in the text", "in notes"), letters, found, strict=True) if wanted != got))


def of_links(page: str) -> str:
    """What is wrong with the addresses of a page: one twice, a link to none, a link within a link; "" if nothing."""
    ids = values(page, "id")
    twice = [name for name, count in Counter(ids).items() if count > 1]
    dead = sorted({link[1:] for link in values(page, "href") if link.startswith("#")} - {*ids})
    depth = 0
    for tag in re.findall(r"<(/?)a[ >]", page):
        depth += -1 if tag else 1
        if depth > 1:
            return "a link within a link"
    return f"twice: {twice}; dead: {dead}" if twice or dead else ""


def problems(tei: Tei) -> list[str]:
    """What the outputs do not agree on."""
    pages: dict[str, Any] = {page: made(tei, page) for page, _, _ in VIEWS}
    found = [of_view(tei, pages[page], made(tei, text), style) for page, text, style in VIEWS]
    return list(filter(None, [of_blocks(tei, pages["html"]), *found, *map(of_links, pages.values())]))


def test_the_outputs_agree_on_random_texts(grammar: Grammar) -> None:
    found = {seed: wrong for seed in range(15) if (wrong := problems(document(grammar, seed)))}
    assert found == {}


# What chance has found.
FOUND = {
    "a supplied word in a note to a heading": "<table><head>—<note><ref><unclear><supplied/></unclear></ref></note>"
                                              "</head><row><cell>a</cell></row></table>",
    "a supplied word behind a heading's own": "<figure><head>employés<supplied>b</supplied></head></figure>",
}


@pytest.mark.parametrize("name", FOUND)
def test_the_outputs_agree_on_what_chance_has_found(name: str) -> None:
    text = f"<text><body>{FOUND[name]}</body></text>"
    assert problems(Tei(HEAD % text.encode("utf-8"), "x")) == []


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(51))
def test_the_outputs_agree_on_thousands(grammar: Grammar, hundred: int) -> None:
    seeds = range(hundred * 100, hundred * 100 + 100)
    found = {seed: wrong for seed in seeds if (wrong := problems(document(grammar, seed)))}
    assert found == {}


def test_random_texts_hold_all_that_a_text_may_hold(grammar: Grammar) -> None:
    wanted = ("front", "back", "note", "table", "list", "figure", "sp", "lg", "choice", "gap", "supplied", "unclear",
              "pb", "milestone", "quote", "said", "del", "add")
    missing = {reading.TEI + name for name in wanted}
    for seed in range(100):
        if missing:
            missing -= {element.tag for element in document(grammar, seed).root.iter("*")}
    assert missing == set()
