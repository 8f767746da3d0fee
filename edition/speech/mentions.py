"""Where proper names stand: capitalised words that a text uses as names, with their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from edition.regex import regex
from edition.speech.capitals import Capitals, Saying, bare, capitals
from edition.speech.language import Language
from edition.words import Words

_WORD = regex(r"[^\W\d_]+")
_TITLED = regex(r"\.?\s+[A-ZÀ-Þ]")

_OFTEN = 3  # a common word that is so often within a sentence and has a capital may be a name: "Will"
_ARTICLE = regex(r"\b[Tt]he\s+[_*\"“‘]?\Z")  # of things, in English: "the Daily Echo", not "the Emma"
_BEFORE = 8  # characters in which it stands
_OWNERS = frozenset(("'s", "’s"))
_GAP = 3  # blanks at most between the words of a name
_new = tuple.__new__  # a novel has tens of thousands of names


class Mention(NamedTuple):
    """A name at `start:end` of a paragraph. `words`: the name without titles; `titles`: the titles before it."""

    start: int
    end: int
    titles: tuple[str, ...]
    words: tuple[str, ...]
    possessive: bool = False

    @property
    def phrase(self) -> str:
        return " ".join((*self.titles, *self.words))


_Piece = tuple[int, int, str, str]
"""Where a word of a name stands, what it is (a title, a name, an initial), and the word."""


class Mentions:
    """Finds the names of a paragraph; when first asked, the capitalised words of the whole document are counted.

    `texts`: the paragraphs that tell of speech; `rest`: all others; `words`: those of the source.
    """

    def __init__(self, texts: Sequence[str], rest: str, words: Words, language: Language) -> None:
        self.texts, self.rest, self.language, self._all = texts, rest, language, words
        self.saying = Saying(language)
        self._titles = {title.lower(): sex for title, sex in language.honorifics.items()}
        self._cache: dict[str, list[Mention]] = {}
        self._places: dict[str, dict[int, Mention]] = {}
        self._ends: dict[str, list[str]] = {}
        self._kinds: dict[str, str] = {}

    @cached_property
    def words(self) -> Capitals:
        """The words of the document."""
        return Capitals(self.texts, self.rest, self._all, self.language, self.saying)

    # -- which words are names -------------------------------------------------------------------------------------

    def alike(self, word: str) -> list[str]:
        """Other capitalised words of the document that begin and end as this one does."""
        if not self._ends:
            for other in (*self.words.middle, *self.words.first):
                self._ends.setdefault(other[:3] + other[-1], []).append(other)
        return [other for other in self._ends.get(word[:3] + word[-1], ()) if other != word]

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is used as a proper name in this text."""
        language = self.language
        if word in language.not_names or not word[:1].isupper() or (len(word) > 3 and word.isupper()):
            return False
        words = self.words
        lower, middle = words.plain.get(word.lower(), 0), words.middle.get(word, 0)
        if middle:
            if self._common(word) and middle < _OFTEN:
                return False  # "Now" at the head of a line of verse
            return middle >= lower or (word in words.saying and middle * 4 >= lower)
        given = word in language.men or word in language.women
        return (
            lower == 0
            and (given or word in words.saying)
            and word.lower() not in language.verbs
            and not self._common(word)
        )

    def _common(self, word: str) -> bool:
        low, language = word.lower(), self.language
        return (
            low in language.pronouns
            or low in language.possessives
            or low in language.everyone
            or low in language.adverbs
            or low in language.determiners
            or low in language.prepositions
            or low in language.answers
            or low in language.relatives
            or low in language.auxiliaries
        )

    # -- where names stand ----------------------------------------------------------------------------------------

    def mentions(self, text: str) -> list[Mention]:
        """The names of one paragraph in order."""
        if text not in self._cache:
            self._cache[text] = self._find(text)
        return self._cache[text]

    def at(self, text: str, start: int) -> Mention | None:
        """The name of which a word at `start` is a part (each word's start is looked up)."""
        if text not in self._places:
            self._places[text] = {
                match.start(): mention
                for mention in self.mentions(text)
                for match in _WORD.finditer(text, mention.start, mention.end)
            }
        return self._places[text].get(start)

    def _find(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        run: list[_Piece] = []
        places, kinds, ask = self.words.places.get(text), self._kinds, self._kind
        for word, start, end in capitals(text) if places is None else places:
            kind = kinds[word] if word in kinds else ask(text, word, end)
            if not kind:
                continue
            piece = start, end, kind, word
            if run:
                last = run[-1]
                if (start > last[1] + _GAP and last[2] == "name") or not _joined(text, last, piece):
                    self._close(text, run, found)
                    run = []
            run.append(piece)
        if run:
            self._close(text, run, found)
        return found

    def _kind(self, text: str, capital: str, end: int) -> str:
        word = bare(capital)
        if word.lower() in self._titles and _TITLED.match(text[end : end + 4]):
            return "title"
        if len(word) == 1:
            return "initial" if text[end : end + 1] == "." else ""
        kind = "name" if self.is_name(word) else ""
        if word.lower() not in self._titles:
            self._kinds[capital] = kind  # whatever stands behind it
        return kind

    def _close(self, text: str, run: list[_Piece], found: list[Mention]) -> None:
        """Add the mention that a run of pieces makes, if it makes one."""
        if len(run) > 1:
            self._close_several(text, run, found)
            return
        start, end, kind, word = run[0]
        if kind == "name" and not ("he" in text[max(0, start - _BEFORE) : start] and self._is_thing(text, start, end)):
            name = bare(word) if "'" in word or "’" in word else word
            stop = start + len(name)
            found.append(_new(Mention, (start, stop, (), (name,), _owns(text, stop, end))))

    def _close_several(self, text: str, run: list[_Piece], found: list[Mention]) -> None:
        start, last, end = run[0][0], *run[-1][:2]
        titles, words = _parts(run)
        if "name" not in [piece[2] for piece in run]:
            if not titles:
                found.append(Mention(start, end + 1, (), (re.sub(r"\s+", " ", text[start : end + 1]),)))
            return
        if run[0][2] == "name" and self._is_thing(text, start, end):
            return
        if run[0][2] == "initial" and self._object(text, run):
            # "of the deportation of L. D. Kruskaia said": initials end one sentence, a name begins the next
            initials = [piece for piece in run if piece[2] == "initial"]
            self._close(text, initials, found)
            run = run[len(initials) :]
            titles, words = _parts(run)
        last += len(bare(run[-1][3]))
        found.append(Mention(run[0][0], last, titles, words, _owns(text, last, end)))

    def _is_thing(self, text: str, start: int, end: int) -> bool:
        """Whether an article stands before a name and no verb of saying behind it: a group or an office has it."""
        return bool(_ARTICLE.search(text, max(0, start - _BEFORE), start)) and not self.saying.follows_next(text, end)

    def _object(self, text: str, run: list[_Piece]) -> bool:
        before = text[: run[0][0]].rstrip().rpartition(" ")[2].lower()
        return before in self.language.prepositions and self.saying.follows(text, run[-1][1])


def _parts(run: list[_Piece]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles and the other words of a name."""
    titles, words = list[str](), list[str]()
    for _, _, kind, word in run:
        if kind == "title":
            titles.append(word)
        else:
            words.append(bare(word) + ("." if kind == "initial" else ""))
    return tuple(titles), tuple(words)


def _owns(text: str, stop: int, end: int) -> bool:
    """Whether a name that ends at `stop`, printed as a word that ends at `end`, is a possessive."""
    return stop < end or text[end : end + 2] in ("' ", "’ ")


def _joined(text: str, last: _Piece, piece: _Piece) -> bool:
    """Whether a piece goes on with the name of which `last` is the last one."""
    kind, gap = last[2], text[last[1] : piece[0]]
    if kind == "name":
        return len(gap) <= _GAP and gap.isspace() and last[3][-2:] not in _OWNERS
    if last[3][-2:] in _OWNERS:
        return False
    return gap.strip() in (".", "") if kind == "title" else gap.strip() == "." and "\n\n" not in gap
