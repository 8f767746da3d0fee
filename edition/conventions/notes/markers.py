"""The marks of notes: how a line opens that begins a note, and what in a text may call one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from edition.numerals import roman_value
from edition.regex import regex
from edition.rules import Context
from edition.words import holds

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGNS_OF_TEX = {"\\dagger": "†", "\\ddagger": "‡", "\\ast": "*"}
# The order of the printers: a page's first note is a star or a dagger, further ones double them.
_SYMBOLS = {symbol: place for place, symbol in enumerate(
    ("*", "†", "‡", "§", "‖", "||", "¶", "**", "††", "‡‡", "§§", "***", "†††", "‡‡‡", "****"), 1)}
_SYMBOL = r"\*{1,4}|∗{1,4}|†{1,3}|‡{1,3}|§{1,2}|‖|\|\||¶"
# What Markdown may name a note.
NAME = r"\d{1,4}[a-z]?|[A-Za-z]|\*{1,3}|†|(?:fn|note|ref|n)[-_]?\d{1,4}"
_PAGED = r"\d{1,3}:[A-Z]"   # by page and letter: 16:A
_LABEL = rf"{_PAGED}|\d{{1,3}}|[A-Za-z]|[ivxl]{{2,6}}|[IVXL]{{2,6}}|{_SYMBOL}"
# What a line says that begins a note, by language.
NOTE_WORDS = ("footnote", "note", "fußnote", "fussnote", "anmerkung", "anm", "nota", "noot")
_WORDED = "|".join((*NOTE_WORDS, *map(str.capitalize, NOTE_WORDS), *map(str.upper, NOTE_WORDS)))
_TEX_LABEL = rf"\d{{1,3}}|[a-z]|{_SYMBOL}|\\d?dagger|\\ast"

_TEX = rf"(?:\$|\\\()\s?(?:\{{\s?\}})?\s?\^\s?\{{?\s?({_TEX_LABEL})\s?\}}?\s?(?:\$|\\\))"


class Opening(NamedTuple):
    """A line that may begin a note: its mark is text[start:content]; `order`: its place in the counting of marks."""

    start: int
    content: int
    label: str
    form: str
    order: int


class Call(NamedTuple):
    """What may call a note: text[start:end]. `weight`: how sure its looks alone make it."""

    start: int
    end: int
    label: str
    form: str
    weight: int


# How a note begins, by form; the first that fits a line is its form.
_OPENINGS = tuple((form, regex(pattern)) for form, pattern in (
    ("caret", rf"\[\^({NAME})\]:?[ \t]*"),
    ("square", rf"\[({_LABEL})\][.:]?[ \t]*"),
    ("round", rf"\((\d{{1,3}}|[A-Za-z]|{_SYMBOL})\)[.:]?[ \t]*"),
    ("curly", rf"\{{({_PAGED}|\d{{1,3}}|[A-Za-z])\}}[ \t]*"),
    ("sup", rf"<sup>\s?({_LABEL})\s?[.)]?</sup>[.:]?[ \t]*"),
    ("tex", rf"{_TEX}[ \t]*"),
    ("hat", r"\^(\d{1,3}|[A-Za-z])\^[ \t]*"),
    ("power", r"\^\{?(\d{1,3})\}?[.:]?[ \t]+"),
    ("angle", r"<(\d{1,3})>[.:]?[ \t]*"),
    ("worded", rf"(?:{_WORDED})\.?[ \t]+(\d{{1,3}}|[A-Za-z])[ \t]?[.:)][.:—–-]*[ \t]*"),
    ("raised", r"([⁰¹²³⁴-⁹]{1,3})[.)]?[ \t]*"),
    ("symbol", rf"((?:\\\*){{1,3}}|{_SYMBOL})\)?[ \t]*"),
    ("point", r"(\d{1,3})\.[ \t]+"),
    ("colon", r"(\d{1,3}):[ \t]+"),
    ("half", r"(\d{1,3}|[A-Za-z])\)[ \t]+"),
    ("bare", r"(\d{1,3})[ \t]+"),
    ("fused", r"(\d{1,3})(?=[^\W\d_a-z]|[“„«\"‘]|https?:|www\.)"),
))
_FIRST = regex(r"[\[({<$^\\⁰¹²³⁴-⁹*∗†‡§‖|¶\d]|[A-Za-z]\)"
               r"|[FNA](?:oo?t|OO?T|u[sß]|nm|NM)[a-zA-Z]{0,7}\.?[ \t]+(?:\d{1,3}|[A-Za-z])[.:) ]")
_LINE = regex(rf"\n[ \t]*(?={_FIRST.pattern})")

# What calls a note: the form, a string without which there is none, its pattern.
_CALLS = tuple((form, cue, regex(pattern)) for form, cue, pattern in (
    ("caret", "[^", rf"\[\^({NAME})\](?!:)"),
    ("square", "[", rf"\[({_LABEL})\]"),
    ("curly", "{", r"\{(?<!\}\{)(?<!frac\{)(?:(?<![\^\w]\{)(\d{1,3}|[A-Za-z])|(?<=\w\{)(\d{1,3})"
     rf"|({_PAGED}))\}}"),
    ("sup", "<sup>", rf"<sup>\s?({_LABEL})\s?\)?</sup>"),
    ("tex", "^", _TEX),
    ("hat", "^", r"\^(\d{1,3}|[A-Za-z])\^"),
    # Of a letter alone a number raised so is a power.
    ("power", "^", r"\^(?:(?<=[^\W\d_]{2}\^)|(?<=[.,;:!?\"”’'»)\]]\^))\{?(\d{1,3})\}?(?![\d^}])"),
    ("angle", "<", r"<(\d{1,3})>"),
))
_AND = regex(r"\b(?:and|or|und|oder|et|ou|y|e|o|en|of)\s\Z")
_ROUND = regex(rf"\(({_LABEL})\)")
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UPRIGHT = regex(rf"[{_DIGITS}]{{1,3}}")
_SIGNS = "\\*∗†‡§‖|¶"
# Both begin with the character itself, which is rare, and look behind it afterwards.
_STAR = regex(r"[\\*∗†‡§‖|¶](?:(?<=\\)\*(?:\\\*){0,2}|(?<=\*)\*{0,3}|(?<=∗)∗{0,3}|(?<=†)†{0,2}|(?<=‡)‡{0,2}|"
              r"(?<=§)§?|(?<=\|)\||(?<=[‖¶]))")
# Last, as in old prints, with a blank before the number: at a sentence's end, or behind a word before a comma.
_GLUED = regex(r"\d(?:(?<=[^\W\d_]\d)\d{0,2}(?=[^\w]|_|\Z)"
               r"|(?<=[)\]”’\"'.,;:!?»_*%…]\d)\d{0,2}(?=[\s.,;:!?)”’\"»\]—–_*-]|\Z)"
               r"|(?<=[a-zà-ÿß][.,;:!?] \d)\d?(?=\s+[^\W\d_a-z]|[ \t]*\n|\Z)"
               r"|(?<=[a-z] \d)\d?(?=[.,;:]\s))")
# Forms that items of lists and numbered headings have too.
LISTED = frozenset(("point", "colon", "half", "bare", "fused", "round"))
EXPLICIT = frozenset(("caret", "square", "curly", "sup", "tex", "hat", "raised", "power", "angle", "worded"))
_PAGES = 10_000
FIRST = frozenset((1, 1000, 2001, 3001))  # the order of a first mark: 1, a, *, i


@lru_cache(maxsize=4096)  # a text has the same few hundred marks again and again
def label_of(mark: str) -> str:
    """What a mark says, however it is written: `³` and `3` are one, `\\*` and `*`, `\\dagger` and `†`."""
    return _SIGNS_OF_TEX.get(mark, mark.translate(_RAISED).replace("\\*", "*").replace("∗", "*"))


def order(label: str, romans: bool = False) -> int:
    """The place of a label in its counting: numbers, letters (from 1000), symbols (2000), roman numerals (3000), pages
    with a letter (10000).

    `romans`: whether a letter that may be a numeral is one. What stands in no counting has 0.
    """
    if label.isdecimal():
        return int(label)
    if ":" in label:
        page, _, letter = label.partition(":")
        return _PAGES + 26 * int(page) + ord(letter) - ord("A")
    if label in _SYMBOLS:
        return 2000 + _SYMBOLS[label]
    if (romans or len(label) > 1) and (value := roman_value(label)):
        return 3000 + value
    return 1000 + ord(label.lower()) - ord("a") if len(label) == 1 and label.isalpha() else 0


def follows(place: int, above: int) -> bool:
    """Whether one place in a counting is the next after another: of those by page it need only be a later one."""
    return place == above + 1 or place > above >= _PAGES


def is_symbol(place: int) -> bool:
    """Whether a place in the counting is that of a star, a dagger and the like."""
    return 2000 < place < 3000


def has_romans(text: str) -> bool:
    """Whether roman numerals mark what is counted."""
    return holds(text, "[ii]", "[II]", "(ii)", ">ii<")


def opening(text: str, start: int, end: int, romans: bool = False) -> Opening | None:
    """The mark with which the line text[start:end] begins, if it begins with one and something follows."""
    if not _FIRST.match(text, start, end):
        return None
    for form, pattern in _OPENINGS:
        match = pattern.match(text, start, end)
        if match and (match.end() < end or _heads(text, form, end)) and (form != "symbol" or _is_mark(text, match)):
            label = label_of(match[1])
            return Opening(start, match.end(), label, form, order(label, romans))
    return None


def openings(text: str) -> list[Opening]:
    """The lines of a text that may begin notes."""
    found = list[Opening]()
    for match in _LINE.finditer("\n" + text):
        start = match.end() - 1  # what is matched has one line end more before it
        end = text.find("\n", start)
        mark = opening(text, start, len(text) if end < 0 else end)
        if mark and mark.order:
            found.append(mark)
    return found


def _heads(text: str, form: str, end: int) -> bool:
    """Whether a plain mark that fills a line stands straight above the text of its note."""
    below = text[end + 1:end + 2]
    return form in EXPLICIT and text[end:end + 1] == "\n" and bool(below) and not below.isspace()


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """A star that stands alone; not one of a row of stars, nor an emphasis (`*so*`), nor a paragraph's number (§ 4)."""
    after = text[match.end():match.end() + 1]
    if match[1][0] in "§¶":
        return not after.isdigit()
    if match[1][0] != "*":
        return True
    line = text[match.end():(text.find("\n", match.end()) + 1 or len(text) + 1) - 1]
    spaced = match.end() > match.end(1)
    return not line.lstrip().startswith("*") and (spaced or not re.search(r"\S\*(?!\w)", line))


def calls(text: str, explicit: bool = False) -> list[Call]:
    """All that may be a call in a text, in order; only what is nothing else if it is asked to be `explicit`."""
    found = [call for form, cue, pattern in _CALLS if cue in text for call in _plain(text, form, pattern)]
    found += _raised(text)
    if not explicit:
        found += _round(text)
        found += _symbols(text)
        found += _glued(text)
    made, end = list[Call](), 0
    for call in sorted(found):  # of two at one place the wider is the mark, the other a part of it
        if call.start >= end:
            made.append(call)
            end = call.end
    return made


def document_calls(context: Context) -> list[Call]:
    """All that may be a call in the document's own text; a survey of it."""
    return calls(context.document().text)


def _plain(text: str, form: str, pattern: re.Pattern[str]) -> Iterator[Call]:
    for match in pattern.finditer(text):
        label = label_of(match[match.lastindex or 1])
        yield Call(match.start(), match.end(), label, form, _stands(text, match.start()))


def _stands(text: str, start: int) -> int:
    """How surely a mark calls a note by its place: behind a comma or an "and" it may count what is listed."""
    before = text[start - 1:start]
    if before and not before.isspace():
        return 6
    listed = text[start - 2:start - 1] in ("", ",", ";", ":", "\n", " ", "—") or _AND.search(text, start - 6, start)
    return 1 if listed or before not in (" ", "\n") else 3


def _round(text: str) -> Iterator[Call]:
    """`(3)`: behind a word it may call a note; behind a comma or a colon it counts what is listed."""
    for match in _ROUND.finditer(text) if "(" in text else ():
        weight = _stands(text, match.start()) - 1
        if weight and text[match.start() - 1] not in "([-–—":
            yield Call(match.start(), match.end(), label_of(match[1]), "round", weight)


def _raised(text: str) -> Iterator[Call]:
    for match in _UPRIGHT.finditer(text) if not text.isascii() and any(map(text.__contains__, _DIGITS)) else ():
        exponent = text[match.start() - 1:match.start()].isdigit() or text[match.start() - 2:match.start()] in (
            " m", "km", "cm", "mm", "dm")
        yield Call(match.start(), match.end(), match[0].translate(_RAISED), "raised", 1 if exponent else 6)


def _symbols(text: str) -> Iterator[Call]:
    """Stars and daggers behind a word. A star that closes an emphasis opened in the same paragraph is none."""
    opened, paragraph = "", 0
    for match in _STAR.finditer(text) if any(map(text.__contains__, _SIGNS)) else ():
        mark, start = match[0], match.start()
        before, after = text[start - 1:start], text[match.end():match.end() + 1]
        if mark[0] == "*":
            if paragraph <= start:
                paragraph, opened = text.find("\n\n", start) + 1 or len(text) + 1, ""
            if before.isalnum() or (before and before in ".,;:!?)”’\"»…]_%–—-'"):
                if opened:
                    opened = "" if len(mark) >= len(opened) else opened
                    continue
            elif not after.isspace() and after not in ",.;:)":
                opened = mark
                continue
        elif after.isdigit() or (after == " " and text[match.end() + 1:match.end() + 2].isdigit()):
            continue  # § 4: a number of something
        glued = bool(before) and not before.isspace() and before not in "*([{"
        if glued and not (after.isalnum() and mark[0] == "*"):
            yield Call(start, match.end(), label_of(mark), "symbol", 5)
        elif before == " " and text[start - 2:start - 1].isalnum() and (after in ",.;:)" or after.isspace()):
            yield Call(start, match.end(), label_of(mark), "symbol", 1)


def _glued(text: str) -> Iterator[Call]:
    """A number glued to what stands before it: surest behind a sentence's or clause's end, least behind a number."""
    for match in _GLUED.finditer(text):
        before, further = text[match.start() - 1], text[match.start() - 2:match.start() - 1]
        if before == " ":
            weight = 1
        elif not before.isalpha():
            weight = 1 if before in ".,:'" and further.isdigit() else 4
        elif before.isupper() or text[match.start() - 2:match.start()] in (" m", "km", "cm", "mm", "(m"):
            weight = 2
        else:
            weight = 3
        yield Call(match.start(), match.end(), match[0], "glued", weight)


def between(found: list[Call], start: int, end: int) -> list[Call]:
    """The calls from `start` up to `end`."""
    return found[bisect_left(found, (start,)):bisect_left(found, (end,))]
