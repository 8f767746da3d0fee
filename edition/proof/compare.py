"""The rebuilt text against the source: characters, then white space; each difference with its place on both sides."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from edition.proof.align import Alignment, Difference
from edition.proof.report import Problem
from edition.proof.skins import BLANKS, WORD, shown, visible, words_of
from edition.proof.stream import Seam, Stream

MOST = 20               # problems reported one by one
_AROUND = 32            # characters shown on either side of a difference
_NEWLINE = re.compile(r"\r\n?|\n")


class Text:
    """A text as words between white space, with the offset of each character of a word."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = words_of(text)
        self.characters = "".join(words)
        self.ends = list(accumulate(map(len, words)))           # a place that white space follows
        self._offsets: list[int] = []
        self._lines: list[int] = []

    @property
    def spaces(self) -> set[int]:
        """Where there is white space: counted as the characters before it. Both ends count as white space."""
        return {0, *self.ends}

    def offset(self, place: int) -> int:
        """The offset in the text of the character with this number; the text's end for one past the last."""
        if not self._offsets:
            self._offsets = [match.start() for match in WORD.finditer(self.text)]
        number = bisect_right(self.ends, place)
        if number == len(self.ends):
            return len(self.text.rstrip(BLANKS))
        return self._offsets[number] + place - (self.ends[number - 1] if number else 0)

    def position(self, place: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character."""
        offset = self.offset(place)
        if not self._lines:
            self._lines = [0, *(match.end() for match in _NEWLINE.finditer(self.text))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def piece(self, place: int, length: int) -> str:
        """The characters from a place on, with the white space between them."""
        return self.text[self.offset(place):self.offset(place + length - 1) + 1] if length else ""

    def around(self, place: int) -> tuple[str, int]:
        """A line of text around a place, and where in that line the place is."""
        at = self.offset(place)
        start, end = max(0, at - _AROUND), min(len(self.text), at + _AROUND)
        left, right = _one_line(self.text[start:at]).lstrip(), _one_line(self.text[at:end]).rstrip()
        left = ("…" if start else "") + left
        return left + right + ("…" if end < len(self.text) else ""), len(left)


def _one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    words = visible(" ".join(WORD.findall(text)))
    before = " " if words and text[0] in BLANKS else ""
    return f"{before}{words} " if text and text[-1] in BLANKS else before + words


class Outcome(NamedTuple):
    problems: list[Problem]
    more: int
    ignored: list[Problem]


def compare(stream: Stream, source: Text, reindented: bool) -> Outcome:
    """All differences that count, in the order of the text."""
    return _Comparison(stream, source, reindented).outcome()


class WhiteSpace:
    """White space of a TEI beside that of the source, of which the characters are the same.

    `gaps`: where the source has white space, as places of the TEI.
    """

    def __init__(self, stream: Stream, gaps: set[int], reindented: bool = False) -> None:
        self.stream, self.gaps, self.reindented = stream, gaps, reindented
        self.found: dict[int, tuple[str, int]] = {}             # place in the TEI → message, TEI line (0: find it)
        self.ignored: dict[int, tuple[str, int]] = {}

    def agrees(self) -> bool:
        """Whether it is the same wherever it must be; notes where it is not."""
        self._seams()
        self._breaks()
        self._boundaries()
        return not (self.found or self.ignored)

    def _known(self, place: int) -> bool:
        """Whether there is a place in the source for this one, between two of its characters."""
        return 0 < place < self.stream.size

    def _say(self, place: int, message: str, line: int = 0, at_tag: bool = False) -> None:
        where = self.ignored if at_tag and self.reindented else self.found
        where.setdefault(place, (message, line))

    def _seams(self) -> None:
        """A word boundary holds also across skins, breaks, notes and folios."""
        for seam in self.stream.seams:
            if all(map(self._known, seam.places)):
                self._seam(seam)

    def _seam(self, seam: Seam) -> None:
        place = seam.places[-1]
        if seam.joined:
            if seam.space:
                self._say(place, 'white space in a word: break="no" says that the word goes on', seam.line, True)
            return
        gaps = [between for between in seam.places if between in self.gaps]
        if bool(gaps) == seam.space:
            return
        if not gaps or self._parted(seam, gaps):
            self._say(place, _boundary(bool(gaps)), seam.line, True)

    def _parted(self, seam: Seam, gaps: list[int]) -> bool:
        """Whether white space of the source at a seam must be in the TEI.

        It must between two letters or digits. Otherwise it may go where it is the skin's own (`(** bold`) or stood
        before a call that a stop follows (`tools [2].`).
        """
        first = seam.first.isalnum()
        if first and seam.last.isalnum():
            return True
        outside = any(self.stream.edges.get(place) != "inside" for place in gaps)
        return outside and (first or gaps[-1] == seam.places[-1])

    def _breaks(self) -> None:
        for start, end, line in self.stream.joins:
            if self._known(start) and self._known(end) and self.gaps.isdisjoint(range(start, end + 1)):
                self._say(start, 'lb break="no", but the source breaks no line here: it has no white space', line)
        for place, line in self.stream.lines:
            if self._known(place) and place not in self.gaps:
                self._say(place, "word boundary made: a line break (lb) in the TEI, none in the source", line)

    def _boundaries(self) -> None:
        stream = self.stream
        for places, lost in ((self.gaps - stream.spaces, True), (stream.spaces - self.gaps, False)):
            for place in sorted(places - stream.free):
                if self._known(place):
                    self._say(place, _boundary(lost), 0, place in stream.tags)

class _Comparison(WhiteSpace):
    def __init__(self, stream: Stream, source: Text, reindented: bool) -> None:
        self.source = source
        self.alignment = Alignment(source.characters, stream.characters, MOST)
        self.equal = not self.alignment.differences
        super().__init__(stream, source.spaces if self.equal else self._moved(stream, source.spaces), reindented)
        self._tei: Text | None = None

    @property
    def tei(self) -> Text:
        """The rebuilt text; made only when something is to be shown of it."""
        if self._tei is None:
            self._tei = Text("".join(self.stream.text))
        return self._tei

    def _moved(self, stream: Stream, spaces: set[int]) -> set[int]:
        """The source's white space, as places of the TEI, as far as the two agree."""
        places = {self.alignment.to_tei(at) for at in spaces}
        return {place for place in places if place >= 0} | {0, stream.size}

    def outcome(self) -> Outcome:
        self.agrees()
        problems = [(d.place, self._difference(d)) for d in self.alignment.differences]
        shown = sorted(self.found.items())[:MOST]
        problems += [(place, self._problem(place, *what)) for place, what in shown]
        problems.sort(key=lambda entry: entry[0])
        more = len(self.found) + len(self.alignment.differences) - len(problems[:MOST])
        more += not self.alignment.complete
        ignored = [self._problem(place, *what) for place, what in sorted(self.ignored.items())]
        return Outcome([problem for _, problem in problems[:MOST]], more, ignored)

    def _known(self, place: int) -> bool:
        return super()._known(place) and (self.equal or self.alignment.agrees(place))

    # Words for people

    def _problem(self, place: int, message: str, line: int) -> Problem:
        at = self.alignment.to_source(place)
        return Problem(message, line or self.stream.tei_line(place), *self.source.position(at),
                       *self.source.around(at), *self.tei.around(place))

    def _difference(self, d: Difference) -> Problem:
        lost, new = (shown(text.piece(at, length)) for text, at, length in
                     ((self.source, d.at, d.lost), (self.tei, d.place, d.new)))
        if not d.new:
            message = f"lost: the source has {lost} here, the TEI has not ({_count(d.lost)})"
        elif not d.lost:
            message = (f"added: the TEI has {new} here, the source has not ({_count(d.new)}); what is not the source's "
                       'belongs in corr, reg, supplied or note type="apparatus"')
        else:
            message = f"changed: the source has {lost} where the TEI has {new}"
        return Problem(message, self.stream.tei_line(d.place), *self.source.position(d.at),
                       *self.source.around(d.at), *self.tei.around(d.place))


def _boundary(lost: bool) -> str:
    if lost:
        return "word boundary lost: white space in the source, none in the TEI"
    return "word boundary made: white space in the TEI, none in the source"


def _count(number: int) -> str:
    return f"{number} character{'s' if number > 1 else ''}"
