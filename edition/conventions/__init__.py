"""The habits of sources that are recognised, stage by stage: the whole program of reading on one page.

The rules of one stage do not see one another's claims; within a stage the earlier convention takes a block first.
"""

from edition.conventions.blocks import (
    ARGUMENTS,
    BLOCK_QUOTATIONS,
    CONTENTS,
    GLOSSES,
    HEADINGS,
    INDEXES,
    LISTS,
    MOTTOES,
    OPENINGS,
    PARAGRAPHS,
    REFERENCES,
    STRUCTURE,
    TITLE_PAGES,
    UNRECOGNISED,
    VERSE,
)
from edition.conventions.control import CONTROL
from edition.conventions.corrections import CORRECTION_STAGES
from edition.conventions.decided import DECIDED, DECIDED_FURNITURE
from edition.conventions.drama import DRAMA
from edition.conventions.formats import BOILERPLATE, FORMATS, FRONT_MATTER, LATEX_NOTES, OWN_PLAIN_TEXT, PHRASES
from edition.conventions.names import REGISTERED
from edition.conventions.notes import NOTE_STAGES
from edition.conventions.pages import FURNITURE, HYPHENS, MARGIN_NUMBERS
from edition.conventions.press import PRESS
from edition.conventions.speech import CONVENTIONS as SPEECH
from edition.conventions.turns import TRANSCRIPTS, TURNS
from edition.rules import Convention

__all__ = ["DIVISIONS", "NAMES", "ROOMS", "SPEECH", "STAGES"]

DIVISIONS = (STRUCTURE,)
NAMES = (REGISTERED,)
STAGES: tuple[tuple[Convention, ...], ...] = (
    (CONTROL, BOILERPLATE, OWN_PLAIN_TEXT, FRONT_MATTER, LATEX_NOTES),
    (DECIDED_FURNITURE, MARGIN_NUMBERS, *FURNITURE),
    *NOTE_STAGES,
    (HYPHENS,),
    (DECIDED,),
    FORMATS,
    DRAMA,
    TRANSCRIPTS,
    (TITLE_PAGES,),
    (CONTENTS, INDEXES, REFERENCES, GLOSSES, LISTS),
    (MOTTOES, ARGUMENTS),
    (VERSE,),
    (BLOCK_QUOTATIONS,),
    (*HEADINGS, *PRESS, *OPENINGS, *TURNS, *PARAGRAPHS),
    (UNRECOGNISED,),
    DIVISIONS,
    PHRASES,
    SPEECH,
    *CORRECTION_STAGES,
    NAMES,
)

# What the conventions are about, in the order in which people are told of them.
ROOMS: dict[str, tuple[Convention, ...]] = {
    "pages": (CONTROL, MARGIN_NUMBERS, *FURNITURE, HYPHENS),
    "notes": tuple(convention for stage in NOTE_STAGES for convention in stage),
    "formats": (BOILERPLATE, OWN_PLAIN_TEXT, FRONT_MATTER, LATEX_NOTES, *FORMATS, *PHRASES),
    "plays": DRAMA,
    "turns": (*TRANSCRIPTS, *TURNS),
    "newspapers": PRESS,
    "blocks": (TITLE_PAGES, *HEADINGS, *OPENINGS, MOTTOES, ARGUMENTS, VERSE, BLOCK_QUOTATIONS, CONTENTS, INDEXES,
               REFERENCES, GLOSSES, LISTS, *PARAGRAPHS, UNRECOGNISED, STRUCTURE),
    "speech": SPEECH,
    "corrections": tuple(convention for stage in CORRECTION_STAGES for convention in stage),
    "names": NAMES,
    "an editor's decisions": (DECIDED_FURNITURE, DECIDED),
}
