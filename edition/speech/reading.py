"""The reading of a document's speech as a whole: claims, missing marks, persons, and whose the labelled turns are."""

from __future__ import annotations

from collections.abc import Iterator

from edition.rules import Context
from edition.speech.claims import Claims
from edition.speech.spoken import MissingMark, Spoken, missing, pointers
from edition.speech.study import Study
from edition.speech.turns import participants
from edition.tree import Span


class Reading(Study):
    """All that is known of the speech in one document."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.claims = Claims(self).run()
        self.reports: list[Spoken] | None = None  # what reported.py finds, once it was asked

    # -- what other stages ask ------------------------------------------------------------------------------------

    def missing(self) -> Iterator[MissingMark]:
        """The marks that are missing, in document order."""
        return missing(self.paragraphs)

    def persons(self) -> None:
        """Fill in the context's persons: those that @who and @toWhom point to."""
        self.context.persons |= participants(self.names, self.used)

    def labelled(self) -> dict[tuple[int, int], dict[str, str]]:
        """(start, end) of each labelled turn → its @who and @toWhom."""
        found: dict[tuple[int, int], dict[str, str]] = {}
        for place, who in self.turn_who.items():
            span = self.sp[place]
            found[span.start, span.end] = {"who": pointers(who)}
        for turn in self.turns:
            if turn.labelled and turn.voice and turn.voice.to and turn.paragraph.turn in self.sp:
                span = self.sp[turn.paragraph.turn]
                found[span.start, span.end]["toWhom"] = pointers(turn.voice.to)
        return found


def reading(context: Context) -> Reading:
    """The reading of a context's speech; made once, and kept with the context."""
    made = vars(context).get("_speech")
    if not isinstance(made, Reading):
        made = Reading(context)
        made.persons()
        vars(context)["_speech"] = made
    return made


def missing_marks(context: Context) -> list[MissingMark]:
    """The quotation marks the printer left out, in document order, each with the evidence for its place."""
    return sorted(reading(context).missing(), key=lambda mark: mark.offset)


def assign_turns(context: Context) -> list[Span]:
    """The context's spans with @who (and, between two, @toWhom) on every labelled turn whose label was understood."""
    found = reading(context).labelled()
    return [
        span.having(**found[span.start, span.end]) if span.kind == "sp" and (span.start, span.end) in found else span
        for span in context.spans
    ]


__all__ = ["MissingMark", "Reading", "Spoken", "assign_turns", "missing_marks", "reading"]
