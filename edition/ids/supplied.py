"""The ids of a title that an editor supplies: it stands in no source, so its id alone says which passage it is."""

from __future__ import annotations

from edition.ids.published import Issue, Line, Published
from edition.records import replace
from edition.regex import regex

_TITLE = regex(r"(?:^|\.)h0(?:\.c1)?\Z")  # headings of the source are counted from 1


def title_id(host: str) -> str:
    """The id of a supplied title that has none yet, by that of what it opens ("": it has none)."""
    return f"{host}.h0".lstrip(".")


def known_title(published: Published) -> str:
    """The id that was published of a supplied title, "" if none was."""
    known = sorted((bool(one.gone), one.id) for one in published.lines if one.kind == "head" and _TITLE.search(one.id))
    return known[0][1] if known else ""


def words_id(title: str) -> str:
    """The id of what is supplied in a supplied title."""
    return f"{title}.c1"


def without_title(published: Published, title: str) -> Published:
    """What was published of all that the source has."""
    return replace(published, lines=tuple(one for one in published.lines if one.id not in (title, words_id(title))))


def with_title(issued: Issue, published: Published, title: str, host: str) -> Issue:
    """What a text has, with its supplied title behind what this opens."""
    since = {one.id: one.since for one in published.lines}
    made = (Line(title, "head", since.get(title, ""), within=host),
            Line(words_id(title), "insertion", since.get(words_id(title), ""), within=title))
    at = next((place + 1 for place, one in enumerate(issued.alive) if one.id == host), 0)
    moved = (title,) if title in since and title != title_id(host) else ()
    return replace(issued, alive=(*issued.alive[:at], *made, *issued.alive[at:]), moved=(*issued.moved, *moved))


def named(issued: Issue, words: str) -> Issue:
    """The same, with the words of its supplied title, for people."""
    return replace(issued, alive=tuple(replace(one, begins=words) if _TITLE.search(one.id) else one
                                       for one in issued.alive))
