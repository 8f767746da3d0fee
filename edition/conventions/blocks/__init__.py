"""The blocks of prose: headings, frames of letters, openings of articles, paragraphs, and the divisions they make."""

from edition.conventions.blocks.articles import CREDITS, NOTICES
from edition.conventions.blocks.divisions import STRUCTURE
from edition.conventions.blocks.headings import ARTICLE_OPENING, CROSSHEADS, MARKDOWN_HEADINGS, NUMERAL_HEADINGS
from edition.conventions.blocks.letters import LETTER_FRAME
from edition.conventions.blocks.paragraphs import DECIDED, PARAGRAPHS, UNRECOGNISED
from edition.conventions.blocks.quotations import BLOCK_QUOTATIONS
from edition.conventions.blocks.verse import VERSE

__all__ = ["ARTICLE_OPENING", "BLOCK_QUOTATIONS", "CREDITS", "CROSSHEADS", "DECIDED", "LETTER_FRAME",
           "MARKDOWN_HEADINGS", "NOTICES", "NUMERAL_HEADINGS", "PARAGRAPHS", "STRUCTURE", "UNRECOGNISED", "VERSE"]
