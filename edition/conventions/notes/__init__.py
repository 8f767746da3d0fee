"""Notes far from the place they speak of, and the calls that point to them."""

from edition.conventions.notes.glued import GLUED_CALLS
from edition.conventions.notes.ruled import RULED_NOTES

NOTES = (RULED_NOTES,)
CALLS = (GLUED_CALLS,)

__all__ = ["CALLS", "NOTES"]
