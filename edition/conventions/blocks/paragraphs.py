"""Paragraphs: what is left when everything else has been taken, and where columns cut them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from edition.flow import Block
from edition.kinds import KINDS
from edition.layout import ends_sentence
from edition.rules import Context, Convention, Rule, Score
from edition.tree import Span, skin, whole

_SPACED = 3  # cuts of a block below which it may run over several columns


def _paragraphs(context: Context) -> Iterator[Span]:
    text = context.flow.view.text
    for block in list(context.flow.free()):
        if text[block.start].isalnum() or any(map(str.isalnum, context.flow.text(block))):
            yield context.flow.take(block, "p", "paragraph")


def _score(context: Context) -> Score:
    """How much of what no other rule took is surely paragraphs: blocks that end where a sentence ends."""
    texts = [context.flow.text(block) for block in context.flow.free()]
    size, ended = sum(map(len, texts)), sum(len(text) for text in texts if ends_sentence(text))
    share = ended / size if size else 1.0
    # Also without a sign of it the text is kept as paragraphs: there is nothing below them to fall back on.
    return Score(max(share, 0.5), f"{share:.0%} of the text stands in blocks that end a sentence")


def _columns(context: Context) -> Iterator[Span]:
    """A column break at each cut that neither a page break explains nor the setting of a block, line by line."""
    flow = context.flow
    places = [span.start for span in context.spans]
    for block in flow.blocks:
        if _is_spaced(flow.view.text, block):
            continue
        for start, end in block.cuts:
            first, last = flow.view.origin(start), flow.view.origin(end - 1) + 1
            between = bisect_left(places, first)
            if between == len(places) or places[between] >= flow.view.origin(end):
                yield skin(first, last, "cb", "column-cut")


def _is_spaced(text: str, block: Block) -> bool:
    """Whether empty lines stand between the lines of a block, as typists leave room: nearly all pieces are a line."""
    if len(block.cuts) < _SPACED:
        return False
    starts = [block.start, *(end for _, end in block.cuts)]
    ends = [*(start for start, _ in block.cuts), block.end]
    lines = [text.count("\n", *piece) for piece in zip(starts, ends, strict=True)]
    return lines.count(0) >= 0.7 * len(lines)


REMAINING = Convention(
    "paragraphs",
    "A block of lines is a paragraph; where the sentence goes on in the next block, a column or page cut it.",
    "We thought that $25\\n\\nor $15 was not too much.",
    (Rule("paragraph", "a block of lines", "A paragraph.", _paragraphs),
     Rule("column-cut", "a paragraph cut in the middle of a sentence", "that $25\\n\\nor $15", _columns)),
    _score,
)


def _unrecognised(context: Context) -> Iterator[Span]:
    """Law 2: text that no rule wanted stays printed, is marked, and is reported."""
    yield from _stray_characters(context)
    for above, start, end in context.unclaimed():
        context.note("unrecognised", "warning", "no convention recognises this text; it is kept as it stands", start)
        kind = "fw" if above.kind == "foot" else "ab"
        yield whole(start, end, kind, "unrecognised", (("type", "unrecognised"),))


# What may stand between blocks by its kind → what it is put in there, and what people call it.
_STRAY = {"c": ("fw", "a control character"), "call": ("ab", "the call of a note")}


def _stray_characters(context: Context) -> Iterator[Span]:
    """Control characters and calls of notes between blocks need an element around them."""
    if not any(span.kind in _STRAY for span in context.spans):
        return
    open_ = list[Span]()
    for span in context.spans:
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        above = open_[-1].kind if open_ else "body"
        if span.kind in _STRAY and (KINDS[above].level == "container" or above == "foot"):
            kind, what = _STRAY[span.kind]
            yield whole(span.start, span.end, kind, "unrecognised", (("type", "unrecognised"),))
            context.note("unrecognised", "warning", f"{what} between blocks; it is kept", span.start)
        open_.append(span)


UNRECOGNISED = Convention(
    "unrecognised",
    "Text that no rule wanted stays in its place, marked as unrecognised, and is reported.",
    "% % %",
    (Rule("unrecognised", "text that no rule wanted", "% % %", _unrecognised),),
)
