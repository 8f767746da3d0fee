"""The paragraphs of a document as the reading of speech sees them: what is quoted, and the narration around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from edition.rules import Context
from edition.speech.marks import Quoted, Token
from edition.view import View

MASK = "\u2022"
# TEI has no speech in a bibl, a dateline, a salute or a description of a figure.
TEXT_KINDS = ("p", "ab", "note", "item", "cell", "quoteBlock", "l", "head")
_SEPARATORS = frozenset(("head", "div", "milestone", "trailer"))
_WHITE = "\n\t\r\f\v"
_BOUNDARY = re.compile(
    rf"[.!?…][\"'”’)\]{MASK}]*(?:\s+|--?|[—–])(?=[\"'“‘„«(\[{MASK}—–―]*[^\W\da-zß-öø-ÿ_])"
    rf"|[.!?][\"'”’)\]]*\s+(?=[{MASK}(])"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-ZÀ-Þ]|Mr|Mrs|Messrs|Dr|St|Hon|Rev|Prof|Gen|Col|Capt|Lieut|Sergt|vs|No"
    r"|Nr|bzw|Hr|Fr|MM|Mme)$"
)


@dataclass
class Paragraph:
    """One block of running text. `place`: its number; `apart`: whether a heading or the like stands before it.

    `turn`: the place (in context.spans) of the labelled turn that holds it, or -1. `first`: it begins that turn.
    """

    view: View
    place: int
    apart: bool = False
    turn: int = -1
    first: bool = False
    quotes: list[Quoted] = field(default_factory=list)
    unopened: list[Token] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The text with every white space a blank (offsets are the view's)."""
        text = self.view.text
        for white in _WHITE:
            text = text.replace(white, " ")
        return text

    @property
    def kind(self) -> str:
        return self.view.span.kind

    @cached_property
    def masked(self) -> str:
        """The narration: quoted words and comments in parentheses are masked, but for a final point."""
        return mask(self.text, 0, len(self.text), self.quotes)

    @cached_property
    def sentences(self) -> list[int]:
        """Where the sentences of the narration begin."""
        return sentence_starts(self.masked)

    def sentence(self, at: int) -> int:
        """The beginning of the sentence in which `at` stands."""
        return self.sentences[max(0, bisect_right(self.sentences, at) - 1)]

    @cached_property
    def content(self) -> tuple[int, int]:
        """Where the words of the paragraph begin and end."""
        stripped = self.text.strip()
        start = self.text.find(stripped[:1]) if stripped else 0
        return start, start + len(stripped)


def mask(text: str, start: int, end: int, quotes: list[Quoted]) -> str:
    """The text with quotations masked by bullets (a final point kept) and comments by blanks."""
    out, at = [text[:start]], start
    for quoted in quotes:
        if quoted.start < at:
            continue
        out.append(text[at : quoted.start])
        inner = text[quoted.start : quoted.iend].rstrip("'’” ")
        last = inner[-1:] if inner[-1:] in ".,!?;:…—-" else MASK
        out.append(MASK * (quoted.end - quoted.start - 1) + last)
        at = quoted.end
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


def collect(context: Context) -> list[Paragraph]:
    """The blocks of a document that may hold speech, in document order, with what separates them noted."""
    found = {(view.span.start, view.span.end, view.span.kind): view for view in context.views(*TEXT_KINDS)}
    paragraphs: list[Paragraph] = []
    apart, turn, turn_end, first = True, -1, -1, False
    for place, span in enumerate(context.spans):
        if span.start >= turn_end:
            turn = -1
        if span.kind in _SEPARATORS:
            apart = True
        if span.kind == "sp":
            turn, turn_end, first = place, span.end, True
        view = found.get((span.start, span.end, span.kind))
        if view is None or (
            span.kind in ("head", "dateline", "salute") and '"' not in view.text and "“" not in view.text
        ):
            continue
        paragraphs.append(Paragraph(view, len(paragraphs), apart, turn, first))
        apart, first = span.kind in _SEPARATORS, False
    return paragraphs
