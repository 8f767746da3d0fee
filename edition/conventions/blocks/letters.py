"""What frames a letter or a dispatch: salutation, dateline, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.conventions.blocks.dates import dateline
from edition.dates import MONTH, iso_date
from edition.flow import Block, Flow, title_like
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score
from edition.salutations import is_formula, is_name, is_salutation, takes_leave
from edition.tree import Span

_SALUTE = regex(r"(?:My |Very |Most )?(?:Dear(?:est)?|Honou?red|Gentlemen|Sirs?|Madam|Comrades|Fellow|"
                r"Liebe[rs]?|Geehrte[rs]?|Verehrte[rs]?|Sehr|Cher|Chère|Monsieur|Madame|Messieurs)\b"
                r"[^.!?\n]{0,60}[:,!—]\Z")
_DATE = (rf"(?P<date>(?i:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
         rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?i:{MONTH}),?\s+\d{{4}})")
_DATELINE = regex(rf"(?:(?P<place>[A-Z][^\d,;:!?]{{1,40}}),\s*)?(?:the\s+|den\s+|le\s+)?{_DATE}\.?\Z")
_PLACES = regex(r"(?:[A-ZÀ-Þ][^\W\d_]+[.’' -]{0,2}){1,4}, (?:[A-ZÀ-Þ][\w.]*[, ]+){1,3}")
_SHORT = 60  # characters of a signature
_DASHES = "—–-"
_TALK = 5    # blocks behind a dash that are no names, where a dash opens a turn
_SIGNED = regex(r"(?P<dash>[—–-]{1,3}\s*)?(?P<name>[^\W\d_][\w.’' -]{1,40}\.?)\Z")


def _single(flow: Flow) -> list[Block]:
    """The blocks that may frame a letter; where there are several salutations, letters are read as wholes elsewhere."""
    return [] if flow.letters else list(flow.free())


def _salutes(context: Context) -> Iterator[Span]:
    """A form of address at the head of the text or right under a heading or dateline; elsewhere it is text."""
    flow = context.flow
    for block in _single(flow):
        if len(block.lines) > 1 or not _salutes_somebody(flow.text(block)):
            continue
        above = flow.at(block.number - 1)
        if above is None or above.number in flow.taken or _dateline(flow.text(above)):
            yield context.flow.take(block, "salute", "salute")


def _salutes_somebody(text: str) -> bool:
    return text[-1] in ":,!—" and (bool(_SALUTE.match(text)) or is_salutation(text))


def _dateline(text: str) -> re.Match[str] | None:
    """What a line of place and date says: it ends in a year."""
    if not text.rstrip(".")[-4:].isdecimal():
        return None
    other = dateline(text)  # with more than one name before the day
    return _DATELINE.match(text) or (other if other and _PLACES.fullmatch(other["place"]) else None)


def _datelines(context: Context) -> Iterator[Span]:
    flow = context.flow
    for block in _single(flow):
        match = _dateline(flow.text(block)) if len(block.lines) == 1 else None
        if match is None:
            continue
        yield flow.take(block, "dateline", "dateline")
        if match["place"]:
            end = match.start("place") + len(match["place"].rstrip(" ,"))
            yield flow.view.claim("placeName", block.start, block.start + end, "dateline")
        when = iso_date(match["date"])
        yield flow.view.claim("date", block.start + match.start("date"), block.start + match.end("date"), "dateline",
                              (("when", when),) if when else ())


def _signatures(context: Context) -> Iterator[Span]:
    """A name alone under a dateline, set off by a dash, or below a text that place and day open."""
    flow, dated = context.flow, set[int]()
    for block in flow.blocks:
        if block.number in flow.taken and _dateline(flow.text(block)) and _ends_prose(flow, block):
            dated.add(block.number)
    talk = context.of_flow(_dashes_talk)
    for block in _single(flow):
        text, below = flow.text(block), block.number - 1 in dated
        dashed = text[0] in _DASHES and not talk
        match = _SIGNED.match(text) if len(block.lines) == 1 and (below or dashed) else None
        named = match and block.number and title_like(match["name"]) and (match["dash"] or is_name(match["name"]))
        if named or _signs_all(flow, block):
            yield flow.take(block, "signed", "signature")


def _dashes_talk(flow: Flow) -> bool:
    """Whether a dash opens what somebody says: more blocks begin with one than could be signatures."""
    dashed = [flow.text(block) for block in flow.blocks if flow.view.text[block.start] in _DASHES]
    named = sum(1 for text in dashed if _SIGNED.match(text))
    return len(dashed) - named >= _TALK and len(dashed) > 2 * named


def _signs_all(flow: Flow, block: Block) -> bool:
    """Whether the last block of a text that begins with place and day is a name in capitals, below a paragraph."""
    above = flow.at(block.number - 1)
    if block.number + 1 < len(flow.blocks) or above is None or above.end - above.start < 2 * _SHORT:
        return False
    text, first = flow.text(block), next((b for b in flow.blocks if b.number not in flow.heads), block)
    return (block.end - block.start <= _SHORT and text.isupper() and is_name(text) and first.number in flow.taken
            and _dateline(flow.text(first)) is not None)


def _ends_prose(flow: Flow, block: Block) -> bool:
    """Whether a paragraph or what closes one stands above a block, not a heading."""
    return block.number > 0 and block.number - 1 not in flow.heads


LETTER_FRAME = Convention(
    "letter-frame",
    "A salutation, a line of place and date, and a signature frame a letter or dispatch.",
    "Dear Comrades:\\n\\n…\\n\\nMoscow, March 20, 1929.\\n\\n— G. G.",
    (Rule("salute", "a short form of address alone on a line", "Dear Comrades:", _salutes),
     Rule("dateline", "a place and a date alone on a line", "Moscow, March 20, 1929.", _datelines),
     Rule("signature", "a name under a dateline, or after a dash", "— G. G.", _signatures)),
)


def _ended(context: Context) -> list[tuple[Block, Block]]:
    """Lines that take leave with a name below them, where the text or a part of it ends."""
    flow, found = context.flow, list[tuple[Block, Block]]()
    for block in flow.free():
        above, below = flow.at(block.number - 1), flow.at(block.number + 1)
        if above is None or above.number in flow.taken or len(block.lines) > 1 or block.end - block.start > _SHORT:
            continue
        text = flow.text(above)
        ended = below is None or below.number in flow.taken or _dateline(flow.text(below))
        if ended and is_name(flow.text(block)) and ((text[-1] == "," and takes_leave(text)) or is_formula(text)):
            found.append((above, block))
    return found


def _taken_leave(context: Context) -> Iterator[Span]:
    attrs = (("_frame", "closer"),)
    for above, block in context.of_free(_ended):
        yield context.flow.take(above, "salute", "leave-taking", attrs)
        yield context.flow.take(block, "signed", "leave-taking", attrs)


LEAVE_TAKINGS = Convention(
    "leave-takings",
    "A line that takes leave and a name below it close a text or a part of it, though nothing opens it as a letter.",
    "Yours truly,\\n\\nAnna Field",
    (Rule("leave-taking", "a line that takes leave, with a name below it", "Yours truly,\\n\\nAnna Field",
          _taken_leave),),
    lambda context: Score(0.8, "a leave-taking above a name") if context.of_free(_ended) else NO,
)
