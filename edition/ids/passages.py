"""The passages of a text that have an id, each with the words that tell it from all others."""

from __future__ import annotations

import hashlib
import unicodedata
import zlib
from collections.abc import Sequence
from typing import Literal

from edition.kinds import KINDS
from edition.records import record
from edition.regex import regex
from edition.tree import Span, leaves

# What is compared with what: blocks by their own words, notes, breaks by what follows them, marks within a text by
# what stands around them, and wholes by the passages that they hold.
Part = Literal["text", "note", "break", "mark", "whole"]

_WORD = regex(r"[^\W_]+")
_BLANKS = regex(r"\s+")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LONGEST = 40    # characters of `begins`
_FOLLOWING = 8   # words behind a break that tell it from others
_AROUND = 2      # words on each side of a mark that do
_NEAR = 120      # characters in which those are looked for


@record
class Passage:
    """One passage. `number`: of its span; `id`: by its position; `parent`: the passage it stands in, -1 for none.

    `print`, `words`, `begins`: as in `Line`.
    """

    number: int
    id: str
    kind: str
    part: Part
    parent: int
    print: str = ""
    begins: str = ""
    words: str = ""


def part_of(kind: str, has_words: bool = True) -> Part:
    """What a passage of this kind is compared with. `has_words`: whether it has words of its own."""
    if kind == "note":
        return "note"
    if kind == "pb":
        return "break"
    if KINDS[kind].level in ("phrase", "furniture") and kind != "comment":
        return "mark"
    return "text" if has_words else "whole"


def passages(text: str, spans: Sequence[Span], ids: Sequence[str]) -> list[Passage]:
    """Every span that has an id, in the order of the text. `ids`: of each span, "" for none, by position."""
    parents = _parents(spans, ids)
    places = {number: place for place, number in enumerate(number for number, id in enumerate(ids) if id)}
    own = _own_texts(text, spans, ids)
    holding = _holding(spans, ids, parents)
    return [_passage(text, spans[number], number, ids[number], places.get(parents[number], -1), own.get(number, ""),
                     number in holding) for number in places]


def _passage(text: str, span: Span, number: int, id: str, parent: int, own: str, holds: bool) -> Passage:
    whole = holds and KINDS[span.kind].level == "container"
    part = part_of(span.kind, not whole)
    if part == "whole":
        return Passage(number, id, span.kind, part, parent)
    if part == "break":
        n, following = span.get("n"), _words(text[span.end:span.end + _NEAR])[:_FOLLOWING]
        return Passage(number, id, span.kind, part, parent, _checksum((n, *following)), _begins(n))
    if part == "mark":
        inner = _words(text[span.istart:span.iend])
        before, after = text[max(0, span.start - _NEAR):span.start], text[span.end:span.end + _NEAR]
        around = (*_words(before)[-_AROUND:], "|", *inner, "|", *_words(after)[:_AROUND])
        return Passage(number, id, span.kind, part, parent, _checksum((span.kind, *around)),
                       _begins(text[span.istart:span.iend]))
    words = _words(own)
    return Passage(number, id, span.kind, part, parent, _checksum(words or (span.kind,)), _begins(own),
                   "".join(map(_code, words)))


def _parents(spans: Sequence[Span], ids: Sequence[str]) -> list[int]:
    """For each span the number of the nearest span around it whose id its own is made of; -1 for none."""
    parents, open_ = list[int](), list[int]()
    for number, span in enumerate(spans):
        while open_ and spans[open_[-1]].end <= span.start:
            open_.pop()
        parents.append(open_[-1] if open_ else -1)
        if ids[number] and part_of(span.kind) not in ("mark", "break"):
            open_.append(number)
    return parents


def _holding(spans: Sequence[Span], ids: Sequence[str], parents: Sequence[int]) -> set[int]:
    """The spans that hold passages with words of their own."""
    found = set[int]()
    for number, id in enumerate(ids):
        at = parents[number]
        if not id or part_of(spans[number].kind) != "text":
            continue
        while at >= 0 and at not in found:
            found.add(at)
            at = parents[at]
    return found


def _own_texts(text: str, spans: Sequence[Span], ids: Sequence[str]) -> dict[int, str]:
    """The text of each passage without that of the passages in it, as it stands in the source."""
    owner, open_ = dict[int, int](), list[int]()  # by identity: two spans may be equal
    for number, span in enumerate(spans):
        while open_ and spans[open_[-1]].end <= span.start:
            open_.pop()
        above = owner[id(spans[open_[-1]])] if open_ else -1
        has_own = ids[number] and part_of(span.kind) in ("text", "note")
        owner[id(span)] = -1 if span.kind == "fw" else number if has_own else above
        open_.append(number)
    pieces: dict[int, list[str]] = {}
    for start, end, leaf, part in leaves(list(spans), len(text)):
        if leaf is None:
            continue
        piece = text[start:end]
        if part != "text":  # mark-up parts words only where there is white space in it
            joined = leaf.kind == "lb" and leaf.get("break") == "no"
            piece = " " if not joined and any(map(str.isspace, piece)) else ""
        pieces.setdefault(owner[id(leaf)], []).append(piece)
    return {number: "".join(parts) for number, parts in pieces.items()}


def _words(text: str) -> tuple[str, ...]:
    """The words of a text without case; of one that has none its signs, as one."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    signs = "".join(plain.split())
    return tuple(_WORD.findall(plain)) or ((signs,) if signs else ())


def _code(word: str) -> str:
    return _LETTERS[zlib.crc32(word.encode("utf-8", "surrogatepass")) & 63]


def _checksum(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _begins(text: str) -> str:
    """The first words of a text, for people."""
    shown = "".join(one for one in _BLANKS.sub(" ", text).strip() if one.isprintable())
    if len(shown) <= _LONGEST:
        return shown
    return shown[:_LONGEST + 1].rpartition(" ")[0] or shown[:_LONGEST]
