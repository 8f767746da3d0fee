"""What a hand or a typewriter changed on the page: words struck out, put in, or typed over with the letter x."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.formats.cues import cued
from edition.kinds import TEXT
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Attrs, Span
from edition.view import View
from edition.words import holds

_OTHERS = ("~~", "<del>", "<s>", "[strike", "[crossed", "[deleted", "⟦")  # what speaks of changes, too
_LONGEST = 400      # characters between two signs
_STRUCK: Attrs = (("rend", "strikethrough"),)


class Sign(NamedTuple):
    """What opens and closes words; `kind` is what they are."""

    opening: str
    closing: str
    kind: str


# The longer first: the shorter stand in them.
_SIGNS = (Sign("{--", "--}", "del"), Sign("{++", "++}", "add"), Sign("{-", "-}", "del"), Sign("{+", "+}", "add"),
          Sign("[-", "-]", "del"), Sign("[+", "+]", "add"), Sign("⟦", "⟧", "del"))
_BY_OPENING = {sign.opening: sign for sign in _SIGNS}
_BETWEEN = regex("|".join(
    rf"{re.escape(sign.opening)}(?=[^\s{re.escape(sign.opening[-1])}])[^{{}}\[\]⟦⟧]{{1,{_LONGEST}}}?"
    rf"(?<=[^\s]){re.escape(sign.closing)}" for sign in _SIGNS))
_CHANGED = regex(rf"\{{~~(?=\S)(?P<old>[^{{}}~]{{1,{_LONGEST}}})~>(?=\S)(?P<new>[^{{}}~]{{1,{_LONGEST}}})~~\}}")
# A caret within a word raises letters, and so does one around an ordinal's ending; one around a figure calls a note.
_CARETS = regex(r"\^(?<![\w^\\]\^)(?=[^\W\d_])(?!(?:st|nd|rd|th|er|re|[èe]me|ten?|tes)\^)"
                r"[^\^{}]{1,200}[\w.,;:!?)'’”\"]\^(?![\w^])")
_SLANTED = regex(r"\\(?<![\w\\/]\\)(?=[^\W\d_])[^\\/{}\[\]\n]{1,80}(?<=[\w.,;])/(?![\w/])")
_OVERTYPED = regex(r"(?:x{4,60}(?:[ \n]x{2,60}){0,20}|X{4,60}(?:[ \n]X{2,60}){0,20})(?![\w'’-])")
# What is left out, not typed over: a name behind a title, a number.
_NAME_BEFORE = regex(
    r"(?:[.#$№:|/(-]|\b(?:no|mr|mrs|ms|miss|dr|named|called|is|was|by|of|from|to|with|for|in|at|on|and|herr|frau|von|zu|"
    r"mit|bei|an|und|de|du|à|par|avec|en|et|con|por|da|di|del|al|y|e|i|we|he|she))\s*\Z", re.IGNORECASE)


def _between(context: Context) -> Iterator[Span]:
    for view in context.views(*TEXT):
        for match in _BETWEEN.finditer(view.text) if _has_sign(view.text) else ():
            size = 3 if match[0][:3] in _BY_OPENING else 2 if match[0][:2] in _BY_OPENING else 1
            kind = _BY_OPENING[match[0][:size]].kind
            yield view.claim(kind, *match.span(), "between-signs", _STRUCK if kind == "del" else (), size, size)
        for match in _CHANGED.finditer(view.text) if "~>" in view.text else ():
            yield view.claim("del", match.start(), match.start("new"), "between-signs", _STRUCK, 3, 2)
            yield view.claim("add", match.start("new"), match.end(), "between-signs", (), 0, 3)


def _has_sign(text: str) -> bool:
    return any(sign.closing in text for sign in _SIGNS)


def _pairs(context: Context, pattern: re.Pattern[str], cue: str) -> list[tuple[View, re.Match[str]]]:
    """What stands between two of these signs. One pair alone may be anything, where nothing else is struck out."""
    text = context.text
    every = text.count(cue)
    found = [(view, match) for view in context.views(*TEXT) if cue in view.text
             for match in pattern.finditer(view.text)] if every else []
    if not found or 4 * len(found) < every:
        return []
    return found if len(found) > 1 or any(map(text.__contains__, _OTHERS)) else []


def _carets(context: Context) -> list[tuple[View, re.Match[str]]]:
    return _pairs(context, _CARETS, "^")


def _slants(context: Context) -> list[tuple[View, re.Match[str]]]:
    return _pairs(context, _SLANTED, "\\")


def _put_in(context: Context) -> Iterator[Span]:
    for view, match in (*context.of_spans(_carets), *context.of_spans(_slants)):
        yield view.claim("add", *match.span(), "between-carets", (("place", "above"),), 1, 1)


def _runs(context: Context) -> list[tuple[View, re.Match[str]]]:
    """Words typed over, if some are longer and some shorter, and few of them stand where a name or number may.

    Letters that stand for what is not told are often of one length, and behind such words as name somebody.
    """
    text = context.text
    every = [(view, match) for view in context.views(*TEXT) if "xxxx" in view.text or "XXXX" in view.text
             for match in _OVERTYPED.finditer(view.text)] if holds(text, "xxxx", "XXXX") else []
    found = [(view, match) for view, match in every if _is_among_words(view.text, *match.span())]
    enough = len({len(match[0]) for _, match in found}) > 1 and 3 * len(found) > 2 * len(every)
    return found if enough else []


def _is_among_words(text: str, start: int, end: int) -> bool:
    """Whether small letters stand on one side in the same line, and no sign that a name or a number was left out."""
    before, after = text[max(0, start - 20):start], text[end:end + 20].split("\n")[0]
    if before[-1:].isdigit() or before[-1:] in ("x", "X") or _NAME_BEFORE.search(before):
        return False
    enclosed = before.rstrip()[-1:] == "," and after[:1] in (",", ".")
    return not enclosed and any(map(str.islower, before)) and (
        any(map(str.islower, after)) or not after.strip(" .,;"))


def _overtyped(context: Context) -> Iterator[Span]:
    for view, match in context.of_spans(_runs):
        yield view.claim("del", *match.span(), "typed-over", (("rend", "overtyped"),))


def _score_pairs(context: Context) -> Score:
    count = len(context.of_spans(_carets)) + len(context.of_spans(_slants))
    return Score(0.9, counted(count, "passage") + " between carets or strokes, as what was put in") if count else NO


def _score_runs(context: Context) -> Score:
    count = len(context.of_spans(_runs))
    return Score(0.8, counted(count, "word") + " typed over with the letter x") if count else NO


CHANGES = Convention(
    "marks-of-changes",
    "Signs in pairs say what was struck out and what was put in.",
    "the {-old-} {+new+} mill",
    (Rule("between-signs", "words between signs of taking out or putting in", "{-old-} {+new+}", _between),),
    cued("-}", "+}", "~~}", "⟧", "+]"),
)
INSERTIONS = Convention(
    "carets",
    "Carets around words, or a stroke before and behind, say that they were put in above the line.",
    "the ^old^ mill",
    (Rule("between-carets", "words put in above the line", "the ^old^ mill", _put_in),),
    _score_pairs,
)
OVERTYPING = Convention(
    "typing-over",
    "Runs of the letter x among words stand over what was typed and taken back.",
    "the mill xxxxxx dam was built",
    (Rule("typed-over", "words over which the letter x was typed", "the mill xxxxxx dam", _overtyped),),
    _score_runs,
)
