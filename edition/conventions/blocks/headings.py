"""Headings: Markdown's, the opening lines of an article, crossheads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.bylines import says_by_whom
from edition.conventions.blocks.shapes import come_again
from edition.flow import Block, title_like
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span

_MARKDOWN = regex(r"(#{1,6})[ \t]+(?=\S)")
_BYLINE = regex(r"(?:By|BY|Von|Par|De)\s+(?=\S)(?P<name>[^\d]{3,60})\Z")
_NEAR = 80    # characters above a line of signs
_PROSE = 150  # characters of a block that is surely a paragraph


def _markdown(context: Context) -> Iterator[Span]:
    text = context.flow.view.text
    for block in context.flow.free():
        if text[block.start] == "#" and (match := _MARKDOWN.match(context.flow.text(block))):
            yield context.flow.take(block, "head", "markdown-heading", (("_level", str(len(match[1]))),), match.end())


MARKDOWN_HEADINGS = Convention(
    "markdown-headings",
    "A line that begins with number signs is a heading; their count is its level.",
    "## Bucharin's Air Journey.",
    (Rule("markdown-heading", "number signs and a blank before a heading", "## The Journey", _markdown),),
)


def _underlined(context: Context) -> Iterator[Span]:
    """Blocks of one line above a line of signs that is set aside."""
    flow, text, ends = context.flow, context.text, dict[int, str]()
    for span in context.find("fw"):
        if span.get("_under"):
            above = text[max(0, span.start - _NEAR):span.start]
            ends[span.start - len(above) + len(above.rstrip())] = text[span.start]
    for block in list(flow.free()) if ends else ():
        sign = ends.get(flow.view.origin(block.end - 1) + 1)
        if sign and len(block.lines) == 1:
            yield flow.take(block, "head", "underlined-heading", (("_level", "1" if sign == "=" else "2"),))


UNDERLINED_HEADINGS = Convention(
    "underlined-headings",
    "A line alone that is underlined is a heading.",
    "The Mill\\n========",
    (Rule("underlined-heading", "a line with a line of signs under it", "The Mill\\n========", _underlined),),
    lambda context: Score(0.9, "lines of words underlined") if context.has("underlines") else NO,
)


def _opening(context: Context) -> list[Block]:
    """The short blocks before the first paragraph, where none of them is marked as a heading already."""
    opening = list[Block]()
    for block in context.flow.blocks:
        if block.number in context.flow.taken:
            return []
        if block.end - block.start >= _PROSE or len(opening) > 6:
            break
        opening.append(block)
    return opening if len(opening) < len(context.flow.blocks) else []


def _byline_at(context: Context, opening: list[Block]) -> int | None:
    """Where the byline stands among the opening blocks: a preposition and a name, with a title above it."""
    for place, block in enumerate(opening):
        match = _BYLINE.match(context.flow.text(block))
        if match and place and title_like(match["name"]) and all(_worded(context, b) for b in opening[:place]):
            return place
    return None


def _worded(context: Context, block: Block) -> bool:
    """Whether a block has words: a line of signs or figures is no heading."""
    return bool(re.search(r"[^\W\d_]{2}", context.flow.text(block)))


def _article_opening(context: Context) -> Iterator[Span]:
    flow, opening = context.flow, _opening(context)
    place = _byline_at(context, opening)
    if place is None:
        return
    for block in opening[:place - 1]:
        yield flow.take(block, "head", "kicker", (("type", "kicker"), ("_level", "1")))
    yield flow.take(opening[place - 1], "head", "headline", (("type", "main"), ("_level", "1")))
    byline = opening[place]
    match = _BYLINE.match(flow.text(byline))
    assert match
    yield flow.take(byline, "byline", "byline")
    yield flow.view.claim("docAuthor", byline.start + match.start("name"), byline.end, "byline")


def _score_opening(context: Context) -> Score:
    place = _byline_at(context, _opening(context))
    return NO if place is None else Score(0.9, "short opening lines before a line \"By …\"")


ARTICLE_OPENING = Convention(
    "article-opening",
    "Short lines before a byline are an article's kickers and headline.",
    "Toward Mass Work\\n\\nBecoming a Party\\n\\nBy I. AMTER",
    (Rule("kicker", "a line above the headline", "Toward Mass Work", _article_opening),
     Rule("headline", "the line above the byline", "Becoming a Party", lambda _: ()),
     Rule("byline", "a preposition and the author's name", "By I. AMTER", lambda _: ())),
    _score_opening,
)


def _is_crosshead(context: Context, block: Block) -> bool:
    """A short line in the manner of a title between two paragraphs, the second a long one."""
    flow = context.flow
    text, above, below = flow.text(block), flow.at(block.number - 1), flow.at(block.number + 1)
    if len(block.lines) > 1 or len(text) > 70 or above is None or below is None or not title_like(text):
        return False
    if below.gap > block.gap and not below.foot:
        return False  # it ends the text above
    plain = not re.search(r"[\"“”:;,—]|\d{4}|\A\W", text.replace("---", ""))
    return plain and len(text.split()) > 1 and below.end - below.start >= _PROSE and not says_by_whom(text)


def _crossheads(context: Context) -> Iterator[Span]:
    found = [block for block in context.flow.free() if _is_crosshead(context, block)]
    if not come_again(context.flow, found):
        for block in found:
            yield context.flow.take(block, "head", "crosshead", (("_level", "2"),))


CROSSHEADS = Convention(
    "crossheads",
    "A short line in the manner of a title between two paragraphs is a crosshead.",
    "A paragraph.\\n\\nSome Experiences.\\n\\nThe next paragraph, a long one.",
    (Rule("crosshead", "a short line in title case between paragraphs", "Some Experiences.", _crossheads),),
    lambda context: NO if context.page.wrapped else Score(0.8, "paragraphs stand on one line each"),
)
