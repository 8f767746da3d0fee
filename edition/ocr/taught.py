"""What people decided about misread words, and what it teaches for the words that nobody decided yet."""

from __future__ import annotations

from typing import Final

from edition.records import record

MOST: Final = 8.0  # by how much decisions may raise or lower the odds of a reading


@record
class Confusion:
    """What is printed for what, and how often people said that it is so, and that it is not."""

    printed: str
    true: str
    accepted: int
    rejected: int

    @property
    def factor(self) -> float:
        """By what the odds of a reading with this confusion change: (1 + accepted) / (1 + rejected), within bounds."""
        return min(MOST, max(1 / MOST, (1 + self.accepted) / (1 + self.rejected)))


@record
class Taught:
    """`known`: words, in small letters, that are right as they are; `confusions`: each once, in order."""

    known: frozenset[str] = frozenset()
    confusions: tuple[Confusion, ...] = ()


NOTHING: Final = Taught()


def confusion(printed: str, true: str) -> tuple[str, str]:
    """The letters in which two words differ, in small letters: as printed, and as they should be."""
    printed, true = printed.lower(), true.lower()
    start, end, least = 0, 0, min(len(printed), len(true))
    while start < least and printed[start] == true[start]:
        start += 1
    while end < least - start and printed[-1 - end] == true[-1 - end]:
        end += 1
    return printed[start:len(printed) - end], true[start:len(true) - end]
