"""Pack the counts of English words that the program asks for contexts.

    python tests/training/ngrams.py NGRAMS OUT

NGRAMS is the folder of the counts (unigrams.tsv.gz, bigrams.tsv.gz, trigrams.tsv.gz). The same counts give the same
bytes.
"""

from __future__ import annotations

import math
import struct
import sys
import zlib
from pathlib import Path

from lexicon import rows

from edition.ocr.ngrams import HEADER, MARK, STEP


def counts(path: Path) -> dict[int, int]:
    """The count of each sequence by its sum; of two sequences with one sum, the more frequent."""
    made: dict[int, int] = {}
    for *words, count in rows(path):
        key = zlib.crc32(" ".join(words).encode())
        made[key] = max(made.get(key, 0), int(count))
    return made


def pack(made: dict[int, int]) -> bytes:
    """The sums, sorted, then the logarithms of the counts."""
    keys = sorted(made)
    return struct.pack(f"<{len(keys)}I", *keys) + bytes(min(255, round(math.log(made[key]) / STEP)) for key in keys)


def main() -> None:
    folder, out = map(Path, sys.argv[1:3])
    tables = [counts(folder / f"{name}.tsv.gz") for name in ("unigrams", "bigrams", "trigrams")]
    plain = HEADER.pack(MARK, sum(tables[0].values()), *map(len, tables)) + b"".join(map(pack, tables))
    out.write_bytes(zlib.compress(plain, 9))
    print(f"{sum(map(len, tables))} counts, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
