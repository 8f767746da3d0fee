"""Texts to measure with: a story, a play, a newspaper and an annotated essay of any size, the same each time."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from random import Random

NAMES = ("Anna", "Mr. Brandt", "Clara Weiss", "the old miller", "Dr. Falk", "Martin", "Mrs. Holm", "Peter Lund")
NOUNS = ("harbour", "window", "letter", "winter", "question", "market", "bridge", "garden", "engine", "meeting",
         "newspaper", "village", "council", "candle", "river", "workshop", "station", "promise", "ledger", "orchard")
QUALITIES = ("narrow", "bright", "forgotten", "patient", "crowded", "silent", "foreign", "careful", "broken", "early")
VERBS = ("crossed", "remembered", "painted", "followed", "repaired", "opened", "described", "measured", "avoided")
SAYINGS = ("said", "asked", "answered", "replied", "cried")
TOWNS = ("Lindau", "Northhaven", "Breda", "Oldmarket", "Saint-Aubin")


class Scribe:
    """Writes sentences and paragraphs from a few words, by chance of a fixed seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def one(self, words: tuple[str, ...]) -> str:
        return self.chance.choice(words)

    def clause(self) -> str:
        return (f"{self.one(NAMES)} {self.one(VERBS)} the {self.one(QUALITIES)} {self.one(NOUNS)} near the "
                f"{self.one(NOUNS)} of {self.one(TOWNS)}")

    def sentence(self) -> str:
        made = self.clause()
        if self.chance.random() < 0.5:
            made += f", and a {self.one(QUALITIES)} {self.one(NOUNS)} stood between the {self.one(NOUNS)} and the road"
        return made[0].upper() + made[1:] + self.one((".", ".", ".", "!", "?"))

    def paragraph(self, sentences: int = 5) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 2 * sentences)))

    def speech(self) -> str:
        said = f"{self.one(SAYINGS)} {self.one(NAMES)}"
        return f'"The {self.one(NOUNS)} was {self.one(QUALITIES)}," {said}. "{self.sentence()}"'


def _filled(size: int, blocks: Iterator[str]) -> str:
    """Blocks, an empty line between two, until there are as many characters."""
    made, length = list[str](), 0
    while length < size:
        made.append(next(blocks))
        length += len(made[-1]) + 2
    return "\n\n".join(made) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 72, break_on_hyphens=False)


def story(size: int) -> str:
    """Prose in chapters, every sixth paragraph a speech."""
    scribe = Scribe(1)

    def blocks() -> Iterator[str]:
        for chapter in range(1, 10_000):
            yield f"CHAPTER {chapter}"
            for place in range(60):
                yield _wrapped(scribe.speech() if place % 6 == 5 else scribe.paragraph())

    return _filled(size, blocks())


def play(size: int) -> str:
    """A play in acts and scenes: speakers in capitals, stage directions in brackets."""
    scribe = Scribe(2)

    def blocks() -> Iterator[str]:
        yield "PERSONS\n\nANNA.\nMARTIN, her brother.\nFALK, a doctor.\nCLARA."
        for act in range(1, 1_000):
            yield f"ACT {act}"
            for scene in range(1, 5):
                yield f"SCENE {scene}\n\n[A room near the {scribe.one(NOUNS)}. {scribe.one(NAMES)} is alone.]"
                for _ in range(40):
                    manner = f" [{scribe.one(QUALITIES)}]" if scribe.chance.random() < 0.2 else ""
                    yield _wrapped(f"{scribe.one(('ANNA', 'MARTIN', 'FALK', 'CLARA'))}.{manner} {scribe.paragraph(2)}")

    return _filled(size, blocks())


def newspaper(size: int) -> str:
    """Articles with headlines, datelines and lines broken at a narrow measure, a page number now and then."""
    scribe = Scribe(3)

    def blocks() -> Iterator[str]:
        for number in range(1, 10_000):
            yield f"THE {scribe.one(NOUNS).upper()} OF {scribe.one(TOWNS).upper()}\n\n{scribe.clause()}."
            yield textwrap.fill(f"{scribe.one(TOWNS).upper()}, March {number % 28 + 1}.-- {scribe.paragraph()}", 44)
            yield from (textwrap.fill(scribe.paragraph(), 44) for _ in range(5))
            if number % 6 == 0:
                yield f"-{number // 6}-\n\f"

    return _filled(size, blocks())


def essay(size: int) -> str:
    """An essay with notes in brackets, each below the paragraph that calls it."""
    scribe = Scribe(4)

    def blocks() -> Iterator[str]:
        for number in range(1, 100_000):
            if number % 20 == 1:
                yield f"## The {scribe.one(NOUNS)} and the {scribe.one(NOUNS)}"
            yield _wrapped(f"{scribe.paragraph()} {scribe.sentence()}[{number}] {scribe.sentence()}")
            yield _wrapped(f"[Footnote {number}: {scribe.sentence()}]")

    return _filled(size, blocks())


TEXTS: dict[str, Callable[[int], str]] = {"prose": story, "play": play, "newspaper": newspaper, "essay": essay}
