"""A model of small decision trees, as plain data: from what speaks for a reading to how often it is right."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Trees(NamedTuple):
    """The trees: of each node the feature it asks, the bound (at most: left), the nodes to the left and right; a leaf
    asks feature -1 and its bound is its value. `steps`: the sum of leaves from which a probability holds; measured."""

    features: tuple[str, ...]
    start: float
    trees: tuple[tuple[tuple[int, float, int, int], ...], ...]
    steps: tuple[float, ...]
    shares: tuple[float, ...]

    def worth(self, evidence: Sequence[float]) -> float:
        """The sum of the leaves that the evidence leads to."""
        total = self.start
        for tree in self.trees:
            feature, bound, left, right = tree[0]
            while feature >= 0:
                feature, bound, left, right = tree[left if evidence[feature] <= bound else right]
            total += bound
        return total

    def probability(self, evidence: Sequence[float]) -> float:
        """How often a reading with such evidence was right."""
        worth = self.worth(evidence)
        if not self.steps:
            return 1 / (1 + math.exp(-worth))
        at = bisect_right(self.steps, worth)
        if at == 0:
            return self.shares[0]
        if at == len(self.steps):
            return self.shares[-1]
        share = (worth - self.steps[at - 1]) / (self.steps[at] - self.steps[at - 1])
        return self.shares[at - 1] + share * (self.shares[at] - self.shares[at - 1])


def read(text: str) -> Trees:
    """The model a file holds."""
    told = json.loads(text)
    return Trees(tuple(told["features"]), told["start"],
                 tuple(tuple((int(f), float(b), int(x), int(y)) for f, b, x, y in tree) for tree in told["trees"]),
                 tuple(told["steps"]), tuple(told["shares"]))


@cache
def trees(language: str, name: str) -> Trees:
    """A model of a language, "readings" or "words"; FileNotFoundError where the program has none."""
    return read(files("edition.ocr").joinpath("data", language, f"{name}.json").read_text("utf-8"))
