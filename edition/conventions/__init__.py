"""The habits of sources that are recognised, stage by stage: the whole program of reading on one page.

The rules of one stage do not see one another's claims; within a stage the earlier convention takes a block first.
"""

from edition.conventions.articles import CREDITS, NOTICES
from edition.conventions.control import CONTROL
from edition.conventions.footnotes import GLUED_CALLS, RULED_NOTES
from edition.conventions.headings import ARTICLE_OPENING, CROSSHEADS, MARKDOWN_HEADINGS, NUMERAL_HEADINGS
from edition.conventions.hyphens import HYPHENS
from edition.conventions.letters import LETTER_FRAME
from edition.conventions.markdown import EMPHASIS, ESCAPES
from edition.conventions.pages import DUMPED_LINKS, FORM_FEEDS, PAGE_GAPS
from edition.conventions.paragraphs import DECIDED, PARAGRAPHS, UNRECOGNISED
from edition.conventions.speech import CONVENTIONS as SPEECH
from edition.conventions.structure import STRUCTURE
from edition.conventions.turns import TURNS
from edition.conventions.typography import CORRECTION_STAGES
from edition.rules import Convention

__all__ = ["SPEECH", "STAGES"]

STAGES: tuple[tuple[Convention, ...], ...] = (
    (CONTROL, FORM_FEEDS, PAGE_GAPS, DUMPED_LINKS, RULED_NOTES),
    (HYPHENS,),
    (DECIDED, MARKDOWN_HEADINGS, NUMERAL_HEADINGS, ARTICLE_OPENING, LETTER_FRAME, TURNS, CREDITS, NOTICES, CROSSHEADS,
     PARAGRAPHS),
    (UNRECOGNISED,),
    (STRUCTURE,),
    (EMPHASIS, ESCAPES, GLUED_CALLS),
    SPEECH,
    *CORRECTION_STAGES,
)
