"""What an editor says that a line is, against recognition: it stands before all that is recognised."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from edition.corrections.decision import STRUCTURES
from edition.kinds import KINDS
from edition.layout import BLANKS, Line
from edition.records import record
from edition.rules import NO, Context, Convention, DecidedLine, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_RULE = "decided-structure"
_LEVEL = 2  # of a heading whose level nobody says


def _furniture(context: Context) -> Iterator[Span]:
    """Lines of furniture, with the ends of the lines: the text goes on as if they were not there.

    The end of a line that closes a container (the header of a file) is behind it, and so not the line's.
    """
    closed = {span.end for span in context.spans if KINDS[span.kind].level == "container"}
    for line in context.decided_lines:
        if line.structure == "fw":
            end = line.end if line.end in closed else min(line.end + 1, len(context.text))
            yield Span(line.start, line.start, line.end, end, "fw", "decided-furniture")


@record
class _Text:
    """The lines that are left of a text, and where in the source they begin; `decided`: beginnings of decided lines."""

    view: View
    lines: list[Line]
    starts: list[int]
    decided: frozenset[int]

    def paragraph(self, place: int) -> tuple[int, int]:
        """The first and the last of the lines around one that no empty line and no decision parts from it."""
        first = last = place
        while first and not self.lines[first].gap and self.starts[first - 1] not in self.decided:
            first -= 1
        while last + 1 < len(self.lines) and not self.lines[last + 1].gap and self.starts[last + 1] not in self.decided:
            last += 1
        return first, last

    def claim(self, kind: str, start: int, end: int, attrs: Attrs = ()) -> Span:
        return self.view.claim(kind, start, end, _RULE, attrs)


def _structure(context: Context) -> Iterator[Span]:
    wanted = [line for line in context.decided_lines if line.structure != "fw"]
    view = context.document()
    found = view.lines
    text = _Text(view, found, [view.origin(line.start) for line in found], frozenset(line.start for line in wanted))
    for line in wanted:
        first, behind = bisect_left(text.starts, line.start), bisect_left(text.starts, line.end)
        if first == behind:
            context.note("decision-without-object", "error", "nothing of this line is text: it is mark-up, or belongs "
                         "to a page's foot or a note", line.start)
        elif line.structure == "speaker":
            yield from _turn(context, text, line, first)
        elif line.structure == "text":
            one, other = text.paragraph(first)
            yield text.claim("p", found[one].start, found[other].end)
        else:
            yield from _block(context, text, line, found[first].start, found[behind - 1].end)


def _block(context: Context, text: _Text, line: DecidedLine, start: int, end: int) -> Iterator[Span]:
    kind, attrs = STRUCTURES[line.structure], Attrs()
    if kind == "head":
        attrs = (("_level", str(line.level or _LEVEL)),)
    if kind == "note":
        by = context.options.notes_by
        attrs = (("type", "annotation"), ("resp", f"#{by}")) if by else (("type", "footnote"),)
    yield text.claim(kind, start, end, attrs)
    if kind == "quoteBlock":
        yield text.claim("p", start, end)


def _turn(context: Context, text: _Text, line: DecidedLine, place: int) -> Iterator[Span]:
    """A speaker and the paragraph that he speaks: the rest of his line, else the next lines."""
    own = text.lines[place]
    end = min(text.view.view_offset(line.label_end), own.end)
    last = text.paragraph(place)[1]
    spoken = own.end - len(text.view.text[end:own.end].lstrip(BLANKS))
    if spoken == own.end:
        if place + 1 == len(text.lines) or text.starts[place + 1] in text.decided:
            context.note("decision-without-object", "error", "nothing follows that this speaker says", line.start)
            yield text.claim("p", own.start, own.end)
            return
        spoken, last = text.lines[place + 1].start, text.paragraph(place + 1)[1]
    yield text.claim("sp", own.start, text.lines[last].end)
    yield text.claim("speaker", own.start, end)
    yield text.claim("p", spoken, text.lines[last].end)


def _told(furniture: bool) -> Callable[[Context], Score]:
    def score(context: Context) -> Score:
        number = sum((line.structure == "fw") == furniture for line in context.decided_lines)
        return Score(1.0, f"{counted(number, 'line')} decided by an editor") if number else NO

    return score


DECIDED_FURNITURE = Convention(
    "decided-furniture",
    "An editor says that a line belongs to the page and not to the text.",
    'NAME.corrections.toml: line = 12, is = "fw"',
    (Rule("decided-furniture", "a line of furniture, as an editor decided", 'is = "fw"', _furniture),),
    _told(furniture=True),
)
DECIDED = Convention(
    "decided-structure",
    "An editor says what a line is, against recognition.",
    'NAME.corrections.toml: line = 12, is = "head"',
    (Rule(_RULE, "a line whose structure an editor decided", 'is = "head"', _structure),),
    _told(furniture=False),
)
__all__ = ["DECIDED", "DECIDED_FURNITURE"]
