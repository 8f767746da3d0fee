"""The pronouns by which a text tells whether a name is a man's or a woman's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from edition.regex import regex

_HE = "he him his himself er ihm ihn seine seinen seinem seiner seines il lui"
_SHE = "she her hers herself sie ihr ihre ihren ihrem ihrer ihres elle"
_ALSO = {"i": "İı", "s": "ſ", "ß": "ẞ"}  # other forms of letters, of which case makes no difference either
_WORD = regex("|".join(f"{_HE} {_SHE}".split()), re.IGNORECASE)


def _letter(letter: str) -> str:
    return f"[{letter}{letter.upper()}{_ALSO.get(letter, '')}]"


def _rests(words: Iterable[str]) -> str:
    """A pattern of words of which the first letter was read."""
    rests = defaultdict[str, list[str]](list)
    for word in words:
        rests[word[0]].append("".join(map(_letter, word[1:])))
    return "|".join(f"(?<={_letter(first)})(?:{'|'.join(rest)})" for first, rest in rests.items())


def in_any_case(*choices: Iterable[str]) -> str:
    """A pattern of words in small letters or capitals; each choice of them is a group.

    A first letter is quickly found, a choice of words is not.
    """
    groups = [sorted(words, key=lambda word: (-len(word), word)) for words in choices]
    first = "".join(_letter(letter)[1:-1] for letter in sorted({word[0] for words in groups for word in words}))
    return rf"[{first}](?<!\w.)(?:{'|'.join(f'({_rests(words)})' for words in groups)})"


HE_SHE = regex(in_any_case(_HE.split(), _SHE.split()) + r"\b")
"""A pronoun: the first group is a man's, the second a woman's."""


def may_stand(words: Iterable[str]) -> bool:
    """Whether any of these words begins as a pronoun does: where none does, no text of them has one."""
    return any(map(_WORD.match, words))
