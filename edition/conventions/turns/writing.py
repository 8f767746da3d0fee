"""The claims of one turn: its speaker, its paragraphs, and what happens while it is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.turns.frame import MARKS
from edition.conventions.turns.stages import alone, brackets, comments, reports
from edition.regex import regex
from edition.tree import Span
from edition.view import View

COMMENT = "transcript-comment"
_BOLD = 2  # signs of a mark: one is italic
_MARK = regex(r"(?P<sign>[*_])(?:(?P=sign)(?!(?P=sign)\Z|(?P=sign)(?P=sign)))?")
_ITEM = regex(r"[-+•*][ ]+(?=\*\*)")
_TIME = regex(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?")


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
    if _TIME.fullmatch(text, start, end):
        return Piece(start, end, "mark")
    return Piece(start, end, "mark" if bare and reports(text[start:end]) else "p")


def turn(view: View, opening: Opening, pieces: list[Piece], rule: str) -> Iterator[Span]:
    """The claims of one turn; comments behind its last words stand outside it."""
    spoken = [place for place, one in enumerate(pieces) if one.kind == "p"]
    whole, item = opening.start, _ITEM.match(view.text, opening.start, opening.end)
    if spoken and item:
        opening = Opening(item.end(), opening.end)
    marks = _open_marks(view.text, opening, pieces[0]) if spoken and pieces[0].kind == "p" else _Marks()
    if spoken:
        yield view.claim("sp", whole, pieces[spoken[-1]].end, rule, before=opening.start - whole)
    if opening.start < opening.end:
        yield view.claim("speaker" if spoken else "p", opening.start, opening.end, rule,
                         before=len(marks.lead), after=len(marks.tail))
    for one in pieces:
        if one.kind == "stageBlock":
            yield from comment_blocks(view, one.start, one.end)
        elif one.kind == "mark":
            yield view.claim("stageBlock", one.start, one.end, MARKS)
        elif one.kind:
            yield view.claim("p", one.start, one.end, rule)
            for first, last in comments(view.text, one.start, one.end):
                yield view.claim("stage", first, last, COMMENT)
    end = pieces[0].end
    for mark in marks.open:
        kind, rend = ("emph", "bold") if len(mark) == _BOLD else ("hi", "italic")
        yield view.claim(kind, pieces[0].start, end, rule, (("rend", rend),), after=len(mark))
        end -= len(mark)


def comment_blocks(view: View, start: int, end: int) -> Iterator[Span]:
    """One element for each comment; signs between two belong to the first."""
    found = list(brackets(view.text, start, end))
    for place, (first, last) in enumerate(found):
        first = first if place else start
        last = end if place == len(found) - 1 else last + len(view.text[last:found[place + 1][0]].rstrip())
        yield view.claim("stageBlock", first, last, COMMENT)


class _Marks(NamedTuple):
    """Signs around a label: those before and behind it, and the marks still open behind it, the outer first."""

    lead: str = ""
    tail: str = ""
    open: tuple[str, ...] = ()


def _open_marks(text: str, opening: Opening, first: Piece) -> _Marks:
    """The marks that open before the label and close behind the paragraph: `**Q: When was that?**`, `*__Q:__ When?*`"""
    label, said = text[opening.start:opening.end], text[first.start:first.end]
    lead = label[:len(label) - len(label.lstrip("*_"))]
    tail = label[len(label.rstrip("*_")):]
    rest = lead[:len(lead) - len(tail)]
    if not rest or not said.endswith(rest[::-1]) or len(said) <= len(rest) or any(
            sign in said[:-len(rest)] for sign in set(rest)):
        return _Marks()
    found = tuple(match[0] for match in _MARK.finditer(rest))
    return _Marks(lead, tail, found)
