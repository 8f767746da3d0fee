"""Findings as GitHub's annotations, and with excerpts for people."""

from __future__ import annotations

from edition.commands.lines import Texts, line_of, near
from edition.findings import Finding, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_BEFORE = 60  # of these, before the place where a parser stopped


# ---- for people

def excerpt(finding: Finding, texts: Texts) -> list[str]:
    """The line that a finding is about, that of the source beside it, and the fix where one is known."""
    # What is not well-formed is noticed behind it.
    column = max(1, finding.column - _BEFORE) if finding.code == "xml-malformed" else finding.column
    lines = [(f"{finding.line}", line_of(texts, finding.file, finding.line, column)),
             (f"{finding.source}:{finding.source_line}", line_of(texts, finding.source, finding.source_line)),
             ("likely fix", finding.fix)]
    return [f"    {label}: {text}" for label, text in lines if text]


# ---- GitHub

def annotation(finding: Finding) -> str:
    """A finding as a workflow command, which GitHub shows at the line of the file."""
    place = {"file": near(finding.file), "line": finding.line, "col": finding.column, "title": finding.code}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value)
    origin = f" (source line {finding.source_line})" if finding.source_line else ""
    fix = f". Likely fix: {finding.fix}" if finding.fix else ""
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(finding.message + origin + fix)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
