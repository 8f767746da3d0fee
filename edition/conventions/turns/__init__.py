"""Who speaks in interviews, debates and transcripts."""

from edition.conventions.turns.interviews import BOLD_QUESTIONS
from edition.conventions.turns.labelled import LABELLED
from edition.conventions.turns.spoken import TRANSCRIPT
from edition.rules import Convention

TRANSCRIPTS: tuple[Convention, ...] = (TRANSCRIPT, BOLD_QUESTIONS)  # what is a record of talk as a whole
TURNS: tuple[Convention, ...] = (LABELLED,)          # turns among other prose

__all__ = ["TRANSCRIPTS", "TURNS"]
