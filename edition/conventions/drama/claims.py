"""The claims for a play: what each heading, direction and speech is as elements."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.drama.directions import Direction, is_direction
from edition.conventions.drama.labels import Label
from edition.conventions.drama.pieces import Piece, Recited, Speech, Stage, Title, Trailer
from edition.conventions.drama.study import Play
from edition.conventions.drama.verse import Said, measure, units, verse_or_prose
from edition.regex import regex
from edition.tree import Attrs, Span

_LEVELS = {"play": "0", "act": "1", "tableau": "2", "scene": "3"}
_ITALIC = regex(r"[\[(](_[^_]+_)([\])]?)\Z")
_CLOSE = regex(r"[*_=]{1,3}\Z")
_STEP = 8        # columns that a shared line of verse is set in, and by which it may miss the end of the part before it


class Writer:
    """Claims for the pieces of a play."""

    def __init__(self, play: Play, pieces: list[Piece]) -> None:
        self.play, self.view, self.text, self.pieces = play, play.view, play.view.text, pieces
        segments = [part for piece in pieces if isinstance(piece, Speech)
                    for part in piece.parts if isinstance(part, list)]
        first = {piece.parts[0][0].start for piece in pieces if isinstance(piece, Speech) and piece.parts
                 and isinstance(piece.parts[0], list)}
        self.how = measure(self.text, segments)
        self.verse = verse_or_prose(segments, first, self.how)
        self.inline = [d for d in play.marked if is_direction(self.text, d, play.marks)]
        self.at = 0
        self.acts = [n for n, piece in enumerate(pieces) if isinstance(piece, Title) and piece.heading.type == "act"]
        self.before: Said | None = None   # the line of verse that the speech before this one ended with
        self.last: Said | None = None
        self.parts: dict[int, str] = {}

    def claims(self) -> Iterator[Span]:
        """All claims; the parts of lines that speakers share are known when the last one is read."""
        found = list(self._claims())
        for span in found:
            yield span.having(part=self.parts[span.start]) if span.kind == "l" and span.start in self.parts else span

    def _claims(self) -> Iterator[Span]:
        for n, piece in enumerate(self.pieces):
            if isinstance(piece, Title):
                yield self._head(n, piece)
            elif isinstance(piece, Trailer):
                yield self.view.claim("trailer", piece.start, piece.end, "play-end")
            elif isinstance(piece, Stage):
                yield from self._stage(piece)
            elif isinstance(piece, Recited):
                yield from self._recited(piece)
            else:
                yield from self._speech(piece)

    def _head(self, n: int, title: Title) -> Span:
        kind = title.heading.type
        inner = bool(self.acts) and self.acts[0] < n <= self.acts[-1]
        level = _LEVELS.get(kind) or ("3" if inner else "1")
        attrs: Attrs = (("_level", level), ("_type", kind), ("_n", title.heading.n))
        close = _CLOSE.search(self.text, title.start, title.end) if title.heading.skin else None
        after = len(close[0]) if close and title.heading.skin <= 3 else 0
        return self.view.claim("head", title.start, title.end, "act-or-scene", attrs, title.heading.skin, after)

    def _recited(self, recited: Recited) -> Iterator[Span]:
        lines = self.play.lines[recited.first:recited.end]
        yield self.view.claim("lg", lines[0].start, lines[-1].end, "sung-stanza")
        for line in lines:
            yield self.view.claim("l", line.start, line.end, "verse-line")

    def _stage(self, stage: Stage, kind: str = "stageBlock") -> Iterator[Span]:
        start, end = stage.start, stage.end
        skin = self._skin(start, end)
        yield self.view.claim(kind, start, end, "stage-direction", (), skin, skin)
        if italic := _ITALIC.match(self.text, start, end):  # "[_Exit._]"
            yield self.view.claim("hi", italic.start(1), italic.end(1), "stage-direction", (("rend", "italic"),), 1, 1)

    def _skin(self, start: int, end: int) -> int:
        return 1 if self.text[start] in "_*" and self.text[end - 1] == self.text[start] and end - start > 2 else 0

    def _speech(self, speech: Speech) -> Iterator[Span]:
        label, last = speech.label, speech.parts[-1] if speech.parts else None
        if last is None:
            if label:  # a name, and nothing said
                yield self.view.claim("stageBlock", label.start, label.stop, "stage-direction")
            return
        end = last.end if isinstance(last, Stage) else last[-1].end
        if label and label.stage and last == Stage(*label.stage, False):
            end = max(end, self._stage_end(label))
        first = speech.parts[0]
        start = label.start if label else first.start if isinstance(first, Stage) else first[0].start
        yield self.view.claim("sp", start, end, "played-speech")
        if label:
            yield from self._speaker(label)
        yield from self._stanzas(speech)
        self.before, self.last = self.last, None
        self._share(speech)
        for part in speech.parts:
            if isinstance(part, list):
                yield from self._said(part)
            elif label and label.stage == (part.start, part.end):
                yield from self._stage(part._replace(end=self._stage_end(label)))
            else:
                yield from self._stage(part)

    def _stanzas(self, speech: Speech) -> Iterator[Span]:
        """Stanzas: runs of as many lines of verse each, parted by empty lines alone."""
        runs = [part if isinstance(part, list) else [] for part in speech.parts]
        if sum(len(run) > 2 for run in runs) < 2:
            return
        group = list[list[Said]]()
        for run in [*runs, list[Said]()]:
            if group and len(run) != len(group[0]):
                for stanza in group if len(group) > 1 else ():
                    yield self.view.claim("lg", stanza[0].start, stanza[-1].end, "sung-stanza")
                group = []
            if len(run) > 2 and self.verse[run[0].start] and self._each_a_line(run):
                group.append(run)

    def _each_a_line(self, run: list[Said]) -> bool:
        return sum(unit.kind == "l" for unit in units(self.text, run, self.how, True)) == len(run)

    def _share(self, speech: Speech) -> None:
        """A first line set in as far as the line before it reached goes on with that line."""
        run = next((part for part in speech.parts if isinstance(part, list)), None)
        if run is None or not self.verse[run[0].start]:
            return
        self.last = run[-1]
        last = speech.parts[-1]
        if isinstance(last, list) and self.verse[last[0].start]:
            self.last = last[-1]
        first, alone = run[0], self.text[run[0].start - run[0].indent - 1:run[0].start].strip(" \t") == "\n"
        set_in = first.indent - self.how.indent >= _STEP
        if self.before and alone and set_in and abs(first.indent - self.before.edge) <= _STEP:
            earlier = self.view.origin(self.before.start)
            self.parts[earlier] = "M" if earlier in self.parts else "I"
            self.parts[self.view.origin(first.start)] = "F"

    def _stage_end(self, label: Label) -> int:
        """The end of the direction behind a label, with the point that follows it."""
        assert label.stage
        end = label.stage[1]
        stop = self.text.find("\n", end)
        behind = self.text[end:label.rest if not label.alone else stop if stop >= 0 else len(self.text)].rstrip()
        return end + len(behind)

    def _speaker(self, label: Label) -> Iterator[Span]:
        stop = label.stop
        if label.stage:
            stop = label.start + len(self.text[label.start:label.stage[0]].rstrip())
        before, after = label.dress
        closes = after > 0 and stop == label.stop
        opened = self.text[label.start:label.start + before].strip()
        inner = self.text.rfind(opened, label.start + before, stop) if before and not closes else -1
        if inner > 0:  # a point stands behind the closing dress
            rend = "bold" if before > 1 else "italic"
            yield self.view.claim("hi", label.start, inner + before, "speaker", (("rend", rend),), before, before)
            before = 0
        yield self.view.claim("speaker", label.start, stop, "speaker", (), before, after if closes else 0)

    def _said(self, run: list[Said]) -> Iterator[Span]:
        for unit in units(self.text, run, self.how, self.verse[run[0].start]):
            start, end = run[unit.first].start, run[unit.last].end
            inside = self._inside(start, end)
            broken = 1 if self.text[end - 1] == "\\" else 0
            if len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end):
                yield from self._stage(Stage(start, end, False))
                continue
            yield self.view.claim(unit.kind, start, end, "verse-line" if unit.kind == "l" else "spoken-prose", (), 0,
                                  broken if end - broken > start else 0)
            for direction in inside:
                yield from self._stage(Stage(direction.start, direction.end, False), "stage")

    def _inside(self, start: int, end: int) -> list[Direction]:
        """The directions that stand wholly within text[start:end]; asked in order."""
        while self.at < len(self.inline) and self.inline[self.at].start < start:
            self.at += 1
        found = list[Direction]()
        while self.at < len(self.inline) and self.inline[self.at].start < end:
            if self.inline[self.at].end <= end:
                found.append(self.inline[self.at])
            self.at += 1
        return found
