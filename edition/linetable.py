"""The lines of a text, and side by side with them what each shows: found once, for all who work line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from edition.layout import Line, begins_with_capital, lines, sentence_ends

_LEAST_RUN = 1000  # characters: where runs are shorter on the average, their lines are as soon found anew
_SHORT = 40  # characters of a line that may be a heading without an empty line above it


class Table:
    """The lines of a text that are not blank. Each list is made when it is first asked for.

    A list of places holds indices into `lines`; the others have a member for each line. `kept`: what surveys made of
    this text.
    """

    def __init__(self, text: str, source: Table | None = None, runs: Sequence[tuple[int, int]] = ()) -> None:
        """`source`: the lines of a text of which this one is made, as `runs`: where each begins here, and there."""
        self.text = text
        self.kept: dict[Any, Any] = {}
        self._source = source if len(runs) * _LEAST_RUN < len(text) else None
        self._runs = runs

    @cached_property
    def lines(self) -> list[Line]:
        """The lines, in order."""
        if self._source is None:
            return lines(self.text)
        made, reached = list[Line](), 0
        for place, first, last, shift in self._same:
            made += _moved(lines(self.text[reached:place]), reached)
            made += _moved(self._source.lines[first:last], shift)
            reached = made[-1].end + made[-1].trailing + 1
        return made + _moved(lines(self.text[reached:]), reached)

    @cached_property
    def _same(self) -> list[tuple[int, int, int, int]]:
        """The lines that stand here as in the source: where here, the first and behind the last of them, the distance.

        The first whole line of a run is none of them: the gap above it may be another one.
        """
        if self._source is None:
            return []
        there, starts, found = self._source.lines, self._source.starts, list[tuple[int, int, int, int]]()
        for (at, begin), (following, _) in pairwise([*self._runs, (len(self.text), 0)]):
            end = begin + following - at
            first, last = bisect_left(starts, begin) + 1, bisect_left(starts, end)
            if last > first and there[last - 1].end + there[last - 1].trailing >= end:
                last -= 1
            if last > first:
                above = there[first - 1]
                found.append((above.end + above.trailing + 1 + at - begin, first, last, at - begin))
        return found

    @cached_property
    def small(self) -> str:
        """The text in small letters, each in its place, to look for words in."""
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        return "".join([c.lower() if len(c.lower()) == 1 else c for c in self.text])

    @cached_property
    def starts(self) -> list[int]:
        """Where their content begins."""
        return [line.start for line in self.lines]

    @cached_property
    def indents(self) -> list[int]:
        """How many blanks stand before it."""
        return [line.indent for line in self.lines]

    @cached_property
    def edges(self) -> list[int]:
        """The columns at which lines end, from the shortest line to the longest."""
        return sorted([line.indent + line.end - line.start for line in self.lines])

    @cached_property
    def ended(self) -> list[bool]:
        """Of each line whether it ends where a sentence may end."""
        if self._source is None:
            return sentence_ends(self.text, self.lines)
        made, there = list[bool](), self._source.ended
        for place, first, last, _ in self._same:
            made += sentence_ends(self.text, self.lines[len(made):bisect_left(self.starts, place)])
            made += there[first:last]
        return made + sentence_ends(self.text, self.lines[len(made):])

    @cached_property
    def firsts(self) -> str:
        """The first character of each line, one behind the other: to look for lines by how they begin."""
        text = self.text
        return "".join([text[start] for start in self.starts])

    @cached_property
    def lasts(self) -> str:
        """The last character of each line."""
        text = self.text
        return "".join([text[line.end - 1] for line in self.lines])

    @cached_property
    def letters(self) -> list[bool]:
        """Of each line whether its first character is a letter."""
        return list(map(str.isalpha, self.firsts))

    @cached_property
    def capitals(self) -> list[bool]:
        """Of each line whether its first letter is a capital, as in verse: marks may stand before it."""
        found = list(map(str.isupper, self.firsts))
        for place in self.unlettered:
            start, end = self.lines[place][:2]
            found[place] = begins_with_capital(self.text[start:end])
        return found

    @cached_property
    def below_gaps(self) -> list[int]:
        """Places of the lines that stand below an empty one."""
        return [place for place, line in enumerate(self.lines) if line.gap]

    @cached_property
    def unlettered(self) -> list[int]:
        """Places of the lines that begin with no letter."""
        return [place for place, letter in enumerate(self.letters) if not letter]

    def holding(self, *signs: str) -> list[int]:
        """Places of the lines that hold one of these strings, in order."""
        found, starts, lines = set[int](), self.starts, self.lines
        for sign in signs:
            at = self.text.find(sign, starts[0] if starts else 0)
            while at >= 0:
                place = bisect_right(starts, at) - 1
                if at + len(sign) <= lines[place].end:
                    found.add(place)
                if place + 1 == len(starts):
                    break
                at = self.text.find(sign, starts[place + 1])
        return sorted(found)

    @cached_property
    def outstanding(self) -> list[int]:
        """Places of the lines that may head something or be marked.

        They stand below an empty line, begin with a sign or figure, or are short and begin with a capital.
        """
        return [place for place, ((start, end, _, _, gap, _), first)
                in enumerate(zip(self.lines, self.firsts, strict=True))
                if gap or not first.isalpha() or not place or (end - start <= _SHORT and first.isupper())]


def _moved(found: list[Line], shift: int) -> list[Line]:
    """The same lines so many characters further on."""
    if not shift:
        return found
    new = tuple.__new__
    return [new(Line, (start + shift, end + shift, indent, trailing, gap, blank))
            for start, end, indent, trailing, gap, blank in found]
