"""Words underlined as a typewriter does it: signs on the line below, right under the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.formats.cells import is_figure, said
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

_BEGINS = regex(r"[_=~-]")
_DRAWN = regex(r"(?:_+|=+|~+|-+)(?: +(?:_+|=+|~+|-+)){0,30}")
_GROUP = regex(r"[_=~-]+")
_ENOUGH = 4     # signs under a word where nothing else is underlined
_EDGES = "\"'“”‘’«»()[].,;:!?"  # what stands beside words and may be underlined with them or not


class Underlined(NamedTuple):
    """The line of words, that of signs, and where the words under which they stand begin and end."""

    words: Line
    signs: Line
    places: list[tuple[int, int]]


def _underlined(context: Context) -> list[Underlined]:
    """Lines of signs that stand right under words, and not under all of a line: a whole line may be a heading."""
    view, found = context.document(), list[Underlined]()
    for match in _BEGINS.finditer(view.table.firsts):
        place = match.start()
        signs = view.lines[place]
        if place and not signs.gap and _DRAWN.fullmatch(view.text, signs.start, signs.end):
            words = view.lines[place - 1]
            if places := _places(view.text, words, signs):
                found.append(Underlined(words, signs, places))
    groups = [size for one in found for size in map(_size, one.places)]
    return found if len(groups) > 1 or max(groups, default=0) >= _ENOUGH else []


def _size(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _places(text: str, words: Line, signs: Line) -> list[tuple[int, int]]:
    """Where the words stand that have signs under them; none if the signs of one group stand otherwise."""
    shift = words.start - words.indent - (signs.start - signs.indent)
    groups = [(group.start() + shift, group.end() + shift) for group in _GROUP.finditer(text, signs.start, signs.end)]
    if not all(_is_under_words(text, words, *group) for group in groups) or any(map(is_figure, said(text, words)[1:])):
        return []  # a rule in a table of figures underlines nothing
    joined = list[tuple[int, int]]()
    for start, end in groups:
        if joined and not text[joined[-1][1]:start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    whole = joined[0][0] <= words.start and joined[0][1] >= words.end
    return [] if whole else joined


def _is_under_words(text: str, words: Line, start: int, end: int) -> bool:
    """Whether a group of signs begins and ends where words do."""
    if start < words.start or end > words.end or text[start].isspace() or text[end - 1].isspace():
        return False
    outer = text[start - 1:start] if start > words.start else " ", text[end:end + 1] if end < words.end else " "
    return (any(map(str.isalnum, text[start:end])) and "\t" not in text[words.start:end]
            and all(one.isspace() or one in _EDGES for one in outer))


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for words, signs, places in context.of_document(_underlined):
        for start, end in places:
            yield view.claim("hi", start, end, "word-underscored", (("rend", "underline"),))
        yield _rule(view, words, signs)


def _rule(view: View, words: Line, signs: Line) -> Span:
    """The line of signs with the end of the line above: the paragraph goes on below as if it were not there."""
    above = words.end + words.trailing
    return view.claim("fw", above, signs.end, "word-underscored", (("type", "rule"),), signs.start - above)


def _score(context: Context) -> Score:
    count = sum(len(one.places) for one in context.of_document(_underlined))
    return Score(0.9, counted(count, "passage") + " underlined on the line below") if count else NO


UNDERSCORED_WORDS = Convention(
    "underscored-words",
    "Signs on a line of their own, right under words of the line above, underline these.",
    "the mill of Holm\\n        __ ____",
    (Rule("word-underscored", "words with signs under them", "the mill of Holm\\n            ____", _claims),),
    _score,
)
