"""The pages in tests/conventions: what each convention makes of a text, and so its specification.

A case is a fence with the source, a line that is a dot alone, and the content of the TEI text element, one block a
line, without ids and skins.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import Block, Page, read_page

from edition.conventions import STAGES
from edition.pipeline import Document, parse
from edition.settings.facts import Settings
from edition.source import from_text
from edition.verify import verify
from edition.writing import tei

PAGES = sorted((Path(__file__).parent / "conventions").glob("*.md"))
CASES = [(page, block) for page in map(read_page, PAGES) for block in page.blocks]


def read(block: Block) -> Document:
    dot = block.lines.index(".")
    return parse(from_text("\n".join(block.lines[:dot]) + "\n", "case"))


def squeezed(line: str) -> str:
    """A line with white space as TEI counts it: runs are one, other spaces of Unicode are characters."""
    return re.sub(r"[ \t]+", " ", line).strip(" ")


def shown(document: Document) -> list[str]:
    """The content of the text element, a block a line."""
    whole = tei.write(document, Settings.bare("case"))
    inner = re.sub(r"\A<text[^>]*>", "", whole[whole.index("<text "):whole.rindex("</text>")])
    plain = re.sub(r' (?:xml:id|rendition)="[^"]*"', "", inner)
    return [line for line in map(squeezed, plain.split("\n")) if line not in ("", "<body>", "</body>")]


@pytest.mark.parametrize(("page", "block"), CASES, ids=[f"{page.path.stem}:{block.line}" for page, block in CASES])
def test_case(page: Page, block: Block, accept: bool) -> None:
    dot = block.lines.index(".")
    found = shown(read(block))
    if accept:
        block.lines[dot + 1:] = found
        page.write()
    assert found == [squeezed(line) for line in block.lines[dot + 1:]]


def test_every_case_is_proved() -> None:
    """Whatever a convention makes of a text, no character of it is lost or hidden."""
    unproved = []
    for page, block in CASES:
        document = read(block)
        proof = verify(tei.write(document, Settings.bare("case")).encode(), document.source.text)
        unproved += [f"{page.path.name}:{block.line} {problem.message}" for problem in proof.problems]
    assert unproved == []


def test_every_rule_is_shown_at_work() -> None:
    """A rule that fires in no case has no specification. An editor's decisions and registers need a file:
    see test_decisions and test_names."""
    fired = {span.rule for _, block in CASES for span in read(block).spans}
    rules = {rule.name for stage in STAGES for convention in stage for rule in convention.rules}
    assert sorted(rules - fired - {"decision", "decided-structure", "decided-furniture"}
                  - {"registered-person", "registered-place", "registered-work"}) == []


def test_every_rule_and_convention_says_what_it_reads() -> None:
    for convention in (convention for stage in STAGES for convention in stage):
        for said in (convention, *convention.rules):
            assert said.name, said
            assert said.description, said.name
            assert said.example, said.name
