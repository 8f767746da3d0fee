"""Labels of speakers: a closed set of names that recur at the heads of lines in one manner of print."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from edition.conventions.drama.words import ACT, NO_NAMES, PARTICLES, SCENE, TABLEAU, TITLES, plain
from edition.layout import Line

_DRESS = re.compile(r"\*{1,3}|_|=|#{1,6}[ \t]+|[-–—][ \t]+(?=[^\n]{1,50}[ \t][-–—][ \t]*$)", re.MULTILINE)
_WORD = re.compile(r"(?:\d{1,2}[.)]?[ ])?[^\W_][\w’'‘]*(?:-[^\W_][\w’']*)*")
_GAP = re.compile(r"[ &/+]{1,3}|\.[ ]")
_CLOSE = re.compile(r"[*_=]{1,3}|[ \t][-–—](?=[ \t]*$)", re.MULTILINE)
_POINT = re.compile(r"[ ]?[.:](?:-(?=\S)|[ ]?(?:--|[—–]))?|[ ]?(?:--|[—–])|[ \t]{2,}(?=\S)|\t")
_STAGE = re.compile(r"\([^()]{1,600}(?:\([^()]{0,100}\)[^()]{0,300})?\)|\[[^\[\]]{1,600}\]"
                    r"|_[^_\n]{1,80}(?:\n[^_\n]{1,80}){0,4}_|\*[^*\n]{1,80}(?:\n[^*\n]{1,80}){0,4}\*")
_ASIDE = re.compile(r",[ ](?P<words>[^.:()\[\]\n]{2,100}(?:\n[^.:()\[\]\n]{2,70})?(?=[.:])|[^.:()\[\]\n]{2,50}$)",
                    re.MULTILINE)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_NUMERAL = re.compile(r"[IVXLC]+\Z")
_LONGEST = 64
# What a line must begin with to be worth a closer look: a capital or figure, and soon the end of a name.
MAY_LABEL = re.compile(r"[*_=#–—-]{0,6}[ \t]?[^\W_a-zß-öø-ÿ][^\n.:(\[]{0,48}(?:[.:(\[]|\Z|(?<=  )\S)")
_ELDER = frozenset(("fils", "pere", "mere", "fille", "aine", "cadet", "jeune", "junior", "senior", "sohn", "vater"))
_ELIDED = ("d'", "d’", "l'", "l’")
_FIRST = ("der die das ein eine the a an le la un une il lo el los las den det een het first second third "
                      "fourth erster zweiter dritter erste zweite dritte premier premiere second seconde deuxieme "
                      "troisieme primo prima secondo seconda primero primera segundo segunda")
_ARTICLES = frozenset(_FIRST.split())


class Label(NamedTuple):
    """A candidate. `name`: as compared; text[start:stop] is the label as printed, with its dress and point.

    `dress`: characters of dress on each side; `stage`: where a direction stands behind it; `rest`: where what is
    said begins, `alone` where that is not on the line. `manner`: how it is printed.
    """

    line: int
    name: str
    start: int
    stop: int
    dress: tuple[int, int]
    stage: tuple[int, int] | None
    rest: int
    alone: bool
    caps: bool
    manner: tuple[str, ...]


def key(name: str) -> str:
    """A name as it is compared: lower case, no points, single blanks."""
    return " ".join(plain(name).replace(",", " ").split())


def _is_caps(words: list[str]) -> bool:
    letters = [w.lstrip("0123456789.) ") for w in words]
    names = [w for w in letters if w and w.lower() not in PARTICLES]
    return bool(names) and all(w.upper() == w or (w[:2] in ("Mc", "Mac") and w[2:].isupper()) for w in names)


def _name_at(text: str, at: int, limit: int, dressed: bool) -> tuple[int, list[str]] | None:
    """Where a name that begins at `at` ends, and its words; nothing where what stands there is no name."""
    words, ends = list[str](), list[int]()
    while at < limit and len(words) < 9:
        match = _WORD.match(text, at, limit)
        if not match:
            break
        word = match[0]
        free = word[0].isupper() or word[0].isdigit() or word.lower() in PARTICLES or word[:2] in _ELIDED
        if not free and not (words and (dressed or plain(words[0]) in _ARTICLES or plain(word) in _ELDER)):
            break
        words.append(word)
        ends.append(match.end())
        gap = _GAP.match(text, match.end(), limit)
        if not gap or (gap[0] == ". " and word.lower() not in TITLES):
            break
        at = gap.end()
    while words and words[-1].lower() in PARTICLES:
        words.pop()
        ends.pop()
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or not any(w[-1].isalpha() for w in words):
        return None
    return ends[-1], words


def label_at(text: str, number: int, line: Line) -> Label | None:
    """The label that a line begins with, by its form alone."""
    at, opened = line.start, ""
    if dress := _DRESS.match(text, at, line.end):
        at, opened = dress.end(), dress[0]
    limit = min(line.end, at + _LONGEST)
    named = _name_at(text, at, limit, bool(opened))
    if named is None:
        return None
    stop, words = named
    name = key(text[at:stop])
    if len(name) < 2 or name in NO_NAMES or _NUMERAL.match(text[at:stop]) or _heads(words):
        return None
    return _tail(text, number, line, opened, at, stop, name, _is_caps(words))


def _heads(words: list[str]) -> bool:
    """Whether words are of a heading ("Second Act") and no name."""
    return len(words) < 4 and any(plain(w).strip() in kinds for w in words for kinds in (ACT, SCENE, TABLEAU))


def _tail(text: str, number: int, line: Line, opened: str, at: int, stop: int, name: str, caps: bool) -> Label | None:
    """What follows the name: point, closing dress, words or marks of direction, in the orders that occur."""
    point, closed, stage, aside = "", 0, None, False
    begin = line.start
    here = stop
    for _ in range(4):
        if not closed and opened and not opened.startswith("#") and (match := _CLOSE.match(text, here, line.end)):
            closed, here = len(match[0]), match.end()
            if stage is None:
                stop = here
            continue
        if not point and (match := _POINT.match(text, here, line.end)):
            if match[0].isspace() and (not caps or stage is not None):
                break
            point, here = match[0].strip()[:1] or " ", match.end()
            if stage is None:
                stop = here if not match[0].isspace() else stop
            continue
        match = _ASIDE.match(text, here, min(line.end + 80, len(text)))
        if match and not point and stage is None and not aside:
            words = match["words"]
            named = words[0].isupper() and len(words) < 40 and all(w[0].isupper() for w in words.split())
            if words.upper() == words if caps and words[0].isupper() else named or words[0].islower():
                aside, here = True, match.end()
                stop = here
                continue
        space = here + (len(text[here:here + 6]) - len(text[here:here + 6].lstrip(" ,")))
        if stage is None and (match := _STAGE.match(text, space)) and not _EMPTY_LINE.search(match[0]):
            stage, here = (match.start(), match.end()), match.end()
            continue
        break
    tail = text.find("\n", here)
    tail = tail if tail >= 0 else len(text)
    content = text[here:tail].strip(" \t\\.:" if stage else " \t\\")
    alone = not content
    if opened and not closed and not opened.startswith("#"):
        return None  # a dress that does not close right behind the name is emphasis
    if not alone and not (point or stage or closed):
        return None
    if not alone and opened.startswith("#"):
        return None
    rest = tail if alone else here + len(text[here:tail]) - len(text[here:tail].lstrip(" \t"))
    if stage and text[here:rest].strip(" \t") and not alone:
        return None
    manner = ("alone" if alone else "run", "caps" if caps else "title", opened.strip()[:2],
              point or ("(" if stage else "*" if closed else ""))
    before = len(opened)
    after = closed if closed and text[stop - closed:stop].strip(" -–—*_=") == "" else 0
    return Label(number, name, begin, stop, (before, after), stage, rest, alone, caps, manner)


class Habit(NamedTuple):
    """What a text's labels are like: the names, the manners of print, whether an empty line stands above them."""

    names: frozenset[str]
    manners: frozenset[tuple[str, ...]]
    blocked: bool
    indent: int
    tight: bool
    spaced: bool


def _placed(line: Line) -> str:
    return "block" if line.gap else f"indent {line.indent}"


def habit(lines: list[Line], found: list[Label], named: Iterable[str]) -> Habit | None:
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
    counts = Counter(label.name for labels in good.values() for label in labels)
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
    known = frozenset(name for name, count in counts.items() if count > 1 or name in set(named))
    return Habit(known, frozenset(m[:-1] for m in good), blocks > 0.8 * total, set_in.most_common(1)[0][0],
                 blocks < 0.5 * total, sum(gap > 0 for gap in below) > 0.5 * len(below))


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
    return {label.line: label for label in found if _accept(lines, label, how, named)}


def _accept(lines: list[Line], label: Label, how: Habit, named: frozenset[str]) -> bool:
    """Whether a candidate is a label: by its manner, and then by its name or its place."""
    line = lines[label.line]
    strong, known = label.caps or bool(label.manner[2]), label.name in how.names
    follows = label.line + 1 < len(lines) and not lines[label.line + 1].gap
    if not _fits(label, how) or (label.alone and not follows and not how.spaced and not label.manner[2]):
        return False
    if how.tight and not line.gap and not strong and line.indent != how.indent:
        return False
    if known:
        return bool(line.gap) or how.tight or strong
    if not line.gap:
        return how.tight and ((strong and label.manner in how.manners) or _mentioned(label.name, named))
    if label.manner not in how.manners and not label.stage:
        return False
    return strong or _mentioned(label.name, named) or label.name.split()[0] in _ARTICLES


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
