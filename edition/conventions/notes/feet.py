"""Notes that stand at the foot of a page, whatever parts them from the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.notes.making import SCOPE, note_attributes, note_spans, page_starts
from edition.conventions.notes.markers import (
    LISTED,
    NOTE_WORDS,
    Call,
    Opening,
    between,
    document_calls,
    has_romans,
    is_symbol,
    opening,
    order,
)
from edition.layout import Line, ends_sentence
from edition.records import record
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

_HEADING = regex(r"#{1,6} ")
_RULE = regex(r"[_\-–—─*=]{3,}\Z")
_MISSED = 10    # notes that a page before may have had without being found
_WIDE = 3  # empty lines that no note holds


class _Page(NamedTuple):
    """A page of the text: view[start:end], its lines, what may call a note on it."""

    start: int
    end: int
    lines: list[Line]
    calls: list[Call]


@record
class _Foot:
    """The notes of a page: `notes` with the number of the line that each begins; `called`: how many have a call.

    `first`: the line with which they begin; before the first mark it goes on with the last note of the page before.
    """

    page: _Page
    notes: list[tuple[int, Opening]]
    called: int
    first: int
    end: int


def _pages(context: Context, view: View) -> Iterator[_Page]:
    """The pages of the text, by the page breaks that earlier rules found."""
    cuts = page_starts(context, view)
    if not cuts:
        return
    found, lines, starts = context.of_document(document_calls), view.lines, view.table.starts
    for start, end in zip([0, *cuts], [*cuts, len(view.text)], strict=True):
        yield _Page(start, end, lines[bisect_left(starts, start):bisect_left(starts, end)], between(found, start, end))


def _chain(text: str, page: _Page, romans: bool) -> list[tuple[int, Opening, bool]]:
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
        mark = opening(text, line.start, line.end, romans)
        if not mark or not mark.order:
            continue
        called = above.get(mark.label, line.start) < line.start
        fresh = line.gap > 0 or place == 0 or ends_sentence(text[page.lines[place - 1].start:page.lines[place - 1].end])
        steps = range(1, 8) if is_symbol(mark.order) else range(1, 3)
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
    last, cut, romans = 0, False, has_romans(view.text)
    before = deque((view.view_offset(note.start), order(note.get("n"))) for note in context.find("note"))
    for page in _pages(context, view):
        run = _chain(view.text, page, romans) if page.calls else []
        while before and before[0][0] < page.start:
            last = before.popleft()[1]
        while run and not run[0][2] and run[0][1].order != last + 1:
            del run[0]
        called = sum(one[2] for one in run)
        if not run or called < 0.5 * len(run) or (run[0][1].form in LISTED and not _expected(run[0][1].order, last)):
            cut = False
            continue
        last, end = run[-1][1].order, _end(view.text, page, run[-1][0])
        first = _continued(view.text, page, run[0][0]) if cut else run[0][0]
        cut = not ends_sentence(view.text[page.lines[end - 1].start:page.lines[end - 1].end])
        yield _Foot(page, [(place, mark) for place, mark, _ in run], called, first, end)


def _continued(text: str, page: _Page, mark: int) -> int:
    """The first line of the block before a page's first mark, if it goes on with a note that the page before cut.

    It begins in lower case, which below an empty line no paragraph does.
    """
    first = mark
    while first > 1 and (first == mark or not page.lines[first].gap):
        first -= 1
    line = page.lines[first]
    return first if first and line.gap and text[line.start].islower() else mark


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
    view, feet = context.document(), context.once(_feet)
    going = {feet[number - 1].notes[-1][1].start: foot.page.lines[foot.first].start
             for number, foot in enumerate(feet) if number and foot.first < foot.notes[0][0]}
    last = 0
    for foot in feet:
        page, starts = foot.page, [place for place, _ in foot.notes]
        yield view.claim("foot", page.lines[foot.first].start, page.lines[foot.end - 1].end, "page-notes")
        if foot.first < starts[0]:
            begin = page.lines[foot.first].start
            attrs = (*note_attributes(context, "", "bottom", view.origin(begin)), ("prev", f"@note{last}"))
            yield from note_spans(context, view, begin, begin, page.lines[foot.first:starts[0]], "note-goes-on", attrs)
        for (place, mark), end in zip(foot.notes, [*starts[1:], foot.end], strict=True):
            last = view.origin(mark.start)
            attrs = (*note_attributes(context, mark.label, "bottom", last), (SCOPE, str(view.origin(page.start))))
            if mark.start in going:
                attrs += (("next", f"@note{view.origin(going[mark.start])}"),)
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
    (Rule("note-goes-on", "what the page before has cut off a note", "and of oak.\n2. The next note.", lambda _: ()),
     Rule("page-notes", "the notes of a page together", "1. The note.\\n2. Another.", lambda _: ()),
     Rule("page-note", "a note at the foot of a page", "1. The note.", _page_notes, NOTE_WORDS)),
    _score,
)
