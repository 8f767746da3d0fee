"""The proof under attack: whatever is done to the TEI or the text of the three sources, real damage is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutations import mutations

from edition.making.conversion import convert
from edition.settings.metadata import load_edition
from edition.source import read_source
from edition.verify import verify

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))


def misjudged(name: str, seed: int, count: int) -> list[str]:
    """The kinds of damage that verify let pass, or harmless changes that it refused."""
    path = SEEDS / f"{name}.txt"
    tei, text = convert(path, load_edition(SEEDS)).tei, read_source(path).text
    assert verify(tei, text).ok
    return [kind for kind, damaged, source, real in mutations(tei, text, seed, count)
            if verify(damaged, source).ok == real]


@pytest.mark.parametrize("name", NAMES)
def test_damage_to_a_source_or_its_tei_is_seen(name: str) -> None:
    assert misjudged(name, seed=1, count=30) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_two_thousand_kinds_of_damage_are_seen(name: str) -> None:
    assert misjudged(name, seed=2, count=700) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("step", [2000, pytest.param(100, marks=pytest.mark.slow)])
def test_every_changed_character_of_a_source_is_seen(name: str, step: int) -> None:
    """Of the characters that are no white space, each so many, changed into another."""
    path = SEEDS / f"{name}.txt"
    tei, text = convert(path, load_edition(SEEDS)).tei, read_source(path).text
    places = [place for place, char in enumerate(text) if not char.isspace()][::step]
    for place in places:
        changed = text[:place] + ("X" if text[place] != "X" else "Y") + text[place + 1:]
        assert not verify(tei, changed).ok, (place, text[place - 20:place + 20])
