"""The blocks of prose: headings, frames of letters, openings of articles, paragraphs, and the divisions they make."""

from edition.conventions.blocks.addressed import LETTER_HEADINGS
from edition.conventions.blocks.arguments import ARGUMENTS
from edition.conventions.blocks.articles import CREDITS, NOTICES
from edition.conventions.blocks.bylines import BYLINES, TOLD_AUTHORS
from edition.conventions.blocks.chapters import NAMED_HEADINGS
from edition.conventions.blocks.contents import CONTENTS
from edition.conventions.blocks.correspondence import LETTERS
from edition.conventions.blocks.diaries import DIARIES
from edition.conventions.blocks.display import DISPLAY_HEADINGS
from edition.conventions.blocks.divisions import STRUCTURE
from edition.conventions.blocks.endings import SET_RIGHT, TRAILERS
from edition.conventions.blocks.entries import DAY_ENTRIES
from edition.conventions.blocks.glosses import GLOSSES
from edition.conventions.blocks.headings import ARTICLE_OPENING, CROSSHEADS, MARKDOWN_HEADINGS, UNDERLINED_HEADINGS
from edition.conventions.blocks.indexes import INDEXES
from edition.conventions.blocks.letters import LEAVE_TAKINGS, LETTER_FRAME
from edition.conventions.blocks.lists import LISTS
from edition.conventions.blocks.mottoes import MOTTOES
from edition.conventions.blocks.numbered import NUMBERED_HEADINGS, NUMERAL_HEADINGS
from edition.conventions.blocks.paragraphs import REMAINING, UNRECOGNISED
from edition.conventions.blocks.plain import PLAIN_HEADINGS
from edition.conventions.blocks.quotations import BLOCK_QUOTATIONS
from edition.conventions.blocks.references import REFERENCES
from edition.conventions.blocks.signed import SIGNED_PIECES
from edition.conventions.blocks.titlepages import TITLE_PAGES
from edition.conventions.blocks.verse import VERSE

# What says of itself that it is a heading, what opens an article; then the turns of speakers; then what is left.
HEADINGS = (MARKDOWN_HEADINGS, LETTER_HEADINGS, DIARIES, DAY_ENTRIES, NAMED_HEADINGS, NUMERAL_HEADINGS,
            UNDERLINED_HEADINGS, TOLD_AUTHORS)
OPENINGS = (ARTICLE_OPENING, LETTER_FRAME)
PARAGRAPHS = (TRAILERS, SIGNED_PIECES, NUMBERED_HEADINGS, DISPLAY_HEADINGS, BYLINES, LETTERS, LEAVE_TAKINGS,
              SET_RIGHT, CREDITS, NOTICES, PLAIN_HEADINGS, CROSSHEADS, REMAINING)

__all__ = ["ARGUMENTS", "BLOCK_QUOTATIONS", "CONTENTS", "GLOSSES", "HEADINGS", "INDEXES", "LISTS", "MOTTOES",
           "OPENINGS", "PARAGRAPHS", "REFERENCES", "STRUCTURE", "TITLE_PAGES", "UNRECOGNISED", "VERSE"]
