"""For each word that may be misread: the readings that may have stood there, and what speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from edition.ocr.candidates import Candidate, Change, Search
from edition.ocr.confusions import confusions
from edition.ocr.lexicon import COMMON, LITERARY, NAME, RARE, RARE_NAME, UNKNOWN, Lexicon, lexicon
from edition.ocr.misreadings import Misreadings, misreadings
from edition.ocr.ngrams import NGrams, ngrams
from edition.ocr.period import modern
from edition.ocr.vetoes import FEW, MOST_OLD, Case, veto
from edition.ocr.tokens import NUMBER, Token, around, tokens

MOST: Final = 4  # readings weighed of each word
FEATURES: Final = (
    "cost", "changes", "gain", "context", "frequency", "printed frequency", "printed known", "known", "margin", "rank",
    "length", "in document", "printed in document", "capital", "initial", "unknown share", "unknown near", "signs",
    "blanks", "rivals", "before seen", "after seen", "both seen", "printed before", "printed after", "cost per letter", "old spellings",
    "old spelling", "same confusion", "unexplained", "unexplained near", "inner capital",
    "misread so", "read otherwise")


class Reading(NamedTuple):
    """One reading of one word, with what speaks for it, in the order of FEATURES."""

    word: str
    evidence: tuple[float, ...]
    veto: str
    changes: tuple[Change, ...]


class Doubt(NamedTuple):
    """A word that may be misread: characters start … end, and its readings, the likeliest first."""

    start: int
    end: int
    printed: str
    readings: list[Reading]


class Languages(NamedTuple):
    """What is known of a language."""

    lexicon: Lexicon
    ngrams: NGrams
    search: Search
    misreadings: Misreadings


def language(name: str) -> Languages:
    """The data of a language; FileNotFoundError where the program has none."""
    words = lexicon(name)
    return Languages(words, ngrams(name), Search(words, confusions(name)), misreadings(name))


class Document:
    """A text as the readings need it: its words, how often each stands there, which of them are known."""

    def __init__(self, text: str, known: Languages) -> None:
        self.text, self.language = text, known
        self.tokens, self.context, self.places = tokens(text)
        self.counts = Counter(token.word for token in self.tokens)
        self.classes = {word: self._class(word) for word in self.counts}
        unknown = sum(n for word, n in self.counts.items() if not self.classes[word] and word.isalpha())
        self.unknown = unknown / max(1, sum(n for word, n in self.counts.items() if not word[0].isdigit()))
        self.known = known.ngrams
        self._searched: dict[str, list[Candidate]] = {}
        self._best: dict[int, Candidate] = {}
        self.confused = Counter[tuple[str, str]]()
        self.old = {word: frozenset(w for w in modern(word) if known.lexicon.known(w) in (COMMON, LITERARY))
                    for word, is_known in self.classes.items() if not is_known and word.isalpha()}
        self.old_spellings = sum(map(bool, self.old.values())) / max(1, len(self.old))
        self.unexplained: list[int] = []

    def _class(self, word: str) -> int:
        known = self.language.lexicon.known(word)
        if known == UNKNOWN and "-" in word:
            parts = [self.language.lexicon.known(part) for part in word.split("-") if part]
            return max(parts) if all(parts) and parts else UNKNOWN
        if known == UNKNOWN and word.endswith("'s"):
            return self.language.lexicon.known(word[:-2])
        return known

    def near(self, word: str, around_it: tuple[str, str, str, str]) -> float:
        """How usual a word is among its neighbours: the logarithm of the probability of all three sequences."""
        before, further, after, beyond = around_it
        seen = self.known.after
        first, *rest = word.split(" ")
        last = rest[-1] if rest else first
        total = seen(first, before, further)
        if rest:
            total += seen(last, first, before)
        ahead = first if rest else before
        return total + seen(after, last, ahead) + seen(beyond, after, last)

    def doubtful(self, at: int) -> bool:
        """Whether a word is worth a search."""
        token = self.tokens[at]
        word = token.word
        if token.broken or len(word) < 2 or sum(map(str.isalpha, word)) * 2 <= len(word) or not word.isascii() and word.isupper():
            return False
        known = self.classes[word]
        if known in (UNKNOWN, RARE, RARE_NAME):
            return True
        if known == NAME and self.text[token.start].isupper():
            return False
        before, _, after, _ = around(self.context, self.places[at])
        one = self.known.one.log
        return known != COMMON or self.known.word(word) < -11.5 or (one(word) < 9 and self.known.two.log(f"{before} {word}") < 0 and
                                   self.known.two.log(f"{word} {after}") < 0)

    def candidates(self, word: str) -> list[Candidate]:
        """The candidates for a word, kept for the next time it stands in the text."""
        if word not in self._searched:
            search = self.language.search
            self._searched[word] = [*search.candidates(word), *search.split(word)]
        return self._searched[word]

    def doubts(self) -> Iterator[Doubt]:
        """The doubtful words with their readings: twice, the second time among the likeliest readings of the first."""
        doubtful = [at for at in range(len(self.tokens)) if self.doubtful(at)]
        for at in doubtful:
            ranked = self.ranked(at)
            if ranked and not self.classes[self.tokens[at].word] and ranked[0][1] - ranked[0][0] > 6:
                self._best[at] = ranked[0][2]
        seen = {(self.tokens[at].word, c) for at, c in self._best.items()}
        self.confused.update(change for _, c in sorted(seen) for change in c.changes)
        sums = [0]
        for at, token in enumerate(self.tokens):
            sums.append(sums[-1] + (not self.classes[token.word] and token.word.isalpha() and at not in self._best))
        self.unexplained = sums
        for at, c in self._best.items():
            self.context[self.places[at]] = c.word.split(" ")[0]
        for at in doubtful:
            if readings := self.readings(at):
                token = self.tokens[at]
                yield Doubt(token.start, token.end, self.text[token.start:token.end], readings)

    def ranked(self, at: int) -> list[tuple[float, float, Candidate]]:
        """The candidates for a word: what the printed word is worth, what each candidate is, the best first."""
        token = self.tokens[at]
        near = around(self.context, self.places[at])
        old = self.near(token.word, near)
        rows = [(old, self.near(c.word, near) - c.cost, c) for c in self.candidates(token.word)]
        return sorted(rows, key=lambda row: (-row[1], row[2].word))

    def readings(self, at: int) -> list[Reading]:
        """The likeliest readings of a word, each with its evidence."""
        token, ranked = self.tokens[at], self.ranked(at)
        near = around(self.context, self.places[at])
        printed, made = self.text[token.start:token.end], list[Reading]()
        rivals = sum(row[1] > ranked[0][1] - 4 for row in ranked) if ranked else 0
        one, two, three = self.known.one.log, self.known.two.log, self.known.three.log
        unknown = self._unknown_near(at)
        for rank, (old, worth, c) in enumerate(ranked[:MOST]):
            rival = ranked[1][1] if rank == 0 and len(ranked) > 1 else ranked[0][1] if rank else worth - 20
            first, last = c.word.split(" ")[0], c.word.split(" ")[-1]
            made.append(Reading(c.word, (
                c.cost, len(c.changes), worth + c.cost - old, worth + c.cost, self.known.word(first), self.known.word(token.word),
                self.classes[token.word], c.known, worth - rival, rank, len(token.word), self.counts[c.word],
                self.counts[token.word], 2 if printed.isupper() else printed[0].isupper(), token.initial, self.unknown,
                unknown, not token.word.isalpha(), " " in c.word, rivals, two(f"{near[0]} {first}"),
                two(f"{last} {near[2]}"), three(f"{near[0]} {c.word} {near[2]}"), two(f"{near[0]} {token.word}"),
                two(f"{token.word} {near[2]}"), c.cost / len(token.word), self.old_spellings,
                c.word in self.old.get(token.word, ()), self._same(at, c), self.unexplained[-1] / len(self.tokens),
                self.unexplained[min(len(self.tokens), at + 13)] - self.unexplained[max(0, at - 12)],
                not token.word.islower(), *self.language.misreadings.seen(token.word, c.word)),
                self._veto(token, c, worth + c.cost - old, worth - rival), c.changes))
        return made

    def _veto(self, token: Token, c: Candidate, gain: float, margin: float) -> str:
        if sum(map(bool, self.old.values())) > FEW and self.old_spellings > MOST_OLD:
            return "the text is spelt as in an earlier century"
        return veto(Case(self.text, token.start, token.end, token.word, c.word, self.classes[token.word], c.known, gain,
                         margin, c.word in self.old.get(token.word, ()),
                         self.language.misreadings.seen(token.word, c.word)[0]))

    def _same(self, at: int, candidate: Candidate) -> int:
        """How many other words of the text show the rarest of the confusions."""
        own = self._best.get(at)
        return min((self.confused[change] - (own is not None and change in own.changes) for change in candidate.changes),
                   default=0)

    def _unknown_near(self, at: int) -> int:
        """How many of the three words on either side are unknown."""
        return sum(not self.classes[t.word] for t in self.tokens[max(0, at - 3):at + 4]) - (not self.classes[self.tokens[at].word])


def cased(word: str, printed: str) -> str:
    """A reading in the case of the printed word."""
    letters = [c for c in printed if c.isalpha()]
    if len(letters) > 1 and sum(map(str.isupper, letters)) * 2 > len(letters) and letters[0].isupper():
        return word.upper()
    return word[0].upper() + word[1:] if printed[:1].isupper() else word
