"""What a language gives to the reading of speech: its verbs, pronouns and name words, declared in languages/."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from importlib import import_module
from typing import Any, Literal

from edition.records import record
from edition.speech import languages, wording

VerbClass = Literal["say", "weak", "write"]
_SAMPLE = 40_000  # characters that are enough to tell one language from another
# The lists of a language that are its own; those under PHRASE; those under NAMES.
_NOUNS = ("function_words", "written", "speech", "works", "volumes", "serials", "terms", "words", "hearing", "asking",
          "answering", "answers", "elisions")
_SMALL_WORDS = ("determiners", "articles", "indefinite", "prepositions", "relatives", "adverbs", "auxiliaries", "that",
                "conjunctions", "clause")
_PERSONS = ("men", "women", "feminine", "masculine", "not_names", "generic")


@record
class Language:
    """Word lists of one language; every word in lower case but `hon_*` and `not_names`, which are as printed."""

    tag: str
    function_words: frozenset[str]
    inquit_inside: bool  # whether the words that say who speaks may stand inside the marks
    verbs: dict[str, VerbClass]
    written: frozenset[str]
    speech: frozenset[str]
    works: frozenset[str]
    volumes: frozenset[str]
    serials: frozenset[str]
    terms: frozenset[str]
    words: frozenset[str]  # of the terms those that say "word": what follows is a word as a word
    hearing: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    answers: frozenset[str]
    elisions: frozenset[str]
    pronouns: dict[str, str]  # word → m, f, pl, self
    possessives: dict[str, str]  # word → m, f, pl, self
    everyone: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    that: frozenset[str]
    conjunctions: frozenset[str]
    clause: frozenset[str]  # words by which reported speech begins: no inquit goes on so
    bases: frozenset[str]  # first forms of the verbs: many are nouns as well
    honorifics: dict[str, str]  # word → m, f, ""
    men: frozenset[str]
    women: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    not_names: frozenset[str]
    generic: frozenset[str]
    wording: wording.Wording  # set phrases

    @cached_property
    def saying(self) -> frozenset[str]:
        """The verbs of saying, in all their forms."""
        return frozenset(form for form, kind in self.verbs.items() if kind == "say")

    @cached_property
    def saying_parts(self) -> frozenset[str]:
        """The same as runs of letters: "s'écrier" has two."""
        return frozenset(part for verb in self.saying for part in verb.split("'"))

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that stand in lower case in a title."""
        return self.determiners | self.prepositions | self.conjunctions

    @cached_property
    def human(self) -> frozenset[str]:
        """Nouns that mean a person, or several."""
        return self.everyone | self.masculine | self.feminine | self.generic

    def is_adverb(self, word: str) -> bool:
        """Whether a word may stand between a subject and its verb without changing who speaks."""
        return word in self.adverbs or word in self.auxiliaries or (len(word) > 4 and word.endswith("ly"))


def _words(value: object) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in str(value).split())


def _classes(table: dict[str, object]) -> dict[str, str]:
    return {word.lower(): name for name, words in table.items() for word in str(words).split()}


@cache
def load(tag: str) -> Language:
    """The language with this tag; KeyError where nobody has declared it."""
    if tag not in languages.TAGS:
        raise KeyError(tag)
    data: dict[str, Any] = vars(import_module(f"{languages.__name__}.{tag}"))
    verbs: dict[str, VerbClass] = {}
    classes: tuple[VerbClass, ...] = ("weak", "write", "say")
    for name in classes:  # the last wins: a verb of saying is one, whatever else it may be
        verbs |= {form: name for verb in data[name.upper()] for form in verb.split()}
    pronouns, phrase, names = data["PRONOUNS"], data["PHRASE"], data["NAMES"]
    honorifics = {
        word: sex for sex, key in (("m", "male"), ("f", "female"), ("", "neutral")) for word in names[key].split()
    }
    return Language(
        tag=tag,
        wording=wording.read(data.get("WORDING", {})),
        inquit_inside=bool(data.get("INQUIT_INSIDE")),
        verbs=verbs,
        bases=frozenset(verb.split()[0] for name in classes for verb in data[name.upper()]),
        honorifics=honorifics,
        pronouns=_classes({key: pronouns[key] for key in ("m", "f", "pl", "self")}),
        possessives=_classes(pronouns["possessive"]),
        everyone=_words(pronouns["everyone"]),
        **{key: _words(data[key.upper()]) for key in _NOUNS},
        **{key: _words(phrase[key]) for key in _SMALL_WORDS},
        **{key: _words(names[key]) for key in _PERSONS},
    )


def choose(tag: str, text: str) -> Language:
    """The language told (`de-AT` is `de`), or else the one whose function words are most frequent in the text."""
    base = tag.split("-")[0].lower()
    if base in languages.TAGS:
        return load(base)
    counts = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    scores = [(sum(counts[word] for word in load(name).function_words), name) for name in languages.TAGS]
    best = max(score for score, _ in scores)
    return load(next(name for score, name in scores if score == best))
