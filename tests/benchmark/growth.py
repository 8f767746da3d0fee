"""Whether time grows with the size and no faster where only the clock can see it: patterns that go back, copies, Saxon.

    python tests/benchmark/growth.py [WORD…]

Each work of tests/growing.py (WORD: those with a word in their name) is timed at a size and at four times that. The
ratio of the two is of one run, on one machine, in CPU time, and of some tries the smallest counts: what is quadratic
comes near sixteen in every one. Exit status 1 where a ratio is too large.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from growing import WORKS, Do, Work

TRIES = 5
LEAST = 0.03  # seconds below which the clock says nothing


def seconds(do: Do) -> float:
    begun = time.process_time()
    do()
    return time.process_time() - begun


def ratio(work: Work) -> float:
    """How many times as long four times the size takes: the first ratio that is small enough, or the smallest."""
    found = list[float]()
    while len(found) < TRIES and not (found and found[-1] < work.most):
        found.append(seconds(work.of(4 * work.timed)) / max(seconds(work.of(work.timed)), LEAST))
    return min(found)


def main() -> int:
    wanted = [name for name in WORKS if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    ratios = {name: ratio(WORKS[name]) for name in wanted}
    wrong = {name for name, found in ratios.items() if found >= WORKS[name].most}
    for name, found in sorted(ratios.items(), key=lambda one: -one[1]):
        print(f"{found:5.1f}×  {name}{'  GROWS TOO FAST' if name in wrong else ''}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
