"""Blocks in lines: what is set in, what is parted from what, and where notes stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from lxml import etree

from edition.rendering.inline import M, Signs
from edition.rendering.wrap import table, width, wrap

_BREAK: Final = "* * *"
_HANGING: Final = "    "
_LEAVES: Final = frozenset(("p", "head", "speaker", "l"))
Element = Any
Block = tuple[Element, str]  # with its kind


class Layout:
    """The lines of one document; each note stands in them once."""

    def __init__(self, document: Element, signs: Signs) -> None:
        self._signs, self._style = signs, signs.style
        self._columns = signs.style.columns
        self._notes: dict[str, Element] = {note.get("id"): note for note in document.iterfind(f"{M}notes/{M}note")}
        headed = (div for div in document.iter(f"{M}div") if div.find(f"{M}b[@kind='head']") is not None)
        self._chapter = min((int(div.get("level")) for div in headed), default=1)

    def text(self, text: Element) -> list[str]:
        """The lines of the text, with the notes that stand in it."""
        return self._run(self._with_notes(_stream(text)))

    def notes(self) -> list[str]:
        """The lines of the notes that stand at the end: those that did not stand in the text."""
        return self._run((note, "note") for note in list(self._notes.values()))

    def _with_notes(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks, each note behind the paragraph or the part of a section that calls it, as the style will."""
        called = list[Block]()
        for block, kind in blocks:
            if kind != "seam":
                yield block, kind
                called += self._called(block) if self._style.notes != "work" else ()
            if kind == "seam" or self._style.notes == "paragraph":
                yield from called
                called = []
        yield from called

    def _called(self, block: Element) -> Iterator[Block]:
        """The notes that are called within a block or note for the first time."""
        for call in block.iter(f"{M}call"):
            note = self._notes.pop(call.get("note"), None)
            if note is not None:
                yield note, "note"
                yield from self._called(note)

    def _run(self, blocks: Iterable[Block], inset: str = "", parent: Element = None) -> list[str]:
        """The lines of a run of blocks. `inset`: what all begin with; `parent`: the group that they are."""
        laid = [(block, kind, lines) for block, kind in blocks if (lines := self._block(block, kind, inset))]
        out = laid[0][2] if laid else []
        for (before, above, _), (block, kind, lines) in pairwise(laid):
            if parent is None:
                grouped = above == kind and kind in ("l", "item")
            else:
                grouped = parent.get("tight") or kind in ("l", "item", "page")
            out += [""] * (0 if above == "speaker" or grouped else self._space(before, above, block, kind)) + lines
        return out

    def _space(self, before: Element, above: str, block: Element, kind: str) -> int:
        """How many empty lines part two blocks."""
        if kind == "head" and above != "head":
            return 4 if self._style.pg and self._is_chapter(block) else 2
        return 2 if self._style.pg and above == "head" != kind and self._is_chapter(before) else 1

    def _is_chapter(self, head: Element) -> bool:
        division: Element = next(head.iterancestors(f"{M}div"))
        return int(division.get("level")) == self._chapter

    def _block(self, block: Element, kind: str, inset: str) -> list[str]:
        if kind in _LEAVES:
            return self._leaf(block, kind, inset)
        make = getattr(self, f"_{kind}", None)
        lines: list[str] = make(block, inset) if make else []
        return lines

    def _indent(self, block: Element, inset: str) -> str:
        """What a line of a block begins with: never more than half a line."""
        return (inset + " " * int(block.get("indent", "0")))[:self._columns // 2]

    def _leaf(self, block: Element, kind: str, inset: str) -> list[str]:
        indent = self._indent(block, inset)
        return self._wrapped(self._signs.parts(block), indent, indent + _HANGING if kind == "l" else indent)

    def _wrapped(self, parts: Iterable[str], first: str, rest: str) -> list[str]:
        lines = list[str]()
        for part in parts:
            lines += wrap(part, self._columns, rest if lines else first, rest, self._style.break_hyphens)
        return lines

    def _group(self, group: Element, inset: str) -> list[str]:
        return self._run(_stream(group), inset, group)

    def _item(self, item: Element, inset: str) -> list[str]:
        """An item: its mark, then its words, or its blocks."""
        indent, mark = self._indent(item, inset), item.get("mark", "")
        first = f"{indent}{mark} " if mark else indent
        inner = " " * min(width(first), self._columns // 2)
        if item.tag == f"{M}b":
            return self._wrapped(self._signs.parts(item), first, inner if mark else indent + _HANGING)
        lines = self._run(_stream(item), inner)
        if not (lines and mark):
            return lines
        beside = len(inner) == len(first) and lines[0].startswith(inner)
        return [first + lines[0][len(inner):], *lines[1:]] if beside else [first.rstrip(), *lines]

    def _table(self, block: Element, inset: str) -> list[str]:
        rows = block.findall(f"{M}row")
        cells = [[" ".join(self._on_a_line(cell)) for cell in row.iterfind(f"{M}cell")] for row in rows]
        head = rows[0].findall(f"{M}cell") if rows else []
        labelled = bool(head) and all(cell.get("role") == "label" for cell in head)
        lines = table(cells, self._columns, self._indent(block, inset), cells[0] if labelled else ())
        return lines if any(lines) else []

    def _on_a_line(self, element: Element) -> Iterator[str]:
        """What stands in a cell, whatever it is, as words of one line."""
        for child, kind in _stream(element):
            if kind == "figure":
                yield _illustration(self._on_a_line(child))
            elif kind == "page":
                yield from filter(None, [self._signs.page(child)])
            elif kind == "break":
                yield _BREAK
            else:
                inside = self._signs.parts(child) if child.tag == f"{M}b" else list(self._on_a_line(child))
                yield from [child.get("mark", "")][:bool(inside and child.get("mark"))]
                yield from inside

    def _figure(self, figure: Element, inset: str) -> list[str]:
        """Captions in brackets, in order with what else stands in a figure."""
        indent, captions, out = self._indent(figure, inset), list[str](), list[list[str]]()
        for child, kind in [*_stream(figure), (figure, "end")]:
            lines = [] if child.tag == f"{M}b" or kind == "end" else self._block(child, kind, inset)
            if child.tag == f"{M}b":
                captions += self._signs.parts(child)
            if captions and (lines or kind == "end"):
                out.append(self._wrapped([_illustration(captions)], indent, indent))
                captions = []
            out += [lines] if lines else []
        return "\n\n".join("\n".join(lines) for lines in out or [[f"{indent}{_illustration(())}"]]).split("\n")

    def _break(self, _: Element, inset: str) -> list[str]:
        return [" " * ((self._columns - len(_BREAK)) // 2) + _BREAK]

    def _page(self, page: Element, inset: str) -> list[str]:
        return list(filter(None, [self._signs.page(page)]))

    def _note(self, note: Element, _: str) -> list[str]:
        mark = f"[{note.get('mark')}]"
        lines = self._wrapped(self._signs.parts(note[0]), f"{mark} ", _HANGING) or [mark]
        rest = self._run(list(_stream(note))[1:], _HANGING)
        return [*lines, "", *rest] if rest else lines


def _illustration(captions: Iterable[str]) -> str:
    return f"[Illustration: {text}]" if (text := " ".join(captions)) else "[Illustration]"


def _stream(parent: Element) -> Iterator[Block]:
    """What stands in a box, with its kind; between sections a seam. Boxes that change no layout are looked through."""
    for child in parent:
        kind = child.get("kind") or etree.QName(child).localname
        if kind == "div":
            yield child, "seam"
        if kind in ("div", "cue"):
            yield from _stream(child)
        else:
            yield child, kind
        if kind == "div":
            yield child, "seam"
