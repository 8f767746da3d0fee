"""What tells the labels of speakers from what else stands before a colon or alone on a line."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.blocks.wording import named_division, piece
from edition.conventions.turns.labels import Label
from edition.conventions.turns.words import speaks_of_himself
from edition.flow import Block, Flow
from edition.layout import ends_sentence
from edition.regex import regex
from edition.speech.offices import PARTICLES

# The least share of blocks that open a turn, by the shape of most labels: hardly anything but a speaker is printed so.
_LEAST = {"titled": 0.03, "role": 0.04, "bracketed": 0.06, "numbered": 0.15, "caps": 0.08, "initials": 0.25,
          "letter": 0.3, "name": 0.3}
_NAMED = 0.12  # the same for plain names, where the text speaks of most who bear them
_DENSE = 0.3    # of the blocks: a talk behind another text opens so many turns,
_SEVERAL = 8    # and no fewer
_PAIRS = frozenset(("aq", "qr", "af", "pr", "dr", "av", "ir", "ei", "fs", "os"))
_ASKS = frozenset("qpf")
_WEAK = frozenset(("name", "caps", "letter", "bracketed"))  # shapes that headings of entries have too
_INITIALS = 4   # characters of initials with their points
_PARTS = 0.2    # of the labels
_SAMPLE = 300   # characters of a turn
_QUOTES = tuple("\"“„«")
_CAPITAL = regex(r"[^\W\d_a-zß-öø-ÿ](?<!\w.)[\w’'-]+")


class Found(NamedTuple):
    """A label in its block, at its line."""

    block: Block
    line: int
    label: Label


class Evidence:
    """What a text says for and against its labels."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often each word with a capital stands in the text, folded."""
        found = Counter[str]()
        for word, count in Counter(_CAPITAL.findall(self.flow.view.text)).items():
            found[word.lower()] += count
        return found

    def is_mentioned(self, label: Label, labels: int = 1) -> bool:
        """Whether the text speaks of somebody of this name: its last word stands oftener than in `labels` labels."""
        words = [word for word in label.name.lower().split() if word not in PARTICLES
                 and ("." not in word or len(word) > _INITIALS)]
        return bool(words) and self._capitals[words[-1].strip(".,")] > labels

    def is_full_name(self, label: Label) -> bool:
        """A name of two to five words of somebody the text speaks of."""
        return 1 < len(label.name.split()) < 6 and self.is_mentioned(label)

    def holds(self, turns: list[Found], share: float, end: int) -> bool:
        """Whether these labels are those of a transcript, of whose blocks a `share` opens a turn; `end`: behind it."""
        shape = Counter(one.label.shape for one in turns).most_common(1)[0][0]
        known = self._mentioned(turns)
        chaired = shape == "name" and turns[0].label.form == "point"  # such labels are read only where a chair has one
        least = _NAMED if shape == "name" and (known > 0.7 or chaired) else _LEAST[shape]
        if share < least or (shape in _WEAK and known < 0.5 and not chaired and not self._talk(turns)):
            return False
        return _alternate(turns) and self._spread(turns, share, end) and not self._other(turns, shape, share)

    def _mentioned(self, turns: list[Found]) -> float:
        """Of how many turns the speaker is named elsewhere in the text."""
        counts = Counter(one.label.key for one in turns)
        return sum(self.is_mentioned(one.label, counts[one.label.key]) for one in turns) / len(turns)

    def _talk(self, turns: list[Found]) -> bool:
        """Whether those who speak ask, or speak of themselves."""
        text = self.flow.view.text
        said = [text[one.label.end:one.label.end + _SAMPLE if one.label.alone
                     else min(one.label.end + _SAMPLE, one.block.end)] for one in turns]
        return sum("?" in text or speaks_of_himself(text) for text in said) > 0.25 * len(turns)

    def _spread(self, turns: list[Found], share: float, end: int) -> bool:
        """Whether the turns begin in the first part of the text and go on into the last; or fill the rest of it."""
        first, last = turns[0].label.start, turns[-1].label.start
        size = self.flow.blocks[end - 1].end
        early = first < 0.6 * len(self.flow.view.text)
        return last - first > 0.4 * (size - first) and (
            early or (share > _DENSE and len(turns) >= _SEVERAL and self._talk(turns)))

    def _other(self, turns: list[Found], shape: str, share: float) -> bool:
        """Whether the labels are something else: fields of a form, letters of a list, signatures, names quoted."""
        if _catalogue([one.label.key for one in turns]) or _parts(turns):
            return True
        if shape == "letter" and (not _asking(turns) or self._numbered(turns)):
            return True
        if turns[0].label.form == "line":
            return self._ending(turns) or (share < 0.2 and shape in ("caps", "name") and not turns[0].label.marked)
        return shape == "name" and self._quoting(turns)

    def _numbered(self, turns: list[Found]) -> bool:
        """Whether the questions have numbers: a catechism, which is a book of its own kind."""
        text = self.flow.view.text
        numbered = sum(text[one.label.end:one.label.end + 2].strip().isdigit() for one in turns)
        return numbered > 0.25 * len(turns)

    def _ending(self, turns: list[Found]) -> bool:
        """Whether names alone on a line belong to what stands above them, or to no sentence: signatures, addresses."""
        apart = unended = 0
        for one in turns:
            above, below = self.flow.at(one.block.number - 1), self.flow.at(one.block.number + 1)
            ends = one.label.end == one.block.end
            apart += ends and (below is None or below.gap > one.block.gap > 0)
            unended += one.line == 0 and above is not None and not ends_sentence(self.flow.text(above))
        return apart > 0.3 * len(turns) or unended > 0.5 * len(turns)

    def _quoting(self, turns: list[Found]) -> bool:
        text = self.flow.view.text
        quoted = sum(text[one.label.end:one.label.end + 3].lstrip().startswith(_QUOTES) for one in turns)
        return quoted > 0.5 * len(turns)


def _alternate(turns: list[Found]) -> bool:
    """Whether turns pass from one speaker to another, and two at least recur, or one among many who are called."""
    keys = [one.label.key for one in turns]
    changes = sum(a != b for a, b in pairwise(keys))
    least = 0.5 if turns[0].label.form == "line" else 0.3  # a chairman may call on one after another
    recurring = [count for count in Counter(keys).values() if count > 1]
    several = len(recurring) > 1 or (len(recurring) == 1 and len(set(keys)) > 3)
    return changes > least * len(keys) and several and sum(recurring) > 0.4 * len(keys)


def _parts(turns: list[Found]) -> bool:
    """Whether many labels are the names of the parts of a book."""
    named = sum(named_division(one.label.name) is not None or piece(one.label.name) is not None for one in turns)
    return named > _PARTS * len(turns)


def _asking(turns: list[Found]) -> bool:
    """Two letters that alternate: `Q.` and `A.`; with a colon any two that do, or `Q` and somebody else."""
    letters = [one.label.key for one in turns if one.label.shape == "letter"]
    if len(set(letters)) == 1 and letters[0] in _ASKS:
        return turns[0].label.form == "colon" and 0.3 * len(turns) < len(letters) < 0.7 * len(turns)
    two = sorted(letter for letter, _ in Counter(letters).most_common(2))
    changes = sum(a != b for a, b in pairwise(letters))
    return len(two) == 2 and changes > 0.5 * len(letters) and (
        "".join(two) in _PAIRS or turns[0].label.form == "colon")


def _catalogue(keys: list[str]) -> bool:
    """Whether three labels or more follow one another always in one order, as the fields of a form do."""
    pairs, follows, usual = Counter(pairwise(keys)), Counter(keys[:-1]), Counter[str]()
    for (first, _), count in pairs.items():
        usual[first] = max(usual[first], count)
    recurring = [key for key, count in follows.items() if count > 2]
    return len(recurring) > 2 and sum(usual[key] for key in recurring) > 0.9 * sum(follows[key] for key in recurring)
