"""One source to everything that is made of it, in memory: TEI, proof, checks and outputs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from edition import ledger, tei
from edition.conventions import STAGES
from edition.facts import Edition, Settings
from edition.findings import Finding, UserError, has_errors, in_order
from edition.links import broken_links
from edition.metadata import load_source
from edition.pipeline import Document, parse
from edition.render import OUTPUTS, render
from edition.report import describe
from edition.source import Source, read_source
from edition.validate import validate
from edition.verify import source_lines, verify

CONVENTIONS = frozenset(convention.name for stage in STAGES for convention in stage)


@dataclass(frozen=True)
class Converted:
    """A source read, recognised and written as TEI."""

    document: Document
    settings: Settings
    tei: bytes
    findings: list[Finding]


@dataclass(frozen=True)
class Outcome:
    """What became of one source. `files`: what to write (empty where nothing could be made)."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether no check failed."""
        return not has_errors(self.findings)


def recognise(path: Path | str, edition: Edition | None, encoding: str | None = None) -> Document:
    """The structure of a source ("-": of standard input). UserError: as `convert`."""
    return _recognise(path, edition, encoding)[0]


def _recognise(path: Path | str, edition: Edition | None, encoding: str | None) -> tuple[Document, Settings]:
    stdin = str(path) == "-"
    settings = Settings.bare("stdin") if stdin else load_source(Path(path), edition, CONVENTIONS)
    return parse(read_source(path, encoding or settings.encoding or None), settings), settings


def convert(path: Path | str, edition: Edition | None, encoding: str | None = None) -> Converted:
    """The TEI of a source ("-": of standard input). UserError: what cannot be read, broken settings or decisions."""
    document, settings = _recognise(path, edition, encoding)
    text = tei.write(document, settings, edition)
    findings = [*document.findings, *tei.findings(document, settings, edition)]
    return Converted(document, settings, text.encode("utf-8"), findings)


def make(path: Path, edition: Edition | None, encoding: str | None = None) -> Outcome:
    """Everything of one source. UserError: as `convert`; what is wrong with the result is among its findings."""
    done = convert(path, edition, encoding)
    source, name = done.document.source, path.stem
    place = f"{name}/{name}.xml"
    findings, record = check(source, done.tei, place)
    files = {f"{name}.xml": done.tei, f"{name}.ledger.json": record.encode("utf-8")}
    files |= {output.file.format(name=name): render(done.tei, to, name, place).encode("utf-8")
              for to, output in OUTPUTS.items()}
    findings = in_order([*done.findings, *findings, *broken_links(name, files)])
    return Outcome(name, files, findings, describe(done.document, done.tei))


def check(source: Source, written: bytes, file: str) -> tuple[list[Finding], str]:
    """What must hold of a TEI: the proof (law 3), the exact bytes (law 6), the schema; and the ledger it takes.

    `file`: how messages call the TEI.
    """
    proof = verify(written, source.text)
    findings = [Finding("not-proved", "error", problem.message, file, problem.tei_line, 0, problem.source_line)
                for problem in proof.problems]
    findings += with_source_lines(validate(written, file), written, source.text)
    try:
        record = ledger.make(source.data, source.raw, source.encoding, source.bom, source.name, written)
        ledger.restore(written, record, file)
    except UserError as error:
        return [*findings, replace(error.finding, file=file)], ""
    return findings, ledger.dumps(record)


def with_source_lines(findings: list[Finding], written: bytes, source: str) -> list[Finding]:
    """Findings about a TEI, each with the line of the source that its line comes from, where that is known."""
    if not findings:
        return []
    where = source_lines(written, source)
    return [replace(finding, source_line=where(finding.line)) if finding.line else finding for finding in findings]
