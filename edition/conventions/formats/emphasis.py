"""Emphasis as typists and transcribers mark it: _italic_, =bold=, +spaced+, ~spaced~, #in another face#."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View


class Mark(NamedTuple):
    """A sign that opens and closes emphasis, and how the words between two of them look in print."""

    sign: str
    name: str
    kind: str
    rend: str
    few: int        # pairs below which they prove nothing


_MARKS = (Mark("_", "underscored", "hi", "italic", 1), Mark("=", "between-equals-signs", "emph", "bold", 1),
          Mark("+", "between-plus-signs", "hi", "spaced", 3), Mark("~", "between-tildes", "hi", "spaced", 3),
          Mark("#", "between-number-signs", "hi", "antiqua", 3))
_STANZA = 60        # lines over which emphasis may run


def _pattern(sign: str) -> re.Pattern[str]:
    """A sign that begins words and one that ends them. A digit may stand before (13_s._), a letter or the sign not."""
    one = re.escape(sign)
    return regex(rf"{one}(?<![^\W\d_]{one})(?<!{one}{one})(?=[^\s{one}])([^{one}]+)(?<=[^\s{one}]){one}"
                 rf"(?![^\W_]|{one})")


_PATTERNS = {mark.sign: _pattern(mark.sign) for mark in _MARKS}
_OPENS = regex(r"(?<![^\W_])(?<!_)_(?=[^\s_])")
_CLOSES = regex(r"(?<=[^\s_])_(?![^\W_]|_)")


def _pairs(context: Context) -> dict[Mark, list[tuple[View, re.Match[str]]]]:
    """Words between two signs, of each sign that a text has in pairs around words, most of them.

    Without a letter among the words it is a formula.
    """
    found = dict[Mark, list[tuple[View, re.Match[str]]]]()
    for mark in _MARKS:
        every = context.text.count(mark.sign)
        pairs = [(view, match) for view in context.views(*TEXT) if mark.sign in view.text
                 for match in _PATTERNS[mark.sign].finditer(view.text)
                 if any(map(str.isalpha, match[1]))] if every > 1 else []
        if len(pairs) >= mark.few and 2 * len(pairs) > 0.3 * every:
            found[mark] = pairs
    return found


def _emphasis(mark: Mark) -> Rule:
    def claims(context: Context) -> Iterator[Span]:
        for view, match in context.once(_pairs).get(mark, ()):
            yield view.claim(mark.kind, *match.span(), mark.name, (("rend", mark.rend),), 1, 1)

    shown = f"{mark.sign}words{mark.sign}"
    return Rule(mark.name, f"words between two signs \"{mark.sign}\"", shown, claims)


def _over_lines(context: Context) -> Iterator[Span]:
    """Emphasis that opens in one line of verse and closes in a later one: each line has its part."""
    verses = list(context.views("l")) if "_" in context.text else []
    at = 0
    while at < len(verses):
        opening = _unclosed(verses[at].text)
        end = _closing(verses, at) if opening >= 0 else None
        if end is None:
            at += 1
            continue
        attrs: Attrs = (("rend", "italic"),)
        yield verses[at].claim("hi", opening, len(verses[at].text.rstrip()), "underscored-lines", attrs, 1)
        for verse in verses[at + 1:end[0]]:
            yield verse.claim("hi", 0, len(verse.text), "underscored-lines", attrs)
        yield verses[end[0]].claim("hi", 0, end[1] + 1, "underscored-lines", attrs, 0, 1)
        at = end[0] + 1


def _unclosed(text: str) -> int:
    """Where a line opens emphasis that it does not close (-1: nowhere)."""
    if "_" not in text:
        return -1
    alone = _PATTERNS["_"].sub(lambda match: " " * len(match[0]), text)
    at = alone.find("_")
    return at if alone.count("_") == 1 and _OPENS.match(alone, at) else -1


def _closing(verses: list[View], start: int) -> tuple[int, int] | None:
    """(the line, the place in it) at which emphasis is closed, if that is the next sign there is."""
    for place in range(start + 1, min(start + _STANZA, len(verses))):
        if (at := verses[place].text.find("_")) >= 0:
            return (place, at) if _CLOSES.match(verses[place].text, at) else None
    return None


def _score(context: Context) -> Score:
    found = context.once(_pairs)
    if not found and not any(True for _ in _over_lines(context)):
        return NO
    return Score(0.9, counted(len(found), "sign") + " in pairs around words: " + " ".join(m.sign for m in found))


TYPED_EMPHASIS = Convention(
    "typed-emphasis",
    "Signs around words stand for another face of type: underscores for italic, equals signs for bold.",
    "the _mill_ is =closed=",
    (*map(_emphasis, _MARKS),
     Rule("underscored-lines", "underscores around several lines of verse", "_The mill is still,\\nThe night is long._",
          _over_lines)),
    _score,
)
