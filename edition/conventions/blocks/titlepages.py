"""Title pages: the short lines before a book's first heading, with its author, its publisher or its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.conventions.blocks.mottoes import Motto, motto_claims, motto_of
from edition.conventions.blocks.wording import named_division, piece
from edition.layout import Line, lines
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span
from edition.view import View

SHORT = 120      # characters of a part of a title page; what is longer is text
_MOST = 40       # parts of a title page
_LEAST = 3
_FAR = 8         # blanks before all lines of a title page that nothing else shows to be one
_INSET = 2       # blanks before all lines of a part that may be longer
_LONG_PART = 400  # characters of an imprint or a list of an author's books
_AUTHOR = regex(r"[_*]*(?:(?:written |edited |translated |collected |compiled )?by|von|par|di|por|door|af|av|de)"
                r"(?:[:_*]*\Z|\s+[A-ZÀ-Þ_])", re.I)
_IMPRINT = regex(r"\b(?:1[4-9]\d\d|20\d\d)\b|\bM(?:D|\.D)[CLXVI.]{3,}|\bcopyright\b"
                 r"|\b(?:publish|print)(?:ed|ers?|ing)\b|\b(?:verlag|librairie|éditeurs?|imprimerie|imprenta)\b"
                 r"|\b(?:editorial|tipografia|editore|uitgever)\b"
                 r"|\bgedruckt\b|& (?:co|sons)\b", re.I)
_DEDICATED = regex(r"[_*]*(?:dedicated to\b|to the memory|to(?! which\b| be\b)[_*]*(?:\Z|\s+[_*=]*[^\W\d_])"
                   r"|[àa] (?:mon|ma|mes|la mémoire)\b|(?:an )?meine[rmn]?\b|aan (?:mijn|zijn|haar|de)\b"
                   r"|inscribed\b|al? mi[oa]?\b)", re.I)
_EPIGRAPHS = ("\"", "“", "„", "«", "_To ")    # how a motto or a dedication begins
_VOLUME = regex(r"(?:in \w+ volumes|vol(?:ume|\.)?|band|tome|tomo|th?eil|part)\b", re.I)
_NOTED = regex(r"[\[_*]*transcriber[’'s]{0,3} note", re.I)
_NOTE = 60       # characters of what is no part of a transcriber's note
_WIDE, _BELOW = 3, 6  # empty lines behind a dedication; blocks of one, and those below the name of a volume
_NEVER = ("list", "table", "lg", "quoteBlock", "cit", "p", "ab")
_ENDS = regex(r"[_*#= ]*(?:I|1|[A-Z])\.?[_* ]*\Z")   # a numeral that heads the first chapter


def parted(found: Sequence[Line]) -> list[tuple[int, int]]:
    """(start, end) of the parts of these lines: those with no empty line between them are one."""
    return [(block[0].start, block[-1].end) for block in _blocks(found)]


def _blocks(found: Sequence[Line]) -> list[list[Line]]:
    blocks = list[list[Line]]()
    for line in found:
        if blocks and not line.gap:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def title_page_claims(view: View, parts: Sequence[tuple[int, int]], rule: str, mottoes: Sequence[Motto] = ()
                      ) -> Iterator[Span]:
    """The claims of a title page with these parts and mottoes."""
    yield view.claim("titlePage", parts[0][0], max(parts[-1][1], *(motto.end for motto in mottoes), 0), rule)
    for motto in mottoes:
        yield from motto_claims(view, motto, "motto")
    for start, end in parts:
        skin = len(view.text[start:end]) - len(view.text[start:end].lstrip("# "))
        yield view.claim("titlePart", start, end, rule, (), skin)


class _Front(NamedTuple):
    """What stands before the first heading of a book: parts of its title page, and what stands before and behind them.

    `note`, `dedication`: where a transcriber's note and a dedication begin and end. `apart`: all of two lines or more
    are set in far, above the first of what the book is divided into.
    """

    parts: list[tuple[int, int]]
    mottoes: list[Motto]
    note: tuple[int, int] | None = None
    apart: bool = False
    dedication: tuple[int, int] | None = None


def _front(context: Context) -> _Front | None:
    """The title page a text begins with; none where it begins with something else."""
    view = context.document()
    found = list[Line]()
    for line in lines(view.text[:_MOST * SHORT]):
        if line.end - line.start > SHORT or len(found) > 2 * _MOST:
            break
        found.append(line)
    blocks, first = _blocks(found), 0
    if blocks and _NOTED.match(view.text, blocks[0][0].start):
        first = next((place for place, (start, end) in enumerate(parted(found)) if place and end - start < _NOTE), 0)
    note = (blocks[0][0].start, blocks[first - 1][-1].end) if first else None
    parts, mottoes, end = _title_parts(view.text, blocks[first:])
    if not parts or not _alone(context, view, parts):
        return None
    return _Front(parts, mottoes, note, _apart(view.text, blocks[first:first + end + 1]),
                  _dedication(view.text, blocks[first + end:]))


def _apart(text: str, blocks: list[list[Line]]) -> bool:
    """Whether all lines but those of the last block are set in far, and that block names a part of a book."""
    *above, head = blocks
    found = [line for block in above for line in block]
    said = text[head[0].start:head[-1].end]
    return len(found) > 1 and min(line.indent for line in found) >= _FAR and bool(named_division(said) or piece(said))


def _title_parts(text: str, blocks: list[list[Line]]) -> tuple[list[tuple[int, int]], list[Motto], int]:
    """The parts of a title page, the mottoes among them, and how many blocks they are (0: there is no end to it)."""
    parts, mottoes, place = list[tuple[int, int]](), list[Motto](), 0
    while place < min(len(blocks), _MOST + 1):
        start, end = blocks[place][0].start, blocks[place][-1].end
        said = text[start:end]
        ends = piece(said) or (named_division(said) and not _is_volume(text, blocks, place)) or _ENDS.match(said)
        if place and (ends or (place >= _LEAST and _DEDICATED.match(said))):
            return parts, mottoes, place
        if place and (found := _motto_at(text, blocks, place)):
            mottoes.append(found[0])
            place += found[1]
            continue
        if place >= _LEAST and said.startswith(_EPIGRAPHS):
            return parts, mottoes, place
        inset = said.isupper() or min(line.indent for line in blocks[place]) >= _INSET
        if end - start > _LONG_PART or (end - start > SHORT and not inset and not _IMPRINT.search(said)):
            break
        parts.append((start, end))
        place += 1
    return [], [], 0


def _motto_at(text: str, blocks: list[list[Line]], place: int) -> tuple[Motto, int] | None:
    """The motto that begins with a block, its source in the same or the next one, and how many blocks it is."""
    return next(((motto, size) for size in (1, 2) if len(blocks) > place + size
                 and (motto := motto_of(text, blocks[place:place + size]))), None)


def _is_volume(text: str, blocks: list[list[Line]], place: int) -> bool:
    """Whether what names a volume stands on the title page: an imprint stands below it, and nothing long between."""
    if not _VOLUME.match(text, blocks[place][0].start):
        return False
    for block in blocks[place + 1:place + _BELOW]:
        said = text[block[0].start:block[-1].end]
        if _IMPRINT.search(said):
            return True
        if len(said) > SHORT or piece(said) or named_division(said):
            return False
    return False


def _dedication(text: str, blocks: list[list[Line]]) -> tuple[int, int] | None:
    """The dedication that stands behind a title page: its blocks up to a heading, or to a wide gap."""
    if not blocks or not _DEDICATED.match(text, blocks[0][0].start):
        return None
    end = 0
    for number, block in enumerate(blocks[:_BELOW]):
        said = text[block[0].start:block[-1].end]
        if (number and block[0].gap >= _WIDE) or piece(said) or named_division(said) or _ENDS.match(said):
            break
        end = block[-1].end
    return (blocks[0][0].start, end) if end and len(blocks) > number else None


def _alone(context: Context, view: View, parts: list[tuple[int, int]]) -> bool:
    """Whether nothing that a title page cannot hold was found among its lines."""
    start, end = view.origin(parts[0][0]), view.origin(parts[-1][1] - 1) + 1
    return not any(start <= span.start < end for span in context.find(*_NEVER))


def _score(context: Context) -> Score:
    if any(span.kind in ("titlePage", "castList", "sp") for span in context.spans):
        return NO
    front, text = context.of_document(_front), context.document().text
    parts = front.parts if front else []
    said = [text[start:end] for start, end in parts]
    author = next((one for one in said if _AUTHOR.match(one)), "")
    imprint = next((one for one in said if _IMPRINT.search(one)), "")
    marked = context.has("gutenberg-boilerplate")
    known = (author and imprint) or (marked and (author or imprint))
    if front is None or not ((len(parts) >= _LEAST and known) or front.apart):
        return NO
    shown = " ".join((imprint or author or said[0]).split())[:60]
    return Score(0.8, f'{len(parts)} short parts before the first heading, among them "{shown}"')


def _claims(context: Context) -> Iterator[Span]:
    view, front = context.document(), context.of_document(_front)
    if front is None:
        return
    yield from title_page_claims(view, front.parts, "book-title-page", front.mottoes)
    for type_, place in (("notes", front.note), ("dedication", front.dedication)):
        if place:
            yield view.claim("div", *place, "front-piece", (("type", type_),))


TITLE_PAGES = Convention(
    "title-pages",
    "Short lines before the first heading of a book, with an author, a publisher or a year, are its title page.",
    "THE OLD DAM\\n\\nby\\n\\nAnna Weir\\n\\nLondon, 1891\\n\\nCHAPTER I",
    (Rule("book-title-page", "the parts of the title page of a book", "THE OLD DAM\\n\\nby\\n\\nAnna Weir", _claims),
     Rule("front-piece", "a transcriber's note before a title page, or a dedication behind it",
          "To my mother", lambda _: ())),
    _score,
)
