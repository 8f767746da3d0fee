"""Marks that say they are of pages, as transcribers write them, and the programs that read scans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.pages.folios import NUMBER, lone_folio
from edition.conventions.pages.marks import RULE, Mark, Sheet
from edition.proof.skins import MOST_WORDS
from edition.regex import regex
from edition.rules import NO, Score, counted
from edition.words import occurrences

WORDS = ("pages", "page", "pg", "pp", "p", "página", "pagina", "seite", "s", "folio", "fol")
BREAKS = ("break", "end", "of", "number", "pagebreak", "seitenumbruch", "seitenwechsel", "saut", "de")
_NAME = r"(?:page|seite|página|pagina)"
_BREAK = r"(?:page[ _-]?break|seiten(?:umbruch|wechsel)|saut de page|(?P<end>end of page))"
_OF = r"(?:[ \t]*(?:of|/|von|de)[ \t]*\d{1,4})?"
_SIGNS = r"[#*=~_–—-]{0,40}"
_MARKUP = regex(
    rf"<!--[ \t]*(?:{_NAME}[ \t-]?(?:number)?[ \t]*:?[ \t]*(?:(?P<comment>\d{{1,4}}){_OF})?|page[ \t-]?break)[ \t]*-->"
    r"|\\(?:newpage|pagebreak|clearpage)(?:\{\})?"
    r"|\{(?P<brace>\d{1,4})\}-{8,}"
    r"|<page(?:_?number)?>[ \t]*(?P<tag>\d{1,4})[ \t]*</page(?:_?number)?>"
    rf"|(?=[\[({{<#*=~_–—-])[\[({{<]{{0,2}}{_SIGNS}[ \t]*{_BREAK}[ \t]*(?P<broken>\d{{1,4}})?[ \t]*{_SIGNS}"
    r"[\])}>]{0,2}"
    rf"|\#{{1,3}}[ \t]*p\.[ \t]*(?P<scan>{NUMBER})?[ \t]*\(\#\d{{1,4}}\)[ \t]*\#{{3,}}"
    rf"|(?=[#*=~_–—-]){_SIGNS}[ \t]*{_NAME}[ \t]+(?P<line>\d{{1,4}}){_OF}[ \t]*[:.]?[ \t]*{_SIGNS}", re.IGNORECASE)
_NUMBERS = ("comment", "brace", "tag", "broken", "scan", "line")
_OPENINGS = "[{<|"
_BRACKETED = regex(rf"[{re.escape(_OPENINGS)}]{{1,2}}[ \t]*(?:page[ _]number|(?:{'|'.join(WORDS)})\b)[ \t.:]*"
                   rf"(?P<n>{NUMBER})[ \t]*[\]}})>|]{{1,2}}", re.IGNORECASE)
_DIGIT = regex(r"\d")
_WORD = regex(r"[^\W\d_]+")


def page_marks(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Marks that say they are of pages: `[Page 12]`, `<!-- page 12 -->`, `=== PAGE 12 ===`, `\\newpage`."""
    found = _lines(sheet)
    marked = len(found)
    bracketed = [_bracket(sheet.text, match) for match in _bracketed(sheet.text) if lone_folio(match["n"])]
    steps = [b.folio.value - a.folio.value for a, b in pairwise(bracketed)
             if a.folio and b.folio]
    up = sum(0 < step < 4 for step in steps)
    if up > 0.8 * len(steps) or (len(bracketed) == 1 and (found or "number" in sheet.text[slice(*bracketed[0][:2])])):
        found += bracketed
    if not found:
        return [], NO
    numbered = f"{counted(len(found) - marked, 'page mark')} that count up" if len(found) > marked else ""
    return list(_merged(sheet.text, sorted(found))), Score(1.0, numbered or counted(marked, "mark") + " between pages")


def _lines(sheet: Sheet) -> list[Mark]:
    """Lines that are marks; a rule above a mark is part of it."""
    found = list[Mark]()
    for number in sheet.drawn:
        line = sheet.of(number)
        if match := _MARKUP.fullmatch(line):
            mark = _mark(sheet.lines[number].start, line, match)
            ruled = (not mark.shown and mark.begins and RULE.fullmatch(sheet.of(number - 1))
                     and sheet.lines[number - 1].start not in sheet.kept)
            found.append(mark._replace(start=sheet.lines[number - 1].start) if ruled else mark)
    return found


def _merged(text: str, found: list[Mark]) -> Iterator[Mark]:
    """The marks, of which two that stand together and do not name two pages are one."""
    before: Mark | None = None
    for mark in found:
        apart = before is None or before.shown or mark.shown or text[before.end:mark.start].strip()
        same = mark.folio and before and (not before.folio or before.folio[:2] == mark.folio[:2])
        if before and same and not apart and len(_WORD.findall(text, before.start, mark.end)) <= MOST_WORDS:
            mark = mark._replace(start=before.start)
        elif before:
            yield before
        before = mark
    if before:
        yield before


def _mark(start: int, line: str, match: re.Match[str]) -> Mark:
    printed = next(filter(None, map(match.group, _NUMBERS)), "")
    folio = lone_folio(printed) if printed else None
    end = start + len(line)
    if _DIGIT.search(line.replace(printed, "", 1)):  # how many pages there are, or the number of a scan
        return Mark(start, end, "page-marks", folio and folio._replace(end=len(line)), shown=True)
    return Mark(start, end, "page-marks", folio, begins=not match["end"])


def _bracket(text: str, match: re.Match[str]) -> Mark:
    return Mark(*match.span(), "page-marks", lone_folio(match["n"]), inside=not _alone(text, *match.span()))


def _bracketed(text: str) -> Iterator[re.Match[str]]:
    """Page marks in brackets: those alone on a line; where most are not, all of them, if they leave out no page."""
    every, end = list[re.Match[str]](), 0
    for at in sorted(at for opening in _OPENINGS for at in occurrences(text, opening)):
        if at >= end and (match := _BRACKETED.match(text, at)):
            every.append(match)
            end = match.end()
    alone = [match for match in every if _alone(text, *match.span())]
    values = [folio.value for match in every if (folio := lone_folio(match["n"]))]
    steps = sum(after - before == 1 for before, after in pairwise(values))
    yield from every if 2 * len(alone) < len(every) and steps > 1 and steps > 0.8 * (len(every) - 1) else alone


def _alone(text: str, start: int, end: int) -> bool:
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return not text[first:start].strip() and not text[end:last if last >= 0 else len(text)].strip()
