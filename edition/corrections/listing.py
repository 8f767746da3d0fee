"""The corrections of a text as a list: for people, for a spreadsheet, and as records for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from edition.corrections.anchors import CONTEXT
from edition.corrections.model import Correction, Tier, flat
from edition.source import Source

TIERS: Final[tuple[Tier, ...]] = ("automatic", "suggestion", "queue")
COLUMNS: Final = ("line", "column", "tier", "applied", "printed", "corrected", "probability", "rule", "series", "cert",
                  "evidence", "before", "after", "reason")
_MARKS: Final = {"surplus": "superfluous", "gap": "a stand-in for lost text", "lost": "text is lost behind it",
                 "sic": "?"}


def chosen(proposals: Iterable[Correction], tiers: Sequence[str], rules: Sequence[str]) -> list[Correction]:
    """The proposals of these tiers and rules (none named: of all)."""
    return [one for one in proposals if (not tiers or one.tier in tiers) and (not rules or one.rule in rules)]


def record(name: str, proposals: Iterable[Correction]) -> dict[str, Any]:
    """One text as a record: `corrections` (made, or made where suggestions are asked for) and `queue`, with offsets in
    characters of the text; a correction that puts nothing in the place of the printed reading is in neither."""
    corrections, queue = list[dict[str, Any]](), list[dict[str, Any]]()
    for one in proposals:
        place = {"start": one.offset, "end": one.end}
        if one.tier != "queue" and one.form in ("corr", "reg"):
            corrections.append({**place, "replacement": one.corrected, "confidence": round(one.probability, 4),
                                "tier": one.tier, "applied": one.applied, "rule": one.rule, "reason": one.reason})
        if one.wrong:
            queue.append({**place, "confidence": round(one.wrong, 4), "suggestions": [r for r, _ in one.readings]})
    queue.sort(key=lambda row: (-row["confidence"], row["start"]))
    return {"id": name, "corrections": corrections, "queue": queue}


def rows(source: Source, proposals: Iterable[Correction]) -> Iterator[tuple[str, ...]]:
    """A row of COLUMNS for each proposal, for a spreadsheet."""
    for one in proposals:
        line, column = source.position(one.offset)
        before, after = around(source.text, one)
        yield (str(line), str(column), one.tier, "yes" if one.applied else "no", _cell(one.printed),
               _cell(shown(one)), f"{one.probability:.3f}", one.rule, one.series, one.cert, one.evidence, _cell(before),
               _cell(after), _cell(one.reason))


def around(text: str, one: Correction) -> tuple[str, str]:
    """What stands before and behind a printed reading."""
    return text[max(0, one.offset - CONTEXT):one.offset], text[one.end:one.end + CONTEXT]


def shown(one: Correction) -> str:
    """What is put in the place of the printed reading, or what is said of it."""
    return one.corrected if one.form in ("corr", "reg") else _MARKS[one.form]


def line(source: Source, one: Correction) -> str:
    """A proposal as a line for people."""
    number, column = source.position(one.offset)
    readings = " | ".join(f"{reading} {share:.2f}" for reading, share in one.readings)
    return (f"{source.file}:{number}:{column}: {one.tier}{', applied' if one.applied else ''}: “{flat(one.printed)}” → "
            f"“{flat(shown(one))}” ({one.rule}{', ' + readings if readings else ''}) {one.reason}")


def _cell(text: str) -> str:
    return " ".join(text.split())
