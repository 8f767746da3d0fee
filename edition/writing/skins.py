"""Skins: the mark-up of the source around each element, each different one declared once."""

from __future__ import annotations

from edition.records import field, mutable
from edition.regex import regex

_BLANKS = regex(r"[ \t\n\r\f\v]+")
_UNFIT = regex("[\\\\{}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_MARKS = frozenset("_*\"'“”‘’()[]„«»‹›/=")  # marks alone, as most skins are
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _escaped(text: str) -> str:
    """Characters that XML cannot hold, or that a skin says something with, as a backslash and six digits."""
    return _UNFIT.sub(lambda match: f"\\{ord(match[0]):06X}", text)


def _alone(n: str, text: str) -> int:
    """Where a number stands in a text and is no part of another or of a word; -1: nowhere."""
    at = text.find(n)
    while at >= 0 and (_in_word(text[at - 1:at]) or _in_word(text[at + len(n):at + len(n) + 1])):
        at = text.find(n, at + 1)
    return at


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


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
        if not text or (text in _MARKS and text != n):
            return text
        text = _BLANKS.sub(" ", text).strip(" ")
        # The element's own number stands as {n}, so that all notes share one skin.
        own = _alone(n, text) if n else -1
        if own >= 0:
            return f"{_escaped(text[:own])}{{n}}{Skins._plain(text[own + len(n):], n)}"
        raised = n.translate(_RAISED) if n.isdecimal() else ""
        if raised and raised in text:
            return "{ⁿ}".join(map(_escaped, text.split(raised, 1)))
        return _escaped(text)
