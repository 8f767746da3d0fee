"""Stand-ins for what could not be read: `[illegible]`, a replacement character, points before the rest of a word."""

from __future__ import annotations

from collections.abc import Iterator

from edition.corrections.model import Correction, in_view, prose
from edition.languages import lexical
from edition.records import replace
from edition.regex import regex
from edition.rules import Context
from edition.tree import Attrs

# What transcribers write, with TEI's reason for it; the words are a stand-in's skin, with those that say how much.
STAND_INS = {
    **dict.fromkeys(("illegible", "unreadable", "unclear", "undeciphered", "indecipherable", "unleserlich", "unlesbar",
                     "illisible", "illeggibile", "onleesbaar", "ilegible", "ilegível", "oläsligt"), "illegible"),
    **dict.fromkeys(("torn", "damaged", "damage", "hole", "stain", "obscured", "effaced", "faded"), "damage"),
    **dict.fromkeys(("missing", "lost", "gap", "fehlt", "manquant"), "lost"),
}
_UNITS = {"word": "word", "words": "word", "line": "line", "lines": "line", "page": "page", "pages": "page"}
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_OTHERS = frozenset(("several", "few", "rest", "remainder", "of", "the", "text", "is", "are"))
_MOST = 4  # words of a stand-in
_MARKED = regex(r"\[([^][\n]{3,40})\]")
_WORD = regex(r"[^\W_]+")
_POINTS = regex(r"(?<=[a-z])(?P<blank>\s+)(?P<points>\.(?: ?\.){2,5}|…)(?=\s+(?P<rest>[a-z]{2,6})(?![\w'’-]))")
_REPLACED = regex("\ufffd+")


def stand_ins(context: Context) -> Iterator[Correction | None]:
    """Words in square brackets, and replacement characters, which stand for text that could not be read."""
    for view in prose(context, "[", "\ufffd"):
        for match in _MARKED.finditer(view.text):
            said = _WORD.findall(match[1].lower())
            if why := _why(said):
                found = in_view(view, *match.span(), "", "gap", "the transcriber says so", form="gap", why=why)
                yield found and replace(found, extent=_extent(said))
        for match in _REPLACED.finditer(view.text):
            yield in_view(view, match.start(), match.end(), "", "gap", "a replacement character stands for what was "
                          "lost when the file was converted", form="gap", why="lost")


def _why(said: list[str]) -> str:
    """Why the words of a bracket say that text is not there; nothing where they say anything else."""
    whys = [STAND_INS[word] for word in said if word in STAND_INS]
    others = [word for word in said if word not in STAND_INS]
    numbers = sum(word.isdigit() for word in others)
    known = all(word in _UNITS or word in _NUMBERS or word in _OTHERS or word.isdigit() for word in others)
    return whys[0] if len(whys) == 1 and known and numbers < 2 and len(said) <= _MOST else ""


def _extent(said: list[str]) -> Attrs:
    """How much is not there; a figure that the bracket holds is its n."""
    units = [_UNITS[word] for word in said if word in _UNITS]
    number = next((_NUMBERS.get(word, word) for word in said if word in _NUMBERS or word.isdigit()), "")
    if not (units and number):
        return (("n", number),) if number.isdigit() and number in said else ()
    own: Attrs = (("n", number),) if number in said else ()
    return *own, ("unit", units[0]), ("quantity", number)


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
