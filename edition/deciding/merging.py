"""Merging decisions into the text of a file of decisions: comments, order and all that stands elsewhere survive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

from edition.corrections import series
from edition.corrections.decision import Decision
from edition.corrections.decisions import KEYS, DecisionsError, decides, order, placed, read
from edition.deciding import blocks
from edition.findings import Finding, fail, in_order
from edition.records import record
from edition.settings.toml_file import TomlFile
from edition.source import Source

READING: Final = ("corrected", "mark")
# What stays of a decision about a reading where a new one takes its place: it speaks of something else.
_BESIDE: Final = ("note", "who", "voice", "is", "level")


@record
class New:
    """A decision to be merged: its values as they are written, and what they come to."""

    values: Mapping[str, Any]
    decision: Decision


@record
class Merged:
    """The new text of a file, and how many decisions were added, replaced, and there already."""

    text: str
    added: int = 0
    replaced: int = 0
    same: int = 0


def merged(old: str, file: str, new: Sequence[New], source: Source, agents: Collection[str] = (),
           rules: Sequence[Mapping[str, Any]] = ()) -> Merged:
    """The file `old` (as messages call it: `file`) with these decisions, and these series of them.

    UserError: it is wrong, or would be.
    """
    newline = "\r\n" if "\r\n" in old else "\n"
    standing = _Standing(old, file, source, agents)
    added, replaced, same = dict[int, list[str]](), 0, 0
    for one in sorted({one.decision: one for one in new}.values(), key=lambda one: order(one.decision)):
        number = standing.same_place(one.decision)
        if number is None:
            added.setdefault(standing.slot(one.decision), []).append(blocks.new(one.values, newline))
            continue
        gone = [key for key in KEYS if key not in _BESIDE] if decides(one.decision) in READING else ()
        text = blocks.changed(standing.texts[number], one.values, gone)
        replaced, same = replaced + (text != standing.texts[number]), same + (text == standing.texts[number])
        standing.texts[number] = text
    for values in sorted(rules, key=parts):
        number = standing.same_series(values)
        if number is None:
            added.setdefault(len(standing.texts), []).append(blocks.new(values, newline, "series"))
            continue
        text = blocks.changed(standing.texts[number], values, series.KEYS, "series")
        replaced, same = replaced + (text != standing.texts[number]), same + (text == standing.texts[number])
        standing.texts[number] = text
    if not added and not replaced:
        return Merged(old, same=same)
    text = _joined(standing.texts, added, newline)
    read(TomlFile(file, text.encode("utf-8")), source, agents)  # two decisions may speak against one another
    return Merged(text, sum(map(len, added.values())), replaced, same)


class _Standing:
    """The blocks of a file and the decisions in them."""

    def __init__(self, old: str, file: str, source: Source, agents: Collection[str]) -> None:
        cut = blocks.cut(old)
        self.texts = [block.text for block in cut]
        self._numbers = [number for number, block in enumerate(cut) if block.kind == "correction"]
        self._decisions = _decisions(old, file, source, agents, len(self._numbers))
        self._series = {parts(blocks.values_of(block)): number for number, block in enumerate(cut)
                        if block.kind == "series"}
        self._places = dict[tuple[int, int, str], list[int]]()
        for number, known in enumerate(self._decisions):
            self._places.setdefault((known.start, known.end, known.at), []).append(number)
        # The file need not be in order: what counts is the furthest place so far.
        self._furthest = list(accumulate(map(order, self._decisions), max))

    def same_place(self, new: Decision) -> int | None:
        """The block whose decision the new one replaces."""
        for number in self._places.get((new.start, new.end, new.at), ()):
            if same_matter(self._decisions[number], new):
                return self._numbers[number]
        return None

    def same_series(self, values: Mapping[str, Any]) -> int | None:
        """The block of the series about the same parts of words."""
        return self._series.get(parts(values))

    def slot(self, new: Decision) -> int:
        """Before which block a new decision is put: the first about a later place, else behind the last decision."""
        at = bisect_right(self._furthest, order(new))
        return self._numbers[at] if at < len(self._numbers) else self._numbers[-1] + 1 if self._numbers else 1


def parts(values: Mapping[str, Any]) -> tuple[str, str]:
    """What tells a series from others."""
    return str(values.get("printed_part")), str(values.get("corrected_part"))


def _decisions(old: str, file: str, source: Source, agents: Collection[str], blocks_found: int) -> list[Decision]:
    toml, told = TomlFile(file, old.encode("utf-8")), list[Finding]()
    found, wrong = placed(toml.root.tables("correction"), source, agents, told)
    if wrong:
        raise DecisionsError(in_order(wrong))
    if len(found) != blocks_found:
        raise fail("decisions-form", "each decision has to be a table of its own that begins with a line "
                   "[[correction]]; write them so, and apply again", file)
    return [decision for decision in found if decision is not None]


def same_matter(known: Decision, new: Decision) -> bool:
    """Whether a decision says anew what a known one about the same characters says."""
    what = decides(new)
    if what in READING:
        return decides(known) in READING
    return bool({"note": known.note, "who": known.who, "voice": known.voice, "is": known.structure}[what])


def _joined(texts: Sequence[str], added: Mapping[int, Sequence[str]], newline: str) -> str:
    """The blocks with the new ones between them; what was not touched keeps the white space around it."""
    text = ""
    for number in range(len(texts) + 1):
        for one in added.get(number, ()):
            text = blocks.apart(text, newline) + one
        if number < len(texts) and texts[number]:
            text = (blocks.apart(text, newline) if number in added else text) + texts[number]
    return text
