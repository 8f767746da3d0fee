"""Quotations of Markdown: each line opens with an angle bracket."""

from __future__ import annotations

from collections.abc import Iterator

from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span
from edition.verse import LONGEST, is_verse
from edition.view import View

_MARK = regex(r"(?:>[ \t]?){1,5}[ \t]*")
_OPENS = regex(r">+(?:[ \t\n]|\Z|[\w\"'“„«‘*_\[(])")
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


def _content(view: View, line: Line) -> int:
    match = _MARK.match(view.text, line.start, line.end)
    assert match
    return match.end()


def _paragraphs(view: View, group: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """(the lines of a paragraph, the empty lines behind it)."""
    full: list[Line] = []
    empty: list[Line] = []
    for line in group:
        if _content(view, line) == line.end:
            empty.append(line)
            continue
        if full and empty:
            yield full, empty
            full, empty = [], []
        full.append(line)
    if full:
        yield full, empty


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    if ">" not in view.text:
        return
    for group in _quotations(view):
        parts = list(_paragraphs(view, group))
        if not parts:
            continue
        start, end = parts[0][0][0].start, (parts[-1][1] or parts[-1][0])[-1].end
        last = parts[-1][0]
        if len(parts) > 1 and len(last) == 1 and _SOURCE.match(view.text, _content(view, last[0])):
            yield view.claim("cit", start, end, "marked-quotation")
            yield from _block(view, "bibl", *parts.pop())
            end = (parts[-1][1] or parts[-1][0])[-1].end
        yield view.claim("quoteBlock", start, end, "marked-quotation")
        for full, empty in parts:
            yield from _part(view, full, empty)


def _part(view: View, full: list[Line], empty: list[Line]) -> Iterator[Span]:
    texts = [view.text[_content(view, line):line.end].rstrip("\\ ") for line in full]
    if is_verse(texts):
        yield view.claim("lg", full[0].start, (empty or full)[-1].end, "marked-quotation")
        for line in full:
            yield from _block(view, "l", [line], empty if line is full[-1] else [])
    elif min(map(len, texts)) > LONGEST:
        for line in full:
            yield from _block(view, "p", [line], empty if line is full[-1] else [])
    else:
        yield from _block(view, "p", full, empty)


def _block(view: View, kind: str, full: list[Line], empty: list[Line]) -> Iterator[Span]:
    """A block; the brackets of its later lines are mark-up inside it, those of empty lines its skin."""
    first, end = _content(view, full[0]), (empty or full)[-1].end
    content = full[-1].end - (view.text[full[-1].end - 1] == "\\")
    yield view.claim(kind, full[0].start, end, "marked-quotation", (), first - full[0].start, end - content)
    for line in full[1:]:
        yield view.claim("c", line.start, _content(view, line), "marked-quotation", (("type", "markup"),),
                         _content(view, line) - line.start)


def _score(context: Context) -> Score:
    view = context.document()
    found = sum(1 for _ in _quotations(view)) if ">" in view.text else 0
    return Score(0.9, counted(found, "passage") + " of lines that open with an angle bracket") if found else NO


MARKDOWN_QUOTATIONS = Convention(
    "markdown-quotations",
    "Lines that open with an angle bracket are quoted.",
    "> The dam was built by the monks.",
    (Rule("marked-quotation", "lines behind an angle bracket", "> The dam was built by the monks.", _claims),),
    _score,
)
