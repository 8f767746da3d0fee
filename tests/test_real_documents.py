"""Real documents of many kinds: whatever is recognised in them, the TEI is proven and valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.findings import has_errors
from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.source import read_source
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei


@pytest.mark.slow
def test_every_document_of_the_benchmark_is_proven_and_valid(shared: Path) -> None:
    files = sorted((shared / "bench/structure/data").glob("*/*.txt"))
    assert files
    wrong = []
    for file in files:
        source = read_source(file)
        written = tei.write(parse(source), Settings.bare(source.name)).encode("utf-8")
        if not verify(written, source.text).ok or has_errors(validate(written, file.name)):
            wrong.append(file.name)
    assert wrong == []
