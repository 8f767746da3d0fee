"""Cast lists: a heading word and a run of short lines, or short lines that name who speaks later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.drama.headings import headings
from edition.conventions.drama.labels import key
from edition.conventions.drama.words import CAST, PARTICLES, PLACED, SETTING, plain
from edition.layout import Line
from edition.regex import regex
from edition.tree import Span
from edition.view import View

_DRESS = regex(r"#{1,6}[ \t]+|[*_=]{1,3}(?=\w)")
_ROLE = regex(r"(?:(?:The )?[A-Z][a-z]{0,4}\. )?[^,;:.(\[\n—–]{2,50}?"
              r"(?=\s*(?:,|;|:|\(|\[|—|–|--|\s{3,}|\.\s|\.?\Z))")
_BULLET = regex(r"(?:[-*+•]|#{1,6})[ \t]+")
_LONGEST_GROUP = 40  # characters of what heads a group, in italics


class Item(NamedTuple):
    """One item: lines [first, last]."""

    first: int
    last: int


class Cast(NamedTuple):
    """A cast list: its heading's line (-1 where it has none), its items, and the line behind the list."""

    head: int
    items: tuple[Item, ...]
    groups: frozenset[int]
    end: int


def is_cast_head(line: str) -> bool:
    """Whether a line heads a list of persons ("PERSONNAGES. ACTEURS." too)."""
    words = re.sub(r"[*_#=\[\]:,;’']|\b(?:of|in) \w+ \w+\b", " ", plain(line))
    flat = " ".join(words.split())
    if flat in CAST:
        return True
    parts = flat.split()
    return len(parts) in (2, 3) and len(line) < 60 and parts[0] in CAST and line[:1].isupper() and (
        parts[1] in CAST or line.upper() == line)


def cast_list(text: str, lines: list[Line], start: int, end: int, speakers: frozenset[str]) -> Cast | None:
    """The cast list in lines[start:end], which stand before the first act."""
    head = next((n for n in range(start, end) if is_cast_head(text[lines[n].start:lines[n].end])), -1)
    if head < 0:
        return _unheaded(text, lines, start, end, speakers)
    first = head + 1
    stop = _stop(text, lines, first, end, speakers)
    return Cast(head, *_items(text, lines, first, stop), stop) if stop > first else None


def _content(text: str, line: Line) -> str:
    return text[line.start:line.end]


def _stop(text: str, lines: list[Line], first: int, end: int, speakers: frozenset[str]) -> int:
    """The line behind the list: a setting, a long paragraph, or a wide gap before what names nobody."""
    for n in range(first, end):
        content = _content(text, lines[n])
        gap = lines[n].gap if n > first else 0
        if n > first and PLACED.match(plain(content)):
            return n
        if gap and (SETTING.match(plain(content)) or content[0] in "([" or headings(content)
                    or (content[0] == "_" and len(content) > _LONGEST_GROUP)):
            return n
        if gap > 1 and not any(_names(_content(text, line), speakers) for line in lines[n:min(n + 6, end)]):
            return n
        if len(content) > 200:
            return n
    return end


def _names(content: str, speakers: frozenset[str]) -> bool:
    """Whether a line begins with the name of somebody who speaks."""
    words = key(_BULLET.sub("", content).strip("*_# ")).split()[:8]
    names = {" ".join(words[at:to]) for at in range(min(3, len(words))) for to in range(at + 1, len(words) + 1)}
    short = {word[:size] for word in words[:2] for size in range(3, min(7, len(word)))}
    return bool(names & speakers) or bool(short & speakers)


def _unheaded(text: str, lines: list[Line], start: int, end: int, speakers: frozenset[str]) -> Cast | None:
    """Short lines most of which begin with the names of speakers; the lines between them belong to the list."""
    own = [n for n in range(start, end)
           if lines[n].end - lines[n].start < 120 and _names(_content(text, lines[n]), speakers)]
    if len(own) < 3:
        return None
    first, last = own[0], own[-1]
    while first > start and not lines[first].gap:
        first -= 1
    if first == own[0] and lines[first + 1].gap and len(own) > 3:
        first += 1  # the title may be a speaker's name
    while last + 1 < end and (not lines[last + 1].gap or len(_content(text, lines[last + 1])) < 90):
        last += 1
    size = last - first + 1
    plain_ends = sum(_content(text, lines[n])[-1] not in ".!?" for n in range(first, last + 1))
    if len(own) < 0.3 * size and plain_ends < 0.9 * size:
        return None
    return Cast(-1, *_items(text, lines, first, last + 1), last + 1)


def _items(text: str, lines: list[Line], first: int, stop: int) -> tuple[tuple[Item, ...], frozenset[int]]:
    """The items, and the places of those that head a group: in capitals, or set apart, with items below."""
    found, groups = list[Item](), set[int]()
    least = min((lines[n].indent for n in range(first, stop)), default=0)
    for n in range(first, stop):
        content = _content(text, lines[n])
        goes_on = found and not lines[n].gap and (
            (lines[n].indent > lines[found[-1].first].indent and lines[n].indent > least)
            or (content[0].islower() and _first_word(content) not in PARTICLES | {"sein", "ihr", "dessen", "deren"}))
        if goes_on:
            found[-1] = Item(found[-1].first, n)
        else:
            found.append(Item(n, n))
    for place, item in enumerate(found[:-1]):
        below = found[place + 1]
        alone = lines[item.first].gap and lines[below.first].gap
        content = _content(text, lines[item.first])
        alone = alone and 0 < place < len(found) - 2 and not lines[found[place + 2].first].gap
        apart = content.upper() == content or lines[item.first].gap > 1
        if content.startswith("#") or (alone and apart):
            groups.add(place)
    return tuple(found), frozenset(groups)


def _first_word(content: str) -> str:
    return content.split(maxsplit=1)[0].strip(",.").lower()


def claims(view: View, lines: list[Line], cast: Cast) -> Iterator[Span]:
    """The list, or several where groups have headings of their own."""
    lists: list[tuple[int, list[Item]]] = [(cast.head, [])]
    for place, item in enumerate(cast.items):
        if place in cast.groups:
            lists.append((item.first, []))
        else:
            lists[-1][1].append(item)
    for head, items in lists:
        if not items:
            continue
        start = lines[head if head >= 0 else items[0].first].start
        yield view.claim("castList", start, lines[items[-1].last].end, "cast-list")
        if head >= 0:
            dress = _DRESS.match(view.text, lines[head].start)
            before = len(dress[0]) if dress else 0
            after = before if dress and not dress[0].startswith("#") else 0
            yield view.claim("head", start, lines[head].end, "cast-list", (), before, after)
        for item in items:
            yield from _item(view, lines, item)


def _item(view: View, lines: list[Line], item: Item) -> Iterator[Span]:
    start, end = lines[item.first].start, lines[item.last].end
    bullet = _BULLET.match(view.text, start)
    skin = len(bullet[0]) if bullet else 0
    yield view.claim("castItem", start, end, "cast-item", (), skin)
    begin = start + skin
    role = _ROLE.match(view.text, begin, end)
    if role and role.end() < end and "\n" not in role[0] and view.text[begin] not in "*_=(":
        yield view.claim("role", begin, role.end(), "cast-item")
        rest = regex(r"[\s,;:—–.-]*").match(view.text, role.end(), end)
        assert rest
        if rest.end() < end and any(c.isalpha() for c in view.text[rest.end():end]):
            yield view.claim("roleDesc", rest.end(), end, "cast-item")


def named(text: str, lines: list[Line], start: int, end: int) -> frozenset[str]:
    """The names and the words of names in lines that may be a cast list."""
    found = set[str]()
    for line in lines[start:end]:
        content = _content(text, line)
        role = key(re.split(r"[,;:(—–]|\s{3,}", content.lstrip("-*+• "), maxsplit=1)[0])
        if 0 < len(role) < 60:
            found.add(role)
            found |= {word for word in role.split() if len(word) > 2 and word not in PARTICLES}
    return frozenset(found)


