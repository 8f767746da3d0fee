"""Tables and boxes that are drawn with strokes and rules: `|` between cells, `---+---` between rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from edition.conventions.formats.cells import are_whole
from edition.conventions.formats.tables import piped_tables
from edition.layout import Line
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_DRAWN = frozenset("-=_+|: \t")
_RULES = ("---", "===", "___")
_LEAST_RULE = 8   # signs of a rule
_LEAST = 2        # rows of a table
_ALIKE = 0.6      # of the rows of a table that have equally many strokes
_BOXED = 0.9      # of the rows of a box, or of a table in a frame, that stand between strokes
_WIDEST = 150     # signs of rules that may be the skin of a row
_HEAD = 8         # lines of the row that heads the columns


class Drawing(NamedTuple):
    """Lines that follow one another, each of them drawn with strokes or a rule; which of them are rules.

    `left`, `right`: whether a stroke stands before the first cells and behind the last ones. `inner`: strokes between.
    """

    lines: list[Line]
    rules: frozenset[int]
    left: bool
    right: bool
    inner: int

    @property
    def rows(self) -> list[int]:
        return [place for place in range(len(self.lines)) if place not in self.rules]

    @property
    def is_table(self) -> bool:
        return self.inner > 0 and len(self.rows) >= _LEAST

    @property
    def is_box(self) -> bool:
        """Whether text stands in a frame: strokes at both sides of its lines, a rule above and one below."""
        return (not self.inner and self.left and self.right and bool(self.rows)
                and {0, len(self.lines) - 1} <= self.rules)


def _is_rule(said: str) -> bool:
    return len(said) >= _LEAST_RULE and _DRAWN.issuperset(said) and any(map(said.__contains__, _RULES))


def drawings(view: View) -> Iterator[Drawing]:
    """The drawings of a text: strokes stand in lines that follow one another, and one of these is a rule."""
    text = view.text
    if "|" not in text or not any(map(text.__contains__, _RULES)):
        return
    piped = {lines[0].start for lines, _ in piped_tables(view)}
    for lines in _groups(view):
        rules = frozenset(place for place, line in enumerate(lines) if _is_rule(text[line.start:line.end]))
        if rules and len(rules) < len(lines) and not any(line.start in piped for line in lines):
            yield _drawing(text, lines, rules)


def _groups(view: View) -> Iterator[list[Line]]:
    """Lines with strokes that follow one another, and the rules above and below them."""
    found, text = view.lines, view.text
    group, last = list[Line](), -1
    for place in [*view.table.holding("|", *_RULES), -1]:
        line = found[place]
        drawn = "|" in text[line.start:line.end] or _is_rule(text[line.start:line.end])
        if group and (place != last + 1 or line.gap or not drawn):
            yield group
            group = []
        if drawn:
            group.append(line)
        last = place


def _drawing(text: str, lines: list[Line], rules: frozenset[int]) -> Drawing:
    said = [text[line.start:line.end] for place, line in enumerate(lines) if place not in rules]
    margin = min(line.indent for line in lines)
    # A line that begins with a stroke further in has nothing in its first column.
    framed = sum(line.indent <= margin + 1 and text[line.start] == "|" for place, line in enumerate(lines)
                 if place not in rules)
    closed = sum(row[-1] == "|" for row in said)
    left, right = framed >= _BOXED * len(said), closed >= _BOXED * len(said)
    inner, count = Counter(row.count("|") for row in said).most_common(1)[0]
    return Drawing(lines, rules, left, right, max(0, inner - left - right) if count >= _ALIKE * len(said) else 0)


def _tables(context: Context) -> Iterator[Span]:
    view = context.document()
    for drawing in context.of_document(_survey):
        if drawing.is_table:
            yield view.claim("table", drawing.lines[0].start, drawing.lines[-1].end, "drawn-table")
            yield from _rows(view, drawing)


def _rows(view: View, drawing: Drawing) -> Iterator[Span]:
    """Each line of a table as a row; the rules above the first and below each are its skin."""
    lines, rows, labels = drawing.lines, drawing.rows, _labels(drawing)
    for number, (place, following) in enumerate(pairwise([*rows, len(lines)])):
        first = 0 if number == 0 else place
        line, start, end = lines[place], lines[first].start, lines[following - 1].end
        if _drawn_signs(view.text[start:line.start]) > _WIDEST or _drawn_signs(view.text[line.end:end]) > _WIDEST:
            for rule in (*lines[first:place], *lines[place + 1:following]):
                yield view.claim("fw", rule.start, rule.end, "drawn-table", (("type", "rule"),))
            start, end = line.start, line.end
        attrs: Attrs = (("role", "label"),) if place < labels else ()
        yield view.claim("row", start, end, "drawn-table", attrs, line.start - start, end - line.end)
        for at, content, content_end, stop in _cells(view.text[line.start:line.end], drawing):
            yield view.claim("cell", line.start + at, line.start + stop, "drawn-table", (), content - at,
                             stop - content_end)


def _drawn_signs(said: str) -> int:
    return len("".join(said.split()))


def _labels(drawing: Drawing) -> int:
    """Above which line the rows head the columns: above the first rule below the first of them."""
    rows = drawing.rows
    inner = next((place for place in sorted(drawing.rules) if rows[0] < place < rows[-1]), 0)
    return inner if inner - rows[0] <= _HEAD else 0


def _cells(said: str, drawing: Drawing) -> Iterator[tuple[int, int, int, int]]:
    """(start, content, end of content, end) of each cell of a line; the stroke before a cell belongs to it."""
    strokes = [at for at, sign in enumerate(said) if sign == "|"]
    if drawing.right and len(strokes) > 1 and strokes[-1] == len(said) - 1:
        strokes.pop()
    bounds = [*([] if drawing.left and strokes[:1] == [0] else [0]), *strokes, len(said)]
    if bounds[:2] == [0, 0]:
        bounds[1] = 1  # nothing stands in the first column: the stroke behind it is all there is of it
    for start, end in pairwise(bounds):
        inner = said[start:end].strip("| \t")
        content = said.index(inner, start) if inner else end
        if start < end:
            yield start, content, content + len(inner), end


def _boxes(context: Context) -> Iterator[Span]:
    """The frame of a box, and the paragraphs in it, with the strokes at both sides of their lines."""
    view = context.document()
    for drawing in context.of_document(_survey):
        for filled, run in groupby(drawing.lines if drawing.is_box else (), lambda line: _is_filled(view, line)):
            lines = list(run)
            if filled:
                yield from _paragraph(view, lines)
            else:
                yield view.claim("fw", lines[0].start, lines[-1].end, "box", (("type", "rule"),))


def _is_filled(view: View, line: Line) -> bool:
    return not _DRAWN.issuperset(view.text[line.start:line.end])


def _paragraph(view: View, lines: list[Line]) -> Iterator[Span]:
    """A paragraph in a box: what parts its lines are the strokes and the blanks beside them."""
    insides = [view.text[line.start:line.end].strip("| \t") for line in lines]
    starts = [view.text.index(inside, line.start) for inside, line in zip(insides, lines, strict=True)]
    ends = [start + len(inside) for inside, start in zip(insides, starts, strict=True)]
    yield view.claim("p", lines[0].start, lines[-1].end, "box", (), starts[0] - lines[0].start,
                     lines[-1].end - ends[-1])
    for end, start in zip(ends, starts[1:], strict=False):
        yield view.claim("lb", end, start, "box", (), start - end)


def _survey(context: Context) -> list[Drawing]:
    return [one for one in drawings(context.document()) if are_whole(context, [one.lines])]


def _score(context: Context) -> Score:
    found = context.of_document(_survey)
    tables, boxes = sum(one.is_table for one in found), sum(one.is_box for one in found)
    said = [counted(tables, "table")] * bool(tables) + [counted(boxes, "box", "boxes")] * bool(boxes)
    return Score(0.9, " and ".join(said) + " drawn with strokes and rules") if said else NO


DRAWN_TABLES = Convention(
    "drawn-tables",
    "Lines between rules, parted by upright strokes, are rows of cells; text between two strokes stands in a box.",
    "------+------\\n Rye  |  100\\n Oats |   12",
    (Rule("drawn-table", "rows of cells between strokes, with rules above, between or below them",
          "------+------\\n Rye  |  100\\n Oats |   12", _tables),
     Rule("box", "the frame around a text", "+----------+\\n| A note.  |\\n+----------+", _boxes)),
    _score,
)
