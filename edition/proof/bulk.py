"""The quick proof: each piece of the TEI's text is compared with the source as a whole, its edges one by one.

What it proves is what the exact comparison proves, of every character. It stops at the first thing that does not agree
and leaves it to that comparison to say what it is.
"""

from __future__ import annotations

from edition.proof.compare import WhiteSpace
from edition.proof.skins import one_spaced, words_of
from edition.proof.stream import Builder, Stream, rebuilt
from edition.proof.walk import walk


class _DiffersError(Exception):
    """A piece of the TEI is not what stands in the source."""


class _Builder(Builder):
    """Rebuilds a text along the source. `source`: its words, with one space between each two.

    White space inside a piece agrees where the piece does: only that at edges is noted.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source, self.offset, self.gaps = source, 0, {0}

    def put(self, text: str, content: str, line: int) -> None:
        if not self.source.startswith(content, self.offset):
            content = " ".join(words_of(content))
            if not self.source.startswith(content, self.offset):
                raise _DiffersError
        self._pass(len(content), len(content) - content.count(" "))

    def put_skin(self, text: str, content: str, line: int) -> None:
        """White space in a skin may be anywhere: character by character."""
        if self.source.startswith(content, self.offset) and " " not in content:
            self._pass(len(content), len(content))
            return
        for character in "".join(words_of(content)):
            if not self.source.startswith(character, self.offset):
                raise _DiffersError
            self._pass(1, 1)

    def _pass(self, length: int, characters: int) -> None:
        """Go on behind what agrees, and behind white space that follows it."""
        self.offset += length
        self.at += characters
        if self.source.startswith(" ", self.offset):
            self.gaps.add(self.at)
            self.offset += 1


def agreeing(tei: bytes, source: str) -> Stream | None:
    """The text of a TEI that agrees with a source in all that a proof asks; None where something does not."""
    walked = walk(tei, in_bulk=True)
    if walked.problems or not walked.readable:
        return None
    builder = _Builder(one_spaced(source))
    try:
        made = rebuilt(walked, builder)
    except _DiffersError:
        return None
    complete = builder.offset == len(builder.source) and not made.problems
    return made if complete and WhiteSpace(made, builder.gaps | {made.size}).agrees() else None
