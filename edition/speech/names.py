"""Whom a name means: forms of one person's name belong together, others do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from edition.persons import Person, slug
from edition.records import field, mutable
from edition.speech.language import Language
from edition.speech.mentions import Mention, Mentions
from edition.words import Words

TITLES = frozenset(
    [
        "Mr",
        "Mrs",
        "Miss",
        "Ms",
        "Dr",
        "Sir",
        "Lady",
        "Lord",
        "Herr",
        "Frau",
        "Monsieur",
        "Madame",
        "Captain",
        "Aunt",
        "Uncle",
        "Comrade",
    ]
)

_Form = tuple[tuple[str, ...], tuple[str, ...]]
"""The titles and the words of a name."""
_ENDINGS = ("", "'s", "’s", "_")  # with which a name is printed, in italics too
_EDITS = 3  # letters: a slip has fewer
_LONG = 7  # letters of a name that may be a slip


@mutable
class Known:
    """One person as the text knows him or her: forms of the name with their counts, votes for he and she."""

    id: str
    name: str
    forms: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    sex: str = ""
    group: bool = False
    told: bool = False  # the editor's own list names the person
    he: int = 0
    she: int = 0
    acts: int = 0  # how often the person is the subject of a verb of saying

    called: int = 0  # how often others call the person by name
    titled: bool = False

    @property
    def human(self) -> bool:
        """Whether the text treats the name as a person's: one who speaks, is spoken to, or has a title."""
        return bool(self.acts or self.called or self.titled or self.told or abs(self.he - self.she) > 3)

    def fullest(self, form: str) -> tuple[int, int]:
        """How full a form of the name is: words that are no title, then how often it occurs."""
        return len([word for word in form.split() if word.rstrip(".") not in TITLES]), self.forms.get(form, 0)

    def person(self) -> Person:
        """For the list of participants."""
        best = max((self.fullest(form), form) for form in self.forms or (self.name,))[1]
        name = self.name if self.told or self.group else best
        variants = tuple(sorted(form for form in self.forms if form != name))
        return Person(self.id, name, variants, self.group)


class _Index(NamedTuple):
    """Forms of names: those of two words or more by each of them, and those of one word with a title by that word."""

    longer: dict[str, set[str]]
    titled: dict[str, list[str]]


class Names(Mentions):
    """All names of a document: `find` gives the person of a mention, `persons` holds those met so far."""

    def __init__(
        self, texts: Sequence[str], rest: str, words: Words, language: Language, told: Iterable[Person] = ()
    ) -> None:
        super().__init__(texts, rest, words, language)
        self.persons: dict[str, Known] = {}
        self._of: dict[str, Known | None] = {}
        self._found: dict[_Form, Known] = {}  # by titles and words
        self._told(told)

    @cached_property
    def _forms(self) -> Counter[str]:
        """How often each form of a name stands in the document."""
        said = Counter([mention[2:4] for text in self.texts for mention in self.mentions(text)])
        for run, count in self.words.runs.items():
            for mention in self.mentions(run):
                said[mention[2:4]] += count
        forms: Counter[str] = Counter()
        for (titles, words), count in said.items():
            forms[" ".join((*titles, *words))] += count
        return forms

    @cached_property
    def _within(self) -> Counter[str]:
        """How often each word stands in a name of several."""
        within = Counter[str]()
        for form, count in self._forms.items():
            for word in form.split() if " " in form else ():
                within[word] += count
        return within

    def _often(self, phrase: str) -> int:
        """How often a form stands in the document; of one word, far from speech, the printed words tell it."""
        if not self.rest or " " in phrase:
            return self._forms[phrase]
        every = sum(self.words.plain[start + phrase + end] for start in ("", "_") for end in _ENDINGS)
        return max(self._forms[phrase], every - self._within[phrase])

    @cached_property
    def _index(self) -> _Index:
        """The forms of names by their words."""
        index = _Index(defaultdict(set), defaultdict(list))
        for form in self._forms:
            titles, words = self._split(form)
            if titles and len(words) == 1:
                index.titled[words[0]].append(form)
            if len(words) > 1:
                for word in words:
                    index.longer[word].add(form)
        return index

    def _split(self, form: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = form.split()
        titles = tuple(word for word in words[:-1] if word.lower().rstrip(".") in self._titles and word[:1].isupper())
        return titles, tuple(words[len(titles) :])

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
        if form.isalpha():
            return form.lower()
        return " ".join(form.replace(".", " ").replace("’", "'").split()).lower()

    def sex_of_titles(self, titles: tuple[str, ...]) -> str:
        """m, f or "" by the titles of a name."""
        return next((sex for title in titles if (sex := self._titles.get(title.lower(), ""))), "") if titles else ""

    def find(self, mention: Mention) -> Known:
        """The person a name means; one is made where the form is new."""
        said = mention.titles, mention.words
        if said in self._found:
            return self._found[said]
        phrase = mention.phrase
        key = self._normal(phrase)
        if key in self._of:
            known = self._of[key]
            assert known is not None
        else:
            known = self._new(mention)
            self._of[key] = known
        if phrase not in known.forms:
            known.forms[phrase] = self._often(phrase)
        known.titled = known.titled or bool(mention.titles)
        self._found[said] = known
        return known

    def _new(self, mention: Mention) -> Known:
        titles, words = mention.titles, mention.words
        if not titles and len(words) == 1 and self._stands_alone(words[0]):
            return self._add(words[0], words[0], "")
        bare = " ".join(words)
        sex = self.sex_of_titles(titles)
        told = self._of.get(self._normal(bare)) if titles else None  # without titles it would have been found
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
        taken = bool(titles) and self._normal(bare) in self._of
        return self._add(mention.phrase, mention.phrase if taken else bare, sex)

    def _stands_alone(self, word: str) -> bool:
        """Whether no other form of a name has this word, and it is too short for a slip: so most are."""
        return len(word) < _LONG and word not in self._index.longer and word not in self._index.titled

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
        longer = self._index.longer.get(words[-1])
        if longer is None:
            return ""
        sex = self.sex_of_titles(titles)
        forms = [
            form
            for form in longer
            if set(words) < set(self._split(form)[1]) and len(self._split(form)[1]) > len(words)
        ]
        if titles and len(self._titles_of(words[-1])) > 1:
            return ""  # "Mr. X" and "Mrs. X" both occur: none of them is "Charles X" for certain
        if titles and sex:  # "Mr. Wilcox" is nobody's first name, and no lady's name
            forms = [
                form
                for form in forms
                if self.sex_of_titles(self._split(form)[0]) in ("", sex)
                and (self._split(form)[1][-1] == words[-1] or titles[0] not in ("Mr", "Mrs", "M", "Mme", "Herr"))
            ]
            forms = [form for form in forms if self._guess(form) in ("", sex)]
        cores = {self._split(form)[1] for form in forms}
        if len(cores) == 1:
            return max(forms, key=lambda form: (self._forms[form], form))
        return ""

    def _titles_of(self, word: str) -> set[str]:
        """The titles with which a name occurs alone."""
        return {title for form in self._index.titled.get(word, ()) for title in self._split(form)[0]}

    def _guess(self, form: str) -> str:
        known = self._of.get(self._normal(form))
        return known.sex if known else ""

    def _titled(self, word: str, titles: tuple[str, ...], sex: str) -> str:
        """For a bare name its only form with a title ("Knightley": "Mr. Knightley"), where there is just one."""
        if titles:
            return ""
        forms = self._index.titled.get(word)
        if not forms:
            return ""
        sexes = {self.sex_of_titles(self._split(form)[0]) for form in forms}
        return max(forms, key=lambda form: (self._forms[form], form)) if len(sexes) == 1 else ""

    def _misspelt(self, word: str) -> str:
        """A far more common name of which this rare one is a slip (long, same first and last letter, two edits)."""
        if len(word) < _LONG or (count := self.words.middle.get(word, 0) + self.words.first.get(word, 0)) > 1:
            return ""
        near = {
            other
            for other in self.alike(word)
            if abs(len(other) - len(word)) < 3
            and self.words.middle[other] + self.words.first[other] > count
            and self.is_name(other)
            and _near(other, word)
        }
        return near.pop() if len(near) == 1 else ""


def _near(a: str, b: str) -> bool:
    """Whether fewer than three letters make one of the other: added, left out or changed."""
    size, short = max(len(a), len(b)), min(len(a), len(b))
    start = next((n for n in range(short) if a[n] != b[n]), short)
    stop = next((n for n in range(short - start) if a[-1 - n] != b[-1 - n]), short - start)
    left = size - start - stop  # what stands between the beginning and the end that both have
    if left < _EDITS or start + stop == short:
        return left < _EDITS
    return _edits(a[start:len(a) - stop], b[start:len(b) - stop]) < _EDITS


def _edits(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
