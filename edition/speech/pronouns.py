"""The pronouns by which a text tells whether a name is a man's or a woman's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from edition.regex import regex

_HE = "he him his himself er ihm ihn seine seinen seinem seiner seines il lui"
_SHE = "she her hers herself sie ihr ihre ihren ihrem ihrer ihres elle"
_ALSO = {"i": "İı", "s": "ſ"}  # other forms of letters, of which case makes no difference either
_WORD = regex("|".join(f"{_HE} {_SHE}".split()), re.IGNORECASE)


def _letter(letter: str) -> str:
    return f"[{letter}{letter.upper()}{_ALSO.get(letter, '')}]"


def _words(words: str) -> str:
    """A pattern of words whose first letter was read: a first letter is quickly found, a choice of words is not."""
    rests = defaultdict[str, list[str]](list)
    for word in words.split():
        rests[word[0]].append("".join(map(_letter, word[1:])))
    return "|".join(f"(?<={_letter(first)})(?:{'|'.join(rest)})" for first, rest in rests.items())


_FIRST = "".join(_letter(first)[1:-1] for first in sorted({word[0] for word in f"{_HE} {_SHE}".split()}))
HE_SHE = regex(rf"[{_FIRST}](?<!\w.)(?:({_words(_HE)})|({_words(_SHE)}))\b")
"""A pronoun in any case: the first group is a man's, the second a woman's."""


def may_stand(words: Iterable[str]) -> bool:
    """Whether any of these words begins as a pronoun does: where none does, no text of them has one."""
    return any(map(_WORD.match, words))
