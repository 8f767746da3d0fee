"""Skins: the mark-up of the source around each element, each different one declared once."""

from __future__ import annotations

import re

from edition.records import field, mutable
from edition.regex import regex

_BLANKS = regex(r"[ \t\n\r\f\v]+")
_UNFIT = regex("[\\\\{}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _escaped(text: str) -> str:
    """Characters that XML cannot hold, or that a skin says something with, as a backslash and six digits."""
    return _UNFIT.sub(lambda match: f"\\{ord(match[0]):06X}", text)


@mutable
class Skins:
    """Each different skin once: `#r3` → what stood before and after the element."""

    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def pointer(self, before: str, after: str, n: str) -> str:
        """The value of @rendition for an element with this skin, "" where it is nothing but white space."""
        if not (before or after):
            return ""
        key = self._plain(before, n), self._plain(after, n)
        if not any(key):
            return ""
        return "#" + self.known.setdefault(key, f"r{len(self.known) + 1}")

    def declared(self) -> list[tuple[str, str, str]]:
        """(xml:id, before, after) in the order of first use."""
        return [(name, *key) for key, name in self.known.items()]

    @staticmethod
    def _plain(text: str, n: str) -> str:
        text = _BLANKS.sub(" ", text).strip(" ")
        # The element's own number stands as {n}, so that all notes share one skin.
        own = n and n in text and re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)
        if own:
            return f"{_escaped(text[:own.start()])}{{n}}{_escaped(text[own.end():])}"
        raised = n.translate(_RAISED) if n.isdecimal() else ""
        if raised and raised in text:
            return "{ⁿ}".join(map(_escaped, text.split(raised, 1)))
        return _escaped(text)
