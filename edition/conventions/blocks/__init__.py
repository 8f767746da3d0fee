"""The blocks of prose: headings, frames of letters, openings of articles, paragraphs, and the divisions they make."""

from edition.conventions.blocks.articles import CREDITS, NOTICES
from edition.conventions.blocks.chapters import NAMED_HEADINGS
from edition.conventions.blocks.display import DISPLAY_HEADINGS
from edition.conventions.blocks.divisions import STRUCTURE
from edition.conventions.blocks.headings import ARTICLE_OPENING, CROSSHEADS, MARKDOWN_HEADINGS, NUMERAL_HEADINGS
from edition.conventions.blocks.letters import LETTER_FRAME
from edition.conventions.blocks.lists import LISTS
from edition.conventions.blocks.paragraphs import REMAINING, UNRECOGNISED
from edition.conventions.blocks.quotations import BLOCK_QUOTATIONS
from edition.conventions.blocks.verse import VERSE

# What says of itself that it is a heading, what opens an article or frames a letter; then the turns of speakers; then
# what is left.
HEADINGS = (MARKDOWN_HEADINGS, NAMED_HEADINGS, NUMERAL_HEADINGS)
OPENINGS = (ARTICLE_OPENING, LETTER_FRAME)
PARAGRAPHS = (DISPLAY_HEADINGS, CREDITS, NOTICES, CROSSHEADS, REMAINING)

__all__ = ["BLOCK_QUOTATIONS", "HEADINGS", "LISTS", "OPENINGS", "PARAGRAPHS", "STRUCTURE", "UNRECOGNISED",
           "VERSE"]
