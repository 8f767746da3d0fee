"""Notes that stand at the foot of a page, under a rule."""

from __future__ import annotations

from collections.abc import Iterator

from edition.conventions.notes.making import note_attributes
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span, skin, whole

_SEPARATOR = regex(r"\n(?: {20,}|[ \t]*[_\-–—─]{8,}[ \t]*)(?=\n|\Z)")
_DRAWN = regex(r"[_\-–—─]+")
_MISSED = 30    # numbers of notes that pages between may have had without a rule
_LABEL = regex(r"(\d{1,3})[.)]?[ \t]+(?=\S)")


def _blocks(context: Context) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """(start of the separator line, end of the block, its lines) for each block of notes under a separator."""
    text, around = context.text, context.find("div")  # what is not the text's own
    rules = list(_SEPARATOR.finditer("\n" + text))
    # What is matched has one line end more before it: it begins where its line does. A block ends where another begins.
    begins = {span.start for span in around} | {rule.start() for rule in rules}
    for match in rules:
        start = match.start()
        if not _LABEL.match(text, match.end()) or any(span.start <= start < span.end for span in around):
            continue
        lines, at = list[tuple[int, int]](), match.end()
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if not text[at:end].strip() or "\f" in text[at:end] or at in begins:
                break
            lines.append((at, end))
            at = end + 1
        if lines:
            yield start, min(at, len(text)), lines


def _ruled_notes(context: Context) -> Iterator[Span]:
    text, last = context.text, 0
    for start, end, lines in _blocks(context):
        yield whole(start, end, "foot", "note-block")
        if rule := _DRAWN.match(text, start):
            yield skin(*rule.span(), "milestone", "note-block", (("unit", "rule"),))
        opened: tuple[int, int, str] | None = None
        for at, _ in [*lines, (end, end)]:
            label = _LABEL.match(text, at) if at < end else None
            # The next number, or a page that counts anew: a year or an amount at the start of a line is neither.
            first = range(1, last + _MISSED) if opened is None else range(last + 1, last + 2)
            begins = label and int(label[1]) in first
            if opened and (begins or at == end):
                yield _note(context, opened, at)
            if begins and label:
                last = int(label[1])
                opened = at, label.end(), label[1]


def _note(context: Context, opened: tuple[int, int, str], end: int) -> Span:
    start, content, label = opened
    while context.text[end - 1].isspace():
        end -= 1
    return Span(start, content, end, end, "note", "ruled-note", note_attributes(context, label, "bottom", start))


def _score_ruled(context: Context) -> Score:
    count = sum(1 for _ in _blocks(context))
    return Score(1.0, f"{counted(count, 'block')} of numbered lines under a rule") if count else NO


RULED_NOTES = Convention(
    "ruled-notes",
    "A rule (of blanks, dashes or underscores) opens the notes at a page's foot; each begins with its number.",
    "text1 goes on\\n____________\\n1 The note.",
    (Rule("note-block", "the notes at a page's foot, under their rule", "____________\\n1 The note.", lambda _: ()),
     Rule("ruled-note", "a numbered note under a rule", "____________\\n1 The note.", _ruled_notes),),
    _score_ruled,
)
