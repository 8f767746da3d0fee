"""The plain-text editions for readers: blocks as XSLT hands them over, laid out in lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from edition.rendering.ascii import fold, fold_tree
from edition.rendering.inline import M, Signs, flat
from edition.rendering.layout import Layout
from edition.rendering.style import Style
from edition.rendering.wrap import wrap

START, END = "*** START OF TEXT ***", "*** END OF TEXT ***"
NOTES, REGISTER = "NOTES", "TRANSCRIBER'S NOTE"
_LEGEND: Final = "What was printed stands before the arrow, what this edition reads behind it; ‹ › enclose both."
_LINES: Final = " Lines named here are those of the digital copy."
_SIGNED: Final = tuple(M + name for name in ("look", "gap", "unclear", "del", "add", "mark", "page"))
Element = Any


def reading(document: Element, style: Style) -> str:
    """The edition for readers: header, text between START and END, NOTES, TRANSCRIBER'S NOTE."""
    if style.ascii:
        fold_tree(document)
    entries = document.findall(f"{M}register/{M}entry")
    numbers = {entry.get("id"): number for number, entry in reversed([*enumerate(entries, 1)])}
    layout = Layout(document, Signs(style, document.get("view") != "reading", numbers))
    text = layout.text(document.find(f"{M}text"))
    parts = [[*_header(document, style), "", START, "", *text, "", END] if style.header else text,
             _notes(document, layout.notes(), style), _register(entries, style)]
    return _file("\n\n\n".join("\n".join(part) for part in parts if part))


def _file(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip("\n") + "\n") if text.strip() else ""


def _wrapped(texts: Iterable[str], style: Style, rest: str = "") -> list[str]:
    """What the edition says in its own words."""
    return [line for text in texts for line in wrap(fold(text) if style.ascii else text, style.columns, "", rest)]


def _header(document: Element, style: Style) -> list[str]:
    lines = [*map(flat, document.iterfind(f"{M}facts/{M}line"))]
    if signs := "; ".join(_signs(document, style)):
        lines.append(f"Signs: {signs}")
    return _wrapped(lines, style, "    ")


def _signs(document: Element, style: Style) -> Iterator[str]:
    """The signs that this text has, in words."""
    has = {(one.tag.removeprefix(M), one.get("as", "")) for one in document.iter(*_SIGNED)}
    signs = (("_italic_", ("look", "italic") in has and not style.plain),
             ("=bold=", ("look", "bold") in has and not style.plain),
             ("[…] something is missing", ("gap", "") in has),
             ("[word] supplied by the edition", document.get("supplied") == "true"),
             ("[?] hard to read", ("unclear", "") in has),
             ("~~struck out in the source~~", ("del", "") in has), ("^inserted in the source^", ("add", "") in has),
             ("[p. 2] here a page begins", style.pages and ("page", "") in has),
             ("{1} told in the TRANSCRIBER'S NOTE", style.marks and ("mark", "") in has),
             ("[ ] in the lines above: supplied by the edition, not certain", document.get("brackets") == "true"))
    return (sign for sign, is_there in signs if is_there)


def _notes(document: Element, notes: list[str], style: Style) -> list[str]:
    """The notes at the end, under whose they are."""
    hands = _wrapped(map(flat, document.iterfind(f"{M}notes/{M}line")), style)
    return [NOTES, "", *hands, *[""][:len(hands)], *notes] if notes else []


def _register(entries: list[Element], style: Style) -> list[str]:
    if not entries:
        return []
    lines = any(re.search(r"lines? \d", entry.get("why", "")) for entry in entries)
    told = (f"{{{number}}} " * style.marks + _entry(entry) for number, entry in enumerate(entries, 1))
    return [REGISTER, "", *_wrapped([_LEGEND + _LINES * lines], style), "", *_wrapped(told, style, "    ")]


def _entry(entry: Element) -> str:
    """p. 169: ‹three year's› -> ‹three years'› (automatic; certainty high): the possessive of the plural"""
    by = "automatic" if entry.get("automatic") == "true" else entry.get("by", "")
    sure, why = entry.get("cert", ""), entry.get("why", "")
    sure = f"certainty {sure}" if sure in ("high", "medium", "low") else sure
    said = "; ".join(part for part in (by, sure) if part)
    return f"{entry.get('place')}: {_change(entry)}" + (f" ({said})" if said else "") + (f": {why}" if why else "")


def _change(entry: Element) -> str:
    kind, printed, read = entry.get("kind", ""), entry.get("printed", ""), entry.get("read", "")
    if kind == "gap":
        return f"gap ({printed})" + (f" after ‹{read}›" if read else "")
    if kind in ("left as printed", "printed twice", "displaced"):
        return f"‹{printed}› {kind}"
    if kind == "left out":
        return f"‹{printed}› -> ‹{read}›" if read else f"‹{printed}› left out"
    return f"‹{printed}› -> ‹{read}›" if printed else f"supplied ‹{read}›"
