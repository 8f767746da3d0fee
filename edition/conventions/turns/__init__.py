"""Who speaks in interviews, debates and transcripts."""

from edition.conventions.turns.labelled import TURNS

TRANSCRIPTS = (TURNS,)

__all__ = ["TRANSCRIPTS"]
