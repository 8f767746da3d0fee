"""The words a misread word may be: a walk through the word list along the confusions of recognition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from edition.ocr.confusions import LONGEST, Confusions
from edition.ocr.lexicon import LITERARY, ROOT, Lexicon
from edition.ocr.ngrams import Counts

MOST_CHANGES: Final = 4
MOST_GUESSES: Final = 2  # changes behind which no letter is added, lost or taken for just any other
LONGEST_WORD: Final = 24
SPLIT: Final = 5.5  # the cost of a lost blank
USUAL: Final = 0.7  # what the logarithm of the count of a word weighs against the cost, where the best are chosen
SIGN_ADDED: Final = 5.0  # the cost of a sign within a word that stands for nothing
SIGN_LETTER: Final = 7.5  # the cost of a sign that stands for any letter
_OF_WORDS: Final = "'-"  # the signs that words have

Change = tuple[str, str]  # as printed, as it should be
_State = tuple[float, int, tuple[Change, ...]]  # the cost, the node of the word list, the changes
_Rows = tuple[tuple[float, int, bytes, bytes, str], ...]  # cost, letters printed, what follows the first true one, all


class Width(NamedTuple):
    """How far a search goes."""

    beam: int  # half-read words carried on at each letter
    dearest: float  # no candidate costs more
    slack: float  # nor a half-read word this much more than the cheapest at the same letter


WIDE: Final = Width(48, 20.0, 10.0)  # for a word that no list knows
NARROW: Final = Width(16, 10.0, 6.0)  # for a known one: it is as it was written, but for a usual confusion


class Candidate(NamedTuple):
    """A word that may have stood there."""

    word: str
    cost: float  # minus the logarithm of the probability that it is misread so
    changes: tuple[Change, ...]
    known: int  # how well the word is known (see edition.ocr.lexicon)


class _Steps(NamedTuple):
    """What may stand where the next letters are printed."""

    printed: int  # the first of them
    letter: str
    read: dict[int, _Rows]  # the first true letter → the confusions, cheap first
    lost: dict[int, _Rows]  # the same for letters that are not printed before them
    added: tuple[tuple[float, int, str], ...]  # cost, letters, and what is printed where nothing stood
    any_letter: float  # the cost of any other letter


class _Columns:
    """Behind each letter of the printed word: what was read → the cheapest way to it."""

    def __init__(self, length: int, classes: bytes, width: Width) -> None:
        self.ways: list[dict[bytes, _State]] = [{} for _ in range(length + 1)]
        self.limits = [width.dearest] * (length + 1)
        self.last, self.classes, self.beam, self.slack = length, classes, width.beam, width.slack

    def keep(self, at: int, read: bytes, cost: float, node: int, changes: tuple[Change, ...]) -> None:
        """Keep a way if it is the cheapest to these letters; behind the last letter, if they are a word."""
        ways = self.ways[at]
        if at == self.last:
            if not self.classes[node]:
                return
        elif cost + self.slack < self.limits[at]:
            self.limits[at] = cost + self.slack
        old = ways.get(read)
        if old is None or cost < old[0]:
            ways[read] = (cost, node, changes)

    def best(self, at: int) -> list[tuple[bytes, _State]]:
        """The half-read words worth carrying on."""
        limit = self.limits[at]
        rows = sorted((way[0], read) for read, way in self.ways[at].items() if way[0] <= limit)
        return [(read, self.ways[at][read]) for _, read in rows[:self.beam]]


class Search:
    """Finds candidates; `most` of them are given, the best first: those that cost little and are usual words."""

    def __init__(self, lexicon: Lexicon, confusions: Confusions, counts: Counts, most: int = 12) -> None:
        self.lexicon, self.confusions, self.counts, self.most = lexicon, confusions, counts, most
        self._steps: dict[str, _Steps] = {}

    def candidates(self, word: str, width: Width = WIDE) -> list[Candidate]:
        """The candidates for a word in small letters, itself left out."""
        if not word or len(word) > LONGEST_WORD:
            return []
        columns = _Columns(len(word), self.lexicon.classes, width)
        columns.keep(0, b"", 0.0, ROOT, ())
        for at in range(len(word)):
            steps = self._next(word[at:at + LONGEST])
            for read, state in columns.best(at):
                self._advance(at, read, state, steps, columns)
        made = [Candidate(read.decode("latin-1"), cost, changes, self.lexicon.classes[node])
                for read, (cost, node, changes) in columns.ways[-1].items()]
        return sorted((c for c in made if c.word != word), key=self._worth)[:self.most]

    def _worth(self, candidate: Candidate) -> tuple[float, str]:
        """What a candidate costs, less what speaks for it as a usual word."""
        return candidate.cost - USUAL * self.counts.log(candidate.word), candidate.word

    def _next(self, printed: str) -> _Steps:
        """What may stand where some letters are printed; kept, since the same letters come again."""
        found = self._steps.get(printed)
        if found is None:
            tables = [(n, table) for n in range(1, len(printed) + 1)
                      if (table := self.confusions.by_letter.get(printed[:n]))]
            read: dict[int, list[tuple[float, int, bytes, bytes, str]]] = {}
            for n, table in tables:
                for letter, rows in table.items():
                    if letter >= 0:
                        read.setdefault(letter, []).extend(
                            (cost, n, rest, bytes((letter,)) + rest, printed[:n]) for rest, cost in rows)
            lost = {letter: tuple((cost, 0, rest, bytes((letter,)) + rest, "") for rest, cost in rows)
                    for letter, rows in self.confusions.by_letter.get("", {}).items() if letter >= 0}
            added = [(cost, n, printed[:n]) for n, table in tables for _, cost in table.get(-1, ())]
            sign = not printed[0].isalpha() and printed[0] not in _OF_WORDS
            added.append((SIGN_ADDED if sign else self.confusions.any_added, 1, printed[0]))
            found = self._steps[printed] = _Steps(
                printed.encode("latin-1", "replace")[0], printed[0],
                {letter: tuple(sorted(rows)) for letter, rows in read.items()}, lost, tuple(sorted(added)),
                SIGN_LETTER if sign else self.confusions.any_letter)
        return found

    def _advance(self, at: int, read: bytes, state: _State, steps: _Steps, columns: _Columns) -> None:
        """Carry one half-read word on: by the letter as printed, by each confusion the word list has a way for."""
        cost, node, changes = state
        first, last = self.lexicon.first[node], self.lexicon.first[node + 1]
        letters, targets, keep, limits = self.lexicon.letters, self.lexicon.targets, columns.keep, columns.limits
        edge = letters.find(steps.printed, first, last)
        if edge >= 0:
            keep(at + 1, read + letters[edge:edge + 1], cost, targets[edge], changes)
        if len(changes) >= MOST_CHANGES:
            return
        guess = len(changes) < MOST_GUESSES
        any_letter = cost + steps.any_letter
        for edge in range(first, last):
            true, target = letters[edge], targets[edge]
            if rows := steps.read.get(true):
                self._confused(at, read, state, target, rows, columns)
            if guess and true != steps.printed:
                if any_letter <= limits[at + 1]:
                    keep(at + 1, read + bytes((true,)), any_letter, target, (*changes, (steps.letter, chr(true))))
                if rows := steps.lost.get(true):
                    self._lost(at, read, state, target, rows, steps.printed, columns)
        for dearer, length, misread in steps.added:
            if cost + dearer <= limits[at + length] and (guess or dearer < self.confusions.any_added):
                keep(at + length, read, cost + dearer, node, (*changes, (misread, "")))

    def _confused(self, at: int, read: bytes, state: _State, target: int, rows: _Rows, columns: _Columns) -> None:
        """Take what is printed for other letters."""
        cost, _, changes = state
        for dearer, length, rest, whole, misread in rows:
            if cost + dearer <= columns.limits[at + length]:
                node = self.lexicon.walk(target, rest) if rest else target
                if node >= 0:
                    columns.keep(at + length, read + whole, cost + dearer, node,
                                 (*changes, (misread, whole.decode("latin-1"))))

    def _lost(self, at: int, read: bytes, state: _State, target: int, rows: _Rows, printed: int,
              columns: _Columns) -> None:
        """Put letters in that are not printed, before the printed one."""
        cost, _, changes = state
        limit = columns.limits[at + 1] - cost
        for dearer, _, rest, whole, _ in rows:
            if dearer > limit:
                return
            node = self.lexicon.walk(target, rest) if rest else target
            if node >= 0 and (node := self.lexicon.step(node, printed)) >= 0:
                columns.keep(at + 1, read + whole + bytes((printed,)), cost + dearer, node,
                             (*changes, ("", whole.decode("latin-1"))))

    def split(self, word: str) -> Iterator[Candidate]:
        """The word as two known ones with a lost blank between them."""
        for at in range(1, len(word) if len(word) <= 2 * LONGEST_WORD else 0):
            first, second = word[:at], word[at:]
            worst = max(self.lexicon.known(first) or 9, self.lexicon.known(second) or 9)
            if worst <= LITERARY and (at > 1 or first in "aio") and len(second) > 1:
                yield Candidate(f"{first} {second}", SPLIT + worst, (("", " "),), worst)
