"""How the names, the lists and the values of a grammar are put into words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from lxml import etree

from edition.regex import regex
from edition.validation.grammar import Declaration

_LISTED = 24          # so many names are listed in a message; of more, the first and the number
_QUOTED = 40          # characters of a text that a message quotes
_DAY = regex(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_XML = "{http://www.w3.org/XML/1998/namespace}"


def local(name: str) -> str:
    """A name without its namespace."""
    return etree.QName(name).localname


def namespace(name: str) -> str:
    """The namespace of a name, "" where it is in none."""
    return etree.QName(name).namespace or ""


def at(name: str) -> str:
    """An attribute as people write it: @n, @xml:id."""
    return "@" + (f"xml:{name[len(_XML):]}" if name.startswith(_XML) else local(name))


def several(names: Iterable[str]) -> str:
    """A list; of a long one its beginning, and how many more there are."""
    names = list(names)
    if len(names) <= _LISTED:
        return ", ".join(names)
    return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"


@cache
def tags(allowed: tuple[Declaration, ...], lead: str = "") -> str:
    """Elements as start tags, in alphabetical order. `lead`: words before them where there are several."""
    named = sorted({f"<{local(one.name)}>" if one.names.names else "any element" for one in allowed}, key=str.casefold)
    return (lead if len(named) > 1 else "") + several(named)


def meant(name: str, known: tuple[str, ...]) -> str:
    """A question after the name that is likely meant; "" where none is near."""
    near = _near(name, known, 0.7)
    return f" (do you mean {near}?)" if near else ""


def instead(name: str, known: tuple[str, ...]) -> str:
    """What to write for a name that is no good; "" where none is near enough to say so."""
    near = _near(name, known, 0.8)
    return f"write {near} instead of {name}" if near else ""


def date_instead(value: str) -> str:
    """What to write for a day in the order of day, month and year; "" where that is not what it is.

    With slashes it is so only where the month cannot come first.
    """
    found = _DAY.fullmatch(value.strip())
    day, month, year = (int(found[1]), int(found[3]), found[4]) if found else (0, 0, "")
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (found and found[2] == "/" and day <= 12):
        return ""
    return f"write {year}-{month:02}-{day:02} instead of {value}"


@cache
def _near(name: str, known: tuple[str, ...], alike: float) -> str:
    prefixed = name.replace("@", "@xml:", 1)
    same = [one for one in known if one.lower() in (name.lower(), prefixed)]
    return next(iter(same or get_close_matches(name, known, 1, alike)), "")


def quoted(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    short = " ".join(text.split())
    return f"“{short[:_QUOTED]}…”" if len(short) > _QUOTED else f"“{short}”"
