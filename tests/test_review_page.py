"""The review desk as a file: whole, closed to everything else, the same each time, whatever the texts hold."""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from lxml import html
from reviewing import reviewed, town, word

from edition.review.items import Item
from edition.review.page import desk, essence, proposals_digest

HOSTILE = ('</script><script>alert(1)</script> <!-- <b title="x">tbe</b> & ]]> \x07 \u2028 </noscript> </style> '
           "the end.\n")


def block(page: str, name: str) -> str:
    found = re.search(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
    assert found
    return found[1]


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def hashed(text: str) -> str:
    return "'sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode() + "'"


def hostile() -> list[Item]:
    return reviewed("hostile", HOSTILE, [word(HOSTILE, "tbe", "</script>&<the>")])


@pytest.fixture(scope="module")
def page() -> str:
    return desk(town(), "Two <texts>", "anna", {"town": "en"})


def test_its_policy_allows_its_own_style_and_script_and_nothing_else(page: str) -> None:
    policy = html.fromstring(page).xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {"default-src": "'none'", "style-src": hashed(block(page, "style")),
                     "script-src": hashed(block(page, "script")), "base-uri": "'none'", "form-action": "'none'"}


def test_nothing_in_it_asks_for_anything_else(page: str) -> None:
    tree = html.fromstring(page)
    assert tree.xpath("//@style | //*[@src] | //link | //*[starts-with(name(@*), 'on')] | //base | //form") == []
    assert set(tree.xpath("//@href")) == {"#item"}
    assert not re.search(r"\beval\(|innerHTML|document\.write|https?://", page)


def test_every_id_is_there_once_and_every_label_points_to_one(page: str) -> None:
    tree = html.fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-controls", "for"):
        assert set(tree.xpath(f"//@{name}")) <= set(ids)
    used = set(re.findall(r'\$\("([a-z-]+)"\)', block(page, "script")))
    assert used - set(ids) == {"side", "image", "passage", "tei", "findings"}  # of the desk with a server


def test_what_it_holds(page: str) -> None:
    held = data(page)
    assert [item["printed"] for item in held["items"]] == ["tbe", "tbe", "tbe", "bis", "Wbo", "arid", "near it"]
    assert held["by"] == "anna"
    assert held["sha"] == proposals_digest(town())
    assert held["items"][-1]["says"] == "an error without a remedy"
    assert held["items"][0]["alike"] == 5


def test_the_same_proposals_make_the_same_bytes(page: str) -> None:
    assert desk(list(reversed(town())), "Two <texts>", "anna", {"town": "en"}) == page


def test_a_decision_made_elsewhere_does_not_make_the_proposals_others() -> None:
    assert proposals_digest(town()) != proposals_digest(town()[1:])
    assert proposals_digest(town()) == proposals_digest(reversed(town()))


def test_a_hostile_text_stays_text() -> None:
    page = desk(hostile(), "</title><script>alert(2)</script>")
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    assert page.count("</noscript>") == 1
    assert "\x07" not in page
    assert data(page)["items"][0]["lead"].startswith("</script><script>alert(1)</script> <!-- <b title=")
    assert data(page)["items"][0]["corrected"] == "</script>&<the>"


def test_without_a_script_it_is_a_readable_list(page: str) -> None:
    bare = html.fromstring(re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)[1])  # type: ignore[index]
    assert bare.xpath("//h2/text()") == ["misread word (1)", "misread word: arid → old (1)", "misread word: b → h (5)"]
    assert len(bare.xpath("//li")) == 7
    assert bare.xpath("(//del)[1]/text()") == ["arid"]
    assert bare.xpath("(//ins)[1]/text()") == ["old"]
    assert "in no list" in bare.text_content()
    assert bare.xpath("//mark/text()") == ["near it"]


def test_a_long_reading_is_shown_by_what_changes() -> None:
    long = "He said that it was so, and that he had seen it himself"
    assert essence(long, long + "”") == (long, "", "”", "")
    assert essence("tbe", "the") == ("", "tbe", "the", "")


def test_the_command_writes_the_page_of_a_folder(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / "one.txt").write_text("A letter\n\nDear Sir:\n\nUnder the influence of their leaders-a very different "
                                    "thing, and so it will be while there are letters to write.\n", "utf-8")
    out = tmp_path / "desk.html"
    ran = edition("review", folder, "-o", out, "--by", "ed")
    assert ran.status == 0
    assert ran.out == f"{out}: 1 correction to review\n"
    first = out.read_bytes()
    held = data(first.decode("utf-8"))["items"]
    assert [(item["text"], item["printed"], item["corrected"]) for item in held] == [("one", "leaders-a", "leaders—a")]
    assert b"Review: Two letters" in first
    edition("review", folder, "-o", out)
    assert out.read_bytes() == first
    edition("review", folder, "-o", out, "--tier", "queue")
    assert data(out.read_text("utf-8"))["items"] == []


def test_who_decides_must_be_declared(folder: Path, edition: Edition) -> None:
    ran = edition("review", folder, "--by", "nobody")
    assert ran.status == 1
    assert '"nobody" is not declared in edition.toml' in ran.err
