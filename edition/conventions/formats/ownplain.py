"""What this tool writes around a text in plain text: header, marks of start and end, the transcriber's note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span, whole

# As edition/rendering/plaintext.py writes them; between the end of the text and the transcriber's note stand the notes.
_START = regex(r"^\*\*\* START OF TEXT \*\*\*$", re.M)
_END = regex(r"^\*\*\* END OF TEXT \*\*\*$", re.M)
_NOTES = regex(r"\n{3}NOTES\n(?:\n(?!\[)[^\n]+(?:\n[^\n]+)*\n)?(?=\n)")  # and whose they are
_REGISTER = regex(r"\n{3}TRANSCRIBER'S NOTE\n(?=\n)")
_PARAGRAPH = regex(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_HEAD = 10_000  # characters that a header may have


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The header with the line that ends it; the line that ends the text; the title of the notes; what is behind."""
    start = _START.search(text, 0, _HEAD)
    end = _END.search(text, start.end()) if start else None
    if not (start and end):
        return
    yield 0, start.end()
    yield end.span()
    if notes := _NOTES.match(text, end.end()):
        yield notes.span()
    if register := _REGISTER.search(text, end.end()):
        yield register.start(), len(text)


def _around(context: Context) -> Iterator[Span]:
    text = context.text
    for start, end in _parts(text):
        paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end)]
        if start == 0 or end == len(text):
            yield whole(paragraphs[0][0], paragraphs[-1][1], "div", "around", (("type", "boilerplate"),))
        for paragraph in paragraphs:
            yield whole(*paragraph, "fw", "around", (("type", "boilerplate"),))


def _score(context: Context) -> Score:
    return Score(1.0, "the lines in which a text of this tool starts and ends") if any(_parts(context.text)) else NO


OWN_PLAIN_TEXT = Convention(
    "own-plain-text",
    "What `edition render --to txt` writes before and behind a text belongs to the file and not to the text.",
    "*** START OF TEXT ***\\n\\nText.\\n\\n*** END OF TEXT ***",
    (Rule("around", "the header, the lines of start and end, the transcriber's note",
          "*** START OF TEXT ***\\n\\nText.\\n\\n*** END OF TEXT ***", _around),),
    _score,
)
