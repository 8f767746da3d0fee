"""Two reviewers' files of decisions about the same texts: what they agree on joined, what they do not told."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from edition.corrections.decision import Decision, essence
from edition.corrections.decisions import DecisionsError, decides, placed
from edition.corrections.series import expanded
from edition.deciding import blocks
from edition.deciding.apply import by_text
from edition.deciding.merging import READING, New, merged, parts, same_matter
from edition.findings import Finding, in_order
from edition.making.conversion import Text, open_text
from edition.making.work import Work
from edition.records import record
from edition.settings.toml_file import Reader, Step, TomlFile


@record
class Said:
    """One reviewer's decision: the table it is written in, and its file."""

    table: Reader
    decision: Decision

    @property
    def values(self) -> dict[str, Any]:
        return self.table.plain()


@record
class Conflict:
    """Two decisions that cannot both be taken."""

    text: str
    file: str
    first: Said
    second: Said

    def finding(self) -> Finding:
        """Where it is, and who says what."""
        return Finding("review-conflict", "error", f'"{" ".join(self.first.decision.printed.split())}": '
                       f"{told(self.first)}; {told(self.second)}", self.file, self.first.decision.line)


@record
class Joined:
    """`text`: the file of all they agree on, "" where there is nothing; `conflicts`: the rest."""

    text: str
    conflicts: list[Conflict]
    agreed: int


def told(said: Said) -> str:
    """Who decided what, and where that is written."""
    one = said.decision
    reading = f' "{one.corrected}"' if one.corrected is not None else f" {one.mark}" if one.mark else ""
    day = f", {one.date}" if one.date else ""
    return f"{one.by}{day} ({said.table.file.name}:{said.table.line()}) {one.status}{reading}{_more(one)}"


def _more(one: Decision) -> str:
    more = one.note or one.who or one.voice or one.structure
    return f' {decides(one)} "{more}"' if more and decides(one) not in READING else ""


def join(first: TomlFile, second: TomlFile, work: Work) -> Joined:
    """What two files say together. UserError: one of them is wrong by itself."""
    sides = by_text(first, work), by_text(second, work)
    whole, conflicts, agreed, wrong = "", list[Conflict](), 0, list[Finding]()
    for path in sorted({*sides[0], *sides[1]}):
        text = open_text(path, work.edition)
        tables, rules = zip(*(side.get(path, ([], [])) for side in sides), strict=True)
        said = [_said(own, text, wrong) for own in tables]
        series = [_series(own, text, wrong) for own in rules]
        if wrong:
            continue
        found, new = _compared(path, *said)
        against = _series_against(path, *series)
        gone = {one.first.table.path for one in (*found, *against)}
        kept = {one.path for one in (*tables[0], *rules[0])} - gone
        done = merged(_of_tables(first, kept, with_rest=not whole), first.name,
                      [New(one.values, one.decision) for one in new], text.source, text.agents,
                      [one.values for one in series[1] if all(one is not other.second for other in against)])
        conflicts += [*found, *against]
        agreed += len(kept) + done.added
        whole = blocks.apart(whole, "\n") + done.text if done.text else whole
    if wrong:
        raise DecisionsError(in_order(wrong))
    return Joined(whole, conflicts, agreed)


def _series(tables: Sequence[Reader], text: Text, wrong: list[Finding]) -> list[Said]:
    """Each series, with the first of its hits to stand for it."""
    found = list[Said]()
    for table in tables:
        hits, faults = expanded([table], text.source, text.agents, ())
        wrong += faults
        found += [Said(table, hit) for hit in hits[:1]]
    return found


def _series_against(path: Path, first: Sequence[Said], second: Sequence[Said]) -> list[Conflict]:
    """Series about the same parts of words, but not about the same words, or not decided alike."""
    known = {parts(one.values): one for one in first}
    return [Conflict(path.stem, str(path), other, one) for one in second if (other := known.get(parts(one.values)))
            and (one.values["words"], one.decision.stands) != (other.values["words"], other.decision.stands)]


def _said(tables: Sequence[Reader], text: Text, wrong: list[Finding]) -> list[Said]:
    found, faults = placed(tables, text.source, text.agents, [])
    wrong += faults
    return [Said(table, one) for table, one in zip(tables, found, strict=True) if one]


def _of_tables(file: TomlFile, kept: Collection[tuple[Step, ...]], with_rest: bool) -> str:
    """The file's own words for these tables, with the comments above them; and the rest of the file."""
    seen, text = Counter[str](), ""
    for block in blocks.cut(file.text):
        wanted = (block.kind, seen[block.kind]) in kept if block.kind else with_rest
        seen[block.kind] += 1
        text += block.text if wanted else ""
    return text


def _compared(path: Path, first: Sequence[Said], second: Sequence[Said]) -> tuple[list[Conflict], list[Said]]:
    """What two reviewers of one text disagree on, and what the second has to add to the first's decisions."""
    ordered = sorted(first, key=lambda one: one.decision.start)
    longest = max((one.decision.end - one.decision.start for one in ordered), default=0)
    conflicts, new = list[Conflict](), list[Said]()
    for one in second:
        meeting = list(_meeting(ordered, longest, one.decision))
        against = [other for other in meeting if _disagree(other.decision, one.decision)]
        conflicts += [Conflict(path.stem, str(path), other, one) for other in against]
        if not against and not any(_covers(other.decision, one.decision) for other in meeting):
            new.append(one)
    return conflicts, new


def _meeting(ordered: Sequence[Said], longest: int, one: Decision) -> Iterator[Said]:
    """The first reviewer's decisions about some of the same characters."""
    start = bisect_left(ordered, one.start - longest, key=lambda said: said.decision.start)
    for said in ordered[start:]:
        if said.decision.start >= one.end:
            break
        if said.decision.end > one.start:
            yield said


def _about_readings(first: Decision, second: Decision) -> bool:
    return decides(first) in READING and decides(second) in READING


def _disagree(first: Decision, second: Decision) -> bool:
    """Whether not both can be taken. Who is unsure leaves it to the other."""
    if "unsure" in (first.status, second.status) or "proposed" in (first.status, second.status):
        return False
    same_place = (first.start, first.end, first.at) == (second.start, second.end, second.at)
    if not _about_readings(first, second):
        return same_place and same_matter(first, second) and _verdict(first) != _verdict(second)
    if same_place or first.edit() == second.edit() is not None:
        return _verdict(first) != _verdict(second)
    if first.at or second.at or (first.mark == "surplus") != (second.mark == "surplus"):
        return False  # an addition beside the reading, a superfluous passage that holds others
    return first.stands and second.stands


def _verdict(one: Decision) -> tuple[Any, ...]:
    """What is decided, without who, when and why; a rejected correction and a confirmed reading are one."""
    if decides(one) in READING and (one.mark == "keep" or not one.stands):
        return ("printed",)
    edit = essence(one.start, one.printed, one.corrected) if one.corrected is not None and not one.mark else None
    return (one.stands, edit, one.mark, one.note, one.who, one.voice, one.structure, one.level)


def _covers(first: Decision, second: Decision) -> bool:
    """Whether the first reviewer's decision says what the second's does, so that one is enough."""
    if "unsure" in (first.status, second.status) and first.status != second.status:
        return second.status == "unsure" and _about_readings(first, second)
    same_place = (first.start, first.end, first.at) == (second.start, second.end, second.at)
    if _about_readings(first, second):
        return (same_place or first.edit() == second.edit() is not None) and _verdict(first) == _verdict(second)
    return same_place and same_matter(first, second)


def left_open(conflicts: Sequence[Conflict]) -> str:
    """The conflicts as a file for a third person: each undecided, with what the two said above it."""
    text = ""
    for one in conflicts:
        said = "".join(f"# {told(side)}\n" for side in (one.first, one.second))
        values = {"text": one.text, **one.first.values, "status": "unsure"}
        text = blocks.apart(text, "\n") + said + blocks.new(values, "\n", str(one.first.table.path[0]))
    return text
