"""What the tests of exports share: a header with every fact, a document around a fragment, its letters."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGES = Path(__file__).parent / "export"
_LEFT = {"fw", "del", "teiHeader", "standOff"}


def header() -> Any:
    """A header that says all that any recipient asks for."""
    text = (PAGES / "header.xml").read_text("utf-8")
    return etree.fromstring(text.replace("<teiHeader>", f'<teiHeader xmlns="{TEI.strip("{}")}">', 1))


def document(text: str) -> bytes:
    """A document with the header and these parts of <text>."""
    head = (PAGES / "header.xml").read_text("utf-8")
    return (f'<TEI xmlns="{TEI.strip("{}")}" xml:id="edn000001" xml:lang="en">\n{head}<text xml:lang="en">\n{text}\n'
            "</text>\n</TEI>\n").encode()


def with_header(text: Any) -> bytes:
    """A document with the header and this <text>."""
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI.strip("{}")})
    root.set("{http://www.w3.org/XML/1998/namespace}id", "edn000001")
    root.extend((header(), text))
    return etree.tostring(root)


def words(root: Any) -> str:
    """The letters of the text as it is read, without notes: a walk of its own."""
    return "".join(_letters(root.find(f"{TEI}text"), notes=False))


def all_letters(root: Any) -> Counter[str]:
    """The letters of the text as it is read, with its notes, in no order."""
    return Counter("".join(_letters(root.find(f"{TEI}text"), notes=True)))


def _letters(node: Any, notes: bool) -> list[str]:
    name = etree.QName(node).localname
    parts = []
    if not (_is_left(node, name) or (name == "note" and not notes and node.get("place") != "inline")):
        parts.append(_bare(node.text))
        for child in node:
            parts += _letters(child, notes)
            parts.append(_bare(child.tail))
    return parts


def _is_left(node: Any, name: str) -> bool:
    """Whether a reader passes over it: furniture, what was struck out or is superfluous, the printed error."""
    if name in ("sic", "orig"):
        return etree.QName(node.getparent()).localname == "choice"
    return name in _LEFT or (name == "surplus" and node.get("reason") != "repeated")


def _bare(text: str | None) -> str:
    return re.sub(r"\s+|\[…\]", "", text or "")
