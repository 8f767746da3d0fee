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


class _Once(NamedTuple):
    """A name where it stands, the only time."""

    view: View
    block: int
    name: str
    start: int
    end: int


def name_spellings(context: Context) -> Iterator[Correction | None]:
    """A name that occurs once, unknown to the lexicon, where a longer-known name of nearly the same letters stands in
    the same or the next paragraph."""
    language = lexical(context.language)
    if language is None:
        return
    views = sorted(context.views("p", "note", "item"), key=lambda view: view.span.start)
    blocks = [_NAME.findall(view.text) for view in views]
    places = defaultdict[str, list[int]](list)  # name → the numbers of the blocks in which it stands
    for number, names in enumerate(blocks):
        for name in names:
            places[name].append(number)
    once = sorted({found[0] for found in places.values() if len(found) == 1})
    usual = _usual(blocks, once, places)
    for number in once:
        for match in _NAME.finditer(views[number].text):
            if len(places[match[0]]) == 1:
                near = (usual.get((match[0][:_SAME_BEGINNING], number + away), ()) for away in _NEAR)
                one = _Once(views[number], number, match[0], match.start(), match.end())
                yield from _respelt(one, set[str]().union(*near), places, language)


def _usual(blocks: list[list[str]], once: list[int],
           places: dict[str, list[int]]) -> dict[tuple[str, int], set[str]]:
    """A beginning and a block near one of `once` → the names that stand there, and elsewhere or again."""
    found = defaultdict[tuple[str, int], set[str]](set)
    for number in {block + away for block in once for away in _NEAR} & set(range(len(blocks))):
        for name in blocks[number]:
            if len(places[name]) > 1:
                found[name[:_SAME_BEGINNING], number].add(name)
    return found


def _respelt(one: _Once, others: set[str], places: dict[str, list[int]],
             language: Language) -> Iterator[Correction | None]:
    # The list of words is asked last: few names come so far.
    near = [other for other in others if distance(one.name, other, 2) <= 2 and not _inflected(one.name, other)
            and not language.knows(other)]
    if len(near) != 1 or language.knows(one.name):
        return
    usual = near[0]
    sure = one.block in places[usual] and slip(one.name, usual) and _plain(one, language)
    yield in_view(one.view, one.start, one.end, usual, "name-spelling", f"this spelling occurs once, “{usual}” "
                  f"{len(places[usual])} times, and in this passage", tier="automatic" if sure else "suggestion")


def _plain(one: _Once, language: Language) -> bool:
    """Whether the words around are ordinary English, and do not themselves speak of two names."""
    around = _WORDS.findall(one.view.text[max(0, one.start - 150):one.end + 150])
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
