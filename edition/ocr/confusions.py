"""What recognition makes of letters, learned from pairs of recognised and true texts: costs of each confusion."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

LONGEST: Final = 3  # letters of a confusion as they are printed


class Confusions(NamedTuple):
    """What may have stood where letters are printed, with its cost: minus the logarithm of its probability."""

    # Printed letters → the first true letter (-1: none stood there) → the other true letters and the cost, cheap first.
    by_letter: dict[str, dict[int, tuple[tuple[bytes, float], ...]]]
    any_letter: float  # the cost of one letter for any other, where nothing is known of the two
    any_added: float  # the cost of any sign that is printed and should not be

    def often(self, printed: str, true: str) -> float:
        """How often true letters are printed so, of all the times they stand somewhere; 0 where it is not known."""
        letters = true.encode("latin-1", "replace")
        rows = self.by_letter.get(printed, {}).get(letters[0] if letters else -1, ())
        return next((math.exp(-cost) for rest, cost in rows if rest == letters[1:]), 0.0)


def read(text: str) -> Confusions:
    """The table a file holds: lines of printed, true, cost, with a tab between."""
    table: dict[str, dict[int, list[tuple[bytes, float]]]] = {}
    general: dict[str, float] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            printed, true, cost = line.split("\t")
            if printed == "*":
                general[true] = float(cost)
            else:
                letters = true.encode("latin-1", "replace")
                table.setdefault(printed, {}).setdefault(letters[0] if letters else -1, []).append(
                    (letters[1:], float(cost)))
    return Confusions({printed: {letter: tuple(sorted(rows, key=lambda row: (row[1], row[0])))
                                 for letter, rows in letters.items()} for printed, letters in table.items()},
                      general["letter"], general["added"])


@cache
def confusions(language: str) -> Confusions:
    """The confusions of a language; FileNotFoundError where the program has none."""
    return read(files("edition.ocr").joinpath("data", language, "confusions.tsv").read_text("utf-8"))
