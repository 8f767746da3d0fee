"""The words of a text, each with how often it stands there: counted once, for all who ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice

from edition.regex import regex

_ASCII = bytes(range(128))
_INNER = "_'’-"  # what may be part of a word beside letters and figures, a hyphen within it only
_PIECE = 50_000  # characters whose words are counted at once: they find room where those before them were
_OPENING = 4  # of these pieces
_WORD = regex(r"[\w’']+(?:-[\w’']+)*")


class Words:
    """How often a text has each word; apostrophes are a part of it, and hyphens within it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def beyond_ascii(self) -> set[str]:
        """The characters of the text that are not of ASCII."""
        return beyond_ascii(self._text)

    @cached_property
    def opening(self) -> Counter[str]:
        """Those of the beginning, as they are spelt: enough to know the language by, the same for all texts."""
        return _counted(islice(_pieces(self._text), _OPENING), Counter())

    @cached_property
    def spelt(self) -> Counter[str]:
        """As they are spelt."""
        found = _counted(islice(_pieces(self._text), _OPENING, None), self.opening.copy())
        for hyphened in [word for word in found if "-" in word]:
            count = found.pop(hyphened)
            for word in _WORD.findall(hyphened):
                found[word] += count
        return found

    def hold(self, part: str) -> bool:
        """Whether one of the words holds this string, in small letters."""
        return part in self._together

    def has(self, word: str) -> bool:
        """Whether one of the words is this one, but for case and marks around it."""
        return self.hold(word) and re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", self._together) is not None

    @cached_property
    def _together(self) -> str:
        return "\n".join(self.spelt).lower()

    @cached_property
    def folded(self) -> Counter[str]:
        """In small letters."""
        found = Counter[str]()
        for word, count in self.spelt.items():
            found[word.lower()] += count
        return found


def _counted(pieces: Iterable[str], found: Counter[str]) -> Counter[str]:
    """The words found so far, and those of some pieces; one with a hyphen within it is one."""
    for piece in pieces:
        found.update(spaced(piece, _INNER).split())
    return found


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end where a line does."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def occurrences(text: str, sign: str, begin: int = 0) -> Iterator[int]:
    """Where a string stands in a text."""
    at = text.find(sign, begin)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def holds(text: str, *signs: str) -> bool:
    """Whether one of these strings stands in a text.

    Each character of a string is looked for first: that one does not stand there is found fifty times sooner.
    """
    return any(all(char in text for char in sign) and sign in text for sign in signs)


def beyond_ascii(text: str) -> set[str]:
    """The characters of a text that are not of ASCII."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def spaced(text: str, inner: str = "", figures: bool = True) -> str:
    """A text with a blank for each character that is no letter, nor a figure (if they count), nor one of `inner`."""
    for char in beyond_ascii(text):
        if not _counts(char, inner, figures):
            text = text.replace(char, " ")
    return text.encode().translate(_blanks(inner, figures)).decode()


def _counts(char: str, inner: str, figures: bool) -> bool:
    return char in inner or (char.isalnum() and (figures or not char.isdecimal()))


@lru_cache(maxsize=8)
def _blanks(inner: str, figures: bool) -> bytes:
    return bytes(byte if byte >= 128 or _counts(chr(byte), inner, figures) else ord(" ") for byte in range(256))
