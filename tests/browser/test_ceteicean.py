"""CETEIcean, which shows TEI in a browser as it stands, prints our exports for reading without a word too many."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import SEEDS, checkers
from exporting import words
from lxml import etree
from seeing import Seen

from edition.exporting.export import export
from edition.making.conversion import convert
from edition.settings.metadata import load_edition

pytestmark = pytest.mark.browser
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt"))
# What the page shows of the text, and how many places have two readings.
SHOWN = """(async tei => {
  const reader = new CETEI();
  document.body.append(await new Promise(done => reader.makeHTML5(tei, done)));
  return [document.querySelector('tei-text').innerText, document.querySelectorAll('tei-choice').length];
})"""


def made(name: str) -> bytes:
    """The TEI of a seed."""
    return convert(SEEDS / f"{name}.txt", load_edition(SEEDS)).tei


# TEI simplePrint keeps both readings, and notes where they are called: a line of style shows the reading text.
STYLE = "tei-choice > :is(tei-sic, tei-orig), tei-note, tei-fw, tei-del { display: none }"


def shown(browser: Any, folder: Path, tei: bytes, style: str = "") -> tuple[str, int]:
    """What CETEIcean shows of a document: its letters, and how many places have two readings."""
    page = folder / "page.html"
    page.write_text(f"<!DOCTYPE html><title>TEI</title><style>{style}</style><body>", "utf-8")
    with Seen(browser, page) as seen:
        seen.page.add_script_tag(content=(checkers("CETEIcean") / "dist" / "CETEI.js").read_text("utf-8"))
        text, choices = seen.page.evaluate(SHOWN, tei.decode("utf-8"))
        assert seen.errors == []
    return re.sub(r"\s", "", text), choices


@pytest.mark.parametrize("name", NAMES)
def test_each_word_is_shown_once(browser: Any, tmp_path: Path, name: str) -> None:
    tei = made(name)
    (exported,) = export(tei, "reading", name).files.values()
    text, choices = shown(browser, tmp_path, exported)
    wanted = words(etree.fromstring(tei))
    assert choices == 0
    assert wanted in text.replace("[…]", "")            # the sign for what is missing is an addition


@pytest.mark.parametrize("name", NAMES)
def test_the_elements_of_tei_publisher_show_each_word_once(browser: Any, tmp_path: Path, name: str) -> None:
    tei = made(name)
    (exported,) = export(tei, "simple", name).files.values()
    text, _ = shown(browser, tmp_path, exported, STYLE)
    assert words(etree.fromstring(tei)) == text.replace("[…]", "")


def test_without_the_export_both_readings_are_shown(browser: Any, tmp_path: Path) -> None:
    """What the profile is for: CETEIcean prints what stands in `choice` twice."""
    assert shown(browser, tmp_path, made(NAMES[0]))[1] > 0
