"""Train the models that say how often such a reading is right and such a word misread, from aligned pairs.

    python tests/training/train.py LANGUAGE OUT PAIRS.jsonl [PAIRS.jsonl …]

OUT is the folder of the language, which has the other files already. Each document is judged by what the other
documents teach. The same pairs give the same bytes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # sums of several threads depend on their order

import numpy as np
from evidence import Learned, Row, learned, rows, thinned
from model import calibrated, packed
from numpy.typing import NDArray
from pairs import Pair, pairs
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]  # it ships none

from edition.ocr.document import knowledge
from edition.ocr.readings import FEATURES

FOLDS = 4
THINNED = ((1.0, ""), (0.3, ""), (0.3, "b"), (0.1, ""), (0.1, "b"), (0.04, ""), (0.0, ""))


def _job(job: tuple[str, Pair, Learned, float, str]) -> list[Row]:
    language, document, taught, share, seed = job
    known = taught.without(document, knowledge(language))
    return list(rows(document if share == 1 else thinned(document, share, seed), known))


def gathered(language: str, documents: Sequence[Pair], share: float, seed: str) -> list[Row]:
    """The rows of all documents, with a share of their misreadings."""
    taught = learned(documents)
    with ProcessPoolExecutor(2) as pool:
        jobs = ((language, document, taught, share, seed) for document in documents)
        return [row for made in pool.map(_job, jobs, chunksize=4) for row in made]


def fit(evidence: NDArray[np.float64], right: NDArray[np.bool_]) -> HistGradientBoostingClassifier:
    """A model of small trees."""
    return HistGradientBoostingClassifier(
        max_iter=300, learning_rate=.05, max_leaf_nodes=16, min_samples_leaf=25, l2_regularization=2,
        random_state=0).fit(evidence, right)


def unseen(names: NDArray[np.str_], evidence: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """What models say of the rows of documents that they were not trained on: sums of leaves."""
    worth = np.zeros(len(right))
    for fold in range(FOLDS):
        out = np.isin(names, sorted(set(names))[fold::FOLDS])
        worth[out] = fit(evidence[~out], right[~out]).decision_function(evidence[out])
    return worth


def trained(made: Sequence[Row], right: Sequence[bool]) -> str:
    """The file of a model of rows, of which some are right."""
    names, evidence = np.array([row.document for row in made]), np.array([row.evidence for row in made])
    truth = np.array(right)
    steps, shares = calibrated(unseen(names, evidence, truth), truth)
    print(f"{len(made)} rows, {int(truth.sum())} right")
    return packed(FEATURES, fit(evidence, truth), steps, shares)


def write(made: Sequence[Row], out: Path) -> None:
    """Both models: of readings, whether they are right; of words by their first reading, whether they are misread."""
    readings = [row for row in made if row.reading]
    words = [row for row in made if not row.reading or not row.evidence[FEATURES.index("rank")]]
    (out / "readings.json").write_text(trained(readings, [row.right for row in readings]), "utf-8")
    (out / "words.json").write_text(trained(words, [row.wrong for row in words]), "utf-8")


def main() -> None:
    language, out, *paths = sys.argv[1:]
    documents = pairs([Path(path) for path in paths])
    write([row for share, seed in THINNED for row in gathered(language, documents, share, seed)], Path(out))


if __name__ == "__main__":
    main()
