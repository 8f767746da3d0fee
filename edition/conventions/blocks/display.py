"""Headings that show by their type and place alone: capitals, titles between wide gaps, centred lines."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.blocks.shapes import Shape, Surroundings, are_marked, heading_points
from edition.flow import Block
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_ENOUGH = 5
_MARKS = ("**", "__")  # of a heading in a text with Markdown headings, beside number signs


def _level(shape: Shape, count: int) -> str:
    """Capitals before titles before the rest; what is repeated word for word heads something small."""
    return "3" if count > 2 else "1.6" if shape.capitals else "2.5" if shape.titled else "2.6"


def _candidates(context: Context) -> list[tuple[Block, Shape]]:
    flow, around = context.flow, Surroundings(context.flow)
    found = list[tuple[Block, Shape]]()
    for block in flow.free():
        shape = around.shape(block)
        if shape is None or not shape.leads:
            continue
        if heading_points(shape) + _follows_head(context, block) >= _ENOUGH:
            found.append((block, shape))
    return _alike(context, found)


def _alike(context: Context, found: list[tuple[Block, Shape]]) -> list[tuple[Block, Shape]]:
    """Where headings are marked, or some stand below wider gaps, none is without."""
    if are_marked(context.flow):
        return [(block, shape) for block, shape in found if shape.text.startswith(_MARKS) or block.number == 0]
    wide = sum(shape.above for block, shape in found if block.number)
    return [(block, shape) for block, shape in found if shape.above] if wide > 1 else found


def _follows_head(context: Context, block: Block) -> int:
    """A short block right under a heading is its title."""
    return int(block.number - 1 in context.flow.taken)


def _heads(context: Context) -> Iterator[Span]:
    found = _candidates(context)
    texts = [shape.text for _, shape in found]
    for block, shape in found:
        yield context.flow.take(block, "head", "display-heading", (("_level", _level(shape, texts.count(shape.text))),))


def _score(context: Context) -> Score:
    if context.page.spacing:
        return NO
    found = _candidates(context)
    return Score(0.8, f"{counted(len(found), 'short line')} set apart as headings are") if found else NO


DISPLAY_HEADINGS = Convention(
    "display-headings",
    "A short block in capitals or title case, centred or between wider gaps than paragraphs have, is a heading.",
    "\\n\\nTHE RUINED MILL\\n\\n",
    (Rule("display-heading", "a short block set apart by type and gaps", "THE RUINED MILL", _heads),),
    _score,
)
