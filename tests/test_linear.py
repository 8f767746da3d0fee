"""Time grows with the text and no faster, whatever stands in it: runs of one mark, what is never closed, markers."""

from __future__ import annotations

import time

import pytest

from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.source import from_text
from edition.verify import verify
from edition.writing import tei

FEW = ("a", "_", "*", "[", "(", '"', "“", "'", "-", "—", ".", "#", "> ", "1 ", "word ", "[1] ", "NAME. It is so.\n",
       "Bob: It is so.\n", "“Yes,” he said. ", "# Head\n\n", "12\n\f\n", "\n1 A note.\n")
MANY = (*FEW, "\\", "$", "]", ")", "{", "}", "<", ">", "”", "’", "‘", "«", "»", "„", "–", ",", ":", ";", "|", "~",
        "=", "+", "`", "^", "†", "§", "&", "1", "A", "\n", "\f", "…", "/", "!", "_a", "a_ ", "*a ", "a* ", "(a ",
        "“a ", "a” ", "word1 ", "word* ", "[^1] ", "$^{3}$ ", "- item\n", "1. item\n", "| a | b |\n", "ACT I\n\n",
        "II\n\n", "MACBETH.\n", "[Exit.]\n", "(Exit.) ", "By A. Name\n\n", "Dear Sir:\n\n", "* * *\n\n",
        "[Illustration: x]\n\n", "[Footnote 1: x]\n\n", "-12-\n", "    verse line,\n", "MR. SMITH. I rise.\n\n",
        "He went home. ", "He said that he knew. ", "un-\nder ", "MR. A ", "---------\n| a |\n", "---------\n1 | a |\n",
        "+--------+\n| a word |\n+--------+\n", "  NAME,   }\n", "Rye      12     13\n", "a word\nor two      12s.\n\n")


def seconds(piece: str, size: int) -> float:
    """How long a text of this piece, again and again, takes from source to proof."""
    source = from_text(piece * (size // len(piece)) + "x\n")
    start = time.process_time()
    written = tei.write(parse(source), Settings.bare("text"))
    assert verify(written.encode("utf-8"), source.text).ok
    return time.process_time() - start


TRIES = 5  # a machine busy with something else may spoil one, never all of them
LEAST = 0.03  # seconds below which the clock says nothing


def check(piece: str, size: int) -> None:
    """Four times the text: once in some tries far from sixteen times the time. What is quadratic never is."""
    ratios = []
    for _ in range(TRIES):
        ratios.append(seconds(piece, 4 * size) / max(seconds(piece, size), LEAST))
        if ratios[-1] < 9:
            return
    raise AssertionError(f"{piece!r}: {ratios}")


@pytest.mark.parametrize("piece", FEW)
def test_four_times_the_text(piece: str) -> None:
    check(piece, 3_000)


@pytest.mark.slow
@pytest.mark.parametrize("piece", MANY)
def test_four_times_a_long_text(piece: str) -> None:
    check(piece, 30_000)


@pytest.mark.slow
def test_one_line_of_a_million_characters() -> None:
    text = "".join(f"The {n}th day was as long as the one before it, and nobody said that it was not. "
                   for n in range(13_000))
    short = text[:len(text) // 4]
    assert min(seconds(text, len(text)) / seconds(short, len(short)) for _ in range(2)) < 9
