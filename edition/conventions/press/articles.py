"""Articles: headlines in decks, credits, bylines and datelines above them, names below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.press import wording
from edition.conventions.press.dispatches import opened
from edition.conventions.press.openings import Found, are_signs, page
from edition.dates import iso_date
from edition.flow import Flow
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_HEAD = 8   # blocks among which a paper's number and day stand
_LINE = 100  # characters in which a paragraph's place and day stand
_DASH = regex("—|--")
_LONGEST_ARTICLE = 60_000  # characters: with fewer signs than one in so many the text is a book


def _claims(context: Context) -> Iterator[Span]:
    flow = context.flow
    for found in context.of_free(page):
        yield flow.take(found.block, found.kind, found.rule, found.attrs)
        yield from _inside(flow, found)


def _inside(flow: Flow, found: Found) -> Iterator[Span]:
    """The author in a byline, place and date in a dateline."""
    block, text = found.block, flow.text(found.block)
    if found.kind == "byline" and (match := wording.byline(text)) and wording.is_author(match):
        yield flow.view.claim("persName", block.start + match.start("name"), block.start + match.end("name"),
                              found.rule)
    if found.kind == "dateline" and (match := wording.dateline(text)):
        if match["place"]:
            yield flow.view.claim("placeName", block.start, block.start + match.end("place"), found.rule)
        when = iso_date(match["date"])
        end = block.start + match.start("date") + len(match["date"].rstrip("."))
        yield flow.view.claim("date", block.start + match.start("date"), end, found.rule,
                              (("when", when),) if when else ())


def _mastheads(flow: Flow) -> int:
    """Whether the price or the day of an issue stands at the head of the text, as two signs."""
    return 2 * any(block.end - block.start <= _LINE and wording.has_masthead(wording.bare(flow.text(block)))
                   for block in flow.blocks[:_HEAD])


def _dated_openings(flow: Flow) -> int:
    """How many paragraphs open with a place in capitals and a day, and a dash."""
    text = flow.view.text
    return sum(text[block.start:block.start + 2].isupper() and _DASH.search(text, block.start, block.start + _LINE)
               is not None and wording.opens_dated(text[block.start:block.start + _LINE].replace("\n", " "))
               for block in flow.blocks if block.end - block.start > _LINE)


def _score(context: Context) -> Score:
    """Evidence that the text is of a newspaper or magazine: credits, bylines and addresses, decks beside them.

    A book has one title page: a single byline is not enough.
    """
    dispatches = context.of_free(opened) + _dated_openings(context.flow) + _mastheads(context.flow)
    least = max(1, -(-len(context.text) // _LONGEST_ARTICLE))  # signs of an article that a text of this length has
    if not are_signs(context.flow, least - dispatches):
        return NO
    found = context.of_free(page)
    rules = Counter(f.rule for f in found)
    decks = sum(a.kind == b.kind == "head" and b.block.number == a.block.number + 1 for a, b in pairwise(found))
    bylines, credits, letters = rules["press-byline"], rules["press-credit"], rules["editor-address"]
    bylines = bylines if bylines > 1 else 0
    signs = bylines + credits + letters + dispatches
    value = min(0.95, 0.25 * bylines + 0.5 * credits + 0.4 * letters + 0.25 * dispatches + 0.1 * min(decks, 2))
    if signs * _LONGEST_ARTICLE < len(context.text):
        value = min(value, 0.4)
    reason = ", ".join((counted(bylines, "byline"), counted(credits, "credit"), counted(decks, "deck"),
                        counted(dispatches, "dispatch", "dispatches"), counted(letters, "letter") + " to the editor"))
    return Score(value, reason) if signs else NO


ARTICLES = Convention(
    "press-articles",
    "Headlines in decks, credits, bylines and datelines open an article of a newspaper or magazine; a name closes it.",
    "WINTER IN THE PORT.\\n\\nShips Held Fast by the Ice.\\n\\n[From Our Own Correspondent.]",
    (Rule("deck", "a deck of an article's headline", "WINTER IN THE PORT.", _claims),
     Rule("crosshead-line", "a headline between the paragraphs of an article", "THE ICE BREAKS.", lambda _: ()),
     Rule("press-credit", "where the piece comes from", "[From Our Own Correspondent.]", lambda _: ()),
     Rule("press-byline", "who wrote or drew it", "By ANNA HOLM", lambda _: ()),
     Rule("editor-address", "a letter's address to the editor", "To the Editor of the GAZETTE.", lambda _: ()),
     Rule("press-dateline", "a place and a day on a line", "BERGEN, Monday night.", lambda _: ()),
     Rule("press-signature", "who signs a letter", "OLE HOLM, Secretary.", lambda _: ()),
     Rule("author-below", "the author's name below an article", "ANNA M. HOLM.", lambda _: ())),
    _score,
)
