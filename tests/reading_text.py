"""The text as each output has it, and how by the contract one output follows from another.

Three ways lead to the same text: from the TEI by a walk of its own, from the page by its blocks, from the plain texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any, NamedTuple

from lxml import html

from edition.rendering.style import Style

TEI = "{http://www.tei-c.org/ns/1.0}"
START, END = "*** START OF TEXT ***", "*** END OF TEXT ***"
_EDITORIAL = {"corr", "reg", "sic", "supplied", "surplus", "secl", "gap", "unclear"}
_GROUPS = ("opener", "closer", "docTitle", "lg", "list", "castList")
_BOXES = {"blockquote", "div", "p", "ul", "ol", "li", "table", "caption", "tr", "td", "th", "figure", "figcaption",
          "section", "h2", "h3", "h4", "h5", "h6", "hr"}
_CHANGES = {"del": "~~", "ins": "^"}
DEFAULT, PRINTED = Style(), Style(pages=True)
Element = Any


class Block(NamedTuple):
    """A block of the text: its address ("" if it has none of its own), its element, its words."""

    id: str
    kind: str
    text: str


class Piece(NamedTuple):
    """What a plain text must have next, without white space: one of `forms`. `where`: the block it is of."""

    where: str
    forms: tuple[str, ...]


def letters(text: str) -> str:
    """Text without white space: the outputs may break lines where they like."""
    return re.sub(r"\s+", "", text)


# The page


def region(page: str) -> Element:
    """The part of a page that is the text."""
    return html.document_fromstring(page).get_element_by_id("text")


def blocks_of(page: str) -> list[Element]:
    """The blocks of a page, as its elements."""
    blocks: list[Element] = html.document_fromstring(page).xpath("//*[@data-text]")
    return blocks


def signed(block: Element) -> str:
    """The words of a block of a page, with the calls of notes and the signs of plain text."""
    return " ".join(_signed(block, DEFAULT).split())


def _notes(page: str) -> list[Element]:
    notes: list[Element] = html.document_fromstring(page).xpath("//section[@id='notes']/ol/li")
    return notes


def note_letters(page: str) -> Counter[str]:
    """The letters of the notes of a page, in no order."""
    said = ".//text()[not(ancestor::a[@role='doc-noteref' or @role='doc-backlink'] or ancestor::*[@class='said-by'])]"
    return Counter(letters("".join(text for note in _notes(page) for text in note.xpath(said))))


def between(text: str) -> str:
    """The text of a plain-text edition, without header, notes and transcriber's note."""
    return text.split(START)[1].split(END)[0]


def notes_below(text: str) -> str:
    """The notes of a plain-text edition, without what the edition says of them."""
    notes = text.split(END)[1].split("TRANSCRIBER'S NOTE")[0].partition("NOTES\n")[2]
    return re.sub(r"\[Editor:\]|\[(?:No|The\s+source\s+has\s+no)\s+reference\s+to\s+this\s+note[^\]]*\]", "", notes)


def page_blocks(text: Element) -> list[Block]:
    """The blocks of a page, without the calls of notes."""
    bare = ((block, _bare(block)) for block in text.iter("*")
            if block.get("data-text"))
    return [Block(block.get("id", ""), block.get("data-text"), " ".join(words.split()))
            for block, words in bare if words.strip()]


def _bare(block: Element) -> str:
    return "".join(block.xpath(".//text()[not(ancestor::a[@role='doc-noteref'])]"))


# The corpus


def table_blocks(table: str) -> list[Block]:
    """The blocks of a corpus as a table."""
    rows = (row.split("\t") for row in table.split("\n")[1:-1])
    return [Block(row[0], row[3], row[4]) for row in rows]


# What plain text must be, by the contract, if the page is this


def plain(element: Element, style: Style = DEFAULT) -> Iterator[Piece]:
    """The pieces of the plain text of a region of a page."""
    if element.tag == "table":
        yield Piece("a table", tuple(_tables(element, style)))
    elif element.tag == "figure":
        yield from _figure(element, style)
    elif element.tag == "hr":
        yield Piece("a break", ("***",))
    elif _is_block(element):
        text = letters(_signed(element, style))
        yield Piece(element.get("id") or element.get("data-text", ""), (_mark(element, text) + text,))
    elif "pb" in _classes(element):
        yield Piece("a page", (letters(_page(element)) * style.pages,))
    else:
        inside = [piece for child in _children(element) for piece in plain(child, style)]
        yield Piece("the mark of an item", (_mark(element, "".join(piece.forms[0] for piece in inside)),))
        yield from inside


def _children(element: Element) -> Iterator[Element]:
    """What stands in an element; of a table the heading stands before it."""
    for child in element:
        if child.tag == "section" and "scroll" in _classes(child):
            yield from child.xpath("table/caption")
        if child.tag != "caption":
            yield child


def _is_block(element: Element) -> bool:
    """A block of the text; in notes they have no mark, but are what holds no other."""
    return bool(element.get("data-text")) or (
        element.tag in _BOXES and element.tag not in ("figure", "table", "hr")
        and (element.tag == "p" or bool(element.text_content().strip()))
        and not any(one.tag in _BOXES for one in element.iter("*") if one is not element))


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _page(mark: Element) -> str:
    return f"[p. {mark.get('data-n')}]" if mark.get("data-n") else "[page break]"


def _signed(element: Element, style: Style) -> str:
    """The text of a block with the signs that plain text has for what stands in it."""
    if element.get("role") == "doc-noteref":
        return f"[{element.text_content()}]"
    if element.get("role") == "doc-backlink" or "said-by" in _classes(element):
        return ""
    if "pb" in _classes(element):
        return _page(element) * style.pages
    if element.get("href", "").startswith("#app-") and "cm" in _classes(element):
        return f"{{{_numbers(element)[element.get('href')[1:]]}}}" * style.marks
    if "gap" in _classes(element) and "," in element.get("title", ""):
        return f"[{element.get('title')}]"
    text = (element.text or "") + "".join(_signed(child, style) + (child.tail or "") for child in element)
    if element.tag in _CHANGES and text.strip():
        return f"{_CHANGES[element.tag]}{text}{_CHANGES[element.tag]}"
    sign = _emphasis(element)
    if sign and not style.plain and _bare(element).strip() and sign not in map(_emphasis, element.iterancestors()):
        text = f"{sign}{text}{sign}"
    return text + "[?]" * ("unclear" in _classes(element) and bool(text.strip()))


def _numbers(mark: Element) -> dict[str, int]:
    """The numbers of the entries in the register of the page."""
    rows = mark.getroottree().xpath("//*[starts-with(@id, 'app-')]/@id")
    return {row: number for number, row in enumerate(rows, 1)}


def _emphasis(element: Element) -> str:
    """The sign for the look of a phrase."""
    classes = {*_classes(element)}
    if element.tag in _BOXES or classes & _EDITORIAL:
        return ""
    if "stage" in classes and (_bare(element).lstrip().startswith(("(", "["))
                               or any("stage" in _classes(one) for one in element.iterancestors())):
        return ""
    if element.tag in ("b", "strong") or "b" in classes:
        return "="
    return "_" if "i" in classes or (element.tag in ("i", "em") and "ro" not in classes) else ""


def _mark(item: Element, text: str) -> str:
    """The mark before an item of a list."""
    if item.tag != "li" or not text or {"plain", "label", "castItem"} & {*_classes(item)}:
        return ""
    parent, n = item.getparent(), item.get("value") or item.get("data-n")
    if n:
        return letters(f"{n}.")
    if {"ordered", "numbered"} & {*_classes(parent)}:
        before = item.itersiblings("li", preceding=True)
        return f"{1 + sum(not {'plain', 'label'} & {*_classes(one)} for one in before)}."
    silent = {"simple", "gloss", "none"} & {*_classes(parent)} or any("label" in _classes(one) for one in parent)
    return "" if silent else "-"


def _figure(figure: Element, style: Style) -> Iterator[Piece]:
    """Captions in brackets; what else stands in a figure stands between them."""
    captions = ""
    told = False
    for child in _through(figure):
        pieces = [*plain(child, style)]
        said = "".join(piece.forms[0] for piece in pieces)
        if _is_block(child):
            captions += said
        elif said:
            yield from [Piece("a figure", (f"[Illustration:{captions}]",))][:bool(captions)]
            yield from pieces
            captions, told = "", True
    if captions or not told:
        yield Piece("a figure", (f"[Illustration:{captions}]" if captions else "[Illustration]",))


def _through(figure: Element) -> Iterator[Element]:
    """What stands in a figure; boxes that change no layout are looked through."""
    for child in _children(figure):
        if _is_block(child) or child.tag in ("figure", "ul", "ol", "section", "hr", "span") or (
                {*_GROUPS} & {*_classes(child)}):
            yield child
        else:
            yield from _through(child)


def _tables(table: Element, style: Style) -> Iterator[str]:
    """A table in columns; as records, each under its columns' labels; as records."""
    rows = [["".join(_cell(cell, style)) for cell in row] for row in table.iterchildren("tr")]
    yield "".join(map("".join, rows))
    if rows and all(cell.tag == "th" for cell in next(table.iterchildren("tr"))):
        names = [f"{label}:" if label else "" for label in rows[0]]
        yield "".join(_record([name + cell if cell else "" for name, cell in _beside(names, row)]) for row in rows[1:])
    yield "".join(map(_record, rows))


def _beside(names: list[str], row: list[str]) -> Iterator[tuple[str, str]]:
    return zip([*names, *[""] * (len(row) - len(names))], row, strict=False)


def _record(cells: Iterable[str]) -> str:
    return ";".join(filter(None, cells))


def _cell(cell: Element, style: Style) -> Iterator[str]:
    """What stands in a cell, on one line: all of a figure is one caption."""
    if cell.tag == "figure":
        words = "".join(text for child in _children(cell) for text in _cell(child, style))
        yield f"[Illustration:{words}]" if words else "[Illustration]"
    elif _is_block(cell) or cell.tag == "hr" or "pb" in _classes(cell):
        yield from (piece.forms[0] for piece in plain(cell, style))
    else:
        inside = "".join(text for child in _children(cell) for text in _cell(child, style))
        yield _mark(cell, inside) + inside


def plain_notes(page: str, style: Style = DEFAULT) -> Iterator[Piece]:
    """The pieces of the notes in a plain text: whose they are, and each with its mark."""
    for hand in html.document_fromstring(page).xpath("//section[@id='notes']/p[@class='hand']"):
        yield Piece("whose the notes are", (letters(hand.text_content()),))
    for note in _notes(page):
        mark = note.get("value") or note.get("data-n", "")
        yield Piece(f"note {mark}", (letters(f"[{mark}]"),))
        for child in _children(note):
            yield from plain(child, style)


# Comparing


def parting(pieces: Iterable[Piece], text: str) -> str:
    """Where a plain text departs from what it must be, in words; "" if it does not."""
    text, at = letters(text), 0
    for piece in pieces:
        fitting = [form for form in piece.forms if text.startswith(form, at)]
        if not fitting:
            return f"{piece.where}: {piece.forms[0]!r} expected, {text[at:at + len(piece.forms[0]) + 20]!r} found"
        at += len(max(fitting, key=len))
    return text[at:] and f"the end expected, {text[at:at + 60]!r} found"


# The TEI


def counted(tei: Element, printed: bool = False) -> tuple[Counter[str], Counter[str]]:
    """The letters of a text and of its notes, as the edition reads them or as `printed`; in no order."""
    text, notes = list[str](), list[str]()
    _walk(tei, text, notes, printed)
    return Counter(letters("".join(text))), Counter(letters("".join(notes)))


def _walk(element: Element, text: list[str], notes: list[str], printed: bool) -> None:
    """Collect what is read of an element, without its tail."""
    name = element.tag.removeprefix(TEI)
    if _is_left_out(element, name, printed):
        return
    if name == "note" and not _is_inline(element):
        text = notes
    if printed and name == "head" and _is_supplied(element):
        for note in element.iter(f"{TEI}note"):
            if not _is_inline(note) and all(one.tag != f"{TEI}note" for one in _up_to(note, element)):
                _walk(note, text, notes, printed)
        return
    bracketed = name == "supplied" and not _has_brackets(element)
    text.append("[" * bracketed + ("[…]" if name == "gap" else "") + (element.text or ""))
    for child in _chosen(element, name, printed):
        _walk(child, text, notes, printed)
        text.append(child.tail or "" if name != "choice" else "")
    text.append("]" * bracketed)


def _is_left_out(element: Element, name: str, printed: bool) -> bool:
    if printed:
        apparatus = name == "note" and element.get("type") == "apparatus"
        conjectured = (name == "gap" and element.get("resp") is not None and element.get("rendition") is None
                       and element.get("reason") != "illegible")
        return name in ("corr", "reg", "supplied") or apparatus or conjectured
    return name in ("fw", "del") or (name == "surplus" and element.get("reason") != "repeated")


def _up_to(element: Element, ancestor: Element) -> Iterator[Element]:
    """What stands around an element, or a piece of text, within an ancestor."""
    if isinstance(element, str):
        around = element.getparent() if element.is_text else element.getparent().getparent()
        return takewhile(lambda one: one is not ancestor, (around, *around.iterancestors()))
    return takewhile(lambda one: one is not ancestor, element.iterancestors())


def _is_supplied(heading: Element) -> bool:
    """A heading that is the edition's alone: it is not printed, but the notes to it are."""
    own = (text for text in heading.xpath(".//text()") if text.strip() and not any(
        step.tag in (f"{TEI}supplied", f"{TEI}corr") or (step.tag == f"{TEI}note" and not _is_inline(step))
        for step in _up_to(text, heading)))
    inside = {one.tag.removeprefix(TEI) for one in heading.iter("*")}
    return "supplied" in inside and "gap" not in inside and next(own, None) is None


def _is_inline(note: Element) -> bool:
    return note.get("place") == "inline" or (note.get("type") == "comment" and not note.get("place"))


def _has_brackets(supplied: Element) -> bool:
    words = "".join(supplied.itertext()).strip()
    return any(one.tag == f"{TEI}corr" for one in supplied.iterancestors()) or (
        words.startswith("[") and words.endswith("]"))


def _chosen(element: Element, name: str, printed: bool) -> list[Element]:
    """Of two readings the one of this view."""
    if name == "choice":
        wanted = [one for one in element if one.tag in [TEI + name for name in (
            ("sic", "orig") if printed else ("corr", "reg"))]]
        return wanted or list(element)
    return list(element)
