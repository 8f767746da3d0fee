"""The lines of a play as headings, directions and speeches."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator

from edition.conventions.drama.directions import Direction, brings, is_event
from edition.conventions.drama.habit import hangs
from edition.conventions.drama.labels import Label, label_at
from edition.conventions.drama.lowered import lowered
from edition.conventions.drama.pieces import Piece, Recited, Speech, Stage, Title, Trailer
from edition.conventions.drama.study import Play
from edition.conventions.drama.verse import said
from edition.conventions.drama.words import ALONE, CUES, SUNG, TRAILER, plain
from edition.layout import Line
from edition.regex import regex

_STANZA = 4      # lines of verse, at least
_LONGEST_SONG = 60
_LONGEST_CUE = 1 + max(map(len, CUES))  # characters, a point with them
_NUMERAL = regex(r"(?:[IVXLC]+|\d{1,2})\.?\Z")
_FAR = 24        # blanks: from here on a line stands apart
_LONG = 1500     # characters of a passage outside all speeches that is no direction


class Reader:
    """Reads the lines of a play one after another; `pieces` are made in order."""

    def __init__(self, play: Play) -> None:
        self.play, self.text, self.lines = play, play.view.text, play.lines
        self.whole = {play.line_at(d.start): d for d in play.marked if d.whole and d.mark in play.marks}
        self.last = max([*play.labels, *play.heads])
        skipped = play.cast.items[0].first if play.cast else play.end
        self.stops = sorted([*play.labels, *play.heads, *self.whole, skipped, play.end])  # no run goes over these
        self.glues = play.glued is not None
        self.speech: Speech | None = None
        self.alone = False  # whether the last heading is that of a prologue or epilogue
        self.pending: list[Stage] = []
        self.unlabelled = self._marks_settings()
        self.usual = play.habit.indent if play.habit.indent <= _FAR else -1
        self.names = frozenset(label.name for label in play.labels.values())
        self.lowered = lowered(play)
        self.hangs = hangs(self.text, self.lines, play.labels)
        short = [line.indent < play.habit.indent for n, line in enumerate(self.lines[play.start:play.end], play.start)
                 if n not in play.labels]
        self.flush = sum(short) > 0.5 * len(short)  # labels are set in, and what is said goes on at the margin

    def _marks_settings(self) -> bool:
        """Whether what stands under headings is marked as a direction, so that text without marks is somebody's."""
        below = [n + 1 for n in self.play.heads if self.play.start <= n < self.last and n + 1 not in self.play.labels
                 and n + 1 not in self.play.heads]
        marked = sum(n in self.whole for n in below)
        return marked > 2 and marked > 0.7 * len(below)

    def pieces(self) -> Iterator[Piece]:
        """What the play is made of, in order."""
        n, end, lines = self.play.start, self.play.end, self.lines
        heads, labels, whole = self.play.heads, self.play.labels, self.whole
        skipped = range(self.play.cast.items[0].first, self.play.cast.end) if self.play.cast else range(0)
        while n < end:
            if n in skipped:
                n += 1
            elif n in heads:
                yield from self._closed()
                self.alone = self.play.heads[n][-1].type in ALONE
                n, titles = self._titles(n)
                yield from titles
            elif n in labels:
                yield from self._closed()
                label = labels[n]
                n = self._opened(n, label)
                if not label.alone and n < len(lines):
                    if self._may_be_glued(label.rest, lines[n].end):
                        n = yield from self._line(n, label.rest)
                    else:
                        self._said(n, label.rest, lines[n].end)
                        n += 1
                    n = self._go_on(n)
            elif n in whole and self._is_block(n, whole[n]):
                n, stage = self._stage(n, whole[n])
                yield from self._directed(stage)
            elif n in self.lowered:
                after = self.lowered[n]
                yield from self._directed(Stage(lines[n].start, lines[after - 1].end, False))
                n = after
            elif self.speech is not None and self._is_plainest(lines[n]):
                self._said(n, lines[n].start, lines[n].end)
                n = self._go_on(n + 1)
            elif self._is_trailer(n):
                yield from self._closed()
                yield Trailer(lines[n].start, lines[n].end)
                n = n + 1 if n < self.last else end
            elif self._is_unmarked(n):
                after = self._paragraph(n)
                yield from self._directed(Stage(lines[n].start, lines[after - 1].end, bool(lines[n].gap)))
                n = after
            elif self.speech is None:
                n, outside = self._outside(n)
                yield from outside
            elif self._may_be_glued(lines[n].start, lines[n].end):
                n = yield from self._line(n, lines[n].start)
            else:
                self._said(n, lines[n].start, lines[n].end)
                n += 1
        yield from self._closed()

    def _closed(self) -> Iterator[Piece]:
        """The open speech, and the directions behind it that no speech goes on after."""
        speech, self.speech = self.speech, None
        pending, self.pending = self.pending, []
        if speech is not None:
            while pending and not pending[0].apart:
                speech.parts.append(pending.pop(0))
            if not speech.parts and pending:
                speech.parts.append(pending.pop(0))
            yield speech
        yield from pending

    def _titles(self, n: int) -> tuple[int, list[Piece]]:
        line, found = self.lines[n], list[Piece]()
        end, following = line.end, n + 1
        headings = self.play.heads[n]
        tail = self.text[line.start + headings[-1].start:line.end]
        long = len(tail) > 45 and tail.rstrip()[-1] not in ".!?])"
        if long and following < self.play.end and not self.lines[following].gap and self._is_plain(following):
            end, following = self.lines[following].end, following + 1
        for place, heading in enumerate(headings):
            last = place == len(headings) - 1
            stop = end if last else line.start + len(self.text[line.start:line.start + heading.end].rstrip())
            found.append(Title(line.start + heading.start, stop, heading))
        return following, found

    def _is_plain(self, n: int) -> bool:
        return n not in self.play.heads and n not in self.play.labels and n not in self.whole

    def _line(self, n: int, start: int) -> Generator[Piece, None, int]:
        """A line of a speech from `start`; the next label may be glued to its end by a dash (`no, nev-HODGE. Yes.`)."""
        while glued := self._glued(n, start):
            self._said(n, start, glued.start)
            yield from self._closed()
            n, start = self._opened(n, glued), glued.rest
            if glued.alone or n >= len(self.lines):
                return n
        self._said(n, start, self.lines[n].end)
        return n + 1

    def _may_be_glued(self, start: int, end: int) -> bool:
        """Whether a dash stands here, by which a label may be glued to what is said before it."""
        return self.glues and self.text.find("-", start, end) >= 0

    def _glued(self, n: int, start: int) -> Label | None:
        """The label that a lost line break has glued to what stands before it on a line."""
        line = self.lines[n]
        glued = self.play.glued if self._may_be_glued(start, line.end) else None
        found = glued.search(self.text, start, line.end) if glued else None
        label = label_at(self.text, n, line._replace(start=found.end())) if found else None
        return label if label and label.name in self.names and (label.stage or not label.alone) else None

    def _opened(self, n: int, label: Label) -> int:
        """Open a speech; the line on which it goes on behind the label."""
        self.speech = Speech(label)
        if label.stage:
            self.speech.parts.append(Stage(*label.stage, False))
        while n < len(self.lines) and self.lines[n].end <= label.rest:
            n += 1
        return n

    def _said(self, n: int, start: int, end: int) -> None:
        """A line of the open speech; an empty line or a direction above it begins a new run."""
        assert self.speech is not None
        line = self.lines[n]
        parts = self.speech.parts
        parts += self.pending
        if self.pending or not parts or isinstance(parts[-1], Stage) or (line.gap and start == line.start):
            parts.append([])
        self.pending = []
        run = parts[-1]
        assert isinstance(run, list)
        run.append(said(self.text, start, end, line))

    def _go_on(self, n: int) -> int:
        """The line behind a run of lines from n that surely go on with the run of the open speech: most do."""
        run = self.speech.parts[-1] if self.speech and self.speech.parts else None
        if not isinstance(run, list) or n >= self.play.end:
            return n
        text, plainest = self.text, self._is_plainest
        for line in self.lines[n:self.stops[bisect_left(self.stops, n)]]:
            if not plainest(line):
                break
            run.append(said(text, line[0], line[1], line))
            n += 1
        return n

    def _is_block(self, n: int, direction: Direction) -> bool:
        """Whether a direction that fills its lines is one of its own, not wrapped within a paragraph."""
        if self.lines[n].gap or self.speech is None or not self.speech.parts or self.pending:
            return True
        last = self.speech.parts[-1]
        if isinstance(last, Stage):
            return True
        above, after = self.text[last[-1].start:last[-1].end], self.play.line_at(direction.end) + 1
        goes_on = after < self.play.end and not self.lines[after].gap and self._is_plain(after)
        return not (goes_on and above[-1] not in ".!?:…" and self.lines[n].indent == last[-1].indent
                    and self.text[self.lines[after].start].islower())

    def _stage(self, n: int, direction: Direction) -> tuple[int, Stage]:
        last = self.play.line_at(direction.end - 1)
        return last + 1, Stage(self.lines[n].start, self.lines[last].end, bool(self.lines[n].gap))

    def _directed(self, stage: Stage) -> Iterator[Piece]:
        if self.speech is None:
            yield stage
        else:
            self.pending.append(stage)

    def _is_plainest(self, line: Line) -> bool:
        """Whether a line surely goes on with a speech: below another, set in as most are, no song, with no dash."""
        start, end, indent, _, gap, _ = line
        if gap or indent != self.usual:
            return False
        size, text = end - start, self.text
        long = size > _LONGEST_SONG or (size > _LONGEST_CUE and text[start].isalnum() and text[end - 2].isalnum())
        return long and not (self.glues and text.find("-", start, end) >= 0)

    def _is_trailer(self, n: int) -> bool:
        line = self.lines[n]
        return bool(line.gap) and line.end - line.start < 60 and bool(
            TRAILER.match(plain(self.text[line.start:line.end]).strip(" _*-–—=[]().")))

    def _is_unmarked(self, n: int) -> bool:
        """Whether a line is a direction without marks: by its words, or because it stands out of the speeches."""
        line = self.lines[n]
        content = self.text[line.start:line.end]
        if len(content) <= _LONGEST_SONG and (plain(content).strip(" _*:") in CUES or (
                line.gap and _is_tune(content))):
            return True
        if self.speech is None:
            return False
        how = self.play.habit
        if how.tight and line.indent < how.indent and not self.flush:
            return True
        if line.indent != how.indent and brings(content):
            return True
        if self.hangs and line.gap and line.indent <= how.indent:
            return True
        if not self.speech.parts:
            return False  # nothing is said yet
        apart = line.gap or line.indent > _FAR or (how.tight and line.indent > how.indent + 2)
        return bool(apart) and is_event(content) and (content.rstrip()[-1] in ".]:" or line.indent > _FAR) \
            and not content.rstrip().endswith(("!", "?"))

    def _is_recited(self, first: int, end: int) -> bool:
        """Whether lines are verse that nobody is named for, as prologues are."""
        lines = self.lines[first:end]
        return len(lines) >= _STANZA and all(line.end - line.start < _LONGEST_SONG and
                                             not self.text[line.start].islower() for line in lines)

    def _paragraph(self, n: int) -> int:
        """The line behind a run of plain lines that begins at n."""
        end, indent = n + 1, self.lines[n].indent
        content = self.text[self.lines[n].start:self.lines[n].end]
        if plain(content).strip(" _*:") in CUES or brings(content):
            return end
        while end < self.play.end and not self.lines[end].gap and self._is_plain(end) and (
                self.lines[end].indent <= max(indent, 1) or self.play.habit.indent == 0):
            end += 1
        return end

    def _outside(self, n: int) -> tuple[int, list[Piece]]:
        """Text under a heading before anybody speaks: a setting, or who is there; a long one is left to others."""
        end = n + 1
        while end < self.play.end and not self.lines[end].gap and self._is_plain(end):
            end += 1
        start, stop = self.lines[n].start, self.lines[end - 1].end
        if n < self.play.first and n < min(self.play.heads, default=0):
            return end, []
        if self.unlabelled:
            self.speech = Speech(None)
            for place in range(n, end):
                self._said(place, self.lines[place].start, self.lines[place].end)
            return end, []
        if self.alone and self._is_recited(n, end):
            return end, [Recited(n, end)]
        return end, [] if stop - start > _LONG else [Stage(start, stop, bool(self.lines[n].gap))]


def _is_tune(content: str) -> bool:
    """Whether a line names a song: "AIR.--FRANK.", "AIR II. The bonny morn, &c."."""
    words = content.split(maxsplit=2)
    numbered = len(words) > 1 and words[0].isupper() and _NUMERAL.match(words[1]) is not None
    return (numbered or content.isupper()) and re.split(r"\W+", plain(content))[0] in SUNG
