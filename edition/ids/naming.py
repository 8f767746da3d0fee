"""Ids for the passages of a text of which some have theirs already: what is new gets one that was never given."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from edition.ids.passages import Passage
from edition.records import mutable
from edition.regex import regex

_STEP = regex(r"(?:^|(?<=\.))([a-z]+)(\d+)((?:-\d+)*)\Z")  # the last step of an id made of its position
_SUFFIX = regex(r"(-\d+)+\Z")


@mutable
class _Row:
    """The children of one kind that a passage has: `last`: the id of the one before; `kept`: where the last that keeps
    its id stands."""

    last: str = ""
    kept: int = -1


def named(passages: Sequence[Passage], kept: Mapping[int, str], ever: Collection[str]) -> list[str]:
    """The id of each passage. `kept`: place → the id that it has. `ever`: every id that was ever published.

    What is new and stands behind all of its kind that have an id counts on from the highest number ever given there;
    else it has the id of the one before it (0: there is none) with -2, -3 …
    """
    return _Names(passages, kept, ever).ids


class _Names:
    def __init__(self, passages: Sequence[Passage], kept: Mapping[int, str], ever: Collection[str]) -> None:
        self.taken = {*ever, *kept.values()}
        self.highest = dict[str, int]()
        for id in self.taken:
            self._count(id)
        self.rows = dict[tuple[int, str], _Row]()
        for place, passage in enumerate(passages):
            if place in kept and (step := _STEP.search(passage.id)):
                self.rows.setdefault((passage.parent, step[1]), _Row()).kept = place
        self.by_position = {passage.id: place for place, passage in enumerate(passages)}
        self.ids = list[str]()
        for place, passage in enumerate(passages):
            self.ids.append(self._id(place, passage, kept.get(place, "")))

    def _count(self, id: str) -> None:
        if step := _STEP.search(id):
            stem = id[:step.end(1)]
            self.highest[stem] = max(self.highest.get(stem, 0), int(step[2]))

    def _id(self, place: int, passage: Passage, kept: str) -> str:
        step = _STEP.search(passage.id)
        if passage.part in ("note", "break") or not step:
            return kept or self._free(self._as_numbered(passage))
        row = self.rows.setdefault((passage.parent, step[1]), _Row())
        above = self.ids[passage.parent] + "." if passage.parent >= 0 else ""
        made = kept or self._new(f"{above}{step[1]}", row, place)
        row.last = made
        return made

    def _new(self, stem: str, row: _Row, place: int) -> str:
        if place > row.kept:
            return self._take(f"{stem}{self.highest.get(stem, 0) + 1}")
        before = _SUFFIX.sub("", row.last) or f"{stem}0"
        return self._behind(before)

    def _as_numbered(self, passage: Passage) -> str:
        """The id of a note or a break is made of its printed number; what goes on with a note is named after it."""
        before, _, rest = passage.id.rpartition(".")
        return f"{self.ids[self.by_position[before]]}.{rest}" if before in self.by_position else passage.id

    def _free(self, name: str) -> str:
        return self._behind(_SUFFIX.sub("", name)) if name in self.taken else self._take(name)

    def _behind(self, name: str) -> str:
        number = 2
        while f"{name}-{number}" in self.taken:
            number += 1
        return self._take(f"{name}-{number}")

    def _take(self, name: str) -> str:
        self.taken.add(name)
        self._count(name)
        return name
