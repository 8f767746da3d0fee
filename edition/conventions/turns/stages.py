"""What happens in the room: comments in brackets, alone in a paragraph or inside a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.turns.labels import read
from edition.conventions.turns.words import EVENTS
from edition.regex import regex
from edition.speech.offices import PARTICLES

_BRACKET = regex(r"[()\[\]]")
_CLOSES = {"(": ")", "[": "]"}
_EVENT = regex(r"\b(?:" + "|".join(sorted(map(re.escape, EVENTS))) + ")")
_IN_BRACKETS = regex(r"[(\[](?:" + "|".join(sorted(map(re.escape, EVENTS))) + ")")
_SETTING = " \t\n*_.–—-"
_LONGEST = 800  # characters of a comment
_REPORT = 80    # characters of one without brackets
_FIRST = 60     # characters in which its word is looked for


def brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost pairs of brackets in text[start:end], each closed within a fair length."""
    opened, kind, depth = -1, "", 0
    for match in _BRACKET.finditer(text, start, end):
        sign = match[0]
        if opened >= 0 and match.start() - opened > _LONGEST:
            opened = -1
        if opened < 0:
            if sign in _CLOSES:
                opened, kind, depth = match.start(), sign, 1
        elif sign == kind:
            depth += 1
        elif sign == _CLOSES[kind]:
            depth -= 1
            if not depth:
                yield opened, match.end()
                opened = -1


def alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is nothing but comments in brackets, with words in them."""
    if text[start:end].lstrip("*_")[:1] not in _CLOSES:
        return False
    at = start
    for first, last in brackets(text, start, end):
        if text[at:first].strip(_SETTING) or not re.search(r"[^\W\d_]{3}", text[first:last]):
            return False
        at = last
    return at > start and not text[at:end].strip(_SETTING)


def has_brackets(text: str) -> bool:
    """Whether a text tells in brackets what happens in the room."""
    return bool(_IN_BRACKETS.search(text.lower()))


def reports(text: str) -> bool:
    """Whether a paragraph without brackets says what happens: `Aplausos do PS e do PCP.`"""
    if len(text) > _REPORT or text[-1:] != "." or not _EVENT.match(text.lower()):
        return False
    others = re.findall(r"[^\W\d_]+", text)[1:]
    return all(not word[0].islower() or len(word) < 4 or word in PARTICLES for word in others)


def comments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The comments on what happens inside a speech: by their words, or as sentences of their own, or as cries."""
    for first, last in brackets(text, start, end):
        content = text[first + 1:last - 1].strip()
        if _happens(content) or _cry(content) or (text[first] == "(" and _sentence(content)):
            yield first, last


def _happens(content: str) -> bool:
    return bool(_EVENT.search(content[:_FIRST].lower())) and (len(content) < 40 or content[0].isupper())


def _sentence(content: str) -> bool:
    return len(content) > 4 and content[0].isupper() and content[1].islower() and content[-1] in ".!?…"


def _cry(content: str) -> bool:
    """Another speaker's words: `Abg. Müller: Hört!`"""
    return any(label.form == "colon" for label in read(content, 0, min(len(content), 160))) if content else False
