"""The words of a text that may be misread, each with its readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.ocr.document import Document
from edition.ocr.joins import hyphened, parted
from edition.ocr.readings import Reading, Weighing


class Doubt(NamedTuple):
    """A word that may be misread: characters start … end, and its readings, the likeliest first."""

    start: int
    end: int
    printed: str
    word: str  # in small letters
    known: int
    readings: list[Reading]


def doubts(document: Document) -> Iterator[Doubt]:
    """The doubtful words with their readings: weighed twice, the second time among the likeliest of the first."""
    doubtful = {at for at in range(len(document.tokens)) if document.doubtful(at)}
    weighing, taken = Weighing(document, sorted(doubtful)), -1
    for at in range(len(document.tokens)):
        if at <= taken:
            continue
        if (reading := hyphened(document, at)) is not None:
            yield _doubt(document, at, at, [reading])
        elif (reading := parted(document, at)) is not None:
            taken = at + 1
            yield _doubt(document, at, taken, [reading])
        elif at in doubtful:
            yield _doubt(document, at, at, weighing.readings(at))


def _doubt(document: Document, first: int, last: int, readings: list[Reading]) -> Doubt:
    """A doubt of one word, or of two that may be one."""
    start, end = document.tokens[first].start, document.tokens[last].end
    word = " ".join(token.word for token in document.tokens[first:last + 1])
    return Doubt(start, end, document.text[start:end], word, document.classes.get(word, 0), readings)
