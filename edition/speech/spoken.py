"""What the reading of speech hands on: claims in the making, and quotation marks that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from edition.records import record
from edition.speech.marks import Quoted
from edition.speech.mending import missing_mark
from edition.speech.paragraphs import Paragraph
from edition.tree import Span


@record
class MissingMark:
    """A quotation mark the printer left out.

    `offset`: the source character next to it; `side`: the mark stands `before` or `after` that character; `mark`;
    `reason` in words; `cert`; `start`/`end`: the characters an `insertion` should cover, so that it nests directly
    in the element whose mark is missing.
    """

    offset: int
    side: Literal["before", "after"]
    mark: str
    reason: str
    cert: str
    start: int
    end: int


@record
class Spoken:
    """A claim in the making: view offsets in one paragraph."""

    paragraph: Paragraph
    start: int
    end: int
    kind: str
    rule: str
    attrs: dict[str, str]

    def claim(self) -> Span:
        """The claim on the source."""
        return self.paragraph.view.claim(self.kind, self.start, self.end, self.rule, tuple(self.attrs.items()))


def pointers(ids: tuple[str, ...]) -> str:
    """The value of @who for these persons."""
    return " ".join(f"#{who}" for who in ids)


def missing(paragraphs: list[Paragraph]) -> Iterator[MissingMark]:
    """The marks that are missing in a document, in the order of its paragraphs."""
    for paragraph in paragraphs:
        for quoted in paragraph.quotes:
            if quoted.reason:
                yield _missing(paragraph, quoted)


def _missing(paragraph: Paragraph, quoted: Quoted) -> MissingMark:
    """An insertion covers the first or last character; more, where something quoted inside has the same edge."""
    side, mark = missing_mark(quoted)
    origin = paragraph.view.origin
    if side == "after":
        low = min([quoted.end - 1, *(q.start - 1 for q in quoted.inner if q.end == quoted.end)])
        end = origin(quoted.end - 1)
        return MissingMark(end, "after", mark, quoted.reason, quoted.cert, origin(low), end + 1)
    high = max([quoted.start + 1, *(q.end + 1 for q in quoted.inner if q.start == quoted.start)])
    start = origin(quoted.start)
    return MissingMark(start, "before", mark, quoted.reason, quoted.cert, start, origin(high - 1) + 1)
