"""Whatever blocks and containers stand in one another: what is written of them is what the schema allows."""

from __future__ import annotations

import random

import pytest

from edition.kinds import KINDS
from edition.pipeline import Document
from edition.placement import placed
from edition.settings.facts import Settings
from edition.source import from_text
from edition.tree import Span, check, settle, whole
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei

CONTAINERS = [name for name, kind in KINDS.items()
              if kind.level == "container" and name not in ("front", "body", "back")]
BLOCKS = [name for name, kind in KINDS.items() if kind.level == "block"]
HELD = {"note": ("p", "list", "quoteBlock", "l", "lg", "table", "stageBlock", "sp", "bibl", "ab")}
HELD |= {"item": HELD["note"], "cell": HELD["note"], "figure": ("p", "head", "figDesc", "speaker", "bibl")}
NOTE = (("n", "1"), ("type", "footnote"))


def grown(chance: random.Random, start: int, end: int, within: str = "", depth: int = 0) -> list[Span]:
    """Blocks and containers side by side and in one another; each word from `start` to `end` is in a block."""
    spans = list[Span]()
    while start < end:
        stop = chance.randint(start + 1, start + max(1, (end - start) // chance.randint(1, 4)))
        kinds = HELD.get(within) or (BLOCKS if depth > 4 else chance.choice((CONTAINERS, BLOCKS)))
        kind = chance.choice(kinds)
        spans.append(whole(2 * start, 2 * stop - 1, kind, "r", NOTE if kind == "note" else ()))
        if KINDS[kind].level == "container" or (kind in HELD and chance.random() < 0.3):
            spans += grown(chance, start, stop, kind, depth + 1)
        start = stop
    return spans


def wrong(seed: int) -> list[str]:
    """What is wrong with the TEI of a text of random blocks."""
    chance = random.Random(seed)
    words = chance.randint(1, 14)
    source = from_text("a " * words)
    spans, _ = settle([], [whole(0, len(source.text), "body", "r"), *grown(chance, 0, words)])
    spans, _ = placed(spans, source.text)
    check(spans, len(source.text))
    written = tei.write(Document(source, spans, [], {}), Settings.bare("x")).encode()
    faults = [str(finding) for finding in validate(written, "text") if finding.severity == "error"]
    return [*map(str, verify(written, source.text).problems), *faults]


def test_each_block_finds_a_place() -> None:
    assert {seed: found for seed in range(100) if (found := wrong(seed))} == {}


@pytest.mark.slow
def test_each_block_of_thousands_finds_a_place() -> None:
    assert {seed: found for seed in range(100, 20_000) if (found := wrong(seed))} == {}
