"""Whether a language has a word: asked by rules that join or mend words."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "languages"


@cache
def _words(language: str) -> frozenset[str]:
    file = _FOLDER / language / "words.txt.gz"
    if not file.is_file():
        return frozenset()
    return frozenset(gzip.decompress(file.read_bytes()).decode("utf-8").split())


def known_word(word: str, language: str) -> bool | None:
    """Whether `word` (lower case) is in the word list of a BCP 47 language; None where there is no list."""
    words = _words(language.split("-")[0].lower())
    return word in words if words else None
