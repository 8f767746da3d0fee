"""Where pages end, and what stands at their ends without belonging to the text."""

from edition.conventions.pages.breaks import (
    DUMPED_LINKS,
    FORM_FEEDS,
    HEADED_FOLIOS,
    LONE_FOLIOS,
    PAGE_FURNITURE,
    PAGE_GAPS,
    PAGE_MARKS,
    PAGE_RULES,
    REPEATED_HEADS,
    TURNED_PAGES,
)
from edition.conventions.pages.hyphens import HYPHENS
from edition.conventions.pages.margins import MARGIN_NUMBERS

FURNITURE = (FORM_FEEDS, PAGE_MARKS, PAGE_RULES, LONE_FOLIOS, HEADED_FOLIOS, TURNED_PAGES,
             REPEATED_HEADS, PAGE_FURNITURE, PAGE_GAPS, DUMPED_LINKS)

__all__ = ["FURNITURE", "HYPHENS", "MARGIN_NUMBERS"]
