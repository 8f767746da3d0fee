"""Interviews whose questions are set in bold or italics and whose answers are not; no label need say who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from edition.conventions.turns.labels import Label, read
from edition.conventions.turns.words import speaks_of_himself
from edition.conventions.turns.writing import Opening, Piece, piece, turn
from edition.flow import Block, Flow
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.speech.turns import ANSWER, QUESTION
from edition.tree import Span

_MARKED = regex(r"(?P<mark>\*\*|__|\*|_)(?=[^\s*_])")
_FEWEST = 4  # questions
_SAMPLE = 400  # characters of an answer


def _questions(flow: Flow) -> list[Block]:
    """Blocks that stand as a whole in one pair of marks."""
    return [block for block in flow.free() if _whole(flow.text(block))]


def _whole(text: str) -> bool:
    match = _MARKED.match(text)
    if match is None or not text.endswith(match["mark"]) or len(text) < 5:
        return False
    inner = text[len(match["mark"]):-len(match["mark"])]
    return match["mark"] not in inner and not inner[-1:].isspace()


def _score(context: Context) -> Score:
    flow = context.flow
    questions = _questions(flow)
    if len(questions) < _FEWEST:
        return NO
    numbers = {block.number for block in questions}
    rest = flow.blocks[questions[0].number:]
    asked = sum(flow.text(block).rstrip("*_").endswith("?") for block in questions)
    answers = [block for block in rest if block.number - 1 in numbers and block.number not in numbers]
    own = sum(speaks_of_himself(flow.text(block)[:_SAMPLE]) for block in answers)
    share = len(questions) / len(rest)
    told = (f"{counted(len(questions), 'paragraph')} in bold or italics, {asked} of them questions; in {own} of "
            f"{counted(len(answers), 'answer')} somebody speaks of himself")
    holds = (asked > 0.5 * len(questions) and len(answers) > 0.5 * len(questions) and own > 0.4 * len(answers)
             and 0.1 < share < 0.7 and questions[0].start < 0.4 * len(flow.view.text))
    return Score(0.8 if holds else 0.2, told)


def _label(flow: Flow, block: Block) -> Label | None:
    """A label inside the marks: `**Q: When was that?**`"""
    first = block.lines[0]
    return next((label for label in read(flow.view.text, first.start, first.end)
                 if label.form == "colon" or (label.form == "point" and label.shape == "letter")), None)


def _claims(context: Context) -> Iterator[Span]:
    flow = context.flow
    numbers = {block.number for block in _questions(flow)}
    first = min(numbers)
    free = [block for block in flow.free() if block.number >= first]
    for question, run in groupby(free, key=lambda block: block.number in numbers):
        blocks = list(run)
        flow.taken.update(block.number for block in blocks)
        label = _label(flow, blocks[0]) if question else None
        opening = Opening(label.start, label.end) if label else Opening(blocks[0].start, blocks[0].start)
        pieces = [piece(flow.view.text, block.start, block.end) for block in blocks]
        if label:
            start = label.end + len(flow.view.text[label.end:blocks[0].end]) - len(
                flow.view.text[label.end:blocks[0].end].lstrip())
            pieces[0] = Piece(start, blocks[0].end, "p")
        yield from turn(flow.view, opening, pieces, QUESTION if question else ANSWER)


BOLD_QUESTIONS = Convention(
    "bold-questions",
    "Paragraphs in bold or italics are questions, and what stands between them the answers.",
    "**When did you come here?**\\n\\nI came in May.",
    (Rule(QUESTION, "a paragraph as a whole in bold or italics", "**When did you come here?**", _claims),
     Rule(ANSWER, "what stands between two questions", "I came in May.", lambda _: ())),
    _score,
)

