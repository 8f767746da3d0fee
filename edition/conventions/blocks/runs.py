"""Runs of lines that stand together: what is set in from the margin, and what stands between blank lines."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edition.layout import Line
from edition.linetable import Table
from edition.rules import Context
from edition.verse import UNWRAPPED

_SET_IN = 2     # blanks by which a line stands in from the margin
_PART = 0.15    # of the text: as much as stands at the margin where nearly all of it is set in


class Run(NamedTuple):
    """Lines without a gap, all of them at the margin or all set in. `above`, `below`: the lines around them.

    `first`: the place of the first one among the lines of the text.
    """

    first: int
    lines: list[Line]
    inset: int
    above: Line | None
    below: Line | None

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def alone(self) -> bool:
        """Whether blank lines stand above and below."""
        return (self.above is None or self.lines[0].gap > 0) and (self.below is None or self.below.gap > 0)


class Sheet(NamedTuple):
    """The document's own text as runs.

    `measure`: characters of a full line; `opening`: how far paragraphs are set in at their beginning, 0: not at all.
    """

    table: Table
    margin: int
    measure: int
    opening: int
    runs: list[Run]

    def text(self, line: Line) -> str:
        return self.table.text[line.start:line.end]

    def room(self, run: Run) -> int:
        """How many characters a line of this run could hold."""
        return self.measure - self.margin - run.inset


def sheet(context: Context) -> Sheet:
    """The runs of the text that no block has claimed."""
    table = context.document().table
    margin = _margin(table)
    # Of the source's lines: in the view words broken at a line's end are whole, and so two lines one.
    ends = context.table.edges if context.page.wrapped else []
    measure = ends[int(len(ends) * 0.95)] if ends else UNWRAPPED
    inset = [place for place, indent in enumerate(table.indents) if indent >= margin + _SET_IN]
    opening = _opening(table, inset, margin, measure)
    # Where paragraphs do not open with an indent, a line set in below a full one is what did not fit into it.
    full = UNWRAPPED if opening else int(0.75 * measure)
    return Sheet(table, margin, measure, opening, list(_runs(table, inset, margin, opening, full)))


def _margin(table: Table) -> int:
    """The smallest indent at which a good part of the text stands."""
    if not any(table.indents):
        return 0
    weight = Counter[int]()
    for line in table.lines:
        weight[line.indent] += line.end - line.start
    return min((indent for indent, size in weight.items() if size >= _PART * weight.total()), default=0)


def _opening(table: Table, inset: list[int], margin: int, measure: int) -> int:
    """How far the first lines of paragraphs are set in, where that is how paragraphs begin.

    What did not fit into the line above is set in too, but a paragraph's last line is seldom full.
    """
    counts, found = Counter[int](), table.lines
    for place in inset:
        if not 0 < place < len(found) - 1:
            continue
        above, line, below = found[place - 1:place + 2]
        if below.gap == 0 and below.indent == margin:
            word = table.text[line.start:line.end].partition(" ")[0]
            counts[line.indent] += line.gap > 0 or above.indent + above.end - above.start + 1 + len(word) <= measure
    indent, count = counts.most_common(1)[0] if counts else (0, 0)
    paragraphs = sum(0 < place < len(found) - 1 for place in table.below_gaps)
    return indent if count > 2 and count > 0.1 * paragraphs else 0


def _runs(table: Table, inset: list[int], margin: int, opening: int, full: int) -> Iterator[Run]:
    """Between two gaps stands one run, unless some of the lines there are set in and some are not."""
    found, indents = table.lines, table.indents
    walls = [0, *(place for place in table.below_gaps if place), len(found)]
    for start, end in pairwise(walls):
        inside = bisect_left(inset, end) - bisect_left(inset, start)
        mixed = 0 < inside < end - start
        for first, last in _parted(found, start, end, margin, opening, full) if mixed else ((start, end),):
            if last > first:
                yield Run(first, found[first:last], min(indents[first:last]) - margin,
                          found[first - 1] if first else None, found[last] if last < len(found) else None)


def _parted(found: list[Line], start: int, stop: int, margin: int, opening: int, full: int
            ) -> Iterator[tuple[int, int]]:
    """Where the runs of found[start:stop] begin and end, between whose lines there is no gap."""
    hanging, first_in = False, _is_in(found[start], margin)
    for place in range(start + 1, stop):
        above, is_in = found[place - 1], _is_in(found[place], margin)
        hanging = not first_in and is_in and (hanging or above.end - above.start >= full)
        if first_in == is_in or hanging:
            continue
        # Set in as paragraphs open, the line above is the first one of the paragraph below.
        yield start, place - 1 if first_in and above.indent == opening else place
        start, hanging, first_in = place, False, is_in
    yield start, stop


def _is_in(line: Line, margin: int) -> bool:
    return line.indent >= margin + _SET_IN
