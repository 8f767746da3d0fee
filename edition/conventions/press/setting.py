"""How a block is set: centred, to the right, or in the measure of the paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from edition.flow import Block, Flow
from edition.layout import Line, Page
from edition.linetable import Table

_OFF = 2.0    # characters by which the middle of a centred line may miss the middle of the measure
_DEEP = 4     # blanks more than a paragraph's indent that set a line apart
_LINES = 10   # lines of the longest block that is centred


class Setting:
    """Measures the lines of the source as they stand there, also where a word is joined over a line's end.

    `width`: where full lines end, 0 where lines are not broken at a measure. `indent`: of paragraphs' first lines.
    """

    def __init__(self, page: Page, table: Table, flow: Flow) -> None:
        self.page, self.starts, self.flow = page, table.starts, flow
        self.indent = page.margin + max(flow.page.indent, page.indent)
        self.width = table.edges[int(len(table.edges) * 0.98)] if page.wrapped and table.edges else 0
        self._centred = dict[int, bool]()

    def lines(self, block: Block) -> list[Line]:
        """The lines of a block in the source."""
        first, last = self.flow.view.origin(block.start), self.flow.view.origin(block.end - 1)
        return self.page.lines[max(0, bisect_right(self.starts, first) - 1):bisect_left(self.starts, last + 1)]

    def centred(self, block: Block) -> bool:
        """Whether every line of a block stands in the middle of the measure, one of them clear of both its ends."""
        if block.number not in self._centred:
            self._centred[block.number] = self._is_centred(block)
        return self._centred[block.number]

    def _is_centred(self, block: Block) -> bool:
        if not self.width or len(block.lines) > _LINES:
            return False
        spans = [(line.indent, line.indent + line.end - line.start) for line in self.lines(block)]
        clear = any(start > self.indent and end < self.width for start, end in spans)
        middle = (self.page.margin + self.width) / 2
        return clear and all(abs((start + end) / 2 - middle) <= _OFF for start, end in spans)

    def right(self, block: Block) -> bool:
        """Whether a block begins in the right part of the measure and is not centred."""
        if not self.width or len(block.lines) > _LINES:
            return False
        margin = self.page.margin
        deep = max(margin + (self.width - margin) // 4, self.indent + _DEEP)
        return self.lines(block)[0].indent >= deep and not self.centred(block)

    def begins_paragraph(self, block: Block) -> bool:
        """Whether a block could be the first line of a paragraph that a column's end has cut."""
        lines = self.lines(block)
        return len(lines) == 1 and lines[0].indent == self.indent and lines[0].end - lines[0].start > 0.7 * self.width

    def apart(self, block: Block) -> bool:
        """Whether a block is set apart from the paragraphs by its indentation."""
        return self.centred(block) or self.right(block)
