"""The ends of pages: where the text of one stops, where that of the next begins, and what stands between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from edition.conventions.pages.folios import Folio
from edition.conventions.pages.furniture import Piece, Sheaf, furniture, parted
from edition.conventions.pages.heads import headed_folios, repeated_heads
from edition.conventions.pages.margins import margins
from edition.conventions.pages.marks import (
    Mark,
    Sheet,
    form_feeds,
    lone_folios,
    page_rules,
    resumes,
    turned_pages,
)
from edition.conventions.pages.named import page_marks
from edition.layout import Line
from edition.numerals import roman
from edition.records import field, record
from edition.rules import NO, Context, Score

# The surest first: where two marks stand within a few lines of each other, the surer one ends the page.
_FINDERS = {"form-feeds": form_feeds, "page-marks": page_marks, "page-rules": page_rules, "lone-folios": lone_folios,
            "headed-folios": headed_folios, "turned-pages": turned_pages, "repeated-heads": repeated_heads}
_NEAR = 3   # lines
PRINTED = ("lone-folios", "headed-folios", "turned-pages", "repeated-heads")  # whose marks are printed on the page


class PageEnd(NamedTuple):
    """The end of a page. `start`/`end`: what the reading text leaves out, as offsets into the source.

    `mark`: what ends the page; None where the text begins or ends. `pieces`: running heads, numbers and the like.
    `n`: the number of the page that begins, "" where nothing says it.
    """

    start: int
    end: int
    mark: Mark | None
    pieces: tuple[Piece, ...]
    n: str = ""


@record
class Pages:
    """All page ends of a text in order, page marks inside of lines, and how sure each habit is."""

    ends: tuple[PageEnd, ...]
    inside: tuple[Mark, ...] = ()
    scores: dict[str, Score] = field(default_factory=dict)


def pages(context: Context) -> Pages:
    """The page ends of a text; looked for once."""
    return context.once(_survey)


def _survey(context: Context) -> Pages:
    sheet = Sheet(margins(context).blanked(context.table), frozenset(span.start for span in context.find("fw")))
    marks, scores = _marks(sheet, context.options.conventions)
    inside = tuple(mark for mark in marks if mark.inside)
    marks = [mark for mark in marks if not mark.inside]
    if not marks:
        return Pages((), inside, scores)
    sheaves = _sheaves(sheet, marks)
    furniture(sheet, sheaves)
    # A number above a running head stands at the foot of the page before.
    marks = [mark._replace(begins=False) if mark.begins is None and below.heads else mark
             for mark, below in zip(marks, sheaves[1:], strict=True)]
    return Pages(tuple(_ends(sheet, marks, sheaves)), inside, scores)


def _marks(sheet: Sheet, told: Mapping[str, bool]) -> tuple[list[Mark], dict[str, Score]]:
    """The marks of all habits that hold, each page's end once."""
    kept, scores = list[Mark](), dict[str, Score]()
    for name, find in _FINDERS.items():
        # Heads that come again part pages only where nothing plainer does.
        found, scores[name] = find(sheet) if not kept or name != "repeated-heads" else ([], NO)
        if told.get(name, scores[name].value >= 0.5):
            kept = _fused(sheet, kept, found)
    return kept, scores


def _fused(sheet: Sheet, kept: list[Mark], more: list[Mark]) -> list[Mark]:
    if not kept:
        return more
    places = [sheet.at(mark.start) for mark in kept]
    fresh = list[Mark]()
    for mark in more:
        place = sheet.at(mark.start)
        after = bisect_right(places, place)
        if mark.inside or all(abs(place - places[near]) > _NEAR for near in (after - 1, after)
                              if 0 <= near < len(places)):
            fresh.append(mark)
    return sorted([*kept, *fresh])


def _sheaves(sheet: Sheet, marks: list[Mark]) -> list[Sheaf]:
    """The lines of each page: between two marks."""
    first, made = 0, list[Sheaf]()
    for mark in marks:
        last = sheet.at(mark.start - 1) + 1 if mark.start else 0
        made.append(Sheaf(first, max(first, last)))
        first = max(first, sheet.at(mark.end - 1) + 1)
    return [*made, Sheaf(first, len(sheet.lines))]


def _ends(sheet: Sheet, marks: list[Mark], sheaves: list[Sheaf]) -> Iterator[PageEnd]:
    numbers = _numbers(marks, sheaves)
    feet = [_Foot(sheet, None, None, sheaves[0])]
    feet += [_Foot(sheet, *joint) for joint in zip(marks, sheaves, sheaves[1:], strict=False)]
    feet.append(_Foot(sheet, None, sheaves[-1], None))
    above, below = (min((foot.blanks[side] for foot in feet if foot.resumes), default=1) for side in (0, 1))
    last = max((number for number, sheaf in enumerate(sheaves) if sheaf.first < sheaf.last), default=0)
    reached = 0
    for number, foot in enumerate(feet):
        mark = foot.mark if number <= last else None
        if mark or foot.pieces:
            start = max(reached, foot.first(above))
            reached = max(start, foot.last(below))
            yield PageEnd(start, reached, mark, foot.pieces, numbers[number] if mark else "")


class _Foot:
    """What stands between the last line of text of one page and the first of the next.

    `blanks`: the line ends between that text and what is no text, above and below; `resumes`: a sentence goes on.
    """

    def __init__(self, sheet: Sheet, mark: Mark | None, above: Sheaf | None, below: Sheaf | None) -> None:
        self.text, self.mark = sheet.text, mark
        pieces = [*(above.feet if above else ()), *(below.heads if below else ())]
        if mark and (mark.shown or mark.habit in PRINTED):
            words = sheet.text[mark.start:mark.end]
            pieces += (parted(mark.start, words, mark.folio, "header") if mark.folio
                       else [Piece(mark.start, mark.end, _piece(mark))])
        self.pieces = tuple(sorted(pieces))
        places = [(piece.start, piece.end) for piece in pieces] + ([(mark.start, mark.end)] if mark else [])
        self.start, self.end = min(places, default=(0, 0))[0], max((end for _, end in places), default=0)
        last = sheet.lines[above.last - 1] if above and above.first < above.last else None
        following = sheet.lines[below.first] if below and below.first < below.last else None
        self.begin, self.stop = last.end if last else self.start, following.start if following else self.end
        self.blanks = self.text.count("\n", self.begin, self.start), self.text.count("\n", self.end, self.stop)
        self.above = last is not None
        # Line ends that stay between the lines of text: one, and one more above a line that is set in deeper.
        self.least = 1 + bool(last and following and self._inset(following) > self._inset(last)) if last else 0
        self.resumes = bool(last and following and resumes(self.text[last.start:last.end],
                                                           self.text[following.start:following.end]))

    def _inset(self, line: Line) -> int:
        return line.start - 1 - max(self.text.rfind(end, 0, line.start) for end in "\n\f")

    def first(self, usual: int) -> int:
        """Where the foot begins: empty lines beyond the usual ones stay with the text."""
        if not self.above:
            return self.text.rfind("\n", 0, self.start) + 1
        at = self.begin
        for _ in range(min(self.blanks[0], max(self.least, self.blanks[0] - usual + 1))):
            at = self.text.index("\n", at) + 1
        return at if at > self.begin else self.start

    def last(self, usual: int) -> int:
        """Where the foot ends: at the beginning of a line, before the empty lines beyond the usual ones."""
        if not self.blanks[1]:
            return self.end
        at = self.text.rindex("\n", self.end, self.stop) + 1
        for _ in range(min(self.blanks[1], max(self.least - self.blanks[0], self.blanks[1] - usual))):
            at = self.text.rindex("\n", self.end, at)
        return at


def _piece(mark: Mark) -> str:
    """What a mark without a number is among the things at a page's edge."""
    return "catch" if mark.habit == "turned-pages" else "pageNum" if mark.shown else "header"


def _numbers(marks: list[Mark], sheaves: list[Sheaf]) -> list[str]:
    """The number of each page: as printed, else (in brackets) as its neighbours demand."""
    printed = list[Folio | None]()
    for number, sheaf in enumerate(sheaves):
        before = marks[number - 1] if number else None
        behind = marks[number] if number < len(marks) else None
        # What a page mark says goes first: its characters hold the number.
        printed.append((before.folio if before and before.begins else None) or sheaf.folios.get("head")
                       or sheaf.folios.get("foot")
                       or (behind.folio if behind and behind.begins is False else None))
    return [folio.printed if folio else _demanded(printed, number) for number, folio in enumerate(printed)]


def _demanded(printed: list[Folio | None], number: int) -> str:
    """What the next numbers before and after say of a page between them; "" where they do not agree."""
    said = set[tuple[int, bool]]()
    for side in (range(number - 1, max(-1, number - 5), -1), range(number + 1, min(len(printed), number + 5))):
        near = next((at for at in side if printed[at]), None)
        if near is not None and (folio := printed[near]):
            said.add((folio.value + number - near, folio.roman))
    value, is_roman = said.pop() if len(said) == 1 else (0, False)
    return f"[{roman(value) if is_roman else value}]" if value > 0 else ""
