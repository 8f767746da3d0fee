"""A word list as a graph of letters: whether a word is known, how common it is, and the walk that finds near words."""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

# How well a word is known. A name is known with a capital only.
UNKNOWN: Final = 0
COMMON: Final = 1
LITERARY: Final = 2
NAME: Final = 3
RARE: Final = 4
RARE_NAME: Final = 5
ROOT: Final = 0
HEADER: Final = struct.Struct("<4sII")  # the mark, how many nodes, how many edges
MARK: Final = b"EDL1"


class Lexicon(NamedTuple):
    """The graph. The edges of node n are first[n] … first[n + 1]: each a letter (Latin-1) and the node behind it."""

    first: array[int]
    letters: bytes
    targets: array[int]
    classes: bytes  # of each node: how well the word is known that ends in it; UNKNOWN where none ends

    def step(self, node: int, letter: int) -> int:
        """The node one letter further, or -1."""
        edge = self.letters.find(letter, self.first[node], self.first[node + 1])
        return self.targets[edge] if edge >= 0 else -1

    def walk(self, node: int, letters: bytes) -> int:
        """The node some letters further, or -1."""
        find, first, targets = self.letters.find, self.first, self.targets  # a text has many words
        for letter in letters:
            edge = find(letter, first[node], first[node + 1])
            if edge < 0:
                return -1
            node = targets[edge]
        return node

    def known(self, word: str) -> int:
        """How well a word is known, in small letters: one of the classes above."""
        try:
            node = self.walk(ROOT, word.encode("latin-1"))
        except UnicodeEncodeError:
            return UNKNOWN
        return self.classes[node] if node >= 0 else UNKNOWN


def numbers(packed: bytes) -> array[int]:
    """Numbers of four bytes, the lowest first, as a file holds them."""
    made = array("I", packed)
    if sys.byteorder == "big":
        made.byteswap()
    return made


def unpack(packed: bytes) -> Lexicon:
    """The graph that a file holds; ValueError where it is none."""
    plain = zlib.decompress(packed)
    mark, nodes, edges = HEADER.unpack_from(plain)
    if mark != MARK:
        raise ValueError("not a word list of this program")
    ends = [HEADER.size, HEADER.size + 4 * (nodes + 1), HEADER.size + 4 * (nodes + 1 + edges)]
    letters = ends[2] + edges
    return Lexicon(numbers(plain[ends[0]:ends[1]]), plain[ends[2]:letters], numbers(plain[ends[1]:ends[2]]),
                   plain[letters:letters + nodes])


def has(language: str) -> bool:
    """Whether the program has the data of a language."""
    return language.isalpha() and files("edition.ocr").joinpath("data", language, "readings.json").is_file()


@cache
def lexicon(language: str) -> Lexicon:
    """The word list of a language; FileNotFoundError where the program has none."""
    return unpack(files("edition.ocr").joinpath("data", language, "lexicon.bin").read_bytes())
