"""Paragraphs: what is left when everything else has been taken, and where columns cut them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from edition.kinds import KINDS
from edition.layout import ends_sentence
from edition.rules import Context, Convention, Rule, Score
from edition.tree import Span, skin, whole


def _paragraphs(context: Context) -> Iterator[Span]:
    for block in list(context.flow.free()):
        if any(c.isalnum() for c in context.flow.text(block)):
            yield context.flow.take(block, "p", "paragraph")


def _score(context: Context) -> Score:
    """How much of what no other rule took is surely paragraphs: blocks that end where a sentence ends."""
    texts = [context.flow.text(block) for block in context.flow.free()]
    size, ended = sum(map(len, texts)), sum(len(text) for text in texts if ends_sentence(text))
    share = ended / size if size else 1.0
    # Also without a sign of it the text is kept as paragraphs: there is nothing below them to fall back on.
    return Score(max(share, 0.5), f"{share:.0%} of the text stands in blocks that end a sentence")


def _columns(context: Context) -> Iterator[Span]:
    """A column break at each cut that no page break explains."""
    flow = context.flow
    places = [span.start for span in context.spans]
    for block in flow.blocks:
        for start, end in block.cuts:
            first, last = flow.view.origin(start), flow.view.origin(end - 1) + 1
            between = bisect_left(places, first)
            if between == len(places) or places[between] >= flow.view.origin(end):
                yield skin(first, last, "cb", "column-cut")


def _decided(context: Context) -> Iterator[Span]:
    """Blocks of which an editor says what they are, against recognition."""
    if not context.decisions:
        return
    for block in list(context.flow.free()):
        if kind := context.decided(context.flow.view.origin(block.start)):
            level = (("_level", "2"),) if kind == "head" else ()
            yield context.flow.take(block, kind, "decided-structure", level)


DECIDED = Convention(
    "decided-structure",
    "An editor says what a line is, against recognition.",
    'NAME.corrections.toml: line = 12, is = "head"',
    (Rule("decided-structure", "a line whose structure an editor decided", 'is = "head"', _decided),),
)
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


def _stray_characters(context: Context) -> Iterator[Span]:
    """Control characters between blocks need an element around them that may stand anywhere."""
    open_ = list[Span]()
    for span in context.spans:
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        if span.kind == "c" and (not open_ or KINDS[open_[-1].kind].level == "container" or open_[-1].kind == "foot"):
            yield whole(span.start, span.end, "fw", "unrecognised", (("type", "unrecognised"),))
            context.note("unrecognised", "warning", "a control character between blocks; it is kept", span.start)
        open_.append(span)


UNRECOGNISED = Convention(
    "unrecognised",
    "Text that no rule wanted stays in its place, marked as unrecognised, and is reported.",
    "% % %",
    (Rule("unrecognised", "text that no rule wanted", "% % %", _unrecognised),),
)
