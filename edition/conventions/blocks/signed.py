"""Who signs a preface or a dedication: names, initials, places and dates at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.bylines import is_byline
from edition.conventions.blocks.dates import dated, dateline, yearly
from edition.conventions.blocks.wording import piece
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_PIECES = frozenset(("preface", "introduction", "dedication", "appendix", "acknowledgements", "prologue"))
_INITIALS = regex(r"[—–-]{0,2}\s?(?:[^\W\d_a-zß-öø-ÿ]\.[ -]?){1,4}(?:[^\W\d_a-z][\w’'-]+\.?)?\Z")
# Who signs without a name, by language.
_OFFICES = regex(r"[—–-]{0,2}\s?(?:the|der|die|l[’']|le|la|el)\s?(?:authors?|editors?|translators?|publishers?|writer"
                 r"|verfasser(?:in)?|herausgeber(?:in)?|übersetzer(?:in)?|verleger|autor|auteur|éditeur|traducteur"
                 r"|traductor|editor|autore|traduttore|curatore)\.?\Z", re.I)
_LONGEST = 60    # characters of a signature or a dateline
_WIDE = 4        # empty lines behind which something new begins, whether it has a heading or not
_MOST = 3        # blocks of them, and of the text above that is looked at
_PROSE = 100     # characters of the text above


def _signing(context: Context) -> list[tuple[Block, str]]:
    """The blocks at the ends of prefaces and dedications that say who wrote them, where, and when."""
    flow = context.flow
    heads = sorted(flow.heads)
    found = list[tuple[Block, str]]()
    for number, following in zip(heads, [*heads[1:], len(flow.blocks)], strict=True):
        named = piece(flow.text(flow.blocks[number]))
        if named and named[0] in _PIECES:
            wide = (block.number for block in flow.blocks[number + 2:following] if block.gap >= _WIDE)
            found += _ending(context, number, next(wide, following))
    return found


def _ending(context: Context, head: int, end: int) -> list[tuple[Block, str]]:
    """The signatures and datelines straight before a heading, below text of the piece."""
    flow, found = context.flow, list[tuple[Block, str]]()
    below = flow.at(end)
    for place in range(end - 1, max(head, end - 1 - _MOST), -1):
        block = flow.blocks[place]
        if block.end - block.start > _LONGEST or len(block.lines) > 2:
            break
        kind = _kind(flow.text(block), below is None or block.gap < below.gap)
        if not kind:
            break
        found.append((block, kind))
    above = flow.blocks[max(head + 1, end - len(found) - _MOST):end - len(found)]
    leads = any(one.end - one.start >= _PROSE for one in above)
    return [(block, kind) for block, kind in found[::-1] if block.number not in flow.taken] if leads else []


def _kind(text: str, nearer: bool) -> str:
    """What a short block is; `nearer`: whether it stands nearer to the text above than the heading below does to it."""
    said = " ".join(text.strip("_* \n").split())
    if dateline(said) or dated(said) or (yearly(said) and len(said.split()) > 1):
        return "dateline"
    if _INITIALS.match(said) or _OFFICES.match(said):
        return "signed"
    name = said.strip("—–- ").rstrip(".")
    capitals = said.isupper() and len(said.split()) < 4 and any(map(str.isalpha, said))
    return "signed" if nearer and (is_byline(name) or capitals) else ""


def _claims(context: Context) -> Iterator[Span]:
    for block, kind in context.of_free(_signing):
        yield context.flow.take(block, kind, "piece-signature", (("_frame", "closer"),))


def _score(context: Context) -> Score:
    found = context.of_free(_signing) if context.flow.heads else []
    return Score(0.8, f"{counted(len(found), 'block')} at the ends of prefaces") if found else NO


SIGNED_PIECES = Convention(
    "signed-pieces",
    "Names, initials, places and dates alone at the end of a preface or a dedication sign it.",
    "PREFACE\\n\\nThe mill stood at the bend.\\n\\nA. W.\\n\\nElmham, May 1891.\\n\\nCHAPTER I",
    (Rule("piece-signature", "a name or a date that ends a preface", "THE AUTHOR.\\n\\nElmham, May 1891.", _claims),),
    _score,
)
