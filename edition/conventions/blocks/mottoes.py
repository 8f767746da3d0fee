"""Mottoes at the head of a chapter: quoted words, and below them whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.blocks.dates import dateline
from edition.conventions.blocks.openings import Opening, is_title, openings
from edition.conventions.blocks.wording import named_division, piece
from edition.flow import title_like
from edition.layout import Line, begins_with_capital
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.verse import is_verse
from edition.view import View

_INLINE = regex(r"[\"”»’'](?P<gap>[ \t]*)(?=(?:[—–―]|--?)[ \t]*[^\W_a-z]|(?:[—–―]|--?)[ \t]*[_*\"“«])")
_SOURCE = regex(r"(?:[—–―]|--?)[ \t]*(?=[^\W_a-z]|[_*\"“«])")   # what stands before a source
_BRACKETED = regex(r"[_*]*[(\[](?=[^\W_a-z]).*[)\]]\.?[_*]*\Z|_[^_]+_\.?\Z|\*[^*]+\*\.?\Z")
_NO_SOURCE = regex(r"[_*\W]*(?:by|to|from|dear|my dear|sir|madam|von|par|scene|enter)\b", re.I)
_IMPRINT = regex(r"\b(?:printed|published|copyright|gedruckt|verlag|imprim\w+|imprenta)\b", re.I)
_OPENED, _CLOSED = "\"“„«»‘‚›'", "\"”“»«’‘‹'"
_SPEECH, _SPOKEN = "—–―-", "!?;"   # what opens speeches, and what no source holds
_RIGHT = 8        # blanks by which a source is set in from the words
_LONGEST_SOURCE = 90
_LONGEST = 1500   # characters of a motto
_LEAST = 5        # words of a motto
_SMALL = 0.4      # of them that begin small
_HALF = 0.5       # of the words of a source at most begin small
_VERSE = 70       # characters of a line of verse
_LETTERS = 3      # of a source at least
_TITLES = 2       # titles that stand between a heading and a motto


class Motto(NamedTuple):
    """The blocks of the words, each its lines, and the line that says whose they are, if there is one."""

    words: list[list[Line]]
    source: Line | None

    @property
    def start(self) -> int:
        return self.words[0][0].start

    @property
    def end(self) -> int:
        return self.source.end if self.source else self.words[-1][-1].end


def _mottoes(context: Context) -> list[Motto]:
    """The mottoes below the headings of the text, in order."""
    view = context.document()
    found, end = list[Motto](), 0
    for opening in context.of_document(openings):
        motto = _motto(view, opening) if not opening.letter else None
        if motto and motto.start >= end:
            found.append(motto)
            end = motto.end
    return found


def _motto(view: View, opening: Opening) -> Motto | None:
    """The motto of an opening: behind its titles, before its text."""
    text, blocks = view.text, opening.blocks
    for first in range(min(_TITLES, len(blocks)) + 1):
        for last in range(first, min(first + 3, len(blocks) - 1)):
            if not _adjoin(view, blocks[first:last + 1]):
                break
            inset = min(line.indent for line in blocks[first]) > blocks[last + 1][-1].indent
            motto = motto_of(text, blocks[first:last + 1], inset)
            if motto and _leads(text, motto, blocks[last + 1], opening.named):
                return motto
        if first < len(blocks) and _set_apart(text, blocks, first, opening.named):
            return Motto([blocks[first]], None)
        if first < len(blocks) and not is_title(text, blocks[first]):
            break
    return None


def _adjoin(view: View, blocks: list[list[Line]]) -> bool:
    """Whether nothing that others have taken stands between blocks."""
    start, end = blocks[0][0].start, blocks[-1][-1].end
    return view.origin(end - 1) - view.origin(start) == end - 1 - start


def motto_of(text: str, blocks: list[list[Line]], inset: bool = False) -> Motto | None:
    """Some blocks as a motto: the last line of the last one says whose the words above it are.

    `inset`: whether they stand further in than the text below them.
    """
    source = blocks[-1][-1]
    words = [*blocks[:-1], *([blocks[-1][:-1]] if len(blocks[-1]) > 1 else [])]
    if text[blocks[0][0].start] in _OPENED and (inline := _INLINE.search(text, source.start, source.end)):
        words = [*blocks[:-1], [*blocks[-1][:-1], source._replace(end=inline.start("gap"))]]
        source = source._replace(start=inline.end())
    if not words or not _is_source(text, source, words, inset) or not _is_quoted(text, words):
        return None
    if len(words) > 1 and any(is_title(text, block) or _NO_SOURCE.match(text, block[0].start) for block in words):
        return None
    return Motto(words, source)


def _is_quoted(text: str, words: list[list[Line]]) -> bool:
    """Whether these blocks may be the words of a motto: running text, not too long, begun with a capital or a mark."""
    said = text[words[0][0].start:words[-1][-1].end]
    if len(said) > _LONGEST or _IMPRINT.search(said) or not begins_with_capital(said):
        return False
    if any(_is_heading(text, block) for block in words):
        return False
    parts = said.split()
    return len(parts) >= _LEAST and sum(part[0].islower() for part in parts) >= _SMALL * len(parts)


def _is_heading(text: str, block: list[Line]) -> bool:
    said = text[block[0].start:block[-1].end]
    return said.isupper() or title_like(said) or bool(named_division(said) or piece(said))


def _is_source(text: str, line: Line, words: list[list[Line]], inset: bool) -> bool:
    """Whether a line says whose the words above it are: behind a dash, in brackets, in italics.

    Below verse, words set in or in quotation marks it may also stand in capitals, or at the right.
    """
    said = text[line.start:line.end]
    if len(said) > _LONGEST_SOURCE or said[-1] in ",;:?!" or said[0].islower():
        return False
    if dateline(said) or _NO_SOURCE.match(said) or named_division(said) or piece(said) or _IMPRINT.search(said):
        return False
    if _SOURCE.match(said):
        parts = said.split()
        small = sum(part[0].islower() for part in parts)
        return small <= _HALF * len(parts) and not any(sign in said for sign in _SPOKEN)
    above = words[-1][-1]
    if not begins_with_capital(said) or said[0] in _OPENED or sum(map(str.isalpha, said)) < _LETTERS:
        return False
    if _BRACKETED.match(said) and not _BRACKETED.match(text[above.start:above.end]):
        return True
    lines = [one for block in words for one in block]
    left, widest = min(one.indent for one in lines), max(one.end - one.start for one in lines)
    right = line.indent >= left + _RIGHT and line.end - line.start < 0.8 * widest
    marked = text[lines[0].start] in _OPENED and text[above.start:above.end].rstrip(".")[-1:] in _CLOSED
    return (said.isupper() or right) and (marked or inset or any(_verses(text, block) for block in words))


def _leads(text: str, motto: Motto, below: list[Line], named: bool) -> bool:
    """Whether prose stands below a motto: it is no verse among others, no speech among others.

    Below a heading that neither names nor counts a motto is set in or stands in quotation marks.
    """
    inset = min(line.indent for block in motto.words for line in block) > below[-1].indent
    marked = text[motto.start] in _OPENED
    prose = below[-1].end - below[0].start >= _VERSE and not _verses(text, below)
    return prose and text[below[0].start] not in _SPEECH and (named or inset or marked)


def _set_apart(text: str, blocks: list[list[Line]], first: int, named: bool) -> bool:
    """Whether a block without a source is a motto by its place: verse, set in, below a number, above text that is not.

    Or words in quotation marks as a whole, set in so.
    """
    if not named or first + 1 >= len(blocks):
        return False
    block, below = blocks[first], blocks[first + 1]
    margin = max(line.indent for line in below[1:]) if len(below) > 1 else -1
    if margin < 0 or min(line.indent for line in block) < margin + 2 or below[-1].end - below[0].start < _VERSE:
        return False
    lines = [text[line.start:line.end] for line in block]
    marked = lines[0][0] in _OPENED and lines[-1].rstrip(".")[-1:] in _CLOSED
    return is_verse(lines, _VERSE) or (marked and _is_quoted(text, [block]))


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for motto in context.of_document(_mottoes):
        yield from motto_claims(view, motto, "motto")


def motto_claims(view: View, motto: Motto, rule: str) -> Iterator[Span]:
    """The claims of a motto: verse in stanzas, other words in paragraphs, and the source."""
    yield view.claim("epigraph", motto.start, motto.end, rule)
    if motto.source:
        yield view.claim("cit", motto.start, motto.end, rule)
        yield view.claim("bibl", motto.source.start, motto.source.end, rule)
    yield view.claim("quoteBlock", motto.start, motto.words[-1][-1].end, rule)
    for block in motto.words:
        verses = _verses(view.text, block)
        yield view.claim("lg" if verses else "p", block[0].start, block[-1].end, rule)
        for first, last in verses:
            yield view.claim("l", first.start, last.end, rule)


def _verses(text: str, block: list[Line]) -> list[tuple[Line, Line]]:
    """The first and the last line of the page of each line of verse; none where the words are prose."""
    verses = list[tuple[Line, Line]]()
    for line in block:
        if verses and line.indent > block[0].indent + 1 and not begins_with_capital(text[line.start:line.end]):
            verses[-1] = verses[-1][0], line
        else:
            verses.append((line, line))
    capitals = all(begins_with_capital(text[first.start:first.end]) for first, _ in verses)
    return verses if len(verses) > 1 and capitals and max(one.end - one.start for one in block) <= _VERSE else []


def _score(context: Context) -> Score:
    found = context.of_document(_mottoes)
    told = sum(motto.source is not None for motto in found)
    return Score(0.8, f"{counted(len(found), 'motto', 'mottoes')} below headings, {told} with a source") \
        if found else NO


MOTTOES = Convention(
    "mottoes",
    "Words below a heading with a line that says whose they are, or verse set in there, are its motto.",
    "CHAPTER I\\n\\n  The mill is still, the night is long.\\n          OLD SONG.\\n\\nNobody came.",
    (Rule("motto", "quoted words below a heading", "  The mill is still, the night is long.\\n          OLD SONG.",
          _claims),),
    _score,
)
