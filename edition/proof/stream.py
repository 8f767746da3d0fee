"""The text rebuilt from the items of a walk: its characters, and where white space is, may be or must be."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from edition.proof.order import ordered
from edition.proof.report import Addition, Problem
from edition.proof.skins import BLANKS, WORD, words_of
from edition.proof.walk import BLOCK, BREAK, POP, PUSH, SKIN, TEXT, Item, Walked, walk


class Seam(NamedTuple):
    """Where one flow of text goes on after something that is not part of it (a skin, a break, a note, a folio).

    `places`: the edges of what lies between; `space`: whether the TEI has white space (or a line's end) there;
    `joined`: whether it says that a word goes on (break="no"); `last`, `first`: the characters that meet.
    """

    places: tuple[int, ...]
    space: bool
    joined: bool
    last: str
    first: str
    line: int


class _Flow:
    """A flow of text and what has come since its last character."""

    __slots__ = ("ended", "joined", "last", "places", "space")

    def __init__(self) -> None:
        self.last, self.places = "", list[int]()
        self.space = self.joined = False
        self.ended = False                              # a block's edge: what follows is another flow


class Stream:
    """The text of a TEI. Every place is a number of characters, white space not counted, from the beginning.

    `spaces`: where the TEI has white space. `free`: where it need not agree with the source. `tags`: where an element
    begins or ends. `edges`: of those, what kind of edge ("block", "outside" or "inside" a skin). `lines`: unskinned
    line breaks, which need white space in the source; `joins`: breaks in a word, from place to place.
    """

    def __init__(self) -> None:
        self.characters = ""
        self.size = 0                                   # how many characters
        self.spaces = set[int]()
        self.free = set[int]()
        self.tags = set[int]()
        self.edges = dict[int, str]()
        self.seams = list[Seam]()
        self.lines = list[tuple[int, int]]()
        self.joins = list[tuple[int, int, int]]()
        self.starts = list[int]()                      # of each piece, its place …
        self.pieces = list[tuple[str, int]]()     # … and its text and TEI line
        self.skin_characters = 0
        self.text = list[str]()
        self.additions = list[Addition]()
        self.problems = list[Problem]()
        self.notes = 0
        self.moved_notes = 0
        self.readable = True
        self.begins = 0                                 # the lines of the TEI between which the text stands
        self.ends = 0

    def tei_line(self, place: int) -> int:
        """The line of the TEI on which the character at this place is written; 0 for an empty text."""
        if not self.starts:
            return 0
        number = max(0, bisect_right(self.starts, place) - 1)
        text, line = self.pieces[number]
        left = place - self.starts[number]
        for match in WORD.finditer(text):
            left -= match.end() - match.start()
            if left < 0:
                return line + text.count("\n", 0, match.end() + left)
        return line + text.count("\n")


def stream(tei: bytes) -> Stream:
    """The text that a TEI document gives back, in the order of the source."""
    return rebuilt(walk(tei), Builder())


def rebuilt(walked: Walked, builder: Builder) -> Stream:
    """The text of a walk through a TEI, put together by a builder."""
    items, problems = ordered(walked)
    rebuilt = builder.build(items)
    rebuilt.additions = walked.additions
    rebuilt.problems = walked.problems + problems
    rebuilt.notes = len(walked.notes)
    rebuilt.moved_notes = sum(note.stood for note in walked.notes)
    rebuilt.readable = walked.readable
    rebuilt.begins, rebuilt.ends = walked.begins, walked.ends
    return rebuilt


class Builder:
    """Puts the text together and notes what is at the edges of its pieces."""

    def __init__(self) -> None:
        self.made = Stream()
        self.characters: list[str] = []
        self.at = 0
        self.flow = _Flow()
        self.around: list[_Flow] = []

    def build(self, items: list[Item]) -> Stream:
        for op, text, line, more in items:
            if op == TEXT:
                self.running(text, line)
            elif op == SKIN:
                self.skin(text, line, more)
            elif op == BLOCK:
                self.made.free.add(self.at)
                self.made.edges[self.at] = "block"
                self.made.text.append("\n")
                self.flow.ended = True
            elif op == BREAK:
                self.broken(text, line, more)
            elif op == PUSH:
                self.flow.places.append(self.at)
                self.around.append(self.flow)
                self.flow = _Flow()
            elif op == POP:
                self.flow = self.around.pop()
                self.flow.places.append(self.at)
        self.made.characters, self.made.size = "".join(self.characters), self.at
        return self.made

    def running(self, text: str, line: int) -> None:
        """A piece of running text."""
        made, flow = self.made, self.flow
        made.tags.add(self.at)
        made.text.append(text)
        content = text.strip(BLANKS)
        if text[0] in BLANKS:
            made.spaces.add(self.at)
            flow.space = True
        if not content:
            return
        if flow.places or flow.ended:
            self.resume(content[0], line)
        self.put(text, content, line)
        flow.last = content[-1]
        flow.space = text[-1] in BLANKS
        made.tags.add(self.at)
        if flow.space:
            made.spaces.add(self.at)

    def resume(self, first: str, line: int) -> None:
        """The flow goes on with this character: remember the seam."""
        flow = self.flow
        if flow.last and flow.places and not flow.ended:
            self.made.seams.append(Seam(tuple(flow.places), flow.space, flow.joined, flow.last, first, line))
        self.flow.places, self.flow.joined, self.flow.ended = [], False, False

    def put(self, text: str, content: str, line: int) -> None:
        """Append the characters of a piece; white space between its words is white space of the TEI.

        `content`: the piece without the white space around it.
        """
        made, words = self.made, words_of(content)
        made.starts.append(self.at)
        made.pieces.append((text, line))
        self.characters.append("".join(words))
        if len(words) == 1:
            self.at += len(words[0])
            return
        ends = list(accumulate(map(len, words), initial=self.at))
        made.spaces.update(ends[1:-1])
        self.at = ends[-1]

    def put_skin(self, text: str, content: str, line: int) -> None:
        """Append the characters of a skin."""
        self.put(text, content, line)

    def skin(self, text: str, line: int, side: str) -> None:
        """A skin: white space at its edges and in it says nothing."""
        made, start = self.made, self.at
        content = text.strip(BLANKS)
        self.flow.places.append(start)
        if content:
            made.text.append(text)
            self.put_skin(text, content, line)
            made.skin_characters += self.at - start
            self.flow.places.append(self.at)
            made.free.update(range(start, self.at))
        made.free.add(self.at)
        made.tags.update((start, self.at))
        made.edges.setdefault(start, "inside" if side == "after" else "outside")
        made.edges.setdefault(self.at, "inside" if side == "before" else "outside")

    def broken(self, skin: str, line: int, kind: str) -> None:
        """A line, page or column break."""
        made, start = self.made, self.at
        self.skin(skin, line, "whole")
        self.flow.places.append(start)
        made.free.add(start)
        if kind.endswith("no"):
            self.flow.joined = True
            if kind == "lbno":
                made.joins.append((start, self.at, line))
        elif kind == "lb":
            made.text.append("\n")
            if start == self.at:
                self.flow.space = True
                made.lines.append((start, line))
            else:
                self.flow.ended = True  # its own mark parts the words, with white space or without
