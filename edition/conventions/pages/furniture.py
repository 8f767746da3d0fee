"""What is printed at the edges of pages beside the text: running heads, page numbers, signatures, catchwords."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from edition.conventions.notes.bracketed import OPEN
from edition.conventions.notes.markers import calls, opening
from edition.conventions.pages.folios import Folio, headed_folio, lone_folio, misread_folio
from edition.conventions.pages.marks import NOTE, Sheet, is_overleaf, letters, resumes
from edition.layout import Line, ends_sentence
from edition.records import field, mutable
from edition.regex import regex

Side = Literal["head", "foot"]
_SIDES: tuple[Side, ...] = ("foot", "head")
_EDGE = 3       # lines at each edge of a page that may be furniture
_LONGEST = 100  # characters of a running head
_PAGE = 8       # lines: of shorter pages the edges are not told from the text
_NOTE = 12      # lines of a note that are looked through for the mark with which it begins
_WINDOW = 6     # pages before and after in which a running head comes again
_WIDE = regex(r"\S(?:[ \t]{2,}|\t+|[ \t]*[|•·][ \t]*)\S")
_SIGNATURE = regex(r"(?:Vol\. ?[IVXLC]+\.?\s+)?\[?([A-Z]{1,3}|[a-z]{1,3}|[*†]{1,3}) ?(?:\d|[ijv]{1,4}|[IV]{1,3})?"
                   r"\]?\.?")
_COMMENT = regex(r"<!-- ?page(header|footer|number) ?= ?\"([^\"]*)\" ?-->", re.IGNORECASE)
_COMMENTED = {"header": "header", "footer": "footer", "number": "pageNum"}
_CATCH = regex(r"[^\W\d_][\w’'-]*[.,;:!?-]?")


class Piece(NamedTuple):
    """A piece of furniture: its place in the source, its `type` as `fw` has it, the mark-up before and after it."""

    start: int
    end: int
    type: str
    before: int = 0
    after: int = 0


@mutable
class Sheaf:
    """One page: its lines `first` up to before `last`, from which furniture is taken away at both ends."""

    first: int
    last: int
    heads: list[Piece] = field(default_factory=list)
    feet: list[Piece] = field(default_factory=list)
    folios: dict[Side, Folio] = field(default_factory=dict)

    def edge(self, side: Side) -> range:
        """The lines that may be furniture, from the outside in."""
        if side == "head":
            return range(self.first, min(self.first + _EDGE, self.last))
        return range(self.last - 1, max(self.last - 1 - _EDGE, self.first - 1), -1)


def furniture(sheet: Sheet, sheaves: list[Sheaf]) -> None:
    """Take furniture away from the edges of all pages."""
    for side in _SIDES:
        edges = _Edges(sheet, sheaves, side)
        for number, sheaf in enumerate(sheaves):
            while edges.take(number, sheaf):
                pass
    _catchwords(sheet, sheaves)  # a signature stands below, above or without one
    _signatures(sheet, sheaves)
    _catchwords(sheet, sheaves)


class _Edges:
    """The lines at one edge of all pages, which bear witness for one another."""

    def __init__(self, sheet: Sheet, sheaves: list[Sheaf], side: Side) -> None:
        self.sheet, self.sheaves, self.side = sheet, sheaves, side
        self.left = [list(sheaf.edge(side)) for sheaf in sheaves]  # what may still be taken
        lone = [[folio for line in edge if (folio := lone_folio(sheet.of(line)))] for edge in self.left]
        self.folios = [some + [folio for line in edge if (folio := headed_folio(sheet.of(line)))]
                       for some, edge in zip(lone, self.left, strict=True)]
        self.alone = sum(map(bool, lone))
        self.counted = sum(self.counts_up(number, folio) for number, some in enumerate(lone) for folio in some)
        self.keys = [[self._key(number, line) for line in edge] for number, edge in enumerate(self.left)]
        self.often = Counter(sheet.of(line) for edge in self.left for line in edge)
        self.least = 0.7 if side == "head" else 0.9
        self.long = sorted(sheaf.last - sheaf.first for sheaf in sheaves)[len(sheaves) // 2] >= _PAGE

    def _key(self, number: int, at: int) -> str:
        """What makes two running heads the same: the letters; at the foot, where notes end, the figures too."""
        words = self.sheet.of(at)
        if self.side == "head" or len(words) > _LONGEST:
            return letters(words)
        folio = headed_folio(words)
        if folio and self.counts_up(number, folio):
            words = words[:folio.start] + words[folio.end if folio.start == 0 else len(words):]
        return "".join(filter(str.isalnum, words.lower()))

    def take(self, number: int, sheaf: Sheaf) -> bool:
        """Take the outermost line of a page, if it is furniture."""
        if not self.left[number] or sheaf.first >= sheaf.last:
            return False
        at = self.left[number].pop(0)
        found = self._pieces(number, at)
        if not found:
            self.left[number] = []
            return False
        if self.side == "head":
            sheaf.heads += found
            sheaf.first = at + 1
        else:
            sheaf.feet += found
            sheaf.last = at
        return True

    def _pieces(self, number: int, at: int) -> list[Piece]:
        line, words = self.sheet.lines[at], self.sheet.of(at)
        if (comment := _COMMENT.fullmatch(words)) and comment[2]:
            if folio := lone_folio(comment[2]):
                self.sheaves[number].folios.setdefault(self.side, folio)
            return [Piece(line.start, line.end, _COMMENTED[comment[1].lower()], comment.start(2),
                          len(words) - comment.end(2))]
        name = "header" if self.side == "head" else "footer"
        if self.side == "foot" and is_overleaf(words):
            return [Piece(line.start, line.end, "catch")]
        if (folio := lone_folio(words)) and (self.counts_up(number, folio) or self._solitary(line, folio)):
            self.sheaves[number].folios.setdefault(self.side, folio)
            return [Piece(line.start, line.end, "pageNum")]
        if self.counted > 0.5 * len(self.sheaves) and self._apart(at) and misread_folio(words) and not folio:
            return [Piece(line.start, line.end, "pageNum")]
        if self.side == "foot" and not folio and self._noted(number, at):
            return []
        folio = headed_folio(words)
        wide = folio is not None and bool(_WIDE.search(words))
        counts = folio is not None and self.counts_up(number, folio)
        if not ((wide and counts) or self._comes_again(number, at, counts) or self._interrupts(number, at, wide)):
            return []
        if folio is None or not (wide or counts):
            return [Piece(line.start, line.end, name)]
        self.sheaves[number].folios.setdefault(self.side, folio)
        return parted(line.start, words, folio, name)

    def counts_up(self, number: int, folio: Folio) -> bool:
        """Whether a page near by bears the number that this one demands of it."""
        return any(other.roman == folio.roman and other.value - folio.value == near - number
                   for near in self._near(number, 4) for other in self.folios[near])

    def _near(self, number: int, window: int) -> list[int]:
        first, last = max(0, number - window), min(len(self.sheaves), number + window + 1)
        return [near for near in range(first, last) if near != number]

    def _apart(self, at: int) -> bool:
        """Whether an empty line parts a line from the text of its page."""
        inner = at + 1 if self.side == "head" else at
        return inner < len(self.sheet.lines) and self.sheet.lines[inner].gap > 0

    def _solitary(self, line: Line, folio: Folio) -> bool:
        """A number at the edge of a page where no other page has one: set apart, and no year."""
        return self.alone == 1 and not folio.roman and folio.value < 1000 and self._apart(self.sheet.at(line.start))

    def _comes_again(self, number: int, at: int, counts: bool) -> bool:
        """Whether the words of a line stand at the same edge of other pages, and seldom anywhere else.

        The head of the first page is its title, if no number says that it is a running head; at the foot stand notes,
        whose last lines come again too, but not set apart.
        """
        words, key = self.sheet.of(at), self._key(number, at)
        if len(key) < 3 or not self.long or (self.side == "head" and number == 0 and not counts):
            return False
        if self.side == "foot" and (NOTE.match(words) or not (self._apart(at) or self.sheet.lines[at].indent > 7
                                                              or self._cut_by(number, at))):
            return False
        alike = [near for near in self._near(number, _WINDOW)
                 if (near or self.side == "foot")
                 and any(_alike(key, other, self.least) for other in self.keys[near])]
        few = len(self.sheaves) < 6 and self._apart(at)
        return (len(alike) >= (1 if few or counts else 2)
                and 2 * (self.sheet.common[words] - self.often[words]) <= len(alike)  # elsewhere
                and not self._opens(number, at, alike))

    def _cut_by(self, number: int, at: int) -> bool:
        """Whether a sentence goes on from above the last line of a page to the first of the next page."""
        below = self.sheaves[number + 1].first if number + 1 < len(self.sheaves) else len(self.sheet.lines)
        return resumes(self.sheet.of(at - 1), self.sheet.of(below))

    def _opens(self, number: int, at: int, alike: list[int]) -> bool:
        """Whether a line is the heading of which running heads repeat the words: the first, and spaced otherwise."""
        if self.side == "foot" or min(alike) < number or at + 1 >= len(self.sheet.lines):
            return False
        gaps = Counter(self.sheet.lines[line + 1].gap for near in alike for line in self.sheaves[near].edge("head")[:1]
                       if line + 1 < len(self.sheet.lines))
        return bool(gaps) and self.sheet.lines[at + 1].gap > gaps.most_common(1)[0][0]

    def _noted(self, number: int, at: int) -> bool:
        """Whether a line at the foot of a page is a note's: what marks the note stands in the text above."""
        text, lines, first = self.sheet.text, self.sheet.lines, self.sheaves[number].first
        for place in range(at, max(first, at - _NOTE), -1):
            if OPEN.match(text, lines[place].start):
                return True
            mark = opening(text, lines[place].start, lines[place].end)
            if mark and any(call.label == mark.label for call in calls(text[lines[first].start:mark.start])):
                return True
            if lines[place].gap:
                return False
        return False

    def _interrupts(self, number: int, at: int, wide: bool) -> bool:
        """Whether a line at the head of a page, set apart, stands in the middle of a sentence that goes on below it."""
        if self.side == "foot" or number == 0 or not self._apart(at) or at + 1 >= self.sheaves[number].last:
            return False
        above = self.sheaves[number - 1]
        before = self.sheet.of(above.last - 1) if above.last > above.first else ""
        words = self.sheet.of(at)
        centred = self.sheet.lines[at].indent > 7
        return ((wide or centred or words.upper() == words) and len(words) < 90 and not words[:1].islower()
                and resumes(before, self.sheet.of(at + 1)) and not ends_sentence(before))


def _alike(one: str, other: str, least: float) -> bool:
    """Whether two running heads are the same up to slips of the reader: this share of their pairs of letters."""
    if one == other:
        return True
    if not other or abs(len(one) - len(other)) > 0.3 * len(one) or len(one) < 5:
        return False
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) >= least * (len(first) + len(second))


@lru_cache(maxsize=1024)  # each head is held against those of the pages around it
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at:at + 2] for at in range(len(word) - 1))


def parted(at: int, words: str, folio: Folio, name: str) -> list[Piece]:
    """A running head and the number at its end, each a piece of its own. `at`: where the line begins."""
    pieces = [Piece(at + folio.start, at + folio.end, "pageNum")]
    if folio.start == 0 and folio.end < len(words):
        rest = len(words) - len(words[folio.end:].lstrip(" \t|•·–—-"))
        pieces.append(Piece(at + rest, at + len(words), name))
    elif folio.start:
        pieces.insert(0, Piece(at, at + len(words[:folio.start].rstrip(" \t|•·–—-")), name))
    return pieces


def _signatures(sheet: Sheet, sheaves: list[Sheaf]) -> None:
    """Letters that count the sheets of a book, set apart below the text, in the order of the alphabet."""
    found = list[tuple[Sheaf, tuple[int, str]]]()
    for sheaf in sheaves:
        line = sheet.lines[sheaf.last - 1] if sheaf.first < sheaf.last - 1 else None
        match = _SIGNATURE.fullmatch(sheet.of(sheaf.last - 1)) if line else None
        if line and match and (line.gap or line.indent > 10):
            found.append((sheaf, (len(match[1]), match[1])))
    if len(found) > 1 and [key for _, key in found] == sorted(key for _, key in found):
        for sheaf, _ in found:
            _take_last(sheet, sheaf, "sig")


def _catchwords(sheet: Sheet, sheaves: list[Sheaf]) -> None:
    """A word alone on the last line of a page, with which the next page begins."""
    found = list[Sheaf]()
    for sheaf, following in pairwise(sheaves):
        if sheaf.first >= sheaf.last - 1 or following.first >= following.last:
            continue
        word, after = sheet.of(sheaf.last - 1), sheet.of(following.first)
        key = letters(word)
        if key and _CATCH.fullmatch(word) and letters(after[:len(word) + 4]).startswith(key):
            found.append(sheaf)
    if len(found) >= max(2, 0.2 * len(sheaves)):
        for sheaf in found:
            _take_last(sheet, sheaf, "catch")


def _take_last(sheet: Sheet, sheaf: Sheaf, name: str) -> None:
    line = sheet.lines[sheaf.last - 1]
    sheaf.feet.append(Piece(line.start, line.end, name))
    sheaf.last -= 1
