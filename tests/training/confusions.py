"""Learn what recognition makes of letters from aligned pairs (Brill and Moore 2000: confusions of several letters).

    python tests/training/confusions.py OUT PAIRS.jsonl [PAIRS.jsonl …]
"""

from __future__ import annotations

import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pairs import Pair, pairs, plain
from rapidfuzz.distance import Levenshtein

from edition.ocr.tokens import small

MOST, LEAST, LONGEST = 2400, 2, 3
# Letters that look alike in print, whatever the pairs show: printed, true. They cost at most LIKE_COST.
ALIKE = """U ll; U il; H ll; H fi; H li; rn m; m rn; m in; m ni; in m; ni m; cl d; d cl; li h; h li; tl d; vv w; w vv;
ii n; ii u; n u; u n; 1 l; l 1; 1 i; 0 o; c e; e c; f s; s f; b h; h b; tli th; tii th; ll h; li b; ri n;
n ri; I l; I i; l I; J i; J l; S s; G o; O o; C c; fi h; fl h; K k; ti n; iii m; nn m; m nn; ! l; | l; 5 s;
8 s; 6 b; y v; v y; j i; t l; l t; k h;
h k; n fi; n fl; n ff; H ff; H fl; ff n; fi n; fl n"""
LIKE_COST = 6.5


def words(documents: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Each word as printed and as it should be: one word on both sides, not wholly unlike."""
    for document in documents:
        for a, b, u, v in document.spans:
            printed, true = (small(plain(side).strip(".,;:!?\"'()-")) if side else "" for side in (
                document.ocr[a:b], document.true[u:v]))
            if printed and true and " " not in printed + true and Levenshtein.normalized_similarity(printed, true) > .4:
                yield printed, true


def changes(printed: str, true: str) -> Iterator[tuple[str, str]]:
    """The confusions of one word: each run of differing letters, alone and with a neighbour on either side."""
    runs: list[list[int]] = []
    for op in Levenshtein.opcodes(printed, true):
        if op.tag != "equal":
            if runs and runs[-1][1] == op.src_start and runs[-1][3] == op.dest_start:
                runs[-1][1], runs[-1][3] = op.src_end, op.dest_end
            else:
                runs.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    for a, b, u, v in runs:
        for left in (0, 1):
            for right in (0, 1):
                x, y, s, t = a - left, b + right, u - left, v + right
                if min(x, s) >= 0 and y <= len(printed) and t <= len(true):
                    yield printed[x:y], true[s:t]


def learn(documents: Sequence[Pair]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How often each confusion was seen, and how often each true sequence of letters stood there at all."""
    confused, stood = Counter[tuple[str, str]](), Counter[str]()
    for printed, true in words(documents):
        for length in range(1, LONGEST + 1):
            stood.update(true[i:i + length] for i in range(len(true) - length + 1))
        stood[""] += len(true) + 1
        if printed != true:
            confused.update({change for change in changes(printed, true) if len(change[0]) <= LONGEST
                             and len(change[1]) <= LONGEST})
    return confused, stood


def table(confused: Counter[tuple[str, str]], stood: Counter[str]) -> Iterator[str]:
    """The lines of the file (see edition.ocr.confusions)."""
    letters = [(change, count) for change, count in confused.items() if len(change[0]) == 1 == len(change[1])]
    all_letters = sum(count for each, count in stood.items() if len(each) == 1)
    yield f"*\tletter\t{cost(sum(count == 1 for _, count in letters), 25 * all_letters):.2f}"
    yield f"*\tadded\t{cost(sum(n for (p, t), n in confused.items() if not t), 30 * stood['']):.2f}"
    kept = sorted(((-count, printed, true) for (printed, true), count in confused.items() if count >= LEAST))[:MOST]
    costs = {(printed, true): cost(-count - .5, max(stood[true], -count) + 1) for count, printed, true in kept}
    for printed, true in alike():
        costs[printed, true] = min(costs.get((printed, true), LIKE_COST), LIKE_COST)
    for (printed, true), each in sorted(costs.items(), key=lambda row: (row[0][0], row[1], row[0][1])):
        yield f"{printed}\t{true}\t{each:.2f}"


def alike() -> Iterator[tuple[str, str]]:
    """Letters that look alike in print: those of ALIKE, and each letter with an accent for the letter without it."""
    for pair in ALIKE.split(";"):
        printed, true = pair.split()
        yield printed, true
    for letter in map(chr, range(0xE0, 0x100)):
        bare = unicodedata.normalize("NFD", letter)[0]
        if bare != letter:
            yield letter, bare


def cost(count: float, of: float) -> float:
    """Minus the logarithm of a share."""
    return -math.log(max(count, 1) / max(of, 1))


def main() -> None:
    lines = list(table(*learn(pairs([Path(name) for name in sys.argv[2:]]))))
    head = "# printed, true, cost (minus the logarithm of the probability)\n"
    Path(sys.argv[1]).write_text(head + "\n".join(lines) + "\n", "utf-8")
    print(len(lines), "confusions")


if __name__ == "__main__":
    main()
