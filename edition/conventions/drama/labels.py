"""Labels of speakers by their form: a name at the head of a line, and what is printed around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from edition.conventions.drama.words import ACT, ENTRANCE, NO_NAMES, PARTICLES, SCENE, TABLEAU, TITLES, plain
from edition.layout import Line
from edition.persons import unspaced
from edition.regex import regex

_DRESS = regex(r"\*{1,3}|_|=|#{1,6}[ \t]+|[-–—][ \t]+(?=[^\n]{1,50}[ \t][-–—][ \t]*$)", re.MULTILINE)
_WORD = regex(r"(?:\d{1,2}[.)]?[ ])?[^\W_][\w’'‘]*(?:-[^\W_][\w’']*|(?<=\d)\.[ºª])*(?<!_)")
# A name in spaced letters, its words parted by more than a blank ("D e r  W i r t").
_SPACED = regex(r"[^\W\d_](?: [^\W\d_]){1,30}(?:[ ]{2,4}[^\W\d_](?: [^\W\d_]){1,30}){0,4}(?![ ]?\w)")
_GAP = regex(r"[ &/+]{1,3}|\.[ ]")
_CLOSE = regex(r"[*_=]{1,3}|[ \t][-–—](?=[ \t]*$)", re.MULTILINE)
_POINT = regex(r"[ ]?[.:](?:-(?=[^\s-])|[ ]?(?:--|[—–]))?|[ ]?(?:--|[—–])|[ \t]{2,}(?=\S)|\t")
_STAGE = regex(r"\([^()]{1,600}(?:\([^()]{0,100}\)[^()]{0,300})?\)|\[[^\[\]]{1,600}\]"
               r"|_[^_\n]{1,80}(?:\n[^_\n]{1,80}){0,4}_|\*[^*\n]{1,80}(?:\n[^*\n]{1,80}){0,4}\*")
_ASIDE = regex(r",[ ](?P<words>[^.:()\[\]*=\n]{2,50}?(?=[*=]|_(?!\w)|[ \t]*$)"
               r"|[^.:()\[\]*=\n]{2,100}(?:\n[^.:()\[\]*=\n]{2,70})?(?=[.:]))", re.MULTILINE)
_STAGED = frozenset("([_*")
_EMPTY_LINE = regex(r"\n[ \t]*\n")
_NUMERAL = regex(r"[IVXLC]+\Z")
_LONGEST = 64
_RAISED = "ºª"
_LONGEST_INITIAL = 2  # letters of a first name, within a dress: "_Q. Cic._"
_LEAST_SPACED = 5  # characters of a name in spaced letters
# What must follow a name: the end of the line, or something that may be a closing dress, a point or a direction.
_FOLLOWS = regex(r"[ ,]{0,6}[.:(\[_*=—–-]|,[ ]|[ \t]{2}|\t|[ \t\\]*$", re.MULTILINE)
# The commonest label: one word in capitals, a point, perhaps a direction, and what is said.
_PLAINEST = regex(r"([^\W\d_]{2,40})([.:])[ ](?:(\([^()\[\]\n]{1,200}\)|\[[^()\[\]\n]{1,200}\])[ ])?(?=[^\W_])")
_SHORTENED = TITLES | PARTICLES
_DIVISIONS = ACT | SCENE | TABLEAU
# What a line must begin with to be worth a closer look: a capital or figure, and soon the end of a name.
MAY_LABEL = regex(r"[*_=#–—-]{0,6}[ \t]?[^\W_a-zß-öø-ÿ][^\n.:(\[]{0,48}(?:[.:(\[]|\Z|(?<=  )\S)")
_ELDER = frozenset(("fils", "pere", "mere", "fille", "aine", "cadet", "jeune", "junior", "senior", "sohn", "vater"))
_ELIDED = ("d'", "d’", "l'", "l’")
_FIRST = ("der die das ein eine the a an le la un une il lo el los las den det een het first second third "
                      "fourth erster zweiter dritter erste zweite dritte premier premiere second seconde deuxieme "
                      "troisieme primo prima secondo seconda primero primera segundo segunda")
ARTICLES = frozenset(_FIRST.split())


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


def _is_caps(words: tuple[str, ...]) -> bool:
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
        if not free and not (words and (dressed or plain(words[0]) in ARTICLES or plain(word) in _ELDER)):
            break
        words.append(word)
        ends.append(match.end())
        gap = _GAP.match(text, match.end(), limit)
        if not gap or word[-1] in _RAISED or (gap[0] == ". " and word.lower() not in TITLES
                                                      and not (dressed and len(word) <= _LONGEST_INITIAL)):
            break
        at = gap.end()
    shortened = len(words) == 1 and text.startswith(". ", ends[0])  # "Des." for Desdemona
    while words and words[-1].lower() in PARTICLES and not shortened:
        words.pop()
        ends.pop()
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or not any(w[-1].isalpha() for w in words):
        return None
    return ends[-1], words


def _spaced_at(text: str, at: int, limit: int) -> tuple[int, list[str]] | None:
    """The same of a name in spaced letters."""
    spaced = _SPACED.match(text, at, limit) if text[at + 1:at + 2] == " " and text[at:at + 1].isupper() else None
    if spaced is None or len(spaced[0]) < _LEAST_SPACED:
        return None
    return spaced.end(), unspaced(spaced[0]).split()


def label_at(text: str, number: int, line: Line) -> Label | None:
    """The label that a line begins with, by its form alone."""
    plainest = _PLAINEST.match(text, line.start, line.end)
    if plainest and plainest[1].isupper() and plainest[1].lower() not in _SHORTENED:
        name, _ = _read(plainest[1], (plainest[1],))
        manner = ("run", "caps", "", plainest[2])
        stage = plainest.span(3) if plainest[3] else None
        return Label(number, name, line.start, plainest.end(2), (0, 0), stage, plainest.end(), False, True,
                     manner) if name else None
    at, opened = line.start, ""
    if not text[at].isalnum() and (dress := _DRESS.match(text, at, line.end)):
        at, opened = dress.end(), dress[0]
    limit = min(line.end, at + _LONGEST)
    named = _spaced_at(text, at, limit) or _name_at(text, at, limit, bool(opened))
    if named is None or not (text[named[0] - 1] in _RAISED or _FOLLOWS.match(text, named[0])):
        return None
    stop, words = named
    name, caps = _read(unspaced(text[at:stop]), tuple(words))
    return _Tail(text, line, opened, stop, caps).label(number, name) if name else None


@lru_cache(4096)
def _read(printed: str, words: tuple[str, ...]) -> tuple[str, bool]:
    """(the name as it is compared, whether it is printed in capitals); no name where it can be none."""
    name = key(printed)
    # Words of a heading ("Second Act") are no name.
    heads = len(words) < 4 and any(plain(word).strip() in _DIVISIONS for word in words)
    happens = ENTRANCE.match(name) and len(words) > 1  # "Enter Hodge."
    if len(name) < 2 or name in NO_NAMES or _NUMERAL.match(printed) or heads or happens:
        return "", False
    return name, _is_caps(words)


class _Tail:
    """What follows a name: closing dress, a point, words or marks of direction, in whatever order they stand."""

    def __init__(self, text: str, line: Line, opened: str, stop: int, caps: bool) -> None:
        self.text, self.line, self.opened, self.caps = text, line, opened, caps
        self.stop = self.here = stop  # the label's end, and how far was read
        self.point, self.closed = "", 0
        self.aside = False
        self.stage: tuple[int, int] | None = None
        self.closes = bool(opened) and not opened.startswith("#")
        while self._close() or self._point() or self._aside() or self._stage():
            pass

    def _close(self) -> bool:
        if not self.closes or self.closed:
            return False
        match = _CLOSE.match(self.text, self.here, self.line.end)
        if match:
            self.closed = len(match[0])
            self._read(match.end())
        return match is not None

    def _point(self) -> bool:
        if self.point:
            return False
        if self.text[self.here - 1] in _RAISED:  # "1.º" has its point
            self.point = "."
            return True
        match = _POINT.match(self.text, self.here, self.line.end)
        if match is None or (match[0].isspace() and (not self.caps or self.stage is not None)):
            return False
        if match[0].isspace():
            self.point, self.here = " ", match.end()
        else:
            self.point = match[0].strip()[:1]
            self._read(match.end())
        return True

    def _aside(self) -> bool:
        """Words behind a comma that say how somebody speaks, or who else does."""
        if self.point or self.stage or self.aside:
            return False
        match = _ASIDE.match(self.text, self.here, min(self.line.end + 80, len(self.text)))
        if match is None:
            return False
        words = match["words"]
        names = words[0].isupper() and len(words) < 40 and all(word[0].isupper() for word in words.split())
        self.aside = words.upper() == words if self.caps and words[0].isupper() else names or words[0].islower()
        if self.aside:
            self._read(match.end())
        return self.aside

    def _stage(self) -> bool:
        if self.stage:
            return False
        ahead = self.text[self.here:self.here + 7]
        blank = min(6, len(ahead) - len(ahead.lstrip(" ,")))
        match = _STAGE.match(self.text, self.here + blank) if ahead[blank:blank + 1] in _STAGED else None
        if match is None or _EMPTY_LINE.search(match[0]):
            return False
        self.stage, self.here = (match.start(), match.end()), match.end()
        if self.point and self.text[self.here:self.here + 1] in (".", ":"):
            self.here += 1  # a point behind the direction, beside the one in the name ("_Gn. Pom._ (aside).")
        return True

    def _read(self, to: int) -> None:
        self.here = to
        if self.stage is None:
            self.stop = to

    def label(self, number: int, name: str) -> Label | None:
        """The label, unless what follows the name shows that it is none."""
        end = self.text.find("\n", self.here)
        behind = self.text[self.here:end if end >= 0 else len(self.text)]
        alone = not behind.strip(" \t\\.:" if self.stage else " \t\\")
        if self.closes and not self.closed:
            return None  # a dress that does not close right behind the name is emphasis
        if not alone and (self.opened.startswith("#") or not (self.point or self.stage or self.closed)):
            return None
        rest = self.here + len(behind) - (0 if alone else len(behind.lstrip(" \t")))
        manner = ("alone" if alone else "run", "caps" if self.caps else "title", self.opened.strip()[:2],
                  self.point or ("(" if self.stage else "*" if self.closed else ""))
        last = self.text[self.stop - self.closed:self.stop]
        after = self.closed if not last.strip(" -–—*_=") else 0
        return Label(number, name, self.line.start, self.stop, (len(self.opened), after), self.stage, rest, alone,
                     self.caps, manner)
