"""Set phrases of a language by which quoted words and parentheses are told apart, made ready for matching."""

from __future__ import annotations

import re
from collections.abc import Mapping

from edition.records import record
from edition.regex import regex

_NEVER = regex(r"(?!)")
_WORDS_BETWEEN = r"(?:\s+[\w'’-]+){0,5}?"


@record
class Wording:
    """`starting` patterns are matched at a place, `ending` ones searched in what stands before it.

    A phrase is declared as its words: `a|b` is one of two, `…` up to five others.
    """

    referring: re.Pattern[str]  # starting: a parenthesis refers to another publication
    restating: re.Pattern[str]  # starting: it says the same in other words
    relating: re.Pattern[str]  # starting: a relative clause that explains the word before it
    arguing: re.Pattern[str]  # starting: a clause that gives the writer's reason or doubt
    opining: re.Pattern[str]  # anywhere: the writer's own opinion
    worded: re.Pattern[str]  # ending: the words behind it are spoken of as words
    meaning: re.Pattern[str]  # starting: the words before it are spoken of as words
    calling: re.Pattern[str]  # ending: what follows is so called
    governing: re.Pattern[str]  # ending: a verb or its particle governs the words behind it
    month: re.Pattern[str]  # starting: a day of a month


def read(table: Mapping[str, object]) -> Wording:
    """The phrases declared in the table `wording` of a language; a key that is absent matches nothing."""
    starting = {name: _starting(_phrases(table, name)) for name in ("referring", "restating", "relating", "arguing",
                                                                   "meaning")}
    ending = {name: _ending(_phrases(table, name)) for name in ("worded", "calling", "governing")}
    opinions, months = _phrases(table, "opining"), str(table.get("months", "")).split()
    return Wording(
        **starting,
        **ending,
        opining=regex(rf"(?:^|,\s+)(?:{_any(opinions)})(?=$|,)") if opinions else _NEVER,
        month=regex(rf"(?:{'|'.join(months)})\.?\s+\d{{1,2}}\b|\d{{1,2}}\.?\s+(?:{'|'.join(months)})\b")
        if months else _NEVER,
    )


def _phrases(table: Mapping[str, object], name: str) -> list[str]:
    value = table.get(name, [])
    return [str(phrase) for phrase in value] if isinstance(value, list) else []


def _phrase(phrase: str) -> str:
    made = ""
    for word in phrase.split():
        if word == "…":
            made += _WORDS_BETWEEN
        else:
            made += (r"\s+" if made else "") + "(?:" + "|".join(map(re.escape, word.split("|"))) + ")"
    return made


def _any(phrases: list[str]) -> str:
    return "|".join(map(_phrase, sorted(phrases, key=len, reverse=True)))


def _starting(phrases: list[str]) -> re.Pattern[str]:
    return regex(rf"(?:{_any(phrases)})(?!\w)", re.IGNORECASE) if phrases else _NEVER


def _ending(phrases: list[str]) -> re.Pattern[str]:
    return regex(rf"(?<!\w)(?:{_any(phrases)})\s*$", re.IGNORECASE) if phrases else _NEVER
