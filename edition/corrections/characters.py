"""Characters that are written by a name, and letters of another alphabet that only look like the right ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from edition.corrections.model import PROSE, Correction, Tier, in_view, prose
from edition.languages import lexical
from edition.regex import regex
from edition.rules import NO, Context, Score

# Letters with the same shape, after Unicode's table of confusable characters (UTS 39), whole letters only.
_LATIN = "AaBCcEeHIiJjKMOoPpSsTXxyY"
_CYRILLIC = "АаВСсЕеНІіЈјКМОоРрЅѕТХхуУ"
_GREEK_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲν", "ABEZHIKMNOPTYXocv", strict=True))
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True)) | _GREEK_LATIN
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,5}|#x[\da-fA-F]{2,5});")
_MIXED = regex(r"(?=\w*[a-zA-Z])(?=\w*[\u0370-\u03ff\u0400-\u04ff])[^\W\d_]{4,}")


def entities(context: Context) -> Iterator[Correction | None]:
    """A character that is written by its name in HTML (`&amp;`)."""
    import html  # it has a long list of names

    for view in prose(context, "&"):
        for match in _ENTITY.finditer(view.text):
            char = html.unescape(match[0])
            if len(char) == 1 and (char.isprintable() or char == "\xa0"):
                yield in_view(view, *match.span(), char, "entity", "the name that HTML has for a character", form="reg")


def score_entities(context: Context) -> Score:
    """Whether HTML's name of a character stands in the text."""
    found = _ENTITY.search(context.text) if "&" in context.text else None
    return Score(0.9, f'"{found[0]}" occurs in the text') if found else NO


def alphabet(letter: str) -> str:
    """Latin, Greek or Cyrillic ("" for others): the first word of the letter's Unicode name."""
    name = unicodedata.name(letter, "").split(" ")[0]
    return name if name in ("LATIN", "GREEK", "CYRILLIC") else ""


def mixed_alphabets(context: Context) -> Iterator[Correction | None]:
    """A word of one alphabet in which look-alike letters of another stand ("Мoscow" with a Cyrillic М)."""
    if not any("\u0370" <= char <= "\u04ff" for char in context.words.beyond_ascii):
        return
    language = lexical(context.language)
    for view in context.views(*PROSE):
        for match in _MIXED.finditer(view.text):
            fixed = unmixed(match[0])
            if fixed is None:
                continue
            known = (language is not None and language.knows(fixed)) or re.search(rf"\b{fixed}\b", context.text)
            tier: Tier = "automatic" if known else "suggestion"
            yield in_view(view, match.start(), match.end(), fixed, "alphabet",
                          "letters of two alphabets stand in one word", tier=tier)


def unmixed(word: str) -> str | None:
    """The word in the alphabet of most of its letters; None where some letter has no look-alike there."""
    alphabets = [alphabet(letter) for letter in word]
    latin, cyrillic = alphabets.count("LATIN"), alphabets.count("CYRILLIC")
    if latin > len(word) - latin:
        table, own = _TO_LATIN, "LATIN"
    elif cyrillic > len(word) - cyrillic:
        table, own = _TO_CYRILLIC, "CYRILLIC"
    else:
        return None
    letters = [letter if kind == own else table.get(letter, "") for letter, kind in zip(word, alphabets, strict=True)]
    return "".join(letters) if all(letters) else None
