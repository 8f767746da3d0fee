"""The words that say who speaks: `asked Kamenev`, `Bucharin answered:`, `in her own words,`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from edition.speech.language import Language
from edition.speech.names import Mention, Names

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|\u2022+|[^\w\s]")
_STOP = frozenset(".:;!?")
Sort = Literal["names", "pronoun", "noun", "writing", "nobody"]


class Word(NamedTuple):
    """A word or a mark of punctuation of a stretch of narration."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()


@dataclass(frozen=True)
class Subject:
    """Who a verb of saying is said of. `at`: where the phrase stands; `text`: the phrase of a pronoun or a noun."""

    sort: Sort
    at: int
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    plural: bool = False
    indefinite: bool = False


@dataclass(frozen=True)
class Inquit:
    """`verb`: its class; `start`/`end`: what it takes in of the text; `subject`: None where none was understood."""

    verb: str
    word: str
    start: int
    end: int
    subject: Subject | None
    addressee: Subject | None = None
    noun: bool = False  # "the words of X:", "in her own words"
    passive: bool = False


class Reader:
    """Reads narration around speech. `text` has quoted words masked by bullets; offsets are the paragraph's."""

    def __init__(self, language: Language, names: Names) -> None:
        self.language, self.names = language, names
        self._written = language.written

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words and marks of text[start:end]."""
        found = [Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
        if self.language.tag != "fr":
            return found
        parted = [part for word in found for part in self._parts(word)]
        return parted

    def _parts(self, word: Word) -> list[Word]:
        """`demanda-t-elle` as a verb and its pronoun."""
        match = re.fullmatch(r"([^\W\d_]+)-(?:t-)?(il|elle|je|on|ils|elles|nous|vous)", word.text)
        if not match or match.group(1).lower() not in self.language.verbs:
            return [word]
        return [Word(match.group(1), word.start, word.start + match.end(1)),
                Word(match.group(2), word.start + match.start(2), word.end)]

    # -- behind the words spoken ----------------------------------------------------------------------------------

    def after(self, text: str, start: int, end: int) -> Inquit | None:
        """An inquit that begins at `start` (behind a closing mark)."""
        words = self.words(text, start, min(end, start + 160))
        while words and words[0].text in (",", "-", "–", "—", ".", "…") and len(words) > 1 and words[0].start - start < 4:
            if words[0].text == "." and words[1].text[0].isupper() and not self._verbish(words[1]):
                break
            words = words[1:]
        if not words:
            return None
        kind = self._verb(words, 0)
        if kind:
            skip = self._skip(words, 1)
            subject, z = self._phrase(text, words, skip)
            if subject is None and words[0].low not in ("said", "quoth", "sagte", "dit"):
                return None
            if z < len(words) and subject and subject.sort != "names" and words[z].low in self.language.clause:
                return None
            return Inquit(kind, words[0].low, words[0].start, words[max(z, 1) - 1].end, subject, self._to(text, words, z))
        subject, z = self._phrase(text, words, 0)
        if subject is None:
            return self._was_answer(text, words)
        k = self._skip(words, z)
        kind = self._verb(words, k)
        if not kind:
            return self._was_answer(text, words)
        if k + 1 < len(words) and words[k + 1].low in self.language.clause:
            return None
        return Inquit(kind, words[k].low, words[0].start, words[k].end, subject, self._to(text, words, k + 1))

    def _verbish(self, word: Word) -> bool:
        return word.low in self.language.verbs

    def _verb(self, words: list[Word], k: int) -> str:
        return self.language.verbs.get(words[k].low, "") if k < len(words) and words[k].text[0].islower() else ""

    def _skip(self, words: list[Word], k: int) -> int:
        """Past adverbs and auxiliaries (and "as if …" no further)."""
        start = k
        while k < len(words) and k - start < 4 and (self.language.is_adverb(words[k].low)
                                                     and words[k].low not in self.language.pronouns):
            k += 1
        return k

    def _was_answer(self, text: str, words: list[Word]) -> Inquit | None:
        """`was X's answer`, `had been Anne's reply`, `was his reply`."""
        k = self._skip(words, 0)
        if k == 0 or k + 1 >= len(words):
            return None
        for j in range(k, min(k + 6, len(words))):
            if words[j].low in self.language.speech and j > k:
                owner = self._owner(text, words[:j])
                if owner:
                    return Inquit("say", words[j].low, words[0].start, words[j].end, owner, noun=True)
            if words[j].text in _STOP:
                break
        return None

    def _owner(self, text: str, words: list[Word]) -> Subject | None:
        for word in reversed(words):
            if word.low in self.language.possessives:
                return Subject("pronoun", word.start, self.language.possessives[word.low])
            mention = self._mention_ending(text, word)
            if mention and mention.possessive:
                return Subject("names", mention.start, "", (mention,))
            if self.language.is_adverb(word.low) or word.low in self.language.verbs:
                return None
        return None

    def _to(self, text: str, words: list[Word], k: int) -> Subject | None:
        """The person spoken to: `said Emma to Harriet`, `he told Emma`."""
        if k < len(words) and words[k].low in ("to", "zu", "à"):
            k += 1
        elif not (k and k <= len(words) and words[k - 1].low in ("told", "asked", "assured", "informed", "warned", "begged")):
            return None
        mention = self._mention_at(text, words[k]) if k < len(words) else None
        return Subject("names", mention.start, "", (mention,)) if mention else None

    # -- phrases --------------------------------------------------------------------------------------------------

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
            stops = (not word.text[0].isalpha() or word.low in language.prepositions or word.low in language.relatives
                     or word.low in language.verbs or language.is_adverb(word.low) or word.low in language.determiners
                     or word.low in ("and", "und", "et"))
            if stops:
                break
            z += 1
        if z == k + 1:
            return None, k
        head = words[z - 1]
        if head.low in self._written:
            return Subject("writing", words[k].start, text[words[k].start:head.end]), z
        if (mention_ := self._mention_ending(text, head)) and words[k].low not in language.indefinite:
            if z == k + 2 and words[k].low in language.determiners:
                return Subject("names", words[k].start, words[k].text, (mention_,)), z
        return Subject("noun", words[k].start, text[words[k].start:head.end],
                       indefinite=words[k].low in language.indefinite, plural=_plural(words[k].low, head.low)), z

    # -- before the words spoken ----------------------------------------------------------------------------------

    def before(self, text: str, start: int, end: int) -> Inquit | None:
        """The inquit in text[start:end], a sentence or a piece of one that stands before an opening mark."""
        words = self.words(text, start, end)
        for k in range(len(words) - 1, -1, -1):
            word = words[k]
            if word.low in self.language.speech and self.is_noun(words, k):
                owner = self._of(text, words, k)
                if owner or k >= len(words) - 3:
                    plural = word.low.endswith("s") and word.low not in ("words", "worte", "worten")
                    return Inquit("say", word.low, word.start, word.end, owner or Subject("nobody", word.start, word.low,
                                  plural=plural), noun=True)
            kind = self._verb(words, k)
            if not kind or (self.is_noun(words, k) and not word.low.endswith("ing")):
                continue
            if kind == "weak" and len(words) - k > 8:
                continue
            subject = self.subject(text, words, k)
            if kind == "say" and subject and subject.sort == "writing":
                kind = "write"
            passive = k > 0 and words[k - 1].low in self.language.auxiliaries and word.low in ("written", "printed", "read", "listed")
            return Inquit(kind, word.low, subject.at if subject else word.start, word.end, subject,
                          self._to(text, words, k + 1), passive=passive)
        return None

    def is_noun(self, words: list[Word], k: int) -> bool:
        before = words[k - 1].low if k else ""
        if words[k].low in self.language.bases and k and not self._takes_base(words[k - 1]):
            return True
        return (before in self.language.determiners or before in self.language.possessives
                or before in ("own", "loud", "last", "following", "proud", "first", "simplest", "very", "with"))

    def _takes_base(self, before: Word) -> bool:
        """Whether the first form of a verb is one behind this word (`they cry`, `critics say`), and no noun."""
        language, low = self.language, before.low
        return (low in language.pronouns or low in language.relatives or low in language.auxiliaries or low in ("to", "zu", "not")
                or low in language.everyone or before.text[0].isupper() or low.endswith(("s", "ly")) or not low[0].isalpha())

    def _of(self, text: str, words: list[Word], k: int) -> Subject | None:
        """Whose words: `the words of X`, `his answer`, `X's question`."""
        if k + 1 < len(words) and words[k + 1].low in ("of", "von", "de", "des", "der"):
            return self._phrase(text, words, k + 2)[0]
        return self._owner(text, words[max(0, k - 3):k])

    def subject(self, text: str, words: list[Word], k: int) -> Subject | None:
        """The subject of the verb words[k], found leftwards."""
        language, j = self.language, k - 1
        while j >= 0:
            word = words[j]
            if word.text in ".?!" and j + 1 < len(words) and words[j + 1].text[0].isupper():
                return None
            if word.low in language.pronouns and not self._governed(words, j):
                return Subject("pronoun", word.start, language.pronouns[word.low], plural=language.pronouns[word.low] == "pl")
            if word.low in language.everyone and j >= k - 2 and word.low not in language.indefinite:
                return Subject("noun", word.start, word.low, plural=True)
            mention = self._mention_ending(text, word)
            if mention is not None:
                first = next(i for i in range(j, -1, -1) if words[i].start <= mention.start)
                relative = j + 1 < len(words) and words[j + 1].low in language.relatives
                if relative or (not mention.possessive and not self._governed(words, first)):
                    return self._with(text, words, first, mention)
                j = first - 1
                continue
            if j >= k - 4 and word.text[0].isalpha() and self._adjacent(words, j, k):
                noun = self._noun_ending(text, words, j)
                if noun:
                    return noun
            j -= 1
        return None

    def _adjacent(self, words: list[Word], j: int, k: int) -> bool:
        return all(self.language.is_adverb(w.low) for w in words[j + 1:k])

    def _noun_ending(self, text: str, words: list[Word], j: int) -> Subject | None:
        head = words[j]
        if head.low in self.language.verbs or head.low in self.language.prepositions or self.language.is_adverb(head.low):
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
        return (not before.text[0].isalpha() or before.low in self.language.conjunctions or before.low in self.language.relatives
                or self.language.is_adverb(before.low))

    def _governed(self, words: list[Word], j: int) -> bool:
        """Whether the phrase beginning at words[j] hangs on a preposition or is the object of a verb of saying."""
        if j == 0:
            return False
        before = words[j - 1].low
        if before in self.language.articles and j > 1:
            before = words[j - 2].low
        return before in self.language.prepositions or (before in self.language.verbs and words[j].text[0].isupper()
                                                         and before not in self.language.that)

    def _with(self, text: str, words: list[Word], j: int, last: Mention) -> Subject:
        """`X and Y`: the names joined before this one; `The Right`: a determiner makes a group of a name."""
        found, i = [last], j
        while i >= 2 and words[i - 1].low in ("and", "und", "et", ",", "&"):
            earlier = self._mention_ending(text, words[i - 2])
            if earlier is None or earlier.possessive or (words[i - 1].text == "," and len(found) == 1):
                break
            first = next(k for k in range(i - 2, -1, -1) if words[k].start <= earlier.start)
            if self._governed(words, first):
                break
            found.insert(0, earlier)
            i = first
        determiner = words[i - 1].text if i and words[i - 1].low in ("the", "die", "les") else ""
        return Subject("names", found[0].start, determiner, tuple(found), plural=len(found) > 1)


def _plural(determiner: str, head: str) -> bool:
    return determiner in ("these", "those", "some", "two", "three", "several", "many", "die", "les", "des", "ces") or (
        head.endswith("s") and not head.endswith("ss") and determiner not in ("a", "an", "this", "that"))
