"""Notes in brackets that say they are notes, wherever they stand: `[Footnote 3: …]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.notes.making import LABEL, note_attributes, note_spans
from edition.layout import Line, lines
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

# What the makers of electronic texts call a note, by language.
WORDS = ("footnote", "note", "endnote", "fn",           # English, French
         "fußnote", "fussnote", "anmerkung", "anm",     # German
         "nota", "voetnoot", "noot",                    # Italian, Spanish, Portuguese; Dutch
         "fotnote", "fotnot", "alaviite", "viite")      # Danish, Norwegian; Swedish; Finnish
OPEN = regex(rf"\[(?<!\[\[)[ ]?(?:{'|'.join(WORDS)})(?:s|en)?(?![^\W\d_])\.?[ \t]*"
             r"(?:(?!(?![ivxlc]+\b)[^\W\d_]{3})([^\s\]:\[]{1,6}?)[ \t]?)?[:.][ \t]*\n?", re.IGNORECASE)
_BRACKET = regex(r"[\[\]]")
_LONGEST = 30_000  # characters of a note: a bracket that closes later closes something else


def _closing(text: str, start: int, limit: int) -> int:
    """Behind the bracket that closes the one before `start`; -1 where none does."""
    depth = 1
    for match in _BRACKET.finditer(text, start, limit):
        depth += 1 if match[0] == "[" else -1
        if not depth:
            return match.end()
    # One left open inside: the note ends with the last bracket at a paragraph's end.
    end = text.find("]\n\n", start, limit)
    return end + 1 if end >= 0 else -1


def _found(context: Context) -> list[tuple[re.Match[str], int]]:
    """Each note: how it opens, and behind its bracket."""
    return list(_notes(context.document()))


def _notes(view: View) -> Iterator[tuple[re.Match[str], int]]:
    match = OPEN.search(view.text) if "[" in view.text else None
    while match:
        following = OPEN.search(view.text, match.end())
        limit = min(following.start() if following else len(view.text), match.end() + _LONGEST)
        end = _closing(view.text, match.end(), limit)
        if end > match.end() + 1:
            yield match, end
        match = following


def _bracketed_notes(context: Context) -> Iterator[Span]:
    view = context.document()
    for match, end in context.once(_found):
        label, base = match[1] or "", match.start()
        attrs = note_attributes(context, label, "end", view.origin(base))
        if not label and view.text[max(0, base - 80):base].rpartition("\n")[2].strip():
            attrs = (("place", "inline"), ("type", "footnote"))  # in the middle of a line: it stands where it belongs
        elif not label:
            attrs += ((LABEL, "*"),)  # one that says no number is called by a star, if at all
        own = [line._replace(start=line.start + base, end=line.end + base) for line in lines(view.text[base:end])]
        yield from note_spans(context, view, base, match.end(), own or [Line(base, end, 0, 0, 0, False)],
                              "bracketed-note", attrs, 1)


def _score(context: Context) -> Score:
    count = len(context.once(_found))
    return Score(1.0, f"{counted(count, 'note')} in brackets that say so") if count else NO


BRACKETED_NOTES = Convention(
    "bracketed-notes",
    "A bracket that says it is a note holds one, in the text, after a paragraph, a chapter or the book.",
    "It is so.[1]\\n\\n[Footnote 1: But not always.]",
    (Rule("bracketed-note", "a note in brackets", "[Footnote 1: But not always.]", _bracketed_notes, WORDS),
     Rule("note-paragraph", "one of several paragraphs of a note", "1 The note.\\n\\nIts second paragraph.",
          lambda _: ())),
    _score,
)
