"""A level of quotation: a paragraph without what is quoted in it, or the inside of a quotation."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from edition.speech.marks import Quoted
from edition.speech.paragraphs import mask, sentence_starts


@dataclass
class Passage:
    """A paragraph or the inside of a quotation. `base`: where it begins in the paragraph; offsets are its own."""

    plain: str
    quotes: list[Quoted]
    base: int
    inside: bool

    @cached_property
    def text(self) -> str:
        """The words of this level only: what is quoted in it is masked."""
        shifted = [
            Quoted(q.start - self.base, q.end - self.base, q.family, q.mark, q.opened, q.closed) for q in self.quotes
        ]
        return mask(self.plain, 0, len(self.plain), shifted)

    @cached_property
    def sentences(self) -> list[int]:
        return sentence_starts(self.text)

    def sentence(self, at: int) -> int:
        """The beginning of the sentence in which `at` stands."""
        return self.sentences[max(0, bisect_right(self.sentences, at) - 1)]
