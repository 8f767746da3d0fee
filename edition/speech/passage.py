"""A level of quotation: a paragraph without what is quoted in it, or the inside of a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right

from edition.records import cached, mutable
from edition.regex import regex
from edition.speech.marks import Quoted

MASK = "\u2022"
_BOUNDARY = regex(
    rf"[.!?…](?:[\"'”’)\]{MASK}]*(?:\s+|--?|[—–])(?=[\"'“‘„«(\[{MASK}—–―]*[^\W\da-zß-öø-ÿ_])"
    rf"|(?<=[.!?])[\"'”’)\]]*\s+(?=[{MASK}(]))"
)
_ABBREVIATED = regex(
    r"(?:^|[\s(])(?:[A-ZÀ-Þ]|Mr|Mrs|Messrs|Dr|St|Hon|Rev|Prof|Gen|Col|Capt|Lieut|Sergt|vs|No"
    r"|Nr|bzw|Hr|Fr|MM|Mme)$"
)


@mutable
class Passage:
    """A paragraph or the inside of a quotation. `base`: where it begins in the paragraph; offsets are its own."""

    plain: str
    quotes: list[Quoted]
    base: int
    inside: bool

    @cached
    def text(self) -> str:
        """The words of this level only: what is quoted in it is masked."""
        return mask(self.plain, 0, len(self.plain), self.quotes, self.base)

    @cached
    def sentences(self) -> list[int]:
        return sentence_starts(self.text)

    def sentence(self, at: int) -> int:
        """The beginning of the sentence in which `at` stands."""
        return self.sentences[max(0, bisect_right(self.sentences, at) - 1)]


def mask(text: str, start: int, end: int, quotes: list[Quoted], base: int = 0) -> str:
    """The text with quotations masked by bullets (a final point kept) and comments by blanks.

    `base`: where the text begins in the paragraph by whose offsets the quotations stand.
    """
    out, at = [text[:start]], start
    for quoted in quotes:
        first, behind = quoted.start - base, quoted.end - base
        if first < at:
            continue
        out.append(text[at:first])
        inner = text[first : quoted.iend - base].rstrip("'’” ")
        last = inner[-1:] if inner[-1:] in ".,!?;:…—-" else MASK
        out.append(MASK * (behind - first - 1) + last)
        at = behind
    out.append(text[at:end])
    joined = "".join(out)
    if "(" in joined:
        joined = re.sub(r"\([^()]{0,600}\)", lambda m: " " * len(m.group()), joined)
    return joined


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin; initials, titles and other points of abbreviation end none."""
    starts = [0]
    for match in _BOUNDARY.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if text[match.start()] == "." and _ABBREVIATED.search(before):
            continue
        starts.append(match.end())
    return starts
