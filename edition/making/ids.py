"""What became of the published ids of a text, and the next release of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.findings import Finding, fail
from edition.ids.file import dumps
from edition.ids.issue import issue
from edition.ids.published import NOTHING, Issue, Published, released
from edition.ids.supplied import named, with_title
from edition.making.checked import check
from edition.making.conversion import IDS, Converted, convert
from edition.records import record, replace
from edition.settings.facts import Edition
from edition.writing.placing import positional

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


def ids_of(path: Path, edition: Edition | None, release: str = "", encoding: str | None = None,
           proving: bool = False) -> Ids:
    """The ids of a text. `release`: the next version, if not that of the edition. UserError: as `convert`.

    `proving`: proof and validation are made, too, and what they object to is among the findings.
    """
    version = release or (edition.version if edition else "")
    shared = replace(edition, version=version) if edition else None
    done = convert(path, shared, encoding)
    date = edition.published if edition else ""
    unsound = [one for one in [*done.findings, *check(done.document.source, done.tei, path.stem).findings]
               if one.severity == "error"] if proving else []
    return Ids(path.stem, path.with_suffix(IDS), done.document.published, named(_issued(done), done.title), version,
               date, [*ids_findings(done, version), *unsound])


def _issued(done: Converted) -> Issue:
    if done.places.issue:
        return done.places.issue
    document = done.document
    made = issue(document.source.text, document.spans, positional(document.spans)[0], NOTHING)
    host, title = done.places.head_host, done.places.head_id
    return with_title(made, NOTHING, title, made.ids[host] if host >= 0 else "") if done.title else made


def ids_findings(done: Converted, version: str) -> Iterator[Finding]:
    """What is to be said of a text whose ids were published: what changed, and that a version has it already."""
    document, issued = done.document, done.places.issue
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
