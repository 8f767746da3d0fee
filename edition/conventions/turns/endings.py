"""Where a record of talk ends: at a heading or a rule behind its last turn, and at what tells of the talk itself."""

from __future__ import annotations

import re
from bisect import bisect_left

from edition.conventions.turns.frame import tape_mark
from edition.conventions.turns.words import speaks_of_himself
from edition.flow import Block, Flow
from edition.regex import regex
from edition.rules import Context

_HEADING = regex(r"#{1,6}[ \t]+(?=\S)")
_WORD = regex(r"[^\W\d_]{2}")
_LONGEST = 700  # characters of a note on somebody who took part
_CREDIT = regex(
    r"(?:interview(?:ed)?|conducted|recorded|transcribed|edited|translated|transcript(?:ion)?)\b"
    r"[^.:\n]{0,40}(?:\bby |:)"
    r"|(?:the|this) (?:interview|conversation|transcript|discussion)\b[^.]{0,60} (?:was|has been|is|first|originally) "
    r"|originally published|das gespräch führte|das interview führte|die fragen stellte|interview: |gespräch: "
    r"|propos recueillis|(?:entretien|interview)[^.:\n]{0,40} par |traduit de |texte établi "
    r"|intervista (?:di|a cura di|raccolta) |entrevista (?:realizada|hecha|de|por) "
    r"|беседовал|беседу вел|интервью (?:взя|под)|rozmawiał|vraaggesprek |tekst: |©", re.I)
_PERSON = regex(r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: (?:de|van|von|der|la|le|da|di|[A-ZÀ-Þ][\w.’'-]*)){1,4}),? "
                r"(?:is|was|has|lives|works|teaches|ist|war|lebt|arbeitet|est|vit|es|vive|è|is een|är|er)\b")


def is_heading(text: str) -> bool:
    """Whether a block is a heading of Markdown."""
    return text[0] == "#" and _HEADING.match(text) is not None


def in_capitals(text: str) -> bool:
    """Whether a block is a heading in capitals."""
    return len(text) <= 600 and text == text.upper() and text[0] not in "([" and bool(_WORD.search(text))


def breaks(context: Context) -> set[int]:
    """The numbers of the blocks that stand first below a rule or a line of asterisks."""
    flow = context.flow
    starts = [block.start for block in flow.blocks]
    return {bisect_left(starts, flow.view.view_offset(span.start)) for span in context.find("milestone")}


def end_of_talk(context: Context, first: int, last: int) -> int:
    """The number of the first block that is no part of the talk whose first and last turns open in these blocks."""
    flow, apart = context.flow, context.of_flow(lambda _: breaks(context))
    for block in flow.blocks[last + 1:]:
        text = flow.text(block)
        if is_heading(text) or block.number in apart or (in_capitals(text) and _opens_text(flow, block)):
            return block.number
    front = flow.view.text[:flow.blocks[first].start]
    number = len(flow.blocks)
    while number > last + 1 and _tells(flow, flow.blocks[number - 1], front):
        number -= 1
    return number


def _opens_text(flow: Flow, block: Block) -> bool:
    """Whether two paragraphs or more stand below a heading in capitals: else it is a close, or an empty item."""
    below = [flow.text(one) for one in flow.blocks[block.number + 1:block.number + 3]]
    return len(below) > 1 and not any(map(in_capitals, below))


def _tells(flow: Flow, block: Block, front: str) -> bool:
    """Whether a last block tells who made the talk, or who took part in it; `front`: what stands before the talk."""
    text = flow.text(block)
    if len(text) > _LONGEST or tape_mark(text):
        return False
    mark = text[0]
    if mark in "*_" and text[-1] == mark and text[1:-1] and mark not in text[1:-1]:
        return True
    bare = text.strip("*_([)] ")
    if len(bare) < 300 and _CREDIT.match(bare):
        return True
    person = _PERSON.match(bare)
    return person is not None and person["name"] in front and not speaks_of_himself(bare)
