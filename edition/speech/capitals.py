"""The words of a whole document: how often each stands with a capital and without, and which stand beside speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.regex import regex
from edition.speech.language import Language
from edition.words import Words, spaced

# Behind a character that is quickly found: whether it is a capital, or a letter of an alphabet without such.
_CAPITAL = regex(r"[^\x00-@\[-\x7f](?<=[^\W\d_a-zß-öø-ÿ])(?:[\w’'-]*\w|(?<=[A-ZÀ-Þ])\b)")
_INITIAL = regex(
    r"[.!?:;…][\"'”’»)\]]*\s*[\"'“‘„«»(\[_*―—–-]*\s*$|^[\s\"'“‘„«»(\[_*―—–-]*$|[\"“„«‘]\s*$|(?:^|\s)'$|--\s*$"
)
_WITHIN = regex(r" [A-ZÀ-Þ](?<=[^\W\d_] .|, .)[\w’'-]*")  # behind a letter or a comma: within a sentence
_RUN = regex(r" (?:[Tt]he )?+[A-ZÀ-Þ][\w’'-]*+\.?+(?: [A-ZÀ-Þ][\w’'-]*+\.?+)++")
_NEXT = regex(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_POSSESSIVE = regex(r"['’]s?$")

_AND = frozenset(("and", "und", "et"))
_STOPS = frozenset((". ", "! ", "? ", ": ", "; ", "… "))
_OPENING = frozenset("\"“„«‘")
_BEFORE = 12  # characters by which it is known whether a sentence begins
_LETTERS = 3  # at the edge of a word, by which it is known that it is no verb of saying
_END = 2  # letters of a title's end, before a point and a blank
EDGE = _LETTERS + 1  # characters behind a word, or before it, that hold a blank and these

Place = tuple[str, int, int]
"""A capitalised word, and where it stands."""


def capitals(text: str) -> list[Place]:
    """The capitalised words of a text in order."""
    return [(match[0], match.start(), match.end()) for match in _CAPITAL.finditer(text)]


def bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def words_of(text: str) -> list[str]:
    """The words of a text: runs of letters."""
    return spaced(text, figures=False).split()


class Saying:
    """Asks whether a verb of saying stands beside a word: cheaply first, by the letters next to it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        after = language.saying | language.auxiliaries | _AND
        self._starts = {word[:size] for word in after for size in range(_LETTERS + 1)}
        self._ends = {word[-size:] for word in language.saying for size in range(1, _LETTERS + 1)} | {""}
        self.may_follow, self.may_precede = cache(self._may_follow), cache(self._may_precede)

    def _may_follow(self, edge: str) -> bool:
        """Whether the word that begins with this, behind white space, may be one that tells."""
        return edge[:1].isspace() and "".join(words_of(edge[1:])[:1]) in self._starts

    def _may_precede(self, edge: str) -> bool:
        """Whether the word that ends with this may be a verb of saying."""
        return edge.rstrip().rpartition(" ")[2][-_LETTERS:] in self._ends

    def follows(self, text: str, at: int) -> bool:
        """Whether a verb of saying follows at `at`, or an auxiliary and then one."""
        if not self.may_follow(text[at : at + EDGE]):
            return False
        following = _NEXT.match(text, at)
        return following is not None and self._says(following[1], following[2] or "")

    def follows_next(self, text: str, at: int) -> bool:
        """Whether the very next word at `at` is a verb of saying."""
        following = _NEXT.match(text, at)
        return following is not None and following[1] in self.language.saying

    def beside(self, text: str, start: int, end: int) -> bool:
        """Whether one stands beside the word text[start:end], or "and" with another name behind it."""
        if following := _NEXT.match(text, end):
            word, second = following[1], following[2] or ""
            if self._says(word, second) or (word in _AND and second[:1].isupper()):
                return True
        return text[max(0, start - _BEFORE) : start].rstrip().rpartition(" ")[2] in self.language.saying

    def _says(self, word: str, second: str) -> bool:
        saying = self.language.saying
        return word in saying or (word in self.language.auxiliaries and second in saying)


class Capitals:
    """Counts the capitalised words of a document (its `texts` have no line ends).

    `middle`: within a sentence; `first`: at its head; `plain`: every word as printed; `saying`: those that stand beside
    a verb of saying, or before another name that "and" binds to them. Of the `rest` of the document only those within
    sentences are counted, and `runs` of several.
    """

    def __init__(self, texts: Sequence[str], rest: str, words: Words, language: Language, beside: Saying) -> None:
        self.language, self._beside = language, beside
        self._titles = frozenset(title.lower() for title in language.honorifics)
        self._title_ends = frozenset(f" {title}"[-_END:] for title in self._titles)
        self.plain = words.spelt if rest else Counter(words_of("\n".join(texts)))
        self.places = {text: capitals(text) for text in texts}
        self.saying = set[str]()
        self.middle, self.first = map(Counter, self._placed(texts, language.not_names | self._usual()))
        self.runs = Counter(_RUN.findall(rest))
        self._within(rest)

    def _usual(self) -> set[str]:
        """Words that stand in lower case far more often: they are no names, wherever they stand with a capital."""
        return {word for word, count in self.plain.items()
                if word[0].isupper() and count * 4 < self.plain.get(word.lower(), 0)}

    def _placed(self, texts: Sequence[str], never: frozenset[str]) -> tuple[list[str], list[str]]:
        """The capitalised words within sentences, and those at their heads; those beside speech are noted."""
        saying, may_follow, may_precede = self.saying, self._beside.may_follow, self._beside.may_precede
        middle, first, head = list[str](), list[str](), cache(self._is_head)
        for text in texts:
            for capital, start, end in self.places[text]:
                if capital in never:
                    continue
                word = bare(capital) if "'" in capital or "’" in capital else capital
                before = text[start - EDGE if start > EDGE else 0 : start]
                begins = head(before)
                if begins is None:
                    begins = self._begins(text, start)
                (first if begins else middle).append(word)
                likely = word not in saying and (may_follow(text[end : end + EDGE]) or may_precede(before))
                if likely and self._beside.beside(text, start, end):
                    saying.add(word)
        return middle, first

    def _within(self, rest: str) -> None:
        """Add to `middle` what stands within the sentences of the rest: behind a letter, a comma or a title."""
        for capital, count in Counter(_WITHIN.findall(rest)).items():
            self.middle[bare(capital[1:])] += count
        for run, count in self.runs.items():
            for before, word in pairwise(run.split()):
                if before.endswith(".") and self._after_title(before):
                    self.middle[bare(word.rstrip("."))] += count

    def _is_head(self, before: str) -> bool | None:
        """Whether a sentence begins behind these characters, where they are enough to tell.

        One does behind a mark that opens, or a stop that is no title's; none behind a letter or a comma, and a blank.
        """
        if not before or before[-1] in _OPENING:
            return True
        if before[-1] == " " and (before[-2:-1].isalpha() or before[-2:-1] == ","):
            return False
        word, stop = before[:_END].lower(), before[_END:]
        return True if stop in _STOPS and word not in self._title_ends and word[-1] != "." else None

    def _begins(self, text: str, start: int) -> bool:
        """Whether a sentence begins with the capital at `start`; behind a title none does."""
        before = text[max(0, start - _BEFORE) : start]
        plainly = before[-2:] in _STOPS or not before
        return (plainly or bool(_INITIAL.search(before))) and not self._after_title(before)

    def _after_title(self, before: str) -> bool:
        word = before.rstrip().rstrip(".").rpartition(" ")[2]
        return word.lower() in self._titles and word[:1].isupper()
