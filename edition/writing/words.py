"""How many words a reader of the edition reads: letters and digits, also with an apostrophe or a hyphen between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.regex import regex

# The elements that are read in part, and those whose child is read where it stands within a `choice`.
_IN_PART = regex(r"<(?P<end>/?)(?P<name>choice|corr|reg|fw|note|sic|orig|surplus|del)\b(?P<attributes>[^>]*+)(?<!/)>")
_TAG = regex(r"<[^>]*+>")
_ENTITY = regex(r"&\w+;")
_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*")
_CODE = "cp1252"  # has the characters of nearly all texts of the West, each as one byte


def _sort(byte: int) -> bytes:
    """What a byte of this code counts as: part of a word (a), what may join two parts (-), or neither."""
    character = bytes([byte]).decode(_CODE, "ignore")
    return b"a" if character.isalnum() else b"-" if character and character in "’'-" else b" "


_SORTS = b"".join(map(_sort, range(256)))


def count_words(text: str) -> int:
    """The words of a `text` element as the edition reads it, without its notes and the furniture of its pages.

    It must be written as we do: no comments, no CDATA, and `>` in a text or an attribute as an entity.
    """
    read = _TAG.sub("", "".join(_read(text)))
    return _words_in(_ENTITY.sub("&", read) if "&" in read else read)


def _read(text: str) -> Iterator[str]:
    """The pieces of a text that are read: of two readings the edition's."""
    at, around, left_out = 0, [""], 0  # how many of the open elements stand in one that is not read, or are it
    for tag in _IN_PART.finditer(text):
        if tag["end"]:
            around.pop()
            if left_out:
                left_out -= 1
                at = tag.end()
            continue
        if not left_out and _is_left_out(tag["name"], tag["attributes"], around[-1]):
            yield text[at:tag.start()]
            left_out = 1
        elif left_out:
            left_out += 1
        around.append(tag["name"])
    yield text[at:]


def _is_left_out(name: str, attributes: str, parent: str) -> bool:
    return (name in ("fw", "del") or (name == "note" and 'place="inline"' not in attributes)
            or (name in ("sic", "orig") and parent == "choice")
            or (name == "surplus" and 'reason="repeated"' not in attributes))


def _words_in(text: str) -> int:
    try:
        # The code of ASCII alone is written many times faster.
        sorts = text.encode("ascii" if text.isascii() else _CODE).translate(_SORTS)
    except UnicodeEncodeError:
        return len(_WORD.findall(text))
    parts = sorts.startswith(b"a") + sorts.count(b" a") + sorts.count(b"-a")
    return parts - len(re.findall(rb"-(?<=a-)(?=a)", sorts))
