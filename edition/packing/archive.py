"""A package as a folder, a .zip or a .tar: written with the same bytes on every machine, read without trust."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from edition.findings import Finding, fail
from edition.packing.bag import NAME

SUFFIXES = (".zip", ".tar")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
_MODE = 0o644
# What grows more than this when it is unpacked was made to fill a disk: editions grow four- to sixfold.
_GROWTH, _LEAST = 100, 10_000_000
Open = Callable[[], IO[bytes]]
Content = bytes | Path | Callable[[], bytes]


def pack_into(out: IO[bytes], root: str, files: Mapping[str, Content], suffix: str) -> None:
    """Write an archive with one folder `root`: sorted, without compression, times, owners and modes.

    A file is read when its turn comes; no more than one is in memory.
    """
    (_zip if suffix == ".zip" else _tar)(out, root, files)


def _zip(out: IO[bytes], root: str, files: Mapping[str, Content]) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{root}/{path}", _EPOCH)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | _MODE) << 16
            archive.writestr(entry, content(files[path]))


def _tar(out: IO[bytes], root: str, files: Mapping[str, Content]) -> None:
    with tarfile.TarFile(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(files):
            data, entry = content(files[path]), tarfile.TarInfo(f"{root}/{path}")
            entry.size, entry.mode = len(data), _MODE
            archive.addfile(entry, io.BytesIO(data))


def content(one: Content) -> bytes:
    """The bytes of what a package holds."""
    return one if isinstance(one, bytes) else one.read_bytes() if isinstance(one, Path) else one()


class Package:
    """A package received. `root`: its folder's name; `files`: how to open each, by its path below; `findings`: names
    that no package has, links, files twice. Use it in a `with`. UserError: it is no package that can be read."""

    def __init__(self, place: Path) -> None:
        self.place, self.root = place, place.resolve().name
        self.files: dict[str, Open] = {}
        self.findings: list[Finding] = []
        self._stack = ExitStack()

    def __enter__(self) -> Package:
        try:
            self._read()
        except (OSError, zipfile.BadZipFile, tarfile.TarError, EOFError, ValueError, NotImplementedError,
                RuntimeError) as error:
            self._stack.close()
            raise fail("package-unreadable", f"this is no package that can be read ({error}): a folder, a .zip or a "
                       ".tar was expected; ask for it again", str(self.place)) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        with self.files[path]() as stream:
            return stream.read()

    def _read(self) -> None:
        if self.place.is_dir():
            self._take(self._in_folder())
        elif self.place.suffix == ".zip":
            self._take(self._below_root(list(self._in_zip())))
        else:
            self._take(self._below_root(list(self._in_tar())))

    def _take(self, entries: Iterator[tuple[str, Open | None]]) -> None:
        """`entries`: path and how to open it, None where it is no plain file."""
        seen: dict[str, str] = {}
        for path, open_ in entries:
            twice = seen.setdefault(path.casefold(), path)
            if open_ is None:
                self._say("package-link", "this is no plain file but a link or a device, which can lead out of the "
                          "package; nothing of it was followed. Ask for the package again", path)
            elif not NAME.match(path):
                self._say("package-name", "a name may have ASCII letters, digits, hyphens and full stops only, and no "
                          "way out of the folder; this file was not read", path)
            elif path in self.files or twice != path:
                self._say("package-twice", f"stands here twice (as {twice}); which is meant cannot be known", path)
            else:
                self.files[path] = open_

    def _below_root(self, entries: list[tuple[str, Open | None]]) -> Iterator[tuple[str, Open | None]]:
        roots = {path.partition("/")[0] for path, _ in entries}
        self.root = min(roots, default="")
        if len(roots) != 1 or not NAME.match(self.root):
            self._say("package-root", "an archive holds one folder, whose name has ASCII letters, digits, hyphens and "
                      f"full stops only; this one has {', '.join(sorted(map(repr, roots))[:5]) or 'nothing'}", "")
        for path, open_ in entries:
            yield path.removeprefix(f"{self.root}/"), open_

    def _in_folder(self) -> Iterator[tuple[str, Open | None]]:
        for path in sorted(self.place.rglob("*")):
            name, plain = path.relative_to(self.place).as_posix(), path.is_file() and not path.is_symlink()
            if plain or path.is_symlink() or not path.is_dir():
                yield name, _opening(path) if plain else None

    def _in_zip(self) -> Iterator[tuple[str, Open | None]]:
        archive = self._stack.enter_context(zipfile.ZipFile(self.place))
        self._refuse_bomb(sum(entry.file_size for entry in archive.infolist()))
        for entry in archive.infolist():
            mode = stat.S_IFMT(entry.external_attr >> 16)
            if not entry.is_dir():
                yield entry.filename, _unzipping(archive, entry) if mode in (0, stat.S_IFREG) else None

    def _in_tar(self) -> Iterator[tuple[str, Open | None]]:
        archive = self._stack.enter_context(tarfile.TarFile(self.place))
        self._refuse_bomb(sum(entry.size for entry in archive.getmembers()))
        for entry in archive.getmembers():
            if not entry.isdir():
                yield entry.name, _untarring(archive, entry) if entry.isreg() else None

    def _refuse_bomb(self, size: int) -> None:
        """A finding where the files are far more, `size` bytes, than an archive holds."""
        packed = self.place.stat().st_size
        if size > max(_LEAST, _GROWTH * packed):
            self._say("package-bomb", f"{size} bytes would come out of these {packed}: no edition is packed so "
                      "tightly, and nothing was unpacked. Ask who sent it", "")

    def _say(self, code: str, message: str, file: str) -> None:
        self.findings.append(Finding(code, "error", message, file or str(self.place)))


def _opening(path: Path) -> Open:
    return lambda: path.open("rb")


def _unzipping(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Open:
    return lambda: archive.open(entry)


def _untarring(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Open:
    def opened() -> IO[bytes]:
        stream = archive.extractfile(entry)
        if stream is None:  # a plain file always has one
            raise OSError(f"{entry.name} cannot be read")
        return stream

    return opened
