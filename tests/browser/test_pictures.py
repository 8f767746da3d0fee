"""Pictures of pages in a browser: beside the text on a wide screen, a link on a small one, and the text is the same."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pictures import PAGES, png, scanned
from seeing import Seen

from edition.making.build import build

pytestmark = pytest.mark.browser

# Where each picture stands: left and right edge, top, bottom, and the top of the line that its page begins in.
PLACES = """[...document.querySelectorAll('.scan')].map(scan => {
  const at = scan.getBoundingClientRect(), mark = scan.previousElementSibling.getBoundingClientRect();
  return [at.left, at.right, at.top, at.bottom, mark.top].map(Math.round);
})"""
TEXT = "[...document.querySelectorAll('[data-text]')].map(block => block.textContent).join('\\n')"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The folder of a text with three pages, of each a picture; there is more text on each than beside its picture."""
    text = PAGES.replace("The miller", "It was so. " * 400 + "The miller").replace("when the", "so " * 800 + "when the")
    source = scanned(tmp_path, "7", "8", "9", text=text)
    for page in "789":
        (tmp_path / f"scans/p{page}.png").write_bytes(png(60, 90))
    build([source], tmp_path / "out")
    return tmp_path / "out" / "mill"


@pytest.mark.parametrize("width", [1100, 1280, 1920])
def test_each_picture_stands_beside_the_beginning_of_its_page(browser: Any, pages: Path, width: int) -> None:
    with Seen(browser, pages / "diplomatic.html", width) as seen:
        for scan in seen.page.locator(".scan").all():
            scan.scroll_into_view_if_needed()
            seen.page.wait_for_function("scan => scan.complete && scan.naturalWidth === 60", arg=scan.element_handle())
        seen.page.evaluate("scrollTo(0, 0)")
        places, column = seen.page.evaluate(PLACES), seen.page.locator("#text").bounding_box()
        assert len(places) == 3
        for left, right, top, _, mark in places:
            assert left >= 0
            assert right + 40 < column["x"]
            assert right - left > 300
            assert abs(top - mark) < 30
        assert column["x"] + column["width"] <= width
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        assert (seen.errors, {Path(url).suffix for url in seen.requests}) == ([], {".html", ".png"})


def test_pictures_never_cover_one_another(browser: Any, tmp_path: Path) -> None:
    """A page with few words is shorter than its picture: the next picture stands below it."""
    build([scanned(tmp_path, "7", "8", "9")], tmp_path / "out")
    with Seen(browser, tmp_path / "out/mill/diplomatic.html") as seen:
        places = seen.page.evaluate(PLACES)
        assert all(above[3] <= below[2] for above, below in pairwise(places))
        assert min(block.bounding_box()["width"] for block in seen.page.locator(".text p").all()) > 500


def test_on_a_telephone_the_mark_is_a_link_and_nothing_is_loaded(browser: Any, pages: Path) -> None:
    with Seen(browser, pages / "diplomatic.html", 390, has_touch=True) as seen:
        seen.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        seen.page.wait_for_timeout(200)
        assert not seen.page.locator(".scan").first.is_visible()
        assert [url for url in seen.requests if url.endswith(".png")] == []
        seen.page.get_by_role("link", name="Picture of page 8").tap()
        seen.page.wait_for_url("**/scans/p8.png")


def test_the_text_is_the_same_as_without_pictures(browser: Any, pages: Path, tmp_path: Path) -> None:
    texts = []
    for out in ("with", "without"):
        build([tmp_path / "mill.txt"], tmp_path / out)
        for page in ("index.html", "diplomatic.html"):
            with Seen(browser, tmp_path / out / "mill" / page) as seen:
                texts.append(seen.page.evaluate(TEXT))
        (tmp_path / "mill.toml").unlink(missing_ok=True)
    assert texts[:2] == texts[2:]


def test_on_paper_there_are_no_pictures(browser: Any, pages: Path) -> None:
    with Seen(browser, pages / "diplomatic.html") as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".scan").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", ["index.html", "diplomatic.html"])
def test_axe_finds_nothing(browser: Any, pages: Path, axe: str, page: str, scheme: str, width: int) -> None:
    with Seen(browser, pages / page, width, color_scheme=scheme, bypass_csp=True) as seen:
        assert seen.violations(axe) == []
