"""Headings that nothing sets apart: short lines that end no sentence, each below a paragraph that is closed."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.blocks.shapes import Surroundings, are_marked, come_again
from edition.flow import Block
from edition.layout import ends_sentence
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_LONGEST = 90   # characters of such a heading
_LINES = 2
_POINTS = 0     # of its shape: a day, an imprint, what begins as paragraphs do have fewer
_FEWEST = 3     # headings
_SHARE = 0.75   # of the short lines that end no sentence, each alone: that are headings
_DENSE = 0.5    # of all blocks: that are headings at most
_TEXT = 60      # characters of a paragraph below one
_QUOTES = tuple("\"“„«")  # a sentence that breaks off leads to what is quoted
_CLOSED = tuple(".!?…:\"”»’')]*_")


def _is_short(context: Context, block: Block) -> bool:
    """Whether a block is short and ends no sentence; what is set in far, or begins small, is none of these lines."""
    text = context.flow.view.text
    last = text[block.end - 1]
    return (block.end - block.start <= _LONGEST and len(block.lines) <= _LINES and text[block.start].isalpha()
            and not text[block.start].islower() and (last.isalnum() or last == ")"))


def _heads(context: Context, around: Surroundings, block: Block) -> bool:
    """Whether a paragraph ends above a short line and another one begins below it, with nothing between them."""
    flow, shape = context.flow, around.shape(block)
    above, below = flow.at(block.number - 1), flow.at(block.number + 1)
    if shape is None or below is None or shape.inset or shape.points < _POINTS or not around.adjoins(block, below):
        return False
    said = flow.text(below)
    closed = block.number == 0 or (above is not None and (
        above.number in flow.heads or flow.text(above).endswith(_CLOSED)))
    return closed and len(said) >= _TEXT and not said[0].islower() and not said.startswith(_QUOTES) and (
        len(below.lines) > 1 or ends_sentence(said) or said.endswith(_CLOSED))


def _found(context: Context) -> list[Block]:
    """The headings, if nearly all short lines that stand alone are such, and no two of them come again as names do."""
    flow = context.flow
    short = {block.number: block for block in flow.free() if _is_short(context, block)}
    if len(short) < _FEWEST or are_marked(flow):
        return []
    around = context.of_flow(Surroundings)
    alone = [block for number, block in short.items() if not {number - 1, number + 1} & short.keys()]
    found = [block for block in alone if _heads(context, around, block)]
    if len(found) < max(_FEWEST, _SHARE * len(alone)) or len(found) > _DENSE * len(flow.blocks):
        return []
    return [] if come_again(flow, found) else found


def _claims(context: Context) -> Iterator[Span]:
    for block in context.of_free(_found):
        yield context.flow.take(block, "head", "plain-heading", (("_level", "2.6"),))


def _score(context: Context) -> Score:
    if context.page.spacing or context.flow.letters:
        return NO
    found = context.of_free(_found)
    return Score(0.7, f"{counted(len(found), 'short line')} that end no sentence, each between two paragraphs") \
        if found else NO


PLAIN_HEADINGS = Convention(
    "plain-headings",
    "Short lines that end no sentence, each between a paragraph that is closed and a longer one, are headings.",
    "It stands to this day.\\n\\nThe keepers of the dam\\n\\nThe council gave the dam a keeper.",
    (Rule("plain-heading", "a short line that ends no sentence, between two paragraphs", "The keepers of the dam",
          _claims),),
    _score,
)
