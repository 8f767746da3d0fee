"""BagIt 1.0 (RFC 8493): the files that stand around a payload, and what is wrong with those of a bag received."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import IO

from edition.findings import Finding
from edition.records import record
from edition.regex import regex

PAYLOAD = "data/"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
# The declaration of a bag is these bytes, and no others.
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
# What archives take everywhere: no folder above, no space, no character that a system reads in a way of its own.
# One name that a standard prescribes has others: the inventory of CTS.
NAME = regex(r"(?!\.+(?:/|\Z))[A-Za-z0-9.-]+(?:/(?!\.+(?:/|\Z))[A-Za-z0-9.-]+)*(?:/__cts__\.xml)?\Z")
_LINE = regex(r"([0-9a-f]{64})  (\S.*)\Z")
_OXUM = regex(r"^Payload-Oxum: (\d+)\.(\d+)$")
_CHUNK = 1 << 20


@record
class Sum:
    """The size of a file in bytes and its sha256 in hexadecimal digits."""

    size: int
    sha256: str


def summed(stream: IO[bytes]) -> Sum:
    """The sum of what a stream holds, which is read to its end."""
    size, digest = 0, hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        digest.update(chunk)
    return Sum(size, digest.hexdigest())


def sum_of(data: bytes) -> Sum:
    """The sum of these bytes."""
    return Sum(len(data), hashlib.sha256(data).hexdigest())


def tag_files(payload: Mapping[str, Sum], info: Mapping[str, str]) -> dict[str, bytes]:
    """The files around a payload, by name. `payload`: by the path below the bag; `info`: for bag-info.txt, in order."""
    size = sum(one.size for one in payload.values())
    told = {**info, "Payload-Oxum": f"{size}.{len(payload)}"}
    lines = "".join(f"{label}: {value}\n" for label, value in told.items() if value)
    made = {DECLARATION: DECLARED, INFO: lines.encode("utf-8"), MANIFEST: manifest(payload)}
    return {**made, TAG_MANIFEST: manifest({name: sum_of(data) for name, data in made.items()})}


def manifest(sums: Mapping[str, Sum]) -> bytes:
    """A manifest: one line a file, in the order of their paths."""
    return "".join(f"{sums[path].sha256}  {path}\n" for path in sorted(sums)).encode("utf-8")


def faults(tags: Mapping[str, bytes], sums: Mapping[str, Sum]) -> Iterator[Finding]:
    """What is wrong with the files of a bag. `tags`: those around the payload, by name; `sums`: of all files."""
    yield from _missing_tags(tags)
    if tags.get(DECLARATION, DECLARED) != DECLARED:
        yield _finding("bag-declaration", "this must say that it is a bag of BagIt 1.0 in UTF-8; it was changed",
                     DECLARATION)
    around = {path: one for path, one in sums.items() if not path.startswith(PAYLOAD) and path != TAG_MANIFEST}
    inside = {path: one for path, one in sums.items() if path.startswith(PAYLOAD)}
    yield from _compared(TAG_MANIFEST, tags.get(TAG_MANIFEST, b""), around)
    yield from _compared(MANIFEST, tags.get(MANIFEST, b""), inside)
    yield from _counted(tags.get(INFO, b""), inside)


def _missing_tags(tags: Mapping[str, bytes]) -> Iterator[Finding]:
    for name in (DECLARATION, INFO, MANIFEST, TAG_MANIFEST):
        if name not in tags:
            yield _finding("bag-file-missing", "a bag has this file, and here it is missing; ask for the package again",
                         name)


def _compared(name: str, data: bytes, sums: Mapping[str, Sum]) -> Iterator[Finding]:
    """A manifest against the files that it is about."""
    listed: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n")[:-1], 1):
        found = _LINE.match(line)
        if not found or found[2] in listed:
            yield _finding("bag-manifest-line", "this is no line that `edition pack` puts into a manifest (64 digits, "
                         "two spaces, a path, each path once); it was changed", name, number)
        else:
            listed[found[2]] = found[1]
    for path in sorted(listed.keys() | sums.keys()):
        if path not in sums:
            yield _finding("bag-file-missing", f"{name} names this file, and it is not there; the package is not "
                         "complete: ask for it again", path)
        elif path not in listed:
            yield _finding("bag-file-stray", f"{name} does not name this file: it was put in later, or its name was "
                         "changed; trust nothing in it, and take it out", path)
        elif listed[path] != sums[path].sha256:
            yield _finding("bag-checksum", f"its checksum is not the one that {name} has: it was changed or damaged; "
                         "ask for the package again", path)
    if listed.keys() == sums.keys() and [*listed] != sorted(sums):
        yield _finding("bag-manifest-order", "its lines do not stand as `edition pack` puts them; it was changed", name)
    if data and not data.endswith(b"\n"):
        yield _finding("bag-manifest-line", "its last line is cut off", name)


def _counted(info: bytes, inside: Mapping[str, Sum]) -> Iterator[Finding]:
    found = [_OXUM.match(line) for line in info.decode("utf-8", "replace").split("\n")]
    oxums = [(int(one[1]), int(one[2])) for one in found if one]
    true = sum(one.size for one in inside.values()), len(inside)
    if info and oxums != [true]:
        yield _finding("bag-oxum", f"Payload-Oxum should be {true[0]}.{true[1]} (bytes and files of the payload)", INFO)


def _finding(code: str, message: str, file: str, line: int = 0) -> Finding:
    return Finding(code, "error", message, file, line)
