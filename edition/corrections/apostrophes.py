"""Apostrophes that are wrong by the form of the word or of the phrase they stand in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from edition.corrections.model import Correction, Tier, in_view, prose
from edition.languages import Language, lexical
from edition.languages.english import AFTER_MEASURE, CONTRACTED, MEASURES, NUMBERS, SMALL
from edition.regex import regex
from edition.rules import Context
from edition.view import View

# A turned comma or an accent where an apostrophe belongs, before the ending of a possessive or a contraction. Names
# that have a turned comma of their own (M‘Donald, Ka‘ba, O‘ahu) do not end like this.
_MARKS = "‘`´"
_TURNED = regex(rf"[{_MARKS}](?:{'|'.join(CONTRACTED)})(?![\w‘’'])")
_LETTERS = regex(r"(?<![\w‘’'])[^\W\d_]++\Z")
_INSIDE = regex(r"[‘`´](?<=[^\W\d_].)(?=[^\W\d_])")
_LONGEST = 80  # letters of a word before the mark
_ITS = regex(r"t['’]s(?<![\w'’-][Ii]t['’]s)(?<=[Ii]t['’]s)(?![\w'’-])")
_POSSESSIVES = regex(r"its\b(?<!\wits)")
_CURLY = regex(r"’(?<=[^\W\d_]’)(?=[^\W\d_])")
_STRAIGHT = regex(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
# Each begins at the apostrophe, which is rare; the measure and its number are looked for before it.
_POSSESSIVE = regex(r"['’‘]s\s+([a-z]+)")
_LOOSE = regex(r"['’](?<=s.)\s+([a-z]+)")
_MEASURE = regex(r"([\w-]+)\s+([a-z]+)\Z")
# Evidence for *its* against *it's*, as natural logarithms: of its neighbours alone, and with the document's own usage.
# At these figures nothing was changed in 80 English texts where nothing was wrong.
_NEIGHBOURS, _GAIN = 1.2, 4.0
# What a straight apostrophe adds in a document that prints curly ones (or the reverse): a sign of a slip.
_ODD_MARK = 1.0
# How often its, it's and is occur in the counts of languages/en.
_TOTALS = (12_504, 5_982, 74_846)


@lru_cache(maxsize=2)
def style(text: str) -> str:
    """The apostrophe this document prints: the one of which it has more between letters (as many: the curly one)."""
    curly = len(_CURLY.findall(text))
    return "’" if curly and curly >= len(_STRAIGHT.findall(text)) else "'"


def wrong_apostrophes(context: Context) -> Iterator[Correction | None]:
    """Turned commas and accents in the place of an apostrophe ("Litvinoff‘s")."""
    text = context.text
    if not any(mark in text for mark in _MARKS):
        return
    mark = style(text)
    usual = _CURLY if mark == "’" else _STRAIGHT
    # Where turned commas are the rule it is the printer's or the transcriber's habit, not a slip.
    tier: Tier = "automatic" if len(_INSIDE.findall(text)) < len(usual.findall(text)) else "suggestion"
    for view in prose(context, *_MARKS):
        for match in _TURNED.finditer(view.text):
            at = match.start()
            letters = _LETTERS.search(view.text[max(0, at - _LONGEST):at])
            if letters:
                yield in_view(view, at - len(letters[0]), match.end(), letters[0] + mark + match[0][1:], "apostrophe",
                              f"an apostrophe belongs inside a word; the document prints {mark} there", tier=tier)


def measure_possessives(context: Context) -> Iterator[Correction | None]:
    """A measure of several units in the possessive singular ("three year's absence"), or in the possessive where none
    is possible ("five hundred miles’ northeast of")."""
    if lexical(context.language) is None:
        return
    mark = style(context.text)
    for view in prose(context, "'", "’", "‘"):
        yield from _singular(view, mark)
        yield from _superfluous(view)


def _singular(view: View, mark: str) -> Iterator[Correction | None]:
    for match in _POSSESSIVE.finditer(view.text):
        number, unit = _measure(view.text, match.start())
        if number and match[1] not in SMALL:
            yield in_view(view, match.start() - len(unit), match.start() + 2, f"{unit}s{mark}", "apostrophe",
                          f"“{number}” is more than one: the possessive of the plural")


def _superfluous(view: View) -> Iterator[Correction | None]:
    for match in _LOOSE.finditer(view.text):
        if match[1] in AFTER_MEASURE:
            number, unit = _measure(view.text, match.start() - 1)
            if number:
                yield in_view(view, match.start() - 1 - len(unit), match.start() + 1, unit + "s", "apostrophe",
                              f"a measure before the adverb “{match[1]}” is no possessive")


def _measure(text: str, at: int) -> tuple[str, str]:
    """The number and the unit before the place `at`, where it is a measure of more than one ("three", "year")."""
    before = text[max(0, at - 40):at]
    words = before.split()
    found = _MEASURE.search(before) if words and words[-1] in MEASURES else None
    if not found:
        return "", ""
    last = found[1].lower().rsplit("-", 1)[-1]
    several = last in NUMBERS or (last.isdigit() and int(last) > 1) or ("-" in found[1] and last == "one")
    return (found[1], found[2]) if several else ("", "")


def its(context: Context) -> Iterator[Correction | None]:
    """*it's* where only the possessive *its* can stand, by its neighbours and by the document's own usage."""
    language = lexical(context.language)
    if language is None:
        return
    found = [(view, match.start() - 1, match.end()) for view in prose(context, "t's", "t’s")
             for match in _ITS.finditer(view.text)]
    if not found:
        return
    possessives = len(_POSSESSIVES.findall(context.text))
    # A text that writes the possessive with an apostrophe by habit (as the eighteenth century did) is no error.
    if possessives < 3 or len(found) * 2 > possessives:
        return
    usage, mark = math.log(possessives / len(found)), style(context.text)
    for view, start, end in found:
        near = _gain(language, view.text, start, end)
        gain = near + usage + (0.0 if view.text[end - 2] == mark else _ODD_MARK)
        if near >= _NEIGHBOURS:
            tier: Tier = "automatic" if gain >= _GAIN else "suggestion"
            yield in_view(view, start, end, view.text[start] + "ts", "apostrophe",
                          f"the possessive fits its neighbours; the document has “its” {possessives} times, “it’s” "
                          f"{len(found)} (together {math.exp(gain):.0f} to 1)", tier=tier)


def _gain(language: Language, text: str, start: int, end: int) -> float:
    """Logarithm of how much better *its* fits between the words before and after than *it's*."""
    before = re.search(r"([\w'’]+)\s*\Z", text[max(0, start - 40):start])
    after = re.match(r"\s*([\w'’]+)", text[end:end + 40])
    if not after:
        return -9.0
    gain = _odds(language, "<" + after[1])
    return gain + (_odds(language, ">" + before[1]) if before else -1.0)


def _odds(language: Language, neighbour: str) -> float:
    total = _TOTALS
    its_, contracted, copula = language.its.get(neighbour.lower().replace("’", "'"), (0, 0, 0))
    if not its_ + contracted:
        return 0.0
    # Beside the contraction stands what stands beside *it is*: its counts help where those of *it's* are small.
    spread = (contracted + 0.5) / total[1] if neighbour[0] == ">" else \
        max((contracted + 0.5) / total[1], copula / total[2])
    return math.log(((its_ + 0.5) / total[0]) / spread)
