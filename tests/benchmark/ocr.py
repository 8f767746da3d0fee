"""Measure the word engine on aligned pairs: python tests/benchmark/ocr.py FOLDER [--split SPLIT] [--out P.jsonl]

FOLDER has `score.py` and `data/*.jsonl` (id, ocr, gt, …). Each document is examined, the proposals are written in the
scorer's form, and its figures are printed beside the targets; then the same for the true texts, in which nothing is to
be corrected. Needs rapidfuzz (the scorer's).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from edition.ocr.engine import Proposal, examine

TARGETS = {"word_precision": (">=", .985), "recall": (">=", .18), "damage_per_10k": ("<=", .6)}
QUEUE_TARGETS = {("20", "precision"): .92, ("20", "top3_suggestion_right"): .80, ("100", "recall"): .70}
CLEAN_TARGET = 1.0  # good words changed in 10,000


def scorer(folder: Path) -> ModuleType:
    """The scorer, with its cache elsewhere: the folder may be one that is only read."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # its cache names the module
    spec.loader.exec_module(module)
    vars(module)["HERE"] = tempfile.mkdtemp()
    return module


def predicted(name: str, proposals: Iterable[Proposal]) -> dict[str, Any]:
    """The proposals for one document in the scorer's form."""
    made: dict[str, Any] = {"id": name, "corrections": [], "queue": []}
    for each in proposals:
        place = {"start": each.start, "end": each.end}
        if each.tier == "automatic":
            reading, share = each.readings[0]
            made["corrections"].append({**place, "replacement": reading, "confidence": share})
        made["queue"].append({**place, "confidence": each.wrong, "suggestions": [word for word, _ in each.readings]})
    return made


def examined(documents: Iterable[Any], texts: Iterable[str]) -> Iterator[tuple[dict[str, Any], int, float]]:
    """The predictions of each document, its words and the seconds they took."""
    for document, text in zip(documents, texts, strict=True):
        start = time.process_time()
        proposals = examine(text, document.lang)
        yield predicted(document.id, proposals), len(text.split()), time.process_time() - start


def recall(documents: Iterable[Any], predictions: dict[str, dict[str, Any]], items: int) -> float:
    """The share of all misread words among so many items of the queue in 1,000 words."""
    found = wrong = 0
    for document in documents:
        errors = {at for at, kind in enumerate(document.info) if kind in ("word", "digit", "space", "hyphen")}
        scored = sum(kind != "unscor" for kind in document.info)
        queue = sorted(predictions[document.id]["queue"], key=lambda item: -item["confidence"])
        shown = queue[:max(1, round(items * scored / 1000))]
        found += len(errors.intersection(at for item in shown for at in document.touch(item["start"], item["end"])))
        wrong += len(errors)
    return found / max(1, wrong)


def measured(name: str, documents: list[Any], score: ModuleType, out: list[dict[str, Any]]) -> None:
    """Print the figures of one collection."""
    made = list(examined(documents, (document.ocr for document in documents)))
    predictions = {row["id"]: row for row, _, _ in made}
    out += predictions.values()
    found = score.score(documents, predictions)
    words, seconds = sum(row[1] for row in made), sum(row[2] for row in made)
    print(f"{name}: {words} words, {found['err_rate']:.1%} wrong, {words / seconds:.0f} words/s, "
          f"{found['applied']} corrected")
    for key, (sign, target) in TARGETS.items():
        print(f"  {key:30}{found[key]:8.4f}   {sign} {target}")
    for (items, key), target in QUEUE_TARGETS.items():
        value = found["queue"][items][key] if items in found["queue"] else recall(documents, predictions, int(items))
        print(f"  {f'queue {items}: {key}':30}{value:8.4f}   >= {target}")


def clean(name: str, documents: list[Any]) -> None:
    """Print what is changed in texts that are right."""
    made = list(examined(documents, (document.gt for document in documents)))
    words, seconds = sum(row[1] for row in made), sum(row[2] for row in made)
    changes = [(document.gt[each["start"]:each["end"]], each["replacement"])
               for document, (row, _, _) in zip(documents, made, strict=True) for each in row["corrections"]]
    print(f"{name}, the true text: {words} words, {words / seconds:.0f} words/s, changed in 10,000: "
          f"{len(changes) * 1e4 / max(1, words):.2f}   <= {CLEAN_TARGET}")
    print("  " + "; ".join(f"{printed} → {word}" for printed, word in changes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="all")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args()
    score = scorer(told.folder)
    documents = score.load(str(told.folder / "data"), None, told.split)
    examine("A word.", "en")  # the data are read once
    out: list[dict[str, Any]] = []
    for name in sorted({document.ds for document in documents}):
        chosen = [document for document in documents if document.ds == name]
        measured(name, chosen, score, out)
        clean(name, chosen)
    if told.out:
        told.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in out), "utf-8")


if __name__ == "__main__":
    main()
