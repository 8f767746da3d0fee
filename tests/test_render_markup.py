"""A page is written with the mark-up that is needed, and read as the page that it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html
from rendering import render, values

from edition.rendering.markup import lean

SAMPLE = (Path(__file__).parent / "xslt" / "everything.xml").read_bytes()


def body(inside: str) -> str:
    """What becomes of the inside of a body."""
    return lean(f"<html><head></head><body>{inside}</body></html>")[25:-14]


@pytest.mark.parametrize(("full", "leaner"), [
    ('<a href="#p1" class="pn" title="two words"></a>', '<a href=#p1 class=pn title="two words"></a>'),
    ("<p>a</p><p>b</p><span>c</span>", "<p>a<p>b</p><span>c</span>"),
    ("<li><p>a</p></li><li>b</li>", "<li><p>a<li>b</li>"),
    ("<ul><li>a</li></ul>", "<ul><li>a</ul>"),
    ("<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>", "<dl><dt>a<dd>b</dd><dd>c<dt>d<dd>e</dl>"),
    ("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>",
     "<table><thead><tr><th>a</thead><tbody><tr><td>b<td>c</table>"),
])
def test_what_every_reader_supplies_is_left_out(full: str, leaner: str) -> None:
    assert body(full) == leaner


@pytest.mark.parametrize("kept", [
    '<a title="a=b">x</a>', '<a title="">x</a>', '<a title="a > b" id="">x</a>', "<a title=\"it's\">x</a>",
    "<p>a</p>b", "<p>a</p> <p>b", "<p>a</p><section>b</section>", "<ins><p>a</p></ins>", "<dl><dt>a</dt></dl>", '="x"',
    '<script>"<p>a</p><p>" + \'class="x"\'</script>', '<p>a<script></script></p><p id="x">b',
])
def test_what_has_a_meaning_stays(kept: str) -> None:
    assert body(kept) == kept


def test_the_head_is_written_as_programs_expect_it() -> None:
    page = lean('<!DOCTYPE HTML><html><head><meta name="author" content="A"></head><body></body></html>')
    assert page == '<!doctype html><html><head><meta name="author" content="A"></head><body></body></html>'


@pytest.mark.parametrize("to", ["html", "diplomatic"])
def test_the_page_is_the_same_to_a_reader_of_older_html(to: str) -> None:
    """As `tests/browser` shows of a browser."""
    page = render(SAMPLE, to, "all")
    assert len(lean(page)) < .97 * len(page)
    assert etree.tostring(html.document_fromstring(lean(page))) == etree.tostring(html.document_fromstring(page))
    assert values(lean(page), "id") == values(page, "id")
