"""The plain-text editions: blocks as XSLT hands them over, laid out for readers or one a line for a corpus."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from lxml import etree

from edition.regex import regex
from edition.rendering.wrap import table, wrap

COLUMNS = 72
START, END = "*** START OF TEXT ***", "*** END OF TEXT ***"
_M = "{urn:edition:m}"
_SPACE = regex(r"[ \t\n\r\f\v]+")
_LEGEND = "What was printed stands before the arrow, what this edition reads behind it; ‹ › enclose both."
_LINES = " Lines named here are those of the digital copy."
_BREAK = "\0"  # a forced line break within a block; XML cannot hold this character
Element = Any  # lxml's own type cannot be had without its private names


def reading(document: Element) -> str:
    """The edition for readers: header, text between START and END, NOTES, TRANSCRIBER'S NOTE; 72 columns."""
    out: list[str] = []
    for line in document.iterfind(f"{_M}facts/{_M}line"):
        out += wrap(_flat(line), COLUMNS, "", "    ")
    out += ["", START, "", *_blocks(document.find(f"{_M}text")), "", END]
    notes = document.findall(f"{_M}notes/{_M}note")
    if notes:
        hands = [line for hand in document.iterfind(f"{_M}notes/{_M}line") for line in wrap(_flat(hand), COLUMNS)]
        out += ["", "", "NOTES", "", *hands, *[""][:len(hands)]]
        out += [line for note in notes for line in [*_note(note), ""]][:-1]
    entries = document.findall(f"{_M}register/{_M}entry")
    if entries:
        lines = any(re.search(r"lines? \d", entry.get("why", "")) for entry in entries)
        out += ["", "", "TRANSCRIBER'S NOTE", "", *wrap(_LEGEND + _LINES * lines, COLUMNS), "",
                *(line for entry in entries for line in _entry(entry))]
    return _file(out)


def corpus(document: Element) -> str:
    """One block a line and nothing else: for concordances and counting."""
    text = document.find(f"{_M}text")
    lines: list[str] = []
    for block in text.iter(f"{_M}b", f"{_M}row") if text is not None else ():
        cells = block.findall(f"{_M}cell")
        lines.append(" ".join(_flat(cell) for cell in cells) if cells else _flat(block))
    return _file([line for line in lines if line])


def _file(lines: list[str]) -> str:
    return unicodedata.normalize("NFC", "\n".join(lines).strip("\n") + "\n") if any(lines) else ""


def _flat(element: Element) -> str:
    """The text of a block on one line."""
    return _SPACE.sub(" ", "".join(element.itertext())).strip(" ")


def _parts(block: Element) -> list[str]:
    """The text of a block, cut at its forced line breaks."""
    text = [block.text or ""]
    for child in block:
        if child.tag == f"{_M}page":
            text += [_BREAK, f"[p. {child.get('n')}]" if child.get("n") else "[page break]", _BREAK]
        elif child.tag == f"{_M}br":
            text.append(_BREAK)
        text.append(child.tail or "")
    return [part for raw in "".join(text).split(_BREAK) if (part := _SPACE.sub(" ", raw).strip(" "))]


def _blocks(parent: Element, inset: str = "") -> list[str]:
    """The lines of a run of blocks, one blank line between them, two before a heading. `inset`: what all begin with."""
    out: list[str] = []
    if parent is None:
        return out
    after = ""
    for child in parent:
        kind = child.get("kind", etree.QName(child).localname)
        lines = _block(child, kind, inset)
        if not lines:
            continue
        if out:
            out += _space(after, kind, parent)
        out += lines
        after = kind
    return out


def _space(after: str, kind: str, parent: Element) -> list[str]:
    grouped = parent.tag == f"{_M}group" and (parent.get("tight") or kind in ("l", "item", "page"))
    if after == "speaker" or grouped:
        return []
    return ["", ""] if kind == "head" and after != "head" else [""]


def _block(block: Element, kind: str, inset: str = "") -> list[str]:
    indent = inset + " " * int(block.get("indent", "0"))
    if kind == "group":
        return _blocks(block, inset)
    if kind == "table":
        return _table(block, indent)
    if kind == "break":
        return [" " * 33 + "* * *"]
    if kind == "page":
        return [f"[p. {block.get('n')}]" if block.get("n") else "[page break]"]
    if kind == "br":
        return []
    parts = _parts(block)
    if kind == "figure":
        return wrap(f"[Illustration: {' '.join(parts)}]", COLUMNS, indent, indent) if parts else ["[Illustration]"]
    first, rest = indent, indent
    if kind == "l":
        rest = indent + "    "
    elif kind == "item":
        mark = block.get("mark", "")
        first = indent + (mark + " " if mark else "")
        rest = " " * len(first) if mark else indent + "    "
    lines: list[str] = []
    for part in parts:
        lines += wrap(part, COLUMNS, rest if lines else first, rest)
    return lines


def _table(block: Element, indent: str) -> list[str]:
    rows = block.findall(f"{_M}row")
    cells = [[_flat(cell) for cell in row.findall(f"{_M}cell")] for row in rows]
    head = rows[0].findall(f"{_M}cell") if rows else []
    labelled = bool(head) and all(cell.get("role") == "label" for cell in head)
    return table(cells, COLUMNS, indent, cells[0] if labelled else ())


def _note(note: Element) -> list[str]:
    lines: list[str] = []
    for block in note:
        kind = block.get("kind", etree.QName(block).localname)
        if kind in ("p", "note") and not lines:
            for part in _parts(block):
                lines += wrap(part, COLUMNS, "    " if lines else f"[{note.get('mark')}] ", "    ")
        else:
            lines += ["", *_block(block, kind, "    ")]
    return lines or [f"[{note.get('mark')}]"]


def _entry(entry: Element) -> list[str]:
    """p. 169: ‹three year's› -> ‹three years'› (automatic; certainty high): the possessive of the plural"""
    kind, printed, read = entry.get("kind", ""), entry.get("printed", ""), entry.get("read", "")
    if kind == "gap":
        what = f"gap ({printed})" + (f" after ‹{read}›" if read else "")
    elif kind in ("left as printed", "printed twice", "displaced"):
        what = f"‹{printed}› {kind}"
    elif kind == "left out":
        what = f"‹{printed}› -> ‹{read}›" if read else f"‹{printed}› left out"
    else:
        what = f"‹{printed}› -> ‹{read}›" if printed else f"supplied ‹{read}›"
    by = "automatic" if entry.get("automatic") == "true" else entry.get("by", "")
    sure, why = entry.get("cert", ""), entry.get("why", "")
    sure = f"certainty {sure}" if sure in ("high", "medium", "low") else sure
    said = "; ".join(part for part in (by, sure) if part)
    told = f"{entry.get('place')}: {what}" + (f" ({said})" if said else "") + (f": {why}" if why else "")
    return wrap(told, COLUMNS, "", "    ")
