"""Lists: items behind numbers that count on, or behind bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.layout import Line
from edition.linetable import Table
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_MARKER = regex(r"(?:(?P<bullet>[-*+•‣◦▪■●])|\(?(?P<n>\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
_MARKDOWN = regex(r"^#{1,6} \S|\*\*\w|\]\(", re.M)
_POINTS = (".", ")")
_BEGINS = regex(r"[-*+•‣◦▪■●(\da-z]")
_TYPED = frozenset("-*+")   # bullets that may be dashes of a dialogue or marks of notes
_LONGEST = 300              # characters of an item; longer ones are numbered paragraphs


class Item(NamedTuple):
    """Lines of the page, the end of the marker, what it says."""

    lines: list[Line]
    content: int
    n: str
    bullet: str


def _items(view: View) -> Iterator[list[Item]]:
    """Items with nothing between them, of one kind of marker."""
    group: list[Item] = []
    marked = _marked(view.table)
    for place, line in enumerate(view.lines) if marked else ():
        if place not in marked and not group:
            continue
        marker = _MARKER.match(view.text, line.start, line.end) if place in marked else None
        if marker and (not group or _goes_on(group[-1], marker)) and (group or marker["bullet"] or marker["n"] in "1a"):
            group.append(Item([line], marker.end(), marker["n"] or "", marker["bullet"] or ""))
            continue
        if group and not marker and not line.gap and (len(group[-1].lines) > 1 or _is_part(group[-1].lines[0], line)):
            group[-1].lines.append(line)
            continue
        if group:
            yield group
        group = []
        if marker and (marker["bullet"] or marker["n"] in "1a"):
            group = [Item([line], marker.end(), marker["n"] or "", marker["bullet"] or "")]
    if group:
        yield group


def _marked(table: Table) -> set[int]:
    """Places of the lines that may begin with a marker: with a sign, a figure, or a letter and a point."""
    text, letters, starts = table.text, table.letters, table.starts
    begun = [found.start() for found in _BEGINS.finditer(table.firsts)]
    return {place for place in begun if not letters[place] or text[starts[place] + 1:starts[place] + 2] in _POINTS}


def _goes_on(last: Item, marker: re.Match[str]) -> bool:
    if last.bullet:
        return bool(marker["bullet"] == last.bullet)
    n = marker["n"]
    if not n or n.isdigit() != last.n.isdigit():
        return False
    return int(n) == int(last.n) + 1 if n.isdigit() else ord(n) == ord(last.n) + 1


def _is_part(first: Line, line: Line) -> bool:
    """Whether a line goes on with an item: it hangs below its words, or the line above is a long one."""
    return line.indent > first.indent or first.end - first.start > 50


def _lists(context: Context) -> Iterator[tuple[View, list[Item]]]:
    view = context.document()
    marked: bool | None = None
    for group in _items(view):
        size = sum(item.lines[-1].end - item.content for item in group)
        if len(group) < 2 or size > _LONGEST * len(group):
            continue
        tight = all(item.lines[0].gap == 0 for item in group[1:])
        introduced = _before(view, group[0].lines[0].start) == ":"
        if group[0].bullet in _TYPED and not introduced:
            marked = bool(_MARKDOWN.search(view.text)) if marked is None else marked
            if not (marked and tight):
                continue
        if tight or introduced or group[0].bullet not in ("", *_TYPED):
            yield view, group


def _before(view: View, start: int) -> str:
    """The last sign before a place, blanks apart."""
    return view.text[max(0, start - 200):start].rstrip()[-1:]


def _claims(context: Context) -> Iterator[Span]:
    for view, group in _lists(context):
        yield view.claim("list", group[0].lines[0].start, group[-1].lines[-1].end, "list")
        for item in group:
            attrs: Attrs = (("n", item.n),) if item.n else ()
            start = item.lines[0].start
            yield view.claim("item", start, item.lines[-1].end, "list", attrs, item.content - start)


def _score(context: Context) -> Score:
    found = sum(1 for _ in _lists(context))
    return Score(0.8, counted(found, "list") + " of items that follow one another") if found else NO


LISTS = Convention(
    "lists",
    "Short pieces behind numbers that count on, or behind bullets, are the items of a list.",
    "We need:\\n\\n1. a spade\\n2. a lantern",
    (Rule("list", "items that follow one another", "1. a spade\\n2. a lantern", _claims),),
    _score,
)
