"""What the makers of plain text write into it: Markdown, Project Gutenberg, vision models."""

from edition.conventions.formats.brackets import ILLUSTRATIONS, OTHER_ALPHABETS, PROOFREADERS_MARKS, SIDENOTES
from edition.conventions.formats.breaks import THOUGHT_BREAKS
from edition.conventions.formats.emphasis import TYPED_EMPHASIS
from edition.conventions.formats.gutenberg import BOILERPLATE
from edition.conventions.formats.markdown import EMPHASIS, ESCAPES
from edition.rules import Convention

# What is a block by its format, before anything else looks at the text.
FORMATS: tuple[Convention, ...] = (ILLUSTRATIONS, SIDENOTES, PROOFREADERS_MARKS, THOUGHT_BREAKS)
PHRASES = (OTHER_ALPHABETS, TYPED_EMPHASIS, EMPHASIS, ESCAPES)

__all__ = ["BOILERPLATE", "FORMATS", "PHRASES"]
