"""Quotations of a whole document: those that run over paragraphs, and those of which a mark was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from edition.regex import regex
from edition.speech.inquit import Reader
from edition.speech.language import Language
from edition.speech.marks import CLOSING, OPENING, Habit, Quoted, tokens
from edition.speech.pairing import Pairing
from edition.speech.paragraphs import Paragraph
from edition.speech.passage import mask, sentence_starts

_MOST_UNOPENED = 12
_FURTHEST = 8  # paragraphs over which a speech may run that is opened once and closed once
_COMMENT = regex(r"\((?=[^\W\da-zß-öø-ÿ_\"“])[^()]*(?:\([^()]*\)[^()]*)*[.!?…][\"'”’]?\)")
_DASH = regex(r"(?:[—–―]|--)\s?(?=[^\s—–―-])")
_BAR = regex(
    r"(?<=[.!?:]\s)―\s?(?=\w)"
)  # the horizontal bar is no other dash: it opens speech in the middle as well
_CLAUSE_END = regex(r"[.!?][\"'”’]*\s*$")


class Pairs:
    """Pairs the marks of all paragraphs that have any; then mends what runs over a paragraph or lacks a mark."""

    def __init__(
        self, paragraphs: list[Paragraph], marked: Sequence[Paragraph], language: Language, how: Habit, reader: Reader
    ) -> None:
        self.paragraphs, self.marked = paragraphs, marked
        self.language, self.how, self.reader = language, how, reader

    def run(self) -> None:
        """Fill in `quotes` of every paragraph."""
        for paragraph in self.marked if self.how.marks else ():
            marks = tokens(paragraph.text, self.how, self.language.elisions)
            if not any(mark.char not in "()" for mark in marks):
                continue
            pairing = Pairing(paragraph.text, marks, partial(self._place, paragraph.text))
            paragraph.quotes, paragraph.unopened = pairing.run(), pairing.unopened
        if self.how.dash:
            for paragraph in self.paragraphs:
                self._dashed(paragraph)
        for k, paragraph in enumerate(self.paragraphs):
            if paragraph.quotes or paragraph.unopened:
                self._open_at_end(k, paragraph)
                self._unopened(k, paragraph)

    def _dashed(self, paragraph: Paragraph) -> None:
        """A dash opens a turn and nothing closes it: all it holds, the words that name the speaker too, is the turn."""
        start, end = paragraph.content
        match = _DASH.match(paragraph.text, start) or _BAR.search(paragraph.text, start)
        if match and match.start() < end - 1:
            at = match.start()
            made = Quoted(at, end, "dash", match.group()[0], True, False, why="dash")
            made.inner = [q for q in paragraph.quotes if q.start > at]
            paragraph.quotes = [q for q in paragraph.quotes if q.start < at and q.end <= at] + [made]

    # -- a mark that was never closed -----------------------------------------------------------------------------

    def _place(self, text: str, start: int, end: int) -> tuple[int, str, str] | None:
        """Where the words that begin at `start` end: before an inquit that runs up to `end`, else before a comment."""
        floor = max(start + 1, end - 160)
        near = text[floor:end]
        for match in re.finditer(r"[,.!?…—-](?=\s)", near):
            inquit = self.reader.after(near, match.end(), len(near))
            if inquit and inquit.subject and len(near) - inquit.end < 60:
                return floor + match.end(), "the words that say who speaks stand inside the marks", "high"
        comment = self._comment(text, start, end)
        if comment:
            return comment
        sentence = [m.end() for m in re.finditer(r"[.!?…](?=\s)", text[start:end])]
        if sentence:
            return start + sentence[0], "another quotation opens before this one is closed", "low"
        return None

    @staticmethod
    def _comment(text: str, start: int, end: int) -> tuple[int, str, str] | None:
        """A comment of whole sentences in parentheses that ends the paragraph: the speech ended before it."""
        comments = list(_COMMENT.finditer(text, start, end))
        if comments and not text[comments[-1].end() : end].strip(" \"”'"):
            at = comments[-1].start()
            while at and text[at - 1].isspace():
                at -= 1
            if at > start and text[at - 1] in ".!?'’”\"…":
                return at, "a comment in parentheses follows the words spoken", "high"
        return None

    def _open_at_end(self, k: int, paragraph: Paragraph) -> None:
        left = paragraph.quotes[-1] if paragraph.quotes and not paragraph.quotes[-1].closed else None
        if left is None or left.reason or left.family == "dash":
            return
        start, end = paragraph.content
        following = self.paragraphs[k + 1] if k + 1 < len(self.paragraphs) else None
        if following and not following.apart and following.turn == paragraph.turn and following.kind == paragraph.kind:
            head = following.quotes[0] if following.quotes else None
            if head and head.start == following.content[0] and head.mark == left.mark:
                place = self._inquit_inside(paragraph, left, end) if left.start == start else None
                if place is None:
                    left.end, left.runs_on, head.continues = end, True, True
                    return
            elif self._runs_on(k, left):
                left.end, left.runs_on = end, True
                return
        place = self._comment(paragraph.text, left.start, end) or self._inquit_inside(paragraph, left, end)
        if place:
            left.end, left.reason, left.cert = place
        else:
            left.end, left.reason = end, "the paragraph ends before the quotation is closed"
            left.cert = "medium" if _CLAUSE_END.search(paragraph.text[:end]) else "low"
        # What is quoted in a comment behind the speech is not in the speech.
        paragraph.quotes += [q for q in left.inner if q.start >= left.end]
        left.inner = [q for q in left.inner if q.end <= left.end]

    def _inquit_inside(self, paragraph: Paragraph, left: Quoted, end: int) -> tuple[int, str, str] | None:
        text = mask(paragraph.text, 0, end, paragraph.quotes[:-1] + left.inner)
        for match in re.finditer(r"[,!?](?=\s)", text[left.start : end]):
            at = left.start + match.end()
            inquit = self.reader.after(text, at, end)
            if (
                inquit
                and inquit.subject
                and inquit.subject.sort in ("names", "pronoun")
                and inquit.verb == "say"
                and (not text[inquit.end : end].strip(" .,") or re.match(r"\s*[.,;]", text[inquit.end :]))
            ):
                return at, "the words that say who speaks stand inside the marks", "medium"
        return None

    def _runs_on(self, k: int, left: Quoted) -> bool:
        """The habit of marking only the first and the last of several paragraphs."""
        for following in self.paragraphs[k + 1 : k + _FURTHEST]:
            if following.apart:
                return False
            if following.unopened and (not following.quotes or following.unopened[0].at < following.quotes[0].start):
                between = self.paragraphs[k + 1 : following.place]
                if any(p.quotes for p in between):
                    return False
                for p in between:
                    p.quotes = [Quoted(*p.content, left.family, left.mark, False, False, continues=True, runs_on=True)]
                last = following.unopened.pop(0)
                following.quotes.insert(
                    0, Quoted(following.content[0], last.at + 1, left.family, left.mark, False, True, continues=True)
                )
                return True
            if following.quotes:
                return False
        return False

    # -- a mark that closes nothing -------------------------------------------------------------------------------

    def _unopened(self, k: int, paragraph: Paragraph) -> None:
        if len(paragraph.unopened) > _MOST_UNOPENED:
            paragraph.unopened = []  # so many are no slips: the marks mean something else here
        for token in paragraph.unopened:
            before = [q for q in paragraph.quotes if q.end <= token.at and not q.comment]
            floor = before[-1].end if before else paragraph.content[0]
            start, reason, cert = self._opening(paragraph, floor, token.at, bool(before))
            if start < token.at - 1:
                made = Quoted(
                    start,
                    token.at + 1,
                    token.family,
                    OPENING.get(token.char, token.char),
                    False,
                    True,
                    reason=reason,
                    cert=cert,
                )
                made.inner = [q for q in paragraph.quotes if start <= q.start and q.end <= token.at]
                paragraph.quotes = sorted(
                    [q for q in paragraph.quotes if q not in made.inner] + [made], key=lambda q: q.start
                )
        paragraph.unopened = []

    def _opening(self, paragraph: Paragraph, floor: int, end: int, after_quote: bool) -> tuple[int, str, str]:
        text = paragraph.text
        comments = list(_COMMENT.finditer(text, floor, end))
        if comments and after_quote and re.match(r"[\s.,]*$", text[floor : comments[0].start()]):
            return (
                _word(text, comments[0].end()),
                "after the comment in parentheses the speech goes on without an opening mark",
                "high",
            )
        colon = text.rfind(": ", floor, end)
        if colon >= 0 and self.reader.before(
            mask(text, 0, len(text), paragraph.quotes), max(floor, colon - 120), colon
        ):
            return _word(text, colon + 1), "the words that say who speaks end in a colon", "high"
        if not after_quote and re.match(r"[^.!?]*[.!?]?$", text[floor:end]):
            return _word(text, floor), "the paragraph is one sentence, closed by a mark that was never opened", "medium"
        starts = [floor + s for s in sentence_starts(text[floor:end])]
        at = starts[-1] if starts else floor
        return _word(text, at), "the sentence is closed by a mark that was never opened", "low"


def _word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def missing_mark(quoted: Quoted) -> tuple[str, str]:
    """(side, mark) of the mark a quotation lacks: `after` its last character, or `before` its first."""
    if not quoted.opened:
        return "before", quoted.mark
    return "after", CLOSING.get(quoted.mark, quoted.mark)
