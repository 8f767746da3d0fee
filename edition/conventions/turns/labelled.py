"""Labelled turns: a speaker's name and a colon before what he says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.turns.labels import shape
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.words import holds

_LABEL = regex(r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}):[ \t\n]+(?=\S)")
_NAME = regex(r"[A-ZÀ-Þ](?<!\w.)[\w’'-]*+(?!:)")
# Words with which an answer begins: "A. Yes: because" has no name before its colon.
_ANSWERS = ("Yes", "No", "Oui", "Non", "Ja", "Nein", "Sí", "Sì")
_NEAR = 4  # blocks from one turn to the next in a talk
_MARKS = "\"“„«"


def _turns(context: Context) -> list[tuple[Block, re.Match[str]]]:
    """Blocks that begin with a label whose name is used of a person elsewhere in the text, or labels quotations.

    A name is used of a person where it stands without a colon; "Dear Comrades:" and "IN THE NEXT ISSUE:" are not.
    """
    text = context.flow.view.text
    if not holds(text, ": ", ":\n", ":\t"):
        return []
    found = [(block, match) for block in context.flow.free() if (match := _LABEL.match(text, block.start, block.end))
             and shape(match["name"]) and not match["name"].endswith(_ANSWERS)]
    if not found:
        return []
    labels = Counter(match["name"] for _, match in found)
    quoted = {match["name"] for _, match in found if text[match.end()] in _MARKS}
    mentions = _mentions(context.text, set(labels))
    known = {name for name, count in labels.items()
             if mentions[name] > (name not in quoted) or (count > 1 and name in quoted)}
    return _answered([(block, match) for block, match in found if match["name"] in known])


def _answered(found: list[tuple[Block, re.Match[str]]]) -> list[tuple[Block, re.Match[str]]]:
    """Those of them near which somebody else has a turn: one alone speaks to nobody, and may be no speaker at all."""
    near = set[int]()
    for (above, first), (below, second) in pairwise(found):
        if first["name"] != second["name"] and below.number - above.number <= _NEAR:
            near |= {above.number, below.number}
    return [(block, match) for block, match in found if block.number in near]


def _mentions(text: str, names: set[str]) -> Counter[str]:
    """How often the last word of each name stands in the text without being a label."""
    words = Counter(_NAME.findall(text))
    return Counter({name: words[_NAME.findall(name + " ")[-1]] for name in names})


def _claims(context: Context) -> Iterator[Span]:
    flow = context.flow
    for block, match in _turns(context):
        yield flow.take(block, "sp", "turn")
        yield flow.view.claim("speaker", block.start, match.end("name") + 1, "turn")
        yield flow.view.claim("p", match.end(), block.end, "turn")


LABELLED = Convention(
    "labelled-turns",
    "A name and a colon at the head of a paragraph begin a turn of that speaker.",
    "Kamenev: \"Then it is you who wrote the resolution?\"",
    (Rule("turn", "a known name and a colon open a turn", "Kamenev: \"Then it is you?\"", _claims),),
    lambda context: Score(0.9, counted(len(found), "label")) if (found := _turns(context)) else NO,
)
