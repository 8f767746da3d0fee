"""Lists: items behind numbers that count on, or behind bullets; a list within an item stands deeper."""

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
_BEGINS = regex(r"[-*+•‣◦▪■●(\d]")
_TYPED = frozenset("-*+")   # bullets that may be dashes of a dialogue or marks of notes
_LONGEST = 300              # characters of an item; longer ones are numbered paragraphs


_DEEPER = 2                 # blanks more before the items of a list within an item
_DEEPEST = 6                # lists within one another
_TAB = 4                    # blanks that a tab stands for
_TASK = regex(r"\[[ xX]\](?=[ \t]+\S)")


class Item(NamedTuple):
    """Lines of the page, the end of the marker, what it says; how deep its list is within others, and how far in."""

    lines: list[Line]
    content: int
    n: str
    bullet: str
    depth: int
    column: int


def _items(view: View) -> Iterator[list[Item]]:
    """Items with nothing between them; those of one list, which may go on behind lists within it, have one marker."""
    group: list[Item] = []
    marked = _marked(view.table)
    for place, line in enumerate(view.lines) if marked else ():
        if place not in marked and not group:
            continue
        marker = _MARKER.match(view.text, line.start, line.end) if place in marked else None
        if marker and group and (item := _following(view, group, line, marker)):
            group.append(item)
            continue
        if group and not marker and not line.gap and (len(group[-1].lines) > 1 or _is_part(group[-1].lines[0], line)):
            group[-1].lines.append(line)
            continue
        if group:
            yield group
        group = []
        if marker and _is_first(marker):
            group = [_item(view, line, marker, 0)]
    if group:
        yield group


def _item(view: View, line: Line, marker: re.Match[str], depth: int) -> Item:
    blanks = view.text[line.start - line.indent:line.start]
    column = len(blanks) + (_TAB - 1) * blanks.count("\t")
    return Item([line], marker.end(), marker["n"] or "", marker["bullet"] or "", depth, column)


def _is_first(marker: re.Match[str]) -> bool:
    return bool(marker["bullet"] or marker["n"] in "1a")


def _following(view: View, group: list[Item], line: Line, marker: re.Match[str]) -> Item | None:
    """A marked line as the next item: of a list within the last item, of its own list, or of one around that."""
    place = len(group) - 1
    item = _item(view, line, marker, group[place].depth + 1)
    if item.column >= group[place].column + _DEEPER and _is_first(marker) and not line.gap and item.depth <= _DEEPEST:
        return item
    while group[place].depth and item.column <= group[place].column - _DEEPER:
        place = next(above for above in range(place - 1, -1, -1) if group[above].depth < group[place].depth)
    return item._replace(depth=group[place].depth) if _goes_on(group[place], marker) else None


def _marked(table: Table) -> set[int]:
    """Places of the lines that may begin with a marker: with a sign, a figure, or a letter and a point."""
    text, firsts = table.text, table.firsts
    signs = {found.start() for found in _BEGINS.finditer(firsts)}
    return signs | {place for place, start in enumerate(table.starts)
                    if text[start + 1:start + 2] in _POINTS and "a" <= firsts[place] <= "z"}


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
        yield from _list(view, group)


def _list(view: View, group: list[Item]) -> Iterator[Span]:
    """A list with the lists within its items."""
    yield view.claim("list", group[0].lines[0].start, group[-1].lines[-1].end, "list")
    own = [place for place, item in enumerate(group) if item.depth == group[0].depth]
    for place, following in zip(own, [*own[1:], len(group)], strict=True):
        item, start = group[place], group[place].lines[0].start
        attrs: Attrs = (("n", item.n),) if item.n else ()
        yield view.claim("item", start, group[following - 1].lines[-1].end, "list", attrs, item.content - start)
        if item.bullet in _TYPED and _TASK.match(view.text, item.content):
            yield view.claim("label", item.content, item.content + 3, "task")
        if following > place + 1:
            yield from _list(view, group[place + 1:following])


def _score(context: Context) -> Score:
    found = sum(1 for _ in _lists(context))
    return Score(0.8, counted(found, "list") + " of items that follow one another") if found else NO


LISTS = Convention(
    "lists",
    "Short pieces behind numbers that count on, or behind bullets, are the items of a list.",
    "We need:\\n\\n1. a spade\\n2. a lantern",
    (Rule("list", "items that follow one another", "1. a spade\\n2. a lantern", _claims),
     Rule("task", "a box before an item, empty or ticked", "- [x] mend the wheel", lambda _: ())),
    _score,
)
