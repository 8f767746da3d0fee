"""The site of a collection in a real Chromium, from the disk: facets without a script, the search, its policy, axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from conftest import SEEDS
from seeing import Seen

from edition.making.build import build

pytestmark = pytest.mark.browser
PAGES = ["index.html", "search.html", "persons.html", "about.html"]
WORDS = """An _evening_ at the Café
========================

He drank to Ångström and to Dvořák[^1] and was ﬁne.

The naïve _man_ of the Straße said nothing.

[^1]: The composer of the rusalka.
"""
JAPANESE = "第一章\n\n労働者は立ち上がった。工場の前で彼は言った。\n\n党は答えなかった。\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and two small texts, in a folder whose name needs escaping."""
    root = tmp_path_factory.mktemp("site") / "a b #1 é"
    root.mkdir()
    (root / "caf é #1.md").write_text(WORDS, "utf-8")
    (root / "japanese.txt").write_text(JAPANESE, "utf-8")
    (root / "japanese.toml").write_text('language = "ja"\n', "utf-8")
    build([SEEDS], root / "out")
    build([root / "caf é #1.md", root / "japanese.txt"], root / "out")
    return root / "out"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, a folder down, of a collection with an index of Pagefind."""
    pytest.importorskip("pagefind.service", reason="the extra `pagefind` is not installed")
    root = tmp_path_factory.mktemp("served")
    shutil.copytree(SEEDS, root / "texts")
    (root / "texts" / "japanese.txt").write_text(JAPANESE, "utf-8")
    (root / "texts" / "japanese.toml").write_text('language = "ja"\n', "utf-8")
    settings = root / "texts" / "edition.toml"
    settings.write_text('search = "pagefind"\n' + settings.read_text("utf-8"), "utf-8")
    build([root / "texts"], root / "ours")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/ours"
    server.shutdown()
    server.server_close()


class Search(Seen):
    """The search page, and what it finds."""

    def ask(self, query: str, texts: int = 5) -> Search:
        self.page.locator("#words").fill(query)
        for _ in range(100):  # the policy of the page allows no wait_for_function
            self.page.wait_for_timeout(100)
            if self.page.locator("script[src]").count() >= texts and self.said and "so far" not in self.said:
                break
        return self

    @property
    def said(self) -> str:
        return str(self.page.locator("#said").inner_text())

    @property
    def marked(self) -> list[str]:
        return [str(text) for text in self.page.locator("#found mark").all_inner_texts()]


def test_without_a_script_the_facets_narrow_the_list(browser: Any, site: Path) -> None:
    with Seen(browser, site / "index.html", java_script_enabled=False) as seen:
        shown = seen.page.locator(".entry:visible")
        assert shown.count() == 5
        seen.page.locator("#author").select_option(label="Anna Louise Strong (1)")
        assert [text.split("\n")[0] for text in shown.all_inner_texts()] == [
            "[Essay on dictatorship and government in the Soviet Union]"]
        seen.page.locator("#date").select_option(label="1929 (1)")
        assert shown.count() == 0
        seen.page.get_by_role("link", name="All texts").click()
        assert shown.count() == 5
        assert seen.errors == []


def test_without_a_script_the_search_says_what_to_do(browser: Any, site: Path) -> None:
    with Seen(browser, site / "search.html", java_script_enabled=False) as seen:
        assert "The search needs a script" in seen.page.locator("main").inner_text()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_for_itself_alone(browser: Any, site: Path, page: str) -> None:
    """The data of the texts is loaded when somebody searches, and only then."""
    with Seen(browser, site / page) as seen:
        assert seen.requests == [(site / page).as_uri()]
        assert seen.errors == []


def test_a_search_reads_the_data_of_the_texts_and_nothing_else(browser: Any, site: Path) -> None:
    with Search(browser, site / "search.html") as seen:
        seen.ask("party")
        asked = seen.requests[1:]
        assert len(asked) == 5
        assert all(url.startswith(site.as_uri()) and url.endswith("/search.js") for url in asked)
        assert seen.errors == []


@pytest.mark.parametrize(("query", "marked", "page"), [
    ("Krupskaja", "Krupskaja", "index.html"),
    ("kruskaia", "Kruskaia", "diplomatic.html"),
    ('"three years’ absence"', "three years’ absence", "index.html"),
    ('"three year\'s absence, I"', "three year's absence, I", "diplomatic.html"),
    ('"to dvorak and was FINE"', "to Dvořák and was ﬁne", "index.html"),
    ('"naive man of"', "naïve man of", "index.html"),
    ("angstr", "Ångstr", "index.html"),
    ("composer rusalka", "composer", "index.html"),
    ("働者は", "働者は", "index.html"),
])
def test_a_passage_is_found_and_its_link_leads_there(browser: Any, site: Path, query: str, marked: str,
                                                     page: str) -> None:
    """Printed and corrected forms, phrases over mark-up and notes, without accents, characters of Japanese."""
    with Search(browser, site / "search.html") as seen:
        assert marked in seen.ask(query).marked
        link = seen.page.locator("#found li", has=seen.page.locator("mark", has_text=marked)).first.locator("a")
        assert f"/{page}#" in link.get_attribute("href")
        link.click()
        seen.page.wait_for_url(f"**/{page}#*")
        assert marked.split()[0] in seen.page.locator(":target").inner_text()


@pytest.mark.parametrize(("query", "said"), [
    ('"arty"', "0 passages in 0 texts"), ("arty", "0 passages in 0 texts"), ("日本", "0 passages in 0 texts"),
    ('"composer of the"', "1 passage in 1 text"), ('"…"', ""), ("  ", "")])
def test_what_is_not_found(browser: Any, site: Path, query: str, said: str) -> None:
    with Search(browser, site / "search.html") as seen:
        if said:
            seen.ask(query)
        else:
            seen.page.locator("#words").fill(query)
        assert seen.said.strip() == said


def test_one_text_is_searched_alone(browser: Any, site: Path) -> None:
    with Search(browser, site / "search.html") as seen:
        seen.page.locator("#within").select_option("japanese")
        seen.ask("party", 1)
        assert seen.said.strip() == "0 passages in 0 texts"
        assert len(seen.requests) == 2


def test_a_person_is_found_under_every_form_of_the_name(browser: Any, site: Path) -> None:
    with Search(browser, site / "search.html") as seen:
        seen.ask("pyatakov")
        link = seen.page.get_by_role("link", name="Georgy Pyatakov")
        link.click()
        seen.page.wait_for_url("**/persons.html#*")
        assert "Behind the Scenes" in seen.page.locator(":target").inner_text()


def test_a_search_has_an_address(browser: Any, site: Path) -> None:
    with Search(browser, site / "search.html") as seen:
        address = seen.ask('"Kruskaia"').page.url
        assert address.endswith("#q=%22Kruskaia%22")
    with Search(browser, address) as seen:
        seen.page.wait_for_selector("#found mark")
        assert seen.marked[0] == "Kruskaia"


def test_of_many_passages_the_first_stand_there_and_the_others_are_a_button_away(browser: Any, site: Path) -> None:
    with Search(browser, site / "search.html") as seen:
        seen.ask("workers")
        first = seen.page.locator("#found section").first
        assert first.locator("li").count() == 5
        first.get_by_role("button").click()
        assert first.locator("li").count() > 5
        at = "[...document.querySelectorAll('#found li')].indexOf(document.activeElement.parentNode)"
        assert seen.page.evaluate(at) == 5


def test_markup_in_a_text_stays_text(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("He wrote <svg onload=alert(1)> and </script> on it.\n\nThe end.\n", "utf-8")
    build([tmp_path / "x.txt"], tmp_path / "out")
    with Search(browser, tmp_path / "out" / "search.html") as seen:
        seen.ask("wrote", 1)
        assert "<svg onload=alert(1)> and </script>" in seen.page.locator("#found li").inner_text()
        assert seen.errors == []


@pytest.mark.parametrize(("query", "marked", "place"), [
    ("Krupskaja", "Krupskaja", "behind-the-scenes-in-the-russian-party/index.html#s"),
    ("Kruskaia", "Kruskaia", "behind-the-scenes-in-the-russian-party/index.html#"),
    ("“Communist shrewdness”", "shrewdness", "essay-on-soviet-government/index.html#s1.p1"),
    ("工場", "工場", "japanese/index.html#")])
def test_on_a_server_pagefind_is_asked(browser: Any, served: str, query: str, marked: str, place: str) -> None:
    with Seen(browser, f"{served}/search.html") as seen:
        seen.page.locator("#words").fill(query)
        seen.page.locator("#found mark").first.wait_for()
        assert any(marked in text for text in seen.page.locator("#found mark").all_inner_texts())
        link = seen.page.locator("#found li a").first
        assert link.get_attribute("href").startswith(place)
        assert seen.errors == []
        assert not any(url.endswith("/search.js") for url in seen.requests)
        link.click()
        seen.page.wait_for_url("**/index.html#*")
        assert seen.page.locator(":target").count() == 1


def test_from_the_disk_the_same_page_loads_the_texts(browser: Any, served: str, tmp_path_factory: Any) -> None:
    page = next(tmp_path_factory.getbasetemp().glob("served*/ours/search.html"))
    with Search(browser, page) as seen:
        assert seen.ask("Kruskaia", 4).marked == ["Kruskaia"]
        assert seen.errors == []


@pytest.mark.parametrize("page", [*PAGES, "search.html#q=workers"])
def test_what_a_finger_touches_is_large_enough(browser: Any, site: Path, page: str) -> None:
    with Seen(browser, f"{site.as_uri()}/{page}", 390) as seen:
        seen.page.wait_for_timeout(500 if "#" in page else 0)
        small = seen.page.evaluate("""() => [...document.querySelectorAll("a:not(.skip), button, input, select")]
          .filter(one => one.getBoundingClientRect().width < 24 || one.getBoundingClientRect().height < 24)
          .map(one => one.outerHTML)""")
        assert small == []


@pytest.mark.parametrize("page", [*PAGES, "search.html#q=workers"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(browser: Any, site: Path, page: str, width: int) -> None:
    with Seen(browser, f"{site.as_uri()}/{page}", width) as seen:
        seen.page.wait_for_timeout(300 if "#" in page else 0)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Any, axe: str, site: Path, scheme: str, width: int) -> None:
    for page in [*PAGES, "search.html#q=workers", "search.html#q=kruskaia"]:
        with Seen(browser, f"{site.as_uri()}/{page}", width, color_scheme=scheme, bypass_csp=True) as seen:
            seen.page.wait_for_timeout(500 if "#" in page else 0)
            assert seen.violations(axe) == [], page
