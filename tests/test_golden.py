"""What the three seeds become, kept as files: a change of any rule shows as a difference for a person to read.

`pytest --accept` writes them anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import SEEDS

from edition.making.outcome import Outcome, make
from edition.settings.metadata import load_edition

GOLDEN = Path(__file__).parent / "golden"
NAMES = [path.stem for path in sorted(SEEDS.glob("*.txt"))]


def kept(made: Outcome) -> dict[str, bytes]:
    """The files that are kept, under names that are the same for every seed."""
    report = {**made.report, "findings": [f.as_dict() | {"file": Path(f.file).name} for f in made.findings]}
    return {"edition.xml": made.files[f"{made.name}.xml"], "edition.html": bare(made.files["index.html"]),
            "edition.txt": made.files[f"{made.name}.txt"],
            "corrections.csv": made.files[f"{made.name}.corrections.csv"],
            "report.json": (json.dumps(report, indent=1, ensure_ascii=False) + "\n").encode("utf-8")}


def bare(page: bytes) -> bytes:
    """A page as it is to be read: without style, script and their hashes, a block a line."""
    text = re.sub(r'(<(style|script)(?: type="module")?>).*?(</\2>)', r"\1\3", page.decode("utf-8"), flags=re.DOTALL)
    text = re.sub(r"(sha256)(?:-[\w+/=]{44}| \w{12})", r"\1", text)
    return re.sub(r"(<(?:p|div|section|h\d|li|ol|ul|dl|dt|tr|body|nav|header|main|footer)\b|</head>)", r"\n\1",
                  text).encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_seed(name: str, accept: bool) -> None:
    made = make(SEEDS / f"{name}.txt", load_edition(SEEDS))
    for file, data in kept(made).items():
        path = GOLDEN / name / file
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.is_file(), f"{path} is not there; pytest --accept writes it"
        assert data.decode("utf-8").split("\n") == path.read_bytes().decode("utf-8").split("\n"), path


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_is_sound(name: str) -> None:
    made = make(SEEDS / f"{name}.txt", load_edition(SEEDS))
    assert [str(finding) for finding in made.findings if finding.severity == "error"] == []


def test_there_is_nothing_golden_without_a_seed() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.is_dir()} == {*NAMES, "site"}
