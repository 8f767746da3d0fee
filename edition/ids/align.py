"""Which passage of a text is which of an earlier version: never a guess, for an id must not come to another passage."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from edition.records import field, mutable

# A passage of so many words is known wherever it stands; a shorter one by its neighbours only.
_LONG = 4
_SHINGLE = 4         # words in a row by which passages that may be one are found
_COMMON = 12         # passages that share a shingle from which on it tells nothing
_ALIKE = 0.5         # the share of its words that a passage keeps where it stands
_ALIKE_MOVED = 0.8   # and where it has moved
_LEAST_MOVED = 12    # words that it must have then
_PART = 0.8          # the share of the words of a part (of a whole) that the other has, where one was split or joined
_LEAST_PART = 8      # words that the two must share then
_ALIKE_SHORT = 0.85  # the share of characters of two short passages, each alone between the same neighbours
_SLIPS = 2           # or so many characters that they differ in


class Piece(Protocol):
    """What is compared: see `published.Line`."""

    @property
    def print(self) -> str: ...
    @property
    def begins(self) -> str: ...
    @property
    def words(self) -> str: ...


@mutable
class Alignment:
    """`pairs`: old place → new place. `back`: the same from new to old.

    `absorbed`: old places without a pair → the new place that has most of their words.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    absorbed: dict[int, int] = field(default_factory=dict)

    def pair(self, old: int, new: int) -> None:
        """Say that these two are one, unless one of them is another's."""
        if old not in self.pairs and new not in self.back:
            self.pairs[old], self.back[new] = new, old


def align(old: Sequence[Piece], new: Sequence[Piece]) -> Alignment:
    """The pairs of two versions, exact ones first, then what stands between them, then what is alike."""
    made = Alignment()
    _pair_unique(old, new, made)
    _settle(old, new, made, _print)
    _pair_alike(old, new, made)
    _settle(old, new, made, _print)
    _pair_short(old, new, made)
    return made


def align_breaks(old: Sequence[Piece], new: Sequence[Piece]) -> Alignment:
    """The same of breaks: by the words behind them, then by their number between the same neighbours."""
    made = Alignment()
    _pair_once(old, new, made, _print)
    _settle(old, new, made, _print)
    _settle(old, new, made, _begins)
    return made


def align_marks(old: Sequence[Piece], new: Sequence[Piece]) -> Alignment:
    """The same of marks in a text: by the words in and around them."""
    made = Alignment()
    _pair_once(old, new, made, _print)
    _settle(old, new, made, _print)
    return made


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of two lists of words that are the same and stand in the same order."""
    for start, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from ((start + k, other + k) for k in range(size))


def _print(piece: Piece) -> str:
    return piece.print


def _begins(piece: Piece) -> str:
    return piece.begins


def _pair_unique(old: Sequence[Piece], new: Sequence[Piece], made: Alignment) -> None:
    """What is long and stands once in both, wherever."""
    _pair_once([one if len(one.words) >= _LONG else None for one in old],
               [one if len(one.words) >= _LONG else None for one in new], made, _print)


def _pair_once(old: Sequence[Piece | None], new: Sequence[Piece | None], made: Alignment,
               key: Callable[[Piece], str]) -> None:
    counts = [Counter(key(one) for one in side if one) for side in (old, new)]
    places = {key(one): place for place, one in enumerate(new) if one}
    for place, one in enumerate(old):
        if one and counts[0][key(one)] == counts[1][key(one)] == 1:
            made.pair(place, places[key(one)])


def _settle(old: Sequence[Piece], new: Sequence[Piece], made: Alignment, key: Callable[[Piece], str]) -> None:
    """Exact pairs beside pairs, then between them in order."""
    _spread(old, new, made, key)
    for olds, news in _gaps(len(old), len(new), made):
        for a, b in _in_order([key(old[one]) or f"\0{one}" for one in olds], [key(new[one]) for one in news]):
            made.pair(olds[a], news[b])
    _spread(old, new, made, key)


def _spread(old: Sequence[Piece], new: Sequence[Piece], made: Alignment, key: Callable[[Piece], str]) -> None:
    for place, other in sorted(made.pairs.items()):
        for step in (1, -1):
            a, b = place + step, other + step
            while (0 <= a < len(old) and 0 <= b < len(new) and a not in made.pairs and b not in made.back
                   and key(old[a]) and key(old[a]) == key(new[b])):
                made.pair(a, b)
                a, b = a + step, b + step


def _gaps(olds: int, news: int, made: Alignment) -> Iterator[tuple[list[int], list[int]]]:
    """What has no pair, old and new, between each two neighbours that kept their order."""
    a = b = 0
    for place, other in [*_rising(sorted(made.pairs.items())), (olds, news)]:
        left = [one for one in range(a, place) if one not in made.pairs]
        right = [one for one in range(b, other) if one not in made.back]
        if left and right:
            yield left, right
        a, b = place + 1, other + 1


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose places rise on both sides."""
    ends, last, before = list[int](), list[int](), list[int]()
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(last[at - 1] if at else -1)
        ends[at:at + 1], last[at:at + 1] = [other], [number]
    found, at = list[tuple[int, int]](), last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _pair_alike(old: Sequence[Piece], new: Sequence[Piece], made: Alignment) -> None:
    """Passages that share most of their words; of several, the one that shares most, and only if that is mutual."""
    near = _gap_numbers(old, new, made)
    shared = {(a, b): _shared(old[a].words, new[b].words) for a, b in _candidates(old, new, made)}
    fit = [(words, near[0].get(a) == near[1].get(b), -abs(a - b), -a, -b) for (a, b), words in shared.items()
           if b not in made.back
           and _alike(len(old[a].words), len(new[b].words), words, near[0].get(a) == near[1].get(b))]
    best_old, best_new = dict[int, int](), dict[int, int]()
    for _, _, _, a, b in sorted(fit, reverse=True):
        best_old.setdefault(-a, -b)
        best_new.setdefault(-b, -a)
    for a, b in best_old.items():
        if best_new[b] == a:
            made.pair(a, b)
    for (a, b), words in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
        if a not in made.pairs and words >= _ALIKE * len(old[a].words) and words >= _SHINGLE:
            made.absorbed.setdefault(a, b)


def _gap_numbers(old: Sequence[Piece], new: Sequence[Piece], made: Alignment) -> tuple[dict[int, int], dict[int, int]]:
    lefts, rights = dict[int, int](), dict[int, int]()
    for number, (left, right) in enumerate(_gaps(len(old), len(new), made)):
        lefts |= dict.fromkeys(left, number)
        rights |= dict.fromkeys(right, number)
    # -1, -2: of what stands in no gap, so that the two are never the same.
    return ({a: lefts.get(a, -1) for a in range(len(old))}, {b: rights.get(b, -2) for b in range(len(new))})


def _candidates(old: Sequence[Piece], new: Sequence[Piece], made: Alignment) -> list[tuple[int, int]]:
    """Old passages without a pair, and the new ones (with a pair or without) that share some words in a row."""
    places: dict[str, set[int]] = defaultdict(set)
    for b, one in enumerate(new):
        for shingle in _shingles(one.words):
            places[shingle].add(b)
    found = {(a, b) for a, one in enumerate(old) if a not in made.pairs for shingle in _shingles(one.words)
             if len(places.get(shingle, ())) <= _COMMON for b in places.get(shingle, ())}
    return sorted(found)


def _shingles(words: str) -> set[str]:
    return {words[at:at + _SHINGLE] for at in range(len(words) - _SHINGLE + 1)}


def _shared(one: str, other: str) -> int:
    """How many words two passages share, in runs of three or more."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(size for _, _, size in blocks if size >= 3)


def _alike(old: int, new: int, shared: int, near: bool) -> bool:
    """Whether two passages of so many words are one, changed, or one is a part of the other."""
    if not near:
        return shared >= _LEAST_MOVED and shared >= _ALIKE_MOVED * max(old, new)
    return shared >= _ALIKE * max(old, new) or (shared >= _LEAST_PART and shared >= _PART * min(old, new))


def _pair_short(old: Sequence[Piece], new: Sequence[Piece], made: Alignment) -> None:
    """A short passage that is alone without a pair between two neighbours, before and after, and much the same."""
    for olds, news in list(_gaps(len(old), len(new), made)):
        if len(olds) == len(news) == 1:
            one, other = old[olds[0]], new[news[0]]
            if _much_the_same(one, other):
                made.pair(olds[0], news[0])


def _much_the_same(one: Piece, other: Piece) -> bool:
    """Whether two short passages differ in a letter or two, or in few of their letters."""
    if max(len(one.words), len(other.words)) >= 2 * _LONG:
        return False
    matcher = SequenceMatcher(None, one.begins, other.begins, autojunk=False)
    shared = sum(size for _, _, size in matcher.get_matching_blocks())
    longest = max(len(one.begins), len(other.begins))
    return shared > 0 and (longest - shared <= _SLIPS or matcher.ratio() >= _ALIKE_SHORT)
