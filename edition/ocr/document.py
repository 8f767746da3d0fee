"""A text as the search for misread words needs it: its words, how often each stands there, which of them are known."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from edition.ocr.candidates import NARROW, WIDE, Candidate, Search
from edition.ocr.confusions import confusions
from edition.ocr.lexicon import COMMON, LITERARY, NAME, RARE, RARE_NAME, UNKNOWN, Lexicon, lexicon
from edition.ocr.misreadings import Misreadings, misreadings
from edition.ocr.ngrams import NGrams, ngrams
from edition.ocr.period import modern
from edition.ocr.tokens import Token, around, tokens

SELDOM: Final = -11.5  # the logarithm of the share of a known word below which it is asked whether it fits
FREQUENT: Final = 9.0  # the logarithm of the count of a known word from which it is never asked
_BRACKETS: Final = frozenset("[](){}<>")  # an editor's, or code: recognition is not to be asked
MOST_OLD: Final = 0.34  # of the unknown words of a text that are spelt as in earlier centuries
FEW: Final = 3  # so few of them say nothing

Around = tuple[str, str, str, str]  # the word before, the one before that, the word after, the one after that


class Knowledge(NamedTuple):
    """What is known of a language."""

    lexicon: Lexicon
    ngrams: NGrams
    search: Search
    misreadings: Misreadings


@cache
def knowledge(language: str) -> Knowledge:
    """The data of a language; FileNotFoundError where the program has none."""
    words, counts = lexicon(language), ngrams(language)
    return Knowledge(words, counts, Search(words, confusions(language), counts.one), misreadings(language))


class Document:
    """A text; `context` is what the counts of words know of it, `places` where in that each word stands."""

    def __init__(self, text: str, known: Knowledge) -> None:
        self.text, self.language, self.ngrams = text, known, known.ngrams
        self.tokens, self.context, self.places = tokens(text)
        self.counts = Counter(token.word for token in self.tokens)
        self.classes = {word: self._class(word) for word in self.counts}
        unknown = [word for word, known_so in self.classes.items() if not known_so and word.isalpha()]
        self.old = {word: frozenset(w for w in modern(word) if known.lexicon.known(w) in (COMMON, LITERARY))
                    for word in unknown}
        old_spellings = sum(map(bool, self.old.values()))
        self.period = old_spellings > FEW and old_spellings > MOST_OLD * len(self.old)
        self._searched: dict[str, list[Candidate]] = {}

    def _class(self, word: str) -> int:
        """How well a word is known: by itself, by the parts of a compound, without the ending of a possessive."""
        known = self.language.lexicon.known(word)
        if known == UNKNOWN and "-" in word:
            parts = [self.language.lexicon.known(part) for part in word.split("-") if part]
            return max(parts) if all(parts) and parts else UNKNOWN
        if known == UNKNOWN and word.endswith("'s"):
            return self.language.lexicon.known(word[:-2])
        return known

    def around(self, at: int) -> Around:
        """The neighbours of a word."""
        return around(self.context, self.places[at])

    def fit(self, word: str, near: Around) -> float:
        """How usual a word is among its neighbours: the logarithm of the probability of all three sequences."""
        before, further, after, beyond = near
        seen = self.ngrams.after
        first, *rest = word.split(" ")
        last = rest[-1] if rest else first
        total = seen(first, before, further)
        if rest:
            total += seen(last, first, before)
        return total + seen(after, last, first if rest else before) + seen(beyond, after, last)

    def doubtful(self, at: int) -> bool:
        """Whether a word is worth a search."""
        token = self.tokens[at]
        word = token.word
        if token.broken or len(word) < 2 or sum(map(str.isalpha, word)) * 2 <= len(word):
            return False
        if _BRACKETS.intersection(word):
            return False
        known = self.classes[word]
        if known in (UNKNOWN, RARE, RARE_NAME):
            return True
        if known == NAME and self.text[token.start].isupper():
            return False
        return known != COMMON or self._unusual(word, at)

    def _unusual(self, word: str, at: int) -> bool:
        """Whether a known word is seldom, or was never seen beside either of its neighbours."""
        if self.ngrams.word(word) < SELDOM:
            return True
        before, _, after, _ = self.around(at)
        two = self.ngrams.two.log
        return self.ngrams.one.log(word) < FREQUENT and two(f"{before} {word}") < 0 and two(f"{word} {after}") < 0

    def candidates(self, word: str) -> list[Candidate]:
        """The candidates for a word, kept for the next time it stands in the text."""
        if word not in self._searched:
            search = self.language.search
            width = WIDE if self.classes[word] in (UNKNOWN, RARE, RARE_NAME) else NARROW
            bare = word.replace("-", "")  # the hyphen alone is no misreading: see edition.ocr.joins
            self._searched[word] = [*(c for c in search.candidates(word, width) if c.word != bare), *search.split(word)]
        return self._searched[word]

    def printed(self, token: Token) -> str:
        """A word as it is printed."""
        return self.text[token.start:token.end]
