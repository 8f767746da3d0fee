"""Where pages end, and what stands at their ends without belonging to the text."""

from edition.conventions.pages.breaks import DUMPED_LINKS, FORM_FEEDS, PAGE_GAPS
from edition.conventions.pages.hyphens import HYPHENS

FURNITURE = (FORM_FEEDS, PAGE_GAPS, DUMPED_LINKS)

__all__ = ["FURNITURE", "HYPHENS"]
