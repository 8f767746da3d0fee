"""The review desk in a real Chromium: decided with keys, kept over a reload, saved, applied, built, compared.
"""

from __future__ import annotations

import threading
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION_TOML, Edition
from lxml import etree
from reviewing import PORT, QUIET, TOWN, reviewed, town, word
from seeing import Seen

from edition.deciding.apply import apply, into
from edition.deciding.batch import Tables
from edition.records import replace
from edition.review.items import Item, table
from edition.review.page import desk
from edition.review.passage import Builder, build
from edition.review.server import Desk, Room

pytestmark = pytest.mark.browser
DAY = "2026-11-22"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts and their desk, in a folder whose name needs escaping."""
    made = tmp_path / "a b #1 é"
    made.mkdir()
    (made / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (made / "town.txt").write_text(TOWN, "utf-8")
    (made / "port.txt").write_text(PORT, "utf-8")
    (made / "town.toml").write_text(QUIET, "utf-8")
    (made / "review.html").write_text(desk(town(), "Two towns", "ed", {"town": "en", "port": "en"}), "utf-8")
    return made


class Seat(Seen):
    """Someone at the desk, on a day that is known."""

    def __init__(self, browser: Any, file: Path | str, width: int = 1280, **context: Any) -> None:
        super().__init__(browser, file, width, **context)
        self.page.clock.set_fixed_time(f"{DAY}T12:00:00")

    def press(self, *keys: str) -> Seat:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def said(self) -> str:
        return str(self.page.locator("#said").inner_text())

    def count(self) -> str:
        return str(self.page.locator("#count").inner_text())

    def shown(self) -> tuple[str, str]:
        """What is struck out and what is put in its place in the sentence."""
        sentence = self.page.locator("#sentence")
        return sentence.locator("del, mark").inner_text(), sentence.locator("ins, i").inner_text()

    def states(self) -> dict[str, str]:
        """The state of each correction as the browser keeps it, by its key."""
        kept = self.page.evaluate("JSON.parse(Object.values(localStorage)[0] ?? '{\"decided\": {}}').decided")
        return {key: one["status"] for key, one in kept.items()}

    def saved(self, folder: Path) -> Path:
        with self.page.expect_download() as waiting:
            self.page.keyboard.press("s")
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def focused(self) -> str:
        return str(self.page.evaluate("""() => { const at = document.activeElement;
            return at.id || at.dataset.act || at.dataset.key || at.textContent.trim() || at.tagName; }"""))


KEYS = [item.key for item in town()]
FIVE = ("a", "2", "r", "e", "Control+a", "i", "t", "s", "Enter", "u")


def test_five_keys_then_reload_save_apply_build_and_compare(browser: Any, folder: Path, edition: Edition) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press(*FIVE)
        decided = dict(zip(KEYS, ("accepted", "accepted", "rejected", "", "edited", "", "unsure"), strict=True))
        decided = {key: status for key, status in decided.items() if status}
        assert seat.states() == decided
        assert seat.count() == "5 of 7 decided"
        assert seat.said().startswith("unsure: Wbo. 5 of 7 decided. Next: town, line 3: near it: an error without")
        assert seat.shown() == ("near it", "[an error without a remedy]")
        seat.page.reload()
        assert seat.states() == decided
        assert seat.count() == "5 of 7 decided"
        assert seat.shown() == ("near it", "[an error without a remedy]")
        file = seat.saved(folder)
        assert seat.requests == [(folder / "review.html").as_uri()] * 2
        assert seat.errors == []
    made = tomllib.loads(file.read_text("utf-8"))["correction"]
    items = town()
    chosen = [(items[6], "unsure", None), (items[0], "accepted", None), (items[1], "accepted", "thes"),
              (items[2], "rejected", None), (items[4], "edited", "its")]
    assert [one | {"date": str(one["date"])} for one in made] == [table(*one, "ed", DAY) for one in chosen]
    assert [list(one) for one in made] == [list(table(*one, "ed", DAY)) for one in chosen]
    assert edition("apply", file, "--into", folder).status == 0
    before = {name: (folder / f"{name}.corrections.toml").read_bytes() for name in ("town", "port")}
    assert edition("apply", file, "--into", folder).status == 0
    assert before == {name: (folder / f"{name}.corrections.toml").read_bytes() for name in ("town", "port")}
    assert edition("build", folder, "-o", folder / "out").status == 0
    assert by_editor(folder / "out" / "town" / "town.xml") == [("tbe", "the"), ("tbe", "thes"), ("bis", "its")]
    assert by_editor(folder / "out" / "port" / "port.xml") == []


def by_editor(tei: Path) -> list[tuple[str, str]]:
    """What an editor corrected in a TEI."""
    return [(choice.findtext(f"{TEI}sic"), choice.findtext(f"{TEI}corr")) for choice in
            etree.parse(tei).iter(f"{TEI}choice") if choice.find(f"{TEI}corr").get("resp") == "#ed"]


def test_a_whole_series_is_shown_and_asked_before_it_is_accepted(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("r", "A")
        dialog = seat.page.locator("dialog#hits")
        assert dialog.is_visible()
        assert dialog.locator("li").count() == 4
        assert dialog.locator("del").all_inner_texts() == ["Wbo", "tbe", "tbe", "bis"]
        assert seat.focused() == "hits-yes"
        seat.press("a", "j", "r")  # a dialog is no place for keys that decide
        seat.press("Escape")
        assert not dialog.is_visible()
        assert seat.count() == "1 of 7 decided"
        seat.press("A")
        dialog.locator("input").nth(0).uncheck()
        assert dialog.locator("#hits-yes").inner_text() == "Accept 3 corrections"
        seat.page.locator("#hits-yes").focus()
        seat.press("Enter")
        assert not dialog.is_visible()
        assert seat.states() == {KEYS[0]: "rejected", KEYS[1]: "accepted", KEYS[2]: "accepted", KEYS[4]: "accepted"}
        assert seat.said().startswith("3 corrections accepted. 4 of 7 decided. Next: port, line 1: Wbo → Who")


def test_undo_goes_back_step_by_step_even_after_a_reload(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("a", "r")
        seat.press("A", "Enter")
        assert len(seat.states()) == 5
        seat.page.reload()
        counts = []
        for _ in range(4):
            seat.press("z")
            counts.append(len(seat.states()))
        assert counts == [2, 1, 0, 0]
        assert seat.said() == "There is nothing to undo."
        assert seat.shown() == ("tbe", "the")


def test_a_reading_is_written_left_taken_back_and_taken_out(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("e")
        assert seat.focused() == "reading"
        seat.press("j", "a", "Escape")
        assert (seat.states(), seat.focused()) == ({}, "item")
        seat.press("e")
        seat.page.keyboard.insert_text("tbe")  # as printed: nothing but a rejection
        seat.press("Enter")
        seat.press("e", "Enter")  # as proposed: nothing but an acceptance
        seat.press("e", "Delete", "Enter")
        assert "Enter once more takes it out" in seat.said()
        seat.press("Enter")
        assert seat.states() == {KEYS[0]: "rejected", KEYS[1]: "accepted", KEYS[2]: "edited"}
        made = tomllib.loads(seat.saved(folder).read_text("utf-8"))["correction"]
        assert [(one.get("corrected"), one.get("mark")) for one in made] == [
            ("the", None), ("the", None), (None, "surplus")]


def test_what_is_undecided_again_is_not_saved(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("a", "a", "k", "x")
        assert list(seat.states()) == [KEYS[0]]
        assert seat.count() == "1 of 7 decided"


def test_signs_that_toml_must_escape(browser: Any, tmp_path: Path) -> None:
    text = 'Words "quoted" \\ and \ttabs\nand \x07 tbe\x1f “marks” \\u0041 """ of the end \x7f of it.\n'
    item, = reviewed("signs", text, [word(text, "tbe", 'th"e\\', reason='a "reason"\nin\ttwo \\ lines \x00\x7f')])
    (tmp_path / "review.html").write_text(desk([item], "Signs"), "utf-8")
    with Seat(browser, tmp_path / "review.html") as seat:
        seat.press("a")
        file = seat.saved(tmp_path)
    assert file.name == "signs.decisions.toml"
    made, = tomllib.loads(file.read_text("utf-8"))["correction"]
    assert made | {"date": DAY} == table(item, "accepted", None, "ed", DAY)


def test_a_mark_is_accepted_as_a_mark(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.page.locator("#order").select_option("place")
        seat.page.locator("#words").fill("near it")
        seat.press("Enter")
        assert seat.shown() == ("near it", "[an error without a remedy]")
        seat.press("a")
        made, = tomllib.loads(seat.saved(folder).read_text("utf-8"))["correction"]
        assert (made["mark"], made.get("corrected"), made["status"]) == ("sic", None, "accepted")


def test_of_what_overlaps_only_one_stands(browser: Any, tmp_path: Path) -> None:
    text = "They came to the water in a drau ght of it.\n"
    items = reviewed("one", text, [word(text, "drau", "drain", wrong=.9), word(text, "drau ght", "draught", wrong=.8)])
    (tmp_path / "review.html").write_text(desk(items, "One"), "utf-8")
    with Seat(browser, tmp_path / "review.html") as seat:
        seat.press("a", "a")
        assert "Of the same characters only one stands: 1 correction undecided again." in seat.said()
        made, = tomllib.loads(seat.saved(tmp_path).read_text("utf-8"))["correction"]
        assert made["corrected"] == "draught"
        seat.press("z")
        assert list(seat.states()) == [items[0].key]


def test_a_new_page_takes_over_what_was_decided_on_the_old_one(browser: Any, folder: Path) -> None:
    """The proposals changed meanwhile, and what was applied is in the files."""
    with Seat(browser, folder / "review.html") as seat:
        seat.press("a", "r")
        assert list(seat.states()) == KEYS[:2]
        now = [replace(town()[0], status="accepted", decided="the"), *town()[1:4]]
        (folder / "review.html").write_text(desk(now, "Two towns"), "utf-8")
        seat.page.reload()
        assert seat.count() == "2 of 4 decided"
        made, = tomllib.loads(seat.saved(folder).read_text("utf-8"))["correction"]
        assert made["status"] == "rejected"


@pytest.mark.parametrize(("field", "choice", "left"), [
    ("text", "port", 1), ("tier", "suggestion", 1), ("cert", "medium", 7), ("rule", "misread-word", 7),
    ("status", "rejected", 0), ("status", "", 7)])
def test_the_filter(browser: Any, folder: Path, field: str, choice: str, left: int) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.page.locator(f"#{field}").select_option(choice)
        assert seat.said() == f"{left} correction{'s' if left != 1 else ''} listed."
        seat.page.locator("#status").select_option("")
        seat.page.locator("#order").select_option("place")
        for head in seat.page.locator("#groups h2 button[aria-expanded=false]").all():
            head.click()
        assert seat.page.locator(".row").count() == (left or 7)


def test_slash_finds_and_escape_comes_back(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("/", "a", "r", "i", "d")
        assert (seat.focused(), seat.states()) == ("words", {})
        assert seat.shown() == ("arid", "old")
        seat.press("Escape", "a")
        assert list(seat.states().values()) == ["accepted"]


def test_by_keyboard_alone_everything_can_be_reached_and_is_seen(browser: Any, folder: Path) -> None:
    """Tab comes to every control that works, each shows that it has the focus, and none holds it."""
    with Seat(browser, folder / "review.html") as seat:
        reached, seen = list[str](), list[str]()
        for _ in range(60):
            seat.press("Tab")
            reached.append(seat.focused())
            if not seat.page.evaluate("""() => { const at = document.activeElement, style = getComputedStyle(at);
                return at === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none"; }"""):
                seen.append(reached[-1])
        assert seen == []
        for control in ("words", "status", "order", "text", "rule", "tier", "cert", "ask", "accept", "reject", "edit",
                        "unsure", "series", "previous", "next", KEYS[0]):
            assert control in reached, control
        seat.page.locator("[data-act=accept]").focus()
        seat.press("Enter", "Enter")
        assert seat.focused() == "accept"
        assert len(seat.states()) == 2


def test_arrows_walk_the_list(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.page.locator(".row[aria-current]").focus()
        seat.press("ArrowDown", "ArrowDown")
        assert seat.focused() == KEYS[2]
        seat.press("ArrowUp", "r")
        assert seat.states() == {KEYS[1]: "rejected"}


def test_help_tells_the_keys_and_they_can_be_switched_off(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.press("?")
        assert "accept the whole series" in seat.page.locator("dialog#help").inner_text()
        seat.page.locator("#keys").uncheck()
        seat.press("Escape", "a", "r")
        assert seat.states() == {}
        seat.page.reload()
        seat.press("a")
        assert seat.states() == {}
        seat.page.locator("[data-act=accept]").click()
        assert list(seat.states().values()) == ["accepted"]


def test_with_a_mouse(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        seat.page.get_by_role("button", name="misread word: single cases").click()
        seat.page.locator(".row", has_text="arid").click()
        seat.page.locator("#readings button").nth(2).click()
        assert seat.states() == {KEYS[3]: "accepted"}
        seat.page.locator(".row", has_text="arid").click()
        assert seat.page.locator("#readings button[aria-pressed=true]").inner_text().startswith("OLD")
        seat.page.locator("[data-act=undo]").click()
        assert seat.states() == {}


def test_the_image_of_the_page_stands_beside_its_corrections(browser: Any, folder: Path) -> None:
    """A drawing stands for it; a picture from elsewhere is not even asked for."""
    (folder / "p 1.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40"/>', "utf-8")
    first, second, third, *_ = town()
    items = [replace(first, facsimile="p%201.svg", page="1"), second,
             replace(third, facsimile="http://elsewhere.example/2.png")]
    (folder / "review.html").write_text(desk(items, "Pages"), "utf-8")
    with Seat(browser, folder / "review.html") as seat:
        image = seat.page.locator("#image img")
        image.wait_for()
        assert (image.get_attribute("alt"), image.evaluate("image => image.naturalWidth")) == ("The page 1", 30)
        seat.press("j")
        assert not seat.page.locator("#image").is_visible()
        seat.press("j")
        seat.page.wait_for_timeout(200)
        assert any("Content Security Policy" in error for error in seat.errors)
        assert image.evaluate("image => image.naturalWidth") == 0


def test_on_a_telephone(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html", 390, has_touch=True) as seat:
        assert not seat.page.locator("#list").is_visible()
        seat.page.locator("#open").tap()
        seat.page.locator(".row").nth(1).tap()
        assert not seat.page.locator("#list").is_visible()
        assert seat.page.locator("#item").is_visible()
        seat.page.locator("[data-act=accept]").tap()
        assert seat.states() == {KEYS[1]: "accepted"}


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways(browser: Any, folder: Path, width: int) -> None:
    with Seat(browser, folder / "review.html", width) as seat:
        for key in ("j", "e", "Escape", "A", "Escape", "?"):
            seat.press(key)
            assert seat.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_list_is_there(browser: Any, folder: Path) -> None:
    with Seen(browser, folder / "review.html", java_script_enabled=False) as seen:
        assert seen.page.locator("noscript li").count() == 7
        assert "needs scripts" in seen.page.locator(".bare").inner_text()
        assert not seen.page.locator("main").is_visible()
        assert seen.errors == []


def test_a_hostile_text_does_nothing(browser: Any, tmp_path: Path) -> None:
    text = '</script><script>document.title = "taken"</script> <img src=x onerror="document.title = 1"> tbe <b>end.\n'
    items = reviewed('x"><img src=y>', text, [word(text, "tbe", "<img src=z onerror=alert(1)>")])
    (tmp_path / "review.html").write_text(desk(items, "<script>1</script>"), "utf-8")
    with Seat(browser, tmp_path / "review.html") as seat:
        seat.press("A", "Enter", "?")
        assert seat.page.title() == "Review: <script>1</script>"
        assert seat.page.locator("img, b").count() == 0
        assert (seat.errors, len(seat.requests)) == ([], 1)


def many(count: int) -> list[Item]:
    first = town()[0]
    return [replace(first, key=f"k{number}", line=number + 1, wrong=1 - number / count / 2,
                    series=f"s{number % 40}") for number in range(count)]


def test_thousands_of_proposals_stay_quick(browser: Any, tmp_path: Path) -> None:
    """8,000 of them: a key is answered within a tenth of a second, and the page holds no more than it shows."""
    (tmp_path / "review.html").write_text(desk(many(8000), "Many"), "utf-8")
    with Seat(browser, tmp_path / "review.html") as seat:
        seat.page.locator("#order").select_option("wrong")
        seat.page.locator("#item").focus()
        start = time.perf_counter()
        seat.press(*["a", "r", "j", "k"] * 10)
        assert seat.count() == "20 of 8000 decided"
        assert time.perf_counter() - start < 40 * .1
        assert seat.page.evaluate("document.querySelectorAll('*').length") < 4000


def test_every_element_has_a_name(browser: Any, folder: Path) -> None:
    with Seat(browser, folder / "review.html") as seat:
        for key in ("e", "Escape", "A", "Escape", "?"):
            seat.press(key)
            nodes = seat.context.new_cdp_session(seat.page).send("Accessibility.getFullAXTree")["nodes"]
            asking = [node for node in nodes if not node["ignored"] and any(
                said["name"] == "focusable" and said["value"].get("value") for said in node.get("properties", ()))]
            assert len(asking) >= 2
            assert [node["role"]["value"] for node in asking if not node["name"].get("value", "").strip()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Any, axe: str, folder: Path, scheme: str, width: int) -> None:
    with Seat(browser, folder / "review.html", width, color_scheme=scheme, bypass_csp=True) as seat:
        for keys in ((), ("a", "r", "u"), ("e",), ("Escape", "A"), ("Escape", "?")):
            seat.press(*keys)
            assert seat.violations(axe) == [], keys


@pytest.fixture
def served(folder: Path) -> Iterator[Desk]:
    work = into(folder)
    builder = Builder({path.stem: path for path in work.texts}, lambda path: build(path, work.edition))
    room = Room("Two towns", "ed", {"town": "en"}, lambda tables: apply(Tables("the desk", tables), work, "ed"),
                builder.want, builder.get)
    server = Desk(town(), room)
    threading.Thread(target=server.serve_forever, args=(.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
    builder.close()


def written(folder: Path) -> list[tuple[str, str, str]]:
    file = folder / "town.corrections.toml"
    made = tomllib.loads(file.read_text("utf-8"))["correction"] if file.exists() else []
    return [(one["printed"], one["corrected"], one["status"]) for one in made]


def test_with_a_server_each_key_is_written_and_the_passage_follows(browser: Any, folder: Path, served: Desk) -> None:
    with Seat(browser, served.url) as seat:
        passage = seat.page.locator("#passage")
        passage.get_by_text("They came to tbe town").wait_for()
        seat.press("a", "k")
        passage.locator("ins").wait_for()
        assert passage.inner_text().startswith("They came to tbethe town")
        assert written(folder) == [("tbe", "the", "accepted")]
        seat.press("j", "r", "z", "z")
        passage.locator("ins").wait_for(state="detached")
        assert written(folder) == [("tbe", "the", "proposed"), ("tbe", "the", "proposed")]
        seat.press("e", "T", "h", "e", "Enter")
        seat.page.wait_for_timeout(200)
        assert ("tbe", "The", "edited") in written(folder)
        seat.page.reload()
        assert seat.count() == "1 of 7 decided"
        seat.press("z")
        seat.page.locator("#count", has_text="0 of 7").wait_for()
        assert seat.errors == []
        assert all(url.startswith(served.url) for url in seat.requests)


def test_with_a_server_that_refuses_nothing_is_lost(browser: Any, folder: Path, served: Desk) -> None:
    file = folder / "town.corrections.toml"
    file.write_text("[[correction]\n", "utf-8")
    with Seat(browser, served.url) as seat:
        seat.press("a")
        seat.page.locator("#warning").get_by_text("Not written").wait_for()
        file.unlink()
        seat.page.reload()
        seat.page.locator("#count", has_text="1 of 7").wait_for()
        seat.page.wait_for_timeout(300)
        assert written(folder) == [("tbe", "the", "accepted")]
