"""Pictures of pages: a page break points to its own where that is known, and whatever is not known is said."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition, tree
from pictures import PAGES, png, scanned

from edition.findings import Finding, UserError
from edition.making.build import build
from edition.making.checked import check
from edition.making.conversion import Converted, convert, recognise
from edition.making.iiif import Canvas, canvases
from edition.making.scans import Pictured, pictured
from edition.records import replace
from edition.settings.metadata import load_source


def converted(text: Path) -> Converted:
    return convert(text, None)


def pointers(made: Converted) -> dict[str, str]:
    """The picture that each page break of a TEI points to, by the number of the page."""
    breaks = re.findall(r"<pb\b[^>]*>", made.tei.decode())
    return {"".join(re.findall(r' n="([^"]*)"', one)): "".join(re.findall(r' facs="([^"]*)"', one)) for one in breaks}


def numbered(text: Path, *numbers: str) -> Pictured:
    """The pictures of a text whose page breaks have these numbers."""
    document, rest = recognise(text, None), list(numbers)
    spans = [span.having(n=rest.pop(0)) if span.kind == "pb" else span for span in document.spans]
    return pictured(replace(document, spans=spans), load_source(text), text.parent)


def shown(made: Pictured) -> list[str]:
    return [span.get("facs") for span in made.document.spans if span.kind == "pb"]


def said(made: Converted | Pictured) -> list[Finding]:
    return [finding for finding in made.findings if finding.code.startswith("scan")]


def test_each_page_break_points_to_the_picture_of_its_page(tmp_path: Path) -> None:
    made = converted(scanned(tmp_path, "7", "8", "9"))
    assert pointers(made) == {"7": "scans/p7.png", "8": "scans/p8.png", "9": "scans/p9.png"}
    assert made.pictures == {f"scans/p{n}.png": tmp_path / f"scans/p{n}.png" for n in "789"}
    assert said(made) == []


def test_the_proof_and_the_schema_hold(tmp_path: Path) -> None:
    made = converted(scanned(tmp_path, "7", "8", "9"))
    checked = check(made.document.source, made.tei, "mill.xml")
    assert [finding for finding in checked.findings if finding.severity != "info"] == []


def test_without_pictures_nothing_is_different(tmp_path: Path) -> None:
    text = scanned(tmp_path)
    told = converted(text)
    (tmp_path / "mill.toml").unlink()
    assert converted(text).tei == told.tei


@pytest.mark.parametrize(("told", "place", "pointer"), [
    ("p{n:03}.png", "p007.png", "p007.png"), ("a b/ä{n}.JPG", "a b/ä7.JPG", "a%20b/%C3%A47.JPG"),
    ("{n}/page[1].webp", "7/page[1].webp", "7/page%5B1%5D.webp")])
def test_patterns(tmp_path: Path, told: str, place: str, pointer: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_bytes(png())
    made = converted(scanned(tmp_path, told=told))
    assert (pointers(made)["7"], made.pictures) == (pointer, {place: tmp_path / place})


def test_a_picture_that_is_not_there_is_missed(tmp_path: Path) -> None:
    made = converted(scanned(tmp_path, "8"))
    assert pointers(made) == {"7": "", "8": "scans/p8.png", "9": ""}
    finding, = said(made)
    assert (finding.code, finding.severity, finding.file, finding.line) == (
        "scan-missing", "warning", str(tmp_path / "mill.toml"), 1)
    assert finding.message == "there is no scans/p7.png; 2 pages have no picture"


def test_a_page_without_a_number_has_no_picture_of_a_file(tmp_path: Path) -> None:
    made = numbered(scanned(tmp_path, "7", "12"), "7", "", "12")
    assert shown(made) == ["scans/p7.png", "", "scans/p12.png"]
    finding, = said(made)
    assert (finding.code, "1 page without a number" in finding.message, "lines 9" in finding.message) == (
        "scan-unnumbered", True, True)


def test_a_number_that_the_pages_around_tell_is_one(tmp_path: Path) -> None:
    made = converted(scanned(tmp_path, "7", "8", "9", text=PAGES.replace("[Page 8]", "[page break]")))
    assert (pointers(made)["[8]"], said(made)) == ("scans/p8.png", [])


def test_two_pages_of_one_number_have_none(tmp_path: Path) -> None:
    made = numbered(scanned(tmp_path, "7", "9"), "7", "7", "9")
    assert shown(made) == ["", "", "scans/p9.png"]
    twice, unused = said(made)
    assert (twice.code, "2 pages have the number 7 (lines 3, 9 of the text)" in twice.message) == ("scan-twice", True)
    assert unused.code == "scan-unused"


def test_a_picture_of_no_page_break_is_a_remark(tmp_path: Path) -> None:
    """As of the page before the first page break."""
    finding, = said(converted(scanned(tmp_path, "6", "7", "8", "9")))
    assert (finding.code, finding.severity) == ("scan-unused", "info")
    assert finding.message.startswith("scans/p6.png: 1 picture ")


def test_the_page_on_which_the_text_begins_is_told(tmp_path: Path) -> None:
    """No page break of the text names it: its number is in brackets, as all that the page does not say."""
    text = scanned(tmp_path, "6", "7", "8", "9")
    before = converted(text).tei.decode()
    (tmp_path / "mill.toml").write_text('scans = { files = "scans/p{n}.png", first = "6" }\n', "utf-8")
    made = converted(text)
    assert pointers(made) == {"[6]": "scans/p6.png", **{n: f"scans/p{n}.png" for n in "789"}}
    assert said(made) == []
    checked = check(made.document.source, made.tei, "mill.xml")
    assert [finding for finding in checked.findings if finding.severity != "info"] == []
    new = re.search(r"\n<pb [^>]*>", made.tei.decode())
    assert new
    assert made.tei.decode().replace(new[0], "") == before
    assert '<measure unit="pages" quantity="4">' in before


def test_a_text_that_begins_with_a_page_break_needs_no_other(tmp_path: Path) -> None:
    text = scanned(tmp_path, "6", "7", "8", "9", text=PAGES.partition("\n\n")[2])
    (tmp_path / "mill.toml").write_text('scans = { files = "scans/p{n}.png", first = "6" }\n', "utf-8")
    assert list(pointers(converted(text))) == ["7", "8", "9"]


@pytest.mark.parametrize(("told", "number"), [("scans/{n}.png", "../secret"), ("scans/{n}/secret.png", "..")])
def test_no_number_leads_out_of_the_folder(tmp_path: Path, told: str, number: str) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    made = numbered(scanned(tmp_path, told=told), number, "8", "9")
    assert (shown(made), made.pictures) == (["", "", ""], {})


def test_the_pictures_lie_beside_the_text(tmp_path: Path) -> None:
    text = scanned(tmp_path / "in", "7", "8", "9")
    for name in ("a", "b", "b"):
        build([text], tmp_path / name)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert tree(tmp_path / "a")["mill/scans/p7.png"] == png()


def test_a_picture_that_was_exchanged_or_is_gone(tmp_path: Path) -> None:
    text = scanned(tmp_path, "7", "8", "9")
    build([text], tmp_path / "out")
    (tmp_path / "scans/p7.png").write_bytes(png(grey=10))
    (tmp_path / "scans/p8.png").unlink()
    assert not [one for one in build([text], tmp_path / "out").findings if one.severity == "error"]
    pictures = {path: data for path, data in tree(tmp_path / "out").items() if path.endswith(".png")}
    assert pictures == {"mill/scans/p7.png": png(grey=10), "mill/scans/p9.png": png()}


def test_a_picture_changed_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    text = scanned(tmp_path, "7")
    build([text], tmp_path / "out")
    (tmp_path / "out/mill/scans/p7.png").write_bytes(b"mine")
    assert "output-edited" in [one.code for one in build([text], tmp_path / "out").findings]
    assert (tmp_path / "out/mill/scans/p7.png").read_bytes() == b"mine"


# -- IIIF manifests -----------------------------------------------------------------------------------------------

def three(*labels: str) -> dict[str, Any]:
    """A manifest of the Presentation API 3."""
    return {"items": [{"type": "Canvas", "label": {"none": [label]}, "items": [{"items": [{
        "body": {"id": f"https://example.org/{place}/full/max/0/default.jpg", "type": "Image"}}]}]}
        for place, label in enumerate(labels)]}


def two(*labels: str) -> dict[str, Any]:
    """The same of the Presentation API 2."""
    return {"sequences": [{"canvases": [{"label": label, "images": [{"resource": {
        "@id": f"https://example.org/{place}/full/max/0/default.jpg"}}]} for place, label in enumerate(labels)]}]}


def manifested(folder: Path, manifest: Any) -> Path:
    (folder / "book.json").write_text(json.dumps(manifest), "utf-8")
    return scanned(folder, told="book.json")


def image(place: int) -> str:
    return f"https://example.org/{place}/full/max/0/default.jpg"


@pytest.mark.parametrize("make", [two, three])
def test_a_manifest_names_the_image_of_each_page(tmp_path: Path, make: Any) -> None:
    """It is read from its file; nothing is fetched, and nothing copied."""
    made = converted(manifested(tmp_path, make("Cover", "6", "p. 7", "[8]", "Page 9")))
    assert pointers(made) == {"7": image(2), "8": image(3), "9": image(4)}
    assert (made.pictures, said(made)) == ({}, [])


def test_a_page_without_a_number_between_two_known_canvases_is_the_one_between(tmp_path: Path) -> None:
    assert shown(numbered(manifested(tmp_path, three("7", "", "12")), "7", "", "12"))[1] == image(1)
    made = numbered(manifested(tmp_path, three("7", "", "plate", "12")), "7", "", "12")
    assert (shown(made)[1], [one.code for one in said(made)]) == ("", ["scan-unnumbered"])


@pytest.mark.parametrize("labels", [("7", "9"), ("7", "8", "8", "9")])
def test_a_page_that_no_canvas_or_more_than_one_shows(tmp_path: Path, labels: tuple[str, ...]) -> None:
    made = converted(manifested(tmp_path, three(*labels)))
    assert pointers(made)["8"] == ""
    finding, = said(made)
    assert 'has the label "8"; the page has no picture' in finding.message


@pytest.mark.parametrize("body", [{}, {"id": 3}, {"id": "javascript:alert(1)"}, {"id": "p.jpg"}, [], "x"])
def test_a_canvas_whose_image_is_nowhere(body: Any) -> None:
    canvas = {"label": "7", "items": [{"items": [{"body": body}]}]}
    assert canvases(json.dumps({"items": [canvas]}).encode(), "m.json") == [Canvas("7", "")]


@pytest.mark.parametrize(("data", "said"), [
    (b"{", "no JSON"), (b"\xff", "no JSON"), (b"[" * 100_000, "no JSON"), (b"[]", "no IIIF manifest"),
    (b'{"items": 3}', "no IIIF manifest"), (b'{"sequences": []}', "no IIIF manifest")])
def test_what_is_no_manifest(tmp_path: Path, edition: Edition, data: bytes, said: str) -> None:
    text = manifested(tmp_path, {})
    (tmp_path / "book.json").write_bytes(data)
    ran = edition("convert", text)
    assert (ran.status, said in ran.err, "book.json" in ran.err) == (1, True, True)


def test_a_manifest_that_is_not_there(tmp_path: Path) -> None:
    text = scanned(tmp_path, told="book.json")
    with pytest.raises(UserError, match=r"mill.toml:1: error: book.json cannot be read"):
        converted(text)
