"""What speaks for a reading, as a sentence that a scholar understands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from edition.ocr.candidates import Change
from edition.ocr.document import Document
from edition.ocr.doubts import Doubt
from edition.ocr.lexicon import COMMON, LITERARY, NAME, RARE, RARE_NAME, UNKNOWN
from edition.ocr.readings import Reading

_KNOWN: Final = {UNKNOWN: "in no word list", COMMON: "in the list of common words", LITERARY: "in the word list",
                 NAME: "in the list of names", RARE: "in the list of rare words", RARE_NAME: "in that of rare names"}
_CUTS: Final = {"-": "the hyphen of a line's end as if it stood within the word", " ": "a blank within the word"}
_MOST: Final = 1_000_000  # a number beyond says no more


def series(changes: Sequence[Change]) -> str:
    """The confusions of a reading, as printed → as it should be; the same for all words with the same confusions."""
    return ", ".join(f"{_sign(printed)} → {_sign(true)}" for printed, true in map(_bare, changes))


def _bare(change: Change) -> Change:
    """A confusion without the letters that both sides begin or end with."""
    printed, true = change
    while printed and true and printed[0] == true[0]:
        printed, true = printed[1:], true[1:]
    while printed and true and printed[-1] == true[-1]:
        printed, true = printed[:-1], true[:-1]
    return printed, true


def _sign(letters: str) -> str:
    return "␣" if letters == " " else letters or "∅"


def reason(doubt: Doubt, reading: Reading | None, readings: Sequence[tuple[str, float]], document: Document) -> str:
    """Why the word is doubtful and what speaks for its likeliest reading."""
    printed = f"“{doubt.printed}” is {_KNOWN[doubt.known]}{_times(document.counts[doubt.word])}"
    if reading is None:
        return f"{printed}; no word near it fits."
    said = [printed, f"“{readings[0][0]}” is {_known(reading)}{_times(document.counts[reading.word])}"]
    said += [_confusions(reading, document), _fit(reading.gain) if reading.gain else ""]
    if reading.veto:
        said.append(f"not for the machine, because {reading.veto}")
    return "; ".join(filter(None, said)) + "."


def _known(reading: Reading) -> str:
    return "two words of the word list" if " " in reading.word else _KNOWN[reading.known]


def _times(count: int) -> str:
    """How often a word stands in the document."""
    return (" and stands nowhere else in the text", " and stands once in the text")[count] if count < 2 else (
        f" and stands {count} times in the text")


def _confusions(reading: Reading, document: Document) -> str:
    """How usual the confusions are."""
    said = []
    for printed, true in reading.changes:
        often = document.language.search.confusions.often(printed, true)
        rate = f" (once in {_round(1 / often)})" if often else "" if printed in _CUTS else " (seldom seen)"
        said.append(_change(printed, true) + rate)
    return "recognition may have read " + " and ".join(said) if said else ""


def _change(printed: str, true: str) -> str:
    """One confusion in words."""
    if true == " ":
        return "no blank between two words"
    if printed in _CUTS and not true:
        return _CUTS[printed]
    if not printed:
        return f"nothing for “{true}”"
    return f"“{printed}” for “{true}”" if true else f"“{printed}” where nothing stood"


def _fit(gain: float) -> str:
    """How much better the reading fits among its neighbours."""
    if gain < math.log(2):
        return f"it fits {'no better' if gain > -math.log(2) else 'worse'} between its neighbours"
    return f"it fits {_round(math.exp(min(gain, 20)))} times better between its neighbours"


def _round(number: float) -> str:
    """A number with one or two figures that say something."""
    if number >= _MOST:
        return "more than a million"
    digits = max(0, len(str(int(number))) - 2)
    return f"{round(number / 10**digits) * 10**digits:,}"
