"""Reading a file of decisions (NAME.corrections.toml): every key checked, every anchor found exactly once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from edition.corrections.anchors import CONTEXT, Anchor, NoPlace, Place, find
from edition.corrections.decision import STRUCTURES, Decision, Decisions
from edition.corrections.keys import CERTS, DEEPEST, EVIDENCE, ID, IDS, MARKS, READINGS, SIDES, SOURCE, STATUSES, WHATS
from edition.corrections.series import expanded
from edition.findings import Finding, UserError, in_order
from edition.layout import BLANKS
from edition.regex import regex
from edition.settings.toml_file import Reader, TomlFile, suggestion
from edition.source import Source

# The order in which the keys of a decision are written, so that the difference of two files is the review.
KEYS = ("line", "printed", "before", "after", "at", "corrected", "mark", "reason", "note", "who", "voice", "is",
        "level", "kind", "evidence", "cert", "by", "status", "date", "why", "source")
_STAND_IN = regex(r"[^\w]*|\[[^\]]*\]|\ufffd+")
_REASONS = {"gap": "lost", "surplus": "superfluous", "supplied": "lost"}


class DecisionsError(UserError):
    """What is wrong with a file of decisions: `finding` is the first, `findings` all of it."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0])
        self.findings = tuple(findings)


def load(path: Path, source: Source, agents: Collection[str] = ()) -> Decisions:
    """The decisions in NAME.corrections.toml, each with its place in `source`; none where there is no such file.

    `agents`: the ids that `by` may name (none given: any). Raises DecisionsError: no TOML, unknown keys or values, an
    anchor that does not match exactly once, two decisions about the same characters. It holds all that is wrong.
    """
    if not path.is_file():
        return Decisions()
    return read(TomlFile.read(path), source, agents)


def read(file: TomlFile, source: Source, agents: Collection[str] = ()) -> Decisions:
    """The decisions of one file, as `load`."""
    told = list[Finding]()
    every, wrong = placed(file.root.tables("correction"), source, agents, told)
    found = list(dict.fromkeys(decision for decision in every if decision is not None))
    hits, faults = expanded(file.root.tables("series"), source, agents, found)
    found += hits
    wrong += faults
    try:
        file.root.done()
    except UserError as error:
        wrong.append(error.finding)
    found.sort(key=order)
    wrong += _conflicts(found, file.name)
    if wrong:
        raise DecisionsError(in_order(wrong))
    return Decisions(tuple(found), tuple(in_order(told)), file.name)


def placed(tables: Iterable[Reader], source: Source, agents: Collection[str],
           told: list[Finding]) -> tuple[list[Decision | None], list[Finding]]:
    """The decision of each table at its place, None for one that is wrong; and what is wrong. `told`: moved lines."""
    found, wrong = list[Decision | None](), list[Finding]()
    for table in tables:
        try:
            found.append(_decision(table, source, agents, told))
        except UserError as error:
            found.append(None)
            wrong.append(error.finding)
    return found, wrong


def order(decision: Decision) -> tuple[int, int, int, str]:
    """By place, and at one place by what is decided: the order in which decisions are kept and written."""
    return decision.start, decision.end, KEYS.index(decides(decision)), repr(decision)


def _decision(table: Reader, source: Source, agents: Collection[str], told: list[Finding]) -> Decision:
    about, line = table.text("text"), table.number("line")
    if about and about != source.name:
        raise table.fail("decision-elsewhere", f'this decision is about the text "{about}"; `edition apply` brings it '
                         "there", "text")
    printed = _exact(table, "printed")
    anchor = Anchor(line, printed, _exact(table, "before"), _exact(table, "after"))
    status, corrected = table.choice("status", STATUSES) or "accepted", _exact(table, "corrected")
    made: dict[str, Any] = {
        "status": status,
        "corrected": corrected if "corrected" in table else None,
        "mark": table.choice("mark", MARKS),
        "note": table.text("note"),
        "who": table.match("who", *IDS),
        "voice": table.match("voice", *IDS),
        "structure": table.choice("is", tuple(STRUCTURES)),
        "level": table.number("level"),
        "at": table.choice("at", SIDES),
        "reason": table.match("reason", r"[a-z]+", "one lower-case word, as in lost, illegible, damage, repeated"),
        "kind": table.choice("kind", READINGS),
        "evidence": table.choice("evidence", EVIDENCE),
        "cert": table.choice("cert", CERTS),
        "by": table.match("by", *ID) or "ed",
        "date": table.date("date"),
        "why": table.text("why"),
        "source": table.match("source", *SOURCE),
    }
    table.done()
    if agents and made["by"] not in (*agents, "machine"):
        raise table.fail("toml-value", f'"{made["by"]}" is not declared in edition.toml'
                         f"{suggestion(made['by'], agents)}", "by")
    _check(table, anchor, made)
    place = _place(table, anchor, made, source, told)
    made["reason"] = made["reason"] or _REASONS.get(str(made["mark"]), "")
    return Decision(place.start, place.end, place.line, source.text[place.start:place.end], **made)


def _exact(table: Reader, key: str) -> str:
    """A text taken as it stands: blanks at its ends count."""
    value = table.raw(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise table.fail("toml-type", f"expected a text in quotation marks, found {value!r}", key)
    if not value and key != "corrected":
        raise table.fail("toml-value", "the text is empty", key)
    return value


def _check(table: Reader, anchor: Anchor, made: dict[str, Any]) -> None:
    if not anchor.line:
        raise table.fail("decision-incomplete", "`line` is missing: the line of the source that this is about")
    for key in ("before", "after"):
        if len(getattr(anchor, key)) > CONTEXT:
            raise table.fail("toml-value", f"longer than {CONTEXT} characters", key)
    if not anchor.printed and not made["structure"]:
        raise table.fail("decision-incomplete", "`printed` is missing: the reading exactly as the source has it")
    if anchor.printed and not anchor.printed.strip():
        raise table.fail("toml-value", "only white space; add what stands next to it", "printed")
    if made["level"] and made["structure"] != "head":
        raise table.fail("toml-value", 'only a heading has a level: is = "head"', "level")
    if made["level"] > DEEPEST:
        raise table.fail("toml-value", f"levels go from 1 to {DEEPEST}", "level")
    if made["corrected"] is None and not any(made[key] for key in ("mark", "note", "who", "voice", "structure")):
        raise table.fail("decision-incomplete", f"nothing is decided: give one of {', '.join(WHATS)}")
    _check_reading(table, anchor, made)


def _check_reading(table: Reader, anchor: Anchor, made: dict[str, Any]) -> None:
    corrected, mark, at = made["corrected"], made["mark"], made["at"]
    if corrected is not None and not corrected:
        raise table.fail("toml-value", 'to take a reading out, write mark = "surplus" instead', "corrected")
    if corrected is not None and corrected == anchor.printed and not mark:
        raise table.fail("toml-value", 'the same as `printed`; to confirm the reading, write mark = "keep" instead',
                         "corrected")
    if corrected is not None and mark not in ("", "supplied"):
        raise table.fail("toml-value", f'`corrected` and mark = "{mark}" exclude one another', "corrected")
    if mark == "supplied" and not corrected:
        raise table.fail("decision-incomplete", "`corrected` is missing: the words that are supplied")
    if at and mark not in ("gap", "supplied"):
        raise table.fail("toml-value", 'only a mark of "gap" or "supplied" stands before or after a reading', "at")
    if mark in ("gap", "supplied") and not at and not _STAND_IN.fullmatch(anchor.printed):
        raise table.fail("toml-value", f'"{anchor.printed}" is text, not a stand-in for lost text (such as [illegible] '
                         'or . . .); write at = "before" or at = "after" to say where text is lost', "printed")


def _place(table: Reader, anchor: Anchor, made: dict[str, Any], source: Source, told: list[Finding]) -> Place:
    if not anchor.printed:
        try:
            start, end = source.line_span(anchor.line)
        except IndexError:
            raise table.fail("decision-stale", f"the source has no line {anchor.line}", "line") from None
        if not source.text[start:end].strip(BLANKS):
            raise table.fail("decision-stale", f"line {anchor.line} of the source is empty", "line")
        return Place(start, end, anchor.line, moved=False)
    place = find(anchor, source)
    if isinstance(place, NoPlace):
        raise table.fail(place.code, place.reason, "printed")
    if place.moved:
        told.append(Finding("decision-moved", "warning", f'"{" ".join(anchor.printed.split())}" is not on line '
                            f"{anchor.line} any more but on line {place.line}; correct `line`", table.file.name,
                            table.line("line"), 0, place.line))
    return place


def decides(decision: Decision) -> str:
    """The key that says what is decided."""
    said = {"corrected": decision.corrected, "mark": decision.mark, "note": decision.note, "who": decision.who,
            "voice": decision.voice, "is": decision.structure}
    return next(key for key, value in said.items() if value not in ("", None))


def _conflicts(decisions: list[Decision], file: str) -> list[Finding]:
    """Two decisions about the same characters that cannot both hold; a superfluous passage may hold others."""
    found, last = _same_line([d for d in decisions if d.structure and d.stands], file), None
    readings = [d for d in decisions if d.stands and (d.edits or d.mark == "keep") and d.mark != "surplus" and not d.at]
    for decision in readings:
        if last is not None and decision.start < last.end and not (decision.mark == last.mark == "keep"):
            found.append(_conflict(last, decision, file))
        if last is None or decision.end > last.end:
            last = decision
    made = {edit: d for d in readings if (edit := d.edit())}
    rejected = [d for d in decisions if d.status == "rejected" and d.edit() in made]
    return found + [_conflict(made[edit], d, file) for d in rejected if (edit := d.edit())]


def _conflict(one: Decision, other: Decision, file: str) -> Finding:
    return Finding("decision-conflict", "error", f'two decisions about the same characters: "{one.printed}" (line '
                   f'{one.line}) and "{other.printed}" (line {other.line}); keep one', file, 0, 0, other.line)


def _same_line(structures: list[Decision], file: str) -> list[Finding]:
    """Two decisions of what one line is."""
    return [Finding("decision-conflict", "error", f"line {one.line} is said to be {one.structure} and "
                    f"{other.structure}; keep one", file, 0, 0, one.line)
            for one, other in pairwise(structures) if one.line == other.line]
