"""The evidence for each reading of each doubtful word of the pairs, and whether the reading is right."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import confusions
import misreadings
from pairs import Pair, core, plain
from rapidfuzz.distance import Levenshtein

from edition.ocr.candidates import Search
from edition.ocr.confusions import read
from edition.ocr.document import Document, Knowledge
from edition.ocr.doubts import Doubt, doubts
from edition.ocr.misreadings import Misreadings
from edition.ocr.readings import cased


class Row(NamedTuple):
    """One reading of one word."""

    document: str
    start: int
    end: int
    printed: str
    reading: str
    veto: str
    right: bool
    wrong: bool  # whether the printed word is misread
    evidence: tuple[float, ...]


class Learned(NamedTuple):
    """What the pairs teach, so that each document can be judged by the others alone."""

    confused: Counter[tuple[str, str]]
    stood: Counter[str]
    misread: Misreadings

    def without(self, document: Pair, known: Knowledge) -> Knowledge:
        """What is known of the language, but nothing of what this document taught."""
        confused, stood = confusions.learn([document])
        table = read("\n".join(confusions.table(self.confused - confused, self.stood - stood)))
        search = Search(known.lexicon, table, known.ngrams.one, known.search.most)
        return known._replace(search=search, misreadings=misreadings.without(self.misread, document))


def learned(documents: Sequence[Pair]) -> Learned:
    """What all documents teach together."""
    return Learned(*confusions.learn(documents), misreadings.learn(documents))


def thinned(document: Pair, share: float, seed: str) -> Pair:
    """A document with a share of its misreadings, as a better recognition would have left it."""
    text, spans, at = "", [], 0
    for a, b, u, v in document.spans:
        text += document.ocr[at:a]
        start = len(text)
        kept = zlib.crc32(f"{seed}{document.name}{a}".encode()) % 1000 < share * 1000
        text += document.ocr[a:b] if kept else document.true[u:v]
        spans.append((start, len(text), u, v))
        at = b
    return Pair(document.name, text + document.ocr[at:], document.true, spans)


class Judge:
    """Says of each reading whether it is right."""

    def __init__(self, document: Pair) -> None:
        self.document = document
        self.starts = [span[0] for span in document.spans]

    def spans(self, start: int, end: int) -> list[tuple[int, int, int, int]]:
        """The aligned spans that a word touches."""
        return [span for span in self.document.spans if span[0] < end and start < span[1]]

    def misread(self, start: int, end: int) -> bool:
        """Whether letters or figures of the spans are not as they should be."""
        ocr, true = self.document.ocr, self.document.true
        return any(core(ocr[a:b]) != core(true[u:v]) for a, b, u, v in self.spans(start, end))

    def right(self, start: int, end: int, reading: str) -> bool:
        """Whether a reading makes the spans right, or is what stands in its place though the rest is misread."""
        spans = self.spans(start, end)
        if not spans:
            return False
        a, b, u, v = spans[0][0], spans[-1][1], spans[0][2], spans[-1][3]
        before, true = self.document.ocr[a:b], self.document.true[u:v]
        left, right = max(0, start - a), end - a
        after = before[:left] + reading + before[right:]
        if plain(before) != plain(true) == plain(after) or core(before) != core(true) == core(after):
            return True
        begin, close = _place(before, true, left, right)
        return core(before[left:right]) != core(reading) == core(true[begin:close]) and bool(core(reading))


def _place(printed: str, true: str, start: int, end: int) -> tuple[int, int]:
    """Where a part of the printed text stands in the true one."""
    begin, close = 0, len(true)
    for op in Levenshtein.opcodes(printed, true):
        if op.src_start <= start <= op.src_end:
            begin = op.dest_start + (start - op.src_start if op.tag != "insert" else 0)
        if op.src_start <= end <= op.src_end and op.src_end > op.src_start:
            close = min(op.dest_end, op.dest_start + end - op.src_start) if op.tag == "equal" else op.dest_end
            break
    return begin, close


def rows(document: Pair, known: Knowledge) -> Iterator[Row]:
    """The rows of one document."""
    judge = Judge(document)
    for doubt in doubts(Document(document.ocr, known)):
        if judge.spans(doubt.start, doubt.end):
            yield from _rows(doubt, document.name, judge)


def _rows(doubt: Doubt, name: str, judge: Judge) -> Iterator[Row]:
    wrong = judge.misread(doubt.start, doubt.end)
    if not doubt.evidence:
        return
    if not doubt.readings:
        yield Row(name, doubt.start, doubt.end, doubt.printed, "", "", False, wrong, doubt.evidence)
    for reading in doubt.readings:
        word = cased(reading, doubt.printed, doubt.initial)
        yield Row(name, doubt.start, doubt.end, doubt.printed, word, reading.veto,
                  judge.right(doubt.start, doubt.end, word), wrong, reading.evidence)
