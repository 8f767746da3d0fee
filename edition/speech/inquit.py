"""The words that say who speaks: `asked Kamenev`, `Bucharin answered:`, `in her own words,`."""

from __future__ import annotations

from collections.abc import Iterator

from edition.records import record
from edition.regex import regex
from edition.speech.capitals import words_of
from edition.speech.language import Language
from edition.speech.phrases import Phrases, Subject, Word

_STOP = frozenset(".:;!?")
_NEAR = 160  # characters behind a closing mark in which an inquit begins and ends
_COLON = regex(r":\s+(?=[^\W_])")
LEAD = 200  # characters before a colon in which an inquit begins and ends
_LAST = 4  # words before a colon of which one is the verb


@record
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


class Reader(Phrases):
    """Reads inquits behind and before spoken words."""

    # -- behind the words spoken ----------------------------------------------------------------------------------

    def after(self, text: str, start: int, end: int) -> Inquit | None:
        """An inquit that begins at `start` (behind a closing mark)."""
        words = self.words(text, start, min(end, start + 160))
        while (
            words and words[0].text in (",", "-", "–", "—", ".", "…") and len(words) > 1 and words[0].start - start < 4
        ):
            if words[0].text == "." and words[1].text[0].isupper() and not self._verbish(words[1]):
                break
            words = words[1:]
        if not words:
            return None
        kind = self._verb(words, 0)
        if kind and words[0].low.endswith("ing"):
            return None  # whom it names is spoken to: `"The Ferry," urging Emma to take part`
        if kind:
            skip = self._skip(words, 1)
            subject, z = self._phrase(text, words, skip)
            if subject is None and words[0].low not in ("said", "quoth", "sagte", "dit"):
                return None
            if z < len(words) and subject and subject.sort != "names" and words[z].low in self.language.clause:
                return None
            return Inquit(
                kind, words[0].low, words[0].start, words[max(z, 1) - 1].end, subject, self._to(text, words, z)
            )
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
        while (
            k < len(words)
            and k - start < 4
            and (self.language.is_adverb(words[k].low) and words[k].low not in self.language.pronouns)
        ):
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
        elif not (
            k and k <= len(words) and words[k - 1].low in ("told", "asked", "assured", "informed", "warned", "begged")
        ):
            return None
        mention = self._mention_at(text, words[k]) if k < len(words) else None
        return Subject("names", mention.start, "", (mention,)) if mention else None

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
                    return Inquit(
                        "say",
                        word.low,
                        word.start,
                        word.end,
                        owner or Subject("nobody", word.start, word.low, plural=plural),
                        noun=True,
                    )
            kind = self._verb(words, k)
            if not kind or (self.is_noun(words, k) and not word.low.endswith("ing")):
                continue
            if kind == "weak" and len(words) - k > 8:
                continue
            subject = self.subject(text, words, k)
            if kind == "say" and subject and subject.sort == "writing":
                kind = "write"
            passive = (
                k > 0
                and words[k - 1].low in self.language.auxiliaries
                and word.low in ("written", "printed", "read", "listed")
            )
            return Inquit(
                kind,
                word.low,
                subject.at if subject else word.start,
                word.end,
                subject,
                self._to(text, words, k + 1),
                passive=passive,
            )
        return None

    def is_noun(self, words: list[Word], k: int) -> bool:
        before = words[k - 1].low if k else ""
        if words[k].low in self.language.bases and k and not self._takes_base(words[k - 1]):
            return True
        return (
            before in self.language.determiners
            or before in self.language.possessives
            or before in ("own", "loud", "last", "following", "proud", "first", "simplest", "very", "with")
        )

    def _takes_base(self, before: Word) -> bool:
        """Whether the first form of a verb is one behind this word (`they cry`, `critics say`), and no noun."""
        language, low = self.language, before.low
        return (
            low in language.pronouns
            or low in language.relatives
            or low in language.auxiliaries
            or low in ("to", "zu", "not")
            or low in language.everyone
            or before.text[0].isupper()
            or low.endswith(("s", "ly"))
            or not low[0].isalpha()
        )

    def _of(self, text: str, words: list[Word], k: int) -> Subject | None:
        """Whose words: `the words of X`, `his answer`, `X's question`."""
        if k + 1 < len(words) and words[k + 1].low in ("of", "von", "de", "des", "der"):
            return self._phrase(text, words, k + 2)[0]
        return self._owner(text, words[max(0, k - 3) : k])


def colons(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Each colon that may end an inquit, and where the words behind it begin: a verb of saying stands near."""
    if ": " not in text:
        return
    saying = language.saying_parts
    for match in _COLON.finditer(text):
        colon = match.start()
        before = text[max(0, colon - LEAD) : colon].lower().split()[-_LAST:]
        if not saying.isdisjoint(words_of(" ".join(before))):
            yield colon, match.end()
