"""Parentheses around speech: comments put between a speaker's sentences, asides beside them, glosses of a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from edition.regex import regex
from edition.speech.language import Language
from edition.speech.marks import Quoted
from edition.speech.names import Names
from edition.speech.paragraphs import Paragraph

_BRACKETS = regex(r"[()]")
_ENDS = regex(r"[.!?…][\"'”’]?$")
_SENTENCE_BEFORE = regex(r"[.!?…][\"'”’)]*\s*[.,]?\s*$|[\"”»]\s*[.,]?\s*$|^\s*$")
_ABBREVIATION = regex(r"(?:[A-ZÀ-Þ]\.\s?){2,}$|\b[A-Z]{2,6}$")
_WORDS = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_OWNER = regex(r"['’]s?$")
_FEWEST_BESIDE = 3  # comments beside speech that show the habit; two of them outside its marks
_SPEECHES_EACH = 12  # speeches to a comment: in novels that have parentheses there are more
_LONGEST_REFERENCE = 120  # characters
_LONGEST_APPOSITION = 12  # words

Misread = Callable[[str], list[tuple[int, int]]]


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
    """Finds comments. `misread`: where a paragraph has a parenthesis whose closing bracket was read as a comma.

    `beside` counts the comments in whole sentences that stand between the sentences of a speech or right behind it,
    `behind` those behind it: only they are surely no words of the speaker.
    """

    def __init__(self, paragraphs: list[Paragraph], names: Names, language: Language, misread: Misread) -> None:
        self.names, self.language, self.misread = names, language, misread
        self.found: dict[int, list[Bracket]] = {}
        self.beside = self.behind = self.speeches = 0
        for paragraph in paragraphs:
            spoken = [q for q in paragraph.quotes if q.kind in ("said", "quote")]
            self.speeches += len(spoken)
            if "(" in paragraph.text and paragraph.kind != "note":
                self.found[paragraph.place] = list(self._paragraph(paragraph, spoken))

    @property
    def habit(self) -> bool:
        """Whether the document comments on what it quotes, sentence by sentence."""
        enough = self.beside >= _FEWEST_BESIDE and self.behind >= _FEWEST_BESIDE - 1
        return enough and self.beside * _SPEECHES_EACH >= self.speeches

    def of(self, place: int) -> Iterator[Bracket]:
        """The comments, glosses and references of one paragraph."""
        return iter(self.found.get(place, ()))

    def _paragraph(self, paragraph: Paragraph, spoken: list[Quoted]) -> Iterator[Bracket]:
        text, k = paragraph.text, 0
        closed = brackets(text)
        for start, end in sorted([*closed, *self.misread(text)]):
            while k < len(spoken) and spoken[k].end <= start:
                k += 1
            around = k < len(spoken) and spoken[k].start < start and end <= spoken[k].end
            inner, before = text[start + 1 : end - 1].strip(), text[max(0, start - 60) : start]
            sort, cert = self._sort(inner, before, around or paragraph.turn >= 0)
            if not sort:
                continue
            behind = k > 0 and not around and not text[spoken[k - 1].end : start].strip(" .,;:—–-")
            if sort == "comment" and _ENDS.search(inner):
                self.beside += around or behind
                self.behind += behind
            aside = sort == "comment" and not around and paragraph.turn < 0
            yield Bracket(start, end, "seg" if aside else "comment", sort, cert)

    def _sort(self, inner: str, before: str, inside: bool) -> tuple[str, str]:
        """(type, certainty) of a parenthesis; `inside`: it stands in a speech, where it may be the speaker's own."""
        wording = self.language.wording
        if not inner:
            return "", ""
        if wording.referring.match(inner) and len(inner) < _LONGEST_REFERENCE:
            # To another place of the same text, or to a book, an author refers in his own words.
            return ("reference", "") if wording.month.search(inner) else ("", "")
        if (inner[:1].isupper() or inner[:1] in "\"“'‘") and _ENDS.search(inner):
            apart = _SENTENCE_BEFORE.search(before) or (not inside and inner[-1:] in "!?")
            return ("comment", "") if apart else ("", "")
        words = _WORDS.findall(inner)
        if not inside and (wording.opining.search(inner) or (wording.arguing.match(inner) and len(words) > 4)):
            return "comment", ""
        gloss = self._gloss(inner, words, before, inside)
        return ("gloss", gloss) if gloss else ("", "")

    def _gloss(self, inner: str, words: list[str], before: str, inside: bool) -> str:
        """The certainty with which a parenthesis explains the word before it; "" where that is undecided.

        `He (Stalin)`, `their rights (that is, of …)`, `the N. T. U. (the … Board)`; outside speech also `Our (the
        Opposition's)`, `the Centro-Soyuz (where …)`, `the document (the talk between …)`.
        """
        language = self.language
        last = re.search(r"([^\W\d_]+)\W*$", before)
        word = last.group(1).lower() if last else ""
        touching = before.rstrip()[-1:].isalpha()
        named = [w for w in words if self.names.is_name(_OWNER.sub("", w))]
        owner = word in language.possessives or word in language.pronouns
        if word in language.pronouns and named and len(words) < 6:
            return "medium"
        if language.wording.restating.match(inner):
            return "medium"
        if _ABBREVIATION.search(before.rstrip()) and len(words) > 2:
            return "medium"
        if inside:
            few = len(words) in (2, 3) and named and any(w.islower() and len(w) > 3 for w in words)
            return "low" if few and touching else ""
        if not touching or _ENDS.search(inner):
            return ""
        if language.wording.relating.match(inner) and len(words) > 2:
            return "medium"
        if owner and _OWNER.search(inner) and len(words) < 6:
            return "medium"
        apposed = words[:1] and words[0].lower() in language.articles and 1 < len(words) <= _LONGEST_APPOSITION
        return "medium" if apposed and word not in language.verbs and "," not in inner else ""
