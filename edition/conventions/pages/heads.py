"""Running heads that part pages without a form feed: with numbers that count up, or words that come again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.pages.folios import Folio, headed_folio
from edition.conventions.pages.marks import NOTE, Mark, Sheet, chain, cuts, letters, spaced
from edition.layout import ends_sentence
from edition.rules import NO, Score, counted

_MISREAD = 3    # letters that may stand at the end of a head for a number that was misread
_LEAST = 4      # running heads
_PAGE = 300     # characters of a page at least
_APART = 0.25   # of a page: how near a head may stand to the next one
_LONGEST = 80   # characters of a head that has no number
_KEY = 5        # letters of such a head at least

Numbered = tuple[int, Folio | None]


def headed_folios(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Lines with a number at one end that counts up, and words that come again: running heads without a form feed."""
    numbered = [(number, folio) for number in sheet.numbered
                if (folio := headed_folio(sheet.of(number))) and not folio.roman]
    often = Counter(letters(sheet.of(number)) for number, _ in numbered)
    # What begins with a number and does not come again is a note or an item of a list.
    run = spaced(sheet, chain([(number, folio) for number, folio in numbered
                               if often[letters(sheet.of(number))] > 1 or "  " in sheet.of(number)]))
    if 2 * sum("  " in sheet.of(number) for number, _ in run) > len(run):
        run = [(number, folio) for number, folio in run if "  " in sheet.of(number)]
    words = Counter(letters(sheet.of(number)) for number, _ in run)
    again = sum(words[letters(sheet.of(number))] > 1 for number, _ in run)
    wide = sum("  " in sheet.of(number) for number, _ in run)
    open_ = sum(not ends_sentence(sheet.of(number - 1)) for number, _ in run)
    cut = sum(cuts(sheet, number) for number, _ in run)
    # Numbers of chapters and scenes count up too, but no sentence runs over them.
    if len(run) < _LEAST or again < 0.6 * len(run) or max(2 * cut, min(wide, open_)) < 0.4 * len(run):
        return [], NO
    every = sorted([*run, *_between(sheet, run, numbered, words)])
    return _marks(sheet, every, "headed-folios"), Score(again / len(run), f"{len(run)} lines with a number that counts "
                                                        f"up, {again} with words that come again")


def _between(sheet: Sheet, run: list[tuple[int, Folio]], numbered: list[tuple[int, Folio]],
             words: Counter[str]) -> Iterator[Numbered]:
    """The heads of pages that a run leaves out: their words stand there alone, or their number was misread."""
    places = [number for number, _ in numbered]
    steps = sorted(sheet.lines[b].start - sheet.lines[a].start for (a, one), (b, other) in pairwise(run)
                   if other.value - one.value == 1) or [0]
    least = _APART * steps[len(steps) // 2]
    known = {key for key, count in words.items() if count > 1 and len(key) >= _KEY}
    for (first, one), (last, other) in pairwise(run):
        if other.value - one.value == 1:
            continue
        inner = numbered[bisect_right(places, first):bisect_left(places, last)]
        found: list[Numbered] = [(number, folio) for number, folio in inner if one.value < folio.value < other.value
                                 and not NOTE.match(sheet.of(number)) and _is_head(sheet.of(number), folio)]
        taken = {number for number, _ in found}
        found += [(number, None) for number in range(first + 1, last)
                  if number not in taken and _alike(letters(sheet.of(number)), known)]
        reached, value = sheet.lines[first].start, one.value
        for number, folio in sorted(found, key=lambda head: head[0]):
            start = sheet.lines[number].start
            if (start - reached >= least and sheet.lines[last].start - start >= least
                    and (folio is None or folio.value > value)):
                yield number, folio
                reached, value = start, folio.value if folio else value


def _is_head(line: str, folio: Folio) -> bool:
    """Whether what stands beside a number may be the head of a page: it begins with a capital."""
    words = line[folio.end:] if not folio.start else line[:folio.start]
    return words.strip(" .|•·-–—\"'“‘[(")[:1].isupper()


def _alike(key: str, known: set[str]) -> bool:
    """Whether the letters of a line are those of a known head, up to a number that was read as letters."""
    return len(key) >= _KEY and any(key[cut:] in known or key[:len(key) - cut] in known for cut in range(_MISREAD + 1))


def _marks(sheet: Sheet, found: list[Numbered], habit: str) -> list[Mark]:
    return [Mark(sheet.lines[number].start, sheet.lines[number].end, habit, folio) for number, folio in found]


def repeated_heads(sheet: Sheet) -> tuple[list[Mark], Score]:
    """Lines without a number that come again and cut sentences: running heads whose numbers are lost."""
    places = dict[str, list[int]]()
    for number in sheet.table.outstanding:
        line = sheet.lines[number]
        if line.end - line.start <= _LONGEST:
            places.setdefault(sheet.text[line.start:line.end], []).append(number)
    found = list[tuple[int, bool]]()
    for words, numbers in places.items():
        if (len(numbers) < 3 or len(letters(words)) < _KEY or not words[0].isupper() or words[-1] in ",;"
                or _copied(sheet, numbers)):
            continue
        cutting = [cuts(sheet, number) for number in numbers]
        if 3 * sum(cutting) >= len(numbers) and sum(cutting) > 1:
            found += zip(numbers, cutting, strict=True)
    found.sort()
    sizes = sorted(_sizes(sheet, found))
    cut = sum(one for _, one in found)
    if len(found) < _LEAST or 2 * cut < len(found) or sizes[len(sizes) // 2] < _PAGE:
        return [], NO
    least = _APART * sizes[len(sizes) // 2]
    kept = [number for (number, cutting), size in zip(found, [*_sizes(sheet, found), least], strict=True)
            if cutting or size >= least]
    return (_marks(sheet, [(number, None) for number in kept], "repeated-heads"),
            Score(max(0.5, cut / len(found)), f"{counted(len(found), 'line')} that come again, {cut} of them inside a "
                  "sentence"))


def _copied(sheet: Sheet, numbers: list[int]) -> bool:
    """Whether what stands below a line comes again with it, as in a text that has been copied into itself."""
    return 2 * len({sheet.of(number + 1) for number in numbers}) < len(numbers) + 2


def _sizes(sheet: Sheet, found: list[tuple[int, bool]]) -> list[int]:
    return [sheet.lines[b].start - sheet.lines[a].start for (a, _), (b, _) in pairwise(found)]
