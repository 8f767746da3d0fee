"""Where a reading stands: what finds it again exactly once, the sentence around it, the page, the elements there."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from edition.corrections.anchors import CONTEXT, Anchor, Place, find
from edition.pipeline import Document
from edition.regex import regex
from edition.source import Source, from_text

_WORDS_ASIDE: Final = 12  # by how many words a reading is widened until it stands but once on its line
_SENTENCE: Final = 240  # characters of a sentence shown on either side, and how many at least where there are more
_LEAST: Final = 60
_END = regex(r"[.!?][\"'”’)\]]*\s+(?=\W*[A-ZÀ-ÞА-Я0-9])")
_BLANK = regex(r"\s+")
_WORD_BEFORE = regex(r"\S+\s*\Z")
_WORD_BEHIND = regex(r"\s*\S+")


def beside(text: str) -> str:
    """What stands beside a reading, as an anchor takes it: on one line, and nothing where it is only white space."""
    return flat(text) if text.strip() else ""


def flat(text: str) -> str:
    """A text on one line: any white space is one blank."""
    return _BLANK.sub(" ", text)


def anchored(source: Source, start: int, end: int, mark: str, behind: bool, empty: bool) -> tuple[int, int] | None:
    """The reading, wide enough to be found exactly once; a mark says something of just these characters, so it is not
    widened (one that stands behind them may be, to the left)."""
    text, first, last = source.text, start, end
    if empty and not mark:  # nothing would stand in its place: its neighbour stands for both
        last = min(len(text), last + 1)
    for step in range(2 * _WORDS_ASIDE):
        if text[first:last].strip() and _alone(source, first, last):
            return first, last
        if mark and not behind:
            return None
        if step % 2 == 0 or behind:
            word = _WORD_BEFORE.search(text, max(0, first - 80), first)
            first = word.start() if word else first
        else:
            word = _WORD_BEHIND.match(text, last)
            last = min(word.end(), last + 80) if word else last
    return None


def _alone(source: Source, start: int, end: int) -> bool:
    """Whether an anchor with the reading's neighbours is found, and at this place."""
    text, line = source.text, source.line(start)
    first, last = source.line_span(line)
    printed = text[start:end]
    if not _BLANK.search(printed) and text.find(printed, first, last) == start \
            and text.find(printed, start + 1, last + len(printed)) < 0:
        return True
    before, after = text[max(0, start - CONTEXT):start], text[end:end + CONTEXT]
    # Only what may match on this line: the whole of a long text would be read for each of its words.
    around = max(0, first - 8 * CONTEXT)
    window = from_text(text[around:max(last, end) + 8 * CONTEXT])
    anchor = Anchor(window.line(start - around), printed, beside(before), beside(after))
    return find(anchor, window) == Place(start - around, end - around, anchor.line, moved=False)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What precedes and follows in the sentence, on one line; a short one with something of its neighbours."""
    head, foot = text[max(0, start - _SENTENCE):start], text[end:end + _SENTENCE]
    cut = max((end.end() for end in _END.finditer(head) if len(head) - end.end() >= _LEAST), default=0)
    if not cut and start > _SENTENCE:
        cut = head.find(" ") + 1
    close = next((end for end in _END.finditer(foot) if end.start() >= _LEAST), None)
    until = close.end() if close else len(foot)
    if not close and end + _SENTENCE < len(text):
        until = max(foot.rfind(" "), 0) or until
    return flat(head[cut:]).lstrip(), flat(foot[:until]).rstrip()


class Edges:
    """Where elements begin and end."""

    def __init__(self, document: Document) -> None:
        every = {pair for span in document.spans for pair in ((span.start, span.end), (span.istart, span.iend))}
        self._from, self._to = sorted(every), sorted((end, start) for start, end in every)

    def crossed(self, start: int, end: int) -> bool:
        """Whether an element begins or ends within these characters and goes on outside of them."""
        first, last = bisect_right(self._from, (start + 1,)), bisect_right(self._from, (end,))
        if any(until > end for _, until in self._from[first:last]):
            return True
        first, last = bisect_right(self._to, (start + 1,)), bisect_right(self._to, (end,))
        return any(since < start for _, since in self._to[first:last])


class Pages:
    """The pages of a text, by where they begin."""

    def __init__(self, document: Document) -> None:
        breaks = [span for span in document.spans if span.kind == "pb"]
        self._starts, self._names = [span.start for span in breaks], [span.get("n") for span in breaks]

    def at(self, offset: int) -> str:
        """The page on which a place stands, "" where none is known."""
        place = bisect_right(self._starts, offset)
        return self._names[place - 1] if place else ""
