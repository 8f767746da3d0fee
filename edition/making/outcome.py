"""One source to everything that is made of it, in memory: TEI, proof, checks and outputs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from edition import ledger
from edition.conventions import STAGES
from edition.corrections.decisions import load as load_decisions
from edition.findings import Finding, UserError, fail, has_errors, in_order
from edition.making.links import broken_links
from edition.making.report import describe
from edition.pipeline import Document, parse
from edition.rendering.render import OUTPUTS, render
from edition.settings.facts import EDITOR, Edition, Settings
from edition.settings.metadata import load_source
from edition.source import Source, read_source
from edition.validation.validate import validate
from edition.verify import Proof, source_lines, verify
from edition.writing import tei

CONVENTIONS = frozenset(convention.name for stage in STAGES for convention in stage)


@dataclass(frozen=True)
class Converted:
    """A source read, recognised and written as TEI."""

    document: Document
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
    if str(path) == "-":
        settings = Settings.bare("stdin")
        return parse(read_source(path, encoding), settings), settings
    path = Path(path)
    _refuse_name(path)
    settings = load_source(path, edition, CONVENTIONS)
    source = read_source(path, encoding or settings.encoding or None)
    # Without an edition, nobody has declared its editor.
    agents = [one.id for one in settings.responsible(edition)] + ([] if edition else [EDITOR])
    decisions = load_decisions(path.with_suffix(".corrections.toml"), source, agents)
    return parse(source, settings, decisions), settings


def _refuse_name(path: Path) -> None:
    """A name stands in the TEI and in every link: it must be text."""
    if not path.name.isprintable():
        raise fail("name-unreadable", "the name of this file has characters that are no text (of another encoding, or "
                   "control characters); rename it", str(path))


def convert(path: Path | str, edition: Edition | None, encoding: str | None = None) -> Converted:
    """The TEI of a source ("-": of standard input). UserError: what cannot be read, broken settings or decisions."""
    document, settings = _recognise(path, edition, encoding)
    text = tei.write(document, settings, edition)
    # What is to be said of the header names the settings, or the text by its name where it has none.
    told = [replace(finding, file=document.source.file) if finding.file == settings.name else finding
            for finding in tei.findings(document, settings, edition)]
    return Converted(document, text.encode("utf-8"), [*document.findings, *told])


def make(path: Path, edition: Edition | None, encoding: str | None = None) -> Outcome:
    """Everything of one source. UserError: as `convert`; what is wrong with the result is among its findings."""
    done = convert(path, edition, encoding)
    source, name = done.document.source, path.stem
    place = f"{name}/{name}.xml"
    checked = check(source, done.tei, place)
    files = {f"{name}.xml": done.tei, f"{name}.ledger.json": checked.ledger.encode("utf-8")}
    files |= {output.file.format(name=name): render(done.tei, to, name, place).encode("utf-8")
              for to, output in OUTPUTS.items()}
    findings = in_order([*done.findings, *checked.findings, *broken_links(name, files)])
    return Outcome(name, files, findings, describe(done.document, done.tei, checked.proof))


@dataclass(frozen=True)
class Checked:
    """What the checks of a TEI say. `ledger`: its text, "" where the TEI is not of the source."""

    findings: list[Finding]
    proof: Proof
    ledger: str = ""


def check(source: Source, written: bytes, file: str) -> Checked:
    """What must hold of a TEI: the proof (law 3), the exact bytes by its ledger (law 6), the schema.

    `file`: how messages call the TEI.
    """
    proof = verify(written, source.text)
    findings = [Finding("not-proved", "error", problem.message, file, problem.tei_line, 0, problem.source_line)
                for problem in proof.problems]
    findings += validate(written, file, source_lines=source_lines(written, source.text))
    try:
        record = ledger.make(source.data, source.raw, source.encoding, source.bom, source.name, written)
        ledger.restore(written, record, file)
    except UserError as error:
        return Checked([*findings, replace(error.finding, file=file)], proof)
    return Checked(findings, proof, ledger.dumps(record))
