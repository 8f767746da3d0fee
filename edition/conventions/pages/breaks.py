"""Where pages end, and what stands at their ends without belonging to the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator

from edition.conventions.pages.feet import PRINTED, PageEnd, pages
from edition.conventions.pages.named import BREAKS, WORDS
from edition.layout import Line, runs_on
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span, skin, whole

_URL = regex(r"https?://\S+")
_PAGE_GAP = 3  # empty lines between pages of a double-spaced text, against one inside a page


def _breaks(habit: str, name: str) -> Callable[[Context], Iterator[Span]]:
    """The claims of a habit on the page ends that are marked in it."""

    def claims(context: Context) -> Iterator[Span]:
        found, text = pages(context), context.text
        first = len(text) - len(text.lstrip())  # where the first page begins: an end before it ends none
        for number, end in enumerate((end for end in found.ends if end.mark), 2):
            if end.mark and end.mark.habit == habit:
                yield whole(end.start, end.end, "foot", name)
                yield _break(text, end, name, number - (end.start <= first))
        for mark in found.inside:
            if mark.habit == habit:
                yield skin(mark.start, mark.end, "pb", name, (("n", mark.folio.printed),) if mark.folio else ())

    return claims


def _break(text: str, end: PageEnd, name: str, count: int) -> Span:
    """The page break: the mark itself, or of a printed number the end of the line above or below it."""
    mark = end.mark
    assert mark
    attrs = (("n", end.n),) if end.n else _counted(count)
    if not mark.shown and mark.habit not in PRINTED:
        return skin(mark.start, mark.end, "pb", name, attrs)
    above = text.rfind("\n", end.start, mark.start)
    at = above if mark.begins and above >= 0 else text.find("\n", mark.end)
    return skin(at, at + 1, "pb", name, attrs)


def _counted(number: int) -> Attrs:
    """The number of a page that prints none: its place in the file, as `pb/@edRef` says."""
    return ("n", str(number)), ("edRef", "#source")


def _score(habit: str) -> Callable[[Context], Score]:
    return lambda context: pages(context).scores[habit]


FORM_FEEDS = Convention(
    "form-feeds",
    "A form feed ends a page.",
    "the end of a page\\f\\nthe next",
    (Rule("form-feed", "a form feed is a page break", "\\f", _breaks("form-feeds", "form-feed")),),
    _score("form-feeds"),
)
PAGE_MARKS = Convention(
    "page-marks",
    "A mark that names pages begins one: in brackets, between signs, in a comment or a tag, as a command of LaTeX.",
    "the end of\\n\\n[Page 12]\\n\\na sentence",
    (Rule("page-mark", "a mark that names a page is a page break", "[Page 12]", _breaks("page-marks", "page-mark"),
          (*WORDS, *BREAKS)),),
    _score("page-marks"),
)
PAGE_RULES = Convention(
    "page-rules",
    "Rules that cut sentences, or stand under notes or a bare heading, part pages and no thoughts.",
    "the end of\\n\\n---\\n\\na sentence",
    (Rule("page-rule", "a rule between pages", "---", _breaks("page-rules", "page-rule")),),
    _score("page-rules"),
)
LONE_FOLIOS = Convention(
    "lone-folios",
    "Numbers alone on a line that count up and cut sentences are page numbers.",
    "the end of\\n\\n12\\n\\na sentence",
    (Rule("lone-folio", "a page number between two pages", "- 12 -", _breaks("lone-folios", "lone-folio")),),
    _score("lone-folios"),
)
HEADED_FOLIOS = Convention(
    "headed-folios",
    "Lines with a number that counts up and with words that come again are the heads of pages.",
    "the end of\\n\\n12   OF THE TIDES\\n\\na sentence",
    (Rule("headed-folio", "a running head with its number, between two pages", "12   OF THE TIDES",
          _breaks("headed-folios", "headed-folio")),),
    _score("headed-folios"),
)
TURNED_PAGES = Convention(
    "turned-pages",
    "A line in brackets or between strokes says below a page that there is more.",
    "the end of\\n\\n(more)\\n\\na sentence",
    (Rule("turned-page", "a line that says that the text goes on overleaf", "(more)",
          _breaks("turned-pages", "turned-page")),),
    _score("turned-pages"),
)
REPEATED_HEADS = Convention(
    "repeated-heads",
    "Lines without a number that come again and cut sentences are the heads of pages.",
    "the end of\\n\\nOF THE TIDES\\n\\na sentence",
    (Rule("repeated-head", "a running head without a number, between two pages", "OF THE TIDES",
          _breaks("repeated-heads", "repeated-head")),),
    _score("repeated-heads"),
)


def _furniture(context: Context) -> Iterator[Span]:
    for end in pages(context).ends:
        if not end.mark:
            yield whole(end.start, end.end, "foot", "page-furniture")
        for piece in end.pieces:
            yield Span(piece.start, piece.start + piece.before, piece.end - piece.after, piece.end, "fw",
                       _RULES[piece.type], (("type", piece.type),))


def _score_furniture(context: Context) -> Score:
    kinds = Counter(piece.type for end in pages(context).ends for piece in end.pieces)
    said = ", ".join(counted(number, _NAMES[kind]) for kind, number in sorted(kinds.items()))
    return Score(1.0, said + " at the edges of pages") if kinds else NO


PAGE_FURNITURE = Convention(
    "page-furniture",
    "What stands at the edges of pages and comes again or counts up is no text: heads, numbers, signatures and such.",
    "the end of\\n\\n12\\n\\fOF THE TIDES\\n\\na sentence",
    (Rule("running-head", "a line at the head of pages that comes again, or whose number counts up", "OF THE TIDES",
          _furniture, ("pageheader",)),
     Rule("running-foot", "a line at the foot of pages that comes again", "Proceedings, vol. 3", lambda _: (),
          ("pagefooter",)),
     Rule("folio", "a page number at the edge of a page", "12", lambda _: (), ("pagenumber",)),
     Rule("sheet-signature", "letters below the text that count the sheets of a book", "B 2", lambda _: ()),
     Rule("catchword", "a word alone below the text that leads to the next page: its first one, or (more)", "and",
          lambda _: ())),
    _score_furniture,
)
_RULES = {"header": "running-head", "footer": "running-foot", "pageNum": "folio", "sig": "sheet-signature",
          "catch": "catchword"}
_NAMES = {"header": "running head", "footer": "running foot", "pageNum": "page number", "sig": "signature",
          "catch": "catchword"}


def _links(context: Context) -> dict[int, Line]:
    """Start → the lines that are nothing but an address which the text prints elsewhere: targets dumped from a PDF."""
    text = context.text
    printed = sorted(_URL.findall(text)) if "://" in text else []
    found = dict[int, Line]()
    for line in context.page.lines if len(printed) > 1 else ():
        if text.startswith("http", line.start) and _URL.fullmatch(text, line.start, line.end):
            address = text[line.start:line.end]
            # In order, what begins with the address stands right behind it.
            other = bisect_left(printed, address) + 1
            if other < len(printed) and printed[other].startswith(address):
                found[line.start] = line
    return found


def _dumped_links(context: Context) -> Iterator[Span]:
    for line in context.once(_links).values():
        yield whole(line.start, line.end, "fw", "dumped-link", (("type", "link"),))


DUMPED_LINKS = Convention(
    "dumped-links",
    "An address alone on a line, which the text prints elsewhere, is the target of a link and no reading text.",
    "See https://example.org/a for more.\\n\\nhttps://example.org/a",
    (Rule("dumped-link", "a link's target, dumped among the lines", "https://example.org/a", _dumped_links),),
    lambda context: Score(1.0, "addresses alone on a line, printed elsewhere too")
    if context.once(_links) else NO,
)


def _page_gaps(context: Context) -> list[tuple[Line, Line, Line]]:
    """(last line of the text, last line of the page, first line of the next page) at each wide gap of empty lines."""
    found, lines, links = [], context.page.lines, context.once(_links)
    for place in range(1, len(lines)):
        line, last = lines[place], lines[place - 1]
        linked = place > 1 and last.start in links
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
