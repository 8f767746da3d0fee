"""Front matter, body and back matter: where one ends and the next begins."""

from __future__ import annotations

from bisect import bisect_left

from edition.rules import Context
from edition.tree import Span

_NUMBERED = frozenset(("part", "book", "chapter", "canto", "act"))  # what numbers the parts of a book


def levels(items: list[Span]) -> dict[str, int]:
    """Depth of each level of heading that occurs: the highest is 1.

    Beside a preface, an introduction, an epilogue, what is numbered below is no part of them.
    """
    heads = [item for item in items if item.kind == "head"]
    found = sorted({head.get("_level") for head in heads})
    beside = len(found) > 1 and all(_stands_beside(head, found) for head in heads if head.get("_level") in found[:2])
    return {level: max(1, depth - beside) for depth, level in enumerate(found, 1)}


def _stands_beside(head: Span, found: list[str]) -> bool:
    """Whether a heading of the highest level names a piece of a book, or one of the next is numbered."""
    return bool(head.get("_place")) if head.get("_level") == found[0] else bool(head.get("_n"))


def matter(items: list[Span], begin: int, end: int) -> tuple[int, int]:
    """Where the body begins and ends between prefaces and appendices: in a book, which has numbered parts."""
    heads = [item for item in items if item.kind == "head"]
    numbered = [head.start for head in heads if head.get("_type") in _NUMBERED] or [
        head.start for head in heads if head.get("_value")]
    if not numbered:
        return begin, end
    depths = levels(items)
    if items[0].get("_place") == "front":
        first = next((h for h in heads if h.get("_place") != "front"
                      and depths[h.get("_level")] <= depths[items[0].get("_level")]), heads[0])
        begin = first.start if first.start in numbered[:1] else begin
    for head in reversed(heads):
        if head.get("_place") == "back" and head.start > numbered[-1]:
            end = head.start
        elif depths[head.get("_level")] == 1:
            break
    return begin, end


def body(context: Context) -> tuple[int, int]:
    """Where the body begins and ends: between what is not the text's own, and behind a title page."""
    begin, end = 0, len(context.text)
    wholes, quoted = list[int](), 0
    for span in context.find("epigraph", "table", "list", "quoteBlock", "lg"):  # on no title page, but for a motto
        if span.kind == "epigraph":
            quoted = span.end
        elif span.start >= quoted:
            wholes.append(span.start)
    for span in context.find("div", "titlePage"):
        if span.kind == "titlePage" and bisect_left(wholes, span.start) < bisect_left(wholes, span.end):
            continue
        if span.kind == "titlePage" or span.rule == "front-piece" or span.get("type") == "boilerplate":
            if _has_words(context, begin, span.start):
                end = span.start if span.kind == "div" else end
            else:
                begin = span.end
    return begin, end


def _has_words(context: Context, begin: int, end: int) -> bool:
    """Whether words stand between two places, those of pictures left out."""
    for figure in context.find("figure"):
        if begin <= figure.start < end:
            if any(map(str.isalnum, context.text[begin:figure.start])):
                return True
            begin = figure.end
    return any(map(str.isalnum, context.text[begin:end]))
