"""How usual a word is among its neighbours: counts of one, two and three words, packed small."""

from __future__ import annotations

import math
import struct
import zlib
from array import array
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from edition.ocr.lexicon import numbers

MARK: Final = b"EDN1"
HEADER: Final = struct.Struct("<4sIIII")  # the mark, all words counted, how many of one, two and three words
STEP: Final = math.log(1.1)  # counts are kept as rounded logarithms: a byte each
BACK_OFF: Final = math.log(0.4)  # Brants and others 2007, “stupid backoff”
NEVER: Final = -17.0  # of a word never counted


class Counts(NamedTuple):
    """Sums (CRC-32) of word sequences, sorted, and for each a count as a logarithm."""

    sums: array[int]
    logarithms: bytes

    def log(self, words: str) -> float:
        """The logarithm of the count of words joined by blanks; -1 where it was not counted."""
        key = zlib.crc32(words.encode())
        at = bisect_left(self.sums, key)
        return self.logarithms[at] * STEP if at < len(self.sums) and self.sums[at] == key else -1.0


class NGrams(NamedTuple):
    """The counts of one language."""

    total: float  # the logarithm of all words
    one: Counts
    two: Counts
    three: Counts

    def word(self, word: str) -> float:
        """The logarithm of how often a word stands among all words."""
        count = self.one.log(word)
        return count - self.total if count >= 0 else NEVER

    def after(self, word: str, before: str, further: str) -> float:
        """The logarithm of how often a word follows two others: by three words, or two, or itself."""
        count = self.three.log(f"{further} {before} {word}")
        if count >= 0 and (base := self.two.log(f"{further} {before}")) >= count:
            return count - base
        count = self.two.log(f"{before} {word}")
        if count >= 0 and (base := self.one.log(before)) >= count:
            return BACK_OFF + count - base
        return 2 * BACK_OFF + self.word(word)


def unpack(packed: bytes) -> NGrams:
    """The counts that a file holds; ValueError where it holds none."""
    plain = zlib.decompress(packed)
    mark, total, *sizes = HEADER.unpack_from(plain)
    if mark != MARK:
        raise ValueError("no counts of words of this program")
    at, made = HEADER.size, list[Counts]()
    for size in sizes:
        made.append(Counts(numbers(plain[at:at + 4 * size]), plain[at + 4 * size:at + 5 * size]))
        at += 5 * size
    return NGrams(math.log(total), *made)


@cache
def ngrams(language: str) -> NGrams:
    """The counts of a language; FileNotFoundError where the program has none."""
    return unpack(files("edition.ocr").joinpath("data", language, "ngrams.bin").read_bytes())
