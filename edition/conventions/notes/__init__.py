"""Notes far from the place they speak of, and the calls that point to them."""

from edition.conventions.notes.bracketed import BRACKETED_NOTES
from edition.conventions.notes.feet import PAGE_NOTES
from edition.conventions.notes.linking import NOTE_CALLS
from edition.conventions.notes.markdown import MARKDOWN_NOTES
from edition.conventions.notes.ruled import RULED_NOTES
from edition.conventions.notes.runs import END_NOTES, NOTES_HEADINGS

NOTE_STAGES = (
    (RULED_NOTES, BRACKETED_NOTES),
    (PAGE_NOTES,),
    (MARKDOWN_NOTES,),
    (END_NOTES,),
    (NOTES_HEADINGS, NOTE_CALLS),
)

__all__ = ["NOTE_STAGES"]
