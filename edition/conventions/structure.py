"""Divisions: what headings open, what closes a letter, what is boxed off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.rules import Context, Convention, Rule
from edition.tree import Attrs, Span, whole

_ITEMS = frozenset(("head", "p", "ab", "sp", "l", "lg", "list", "table", "figure", "quoteBlock", "byline", "salute",
                    "dateline", "signed", "bibl", "stageBlock", "castList"))
_FRAME = frozenset(("salute", "dateline", "signed"))
_ARTICLE = frozenset(("byline", "salute", "dateline", "signed"))


@dataclass(frozen=True)
class _Mark:
    """A place where a division of this depth begins (`type` set), or where deeper ones end (`type` empty)."""

    offset: int
    depth: float
    type: str = ""
    n: str = ""


def _items(context: Context) -> list[Span]:
    """The outermost blocks of the text, in order."""
    found, end = list[Span](), 0
    for span in context.spans:
        if span.start >= end and span.kind in _ITEMS:
            found.append(span)
        end = max(end, span.end if span.kind in _ITEMS or span.kind == "foot" else end)
    return found


def _levels(items: list[Span]) -> dict[str, int]:
    """Depth of each level of heading that occurs: the highest is 1."""
    return {level: depth for depth, level in enumerate(sorted({i.get("_level") for i in items if i.kind == "head"}), 1)}


def _boxed(items: list[Span]) -> set[int]:
    """Places of headings whose division is an extract: paragraphs, then their credit."""
    boxes, head = set[int](), None
    for place, item in enumerate(items):
        if item.kind == "head":
            head = place
        elif item.kind == "bibl" and head is not None and all(i.kind == "p" for i in items[head + 1:place]):
            boxes.add(head)
        elif item.kind != "p":
            head = None
    return boxes


def _closes(items: list[Span], place: int) -> bool:
    """Whether a dateline or signature belongs to a closer: nothing but its like stands before the next heading."""
    if items[place].kind not in ("dateline", "signed") or place == 0:
        return False
    return items[place - 1].kind not in ("head", "byline")


def _marks(context: Context) -> list[_Mark]:
    items = _items(context)
    depths, boxes = _levels(items), _boxed(items)
    marks, closed, type_ = list[_Mark](), False, _top_type(items)
    for place, item in enumerate(items):
        above = items[place - 1] if place else None
        if closed and item.kind not in _FRAME:
            notice = item.rule == "notice"
            marks.append(_Mark(item.start, 1, "notice" if notice else type_))
            closed = notice
        elif item.rule == "notice" and place:
            marks.append(_Mark(item.start, 1, "notice"))
            closed = True
        elif item.kind == "head":
            closed = False
            if above and above.kind == "head" and above.get("_level") == item.get("_level"):
                continue
            depth = 1 if place in boxes else depths[item.get("_level")]
            kind = "box" if place in boxes else type_ if depth == 1 else "section"
            marks.append(_Mark(item.start, depth, kind, item.get("_n")))
        elif _closes(items, place) and not closed:
            marks.append(_Mark(item.start, 1.5))
            closed = True
    return _with_lost_first(items, marks)


def _top_type(items: list[Span]) -> str:
    """Divisions of the first depth are articles where the text has what articles have."""
    article = any(i.kind in _ARTICLE or i.get("type") in ("kicker", "main") for i in items)
    return "article" if article else "section"


def _with_lost_first(items: list[Span], marks: list[_Mark]) -> list[_Mark]:
    """Where numbered sections begin with the second, what stands before it is the first, its numeral lost."""
    first = next((i for i in items if i.kind == "head"), None)
    if first is not None and first.get("_value") == "2" and items[0] is not first:
        return [_Mark(items[0].start, 1, "section", "I"), *marks]
    return marks


def _divisions(context: Context) -> Iterator[Span]:
    size = len(context.text)
    yield whole(0, size, "body", "body")
    marks = _marks(context)
    for place, mark in enumerate(marks):
        if mark.type:
            end = next((m.offset for m in marks[place + 1:] if m.depth <= mark.depth), size)
            attrs: Attrs = (("type", mark.type),) + ((("n", mark.n),) if mark.n else ())
            yield whole(mark.offset, end, "div", "division", attrs)


def _frames(context: Context) -> Iterator[Span]:
    """Runs of salutation, dateline and signature: an opener under a heading, else a closer."""
    items = _items(context)
    place = 0
    while place < len(items):
        end = place
        while end < len(items) and items[end].kind in _FRAME:
            end += 1
        if end > place:
            opens = place == 0 or items[place - 1].kind in ("head", "byline")
            yield whole(items[place].start, items[end - 1].end, "opener" if opens else "closer", "frame")
        place = max(end, place + 1)


def _extracts(context: Context) -> Iterator[Span]:
    items = _items(context)
    for head in sorted(_boxed(items)):
        credit = next(place for place in range(head, len(items)) if items[place].kind == "bibl")
        if credit > head + 1:
            yield whole(items[head + 1].start, items[credit].end, "cit", "extract")
            yield whole(items[head + 1].start, items[credit - 1].end, "quoteBlock", "extract")


STRUCTURE = Convention(
    "divisions",
    "A heading opens a division as deep as its level; a signature ends a letter; a credited extract stands in a box.",
    "# An Article\\n\\n## A Section",
    (Rule("body", "the whole text", "", lambda _: ()),
     Rule("division", "from a heading to the next one of its level", "## A Section", _divisions),
     Rule("frame", "salutation, dateline and signature together", "Moscow, March 20, 1929.\\n\\n— G. G.", _frames),
     Rule("extract", "an extract and its credit", "(From the resolution.)", _extracts)),
)
