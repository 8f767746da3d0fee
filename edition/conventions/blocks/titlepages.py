"""Title pages: the short lines before a book's first heading, with its author, its publisher or its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.conventions.blocks.wording import named_division, piece
from edition.layout import Line, lines
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span
from edition.view import View

SHORT = 120      # characters of a part of a title page; what is longer is text
_MOST = 40       # parts of a title page
_LEAST = 3
_LONG_PART = 400  # characters of an imprint or a list of an author's books
_AUTHOR = regex(r"[_*]*(?:(?:written |edited |translated |collected |compiled )?by|von|par|di|por|door|af|av|de)"
                r"(?:[:_*]*\Z|\s+[A-ZÀ-Þ_])", re.I)
_IMPRINT = regex(r"\b(?:1[4-9]\d\d|20\d\d)\b|\bM(?:D|\.D)[CLXVI.]{3,}|\bcopyright\b"
                 r"|\b(?:publish|print)(?:ed|ers?|ing)\b|\b(?:verlag|librairie|éditeurs?|imprimerie|imprenta)\b"
                 r"|\b(?:editorial|tipografia|editore|uitgever)\b"
                 r"|\bgedruckt\b|& (?:co|sons)\b", re.I)
_DEDICATED = regex(r"[_*]*(?:dedicated to|to the memory|to my|to\Z|à (?:mon|ma|la mémoire)|meine[rmn]|"
                   r"inscribed)\b", re.I)
_EPIGRAPHS = ("\"", "“", "„", "«", "_To ")    # how a motto or a dedication begins
_NEVER = ("list", "table", "lg", "quoteBlock", "cit", "p", "ab")
_ENDS = regex(r"[_*#= ]*(?:I|1|[A-Z])\.?[_* ]*\Z")   # a numeral that heads the first chapter


def parted(found: Sequence[Line]) -> list[tuple[int, int]]:
    """(start, end) of the parts of these lines: those with no empty line between them are one."""
    parts = list[tuple[int, int]]()
    for n, line in enumerate(found):
        if n and not line.gap:
            parts[-1] = parts[-1][0], line.end
        else:
            parts.append((line.start, line.end))
    return parts


def title_page_claims(view: View, parts: Sequence[tuple[int, int]], rule: str) -> Iterator[Span]:
    """The claims of a title page with these parts."""
    yield view.claim("titlePage", parts[0][0], parts[-1][1], rule)
    for start, end in parts:
        skin = len(view.text[start:end]) - len(view.text[start:end].lstrip("# "))
        yield view.claim("titlePart", start, end, rule, (), skin)


def _parts(context: Context) -> tuple[View, list[tuple[int, int]]]:
    """The parts of the title page a text begins with; none where it begins with something else."""
    view = context.document()
    found = list[Line]()
    for line in lines(view.text[:_MOST * SHORT]):
        if line.end - line.start > SHORT or len(found) > 2 * _MOST:
            break
        found.append(line)
    parts = parted(found)
    for place, (start, end) in enumerate(parts[:_MOST + 1]):
        said = view.text[start:end]
        if end - start > _LONG_PART or (end - start > SHORT and not _IMPRINT.search(said)):
            return view, []
        if place and (piece(said) or named_division(said) or _ENDS.match(said)
                      or (place >= _LEAST and (_DEDICATED.match(said) or said.startswith(_EPIGRAPHS)))):
            return view, parts[:place] if _alone(context, view, parts[:place]) else []
    return view, []


def _alone(context: Context, view: View, parts: list[tuple[int, int]]) -> bool:
    """Whether nothing that a title page cannot hold was found among its lines."""
    start, end = view.origin(parts[0][0]), view.origin(parts[-1][1] - 1) + 1
    return not any(start <= span.start < end for span in context.find(*_NEVER))


def _score(context: Context) -> Score:
    if any(span.kind in ("titlePage", "castList", "sp") for span in context.spans):
        return NO
    view, parts = _parts(context)
    said = [view.text[start:end] for start, end in parts]
    author = next((one for one in said if _AUTHOR.match(one)), "")
    imprint = next((one for one in said if _IMPRINT.search(one)), "")
    marked = context.has("gutenberg-boilerplate")
    if len(parts) < _LEAST or not ((author and imprint) or (marked and (author or imprint))):
        return NO
    shown = " ".join((imprint or author).split())[:60]
    return Score(0.8, f'{len(parts)} short parts before the first heading, among them "{shown}"')


def _claims(context: Context) -> Iterator[Span]:
    yield from title_page_claims(*_parts(context), "book-title-page")


TITLE_PAGES = Convention(
    "title-pages",
    "Short lines before the first heading of a book, with an author, a publisher or a year, are its title page.",
    "THE OLD DAM\\n\\nby\\n\\nAnna Weir\\n\\nLondon, 1891\\n\\nCHAPTER I",
    (Rule("book-title-page", "the parts of the title page of a book", "THE OLD DAM\\n\\nby\\n\\nAnna Weir", _claims),),
    _score,
)
