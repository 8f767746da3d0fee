"""HTML for paper, as XSLT hands it over, set in pages: tagged (PDF/UA), with notes at the foot of the page."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, Final
from xml.etree import ElementTree

from edition.findings import fail
from edition.rendering.assets import uncommented
from edition.rendering.tei import Tei

A4: Final = "A4"
LETTER: Final = "letter"


def paged(result: str, tei: Tei, paper: str) -> bytes:
    """The PDF of what paged.xsl makes of a TEI document, on `paper` (a size of CSS). UserError: as `paginator`."""
    sheet = paginator().CSS(string=f"@page {{ size: {paper} }}\n{uncommented('paged.css')}")
    made: bytes = _document(result).write_pdf(
        stylesheets=[sheet], pdf_variant="pdf/ua-1", pdf_identifier=tei.digest.encode(), finisher=_finish)
    return made


@cache
def paginator() -> Any:
    """WeasyPrint, which not everybody needs. UserError: it is not installed, or the libraries it needs are not."""
    try:
        import weasyprint
    except ImportError:
        raise fail("extra-missing", "a PDF is set by WeasyPrint, which is not installed; install it with: "
                   "pip install 'tei-edition[pdf]'") from None
    except OSError as error:
        raise fail("extra-missing", f"a PDF is set by WeasyPrint, which does not start: {error}; its documentation, "
                   "“First Steps”, says how to install the library Pango that it needs") from None
    return weasyprint


def _document(result: str) -> Any:
    """WeasyPrint's document, made from a tree: its HTML parser would end a paragraph at the first note in it."""
    from cssselect2 import ElementWrapper

    document = paginator().HTML(string="<html>")
    document.etree_element = ElementTree.fromstring(unicodedata.normalize("NFC", result))
    document.wrapper_element = ElementWrapper.from_html_root(document.etree_element, content_language=None)
    return document


def _finish(document: Any, pdf: Any) -> None:
    """Refuse a page with boxes in place of letters; say which tags are notes.

    Only notes are <article> in paged.xsl, each drawn as one box in another; PDF/UA wants an identifier of each.
    """
    missing = {chr(code) for font in document.fonts.values() for code in font.missing}
    if missing:
        shown = " ".join(f"{char} (U+{ord(char):04X})" for char in sorted(missing)[:8])
        raise fail("glyphs-missing", f"no font of this machine has {shown}{' …' * (len(missing) > 8)}, so the PDF "
                   "would show boxes; install a font that has (the Noto fonts have most scripts)")
    notes: list[Any] = [item for item in pdf.objects if isinstance(item, dict) and item.get("S") == "/Art"]
    boxes = {note.reference for note in notes}
    for number, note in enumerate(notes):
        note.update({"S": "/NonStruct"} if note["P"] in boxes else {"S": "/Note", "ID": f"(note-{number})"})
