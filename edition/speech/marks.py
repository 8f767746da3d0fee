"""Quotation marks in one paragraph: which opens, which closes, what lies in what, and where one is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from edition.records import field, mutable, record
from edition.regex import regex

if TYPE_CHECKING:
    from edition.speech.inquit import Inquit

Family = Literal["double", "single", "dash"]
Role = Literal["open", "close", "either", ""]

_MARKS = "\"“”„«»‹›‘’‚'`"  # ` is the opening mark of typewriters and early files: `so,' he said
SPEAKING = "\"“”„«»‹›‘‚`"  # of these those that are no apostrophe
_MARK = regex(rf"[{_MARKS}()]")
_DASHES = frozenset("—–―-")
_TURN = regex(r"[—–―]\s?\S|--\s?\w")  # what opens it
_DOUBLE, _SINGLE = frozenset('"“”„«»'), frozenset("'‘’‚‹›`")
CLOSING = {
    "“": "”",
    "„": "“",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘",
    "‹": "›",
    "›": "‹",
    '"': '"',
    "'": "'",
    "`": "'",
    "”": "”",
    "’": "’",
}
OPENING = {"”": "“", "“": "„", "»": "«", "«": "»", "’": "‘", "‘": "‚", "›": "‹", "‹": "›", '"': '"', "'": "'"}
_OPENS_AFTER = " \n\t\f([{-–—―/\u00a0\u2009\u202f\u2026*_"
_ENDS = ".,!?;:…—–-"


@mutable
class Quoted:
    """Quoted words: `text[start:end]` with the marks that are printed.

    `opened`/`closed`: whether that mark is printed. `inner`: what is quoted inside. `comment`: quoted inside a
    parenthesis. The other fields are filled in by the later steps (`kind` and `attrs` are the element's).
    """

    start: int
    end: int
    family: Family
    mark: str
    opened: bool = True
    closed: bool = True
    inner: list[Quoted] = field(default_factory=list)
    comment: bool = False
    continues: bool = False  # it goes on from the paragraph before
    runs_on: bool = False  # it goes on in the next paragraph
    reason: str = ""
    cert: str = ""
    kind: str = ""
    why: str = ""
    inquit: Inquit | None = None
    attrs: dict[str, str] = field(default_factory=dict)

    @property
    def istart(self) -> int:
        """Where the words begin, behind the opening mark."""
        return self.start + (1 if self.opened else 0)

    @property
    def iend(self) -> int:
        """Where the words end, before the closing mark."""
        return self.end - (1 if self.closed else 0)


@record
class Habit:
    """How a document marks speech: `outer` family; `inverted`: »…«; `german`: „…“; `dash`: turns open with a dash."""

    outer: Family = "double"
    inverted: bool = False
    german: bool = False
    dash: bool = False
    marks: bool = True  # any are printed


class Token:
    """A mark at `at` with the part it plays."""

    __slots__ = ("at", "char", "family", "role")

    def __init__(self, at: int, char: str, family: Family, role: Role) -> None:
        self.at, self.char, self.family, self.role = at, char, family, role


def habit(text: str, starts: list[str]) -> Habit:
    """The habit of a document. `starts`: the first three characters of each of its paragraphs."""
    first = [start[:1] for start in starts]
    singles = sum(c in "'‘‚`" for c in first)
    doubles = sum(c in '"“„«»' for c in first)
    dashes = sum(c in _DASHES and _TURN.match(start) is not None for c, start in zip(first, starts, strict=True))
    double_marks = sum(text.count(c) for c in '"“„«')
    outer: Family = "single" if singles > 3 and singles > 2 * doubles and singles * 2 > double_marks * 0.3 else "double"
    inverted = "»" in text and (
        len(re.findall(r"»(?<!\S.)\w", text)) > len(re.findall(r"«(?<!\S.)\s?\w", text)))
    return Habit(
        outer, inverted, "„" in text, dashes >= 4 and dashes > 2 * (doubles + singles) and dashes * 25 > len(starts),
        any(mark in text for mark in _MARKS),
    )


def _role(text: str, at: int, char: str, how: Habit) -> Role:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char in "„‚":
        return "open"
    if char in "“‘" and (
        how.german and not (before in _OPENS_AFTER and after.isalnum() and "„" not in text[max(0, at - 2000) : at])
    ):
        return "close"
    if char == "“":  # set the wrong way round behind a dash or a point, it closes
        return (
            "either"
            if not before.isspace() and before not in "([" and (not after.strip() or after in ".,;")
            else "open"
        )
    if char in "«»‹›":
        opener = "»›" if how.inverted else "«‹"
        return "open" if char in opener else "close"
    can_open = (before in _OPENS_AFTER or before in "\"“„«'‘") and not after.isspace()
    can_close = not before.isspace() and not (after.isalnum() and before not in _ENDS + "\"'”’")
    if char == "”":
        return "either" if (can_open and before.isspace()) or at == 0 else "close"
    if char == '"':
        if before in "-–—" and after.isalnum():
            return "either"
        if can_open and before.isspace():
            return "open"
        if can_open == can_close or not (can_open or can_close):
            return "either"
        return "open" if can_open else "close"
    return ""


def tokens(text: str, how: Habit, elisions: frozenset[str]) -> list[Token]:
    """The marks and brackets of a paragraph with their parts; apostrophes are not among them."""
    found: list[Token] = []
    singles: list[int] = []
    for match in _MARK.finditer(text):
        at, char = match.start(), match.group()
        if char in "()":
            found.append(Token(at, char, "double", "open" if char == "(" else "close"))
        elif char in _DOUBLE:
            if char == '"' and _inch(text, at):
                continue
            found.append(Token(at, char, "double", _role(text, at, char, how)))
        elif not (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
            singles.append(at)
    for start, end in _single_pairs(text, singles, how, elisions):
        found.append(Token(start, text[start], "single", "open"))
        if end >= 0:
            found.append(Token(end, text[end], "single", "close"))
    found.sort(key=lambda token: token.at)
    return found


def _inch(text: str, at: int) -> bool:
    # 6" wide: a digit before, no point after, and the paragraph's other marks are even in number
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2] in (" ", "") and text.count('"') % 2 == 1


def _opens_single(text: str, at: int, elisions: frozenset[str]) -> bool:
    char = text[at]
    if char in "’›":
        return False
    before = text[at - 1] if at else " "
    if before not in _OPENS_AFTER and before not in '"“„«':
        return False
    if char in "‘‚‹`":
        return True
    word = re.match(r"[^\W_]+", text[at + 1 : at + 12])
    if not word:
        return text[at + 1 : at + 2] in tuple('"“…_—-([')
    return word.group().lower() not in elisions and not word.group().isdigit()


def _closes_single(text: str, at: int) -> int:
    """0 no, 1 perhaps (a letter before it: also an apostrophe), 2 surely (a point or a mark before it)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before.isspace() or after.isalnum() or text[at] in "‚‹`":
        return 0
    if before in _ENDS or before in '"”)]_':
        return 2
    if before == "s" and re.match(r"\s[^\W\d_]", text[at + 1 : at + 3]) and text[at + 2 : at + 3].islower():
        return 1
    return 2 if after in ("", *',.;:!?)"”—–-') else 1


def _single_pairs(text: str, places: list[int], how: Habit, elisions: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Single marks that belong together; (start, -1) for one left open in a text whose speech has single marks."""
    outer = how.outer == "single"
    limit = 4000 if outer else 900
    next_at = 0
    for k, start in enumerate(places):
        if start < next_at or not _opens_single(text, start, elisions):
            continue
        perhaps, sure = -1, -1
        for end in places[k + 1 : k + 40]:
            if end - start > limit or text[start] == text[end] == "`":  # of code, in Markdown
                break
            if end > start + 1 and (outer or perhaps > 0) and _opens_single(text, end, elisions):
                break
            rank = _closes_single(text, end)
            if not rank or sum(text.count(c, start, end) for c in '"“”„«»') % 2:
                continue
            if rank == 2:
                sure = end
                break
            if perhaps < 0:
                perhaps = end
        if sure > 0 and perhaps > 0 and not outer and sure - start > 80 and perhaps - start < 40:
            sure = perhaps
        end = sure if sure > 0 else perhaps
        if end > 0:
            yield start, end
            next_at = end + 1
        elif outer:
            yield start, -1
            next_at = start + 1
