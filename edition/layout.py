"""The lines of a text and what their measures say: spacing, width, fill."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

# Widths of a serif text face in thousandths of an em (Times, rounded): enough to tell whether a word would have fitted.
_NARROW = {"i": 278, "j": 278, "l": 278, "t": 278, "f": 333, "r": 333, "I": 333, "s": 389, "J": 389, " ": 250, ".": 250,
           ",": 250, ";": 278, ":": 278, "'": 250, "’": 333, "‘": 333, "“": 444, "”": 444, "-": 333, "–": 500,
           "(": 333, ")": 333, "!": 333, "m": 778, "w": 722, "M": 889, "W": 944, "c": 444, "e": 444, "a": 444, "z": 444,
           "—": 1000, "%": 833, "&": 778}
_SENTENCE_ENDS = ".!?…:"
_CLOSERS = "\"'”’»)]*_"


class Line(NamedTuple):
    """A line with something on it. `start`/`end`: its content without blanks, as offsets into the text measured.

    `indent`, `trailing`: blanks before and after it; `gap`: empty lines above it; `blank`: whether one of those holds
    blanks (a space alone on a line).
    """

    start: int
    end: int
    indent: int
    trailing: int
    gap: int
    blank: bool


class Page(NamedTuple):
    """`width`: the measure of a full line in em/1000. `wrapped`: lines are broken at a measure, not at paragraphs.

    `spacing`: the gap inside a paragraph (0 single-spaced, 1 double-spaced).
    """

    lines: list[Line]
    spacing: int
    wrapped: bool
    width: int


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    at, gap, blank = 0, 0, False
    for raw in text.split("\n"):
        content = raw.strip(" \t\f\v\r")
        if content:
            start = at + raw.index(content[0])
            end = start + len(content)
            found.append(Line(start, end, start - at, at + len(raw) - end, gap, blank))
            gap, blank = 0, False
        else:
            gap += 1
            blank = blank or bool(raw)
        at += len(raw) + 1
    return found


def width(text: str) -> int:
    """The set width of a text in thousandths of an em, in a proportional serif face."""
    return sum(_NARROW.get(c, 500 if c.islower() or c.isdigit() else 667) for c in text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence may end (closing marks after the point allowed)."""
    return text.rstrip().rstrip(_CLOSERS).rstrip()[-1:] in _SENTENCE_ENDS and bool(text.strip())


def runs_on(before: str, after: str) -> bool:
    """Whether a text cut in two goes on: the first part ends no sentence, or the second begins in lower case."""
    return not ends_sentence(before) or after.lstrip("\"'“‘(_* ")[:1].islower()


def measure(text: str) -> Page:
    """The measures of the lines of a text."""
    found = lines(text)
    if len(found) < 8:
        return Page(found, 0, False, 0)
    widths = sorted(width(text[line.start:line.end]) for line in found)
    full = widths[int(len(widths) * 0.98)]
    unended = sum(not ends_sentence(text[line.start:line.end]) for line in found)
    wrapped = unended > 0.5 * len(found) and full <= 80_000
    gaps = Counter(line.gap for line in found[1:])
    spacing = 1 if wrapped and gaps[1] >= 0.75 * len(found) else 0
    return Page(found, spacing, wrapped, full)
