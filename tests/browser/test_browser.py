"""The pages in a real Chromium: keyboard, no script, narrow screens, print, the page's own security policy, axe."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from rendering import render
from seeing import Seen

from edition.rendering import outputs
from edition.rendering.collection import Entry, Shared, collection_site
from edition.rendering.outputs import OUTPUTS
from edition.rendering.tei import Tei

TESTS = Path(__file__).resolve().parent.parent
SAMPLE = TESTS / "xslt" / "everything.xml"
ASSETS = TESTS.parent / "xslt" / "assets"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition as it lies in a folder whose name needs escaping."""
    root = tmp_path_factory.mktemp("site") / "a b #1 é"
    (root / "all").mkdir(parents=True)
    tei = SAMPLE.read_bytes()
    (root / "all" / "all.xml").write_bytes(tei)
    for to, output in OUTPUTS.items():
        lean = output.file.endswith(".html")
        (root / "all" / output.file.format(name="all")).write_bytes(
            outputs.render(Tei(tei, "all"), to) if lean else render(tei, to, "all").encode("utf-8"))
    for file, data in collection_site([Entry("all", tei)], Shared("Our texts")).items():
        (root / file).write_bytes(data)
    return root


@pytest.mark.parametrize("file", ["all/index.html", "all/diplomatic.html", "index.html"])
def test_the_page_needs_nothing_and_its_policy_allows_all_it_has(browser: Any, site: Path, file: str) -> None:
    with Seen(browser, site / file) as seen:
        assert seen.requests == [(site / file).as_uri()]
        assert seen.errors == []
        assert seen.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 253, 249)"


# Every property of every element, once the page is laid out with a sheet, or anew with its own.
STYLES = """async css => {
  const sheet = document.querySelector('style');
  sheet.textContent = css || sheet.textContent;
  await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
  const look = style => [...style].map(name => style[name]).join() + style.content;
  return [...document.querySelectorAll('body *')].flatMap(one =>
    ['', '::before', '::after'].map(part => look(getComputedStyle(one, part)))); }"""


@pytest.mark.parametrize("file", ["all/index.html", "all/diplomatic.html", "index.html"])
@pytest.mark.parametrize(("width", "media"), [(390, "screen"), (1000, "screen"), (1600, "screen"), (1000, "print")])
def test_a_page_lacks_no_rule_of_the_whole_sheet(browser: Any, site: Path, file: str, width: int, media: str) -> None:
    sheets = ["edition.css", *["site.css"] * (file == "index.html")]
    whole = "".join((ASSETS / sheet).read_text("utf-8") for sheet in sheets)
    with Seen(browser, site / file, width, bypass_csp=True) as seen:
        seen.page.emulate_media(media=media)
        cut = seen.page.evaluate(STYLES, "")
        assert seen.page.evaluate(STYLES, whole) == cut


@pytest.mark.parametrize("to", ["html", "diplomatic"])
def test_to_a_browser_a_lean_page_is_the_page_that_it_was(browser: Any, site: Path, to: str) -> None:
    full = site / "all" / "full.html"
    full.write_text(render(SAMPLE.read_bytes(), to, "all").rstrip() + "\n", "utf-8")
    trees = []
    for page in (full, site / "all" / OUTPUTS[to].file):
        with Seen(browser, page, java_script_enabled=False) as seen:
            trees.append(seen.page.content())
    assert trees[0] == trees[1]


def test_the_policy_refuses_a_foreign_script(browser: Any, site: Path) -> None:
    planted = site / "all" / "planted.html"
    page = (site / "all" / "index.html").read_text("utf-8")
    planted.write_text(page.replace("</body>", "<script>1</script></body>"), "utf-8")
    with Seen(browser, planted) as seen:
        assert any("Content Security Policy" in error for error in seen.errors)


def test_every_note_there_and_back_by_keyboard(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html", 1024) as seen:
        calls = seen.page.locator("a[role=doc-noteref]")
        assert calls.count() == 5
        for n in range(calls.count()):
            call = calls.nth(n)
            call.focus()
            seen.page.keyboard.press("Enter")
            note = seen.page.evaluate("location.hash.slice(1)")
            assert seen.page.evaluate("document.querySelector(':target').closest('[role=doc-endnotes]') !== null")
            seen.page.locator(f"[id='{note}'] a[role=doc-backlink][href='#{call.get_attribute('id')}']").focus()
            seen.page.keyboard.press("Enter")
            assert seen.page.evaluate("document.querySelector(':target')?.getAttribute('role')") == "doc-noteref"


def test_a_correction_there_and_back(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html") as seen:
        dagger = seen.page.locator("a.cm[href='#app-c1']")
        assert not dagger.is_visible()
        seen.page.get_by_label("Mark the edition’s corrections").check()
        assert dagger.is_visible()
        dagger.click()
        assert "three year's" in seen.page.locator(":target").inner_text()
        seen.page.locator(":target a").click()
        assert seen.page.locator(":target").inner_text() == "three years’"


def test_no_script_is_needed(browser: Any, site: Path) -> None:
    texts = []
    for on in (True, False):
        with Seen(browser, site / "all" / "index.html", java_script_enabled=on) as seen:
            texts.append(seen.page.locator("main").text_content())
            assert seen.page.locator("#notes li").first.is_visible()
    assert texts[0] == texts[1]


@pytest.mark.parametrize("file", ["all/index.html", "all/diplomatic.html", "index.html"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1600])
def test_nothing_scrolls_sideways(browser: Any, site: Path, file: str, width: int) -> None:
    with Seen(browser, site / file, width) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


LINES = """() => [...document.querySelectorAll('.text > * p[data-text]')].flatMap(p => {
  const range = document.createRange(), lines = {};
  const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode());)
    for (let k = 0; k < text.length; k++) {
      range.setStart(text, k); range.setEnd(text, k + 1);
      const top = Math.round(range.getBoundingClientRect().bottom / 12);
      lines[top] = (lines[top] ?? 0) + 1;
    }
  return Object.values(lines).slice(0, -1); })"""


@pytest.mark.parametrize("width", [768, 1280, 1600])
def test_lines_are_as_long_as_a_book_s(browser: Any, tmp_path: Path, width: int) -> None:
    """45 to 75 characters; a phone has room for fewer."""
    prose = "It was the best of times, it was the worst of times, it was the age of wisdom. " * 12
    page = tmp_path / "prose.html"
    tei = SAMPLE.read_text("utf-8").replace('<p xml:id="p1">', f'<p xml:id="prose">{prose}</p><p xml:id="p1">')
    page.write_text(render(tei.encode(), "html", "prose"), "utf-8")
    with Seen(browser, page, width) as seen:
        lines = sorted(seen.page.evaluate(LINES.replace(".text > * p[data-text]", "#prose")))
        assert 45 <= lines[len(lines) // 2] <= 75


TARGETS = """() => [...document.querySelectorAll('a[href], input, summary, button, select')].filter(one =>
    one.checkVisibility() && getComputedStyle(one).clipPath === 'none' && !one.classList.contains('skip')).map(one => {
  const box = one.getBoundingClientRect(); return [one.outerHTML.slice(0, 90), box.width, box.height]; })
  .filter(([, width, height]) => width < 23.9 || height < 23.9)"""


@pytest.mark.parametrize("file", ["all/index.html", "all/diplomatic.html"])
@pytest.mark.parametrize("width", [390, 1280, 1600])
def test_every_target_is_large_enough_for_a_finger(browser: Any, site: Path, file: str, width: int) -> None:
    """24 by 24 pixels, every link, even those in a sentence."""
    with Seen(browser, site / file, width) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        seen.page.evaluate("document.querySelectorAll('#marks').forEach(one => { one.checked = true; })")
        assert seen.page.evaluate(TARGETS) == []


def test_page_numbers_stand_in_the_margin_where_there_is_one(browser: Any, site: Path) -> None:
    where = "getComputedStyle(document.querySelector('p .pb'), '::after').position"
    for width, position in ((390, "static"), (1280, "absolute")):
        with Seen(browser, site / "all" / "index.html", width) as seen:
            assert seen.page.evaluate(where) == position


def test_the_register_may_be_wider_than_the_text(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html", 1600) as seen:
        text, register = (seen.page.locator(one).bounding_box() for one in ("#text", "#corrections > .scroll"))
        assert register["width"] > text["width"] + 300
        last = seen.page.locator(".notes > li").last.bounding_box()
        assert last["y"] + last["height"] <= register["y"]


def test_colours_are_chosen_without_a_script(browser: Any, site: Path) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    with Seen(browser, site / "all" / "index.html", color_scheme="light", java_script_enabled=False) as seen:
        seen.page.get_by_label("Dark").check()
        assert seen.page.evaluate(paper) == "rgb(23, 21, 18)"
        seen.page.get_by_label("Auto").check()
        assert seen.page.evaluate(paper) == "rgb(255, 253, 249)"


def test_colours_once_chosen_are_remembered(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html", color_scheme="dark") as seen:
        assert seen.page.get_by_label("Auto").is_checked()
        seen.page.get_by_label("Light").check()
        seen.page.goto((site / "all" / "diplomatic.html").as_uri())
        assert seen.page.get_by_label("Light").is_checked()
        assert seen.errors == []


def test_nothing_moves_and_forced_colours_keep_what_is_current(browser: Any, site: Path) -> None:
    moves = """() => [...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one);
      return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    }).length"""
    with Seen(browser, site / "all" / "index.html", forced_colors="active") as seen:
        assert seen.page.evaluate(moves) == 0
        current = "getComputedStyle(document.querySelector('[aria-current]')).borderBottomStyle"
        assert seen.page.evaluate(current) == "solid"


# What a reader may set for himself (WCAG 1.4.12).
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } " \
    "p { margin-bottom: 2em !important }"


@pytest.mark.parametrize("file", ["all/index.html", "all/diplomatic.html", "index.html"])
def test_at_four_times_the_size_and_with_wider_spaces_nothing_scrolls_sideways(browser: Any, site: Path,
                                                                              file: str) -> None:
    """1280 pixels at 400 % are 320."""
    with Seen(browser, site / file, 320, bypass_csp=True) as seen:
        seen.page.add_style_tag(content=SPACED)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_notes_stand_beside_the_text_on_wide_screens(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html", 1600) as seen:
        boxes = [seen.page.locator(f"#{note}").bounding_box() for note in ("n1", "n2", "n3")]
        text = seen.page.locator("#p1").bounding_box()
        assert all(box["x"] > text["x"] + text["width"] for box in boxes)
        tops = sorted((box["y"], box["height"]) for box in boxes)
        assert all(y + height <= later for (y, height), (later, _) in pairwise(tops))


def test_the_other_form_opens_at_the_same_place(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html", 390) as seen:
        seen.page.evaluate("document.querySelector('table').scrollIntoView()")
        seen.page.evaluate("document.querySelector('.forms a[href=\"diplomatic.html\"]').click()")
        seen.page.wait_for_url("**/diplomatic.html#*")


# What is no letter: a line may be broken, and a hyphen set, where the printer likes.
LETTERS = re.compile(r"[\W\d_]+")
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_print_keeps_text_and_apparatus_and_drops_navigation(browser: Any, site: Path) -> None:
    with Seen(browser, site / "all" / "index.html") as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.locator("#corrections").is_visible()
        assert not seen.page.locator(".forms").is_visible()


def test_printed_pages_have_the_whole_text_and_their_numbers(browser: Any, site: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    with Seen(browser, site / "all" / "index.html", color_scheme="dark") as seen:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(seen.page.pdf(format="A4"))).pages]
        blocks = seen.page.locator("[data-text=p], #notes li, #corrections td").all_text_contents()
    assert [page.split()[0] for page in pages] == [str(n + 1) for n in range(len(pages))]
    printed = LETTERS.sub("", "".join(pages))
    # Of a script that no font of the machine has, a printed page has no characters.
    assert [block for block in blocks if not HAN.search(block) and LETTERS.sub("", block) not in printed] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Any, axe: str, site: Path, scheme: str, width: int) -> None:
    for file in ("all/index.html", "all/diplomatic.html", "index.html"):
        with Seen(browser, site / file, width, color_scheme=scheme, bypass_csp=True) as seen:
            assert seen.violations(axe) == []
