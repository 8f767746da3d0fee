"""Notes that stand at the foot of a page, whatever parts them from the text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from edition.conventions.notes.making import SCOPE, note_attributes, note_spans, page_starts
from edition.conventions.notes.markers import LISTED, Call, Opening, between, calls, opening, order
from edition.layout import Line, ends_sentence, lines
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

_HEADING = re.compile(r"#{1,6} ")
_RULE = re.compile(r"[_\-–—─*=]{3,}\Z")
_MISSED = 10    # notes that a page before may have had without being found
_WIDE = 3  # empty lines that no note holds


class _Page(NamedTuple):
    """A page of the text: view[start:end], its lines, what may call a note on it."""

    start: int
    end: int
    lines: list[Line]
    calls: list[Call]


@dataclass(frozen=True)
class _Foot:
    """The notes of a page: `notes` with the number of the line that each begins; `called`: how many have a call."""

    page: _Page
    notes: list[tuple[int, Opening]]
    called: int
    end: int


def _pages(context: Context, view: View) -> Iterator[_Page]:
    """The pages of the text, by the page breaks that earlier rules found."""
    cuts = page_starts(context, view)
    if not cuts:
        return
    found, all_lines, at = calls(view.text), lines(view.text), 0
    for start, end in zip([0, *cuts], [*cuts, len(view.text)], strict=True):
        first = at
        while at < len(all_lines) and all_lines[at].start < end:
            at += 1
        yield _Page(start, end, all_lines[first:at], between(found, start, end))


def _chain(text: str, page: _Page) -> list[tuple[int, Opening, bool]]:
    """The longest run of lines that count on in one way and whose marks are called above; of equal ones the lowest.

    Found from the bottom up: for each line the best run that begins with it.
    """
    above: dict[str, int] = {}
    for call in page.calls:
        above.setdefault(call.label, call.end)
    best: dict[tuple[str, int], tuple[float, int]] = {}
    runs: dict[int, tuple[Opening, bool, int]] = {}
    top: tuple[float, int] = (0.0, -1)
    for place in range(len(page.lines) - 1, -1, -1):
        line = page.lines[place]
        mark = opening(text, line.start, line.end)
        if not mark or not mark.order:
            continue
        called = above.get(mark.label, line.start) < line.start
        fresh = line.gap > 0 or place == 0 or ends_sentence(text[page.lines[place - 1].start:page.lines[place - 1].end])
        steps = range(1, 8) if mark.order > 2000 else range(1, 3)
        onward = max((best.get((mark.form, mark.order + step), (0.0, -1)) for step in steps), key=lambda run: run[0])
        worth = (1.0 if called else 0.1) + (0.3 if fresh else 0.0) + onward[0]
        runs[place] = mark, called, onward[1]
        if worth > best.get((mark.form, mark.order), (0.0, -1))[0]:
            best[mark.form, mark.order] = worth, place
        top = max(top, (worth, place))
    found, place = list[tuple[int, Opening, bool]](), top[1]
    while place >= 0:
        mark, called, following = runs[place]
        found.append((place, mark, called))
        place = following
    return found


def _feet(context: Context) -> list[_Foot]:
    return list(_found(context, context.document()))


def _found(context: Context, view: View) -> Iterator[_Foot]:
    """The notes of each page that has any: counted on, and at least half of them called on their page."""
    last = 0
    before = deque((view.view_offset(note.start), order(note.get("n"))) for note in context.find("note"))
    for page in _pages(context, view):
        run = _chain(view.text, page)
        while before and before[0][0] < page.start:
            last = before.popleft()[1]
        while run and not run[0][2] and run[0][1].order != last + 1:
            del run[0]
        called = sum(one[2] for one in run)
        if not run or called < 0.5 * len(run) or (run[0][1].form in LISTED and not _expected(run[0][1].order, last)):
            continue
        last = run[-1][1].order
        yield _Foot(page, [(place, mark) for place, mark, _ in run], called, _end(view.text, page, run[-1][0]))


def _expected(number: int, last: int) -> bool:
    """Whether a number as lists have them may be that of a page's first note: the first, or one near the last."""
    return number in (1, 1000) or number // 1000 != last // 1000 or not last or last < number <= last + _MISSED


def _end(text: str, page: _Page, last: int) -> int:
    """The number of the line behind the last note: what follows it up to the page's end is its own."""
    for place in range(last + 1, len(page.lines)):
        if page.lines[place].gap >= _WIDE or _HEADING.match(text, page.lines[place].start):
            return place
    return len(page.lines)


def _page_notes(context: Context) -> Iterator[Span]:
    view = context.document()
    for foot in context.once(_feet):
        page, starts = foot.page, [place for place, _ in foot.notes]
        yield view.claim("foot", page.lines[starts[0]].start, page.lines[foot.end - 1].end, "page-notes")
        for (place, mark), end in zip(foot.notes, [*starts[1:], foot.end], strict=True):
            attrs = (*note_attributes(context, mark.label, "bottom", view.origin(mark.start)),
                     (SCOPE, str(view.origin(page.start))))
            yield from note_spans(context, view, mark.start, mark.content, page.lines[place:end], "page-note", attrs)


def _score(context: Context) -> Score:
    feet = context.once(_feet)
    total, called = sum(len(foot.notes) for foot in feet), sum(foot.called for foot in feet)
    if not total:
        return NO
    return Score(called / total, f"{called} of {counted(total, 'note')} at the feet of {counted(len(feet), 'page')} "
                 f"{'is' if called == 1 else 'are'} called on the page")


PAGE_NOTES = Convention(
    "page-notes",
    "Lines at a page's foot that begin with marks, counted on, which the text of that page has: its notes.",
    "text1 goes on\\n\\n1. The note.\\f",
    (Rule("page-notes", "the notes of a page together", "1. The note.\\n2. Another.", lambda _: ()),
     Rule("page-note", "a note at the foot of a page", "1. The note.", _page_notes)),
    _score,
)
