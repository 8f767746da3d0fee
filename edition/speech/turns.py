"""Labelled turns (`Kamenev: …`, `MACBETH.`): which person each label means."""

from __future__ import annotations

import re

from edition.persons import Person, slug, unspaced
from edition.regex import regex
from edition.speech.called import called
from edition.speech.credits import Credits
from edition.speech.language import Language
from edition.speech.mentions import Mention
from edition.speech.names import Known, Names
from edition.speech.offices import ANSWERS, QUESTIONS
from edition.speech.roles import Roles, spelt
from edition.tree import Span

_STAGE = regex(r"[(\[][^)\]]*[)\]]|[_*=]")
TRANSCRIPT = "transcript-turn"  # the rule whose labels hold offices and parties beside the name
PLAYED = "played-speech"  # the rule of a play's speeches
QUESTION, ANSWER = "interview-question", "interview-answer"  # rules whose turns need no label
_TRIM = " .,:;—–-―\u00a0"
_AND = regex(r"\s*(?:,|&|\+|/)\s*|\s+(?:and|und|et|with|mit|avec)\s+", re.IGNORECASE)
# The same in other languages, in words that stand in names too: between two who are known they join.
_AND_ALSO = regex(r"\s+(?:e|ed|y|i|og|och|en|és|ja|a|и|і|та|και|va)\s+", re.IGNORECASE)
_ALL = frozenset(
    ["all", "both", "omnes", "alle", "beide", "tous", "toutes", "ensemble", "together", "everybody", "chorus",
     "tutti", "tutte", "todos", "todas", "ambos", "entrambi", "begge", "allen", "beiden", "все", "chor", "coro",
     "alla", "kaikki", "mind", "mindnyájan", "wszyscy", "všichni", "vsi", "svi", "усі", "όλοι"]
)
_INITIALS = regex(r"(?:[^\W\d_]\.? ?){2,4}")
_QUESTION, _ANSWER = "questioner", "respondent"
# The letters of these two in their languages.
_PAIRS = (("q", "a"), ("q", "r"), ("p", "r"), ("d", "r"), ("f", "a"), ("v", "a"), ("p", "o"), ("s", "c"), ("в", "о"))


def label_text(text: str) -> str:
    """The words of a label without directions in brackets and the point or colon behind it."""
    return re.sub(r"\s+", " ", unspaced(_STAGE.sub(" ", text).strip(_TRIM))) or text.strip("()[] ")


class Labels:
    """The labels of a document and the persons they mean; variants and abbreviations are one person's."""

    def __init__(self, text: str, spans: list[Span], names: Names, language: Language) -> None:
        self.names, self.language = names, language
        self.printed: dict[int, str] = {}
        turn = -1
        for place, span in enumerate(spans):
            kind = span.kind
            if kind == "sp":
                turn = place
                if span.rule in (QUESTION, ANSWER):
                    self.printed[turn] = "Q" if span.rule == QUESTION else "A"
            elif kind == "speaker" and turn >= 0 and turn not in self.printed:
                self.printed[turn] = text[span.istart : span.iend]
        self._played = any(span.rule == PLAYED for span in spans)
        record = {place for place in self.printed if spans[place].rule == TRANSCRIPT}
        self.record = bool(record)
        self.credits = Credits(text, spans, TRANSCRIPT)
        names_of = called({self.printed[place] for place in record})
        texts = {label: label_text(label) for label in {*self.printed.values(), *names_of.values()}}
        self.printed = {
            place: texts[names_of[label] if place in record else label] for place, label in self.printed.items()
        }
        self._spelt = spelt(self.printed[place] for place in record)
        self._known: dict[str, tuple[str, ...]] = {}
        self._full: dict[str, list[str]] = {}
        labels = set(self.printed.values())
        self._asking = _asking({label.lower().strip(".") for label in labels})
        single = {label.lower() for label in labels if not _AND.search(label)}
        self._joined = {label for label in single if _AND_ALSO.search(label)
                        and all(part in single for part in _AND_ALSO.split(label))}
        self._single = single - self._joined
        speakers = {label: one for label in labels if len(self._parts(one := self._speaker(label))) == 1}
        self.roles = Roles(spans, {place: speakers[label] for place, label in self.printed.items()
                                   if label in speakers},
                           (text[span.istart:span.iend].strip() for span in spans if span.kind == "role"))
        for label in sorted(labels, key=lambda label: (-len(label.split()), label)):
            if len(self._parts(label)) > 1:
                continue  # who speaks together is nobody's fuller name
            for word in label.lower().split():
                self._full.setdefault(word.strip("."), []).append(label)

    def who(self) -> dict[int, tuple[str, ...]]:
        """Place of each sp span → ids of its speakers."""
        return {place: self._ids(label) for place, label in self.printed.items() if label}

    def _ids(self, label: str) -> tuple[str, ...]:
        key = label.lower()
        if key not in self._known:
            label = self._speaker(label)
            parts = [part for part in self._parts(label) if part]
            several = len(parts) > 1 and all(part.lower() in self._single or part[:1].isupper() for part in parts)
            names = parts if several and len(label) < 80 else [label]
            self._known[key] = tuple(dict.fromkeys(self._one(name) for name in names))
        return self._known[key]

    def _parts(self, label: str) -> list[str]:
        """The names in a label of several who speak together."""
        return (_AND_ALSO if label.lower() in self._joined else _AND).split(label)

    def _speaker(self, label: str) -> str:
        """A label without the words that say how somebody speaks ("ROBERT, LAUGHING"): those name nobody."""
        name, comma, rest = label.partition(",")
        named = all(part.lower() in self._single for part in self._parts(name))
        others = any(part.lower() in self._single for part in self._parts(rest.strip()))
        manner = self._played and rest.strip()[:1].islower()
        return name if comma and (named or manner) and not others else label

    def _one(self, label: str) -> str:
        label = self._spelt.get(label, label)
        low = label.lower().strip(_TRIM)
        if low in _ALL:
            return self._made(label.capitalize(), slug(low), True)
        if part := self._asking.get(low.strip(".")):
            return self._made(label, part, False)
        if self.roles:  # a play: its labels are all it has, and a title before a name makes another person of it
            name = self._cased(self.roles.of(label))
            return self._made(name, slug(name), False)
        if full := self._in_full(label):
            return self._ids(full)[0]
        if named := self.credits.of(label):
            named = self._as_printed(named)
            told = self.names._of.get(self.names._normal(named))
            return told.id if told else self._made(named, slug(named), False)
        if _INITIALS.fullmatch(label) and (meant := self._initials(label)):
            return meant
        full = self._longer(label)
        if full and full != label:
            return self._ids(full)[0]
        name = self._cased(label)
        mention = self._mention(name)
        key = self.names._normal(mention.phrase)
        told = self.names._of.get(key)
        if told is not None or (not label.isupper() and self.names.mentions(name)):
            return self.names.find(mention).id
        return self._made(name, slug(" ".join(mention.words) or name), False)

    def _in_full(self, label: str) -> str:
        """The one label of two words or more of which these are the initials: `Anna Birch` of `AB`; "" where none."""
        letters = re.sub(r"\W", "", label)
        if not self.record or not _INITIALS.fullmatch(label) or not letters.isupper():
            return ""
        found = {full for fulls in self._full.values() for full in fulls
                 if " " in full and "".join(word[0] for word in full.split()).upper() == letters
                 and not _INITIALS.fullmatch(full)}
        return found.pop() if len(found) == 1 else ""

    def _as_printed(self, named: str) -> str:
        """A name of the introduction as far as a label gives it in full: "Glazier Anna Alder" is "Anna Alder" there."""
        printed = [full for full in self._full.get(named.lower().split()[-1], ())
                   if " " in full and named.lower().endswith(" " + full.lower())]
        return named[-len(printed[0]):] if printed else named

    def _initials(self, label: str) -> str:
        """The one person of the text whose initials these are ("JK": "John Kay")."""
        letters = re.sub(r"\W", "", label)
        forms = {form for form in self.names._forms if "".join(w[0] for w in self.names._split(form)[1]) == letters}
        found = {self.names.find(self._mention(form)).id for form in sorted(forms)}
        return found.pop() if len(found) == 1 else ""

    def _cased(self, label: str) -> str:
        """A label in capitals as a name is written."""
        return re.sub(r"(?<=['’])S\b", "s", label.title() if label.isupper() and len(label) > 3 else label)

    def _mention(self, name: str) -> Mention:
        titles, words = self.names._split(name)
        return Mention(0, len(name), titles, words)

    def _made(self, name: str, wanted: str, group: bool) -> str:
        known = self.names.persons.get(wanted)
        if known is None:
            sex = self.names.sex_of_titles(self.names._split(name)[0])
            known = self.names.persons[wanted] = Known(wanted, name, sex=sex, group=group)
        known.forms[name] += 1
        return known.id

    def _longer(self, label: str) -> str:
        """The one longer label of which this is a part ("TOBY": "SIR TOBY") or an abbreviation ("Macb.")."""
        words = label.lower().strip(".").split()
        holding = (
            {
                full
                for full in self._full.get(words[-1], ())
                if len(full.split()) > len(words) and set(words) <= {w.strip(".") for w in full.lower().split()}
            }
            if words
            else set()
        )
        if len(holding) == 1:
            return holding.pop()
        if len(words) == 1 and 2 <= len(words[0]) <= 6:
            longer = {
                full
                for word, fulls in self._full.items()
                if word != words[0] and word.startswith(words[0])
                for full in fulls
                if len(full.split()) == 1 and len(word) > len(words[0]) + 1
            }
            if len(longer) == 1 and (label.endswith(".") or len(words[0]) <= 4):
                return longer.pop()
        return ""


def _asking(labels: set[str]) -> dict[str, str]:
    """The labels by which somebody but asks or answers → who that is: `Question`, and `Q` where there is an `A`."""
    made = dict.fromkeys(labels & QUESTIONS, _QUESTION) | dict.fromkeys(labels & ANSWERS, _ANSWER)
    letters = {label for label in labels if len(label) == 1}
    for ask, answer in _PAIRS:
        if letters == {ask, answer} or (ask + answer == "qa" and ask in letters):
            made |= {ask: _QUESTION, answer: _ANSWER}
    return made


def participants(names: Names, used: set[str]) -> dict[str, Person]:
    """The persons that are pointed to, by id, in the order of their ids."""
    return {who: names.persons[who].person() for who in sorted(used) if who in names.persons}
