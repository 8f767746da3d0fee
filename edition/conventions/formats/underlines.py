"""Lines of one sign under a line of words, and over it: headings as Markdown and typists set them off."""

from __future__ import annotations

from collections.abc import Iterator

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View
from edition.words import holds

RULE = "underline"
_SIGNS = ("==", "----", "____", "~~~~")
_DRAWN = regex(r"={2,}|(-|_|~)\1{3,}")
_LONGEST = 240      # characters of a heading
_SHORT = 90         # of one that may be longer or shorter than the line under it
_LEAST = 0.5        # of the heading: the length of the line under it


def _underlined(view: View) -> list[tuple[Line, Line, Line | None]]:
    """(the words, the line under them, the one over them) of each line that stands alone but for these."""
    places = view.table.holding(*_SIGNS) if holds(view.text, *_SIGNS) else []
    found, lines, text = list[tuple[Line, Line, Line | None]](), view.lines, view.text
    for place in places:
        under, words = lines[place], lines[place - 1] if place else None
        if words is None or under.gap or not _DRAWN.fullmatch(text, under.start, under.end):
            continue
        over = lines[place - 2] if place > 1 and not words.gap else None
        alone = over is None or ((over.gap or place == 2) and _DRAWN.fullmatch(text, over.start, over.end))
        if alone and _is_heading(text[words.start:words.end], under.end - under.start):
            found.append((words, under, over))
    return found


def _is_heading(words: str, length: int) -> bool:
    """Whether words may be a heading over a line of this length."""
    fits = len(words) <= _SHORT and _LEAST * len(words) <= length <= 2 * len(words) + 8
    return ((fits or (length == len(words) and length <= _LONGEST))
            and any(map(str.isalpha, words)) and words[-1] not in ",;" and "|" not in words)


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for _, under, over in _underlined(view):
        yield view.claim("fw", under.start, under.end, RULE, (("type", "rule"), ("_under", "words")))
        if over:
            yield view.claim("fw", over.start, over.end, RULE, (("type", "rule"),))


def _score(context: Context) -> Score:
    count = len(_underlined(context.document()))
    return Score(0.9, counted(count, "line") + " of words underlined") if count else NO


UNDERLINES = Convention(
    "underlines",
    "A line of one sign under words that stand alone, about as long, underlines them.",
    "The Mill\\n========",
    (Rule(RULE, "a line of one sign under words", "The Mill\\n========", _claims),),
    _score,
)
