"""One name in two spellings: the rare one beside the usual one, in the same passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from edition.corrections.model import Correction, in_view
from edition.languages import Language, lexical
from edition.regex import regex
from edition.rules import Context
from edition.view import View

_NAME = regex(r"[A-Z](?<![\w’'-].)[a-zà-öø-ÿ]{6,}(?![\w-])")
_SAME_BEGINNING = 2
_NEAR = range(-2, 3)  # paragraphs
_WORDS = regex(r"[^\W\d_]+")
_UNDOUBLED = regex(r"(.)\1")
# Letters that are taken for one another, in print and in transliteration; each set is read as one letter.
_ALIKE = str.maketrans("jyeu", "iicn")
# In a sentence with one of these, two forms of a name may be meant.
_OF_NAMES = frozenset(("alias", "called", "corrected", "formerly", "misspelled", "named", "spelled", "spelling",
                       "spelt", "variant", "or", "sic"))


class _Place(NamedTuple):
    view: View
    block: int
    start: int
    end: int


def name_spellings(context: Context) -> Iterator[Correction | None]:
    """A name that occurs once, unknown to the lexicon, where a longer-known name of nearly the same letters stands in
    the same or the next paragraph."""
    language = lexical(context.language)
    if language is None:
        return
    places = _names(context)
    usual = defaultdict[tuple[str, int], set[str]](set)  # beginning and paragraph → names that stand there
    for name, found in places.items():
        for place in found if len(found) >= 2 else ():
            usual[name[:_SAME_BEGINNING], place.block].add(name)
    for name, found in places.items():
        if len(found) == 1:
            near = (usual.get((name[:_SAME_BEGINNING], found[0].block + away), ()) for away in _NEAR)
            yield from _respelt(found[0], name, set[str]().union(*near), places, language)


def _names(context: Context) -> dict[str, list[_Place]]:
    places: dict[str, list[_Place]] = defaultdict(list)
    blocks = sorted(context.views("p", "note", "item"), key=lambda view: view.span.start)
    for number, view in enumerate(blocks):
        for match in _NAME.finditer(view.text):
            places[match[0]].append(_Place(view, number, match.start(), match.end()))
    return places


def _respelt(place: _Place, name: str, others: set[str], places: dict[str, list[_Place]],
             language: Language) -> Iterator[Correction | None]:
    # The list of words is asked last: few names come so far.
    near = [other for other in others if distance(name, other, 2) <= 2 and not _inflected(name, other)
            and not language.knows(other)]
    if len(near) != 1 or language.knows(name):
        return
    usual = near[0]
    sure = any(there.block == place.block for there in places[usual]) and slip(name, usual) and _plain(place, language)
    yield in_view(place.view, place.start, place.end, usual, "name-spelling", f"this spelling occurs once, “{usual}” "
                  f"{len(places[usual])} times, and in this passage", tier="automatic" if sure else "suggestion")


def _plain(place: _Place, language: Language) -> bool:
    """Whether the words around are ordinary English, and do not themselves speak of two names."""
    around = _WORDS.findall(place.view.text[max(0, place.start - 150):place.end + 150])
    lower = [word for word in around if word.islower()]
    known = sum(language.knows(word) for word in lower)
    return known >= 0.95 * len(lower) and not _OF_NAMES.intersection(lower)


def slip(printed: str, usual: str) -> bool:
    """Whether letters were dropped, doubled, turned round or taken for their like (i and j, c and e …), and not only a
    doubled letter was written single or the reverse, as different hands do."""
    if _UNDOUBLED.sub(r"\1", printed) == _UNDOUBLED.sub(r"\1", usual):
        return False
    plain = [word.lower().translate(_ALIKE) for word in (printed, usual)]
    # Without substitution, the distance is what longest common subsequence leaves over.
    left_over = len(plain[0]) + len(plain[1]) - 2 * _common(*plain)
    if left_over == 2 and len(plain[0]) == len(plain[1]):
        return sorted(plain[0]) == sorted(plain[1])  # turned round; one letter for an unlike one may be another name
    return left_over <= 2 and printed != usual


def _common(one: str, other: str) -> int:
    row = [0] * (len(other) + 1)
    for left in one:
        before = 0
        for column, right in enumerate(other, 1):
            before, row[column] = row[column], before + 1 if left == right else max(row[column], row[column - 1])
    return row[-1]


def _inflected(one: str, other: str) -> bool:
    """Whether two names differ only in their last letters, as cases, plurals, women's names and peoples do."""
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return stem >= min(len(one), len(other)) - 2


def distance(one: str, other: str, most: int) -> int:
    """Edit distance of two words (insertion, deletion, substitution), or most + 1 where it is greater."""
    # One step changes at most two letters of those that stand in one word only.
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    row = list(range(len(other) + 1))
    for number, left in enumerate(one, 1):
        before, row[0] = row[0], number
        for column, right in enumerate(other, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (left != right))
        if min(row) > most:
            return most + 1
    return row[-1]
