"""What became of the published ids of a text, and the next release of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.findings import Finding, fail
from edition.ids.file import dumps
from edition.ids.issue import issue
from edition.ids.published import Issue, Published, released
from edition.making.conversion import IDS, convert
from edition.pipeline import Document
from edition.records import record, replace
from edition.settings.facts import Edition
from edition.writing.placing import positional
from edition.writing.tei import as_it_stands

_SHOWN = 12  # ids named in one message


@record
class Ids:
    """The ids of one text as it is. `file`: where its published ones lie; `release`: the last; `version`: the next."""

    name: str
    file: Path
    published: Published
    issue: Issue
    version: str
    date: str
    findings: list[Finding]

    @property
    def counts(self) -> dict[str, int]:
        """How many ids stayed in place, moved with their passage, are new, are gone."""
        new, moved = len(self.issue.new), len(self.issue.moved)
        return {"stayed": len(self.issue.alive) - new - moved, "moved": moved, "new": new,
                "gone": len(self.issue.lost)}

    @property
    def changed(self) -> bool:
        """Whether the text has other ids than the last release."""
        return bool(self.issue.new or self.issue.lost)

    def frozen(self) -> bytes:
        """The file of ids once this is released. UserError: nobody says which version it is."""
        if not self.version:
            raise fail("ids-version", "a release needs a version: state `version` in edition.toml, or give --release",
                       str(self.file))
        date = self.date or self.published.date(self.version)
        made = released(self.published, self.version, date, self.issue.alive, self.issue.gone)
        return dumps(made, self.name).encode("utf-8")


def ids_of(path: Path, edition: Edition | None, release: str = "", encoding: str | None = None) -> Ids:
    """The ids of a text. `release`: the next version, if not that of the edition. UserError: as `convert`."""
    version = release or (edition.version if edition else "")
    shared = replace(edition, version=version) if edition else None
    document = convert(path, shared, encoding).document
    date = edition.published if edition else ""
    return Ids(path.stem, path.with_suffix(IDS), document.published, _issued(document), version, date,
               list(ids_findings(document, version)))


def _issued(document: Document) -> Issue:
    found = document.once(as_it_stands).issue
    return found or issue(document.source.text, document.spans, positional(document.spans)[0], document.published)


def ids_findings(document: Document, version: str) -> Iterator[Finding]:
    """What is to be said of a text whose ids were published: what changed, and that a version has it already."""
    issued = document.once(as_it_stands).issue
    if not issued:
        return
    release, file = document.published.release, document.published.file
    if lost := [line.id for line in issued.lost]:
        yield Finding("ids-gone", "info", f"gone since version {release}: {_listed(lost)}; each keeps its id in the "
                      "list of what was removed", file)
    if issued.new:
        yield Finding("ids-new", "info", f"new since version {release}: {_listed(issued.new)}", file)
    if (lost or issued.new) and version == release:
        yield Finding("ids-same-version", "warning", f"passages were put in or removed since version {release} was "
                      "released, and this is still called that version; raise `version` in edition.toml, then run "
                      "`edition ids --freeze`", file)


def _listed(ids: list[str] | tuple[str, ...]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more
