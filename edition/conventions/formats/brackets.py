"""Brackets in which transcribers say what plain text cannot show: pictures, sidenotes, other alphabets, doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import NO, Claims, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View

_LONGEST = 3000  # characters between a bracket and its partner
_SIGNS = 4       # characters before a bracket in which signs of emphasis may stand
_FIGURE = regex(r"\[\[?(?:Illustration|Illus\.|Figure|Picture|Image|Photo(?:graph)?|Plate|Drawing|Sketch|Diagram|"
                r"Engraving|Woodcut|Vignette|Abbildung|Abb\.|Bild|Tafel|Zeichnung|Skizze|Dessin)s?"
                r"(?:[ \t]*[:.—–-]+\s*|\s+(?=[^\W\d_])|(?=\s*\]))", re.I)
_SIDENOTE = regex(r"\[(?:Sidenote|Side note|Marginalia)[ \t]*:\s*", re.I)
_DOUBT = regex(r"\[\*\*\s*")
_BLANK = regex(r"\[Blank pages?\]", re.I)
_FOREIGN = regex(r"\[(?P<name>Greek|Hebrew|Cyrillic|Arabic)(?: transliteration)?[ \t]*:\s*", re.I)
_TAGS = {"greek": "grc", "hebrew": "hbo", "cyrillic": "ru", "arabic": "ar"}


def _closing(text: str, start: int) -> int:
    """Where the bracket that was opened before `start` is closed (-1: not within reach)."""
    depth, at = 1, start
    while 0 <= (at := _next(text, at)) < start + _LONGEST:
        depth += 1 if text[at] == "[" else -1
        if not depth:
            return at
        at += 1
    return -1


def _next(text: str, at: int) -> int:
    opening, closing = text.find("[", at, at + _LONGEST), text.find("]", at, at + _LONGEST)
    return closing if opening < 0 else min(opening, closing) if closing >= 0 else -1


def _bracketed(view: View, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int, int]]:
    """(the opening, the end of the content, the end of the bracket) of each that is closed."""
    if "[" not in view.text:
        return
    at = 0
    while match := pattern.search(view.text, at):
        at = match.end()
        end = _closing(view.text, at)
        if end >= 0:
            content = at + len(view.text[at:end].rstrip())
            at = end + 1 + (match[0].startswith("[[") and view.text.startswith("]]", end))
            yield match, content, at


def _figures(context: Context) -> Iterator[Span]:
    for view in context.views("", "note"):
        for match, content, end in _bracketed(view, _FIGURE):
            start = match.end()
            behind = view.text[end:end + 1]
            if behind.isalpha() or behind == "(":
                continue  # a picture that is the first letter of the word behind it, which keeps it; or a link
            if content > start:
                yield view.claim("figure", match.start(), end, "illustration", (), start - match.start(), end - content)
                yield view.claim("figDesc", start, content, "illustration")
            else:
                yield view.claim("figure", match.start(), end, "illustration", (), end - match.start())


def _marked(name: str, pattern: re.Pattern[str], kind: str, attrs: Attrs, *inside: str) -> Claims:
    """Claims of one element for each bracket: what opens and closes it is its skin."""
    def claims(context: Context) -> Iterator[Span]:
        for view in context.views(*inside):
            for match, content, end in _bracketed(view, pattern):
                above = view.text[max(0, match.start() - _SIGNS):match.start()].rstrip("_*=~+")
                within = kind == "foreign" and above[-1:].isalnum()
                if content > match.end() and not within:  # the blank in it would part a word
                    more = _language(match, view.text[match.end():content]) if kind == "foreign" else attrs
                    yield view.claim(kind, match.start(), end, name, more, match.end() - match.start(), end - content)

    return claims


def _language(match: re.Match[str], text: str) -> Attrs:
    tag = _TAGS[match["name"].lower()]
    return (("xml:lang", tag + ("-Latn" if text.isascii() else "")),)


def _blank_pages(context: Context) -> Iterator[Span]:
    for view in context.views():
        for match in _BLANK.finditer(view.text) if "[" in view.text else ():
            yield view.claim("fw", match.start(), match.end(), "blank-page", (("type", "blank"),))


def _counting(pattern: re.Pattern[str], one: str) -> Callable[[Context], Score]:
    def score(context: Context) -> Score:
        count = sum(1 for _ in pattern.finditer(context.text)) if "[" in context.text else 0
        return Score(0.9, counted(count, one)) if count else NO

    return score


ILLUSTRATIONS = Convention(
    "illustrations",
    "A bracket that opens with the word for a picture stands for the picture; what follows is its caption.",
    "[Illustration: The Mill]",
    (Rule("illustration", "a bracket that stands for a picture", "[Illustration: The Mill]", _figures),),
    _counting(_FIGURE, "bracket"),
)
SIDENOTES = Convention(
    "sidenotes",
    "A bracket that opens with \"Sidenote\" is what the book prints in the margin.",
    "[Sidenote: Of the pike.]",
    (Rule("sidenote", "a note printed in the margin", "[Sidenote: Of the pike.]",
          _marked("sidenote", _SIDENOTE, "note", (("type", "authorial"), ("place", "margin")), "")),),
    _counting(_SIDENOTE, "bracket"),
)
PROOFREADERS_MARKS = Convention(
    "proofreaders-marks",
    "A bracket that opens with two asterisks is a proofreader's remark; a bracket says that a page is blank.",
    "[**missing word?]",
    (Rule("proofreaders-remark", "a proofreader's remark", "[**missing word?]",
          _marked("proofreaders-remark", _DOUBT, "note", (("type", "annotation"), ("place", "inline")), "")),
     Rule("blank-page", "a page on which nothing stands", "[Blank Page]", _blank_pages)),
    _counting(regex(f"(?:{_DOUBT.pattern}|{_BLANK.pattern})", re.I), "bracket"),
)
OTHER_ALPHABETS = Convention(
    "other-alphabets",
    "A bracket that opens with the name of a language holds words in its letters, or in ours for them.",
    "[Greek: logos]",
    (Rule("other-alphabet", "words of another alphabet", "[Greek: logos]",
          _marked("other-alphabet", _FOREIGN, "foreign", (), *TEXT)),),
    _counting(_FOREIGN, "bracket"),
)
