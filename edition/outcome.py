"""One source to everything that is made of it, in memory: TEI, proof, checks and outputs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from edition import ledger, tei
from edition.conventions import STAGES
from edition.facts import Edition, Settings
from edition.findings import Finding, has_errors, in_order
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
    files = {f"{name}.xml": done.tei}
    files |= {output.file.format(name=name): render(done.tei, to, name, f"{name}/{name}.xml").encode("utf-8")
              for to, output in OUTPUTS.items()}
    record = json.dumps(ledger.make(source, done.tei), ensure_ascii=False, sort_keys=True) + "\n"
    files[f"{name}.ledger.json"] = record.encode("utf-8")
    findings = [*done.findings, *check(source, done.tei, f"{name}/{name}.xml"), *broken_links(name, files)]
    return Outcome(name, files, in_order(findings), describe(done.document, done.tei))


def check(source: Source, written: bytes, file: str) -> list[Finding]:
    """What must hold of a TEI: the proof (law 3), the exact bytes by its ledger (law 6), the schema."""
    proof = verify(written, source.text)
    findings = [Finding("not-proved", "error", problem.message, file, problem.tei_line, 0, problem.source_line)
                for problem in proof.problems]
    if ledger.restore(written, ledger.make(source, written)) != source.data:
        findings.append(Finding("not-restored", "error", "TEI and ledger do not give back the source's bytes", file))
    return findings + with_source_lines(validate(written, file), written, source.text)


def with_source_lines(findings: list[Finding], written: bytes, source: str) -> list[Finding]:
    """Findings about a TEI, each with the line of the source that its line comes from, where that is known."""
    if not findings:
        return []
    where = source_lines(written, source)
    return [replace(finding, source_line=where(finding.line)) if finding.line else finding for finding in findings]
