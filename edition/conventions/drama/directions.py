"""Stage directions by their marks: brackets, parentheses, italics; whole lines of them, or within a speech."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from edition.conventions.drama.words import EVENT, plain
from edition.regex import regex

# At most two levels; a mark that is not closed within 900 characters, or before an empty line, marks nothing.
_MARKED = regex(
    r"\[_[^_\n\[\]]{1,200}_(?=[ \t]*$)"
    r"|\[(?:[^\[\]]{1,900})\]"
    r"|\((?:[^()]{0,900})(?:\([^()]{0,200}\)[^()]{0,900})?\)"
    r"|(?<![\w_])_(?=[^\s_])[^_]{1,900}(?<=\S)_(?![\w_])"
    r"|(?<![\w*])\*(?=[^\s*])[^*]{1,900}(?<=\S)\*(?![\w*])", re.MULTILINE)
_MARK = regex(r"[\[(_*]")
_UNCLOSED = regex(r"\[[^\[\]\n]{1,200}$", re.MULTILINE)
_NOT_STAGED = regex(r"[\[(](?:(?:\d{1,4}|footnote|illustration|sidenote|note)\b|[*†‡§]{1,3}[\])])", re.IGNORECASE)
_ENTERS = regex(r"[.,:;] (?:Enter|Exeunt) \w")
_BRINGS = regex(r"(?:Re-?)?[Ee]nter (?:[A-Z]|(?:an?|the|two|three|four|several|other|some|certain) )"
                r"|(?:Exit|Exeunt|Manet|Manent)(?: [A-Z\w]|[.,]?\Z|[.,] )")
_EMPTY_LINE = regex(r"\n[ \t]*\n")


class Direction(NamedTuple):
    """Text[start:end] with its marks; `mark`: the opening one; `whole`: it fills its lines."""

    start: int
    end: int
    mark: str
    whole: bool


def directions(text: str, start: int, end: int) -> list[Direction]:
    """What could be stage directions in text[start:end], in order."""
    found = list[Direction]()
    at = start
    while match := _next(text, at, end):
        at = match.end()
        content = match[0]
        if _EMPTY_LINE.search(content):
            at = match.start() + 1
            continue
        whole = _begins_line(text, match.start()) and _ends_line(text, match.end())
        counted = whole and content[0] == "("  # the number of a stanza, "(2.)"
        if counted or (not _NOT_STAGED.match(content) and any(c.isalpha() for c in content)):
            found.append(Direction(match.start(), match.end(), content[0], whole))
    return found


def _next(text: str, at: int, end: int) -> re.Match[str] | None:
    places = (sign.start() for sign in _MARK.finditer(text, at, end))
    match = next((found for place in places if (found := _MARKED.match(text, place, end))), None)
    other = _UNCLOSED.search(text, at, match.start() if match else end)
    return other if other and EVENT.match(plain(other[0][1:]).strip(" _")) else match


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1:at].strip(" \t")


def _ends_line(text: str, at: int) -> bool:
    stop = text.find("\n", at)
    return not text[at:stop if stop >= 0 else len(text)].strip(" \t.\\")


def marks_of(found: Iterable[Direction], after_label: Iterable[str], speeches: int) -> frozenset[str]:
    """The marks by which this text sets off its directions: brackets always, others where they fill lines."""
    whole = [direction.mark for direction in found if direction.whole] + list(after_label)
    return frozenset("[" + "".join(mark for mark in "(_*" if whole.count(mark) > min(1, speeches / 100)))


def is_direction(text: str, direction: Direction, marks: frozenset[str]) -> bool:
    """Whether what is marked within a speech is a direction: a parenthesis may be the speaker's own."""
    if direction.mark not in marks:
        return False
    if direction.mark == "[" or direction.whole:
        return True
    content = text[direction.start + 1:direction.end - 1].strip("_* ")
    before = text[max(0, direction.start - 3):direction.start].rstrip()
    begins = not before or before[-1] in ".!?…:;—–-»”\"'’)]"
    if direction.mark == "(":
        return content[-1:] in ".:!?" or begins
    return content[-1:] in ".:" or content[:1] in ",(" or EVENT.match(plain(content)) is not None


def is_event(line: str) -> bool:
    """Whether a line begins as directions do that bring persons on and off ("Enter a Messenger.", "_Enter_ ANNA.")."""
    line = _unmarked(line)
    return line[:1].isupper() and (EVENT.match(plain(line)) is not None or _ENTERS.search(line) is not None)


def brings(line: str) -> bool:
    """Whether a line is surely an entrance or an exit, so that it needs no empty line above it."""
    return _BRINGS.match(_unmarked(line)) is not None and line[-1] in ".]"


def _unmarked(line: str) -> str:
    """A line without the marks of italics that may stand around one word of it."""
    return line.replace("_", "").replace("*", "") if line[:1] in "_*" else line
