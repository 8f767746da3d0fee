"""Where pages end, and what stands at their ends without belonging to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.layout import Line, runs_on
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span, skin, whole

_URL = re.compile(r"https?://\S+\Z")
_PAGE_GAP = 3  # empty lines between pages of a double-spaced text, against one inside a page


def _form_feeds(context: Context) -> Iterator[Span]:
    count, at = 1, context.text.find("\f")
    while at >= 0:
        count += 1
        yield skin(at, at + 1, "pb", "form-feed", _counted(count))
        at = context.text.find("\f", at + 1)


def _counted(number: int) -> Attrs:
    """The number of a page that prints none: its place in the file, as `pb/@edRef` says."""
    return ("n", str(number)), ("edRef", "#source")


FORM_FEEDS = Convention(
    "form-feeds",
    "A form feed ends a page.",
    "the end of a page\\f\\nthe next",
    (Rule("form-feed", "a form feed is a page break", "\\f", _form_feeds),),
    lambda context: Score(1.0, counted(context.text.count(chr(12)), "form feed")) if "\f" in context.text else NO,
)


def _is_link(context: Context, line: Line) -> bool:
    """A line that is nothing but an address which the text prints elsewhere: a link's target, dumped from a PDF."""
    address = context.text[line.start:line.end]
    return bool(_URL.match(address)) and context.text.count(address) > 1


def _dumped_links(context: Context) -> Iterator[Span]:
    for line in context.page.lines:
        if _is_link(context, line):
            yield whole(line.start, line.end, "fw", "dumped-link", (("type", "link"),))


DUMPED_LINKS = Convention(
    "dumped-links",
    "An address alone on a line, which the text prints elsewhere, is the target of a link and no reading text.",
    "See https://example.org/a for more.\\n\\nhttps://example.org/a",
    (Rule("dumped-link", "a link's target, dumped among the lines", "https://example.org/a", _dumped_links),),
    lambda context: Score(1.0, "addresses alone on a line, printed elsewhere too")
    if any(_is_link(context, line) for line in context.page.lines) else NO,
)


def _page_gaps(context: Context) -> list[tuple[Line, Line, Line]]:
    """(last line of the text, last line of the page, first line of the next page) at each wide gap of empty lines."""
    found, lines = [], context.page.lines
    for place in range(1, len(lines)):
        line, last = lines[place], lines[place - 1]
        linked = place > 1 and _is_link(context, last)
        if not line.blank and line.gap >= (_PAGE_GAP - 1 if linked else _PAGE_GAP):
            found.append((lines[place - 2] if linked else last, last, line))
    return found


def _score_gaps(context: Context) -> Score:
    gaps = _page_gaps(context) if context.page.spacing else []
    cut = sum(runs_on(context.text[a.start:a.end], context.text[z.start:z.end]) for a, _, z in gaps)
    if len(gaps) < 2 or cut < 0.5 * len(gaps):
        return NO
    found = counted(len(gaps), "wide gap")
    return Score(cut / len(gaps), f"{found} between double-spaced lines, {cut} of them inside a sentence")


def _blank_pages(context: Context) -> Iterator[Span]:
    for number, (text, last, line) in enumerate(_page_gaps(context), 2):
        end = context.text.rfind("\n", last.end, line.start) + 1
        if text is not last:
            yield whole(last.start, end, "foot", "page-gap")
        start = context.text.find("\n", context.text.find("\n", last.end) + 1) + (text is last)
        yield skin(start, end, "pb", "page-gap", _counted(number))


PAGE_GAPS = Convention(
    "page-gaps",
    "In a double-spaced text several truly empty lines part the pages.",
    "the end of\\n\\n\\n\\na page",
    (Rule("page-gap", "three empty lines between double-spaced lines are a page break", "the end of\\n\\n\\n\\na page",
          _blank_pages),),
    _score_gaps,
)
