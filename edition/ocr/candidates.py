"""The words a misread word may be: a walk through the word list along the confusions of recognition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from edition.ocr.confusions import LONGEST, Confusions
from edition.ocr.lexicon import LITERARY, ROOT, Lexicon

BEAM: Final = 24  # half-read words carried on at each letter
DEAREST: Final = 17.0  # no candidate costs more
SLACK: Final = 8.0  # nor this much more than the cheapest at the same letter
MOST_CHANGES: Final = 3
LONGEST_WORD: Final = 24
SPLIT: Final = 5.5  # the cost of a lost blank

Change = tuple[str, str]  # as printed, as it should be
_State = tuple[float, int, tuple[Change, ...]]  # the cost, the node of the word list, the changes
_Columns = list[dict[bytes, _State]]  # behind each letter of the printed word: what was read → its state


class Candidate(NamedTuple):
    """A word that may have stood there."""

    word: str
    cost: float  # minus the logarithm of the probability that it is misread so
    changes: tuple[Change, ...]
    known: int  # how well the word is known (see edition.ocr.lexicon)


class Search(NamedTuple):
    """What a search needs; `most` candidates are given, the cheapest first."""

    lexicon: Lexicon
    confusions: Confusions
    most: int = 12

    def candidates(self, word: str) -> list[Candidate]:
        """The candidates for a word in small letters, itself left out."""
        if len(word) > LONGEST_WORD:
            return []
        columns: _Columns = [{} for _ in range(len(word) + 1)]
        columns[0][b""] = (0.0, ROOT, ())
        for at in range(len(word)):
            tables = [(length, printed, table) for length in range(min(LONGEST, len(word) - at) + 1)
                      if (table := self.confusions.by_letter.get(printed := word[at:at + length]))]
            for read, state in _best(columns[at]):
                self._advance(word[at], read, state, at, tables, columns)
        return self._ended(word, columns[-1])

    def _advance(self, letter: str, read: bytes, state: _State, at: int,
                 tables: list[tuple[int, str, dict[int, tuple[tuple[bytes, float], ...]]]], columns: _Columns) -> None:
        """Carry one half-read word on: by the letter as printed, by each confusion the word list has a way for."""
        cost, node, changes = state
        lexicon, confusions, following = self.lexicon, self.confusions, columns[at + 1]
        printed, more = letter.encode("latin-1", "replace")[0], len(changes) < MOST_CHANGES
        first, last = lexicon.first[node], lexicon.first[node + 1]
        if not more:
            edge = lexicon.letters.find(printed, first, last)
            if edge >= 0:
                _keep(following, read + lexicon.letters[edge:edge + 1], (cost, lexicon.targets[edge], changes))
            return
        limit = DEAREST - cost
        any_letter = cost + confusions.any_letter if confusions.any_letter <= limit and len(changes) < 2 else 0.0
        for edge in range(first, last):
            true = lexicon.letters[edge]
            if true == printed:
                _keep(following, read + bytes((true,)), (cost, lexicon.targets[edge], changes))
            elif any_letter:
                _keep(following, read + bytes((true,)),
                      (any_letter, lexicon.targets[edge], (*changes, (letter, chr(true)))))
            for length, misread, table in tables:
                for rest, dearer in table.get(true, ()):
                    if dearer > limit:
                        break
                    target = lexicon.walk(lexicon.targets[edge], rest) if rest else lexicon.targets[edge]
                    if target < 0:
                        continue
                    whole = bytes((true,)) + rest
                    changed = (cost + dearer, target, (*changes, (misread, whole.decode("latin-1"))))
                    if length:
                        _keep(columns[at + length], read + whole, changed)
                    elif len(changes) < 2 and (onward := lexicon.step(target, printed)) >= 0:
                        _keep(following, read + whole + bytes((printed,)), (changed[0], onward, changed[2]))
        self._added(letter, read, state, at, tables, columns)

    def _added(self, letter: str, read: bytes, state: _State, at: int,
               tables: list[tuple[int, str, dict[int, tuple[tuple[bytes, float], ...]]]], columns: _Columns) -> None:
        """Signs that are printed and stood not there: what was read stays as it is."""
        cost, node, changes = state
        for length, misread, table in tables:
            for _, dearer in table.get(-1, ()):
                if length and cost + dearer <= DEAREST:
                    _keep(columns[at + length], read, (cost + dearer, node, (*changes, (misread, ""))))
        if cost + self.confusions.any_added <= DEAREST and len(changes) < 2:
            _keep(columns[at + 1], read, (cost + self.confusions.any_added, node, (*changes, (letter, ""))))

    def _ended(self, word: str, column: dict[bytes, _State]) -> list[Candidate]:
        """The half-read words that are words."""
        made = [Candidate(read.decode("latin-1"), cost, changes, self.lexicon.classes[node])
                for read, (cost, node, changes) in column.items() if self.lexicon.classes[node]]
        return sorted((c for c in made if c.word != word), key=lambda c: (c.cost, c.word))[:self.most]

    def split(self, word: str) -> Iterator[Candidate]:
        """The word as two known ones with a lost blank between them."""
        for at in range(1, len(word)):
            first, second = word[:at], word[at:]
            worst = max(self.lexicon.known(first) or 9, self.lexicon.known(second) or 9)
            if worst <= LITERARY and (at > 1 or first in "aio") and len(second) > 1:
                yield Candidate(f"{first} {second}", SPLIT + worst, (("", " "),), worst)


def _keep(column: dict[bytes, _State], read: bytes, state: _State) -> None:
    """Keep the cheaper of two ways to the same letters."""
    old = column.get(read)
    if old is None or state[0] < old[0]:
        column[read] = state


def _best(column: dict[bytes, _State]) -> list[tuple[bytes, _State]]:
    """The half-read words worth carrying on."""
    if len(column) <= 4:
        return list(column.items())
    rows = sorted(column.items(), key=lambda row: (row[1][0], row[0]))
    limit = rows[0][1][0] + SLACK
    return [row for row in rows[:BEAM] if row[1][0] <= limit]
