"""The order of the source: every note is put back where its text stood, exactly once."""

from __future__ import annotations

from collections.abc import Iterator

from edition.proof.report import Problem
from edition.proof.skins import Skin, shown
from edition.proof.walk import BLOCK, NOTE, POP, PUSH, SKIN, Item, Walked


def ordered(walked: Walked) -> tuple[list[Item], list[Problem]]:
    """All items of a walk in the order of the source, none of them NOTE or STOOD; and what has no place in it."""
    targets, problems = _places(walked)
    notes = _Flattening(walked, targets)
    notes.run()
    problems += notes.problems
    for note in sorted(set(targets.values()) - notes.reached):
        problems.append(Problem("this note stood in itself, or in a note that stood in it: it has no place in the text",
                                tei_line=walked.notes[note].line))
    return notes.out, problems


def _places(walked: Walked) -> tuple[dict[int, int], list[Problem]]:
    """Which note stood at which anchor, by their numbers; marks the notes that did."""
    problems: list[Problem] = []
    targets: dict[int, int] = {}
    for number, place in enumerate(walked.stood):
        note = walked.ids.get(place.note)
        if note is None:
            problems.append(Problem(f"a note is said to have stood here, but there is no note {shown(place.note)}",
                                    tei_line=place.line))
        elif walked.notes[note].stood:
            problems.append(Problem(f"the note {shown(place.note)} stood in two places", tei_line=place.line))
        else:
            walked.notes[note].stood = True
            targets[number] = note
    return targets, problems


class _Flattening:
    """Puts the notes into their places."""

    def __init__(self, walked: Walked, targets: dict[int, int]) -> None:
        self.walked, self.targets = walked, targets
        self.out: list[Item] = []
        self.reached: set[int] = set()
        self.problems: list[Problem] = []

    def run(self) -> None:
        # A stack of iterators and not recursion: notes nest without limit.
        waiting: list[Iterator[Item]] = [iter(self.walked.main)]
        while waiting:
            for item in waiting[-1]:
                if item[0] < NOTE:
                    self.out.append(item)
                else:
                    waiting += self.note(int(item[3]), item[2]) if item[0] == NOTE else self.stood(int(item[3]))
                    break
            else:
                waiting.pop()

    def note(self, number: int, line: int) -> list[Iterator[Item]]:
        """A note where it is written: itself, or only its call."""
        note = self.walked.notes[number]
        before, after = self.drawn(note.skin, note.n, line)
        if not note.stood:
            return _framed(note.items, (), before, after, line)
        if before or after:
            self.out.append((SKIN, before + after, line, "whole"))
        return []

    def stood(self, number: int) -> list[Iterator[Item]]:
        """A place where a note stood: the note. Its edges are a block's."""
        if number not in self.targets:
            return []
        place, note = self.walked.stood[number], self.walked.notes[self.targets[number]]
        self.reached.add(self.targets[number])
        before, after = self.drawn(place.skin, place.n or note.n, place.line)
        return _framed(note.items, ((BLOCK, "", place.line, ""),), before, after, place.line)

    def drawn(self, skin: Skin, n: str, line: int) -> tuple[str, str]:
        before, after, wrong = skin.drawn(n)
        if wrong:
            self.problems.append(Problem(wrong, tei_line=line))
        return before, after


def _framed(items: list[Item], edge: tuple[Item, ...], before: str, after: str, line: int) -> list[Iterator[Item]]:
    """A note's items between its skins, as what interrupts the text around it; last first."""
    opening: list[Item] = [(PUSH, "", line, ""), *edge]
    closing: list[Item] = [*edge, (POP, "", line, "")]
    if before:
        opening.append((SKIN, before, line, "before"))
    if after:
        closing.insert(0, (SKIN, after, line, "after"))
    return [iter(closing), iter(items), iter(opening)]
