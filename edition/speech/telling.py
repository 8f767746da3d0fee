"""Which paragraphs tell of speech: where a text is long, its names and who acts are asked of them only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.regex import regex
from edition.speech.inquit import colons
from edition.speech.language import Language
from edition.speech.marks import SPEAKING, Habit, Quoted
from edition.speech.paragraphs import Paragraph

BACK = 10  # paragraphs back in which someone is still present
_SHORT = 200_000  # characters: so short a text is asked as a whole, for it names a person seldom
_SINGLE = regex(r"'(?<![^\W_].)(?=\S)")  # a mark that may open speech, and is no apostrophe within a word
_DASH = regex(r"\s*(?:[—–―]|--)")


class Telling(NamedTuple):
    """`paragraphs`: those that may hold speech; `rest`: the words of all others, each paragraph a line."""

    paragraphs: Sequence[Paragraph]
    rest: str


def telling(paragraphs: list[Paragraph], whole: str, how: Habit, language: Language) -> Telling:
    """The paragraphs with marks of speech, with labels, or with words behind a verb of saying and a colon."""
    if len(whole) <= _SHORT:
        return Telling(paragraphs, "")
    marks = [mark for mark in SPEAKING if mark in whole]
    found, rest = list[Paragraph](), list[str]()
    for paragraph in paragraphs:
        text = paragraph.text
        if paragraph.turn >= 0 or _marked(text, marks) or (how.dash and _DASH.match(text)) or _said(text, language):
            found.append(paragraph)
        else:
            rest.append(text)
    return Telling(found, "\n ".join(["", *rest]))


def _marked(text: str, marks: list[str]) -> bool:
    return any(mark in text for mark in marks) or ("'" in text and _SINGLE.search(text) is not None)


def _said(text: str, language: Language) -> bool:
    return ": " in text and any(True for _ in colons(text, language))


def around(told: Telling, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs that tell of speech, and those before them to which one must look back to know who speaks."""
    if not told.rest:
        return paragraphs
    places = {paragraph.place for paragraph in told.paragraphs}
    for paragraph in told.paragraphs:
        if any(map(_unnamed, paragraph.quotes)):
            places.update(range(max(0, paragraph.place - BACK + 1), paragraph.place))
    return [paragraphs[place] for place in sorted(places)]


def _unnamed(quoted: Quoted) -> bool:
    """Whether neither a name nor a noun beside a speech says who speaks."""
    if quoted.kind != "said" or quoted.why == "goes-on":
        return False
    subject = quoted.inquit.subject if quoted.inquit else None
    return subject is None or subject.sort not in ("names", "noun")
