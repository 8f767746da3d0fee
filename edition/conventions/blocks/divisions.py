"""Divisions: what headings open, what closes a letter, what is boxed off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.rules import Context, Convention, Rule
from edition.tree import Attrs, Span, whole

_ITEMS = frozenset(("head", "p", "ab", "sp", "l", "lg", "list", "table", "figure", "quoteBlock", "byline", "salute",
                    "dateline", "signed", "bibl", "stageBlock", "castList", "trailer"))
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
        end = max(end, span.end if span.kind in _ITEMS or span.kind in ("foot", "note") else end)
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
        elif item.kind == "bibl" and head is not None and all(_plain(i) for i in items[head + 1:place]):
            boxes.add(head)
        elif not _plain(item):
            head = None
    return boxes


def _plain(item: Span) -> bool:
    return item.kind == "p" and item.rule != "notice"


@dataclass(frozen=True)
class _Frame:
    """A run of salutation, dateline and signature: items[start:end]. It opens a piece or closes one."""

    start: int
    end: int
    opens: bool


def _framed(items: list[Span]) -> list[_Frame]:
    """The frames of letters: an opener stands first, under a heading, or has a salutation; all others close.

    A signature ends its frame, so that the next letter's opener is one of its own.
    """
    frames, start = list[_Frame](), 0
    while start < len(items):
        end = start
        while end < len(items) and items[end].kind in _FRAME and items[end].rule != "dispatch":
            end += 1
            if items[end - 1].kind == "signed" and items[end:] and not _goes_on(items, end):
                break
        if end > start:
            run = items[start:end]
            under = start == 0 or items[start - 1].kind in ("head", "byline")
            under = under or bool(frames and frames[-1].end == start and frames[-1].opens)
            letter = run[-1].kind != "signed" and any(item.kind == "salute" for item in run)
            frames.append(_Frame(start, end, under or letter))
        start = max(end, start + 1)
    return frames


def _goes_on(items: list[Span], place: int) -> bool:
    """Whether the frame goes on below a signature: with another one, or a dateline before a heading or the end."""
    dated = items[place].kind == "dateline" and (place + 1 == len(items) or items[place + 1].kind == "head")
    return dated or items[place].kind == "signed"


def _marks(context: Context) -> list[_Mark]:
    items = _items(context)
    depths, boxes, type_ = _levels(items), _boxed(items), _top_type(items)
    frames = {frame.start: frame for frame in _framed(items)}
    marks, closed, until, under = list[_Mark](), False, 0, 0
    for place, item in enumerate(items):
        above = items[place - 1] if place else None
        if place < until:
            continue
        if frame := frames.get(place):
            until = frame.end
            if frame.opens and (closed or (above and above.kind not in ("head", "byline", *_FRAME))):
                marks.append(_Mark(item.start, 1, type_))
            elif not frame.opens:
                marks.append(_Mark(item.start, 1.5))
            closed = not frame.opens
        elif item.kind == "head":
            if closed or not (above and above.kind == "head" and above.get("_level") == item.get("_level")):
                depth = 1 if place in boxes or closed else depths[item.get("_level")]
                kind = "box" if place in boxes else item.get("_type") or (type_ if depth == 1 else "section")
                marks.append(_Mark(item.start, depth, kind, item.get("_n")))
                under = depth
            closed = False
        elif item.kind == "trailer":  # nothing but the next heading follows within what it ends
            closed = items[place + 1:place + 2] != [] and items[place + 1].kind not in ("head", "trailer")
        elif item.rule == "dispatch":
            marks.append(_Mark(item.start, under + 1, "dispatch"))
            closed = False
        elif item.kind == "byline" and above and above.kind not in ("head", "byline", *_FRAME):
            closed = True
        elif item.rule == "notice" and place:
            marks.append(_Mark(item.start, 1, "notice"))
            closed = True
        elif closed:
            marks.append(_Mark(item.start, 1, type_))
            closed = False
    marks = _with_lost_first(items, marks)
    ended = next((i.start for i in items if i.kind == "trailer"), -1)
    loose = ended >= 0 and bool(marks) and marks[0].offset > ended
    if (frames or loose) and not (marks and marks[0].offset == items[0].start):
        # A letter, or what a trailer ends, is a division of its own, from where the text begins.
        marks.insert(0, _Mark(items[0].start, 1, type_))
    return _nested(marks)


def _nested(marks: list[_Mark]) -> list[_Mark]:
    """Each division at most one deeper than what it stands in."""
    made, current = list[_Mark](), 0.0
    for mark in marks:
        current = min(mark.depth, current + 1) if mark.type else min(current, 1)
        made.append(replace(mark, depth=current) if mark.type else mark)
    return made


def _top_type(items: list[Span]) -> str:
    """Divisions of the first depth are articles where the text has what articles have."""
    article = any(i.kind in _ARTICLE or i.get("type") in ("kicker", "main") for i in items)
    return "article" if article else "section"


def _with_lost_first(items: list[Span], marks: list[_Mark]) -> list[_Mark]:
    """Where numbered sections begin with the second, what stands before it is the first, its numeral lost."""
    first = next((i for i in items if i.kind == "head"), None)
    if first is not None and first.get("_value") == "2" and items[0] is not first and marks[0].offset == first.start:
        return [_Mark(items[0].start, marks[0].depth, marks[0].type, "I"), *marks]
    return marks


def _divisions(context: Context) -> Iterator[Span]:
    begin, size = _body(context)
    if begin:
        yield whole(0, begin, "front", "front")
    if size < len(context.text):
        yield whole(size, len(context.text), "back", "back")
    yield whole(begin, size, "body", "body")
    marks = _marks(context)
    for mark, end in zip(marks, _ends(marks, size), strict=True):
        if mark.type:
            attrs: Attrs = (("type", mark.type),) + ((("n", mark.n),) if mark.n else ())
            yield whole(mark.offset, end, "div", "division", attrs)


def _ends(marks: list[_Mark], size: int) -> list[int]:
    """Where what begins at each mark ends: at the next one that is no deeper."""
    ends, open_ = [size] * len(marks), list[int]()
    for place, mark in enumerate(marks):
        while open_ and mark.depth <= marks[open_[-1]].depth:
            ends[open_.pop()] = mark.offset
        open_.append(place)
    return ends


def _body(context: Context) -> tuple[int, int]:
    """Where the body begins and ends: between what is not the text's own, and behind a title page."""
    begin, end = 0, len(context.text)
    for span in context.find("div", "titlePage"):
        if span.kind == "titlePage" or span.get("type") == "boilerplate":
            if context.text[begin:span.start].strip():
                end = span.start if span.kind == "div" else end
            else:
                begin = span.end
    return begin, end


def _frames(context: Context) -> Iterator[Span]:
    items = _items(context)
    for frame in _framed(items):
        kind = "opener" if frame.opens else "closer"
        yield whole(items[frame.start].start, items[frame.end - 1].end, kind, "frame")


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
    (Rule("body", "the whole text", "A text.", lambda _: ()),
     Rule("front", "what stands before the text and is not its own",
          "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***", lambda _: ()),
     Rule("back", "what stands behind the text and is not its own",
          "*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***", lambda _: ()),
     Rule("division", "from a heading to the next one of its level", "## A Section", _divisions),
     Rule("frame", "salutation, dateline and signature together", "Moscow, March 20, 1929.\\n\\n— G. G.", _frames),
     Rule("extract", "an extract and its credit", "(From the resolution.)", _extracts)),
)
