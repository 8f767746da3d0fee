"""The paragraphs of a document as the reading of speech sees them: what is quoted, and the narration around it."""

from __future__ import annotations

from edition.records import cached, field, mutable
from edition.regex import regex
from edition.rules import Context
from edition.speech.marks import Quoted, Token
from edition.speech.passage import Passage
from edition.view import View

# TEI has no speech in a bibl, a dateline, a salute or a description of a figure.
_DITTO = regex(r"(?:\A|\s)[\"“”„](?=\s|\Z)")  # a sign for what stands above, in a table
TEXT_KINDS = ("p", "ab", "note", "item", "cell", "quoteBlock", "l", "head")
_TEXT = frozenset(TEXT_KINDS)
_SEPARATORS = frozenset(("head", "div", "milestone", "trailer"))
_WHITE = "\n\t\r\f\v"


@mutable
class Paragraph:
    """One block of running text. `place`: its number; `apart`: whether a heading or the like stands before it.

    `turn`: the place (in context.spans) of the labelled turn that holds it, or -1. `first`: it begins that turn.
    `note`: where the note begins that holds it, or -1.
    """

    view: View
    place: int
    apart: bool = False
    turn: int = -1
    first: bool = False
    note: int = -1
    quotes: list[Quoted] = field(default_factory=list)
    unopened: list[Token] = field(default_factory=list)
    _inside: dict[int, Passage] = field(default_factory=dict)

    @cached
    def text(self) -> str:
        """The text with every white space a blank (offsets are the view's)."""
        text = self.view.text
        for white in _WHITE:
            text = text.replace(white, " ")
        return text

    @property
    def kind(self) -> str:
        return self.view.span.kind

    @cached
    def passage(self) -> Passage:
        """The paragraph's own words; asked when its quotations are known."""
        return Passage(self.text, self.quotes, 0, False)

    def inside(self, quoted: Quoted) -> Passage:
        """The words of a quotation in it."""
        found = self._inside.get(id(quoted))
        if found is None:
            words = self.text[quoted.istart : quoted.iend]
            found = self._inside[id(quoted)] = Passage(words, quoted.inner, quoted.istart, True)
        return found

    @property
    def masked(self) -> str:
        """The narration: quoted words and comments in parentheses are masked, but for a final point."""
        return self.passage.text if self.quotes or "(" in self.text else self.text

    def sentence(self, at: int) -> int:
        """The beginning of the sentence in which `at` stands."""
        return self.passage.sentence(at)

    @cached
    def content(self) -> tuple[int, int]:
        """Where the words of the paragraph begin and end."""
        stripped = self.text.strip()
        start = self.text.find(stripped[:1]) if stripped else 0
        return start, start + len(stripped)


def collect(context: Context) -> list[Paragraph]:
    """The blocks of a document that may hold speech, in document order, with what separates them noted."""
    found = {(view.span.start, view.span.end, view.span.kind): view for view in context.views(*TEXT_KINDS)}
    paragraphs: list[Paragraph] = []
    apart, turn, turn_end, first = True, -1, -1, False
    note, note_end = -1, -1
    for place, span in enumerate(context.spans):
        start, end, kind = span[0], span[3], span[4]
        if start >= turn_end:
            turn = -1
        if kind == "sp":
            turn, turn_end, first = place, end, True
        parts = kind in _SEPARATORS
        apart = apart or parts
        if kind not in _TEXT:
            continue
        if kind == "note":
            note, note_end = start, end
        view = found.get((start, end, kind))
        if view is None or (kind == "head" and '"' not in view.text and "“" not in view.text):
            continue
        if kind == "cell" and _DITTO.search(view.text):
            continue
        paragraphs.append(Paragraph(view, len(paragraphs), apart, turn, first, note if start < note_end else -1))
        apart, first = parts, False
    return paragraphs
