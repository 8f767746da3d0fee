"""What Project Gutenberg writes around a book: its header and licence before and behind it, who made the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.tree import Span, whole
from edition.words import holds, occurrences

_NAME = regex(r"pro(?:ject|jekt|jet|yecto|getto) gutenberg|gutenberg", re.I)
# Lines behind which the book begins, from the header of 1993 on.
_START = regex(
    r"^[ \t]*(?:\*{3}[ \t]*START OF (?:THE|THIS) PROJECT GUTENBERG[^*]{0,300}\*{3}"
    r"|\*+[ \t]*END[ *]*THE SMALL PRINT[^\n]*"
    r"|\*{3}[ \t]*These E-?(?:texts|books) (?:are|were)[^\n]*)[^\S\n]*$", re.I | re.M)
_END = regex(
    r"^[ \t]*(?:\*{3}[ \t]*END OF (?:THE|THIS) PROJECT GUTENBERG"
    r"|\*{0,3}[ \t]*(?:The )?End of (?:the |this )?Project Gutenberg"
    r"|\*{0,3}[ \t]*(?:Ende? (?:dieses|des|der|van|di|del|von)|Fin (?:du|de|del)|Fim (?:do|de)|Fine (?:di|del)|"
    r"Einde van|Slut på) [^\n]{0,30}Gutenberg"
    r"|\*{3}[ \t]*START: FULL LICENSE)", re.I | re.M)
_NAMED = ("utenberg", "UTENBERG", "FULL LICENSE")
_HEAD = 2000        # characters in which a header names the project
_LONGEST = 60_000   # of a header: the small print has some 12,000
# How the paragraphs begin in which the file says by whom it was made.
_CREDITS = regex(
    r"\[?(?:(?:Digitally |Originally )?(?:Produced|Prepared|Transcribed|Scanned|Typed|Proofread|Created|Digitized)\b"
    r"|(?:This |The )?(?:e-?text|e-?book|file|book content|HTML|text file)\b[^\n]{0,40}"
    r"\b(?:was|is|were|version|by|prepared|produced)\b"
    r"|(?:Updated|HTML|Corrected|Revised) (?:edition|version|e-?texts?|by)\b"
    r"|Distributed Proofread|Online Distributed|\(?This file was|Note: Project Gutenberg"
    r"|Dieses Buch wurde|That project is reachable|Das Projekt ist|Ce (?:livre|fichier)|Questo e-?(?:text|book)"
    r"|(?:Produit|Prodotto|Produzido|Producido|Erstellt|Geproduceerd) )", re.I)
_MOST = 900         # characters of such a paragraph
# Those that say so where no header is left.
_MAKERS = regex(r"(?:Produced|Transcribed|Digitized|E-?text (?:produced|prepared))\s+by\s+[A-Z]", re.I)
_APART = 4          # line ends behind them
_PARAGRAPH = regex(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def _header_end(text: str) -> int:
    """Where the header ends (0: there is none): behind its last marker, and behind the credits that follow it."""
    if not _NAME.search(text, 0, _HEAD):
        return _bare_credits(text)
    stop = _end_line(text, 0)
    ends = [match.end() for match in _START.finditer(text, 0, _LONGEST) if match.end() < stop]
    return _behind_credits(text, ends[-1]) if ends else 0


def _bare_credits(text: str) -> int:
    """Where the credits end with which a file begins whose header was cut off: far above the book."""
    first = _PARAGRAPH.search(text, 0, _MOST + 1)
    if first is None or len(first[0]) > _MOST or not _MAKERS.match(first[0]):
        return 0
    end = _behind_credits(text, 0)
    return end if text.startswith("\n" * _APART, end) else 0


def _end_line(text: str, begin: int) -> int:
    """Where the first line stands that ends a book (the end of the text: there is none). It names the project."""
    for at in sorted(at for name in _NAMED for at in occurrences(text, name, begin)):
        start = text.rfind("\n", begin, at) + 1
        if _END.match(text, max(start, begin)):
            return max(start, begin)
    return len(text)


def _behind_credits(text: str, at: int) -> int:
    while match := _PARAGRAPH.search(text, at):
        if len(match[0]) > _MOST or not _CREDITS.match(match[0]):
            break
        at = match.end()
    return at


def _boilerplate(context: Context) -> Iterator[Span]:
    text = context.text
    begin = _header_end(text)
    for start, end in ((0, begin), (_end_line(text, begin), len(text))):
        paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end)]
        if paragraphs:
            yield whole(paragraphs[0][0], paragraphs[-1][1], "div", "boilerplate", (("type", "boilerplate"),))
        for paragraph in paragraphs:
            yield whole(*paragraph, "fw", "boilerplate", (("type", "boilerplate"),))


def _score(context: Context) -> Score:
    if not (holds(context.text, *_NAMED) or _bare_credits(context.text)):
        return NO
    begin = _header_end(context.text)
    end = _end_line(context.text, begin) < len(context.text)
    if not begin and not (end and context.words.hold("gutenberg")):
        return NO
    found = " and ".join(["its header"] * bool(begin) + ["the lines that end a file"] * end)
    return Score(1.0, f"Project Gutenberg's marks: {found}")


BOILERPLATE = Convention(
    "gutenberg-boilerplate",
    "What Project Gutenberg writes before and behind a book belongs to the file and not to the book.",
    "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***",
    (Rule("boilerplate", "the header, the credits and the licence of the file",
          "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***", _boilerplate),),
    _score,
)
