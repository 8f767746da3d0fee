"""Findings as a SARIF 2.1.0 log, within the limits that GitHub sets."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from edition import __version__
from edition.commands.lines import Texts, line_of, near, offsets, tag_at, whole_line
from edition.findings import Finding, Severity, in_order
from edition.regex import regex
from edition.validation.faults import GUIDE, Fault, fault

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_GRAVEST: tuple[Severity, ...] = ("error", "warning", "info")
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub takes no log with more results, and no longer texts.
MOST = 25_000
_LONGEST = 1024
_INSTEAD = regex(r"write (\S+) instead of (\S+)")
# Findings whose fix can be made by a program: what is wrong stands once in the start tag.
_IN_THE_TAG = ("attribute-unknown", "attribute-value", "language-unreal", "namespace-wrong", "xml-entity")

Part = dict[str, Any]  # of a log


def sarif(findings: Iterable[Finding], texts: Texts) -> Part:
    """A SARIF log with one run: what was found, and the rules that were broken with what the guide says of them."""
    found = in_order(findings)
    told = in_order([one for severity in _GRAVEST for one in found if one.severity == severity][:MOST])
    codes = {code: number for number, code in enumerate(sorted({one.code for one in told}))}
    driver = {"name": "edition", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    alike: Counter[str] = Counter()
    results = [_result(one, codes[one.code], texts, alike) for one in told]
    return {"$schema": _SCHEMA, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                      "invocations": [_invocation(len(found) - len(told))], "results": results}]}


def _invocation(left_out: int) -> Part:
    """That the program ran, and what it does not tell here."""
    said = f"{left_out} more findings are not in this log, because GitHub takes no more than {MOST}; --json has all"
    told: Part = {"toolExecutionNotifications": [{"level": "warning", "message": {"text": said}}]} if left_out else {}
    return {"executionSuccessful": True, **told}


# ---- rules

def _rule(code: str) -> Part:
    rule: Part = {"id": code, "name": code}
    known = fault(code)
    if known:
        rule |= {"shortDescription": {"text": _short(known.means)},
                 "fullDescription": {"text": _short(_help(known, "\n"))},
                 "help": {"text": _help(known, "\n\n"), "markdown": _markdown(known)},
                 "properties": {"guide": f"{GUIDE}#{known.anchor}", "tags": ["TEI"]}}
    return rule


def _help(known: Fault, between: str) -> str:
    example = f"For instance: {known.example}" if known.example else ""
    return between.join(one for one in (known.means, example, known.remedy) if one)


def _markdown(known: Fault) -> str:
    fence = f"For instance:\n\n```xml\n{known.example}\n```" if known.example else ""
    return "\n\n".join(one for one in (_plain(known.means), fence, _plain(known.remedy)) if one)


def _plain(text: str) -> str:
    """Words whose signs mean nothing in Markdown."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>#" else one for one in text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST - 1] + "…"


# ---- results

def _result(one: Finding, index: int, texts: Texts, alike: Counter[str]) -> Part:
    message = one.message + (f" Likely fix: {one.fix}" if one.fix else "")
    result: Part = {"ruleId": one.code, "ruleIndex": index, "level": _LEVELS[one.severity],
                    "message": {"text": _short(message)}}
    if one.file:
        result["locations"] = [{"physicalLocation": _place(texts, one.file, one.line, one.column)}]
        result["partialFingerprints"] = {"primaryLocationLineHash": _fingerprint(one, texts, alike)}
    if one.source_line and one.source:
        result["relatedLocations"] = [{"id": 1, "message": {"text": "the line of the source that this came from"},
                                       "physicalLocation": _place(texts, one.source, one.source_line)}]
    fix = _fix(one, texts)
    if fix:
        result["fixes"] = [fix]
    if one.rule:
        result["properties"] = {"schema": one.rule}
    return result


def _place(texts: Texts, file: str, line: int, column: int = 0) -> Part:
    place: Part = {"artifactLocation": {"uri": _uri(file)}}
    if line:
        place["region"] = _region(texts, file, line, column, tag_at(whole_line(texts, file, line), column))
        text = line_of(texts, file, line, column)
        if text:
            place["region"]["snippet"] = {"text": text}
    return place


def _region(texts: Texts, file: str, line: int, column: int, text: str) -> Part:
    """A place in a file: lines and columns; where `text` stands there, characters and bytes, too."""
    region: Part = {"startLine": line} | ({"startColumn": column} if column else {})
    before = offsets(texts, file, line, column) if text else None
    if text:
        region["endColumn"] = column + len(text)
    if before:
        region |= {"charOffset": before[0], "charLength": len(text),
                   "byteOffset": before[1], "byteLength": len(text.encode())}
    return region


def _fix(one: Finding, texts: Texts) -> Part | None:
    """A fix that a program can make; None where it takes a person."""
    said = _INSTEAD.fullmatch(one.fix) if one.code in _IN_THE_TAG else None
    line = whole_line(texts, one.file, one.line) if said else ""
    tag = tag_at(line, one.column)
    if not said or not tag:
        return None
    new, old = (word.removeprefix("@") for word in said.groups())
    if one.code == "attribute-unknown":
        old, new = f" {old}=", f" {new}="
    elif one.code.startswith(("attribute-value", "language")):
        old, new = f'"{old}"', f'"{new}"'
    if tag.count(old) != 1:
        return None
    region = _region(texts, one.file, one.line, one.column + tag.index(old), old)
    change = {"deletedRegion": region, "insertedContent": {"text": new}}
    return {"description": {"text": one.fix},
            "artifactChanges": [{"artifactLocation": {"uri": _uri(one.file)}, "replacements": [change]}]}


def _fingerprint(one: Finding, texts: Texts, alike: Counter[str]) -> str:
    """What stays where lines move: the code and the words of the line; and which of those that are alike it is."""
    said = "\x00".join((one.code, one.file and Path(one.file).name, line_of(texts, one.file, one.line, one.column)))
    known = hashlib.sha256(said.encode()).hexdigest()[:16]
    alike[known] += 1
    return f"{known}:{alike[known]}"


def _uri(file: str) -> str:
    path = Path(near(file))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
