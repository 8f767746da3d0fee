"""Page numbers as they are printed: alone on a line or at one end of a running head."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.numerals import roman_value
from edition.regex import regex

# Words that stand before a page number, in several languages.
PAGE_WORDS = r"(?:pages?|pg|pp?|página|pagina|pág|pag|seite|s|side|sida|folio|fol|f)"
NUMBER = r"(?:\d{1,4}|[ivxlc]{1,9}|[IVXLC]{1,9})"
_LONE = regex(rf"(?:[\[({{<|*•·~–—-]{{0,3}}|[=~_*–—-]{{4,12}})[ \t]*(?:{PAGE_WORDS}\b\.?[ \t]*)?({NUMBER})"
              rf"(?:[ \t]*(?:/|of|von|de|sur)[ \t]*\d{{1,4}})?[ \t]*(?:[\])}}>|*•·~.:–—-]{{0,3}}|[=~_*–—-]{{4,12}})",
              re.IGNORECASE)
_NAMED = regex(r"\W{0,14}(?:page|seite|página|pagina|strona|sida|side)\b", re.IGNORECASE)
_RULED = regex(r"[=~_*–—-]{3,12}.*[=~_*–—-]{3}")
_FIRST = regex(rf"[\[(|–—-]?[ \t]*({NUMBER})[\])|.–—-]?(\s+(?:[|•·–—-]\s*)?)(?=\S)")
_LAST = regex(rf"(\s+(?:[|•·–—-]\s*)?|…+\s*)[\[(|–—-]?({NUMBER})[\])|.–—-]?\Z")
_OF_ALL = regex(rf"(\s+){PAGE_WORDS}\b\.?[ \t]+({NUMBER})[ \t]*(?:/|of|von|de|sur|di|z)[ \t]*\d{{1,4}}\Z",
                re.IGNORECASE)
LONGEST_FOLIO = 32
_LONGEST_HEAD = 120  # characters
_SLIP = regex(r"(?=.*[0-9OoIl])[0-9OoIlSsBZzG|!.,'’ -]{1,5}")


class Folio(NamedTuple):
    """A page number: as printed, its value, whether it is roman, and where it stands (offsets into the line)."""

    printed: str
    value: int
    roman: bool
    start: int
    end: int


def _folio(printed: str, start: int, end: int) -> Folio | None:
    if printed.isdigit():
        return Folio(printed, int(printed), False, start, end)
    value = roman_value(printed)
    return Folio(printed, value, True, start, end) if value else None


def lone_folio(line: str) -> Folio | None:
    """The page number that a line is: `12`, `- 12 -`, `[12]`, `Page 12`, `xii`, `| 12`, `12 of 30`."""
    if len(line) > LONGEST_FOLIO:
        return None
    match = _LONE.fullmatch(line)
    return _folio(match[1], 0, len(line)) if match else None


def named_folio(line: str) -> bool:
    """Whether a line with a page number says that it is one."""
    return bool(_NAMED.match(line))


def ruled_folio(line: str) -> bool:
    """Whether a line with a page number has rules on both sides."""
    return bool(_RULED.fullmatch(line))


def headed_folio(line: str) -> Folio | None:
    """The page number at one end of a running head: `12   OF THE CIRCULATION`, `OF THE CIRCULATION   Page 12 of 40`."""
    if (len(line) > _LONGEST_HEAD and len(" ".join(line.split())) > _LONGEST_HEAD) or (
            sum(map(str.isalpha, line)) < 3):
        return None
    if (match := _FIRST.match(line)) and (found := _folio(match[1], 0, match.start(2))):
        return found
    if match := _OF_ALL.search(line, max(0, len(line) - LONGEST_FOLIO)):
        return _folio(match[2], match.end(1), len(line))
    if match := _LAST.search(line[-16:]):
        at = max(0, len(line) - 16)
        return _folio(match[2], at + match.end(1), len(line)) if at + match.start() else None
    return None


def misread_folio(line: str) -> bool:
    """Whether a line may be a page number that was misread: few characters, digits or what is taken for digits."""
    return bool(_SLIP.fullmatch(line))
