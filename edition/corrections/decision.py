"""An editor's decisions about one source: what they say, and what the rules may ask of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from edition.corrections.model import Cert, Correction
from edition.findings import Finding
from edition.records import record

Status = Literal["proposed", "accepted", "edited", "rejected", "unsure"]
Kind = Literal["ocr", "print", "encoder", "regularisation"]
Mark = Literal["gap", "surplus", "unclear", "supplied", "keep", "sic"]
Verdict = Literal["", "forbidden", "superseded", "redundant"]
_SENTENCE_END = ".!?"
# What an editor may say a line is → its kind. "text": the paragraph around it is a paragraph, and nothing in it else.
STRUCTURES = {"head": "head", "p": "p", "l": "l", "stage": "stageBlock", "speaker": "speaker", "quote": "quoteBlock",
              "byline": "byline", "dateline": "dateline", "salute": "salute", "signed": "signed", "trailer": "trailer",
              "bibl": "bibl", "note": "note", "fw": "fw", "text": "p"}


@record
class Decision:
    """One `[[correction]]` with the place it was found at: `start`, `end` as offsets, `line` where it begins.

    Which of `corrected`, `mark`, `note`, `who`, `voice` and `structure` is set says what is decided. `at`: an addition
    stands before or after the printed reading instead of replacing it. `level`: of a heading, 1 the highest. `series`:
    what it was decided with, where it was not decided by itself.
    """

    start: int
    end: int
    line: int
    printed: str
    status: Status = "accepted"
    corrected: str | None = None
    mark: Mark | Literal[""] = ""
    note: str = ""
    who: str = ""
    voice: str = ""
    structure: str = ""
    level: int = 0
    at: Literal["", "before", "after"] = ""
    kind: Kind | Literal[""] = ""
    evidence: str = ""
    cert: Cert | Literal[""] = ""
    by: str = "ed"
    date: str = ""
    why: str = ""
    source: str = ""
    reason: str = ""
    series: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was decided to be so."""
        return self.status in ("accepted", "edited")

    @property
    def edits(self) -> bool:
        """Whether it changes or marks the reading itself, and is not only a note or says who speaks."""
        return self.corrected is not None or self.mark not in ("", "keep")

    def edit(self) -> tuple[int, str, str] | None:
        """(offset, what is taken away, what is put there), common letters left out; None where it corrects nothing."""
        if self.corrected is None or self.mark:
            return None
        return essence(self.start, self.printed, self.corrected)


def essence(offset: int, printed: str, corrected: str) -> tuple[int, str, str]:
    """A change without the letters that both readings share at their ends: how two changes are compared."""
    start, end = 0, 0
    least = min(len(printed), len(corrected))
    while start < least and printed[start] == corrected[start]:
        start += 1
    while end < least - start and printed[-1 - end] == corrected[-1 - end]:
        end += 1
    return offset + start, printed[start:len(printed) - end], corrected[start:len(corrected) - end]


@record
class Decisions:
    """All decisions about one source, in the order of their places. `findings`: moved lines and the like."""

    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()
    file: str = ""

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    def __len__(self) -> int:
        return len(self.decisions)

    @cached_property
    def repeated(self) -> set[Decision]:
        """Decisions that the machine would have made; told by the rules while a text is read."""
        return set()

    def left(self) -> list[tuple[str, str]]:
        """(what, who) of each reading that was decided to stay as printed: keep, rejected, or unsure yet."""
        return [("keep" if one.mark == "keep" else one.status, one.by) for one in self.decisions
                if (one.mark == "keep" and one.stands) or (one.edits and one.status in ("rejected", "unsure"))]

    def structures(self) -> list[Decision]:
        """The decisions that say what a line is, in the order of the text."""
        return [decision for decision in self.decisions if decision.structure and decision.stands]

    def who_at(self, offset: int, end: int | None = None) -> str:
        """The value of @who decided for a speech at `offset` (or anywhere up to `end`), else nothing."""
        return self._said("who", offset, end)

    def voice_at(self, offset: int, end: int | None = None) -> str:
        """The value of @resp decided for a comment at `offset` (or anywhere up to `end`), else nothing."""
        return self._said("voice", offset, end)

    def verdict(self, correction: Correction, text: str) -> Verdict:
        """What the decisions say to a correction the machine would make.

        forbidden: the reading was confirmed, or the proposal rejected, or it is undecided. redundant: it was decided
        just so. superseded: something else was decided here.
        """
        # An addition stands between two characters: it also meets a decision that ends or begins there.
        near = self._between(correction.offset - 1, correction.end + 1)
        for decision in near:
            if _same(decision, correction):
                if decision.stands and decision.series:
                    return "superseded"  # some of a series may be the machine's, too
                if decision.stands:
                    self.repeated.add(decision)
                    return "redundant"
                return "forbidden" if decision.status != "proposed" else ""
        over = [d for d in near if d.start < correction.end and correction.offset < d.end]
        if any(_forbids(d, correction) for d in over):
            return "forbidden"
        if any(_supersedes(d, correction) for d in over):
            return "superseded"
        if correction.form == "lost" and self._gap_in_sentence(correction.offset, text):
            return "superseded"
        return ""

    @cached_property
    def _longest(self) -> int:
        return max((d.end - d.start for d in self.decisions), default=0)

    def _between(self, start: int, end: int) -> list[Decision]:
        """The decisions whose places meet start–end; they are sorted by their beginnings."""
        first = bisect_left(self.decisions, start - self._longest, key=lambda d: d.start)
        last = bisect_left(self.decisions, end, lo=first, key=lambda d: d.start)
        return [d for d in self.decisions[first:last] if d.end > start]

    def _said(self, what: Literal["who", "voice"], offset: int, end: int | None) -> str:
        for decision in self._between(offset, offset + 1 if end is None else end):
            names = decision.who if what == "who" else decision.voice
            if names and decision.stands:
                return " ".join(f"#{name}" for name in names.split())
        return ""

    def _gap_in_sentence(self, offset: int, text: str) -> bool:
        start = max(text.rfind(mark + " ", 0, offset) for mark in _SENTENCE_END)
        end = min((at for mark in _SENTENCE_END if (at := text.find(mark, offset)) >= 0), default=len(text))
        return any(d.mark == "gap" and d.stands for d in self._between(start, end))


def _same(decision: Decision, correction: Correction) -> bool:
    if correction.form in ("corr", "reg"):
        return decision.edit() == essence(correction.offset, correction.printed, correction.corrected)
    if correction.form == "lost":
        return decision.mark == "gap" and decision.at == "after" and decision.end == correction.end
    place = decision.start == correction.offset and decision.end == correction.end
    return place and decision.mark == correction.form and not decision.at


def _forbids(decision: Decision, correction: Correction) -> bool:
    if decision.mark == "keep":
        return decision.stands
    small = correction.form == "surplus" and decision.mark != "surplus"
    return decision.edits and decision.status in ("rejected", "unsure") and not small


def _supersedes(decision: Decision, correction: Correction) -> bool:
    if not decision.stands or not decision.edits:
        return False
    # A superfluous passage may hold readings that are decided one by one, and the reverse.
    return (decision.mark == "surplus") == (correction.form == "surplus")
