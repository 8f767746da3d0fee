"""Brackets that do not come in pairs within their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.corrections.model import Correction, in_view, prose
from edition.languages import lexical
from edition.languages.english import INTERJECTED
from edition.regex import regex
from edition.rules import Context
from edition.view import View

_OPENING, _CLOSING = "([", ")]"
_PARTNER = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_BRACKET = regex(r"[()\[\]]")
# "a)" "1.)" "(ii)" count items; ":-)" and the like are no brackets either.
_ITEM = regex(r"(?:\A|[\s;,.])(?:[a-zA-Z]|\d{1,3}|[ivxl]{1,5})\.?\)")
_NAME = r"(?:[A-Z][\w.’'-]*|the|a|an)(?:\s+(?:[A-Z][\w.’'-]*|of|de|von|van|the)){0,3}"
_DOUBT = regex(rf"\({_NAME},\s+(?:{'|'.join(INTERJECTED)})(?P<comma>,)\s+[a-z]")


class _Lonely(NamedTuple):
    view: View
    at: int


def brackets(context: Context) -> Iterator[Correction | None]:
    """A bracket without its partner: put right where the misread character shows, else suggested."""
    alone: list[_Lonely] = []
    for view in prose(context, *_OPENING, *_CLOSING):
        if view.span.kind == "l":  # a parenthesis may run over several lines of verse
            continue
        crossed, lonely = unpaired(view.text)
        for opening, closing in crossed:
            yield _crossed(view, opening, closing)
        alone += (_Lonely(view, at) for at in lonely)
    yield from _mend(context, alone)


def unpaired(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """(pairs whose two brackets are of different shape, places of brackets without any partner)."""
    open_, crossed, lonely = list[int](), list[tuple[int, int]](), list[int]()
    for match in _BRACKET.finditer(text):
        at, char = match.start(), match[0]
        if char in _OPENING:
            open_.append(at)
        elif open_ and _PARTNER[text[open_[-1]]] == char:
            open_.pop()
        elif len(open_) == 1:
            crossed.append((open_.pop(), at))
        else:
            lonely.append(at)
    if lonely:
        items = {match.end() - 1 for match in _ITEM.finditer(text)}
        lonely = [at for at in lonely if at not in items]
    return crossed, sorted(lonely + open_)


def misread(text: str) -> list[tuple[int, int]]:
    """(start, end) of each parenthesis of an English text whose closing bracket was read as a comma."""
    if "(" not in text:
        return []
    found = (_DOUBT.match(text, at) for at in unpaired(text)[1])
    return [(match.start(), match.end("comma")) for match in found if match]


def _crossed(view: View, opening: int, closing: int) -> Correction | None:
    right = _PARTNER[view.text[opening]]
    # Only a plain parenthesis within one sentence shows which of the two is wrong.
    inside = view.text[opening + 1:closing]
    sure = view.text[opening] == "(" and len(inside) < 200 and not re.search(r"[()\[\]]|[.!?](?:\s|\Z)", inside)
    return in_view(view, closing, closing + 1, right, "bracket", f"closes “{view.text[opening]}”",
                   tier="automatic" if sure else "suggestion")


def _mend(context: Context, alone: list[_Lonely]) -> Iterator[Correction | None]:
    english = lexical(context.language) is not None
    for lonely in alone:
        text, at = lonely.view.text, lonely.at
        doubt = _DOUBT.match(text, at) if english else None
        if doubt:
            comma = doubt.start("comma")
            yield in_view(lonely.view, comma, comma + 1, ")", "bracket", "the bracket before the name is closed "
                          "nowhere; after the words of doubt the sentence goes on: this comma is the misread bracket")
        else:
            yield in_view(lonely.view, at, at + 1, "", "bracket", f"“{text[at]}” has no partner in its paragraph: "
                          f"{' '.join(text[max(0, at - 20):at + 40].split())}", tier="suggestion")
