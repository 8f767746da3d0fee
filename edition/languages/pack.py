"""Prints the word data of a language pack, made from n-gram counts: the same bytes from the same counts.

    python -m edition.languages.pack words COUNTS > words.txt
    python -m edition.languages.pack its COUNTS > its.tsv

COUNTS is a folder with unigrams.tsv.gz and bigrams.tsv.gz: words, tab, count; lower-case, ’ written '.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


def packed(words: Iterable[tuple[str, int]]) -> str:
    """A word list in the form that `edition.languages.unpack` reads; `words` in alphabetical order with counts."""
    lines: list[list[str]] = []
    for word, count in words:
        common = count.bit_length() - 1
        lines += [[] for _ in range(len(lines), common + 1)]
        lines[common].append(word)
    return "\n".join(map(" ".join, lines)) + "\n"


def neighbours(bigrams: Iterable[tuple[str, str, int]]) -> str:
    """Counts beside *its*, *it's* and *is*, one neighbour a line; those seen beside *its* or *it's* only."""
    column = {"its": 0, "it's": 1, "is": 2}
    table: dict[str, list[int]] = {}
    for left, right, count in bigrams:
        if left in column:
            table.setdefault("<" + right, [0, 0, 0])[column[left]] += count
        if right in column:
            table.setdefault(">" + left, [0, 0, 0])[column[right]] += count
    rows = (f"{word}\t{its}\t{contracted}\t{copula}" for word, (its, contracted, copula) in sorted(table.items())
            if its or contracted)
    return "\n".join(rows) + "\n"


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def make(what: str, counts: Path) -> str:
    """The content of words.txt (`what` is "words") or of its.tsv ("its")."""
    if what == "words":
        return packed(sorted((word, int(n)) for word, n in _rows(counts / "unigrams.tsv.gz") if word[0].isalpha()))
    return neighbours((left, right, int(n)) for left, right, n in _rows(counts / "bigrams.tsv.gz"))


if __name__ == "__main__":
    sys.stdout.buffer.write(make(sys.argv[1], Path(sys.argv[2])).encode("utf-8"))
