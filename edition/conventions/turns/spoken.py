"""The turns of a transcript as claims: speaker, paragraphs, comments, headings between debates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.turns.stages import alone, brackets, comments
from edition.conventions.turns.transcript import Found, Transcript, transcript
from edition.flow import Block, Flow
from edition.layout import ends_sentence
from edition.rules import Context, Convention, Rule, Score
from edition.tree import Span

_RULE = "transcript-turn"
_HEADING = "transcript-heading"
_COMMENT = "transcript-comment"
_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"(?:[IVX]{1,5}|[1-9]\d?|[A-Z])\.(?:[A-Z0-9]\.?)*[ ]+[A-ZÀ-Þ“\"]")


class _Piece(NamedTuple):
    """A part of a block. `one`: the label that opens it; `kind`: what it is, "" where it holds no words."""

    one: Found | None
    start: int
    end: int
    kind: str


class _Turns:
    """Writes the claims of one transcript."""

    def __init__(self, flow: Flow, told: Transcript) -> None:
        self.flow = flow
        self.text = flow.view.text
        self.opening = {(one.block.number, one.line): one for one in told.turns}
        self.headings = _headings(flow, self.opening)

    def claims(self) -> Iterator[Span]:
        opened: Found | None = None
        turn: list[_Piece] = []
        for block in self.flow.blocks:
            closes = block.number in self.flow.taken or block.number in self.headings
            pieces = [] if closes else list(self._pieces(block))
            if closes or pieces[0].one:
                yield from self._closed(opened, turn)
                opened, turn = None, []
            if block.number in self.headings and block.number not in self.flow.taken:
                yield self.flow.take(block, "head", _HEADING, (("_level", "2"),))
            elif not closes and not opened and not pieces[0].one and pieces[0].kind == "stageBlock":
                yield from self._comments(block.start, block.end)
                self.flow.taken.add(block.number)
            for piece in pieces:
                if piece.one:
                    yield from self._closed(opened, turn)
                    opened, turn = piece.one, []
                if opened:
                    turn.append(piece)
                    self.flow.taken.add(block.number)
        yield from self._closed(opened, turn)

    def _pieces(self, block: Block) -> Iterator[_Piece]:
        """The parts of a block: what each label opens, and what stands before the first."""
        places = [place for place in range(len(block.lines)) if (block.number, place) in self.opening]
        if not places or places[0] > 0:
            yield self._piece(None, block.start, block.lines[places[0] - 1].end if places else block.end)
        for place, following in zip(places, [*places[1:], len(block.lines)], strict=False):
            one = self.opening[block.number, place]
            start, end = one.label.end, block.lines[following - 1].end
            while start < end and self.text[start].isspace():
                start += 1
            yield self._piece(one, start, end)

    def _piece(self, one: Found | None, start: int, end: int) -> _Piece:
        if not any(c.isalnum() for c in self.text[start:end]):
            return _Piece(one, start, end, "")
        return _Piece(one, start, end, "stageBlock" if alone(self.text, start, end) else "p")

    def _closed(self, one: Found | None, turn: list[_Piece]) -> Iterator[Span]:
        """The claims of one turn; comments behind its last words stand outside it."""
        view = self.flow.view
        if one is None:
            return
        spoken = [place for place, piece in enumerate(turn) if piece.kind == "p"]
        inside = turn[:spoken[-1] + 1] if spoken else []
        if inside:
            yield view.claim("sp", one.label.start, inside[-1].end, _RULE)
        yield view.claim("speaker" if inside else "p", one.label.start, one.label.end, _RULE)
        for piece in turn:
            if piece.kind == "stageBlock":
                yield from self._comments(piece.start, piece.end)
            elif piece.kind:
                yield view.claim("p", piece.start, piece.end, _RULE)
                for first, last in comments(self.text, piece.start, piece.end):
                    yield view.claim("stage", first, last, _COMMENT)

    def _comments(self, start: int, end: int) -> Iterator[Span]:
        """One element for each comment; signs between two belong to the first."""
        found = list(brackets(self.text, start, end))
        for place, (first, last) in enumerate(found):
            first = first if place else start
            last = end if place == len(found) - 1 else last + len(self.text[last:found[place + 1][0]].rstrip())
            yield self.flow.view.claim("stageBlock", first, last, _COMMENT)


def _headings(flow: Flow, opening: dict[tuple[int, int], Found]) -> set[int]:
    """Blocks in capitals, or numbered lines, that stand straight before a turn or before another heading."""
    found, before_turn = set[int](), True
    for block in reversed(flow.blocks):
        text = flow.text(block)
        if (block.number, 0) in opening:
            before_turn = True
        elif before_turn and _like_heading(text):
            found.add(block.number)
        else:
            before_turn = before_turn and alone(text, 0, len(text))
    return found


def _like_heading(text: str) -> bool:
    if len(text) > 600 or not _WORD.search(text):
        return False
    return (text == text.upper() and text[0] not in "([") or (
        len(text) < 150 and "\n" not in text and not ends_sentence(text) and bool(_NUMBER.match(text)))


def _claims(context: Context) -> Iterator[Span]:
    return _Turns(context.flow, transcript(context)).claims()


def _score(context: Context) -> Score:
    return transcript(context).score


TRANSCRIPT = Convention(
    "transcript",
    "A text that is the record of a talk: a label opens a turn, which goes on to the next label.",
    "MR. NOBLE: I think so.\\n\\nWe shall see.\\n\\nTHE CHAIRMAN: Thank you.",
    (Rule(_RULE, "from one label to the next", "MR. NOBLE: I think so.", _claims),
     Rule(_COMMENT, "what happens in the room, in brackets", "[Laughter]", lambda _: ()),
     Rule(_HEADING, "capitals before a turn", "QUESTIONS TO MINISTERS", lambda _: ())),
    _score,
)
