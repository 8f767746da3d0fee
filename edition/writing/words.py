"""How many words a text has: letters and digits, also with an apostrophe or a hyphen between them."""

from __future__ import annotations

import re

from edition.regex import regex

_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*")
_CODE = "cp1252"  # has the characters of nearly all texts of the West, each as one byte


def _sort(byte: int) -> bytes:
    """What a byte of this code counts as: part of a word (a), what may join two parts (-), or neither."""
    character = bytes([byte]).decode(_CODE, "ignore")
    return b"a" if character.isalnum() else b"-" if character and character in "’'-" else b" "


_SORTS = b"".join(map(_sort, range(256)))


def words_in(text: str) -> int:
    """How many there are in a text."""
    try:
        sorts = text.encode(_CODE).translate(_SORTS)
    except UnicodeEncodeError:
        return len(_WORD.findall(text))
    parts = sorts.startswith(b"a") + sorts.count(b" a") + sorts.count(b"-a")
    return parts - len(re.findall(rb"-(?<=a-)(?=a)", sorts))
