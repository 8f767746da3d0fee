"""Every page is right HTML: html-validate and the Nu checker find nothing on the sample, the seeds and their site.

They need node and Java, and `npm ci --ignore-scripts --prefix tests/checks`; without them the tests are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import CHECKS, SEEDS, checkers
from rendering import render

from edition.making.build import build

pytestmark = pytest.mark.slow
SAMPLE = Path(__file__).parent / "xslt" / "everything.xml"


def faults(*pages: Path) -> str:
    """What the checkers say of pages, a line for each fault."""
    for package in ("html-validate", "vnu-jar"):
        checkers(package)
    for program in ("node", "java"):
        if not shutil.which(program):
            pytest.skip(f"there is no {program}")
    ran = subprocess.run(["node", CHECKS / "run.mjs", *pages], capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    return ran.stdout.strip()


def test_a_fault_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    planted = '<p id="p1"><a href="#p1"></a></p></main>'
    page.write_text(render(SAMPLE.read_bytes(), "html", "all").replace("</main>", planted), "utf-8")
    said = faults(page)
    assert "[no-dup-id]" in said
    assert "[wcag/h30]" in said
    assert "Duplicate ID" in said


def test_the_pages_have_no_fault(tmp_path: Path) -> None:
    build([SEEDS], tmp_path / "seeds")
    for to in ("html", "diplomatic"):
        (tmp_path / f"{to}.html").write_text(render(SAMPLE.read_bytes(), to, "all"), "utf-8")
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) >= 12
    assert faults(*pages) == ""
