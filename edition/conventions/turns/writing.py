"""The claims of one turn: its speaker, its paragraphs, and what happens while it is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.turns.frame import MARKS
from edition.conventions.turns.stages import alone, brackets, comments, reports
from edition.tree import Span
from edition.view import View

COMMENT = "transcript-comment"
_BOLD = 2  # signs of a mark: one is italic


class Piece(NamedTuple):
    """A part of a turn: a paragraph, comments in brackets (`stageBlock`), a tape mark (`mark`), or signs alone ("")."""

    start: int
    end: int
    kind: str


class Opening(NamedTuple):
    """Where a turn begins and where its label ends, both 0 apart where it has none."""

    start: int
    end: int


def piece(text: str, start: int, end: int, bare: bool = False) -> Piece:
    """What a part of a turn is; `bare`: what happens in the room is told without brackets."""
    if not any(c.isalnum() for c in text[start:end]):
        return Piece(start, end, "")
    if alone(text, start, end):
        return Piece(start, end, "stageBlock")
    return Piece(start, end, "mark" if bare and reports(text[start:end]) else "p")


def turn(view: View, opening: Opening, pieces: list[Piece], rule: str) -> Iterator[Span]:
    """The claims of one turn; comments behind its last words stand outside it."""
    spoken = [place for place, one in enumerate(pieces) if one.kind == "p"]
    mark = _open_mark(view.text, opening, pieces[0]) if spoken and pieces[0].kind == "p" else ""
    if spoken:
        yield view.claim("sp", opening.start, pieces[spoken[-1]].end, rule)
    if opening.start < opening.end:
        yield view.claim("speaker" if spoken else "p", opening.start, opening.end, rule, before=len(mark))
    for one in pieces:
        if one.kind == "stageBlock":
            yield from comment_blocks(view, one.start, one.end)
        elif one.kind == "mark":
            yield view.claim("stageBlock", one.start, one.end, MARKS)
        elif one.kind:
            yield view.claim("p", one.start, one.end, rule)
            for first, last in comments(view.text, one.start, one.end):
                yield view.claim("stage", first, last, COMMENT)
    if mark:
        kind, rend = ("emph", "bold") if len(mark) == _BOLD else ("hi", "italic")
        yield view.claim(kind, pieces[0].start, pieces[0].end, rule, (("rend", rend),), after=len(mark))


def comment_blocks(view: View, start: int, end: int) -> Iterator[Span]:
    """One element for each comment; signs between two belong to the first."""
    found = list(brackets(view.text, start, end))
    for place, (first, last) in enumerate(found):
        first = first if place else start
        last = end if place == len(found) - 1 else last + len(view.text[last:found[place + 1][0]].rstrip())
        yield view.claim("stageBlock", first, last, COMMENT)


def _open_mark(text: str, opening: Opening, first: Piece) -> str:
    """The asterisks that open before the label and close behind the paragraph: `**Q: When was that?**`."""
    label, said = text[opening.start:opening.end], text[first.start:first.end]
    mark = label[:len(label) - len(label.lstrip("*_"))]
    once = bool(mark) and len(mark) <= _BOLD and label.count(mark) == 1 and said.count(mark) == 1
    return mark if once and said.endswith(mark) and len(said) > len(mark) else ""
