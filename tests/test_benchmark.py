"""The texts that speed is measured with: the same each time, and read as what they are."""

from __future__ import annotations

import sys

import pytest
from conftest import ROOT

from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.source import from_text
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei

sys.path.insert(0, str(ROOT / "tests" / "benchmark"))
from texts import TEXTS


@pytest.mark.parametrize("name", list(TEXTS))
def test_a_text_to_measure_with(name: str) -> None:
    text = TEXTS[name](12_000)
    assert text == TEXTS[name](12_000)
    assert 12_000 <= len(text) < 15_000
    source = from_text(text, name)
    written = tei.write(parse(source), Settings.bare(name)).encode("utf-8")
    assert verify(written, source.text).ok
    assert [str(finding) for finding in validate(written, name) if finding.severity == "error"] == []
