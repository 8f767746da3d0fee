"""Text in ASCII alone: each other character as the letters and signs that come nearest, or as its number."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import Any, Final

from edition.regex import regex

# What decomposition (NFKD) does not tell. Typographic signs as typewriters have them, letters as they are respelt.
_WRITTEN: Final = {
    **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″«»", '"'), "‹": "<", "›": ">", **dict.fromkeys("‐‑‒–−", "-"),
    "—": "--", "―": "--", "…": "...", "•": "*", "·": ".", "×": "x", "÷": "/", "⁄": "/", "→": "->", "←": "<-", "ß": "ss",
    "ẞ": "SS", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ł": "L", "ł": "l",
    "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d", "ı": "i", "€": "EUR", "£": "L", "§": "Sec.", "¶": "Par.", "†": "+",
    "‡": "++", "°": " deg.", "©": "(c)", "®": "(R)", "¿": "?", "¡": "!", "↩": "^", "¢": "c", "\u00a0": " ",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")}
_FRACTION: Final = regex(r"(?<=\d)(?=[¼½¾⅐-⅞])")  # 3½ is 3 1/2


@cache
def written(char: str) -> str:
    """A character in ASCII: "é" is "e", "—" is "--", "Ж" is "[U+0416]"."""
    if char.isascii():
        return char
    if char in _WRITTEN:
        return _WRITTEN[char]
    parts = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)]
    if parts == [char]:
        return f"[U+{ord(char):04X}]"
    return "".join(map(written, parts))


def fold(text: str) -> str:
    """A text in ASCII."""
    if text.isascii():
        return text
    return "".join(map(written, _FRACTION.sub(" ", unicodedata.normalize("NFC", text))))


def fold_tree(element: Any) -> None:
    """All text and attributes of a tree in ASCII."""
    for one in element.iter():
        one.text, one.tail = one.text and fold(one.text), one.tail and fold(one.tail)
        for name, value in one.attrib.items():
            one.set(name, fold(value))


def changes(text: str) -> list[str]:
    """What a text has beyond ASCII: character, how it is written, how often; the most frequent first."""
    counted = Counter(char for char in text if not char.isascii())
    return [f'{char} (U+{ord(char):04X}) as "{written(char)}", {count} times' if count > 1 else
            f'{char} (U+{ord(char):04X}) as "{written(char)}", once'
            for char, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
