"""Quotations of Markdown: each line opens with an angle bracket, with two in a quotation within another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from edition.conventions.formats.quotedparts import RULE, Part, block, content, parts, within
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.view import View

_OPENS = regex(r">+(?:[ \t\n]|\Z|[\w\"'“„«‘*_\[(])")
_NOTED = "marked-in-note"
_SOURCE = regex(r"[—–―-]{1,2}\s*(?=[^\W\d])")


def _quotations(view: View) -> Iterator[list[Line]]:
    """Lines one after the other that open with an angle bracket."""
    group: list[Line] = []
    for line in view.lines:
        marked = view.text[line.start] == ">" and bool(_OPENS.match(view.text[line.start:line.start + 9]))
        if group and (not marked or line.gap):
            yield group
            group = []
        if marked and (group or line.gap or not view.text[:line.start].strip()):
            group.append(line)
    if group:
        yield group


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    if ">" not in view.text:
        return
    for group in _quotations(view):
        found = parts(view, group)
        if not found:
            continue
        last = found[-1].full
        if len(found) > 1 and len(last) == 1 and _SOURCE.match(view.text, content(view, last[0])):
            yield view.claim("cit", found[0].full[0].start, _end(found), RULE)
            yield from block(view, "bibl", *found.pop()[:2])
        yield from _quotation(view, found)


def _end(found: list[Part]) -> int:
    return (found[-1].empty or found[-1].full)[-1].end


def _quotation(view: View, found: list[Part]) -> Iterator[Span]:
    """A quotation, and what more brackets open within it."""
    yield view.claim("quoteBlock", found[0].full[0].start, _end(found), RULE)
    outer = min(part.depth for part in found)
    for deeper, run in groupby(found, lambda part: part.depth > outer):
        own = list(run)
        yield from _quotation(view, own) if deeper else within(view, own)


def _in_notes(context: Context) -> Iterator[Span]:
    """Paragraphs of notes that are quoted, and the lines of a note that are."""
    notes = context.find("note") if ">" in context.text else []
    if not notes:
        return
    for view in context.views("p", "note"):
        group = list(view.lines) if ">" in view.text else []
        marked = [line for line in group if view.text[line.start] == ">" and _OPENS.match(view.text, line.start)]
        if not marked or marked != group[-len(marked):]:
            continue
        if view.span.kind == "p" and marked == group:
            yield view.span._replace(kind="quoteBlock", istart=view.span.start, iend=view.span.end,
                                     rule=_NOTED, attrs=())
        elif view.span.kind == "note" and len(marked) > 1:
            yield view.claim("quote", marked[0].start, marked[-1].end, _NOTED)
        else:
            continue
        for line in marked:
            size = content(view, line) - line.start
            yield view.claim("c", line.start, line.start + size, _NOTED, (("type", "markup"),), size)


def _score(context: Context) -> Score:
    view = context.document()
    found = sum(1 for _ in _quotations(view)) if ">" in view.text else 0
    found = found or sum(span.kind != "c" for span in _in_notes(context))
    return Score(0.9, counted(found, "passage") + " of lines that open with an angle bracket") if found else NO


MARKDOWN_QUOTATIONS = Convention(
    "markdown-quotations",
    "Lines that open with an angle bracket are quoted.",
    "> The dam was built by the monks.",
    (Rule(RULE, "lines behind an angle bracket", "> The dam was built by the monks.", _claims),
     Rule("marked-turn", "what a speaker says behind an angle bracket", "> KEEPER: Who goes there?", lambda _: ()),
     Rule(_NOTED, "lines of a note behind an angle bracket", "[^1]: > So it is told.", _in_notes)),
    _score,
)
