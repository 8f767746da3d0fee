"""What a text says of itself: the titles of its pieces, its authors and dates, each with its line."""

from __future__ import annotations

from edition.conventions.formats.frontmatter import stated_value
from edition.header.known import DocumentFacts, Found
from edition.kinds import KINDS
from edition.pipeline import Document
from edition.regex import regex
from edition.tree import Span
from edition.view import View, views

_BLANKS = regex(r"\s+")
_LETTERS = regex(r"[\W_]+")
_DASH = regex(r"\A[—–\-\s]+")
_SAYING = frozenset(("head", "docAuthor", "signed", "date", "titlePart"))
# Divisions of one work: what heads them is no title of a piece.
_PARTS = frozenset(("act", "scene", "prologue", "epilogue", "induction", "book", "part", "chapter", "canto", "contents",
                    "notes"))


def document_facts(document: Document) -> DocumentFacts:
    """What the text says of itself, in its own words; nothing is concluded from them."""
    return document.once(_stated)


def _stated(document: Document) -> DocumentFacts:
    text, spans = document.source.text, document.spans
    own = {(view.span.start, view.span.kind): view for view in views(text, spans, _SAYING)}

    def found(span: Span, **more: str) -> Found:
        view: View = own[span.start, span.kind]
        value = _BLANKS.sub(" ", view.text).strip()
        return Found(value, document.source.line(view.origin(0)), **more)

    # What has no words of its own, but a note alone or what could not be read, says nothing.
    saying = [s for s in spans if (s.start, s.kind) in own and own[s.start, s.kind].text.strip()]
    titles, subtitles, kickers = _titles(saying, spans)
    authors = [found(s) for kind in ("docAuthor", "signed") for s in saying if s.kind == kind]
    told = _told(document)
    return DocumentFacts(
        titles=_first(told["title"], tuple(found(s) for s in titles)),
        subtitles=tuple(found(s) for s in subtitles),
        kickers=tuple(found(s) for s in kickers),
        authors=(*told["author"], *(Found(_DASH.sub("", a.value), a.line) for a in authors)),
        dates=tuple(found(s, when=s.get("when")) for s in saying if s.kind == "date" and s.rule == "dateline"),
        language="" if document.language == "und" else document.language)


def _told(document: Document) -> dict[str, tuple[Found, ...]]:
    """What the lines of a file's front matter tell of its text."""
    told: dict[str, tuple[Found, ...]] = {"title": (), "author": ()}
    for span in document.spans:
        fact = span.get("_fact") if span.kind == "fw" else ""
        value = stated_value(document.source.text[span.start:span.end]) if fact else ""
        if value and value[0] not in "[{":
            told[fact] = (*told[fact], Found(value, document.source.line(span.start)))
    return told


def _first(told: tuple[Found, ...], found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The title that the front matter tells, then those of the pieces; where the first says the same, it is one."""
    same = told and found and _LETTERS.sub("", told[0].value.lower()) == _LETTERS.sub("", found[0].value.lower())
    return found if same else (*told[:1], *found)


def _titles(saying: list[Span], spans: list[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    """(the titles of the pieces, the further decks of the first, the kickers): heads, or what the title page prints."""
    printed = [s for s in saying if s.kind == "titlePart"][:1]
    if printed:
        return printed, [], []
    heads = [s for s in saying if s.kind == "head"]
    typed = {kind: {s.start for s in spans if s.kind == "div" and s.get("type") in types}
             for kind, types in (("piece", {"article"}), ("part", _PARTS))}
    first = [s for s in heads if not s.get("_value") and s.rule == "markdown-heading"][:1]
    level = {s.start for s in heads if s.get("_level") == "1"} or {s.start for s in first}
    chosen = [s for s in sorted(heads) if s.start in level | typed["piece"]]
    kickers = [s for s in chosen if s.get("type") == "kicker"]
    further = _further(spans)
    pieces = [s for s in chosen if s.get("type") != "kicker" and s.start not in further
              and s.start not in typed["part"]]
    return pieces, [s for s in heads if pieces and further.get(s.start) == pieces[0].start], kickers


def _further(spans: list[Span]) -> dict[int, int]:
    """Where the heads begin that stand right below another head, and where that one begins."""
    below, above, first = dict[int, int](), False, 0
    for span in spans:
        if span.kind == "head" and span.get("type") not in ("kicker", "main"):
            if above:
                below[span.start] = first
            else:
                first = span.start
            above = True
        elif KINDS[span.kind].level == "block" or span.kind == "div":
            above = False
    return below


__all__ = ["document_facts"]
