"""Whom the label of a transcript calls: the name in it, without office, form of address, party, place or time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from edition.regex import regex
from edition.speech.offices import ADDRESS, ARTICLES, FEMALE, MALE, OFFICES, PARTICLES, TITLES

_BRACKET = regex(r"[(\[]([^()\[\]]*)[)\]]")
_TIME = regex(r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?")
_MARKS = regex(r"[*_#]+(?!\d)|</?\w+>")
_MINISTERS = ("minister", "ministeren", "ministern", "ministr")
_NUMBER = regex(r"(?:Anf\. ?\d{1,4}|\d{1,3}\.) +(?=[^\W\d_])")  # of a question, of a speech
_TRIM = " \t\n.,:;—–-―\u00a0"


def called(labels: Iterable[str]) -> dict[str, str]:
    """Each printed label of a document → the name by which it calls its speaker."""
    made = {label: _name(label) for label in labels}
    holders = _holders(made)
    made = {label: holders.get(_outside(label).lower(), name) if "(" not in label else name
            for label, name in made.items()}
    sexes = defaultdict[str, set[str]](set)
    for label, name in made.items():
        sexes[name.lower()].add(_sex(label))
    # "Mr. Hill" and "Mrs. Hill" are two: where both stand, the form of address belongs to the name.
    return {label: _addressed(label, name) if len(sexes[name.lower()] - {""}) > 1 else name
            for label, name in made.items()}


def _holders(made: dict[str, str]) -> dict[str, str]:
    """Offices, small, that one label or more print with one name in brackets → that name: "The MINISTER (Mr. Hill)"."""
    named = defaultdict[str, set[str]](set)
    for label, name in made.items():
        inside = _BRACKET.findall(label) if "(" in label else []
        if inside and name and name != _outside(label) and any(name in one for one in inside):
            named[_outside(label).lower()].add(name)
    return {office: names.pop() for office, names in named.items() if len(names) == 1}


def _outside(label: str) -> str:
    """A label without what stands in brackets, and without marks."""
    return " ".join(_BRACKET.sub(" ", _MARKS.sub("", label)).split()).strip(_TRIM)


def _folded(word: str) -> str:
    return word.lower().strip(".,’'")


def _sex(label: str) -> str:
    words = {_folded(word) for word in label.split()}
    return "m" if words & MALE else "f" if words & FEMALE else ""


def _addressed(label: str, name: str) -> str:
    return next((f"{word} {name}" for word in label.split() if _folded(word) in MALE | FEMALE), name)


def _name(label: str) -> str:
    label = _MARKS.sub("", _TIME.sub("", label))
    if number := _NUMBER.match(label):
        label = label[number.end():]
    outside = " ".join(_BRACKET.sub(" ", label).split()).strip(_TRIM)
    inside = [found.strip() for found in _BRACKET.findall(label) if found.strip()]
    if not outside and inside:
        return _name(inside[0])
    words = [word for word in outside.split() if _folded(word) not in TITLES | ARTICLES]
    for named in inside:
        if (_is_office(outside, words) or _is_addressed(outside, named)) and _is_name(named):
            return _name(named)
    if not words:
        return outside
    office, _, rest = outside.partition(",")
    if rest and (" " in office or rest.strip().isupper() or any(_folded(word) in OFFICES for word in rest.split())):
        return _name(office)
    return _without_titles(outside) or outside


def _without_titles(outside: str) -> str:
    """The name behind articles, offices and forms of address at its head."""
    words = outside.split()
    at = 0
    while at < len(words) - 1 and _folded(words[at]) in TITLES | ARTICLES and not words[at + 1].isdigit():
        at += 1
    if at and _folded(words[at - 1]) in ARTICLES and _folded(words[at]) in OFFICES:
        return outside
    return " ".join(words[at:]).strip(_TRIM)


def _is_office(outside: str, words: list[str]) -> bool:
    """Whether nothing but an office stands before the bracket: "O señor PRESIDENTE DA MESA (Crespo)"."""
    said = [_folded(word) for word in outside.split() if _folded(word) not in ARTICLES | ADDRESS]
    if said and (said[0] in OFFICES or said[0].startswith(_MINISTERS) or said[0].endswith(_MINISTERS)) and (
            len(said) == 1 or said[1] in PARTICLES):
        return True  # "Ministro do Equipamento", "Trafikministeren"
    office = any(_folded(word) in OFFICES for word in outside.split())
    rest = [word for word in words if _folded(word) not in PARTICLES | ADDRESS]
    return office and all(word.isupper() for word in rest)


def _is_addressed(outside: str, inside: str) -> bool:
    """Whether an office with its article stands before a name with a form of address: "The Secretary (Mr. Hill)"."""
    words = [_folded(word) for word in re.split(r"[ -]", outside)]
    return words[0] in ARTICLES and not OFFICES.isdisjoint(words) and _folded(inside.split()[0]) in ADDRESS


def _is_name(inside: str) -> bool:
    words = [word for word in inside.split() if _folded(word) not in PARTICLES]
    return bool(words) and all(word[0].isupper() for word in words) and not inside.isupper() and not any(
        char.isdigit() for char in inside)
