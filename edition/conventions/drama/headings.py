"""Acts and scenes: the words that head them, in figures, numerals or words, alone or several on a line."""

from __future__ import annotations

from typing import NamedTuple

from edition.conventions.drama.words import ACT, ALONE, LAST, NUMBERS, SCENE, TABLEAU, plain
from edition.regex import regex

_DRESS = regex(r"#{1,6}[ \t]+|[*_=]{1,3}(?=\w)")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_ROMAN = regex(r"(?=[ivxl])(?:x{0,4}|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")
_RAISED = regex(r"([ivx]+)(?:re|er|e|me|eme|ere|ª|º)\Z")
_FIGURES = regex(r"(\d{1,3})(?:st|nd|rd|th|er|re|e|de|te[rs]?|me|o|a)?")
_ENDING = regex(r"(?:e[rsnm]?|es)\Z")
_AFTER = regex(r"[΄ʹ'’]?[ \t]*(?:[.:,;—–-]+[ \t]*|\Z|(?=[\[(*_=]))")
_FILLERS = frozenset(["the", "der", "die", "das", "la", "le", "el", "et", "and", "il", "den", "und", "e", "y", "og",
                      "al"])
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


class Heading(NamedTuple):
    """One heading: text[start:end]; `start`: where its words begin, `skin`: characters of dress before them."""

    start: int
    skin: int
    end: int
    type: str
    n: str


def _value(word: str) -> int:
    """The number that a word means, 0 where it is none."""
    if figures := _FIGURES.fullmatch(word):
        return int(figures[1])
    if word in NUMBERS:
        return NUMBERS[word]
    stem = _ENDING.sub("", word)
    if stem in NUMBERS:
        return NUMBERS[stem]
    if raised := _RAISED.match(word):
        word = raised[1]
    if _ROMAN.fullmatch(word):
        values = [_DIGITS[c] for c in word]
        return sum(-v if v < n else v for v, n in zip(values, [*values[1:], 0], strict=True))
    return 0


def _type(word: str) -> str:
    if word in ACT:
        return "act"
    if word in SCENE:
        return "scene"
    if word in TABLEAU:
        return "tableau"
    return next((word for word in (word,) if word in ALONE), "")


def _unit(words: list[tuple[str, int, int]]) -> tuple[str, str, int] | None:
    """(type, number, how many words) of the heading that these words begin with."""
    skip = 1 if words and words[0][0] in _FILLERS else 0
    first = words[skip][0] if len(words) > skip else ""
    second = words[skip + 1][0] if len(words) > skip + 1 else ""
    if first in ALONE and not (second and _value(second)):
        return first, "", skip + 1
    if second in _FILLERS and len(words) > skip + 3 and _value(first) and _last(words[skip + 2][0]):
        second = words[skip + 3][0]  # "ninth and last scene"
        return (_type(second), str(_value(first)), skip + 4) if _type(second) else None
    if second in _FILLERS and len(words) > skip + 2 and _type(first) and _value(words[skip + 2][0]):
        return _type(first), str(_value(words[skip + 2][0])), skip + 3  # "act the first"
    for kind, number in ((first, second), (second, first)):
        named = _type(kind)
        if named in ("act", "scene", "tableau") and number and (_value(number) or _last(number)):
            value, behind = _value(number), [word for word, _, _ in words[skip + 2:skip + 4]]
            also = len(behind) == 2 and behind[0] in _FILLERS and _last(behind[1])  # "scene IV and last"
            return named, str(value) if value else "", skip + (4 if also else 2)
    return None


def _last(word: str) -> bool:
    return word in LAST or _ENDING.sub("", word) in LAST


def headings(line: str) -> list[Heading]:
    """The headings on a line, in order; none where the line is not made of them."""
    dress = _DRESS.match(line)
    at, found = dress.end() if dress else 0, list[Heading]()
    start = 0
    while at < len(line) and len(found) < 3:
        words = [(plain(m[0]), m.start(), m.end()) for m in _WORD.finditer(line, at, at + 60)][:5]
        if not words or words[0][1] - at > 2:
            break
        unit = _unit(words)
        if unit is None:
            break
        named, number, count = unit
        after = _AFTER.match(line, words[count - 1][2])
        if not after:
            break
        if named in ALONE and line[after.end():].strip(" *_=") and not headings(line[after.end():]):
            break  # somebody speaks the prologue
        found.append(Heading(start, at - start, after.end(), named, number))
        start = at = after.end()
    if not found:
        return []
    return [*found[:-1], found[-1]._replace(end=len(line))]
