"""From a model of scikit-learn to plain data: the trees, and how often what they say was right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression  # type: ignore[import-untyped]  # it ships none

LEAST = 40  # readings on a plateau of the calibration


def nodes(model: Any) -> list[list[list[float]]]:
    """The trees, node for node (see edition.ocr.trees); what they weigh rounded, so that no machine differs."""
    made = []
    for (tree,) in model._predictors:
        made.append([[-1, round(float(node["value"]), 4), 0, 0] if node["is_leaf"] else
                     [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), int(node["left"]),
                      int(node["right"])] for node in tree.nodes])
    return made


def calibrated(worth: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[list[float], list[float]]:
    """Sums of leaves and how often such readings were right, measured on texts that the trees had not seen."""
    found = IsotonicRegression(y_min=.0005, y_max=.9995, increasing=True, out_of_bounds="clip").fit(worth, right)
    order = np.argsort(worth, kind="stable")
    sums, shares = worth[order], found.predict(worth[order])
    steps, made = list[float](), list[float]()
    for share in np.unique(shares):  # each plateau counts at its middle, so that between two of them shares rise
        plateau = sums[shares == share]
        if len(plateau) >= LEAST:
            steps.append(round(float(plateau.mean()), 3))
            made.append(round(float(share), 4))
    return steps, made


def packed(features: Sequence[str], model: Any, steps: Sequence[float], shares: Sequence[float]) -> str:
    """The file."""
    told = {"features": list(features), "start": round(float(model._baseline_prediction[0, 0]), 4),
            "steps": list(steps), "shares": list(shares), "trees": nodes(model)}
    return json.dumps(told, separators=(",", ":")) + "\n"
