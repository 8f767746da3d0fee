"""Quoted words that name something: the title of a work, a word as a word, a thing so called."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from edition.regex import regex
from edition.speech.language import Language
from edition.speech.passage import Passage

WORDS = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
LAST = regex(r"(?<![^\W\d_])([^\W\d_]++(?:['’-][^\W\d_]++)*+)\W*+$")
_AROUND = 60  # characters on either side in which a work or a word is named
_FEW = 8  # words: more are no name
_MANY = regex(rf"(?:[\W_]*+(?>{WORDS.pattern})){{{_FEW + 1}}}")
_TERM = 4  # words: more are no word spoken of, whatever is said of them behind
_BY_AUTHOR = regex(r"[\W\u2022]{1,6}(?:by|von|par)\s+[A-ZÀ-Þ]")
_YEAR = regex(r"[\W\u2022]{1,6}(?:by|von|par)\s+[^\W\d_](?:[^\W\d_]|[.\s’'-]){2,50}[,(\s]+(?:1[5-9]|20)\d\d\b")
_ASIDE = regex(r"\s*(?:[—–―]|--)\s*$")
_VOLUME = "a volume: its author and year follow"
_PRINTED = regex(r"\W{0,3}(?:was|is|were|has been)?\s*(?:printed|published|reprinted)")
_OWNER = regex(r"['’]s?\s*$")
_APPOSITION = regex(r"\W{0,4}(?:an?|the|der|die|das|ein|eine|un|une|le|la)\s+(\w+)(?:\s+(\w+))?")


class Named(NamedTuple):
    """`kind`: of the element, "" where the words name nothing. `why`: the word that says so, or a reason."""

    kind: str
    why: str


NOTHING = Named("", "")


def word_count(text: str, most: int) -> int:
    """How many words a text has, counted up to `most`: what is spoken may be long."""
    return sum(1 for _ in islice(WORDS.finditer(text), most))


def named(passage: Passage, start: int, end: int, inner: str, language: Language) -> Named:
    """What the quotation at passage[start:end], with the words `inner`, is the name of."""
    before, after = passage.plain[max(0, start - _AROUND) : start], passage.plain[end : end + _AROUND]
    last = LAST.search(before)
    word = last.group(1).lower() if last else ""
    gap = before[last.end(1) :].strip() if last else ""
    if titled(inner, language):
        work = _work(inner, word, gap, before, after, language)
        if work:
            return Named("title", work)
    if _worded(inner, before, after, language):
        return Named("mentioned", "spoken of as a word")
    if gap or word not in language.terms or _MANY.match(inner):
        return NOTHING
    if word in language.verbs and inner.endswith(("!", "?")):
        return NOTHING  # somebody called "Come!"
    return Named("mentioned" if word in language.words else "soCalled", "named as a word")


def _worded(inner: str, before: str, after: str, language: Language) -> bool:
    """`address them as "they"`, `"cleaning" is the translation`: the words are spoken of as words."""
    if inner.endswith(("!", "?")) or _MANY.match(inner):
        return False
    wording = language.wording
    return bool(wording.worded.search(before)
                or (word_count(inner, _TERM + 1) <= _TERM and wording.meaning.match(after.lstrip())))


def _work(inner: str, word: str, gap: str, before: str, after: str, language: Language) -> str:
    """The word by which a title is known for one, or a reason; "" where nothing says that this is a title."""
    if word in language.works and gap in ("", ",", ":"):
        earlier = LAST.search(before[: before.lower().rfind(word)])  # "a book entitled": the book tells the level
        noun = earlier.group(1).lower() if earlier else ""
        return noun if noun in language.works else word
    if _YEAR.match(after):
        return _VOLUME
    if _BY_AUTHOR.match(after):
        return "followed by its author"
    clause = re.split(r"[.!?:;](?:\s|$)", before)[-1]
    if word_count(inner, 2) == 2 and _ASIDE.search(clause):  # "the newspaper she worked for – “Daily News” –"
        works = [w for w in WORDS.findall(clause.lower()) if w in language.works]
        if works:
            return str(works[-1])
    several = word_count(inner, 2) == 2 and not inner.endswith(("!", "?", ","))
    if several and (_OWNER.search(before) or _PRINTED.match(after)):
        return "somebody's, or printed"
    called = _APPOSITION.match(after)
    return next((w for w in called.groups("") if w.lower() in language.works), "") if called else ""


def titled(inner: str, language: Language) -> bool:
    """Whether all words but the small ones begin with a capital."""
    first = WORDS.search(inner)
    if not first or not first[0][0].isupper():
        return False
    words = (match[0] for match in WORDS.finditer(inner, first.end()))
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in language.small for w in words)


def level(why: str, language: Language) -> str:
    """The level of a title by what it is called: a volume (m), a serial (j), or a part of one (a)."""
    word = why.lower()
    return "m" if why == _VOLUME or word in language.volumes else "j" if word in language.serials else "a"
