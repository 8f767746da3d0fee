"""What is recognised of a benchmark's documents with no settings, by its own scorers; and that all of it is proved.

    python tests/benchmark/structure.py [FOLDER] [--track NAME …] [--keep DIR]

FOLDER (default: bench/structure in the folder that EDITION_SHARED names) holds data/index.json, data/TRACK/DOC.txt with
DOC.gold.json, score.py and said_score.py. The scorers need lxml and rapidfuzz: pip install -e '.[bench]'. Exit status 1
where a document is not proved or not valid.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

# What is aimed at: the structure score by track, and for each measure the tracks and the least value.
STRUCTURE = {"drama": .93, "drama_pg": .80, "footnotes": .90, "parliament": .93, "pg_notes": .90, "prose": .93,
             "tracts": .85, "newspaper": .88, "magazine": .88, "journal_notes": .88, "interview": .88, "letters": .88,
             "dialogue": .97}
MEASURES: Mapping[str, tuple[float, Sequence[str]]] = {
    "fidelity": (.995, tuple(STRUCTURE)), "anchor": (.95, ("footnotes", "pg_notes", "journal_notes")),
    "spk_acc": (.97, ("drama",)), "who_acc": (.95, ("drama", "parliament", "interview"))}
SAID = {"strict_f1": .92, "name_acc": .65, "name_prec": .80}


class Document(NamedTuple):
    """A text of the benchmark, and the file its TEI is written to."""

    name: str
    text: Path
    tei: Path


def documents(folder: Path, out: Path, tracks: Sequence[str]) -> list[Document]:
    """The documents of these tracks (none given: of all), the longest first."""
    data = folder / "data"
    listed = json.loads((data / "index.json").read_text("utf-8"))["docs"]
    found = [Document(f"{one['track']}/{one['doc']}", data / one["track"] / f"{one['doc']}.txt",
                      out / one["track"] / f"{one['doc']}.xml")
             for one in listed if not tracks or one["track"] in tracks]
    return sorted(found, key=lambda document: -document.text.stat().st_size)


def made(document: Document) -> list[str]:
    """Convert a document, and say what is wrong with it: what is not proved, what is not valid."""
    from edition.making.conversion import unproved
    from edition.pipeline import parse
    from edition.settings.facts import Settings
    from edition.source import read_source
    from edition.validation.validate import validate
    from edition.verify import verify
    from edition.writing import tei

    source = read_source(document.text)
    written = tei.write(parse(source), Settings.bare(source.name)).encode("utf-8")
    document.tei.parent.mkdir(parents=True, exist_ok=True)
    document.tei.write_bytes(written)
    findings = [*unproved(verify(written, source.text), document.name), *validate(written, document.name)]
    return [str(finding) for finding in findings if finding.severity == "error"]


def scored(scorer: Path, out: Path, *options: str) -> Any:
    """What one of the benchmark's scorers says of a folder of TEI."""
    ran = subprocess.run([sys.executable, scorer, "--dir", out, "--json", *options], capture_output=True, text=True,
                         check=False)
    if ran.returncode:
        sys.exit(f"{scorer.name} failed (it needs: pip install -e '.[bench]'):\n{ran.stderr}")
    return json.loads(ran.stdout)


def shown(value: float | None, least: float | None) -> str:
    """A figure; an exclamation mark behind it where it is below what is aimed at."""
    if value is None:
        return "-"
    return f"{value:.3f}{'!' if least is not None and value < least else ' '}"


def table(figures: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    """One line a track, each figure beside its aim."""
    yield f"{'track':14} {'structure':>10}  aim " + "".join(f"{name:>10}" for name in MEASURES)
    for track, values in figures.items():
        row = f"{track:14} {shown(values['structure'], STRUCTURE.get(track)):>10}  {STRUCTURE.get(track, 0):.2f}"
        for name, (least, where) in MEASURES.items():
            row += f"{shown(values.get(name), least if track in where else None):>10}"
        yield row
    yield "aims: " + ", ".join(f"{name} {least} ({' '.join(where) if len(where) < 5 else 'all'})"
                               for name, (least, where) in MEASURES.items())


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    shared = os.environ.get("EDITION_SHARED", "")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(shared) / "bench" / "structure", metavar="FOLDER")
    parser.add_argument("--track", action="append", default=[], metavar="NAME", help="only this track; again for more")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the TEI in this folder")
    told = parser.parse_args()
    if not (told.folder / "data" / "index.json").is_file():
        parser.error(f"no benchmark in {told.folder}: name its folder, or let EDITION_SHARED name the one above it")
    with tempfile.TemporaryDirectory() as spare:
        out = told.keep or Path(spare)
        todo, wrong = documents(told.folder, out, told.track), list[str]()
        with ProcessPoolExecutor() as pool:
            for found in pool.map(made, todo):
                wrong += found
        tracks = sorted({document.name.partition("/")[0] for document in todo})
        print("\n".join(table({track: scored(told.folder / "score.py", out, "--track", track)["tracks"][track]
                               for track in tracks})))
        if "dialogue" in tracks:
            said = scored(told.folder / "said_score.py", out)["mean"]
            print("quoted speech: " + ", ".join(f"{name} {shown(said[name], least)} (aim {least})"
                                                for name, least in SAID.items()))
    print("\n".join([*wrong, f"{len(todo)} documents, {len(wrong)} errors: "
                     + ("not all are proved and valid" if wrong else "all are proved and valid")]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
