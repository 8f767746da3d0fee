"""Stand-ins for what could not be read: `[illegible]`, a replacement character, points before the rest of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.corrections.model import Correction, in_view, prose
from edition.languages import lexical
from edition.regex import regex
from edition.rules import Context

# What transcribers write, with TEI's reason for it. In three languages; the words are a stand-in's skin.
STAND_INS = {"illegible": "illegible", "unreadable": "illegible", "unleserlich": "illegible", "illisible": "illegible",
             "torn": "damage", "damaged": "damage", "missing": "lost", "lost": "lost"}
_MARKED = regex(r"\[(?:(?:one|two|three|several|word|words|line|lines|page|text|\d+|is|are)\s+){0,3}"
                rf"({'|'.join(STAND_INS)})(?:\s+(?:word|words|line|lines|text|page))?\]", re.IGNORECASE)
_POINTS = regex(r"(?<=[a-z])(?P<blank>\s+)(?P<points>\.(?: ?\.){2,5}|…)(?=\s+(?P<rest>[a-z]{2,6})(?![\w'’-]))")
_REPLACED = regex("\ufffd+")


def stand_ins(context: Context) -> Iterator[Correction | None]:
    """Words in square brackets, and replacement characters, which stand for text that could not be read."""
    for view in prose(context, "[", "\ufffd"):
        for match in _MARKED.finditer(view.text):
            yield in_view(view, match.start(), match.end(), "", "gap", "the transcriber says so", form="gap",
                          why=STAND_INS[match[1].lower()])
        for match in _REPLACED.finditer(view.text):
            yield in_view(view, match.start(), match.end(), "", "gap", "a replacement character stands for what was "
                          "lost when the file was converted", form="gap", why="lost")


def points_for_letters(context: Context) -> Iterator[Correction | None]:
    """Points before a fragment that is no word but the end of many ("the . . . tion"): the word's beginning is lost.

    An author's points stand before a word, or at a sentence's end; they stay text.
    """
    language = lexical(context.language)
    if language is None:
        return
    for view in prose(context, "..", ". .", "…"):
        for match in _POINTS.finditer(view.text):
            rest = match["rest"]
            if not language.knows(rest, at_least=5) and language.ends_words(rest):
                yield in_view(view, match.start("points"), match.end("points"), "", "gap",
                              f"“{rest}” is no word but the end of one: its beginning was not read", cert="medium",
                              form="gap", why="illegible")
