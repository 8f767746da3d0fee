"""The text of a block with the signs that a style has for what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from edition.records import record
from edition.regex import regex
from edition.rendering.style import Style

M: Final = "{urn:edition:m}"
SPACE: Final = regex(r"[ \t\n\r\f\v]+")
_SIGNS: Final = {"italic": "_", "bold": "="}
_CHANGES: Final = {"del": "~~", "add": "^"}  # what was struck out and inserted on the page
_BREAK: Final = "\0"  # a forced line break within a block; XML cannot hold this character
_BLANK: Final = " \t\n\r" + _BREAK
_PAGE: Final = "\1"  # around the number of a page in its place; nor this one
_IN_PLACE: Final = regex(r"(\s*)\1([^\1]*)\1(\s*)".replace(r"\1", _PAGE))
Element = Any  # lxml's own type cannot be had without its private names


@record
class Signs:
    """What is printed of the things within a text: by `style`; as the page has it (`diplomatic`) or as it is read.

    `entries`: of each entry of the register its number.
    """

    style: Style
    diplomatic: bool
    entries: Mapping[str, int]

    def parts(self, block: Element) -> list[str]:
        """The text of a block, cut at its forced line breaks."""
        text = _IN_PLACE.sub(_page_in_place, self._within(block))
        return [part for raw in text.split(_BREAK) if (part := SPACE.sub(" ", raw).strip(" "))]

    def page(self, mark: Element) -> str:
        """The sign for the beginning of a page; "" where this style has none."""
        if not (self.diplomatic or self.style.pages):
            return ""
        return f"[p. {mark.get('n')}]" if mark.get("n") else "[page break]"

    def _within(self, element: Element) -> str:
        out = [element.text or ""]
        for child in element:
            out += [self._one(child), child.tail or ""]
        return "".join(out)

    def _one(self, child: Element) -> str:
        """What is printed of an element within a block."""
        kind = child.tag.removeprefix(M)
        if kind == "page":
            page = self.page(child)
            return page and (f"{_BREAK}{page}{_BREAK}" if self.diplomatic else f"{_PAGE}{page}{_PAGE}")
        if kind == "br":
            return _BREAK
        if kind == "call":
            return f"[{child.get('mark')}]"
        if kind == "mark":
            return f"{{{self.entries[child.get('entry')]}}}" if self.style.marks else ""
        if kind == "gap" and child.get("extent"):
            return f"[{child.get('extent')}]"
        text = self._within(child)
        if kind == "look":
            return self._looking(child, text)
        if not text.strip(_BLANK):
            return text
        sign = _CHANGES.get(kind, "")
        return f"{text} [?]" if kind == "unclear" else f"{sign}{text}{sign}"

    def _looking(self, look: Element, text: str) -> str:
        if self.style.pg and look.get("small-caps"):
            text = text.upper()
        sign = "" if self.style.plain or not flat(look) else _SIGNS.get(look.get("as"), "")
        return f"{sign}{text}{sign}"


def _page_in_place(found: Any) -> str:
    """The number of a page between words stands between spaces; within a word it parts nothing."""
    space = " " if found[1] or found[3] else ""
    return f"{space}{found[2]}{space}"


def flat(element: Element) -> str:
    """The bare text of a block on one line."""
    return SPACE.sub(" ", "".join(element.itertext())).strip(" ")
