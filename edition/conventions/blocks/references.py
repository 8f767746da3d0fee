"""Bibliographies whose entries follow one another without empty lines: each entry an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.blocks.wording import piece, pieces
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span

# How an entry begins: with a number, or a name turned round, or a stroke for the name above.
_NUMBER = regex(r"(?:\[(?P<n>\d{1,3})\]|(?P<n2>\d{1,3})[.)])[ \t]+(?=\S)")
_NAME = regex(r"[\"“„]?[^\W\d_a-zß-öø-ÿ][\w’'-]*(?:[ -][^\W\d_][\w’'-]*){0,3}, ?"
              r"(?:[^\W\d_a-z](?:\.|[\w’'-]+)|and |und |et )|[—–_-]{2,}[.,: ]")
_YEAR = regex(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\bpp?\. ?\d|\bS\. ?\d")
_CLOSED = ".)]:>\"”"
_HEADING = 40     # characters of the heading
_LEAST = 3        # entries
_MOST = 3000      # lines
_LONGEST = 600    # characters of an entry
_PART = 0.6       # of the entries: with a year or a page
_ORDER = 0.8      # of the names that do not come before the name above; of entries that begin as such


class _Entry(NamedTuple):
    """The lines of an entry; its number, and how many signs that takes."""

    lines: list[Line]
    n: str = ""
    size: int = 0


def _region(text: str, found: list[Line], place: int) -> list[Line]:
    """The lines below a heading up to what is surely no entry: another heading, a wide gap without an entry."""
    taken = list[Line]()
    for line in found[place:place + _MOST]:
        whole = text[line.start:min(line.end, line.start + _LONGEST)]
        if taken and line.gap and not (_NAME.match(whole) or _NUMBER.match(whole)):
            break
        if whole[0] == "#" or (line.gap and piece(whole)):
            break
        taken.append(line)
    return taken


def _entries(text: str, found: list[Line]) -> list[_Entry]:
    """The entries that begin with numbers which count on, at the margin, or with a name below a closed line."""
    margin = min((line.indent for line in found), default=0)
    numbered = _numbered(text, found)
    if len(numbered) >= _LEAST:
        return numbered
    hanging = any(line.indent > margin + 1 and not line.gap for line in found[1:])
    begins = [place for place, line in enumerate(found) if (line.indent <= margin + 1 if hanging else
              _NAME.match(text, line.start, line.end) and (not place or _is_closed(text, found[place - 1])))]
    if not begins or begins[0]:
        return []
    entries = [_Entry(found[start:end]) for start, end in pairwise([*begins, len(found)])]
    names = [entry for entry in entries if _NAME.match(text, entry.lines[0].start, entry.lines[0].end)]
    return entries if len(names) >= _ORDER * len(entries) and _in_order(text, names) else []


def _numbered(text: str, found: list[Line]) -> list[_Entry]:
    entries = list[_Entry]()
    for line in found:
        match = _NUMBER.match(text, line.start, line.end)
        if match and int(_n(match)) == (int(entries[-1].n) + 1 if entries else 1):
            entries.append(_Entry([line], _n(match), match.end() - match.start()))
        elif entries:
            entries[-1].lines.append(line)
        else:
            return []
    return entries


def _n(match: re.Match[str]) -> str:
    return match["n"] or match["n2"]


def _is_closed(text: str, line: Line) -> bool:
    last = text[line.end - 1]
    return last in _CLOSED or last.isdigit()


def _in_order(text: str, entries: list[_Entry]) -> bool:
    """Whether the names go on in the order of the alphabet."""
    firsts = [text[entry.lines[0].start].casefold() for entry in entries]
    letters = [first for first in firsts if first.isalpha()]
    return sum(above <= below for above, below in pairwise(letters)) >= _ORDER * (len(letters) - 1)


def _holds(text: str, entries: list[_Entry]) -> bool:
    """Whether these are entries of a bibliography: most with a year, none too long, hardly an empty line between."""
    spans = [(entry.lines[0].start, entry.lines[-1].end) for entry in entries]
    dated = sum(bool(_YEAR.search(text, start, end)) for start, end in spans)
    close = sum(not entry.lines[0].gap for entry in entries[1:])
    return (len(entries) >= _LEAST and dated >= _PART * len(entries) and 2 * close > len(entries) - 1
            and max(end - start for start, end in spans) <= _LONGEST)


def _lists(context: Context) -> list[list[_Entry]]:
    view, lists = context.document(), list[list[_Entry]]()
    for place in pieces(context, "bibliography"):
        line = view.lines[place]
        if line.end - line.start <= _HEADING and (line.gap or not place):
            entries = _entries(view.text, _region(view.text, view.lines, place + 1))
            if entries and _holds(view.text, entries):
                lists.append(entries)
    return lists


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for entries in context.of_document(_lists):
        yield view.claim("list", entries[0].lines[0].start, entries[-1].lines[-1].end, "reference-list")
        for entry in entries:
            start, end = entry.lines[0].start, entry.lines[-1].end
            attrs: Attrs = (("n", entry.n),) if entry.n else ()
            yield view.claim("item", start, end, "reference-list", attrs, entry.size)
            yield view.claim("bibl", start + entry.size, end, "reference-list")


def _score(context: Context) -> Score:
    count = sum(map(len, context.of_document(_lists)))
    return Score(0.9, f"{counted(count, 'entry', 'entries')} under the heading of a bibliography") if count else NO


REFERENCES = Convention(
    "reference-lists",
    "Under the heading of a bibliography a line that begins with a number, with a name turned round, or further out "
    "than others opens an entry.",
    "REFERENCES\\n\\nAsh, J. 1891. The Mill. Elmham.\\nBell, T. 1902. Weirs. Elmham.\\nDale, R. 1911. Sluices. London.",
    (Rule("reference-list", "the entries of a bibliography", "Ash, J. 1891. The Mill. Elmham: Dam Press.", _claims),),
    _score,
)
