"""Divisions: what headings open, what closes a letter, what is boxed off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from edition.conventions.blocks.matter import body, levels, matter
from edition.records import field, mutable, record
from edition.rules import Context, Convention, Rule
from edition.tree import Attrs, Span, whole

_ITEMS = frozenset(("head", "p", "ab", "sp", "l", "lg", "list", "table", "figure", "quoteBlock", "byline", "salute",
                    "dateline", "signed", "bibl", "stageBlock", "address", "trailer",
                    "castList"))
_ENCLOSING = _ITEMS | {"foot", "note"}
_FRAME = frozenset(("salute", "dateline", "signed", "address"))
_OPENING = {"dispatch": "dispatch", "day-entry": "entry"}  # rules whose blocks open divisions of their own
_ARTICLE = frozenset(("byline", "salute", "dateline", "signed"))


@mutable
class _Open:
    """A division that is open: its place, the depth of its heading, and what it holds so far.

    `state` is "top" before its first block, then "blocks", "divs" once it holds divisions, "bottom" when it is closed.
    """

    offset: int
    depth: int
    type: str
    n: str
    state: str = "top"


@mutable
class _Divisions:
    """The divisions of a text, built item by item so that each holds what TEI lets it hold, in that order."""

    spans: list[Span] = field(default_factory=list)
    open_: list[_Open] = field(default_factory=list)

    @property
    def state(self) -> str:
        return self.open_[-1].state if self.open_ else ""

    @property
    def depth(self) -> int:
        """Depth of the innermost open division, which may have skipped some: 0 where none is open."""
        return self.open_[-1].depth if self.open_ else 0

    @property
    def outermost(self) -> int:
        """Depth of the outermost open division: 0 where none is open."""
        return self.open_[0].depth if self.open_ else 0

    def set(self, state: str) -> None:
        if self.open_:
            self.open_[-1].state = state

    def open(self, offset: int, depth: int, type_: str, n: str = "") -> None:
        """Begin a division of this depth, in what is open, less deep and not finished."""
        self.close(offset, depth)
        while self.state == "bottom":
            self.close(offset, self.depth)
        self.set("divs")
        self.open_.append(_Open(offset, depth, type_, n))

    def close(self, offset: int, depth: int) -> None:
        """End the open divisions of this depth and deeper."""
        while self.open_ and self.depth >= depth:
            made = self.open_.pop()
            attrs: Attrs = (("type", made.type),) + ((("n", made.n),) if made.n else ())
            self.spans.append(whole(made.offset, offset, "div", "division", attrs))


def _items(context: Context) -> list[Span]:
    """The outermost blocks of the text, in order."""
    found, end = list[Span](), 0
    for span in context.spans:
        kind = span.kind
        if kind in _ENCLOSING and span.end > end:
            if span.start >= end and kind in _ITEMS:
                found.append(span)
            end = span.end
    return found


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


@record
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
        if items[start].kind not in _FRAME:
            start += 1
            continue
        end = start
        while (end < len(items) and items[end].kind in _FRAME and items[end].rule != "dispatch"
               and items[end].get("_frame") == items[start].get("_frame")):
            end += 1
            if items[end - 1].kind == "signed" and end < len(items) and not _goes_on(items, end):
                break
        if end > start:
            run = items[start:end]
            under = start == 0 or items[start - 1].kind in ("head", "byline")
            under = under or bool(frames and frames[-1].end == start and frames[-1].opens)
            letter = run[-1].kind != "signed" and any(item.kind == "salute" for item in run)
            told = run[0].get("_frame")
            letter = letter or _dispatches(items, start, end)
            frames.append(_Frame(start, end, under or (told == "opener" if told else letter)))
        start = max(end, start + 1)
    return frames


def _dispatches(items: list[Span], start: int, end: int) -> bool:
    """Whether a newspaper's line of place and day stands between paragraphs: it opens what is below."""
    return (all(item.rule == "press-dateline" for item in items[start:end]) and end < len(items)
            and items[start - 1].kind == items[end].kind == "p")


def _goes_on(items: list[Span], place: int) -> bool:
    """Whether the frame goes on below a signature: with another one, or a dateline before a heading or the end."""
    dated = items[place].kind == "dateline" and (place + 1 == len(items) or items[place + 1].kind == "head")
    return dated or items[place].kind == "signed"


def _built(items: list[Span], size: int) -> list[Span]:
    """The divisions of a text that ends at `size`."""
    depths, boxes, type_ = levels(items), _boxed(items), _top_type(items)
    frames = {frame.start: frame for frame in _framed(items)}
    made, told, until, under = _Divisions(), False, 0, 0
    first = next((item for item in items if item.kind == "head"), None)
    if first is not None and first.get("_value") == "2" and items[0] is not first:
        # Numbered sections begin with the second: what stands before it is the first, its numeral lost.
        made.open(items[0].start, 1, type_ if depths[first.get("_level")] == 1 else "section", "I")
    elif (frames or _ended_before(items, first)) and items[0].kind != "head":
        made.open(items[0].start, 1, "letter" if items[0].get("_frame") else type_)  # a letter is a division of its own
    for place, item in enumerate(items):
        above = items[place - 1] if place else None
        if place < until:
            continue
        if made.spans and not made.open_ and item.kind != "head":
            made.open(item.start, 1, type_)  # behind a division TEI has divisions alone
        if frame := frames.get(place):
            until, told = frame.end, bool(item.get("_frame"))
            if frame.opens and _dispatches(items, place, until):
                made.open(item.start, under + 1, "dispatch")
            else:
                _add_frame(made, item, frame.opens, told, type_)
        elif item.kind == "head":
            merged = above and above.kind == "head" and above.get("_level") == item.get("_level")
            if not merged:
                depth = 1 if place in boxes or (made.state == "bottom" and not told) else depths[item.get("_level")]
                made.open(item.start, depth, _type(items, place, place in boxes, depth, type_), item.get("_n"))
                under = made.depth
        elif item.kind == "trailer":
            told = True
            made.set("bottom")
        elif item.rule in _OPENING:
            made.open(item.start, under + 1, _OPENING[item.rule])
            made.set("blocks" if item.kind == "p" else "top")
        elif item.kind == "byline":
            if above and above.kind not in ("head", "byline", *_FRAME):
                made.set("bottom")
        elif item.rule != "postscript":
            if item.rule == "notice" and place:
                made.open(item.start, 1, "notice")
            elif made.state in ("bottom", "divs"):
                made.open(item.start, made.depth, type_)
            made.set("bottom" if item.rule == "notice" and place else "blocks")
    made.close(size, 1)
    return made.spans


def _ended_before(items: list[Span], head: Span | None) -> bool:
    """Whether a trailer stands before the first heading."""
    trailer = next((item.start for item in items if item.kind == "trailer"), -1)
    return trailer >= 0 and (head is None or trailer < head.start)


def _add_frame(made: _Divisions, item: Span, opens: bool, told: bool, type_: str) -> None:
    if opens and made.state != "top":
        made.open(item.start, max(1, made.depth) if told else 1, "letter" if told else type_)
    elif not opens:
        made.close(item.start, 1000 if told else 1 + max(1, made.outermost))
        made.set("bottom")


def _type(items: list[Span], place: int, boxed: bool, depth: int, type_: str) -> str:
    """What a division is that this heading opens."""
    if boxed:
        return "box"
    if place + 1 < len(items) and items[place + 1].get("_frame") == "opener":
        return "letter"
    return items[place].get("_type") or (type_ if depth == 1 else "section")


def _top_type(items: list[Span]) -> str:
    """Divisions of the first depth are articles where the text has what articles have."""
    article = any((i.kind in _ARTICLE and not i.get("_frame")) or i.get("type") in ("kicker", "main") for i in items)
    return "article" if article else "section"


def _divisions(context: Context) -> Iterator[Span]:
    begin, size = body(context)
    items = [item for item in context.of_spans(_items) if begin <= item.start < size]
    first, last = matter(items, begin, size)
    if first:
        yield whole(0, first, "front", "front")
    if last < len(context.text):
        yield whole(last, len(context.text), "back", "back")
    yield whole(first, last, "body", "body")
    for start, end in ((begin, first), (first, last), (last, size)):
        if held := [item for item in items if start <= item.start < end]:
            yield from _built(held, end)


def _frames(context: Context) -> Iterator[Span]:
    items = context.of_spans(_items)
    for frame in _framed(items):
        kind = "opener" if frame.opens else "closer"
        yield whole(items[frame.start].start, items[frame.end - 1].end, kind, "frame")
    for rule, run in groupby(items, lambda item: item.rule):
        if rule == "postscript":
            added = list(run)
            yield whole(added[0].start, added[-1].end, "postscript", "frame")


def _extracts(context: Context) -> Iterator[Span]:
    items = context.of_spans(_items)
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
     Rule("front", "what stands before the text: a licence, a title page, a preface",
          "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***", lambda _: ()),
     Rule("back", "what stands behind the text: a licence, an appendix, an index",
          "*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***", lambda _: ()),
     Rule("division", "from a heading to the next one of its level", "## A Section", _divisions),
     Rule("frame", "salutation, dateline and signature together", "Moscow, March 20, 1929.\\n\\n— G. G.", _frames),
     Rule("extract", "an extract and its credit", "(From the resolution.)", _extracts)),
)
