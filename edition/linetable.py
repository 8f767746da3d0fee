"""The lines of a text, and side by side with them what each shows: found once, for all who work line by line."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any

from edition.layout import Line, begins_with_capital, lines, sentence_ends

_SHORT = 40  # characters of a line that may be a heading without an empty line above it


class Table:
    """The lines of a text that are not blank. Each list is made when it is first asked for.

    A list of places holds indices into `lines`; the others have a member for each line. `kept`: what surveys made of
    this text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.kept: dict[Any, Any] = {}

    @cached_property
    def lines(self) -> list[Line]:
        """The lines, in order."""
        return lines(self.text)

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
        return sentence_ends(self.text, self.lines)

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
        return [place for place, (line, first) in enumerate(zip(self.lines, self.firsts, strict=True))
                if line.gap or not first.isalpha() or not place
                or (line.end - line.start <= _SHORT and first.isupper())]
