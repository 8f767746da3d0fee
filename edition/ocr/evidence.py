"""Whether a text looks misread at all, by the words of it that no list has: asked before the engine is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from edition.ocr.confusions import confusions
from edition.ocr.lexicon import COMMON, lexicon

_CHEAP: Final = 7.0  # a confusion that costs no more is a usual one
_LONGEST: Final = 2  # printed letters of the confusions that are tried
_SAMPLE: Final = 200  # words


def unknown(words: Sequence[str], language: str) -> list[str]:
    """Those of some words in small letters that the list of the language has not; a long s is an s."""
    known = lexicon(language).known
    return [word for word in words if not known(word.replace("ſ", "s"))]


def resembling(words: Sequence[str], language: str) -> float:
    """The share of some words, of an even sample of them, that one usual confusion makes a common word.

    Of words misread it is .25 and more, of words in another language hardly .2.
    """
    sample = sorted(words)[::max(1, len(words) // _SAMPLE)]
    return sum(_resembles(word, language) for word in sample) / max(1, len(sample))


def _resembles(word: str, language: str) -> bool:
    known, table = lexicon(language).known, confusions(language).by_letter
    for at in range(len(word)):
        for end in range(at + 1, min(len(word), at + _LONGEST) + 1):
            for letter, rows in table.get(word[at:end], {}).items():
                for rest, cost in rows if letter >= 0 else ():
                    if cost <= _CHEAP and known(
                            word[:at] + chr(letter) + rest.decode("latin-1") + word[end:]) == COMMON:
                        return True
    return False
