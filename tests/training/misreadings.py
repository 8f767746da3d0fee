"""Count the words that recognition often misreads as one another, from aligned pairs.

    python tests/training/misreadings.py OUT PAIRS.jsonl [PAIRS.jsonl …]
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from pairs import Pair, pairs, plain

from edition.ocr.misreadings import Misreadings
from edition.ocr.tokens import small

LEAST = 3  # documents in which a misreading must stand
SIGNS = ".,;:!?\"'()-*"


def words(document: Pair) -> set[tuple[str, str]]:
    """The words of a document as printed, each with what it should be."""
    made = set[tuple[str, str]]()
    for a, b, u, v in document.spans:
        printed, true = plain(document.ocr[a:b]), plain(document.true[u:v])
        if printed and true and " " not in printed + true:
            printed, true = small(printed.strip(SIGNS)), small(true.strip(SIGNS))
            if printed.isalpha() and true.replace("'", "").isalpha():
                made.add((printed, true))
    return made


def learn(documents: Sequence[Pair], least: int = LEAST) -> Misreadings:
    """In how many documents each word stands for each other, and for itself."""
    seen = Counter(pair for document in documents for pair in words(document))
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for (printed, true), count in sorted(seen.items()):
        if printed != true and count >= least:
            table[printed][true] = count
    return Misreadings({printed: {**rows, printed: seen[printed, printed]} for printed, rows in table.items()})


def without(found: Misreadings, document: Pair) -> Misreadings:
    """The counts as they are without one document: what its own words are judged by."""
    table = {printed: dict(rows) for printed, rows in found.table.items()}
    for printed, true in words(document):
        if true in table.get(printed, ()):
            table[printed][true] -= 1
    return Misreadings(table)


def main() -> None:
    found = learn(pairs([Path(name) for name in sys.argv[2:]]))
    lines = [f"{printed}\t{true}\t{count}" for printed, rows in sorted(found.table.items())
             for true, count in sorted(rows.items())]
    Path(sys.argv[1]).write_text("# printed, true, in how many documents\n" + "\n".join(lines) + "\n", "utf-8")
    print(len(lines), "misreadings")


if __name__ == "__main__":
    main()
