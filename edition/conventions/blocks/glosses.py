"""Lists of terms as Markdown writes them: each alone on a line, what is said of it below, behind a colon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

_SAID = regex(r":[ \t]+(?=[^\s«»\"“„‘—–])")
_LONGEST = 50       # characters of a term
_STOPS = ".;,:!?"   # at its end there is none of these


class Entry(NamedTuple):
    """A term, and the lines of what is said of it; more may be said, each behind a colon of its own."""

    term: Line
    said: list[Line]


def _entries(context: Context) -> list[list[Entry]]:
    """Terms that follow one another."""
    view = context.document()
    table, found = view.table, list[list[Entry]]()
    lines, reached = table.lines, 0  # behind the last line of an entry
    at = table.firsts.find(":", 1)
    while at >= 0:
        if at > reached and _SAID.match(view.text, lines[at].start) and _is_term(view, at - 1, reached):
            if not found or reached != at - 1:
                found.append([])
            reached = _end(view, at)
            found[-1].append(Entry(lines[at - 1], lines[at:reached]))
        at = table.firsts.find(":", max(at + 1, reached))
    return found if sum(map(len, found)) > 1 else []


def _is_term(view: View, place: int, reached: int) -> bool:
    """Whether a line may be a term: a short one below an empty line or below what is said of another."""
    line, below = view.lines[place], view.lines[place + 1]
    return (line.end - line.start <= _LONGEST and below.gap < 2 and view.text[line.end - 1] not in _STOPS
            and view.text[line.start] not in ":#>|-*+" and bool(line.gap or place in (0, reached)))


def _end(view: View, place: int) -> int:
    """Behind the last line of what is said: further lines stand in, or open with a colon."""
    lines, end = view.lines, place + 1
    while end < len(lines) and (
            _SAID.match(view.text, lines[end].start) if lines[end].gap < 2 and view.text[lines[end].start] == ":"
            else not lines[end].gap and lines[end].indent > 1):
        end += 1
    return end


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for entries in context.of_document(_entries):
        yield view.claim("list", entries[0].term.start, entries[-1].said[-1].end, "glossed", (("type", "gloss"),))
        for term, said in entries:
            yield view.claim("labelBlock", term.start, term.end, "glossed")
            yield view.claim("item", said[0].start, said[-1].end, "glossed", (), _behind(view, said[0]) - said[0].start)
            for line in said[1:]:
                if view.text[line.start] == ":":
                    size = _behind(view, line) - line.start
                    yield view.claim("c", line.start, line.start + size, "glossed", (("type", "markup"),), size)


def _behind(view: View, line: Line) -> int:
    match = _SAID.match(view.text, line.start)
    assert match
    return match.end()


def _score(context: Context) -> Score:
    count = sum(map(len, context.of_document(_entries)))
    return Score(0.9, counted(count, "term") + " above what a colon opens") if count else NO


GLOSSES = Convention(
    "lists-of-terms",
    "Lines behind a colon say what the term above them is.",
    "Dam\\n: a wall that holds back water",
    (Rule("glossed", "a term, and what is said of it behind a colon", "Dam\\n: a wall that holds", _claims),),
    _score,
)
