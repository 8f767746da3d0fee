"""One source to everything that is made of it, in memory: TEI, proof, checks and outputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from edition.findings import Finding, has_errors, in_order
from edition.making.checked import check
from edition.making.conversion import Converted, convert
from edition.making.links import broken_links
from edition.making.report import describe
from edition.records import field, record
from edition.rendering.metadata import STANDARDS, concerns, lacking, left_out
from edition.rendering.outputs import render_all
from edition.rendering.style import Style
from edition.rendering.targets import dropped
from edition.rendering.tei import Tei
from edition.settings.facts import Edition


@record
class Outcome:
    """What became of one source. `files`: what to write (empty where nothing could be made); `pictures`: to be copied.

    `beside`: files and folders it depends on beside the text and all settings.
    """

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, Path] = field(default_factory=dict)
    beside: tuple[Path, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    report: dict[str, Any] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether no check failed."""
        return not has_errors(self.findings)


def make(path: Path, edition: Edition | None, encoding: str | None = None, outputs: Sequence[str] = ()) -> Outcome:
    """Everything of one source. UserError: as `convert`; what is wrong with the result is among its findings.

    `outputs`: as `build`.
    """
    done = convert(path, edition, encoding)
    source, name = done.document.source, path.stem
    place = f"{name}/{name}.xml"
    checked = check(source, done.tei, place)
    files = {f"{name}.xml": done.tei, f"{name}.ledger.json": checked.ledger.encode("utf-8")}
    tei = Tei(done.tei, name, place)
    further = {*outputs, *(edition.outputs if edition else ())}
    files |= render_all(tei, further, done.links, edition.style if edition else Style())
    findings = [*done.findings, *_of_ids(done, edition), *checked.findings,
                *broken_links(name, files, done.pictures), *dropped(tei.root, place),
                *(finding for to in further & {*STANDARDS} if concerns(tei, to)
                  for finding in lacking(tei, to)),
                *(left_out(tei) if "cmif" in further else ())]
    report = describe(done.document, done.tei, checked.proof)
    return Outcome(name, files, done.pictures, done.beside, in_order(findings), report)


def _of_ids(done: Converted, edition: Edition | None) -> list[Finding]:
    if not done.document.published.lines:
        return []
    from edition.making.ids import ids_findings  # most texts have no published ids

    return list(ids_findings(done, edition.version if edition else ""))
