"""A small made language: words, counts of words, confusions; packed by the scripts that pack the real ones."""

from __future__ import annotations

import math
import struct
import sys
import zlib
from pathlib import Path

from edition.ocr import lexicon as lexicons
from edition.ocr import ngrams as counts
from edition.ocr.candidates import Search
from edition.ocr.confusions import Confusions, read
from edition.ocr.document import Knowledge
from edition.ocr.lexicon import COMMON, LITERARY, NAME, RARE, Lexicon
from edition.ocr.misreadings import Misreadings

sys.path.append(str(Path(__file__).resolve().parent.parent / "training"))

import lexicon as packing

_COMMON = """the a of and had bad hill side then house garden rain mill miller closed in to day carry contrast con
carrying hillside today don't"""
WORDS = dict.fromkeys(_COMMON.split(), COMMON) | {
    "trast": RARE, "endless": LITERARY, "margaret": NAME, "loch": RARE}
CONFUSIONS = """*\tletter\t10.0
*\tadded\t10.0
b\th\t5.0
tli\tth\t6.0
h\tb\t4.0
rn\tm\t5.0
U\tll\t6.5
1\tl\t6.5
\te\t7.0
.\t\t4.0
"""
ONE = {"the": 9000, "a": 5000, "of": 5000, "and": 4000, "had": 2000, "bad": 90, "hill": 400, "house": 900,
       "garden": 300, "rain": 200, "mill": 90, "closed": 80, "contrast": 400, "con": 3, "carrying": 300, "carry": 90,
       "hillside": 60, "side": 400, "in": 4000, "to": 6000, "day": 900, "today": 20, "margaret": 90, "endless": 30}
TWO = {"of the": 900, "the house": 300, "the mill": 60, "had closed": 20, "the hill": 90,
       "hill side": 40, "to day": 300, "had a": 200, "a bad": 30}
THREE = {"of the house": 90, "of the mill": 20}


def lexicon() -> Lexicon:
    """The words, packed and unpacked."""
    return lexicons.unpack(packing.pack(packing.graph(WORDS)))


def ngrams() -> counts.NGrams:
    """The counts, packed and unpacked."""
    tables = [{zlib.crc32(words.encode()): count for words, count in table.items()} for table in (ONE, TWO, THREE)]
    plain = counts.HEADER.pack(counts.MARK, sum(ONE.values()), *map(len, tables))
    for table in tables:
        keys = sorted(table)
        plain += struct.pack(f"<{len(keys)}I", *keys) + bytes(round(math.log(table[key]) / counts.STEP) for key in keys)
    return counts.unpack(zlib.compress(plain))


def confusions() -> Confusions:
    """The confusions as a file has them."""
    return read(CONFUSIONS)


def knowledge() -> Knowledge:
    """All that is known of the language."""
    words, seen = lexicon(), ngrams()
    return Knowledge(words, seen, Search(words, confusions(), seen.one), Misreadings({"bad": {"had": 3, "bad": 9}}))
