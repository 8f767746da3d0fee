"""`edition serve --watch` in a browser: the page comes again by itself, and what is wrong stands in its place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import LETTER
from seeing import Seen

from edition.serving.server import Viewer
from edition.serving.shown import Shown

pytestmark = pytest.mark.browser


@pytest.fixture
def viewer(folder: Path, tmp_path: Path) -> Iterator[Viewer]:
    server = Viewer(0, follow=True)
    server.shown = Shown([folder], tmp_path / "out")
    threading.Thread(target=server.serve_forever, args=(.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def change(viewer: Viewer, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    assert viewer.shown.refresh() or viewer.shown.refresh()


def test_a_page_comes_again_when_its_text_has_changed(browser: Any, viewer: Viewer, folder: Path) -> None:
    with Seen(browser, viewer.url) as seen:
        seen.page.get_by_role("link", name="A letter", exact=True).first.click()
        change(viewer, folder / "one.txt", LETTER.replace("letters", "postcards"))
        seen.page.get_by_text("postcards to write").wait_for(timeout=5000)
        assert seen.page.url == f"{viewer.url}one/index.html"
        assert [error for error in seen.errors if "favicon" not in error and "404" not in error] == []
        assert all(url.startswith(viewer.url) for url in seen.requests)


def test_what_is_wrong_stands_there_until_it_is_mended(browser: Any, viewer: Viewer, folder: Path) -> None:
    with Seen(browser, f"{viewer.url}one/") as seen:
        change(viewer, folder / "one.toml", "titel = 3\n")
        seen.page.get_by_role("heading", name="one cannot be shown").wait_for(timeout=5000)
        assert "one.toml, line 1" in seen.page.inner_text("main")
        change(viewer, folder / "one.toml", "")
        seen.page.get_by_text("letters to write").wait_for(timeout=5000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_the_pages_of_the_server(browser: Any, axe: str, viewer: Viewer, folder: Path, scheme: str,
                                                      width: int) -> None:
    change(viewer, folder / "one.toml", "titel = 3\n")
    for path in ("one/", ".errors", "nothing", ""):
        with Seen(browser, viewer.url + path, width, color_scheme=scheme, bypass_csp=True) as seen:
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
            assert seen.violations(axe) == [], path
