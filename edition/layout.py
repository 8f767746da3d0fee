"""The lines of a text and what their measures say: spacing, width, fill."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from edition.records import record, replace

# Widths of a serif text face in thousandths of an em (Times, rounded): enough to tell whether a word would have fitted.
_NARROW = {"i": 278, "j": 278, "l": 278, "t": 278, "f": 333, "r": 333, "I": 333, "s": 389, "J": 389, " ": 250, ".": 250,
           ",": 250, ";": 278, ":": 278, "'": 250, "’": 333, "‘": 333, "“": 444, "”": 444, "-": 333, "–": 500,
           "(": 333, ")": 333, "!": 333, "m": 778, "w": 722, "M": 889, "W": 944, "c": 444, "e": 444, "a": 444, "z": 444,
           "—": 1000, "%": 833, "&": 778}
BLANKS = " \t\f\v\r"  # what stands around the content of a line
_WIDEST = 1000
_MEASURE = 80_000  # the widest line that is one of several in a paragraph
_SENTENCE_ENDS = ".!?…:"
_CLOSERS = "\"'”’“‘»«›‹)]*_"
_OPENERS = "\"'“”‘’«»„‚([{<*_¡¿—–-…. "
_SHORT = 0.75  # of the measure: a line that is shorter ends a paragraph, whatever it ends in
_TELLING = 4000  # lines whose set widths tell the measure of any text
_ENDS = 5  # paragraphs that end without an empty line
_FULL = 0.75  # of the lines within paragraphs
_INSET = 10  # blanks: a line that stands in deeper than this opens no paragraph


class _Widths(dict[str, int]):
    """The width of each character, worked out when it is first met."""

    def __missing__(self, c: str) -> int:
        found = self[c] = _NARROW.get(c, 500 if c.islower() or c.isdigit() else 667)
        return found


_width = _Widths().__getitem__


class Line(NamedTuple):
    """A line with something on it. `start`/`end`: its content without blanks, as offsets into the text measured.

    `indent`, `trailing`: blanks before and after it; `gap`: empty lines above it; `blank`: whether one of those holds
    blanks (a space alone on a line).
    """

    start: int
    end: int
    indent: int
    trailing: int
    gap: int
    blank: bool


@record
class Page:
    """The lines of a text and what they show.

    `wrapped`: lines are broken at a measure, not at paragraphs. `spacing`: the gap inside a paragraph (0 single-spaced,
    1 double-spaced). `margin`: blanks before every line. `indent`: blanks more before the first line of a paragraph
    (0: none), or, where paragraphs are `hanging`, before all its other lines. `solid`: nothing of the kind and no
    empty lines, so that only short last lines show where paragraphs end. `columns`: the measure of a full line in
    characters (0: too few lines to tell).
    """

    text: str
    lines: list[Line]
    spacing: int = 0
    wrapped: bool = False
    margin: int = 0
    indent: int = 0
    hanging: bool = False
    solid: bool = False
    columns: int = 0

    @cached_property
    def width(self) -> int:
        """The measure of a full line in em/1000."""
        return _full(self.text, self.lines[::1 + len(self.lines) // _TELLING])


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    add, new = found.append, tuple.__new__  # a text has tens of thousands of lines
    at, gap, blank = 0, 0, False
    for raw in text.split("\n"):
        size = len(raw)
        if content := raw.strip(BLANKS):
            indent = raw.index(content[0]) if len(content) < size else 0
            start = at + indent
            end = start + len(content)
            add(new(Line, (start, end, indent, at + size - end, gap, blank)))
            gap, blank = 0, False
        else:
            gap += 1
            blank = blank or size > 0
        at += size + 1
    return found


def width(text: str) -> int:
    """The set width of a text in thousandths of an em, in a proportional serif face."""
    return sum(map(_width, text))


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence may end (closing marks after the point allowed)."""
    last = text[-1:]
    if last.isalnum() or last in _SENTENCE_ENDS:  # as most lines do
        return not last.isalnum() and last != ""
    return text.rstrip().rstrip(_CLOSERS).rstrip()[-1:] in _SENTENCE_ENDS and bool(text.strip())


def sentence_ends(text: str, found: list[Line]) -> list[bool]:
    """Of each line whether it ends where a sentence may end."""
    return [last in _SENTENCE_ENDS or (not last.isalnum() and ends_sentence(text[line.start:line.end]))
            for line in found for last in text[line.end - 1]]


def begins_with_capital(text: str) -> bool:
    """Whether the first letter is a capital, or there is none that could be one."""
    return text.lstrip(_OPENERS)[:1].isupper()


def runs_on(before: str, after: str) -> bool:
    """Whether a text cut in two goes on: the first part ends no sentence, or the second begins in lower case."""
    return not ends_sentence(before) or after.lstrip("\"'“‘(_* ")[:1].islower()


def measure(text: str, found: list[Line], ended: list[bool]) -> Page:
    """The measures of a text with these lines; `ended`: of each whether it ends where a sentence may end."""
    if len(found) < 8:
        return Page(text, found)
    page = Page(text, found, columns=_nearly_longest([line.end - line.start for line in found]))
    broken = ended.count(False) > 0.5 * len(found) or _broken(found, ended) > 0.25 * len(found)
    if not broken or not _within_measure(page):
        return page
    return _with_paragraphs(replace(page, spacing=_spacing(text, found), wrapped=True, margin=_margin(found)), ended)


def _broken(found: list[Line], ended: list[bool]) -> int:
    """How many lines were broken: they end no sentence and are followed at once by another."""
    return sum(not end and not below.gap for end, below in zip(ended, found[1:], strict=False))


def _spacing(text: str, found: list[Line]) -> int:
    """1 where nearly every line has an empty one above it, and many begin inside a sentence."""
    apart = [line.gap for line in found[1:]].count(1)
    return 1 if (apart >= 0.75 * len(found)
                 and sum(text[line.start].islower() for line in found) > 0.25 * len(found)) else 0


def _margin(found: list[Line]) -> int:
    """The smallest indent that a tenth of the lines has."""
    counts = Counter([line.indent for line in found])
    return min((indent for indent, count in counts.items() if count >= 0.1 * len(found)), default=0)


def _with_paragraphs(page: Page, ended: list[bool]) -> Page:
    """The page with the way its paragraphs begin: see the fields."""
    found, margin = page.lines, page.margin
    gaps = [line for line in found if line.gap > page.spacing]
    inset = _inset(page, ended)
    # The first line of a paragraph of several lines: a line of verse stands above others that are indented.
    first = [(above, depth) for above, depth, turned in inset if turned]
    apart = sum(line.indent == margin for line in gaps)
    if len(first) >= max(3, 0.3 * apart) and sum(above for above, _ in first) >= 0.6 * len(first):
        return replace(page, indent=Counter(depth for _, depth in first).most_common(1)[0][0])
    if len(inset) > 0.5 * len(found) and sum(above for above, _, _ in inset) < 0.4 * len(inset):
        flush = [end for end, line in zip(ended, found[1:], strict=False)
                 if line.gap <= page.spacing and line.indent == margin]
        if len(flush) >= 3 and sum(flush) >= 0.7 * len(flush):
            return replace(page, indent=Counter(depth for _, depth, _ in inset).most_common(1)[0][0], hanging=True)
    solid = len(gaps) < 0.025 * len(found) or (len(inset) < 0.05 * len(found) and _sections(page, ended))
    return replace(page, solid=solid and not page.spacing)


def _sections(page: Page, ended: list[bool]) -> bool:
    """Whether empty lines part sections and not paragraphs: oftener a paragraph ends where none stands below it.

    There a sentence ends on a line with much room, among lines that are full, as those of verse are not.
    """
    found, room, last = page.lines, _SHORT * page.columns, len(page.lines) - 1
    inner = sum(end and place < last and not found[place + 1].gap and found[place].end - found[place].start < room
                for place, end in enumerate(ended))
    if inner < _ENDS:
        return False
    within = [line for end, (line, below) in zip(ended, pairwise(found), strict=False) if not end and not below.gap]
    full = sum(line.end - line.start >= room for line in within)
    between = sum(line.gap > 0 and not above.gap and not below.gap for above, line, below in zip(
        found, found[1:], found[2:], strict=False))
    return full > _FULL * len(within) and inner > 2 * between


def _inset(page: Page, ended: list[bool]) -> list[tuple[bool, int, bool]]:
    """Of lines that are set in within a block: whether a paragraph ends above, how far, whether the next is not."""
    found, margin, deepest = page.lines, page.margin, page.margin + _INSET
    made = list[tuple[bool, int, bool]]()
    for place in [place for place, line in enumerate(found) if margin < line.indent <= deepest
                  and line.gap <= page.spacing and place]:
        above, below = found[place - 1], found[min(place + 1, len(found) - 1)]
        short = above.indent == margin and above.end - above.start < _SHORT * page.columns
        made.append((ended[place - 1] or short, found[place].indent - margin, below.indent == margin))
    return made


def _within_measure(page: Page) -> bool:
    """Whether nearly all lines are as short as a printed line may be."""
    return page.columns <= _MEASURE // _WIDEST or _full(page.text, page.lines) <= _MEASURE


def _full(text: str, found: list[Line]) -> int:
    return _nearly_longest([width(text[line.start:line.end]) for line in found]) if len(found) >= 8 else 0


def _nearly_longest(sizes: list[int]) -> int:
    return sorted(sizes)[int(len(sizes) * 0.98)]
