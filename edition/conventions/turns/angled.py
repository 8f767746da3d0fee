"""Names between angle brackets, as chats print them and some transcripts: `[14:02] <anna> hello`."""

from __future__ import annotations

from edition.conventions.turns.labels import LONGEST, TIME, Label, key
from edition.regex import regex
from edition.speech.offices import words_of

_ANGLED = regex(rf"(?:{TIME}[ \t]*)?<[@+%&~ ]?(?P<name>[^\W\d_](?:[\w.’'^|-]| (?=\w)){{1,30}})>:?(?=[ \t]+\S|\Z)")
_BEGIN = frozenset("<[(0123456789")
# Elements of HTML, which are no names.
_ELEMENTS = words_of("""
br hr li ul ol td tr th em div pre sub sup big center code body head html span small table strong title blockquote
""")


def angled(text: str, start: int, end: int) -> Label | None:
    """The label in angle brackets with which text[start:end], a line, begins; a time may stand before it."""
    match = _ANGLED.match(text, start, min(end, start + LONGEST)) if text[start] in _BEGIN else None
    if match is None or match["name"].lower() in _ELEMENTS:
        return None
    return Label(start, match.end(), match["name"], "", "angle", "numbered", key(match["name"]), False,
                 text[start] != "<", match.end() == end)
