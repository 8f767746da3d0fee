"""Where a clause of reported speech opens: behind a verb of saying, at *that* or at the word of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from edition.speech.capitals import words_of
from edition.speech.inquit import Reader
from edition.speech.language import Language, load
from edition.speech.phrases import Word
from edition.speech.pronouns import in_any_case

_NEVER = frozenset(("not", "never", "no", "n't", "would", "could", "should", "may", "might", "can", "must", "to", "did",
                    "is", "was", "were", "are", "be", "been"))
_OBJECT = 5  # words that may stand between the verb and its clause: "told us later to his face that"
_THAT = frozenset(("that", "daß", "dass", "que"))
_ASKED = frozenset(
    ("whether", "if", "how", "why", "what", "when", "where", "ob", "warum", "wann", "wo", "si", "pourquoi")
)
_OBJECTS = frozenset(("me", "you", "him", "her", "us", "them", "it", "later", "afterwards", "mir", "ihm", "ihr", "uns",
                      "lui", "leur", "nous"))
_NEAR = _OBJECT + 1  # words and marks between which a verb and the word behind it stand at most
_BEFORE = _NEAR + 4  # words and marks before that word by which it is known whether the verb is one
_AROUND = 100  # characters in which these usually stand


def says(reader: Reader, words: list[Word], place: int) -> bool:
    """Whether words[place] is a verb of saying that somebody really did: not denied, not wished, not passive."""
    low = words[place].low
    if reader.language.verbs.get(low) != "say" or low.endswith("ing") or reader.is_noun(words, place):
        return False
    return not any(word.low in _NEVER for word in words[max(0, place - 2) : place])


def opening(reader: Reader, words: list[Word], place: int) -> int | None:
    """The first word of the clause behind the verb: behind *that*, or a question word itself."""
    language = reader.language
    for k in range(place + 1, min(place + 2 + _OBJECT, len(words) - 1)):
        word = words[k]
        if word.low in _THAT:
            return k + 1
        if word.low in language.clause:
            return k if word.low in _ASKED else None
        object_ = (
            _is_object(language, word.low) or word.text[0].isupper() or words[k - 1].low in language.determiners
        )
        if not object_:
            return None
    return None


@cache
def _openers(tag: str) -> re.Pattern[str]:
    language = load(tag)
    return re.compile(rf"{in_any_case(_THAT | (language.clause & _ASKED))}(?![^\W_]|['’-][^\W_])")


def may_open(language: str, words: Iterable[str]) -> bool:
    """Whether any of these words opens a clause: where none does, no text of them reports in clauses."""
    return any(map(_openers(language).match, words))


def openings(reader: Reader, text: str) -> Iterator[int]:
    """Where clauses open behind verbs of saying. None is left out; some may be found that open nothing.

    It is quick: looked for are the words that open clauses, and before them a verb.
    """
    saying = reader.language.saying_parts
    for match in _openers(reader.language.tag).finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()].split()[-_NEAR - 1 :]
        if len(before) > 2 and not _may_hang(reader.language, before[-2], before[-1]):
            continue
        if len(before) > _NEAR and saying.isdisjoint(words_of(" ".join(before).lower())):
            continue
        words = _words_before(reader, text, match.end())
        opener = len(words) - 1
        if any(says(reader, words, place) and _opens(reader, words, place)
               for place in range(max(0, opener - _NEAR), opener)):
            yield match.start()


def _may_hang(language: Language, earlier: str, last: str) -> bool:
    """Whether a clause may open behind these two: the last is a verb, or may stand between a verb and its clause."""
    if last[-1] != "_" and not last[-1].isalnum():
        return False
    if not (last.isalpha() and earlier.isalpha()) or last[0].isupper():
        return True
    low = last.lower()
    return low in language.saying or _is_object(language, low) or earlier.lower() in language.determiners


def _is_object(language: Language, low: str) -> bool:
    return low in _OBJECTS or low in language.pronouns or low in language.determiners or low == "to" or (
        language.is_adverb(low))


def _opens(reader: Reader, words: list[Word], place: int) -> bool:
    """Whether the last of the words opens the clause behind the verb words[place]."""
    return opening(reader, [*words, words[-1]], place) in (len(words) - 1, len(words))


def _words_before(reader: Reader, text: str, end: int) -> list[Word]:
    """The last words of text[:end], enough of them."""
    size = _AROUND
    while True:
        start = max(0, end - size)
        words = reader.words(text, start, end)
        if start == 0:
            return words
        if len(words) > _BEFORE:
            return words[1:]  # the first may be a part of one
        size *= 2
