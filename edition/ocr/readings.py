"""The readings that may have stood where a word is misread, and what speaks for each."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from edition.ocr.candidates import Candidate, Change
from edition.ocr.document import Around, Document
from edition.ocr.lexicon import NAME, RARE_NAME, UNKNOWN
from edition.ocr.ngrams import NEVER
from edition.ocr.tokens import Token
from edition.ocr.vetoes import Case, veto

MOST: Final = 4  # readings weighed of each word
NO_COST: Final = 25.0  # stands for the cost of a reading where there is none
RIVAL: Final = 4.0  # so much worse than the likeliest, a reading is no rival: a logarithm
ALONE: Final = 20.0  # by how much a reading without a rival is better
CERTAIN: Final = 6.0  # a reading so much better than an unknown word is taken for the neighbours of others
PASSAGE: Final = 12  # words on either side
MANY: Final = 4  # unknown words among them that no reading explains
TIMES: Final = 4.0  # and so many times as many as elsewhere in the text
FEATURES: Final = (
    "cost", "changes", "gain", "context", "margin", "rank", "rivals", "odds",
    "printed frequency", "printed known", "length", "printed in document", "capital", "initial", "signs",
    "printed before", "printed after", "inner capital",
    "frequency", "known", "in document", "blanks", "cost per letter", "old spelling", "same confusion", "misread so",
    "read otherwise",
    "before seen", "after seen", "both seen")

_Ranked = tuple[float, Candidate]  # what a candidate is worth: how it fits, less what its confusions cost


class Reading(NamedTuple):
    """One reading of one word, with what speaks for it, in the order of FEATURES."""

    word: str
    known: int
    gain: float  # how much better it fits among its neighbours than what is printed: a logarithm
    evidence: tuple[float, ...]
    veto: str
    changes: tuple[Change, ...]
    share: float | None = None  # how often such a reading is right, where a rule knows and no model is asked


class Weighing:
    """Weighs readings with what a first look at the text taught: the certain ones, their confusions, and what stays
    unexplained."""

    def __init__(self, document: Document, doubtful: list[int]) -> None:
        self.document = document
        self.best: dict[int, Candidate] = {}
        for at in doubtful:
            if not document.classes[document.tokens[at].word] and (ranked := self.ranked(at)):
                token = document.tokens[at]
                if ranked[0][0] - document.fit(token.word, document.around(at)) > CERTAIN:
                    self.best[at] = ranked[0][1]
        seen = {(document.tokens[at].word, candidate) for at, candidate in self.best.items()}
        self.confused = Counter(change for _, candidate in sorted(seen) for change in candidate.changes)
        self.sums = [0]
        for at, token in enumerate(document.tokens):
            unexplained = not document.classes[token.word] and token.word.isalpha() and at not in self.best
            self.sums.append(self.sums[-1] + unexplained)
        for at, candidate in self.best.items():
            document.context[document.places[at]] = candidate.word.split(" ")[0]

    def ranked(self, at: int) -> list[_Ranked]:
        """The candidates for a word with what each is worth, the best first."""
        near, fit = self.document.around(at), self.document.fit
        rows = [(fit(c.word, near) - c.cost, c) for c in self.document.candidates(self.document.tokens[at].word)]
        return sorted(rows, key=lambda row: (-row[0], row[1].word))

    def unread(self, at: int) -> tuple[float, ...]:
        """The evidence where a word has no reading: what it tells itself, and the worst of the rest."""
        near = self.document.around(at)
        fit = self.document.fit(self.document.tokens[at].word, near)
        return tuple(round(float(value), 3) for value in (
            NO_COST, 0, 0, fit, 0, MOST, 0, -NO_COST, *self._about(self.document.tokens[at], near), NEVER, 0, 0, 0,
            NO_COST, 0, 0, 0, 0, -1, -1, -1))

    def readings(self, at: int) -> list[Reading]:
        """The likeliest readings of a word, each with its evidence."""
        ranked, made = self.ranked(at), list[Reading]()
        if not ranked:
            return made
        token, near = self.document.tokens[at], self.document.around(at)
        old, rivals = self.document.fit(token.word, near), sum(worth > ranked[0][0] - RIVAL for worth, _ in ranked)
        second = ranked[1][0] if len(ranked) > 1 else ranked[0][0] - ALONE
        about = self._about(token, near)
        for rank, (worth, c) in enumerate(ranked[:MOST]):
            fit, margin = worth + c.cost, worth - (ranked[0][0] if rank else second)
            evidence = (c.cost, len(c.changes), fit - old, fit, margin, rank, rivals, worth - old, *about,
                        *self._alone(at, token, c), *self._beside(c, near))
            made.append(Reading(c.word, c.known, fit - old, tuple(round(float(value), 3) for value in evidence),
                                self._veto(at, c, fit - old, margin), c.changes))
        return made

    def _about(self, token: Token, near: Around) -> tuple[float, ...]:
        """What the printed word tells, whatever the reading."""
        document, printed = self.document, self.document.printed(token)
        two, word = document.ngrams.two.log, token.word
        return (document.ngrams.word(word), document.classes[word], len(word), document.counts[word],
                2 if printed.isupper() else printed[0].isupper(), token.initial, not word.isalpha(),
                two(f"{near[0]} {word}"), two(f"{word} {near[2]}"), not word.islower())

    def _alone(self, at: int, token: Token, c: Candidate) -> tuple[float, ...]:
        """What a reading tells beside the printed word, whatever stands around."""
        document, first = self.document, c.word.split(" ")[0]
        return (document.ngrams.word(first), c.known, document.counts[c.word], " " in c.word, c.cost / len(token.word),
                c.word in document.old.get(token.word, ()), self._same(at, c),
                *document.language.misreadings.seen(token.word, c.word))

    def _beside(self, c: Candidate, near: Around) -> tuple[float, ...]:
        """How often a reading was seen beside its neighbours."""
        first, last = c.word.split(" ")[0], c.word.split(" ")[-1]
        counts = self.document.ngrams
        return (counts.two.log(f"{near[0]} {first}"), counts.two.log(f"{last} {near[2]}"),
                counts.three.log(f"{near[0]} {c.word} {near[2]}"))

    def _veto(self, at: int, c: Candidate, gain: float, margin: float) -> str:
        document, token = self.document, self.document.tokens[at]
        return veto(Case(document.text, token.start, token.end, token.word, c.word, document.classes[token.word],
                         c.known, gain, margin, c.word in document.old.get(token.word, ()), c.cost,
                         document.language.misreadings.seen(token.word, c.word)[0], self._halved(at, c.word),
                         document.period, self._foreign(at), self._same(at, c), self._named(token, c.word)))

    def _named(self, token: Token, word: str) -> bool:
        """Whether a word has a capital within a sentence, as names have, and the reading no support in the text."""
        printed = self.document.printed(token)
        return (printed.istitle() and not token.initial and not self.document.classes[token.word]
                and word[0] == token.word[0] and not self.document.counts[word])

    def _halved(self, at: int, word: str) -> bool:
        """Whether a word may be half of one, with the last word of the line before or the first of the next."""
        return self._one(at - 1, at - 1, word) or self._one(at, at + 1, word)

    def _one(self, first: int, other: int, word: str) -> bool:
        """Whether two words with a line's end between them may be one, as printed or with a reading for its half."""
        document = self.document
        if first < 0 or first + 1 >= len(document.tokens):
            return False
        left, right = document.tokens[first], document.tokens[first + 1]
        between = document.text[left.end:right.start]
        if "\n" not in between or between.strip() not in ("", "*"):
            return False
        read = (word, right.word) if other > first else (left.word, word)
        known = document.language.lexicon.known
        if any(UNKNOWN < known(one + two) <= NAME for one, two in ((left.word, right.word), read)):
            return True
        return not document.classes[document.tokens[other].word] and other not in self.best

    def _foreign(self, at: int) -> bool:
        """Whether far more words are unknown and unexplained around a word than in the text at large."""
        around = self.sums[min(len(self.sums) - 1, at + PASSAGE + 1)] - self.sums[max(0, at - PASSAGE)]
        return around >= MANY and around * len(self.document.tokens) > TIMES * (2 * PASSAGE + 1) * self.sums[-1]

    def _same(self, at: int, candidate: Candidate) -> int:
        """How many other words of the text show the rarest of the confusions."""
        own = self.best.get(at)
        return min((self.confused[change] - (own is not None and change in own.changes)
                    for change in candidate.changes), default=0)


def cased(reading: Reading, printed: str, initial: bool) -> str:
    """A reading in the case of the printed word; a first letter that was misread tells no case."""
    word, letters = reading.word, [c for c in printed if c.isalpha()]
    if len(letters) > 1 and sum(map(str.isupper, letters)) * 2 > len(letters) and letters[0].isupper():
        return word.upper()
    if reading.known in (NAME, RARE_NAME) or word == "i" or word.startswith("i'"):
        return word[0].upper() + word[1:]
    if word[0] == printed[0].lower():
        return word if printed[0].islower() else word[0].upper() + word[1:]
    return word[0].upper() + word[1:] if initial else word
