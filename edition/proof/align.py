"""Where two runs of characters agree and where they differ: exact, linear where they agree, bounded where not."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

# How far to look for the next agreement, and how many characters in a row make one: first near and exact, then far.
_LOOKS = ((10, 600, 1), (24, 8_000, 16), (32, 200_000, 400))      # characters that agree, reach, step


class Difference(NamedTuple):
    """`source[at:at + lost]` stands where the TEI has `tei[place:place + new]`."""

    at: int
    lost: int
    place: int
    new: int


class Alignment:
    """The agreement of the source's characters with the TEI's: which place in one is which in the other.

    `differences`: at most `limit` of them; `complete`: whether they are all there are.
    """

    def __init__(self, source: str, tei: str, limit: int) -> None:
        self.source, self.tei = source, tei
        self.differences: list[Difference] = []
        self.complete = True
        self._runs: list[tuple[int, int, int]] = []         # place in the source, place in the TEI, length
        at = place = 0
        while True:
            same = _agreement(source, at, tei, place)
            if same:
                self._runs.append((at, place, same))
            at, place = at + same, place + same
            if at == len(source) and place == len(tei):
                break
            if len(self.differences) == limit:
                self.complete = False
                break
            lost, new = _next(source, at, tei, place)
            self.differences.append(Difference(at, lost, place, new))
            at, place = at + lost, place + new
        self._starts = [run[0] for run in self._runs]
        self._places = [run[1] for run in self._runs]

    def to_tei(self, at: int) -> int:
        """The place in the TEI between the characters that surround `at` in the source; -1 where they do not agree."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return -1
        start, place, length = self._runs[number]
        return place + at - start if start < at < start + length else -1

    def to_source(self, place: int) -> int:
        """The source's character at this place of the TEI, or the nearest before it that is known."""
        number = bisect_right(self._places, place) - 1
        if number < 0:
            return 0
        start, first, length = self._runs[number]
        return start + min(place - first, length)

    def agrees(self, place: int) -> bool:
        """Whether the characters on both sides of this place of the TEI are those of the source."""
        number = bisect_right(self._places, place) - 1
        if number < 0:
            return False
        _, first, length = self._runs[number]
        return first < place < first + length


def _agreement(a: str, i: int, b: str, j: int) -> int:
    """How many characters from a[i] and b[j] on are the same."""
    start, longest = i, min(len(a) - i, len(b) - j)
    step = 1 << 12
    if a[i:i + longest] == b[j:j + longest]:
        return longest
    while step:
        while a[i:i + step] == b[j:j + step] and i - start + step <= longest:
            i, j = i + step, j + step
        step >>= 1
    return i - start


def _next(a: str, i: int, b: str, j: int) -> tuple[int, int]:
    """How many characters to pass over in a and in b until they agree again."""
    for gram, reach, step in _LOOKS:
        best: tuple[int, int, int] | None = None
        for skip in range(0, min(reach, len(b) - j - gram + 1), step):
            if best and skip >= best[0]:
                break
            found = a.find(b[j + skip:j + skip + gram], i, i + reach + gram)
            if found >= 0 and (best is None or skip + found - i < best[0]):
                best = (skip + found - i, found - i, skip)
        if best:
            return _shrunk(a, i, b, j, best[1], best[2])
    return _shrunk(a, i, b, j, len(a) - i, len(b) - j)


def _shrunk(a: str, i: int, b: str, j: int, lost: int, new: int) -> tuple[int, int]:
    """The difference without what agrees at its end."""
    while lost and new and a[i + lost - 1] == b[j + new - 1]:
        lost, new = lost - 1, new - 1
    return lost, new
