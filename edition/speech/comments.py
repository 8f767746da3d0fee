"""Parentheses around speech: comments put between a speaker's sentences, asides beside them, glosses of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.speech.language import Language
from edition.speech.marks import Quoted
from edition.speech.names import Names
from edition.speech.paragraphs import Paragraph

_OPEN = re.compile(r"\(")
_BRACKETS = re.compile(r"[()]")
_ENDS = re.compile(r"[.!?…][\"'”’]?$")
_BEFORE_ENDS = re.compile(r"[.!?…,:;—–-][\"'”’)]*\s*[.,]?\s*$|^\s*$")
_SENTENCE_BEFORE = re.compile(r"[.!?…][\"'”’)]*\s*[.,]?\s*$|[\"”»]\s*[.,]?\s*$|^\s*$")
_REFERENCE = re.compile(r"(?:see|cf\.|compare|vide|vgl\.|siehe|s\.|voir|cp\.)\s", re.IGNORECASE)
_THAT_IS = re.compile(r"(?:that is|i\.\s?e\.|d\.\s?h\.|das heißt|c'est-à-dire|namely|viz\.)[\s,]", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[A-ZÀ-Þ]\.\s?){2,}$|\b[A-Z]{2,6}$")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Bracket(NamedTuple):
    """A parenthesis of a paragraph. `kind`: comment or seg; `sort`: its type; `cert`: "" where the form is plain."""

    start: int
    end: int
    kind: str
    sort: str
    cert: str = ""


def brackets(text: str) -> list[tuple[int, int]]:
    """The outermost parentheses that are closed, as (start, end)."""
    found, open_ = list[tuple[int, int]](), list[int]()
    for match in _BRACKETS.finditer(text):
        if match.group() == "(":
            open_.append(match.start())
        elif open_:
            start = open_.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.end()))
    return found


class Comments:
    """Finds comments; `habit` says whether the document comments on speech in sentences of their own."""

    def __init__(self, paragraphs: list[Paragraph], names: Names, language: Language) -> None:
        self.names, self.language = names, language
        self.found: dict[int, list[tuple[Bracket, bool]]] = {}
        beside = 0
        for paragraph in paragraphs:
            if "(" in paragraph.text and paragraph.kind != "note":
                spoken = [q for q in paragraph.quotes if q.kind in ("said", "quote")]
                self.found[paragraph.place] = list(self._paragraph(paragraph, spoken))
                beside += sum(near for bracket, near in self.found[paragraph.place] if bracket.sort == "comment")
        self.habit = beside >= 3

    def of(self, place: int) -> Iterator[Bracket]:
        """The comments and glosses of one paragraph."""
        for bracket, near in self.found.get(place, ()):
            if near or self.habit or bracket.sort == "reference":
                yield bracket

    def _paragraph(self, paragraph: Paragraph, spoken: list[Quoted]) -> Iterator[tuple[Bracket, bool]]:
        text, k = paragraph.text, 0
        for start, end in brackets(text):
            while k < len(spoken) and spoken[k].end <= start:
                k += 1
            around = spoken[k] if k < len(spoken) and spoken[k].start < start and end <= spoken[k].end else None
            before = spoken[k - 1] if k else None
            near = (
                around is not None
                or paragraph.turn >= 0
                or (before is not None and not text[before.end : start].strip(" .,;:—–-"))
            )
            bracket = self._one(text, start, end, around is not None or paragraph.turn >= 0)
            if bracket:
                yield bracket, near

    def _one(self, text: str, start: int, end: int, inside: bool) -> Bracket | None:
        inner, before = text[start + 1 : end - 1].strip(), text[max(0, start - 60) : start]
        if not inner:
            return None
        if _REFERENCE.match(inner) and len(inner) < 120:
            return Bracket(start, end, "comment", "reference")
        sentence = inner[:1].isupper() or inner[:1] in "\"“'‘"
        if sentence and _ENDS.search(inner):
            if inside:
                return Bracket(start, end, "comment", "comment") if _SENTENCE_BEFORE.search(before) else None
            if _SENTENCE_BEFORE.search(before) or inner[-1:] in "!?":
                return Bracket(start, end, "seg", "comment")
            return None
        if inside:
            return self._gloss(inner, before, start, end)
        return None

    def _gloss(self, inner: str, before: str, start: int, end: int) -> Bracket | None:
        """`He (Stalin)`, `their rights (that is, of …)`, `the N. T. U. (the … Board)`; the rest is undecided."""
        last = re.search(r"([^\W\d_]+)\W*$", before)
        word = last.group(1).lower() if last else ""
        words = _WORDS.findall(inner)
        named = [w for w in words if self.names.is_name(w)]
        if word in self.language.pronouns and named and len(words) < 6:
            return Bracket(start, end, "comment", "gloss", "medium")
        if _THAT_IS.match(inner):
            return Bracket(start, end, "comment", "gloss", "medium")
        if _ABBREVIATION.search(before.rstrip()) and len(words) > 2:
            return Bracket(start, end, "comment", "gloss", "medium")
        if (
            len(words) in (2, 3)
            and named
            and any(w.islower() and len(w) > 3 for w in words)
            and before.rstrip()[-1:].isalpha()
        ):
            return Bracket(start, end, "comment", "gloss", "low")
        return None
