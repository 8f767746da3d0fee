"""The ids that a text gets after some were published: each kept by its passage, new ones, and those without one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from edition.ids.align import Alignment, align, align_breaks, align_marks
from edition.ids.naming import named
from edition.ids.passages import Passage, part_of, passages
from edition.ids.published import Issue, Line, Published
from edition.records import replace
from edition.regex import regex
from edition.tree import Span

_STEPS = regex(r"([^\d]+)(\d*)")
_HALF = 0.5
_KNOWN = 8  # words by which a passage that comes back is known
_NEARLY_ALL = 0.8


def issue(text: str, spans: Sequence[Span], ids: Sequence[str], published: Published) -> Issue:
    """The ids of a text. `ids`: of each span by its position, "" for none. `published`: NOTHING keeps all positions."""
    return _Issuing(text, spans, ids, published).made()


def _steps(line: Line) -> list[tuple[str, int]]:
    """An order of ids in which 2 comes before 10."""
    return [(letters, int(digits or 0)) for letters, digits in _STEPS.findall(line.id)]


class _Issuing:
    def __init__(self, text: str, spans: Sequence[Span], ids: Sequence[str], published: Published) -> None:
        self.spans, self.published = spans, published
        self.old, self.new = published.lines, passages(text, spans, ids)
        self.kept = dict[int, int]()       # place among the old → among the new
        self.absorbed = dict[int, int]()   # place of one that is gone → of what has most of its words
        self.places = {line.id: place for place, line in enumerate(self.old)}

    def made(self) -> Issue:
        self._pair("text", align)
        self._pair("note", align)
        self._pair("break", align_breaks)
        self._pair("mark", align_marks)
        self._pair_wholes()
        self._pair_marks_within()
        kept = {new: self.old[old].id for old, new in self.kept.items()}
        names = named(self.new, kept, self.places.keys()) if self.old else [one.id for one in self.new]
        ids = [""] * len(self.spans)
        for passage, name in zip(self.new, names, strict=True):
            ids[passage.number] = name
        alive = tuple(self._line(place, names) for place in range(len(self.new)))
        moved = tuple(line.id for line, one in zip(alive, self.new, strict=True) if line.since and line.id != one.id)
        return Issue(ids, alive, tuple(sorted(self._gone(names), key=_steps)), moved)

    # -- pairs ------------------------------------------------------------------------------------------------------
    def _pair(self, part: str, align_part: Callable[[Sequence[Line], Sequence[Passage]], Alignment]) -> None:
        """Compare all of one part; what was removed in an earlier release comes back only as it was."""
        olds = [place for place, line in enumerate(self.old) if self._part(line) == part and not line.gone]
        news = [place for place, one in enumerate(self.new) if one.part == part]
        made = align_part([self.old[place] for place in olds], [self.new[place] for place in news])
        self.kept.update((olds[a], news[b]) for a, b in made.pairs.items())
        self.absorbed.update((olds[a], news[b]) for a, b in made.absorbed.items())
        if part == "text":
            self._bring_back(news)

    def _bring_back(self, news: Sequence[int]) -> None:
        """A passage that was removed and stands here again, word for word, has its id again."""
        taken = set(self.kept.values())
        free = [place for place in news if place not in taken]
        gone = [place for place, line in enumerate(self.old) if line.gone and len(line.words) >= _KNOWN]
        counts = Counter(self.new[place].print for place in free), Counter(self.old[place].print for place in gone)
        places = {self.new[place].print: place for place in free}
        for place in gone:
            print = self.old[place].print
            if counts[0][print] == counts[1][print] == 1:
                self.kept[place] = places[print]

    @staticmethod
    def _part(line: Line) -> str:
        return part_of(line.kind, bool(line.print))

    def _pair_wholes(self) -> None:
        """A whole goes with its heading, and with most of its words; of several the one that has most of both."""
        shared, heads = Counter[tuple[int, int]](), set[tuple[int, int]]()
        for old, new in self.kept.items():
            weight, around = max(1, len(self.new[new].words)), list(self._wholes_around_new(new))
            for above in self._wholes_around_old(old):
                shared.update({(above, other): weight for other in around
                               if self.old[above].kind == self.new[other].kind})
            if self.new[new].kind == self.old[old].kind == "head":
                heads.add((self.places.get(self.old[old].within, -1), self.new[new].parent))
        sizes = self._sizes()
        fits = {pair: self._fit(shared[pair], sizes[0][pair[0]], sizes[1][pair[1]]) for pair in shared}
        ranked = sorted(shared, key=lambda pair: self._rank(pair, fits[pair] + (pair in heads)))
        best_old, best_new = dict[int, int](), dict[int, int]()
        for old, new in ranked:
            if old not in best_old and new not in best_new and (fits[old, new] or (old, new) in heads):
                best_old[old], best_new[new] = new, old
        self.kept.update(best_old)
        for old, new in ranked:
            if old not in self.kept and shared[old, new] >= _HALF * sizes[0][old]:
                self.absorbed.setdefault(old, new)

    @staticmethod
    def _fit(shared: int, old: int, new: int) -> float:
        """How much of two wholes is one, from 0.5 to 1; 0: not enough for the one to be the other."""
        if shared >= _HALF * max(old, new):
            return 2 * shared / (old + new)
        return _HALF if shared >= _NEARLY_ALL * min(old, new) else 0.0

    def _rank(self, pair: tuple[int, int], fit: float) -> tuple[float, ...]:
        old, new = pair
        depths = sum(1 for _ in self._wholes_around_old(old)), sum(1 for _ in self._wholes_around_new(new))
        return -fit, abs(depths[0] - depths[1]), depths[0], old, new

    def _sizes(self) -> tuple[Counter[int], Counter[int]]:
        """The words in each whole, of all passages, of the old and of the new."""
        olds, news = Counter[int](), Counter[int]()
        for place, line in enumerate(self.old):
            if not line.gone and line.words:
                olds.update(dict.fromkeys(self._wholes_around_old(place), max(1, len(line.words))))
        for place, one in enumerate(self.new):
            if one.words:
                news.update(dict.fromkeys(self._wholes_around_new(place), max(1, len(one.words))))
        return olds, news

    def _wholes_around_old(self, place: int) -> Iterable[int]:
        seen = set[int]()  # a file edited by hand may say that each stands in the other
        at = self.places.get(self.old[place].within, -1)
        while at >= 0 and at not in seen:
            seen.add(at)
            if self._part(self.old[at]) == "whole" and not self.old[at].gone:
                yield at
            at = self.places.get(self.old[at].within, -1)

    def _wholes_around_new(self, place: int) -> Iterable[int]:
        at = self.new[place].parent
        while at >= 0:
            if self.new[at].part == "whole":
                yield at
            at = self.new[at].parent

    def _pair_marks_within(self) -> None:
        """Marks of a passage that has its id: the same reading, in order, whatever now stands around it."""
        back = {new: old for old, new in self.kept.items()}
        olds, news = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
        for place, line in enumerate(self.old):
            if self._part(line) == "mark" and not line.gone and place not in self.kept:
                olds[self.places.get(line.within, -1)].append(place)
        for place, one in enumerate(self.new):
            if one.part == "mark" and place not in back:
                news[back.get(one.parent, -2)].append(place)
        for above, places in olds.items():
            others = news.get(above, [])
            by_old, by_new = self._by_reading(self.old, places), self._by_reading(self.new, others)
            for reading, found in by_old.items():
                if len(found) == len(by_new.get(reading, ())):  # else nobody knows which is which
                    self.kept.update(zip(found, by_new[reading], strict=True))

    @staticmethod
    def _by_reading(marks: Sequence[Line | Passage], places: Iterable[int]) -> dict[tuple[str, str], list[int]]:
        found = defaultdict[tuple[str, str], list[int]](list)
        for place in places:
            found[marks[place].kind, marks[place].begins].append(place)
        return found

    # -- lines ------------------------------------------------------------------------------------------------------
    @cached_property
    def _back(self) -> dict[int, int]:
        return {new: old for old, new in self.kept.items()}

    def _line(self, place: int, names: Sequence[str]) -> Line:
        one = self.new[place]
        within = names[one.parent] if one.parent >= 0 else ""
        since = self.old[self._back[place]].since if place in self._back else ""
        return Line(names[place], one.kind, since, one.print, one.begins, one.words, within)

    def _gone(self, names: Sequence[str]) -> Iterable[Line]:
        alive, before, first = set(names), "", next(iter(names), "")
        for place, line in enumerate(self.old):
            if place in self.kept:
                if self._part(line) in ("text", "whole"):
                    before = line.id
                continue
            yield replace(line, to=self._target(place, names, alive, before or first))

    def _target(self, place: int, names: Sequence[str], alive: set[str], near: str) -> str:
        """Where a link to a passage leads that is gone."""
        line, seen = self.old[place], set[str]()
        if line.to and line.gone:
            while line.to not in alive and line.to in self.places and line.to not in seen:
                seen.add(line.to)
                line = self.old[self.places[line.to]]
            return line.to if line.to in alive else self._absorbing(self.places.get(line.id, place), names) or near
        if self._part(line) == "mark" and line.within in alive:
            return line.within
        return self._absorbing(place, names) or near

    def _absorbing(self, place: int, names: Sequence[str]) -> str:
        return names[self.absorbed[place]] if place in self.absorbed else ""
