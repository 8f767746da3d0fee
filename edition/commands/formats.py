"""Findings in the forms that other programs read: SARIF 2.1.0 and GitHub's annotations; and excerpts for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from edition import __version__
from edition.findings import Finding, Severity, in_order
from edition.validation.faults import GUIDE, Fault, fault

Texts = Mapping[str, str]  # of files that do not lie where their name says: their text
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 100  # characters of a line in an excerpt
_BEFORE = 60  # of these, before the place where a parser stopped
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


# ---- for people

def excerpt(finding: Finding, texts: Texts) -> list[str]:
    """The line that a finding is about, that of the source beside it, and the fix where one is known."""
    # What is not well-formed is noticed behind it.
    column = max(1, finding.column - _BEFORE) if finding.code == "xml-malformed" else finding.column
    lines = [(f"{finding.line}", _line(texts, finding.file, finding.line, column)),
             (f"{finding.source}:{finding.source_line}", _line(texts, finding.source, finding.source_line)),
             ("likely fix", finding.fix)]
    return [f"    {label}: {text}" for label, text in lines if text]


def _line(texts: Texts, file: str, line: int, column: int = 0) -> str:
    """A line of a file without white space around it, "" where there is none; of a long one, what `column` is in."""
    lines = _split(texts[file]) if file in texts and line else _lines(file) if line else ()
    if not 0 < line <= len(lines):
        return ""
    start = max(0, column - 1) if column > _SHOWN // 2 else 0
    text, more = lines[line - 1][start:start + _SHOWN], lines[line - 1][start + _SHOWN:]
    shown = " ".join(text.split())
    return ("…" if start and shown else "") + shown + ("…" if more.strip() else "")


@cache
def _lines(file: str) -> tuple[str, ...]:
    """The lines of a file as XML and the source count them; none where it cannot be read."""
    try:
        data = Path(file).read_bytes() if file else b""
    except OSError:
        return ()
    return _split(data.decode("utf-8", "replace"))


@cache
def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


# ---- GitHub

def annotation(finding: Finding) -> str:
    """A finding as a workflow command, which GitHub shows at the line of the file."""
    place = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.code}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value)
    origin = f" (source line {finding.source_line})" if finding.source_line else ""
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(finding.message + origin)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ---- SARIF

def sarif(findings: Iterable[Finding], texts: Texts) -> dict[str, Any]:
    """A SARIF log with one run: what was found, and the rules that were broken with what the guide says of them."""
    found = in_order(findings)
    codes = sorted({one.code for one in found})
    driver = {"name": "edition", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    return {"$schema": _SCHEMA, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
                      "results": [_result(one, codes.index(one.code), texts) for one in found]}]}


def _rule(code: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code}
    known = fault(code)
    if known:
        rule |= {"shortDescription": {"text": known.means}, "help": {"text": _help(known)},
                 "properties": {"guide": f"{GUIDE}#{known.anchor}"}}
    return rule


def _help(known: Fault) -> str:
    return "\n\n".join(one for one in (known.means, f"For instance:\n{known.example}" if known.example else "",
                                       known.remedy) if one)


def _result(one: Finding, index: int, texts: Texts) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": one.code, "ruleIndex": index, "level": _LEVELS[one.severity],
                              "message": {"text": one.message + (f" Likely fix: {one.fix}" if one.fix else "")}}
    if one.file:
        result["locations"] = [{"physicalLocation": _place(texts, one.file, one.line, one.column)}]
    if one.source_line and one.source:
        result["relatedLocations"] = [{"id": 1, "message": {"text": "the line of the source that this came from"},
                                       "physicalLocation": _place(texts, one.source, one.source_line)}]
    if one.rule:
        result["properties"] = {"schema": one.rule}
    return result


def _place(texts: Texts, file: str, line: int, column: int = 0) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if line:
        place["region"] = {"startLine": line} | ({"startColumn": column} if column else {})
    text = _line(texts, file, line, column)
    if text:
        place["region"]["snippet"] = {"text": text}
    return place


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
