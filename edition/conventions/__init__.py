"""The habits of sources that are recognised, stage by stage: the whole program of reading on one page.

The rules of one stage do not see one another's claims; within a stage the earlier convention takes a block first.
"""

from edition.conventions.blocks import (
    BLOCK_QUOTATIONS,
    DECIDED,
    HEADINGS,
    LISTS,
    OPENINGS,
    PARAGRAPHS,
    STRUCTURE,
    UNRECOGNISED,
    VERSE,
)
from edition.conventions.control import CONTROL
from edition.conventions.corrections import CORRECTION_STAGES
from edition.conventions.drama import DRAMA
from edition.conventions.formats import BOILERPLATE, FORMATS, PHRASES
from edition.conventions.notes import NOTE_STAGES
from edition.conventions.pages import FURNITURE, HYPHENS
from edition.conventions.press import PRESS
from edition.conventions.speech import CONVENTIONS as SPEECH
from edition.conventions.turns import TRANSCRIPTS, TURNS
from edition.rules import Convention

__all__ = ["SPEECH", "STAGES"]

STAGES: tuple[tuple[Convention, ...], ...] = (
    (BOILERPLATE,),
    (CONTROL, *FURNITURE),
    *NOTE_STAGES,
    (HYPHENS,),
    (DECIDED,),
    FORMATS,
    DRAMA,
    TRANSCRIPTS,
    (LISTS,),
    (VERSE,),
    (BLOCK_QUOTATIONS,),
    (*HEADINGS, *PRESS, *OPENINGS, *TURNS, *PARAGRAPHS),
    (UNRECOGNISED,),
    (STRUCTURE,),
    PHRASES,
    SPEECH,
    *CORRECTION_STAGES,
)
