"""The full names that stand before the first turn of a transcript: who takes part, and whom a short label means."""

from __future__ import annotations

import re
from collections import defaultdict

from edition.regex import regex
from edition.speech.offices import ROLES, TITLES, words_of
from edition.tree import Span

_LONGEST = 20_000  # characters of what stands before the first turn
_WORD = r"(?:[A-ZÀ-Þ][\w’'-]*\.?)"
_NAME = regex(rf"{_WORD}(?:[ ](?:{_WORD}|de|del|della|der|den|di|van|von|la|le|da|du)){{1,5}}(?!\w)")
# Who has which part: `Interviewer: Anna Alder`, `Interviewed by Anna Alder`.
_FIELD = regex(r"\W{0,4}(?P<role>[^\W\d_]+)(?:[*_]{0,3}:[*_]{0,3}| by:?)[ \t]+(?=[^\W\d_a-z])")
_BY = {"interviewed": "interviewer", "conducted": "interviewer", "moderated": "moderator", "hosted": "host"}
# Words with a capital in such places that belong to no name.
_NO_NAME = words_of("""
interview interviews interviewer interviewee interviewed transcript transcribed transcriber oral history date place
tape side session narrator participants program project collection university by with the and of
entrevista entrevistador fecha lugar gespräch ort datum interviewter entretien lieu intervista data luogo
""")


class Credits:
    """`of(label)`: the full name that initials, a surname or a part mean, where they mean one; "" else."""

    def __init__(self, text: str, spans: list[Span], rule: str) -> None:
        first = next((span.start for span in spans if span.kind == "sp" and span.rule == rule), 0)
        self._meant: defaultdict[str, set[str]] = defaultdict(set)
        for line in text[:min(first, _LONGEST)].split("\n") if first else ():
            field = _FIELD.match(line)
            role = field["role"].lower() if field else ""
            for match in _NAME.finditer(line):
                self._add([word for word in match[0].split() if word.lower().strip(".") not in TITLES],
                          _BY.get(role, role if role in ROLES else ""))

    def _add(self, words: list[str], role: str) -> None:
        while words and words[0].lower().strip(".") in _NO_NAME:
            del words[0]
        while words and words[-1].lower().strip(".") in _NO_NAME:
            del words[-1]
        if len(words) < 2 or any(word.lower().strip(".") in _NO_NAME for word in words):
            return
        name = " ".join(word.title() if word.isupper() and len(word.strip(".")) > 1 else word for word in words)
        capitals = [word[0] for word in words if word[0].isupper()]
        for key in {"".join(capitals), capitals[0] + capitals[-1], words[-1].strip(".").lower(),
                    *([role] if role else ())}:
            self._meant[key].add(name)

    def of(self, label: str) -> str:
        """The name that a label means: `MN`, `M. N.` or `Norton` for "Mary Norton"."""
        letters = re.sub(r"\W", "", label)
        initials = letters.isupper() and 1 < len(letters) < 5 and letters in self._meant
        found = self._meant.get(letters if initials else label.lower(), set())
        return next(iter(found)) if len(found) == 1 else ""
