"""A package received: that nothing was changed, that its TEI is valid, and that it still accounts for the sources."""

from __future__ import annotations

import filecmp
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from edition import ledger
from edition.findings import Finding, UserError, has_errors, in_order
from edition.making.conversion import unproved
from edition.making.disk import passing_folder, write_file, write_stream
from edition.making.work import SUFFIXES
from edition.packing import bag, crate
from edition.packing.archive import SUFFIXES as ARCHIVES
from edition.packing.archive import Package, pack_into
from edition.packing.bag import PAYLOAD, Sum, summed
from edition.records import record, replace
from edition.resources import folder
from edition.source import decode
from edition.validation.validate import validate
from edition.verify import source_lines, verify

_EDITION, _SOURCE, _SCHEMA = f"{PAYLOAD}edition/", f"{PAYLOAD}source/", f"{PAYLOAD}edition/schema/"
_AGAIN = "ask for the package again"


@record
class Received:
    """What is to be said of a package. `files`: how many it has; `texts`: the TEI files that were proved."""

    root: str
    files: int
    texts: list[str]
    findings: list[Finding]


def received(package: Package, trust: bool = False) -> Received:
    """Everything that is wrong with a package, which is open.

    `trust`: the rules (Schematron) that lie in it are run even where they are not those of this program; they are a
    program of whoever made the package.
    """
    if package.findings:  # a package with a way out of it is nothing to read on in
        return Received(package.root, len(package.files), [], in_order(package.findings))
    sums, unread = _sums(package)
    tags = {path: package.read(path) for path in sums if "/" not in path}
    found = [*unread, *bag.faults(tags, sums)]
    found += _crate(package, sums)
    texts = _texts(sums)
    if not texts:
        found.append(_finding("package-empty", f"there is no TEI with its ledger below {_EDITION}; {_AGAIN}", ""))
    with passing_folder() as place:
        schemas, told = _schemas(package, sums, place, trust)
        found += told
        for text in texts:
            found += _text(package, text, sums, schemas)
    if not has_errors(found):
        found += _repacked(package)
    return Received(package.root, len(sums), texts, in_order(found))


def _sums(package: Package) -> tuple[dict[str, Sum], list[Finding]]:
    sums, unread = dict[str, Sum](), list[Finding]()
    for path, open_ in package.files.items():
        try:
            with open_() as stream:
                sums[path] = summed(stream)
        except (OSError, zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            unread.append(_finding("package-damaged", f"this file cannot be read out of the package ({error}); it was "
                                 f"damaged: {_AGAIN}", path))
    return sums, unread


def _crate(package: Package, sums: dict[str, Sum]) -> Iterator[Finding]:
    place = f"{PAYLOAD}{crate.FILE}"
    if place not in sums:
        yield _finding("bag-file-missing", f"the package describes its files here, and this is not there; {_AGAIN}",
                     place)
        return
    inside = {path.removeprefix(PAYLOAD): one for path, one in sums.items()
              if path.startswith(PAYLOAD) and path != place}
    yield from crate.faults(package.read(place), inside, place)


def _texts(sums: dict[str, Sum]) -> list[str]:
    """The TEI files: NAME/NAME.xml, and those of which only the ledger is left."""
    found = set[str]()
    for path in sums:
        parts = PurePosixPath(path.removeprefix(_EDITION)).parts
        if path.startswith(_EDITION) and len(parts) == 2 and parts[1] in (f"{parts[0]}.xml", f"{parts[0]}.ledger.json"):
            found.add(f"{_EDITION}{parts[0]}/{parts[0]}.xml")
    return sorted(found)


def _schemas(package: Package, sums: dict[str, Sum], place: Path, trust: bool) -> tuple[list[Path], list[Finding]]:
    """The grammar and the rules that lie in the package, as files."""
    made, told = list[Path](), list[Finding]()
    for name in ("edition.rng", "edition.sch"):
        if f"{_SCHEMA}{name}" not in sums:
            told.append(_finding("bag-file-missing", f"the schema of the TEI belongs here, and is not there; {_AGAIN}",
                               f"{_SCHEMA}{name}"))
            continue
        data = package.read(f"{_SCHEMA}{name}")
        if name.endswith(".sch") and not trust and data != (folder("schema") / name).read_bytes():
            told.append(Finding("package-rules", "info", "these rules are not those of this version of the program, "
                                "and were not run, for rules are a program; --trust runs them", f"{_SCHEMA}{name}"))
            continue
        write_file(place / name, data)
        made.append(place / name)
    return made, told


def _text(package: Package, path: str, sums: dict[str, Sum], schemas: list[Path]) -> Iterator[Finding]:
    """One TEI: valid, and the whole source."""
    beside = path.removesuffix(".xml") + ".ledger.json"
    lost = [one for one in (path, beside) if one not in sums]
    if lost:
        yield from (_finding("bag-file-missing", f"TEI and ledger belong together, and one is lost; {_AGAIN}", one)
                    for one in lost)
        return
    tei = package.read(path)
    try:
        record = ledger.loads(package.read(beside).decode("utf-8", "replace"), beside)
        name = PurePosixPath(path).stem
        place = next((one for one in sums if one in [f"{_SOURCE}{name}{suffix}" for suffix in SUFFIXES]), "")
        if not place:
            yield _finding("package-source", f"the source of this TEI is not in {_SOURCE}; {_AGAIN}", path)
            yield from validate(tei, path, schemas) if schemas else ()
            return
        data = package.read(place)
        source = decode(data, place, None, record["encoding"]).text
        lines = source_lines(tei, source)
        yield from validate(tei, path, schemas, lines) if schemas else ()
        yield from unproved(verify(tei, source), path)
        if ledger.restore(tei, record, beside) != data:
            yield _finding("package-source", f"TEI and ledger give other bytes than {place} has; one of the three was "
                         f"changed: {_AGAIN}", path)
    except UserError as error:
        yield from (replace(one, file=one.file or path) for one in error.findings)


def _repacked(package: Package) -> Iterator[Finding]:
    """Whether an archive is, byte for byte, what `edition pack` makes of these files."""
    if package.place.is_file() and package.place.suffix in ARCHIVES:
        files = {path: partial(package.read, path) for path in package.files}
        with passing_folder() as place:
            again = place / package.place.name
            write_stream(again, lambda out: pack_into(out, package.root, files, package.place.suffix))
            same = filecmp.cmp(again, package.place, shallow=False)
        if not same:
            yield Finding("package-repacked", "warning", "all files are as they were packed, but the archive around "
                          "them is not the one that `edition pack` wrote: another program has packed them again, or a "
                          "byte between the files was changed", str(package.place))


def _finding(code: str, message: str, file: str) -> Finding:
    return Finding(code, "error", message, file)
