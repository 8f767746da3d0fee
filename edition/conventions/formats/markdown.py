"""Markdown in running text, as vision models write it: emphasis, escapes, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.formats.cues import cued
from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import Context, Convention, Rule, rule
from edition.tree import Attrs, Span
from edition.words import holds

_STARS = regex(r"\*(?<![*\\]\*)\*{0,2}(?!\*)")
_BOLD = regex(r"(?<![\w\\])__(?=[^\s_])[^_\n]+(?<=[^\s_])__(?!\w)")
_DOUBLED = regex(r"(?P<sign>~~|==)(?<![\w~=]..)(?=[^\s~=])[^~=\n]{1,400}(?<=[^\s~=])(?P=sign)(?![\w~=])")
_LONGEST = 800      # characters between the signs of one emphasis
_SIGNS = frozenset("/=+<>|&%")  # beside which an asterisk is a sign of its own
_DEEPEST = 6        # emphasis open at one time
_FORMS: dict[int, tuple[str, str, str]] = {1: ("italic", "hi", "italic"), 2: ("bold", "emph", "bold"),
                                           3: ("bold-italic", "emph", "bold italic")}
_LINK = regex(r"(?P<picture>!?)\[(?P<text>(?:[^\[\]\n\\]|\\.){0,300})\](?P<target>\([^()\s]{1,400}\))")


_FILE = regex(r"[\w.-]{1,80}\.(?:jpe?g|png|gif|tiff?|webp|svg|bmp)", re.IGNORECASE)
_REMARK = regex(r"<!--[ \t]*(?:image|picture|figure)[ \t]*-->", re.IGNORECASE)
_CAPTION = regex(r"[ \t]*\n\s{0,3}(?:<[^<>\n]{1,80}>){0,4}(?P<caption>[*_]{0,3}"
                 r"(?:Fig(?:ure|s?\.)?|Abb(?:ildung|\.)|Plate|Tafel|Bild|Planche|Lámina|Figura|Photo|Foto|Map|Karte)"
                 r"[ \t]*\d{1,3}\b[^\n]{0,2000})(?=\n[ \t]*\n|\n?\Z)")


class _Star(NamedTuple):
    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


def _pairs(text: str) -> Iterator[tuple[_Star, _Star]]:
    """Asterisks that open emphasis, each with those that close it; what finds no partner is text."""
    open_: list[_Star] = []
    for match in _STARS.finditer(text):
        star = _Star(*match.span())
        before, after = text[star.start - 1:star.start], text[star.end:star.end + 1]
        opens = bool(after) and not after.isspace() and after not in _SIGNS and not before.isalnum()
        closes = bool(before) and not before.isspace() and before not in _SIGNS and not after.isalnum()
        place = next((k for k in range(len(open_) - 1, -1, -1) if open_[k].size == star.size), -1) if closes else -1
        if place >= 0 and 0 < star.start - open_[place].end <= _LONGEST:
            yield open_[place], star
            del open_[place:]
        elif opens:
            open_ = [*open_[1 - _DEEPEST:], star]


def _emphasis(context: Context) -> Iterator[Span]:
    for view in context.views(*TEXT) if "*" in context.text else ():
        for first, last in _pairs(view.text) if "*" in view.text else ():
            name, kind, rend = _FORMS[first.size]
            yield view.claim(kind, first.start, last.end, name, (("rend", rend),), first.size, last.size)


def _underscores(context: Context) -> Iterator[Span]:
    """A text that has one word between two underscores may speak of a program."""
    found = [view.claim("emph", *match.span(), "bold-underscores", (("rend", "bold"),), 2, 2)
             for view in context.views(*TEXT) if "__" in view.text
             for match in _BOLD.finditer(view.text)] if holds(context.text, "__") else []
    return iter(found if len(found) > 1 else ())


def _struck(context: Context) -> Iterator[Span]:
    for view in context.views(*TEXT) if holds(context.text, "~~", "==") else ():
        for match in _DOUBLED.finditer(view.text):
            kind, rend = ("del", "strikethrough") if match["sign"] == "~~" else ("hi", "marked")
            yield view.claim(kind, *match.span(), "struck", (("rend", rend),), 2, 2)


def _links(context: Context) -> Iterator[Span]:
    """A picture is found before blocks are, a link in them. The address is no reading text, and no mark-up either."""
    for view in context.views(*TEXT) if holds(context.text, "](") else ():
        for match in _LINK.finditer(view.text):
            if not match["picture"] and match["text"].strip():
                # A place in the file from which the text was made is not in ours.
                target = match["target"][1:-1]
                attrs: Attrs = () if target.startswith("#") else (("target", target),)
                yield view.claim("ref", match.start(), match.start("target"), "link", attrs, 1, 1)
                yield view.claim("fw", *match.span("target"), "link", (("type", "link"),))


def _pictures(context: Context) -> Iterator[Span]:
    """Pictures: what is said of each in brackets, if it is no name of a file; a caption right below one is its head."""
    view = context.document()
    for remark in _REMARK.finditer(view.text) if holds(view.text, "<!--") else ():
        caption = _CAPTION.match(view.text, remark.end())
        yield view.claim("figure", remark.start(), caption.end() if caption else remark.end(), "picture")
        if caption:
            yield view.claim("head", *caption.span("caption"), "caption")
    for view in context.views("", "note") if holds(context.text, "](") else ():
        for match in _LINK.finditer(view.text):
            if not match["picture"]:
                continue
            text = match["text"].strip()
            said = bool(text) and not _FILE.fullmatch(text)
            caption = None if view.span.kind else _CAPTION.match(view.text, match.end())
            end = caption.end() if caption else match.end()
            yield view.claim("figure", match.start(), end, "picture", (), 0 if said else 2 if text else 3)
            if said:
                yield view.claim("figDesc", match.start(), match.start("target"), "picture", (), 2, 1)
            start = match.start("text") if text and not said else match.start("target")
            yield view.claim("fw", start, match.end(), "picture", (("type", "link"),))
            if caption:
                yield view.claim("head", *caption.span("caption"), "caption")


EMPHASIS = Convention(
    "markdown-emphasis",
    "Asterisks around words set them off: two for bold, one for italic, three for both.",
    "as a Party **FOR** the *workers*",
    (Rule("bold", "two asterisks on each side", "**FOR**", _emphasis),
     Rule("italic", "one asterisk on each side", "*The Militant*", lambda _: ()),
     Rule("bold-italic", "three asterisks on each side", "***FOR***", lambda _: ()),
     Rule("struck", "two tildes or equals signs on each side: struck out, marked", "~~FOR~~", _struck),
     Rule("bold-underscores", "two underscores on each side, more than once", "__FOR__", _underscores)),
)
ESCAPES = Convention(
    "markdown-escapes",
    "A backslash before a sign that Markdown would read as mark-up belongs to the file's format, not to the text.",
    r"\$25 a week",
    (rule("escape", "c", r"\\(?=[$*_#\[\]()`~>+.!|{}&<-])", TEXT, "a backslash before a sign", r"\$25", cue="\\",
          type_="markup"),),
)
LINKS = Convention(
    "markdown-links",
    "Words in brackets, then an address in parentheses: a link.",
    "see [the report](https://example.org/report)",
    (Rule("link", "words that lead to an address", "[the report](https://example.org/report)", _links),),
    cued("]("),
)
PICTURES = Convention(
    "markdown-pictures",
    "An exclamation mark, a description in brackets, the name of a file in parentheses: a picture; or a remark.",
    "![The mill](img-0.jpeg)",
    (Rule("picture", "a picture with its description", "![The mill](img-0.jpeg)", _pictures),
     Rule("caption", "what stands below a picture and names it", "![](img-0.jpeg)\\nFig. 1. The mill", lambda _: ())),
    cued("![", "<!-- image", "<!-- picture", "<!-- figure"),
)
