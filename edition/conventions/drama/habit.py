"""The habit of a play's labels: a closed set of names that recurs at the heads of lines in one manner of print."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from edition.conventions.drama.labels import ARTICLES, Label
from edition.conventions.drama.words import PARTICLES
from edition.layout import Line

_LEAST_SET_IN = 8  # speeches that show how far what is said is set in


class Habit(NamedTuple):
    """What a text's labels are like: the names, the manners of print, how they stand among the lines.

    `counts`: how often each name stands as labels do. `within`: the manners, each with how far it is set in, of labels
    that recur below other lines with no empty line between.
    """

    names: frozenset[str]
    counts: Counter[str]
    manners: frozenset[tuple[str, ...]]
    indent: int
    tight: bool
    spaced: bool
    within: frozenset[tuple[str, ...]]


def _placed(line: Line) -> str:
    return "block" if line.gap else f"indent {line.indent}"


def habit(lines: list[Line], found: list[Label]) -> Habit | None:
    """The manner in which a closed set of names recurs, if there is one."""
    groups: defaultdict[tuple[str, ...], list[Label]] = defaultdict(list)
    for label in found:
        groups[(*label.manner, _placed(lines[label.line]))].append(label)
    indents = Counter(line.indent for line in lines)
    own = {f"indent {indent}": count for indent, count in indents.items() if indent and count < 0.7 * len(lines)}
    good = {manner: labels for manner, labels in groups.items()
            if _recur(manner, labels, len(labels) >= 0.7 * own.get(manner[-1], 1 << 30))}
    if not good:
        return None
    dressed = Counter[str]()
    for manner, labels in good.items():
        dressed[manner[2]] += len(labels)
    good = {m: labels for m, labels in good.items() if dressed[m[2]] >= 0.3 * dressed.total()}
    main = Counter({manner[:2]: 0 for manner in good})
    for manner, labels in good.items():
        main[manner[:2]] += len(labels)
    total = sum(main.values())
    good = {m: labels for m, labels in good.items() if main[m[:2]] >= 0.08 * total}
    counts = Counter(label.name for labels in good.values() for label in labels)
    set_in = Counter(lines[label.line].indent for labels in good.values() for label in labels)
    blocks = sum(len(labels) for manner, labels in good.items() if manner[-1] == "block")
    total = sum(counts.values())
    below = [lines[label.line + 1].gap for labels in good.values() for label in labels
             if label.alone and label.line + 1 < len(lines)]
    return Habit(known_names(counts, frozenset()), counts, frozenset(m[:-1] for m in good),
                 set_in.most_common(1)[0][0], blocks < 0.5 * total, sum(gap > 0 for gap in below) > 0.5 * len(below),
                 frozenset(m for m in good if m[-1] not in ("block", "indent 0")))


def known_names(counts: Counter[str], named: frozenset[str]) -> frozenset[str]:
    """The names that label something more than once, or are among those named."""
    return frozenset(name for name, count in counts.items() if count > 1 or name in named)


def _recur(manner: tuple[str, ...], labels: list[Label], own_indent: bool) -> bool:
    """Whether the labels of one manner are few names often: prose has many, once each.

    `own_indent`: nothing else is set in as far as they are.
    """
    counts = Counter(label.name for label in labels)
    repeated = sum(count for count in counts.values() if count > 1) / len(labels)
    weak = manner[1] == "title" and not manner[2]
    if manner[-1] == "block":
        least, share = (6, 0.7) if weak else (3, 0.4)
    elif weak and manner[0] == "alone":
        return False
    else:
        least, share = (16 if weak and not own_indent else 6), (0.8 if weak else 0.7)
    return len(labels) >= least and len(counts) > 1 and repeated >= share


def accepted(text: str, lines: list[Line], found: list[Label], how: Habit, named: frozenset[str]) -> dict[int, Label]:
    """Line → the label that opens a speech there."""
    fits = {form: _fits(label, how) for form, label in {(label.manner, label.stage is None): label
                                                        for label in found}.items()}
    return {label.line: label for label in found
            if fits[label.manner, label.stage is None] and _accept(lines, label, how, named)}


def _accept(lines: list[Line], label: Label, how: Habit, named: frozenset[str]) -> bool:
    """Whether a candidate that is printed as labels are is one: by its name or its place."""
    line = lines[label.line]
    strong, known = label.caps or bool(label.manner[2]), label.name in how.names
    follows = label.line + 1 < len(lines) and not lines[label.line + 1].gap
    if label.alone and not follows and not how.spaced and not label.manner[2]:
        return False
    if how.tight and not line.gap and not strong and line.indent != how.indent:
        return False
    if how.indent > 1 and not line.indent and not known and not strong:
        return False  # other labels are set in
    if known:
        return bool(line.gap) or how.tight or strong or (*label.manner, _placed(line)) in how.within
    if not line.gap:
        return how.tight and ((strong and label.manner in how.manners) or _mentioned(label.name, named))
    if label.manner not in how.manners and not label.stage:
        return False
    return strong or _mentioned(label.name, named) or label.name.split()[0] in ARTICLES


def _fits(label: Label, how: Habit) -> bool:
    """Whether a label is printed as the others are: in capitals or not, alone or not, dressed or not."""
    form, dressed = label.manner[:2], bool(label.manner[2])
    if not dressed and all(manner[2] for manner in how.manners):
        return False
    if label.manner in how.manners or any(manner[:2] == form for manner in how.manners):
        return True
    same_case = any(manner[1] == form[1] for manner in how.manners)
    return same_case and (label.caps or (label.alone and label.stage is not None))


def _mentioned(name: str, named: frozenset[str]) -> bool:
    return name in named or all(word in named or word in PARTICLES for word in name.split())


def hangs(text: str, lines: list[Line], labels: dict[int, Label]) -> bool:
    """Whether all that is said is set in further than the labels, so that what stands right under these is outside."""
    below = [lines[n + 1].indent > lines[n].indent for n, label in labels.items()
             if n + 1 < len(lines) and n + 1 not in labels and text[lines[n + 1].start] not in "([_*"
             and (label.alone or not lines[n + 1].gap)]
    return len(below) >= _LEAST_SET_IN and sum(below) > 0.95 * len(below)
