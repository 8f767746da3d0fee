"""What ends a text or a part of it: trailers, and names and dates that are set at the right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.dates import dated, dateline, yearly
from edition.conventions.blocks.shapes import Surroundings
from edition.flow import Block
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_TRAILER = regex(
    r"[\W_]*(?:finis|the\s+end|ende|fin|fine|einde|fim|конец|koniec|schlu[sß]s?"
    r"|(?:(?:the\s+)?end\s+of|ende\s+de[rs]|fin\s+d[eu]|fine\s+del\w*)\s+(?:\w+\s+){0,3}"
    r"(?:part|volume|vol|book|act|canto|chapter|story|tale|play|letter|teile?s|theile?s|bande?s|buche?s|aktes|aufzugs|kapitels"
    r"|livre|tome|volume|partie|acte|chant|libro|tomo|atto|parte)(?:\s+(?:the\s+)?[\w.]+){0,2}"
    r"|(?:to\s+be\s+continued|fortsetzung\s+folgt|schluss\s+folgt|[àa]\s+suivre|continuará|la\s+suite\s+au\s+prochain"
    r"\s+numéro|\(?continued\s+on\s+.{3,30}))[\W_]*\Z", re.I)
# How such a formula begins; asked first, for few blocks begin so.
_FIRST = frozenset(("finis", "end", "ende", "fin", "fine", "einde", "fim", "конец", "koniec", "schlus", "schluss",
                    "schluß", "schlußs", "fortsetzung", "à", "continuará", "continued"))
_FIRST_TWO = frozenset((("the", "end"), ("to", "be"), ("la", "suite"), ("a", "suivre")))
_WORD = regex(r"[^\W_]+")
_THIRTY = regex(r"[-–—#]{1,3} ?30 ?[-–—#]{1,3}")  # with which typists of the press end
_SAYS = regex(r"[!?]|:\Z|\A\W*(?:chorus|refrain|ch[œo]e?ur|coro|chor|kehrreim)\W*\Z", re.I)  # nobody signs so
_LAST = 3  # blocks at the end of a text
_LONGEST, _LINES = 200, 6


def _trailers(context: Context) -> list[Block]:
    """Blocks that are a closing formula, set apart, before a heading or at the end."""
    flow, around = context.flow, context.of_flow(Surroundings)
    found = list[Block]()
    for block in flow.free():
        if block.number and block.end - block.start < 60 and _is_trailer(flow.text(block)):
            below = flow.at(block.number + 1)
            if below is None or below.number in flow.heads or around.wide(block) or flow.text(block).isupper():
                found.append(block)
        elif flow.at(block.number + _LAST) is None and _THIRTY.fullmatch(flow.text(block)):
            found.append(block)
    return found


def _is_trailer(text: str) -> bool:
    words = _WORD.findall(text.lower().replace("ſ", "s"))[:2]
    begins = bool(words) and (words[0] in _FIRST or tuple(words) in _FIRST_TWO)
    return begins and bool(_TRAILER.match(text))


def _trailer_claims(context: Context) -> Iterator[Span]:
    for block in context.of_free(_trailers):
        yield context.flow.take(block, "trailer", "trailer")


TRAILERS = Convention(
    "trailers",
    "A closing formula alone in its block ends a text or a part.",
    "THE END",
    (Rule("trailer", "a closing formula alone in its block", "FINIS.", _trailer_claims),),
    lambda context: Score(1.0, counted(len(found), "closing formula")) if (found := context.of_free(_trailers)) else NO,
)


def _set_right(context: Context) -> list[Block]:
    """Short blocks set in far, all lines at one depth, in a text whose lines are not; none opens anything."""
    flow, around = context.flow, context.of_flow(Surroundings)
    return [block for block in flow.free() if block.number and block.end - block.start <= _LONGEST
            and len(block.lines) <= _LINES and around.set_in(block) and not _SAYS.search(flow.text(block))]


def _right_claims(context: Context) -> Iterator[Span]:
    for block in context.of_free(_set_right):
        text = " ".join(context.flow.text(block).split())
        kind = "dateline" if dateline(text) or yearly(text) or dated(text) else "signed"
        yield context.flow.take(block, kind, "set-right")


def _score_right(context: Context) -> Score:
    found = context.of_free(_set_right)
    few = len(found) < 0.1 * len(context.flow.blocks) + 3
    return Score(0.8, f"{counted(len(found), 'short block')} set in far") if found and few else NO


SET_RIGHT = Convention(
    "set-right",
    "A short block whose lines all begin at one depth, far in, is a signature, or a dateline where it ends in a date.",
    "                    Elmham, 3 May 1801",
    (Rule("set-right", "a signature or a dateline set at the right", "                    A. FIELD.", _right_claims),),
    _score_right,
)
