"""What the makers of plain text write into it: Markdown, Project Gutenberg, vision models."""

from edition.conventions.formats.brackets import ILLUSTRATIONS, OTHER_ALPHABETS, PROOFREADERS_MARKS, SIDENOTES
from edition.conventions.formats.breaks import THOUGHT_BREAKS
from edition.conventions.formats.changes import CHANGES, INSERTIONS, OVERTYPING
from edition.conventions.formats.columns import TYPED_TABLES
from edition.conventions.formats.drawn import DRAWN_TABLES
from edition.conventions.formats.emphasis import TYPED_EMPHASIS
from edition.conventions.formats.fences import KEPT_LINES
from edition.conventions.formats.frontmatter import FRONT_MATTER
from edition.conventions.formats.gutenberg import BOILERPLATE
from edition.conventions.formats.hands import HANDS, MARGINS
from edition.conventions.formats.htmlblocks import HTML_BLOCKS
from edition.conventions.formats.htmltables import HTML_TABLES
from edition.conventions.formats.latex import LATEX_BLOCKS, LATEX_NOTES
from edition.conventions.formats.markdown import EMPHASIS, ESCAPES, LINKS, PICTURES
from edition.conventions.formats.ownplain import OWN_PLAIN_TEXT
from edition.conventions.formats.quoted import MARKDOWN_QUOTATIONS
from edition.conventions.formats.tables import MARKDOWN_TABLES
from edition.conventions.formats.tags import LATEX, REMARKS, TAGS
from edition.conventions.formats.underlines import UNDERLINES
from edition.conventions.formats.underscored import UNDERSCORED_WORDS
from edition.rules import Convention

# What is a block by its format, before anything else looks at the text.
FORMATS: tuple[Convention, ...] = (KEPT_LINES, ILLUSTRATIONS, SIDENOTES, MARGINS, PROOFREADERS_MARKS, REMARKS, PICTURES,
                                   MARKDOWN_TABLES, DRAWN_TABLES, HTML_TABLES, HTML_BLOCKS, LATEX_BLOCKS,
                                   TYPED_TABLES, MARKDOWN_QUOTATIONS, UNDERSCORED_WORDS, UNDERLINES, THOUGHT_BREAKS)
PHRASES = (HANDS, CHANGES, INSERTIONS, OVERTYPING, OTHER_ALPHABETS, TYPED_EMPHASIS, EMPHASIS, LINKS, TAGS, LATEX,
           ESCAPES)

__all__ = ["BOILERPLATE", "FORMATS", "FRONT_MATTER", "LATEX_NOTES", "OWN_PLAIN_TEXT", "PHRASES"]
