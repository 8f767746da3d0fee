"""The text a rule may see: what nobody has set aside, each character knowing its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain

from edition.kinds import HOLDERS, TRANSPARENT
from edition.layout import Line
from edition.linetable import Table
from edition.tree import Attrs, Span

DOCUMENT = ""
_END = 1 << 60
_new = tuple.__new__  # a play has tens of thousands of claims


class View:
    """`text` as runs of the source: `text[at[k]:at[k+1]]` came from `source[src[k]:]`. `span`: whose text it is."""

    __slots__ = ("_at", "_calls", "_src", "_table", "runs", "span", "text")

    def __init__(self, source: str, span: Span, runs: list[tuple[int, int]],
                 calls: dict[int, int] | None = None) -> None:
        self.span, self.runs, self._calls = span, runs, calls or {}
        self._table: Table | None = None
        if len(runs) == 1:
            start, end = runs[0]
            self.text, self._at, self._src = source[start:end], [0], [start]
            return
        self.text = "".join([source[start:end] for start, end in runs])
        self._at, self._src, at = list[int](), list[int](), 0
        for start, end in runs:
            self._at.append(at)
            self._src.append(start)
            at += end - start

    def among(self, calls: dict[int, int]) -> View:
        """The same view, where these calls of notes are known."""
        self._calls = calls
        return self

    @property
    def table(self) -> Table:
        """The lines of this text and what they show; one table for all who ask."""
        if self._table is None:
            self._table = Table(self.text)
        return self._table

    @property
    def lines(self) -> list[Line]:
        """The lines of this text that are not blank; found once for all who ask."""
        return self.table.lines

    def share(self, table: Table, source: Table) -> None:
        """Take over what was found of a text that is the same, else what still stands as in the source."""
        if self._table is None:
            same = self.text == table.text
            self._table = table if same else Table(self.text, source, list(zip(self._at, self._src, strict=True)))

    @property
    def seams(self) -> list[int]:
        """Where the runs of this text begin: what stood between them in the source is set aside."""
        return self._at

    def origin(self, at: int) -> int:
        """The offset into the source of the character `at` of this view (its end: just behind the last one)."""
        if at >= len(self.text) and at > 0:
            return self.origin(len(self.text) - 1) + 1
        run = bisect_right(self._at, at) - 1
        return self._src[run] + at - self._at[run]

    def view_offset(self, offset: int) -> int:
        """The place in this view of a source offset, or of the next one that is visible here."""
        run = bisect_right(self._src, offset) - 1
        if run < 0:
            return 0
        limit = self._at[run + 1] if run + 1 < len(self._at) else len(self.text)
        return min(self._at[run] + offset - self._src[run], limit)

    def claim(self, kind: str, start: int, end: int, rule: str, attrs: Attrs = (), before: int = 0,
              after: int = 0) -> Span:
        """A claim on view[start:end], of which `before` and `after` characters at its edges are its skin.

        Calls of notes, which no view shows, belong to the block that ends before them.
        """
        run = bisect_right(self._at, start)
        if start < end <= (self._at[run] if run < len(self._at) else len(self.text)):  # in one run, as most are
            shift = self._src[run - 1] - self._at[run - 1]
            first, last = start + shift, end + shift
        else:
            first = self.origin(start)
            last = self.origin(end - 1) + 1 if end > start else first
        istart = self.origin(start + before - 1) + 1 if before else first
        iend = self.origin(end - after) if after else last
        while not after and kind in HOLDERS and last in self._calls:
            iend = last = self._calls[last]
        return _new(Span, (first, istart, iend, last, kind, rule, attrs))


class Views:
    """The views of all spans of a text. Where each has its text is found in one sweep; a view is made for who asks.

    `before`: those of an earlier stage; what it made of a span whose text is still the same is taken over.
    """

    def __init__(self, source: str, spans: list[Span], before: Views | None = None) -> None:
        self._source, self._calls = source, dict[int, int]()
        self._earlier = {id(view.span): view for view in before._made.values()} if before else {}
        # In the order of their ends: a span, the runs of text it was given, which of them are its own.
        self._found: list[tuple[Span, list[tuple[int, int]], int, int]] = []
        self._places = defaultdict[str, list[int]](list)  # kind → where its spans are in that list
        self._made: dict[int, View] = {}
        self._sweep(spans)

    def of(self, kinds: Collection[str]) -> Iterator[View]:
        """A View of each span of these kinds, in the order of their ends (DOCUMENT: of the whole).

        Each sees its own text: phrases and containers are looked through, blocks and furniture are not there.
        """
        made, found = self._made, self._found
        places = [self._places[kind] for kind in self._places.keys() & kinds]
        for place in places[0] if len(places) == 1 else sorted(chain.from_iterable(places)):
            if place not in made:
                span, runs, first, last = found[place]
                own = _within(span, runs[first:last]) if span.kind in TRANSPARENT else runs
                if not own:
                    continue
                made[place] = self._view(span, own)
            yield made[place]

    def _view(self, span: Span, runs: list[tuple[int, int]]) -> View:
        earlier = self._earlier.get(id(span))
        if earlier and earlier.runs == runs:
            return earlier.among(self._calls)
        return View(self._source, span, runs, self._calls)

    def _sweep(self, spans: list[Span]) -> None:
        source, found, places = self._source, self._found, self._places
        at = 0  # from where the text of what is open goes on
        whole = Span(0, 0, len(source), len(source), DOCUMENT)
        runs = list[tuple[int, int]]()
        open_: list[tuple[int, Span, list[tuple[int, int]], int]] = [(whole.end, whole, runs, 0)]
        for span in [*spans, Span(_END, _END, _END, _END, "end")]:
            start = span.start
            while open_ and open_[-1][0] <= start:
                _, closed, runs, first = open_.pop()
                if at < closed.iend:
                    runs.append((at, closed.iend))
                at = closed.end
                if len(runs) > first:
                    places[closed.kind].append(len(found))
                    found.append((closed, runs, first, len(runs)))
            if not open_:
                return
            runs = open_[-1][2]
            if at < start:
                runs.append((at, start))
            at = span.istart
            if span.kind in TRANSPARENT:
                open_.append((span.end, span, runs, len(runs)))
            else:
                open_.append((span.end, span, [], 0))
                if span.kind == "call":
                    self._calls[_behind_text(source, start)] = span.end


def views(source: str, spans: list[Span], kinds: Collection[str]) -> Iterator[View]:
    """The views of the spans of some kinds."""
    return Views(source, spans).of(kinds)


def _behind_text(source: str, at: int) -> int:
    """Where the text ends before a call: in some prints a blank parts the two."""
    return at - 1 if source[at - 1:at] == " " and not source[at - 2:at - 1].isspace() else at


def _within(span: Span, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of some runs that is the content of a span."""
    return [(max(start, span.istart), min(end, span.iend)) for start, end in runs
            if end > span.istart and start < span.iend]
