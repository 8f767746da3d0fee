"""The text a rule may see: what nobody has set aside, each character knowing its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

from edition.kinds import HOLDERS, TRANSPARENT
from edition.layout import Line
from edition.linetable import Table
from edition.tree import Attrs, Span

DOCUMENT = ""
_END = 1 << 60


class View:
    """`text` as runs of the source: `text[at[k]:at[k+1]]` came from `source[src[k]:]`. `span`: whose text it is."""

    __slots__ = ("_at", "_calls", "_src", "_table", "span", "text")

    def __init__(self, source: str, span: Span, runs: list[tuple[int, int]],
                 calls: dict[int, int] | None = None) -> None:
        self.span, self._calls = span, calls or {}
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

    def share(self, table: Table) -> None:
        """Take over what was found of a text that is the same."""
        if self._table is None and self.text == table.text:
            self._table = table

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
        first = self.origin(start)
        last = self.origin(end - 1) + 1 if end > start else first
        istart = self.origin(start + before - 1) + 1 if before else first
        iend = self.origin(end - after) if after else last
        while not after and kind in HOLDERS and last in self._calls:
            iend = last = self._calls[last]
        return Span(first, istart, iend, last, kind, rule, attrs)


def views(source: str, spans: list[Span], kinds: Collection[str]) -> Iterator[View]:
    """A View of each span of these kinds, in the order of their ends (DOCUMENT: of the whole).

    Each sees its own text: phrases and containers are looked through, blocks and furniture are not there.
    """
    calls = {_behind_text(source, span.start): span.end for span in spans if span.kind == "call"}
    # span, the runs of its text so far, how many of them were there when it began, from where its text goes on
    frames: list[tuple[Span, list[tuple[int, int]], int, int]] = [(Span(0, 0, len(source), len(source), DOCUMENT), [],
                                                                   0, 0)]
    for span in [*spans, Span(_END, _END, _END, _END, "end")]:
        while frames and frames[-1][0].end <= span.start:
            closed, runs, first, at = frames.pop()
            if at < closed.iend:
                runs.append((at, closed.iend))
            if frames:
                outer, outer_runs, outer_first, _ = frames[-1]
                frames[-1] = outer, outer_runs, outer_first, closed.end
            if closed.kind in kinds and len(runs) > first:
                own = runs if closed.kind not in TRANSPARENT else _within(closed, runs[first:])
                if own:
                    yield View(source, closed, own, calls)
        if not frames:
            return
        outer, runs, first, at = frames[-1]
        if at < span.start:
            runs.append((at, span.start))
        if span.kind in TRANSPARENT:
            frames.append((span, runs, len(runs), span.istart))
        else:
            frames.append((span, [], 0, span.istart))


def _behind_text(source: str, at: int) -> int:
    """Where the text ends before a call: in some prints a blank parts the two."""
    return at - 1 if source[at - 1:at] == " " and not source[at - 2:at - 1].isspace() else at


def _within(span: Span, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of some runs that is the content of a span."""
    return [(max(start, span.istart), min(end, span.iend)) for start, end in runs
            if end > span.istart and start < span.iend]
