"""Notes that stand in blocks of their own: after a paragraph, at a chapter's end, at the end of the book."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.conventions.notes.making import note_attributes, note_spans, page_starts
from edition.conventions.notes.markers import (
    EXPLICIT,
    FIRST,
    NOTE_WORDS,
    Call,
    Opening,
    document_calls,
    follows,
    has_romans,
    is_symbol,
    opening,
    openings,
)
from edition.flow import heading_like
from edition.layout import Line
from edition.records import field, mutable
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span, skin, whole
from edition.view import View

# How the notes are headed, by language.
HEADINGS = ("footnotes", "footnote", "notes", "note", "endnotes",          # English; French, Italian
            "anmerkungen", "anmerkung", "fußnoten", "fussnoten", "noten",  # German, Dutch
            "notas", "nota", "remarques", "noter", "viitteet", "przypisy")
_HEADING = regex(rf"(?:#{{1,6}} |\*\*|_|=)?[ \t]*(?:{'|'.join(HEADINGS)})[ \t]?[:.]?(?:\*\*|_|=)?[:.]?"
                 r"(?:[ \t]*\[[^\[\]\n]{0,60}\])?",
                 re.IGNORECASE)
_RULE = regex(r"[-—–_=*~•· \t]{5,}")
_SURE = 3      # the least weight of a call that counts as evidence
_SIGNED = EXPLICIT | {"symbol"}


@mutable
class _Run:
    """Notes that count on, one block after the other. `notes`: each with its lines.

    `headed`, `ruled`: whether a heading of notes, or a line of signs, stands straight above.
    """

    headed: bool
    ruled: bool
    plain: bool     # whether numbers that stand as in lists may begin notes here
    notes: list[tuple[Opening, list[Line]]] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    near: int = 0   # how many have a call between the run before and this one
    sure: int = 0   # of how many it looks like a call
    far: int = 0    # how many have one anywhere

    @property
    def start(self) -> int:
        return self.notes[0][0].start

    @property
    def holds(self) -> bool:
        """Marks that stand for nothing else need half of the calls; numbers as lists have them need nearly all."""
        size, form = len(self.notes), self.notes[0][0].form
        if self.headed or (form in EXPLICIT and not 2000 < self.notes[0][0].order < 10_000):
            return max(self.sure, self.far) >= 0.5 * size
        return (self.plain or form in _SIGNED) and self.near >= 0.75 * size and self.sure >= 0.5 * size


class _Calls:
    """Where each mark is called: for evidence only, the links are made later."""

    def __init__(self, candidates: list[Call], openings: dict[int, str]) -> None:
        numbers = {label for label in openings.values() if label.isdecimal()}
        found = [call for call in candidates if call.start not in openings]
        self.places: dict[str, list[int]] = defaultdict(list)
        self.sure: dict[str, list[int]] = defaultdict(list)
        signed = {call.label for call in found if call.form in EXPLICIT and call.weight >= _SURE} & numbers
        for call in found:
            if call.form != "glued" or len(signed) < 2:
                self.places[call.label].append(call.start)
                if call.weight >= _SURE or (call.form == "round" and call.weight > 1):
                    self.sure[call.label].append(call.start)

    def within(self, label: str, start: int, end: int, sure: bool = True) -> bool:
        own = (self.sure if sure else self.places).get(label, [])
        at = bisect_left(own, start)
        return at < len(own) and own[at] < end

    def count(self, label: str, start: int, end: int) -> int:
        """How many look like calls of a label between two places."""
        own = self.sure.get(label, [])
        return bisect_left(own, end) - bisect_left(own, start)


def _is_heading(text: str, block: list[Line]) -> bool:
    """Whether a block says that notes follow."""
    return _HEADING.fullmatch(text, block[-1].start, block[-1].end) is not None


def _is_rule(text: str, block: list[Line]) -> bool:
    """Whether a block is a line of signs that parts two notes, or the notes from the text."""
    return len(block) == 1 and _RULE.fullmatch(text, block[0].start, block[0].end) is not None


def _is_head(text: str, block: list[Line]) -> bool:
    return heading_like(text[block[0].start:block[-1].end])


def _blocks(context: Context, view: View) -> list[list[Line]]:
    """The lines of the text in blocks: an empty line, a new page or the mark of a note begins one."""
    blocks: list[list[Line]] = []
    text, pages = view.text, page_starts(context, view)
    for line in view.lines:
        marked = line.gap > 0 and opening(text, line.start, line.end)
        turned = bool(blocks) and bisect_left(pages, line.start + 1) > bisect_left(pages, blocks[-1][-1].start + 1)
        if not blocks or line.gap > context.page.spacing or turned or marked or _is_heading(text, blocks[-1]):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _openings(text: str, blocks: list[list[Line]], romans: bool) -> list[list[tuple[Opening, list[Line]]]]:
    """The notes with which each block may begin: the first line opens one, and further lines go on counting."""
    found = list[list[tuple[Opening, list[Line]]]]()
    headed = False
    for block in blocks:
        notes = list[tuple[Opening, list[Line]]]()
        for line in block if not _numbers_heading(text, block, romans) else ():
            mark = opening(text, line.start, line.end, romans)
            if mark and mark.order and (not notes or _counts(notes[-1][0], mark, headed)):
                notes.append((mark, [line]))
            elif notes:
                notes[-1][1].append(line)
            else:
                break
        found.append(notes)
        headed = _is_heading(text, block) or (headed and not notes and _is_head(text, block))
    return found


def _numbers_heading(text: str, block: list[Line], romans: bool) -> bool:
    """Whether a block is a number with a heading in capitals, and no note."""
    last = block[-1].end
    if len(block) > 2 or not text[block[0].start:last].isupper():
        return False
    mark = opening(text, block[0].start, block[0].end, romans)
    return mark is not None and mark.form not in _SIGNED and " " in text[mark.content:last]


def _counts(above: Opening, mark: Opening, headed: bool) -> bool:
    """Whether a line straight below a note begins the next one: it counts on, or, where that may be, anew."""
    if above.form != mark.form:
        return False
    step = mark.order - above.order
    anew = mark.order in FIRST and (headed or (mark.form in EXPLICIT and above.order not in FIRST))
    return follows(mark.order, above.order) or (is_symbol(mark.order) and 0 < step <= 7) or anew


def _held(context: Context) -> list[_Run]:
    """The runs that hold.

    Numbers as lists have them are notes where no note has a plainer mark, and where there are as many as of what looks
    like their calls.
    """
    view = context.document()
    text, marks = view.text, {mark.label for mark in openings(view.text)}
    found = [call for call in context.of_document(document_calls)
             if call.label in marks or call.form in EXPLICIT] if marks else []
    if not any(call.label in marks and call.weight > 1 for call in found):
        return []
    blocks = _blocks(context, view)
    opened = _openings(text, blocks, has_romans(text))
    called = _Calls(found, {mark.start: mark.label for notes in opened for mark, _ in notes})
    runs = [run for run in _runs(context, text, blocks, opened, called) if run.holds]
    listed = [run for run in runs if not (run.headed or run.ruled) and run.notes[0][0].form not in _SIGNED]
    enough = max(2, 0.4 * sum(map(len, called.sure.values())))
    if len(listed) == len(runs) and sum(len(run.notes) for run in listed) >= enough:
        return runs
    return [run for run in runs if run.headed or run.ruled or run.notes[0][0].form in _SIGNED]


def _runs(context: Context, text: str, blocks: list[list[Line]], opened: list[list[tuple[Opening, list[Line]]]],
          called: _Calls) -> Iterator[_Run]:
    """The runs of notes of the text, with the calls that bear them out."""
    run, between, last, under = None, list[list[Line]](), 0, False
    for place, notes in enumerate(opened):
        if _is_rule(text, blocks[place]):
            continue
        if not notes:
            between.append(blocks[place])
        headed, ruled = under, bool(place and _is_rule(text, blocks[place - 1]))
        # The name of a chapter may stand between the heading of the notes and them.
        under = _is_heading(text, blocks[place]) or (under and not notes and _is_head(text, blocks[place]))
        for mark, own in notes:
            if run and _goes_on(text, run, mark, between, called, last):
                run.notes[-1][1].extend(line for block in between for line in block)
            else:
                if run:
                    _weigh(run, called, last)
                    last = run.notes[-1][1][-1].end if run.holds else last
                    # Under one heading the notes of several chapters may count anew, each under its own.
                    headed = headed or (run.headed and run.holds and run.notes[-1][0].form == mark.form
                                        and all(_is_head(text, block) for block in between))
                    yield run
                run = _Run(headed, ruled, not context.find("note"))
            between = []
            run.notes.append((mark, own))
            run.labels[mark.label] += 1
    if run:
        _weigh(run, called, last)
        yield run


def _goes_on(text: str, run: _Run, mark: Opening, between: list[list[Line]], called: _Calls, last: int) -> bool:
    """Whether a note continues a run: it counts on, and what stands between the two is the former's own text."""
    above = run.notes[-1][0]
    onward = follows(mark.order, above.order) or (mark.order > above.order and is_symbol(above.order))
    # Stars may call one after the other, the daggers being for a second note of one page.
    again = (is_symbol(mark.order) and mark.order <= above.order
             and called.count(mark.label, last, run.start) > run.labels[mark.label])
    if mark.form != above.form or not (onward or again):
        return False
    if not between:
        return True
    if any(_is_head(text, block) for block in between):
        return False
    return called.within(mark.label, last, run.start) and not called.within(mark.label, above.start, mark.start)


def _weigh(run: _Run, called: _Calls, last: int) -> None:
    run.near = sum(called.within(mark.label, last, run.start, False) for mark, _ in run.notes)
    run.sure = sum(called.within(mark.label, last, run.start) for mark, _ in run.notes)
    run.far = sum(called.within(mark.label, 0, 1 << 60) for mark, _ in run.notes)


def _run_notes(context: Context) -> Iterator[Span]:
    view = context.document()
    for run in context.once(_held):
        for mark, own in run.notes:
            attrs = note_attributes(context, mark.label, "end", view.origin(mark.start))
            yield from note_spans(context, view, mark.start, mark.content, own, "end-note", attrs)


def _score(context: Context) -> Score:
    runs = context.once(_held)
    total = sum(len(run.notes) for run in runs)
    called = sum(max(run.sure, run.far) for run in runs)
    if not total:
        return NO
    return Score(called / total, f"{called} of {counted(total, 'note')} in {counted(len(runs), 'place')} "
                 f"{'is' if called == 1 else 'are'} called in the text")


def _headings(context: Context) -> Iterator[Span]:
    """`NOTES` alone on a line straight before a note says what follows; the notes are read at their calls."""
    text, starts = context.text, {span.start for span in context.spans if span.kind in ("note", "foot")}
    view = context.document()
    for line in view.lines:
        if line.end - line.start < 30 and _HEADING.fullmatch(view.text, line.start, line.end):
            start, end = view.origin(line.start), view.origin(line.end - 1) + 1
            following = end
            while following < len(text) and text[following].isspace():
                following += 1
            if following in starts and text[start:end].isalpha():  # a word alone is no mark-up
                yield whole(start, end, "fw", "notes-heading", (("type", "header"),))
            elif following in starts:
                yield skin(start, end, "milestone", "notes-heading", (("unit", "notes"),))


def _score_headings(context: Context) -> Score:
    count = sum(1 for _ in _headings(context)) if context.find("note") else 0
    return Score(1.0, f"{counted(count, 'line')} straight before notes") if count else NO


END_NOTES = Convention(
    "end-notes",
    "Blocks that begin with marks, counted on, which the text has: notes after a paragraph, a chapter or the book.",
    "It is so.[1]\\n\\nNOTES\\n\\n[1] But not always.",
    (Rule("end-note", "a note in a block of its own", "[1] But not always.", _run_notes, NOTE_WORDS),),
    _score,
)
NOTES_HEADINGS = Convention(
    "notes-headings",
    "A line straight before notes that says that notes follow.",
    "FOOTNOTES:\\n\\n[1] But not always.",
    (Rule("notes-heading", "a line that says that notes follow", "FOOTNOTES:", _headings, HEADINGS),),
    _score_headings,
)
