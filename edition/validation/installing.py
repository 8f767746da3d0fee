"""Fetching the schemas of others into the user's cache, with a record of what was fetched."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from edition.findings import Finding, Severity, fail
from edition.making.disk import digest, write_file
from edition.records import record
from edition.validation import schemas
from edition.validation.datatypes import RNG
from edition.validation.fetching import NotFetchedError, fetch
from edition.validation.known import KNOWN, Known, Part
from edition.validation.schematron_file import SCH
from edition.xml_input import read_xml

LOCK = "schemas.lock.json"
_ROOTS = (f"{{{RNG}}}grammar", f"{{{SCH}}}schema")

Fetch = Callable[[str], bytes]


@record
class Listed:
    """A file of a known schema and where it is. `state`: recorded, changed (since it was), unrecorded, missing."""

    name: str
    file: str
    state: str
    path: str = ""
    url: str = ""


def listed() -> list[Listed]:
    """Every file of every known schema."""
    return [_listed(known, part) for known in KNOWN.values() for part in known.parts]


def _listed(known: Known, part: Part) -> Listed:
    path = schemas.place(part)
    if not path:
        return Listed(known.name, part.file, "missing", url=part.url)
    noted = _lock(path.parent).get(part.file, {}).get("sha256")
    state = "unrecorded" if not noted else "recorded" if noted == digest(path) else "changed"
    return Listed(known.name, part.file, state, str(path), part.url)


def install(names: Iterable[str], update: bool = False, get: Fetch = fetch) -> list[Finding]:
    """Fetch the files of schemas into the user's cache; what was done, and what is left to the user, as findings.

    Publishers give no checksums. That of each file is written down when it first comes; when another comes later, it
    replaces the first only with `update`.
    UserError `schema-unknown`: no schema of that name is known.
    """
    asked = list(dict.fromkeys(names))
    for name in asked:
        if name not in KNOWN:
            raise fail("schema-unknown", f"no schema {name} is known; known are {', '.join(KNOWN)}")
    return [one for name in asked for part in KNOWN[name].parts for one in _install(KNOWN[name], part, update, get)]


def _install(known: Known, part: Part, update: bool, get: Fetch) -> Iterator[Finding]:
    folder = schemas.cache_folder()
    path = folder / part.file
    if not part.url:
        yield _by_hand(known, part, path)
        return
    try:
        data = get(part.url)
    except NotFetchedError as error:
        said = f"{part.url} could not be fetched: {error}. {_elsewhere(known, part, error.gone)}"
        yield _finding("schema-not-fetched", said + _save(part, folder), path)
        return
    wrong = _no_schema(data) or _another(part, data)
    if wrong:
        yield _finding("schema-not-fetched", f"what came from {part.url} is not the schema ({wrong}). See in a browser "
                       f"what lies there, or at {known.home}{_save(part, folder)}", path)
        return
    yield _keep(part, path, data, update)


def _keep(part: Part, path: Path, data: bytes, update: bool) -> Finding:
    """Write a file and its checksum, unless another was written down."""
    lock, now = _lock(path.parent), digest(data)
    noted = lock.get(part.file, {}).get("sha256")
    if noted and noted != now and not update:
        kept = "the first is kept" if path.is_file() else "it is not written"
        return _finding("schema-changed", f"{part.url} gives another file now (sha256 {now}) than when it was first "
                        f"fetched ({noted}); {kept}. With --update the new one is taken", path)
    write_file(path, data)
    lock[part.file] = {"url": part.url, "sha256": now}
    write_file(path.parent / LOCK, (json.dumps(dict(sorted(lock.items())), indent=1) + "\n").encode())
    said = ("as it has to be" if part.sha256 else "as before" if noted == now else
            "written down for next time; the publisher gives none to compare it with")
    return _finding("schema-installed", f"fetched from {part.url}; sha256 {now} ({said})", path, "info")


def _by_hand(known: Known, part: Part, path: Path) -> Finding:
    """A file that has no address: what to do, unless the grammar's own rules do instead."""
    if path.is_file():
        return _finding("schema-installed", "put here by hand", path, "info")
    if known.stands_in(part):
        return _finding("schema-no-address", f"{part.file} has no address of its own; the rules that the grammar of "
                        f"{known.name} holds are checked instead", path, "info")
    return _finding("schema-no-address", f"{part.file} is not given out under an address of its own. At {known.home} "
                    f"is what it is made of: {known.made}. Make it, or ask there{_save(part, path.parent)}", path)


def _elsewhere(known: Known, part: Part, gone: bool) -> str:
    return (f"Its publisher may have moved it: look at {known.home}" if gone else
            f"On a computer with a network, fetch {part.url}")


def _save(part: Part, folder: Path) -> str:
    return (f", and save it as {part.file} in {folder}, or in a folder that {schemas.VARIABLE} names. `edition schema "
            "list` shows whether it is found")


def _finding(code: str, message: str, path: Path, severity: Severity = "error") -> Finding:
    return Finding(code, severity, message, str(path))


def _no_schema(data: bytes) -> str:
    """Why some bytes are no schema; "" where they are one."""
    try:
        root = read_xml(data)
    except etree.XMLSyntaxError as error:
        return f"not well-formed XML: {error.msg}"
    return "" if root.tag in _ROOTS else f"it begins with <{etree.QName(root).localname}>"


def _another(part: Part, data: bytes) -> str:
    """Why some bytes are not the file that was meant; "" where they are, or where nobody knows."""
    now = digest(data)
    return f"its sha256 is {now}, not {part.sha256}" if part.sha256 and now != part.sha256 else ""


def _lock(folder: Path) -> dict[str, dict[str, str]]:
    try:
        lock: dict[str, dict[str, str]] = json.loads((folder / LOCK).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return lock if isinstance(lock, dict) else {}
