"""Roman numerals: what they are worth, and how a number is written as one."""

from __future__ import annotations

from edition.regex import regex

_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_WELL_FORMED = regex(r"(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})|c+(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")


def roman_value(numeral: str) -> int:
    """The value of a roman numeral in small letters or in capitals, below 400; 0 of what is none."""
    low = numeral.lower()
    if numeral not in (low, numeral.upper()) or not _WELL_FORMED.fullmatch(low):
        return 0
    values = [_WORTH[letter] for letter in low]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def roman(value: int) -> str:
    """A number below 400 as a roman numeral in small letters."""
    tens, ones = divmod(value % 100, 10)
    return "c" * (value // 100) + _TENS[tens] + _ONES[ones]
