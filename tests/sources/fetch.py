"""python fetch.py FOLDER: lays the texts of sources.toml into a folder, each with what is known about it.

Packages are asked for by name through the clients of their registries (pip, npm, apt), as these are set up on the
machine, and held against their checksum. What cannot be had is told; the others are laid there all the same. Exit
status: 0 if all are there, 1 if some are, 2 if none is.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any

TABLE = Path(__file__).with_name("sources.toml")
_APT = Path("/etc/apt")


class UnavailableError(Exception):
    """A package that cannot be had here; the message says why."""


def sources(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every text by its name, those of series, too: `package`, `member`, `facts`, `takes`."""
    yield from table["sources"].items()
    for series in table["series"].values():
        for name, text in series["texts"].items():
            filled = {key: Template(series[key]).substitute(text) for key in ("member", "facts")}
            yield name, {**series, **filled}


def fetch(folder: Path, table: dict[str, Any]) -> list[str]:
    """Lays what can be had into `folder`; what could not, as sentences."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "edition.toml").write_text(table["edition"].lstrip(), "utf-8")
    missing = []
    for name, package in table["packages"].items():
        texts = {one: text for one, text in sources(table) if text["package"] == name}
        with TemporaryDirectory() as scratch:
            try:
                _lay(_archive(name, package, Path(scratch)), texts, folder)
            except UnavailableError as why:
                missing.append(f"{name} ({', '.join(texts)}): {why}")
    return missing


def _lay(archive: Path, texts: dict[str, dict[str, Any]], folder: Path) -> None:
    with tarfile.open(archive) as opened:
        for name, text in texts.items():
            member = opened.extractfile(text["member"])
            assert member is not None, f"{text['member']} is no file"
            (folder / f"{name}.txt").write_bytes(member.read())
            (folder / f"{name}.toml").write_text(text["facts"].lstrip(), "utf-8")


def _archive(name: str, package: dict[str, Any], scratch: Path) -> Path:
    """The package's file, downloaded and held against its checksum."""
    _CLIENTS[package["from"]](name, package["version"], scratch)
    archive = scratch / package["file"]
    if not archive.is_file():
        raise UnavailableError(f"{package['file']} did not come; another version is served")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != package["sha256"]:
        raise UnavailableError(f"{package['file']} is not that of {package['version']}: its checksum is another")
    return archive


def _pypi(name: str, version: str, scratch: Path) -> None:
    _run(scratch, sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", name, "-d", ".",
         f"{name}=={version}")


def _npm(name: str, version: str, scratch: Path) -> None:
    _run(scratch, "npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}")


def _debian_source(name: str, _: str, scratch: Path) -> None:
    """The source package of this release. Most machines ask for binary packages alone: their list is read anew."""
    lists, parts = scratch / "lists", scratch / "parts"
    for made in (lists / "partial", parts):
        made.mkdir(parents=True)
    for file in (*_APT.glob("*.list"), *_APT.glob("sources.list.d/*.list"), *_APT.glob("sources.list.d/*.sources")):
        text = file.read_text("utf-8")
        source = text.replace("Types: deb\n", "Types: deb-src\n") if file.suffix == ".sources" else "".join(
            f"deb-src{line.removeprefix('deb')}" for line in text.splitlines(keepends=True) if line.startswith("deb "))
        (parts / file.name).write_text(source, "utf-8")
    asked = [f"-oDir::Etc::sourceparts={parts}", "-oDir::Etc::sourcelist=/dev/null", f"-oDir::State::lists={lists}",
             "-oAPT::Sandbox::User=root"]
    _run(scratch, "apt-get", *asked, "update", "-qq")
    _run(scratch, "apt-get", *asked, "source", "-qq", "--download-only", "--tar-only", name)


def _run(folder: Path, *command: str) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False,
                              env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    except FileNotFoundError:
        raise UnavailableError(f"there is no {command[0]} here") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise UnavailableError(f"{Path(command[0]).name} failed: {lines[-1] if lines else done.returncode}")


_CLIENTS: dict[str, Callable[[str, str, Path], None]] = {"pypi": _pypi, "npm": _npm, "debian-source": _debian_source}


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    table = tomllib.loads(TABLE.read_text("utf-8"))
    missing = fetch(Path(sys.argv[1]), table)
    for one in missing:
        print(f"not there: {one}", file=sys.stderr)
    return 0 if not missing else 2 if len(missing) == len(table["packages"]) else 1


if __name__ == "__main__":
    sys.exit(main())
