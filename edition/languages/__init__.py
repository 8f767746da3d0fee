"""What the rules know of a language: its words, its small words, what begins a clause.

A language is a `Language` in LANGUAGES. Its closed classes are a module of this package; that is enough for the rules
of typography. With a folder of counted words (see `edition.languages.pack`) the rules that weigh words hold, too, and
with the data of a word engine (see `edition.ocr`) misread words are corrected. English has all, German the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path

from edition.languages import english, german
from edition.records import record


@record
class Language:
    """One language. `small`: its commonest function words; `openers`: words that begin a clause; `dash`: as its books
    print it. `words`: lower-case word → how common it is (the binary logarithm of its count, from 0).

    `its`: for a neighbour of *its* or *it's* ("<will": the word after, ">of": the word before) its counts beside
    *its*, beside *it's* and beside *is*.
    """

    tag: str
    small: frozenset[str]
    openers: frozenset[str] = frozenset()
    dash: str = "—"
    folder: str = ""

    @cached_property
    def words(self) -> Mapping[str, int]:
        return unpack(self._read("words.txt")) if self.folder else {}

    def unknown(self, words: Mapping[str, int], at_least: float) -> list[str]:
        """The words of a text that are not in the list, none where they stand fewer than `at_least` times in all.

        `words`: each with how often it stands there. The commonest words are looked up first, so that a text in which
        few are left needs none of the long lists of rare ones.
        """
        left, count = set(words), sum(words.values())
        for line in reversed(self._read("words.txt").splitlines()):
            if count < at_least:
                return []
            known = left.intersection(line.split())
            left -= known
            count -= sum([words[word] for word in known])
        return [word for word in words if word in left] if count >= at_least else []

    @cached_property
    def its(self) -> Mapping[str, tuple[int, int, int]]:
        rows = (line.split("\t") for line in self._read("its.tsv").splitlines())
        return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rows}

    def ends_words(self, ending: str) -> bool:
        """Whether at least five words end so that are longer by two letters or more."""
        found = (word for word in self.words if word.endswith(ending) and len(word) > len(ending) + 1)
        return sum(1 for _ in islice(found, 5)) == 5

    def knows(self, word: str, at_least: int = 0) -> bool:
        """Whether the word (in any case, without its possessive ending) is in the list, and common enough."""
        plain = word.lower().replace("’", "'")
        found = self.words.get(plain, self.words.get(plain.removesuffix("'s"), -1))
        return found >= at_least

    def _read(self, name: str) -> str:
        return (Path(__file__).parent / self.folder / name).read_text(encoding="utf-8")


ENGLISH = Language("en", english.SMALL, english.CLAUSE_OPENERS, folder="en")
GERMAN = Language("de", german.SMALL, german.CLAUSE_OPENERS, " – ")
LANGUAGES = (ENGLISH, GERMAN)
_BY_TAG = {language.tag: language for language in LANGUAGES}


def pack(tag: str) -> Language | None:
    """The language pack for a BCP 47 tag; None where there is none."""
    return _BY_TAG.get(tag.lower().split("-")[0])


def lexical(tag: str) -> Language | None:
    """The language pack for a BCP 47 tag, if it has a list of words; else the rules that weigh words say nothing."""
    found = _BY_TAG.get(tag.lower().split("-")[0])
    return found if found and found.folder else None


def unpack(packed: str) -> dict[str, int]:
    """The words of a packed list: the first line has those that were counted once, the next 2 or 3 times, 4 to 7 …"""
    words: dict[str, int] = {}
    for common, line in enumerate(packed.splitlines()):
        words.update(dict.fromkeys(line.split(), common))
    return words
