"""What a text shows of being a play: its labels, headings, cast list and directions, and how far the play goes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from edition.conventions.drama.cast import Cast, cast_list, is_cast_head
from edition.conventions.drama.cast import named as named_in
from edition.conventions.drama.directions import Direction, directions, is_event, marks_of
from edition.conventions.drama.habit import Habit, accepted, habit, known_names
from edition.conventions.drama.headings import Heading, headings
from edition.conventions.drama.labels import MAY_LABEL, Label, key, label_at
from edition.conventions.drama.words import ALONE, ENTRANCE, PRESENT, cues, plain
from edition.layout import Line
from edition.records import field, mutable
from edition.regex import regex
from edition.rules import Context
from edition.view import View

_NEAR = 160      # lines without a label that may stand between two of one play
_FRONT = 250     # lines before the first label in which its cast list and first heading stand
_WIDE = 4        # empty lines that end a play where no label follows


@mutable
class Play:
    """Lines [start, end) of a view are a play, its first label at `first`."""

    view: View
    lines: list[Line]
    habit: Habit
    labels: dict[int, Label]
    heads: dict[int, list[Heading]]
    marked: list[Direction]
    marks: frozenset[str]
    cast: Cast | None
    start: int
    first: int
    end: int
    signs: list[str] = field(default_factory=list)
    glued: re.Pattern[str] | None = None

    def line_at(self, offset: int) -> int:
        """The line that holds an offset of the view, or the last one before it."""
        return bisect_right(self.view.table.starts, offset) - 1


def study(context: Context) -> Play | None:
    """The play in a text, if there is one; found once for all who ask."""
    return context.of_spans(_study)


def _study(context: Context) -> Play | None:
    view = context.document()
    text = view.text
    cued = context.of_document(cues)
    if not cued:
        return None
    found = view.lines
    heads = _heads(text, found, cued)
    persons = _listed(text, found, heads, cued)
    if not heads and not persons and len(cued) < 3:
        return None
    candidates = [label for n, (line, first) in enumerate(zip(found, view.table.firsts, strict=True))
                  if not first.islower() and MAY_LABEL.match(text, line[0], line[1])
                  and n not in heads and n not in persons and (label := label_at(text, n, line))]
    how = habit(found, candidates)
    if how is None:
        return None
    front = next((label.line for label in candidates if label.name in how.names), 0)
    named = named_in(text, found, max(0, front - _FRONT), front) | _present(text, found, heads, cued)
    how = how._replace(names=known_names(how.counts, named))
    labels = _together(accepted(text, found, candidates, how, named), min([*heads, *persons], default=0))
    listed = named_in(text, found, min(persons), max(persons) + 1) if persons else frozenset[str]()
    _drop_present(text, found, labels, heads, listed)
    if len(labels) < 3:
        return None
    first, last = min(labels), max(labels)
    return _play(view, found, how, labels, heads, first, last, cued)


def _play(view: View, found: list[Line], how: Habit, labels: dict[int, Label], heads: dict[int, list[Heading]],
          first: int, last: int, cued: list[int]) -> Play:
    text = view.text
    speakers = frozenset(label.name for label in labels.values())
    front = max(0, first - _FRONT)
    opening = [n for n in sorted(heads) if front <= n < first]
    before = opening[0] if opening else _entered(text, found, first)
    cast = cast_list(text, found, front, before, speakers)
    before = _titled(text, found, heads, cast, before)
    start = cast.head if cast and cast.head >= 0 else cast.items[0].first if cast else before
    end = _end(text, found, heads, last)
    marked = directions(text, found[start].start, found[end - 1].end)
    behind = [text[label.stage[0]] for label in labels.values() if label.stage]
    behind += ["("] * _behind_sentences(text, marked)
    marks = marks_of(marked, behind, len(labels))
    play = Play(view, found, how, labels, heads, marked, marks, cast, before, first, end)
    play.signs = _signs(play, cued)
    play.glued = _glue(play)
    return play


def _entered(text: str, found: list[Line], first: int) -> int:
    """The first of the lines right above the first speech that bring somebody on."""
    above = range(first - 1, max(-1, first - 6), -1)
    return min((n for n in above if ENTRANCE.match(plain(text[found[n].start:found[n].end]))), default=first)


def _behind_sentences(text: str, marked: list[Direction]) -> int:
    """How many parentheses stand behind a sentence's end, where most of them do: no speaker's own."""
    all_ = [d for d in marked if d.mark == "("]
    behind = sum(text[max(0, d.start - 2):d.start].rstrip()[-1:] in tuple(".!?…") for d in all_)
    return behind if behind >= 0.6 * len(all_) else 0


def _glue(play: Play) -> re.Pattern[str] | None:
    """What a label looks like that a lost line break has glued to the broken end of the speech before it."""
    if any(label.alone and not label.stage for label in play.labels.values()):
        return None
    printed = {play.view.text[label.start:label.stop] for label in play.labels.values()}
    names = sorted({re.escape(name.rstrip(".: ")) for name in printed})
    return regex(rf"(?<=[\w!?\"]-)(?=(?:{'|'.join(names)})(?:\.[ \n]|[ \n]\())")


def _titled(text: str, found: list[Line], heads: dict[int, list[Heading]], cast: Cast | None, before: int) -> int:
    """Where the play begins: its title may stand once more between the cast list and the first act."""
    if cast:
        above = {key(text[line.start:line.end]) for line in found[:cast.items[0].first]}
        for n in range(cast.end, before):
            content = text[found[n].start:found[n].end]
            if found[n].gap and len(content) < 80 and key(content) in above:
                heads[n] = [Heading(0, 0, len(content), "play", "")]
                return n
    return before


def _signs(play: Play, cued: list[int]) -> list[str]:
    """What shows, apart from labels, that the text is a play."""
    text, signs = play.view.text, list[str]()
    inside = [h for n, found in play.heads.items() if play.start <= n < play.end for h in found]
    if inside:
        signs.append(f"{len(inside)} headings of acts and scenes")
    if play.cast and play.cast.head >= 0:
        signs.append("a cast list")
    events = sum(is_event(text[d.start:d.end].lstrip("[(_* ")) for d in play.marked if d.mark in play.marks)
    events += sum(_brings_on(text[play.lines[n].start:play.lines[n].end], play) for n in cued
                  if n < play.end)
    if events > 2:
        signs.append(f"{events} entrances and exits")
    return signs


def _brings_on(content: str, play: Play) -> bool:
    """Whether a line without marks brings on somebody who speaks ("Enter Hodge.")."""
    if not content[:1].isupper() or not ENTRANCE.match(plain(content)):
        return False
    words = key(content).split()[1:]
    return any(word in play.habit.names or any(word[:size] in play.habit.names for size in range(3, len(word)))
               for word in words)


def _heads(text: str, found: list[Line], cued: list[int]) -> dict[int, list[Heading]]:
    """Line → the headings on it. Two of one kind, or four, with nothing between are a table of contents."""
    heads = {n: made for n in cued if found[n].end - found[n].start < 160
             and (made := headings(text[found[n].start:found[n].end])) and _stands(text, found, n, made)}
    run = list[int]()
    for n in [*sorted(heads), len(found) + 9]:
        if run and n != run[-1] + 1:
            told = {(heads[m][-1].type, heads[m][-1].n) for m in run}  # one in two languages is told once
            if len(told) > 3 or len({kind for kind, _ in told}) < len(told):
                fresh = [m for m in run[1:] if heads[m][0].type == "act" and heads[m][0].n == "1"]
                for m in run:
                    if not fresh or m < fresh[-1]:
                        del heads[m]
            run = []
        run.append(n)
    return heads


def _listed(text: str, found: list[Line], heads: dict[int, list[Heading]], cued: list[int]) -> set[int]:
    """The lines of cast lists that have a heading: names that label nothing."""
    listed = set[int]()
    for head in (n for n in cued if found[n].end - found[n].start < 80
                 and is_cast_head(text[found[n].start:found[n].end])):
        end = next((n for n in range(head + 1, min(head + 150, len(found))) if n in heads), 0)
        end = end or next((n for n in range(head + 2, min(head + 90, len(found))) if found[n].gap > 1), head + 2)
        listed.update(range(head, end))
    return listed


def _stands(text: str, found: list[Line], n: int, made: list[Heading]) -> bool:
    """Whether a heading stands as one: apart from what is above it, or alone on its line."""
    line = found[n]
    if made[0].type in ALONE and len(made) == 1 and n + 1 < len(found) and not found[n + 1].gap:
        return False  # "PROLOGUE" right above what is said
    if n == 0 or line.gap:
        return True
    short = made[-1].end - made[-1].start < 30
    return short and line.end - line.start < 40 and (n + 1 == len(found) or bool(found[n + 1].gap) or line.indent > 8)


def _present(text: str, found: list[Line], heads: dict[int, list[Heading]], cued: list[int]) -> frozenset[str]:
    """The words of names in what stands behind and below headings, and in entrances."""
    words = set[str]()
    for n in cued:
        below = found[min(n + 1, len(found) - 1)]
        stop = below.end if n in heads and below.end - below.start < 160 else found[n].end
        words |= {word for word in re.findall(r"[^\W\d_]{3,}", text[found[n].start:stop]) if word[0].isupper()}
    return frozenset(key(word) for word in words)


def _drop_present(text: str, found: list[Line], labels: dict[int, Label], heads: dict[int, list[Heading]],
                  named: frozenset[str]) -> None:
    """Take out what tells, under a heading, who is there ("Clara. The Major."), or where: nobody of this name speaks.

    `named`: the names of the cast list.
    """
    counts = Counter(label.name for label in labels.values())
    names = frozenset(counts)
    for n in [n for n in labels if n - 1 in heads]:
        label = labels[n]
        if label.alone or label.stage:
            continue
        second = label_at(text, n, found[n]._replace(start=label.rest))
        listed = second.name if second else key(text[label.rest:found[n].end])
        ends = n + 1 < len(found) and found[n + 1].gap
        where = counts[label.name] == 1 and not label.caps and not label.manner[2] and label.name not in named
        capitals = label.caps and text[label.start:found[n].end].isupper()
        present = listed in names or plain(listed) in PRESENT
        if where or capitals or present or (ends and _is_name(text[label.rest:found[n].end], names)):
            del labels[n]


def _is_name(content: str, names: frozenset[str]) -> bool:
    words = key(content).split()
    return any(" ".join(words[:count]) in names for count in range(1, min(5, len(words)) + 1))


def _together(labels: dict[int, Label], border: int) -> dict[int, Label]:
    """The labels that stand near one another: a name that labels something else far off is not of the play."""
    early = [n for n in labels if n < border]
    if len(early) <= max(3, 0.15 * len(labels)):
        labels = {n: label for n, label in labels.items() if n >= border}
    clusters: list[list[int]] = []
    for n in sorted(labels):
        if not clusters or n - clusters[-1][-1] > _NEAR:
            clusters.append([])
        clusters[-1].append(n)
    size = max(map(len, clusters), default=0)
    kept = [n for cluster in clusters if len(cluster) >= max(3, 0.03 * size) for n in cluster]
    return {n: labels[n] for n in kept}


def _end(text: str, found: list[Line], heads: dict[int, list[Heading]], last: int) -> int:
    """Where the last speech ends: before a wide gap, or what begins anew."""
    return next((n for n in range(last + 1, len(found))
                 if found[n].gap >= _WIDE or is_cast_head(text[found[n].start:found[n].end])), len(found))
