"""What the tool has to say about a text: one type, one order, one way of printing."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Literal

from edition import __version__
from edition.records import as_dict, record

Severity = Literal["error", "warning", "info"]
_WEIGHT: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@record
class Finding:
    """One thing noticed.

    `code` is stable and lower-case with hyphens (`note-unanchored`); `message` says in plain words what was
    found, what was expected and what to do next. `file`/`line`/`column` (both 1-based; 0: the whole file) are the
    place; `source_line` is the line of the plain-text source where it is known and differs from `line`. `rule` says
    whose rule it is where it is not ours: the schema, and the rule's own name. `source` is the file of that source;
    `fix` what will likely mend it ("": not known).
    """

    code: str
    severity: Severity
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    source_line: int = 0
    rule: str = ""
    source: str = ""
    fix: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}" + (f":{self.column}" if self.column else "")
        origin = f" (source line {self.source_line})" if self.source_line else ""
        whose = f", {self.rule}" if self.rule else ""
        return f"{place + ': ' if place else ''}{self.severity}: {self.message}{origin} [{self.code}{whose}]"

    def as_dict(self) -> dict[str, Any]:
        """The fields that say something, for `--json` and the report."""
        return {key: value for key, value in as_dict(self).items() if value}


class UserError(Exception):
    """A mistake a person can mend. The command line prints the findings and exits; never a traceback.

    `finding`: what is wrong; `findings`: all that is, where more was found at once.
    """

    def __init__(self, finding: Finding, *more: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding
        self.findings: tuple[Finding, ...] = (finding, *more)


def fail(code: str, message: str, file: str = "", line: int = 0, column: int = 0) -> UserError:
    """A UserError ready to raise."""
    return UserError(Finding(code, "error", message, file, line, column))


def internal(error: Exception, file: str = "") -> Finding:
    """A fault of this program as a finding: what to send with a report."""
    trace, where = error.__traceback__, ""
    while trace:
        where, trace = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}", trace.tb_next
    return Finding("internal-error", "error", f"this is a fault of edition {__version__}, not yours; please "
                   f"report it with this text: {type(error).__name__}: {error} ({where})", file)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line, column, severity and code, each once: the same list on every machine."""
    return sorted(
        set(findings), key=lambda f: (f.file, f.line, f.column, _WEIGHT[f.severity], f.code, f.message)
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(f.severity == "error" for f in findings)
