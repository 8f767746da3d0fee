"""What forbids a machine to correct a word by itself, however likely a reading is."""

from __future__ import annotations

from typing import Final, NamedTuple

from edition.ocr.lexicon import COMMON, LITERARY, NAME, UNKNOWN
from edition.regex import regex

_USUAL: Final = 7.0  # the cost of a usual confusion: a capital among small letters is no spelling of any century
_CAPITAL: Final = regex("[a-z][A-Z]")
_SHORT: Final = 2
_ABBREVIATION: Final = 3
_MARGIN: Final = 3.0  # by how much the likeliest reading of a short word must beat the next: a logarithm
_KNOWN_GAIN: Final = 9.0  # by how much a known word must fit better than the known word that is printed: a logarithm
_ALONE_GAIN: Final = 13.0  # and by how much where nothing else in the text is misread so
_APOSTROPHES: Final = "'’‘`´"


class Case(NamedTuple):
    """One reading of one printed word, as the vetoes see it."""

    text: str
    start: int
    end: int
    printed: str  # in small letters
    reading: str
    printed_known: int
    known: int
    gain: float  # the logarithm of how much better the reading fits among its neighbours
    margin: float  # and of how much better than the next reading
    old_spelling: bool
    cost: float  # of the confusions
    misread: int  # in how many texts of the pairs the word was misread so
    halved: bool  # it may be half of a word that goes on over the line's end
    period: bool  # the text is spelt as in an earlier century
    foreign: bool  # far more words around it are unknown than in the text at large
    same: int  # other words of the text that show the same confusion
    named: bool  # it has a capital within a sentence, and the reading stands nowhere else in the text


def veto(case: Case) -> str:
    """The reason why this reading is not for the machine, in words; empty where there is none."""
    before, after = case.text[max(0, case.start - 3):case.start], case.text[case.end:case.end + 3]
    if case.period and not (case.cost <= _USUAL and _CAPITAL.search(case.printed)):
        return "the text is spelt as in an earlier century"
    if case.old_spelling:
        return "the printed word may be a spelling of an earlier century"
    if case.foreign:
        return "the passage may be in another language or dialect"
    if case.halved:
        return "it may be half of a word that goes on over the line's end"
    if (after[:1] and after[0] in _APOSTROPHES) or (before[-1:] and before[-1] in _APOSTROPHES):
        return "an apostrophe stands beside it: letters may be left out on purpose"
    if _fragment(before[::-1]) or _fragment(after):
        return "a single letter or sign stands beside it: the word may be broken"
    if any(letter.isdigit() for letter in case.printed):
        return "it has a digit"
    if len(case.printed) <= _ABBREVIATION and case.text[case.start:case.end].isupper():
        return "it may be an abbreviation"
    if len(case.printed) <= _SHORT and case.margin < _MARGIN:
        return "a short word with several readings"
    if case.printed_known in (COMMON, LITERARY) and not case.misread and (
            case.gain < (_KNOWN_GAIN if case.same else _ALONE_GAIN)):
        return "the printed word is known"
    if case.named and not case.same:
        return "it may be a name"
    if case.known == NAME or case.known not in (COMMON, LITERARY):
        return "the reading is a name or a rare word"
    if "-" in case.printed or "-" in case.reading:
        return "a hyphen stands in it"
    if case.reading in (case.printed + "s", case.printed[:-1]) and case.printed_known != UNKNOWN:
        return "the two differ by an ending only"
    return ""


def _fragment(signs: str) -> bool:
    """Whether signs beside a word, the nearest first, are a blank and a single letter or sign that is no word."""
    if len(signs) < 2 or not signs[0].isspace():
        return False
    letter = signs[1]
    alone = len(signs) < 3 or signs[2].isspace()
    return alone and ((letter.isalpha() and letter not in "aAIO") or letter in "■|¦~*^\\<>_{}")
