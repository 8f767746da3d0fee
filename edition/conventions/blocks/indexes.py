"""Indexes at the back of a book: entries with their pages, and what belongs to an entry set in below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.blocks.wording import piece, pieces
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

# How an entry ends: with a page, or with the entry it sends the reader to.
_PLACED = regex(r"(?:[,;:.…][ .…]*|\s)\W{0,3}(?:\d{1,4}|[ivxlc]{1,7}\b)(?:[-–—]\d{1,4})?"
                r"(?:[nf]{1,2}\.?|[^\w\n]){0,3}\Z")
_SENT = regex(r"\b(?:see|vide|siehe|s\.|voir|voyez|véase|vedi|cf\.)[\s_*]", re.I)
_HEADING = 40     # characters of the heading of an index
_LEAST = 5        # entries of an index
_PART = 0.6       # of its lines that end as entries do
_MISSES = 4       # lines one after another that do not end as entries do: the index is over
_APART = 3        # empty lines above what is no entry: the index is over
_LONG = 45        # characters of a line that runs on in the next one
_LONGEST = 160


class _Entry(NamedTuple):
    """The lines of an entry, and the entries that belong to it."""

    lines: list[Line]
    below: list[list[Line]]


def _placed(said: str) -> bool:
    return bool(_PLACED.search(said) or _SENT.search(said))


def _is_before(first: str, letter: str) -> bool:
    """Whether a letter comes earlier in the alphabet, as the first of an entry does not."""
    return first.isascii() and first.isalpha() and first.lower() < letter.lower() and letter.isascii()


def _index(text: str, found: list[Line], place: int) -> list[Line]:
    """The lines of the index that begins here; none where they do not end as entries do."""
    taken, placed, misses, letter = list[Line](), 0, 0, ""
    for line in found[place:]:
        said = text[line.start:line.end]
        ends = len(said) <= _LONGEST and _placed(said)
        apart = line.gap >= _APART and (not ends or _is_before(said[0], letter))
        if len(said) > _LONGEST or apart or piece(said):
            break
        letter = said[0] if line.gap else letter
        taken.append(line)
        placed, misses = placed + ends, 0 if ends else misses + 1
        if misses > _MISSES:
            break
    taken = taken[:len(taken) - misses]
    return taken if placed >= _LEAST and placed >= _PART * len(taken) else []


def _entries(text: str, taken: list[Line]) -> Iterator[_Entry]:
    """The lines as entries: a line that is set in belongs to the one above, or goes on with it."""
    margin = min(line.indent for line in taken)
    entry: _Entry | None = None
    for above, line in zip([None, *taken], taken, strict=False):
        if entry is None or above is None or line.indent == margin:
            if entry:
                yield entry
            entry = _Entry([line], [])
        elif above.end - above.start > _LONG and not line.gap and text[above.end - 1] not in ".0123456789":
            (entry.below[-1] if entry.below else entry.lines).append(line)
        else:
            entry.below.append([line])
    if entry:
        yield entry


def index_lines(context: Context) -> Iterator[list[Line]]:
    """The lines of each index."""
    view = context.document()
    found, done = view.lines, 0
    for place in pieces(context, "index"):
        line = found[place]
        if place < done or line.end - line.start > _HEADING or line.gap < 1:
            continue
        if taken := _index(view.text, found, place + 1):
            done = place + 1 + len(taken)
            yield taken


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for taken in index_lines(context):
        yield view.claim("list", taken[0].start, taken[-1].end, "index")
        for entry in _entries(view.text, taken):
            last = entry.below[-1] if entry.below else entry.lines
            yield view.claim("item", entry.lines[0].start, last[-1].end, "index")
            if entry.below:
                yield view.claim("list", entry.below[0][0].start, last[-1].end, "index")
                for below in entry.below:
                    yield view.claim("item", below[0].start, below[-1].end, "index")


def _score(context: Context) -> Score:
    count = sum(len(taken) for taken in index_lines(context))
    return Score(0.9, f"{counted(count, 'line')} under the heading of an index, which end in pages") if count else NO


INDEXES = Convention(
    "indexes",
    "Lines under the heading of an index that end in pages are its entries; what is set in below one belongs to it.",
    "INDEX\\n\\nDam, the, 3, 17\\n  its age, 4\\nFair, 41\\nFlood, 9\\nMiller, 1\\nWheel, 23",
    (Rule("index", "the entries of an index", "Dam, the, 3, 17\\n  its age, 4", _claims),),
    _score,
)
