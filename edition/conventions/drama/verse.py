"""Verse and prose of speeches: lines that break where they must, and lines that break where the verse ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from edition.layout import Line, ends_sentence
from edition.records import record

_LONG = 100      # columns of a line that hardly any measure broke
_WRAPPED = 66    # columns that wrapped prose has at least
_LONGEST = 84    # columns of a line of verse
_OPENERS = "'’‘\"“„»«(—–-_*[ "

Kind = Literal["p", "l"]
_new = tuple.__new__  # a play has tens of thousands of lines


class Said(NamedTuple):
    """A line of a speech: text[start:end]; `edge`: the column at which its print ends.

    `small`: whether its first letter is a small one; `word`: the length of its first word.
    """

    start: int
    end: int
    edge: int
    indent: int
    small: bool
    word: int


def said(text: str, start: int, end: int, line: Line) -> Said:
    """The part text[start:end] of a line."""
    first, blank = text[start:start + 1], text.find(" ", start, end)
    small = first.islower() or (not first.isalpha() and text[start:end].lstrip(_OPENERS)[:1].islower())
    edge, word = line[2] + end - line[0], (end if blank < 0 else blank) - start
    return _new(Said, (start, end, edge, line[2], small, word))


class Unit(NamedTuple):
    """Lines [first, last] that are a paragraph, or one line of verse."""

    kind: Kind
    first: int
    last: int


@record
class Measure:
    """What the text's lines are like. `width`: the column that prose fills, to the last word where `exact`.

    `capitals`: verse begins with capitals. `wrapped`: lines are broken at the measure, not at paragraphs. `indent`: of
    most lines.
   """

    width: int
    capitals: bool
    exact: bool
    wrapped: bool
    indent: int


def measure(text: str, segments: list[list[Said]]) -> Measure:
    """The measure of the prose (or of all lines where there is none), and whether verse begins with capitals."""
    edges = [line.edge for segment in segments for line in segment]
    pairs = [pair for segment in segments for pair in pairwise(segment)]
    prose = [above.edge for above, below in pairs if below.small]
    some = sorted(prose if len(prose) >= max(4, 0.02 * len(edges)) else edges)
    width = some[int(len(some) * 0.97)] if some else 0
    if width < _WRAPPED and sum(edge >= 0.88 * width for edge in some) < 0.5 * len(some):
        width = _WRAPPED  # ragged and narrow: no prose is set like this
    free = [below.small for above, below in pairs if width - above.edge - 1 - below.word >= 0.2 * width
            and not ends_sentence(text[above.start:above.end])]
    wrapped = [width - above.edge - 1 - below.word for above, below in pairs if below.small]
    many = len(free) >= max(10, 0.2 * len(pairs))
    capitals = not many or sum(free) <= 0.4 * len(free)
    exact = sum(room > 0 for room in wrapped) <= 0.06 * len(wrapped)
    indents = Counter(line.indent for segment in segments for line in segment[1:] or segment)
    indent = indents.most_common(1)[0][0] if indents else 0
    return Measure(width, capitals, exact, _is_wrapped(edges), indent)


def _is_wrapped(edges: list[int]) -> bool:
    """Whether lines were broken at a measure: without one, some are longer than most long ones by far."""
    long = sorted(edge for edge in edges if edge > 60)
    longer = sum(edge > _LONG for edge in long)
    return longer == 0 or longer < 0.003 * len(edges) or long[-1] < 1.4 * long[len(long) // 2]


def _room(line: Said, following: Said, width: int) -> int:
    """How many columns were left when the next line's first word would have been set on this one."""
    return width - line.edge - 1 - following.word


def _votes(segment: list[Said], how: Measure) -> tuple[float, float]:
    """What speaks for verse and for prose in the breaks of a segment."""
    verse = prose = 0.0
    for a, b in pairwise(segment):
        room = _room(a, b, how.width)
        if b.small:
            if how.capitals or room < 0.1 * how.width:
                prose += 1
            else:
                verse += 1
        elif how.exact and how.width >= _WRAPPED and a.edge > how.width + 3:
            verse += 1  # no measure broke a line that exceeds it
        elif room >= 1:
            verse += 1 if how.exact or room >= 0.12 * how.width else 0.5
        else:
            prose += 0.3
    return verse, prose


def is_verse(segment: list[Said], how: Measure) -> bool | None:
    """Whether a run of lines is verse; nothing where it has no break to tell by."""
    if not how.wrapped:
        return _is_verse_unwrapped(segment)
    if len(segment) < 2:
        return None
    if _is_set_in(segment, how):
        return True
    verse, prose = _votes(segment, how)
    if len(segment) == 2 and verse < 1 and prose < 1:
        return None
    return verse > prose


def _is_set_in(segment: list[Said], how: Measure) -> bool:
    """Whether lines are set in from all others and stop early, so that they are verse whatever letters begin them."""
    return (all(line.indent > how.indent for line in segment)
            and all(_room(a, b, how.width) >= 0.1 * how.width for a, b in pairwise(segment)))


def _is_verse_unwrapped(segment: list[Said]) -> bool | None:
    """Where each paragraph is a line: long lines are prose, several short ones together are verse."""
    if any(line.end - line.start > _LONGEST for line in segment):
        return False
    return True if len(segment) > 1 else None


def verse_or_prose(segments: list[list[Said]], first: set[int], how: Measure) -> dict[int, bool]:
    """Start of each segment → whether it is verse; one that does not tell is what those around it are.

    `first`: where segments start that open a speech. What follows a direction within one may be a song, and so may
    what is set in: these say nothing of the speeches around them.
    """
    told = [is_verse(segment, how) for segment in segments]
    opens = [segment[0].start in first and any(line.indent <= how.indent for line in segment) for segment in segments]
    sure = [verse for verse, typical in zip(told, opens, strict=True) if typical and verse is not None]
    sure = sure or [verse for verse in told if verse is not None]
    prior = 2 * sum(sure) / len(sure) - 1 if sure else -1.0
    if prior < -0.7:  # a play in prose: two lines at the head of a speech are no verse
        told = [None if verse and typical and len(segment) < 3 else verse
                for verse, typical, segment in zip(told, opens, segments, strict=True)]
    near = [verse if typical else None for verse, typical in zip(told, opens, strict=True)]
    return {segment[0].start: _settled(near, n, prior) if own is None else own
            for n, (own, segment) in enumerate(zip(told, segments, strict=True))}


def _settled(told: list[bool | None], n: int, prior: float) -> bool:
    """What the nearest segments that tell are, and most in the play (`prior`, from -1 to 1)."""
    weight, seen = prior, 0
    for away in range(1, 40):
        for other in (n - away, n + away):
            if 0 <= other < len(told) and told[other] is not None:
                weight += (1 if told[other] else -1) / away
                seen += 1
        if seen >= 6:
            break
    return weight > 0


def units(text: str, segment: list[Said], how: Measure, verse: bool) -> Iterator[Unit]:
    """The paragraphs and lines of verse of a segment."""
    if not how.wrapped:
        sung = set(range(len(segment))) if verse else _sung(text, segment, how)
        for place, line in enumerate(segment):
            yield Unit("l" if place in sung and line.end - line.start <= _LONGEST else "p", place, place)
        return
    if verse:
        yield from _lines_of_verse(segment, how)
        return
    sung = _sung(text, segment, how)
    first = 0
    for place in range(1, len(segment) + 1):
        if (place == len(segment) or place in sung or first in sung
                or _ends(text, segment[place - 1], segment[place], how)):
            yield Unit("l" if first in sung else "p", first, place - 1)
            first = place


def _lines_of_verse(segment: list[Said], how: Measure) -> Iterator[Unit]:
    """Each line one, but a long one that the measure cut and that goes on in lower case."""
    first = 0
    for place in range(1, len(segment) + 1):
        if place == len(segment) or not _cut(segment[place - 1], segment[place], how):
            prose = place - first > 2
            yield Unit("p" if prose else "l", first, place - 1)
            first = place


def _cut(line: Said, following: Said, how: Measure) -> bool:
    room = _room(line, following, how.width)
    set_in = min(line.indent, following.indent) > how.indent and room >= 0.1 * how.width
    return following.small and not set_in and (how.capitals or room < 0.08 * how.width)


def _sung(text: str, segment: list[Said], how: Measure) -> set[int]:
    """Places of the lines within prose that are verse: three and more that stop early, not at ends of sentences."""
    if len(segment) < 3:
        return set()
    early = [a.end - a.start < _LONGEST > b.end - b.start if not how.wrapped else
             not b.small and _room(a, b, how.width) >= (1 if how.exact else 0.2 * how.width)
             for a, b in pairwise(segment)]
    found, at = set[int](), 0
    if True not in early:
        return found
    while at < len(early):
        end = at
        while end < len(early) and early[end]:
            end += 1
        start = at + 1 if at and not _ends(text, segment[at - 1], segment[at], how) else at
        run = segment[start:end]
        if end - start > 1 and sum(not ends_sentence(text[a.start:a.end]) for a in run) >= 0.3 * len(run):
            found.update(range(start, end + 1))
        at = end + 1
    return found


def _ends(text: str, line: Said, following: Said, how: Measure) -> bool:
    """Whether a line of prose ends its paragraph: the next word would have fitted, and a sentence ended."""
    return (not following.small and _room(line, following, how.width) >= (1 if how.exact else 0.3 * how.width)
            and ends_sentence(text[line.start:line.end]))
