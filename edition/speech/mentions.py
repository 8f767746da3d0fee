"""Where proper names stand: capitalised words that a text uses as names, with their titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from edition.regex import regex
from edition.speech.language import Language

# Behind a character that is quickly found: whether it is a capital, or a letter of an alphabet without such.
_LETTER = r"[^\x00-@\[-\x7f](?<=[^\W\d_a-zß-öø-ÿ])"
_CAPITAL = regex(rf"{_LETTER}(?:[\w’'-]*\w|(?<=[A-ZÀ-Þ])\b)")
# A single letter is looked at only where it may be an initial or a title.
_NAME = regex(rf"{_LETTER}(?:[\w’'-]*\w|(?<=[A-ZÀ-Þ])\b(?=\.|\s+[A-ZÀ-Þ]))")
_WORD = regex(r"[^\W\d_]+")
_INITIAL = regex(
    r"[.!?:;…][\"'”’»)\]]*\s*[\"'“‘„«»(\[_*―—–-]*\s*$|^[\s\"'“‘„«»(\[_*―—–-]*$|[\"“„«‘]\s*$|(?:^|\s)'$|--\s*$"
)
_NEXT = regex(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_POSSESSIVE = regex(r"['’]s?$")
_TITLED = regex(r"\.?\s+[A-ZÀ-Þ]")

_OFTEN = 3  # a common word that is so often within a sentence and has a capital may be a name: "Will"
_ARTICLE = regex(r"\b[Tt]he\s+[_*\"“‘]?\Z")  # of things, in English: "the Daily Echo", not "the Emma"


class Mention(NamedTuple):
    """A name at `start:end` of a paragraph. `words`: the name without titles; `titles`: the titles before it."""

    start: int
    end: int
    titles: tuple[str, ...]
    words: tuple[str, ...]
    possessive: bool = False

    @property
    def phrase(self) -> str:
        return " ".join((*self.titles, *self.words))


class Mentions:
    """Counts the capitalised words of a whole document; `mentions` finds the names of one paragraph."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self.language = language
        self._middle: Counter[str] = Counter()
        self._first: Counter[str] = Counter()
        self._saying: set[str] = set()
        self._titles = {title.lower(): sex for title, sex in language.honorifics.items()}
        self._cache: dict[str, list[Mention]] = {}
        self._places: dict[str, dict[int, Mention]] = {}
        self._starts: dict[str, list[str]] = {}
        self._kinds: dict[str, str] = {}
        self._plain = Counter(chain.from_iterable(map(_WORD.findall, texts)))
        self._tell = {word for word in self._plain if word.lower() in language.saying}
        # Words that stand in lower case far more often are no names, wherever they stand with a capital.
        usual = {word for word, count in self._plain.items()
                 if word[0].isupper() and count * 4 < self._plain.get(word.lower(), 0)}
        never = language.not_names | usual
        for text in texts:
            self._count(text, never)

    # -- which words are names -------------------------------------------------------------------------------------

    def _count(self, text: str, never: frozenset[str]) -> None:
        saying = self.language.saying
        for match in _CAPITAL.finditer(text):
            capital = match[0]
            if capital in never:
                continue
            word, start = _bare(capital), match.start()
            before = text[max(0, start - 12) : start]
            # Behind a letter or a comma and a blank no sentence begins, as the pattern would say after a longer look.
            inside = before[-1:] == " " and (before[-2:-1].isalpha() or before[-2:-1] == ",")
            first = not inside and bool(_INITIAL.search(before)) and not self._after_title(before)
            (self._first if first else self._middle)[word] += 1
            if word in self._saying:
                continue
            following = _NEXT.match(text, match.end())
            if (following and (self._says(*following.groups()) or _joined_names(*following.groups()))) \
                    or before.rstrip().rpartition(" ")[2] in saying:
                self._saying.add(word)

    def _after_title(self, before: str) -> bool:
        word = before.rstrip().rstrip(".").rpartition(" ")[2]
        return word.lower() in self._titles and word[:1].isupper()

    def _says(self, word: str, second: str | None) -> bool:
        verbs = self.language.verbs
        return verbs.get(word) == "say" or (word in self.language.auxiliaries and verbs.get(second or "") == "say")

    def tells(self, text: str) -> bool:
        """Whether a verb of saying stands in a text."""
        return not self._tell.isdisjoint(_WORD.findall(text))

    def says_after(self, text: str, at: int) -> bool:
        """Whether a verb of saying follows at `at`."""
        following = _NEXT.match(text, at)
        return bool(following and self._says(*following.groups()))

    def _says_next(self, text: str, at: int) -> bool:
        """Whether the very next word at `at` is a verb of saying: a group or an office may have its name so."""
        following = _NEXT.match(text, at)
        return following is not None and self._says(following.group(1), None)

    def alike(self, word: str) -> list[str]:
        """Other capitalised words of the document that begin as this one does."""
        if not self._starts:
            for other in (*self._middle, *self._first):
                self._starts.setdefault(other[:3], []).append(other)
        return [other for other in self._starts.get(word[:3], ()) if other != word]

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is used as a proper name in this text."""
        language = self.language
        if word in language.not_names or not word[:1].isupper() or (len(word) > 3 and word.isupper()):
            return False
        lower = self._plain[word.lower()]
        if self._middle[word]:
            if self._common(word) and self._middle[word] < _OFTEN:
                return False  # "Now" at the head of a line of verse
            return self._middle[word] >= lower or (word in self._saying and self._middle[word] * 4 >= lower)
        given = word in language.men or word in language.women
        return (
            lower == 0
            and (given or word in self._saying)
            and word.lower() not in language.verbs
            and not self._common(word)
        )

    def _common(self, word: str) -> bool:
        low, language = word.lower(), self.language
        return (
            low in language.pronouns
            or low in language.possessives
            or low in language.everyone
            or low in language.adverbs
            or low in language.determiners
            or low in language.prepositions
            or low in language.answers
            or low in language.relatives
            or low in language.auxiliaries
        )

    # -- where names stand ----------------------------------------------------------------------------------------

    def mentions(self, text: str) -> list[Mention]:
        """The names of one paragraph in order."""
        if text not in self._cache:
            self._cache[text] = self._find(text)
        return self._cache[text]

    def at(self, text: str, start: int) -> Mention | None:
        """The name of which a word at `start` is a part (each word's start is looked up)."""
        if text not in self._places:
            self._places[text] = {
                match.start(): mention
                for mention in self.mentions(text)
                for match in _WORD.finditer(text, mention.start, mention.end)
            }
        return self._places[text].get(start)

    def _find(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        run: list[tuple[int, int, str]] = []  # start, end, "title" | "name" | "initial"
        for match in _NAME.finditer(text):
            kind = self._kinds.get(match[0])
            if kind is None:
                kind = self._kind(text, match)
            if not kind:
                continue
            if run and not self._joined(text, run[-1], match.start()):
                self._close(text, run, found)
                run = []
            run.append((match.start(), match.end(), kind))
            if match[0][-2:] in ("'s", "’s"):
                self._close(text, run, found)
                run = []
        if run:
            self._close(text, run, found)
        return found

    def _kind(self, text: str, match: re.Match[str]) -> str:
        word = _bare(match.group())
        after = text[match.end() : match.end() + 1]
        if word.lower() in self._titles and _TITLED.match(text[match.end() : match.end() + 4]):
            return "title"
        if len(word) == 1:
            return "initial" if after == "." else ""
        kind = "name" if self.is_name(word) else ""
        if word.lower() not in self._titles:
            self._kinds[match.group()] = kind  # whatever stands behind it
        return kind

    def _joined(self, text: str, last: tuple[int, int, str], start: int) -> bool:
        gap = text[last[1] : start]
        if last[2] == "title":
            return gap.strip() in (".", "")
        if last[2] == "initial":
            return gap.strip() == "." and "\n\n" not in gap
        return not gap.strip() and 0 < len(gap) < 4

    def _close(self, text: str, run: list[tuple[int, int, str]], found: list[Mention]) -> None:
        if not any(kind == "name" for _, _, kind in run):
            if len(run) > 1 and all(kind == "initial" for _, _, kind in run):
                start, end = run[0][0], run[-1][1] + 1
                found.append(Mention(start, end, (), (re.sub(r"\s+", " ", text[start:end]),)))
            return
        if (run[0][2] == "name" and _ARTICLE.search(text, max(0, run[0][0] - 8), run[0][0])
                and not self._says_next(text, run[-1][1])):
            return
        initials = [piece for piece in run if piece[2] == "initial"]
        if initials and run[0][2] == "initial" and len(initials) < len(run) and self._object(text, run):
            # "of the deportation of L. D. Kruskaia said": initials end one sentence, a name begins the next
            self._close(text, initials, found)
            run = run[len(initials) :]
        words = tuple(_bare(text[a:z]) + ("." if kind == "initial" else "") for a, z, kind in run if kind != "title")
        titles = tuple(text[a:z] for a, z, kind in run if kind == "title")
        raw = text[run[-1][0] : run[-1][1]]
        end = run[-1][1]
        bare = _bare(raw)
        possessive = bare != raw or text[end : end + 2] in ("' ", "’ ")
        found.append(Mention(run[0][0], end - (len(raw) - len(bare)), titles, words, possessive))

    def _object(self, text: str, run: list[tuple[int, int, str]]) -> bool:
        before = text[: run[0][0]].rstrip().rpartition(" ")[2].lower()
        following = _NEXT.match(text, run[-1][1])
        return before in self.language.prepositions and bool(following and self._says(*following.groups()))


def _bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _joined_names(word: str, second: str | None) -> bool:
    """`X and Y`: a second name behind a capitalised word."""
    return word in ("and", "und", "et") and bool(second) and str(second)[0].isupper()
