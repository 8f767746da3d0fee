"""A list of what is printed and what it should be: two columns, each reading to be found exactly once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from edition.corrections.anchors import anchor_of
from edition.corrections.decisions import DecisionsError
from edition.deciding.batch import Tables
from edition.findings import Finding, fail
from edition.regex import regex
from edition.source import Source

_ARROW: Final = regex(r"[ ]*(?:→|->|=>|⟶)[ ]*")
_HEADS: Final = (["printed", "corrected"], ["is", "should be"])  # what may stand above the columns
_PLACES: Final = 6  # as many are named where a reading stands more than once


def pairs(text: str, name: str, sources: Mapping[str, Source]) -> Tables:
    """The list as decisions about these texts; DecisionsError: a line that is no pair, a reading not there just once.

    Empty lines and those that begin with # are passed over, so is a head. A reading is a whole word or several.
    """
    tables, lines, wrong = list[dict[str, Any]](), list[int](), list[Finding]()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = _cells(line.strip(), name)
        if [part.lower() for part in parts] in _HEADS:
            continue
        if len(parts) != 2 or not all(parts):
            wrong.append(fail("pair-incomplete", "two readings are expected, the printed one and the right one, with "
                              "a tabulator or → between them", name, number).finding)
            continue
        places = [(text_name, start, end) for text_name, source in sources.items()
                  for start, end in _places(parts[0], source.text)]
        if len(places) == 1:
            tables.append(_table(*places[0], parts[1], sources))
            lines.append(number)
        else:
            wrong.append(Finding(*_refused(parts[0], places, sources), name, number))
    if wrong:
        raise DecisionsError(wrong)
    return Tables(name, tables, lines)


def _cells(line: str, name: str) -> list[str]:
    """The cells of a line: between tabulators or arrows; in a table saved as .csv, between commas or semicolons."""
    separator = "\t" if "\t" in line else max(";,", key=line.count) if name.lower().endswith(".csv") else ""
    if not separator:
        return _ARROW.split(line)
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]


def _places(printed: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a reading stands that is no part of a longer word."""
    words = r"\s+".join(re.escape(part) for part in printed.split())
    before, after = r"(?<!\w)" if printed[0].isalnum() else "", r"(?!\w)" if printed[-1].isalnum() else ""
    for match in regex(before + words + after).finditer(text):
        yield match.span()


def _table(text: str, start: int, end: int, corrected: str, sources: Mapping[str, Source]) -> dict[str, Any]:
    anchor = anchor_of(sources[text], start, end)
    beside = {key: value for key, value in (("before", anchor.before), ("after", anchor.after)) if value}
    return {"text": text, "line": anchor.line, "printed": anchor.printed, **beside, "corrected": corrected,
            "kind": "ocr", "status": "accepted"}


def _refused(printed: str, places: Sequence[tuple[str, int, int]],
             sources: Mapping[str, Source]) -> tuple[str, Any, str]:
    if not places:
        return "decision-stale", "error", f'"{printed}" stands nowhere in the source as a word of its own'
    said = ", ".join(f"line {sources[text].line(start)}" + (f" of {text}" if len(sources) > 1 else "")
                     for text, start, _ in places[:_PLACES])
    return ("decision-ambiguous", "error", f'"{printed}" stands {len(places)} times ({said}'
            f"{' …' if len(places) > _PLACES else ''}); give more of what stands beside it, in both columns")
