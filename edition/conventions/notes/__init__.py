"""Notes far from the place they speak of, and the calls that point to them."""

from edition.conventions.notes.feet import PAGE_NOTES
from edition.conventions.notes.linking import NOTE_CALLS
from edition.conventions.notes.ruled import RULED_NOTES

NOTE_STAGES = ((RULED_NOTES,), (PAGE_NOTES,), (NOTE_CALLS,))

__all__ = ["NOTE_STAGES"]
