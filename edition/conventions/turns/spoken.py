"""The turns of a transcript as claims: speaker, paragraphs, comments, headings between debates."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.turns.endings import in_capitals, is_heading
from edition.conventions.turns.evidence import Found
from edition.conventions.turns.frame import (
    FRAME,
    MARKS,
    ends_talk,
    front,
    names_examiner,
    opens_session,
    tape_mark,
    titled_lines,
)
from edition.conventions.turns.stages import alone, has_brackets
from edition.conventions.turns.transcript import Transcript, transcript
from edition.conventions.turns.writing import COMMENT, Opening, Piece, comment_blocks, piece, turn
from edition.flow import Block, Flow
from edition.layout import ends_sentence
from edition.regex import regex
from edition.rules import Context, Convention, Rule, Score
from edition.speech.turns import TRANSCRIPT as TURN
from edition.tree import Span

_HEADING = "transcript-heading"
_FULL = 0.75  # of the measure: a line that is shorter ends a paragraph
_NEAR = 100   # characters at the end of a paragraph
_WORD = regex(r"[^\W\d_]{2}")
_NUMBER = regex(r"(?:[IVX]{1,5}|[1-9]\d?|[A-Z])\.(?:[A-Z0-9]\.?)*[ ]+[A-ZÀ-Þ“\"]")


class _Turns:
    """Writes the claims of one transcript."""

    def __init__(self, flow: Flow, told: Transcript) -> None:
        self.flow = flow
        self.text = flow.view.text
        self.opening = {(one.block.number, one.line): one for one in told.turns}
        self.headings = _headings(flow, self.opening)
        self.spaced = _spaced(flow)
        self.bare = not has_brackets(self.text)
        self.last = flow.blocks[told.end - 1]
        self.opened: Found | None = None
        self.pieces: list[Piece] = []

    def claims(self) -> Iterator[Span]:
        """The claims of all turns, and of what stands between them."""
        first = min(number for number, _ in self.opening)
        yield from front(self.flow, first)
        for block in self.flow.blocks[:self.last.number + 1]:
            text = self.flow.text(block)
            if block.number in self.flow.taken or self._heads_other(block, text):
                yield from self._close()
            elif tape_mark(text) or (block is self.last and _closes(text)):
                yield from self._mark(block, text)
            elif block.number in self.headings:
                yield from self._close()
                yield self.flow.take(block, "head", _HEADING, (("_level", "2"),))
            else:
                yield from self._block(block)
        yield from self._close()

    def _heads_other(self, block: Block, text: str) -> bool:
        """Whether a block is a heading of Markdown, or a line in capitals before no turn, as a statement has it."""
        if (block.number, 0) in self.opening:
            return False
        return is_heading(text) or (
            block.number not in self.headings and block is not self.last and block.gap > 0 and len(block.lines) < 3
            and text[-1] not in ".!?…" and text.count(" ") > 1 and in_capitals(text) and not tape_mark(text))

    def _mark(self, block: Block, text: str) -> Iterator[Span]:
        """The claim of a mark of a tape or a session: what opens a session heads it, what ends the last closes it."""
        if opens_session(text):
            yield from self._close()
            yield self.flow.take(block, "head", _HEADING, (("_level", "2"),))
        elif block is self.last and (ends_talk(text) or _closes(text)):
            yield from self._close()
            yield self.flow.take(block, "trailer", FRAME)
        elif self.opened:
            self.pieces.append(Piece(block.start, block.end, "mark"))
            self.flow.taken.add(block.number)
        else:
            yield self.flow.take(block, "stageBlock", MARKS)

    def _block(self, block: Block) -> Iterator[Span]:
        for one, made in self._parts(block):
            if one:
                yield from self._close()
                self.opened = one
            if self.opened:
                self._add(made)
                self.flow.taken.add(block.number)
            elif made.kind == "stageBlock":
                yield from comment_blocks(self.flow.view, made.start, made.end)
                self.flow.taken.add(block.number)
            elif made.kind == "mark":
                yield self.flow.view.claim("stageBlock", made.start, made.end, MARKS)
                self.flow.taken.add(block.number)

    def _add(self, made: Piece) -> None:
        """One part more of the turn; where lines stand apart, one that fills the measure goes on in the next."""
        above = self.pieces[-1] if self.pieces else None
        if self.spaced and above and above.kind == made.kind == "p" and not ends_sentence(
                self.text[max(above.start, above.end - _NEAR):above.end]):
            last = self.text.rfind("\n", above.start, above.end) + 1
            if above.end - max(last, above.start) >= _FULL * self.flow.page.columns:
                self.pieces[-1] = Piece(above.start, made.end, "p")
                return
        self.pieces.append(made)

    def _parts(self, block: Block) -> Iterator[tuple[Found | None, Piece]]:
        """The parts of a block: what stands before the first label, and what each label opens."""
        places = [place for place in range(len(block.lines)) if (block.number, place) in self.opening]
        if not places or places[0] > 0:
            yield None, piece(self.text, block.start, block.lines[places[0] - 1].end if places else block.end,
                              self.bare)
        for place, following in zip(places, [*places[1:], len(block.lines)], strict=False):
            one = self.opening[block.number, place]
            start, end = one.label.end, block.lines[following - 1].end
            while start < end and self.text[start].isspace():
                start += 1
            yield one, piece(self.text, start, end)

    def _close(self) -> Iterator[Span]:
        if self.opened:
            opening = Opening(self.opened.label.start, self.opened.label.end)
            yield from turn(self.flow.view, opening, self.pieces, TURN)
        self.opened, self.pieces = None, []


def _spaced(flow: Flow) -> bool:
    """Whether nearly every line stands below an empty one, and blocks have several: a double-spaced typescript."""
    lines = flow.page.lines
    return len(lines) > 1.2 * len(flow.blocks) and sum(line.gap == 1 for line in lines) > 0.8 * len(lines)


def _headings(flow: Flow, opening: dict[tuple[int, int], Found]) -> set[int]:
    """Blocks in capitals, or numbered lines, that stand straight before a turn or before another heading."""
    found, before_turn = set[int](), True
    speakers = len({one.label.key for one in opening.values()})
    titled = titled_lines(flow, min(number for number, _ in opening), speakers)
    for block in reversed(flow.blocks):
        text = flow.text(block)
        if (block.number, 0) in opening:
            before_turn = True
        elif before_turn and (
                _like_heading(text) or opens_session(text) or names_examiner(text) or block.number in titled):
            found.add(block.number)
        else:
            before_turn = before_turn and alone(text, 0, len(text))
    return found


def _like_heading(text: str) -> bool:
    return in_capitals(text) or (
        len(text) < 150 and "\n" not in text and not ends_sentence(text) and bool(_NUMBER.match(text)))


def _closes(text: str) -> bool:
    """Whether a last block is a line in capitals: `WITNESS EXCUSED.`"""
    return len(text.split()) < 5 and text == text.upper() and bool(_WORD.search(text)) and text[0].isalpha()


def _claims(context: Context) -> Iterator[Span]:
    return _Turns(context.flow, transcript(context)).claims()


def _score(context: Context) -> Score:
    return transcript(context).score


TRANSCRIPT = Convention(
    "transcript",
    "A text that is the record of a talk: a label opens a turn, which goes on to the next label.",
    "MR. NOBLE: I think so.\\n\\nWe shall see.\\n\\nTHE CHAIRMAN: Thank you.",
    (Rule(TURN, "from one label to the next", "MR. NOBLE: I think so.", _claims),
     Rule(COMMENT, "what happens in the room, in brackets", "[Laughter]", lambda _: ()),
     Rule(MARKS, "the mark of a tape or its side, or a time alone", "Tape 1, Side B", lambda _: ()),
     Rule(FRAME, "the title, who takes part, the close", "END OF INTERVIEW", lambda _: ()),
     Rule(_HEADING, "capitals before a turn", "QUESTIONS TO MINISTERS", lambda _: ())),
    _score,
)
