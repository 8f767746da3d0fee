"""The blocks of a text: lines grouped into pieces that belong together, joined where a page or column cut them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edition.grouping import grouped, heading_like, title_like
from edition.joining import Seams, seams
from edition.kinds import BLOCKS
from edition.layout import Line, Page, measure
from edition.records import field, mutable, replace
from edition.tree import Attrs, Span
from edition.view import View

_FEET = frozenset(("foot", "pb", "cb"))
_BLOCKS = BLOCKS - {"note"}
_END = 1 << 60


class Block(NamedTuple):
    """A run of lines that is one thing. `start`/`end`: its content, as offsets into the view of the flow.

    `cuts`: (start, end) of the white space at which it was cut by a column and joined again. `foot`: whether a page's
    foot stands right above it.
    """

    number: int
    start: int
    end: int
    lines: tuple[Line, ...]
    cuts: tuple[tuple[int, int], ...]
    gap: int
    blank: bool
    foot: bool = False


@mutable
class Flow:
    """The document's own text as blocks; each is taken once, by the first rule that wants it."""

    view: View
    page: Page
    blocks: list[Block]
    taken: set[int] = field(default_factory=set)
    letters: bool = False  # whether it has salutations, as letters have
    heads: set[int] = field(default_factory=set)  # those of them that were taken as headings

    def text(self, block: Block) -> str:
        """The text of a block, as it stands (with its line ends)."""
        return self.view.text[block.start:block.end]

    def free(self) -> Iterator[Block]:
        """The blocks that nobody has taken, in order."""
        return (block for block in self.blocks if block.number not in self.taken)

    def at(self, index: int) -> Block | None:
        """The block with this index, if there is one."""
        return self.blocks[index] if 0 <= index < len(self.blocks) else None

    def take(self, block: Block, kind: str, rule: str, attrs: Attrs = (), before: int = 0, after: int = 0) -> Span:
        """Claim a whole block as one element with `before` and `after` characters of skin."""
        self.taken.add(block.number)
        if kind == "head":
            self.heads.add(block.number)
        return self.view.claim(kind, block.start, block.end, rule, attrs, before, after)


def flow(view: View, spans: Sequence[Span], raw: Page) -> Flow:
    """Group the lines of the document's own text into blocks.

    `spans`: what is settled, for the feet of pages and the blocks among it. `raw`: the measures of the source.
    """
    page = raw if view.text == raw.text else measure(view.text, view.lines, view.table.ended)
    if page.spacing and not raw.spacing:
        page = replace(page, spacing=0)  # what others left of a text does not make it double-spaced
    groups = grouped(view.text, page, raw.columns)
    starts = view.table.starts
    walls = _walls(view, spans, starts)
    feet = sorted({view.view_offset(span.start) for span in spans if span.kind in _FEET})
    # Where an indent opens paragraphs, a page without one goes on; elsewhere the seam says whether it does.
    below = _below(page, starts, feet) if not page.spacing and not page.solid else set[int]()
    groups = _parted(groups, walls, below) if walls or below else groups
    found = seams(page, raw, groups, feet)
    return Flow(view, page, list(_joined(groups, found, walls, _own_gaps(view, raw))), letters=found.letters)


def _own_gaps(view: View, raw: Page) -> dict[int, int]:
    """Start of a line → the gap above it in the source: what was settled between adds its own to that of the view."""
    starts, gaps = view.table.starts, dict[int, int]()
    for place in {bisect_left(starts, seam) for seam in view.seams}:
        if place < len(starts) and view.lines[place].gap:
            origin = view.origin(starts[place])
            above = bisect_left(raw.lines, origin, key=lambda line: line.start)
            if above < len(raw.lines) and raw.lines[above].start == origin:
                gaps[starts[place]] = raw.lines[above].gap
    return gaps


def _walls(view: View, spans: Iterable[Span], starts: list[int]) -> set[int]:
    """The beginnings of lines above which stands what is a block already: no paragraph goes on behind it."""
    places, reached = set[int](), 0
    for span in spans:
        if span.kind == "figure":
            reached = span.end  # a picture and its caption may stand within a paragraph
        elif span.kind in _BLOCKS and span.start >= reached:
            places.add(bisect_left(starts, view.view_offset(span.start)))
    return {starts[place] for place in places if 0 < place < len(starts)}


def _below(page: Page, starts: list[int], feet: list[int]) -> set[int]:
    """The starts of the lines that stand first below the feet of pages (a page may also begin within a line)."""
    places = ((foot, bisect_left(starts, foot)) for foot in feet)
    return {starts[place] for foot, place in places
            if place < len(starts) and not page.text[foot:starts[place]].strip()}


def _parted(groups: list[list[Line]], walls: set[int], below: set[int]) -> list[list[Line]]:
    parted: list[list[Line]] = []
    cuts, at = [*sorted(walls | below), _END], 0
    for group in groups:
        while cuts[at] <= group[0].start:
            at += 1
        first = 0
        while cuts[at] <= group[-1].start:
            place = bisect_left(group, cuts[at], key=lambda line: line.start)
            parted.append(group[first:place])
            first, at = place, at + 1
        parted.append(group[first:])
    return parted


def _joined(groups: list[list[Line]], seams: Seams, walls: set[int], gaps: dict[int, int]) -> Iterator[Block]:
    """Blocks of the groups; a group that goes on in the next one is one block with it.

    `gaps`: start of a line → the gap above it in the source, where that may be another one.
    """
    index, at = 0, 0
    while at < len(groups):
        pieces, cuts = list(groups[at]), list[tuple[int, int]]()
        foot = at > 0 and seams.between(groups[at - 1][-1], pieces[0])
        at += 1
        while at < len(groups) and groups[at][0].start not in walls and seams.join(pieces, groups[at]):
            cuts.append((pieces[-1].end, groups[at][0].start))
            pieces += groups[at]
            at += 1
        first = pieces[0]
        gap = min(first.gap, gaps.get(first.start, first.gap))
        yield Block(index, first.start, pieces[-1].end, tuple(pieces), tuple(cuts), gap, first.blank, foot)
        index += 1


__all__ = ["Block", "Flow", "flow", "heading_like", "title_like"]
