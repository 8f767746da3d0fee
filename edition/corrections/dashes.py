"""Dashes that became hyphens: lost between two words, set apart by blanks, or typed as two or three hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.corrections.model import Correction, Tier, in_view, prose
from edition.languages import Language, lexical, pack
from edition.languages.english import NO_LEFT
from edition.regex import regex
from edition.rules import Context
from edition.view import View

# One hyphen between a word and a function word which goes on with a blank; no chain (by-the-way), no other mark.
_JOINED = regex(r"-([a-z]+)(?=\s+([^\W\d_]+))")
_LEFT = regex(r"(?<![\w'’-])[^\W\d_][\w’']++(?<=[^\W\d_])\Z")
_LONGEST = 80  # letters of the word before the hyphen
_SPACED = regex(r"(?<=[^\s-])[ \t\n]-[ \t\n]+(?=[^\s-])")
_TYPED = regex(r"--(?<![-–—|<!]--)(?<!\|[ ]--)-?(?![-–—|>])(?! \|)")
_PLURAL = regex(r"[a-z]{4,}[^su]s\Z")


def lost_dashes(context: Context) -> Iterator[Correction | None]:
    """A hyphen between two words that make no compound, where a clause begins ("agree-that the government")."""
    language = lexical(context.language)
    if language is None:
        return
    for view in prose(context, "-"):
        for match in _JOINED.finditer(view.text):
            at, (right, following) = match.start(), match.groups()
            left = _LEFT.search(view.text[max(0, at - _LONGEST):at])
            if left and _begins_clause(language, left[0], right, following):
                yield in_view(view, at - len(left[0]), match.end(1), f"{left[0]}—{right}", "dash",
                              f"“{right}” begins a new phrase here; there is no compound “{left[0]}-{right}”")


def _begins_clause(language: Language, left: str, right: str, following: str) -> bool:
    plain = left.lower()
    if len(left) < 4 or plain in NO_LEFT or not (language.knows(left) or left[0].isupper()):
        return False
    if language.knows(left + right):  # some-where, an-other: one word, divided
        return False
    if right in language.openers:
        return True
    noun = left[0].isupper() or _PLURAL.search(left) is not None
    if right in ("a", "an"):
        return noun and language.knows(following)
    # "know-all", "cure-all": a verb before it; here a name or a plural, and a noun in the plural after it.
    return right == "all" and noun and (following.endswith("s") or following in ("of", "the", "these", "those"))


def spaced_hyphens(context: Context) -> Iterator[Correction | None]:
    """A hyphen with a blank on both sides that is a dash by what stands next to it."""
    language = pack(context.language)
    for view in prose(context, " -", "\n-"):
        for match in _SPACED.finditer(view.text):
            tier = _is_dash(view, match.start(), match.end(), language)
            if tier:
                yield in_view(view, match.start(), match.end(), language.dash if language else "—", "dash",
                              "a hyphen between blanks stands for a dash", tier=tier, form="reg")


def _is_dash(view: View, start: int, end: int, language: Language | None) -> Tier | None:
    before, after = view.text[start - 1], view.text[end]
    if before.isdigit() and after.isdigit():
        return None
    # At the start of a line after a sentence it may count an item; alone on a line it is a rule.
    if view.text[start] == "\n" and (before in ".:;!?" or "\n" in view.text[start + 1:end]):
        return None
    if before in ",;.!?”“’»\")" or after in "“„‘‚«(\"":
        return "automatic"
    left = re.search(r"([^\W\d_]+)\Z", view.text[max(0, start - 30):start])
    right = re.match(r"[^\W\d_]+", view.text[end:end + 30])
    if language and left and right and right[0].lower() in (language.small | language.openers) \
            and left[0].lower() not in language.small:
        return "automatic"
    return "suggestion" if language and left and right else None


def typed_dashes(context: Context) -> Iterator[Correction | None]:
    """Two or three hyphens for a dash, as on a typewriter; not between figures, not as a rule across the page."""
    language = pack(context.language)
    dash = language.dash.strip() if language else "—"
    for view in prose(context, "--"):
        if not re.search(r"\w", view.text):
            continue
        for match in _TYPED.finditer(view.text):
            before, after = view.text[match.start() - 1:match.start()], view.text[match.end():match.end() + 1]
            if not (before.isdigit() and after.isdigit()):
                yield in_view(view, match.start(), match.end(), dash, "dash",
                              f"{len(match[0])} hyphens are typed for a dash", form="reg")
