"""The forms of registered names in a text: whole words, the longest form first, in time linear in the text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edition.regex import regex
from edition.told import Entry

_WORD = regex(r"[^\W_]+")
_GAP = regex(r"\s+")
_HYPHENS, _APOSTROPHES = "-\u2010\u2011", "'’"
_LEAST = 2  # letters and figures: fewer are initials
_PARTICLE = 5  # letters of a word in small letters in a name ("de", "della"); longer ones describe


class Found(NamedTuple):
    """text[start:end] is a form of these entries (more than one: nobody can say of which)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Form:
    """One form and whose it is; nobody's: words that are not to be taken for the shorter name in them."""

    def __init__(self, form: str) -> None:
        self.form, self.entries = form, list[Entry]()
        words = form.split(" ")
        self._one = len(words) == 1 and not any(sign in form for sign in _APOSTROPHES)
        self._pattern = regex(r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words))

    def end(self, text: str, start: int) -> int:
        """Where the form ends that begins at `start`; -1 where it does not stand there as whole words."""
        if self._one:
            end = start + len(self.form) if text.startswith(self.form, start) else -1
        else:
            match = self._pattern.match(text, start)
            end = match.end() if match else -1
        return end if end >= 0 and _ends_word(text, end) else -1


class Forms:
    """All forms of all entries. `find` is asked of one text after the other."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        forms: dict[str, _Form] = {}
        for entry in entries:
            for form in entry.forms:
                if _is_name(form, entry.kind):
                    forms.setdefault(form, _Form(form)).entries.append(entry)
            for form in entry.never:
                forms.setdefault(form, _Form(form))
        self._by_word: dict[str, list[_Form]] = defaultdict(list)
        for sought in sorted(forms.values(), key=lambda one: -len(one.form)):
            first = _WORD.match(sought.form)
            if first:
                self._by_word[first[0]].append(sought)
        self.by_form = {name: tuple(form.entries) for name, form in forms.items()}

    def find(self, text: str) -> Iterator[Found]:
        """The forms in a text, in order; of two that overlap the one that begins first, then the longer."""
        at, known = 0, self._by_word
        for word in _WORD.finditer(text):
            start = word.start()
            if start >= at and word[0] in known and _begins_word(text, start):
                found = self._longest(text, start, word[0])
                if found:
                    found = self._joined(text, found)
                    at = found.end
                    yield found

    def _longest(self, text: str, start: int, word: str) -> Found | None:
        for form in self._by_word.get(word, ()):
            end = form.end(text, start)
            if end >= 0:
                return Found(start, end, tuple(form.entries))
        return None

    def _joined(self, text: str, found: Found) -> Found:
        """With further forms of the same name behind it: "L. D." and "Trotsky" are one name."""
        gap = _GAP.match(text, found.end)
        word = _WORD.match(text, gap.end()) if gap else None
        further = self._longest(text, word.start(), word[0]) if word else None
        if further and further.entries == found.entries and found.entries:
            return self._joined(text, Found(found.start, further.end, found.entries))
        return found


def _is_name(form: str, kind: str) -> bool:
    """Whether a form is sought at all: no single letter, no words in small letters, and no description of a person."""
    if sum(map(str.isalnum, form)) < _LEAST or (form == form.lower() != form.upper()):
        return False
    return kind != "persName" or not any(len(word) > _PARTICLE and word.islower() for word in form.split())


def _begins_word(text: str, start: int) -> bool:
    """Not behind a hyphen ("Jean-Paul"), nor a capital with an apostrophe ("O'Brien", but "l'Humanité")."""
    sign, before = text[start - 1:start], text[start - 2:start - 1]
    if sign and sign in _HYPHENS:
        return not before.isalnum()
    return not (sign and sign in _APOSTROPHES and before.isupper())


def _ends_word(text: str, end: int) -> bool:
    sign, after = text[end:end + 1], text[end + 1:end + 2]
    if not sign:
        return True
    if sign in _HYPHENS:
        return not after.isalnum()
    if sign in _APOSTROPHES:
        return not after.isalpha() or (after in "sS" and not text[end + 2:end + 3].isalnum())
    return not (sign.isalnum() or unicodedata.combining(sign))
