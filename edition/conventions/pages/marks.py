"""Marks at which a page ends: form feeds, rules between pages, page numbers alone on a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.pages.folios import LONGEST_FOLIO, Folio, lone_folio, named_folio, ruled_folio
from edition.layout import Line, ends_sentence
from edition.linetable import Table
from edition.records import record
from edition.regex import regex
from edition.rules import NO, Score, counted

_SHORT = 100  # a line that is longer stands at no page's edge without being text
_NOTES = 40     # lines at a page's foot that may be notes
_SIGN = regex(r"[<\\\[({#*=~–—_-]")
_OPENS, _CLOSES = regex(r"[\d²³¹⁰⁴-⁹\[(]"), regex(r"[\d²³¹⁰⁴-⁹\])]")
RULE = regex(r"-{3,}|\*{3,}|_{3,}|[*-] [*-] [*-]")
NOTE = regex(r"(?:\*{1,3} |[†‡§]{1,3} ?|\[\^?\w{1,3}\]:?|<sup>|\$(?:\{ ?\})?\^|\^\w|[¹²³⁴-⁹]"
             r"|\(?\d{1,3}[.)] |\d{1,3} [A-Z])\S?")
# In brackets or between strokes: alone it may be a word of the text.
_OVERLEAF = regex(r"(?=[(\[{/*–—-])[(\[{/*–—-]{1,3}[ \t]*(?:more(?:[ \t]*,?[ \t]*more)*|m o r e|over|mehr|suite|"
                  r"cont(?:inued|'d|’d|d)?\.?(?:[ \t]+(?:on|over)?[ \t]*(?:the[ \t]+)?(?:next[ \t]+page|overleaf))?)"
                  r"[ \t]*(?:\.{3}|…)?[ \t]*[)\]}/*–—-]{1,3}", re.IGNORECASE)
_TURNED, _TURNS = frozenset("([{/*–—-"), frozenset(")]}/*–—-")
_HEADING = regex(r"#{1,6} ")


class Mark(NamedTuple):
    """What ends a page. `start`/`end`: its characters; `folio`: the number it prints, if it prints one.

    `begins`: whether its number is of the page that begins here or of the one that ends (None: nobody knows).
    `inside`: whether it stands within a line of text. `shown`: whether it says more than the number of a page, and is
    kept as words of the page.
    """

    start: int
    end: int
    habit: str
    folio: Folio | None = None
    begins: bool | None = True
    inside: bool = False
    shown: bool = False


@record
class Sheet:
    """The text and its lines: what marks are looked for in."""

    raw: Table
    kept: frozenset[int] = frozenset()  # where lines begin that belong to the file and to no page

    @property
    def text(self) -> str:
        return self.raw.text

    @cached_property
    def table(self) -> Table:
        """The lines, of which a form feed ends one too."""
        at = self.text.find("\f")
        while at >= 0:
            number = bisect_right(self.raw.starts, at) - 1
            if number >= 0 and at < self.raw.lines[number].end:
                return Table(self.text.replace("\f", "\n"))
            at = self.text.find("\f", at + 1)
        return self.raw

    @cached_property
    def lines(self) -> list[Line]:
        return self.table.lines

    @cached_property
    def lone(self) -> list[int]:
        """The lines that are short enough for a page number."""
        return [number for number, one in enumerate(self.lines) if one.end - one.start <= LONGEST_FOLIO]

    @cached_property
    def numbered(self) -> list[int]:
        """The lines with a digit or a bracket at one end that are short enough for a running head."""
        found = {match.start() for ends, sign in ((self.table.firsts, _OPENS), (self.table.lasts, _CLOSES))
                 for match in sign.finditer(ends)}
        return [number for number in sorted(found) if self.lines[number].end - self.lines[number].start <= _SHORT]

    @cached_property
    def drawn(self) -> list[int]:
        """The lines that begin with a sign of mark-up."""
        return [match.start() for match in _SIGN.finditer(self.table.firsts)]

    @cached_property
    def common(self) -> Counter[str]:
        """How often each short line stands in the text."""
        text = self.text
        return Counter([text[one.start:one.end] for one in self.lines if one.end - one.start <= _SHORT])

    def of(self, number: int) -> str:
        """The text of a line, "" beyond the first and the last one."""
        if not 0 <= number < len(self.lines):
            return ""
        return self.text[self.lines[number].start:self.lines[number].end]

    def at(self, offset: int) -> int:
        """The line in which an offset lies, else the last one before it."""
        return bisect_right(self.table.starts, offset) - 1


def resumes(before: str, after: str) -> bool:
    """Whether a sentence surely goes on: a word is cut, or a lower-case letter follows what ended no sentence."""
    if not before or not after:
        return False
    if before[-1] in "-¬\u00ad" and before[-2:-1].isalpha() and after[:1].isalpha():
        return True
    return after.lstrip("\"'“‘(_* ")[:1].islower() and not ends_sentence(before)


def form_feeds(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Every form feed."""
    found, at = list[Mark](), sheet.text.find("\f")
    while at >= 0:
        found.append(Mark(at, at + 1, "form-feeds"))
        at = sheet.text.find("\f", at + 1)
    return found, Score(1.0, counted(len(found), "form feed")) if found else NO


def page_rules(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Rules alone on a line that part pages: they cut sentences, or stand under a page's notes or a bare heading."""
    found, signs = list[Mark](), 0
    for number in sheet.drawn:
        if not RULE.fullmatch(sheet.of(number)):
            continue
        before, after = sheet.of(number - 1), sheet.of(number + 1)
        if not before or not after or NOTE.match(after) or _underlines(sheet, number):
            continue
        signs += bool(resumes(before, after) or NOTE.match(before) or _HEADING.match(before))
        found.append(Mark(sheet.lines[number].start, sheet.lines[number].end, "page-rules"))
    if not signs or signs < 0.4 * len(found) or (signs < 2 and len(found) > 1):
        return [], NO
    return found, Score(max(0.5, signs / len(found)), f"{counted(len(found), 'rule')} between paragraphs, {signs} of "
                        "them inside a sentence, under notes or under a heading")


def _underlines(sheet: Sheet, number: int) -> bool:
    """Whether a rule that is set in stands close under a line and close above the next: it underlines a word."""
    rule, below = sheet.lines[number], sheet.lines[number + 1]
    return rule.indent > 0 and not rule.gap and not below.gap


def lone_folios(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Numbers alone on a line that count up and cut sentences, as folios do and numbers of chapters do not."""
    candidates: dict[tuple[bool, bool], list[tuple[int, Folio]]] = {}
    for number in sheet.lone:
        line = sheet.of(number)
        if folio := lone_folio(line):
            candidates.setdefault((folio.roman, line[0] in "[({<"), []).append((number, folio))
    found, reasons, value = list[Mark](), list[str](), 0.0
    for some in candidates.values():
        counted_up = spaced(sheet, chain(some))
        score = _cutting(sheet, [number for number, _ in counted_up])
        if score.value >= 0.5:
            found += [Mark(sheet.lines[number].start, sheet.lines[number].end, "lone-folios", folio)
                      for number, folio in counted_up]
            reasons.append(score.reason)
            value = max(value, score.value)
    return _sided(sheet, sorted(found)), Score(value, "; ".join(reasons)) if found else NO


def turned_pages(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Lines that say below a page that the text goes on overleaf."""
    found = [Mark(sheet.lines[number].start, sheet.lines[number].end, "turned-pages", begins=False)
             for number in sheet.lone if is_overleaf(sheet.of(number)) and sheet.of(number + 1)]
    return found, Score(0.9, counted(len(found), "line") + " that say that there is more") if found else NO


def is_overleaf(line: str) -> bool:
    """Whether a line says that the text goes on on the next page: (more)."""
    return line[-1:] in _TURNS and line[0] in _TURNED and bool(_OVERLEAF.fullmatch(line))


def chain(candidates: list[tuple[int, Folio]]) -> list[tuple[int, Folio]]:
    """The longest run of numbers that count up by one, two or three."""
    best: dict[int, tuple[int, int]] = {}  # value → (length of the run that ends there, its place)
    back = list[int]()
    for place, (_, folio) in enumerate(candidates):
        length, before = max(best.get(folio.value - step, (0, -1)) for step in (1, 2, 3))
        back.append(before)
        if length + 1 >= best.get(folio.value, (0, -1))[0]:
            best[folio.value] = length + 1, place
    _, place = max(best.values(), default=(0, -1))
    run = list[tuple[int, Folio]]()
    while place >= 0:
        run.append(candidates[place])
        place = back[place]
    return run[::-1]


def spaced(sheet: Sheet, run: list[tuple[int, Folio]]) -> list[tuple[int, Folio]]:
    """The numbers of a run that stand about a page apart: not one that the heading of a chapter lends it."""
    sizes = [sheet.lines[after].start - sheet.lines[before].start for (before, _), (after, _) in pairwise(run)]
    least = 0.25 * sorted(sizes)[len(sizes) // 2] if sizes else 0
    return [one for one, size in zip(run, [*sizes, least], strict=False) if size >= least]


def cuts(sheet: Sheet, number: int) -> bool:
    """Whether a sentence goes on below a line from what stands above it, or above the notes that stand above it."""
    after = sheet.of(number + 1)
    if resumes(sheet.of(number - 1), after):
        return True
    return after[:1].islower() and any(NOTE.match(sheet.of(place)) and resumes(sheet.of(place - 1), after)
                                       for place in range(number - 1, max(0, number - _NOTES), -1))


def _cutting(sheet: Sheet, run: list[int]) -> Score:
    """Whether lines with numbers that count up are page numbers: do they cut sentences, do they stand regularly?"""
    cut = sum(cuts(sheet, number) for number in run)
    if len(run) > 1 and (all(named_folio(sheet.of(number)) for number in run)
                         or (cut and all(ruled_folio(sheet.of(number)) for number in run))):
        return Score(1.0, f"{len(run)} lines that say they are page numbers count up")
    if len(run) < 3:
        return NO
    beside = [[letters(sheet.of(number + side)) for side in (-1, 1)] for number in run]
    heads = Counter(one for two in beside for one in two if len(one) > 3)
    headed = sum(any(heads[one] > 2 for one in two) for two in beside)
    open_ = sum(not ends_sentence(sheet.of(number - 1)) for number in run)
    gaps = sorted(sheet.lines[b].start - sheet.lines[a].start for a, b in pairwise(run))
    middle = gaps[len(gaps) // 2]
    regular = sum(0.6 * middle < gap < 1.5 * middle for gap in gaps) / len(gaps)
    share = max(2 * cut, headed) / len(run)
    if middle < 300 or (share < 0.5 and (len(run) < 8 or regular < 0.8 or open_ < 0.4 * len(run))):
        return NO
    return Score(min(1.0, max(0.5, share)), f"{len(run)} numbers alone on a line count up, {cut} of them inside a "
                 "sentence")


def letters(line: str) -> str:
    """The letters of a short line, in lower case: what makes two running heads the same."""
    short = len(line) <= _SHORT or len(" ".join(line.split())) <= _SHORT  # columns may stand far apart
    return "".join(filter(str.isalpha, line.lower())) if short else ""


def _sided(sheet: Sheet, found: list[Mark]) -> list[Mark]:
    """Whether the numbers stand at the head of their pages or at the foot: see what stands before the first."""
    if not found or not found[0].folio:
        return found
    size = (found[-1].start - found[0].start) / max(1, len(found) - 1)
    before, after = found[0].start, len(sheet.text.rstrip()) - found[-1].end
    first = found[0].folio.value
    begins = None
    if before < 0.1 * size or first == 2:
        begins = True
    elif first == 1 or after < 0.1 * size or before > 0.85 * size:
        begins = False  # below a whole page
    return [mark._replace(begins=begins) for mark in found]
