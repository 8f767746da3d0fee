"""Words that recognition often misreads as one another, and how often it does not: counted in pairs of texts."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Misreadings(NamedTuple):
    """Printed word → true word → in how many documents it stood for it; the printed word itself among them."""

    table: dict[str, dict[str, int]]

    def seen(self, printed: str, true: str) -> tuple[int, int]:
        """In how many documents the one stood for the other, and in how many for anything else."""
        rows = self.table.get(printed)
        if rows is None:
            return 0, 0
        count = rows.get(true, 0)
        return count, sum(rows.values()) - count


@cache
def misreadings(language: str) -> Misreadings:
    """The misreadings of a language; FileNotFoundError where the program has none."""
    table: dict[str, dict[str, int]] = {}
    for line in files("edition.ocr").joinpath("data", language, "misreadings.tsv").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            printed, true, count = line.split("\t")
            table.setdefault(printed, {})[true] = int(count)
    return Misreadings(table)
