"""What the makers of plain text write into it: Markdown, Project Gutenberg, vision models."""

from edition.conventions.formats.markdown import EMPHASIS, ESCAPES

PHRASES = (EMPHASIS, ESCAPES)

__all__ = ["PHRASES"]
