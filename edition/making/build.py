"""Sources to finished editions: find the texts, make everything of each in memory, then write what is sound."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import edition
from edition.dts.api import FOLDER as SERVICE
from edition.dts.api import dts
from edition.findings import Finding, UserError, fail, has_errors, in_order, internal
from edition.making.disk import Store
from edition.making.links import broken_site_links
from edition.making.outcome import Outcome, make
from edition.making.pagefind import FOLDER, pagefind_index
from edition.making.work import Work, edition_beside, find_work
from edition.records import record, replace
from edition.rendering import search
from edition.rendering.collection import Entry, Maker, Shared, collection_site
from edition.rendering.metadata import STANDARDS
from edition.rendering.outputs import OUTPUTS
from edition.rendering.tei import read_tei
from edition.rendering.whole import whole_records
from edition.resources import folder
from edition.settings.facts import Edition
from edition.settings.metadata import EDITION_FILE


@record
class Result:
    """What a build did. `findings`: all there are, in order, places as this machine names them."""

    out: Path
    made: list[Outcome]
    findings: list[Finding]
    report: dict[str, Any]


def build(paths: Sequence[Path], out: Path, force: bool = False, draft: bool = False,
          encoding: str | None = None, outputs: Sequence[str] = (),
          standing: Mapping[str, Outcome] = MappingProxyType({})) -> Result:
    """Build the texts of a folder, or single texts, into `out`.

    `outputs`: what is made of each beside what the edition's settings name and what is always made (keys of OUTPUTS).

    A source with a finding of error severity is not written (`draft`: it is, if it could be made at all); the others
    are. `force`: outputs that were changed by hand are overwritten. `standing`: what came of the texts (by name) that
    are not to be made again, since nothing of theirs has changed. UserError: there is nothing that could be built.
    """
    work = find_work(paths)
    _refuse_own_folder(work, out)
    _refuse_unready_outputs(work.edition, outputs)
    store = Store(out, work.edition.title if work.edition else "", force)
    made, findings = list[Outcome](), list(work.findings)
    try:
        for path in work.texts:
            one = standing.get(path.stem) or _write(store, _made(path, work, encoding, outputs), draft)
            made.append(replace(one, files={}))
            findings += one.findings
        if work.edition:
            findings += store.remove_gone(work.names)
        report = _report(work, made, findings, out)
        findings += _write_top(store, work, report, outputs)
    finally:
        store.close()
    return Result(out, made, in_order(findings), report)


def _refuse_own_folder(work: Work, out: Path) -> None:
    """The outputs of `x.txt` include an `x.txt`: in the folder x of the sources they could meet it."""
    for text in work.texts:
        if (out / text.stem).resolve() == text.parent.resolve():
            raise fail("output-in-sources", "the outputs would be written among the sources; choose another folder "
                       "with -o", str(out))


def _refuse_unready_outputs(shared: Edition | None, asked: Sequence[str]) -> None:
    """The settings cannot know what outputs there are; what one needs and lacks is told before work begins."""
    known = [*OUTPUTS, *STANDARDS, SERVICE]
    unknown = [to for to in shared.outputs if to not in known] if shared else []
    if shared and unknown:
        raise fail("toml-value", f'outputs: "{unknown[0]}" is not one of {", ".join(known)}', shared.file)
    for to in {*asked, *(shared.outputs if shared else ())} & {*OUTPUTS}:
        OUTPUTS[to].ready()


def _made(path: Path, work: Work, encoding: str | None, outputs: Sequence[str]) -> Outcome:
    """Everything of one source, or why there is nothing: one that fails never stops the others."""
    try:
        return make(path, work.edition or edition_beside(path), encoding, outputs)
    except UserError as error:
        return Outcome(path.stem, findings=list(error.findings))
    except Exception as error:
        return Outcome(path.stem, findings=[internal(error, str(path))])


def _write(store: Store, one: Outcome, draft: bool) -> Outcome:
    """Write what was made of a source, if it is sound; what prevents it is added to its findings."""
    if not one.files:
        return one
    if not one.sound and not draft:
        said = Finding("not-written", "error", "has errors, so nothing of it was written; `edition convert` shows its "
                       "TEI, `edition build --draft` writes it all the same", str(store.root / one.name))
        return replace(one, files={}, findings=[*_located(one, store.root), said])
    one = replace(one, findings=_located(one, store.root))
    try:
        store.put(one.name, {**one.files, **one.pictures})
    except UserError as error:
        return replace(one, files={}, findings=[*one.findings, error.finding])
    return replace(one, report={**one.report, "written": True})


def _located(one: Outcome, root: Path) -> list[Finding]:
    """Findings about outputs name them by their place in the output folder; here, by their path."""
    inside = f"{one.name}/"
    return [replace(f, file=str(root / f.file)) if f.file.startswith(inside) else f for f in one.findings]


def _report(work: Work, made: list[Outcome], findings: list[Finding], out: Path) -> dict[str, Any]:
    sources = {one.name: {**one.report, "written": one.report.get("written", False),
                          "findings": list(_plain(one.findings, work, out))} for one in made}
    rest = [finding for finding in findings if not any(finding in one.findings for one in made)]
    return {"tool": {"name": "edition", "version": edition.__version__},
            "edition": work.edition.title if work.edition else None,
            "sources": sources, "findings": list(_plain(rest, work, out))}


def _plain(findings: list[Finding], work: Work, out: Path) -> Iterator[dict[str, Any]]:
    """Findings for report.json, which says the same wherever the folders lie."""
    folders = sorted({f"{text.parent}{os.sep}" for text in work.texts}, reverse=True)
    for finding in in_order(findings):
        message = finding.message
        for place in folders:
            message = message.replace(place, "")
        yield replace(finding, file=_relative(finding.file, out), message=message).as_dict()


def _relative(file: str, out: Path) -> str:
    """A path below the output folder as seen from there; any other by its name alone."""
    path = Path(file)
    return path.relative_to(out).as_posix() if path.is_relative_to(out) else path.name


def _write_top(store: Store, work: Work, report: dict[str, Any], outputs: Sequence[str]) -> list[Finding]:
    """The site of the collection, records of it, the report and the schema the TEI files point to."""
    schema = {f"schema/{path.name}": path.read_bytes() for path in sorted(folder("schema").glob("edition.[rs]*"))
              if path.suffix in (".rng", ".sch")}
    shared = work.edition or _edition_of(work.texts)
    index, findings = pagefind_index(store.root) if shared and shared.search else ({}, [])
    entries, about = _entries(store), _shared(shared)._replace(search=FOLDER if index else "")
    site = collection_site(entries, about)
    asked = {*outputs, *(shared.outputs if shared else ())}
    records, owed = whole_records(entries, about, asked, shared.file if shared else EDITION_FILE)
    service = dts(entries, about) if SERVICE in asked else {}
    text = json.dumps(report, indent=1, ensure_ascii=False) + "\n"
    # A name of a file that could not be read may be no text.
    files = {**schema, **site, **index, **records, **service, "report.json": text.encode("utf-8", "backslashreplace")}
    try:
        store.put("", files, source=False)
    except UserError as error:
        return [*findings, error.finding]
    return [*findings, *owed, *(replace(finding, file=str(store.root / finding.file))
                         for finding in broken_site_links(site, store.paths, store.read))]


def _edition_of(texts: Sequence[Path]) -> Edition | None:
    """The edition that single texts belong to, if they all lie in one folder of one."""
    if len({text.parent for text in texts}) != 1:
        return None
    try:
        return edition_beside(texts[0])
    except UserError:
        return None  # which was said of each text


def _shared(shared: Edition | None) -> Shared:
    if shared is None:
        return Shared()
    return Shared(shared.title, shared.publisher, shared.licence, shared.licence_url, shared.language, shared.base_url,
                  shared.project, "", shared.version, shared.published, shared.doi,
                  tuple(Maker(one.name, one.kind, one.surname, one.forename,
                              f"https://orcid.org/{one.orcid}" if one.orcid else "") for one in shared.editors))


def _entries(store: Store) -> list[Entry]:
    """The texts that stand in the output folder (also those built before), each with its TEI."""
    found = ((name, store.read(f"{name}/{name}.xml")) for name in store.sources)
    return [Entry(name, tei, store.files(name), _data(store, name))
            for name, tei in found if tei is not None and _readable(tei)]


def _data(store: Store, name: str) -> search.Data | None:
    """What the site needs of a text, as it was written with the text (None: by an earlier version of this program)."""
    written = store.read(f"{name}/{OUTPUTS['search'].file}")
    return search.read(written) if written is not None else None


def _readable(tei: bytes) -> bool:
    """Whether a file is TEI at all: somebody may have edited it."""
    try:
        read_tei(tei)
    except UserError:
        return False
    return True


__all__ = ["Outcome", "Result", "build", "has_errors", "internal"]
