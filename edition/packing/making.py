"""An edition to the files of its package: built anew, checked, described, and enclosed in a bag."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from edition import __version__, ledger
from edition.exporting.export import export
from edition.exporting.inventory import NAME as INVENTORY
from edition.exporting.inventory import beside as placed_beside
from edition.findings import Finding, UserError, fail, has_errors
from edition.making.build import build
from edition.making.conversion import DECISIONS, IDS
from edition.making.disk import JOURNAL, MANIFEST, passing_folder
from edition.making.outcome import Outcome
from edition.making.work import Work, edition_beside, find_work
from edition.packing.bag import NAME, PAYLOAD, sum_of, tag_files
from edition.packing.crate import FILE as CRATE
from edition.packing.crate import Text, crate
from edition.packing.readme import licence, readme
from edition.records import record, replace
from edition.rendering.tei import TEI, read_tei
from edition.resources import folder
from edition.settings.facts import Edition
from edition.settings.metadata import EDITION_FILE
from edition.settings.registers import REGISTER_FILES
from edition.source import decode
from edition.validation.schemas import OWN
from edition.validation.validate import validate
from edition.verify import verify

# Of the schema, what a build does not write beside the TEI.
_SCHEMA = ("edition.odd", "edition-check.xsl", "encoding-guide.html")
_KEPT_TO = ("edition/schema/edition.rng", "edition/schema/edition.sch")
_LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "LICENCE.md", "COPYING")


@record
class Packed:
    """`files`: all of the bag, by the path below it; `findings`: of the build, and of the schemas that were named."""

    files: dict[str, bytes]
    findings: list[Finding]


def default_name(paths: Sequence[Path]) -> str:
    """What a package of these is called if nobody says: the folder, and the version of the edition."""
    shared = _edition(find_work(paths), paths)
    place = paths[0].resolve() if len(paths) == 1 else paths[0].resolve().parent
    return f"{place.name if place.is_dir() else place.stem}{f'-{shared.version}' if shared.version else ''}"


def pack(paths: Sequence[Path], schemas: Sequence[str] = (), outputs: Sequence[str] = (),
         profiles: Sequence[str] = ()) -> Packed:
    """The package of an edition's folder, or of some of its texts.

    `schemas`: names or files to check the TEI by, beside our own; what they say is reported and stops nothing.
    `outputs`: as `build`. `profiles`: recipients whose form of the TEI is put in, too, of the texts that they take.
    UserError: facts are missing that a package needs, a text has errors, a name is unfit.
    """
    work = find_work(paths)
    shared = _edition(work, paths)
    _refuse_names([path.name for path in work.texts], str(paths[0]))
    with passing_folder() as place:
        result = build(paths, place, outputs=outputs)
        if has_errors(result.findings):
            raise UserError(*[one for one in result.findings if one.severity == "error"])
        edition = _read(place)
    texts = [_text(path, edition, shared) for path in work.texts]
    source = _sources(work, result.made, paths)
    reports, told = _reports(texts, edition, schemas)
    exports, lost = _exports(texts, edition, profiles)
    crated = {**source, **edition, **reports, **exports, "README.md": readme(shared, texts),
              "LICENSE.txt": _licence(paths, shared), **_schema()}
    _refuse_names(crated, str(paths[0]))
    sums = {path: sum_of(data) for path, data in crated.items()}
    crated[CRATE] = crate(shared, texts, sums, _KEPT_TO)
    payload = {f"{PAYLOAD}{path}": data for path, data in crated.items()}
    tags = tag_files({path: sum_of(data) for path, data in payload.items()}, _info(shared))
    return Packed({**tags, **payload}, [*result.findings, *told, *lost, *_on_licence(paths)])


def _edition(work: Work, paths: Sequence[Path]) -> Edition:
    """The edition, with the facts that a package must state. UserError: one is missing."""
    shared = work.edition or edition_beside(work.texts[0])
    if shared is None:
        raise fail("edition-missing", f"a package states title, publisher, licence and day of publication, which the "
                   f"{EDITION_FILE} beside a text holds; there is none", str(paths[0]))
    if len(shared.published) != 10:
        raise fail("pack-fact-missing", "a package states the day of its publication; give it as `published = "
                   "2026-01-31`", shared.file)
    return shared


def _refuse_names(names: Sequence[str] | Mapping[str, bytes], file: str) -> None:
    unfit = sorted(name for name in names if not NAME.match(name))
    if unfit:
        raise UserError(*[Finding("pack-name", "error", f'"{name}" cannot be the name of a file in a package: archives '
                                  "take ASCII letters, digits, hyphens and full stops only; rename it, or what it is "
                                  "called after", file)
                          for name in unfit])


def _read(place: Path) -> dict[str, bytes]:
    """What was built, by its path in the crate."""
    return {f"edition/{path.relative_to(place).as_posix()}": path.read_bytes() for path in sorted(place.rglob("*"))
            if path.is_file() and path.name not in (MANIFEST, JOURNAL)}


def _text(path: Path, edition: Mapping[str, bytes], shared: Edition) -> Text:
    name, tei = path.stem, f"edition/{path.stem}/{path.stem}.xml"
    root = read_tei(edition[tei], tei)
    title = root.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    said = etree.XPath("string(//t:availability/t:p[starts-with(., 'Rights in the text')])",
                       namespaces={"t": TEI.strip("{}")})(root)
    rights = str(said).removeprefix("Rights in the text: ").rstrip(".")
    return Text(name, " ".join("".join(title.itertext()).split()), f"source/{path.name}", tei,
                f"edition/{name}/{name}.ledger.json", "" if rights == "unknown" else rights or shared.rights)


def _sources(work: Work, made: Sequence[Outcome], paths: Sequence[Path]) -> dict[str, bytes]:
    """The texts, all that stands beside them, and what else they were made of in the same folder."""
    found = set[Path]()
    for path in work.texts:
        found |= {path, *(path.with_suffix(suffix) for suffix in (".toml", DECISIONS, IDS)),
                  *(path.with_name(name) for name in (EDITION_FILE, *REGISTER_FILES))}
    within = {path.parent.resolve() for path in work.texts}
    for beside in (one for outcome in made for one in outcome.beside):
        found |= {one for one in ([beside] if beside.is_file() else [])
                  if any(one.resolve().is_relative_to(place) for place in within)}
    place = work.texts[0].parent.resolve()
    return {f"source/{one.resolve().relative_to(place).as_posix()}": one.read_bytes()
            for one in sorted(found) if one.is_file() and one.resolve().is_relative_to(place)}


def _reports(texts: Sequence[Text], edition: Mapping[str, bytes],
             schemas: Sequence[str]) -> tuple[dict[str, bytes], list[Finding]]:
    """What proof and validation say of each text; and what others' schemas find, as warnings."""
    made, told = dict[str, bytes](), list[Finding]()
    for text in texts:
        tei, record = edition[text.tei], ledger.loads(edition[text.ledger].decode("utf-8"), text.ledger)
        source = decode(ledger.restore(tei, record), text.name, None, record["encoding"]).text
        made[f"reports/{text.name}.proof.txt"] = "".join(f"{line}\n" for line in verify(tei, source).lines()).encode()
        for name in (OWN, *schemas):
            found = validate(tei, text.tei, [name])
            called = Path(name).name if name != OWN else "validation"
            made[f"reports/{text.name}.{called.replace('_', '-')}.json"] = _report(name, found)
            if name != OWN and (wrong := sum(one.severity == "error" for one in found)):
                told.append(Finding("pack-schema", "warning", f"{wrong} errors by the schema {name}; the report in the "
                                    "package lists them", text.tei))
    return made, told


def _exports(texts: Sequence[Text], edition: Mapping[str, bytes],
             profiles: Sequence[str]) -> tuple[dict[str, bytes], list[Finding]]:
    """The TEI as others take it; what it loses, and of which text there is none, and why, as warnings."""
    made, told = dict[str, bytes](), list[Finding]()
    for text, profile in product(texts, profiles):
        try:
            one = export(edition[text.tei], profile, text.name, text.tei)
        except UserError as error:
            told += [replace(finding, severity="warning") for finding in error.findings]
            continue
        told += one.findings
        files = {f"exports/{profile}/{path}": data for path, data in one.files.items()}
        placed, others = placed_beside(files, made, text.tei)
        made |= placed
        told += others
    if any(PurePosixPath(path).name == INVENTORY for path in made):
        told.append(Finding("pack-name-prescribed", "info", f"CTS prescribes the name {INVENTORY}, which is therefore "
                            "taken; for an archive that refuses underscores (CLARIN.SI) pack without `--export "
                            "capitains`", ""))
    return made, told


def _report(schema: str, found: Sequence[Finding]) -> bytes:
    said: dict[str, Any] = {"tool": {"name": "edition", "version": __version__}, "schema": Path(schema).name,
                            "valid": not has_errors(found), "findings": [one.as_dict() for one in found]}
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _schema() -> dict[str, bytes]:
    return {f"edition/schema/{name}": (folder("schema") / name).read_bytes() for name in _SCHEMA}


def _info(edition: Edition) -> dict[str, str]:
    """What bag-info.txt says; no clock: the day is that of the publication."""
    version = f", version {edition.version}" if edition.version else ""
    return {"Source-Organization": edition.publisher, "Contact-Name": edition.editors[0].name,
            "External-Description": edition.title + version, "External-Identifier": edition.base_url,
            "Bagging-Date": edition.published, "Bag-Software-Agent": f"edition {__version__}"}


def _own_licence(paths: Sequence[Path]) -> Path | None:
    place = paths[0] if paths[0].is_dir() else paths[0].parent
    return next((place / name for name in _LICENCES if (place / name).is_file()), None)


def _licence(paths: Sequence[Path], edition: Edition) -> bytes:
    own = _own_licence(paths)
    return own.read_bytes() if own else licence(edition)


def _on_licence(paths: Sequence[Path]) -> list[Finding]:
    if _own_licence(paths):
        return []
    return [Finding("pack-licence-text", "info", "the package names the licence and where it stands, and has not its "
                    "words; put them as LICENSE.txt beside edition.toml to have them in it", str(paths[0]))]


__all__ = ["Packed", "default_name", "pack"]
