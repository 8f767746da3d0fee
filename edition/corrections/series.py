"""Series of errors that an editor decides at once: one confusion in certain words, wherever they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from edition.corrections.decision import Decision
from edition.corrections.keys import CERTS, EVIDENCE, ID, READINGS, STATUSES
from edition.findings import Finding, UserError
from edition.regex import regex
from edition.settings.toml_file import Reader, suggestion
from edition.source import Source

# The order in which the keys of a series are written.
KEYS: Final = ("printed_part", "corrected_part", "words", "kind", "evidence", "cert", "by", "status", "date", "why",
               "source")
_ARROW: Final = regex(r"\s*(?:→|->|=>)\s*")


def expanded(tables: Iterable[Reader], source: Source, agents: Collection[str],
             decided: Iterable[Decision]) -> tuple[list[Decision], list[Finding]]:
    """A decision for each hit of each `[[series]]`, and what is wrong with some.

    Left out are hits that meet what is decided one by one (`decided`): the single decision counts.
    """
    taken = sorted((one.start, one.end) for one in decided if one.corrected is not None or one.mark)
    found, wrong = list[Decision](), list[Finding]()
    for table in tables:
        try:
            found += _hits(table, source, agents)
        except UserError as error:
            wrong.append(error.finding)
    return [one for one in found if not _meets(one, taken)], wrong


def _meets(one: Decision, taken: list[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in taken)


def _hits(table: Reader, source: Source, agents: Collection[str]) -> Iterator[Decision]:
    """The hits of one series. UserError: a key that is wrong, a word that is not in the text or has no such part."""
    printed, corrected = table.text("printed_part", required=True), table.raw("corrected_part")
    if not isinstance(corrected, str):
        raise table.fail("decision-incomplete", "`corrected_part` is missing: what stands in place of the part; it may "
                         "be empty", "corrected_part")
    changes = dict(_change(table, word, printed, corrected) for word in table.texts("words"))
    if not changes:
        raise table.fail("decision-incomplete", "`words` is missing: the words, as printed, that this is true of")
    made: dict[str, Any] = {
        "status": table.choice("status", STATUSES) or "accepted",
        "kind": table.choice("kind", READINGS) or "ocr",
        "evidence": table.choice("evidence", EVIDENCE),
        "cert": table.choice("cert", CERTS),
        "by": table.match("by", *ID) or "ed",
        "date": table.date("date"),
        "why": table.text("why") or f"{printed} → {corrected} in a series of words",
        "series": f"{printed} → {corrected}",
    }
    about = table.text("text")
    table.done()
    if about and about != source.name:
        raise table.fail("decision-elsewhere", f'this series is about the text "{about}"', "text")
    if agents and made["by"] not in (*agents, "machine"):
        raise table.fail("toml-value", f'"{made["by"]}" is not declared in edition.toml'
                         f"{suggestion(made['by'], agents)}", "by")
    found = list(_places(changes, source.text))
    gone = [word for word in changes if word not in {word for _, word in found}]
    if gone:
        raise table.fail("decision-stale", f'"{gone[0]}" stands nowhere in the source as a word of its own', "words")
    yield from (Decision(start, start + len(word), source.line(start), word, corrected=changes[word], **made)
                for start, word in found)


def _change(table: Reader, word: str, printed: str, corrected: str) -> tuple[str, str]:
    """A word and what it should be: told behind an arrow where the part stands in it more than once."""
    told, *right = _ARROW.split(word, maxsplit=1)
    if printed not in told:
        raise table.fail("toml-value", f'"{told}" has no "{printed}" in it', "words")
    if right:
        return told, right[0]
    if told.count(printed) > 1:
        raise table.fail("toml-value", f'"{told}" has "{printed}" in it several times; say what it should be: '
                         f'"{told} → {told.replace(printed, corrected)}", for example', "words")
    if told == printed and not corrected:
        raise table.fail("toml-value", f'nothing would be left of "{told}"', "words")
    return told, told.replace(printed, corrected)


def _places(changes: Collection[str], text: str) -> Iterator[tuple[int, str]]:
    """Where the words stand, as words of their own."""
    either = "|".join(re.escape(word) for word in sorted(changes, key=len, reverse=True))
    for match in regex(rf"(?<!\w)(?:{either})(?!\w)").finditer(text):
        yield match.start(), match[0]
