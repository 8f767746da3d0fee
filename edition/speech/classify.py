"""What quoted words are: spoken, written, a title, a word as a word, or so called."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from edition.records import replace
from edition.regex import regex
from edition.speech.inquit import Inquit, Reader
from edition.speech.marks import Quoted
from edition.speech.naming import LAST, level, named, titled, word_count
from edition.speech.paragraphs import Paragraph
from edition.speech.passage import Passage

_INQUIT_ENDS = regex(r"\s*(?:[.,;:—–-]|$|[^\W\d_]+ly\b|(?:to|at|in|with|as|again|then)\b)")
_CALLED = 6  # words: what is called something is called no more than that
_COINED = 3  # words of a term or a phrase held at arm's length; more are somebody's words
_BEFORE = 60  # characters before a phrase that may say what it is called
_TERM = "a phrase"
_CLOSE_ADDRESS = regex(r"\b(?:I|you|we|your|my|our|me|us|ich|wir|mein|ihr|du|je|nous|vous|moi|tu)\b")


class Classifier:
    """Gives each quotation its kind and, where there is one, the inquit that goes with it."""

    def __init__(self, reader: Reader, dialogic: bool) -> None:
        self.reader, self.language, self.dialogic = reader, reader.language, dialogic

    def run(self, paragraphs: list[Paragraph]) -> None:
        """Classify all quotations; what is a title once is one wherever it is quoted."""
        for paragraph in paragraphs:
            if paragraph.quotes:
                self._passage(paragraph.passage, paragraph)
        every = [(_name_of(p, q), q) for p in paragraphs for top in p.quotes for q in (top, *_all(top))]
        levels = {name: level(q.why, self.language) for name, q in every if q.kind == "title"}
        for name, quoted in every:
            if name in levels and quoted.kind in ("soCalled", "q", "title"):
                quoted.kind, quoted.attrs["level"] = "title", levels[name]
        used = Counter(name.lower() for name, _ in every)
        for name, quoted in every:  # what is quoted again and again, word for word, is a term
            if quoted.kind == "q" and quoted.why == _TERM and used[name.lower()] > 1:
                quoted.kind = "soCalled"

    def _passage(self, passage: Passage, paragraph: Paragraph) -> None:
        previous: Quoted | None = None
        for k, quoted in enumerate(passage.quotes):
            following = passage.quotes[k + 1] if k + 1 < len(passage.quotes) else None
            self._one(passage, quoted, previous, following, paragraph)
            if quoted.inner:
                self._passage(paragraph.inside(quoted), paragraph)
            if not quoted.comment:
                previous = quoted

    def _one(
        self, passage: Passage, quoted: Quoted, previous: Quoted | None, following: Quoted | None, paragraph: Paragraph
    ) -> None:
        start, end = quoted.start - passage.base, quoted.end - passage.base
        floor = max(passage.sentence(start), previous.end - passage.base if previous else 0)
        limit = following.start - passage.base if following else len(passage.text)
        inner = passage.plain[quoted.istart - passage.base : quoted.iend - passage.base].strip()
        if quoted.family == "dash":
            quoted.kind, quoted.inquit = "said", self._within(passage.plain, start)
            quoted.why = "after" if quoted.inquit else "alone"
            return
        if quoted.continues:
            quoted.kind, quoted.why = "said", "continues"
            quoted.inquit = self.reader.after(passage.text, end, limit)
            return
        if quoted.comment:
            quoted.kind, quoted.why = named(passage, start, end, inner, self.language)
            if not quoted.kind:
                quoted.kind, quoted.why = self._phrase(passage, start, inner)
            return
        quoted.kind, quoted.why = named(passage, start, end, inner, self.language)
        if quoted.kind:
            return
        if quoted.closed and inner[-1:].isalnum() and passage.text[end : end + 1] in (".", "!", "?", ","):
            inner += passage.text[end]  # the habit of setting the point behind the mark
        found = self._inquit(passage, quoted, start, end, floor, limit, inner, previous)
        if found:
            quoted.inquit, quoted.why = found
            quoted.kind = "quote" if quoted.inquit.verb == "write" else "said"
            return
        if quoted.mark in "«»" and self.language.inquit_inside:
            quoted.inquit = self._within(passage.plain[:end], start)
            if quoted.inquit:
                quoted.kind, quoted.why = "said", "after"
                return
        if previous and self._goes_on(passage, previous, start, inner):
            quoted.kind, quoted.why = previous.kind, "goes-on"
            return
        if paragraph.kind == "head":
            quoted.kind, quoted.why = "q", _TERM  # a heading quotes names and words; nobody speaks in it
            return
        quoted.kind, quoted.why = self._by_form(passage, start, end, floor, inner, paragraph)

    def _within(self, text: str, start: int) -> Inquit | None:
        """The inquit inside a turn that a dash opens: `―Sick, Fleming said, because …`."""
        for match in re.finditer(r"[,.!?…](?=\s)", text[start : start + 400]):
            at = start + match.end()
            inquit = self.reader.after(text, at, min(len(text), at + 120))
            if inquit and inquit.subject and inquit.subject.text == "self" and inquit.word in self.language.bases:
                continue  # "I say" is said, and says nothing of who speaks
            if (
                inquit
                and inquit.verb == "say"
                and inquit.subject
                and re.match(r"\W*(?:[.,;:!?]|$|\s\w+ly\b|\s(?:to|again|at|in|with)\b)", text[inquit.end :])
            ):
                return inquit
        return None

    # -- inquits --------------------------------------------------------------------------------------------------

    def _inquit(
        self,
        passage: Passage,
        quoted: Quoted,
        start: int,
        end: int,
        floor: int,
        limit: int,
        inner: str,
        previous: Quoted | None,
    ) -> tuple[Inquit, str] | None:
        pointed = inner[-1:] in ",.!?;:…—–-'’”\"" or not quoted.closed or passage.text[end : end + 1] == ","
        before = self._before(passage, start, floor, inner)
        if before and previous and previous.why == "after" and previous.inquit and before.end <= previous.inquit.end:
            before = None  # that inquit belongs to the words before it
        if before and passage.text[floor:start].rstrip()[-1:] == ":":
            return before, "before"
        if pointed:
            after = self.reader.after(passage.text, end, limit)
            if after and after.subject and after.subject.sort == "writing" and passage.text[after.start].islower():
                return Inquit("write", after.word, after.start, after.end, after.subject), "after"
            if after and self._speaks(after) and not self._new_sentence(passage, after, inner, limit):
                return replace(after, verb="say"), "after"
        return (before, "before") if before else None

    @staticmethod
    def _speaks(after: Inquit) -> bool:
        """Whether an inquit is of speaking; to read is, where a person does it (`he read`)."""
        person = after.subject is not None and after.subject.sort in ("pronoun", "names")
        return after.verb != "write" or (person and after.word in ("read", "reads"))

    def _new_sentence(self, passage: Passage, after: Inquit, inner: str, limit: int) -> bool:
        """Whether what looks like an inquit is a sentence of its own: `"…" He said: "…"`, `"…" The letter notes it.`"""
        text, end = passage.text, after.end
        if not text[after.start].isupper():
            return False
        between = text[end:limit]
        if limit < len(text) and between.rstrip()[-1:] == ":" and len(between) < 60:
            return True
        name = self.reader.names.at(text, after.start) is not None
        return not name and inner[-1:] in ".!?" and not _INQUIT_ENDS.match(text, end)

    def _before(self, passage: Passage, start: int, floor: int, inner: str) -> Inquit | None:
        lead = passage.text[floor:start].rstrip()
        if not lead.strip():
            return self._told(passage, floor, inner)
        inquit = self.reader.before(passage.text, max(floor, start - 400), start)
        point = lead[-1:]
        sentence = bool(re.match(r"[^\W\da-zß-ÿ_]", inner)) and word_count(inner, 2) > 1
        if inquit is None:
            if point == ":" and sentence and not re.search(r"[.!?]", lead[:-1][-1:]):
                return self._colon(passage, floor, start, inner)
            return None
        last = LAST.search(lead)
        word = last.group(1).lower() if last else ""
        between = passage.text[inquit.end : start]
        if point in ":,—–" or lead.endswith("--"):
            near = point == ":" or len(between) < 60
            return inquit if near and (point == ":" or sentence or inner[-1:] in ",.!?") else None
        if word == inquit.word or word in self.language.that:
            return inquit
        that = re.match(r"\s*(?:\w+\s+){0,4}(?:that|daß|dass|que)\b", between)
        if inquit.verb == "say" and that and word_count(inner, 2) > 1:
            return inquit
        if (
            inquit.verb == "write"
            and (not between.strip() or (len(between) < 30 and word_count(inner, 4) > 3))
            and not inquit.passive
            and (point != "." or lead.endswith("..."))
        ):
            return inquit
        return None

    def _told(self, passage: Passage, floor: int, inner: str) -> Inquit | None:
        """`Krotov told me the secret. "First, …"`: a sentence about telling, and then what was told."""
        k = bisect_right(passage.sentences, floor - 1) - 1
        if k < 0 or not re.search(r"[.!?]", inner) or word_count(inner, 4) < 4:
            return None
        start = passage.sentences[k]
        told = re.search(r"\b(?:told|tells|erzählte|raconta)\b", passage.text[start:floor])
        if told and "\u2022" not in passage.text[start:floor]:
            inquit = self.reader.before(passage.text, start, start + told.end())
            return inquit if inquit and inquit.subject else None
        return None

    def _colon(self, passage: Passage, floor: int, start: int, inner: str) -> Inquit | None:
        words = self.reader.words(passage.text, floor, start - 1)
        writing = [word for word in words if word.low in self.language.written]
        if writing:
            return Inquit("write", writing[-1].low, writing[-1].start, writing[-1].end, None)
        if not (self.dialogic or re.search(r"[!?]", inner) or _CLOSE_ADDRESS.search(inner)) or (
            passage.inside and not words
        ):
            return None
        subject = self.reader.subject(passage.text, words, len(words))
        return Inquit("say", "", floor, start, subject) if subject and subject.sort in ("names", "pronoun") else None

    # -- without an inquit ----------------------------------------------------------------------------------------

    def _goes_on(self, passage: Passage, previous: Quoted, start: int, inner: str) -> bool:
        """Whether these words go on after a break: an inquit, a comment, or "and"."""
        if previous.kind not in ("said", "quote") or (passage.inside and previous.kind == "quote"):
            return False
        gap = passage.text[previous.end - passage.base : start]
        if previous.inquit and previous.why == "after" and previous.inquit.end <= start + passage.base:
            tail = gap.rstrip()[-1:]
            return tail in ",;:—–-" or (len(gap) < 250 and bool(re.match(r"[^\W\d_]", inner)))
        if (
            re.search(r"[,;]?\s*\b(?:and|but|or|und|aber|et|mais)\s*$", gap)
            and len(gap) < 60
            and word_count(inner, 2) > 1
        ):
            return True
        if not gap.strip(" .,") and previous.kind == "said":
            return (
                "(" in passage.plain[previous.end - passage.base : start]
            )  # else: closed and opened again, by another
        several = self.dialogic or word_count(inner, 2) > 1  # a word alone is a name or a term
        return several and previous.kind == "said" and self._sentence(inner) and (self.dialogic or len(gap) < 120)

    def _sentence(self, inner: str) -> bool:
        upper = bool(re.match(r"[\W_]*[^\W\da-zß-öø-ÿ_]", inner))
        return (
            word_count(inner, 1) > 0
            and bool(re.search(r"[.!?…—–-][\"'”’)_]*$", inner))
            and (upper or inner.startswith(("...", "…", "--", "—")))
        )

    def _by_form(
        self, passage: Passage, start: int, end: int, floor: int, inner: str, paragraph: Paragraph
    ) -> tuple[str, str]:
        count = word_count(inner, _CALLED + 1)
        lead = passage.text[floor:start].strip(" \u2022-–—")
        alone = not lead
        sentence = self._sentence(inner)
        opens = passage.base == 0 and start <= paragraph.content[0]
        before = LAST.search(passage.plain[max(0, start - 40) : start])
        if (
            before
            and before.group(1).lower() in self.language.written
            and (titled(inner, self.language) or inner[-1:] in ".!?")
            and count > 1
        ):
            return "quote", "on what is named before it"
        noun = re.match(r"[\s,]*(?:is|was|are|were)\s+(?:\w+\s+){0,3}(\w+)", passage.text[end : end + 60])
        if sentence and noun and noun.group(1).lower() in ("question", "form", "answer", "cry", "reply", "slogan"):
            return "said", "named as speech"
        if sentence and alone and (self.dialogic or opens or _CLOSE_ADDRESS.search(inner) or inner[-1:] in "!?"):
            if self.dialogic or _CLOSE_ADDRESS.search(inner) or inner[-1:] in "!?":
                return "said", "alone" if opens else "beat"
            return "quote", "a sentence without a speaker"
        if opens and self.dialogic and (count > 1 or inner[-1:] in "!?,."):
            return "said", "alone"
        if inner[-1:] in "!?" and count >= 3:
            return "said", "exclaimed"
        if self.dialogic and sentence and count > 2 and not passage.inside:
            return "said", "beat"
        if count > _CALLED and sentence:
            return "quote", "a sentence without a speaker"
        return self._phrase(passage, start, inner)

    def _phrase(self, passage: Passage, start: int, inner: str) -> tuple[str, str]:
        """Whether a phrase is so called, or only quoted: more than a few words are somebody's.

        Unless the text calls something so, uses them as a noun, or is a story, whose narrator echoes what is said.
        """
        count, wording = word_count(inner, _CALLED + 1), self.language.wording
        before = passage.plain[max(0, start - _BEFORE) : start]
        low = inner[:1].islower()
        if count <= _CALLED and (wording.calling.search(before) or (self.dialogic and low and inner[-1:] not in "!?")):
            return "soCalled", "named so"
        if (low and count > 1 and wording.governing.search(before)) or count > _COINED + 1 or inner[-1:] in "!?":
            return "q", "undecided"
        last = LAST.search(before)
        noun = last and not before[last.end(1) :].strip() and last.group(1).lower() in self.language.articles
        return ("soCalled" if noun or count <= _COINED else "q"), _TERM


def _name_of(paragraph: Paragraph, quoted: Quoted) -> str:
    return " ".join(paragraph.text[quoted.istart : quoted.iend].strip(" .,;").split())


def _all(quoted: Quoted) -> Iterator[Quoted]:
    for inner in quoted.inner:
        yield inner
        yield from _all(inner)
