"""Persons who speak or are named: one id each, the forms of the name that occur grouped under it."""

from __future__ import annotations

import re
import unicodedata

from edition.records import record


@record
class Person:
    """`id`: an xml:id made of the name (`bucharin`). `name`: the fullest form that occurs; `variants`: the others."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    group: bool = False


# Letters that lose nothing but an accent by no decomposition; as libraries write them.
_LATIN = str.maketrans({
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)), "ё": "e", "ж": "zh", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "і": "i", "є": "ie", "ї": "i",
    **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "abgdezeiklmnxoprsstyfo", strict=True)), "θ": "th", "χ": "ch", "ψ": "ps",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th",
})


def unspaced(name: str) -> str:
    """A name printed in spaced letters as it is written: "D e r  W i r t" is "Der Wirt"."""
    letters = name.strip(" .:").split() if name[1:2] == " " else []
    if len(letters) < 3 or any(len(letter) > 1 for letter in letters):
        return name
    return " ".join("".join(word.split()) for word in re.split(r"[ ]{2,}", name))


def slug(name: str) -> str:
    """A lower-case ASCII xml:id of a name ("L. D. Trotsky" → "l-d-trotsky"); "person" where nothing is left.

    A name in an alphabet that has no transcription here keeps its letters: an xml:id may hold them.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    letters = sum(map(str.isalpha, name))
    if sum(map(str.isalpha, made)) * 2 < letters:
        made = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", name).lower()).strip("-")
    return made if made[:1].isalpha() else f"person-{made}".rstrip("-")
