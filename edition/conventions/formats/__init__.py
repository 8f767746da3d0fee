"""What the makers of plain text write into it: Markdown, Project Gutenberg, vision models."""

from edition.conventions.formats.markdown import EMPHASIS, ESCAPES
from edition.rules import Convention

FORMATS: tuple[Convention, ...] = ()  # what is a block by its format, before anything else looks at the text
PHRASES = (EMPHASIS, ESCAPES)

__all__ = ["FORMATS", "PHRASES"]
