"""What periodicals print beside an article: notices with a label, credits of an extract."""

from __future__ import annotations

from collections.abc import Iterator

from edition.regex import regex
from edition.rules import Context, Convention, Rule
from edition.tree import Span

_NOTICE = regex(r"(?P<label>[A-Z][A-Z .,’'-]{5,50}:)\s+(?=\S)")
_CREDIT = regex(r"\((?:From|Translated from|Reprinted from|Extract from|Aus|Extrait|Tiré) "
                r"[^()]*(?:\([^()]*\)[^()]*)*\)\Z")


def _notices(context: Context) -> Iterator[Span]:
    text = context.flow.view.text
    for block in list(context.flow.free()):
        if match := _NOTICE.match(text, block.start, block.end):
            yield context.flow.take(block, "p", "notice")
            yield context.flow.view.claim("label", block.start, match.end("label"), "notice")


def _credits(context: Context) -> Iterator[Span]:
    text = context.flow.view.text
    for block in list(context.flow.free()):
        if text[block.start] == "(" and _CREDIT.match(context.flow.text(block)):
            yield context.flow.take(block, "bibl", "credit")


NOTICES = Convention(
    "notices",
    "A paragraph that opens with a label in capitals is a notice of the periodical.",
    "IN THE NEXT ISSUE: The secret resolution.",
    (Rule("notice", "a label in capitals and a colon", "IN THE NEXT ISSUE: The secret resolution.", _notices),),
)
CREDITS = Convention(
    "credits",
    "A paragraph in parentheses that begins with \"From\" says where the extract above it comes from.",
    "(From the main resolution of the Plenum.)",
    (Rule("credit", "the source of an extract, in parentheses", "(From the resolution.)", _credits),),
)
