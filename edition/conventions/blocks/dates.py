"""Lines of place and date, as letters and dispatches have them, in several languages and ways of writing a date."""

from __future__ import annotations

import re

from edition.regex import regex

# The beginnings of the names of months; writers shorten and misspell what follows.
_MONTHS = ("jan|jän|jen|gen|ene|янв|feb|fév|fev|hor|фев|mar|mär|mrz|mrt|март|apr|avr|abr|апр|mai|may|mag|mei|мая|май|"
           "jun|jui|giu|июн|jul|lug|июл|aug|ago|aoû|aou|авг|sep|set|сен|oct|okt|out|otu|ott|окт|nov|нояб|dec|dez|déc|"
           "dic|dis|дек")
_MONTH = rf"(?<![^\W\d_])(?:{_MONTHS})[^\W\d_]{{0,7}}\.?"
_YEAR = r"(?:’|')?(?:1[4-9]\d\d|20\d\d|\d\d\b|9\d\d\b)"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th|d|ſt|er|º|ª)?\.?)"
_OF = r"(?:\s+(?:of|de|di|del))?"
_DATE = (rf"(?:{_DAY}{_OF}\s+{_MONTH}(?:,?{_OF}\s*{_YEAR})?"               # 5. August 1929, 20 de enero de 1940
         rf"|{_MONTH}\s+(?:the\s+)?{_DAY}(?:,?{_OF}\s*{_YEAR})?"            # March 20th, 1929
         rf"|{_MONTH},?{_OF}\s+{_YEAR}"                                    # April 1796
         rf"|\d{{1,2}}\s*[./]+\s*(?:\d{{1,2}}|[IVX]{{1,4}})(?:\s*[./]*\s*{_YEAR})?"  # 23. 7. 1917, 26./VII. 07, 7/III
         rf"|\d{{1,2}}\.?\s+[IVX]{{1,4}}\b\.?(?:\s+{_YEAR})?)")             # 12 VIII
_LINE = regex(rf"(?P<place>[^!?]{{0,70}}?)(?P<date>{_DATE})(?P<tail>\s*[.,;)\]]*(?:\s+[A-ZÀ-Þ][\w .]{{0,25}})?)\Z",
              re.I | re.S)
_END = regex(rf"(?:\A|[\s,(]){_DATE}\s*[.,;)\]]*\Z", re.I)
_YEARLY = regex(r"[^!?\d]{0,60}\b1[4-9]\d\d\s*\.?\Z")
_JOINING = regex(r"[\s,.;:(\[–—-]*(?:(?:am|den|ce|le|the|el|a|il|li|on|at|in|à|dated?)\s+)*\Z", re.I)
_WORDS = 8


def dateline(text: str) -> re.Match[str] | None:
    """A line that is a date, with or without a place before it: "Wien, 23. 7. 1917", "New-York, 26th March, 1798"."""
    match = _LINE.match(text) if len(text) < 120 and any(map(str.isdigit, text)) else None
    return match if match and _is_place(match["place"]) else None


def dated(text: str) -> bool:
    """Whether a short line ends in a date, whatever comes before: "At a Meeting of the Society, July 4th, 1797"."""
    return len(text) < 160 and bool(_END.search(text[-40:]))


def yearly(text: str) -> bool:
    """A short line that ends in a year, whatever comes before: "Rom, Ostern 1840"."""
    return bool(_YEARLY.match(text)) and len(text.split()) <= _WORDS


def _is_place(text: str) -> bool:
    """Whether what stands before a date can be a place: few words that begin with capitals or are small."""
    joining = _JOINING.search(text)
    words = (text[:joining.start()] if joining else text).split()
    return len(words) <= _WORDS and sum(word[0].islower() for word in words) <= max(1, len(words) // 2)
