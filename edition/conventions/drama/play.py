"""Plays: acts and scenes, speeches with their speakers, stage directions, verse and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.drama.cast import claims as cast_claims
from edition.conventions.drama.directions import Direction, is_direction
from edition.conventions.drama.labels import Label
from edition.conventions.drama.reading import Piece, Reader, Speech, Stage, Title, Trailer
from edition.conventions.drama.study import Play, study
from edition.conventions.drama.verse import Measure, Said, is_verse, measure, units
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span

_LEVELS = {"play": "0", "act": "1", "tableau": "2", "scene": "3"}
_ITALIC = re.compile(r"[\[(](_[^_\n]+_)[\])]\Z")
_CLOSE = re.compile(r"[*_=]{1,3}\Z")


def _claims(context: Context) -> Iterator[Span]:
    play = study(context)
    if play is None:
        return
    if play.cast:
        yield from cast_claims(play.view, play.lines, play.cast)
    pieces = list(Reader(play).pieces())
    yield from _Writer(play, pieces).claims()


class _Writer:
    """Claims for the pieces of a play."""

    def __init__(self, play: Play, pieces: list[Piece]) -> None:
        self.play, self.view, self.text, self.pieces = play, play.view, play.view.text, pieces
        self.segments = [part for piece in pieces if isinstance(piece, Speech)
                         for part in piece.parts if isinstance(part, list)]
        self.how = measure(self.text, self.segments)
        self.verse = self._verse(self.how)
        self.inline = [d for d in play.marked if is_direction(self.text, d, play.marks)]
        self.at = 0
        self.acts = [n for n, piece in enumerate(pieces) if isinstance(piece, Title) and piece.heading.type == "act"]

    def _verse(self, how: Measure) -> dict[int, bool]:
        """Start of each segment → whether it is verse; one that does not tell is what those around it are."""
        told = [is_verse(self.text, segment, how) for segment in self.segments]
        # What follows a direction within a speech may be a song: it says nothing of the speeches around it.
        first = {id(piece.parts[0]) for piece in self.pieces if isinstance(piece, Speech) and piece.parts}
        typical = [verse if id(segment) in first else None for verse, segment in zip(told, self.segments, strict=True)]
        sure = [verse for verse in typical if verse is not None] or [verse for verse in told if verse is not None]
        prior = 2 * sum(sure) / len(sure) - 1 if sure else -1.0
        if prior < -0.7:  # a play in prose: two lines at the head of a speech are no verse
            told = [None if verse and id(segment) in first and len(segment) < 3 else verse
                    for verse, segment in zip(told, self.segments, strict=True)]
            typical = [verse if id(segment) in first else None
                       for verse, segment in zip(told, self.segments, strict=True)]
        return {segment[0].start: _settled(typical, n, prior) if own is None else own
                for n, (own, segment) in enumerate(zip(told, self.segments, strict=True))}

    def claims(self) -> Iterator[Span]:
        for n, piece in enumerate(self.pieces):
            if isinstance(piece, Title):
                yield self._head(n, piece)
            elif isinstance(piece, Trailer):
                yield self.view.claim("trailer", piece.start, piece.end, "play-end")
            elif isinstance(piece, Stage):
                yield from self._stage(piece)
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
        for part in speech.parts:
            if isinstance(part, list):
                yield from self._said(part)
            elif label and label.stage == (part.start, part.end):
                yield from self._stage(part._replace(end=self._stage_end(label)))
            else:
                yield from self._stage(part)

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
        inner = self.text.rfind(self.text[label.start:label.start + before].strip(), label.start + before, stop)
        closes = after > 0 and stop == label.stop
        if before and not closes and inner > 0:  # a point stands behind the closing dress
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


def _settled(told: list[bool | None], n: int, prior: float) -> bool:
    """What the nearest segments that tell are, and most in the play (`prior`, from -1 to 1)."""
    weight, seen = prior, 0
    for away in range(1, 40):
        for other in (n - away, n + away):
            if 0 <= other < len(told) and told[other] is not None:
                weight += (1 if told[other] else -1) / away
                seen += 1
        if seen >= 6:
            break
    return weight > 0


def _score(context: Context) -> Score:
    play = study(context)
    if play is None or not play.signs:
        return NO
    names = len({label.name for label in play.labels.values()})
    evidence = f"{counted(len(play.labels), 'speech', 'speeches')} of {names} speakers; {', '.join(play.signs)}"
    return Score(min(1.0, 0.5 + 0.02 * len(play.labels)), evidence)


PLAYS = Convention(
    "plays",
    "Names that recur at the heads of lines, under acts and scenes or beside entrances and exits, speak a play.",
    "ACT I\\n\\nSCENE 1\\n\\n[Enter Hodge.]\\n\\nHODGE. The cow is gone.",
    (Rule("act-or-scene", "a word for an act, scene or prologue, and its number", "SCENE 1", _claims),
     Rule("cast-list", "a heading word, or short lines that begin with the names of speakers", "PERSONS", lambda _: ()),
     Rule("cast-item", "one person or group of a cast list, the role before the description", "HODGE, a farmer",
          lambda _: ()),
     Rule("played-speech", "a label and all up to the next one", "HODGE. The cow is gone.", lambda _: ()),
     Rule("speaker", "a name of the closed set that recurs at the heads of lines", "HODGE.", lambda _: ()),
     Rule("spoken-prose", "lines that break where the measure ends", "The cow is gone.", lambda _: ()),
     Rule("verse-line", "a line that breaks before the measure ends", "The cow is gone,", lambda _: ()),
     Rule("stage-direction", "what the text's own marks of direction enclose, or what stands outside all speeches",
          "[Enter Hodge.]", lambda _: ()),
     Rule("play-end", "words that end an act or a play", "THE END", lambda _: ())),
    _score,
)
__all__ = ["PLAYS"]
