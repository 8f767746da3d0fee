"""Outputs of TEI, for the tests of all that is rendered."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import Any

import click
from lxml import etree, html

from edition.commands.styling import styled
from edition.rendering import outputs, search
from edition.rendering.assets import dressed
from edition.rendering.style import Style, style_for
from edition.rendering.tei import Tei

_OPF = "{http://www.idpf.org/2007/opf}"


def render(tei: bytes, to: str, name: str, file: str = "", style: Style | None = None) -> str:
    """The output `to` of a TEI document, as text: of a page all its mark-up, before it is made lean; of a book its
    chapters as one page; of a PDF what is set in it.
    """
    if to.startswith("pdf"):
        return unicodedata.normalize("NFC", outputs.result(Tei(tei, name, file), to))
    if to in ("html", "diplomatic"):
        return dressed(unicodedata.normalize("NFC", outputs.result(Tei(tei, name, file), to)))
    made = outputs.render(Tei(tei, name, file), to, style)
    return one_page(book_files(made)) if to == "epub" else made.decode("utf-8")


def book_files(epub: bytes) -> dict[str, bytes]:
    """The files of a book in the order in which they are packed."""
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}


def spine(files: dict[str, bytes]) -> list[str]:
    """The names of the files of a book in the order of reading."""
    package = etree.fromstring(files["package.opf"])
    hrefs = {item.get("id"): item.get("href") for item in package.iter(f"{_OPF}item")}
    return [hrefs[reference.get("idref")] for reference in package.iter(f"{_OPF}itemref")]


def parsed(page: str) -> etree._Element:
    """The tree of a page, or of what is set in a PDF (which is XML: notes stand within paragraphs)."""
    return html.document_fromstring(page) if page.startswith("<!") else etree.fromstring(page)


def values(page: str, attribute: str) -> list[str]:
    """All values of an attribute in a page."""
    found: list[str] = html.document_fromstring(page).xpath(f"//@{attribute}")
    return found


def one_page(files: dict[str, bytes]) -> str:
    """The chapters of a book one after the other, as HTML."""
    chapters = [files[name].decode("utf-8") for name in spine(files) if name.startswith("text-")]
    return "<!DOCTYPE html><html>" + "".join(chapter.split("</head>")[1].split("</html>")[0] for chapter in chapters)


def data(script: str) -> dict[str, Any]:
    """What a search.js holds."""
    found = search.read(script.encode("utf-8"))
    assert found is not None, script[:200]
    return found


def style_of(to: str, options: str) -> Style:
    """The style that the options of a command line ask for, for an output."""
    command = click.Command("render", params=list(reversed(styled(lambda: None).__click_params__)))
    return style_for(to, command.make_context("render", options.split()).params)
