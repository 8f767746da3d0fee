"""The text for concordances and counting: nothing but its blocks, one a line or one a row of a table."""

from __future__ import annotations

import copy
import unicodedata
from typing import Any, Final

from edition.rendering.ascii import fold_tree
from edition.rendering.inline import M, flat
from edition.rendering.style import Style

COLUMNS: Final = ("id", "page", "speaker", "kind", "text")
Element = Any


def corpus(document: Element, style: Style) -> str:
    """One block a line, of a table one row."""
    lines = list[str]()
    for block in _text(document, style).iter(f"{M}b", f"{M}row"):
        if next(block.iterancestors(f"{M}row"), None) is None:
            inside = block.iter(f"{M}b") if block.tag == f"{M}row" else (block,)
            lines.append(" ".join(filter(None, map(flat, inside))))
    return _file(filter(None, lines))


def table(document: Element, style: Style) -> str:
    """Tab-separated values, one row a block: its address in the page, page, who speaks, its element, and its text."""
    rows = ["\t".join(COLUMNS)]
    for block in _text(document, style).iter(f"{M}b"):
        if text := flat(block):
            about = (" ".join(block.get(name, "").split()) for name in ("id", "page", "speaker", "name"))
            rows.append("\t".join([*about, text]))
    return _file(rows)


def _text(document: Element, style: Style) -> Element:
    """The text, without speaker labels and stage directions if nobody wants them."""
    text = document.find(f"{M}text")
    if style.ascii:
        fold_tree(text)
    if style.speakers:
        return text
    text = copy.deepcopy(text)
    for cue in list(text.iter(f"{M}cue")):
        parent, before = cue.getparent(), cue.getprevious()
        if before is None:
            parent.text = (parent.text or "") + (cue.tail or "")
        else:
            before.tail = (before.tail or "") + (cue.tail or "")
        parent.remove(cue)
    return text


def _file(lines: Any) -> str:
    return unicodedata.normalize("NFC", "".join(f"{line}\n" for line in lines))
