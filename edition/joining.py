"""Pieces of a paragraph that a page's foot or a column's end has cut: which go on in the next one."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from edition.grouping import heading_like, opens
from edition.layout import Line, Page, ends_sentence, width
from edition.records import record
from edition.regex import regex
from edition.salutations import is_salutation, opens_with_salutation

# A piece of this many characters that ends in a bare word or number was cut, whatever follows it.
_LONG = 150
_CLOSE = 40  # characters in which a piece shows whether it ends a sentence
_SHORT = 60  # characters: a piece of one line that is shorter is no paragraph that was cut
_SLACK = 0.08  # of the measure: how ragged a line may be that is full
_DASHES = ("--", "—", "―")
_QUOTATION = tuple("\"'“„«»‘")
_ITEM = regex(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)[ \t]")
_LABEL = regex(r"[A-Z][\w.’' -]{0,40}:(?=\s|\Z)")

Group = list[Line]


@record
class Seams:
    """Where pieces of a paragraph meet.

    `raw`: measures of the source, whose lines have their true lengths. `places`: offsets of the text at which a page's
    foot stood. `cuts`: whether paragraphs are cut elsewhere too. `inset`: whether a paragraph that begins a page is
    indented as others are. `letters`: whether the text has salutations.
    """

    page: Page
    raw: Page
    places: list[int]
    cuts: bool = True
    inset: bool = False
    letters: bool = False

    def between(self, above: Line, below: Line) -> bool:
        """Whether a page's foot stood between two lines."""
        if not self.places:
            return False
        place = bisect_left(self.places, above.end)
        return place < len(self.places) and self.places[place] <= below.start

    def join(self, pieces: Group, group: Group) -> bool:
        """Whether a paragraph goes on in the next group."""
        foot = self.between(pieces[-1], group[0])
        if not foot and (not self.cuts or opens(self.page, group[0])):
            return False
        text, start, end = self.page.text, pieces[0].start, pieces[-1].end
        if not foot and ends_sentence(text[max(start, end - _CLOSE):end]):
            return False
        # Only the end of what stands before matters: a paragraph of many pieces is not read anew for each.
        before = text[max(start, end - 4 * _LONG):end]
        after = text[group[0].start:group[-1].end]
        if heading_like(before) or heading_like(after) or _LABEL.match(after) or _ITEM.match(after):
            return False
        if foot:
            return self._over_foot(before, after, pieces[-1], group[0])
        return self._over_column(before, after, pieces, group)

    def _over_foot(self, before: str, after: str, last: Line, first: Line) -> bool:
        if opens(self.page, first) or _breaks_off(before, after):
            return False
        if not ends_sentence(before):
            return len(before) > _SHORT or after[0].islower() or self._full(last, first)
        return after[0].islower() or (self.inset and self._full(last, first))

    def _over_column(self, before: str, after: str, pieces: Group, group: Group) -> bool:
        if _breaks_off(before, after):
            return False
        if after[0].islower():
            return True
        if self.page.wrapped and not self.page.spacing and not self._full(pieces[-1], group[0]):
            return False
        return len(before) > _LONG and (before[-1].isalnum() or before[-1] in ",;-")

    def _full(self, last: Line, first: Line) -> bool:
        """Whether the next line's first word would not have fitted on the line before."""
        # A word broken at a line's end is joined by now: the line proper is what stands behind it.
        line = self.page.text[last.start:last.end]
        word = self.page.text[first.start:first.end].replace("\t", " ").partition(" ")[0]
        if len(line) > 1.15 * self.raw.columns:
            return True
        set_width = self.raw.width - width(line) - width(" " + word)
        return (self.raw.columns - last.indent + self.page.margin - len(line) - len(word) - 1
                < _SLACK * self.raw.columns or set_width < _SLACK * self.raw.width)


def _breaks_off(before: str, after: str) -> bool:
    """A speech that breaks off, and the next one."""
    return before.endswith(_DASHES) and after.startswith(_QUOTATION)


def _salutes(line: str, alone: bool) -> bool:
    """Whether the first line of a group addresses the reader of a letter: it alone, or with the text behind it."""
    return (alone and is_salutation(line)) or opens_with_salutation(line, marked=True)


def seams(page: Page, raw: Page, groups: list[Group], places: list[int]) -> Seams:
    """How the pieces of this text go on: by places where a page's foot stood, and by what the cuts show."""
    made = Seams(page, raw, places)
    text = page.text
    long = short = full = begun = inset = 0
    for above, group in pairwise(groups):
        foot = made.between(above[-1], group[0])
        if not foot and not text[group[0].start].islower():
            continue
        before = text[max(above[0].start, above[-1].end - _LONG):above[-1].end]
        if foot:
            begun += ends_sentence(before)
            inset += ends_sentence(before) and opens(page, group[0])
        elif not ends_sentence(before) and not heading_like(before):
            filled = made._full(above[-1], group[0])
            one = len(above) == 1 and len(before) < _SHORT and not filled
            short, long, full = short + one, long + (not one), full + filled
    saluting = sum(_salutes(text[group[0].start:group[0].end], len(group) == 1) for group in groups)
    letters = saluting > 1 and saluting > 0.06 * len(groups)
    by_habit = short > 1 and short > 0.3 * (short + long)  # such paragraphs begin in lower case: letters do so
    unfilled = page.wrapped and not page.spacing and full < 0.4 * long
    cuts = not letters and not by_habit and not unfilled
    return Seams(page, raw, places, cuts, begun > 3 and inset > 0.1 * begun, letters)
