"""Dates as they are printed: the names of months in several languages, and dates of day, month and year as ISO 8601."""

from __future__ import annotations

import re

from edition.regex import regex

# English, German, French, Spanish, Italian, Dutch, Portuguese; a name may be cut short before a full stop.
_NAMES = (
    "january jan januar jänner janvier enero gennaio januari janeiro",
    "february feb februar feber février févr fév febrero febbraio februari fevereiro",
    "march mar märz maerz mars marzo maart março",
    "april apr avril avr abril aprile",
    "may mai mayo maggio mei maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet juil julio luglio julho",
    "august aug août aout agosto augustus",
    "september sept sep septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dicembre dezembro",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_WORDS = sorted(MONTHS, key=len, reverse=True)
MONTH = rf"(?:{'|'.join(_WORDS)})\b\.?"
_SMALL = r"(?:st|nd|rd|th|d|er|ère|[ªº.°])?"
_OF = r"(?:\s+(?:of|de|di))?"
_YEAR = r"(?:,?\s*(?:anno\s+)?(?P<year>[12]\d{3}))"
DAY_MONTH = (rf"(?:{MONTH}\s+(?:the\s+)?\d{{1,2}}{_SMALL}|\d{{1,2}}{_SMALL}{_OF}\s+{MONTH}{_OF}"
             rf"|\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[IVX]{{1,4}}\.?))")
DATE = rf"{DAY_MONTH}{_YEAR.replace('?P<year>', '')}?"
WEEKDAYS = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"))
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS))})"
_MONTH_WORD = regex(MONTH, re.IGNORECASE)
_FULL_YEAR = regex(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = regex(r"(?<!\d)\d{1,2}(?!\d)")


def iso_date(text: str) -> str:
    """A date of day, month and year as ISO 8601 ("March 20, 1929" → "1929-03-20"); "" where one of them is missing
    or there is no such day.
    """
    year, day, month = _FULL_YEAR.search(text), _DAY.search(text), _MONTH_WORD.search(text)
    if not (year and day and month):
        return ""
    number = MONTHS[month[0].lower().rstrip(".")]
    if not 1 <= int(day[0]) <= _last_day(number, int(year[0])):
        return ""
    return f"{year[0]}-{number:02}-{int(day[0]):02}"


def _last_day(month: int, year: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 + (month + month // 8) % 2
