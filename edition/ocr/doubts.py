"""The words of a text that may be misread, each with its readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.ocr.document import Document
from edition.ocr.joins import hyphened, parted
from edition.ocr.lexicon import UNKNOWN
from edition.ocr.readings import Reading, Weighing


class Doubt(NamedTuple):
    """A word that may be misread: characters start … end, and its readings, the likeliest first."""

    start: int
    end: int
    printed: str
    word: str  # in small letters
    initial: bool  # a sentence begins with it
    known: int
    readings: list[Reading]
    evidence: tuple[float, ...]  # of the likeliest reading, for the model that says whether the word is misread at all


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
            readings = weighing.readings(at)
            yield _doubt(document, at, at, readings, readings[0].evidence if readings else weighing.unread(at))


def _doubt(document: Document, first: int, last: int, readings: list[Reading],
           evidence: tuple[float, ...] = ()) -> Doubt:
    """A doubt of one word, or of two that may be one."""
    start, end = document.tokens[first].start, document.tokens[last].end
    word = " ".join(token.word for token in document.tokens[first:last + 1])
    return Doubt(start, end, document.text[start:end], word, document.tokens[first].initial,
                 document.classes.get(word, UNKNOWN), readings, evidence)
