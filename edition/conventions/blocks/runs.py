"""Runs of lines that stand together: what is set in from the margin, and what stands between blank lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from edition.layout import Line
from edition.rules import Context
from edition.verse import UNWRAPPED
from edition.view import View

_SET_IN = 2     # blanks by which a line stands in from the margin
_PART = 0.15    # of the text: as much as stands at the margin where nearly all of it is set in


class Run(NamedTuple):
    """Lines without a gap, all of them at the margin or all set in. `above`, `below`: the lines around them."""

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

    view: View
    margin: int
    measure: int
    opening: int
    runs: list[Run]

    def text(self, line: Line) -> str:
        return self.view.text[line.start:line.end]

    def room(self, run: Run) -> int:
        """How many characters a line of this run could hold."""
        return self.measure - self.margin - run.inset


def sheet(context: Context) -> Sheet:
    """The runs of the text that no block has claimed."""
    view = context.document()
    found = view.lines
    margin = _margin(found)
    # Of the source's lines: in the view words broken at a line's end are whole, and so two lines one.
    ends = sorted(line.indent + line.end - line.start for line in context.page.lines)
    measure = ends[int(len(ends) * 0.95)] if ends and context.page.wrapped else UNWRAPPED
    opening = _opening(view.text, found, margin, measure)
    # Where paragraphs do not open with an indent, a line set in below a full one is what did not fit into it.
    full = UNWRAPPED if opening else int(0.75 * measure)
    return Sheet(view, margin, measure, opening, list(_runs(found, margin, opening, full)))


def _margin(found: list[Line]) -> int:
    """The smallest indent at which a good part of the text stands."""
    weight = Counter[int]()
    for line in found:
        weight[line.indent] += line.end - line.start
    return min((indent for indent, size in weight.items() if size >= _PART * weight.total()), default=0)


def _opening(text: str, found: list[Line], margin: int, measure: int) -> int:
    """How far the first lines of paragraphs are set in, where that is how paragraphs begin.

    What did not fit into the line above is set in too, but a paragraph's last line is seldom full.
    """
    counts, paragraphs = Counter[int](), 0
    for above, line, below in zip(found, found[1:], found[2:], strict=False):
        paragraphs += line.gap > 0
        if below.gap == 0 and below.indent == margin and line.indent >= margin + _SET_IN:
            word = text[line.start:line.end].partition(" ")[0]
            counts[line.indent] += line.gap > 0 or above.indent + above.end - above.start + 1 + len(word) <= measure
    indent, count = counts.most_common(1)[0] if counts else (0, 0)
    return indent if count > 2 and count > 0.1 * paragraphs else 0


def _runs(found: list[Line], margin: int, opening: int, full: int) -> Iterator[Run]:
    start, hanging = 0, False
    for place in range(1, len(found) + 1):
        below, above = found[place] if place < len(found) else None, found[place - 1]
        if below and not below.gap:
            first_in, is_in = _is_in(found[start], margin), _is_in(below, margin)
            hanging = not first_in and is_in and (hanging or above.end - above.start >= full)
            if first_in == is_in or hanging:
                continue
        end = place
        if below and not below.gap and _is_in(found[start], margin) and above.indent == opening:
            end -= 1  # the first line of the paragraph below
        if end > start:
            taken = found[start:end]
            yield Run(taken, min(line.indent for line in taken) - margin, found[start - 1] if start else None,
                      found[end] if end < len(found) else None)
        start, hanging = place, False


def _is_in(line: Line, margin: int) -> bool:
    return line.indent >= margin + _SET_IN
