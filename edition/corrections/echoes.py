"""Texts that may share a passage: found by the first letters of their words, before any word is compared."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate, compress
from sys import byteorder

from edition.words import beyond_ascii

SPAN = 8  # words, as many as a machine word has bytes
# Where so many of the places that were asked come again, and so great a share of them, a text is made of formulas.
_FORMULAS, _MOST = 1000, 0.2
_EDGE = "\x01"
_LOWER = bytes(range(ord("a"), ord("z") + 1))
# UTF-8 writes a letter beyond ASCII in several bytes: the first is left out, the others tell it from its like.
_LEADING = bytes(range(0xC0, 0x100))


def _as_letter(byte: int) -> int:
    """What a byte of UTF-8 counts as: figures and what lies beyond ASCII as some letter, all else as a blank."""
    if byte >= 128 or chr(byte).isdigit():
        return _LOWER[byte % 26]
    return byte if chr(byte).isalpha() or chr(byte) == _EDGE else ord(" ")


_LETTERS = bytes(map(_as_letter, range(256)))


def echoes(texts: list[str]) -> list[int]:
    """The numbers of the texts that share eight words with another, or with themselves: all that share fifteen do.

    None where a text is made of formulas.
    """
    initials = _initials(_EDGE.join([text.replace(_EDGE, " ") for text in texts]))
    # Of any fifteen words eight begin at a multiple of eight: what stands there is looked for everywhere.
    grid = _spans(initials, 0)
    known, places = set(grid), list[int]()
    for offset in range(1, SPAN):
        spans = _spans(initials, offset)
        found = list(compress(range(offset, len(initials), SPAN), map(known.__contains__, spans)))
        if len(found) > max(_FORMULAS, _MOST * len(spans)):
            return []
        places += found
    shared = {span for span, count in Counter(grid).items() if count > 1}
    shared.update(int.from_bytes(initials[at:at + SPAN], byteorder) for at in places)
    places += compress(range(0, len(initials), SPAN), map(shared.__contains__, grid))
    starts = list(accumulate((len(piece) + 1 for piece in initials.split(_EDGE.encode())), initial=0))
    return sorted({bisect_right(starts, at) - 1 for at in places})


def _spans(initials: bytes, offset: int) -> list[int]:
    """Every eighth run of eight letters as a number."""
    size = max(0, len(initials) - offset) // SPAN * SPAN
    return memoryview(initials)[offset:offset + size].cast("Q").tolist()


def _initials(text: str) -> bytes:
    """The first letter of each word, the edges of texts between them. What parts two words never counts as a letter."""
    for char in beyond_ascii(text):
        if not char.isalnum():
            text = text.replace(char, " ")
        elif char.isupper():
            text = text.replace(char, char.lower())
    return text.encode().translate(_LETTERS, _LEADING).title().translate(None, _LOWER + b" ")
