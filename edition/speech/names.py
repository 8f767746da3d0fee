"""Proper names of a text: where they stand, which forms are one person's, and whether that is a he or a she."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from edition.persons import Person, slug
from edition.speech.language import Language

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*\w|[A-ZÀ-Þ]\b")
_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*[\"'“‘„«»(\[_*―—–-]*\s*$|^[\s\"'“‘„«»(\[_*―—–-]*$|[\"“„«‘]\s*$|(?:^|\s)'$|--\s*$")
_NEXT = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_POSSESSIVE = re.compile(r"['’]s?$")
TITLES = frozenset(["Mr", "Mrs", "Miss", "Ms", "Dr", "Sir", "Lady", "Lord", "Herr", "Frau", "Monsieur", "Madame", "Captain", "Aunt", "Uncle", "Comrade"])


@dataclass(frozen=True)
class Mention:
    """A name at `start:end` of a paragraph. `words`: the name without titles; `titles`: the titles before it."""

    start: int
    end: int
    titles: tuple[str, ...]
    words: tuple[str, ...]
    possessive: bool = False

    @property
    def phrase(self) -> str:
        return " ".join((*self.titles, *self.words))


@dataclass
class Known:
    """One person as the text knows him or her: forms of the name with their counts, votes for he and she."""

    id: str
    name: str
    forms: Counter[str] = field(default_factory=Counter)
    sex: str = ""
    group: bool = False
    told: bool = False          # the editor's own list names the person
    votes: Counter[str] = field(default_factory=Counter)
    acts: int = 0               # how often the person is the subject of a verb of saying

    called: int = 0             # how often others call the person by name
    titled: bool = False

    @property
    def human(self) -> bool:
        """Whether the text treats the name as a person's: one who speaks, is spoken to, or has a title."""
        return bool(self.acts or self.called or self.titled or self.told or abs(self.votes["m"] - self.votes["f"]) > 3)

    def fullest(self, form: str) -> tuple[int, int]:
        """How full a form of the name is: words that are no title, then how often it occurs."""
        return len([word for word in form.split() if word.rstrip(".") not in TITLES]), self.forms[form]

    def person(self) -> Person:
        """For the list of participants."""
        best = max((self.fullest(form), form) for form in self.forms or (self.name,))[1]
        name = self.name if self.told or self.group else best
        variants = tuple(sorted(form for form in self.forms if form != name))
        return Person(self.id, name, variants, self.group)


class Names:
    """All names of a document. `mentions(text)` finds those of one paragraph, `find` gives the person of a form."""

    def __init__(self, texts: Iterable[str], language: Language, told: Iterable[Person] = ()) -> None:
        self.language = language
        self._middle: Counter[str] = Counter()
        self._first: Counter[str] = Counter()
        self._saying: set[str] = set()
        self._titles = {title.lower(): sex for title, sex in language.honorifics.items()}
        self._cache: dict[str, list[Mention]] = {}
        self._places: dict[str, dict[int, Mention]] = {}
        texts = list(texts)
        self._plain = Counter(_WORD.findall("\n".join(texts)))
        for text in texts:
            self._count(text)
        self.persons: dict[str, Known] = {}
        self._of: dict[str, Known | None] = {}
        self._forms: Counter[str] = Counter()
        for text in texts:
            self._forms.update(mention.phrase for mention in self.mentions(text))
        self._told(told)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._with_title: dict[str, set[str]] = defaultdict(set)
        for form in self._forms:
            titles, words = self._split(form)
            if titles and len(words) == 1:
                self._with_title[words[0]].update(titles)
            if len(words) > 1:
                for word in words:
                    self._by_word[word].add(form)

    # -- which words are names -------------------------------------------------------------------------------------

    def _count(self, text: str) -> None:
        for match in _CAPITAL.finditer(text):
            word = _POSSESSIVE.sub("", match.group())
            before = text[max(0, match.start() - 12):match.start()]
            first = bool(_INITIAL.search(before)) and not self._after_title(before)
            (self._first if first else self._middle)[word] += 1
            following = _NEXT.match(text, match.end())
            if following and self._says(following.group(1), following.group(2)):
                self._saying.add(word)
            else:
                last = before.rstrip().rpartition(" ")[2]
                if self.language.verbs.get(last) == "say":
                    self._saying.add(word)

    def _after_title(self, before: str) -> bool:
        word = before.rstrip().rstrip(".").rpartition(" ")[2]
        return word.lower() in self._titles and word[:1].isupper()

    def _says(self, word: str, second: str | None) -> bool:
        verbs = self.language.verbs
        return verbs.get(word) == "say" or (word in self.language.auxiliaries and verbs.get(second or "") == "say")

    def says_after(self, text: str, at: int) -> bool:
        """Whether a verb of saying follows at `at`."""
        following = _NEXT.match(text, at)
        return bool(following and self._says(*following.groups()))

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is used as a proper name in this text."""
        language = self.language
        if word in language.not_names or not word[:1].isupper() or (len(word) > 3 and word.isupper()):
            return False
        lower = self._plain[word.lower()]
        if self._middle[word]:
            return self._middle[word] >= lower or (word in self._saying and self._middle[word] * 4 >= lower)
        return lower == 0 and word in self._saying and word.lower() not in language.verbs and not self._common(word)

    def _common(self, word: str) -> bool:
        low, language = word.lower(), self.language
        return (low in language.pronouns or low in language.possessives or low in language.everyone
                or low in language.adverbs or low in language.determiners or low in language.prepositions
                or low in language.answers or low in language.relatives or low in language.auxiliaries)

    # -- where names stand ----------------------------------------------------------------------------------------

    def mentions(self, text: str) -> list[Mention]:
        """The names of one paragraph in order."""
        if text not in self._cache:
            self._cache[text] = self._find(text)
        return self._cache[text]

    def at(self, text: str, start: int) -> Mention | None:
        """The name of which a word at `start` is a part (each word's start is looked up)."""
        if text not in self._places:
            self._places[text] = {match.start(): mention for mention in self.mentions(text)
                                  for match in _WORD.finditer(text, mention.start, mention.end)}
        return self._places[text].get(start)

    def _find(self, text: str) -> list[Mention]:
        found: list[Mention] = []
        run: list[tuple[int, int, str]] = []  # start, end, "title" | "name" | "initial"
        for match in _CAPITAL.finditer(text):
            kind = self._kind(text, match)
            if run and not self._joined(text, run[-1], match.start()):
                self._close(text, run, found)
                run = []
            if kind:
                run.append((match.start(), match.end(), kind))
                if match.group()[-2:] in ("'s", "’s"):
                    self._close(text, run, found)
                    run = []
            elif run:
                self._close(text, run, found)
                run = []
        self._close(text, run, found)
        return found

    def _kind(self, text: str, match: re.Match[str]) -> str:
        word = _POSSESSIVE.sub("", match.group())
        after = text[match.end():match.end() + 1]
        if word.lower() in self._titles and re.match(r"\.?\s+[A-ZÀ-Þ]", text[match.end():match.end() + 4]):
            return "title"
        if len(word) == 1:
            return "initial" if after == "." else ""
        if word.lower() in self._titles and self.is_name(word):
            return "name"
        return "name" if self.is_name(word) else ""

    def _joined(self, text: str, last: tuple[int, int, str], start: int) -> bool:
        gap = text[last[1]:start]
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
        initials = [piece for piece in run if piece[2] == "initial"]
        if initials and run[0][2] == "initial" and len(initials) < len(run) and self._object(text, run):
            # "of the deportation of L. D. Kruskaia said": initials end one sentence, a name begins the next
            self._close(text, initials, found)
            run = run[len(initials):]
        words = tuple(_POSSESSIVE.sub("", text[a:z]) + ("." if kind == "initial" else "")
                      for a, z, kind in run if kind != "title")
        titles = tuple(text[a:z] for a, z, kind in run if kind == "title")
        raw = text[run[-1][0]:run[-1][1]]
        end = run[-1][1]
        possessive = bool(_POSSESSIVE.search(raw)) or text[end:end + 2] in ("' ", "’ ")
        found.append(Mention(run[0][0], end - (len(raw) - len(_POSSESSIVE.sub("", raw))), titles, words, possessive))

    def _object(self, text: str, run: list[tuple[int, int, str]]) -> bool:
        before = text[:run[0][0]].rstrip().rpartition(" ")[2].lower()
        following = _NEXT.match(text, run[-1][1])
        return before in self.language.prepositions and bool(following and self._says(*following.groups()))

    # -- who is meant ---------------------------------------------------------------------------------------------

    def _split(self, form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = form.split()
        titles = tuple(word for word in words[:-1] if word.lower().rstrip(".") in self._titles and word[:1].isupper())
        return titles, tuple(words[len(titles):])

    def _told(self, told: Iterable[Person]) -> None:
        for person in told:
            known = Known(person.id, person.name, group=bool(getattr(person, "group", False)), told=True)
            known.sex = str(getattr(person, "sex", "") or "")[:1].lower()
            self.persons[person.id] = known
            for form in (person.name, *getattr(person, "variants", ())):
                known.forms[form] += 0
                self._of[self._normal(form)] = known

    @staticmethod
    def _normal(form: str) -> str:
        return re.sub(r"\s+", " ", form.replace(".", " ").replace("’", "'")).strip().lower()

    def sex_of_titles(self, titles: tuple[str, ...]) -> str:
        """m, f or "" by the titles of a name."""
        return next((sex for title in titles if (sex := self._titles.get(title.lower(), ""))), "")

    def find(self, mention: Mention) -> Known:
        """The person a name means; one is made where the form is new."""
        key = self._normal(mention.phrase)
        if key in self._of:
            known = self._of[key]
            assert known is not None
        else:
            known = self._new(mention)
            self._of[key] = known
        if mention.phrase not in known.forms:
            known.forms[mention.phrase] = self._forms[mention.phrase]
        known.titled = known.titled or bool(mention.titles)
        return known

    def _new(self, mention: Mention) -> Known:
        titles, words = mention.titles, mention.words
        bare = " ".join(words)
        sex = self.sex_of_titles(titles)
        told = self._of.get(self._normal(bare))
        if told is not None and (told.told or not titles) and sex in ("", told.sex or sex):
            return told
        full = self._full(titles, words)
        if full and full != mention.phrase:
            made = self._split(full)
            return self.find(Mention(0, 0, made[0], made[1]))
        if len(words) == 1 and not full:
            twin = self._titled(words[0], titles, sex)
            if twin:
                made = self._split(twin)
                return self.find(Mention(0, 0, made[0], made[1]))
        near = self._misspelt(bare) if not titles and len(words) == 1 else ""
        if near:
            return self.find(Mention(0, 0, (), (near,)))
        return self._add(mention.phrase, bare if self._normal(bare) not in self._of else mention.phrase, sex)

    def _add(self, name: str, base: str, sex: str) -> Known:
        made = self.unused(slug(base))
        known = self.persons[made] = Known(made, name, sex=sex)
        return known

    def unused(self, wanted: str) -> str:
        """An id nobody has yet: `wanted`, or it with a number."""
        made, n = wanted, 2
        while made in self.persons:
            made, n = f"{wanted}-{n}", n + 1
        return made

    def _full(self, titles: tuple[str, ...], words: tuple[str, ...]) -> str:
        """The one fuller form that holds these words, where there is just one."""
        sex = self.sex_of_titles(titles)
        forms = [form for form in self._by_word.get(words[-1], ())
                 if set(words) < set(self._split(form)[1]) and len(self._split(form)[1]) > len(words)]
        if titles and len(self._titles_of(words[-1])) > 1:
            return ""  # "Mr. X" and "Mrs. X" both occur: none of them is "Charles X" for certain
        if titles and sex:  # "Mr. Wilcox" is nobody's first name, and no lady's name
            forms = [form for form in forms if self.sex_of_titles(self._split(form)[0]) in ("", sex)
                     and (self._split(form)[1][-1] == words[-1] or titles[0] not in ("Mr", "Mrs", "M", "Mme", "Herr"))]
            forms = [form for form in forms if self._guess(form) in ("", sex)]
        cores = {self._split(form)[1] for form in forms}
        if len(cores) == 1:
            return max(forms, key=lambda form: (self._forms[form], form))
        return ""

    def _titles_of(self, word: str) -> set[str]:
        """The titles with which a name occurs alone."""
        return self._with_title.get(word, set())

    def _guess(self, form: str) -> str:
        known = self._of.get(self._normal(form))
        return known.sex if known else ""

    def _titled(self, word: str, titles: tuple[str, ...], sex: str) -> str:
        """For a bare name its only form with a title ("Knightley": "Mr. Knightley"), where there is just one."""
        if titles:
            return ""
        forms = [form for form in self._forms if form.endswith(" " + word) and self._split(form)[1] == (word,)]
        sexes = {self.sex_of_titles(self._split(form)[0]) for form in forms}
        return max(forms, key=lambda form: (self._forms[form], form)) if forms and len(sexes) == 1 else ""

    def _misspelt(self, word: str) -> str:
        """A far more common name of which this rare one is a slip (long, same first and last letter, two edits)."""
        count = self._middle[word] + self._first[word]
        if count > 1 or len(word) < 7:
            return ""
        near = [other for other in (*self._middle, *self._first) if other != word and other[0] == word[0]
                and other[-1] == word[-1] and abs(len(other) - len(word)) < 3 and other[:3] == word[:3]
                and self._middle[other] + self._first[other] > count and self.is_name(other) and _edits(other, word) < 3]
        return min(near) if len(set(near)) == 1 else ""


def _edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
