"""The words of a text as the counts of words know them: each with its place, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from edition.regex import regex

_CHUNK: Final = regex(r"(?:[^\s—–/-]|-(?!-))+")  # a dash or a stroke stands between words
_CORE: Final = regex(r"[^\W_](?:\S*[^\W_])?")
_END: Final = regex(r"[.!?]")
_PAUSE: Final = regex(r"[;:]")
_MARKS: Final = str.maketrans("’‘ʼ´`‐‑ſ", "'''''--s")
SENTENCE: Final = "</s>"
PAUSE: Final = ";"
NUMBER: Final = "<n>"


class Token(NamedTuple):
    """A word: characters start … end of the text, without the signs around it."""

    start: int
    end: int
    word: str  # in small letters, with plain apostrophes and hyphens
    broken: bool  # it goes on in the next line, or came from the last one
    initial: bool  # a sentence begins with it


def tokens(text: str) -> tuple[list[Token], list[str], list[int]]:
    """The words; then what the counts know (words and ends of sentences); then where in that each word stands."""
    made, context, places = list[Token](), [SENTENCE], list[int]()
    broken = False
    for chunk in _CHUNK.finditer(text):
        printed, at = chunk[0], chunk.start()
        core = _CORE.search(printed)
        if core is None:
            _end(printed, context)
            continue
        tail = printed[core.end():]
        hyphen = tail in ("-", "¬", "\xad", "‐") and text[chunk.end():chunk.end() + 1] == "\n"
        word = small(core[0].translate(_MARKS))
        made.append(Token(at + core.start(), at + core.end(), word, hyphen or broken, context[-1] == SENTENCE))
        if broken and context:  # the second half of a word: the context knows the whole
            context[-1] += word
            places.append(len(context) - 1)
        else:
            places.append(len(context))
            context.append(NUMBER if word[0].isdigit() and word.isalnum() and not word.isalpha() else word)
        broken = hyphen
        if not hyphen:
            _end(tail, context)
    context.append(SENTENCE)
    return made, context, places


def small(word: str) -> str:
    """A word in small letters; a capital among small letters stays, since no writer put it there."""
    letters = word[1:]
    if letters.islower() or not any(map(str.islower, letters)) or letters[:1].isupper() or "-" in word or "'" in word:
        return word.lower()
    return word[0].lower() + letters


def _end(signs: str, context: list[str]) -> None:
    """What signs behind a word mean to the counts."""
    if _END.search(signs):
        if context[-1] != SENTENCE:
            context.append(SENTENCE)
    elif _PAUSE.search(signs) and context[-1] != PAUSE:
        context.append(PAUSE)


def around(context: Sequence[str], place: int) -> tuple[str, str, str, str]:
    """The two words before a place and the two after it, the nearer first."""
    before = context[place - 1] if place else SENTENCE
    after = context[place + 1] if place + 1 < len(context) else SENTENCE
    return (before, context[place - 2] if place > 1 else SENTENCE, after,
            context[place + 2] if place + 2 < len(context) else SENTENCE)
