"""The proof: from the TEI alone the source is rebuilt and compared. Imports nothing but `edition.proof` (stdlib)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from edition.proof.align import Alignment
from edition.proof.bulk import agreeing
from edition.proof.compare import MOST, Text, compare
from edition.proof.report import Addition, Problem, Proof
from edition.proof.skins import BLANKS, WORD
from edition.proof.stream import Stream, stream

__all__ = ["Addition", "Problem", "Proof", "source_lines", "unrender", "verify"]


def verify(tei: bytes, source: str, reindented: bool = False) -> Proof:
    """Whether the TEI holds the source, every character in order and nothing else but marked additions.

    `tei`: the document's bytes. `source`: the text, newlines of any kind. `reindented`: another tool has laid the
    TEI out anew; white-space differences at tags are then let pass, and listed in `Proof.ignored`. Never raises on
    what is in the two. White space is space, tab, CR, LF, form feed and vertical tab; runs count as one.
    """
    agreed = agreeing(tei, source)
    if agreed:
        return Proof((), tuple(agreed.additions), (), 0, agreed.size, agreed.skin_characters, agreed.notes,
                     agreed.moved_notes)
    return exact(tei, source, reindented)


def exact(tei: bytes, source: str, reindented: bool = False) -> Proof:
    """The proof that looks at each character and tells what does not agree, and where."""
    rebuilt, text = stream(tei), Text(source)
    if not rebuilt.readable:                        # the differences would say nothing more
        return Proof(tuple(rebuilt.problems), characters=len(text.characters))
    outcome = compare(rebuilt, text, reindented)
    document = rebuilt.problems
    if any(not problem.source_line for problem in document) and rebuilt.starts:
        where = _lines(rebuilt, text)
        document = [p._replace(source_line=where(p.tei_line)) for p in document]
    problems = document + outcome.problems
    return Proof(
        tuple(problems[:MOST]), tuple(rebuilt.additions), tuple(outcome.ignored),
        outcome.more + len(problems[MOST:]), len(text.characters), rebuilt.skin_characters,
        rebuilt.notes, rebuilt.moved_notes,
    )


def unrender(tei: bytes) -> str:
    """The source's text as the TEI gives it back, each block on a line, with the white space of the TEI in it.

    ValueError where the document cannot be read or a note or skin has no place (`verify` says all that is wrong).
    """
    rebuilt = stream(tei)
    if rebuilt.problems:
        raise ValueError("; ".join(rebuilt.problems[0].lines()))
    lines = (line.strip(BLANKS) for line in "".join(rebuilt.text).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def source_lines(tei: bytes, source: str) -> Callable[[int], int]:
    """A function from a line of the TEI to the line of the source that its text comes from; 0: none is known.

    A line without text of the source (a start tag alone) has that of the next line with text. It works for a TEI that
    is not proven too, as far as the two agree.
    """
    return _lines(stream(tei), Text(source))


def _lines(rebuilt: Stream, source: Text) -> Callable[[int], int]:
    places: dict[int, int] = {}                     # TEI line → place of the first character on it
    for start, (text, line) in zip(rebuilt.starts, rebuilt.pieces, strict=True):
        at = 0
        for number, content in enumerate(text.split("\n")):
            length = sum(map(len, WORD.findall(content)))
            if length:
                places.setdefault(line + number, start + at)
            at += length
    known = sorted(places)
    alignment = Alignment(source.characters, rebuilt.characters, MOST)

    def origin(of: int) -> int:
        number = bisect_left(known, of)
        if not known or of < rebuilt.begins or of > rebuilt.ends:
            return 0
        return source.position(alignment.to_source(places[known[min(number, len(known) - 1)]]))[0]

    return origin
