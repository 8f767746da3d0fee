"""Whether lines are verse: what their length, their beginnings and their ends say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from edition.flow import title_like
from edition.layout import Line, begins_with_capital, ends_sentence
from edition.regex import regex

# Without a measure (lines as long as their paragraphs) a line of verse is still no longer than this.
UNWRAPPED = 1 << 20
LONGEST = 110
LEAST_ROOM = 0.3  # of the ends of lines of verse leave room for a word
_MANY = 8         # lines on end
CAPITALS = 0.85  # of lines of verse but the first begin with a capital
_WORD = regex(r"[^\W\d_][\w’']*")
_MARKER = regex(r"(?:[-*•+]|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)])\s")
_COLUMNS = regex(r"\S {3,}\S|\.{4,}|(?:\. ){4,}|\t")


class Signs(NamedTuple):
    """What lines show. All but `number` are shares of 1."""

    number: int
    capitals: float     # lines but the first that begin with a capital
    room: float         # line ends where the next word would have fitted
    running: float      # words (but the first of a line) that begin in lower case
    titles: float       # lines in the manner of a title or a name
    tabular: float      # lines with columns, dot leaders, figures at an end, list markers
    ended: float        # lines that end a sentence
    longest: float      # the longest line, as a share of a full one


def signs(texts: Sequence[str], measure: int, ends: Sequence[str] = ()) -> Signs:
    """The signs of lines without their indent; `measure`: how many characters a full line would hold here.

    `ends`: what stands last of each, where some of them fill more than one line of the page.
    """
    count = len(texts)
    words = [_WORD.findall(text) for text in texts]
    later = [word for line in words for word in line[1:]]
    return Signs(
        count,
        sum(begins_with_capital(text) for text in texts[1:]) / max(count - 1, 1),
        room(texts, measure, ends),
        sum(word[0].islower() for word in later) / len(later) if later else 0.0,
        sum(text.isupper() or title_like(text) for text, line in zip(texts, words, strict=True)
            if len(line) > 1 or text.isupper()) / count,
        sum(_tabular(text) for text in texts) / count,
        sum(ends_sentence(end) for end in ends or texts) / count,
        max(map(len, texts)) / max(measure, 1))


def room(texts: Sequence[str], measure: int, ends: Sequence[str] = ()) -> float:
    """The share of the ends of lines where the next word would have fitted."""
    return sum(map(_room, ends or texts, texts[1:], repeat(measure))) / max(len(texts) - 1, 1)


def mostly_capitals(texts: Sequence[str]) -> bool:
    """Whether so many lines begin with a capital as lines of verse do: asked first, for it is quick to find out."""
    return sum(map(begins_with_capital, texts[1:])) >= CAPITALS * (len(texts) - 1)


def _room(text: str, below: str, measure: int) -> bool:
    return len(text) + 1 + len(below.partition(" ")[0]) <= measure


def _tabular(text: str) -> bool:
    return bool(_COLUMNS.search(text) or _MARKER.match(text) or text[:1].isdigit()
                or text.rstrip(" .,;:")[-1:].isdigit())


def is_verse(texts: Sequence[str], measure: int = UNWRAPPED) -> bool:
    """Whether lines (without their indent) are lines of verse: two and more of them, broken before they were full.

    A capital at each beginning alone says nothing in a language that writes nouns so, nor do short lines in an
    address: it is both, in lines whose words run on.
    """
    if len(texts) < 2 or max(map(len, texts)) > LONGEST:
        return False
    return mostly_capitals(texts) and are_verse(signs(texts, measure))


def are_verse(found: Signs) -> bool:
    """Whether signs are those of verse."""
    if found.tabular > 0.15 or found.titles > 0.5 or found.running < 0.4:
        return False
    if found.number == 2 and (found.titles or found.longest > 0.8):
        return False  # two lines may be anything: an attestation, a paragraph that ends in its second line
    if (found.capitals >= CAPITALS and found.room >= 0.5) or surely_verse(found):
        return True
    return found.number >= 4 and found.capitals >= 0.9 and found.room >= LEAST_ROOM


def surely_verse(found: Signs) -> bool:
    """Whether so many lines on end begin with capitals as prose never has, though all of them be full."""
    return (found.number >= _MANY and found.capitals >= 0.95 and found.running >= 0.5 and found.ended <= 0.5
            and found.titles <= 0.25 and found.tabular <= 0.1)


def turnover(line: Line, above: Line, text: str, measure: int) -> bool:
    """Whether a line holds the end of the line of verse above it, which was too long for the page.

    It stands deeper, and the line above was full or does not end before a capital.
    """
    if line.gap or line.indent <= above.indent:
        return False
    content = text[line.start:line.end]
    full = above.indent + above.end - above.start + 1 + len(content.partition(" ")[0]) > measure
    return full or (not begins_with_capital(content) and content[:1].isalpha())
