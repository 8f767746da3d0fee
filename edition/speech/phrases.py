"""Phrases that name somebody, and the subject of a verb of saying."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from edition.records import record
from edition.regex import regex
from edition.speech.language import Language
from edition.speech.mentions import Mention
from edition.speech.names import Names

_TOKEN = regex(r"[^\W_]+(?:['’-][^\W_]+)*|\u2022+|[^\w\s]")
_PLURALS = frozenset(("these", "those", "some", "two", "three", "several", "many", "die", "les", "des", "ces"))
Sort = Literal["names", "pronoun", "noun", "writing", "nobody"]


class Word(NamedTuple):
    """A word or a mark of punctuation of a stretch of narration."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()


@record
class Subject:
    """Who a verb of saying is said of. `at`: where the phrase stands; `text`: the phrase of a pronoun or a noun."""

    sort: Sort
    at: int
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    plural: bool = False
    indefinite: bool = False


class Phrases:
    """Reads phrases in narration. `text` has quoted words masked by bullets; offsets are the paragraph's."""

    def __init__(self, language: Language, names: Names) -> None:
        self.language, self.names = language, names

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words and marks of text[start:end]."""
        found = [Word(m[0], *m.span()) for m in _TOKEN.finditer(text, start, end)]
        if self.language.tag != "fr":
            return found
        return [part for word in found for part in self._parts(word)]

    def _parts(self, word: Word) -> list[Word]:
        """`demanda-t-elle` as a verb and its pronoun."""
        match = re.fullmatch(r"([^\W\d_]+)-(?:t-)?(il|elle|je|on|ils|elles|nous|vous)", word.text)
        if not match or match.group(1).lower() not in self.language.verbs:
            return [word]
        return [
            Word(match.group(1), word.start, word.start + match.end(1)),
            Word(match.group(2), word.start + match.start(2), word.end),
        ]

    def _mention_at(self, text: str, word: Word) -> Mention | None:
        mention = self.names.at(text, word.start) if word.text[0].isupper() else None
        return mention if mention and mention.start == word.start else None

    def _mention_ending(self, text: str, word: Word) -> Mention | None:
        return self.names.at(text, word.start) if word.text[0].isupper() else None

    def _phrase(self, text: str, words: list[Word], k: int) -> tuple[Subject | None, int]:
        """A phrase naming somebody that begins at words[k], and the index behind it."""
        language = self.language
        if k >= len(words):
            return None, k
        word = words[k]
        if word.low in language.pronouns:
            sort = language.pronouns[word.low]
            return Subject("pronoun", word.start, sort, plural=sort == "pl"), k + 1
        if word.low in language.everyone and word.low not in language.indefinite:
            return Subject("noun", word.start, word.low, plural=True), k + 1
        mention = self._mention_at(text, word)
        if mention is not None:
            return self._several(text, words, k, mention)
        if word.low in language.determiners or word.low in language.possessives:
            return self._noun(text, words, k)
        return None, k

    def _several(self, text: str, words: list[Word], k: int, first: Mention) -> tuple[Subject | None, int]:
        found, z = [first], self._behind(words, k, first.end)
        while z + 1 < len(words) and words[z].low in ("and", "und", "et", ",", "&"):
            following = self._mention_at(text, words[z + 1])
            if following is None:
                break
            found.append(following)
            z = self._behind(words, z + 1, following.end)
        if found[-1].possessive:
            return None, k
        return Subject("names", first.start, "", tuple(found), plural=len(found) > 1), z

    @staticmethod
    def _behind(words: list[Word], k: int, end: int) -> int:
        while k < len(words) and words[k].start < end:
            k += 1
        return k

    def _noun(self, text: str, words: list[Word], k: int) -> tuple[Subject | None, int]:
        """`a responsible Communist`, `the party secretary Krotov`, `the old man`."""
        language, z = self.language, k + 1
        while z < len(words) and z - k < 6:
            word = words[z]
            mention = self._mention_at(text, word)
            if mention is not None and not mention.possessive and z > k + 1 and words[k].low not in language.indefinite:
                return Subject("names", mention.start, "", (mention,)), self._behind(words, z, mention.end)
            stops = (
                not word.text[0].isalpha()
                or word.low in language.prepositions
                or word.low in language.relatives
                or word.low in language.verbs
                or language.is_adverb(word.low)
                or word.low in language.determiners
                or word.low in ("and", "und", "et")
            )
            if stops:
                break
            z += 1
        if z == k + 1:
            return None, k
        head = words[z - 1]
        if head.low in self.language.written:
            return Subject("writing", words[k].start, text[words[k].start : head.end]), z
        mention = self._mention_ending(text, head)
        definite = words[k].low in language.determiners and words[k].low not in language.indefinite
        if mention and definite and z == k + 2:
            return Subject("names", words[k].start, words[k].text, (mention,)), z
        return Subject(
            "noun",
            words[k].start,
            text[words[k].start : head.end],
            indefinite=words[k].low in language.indefinite,
            plural=_plural(words[k].low, head.low),
        ), z

    def subject(self, text: str, words: list[Word], k: int) -> Subject | None:
        """The subject of the verb words[k], found leftwards."""
        language, j, edge = self.language, k - 1, k  # edge: up to here nothing can be the subject
        while j >= 0:
            word = words[j]
            if word.text in ".?!" and j + 1 < len(words) and words[j + 1].text[0].isupper():
                return None
            if word.low in language.pronouns and not self._governed(words, j):
                return Subject(
                    "pronoun", word.start, language.pronouns[word.low], plural=language.pronouns[word.low] == "pl"
                )
            if word.low in language.everyone and j >= k - 2 and word.low not in language.indefinite:
                return Subject("noun", word.start, word.low, plural=True)
            mention = self._mention_ending(text, word)
            if mention is not None:
                first = _first_of(words, j, mention)
                relative = j + 1 < len(words) and words[j + 1].low in language.relatives
                if relative or (not mention.possessive and not self._governed(words, first)):
                    return self._with(text, words, first, mention)
                hangs = self._hangs_from(words, first)
                j, edge = first - 1, hangs if 0 <= hangs < edge else edge
                continue
            if word.low in language.conjunctions:
                edge = -1  # "it poses problems and tells them": the verb has the subject of the verb before it
            if edge >= 0 and j >= edge - 4 and word.text[0].isalpha() and self._adjacent(words, j, edge):
                hangs = self._hangs_from(words, self._head_start(words, j))
                if hangs >= 0:
                    j, edge = hangs - 1, hangs
                    continue
                noun = self._noun_ending(text, words, j)
                if noun:
                    return noun
            j -= 1
        return None

    def _head_start(self, words: list[Word], j: int) -> int:
        """Where the noun phrase that ends at words[j] begins: at its determiner, else at the noun."""
        for i in range(j - 1, max(-1, j - 5), -1):
            low = words[i].low
            if low in self.language.determiners or low in self.language.possessives:
                return i
            if not low[0].isalpha() or low in self.language.prepositions or low in self.language.verbs:
                break
        return j

    def _hangs_from(self, words: list[Word], first: int) -> int:
        """The place of the preposition on which the phrase beginning at words[first] hangs, or -1."""
        i = first - 2 if first > 1 and words[first - 1].low in self.language.articles else first - 1
        return i if i >= 0 and words[i].low in self.language.prepositions else -1

    def _adjacent(self, words: list[Word], j: int, k: int) -> bool:
        return all(self.language.is_adverb(w.low) for w in words[j + 1 : k])

    def _noun_ending(self, text: str, words: list[Word], j: int) -> Subject | None:
        head = words[j]
        if (
            head.low in self.language.verbs
            or head.low in self.language.prepositions
            or self.language.is_adverb(head.low)
        ):
            return None
        for i in range(j - 1, max(-1, j - 5), -1):
            word = words[i]
            if word.low in self.language.determiners or word.low in self.language.possessives:
                if self._governed(words, i) or not self._begins(words, i):
                    return None
                return self._noun(text, words, i)[0]
            if not word.text[0].isalpha() or word.low in self.language.prepositions or word.low in self.language.verbs:
                break
        return None

    def _begins(self, words: list[Word], i: int) -> bool:
        """Whether a clause may begin at words[i]: else the phrase is the object of a verb before it."""
        if i == 0:
            return True
        before = words[i - 1]
        return (
            not before.text[0].isalpha()
            or before.low in self.language.conjunctions
            or before.low in self.language.relatives
            or self.language.is_adverb(before.low)
        )

    def _governed(self, words: list[Word], j: int) -> bool:
        """Whether the phrase beginning at words[j] hangs on a preposition or is the object of a verb of saying."""
        if j == 0:
            return False
        before = words[j - 1].low
        if before in self.language.articles and j > 1:
            before = words[j - 2].low
        return before in self.language.prepositions or (
            before in self.language.verbs and words[j].text[0].isupper() and before not in self.language.that
        )

    def _with(self, text: str, words: list[Word], j: int, last: Mention) -> Subject:
        """`X and Y`: the names joined before this one; `The Right`: a determiner makes a group of a name."""
        found, i = [last], j
        while i >= 2 and words[i - 1].low in ("and", "und", "et", ",", "&"):
            earlier = self._mention_ending(text, words[i - 2])
            if earlier is None or earlier.possessive or (words[i - 1].text == "," and len(found) == 1):
                break
            first = _first_of(words, i - 2, earlier)
            if self._governed(words, first):
                break
            found.insert(0, earlier)
            i = first
        determiner = words[i - 1].text if i and words[i - 1].low in ("the", "die", "les") else ""
        return Subject("names", found[0].start, determiner, tuple(found), plural=len(found) > 1)


def _first_of(words: list[Word], last: int, mention: Mention) -> int:
    """The place of a mention's first word, whose last is words[last]; the words may begin in the middle of it."""
    return next((k for k in range(last, -1, -1) if words[k].start <= mention.start), 0)


def _plural(determiner: str, head: str) -> bool:
    return determiner in _PLURALS or (
        head.endswith("s") and not head.endswith("ss") and determiner not in ("a", "an", "this", "that")
    )
