"""Texts to review: made of proposals that are told, so that no test hangs on what the word engine knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from edition.corrections.decision import Decisions
from edition.corrections.model import Correction
from edition.ocr import engine
from edition.ocr.taught import confusion
from edition.pipeline import parse
from edition.records import replace
from edition.review.items import Item, items, together
from edition.rules import Plain
from edition.source import from_text

TOWN = """They came to tbe town at noon, and tbe gate was shut. Nobody saw tbe keeper, who had gone to his dinner.

The arid man said that it was bis own house, and no otber house stood near it. He did not see the river.
"""
# Settings with which the machine corrects no words itself.
QUIET = "conventions = { misread-words = false }\n"
PORT = 'The ships lay in tbe port. "Wbo goes there?" cried the man \\ at the rope, and nobody said a word.\n'


def word(text: str, printed: str, corrected: str, number: int = 0, **more: Any) -> Correction:
    """A proposal about the word where it stands for the first time (or the second …)."""
    at = -1
    for _ in range(number + 1):
        at = text.index(printed, at + 1)
    readings = ((corrected, .9), (corrected + "s", .05), (corrected.upper(), .01))
    return Correction(at, at + len(printed), printed, corrected, "misread-word",
                      **{"tier": "queue", "cert": "medium", "readings": readings, "wrong": .96, "reason": "in no list"}
                      | more)


def told(monkeypatch: pytest.MonkeyPatch, readings: Mapping[str, str]) -> None:
    """Make the word engine propose just these readings, each where its word stands."""
    def examine(text: str, language: str) -> list[engine.Proposal]:
        return [engine.Proposal(found.start(), found.end(), found[0], ((readings[found[0]], .6), ("other", .1)),
                                "suggestion", .7, " → ".join(confusion(found[0], readings[found[0]])), "In no list.")
                for found in re.finditer(r"\w+", text) if found[0] in readings]

    monkeypatch.setattr(engine, "examine", examine)


def reviewed(name: str, text: str, proposals: Iterable[Correction]) -> list[Item]:
    """The items of a text of which just this is proposed."""
    document = replace(parse(from_text(text, name), Plain(language="en")), proposals=list(proposals))
    return items(document, Decisions(), Path(name + ".txt"))


def town() -> list[Item]:
    """Six proposals about a town (three of one series, a mark), and one about a port."""
    return together([
        *reviewed("town", TOWN, [
            *(word(TOWN, "tbe", "the", k, series="b → h", wrong=.99 - k / 100) for k in range(3)),
            word(TOWN, "arid", "old", series="arid → old", wrong=.5, tier="suggestion"),
            word(TOWN, "bis", "his", series="b → h", wrong=.9),
            word(TOWN, "near it", "", form="sic", readings=(), wrong=.3, reason="no such phrase")]),
        *reviewed("port", PORT, [word(PORT, "Wbo", "Who", series="b → h", wrong=.7)]),
    ])
