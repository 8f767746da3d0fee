"""A passage is cited: by its number or by what is selected of it, with mouse and keyboard, where scripts run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from seeing import Seen

from edition.rendering.outputs import render
from edition.rendering.tei import Tei

pytestmark = pytest.mark.browser

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>The mill</title><author>A. Miller</author></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div xml:id="s1"><head xml:id="h">Rivers</head>
<p xml:id="p1">One<note xml:id="n1">N.</note> morning <pb xml:id="pb7" n="7"/>she rose.</p>
<p xml:id="p2"><pb xml:id="pb8" n="8"/>The <choice><sic>mil</sic><corr>mill</corr></choice> stood.</p>
<lg xml:id="g1"><l xml:id="l1">A line</l><l xml:id="l2">of verse</l></lg></div></body></text></TEI>"""
WHOLE = "A. Miller. “The mill.”"
BUTTON = "Cite this passage"
# From the beginning of one text that the page has to the end of another.
SELECT = """([from, until]) => { const texts = [], walk = document.createTreeWalker(document.querySelector('#text'), 4);
  while (walk.nextNode()) texts.push(walk.currentNode);
  const [start, end] = [from, until].map(words => texts.find(text => text.data.includes(words)));
  getSelection().setBaseAndExtent(start, start.data.indexOf(from), end, end.data.indexOf(until) + until.length); }"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("mill") / "index.html"
    file.write_bytes(render(Tei(TEI.encode(), "mill"), "html"))
    return file


def seeing(browser: Any, page: Path | str, width: int = 1280, **context: Any) -> Seen:
    return Seen(browser, page, width, permissions=["clipboard-read", "clipboard-write"], **context)


def copied(seen: Seen) -> str:
    """What the clipboard has once the page says that it has something."""
    seen.page.get_by_role("button", name="Copied").wait_for()
    found: str = seen.page.evaluate("navigator.clipboard.readText()")
    return found


def select(seen: Seen, first: str, last: str) -> None:
    seen.page.evaluate(SELECT, [first, last])
    seen.page.get_by_role("button", name=BUTTON).wait_for()


@pytest.mark.parametrize(("paragraph", "place"), [("p1", "¶ 1, #p1"), ("p2", "Page 8, ¶ 2, #p2")])
def test_the_number_of_a_paragraph_offers_to_cite_it(browser: Any, page: Path, paragraph: str, place: str) -> None:
    with seeing(browser, page) as seen:
        assert not seen.page.get_by_role("button").count()
        seen.page.locator(f"#{paragraph} > .pn").click()
        assert seen.page.url.endswith(f"#{paragraph}")
        seen.page.get_by_role("button", name=BUTTON).click()
        assert copied(seen) == f"{WHOLE} {place}"
        assert seen.errors == []


@pytest.mark.parametrize(("first", "last", "said"), [
    ("morning", "rose", f"“morning she rose” {WHOLE} ¶ 1, #p1"),
    ("rose", "rose", f"“rose” {WHOLE} Page 7, ¶ 1, #p1"),
    ("One", "morning", f"“One morning” {WHOLE} ¶ 1, #p1"),
    ("The", "stood", f"“The mill stood” {WHOLE} Page 8, ¶ 2, #p2"),
    ("of verse", "verse", f"“of verse” {WHOLE} Page 8, #l2"),
    ("Rivers", "Rivers", f"“Rivers” {WHOLE} #h"),
])
def test_what_is_selected_is_quoted_with_its_place(browser: Any, page: Path, first: str, last: str, said: str) -> None:
    with seeing(browser, page) as seen:
        select(seen, first, last)
        seen.page.get_by_role("button", name=BUTTON).click()
        assert copied(seen) == said


def test_what_is_selected_backwards_is_the_same(browser: Any, page: Path) -> None:
    with seeing(browser, page) as seen:
        seen.page.evaluate(SELECT, ["morning", "stood"])
        seen.page.evaluate("""() => { const s = getSelection();
            s.setBaseAndExtent(s.focusNode, s.focusOffset, s.anchorNode, s.anchorOffset); }""")
        seen.page.get_by_role("button", name=BUTTON).click()
        assert copied(seen).endswith(f"{WHOLE} ¶ 1, #p1")


def test_with_the_mouse_on_a_telephone(browser: Any, page: Path) -> None:
    with seeing(browser, page, 390) as seen:
        seen.page.locator("#p2").dblclick(position={"x": 60, "y": 10})
        button = seen.page.get_by_role("button", name=BUTTON)
        box = button.bounding_box()
        assert box["y"] + box["height"] <= 800
        assert box["x"] >= 0
        button.click()
        assert copied(seen).startswith("“")
        seen.page.locator("h1").click()
        seen.page.get_by_role("button").wait_for(state="detached")


def test_with_the_keyboard(browser: Any, page: Path) -> None:
    """From an address of a passage the button is the next stop but for the links of the passage itself."""
    with seeing(browser, f"{page.as_uri()}#p1") as seen:
        seen.page.get_by_role("button", name=BUTTON).wait_for()
        for _ in range(2):
            seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") == BUTTON
        assert seen.page.evaluate("document.activeElement.ariaLive") == "polite"
        seen.page.keyboard.press("Enter")
        assert copied(seen) == f"{WHOLE} ¶ 1, #p1"


def test_an_address_on_the_web_is_cited(browser: Any, page: Path) -> None:
    with seeing(browser, page) as seen:
        seen.page.route("https://example.org/mill/", lambda route: route.fulfill(path=page))
        seen.page.goto("https://example.org/mill/#p2")
        seen.page.get_by_role("button", name=BUTTON).click()
        assert copied(seen) == f"{WHOLE} Page 8, ¶ 2, https://example.org/mill/#p2"


def test_where_the_clipboard_is_closed_the_words_are_shown(browser: Any, page: Path) -> None:
    with seeing(browser, page) as seen:
        said: list[str] = []
        seen.page.on("dialog", lambda dialog: (said.append(dialog.default_value), dialog.dismiss()))
        seen.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
        seen.page.locator("#p1 > .pn").click()
        seen.page.get_by_role("button", name=BUTTON).click()
        assert said == [f"{WHOLE} ¶ 1, #p1"]


def test_notes_and_apparatus_are_no_passages_of_the_text(browser: Any, page: Path) -> None:
    with seeing(browser, page) as seen:
        for place in ("#n1", "#corrections td >> nth=1", "#made p"):
            seen.page.locator(place).click(click_count=3)
            assert seen.page.evaluate("getSelection().toString()")
            assert not seen.page.get_by_role("button").count()


def test_what_is_copied_of_a_passage_has_no_words_of_the_page(browser: Any, page: Path) -> None:
    with seeing(browser, page) as seen:
        select(seen, "morning", "stood")
        seen.page.keyboard.press("Control+c")
        assert BUTTON not in seen.page.evaluate("navigator.clipboard.readText()")


def test_without_a_script_the_number_is_a_link(browser: Any, page: Path) -> None:
    with seeing(browser, page, java_script_enabled=False) as seen:
        seen.page.locator("#p2 > .pn").click()
        assert seen.page.url.endswith("#p2")
        assert not seen.page.get_by_role("button").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Any, axe: str, page: Path, scheme: str, width: int) -> None:
    with seeing(browser, f"{page.as_uri()}#p2", width, color_scheme=scheme, bypass_csp=True) as seen:
        seen.page.get_by_role("button", name=BUTTON).wait_for()
        assert seen.violations(axe) == []
