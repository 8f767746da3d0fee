"""What frames a recorded talk: its title, who takes part, the marks of its tapes and sessions, and its close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.flow import Block, Flow, title_like
from edition.layout import ends_sentence
from edition.regex import regex
from edition.speech.offices import words_of
from edition.tree import Span

MARKS = "transcript-tape"
FRAME = "transcript-frame"
_TITLE = 200   # characters
_MARK = 90     # characters of a tape mark
_FIELD = 120   # characters of a line that tells who took part, or where
_LINE = 60     # characters of a line of a title page
_FEW = 4       # speakers of an interview
_FRONT = 40    # blocks before the first turn
# What is recorded, on what, and the words with which its parts are marked; a mark holds no other words.
_RECORDED = words_of("""
tape tapes side cassette reel disc disk recording audio video track file session interview transcript transcription
cinta casete cara grabación entrevista sesión band kassette seite aufnahme gespräch gesprächs interviews bande face
enregistrement entretien séance nastro lato registrazione intervista fita lado gravação
""")
_PARTS = words_of("""
begin begins beginning start starts end ends continuation continued continues resumed of the on and to part no number
first second third one two three four five six i ii iii iv v vi vii viii a b c d
inicio comienzo fin final de la del el y anfang beginn ende der des von und début du et inizio fine della di e início da
do
""")
_SITTINGS = words_of("""
session interview sesión entrevista sitzung gespräch séance entretien intervista chapter part kapitel teil chapitre
partie capítulo capitolo parte
""")
_ENDS = words_of("end ends fin final ende fine")
_WORD = regex(r"[^\W\d_]+")
_PART = regex(r"(?P<word>[^\W\d_]+) (?:No\. ?)?(?:\d{1,2}|[IVX]{1,5}|one|two|three|four|five|six)\b", re.I)
_BY = regex(
    r"(?:(?:an? )?(?:interview(?:ed)?|conducted|recorded|transcribed|edited|translated) )?(?:and \w+ )?by [A-Z]"
    r"|(?:recorded|interviewed|conducted|transcribed) "
    r"|(?:realizada|realizado|transcrita) por |(?:geführt|aufgezeichnet) von |(?:réalisé|recueilli)s? par ", re.I)
_TALK = regex(
    r"(?:transcript|minutes|proceedings) of |(?:an? |the )?(?:oral history )?interview (?:with|of) |conversation with "
    r"|entrevista (?:con|a|com) |interview mit |gespräch mit |entretien avec |intervista (?:a|con) "
    r"|vraaggesprek met ", re.I)
_EXAMINER = regex(r"by (?:mr|mrs|ms|miss|dr|senator|judge|the)\b[^\n:]{1,40}:\Z", re.I)
_LABELLED = regex(r"[*_]{0,2}[A-ZÀ-Þ][^:\n]{1,40}:[*_]{0,2}(?:[ \t]|\Z)")


def tape_mark(text: str) -> bool:
    """Whether a text is nothing but the mark of a tape, a side, a session: `Tape 1, Side B`, `END OF INTERVIEW`."""
    if len(text) > _MARK:
        return False
    words = _WORD.findall(text.lower())
    return bool(words) and any(word in _RECORDED for word in words) and all(
        word in _RECORDED or word in _PARTS for word in words) and (len(words) > 1 or any(c.isdigit() for c in text))


def ends_talk(text: str) -> bool:
    """Whether a mark says that a talk ends."""
    return tape_mark(text) and not _ENDS.isdisjoint(_WORD.findall(text.lower()))


def opens_session(text: str) -> bool:
    """Whether a line opens a session: `Session 2, June 11, 1978`."""
    match = _PART.match(text.lstrip("*_# "))
    return (match is not None and match["word"].lower() in _SITTINGS and len(text) < _MARK and "\n" not in text
            and not ends_sentence(text))


def names_examiner(text: str) -> bool:
    """Whether a line says who asks from here on: `BY MR. ALDER:`."""
    return bool(_EXAMINER.match(text))


def titled_lines(flow: Flow, first: int, speakers: int) -> set[int]:
    """The short lines in title case without a point that may head a part of an interview, where two or more do.

    Where more than a few speak, the headings of debates are known by other signs.
    """
    if speakers > _FEW:
        return set()
    found = {block.number for block in flow.blocks[first + 1:] if len(block.lines) == 1
             and _like_title(flow.text(block)) and _after_sentence(flow, block)}
    return found if len(found) > 1 else set()


def _like_title(text: str) -> bool:
    return 3 < len(text) < 70 and text[0].isupper() and text[-1].isalnum() and ":" not in text and title_like(text)


def _after_sentence(flow: Flow, block: Block) -> bool:
    above = flow.at(block.number - 1)
    return above is not None and (ends_sentence(flow.text(above)) or flow.text(above).endswith(("]", ")")))


def front(flow: Flow, first: int) -> Iterator[Span]:
    """The claims of what stands before the first turn: a title, who speaks it down, and lines that tell who takes part.

    What is none of these is left to others.
    """
    if first > _FRONT:
        return
    above, within = "", False
    for block in flow.blocks[:first]:
        if block.number not in flow.taken:
            claims = list(_fronting(flow, block, above, within))
            above = claims[0].kind if claims else ""
            within = within or flow.text(block).endswith(":") or above == "list"
            yield from claims


def _fronting(flow: Flow, block: Block, above: str, within: bool) -> Iterator[Span]:
    """The claims of one block before the first turn.

    `above`: what the block above it became, "" where nothing. `within`: whether lists of names have begun.
    """
    text = flow.text(block)
    if text[0] == "#" or tape_mark(text):
        return  # a heading of Markdown, or what the turns' own rule marks
    if _tells_who(flow, block):
        yield from _listed(flow, block)
    elif _is_title(text) if block.number == 0 else _of_talk(text):
        yield flow.take(block, "head", FRAME, (("_level", "1"),))
    elif len(block.lines) > 1 and _set_out(flow, block):
        yield from _by_line(flow, block)
    elif len(block.lines) == 1 and len(text) < _FIELD and text[-1] != ":":
        if _BY.match(text):
            yield flow.take(block, "byline" if above == "head" else "p", FRAME)
        elif _LABELLED.match(text) or (within and not text.isupper() and title_like(text)):
            yield flow.take(block, "p", FRAME)


def _set_out(flow: Flow, block: Block) -> bool:
    """Whether the lines of a block are each for itself: short ones that end no sentence, as on a title page."""
    texts = [flow.view.text[line.start:line.end] for line in block.lines]
    return len(texts) < 8 and all(len(text) < _LINE and text[0].isalnum() and text[-1].isalnum()
                                  and (not text[0].islower() or _BY.match(text)) for text in texts)


def _by_line(flow: Flow, block: Block) -> Iterator[Span]:
    """The lines of a block one by one: the first of a text may be its title."""
    flow.taken.add(block.number)
    for place, line in enumerate(block.lines):
        titled = block.number == place == 0 and _is_title(flow.view.text[line.start:line.end])
        kind, attrs = ("head", (("_level", "1"),)) if titled else ("p", ())
        yield flow.view.claim(kind, line.start, line.end, FRAME, attrs)


def _is_title(text: str) -> bool:
    """Whether a first line is a title: words in title case, or one that says what was recorded."""
    words = text.split()
    if len(text) > _TITLE or len(words) < 2 or "\n" in text or ends_sentence(text) or _LABELLED.match(text):
        return False
    return text[0] not in "([*_#" and not _BY.match(text) and (
        title_like(text) or not _RECORDED.isdisjoint(text.lower().split()))


def _of_talk(text: str) -> bool:
    """Whether a line, or two, are the title of a talk by their first words: `Transcript of the Second Meeting`."""
    return len(text) < _TITLE and text.count("\n") < 2 and bool(_TALK.match(text)) and not (
        ends_sentence(text) or _BY.match(text))


def _tells_who(flow: Flow, block: Block) -> bool:
    """Whether all lines of a block are fields, or short lines below one that ends in a colon."""
    texts = [flow.view.text[line.start:line.end] for line in block.lines]
    if len(texts) < 2 or any(len(text) > _FIELD for text in texts):
        return False
    if all(_LABELLED.match(text) for text in texts):
        return True
    return texts[0].endswith(":") and not any(ends_sentence(text) for text in texts[1:])


def _listed(flow: Flow, block: Block) -> Iterator[Span]:
    """The lines of a block as the items of a list; a first line that ends in a colon stands above them."""
    flow.taken.add(block.number)
    lines = list(block.lines)
    if flow.view.text[lines[0].end - 1] == ":":
        yield flow.view.claim("p", lines[0].start, lines[0].end, FRAME)
        del lines[0]
    yield flow.view.claim("list", lines[0].start, lines[-1].end, FRAME)
    for line in lines:
        yield flow.view.claim("item", line.start, line.end, FRAME)
