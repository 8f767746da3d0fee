"""Words that a line's end cut in two: a hyphen or a blank within a word that a word list has in one piece."""

from __future__ import annotations

from typing import Final

from edition.ocr.document import Document
from edition.ocr.lexicon import COMMON, LITERARY, NAME
from edition.ocr.readings import Reading

# How often a joined word was right, of those for which so much spoke; measured on the pairs.
CUT: Final = 0.99  # the halves are not both words
WHOLE: Final = 0.98  # they are, but nobody writes them beside one another
PERHAPS: Final = 0.6
BLANK: Final = ((24.0, 0.99), (20.0, 0.975), (15.0, 0.85), (10.0, 0.6))  # how much better it fits: a logarithm

USUAL: Final = 4.0  # the logarithm of the count of a word that is usual in one piece
SEEN: Final = 0.0
_MORE: Final = 5.0  # by how much the whole must be more frequent than the halves beside one another: a logarithm
_HABIT: Final = 3  # times that the same hyphen must stand in a text to be the writer's
_SHORT: Final = 2


def hyphened(document: Document, at: int) -> Reading | None:
    """A word without the hyphen that a line's end left in it."""
    token = document.tokens[at]
    left, sign, right = token.word.partition("-")
    if token.broken or not sign or not (left.isalpha() and right.isalpha()) or min(len(left), len(right)) < _SHORT:
        return None
    known = _class(document, left + right, token.start)
    if not known:
        return None
    share = _share(document, left, right, document.text[token.start + len(left) + 1].isupper())
    if not share:
        return None
    if document.counts[token.word] >= _HABIT:
        share = min(share, PERHAPS)
    return Reading(left + right, known, 0.0, (), "", (("-", ""),), share)


def _class(document: Document, word: str, start: int) -> int:
    """How well a joined word is known; 0 for a rare one, or a name without a capital."""
    known = document.language.lexicon.known(word)
    return known if known in (COMMON, LITERARY) or (known == NAME and document.text[start].isupper()) else 0


def _share(document: Document, left: str, right: str, capital: bool) -> float:
    """How often two halves are one word."""
    whole = document.ngrams.one.log(left + right)
    beside = document.ngrams.two.log(f"{left} {right}")
    if capital or whole < SEEN:
        return 0.0
    if not all(document.language.lexicon.known(part) in (COMMON, LITERARY, NAME) for part in (left, right)):
        return CUT
    if whole >= USUAL and (beside < SEEN or whole - beside >= _MORE):
        return WHOLE
    return PERHAPS if beside < SEEN and whole >= USUAL / 2 else 0.0


def parted(document: Document, at: int) -> Reading | None:
    """A word and the next one as one word, where a blank came between its halves."""
    if at + 1 >= len(document.tokens):
        return None
    first, second = document.tokens[at], document.tokens[at + 1]
    if second.start - first.end != 1 or document.text[first.end] != " " or first.broken or second.broken:
        return None
    left, right = first.word, second.word
    if document.classes[left] == COMMON == document.classes[right] or not (left.isalpha() and right.isalpha()):
        return None
    known = _class(document, left + right, first.start)
    if not known or document.ngrams.two.log(f"{left} {right}") >= SEEN:
        return None
    gain = _gain(document, at, left, right)
    share = next((share for least, share in BLANK if gain >= least), 0.0)
    return Reading(left + right, known, gain, (), "", ((" ", ""),), share) if share else None


def _gain(document: Document, at: int, left: str, right: str) -> float:
    """How much better the whole fits than its halves: a logarithm."""
    (before, further, _, _), (_, _, after, beyond) = document.around(at), document.around(at + 1)
    return document.fit(left + right, (before, further, after, beyond)) - document.fit(
        f"{left} {right}", (before, further, after, beyond))
