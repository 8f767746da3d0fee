"""The only place that writes files: whole, beside the old ones first, and never over what somebody changed by hand."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from edition.findings import Finding, UserError, fail

MANIFEST = ".edition-manifest.json"
JOURNAL = ".edition-journal"  # digests of files about to be written, until the manifest holds them


Content = bytes | Path  # what is written into a file: bytes, or another file that is copied


def digest(data: Content) -> str:
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    """A file system that says no becomes a finding which names the place."""
    try:
        yield
    except OSError as error:
        at = str(error.filename or place)
        raise fail("output-unwritable", f"cannot be written: {error.strerror or error}; "
                   "choose another folder or file with -o", at) from None


def write_file(path: Path, data: bytes) -> None:
    """Write one file whole: a reader finds the old one or the new one, never half of it. UserError: unwritable."""
    write_stream(path, lambda out: out.write(data))


def write_stream(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write one file whole, as `write_file`, by what `write` puts into it."""
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as out:
                write(out)
            os.chmod(beside, _mode(path))
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder whole, in the place of one that is there. `files`: by the path below it. UserError: unwritable."""
    import shutil
    import tempfile

    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".edition-", dir=path.parent))
        try:
            new, old = beside / "new", beside / "old"
            for name, data in files.items():
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                (new / name).write_bytes(data)
            if path.exists():
                os.replace(path, old)
            os.replace(new, path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder of its own for as long as it is wanted; then it is gone, with all that is in it."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        yield Path(folder)


def remove_file(path: Path) -> None:
    """Remove a file, if it is there. UserError: it cannot be removed."""
    with _writing(path):
        path.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else what the umask gives a new one (mkstemp gives 0600)."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


class Store:
    """An output folder that remembers what was written into it.

    Its manifest holds the digest of every file as written, so that an output changed by hand since is noticed. `owner`
    (the edition, "" for single files) says whose outputs may be removed once their source is gone.
    """

    def __init__(self, root: Path, owner: str = "", force: bool = False) -> None:
        self.root, self.owner, self.force = root, owner, force
        self._owners: dict[str, str] = {}
        self._known: dict[str, set[str]] = {}
        self._load()

    @property
    def sources(self) -> list[str]:
        """Folders of sources that stand here, whoever built them."""
        return sorted(self._owners)

    def put(self, folder: str, files: Mapping[str, Content], source: bool = True) -> None:
        """Write the files of one folder (of a source, or "" for the top), all of them or none.

        Files of an earlier build that are no longer made are removed. UserError: one of them was changed by hand
        (and `force` is not set), or the file system refuses.
        """
        paths = {f"{folder}/{name}" if folder else name: data for name, data in files.items()}
        changed = {path: data for path, data in paths.items() if not self._holds(path, data)}
        self._refuse_if_edited(changed)
        self._journal(changed)
        with _writing(self.root / folder):
            self._swap(changed)
        self._known.update({path: {digest(data)} for path, data in paths.items()})
        if source:
            self._owners[folder] = self.owner
        self._remove([path for path in (self._of(folder) if source else self._top()) if path not in paths])

    def remove_gone(self, present: Collection[str]) -> list[Finding]:
        """Remove the outputs of this owner's sources that are not `present`; what was changed by hand stays."""
        findings: list[Finding] = []
        for folder in [f for f in self.sources if self._owners[f] == self.owner and f not in present]:
            kept = self._remove(self._of(folder))
            del self._owners[folder]
            place = str(self.root / folder)
            if kept:
                findings.append(Finding("output-orphaned", "warning", "the source of this is gone, but it was changed "
                                        f"since it was built and is kept: {', '.join(kept)}", place))
            else:
                findings.append(Finding("output-removed", "info", "removed: its source is gone", place))
        return findings

    @property
    def paths(self) -> Collection[str]:
        """The paths of all that was written here."""
        return self._known.keys()

    def files(self, folder: str) -> list[str]:
        """The names of what was written into the folder of a source."""
        return [path.removeprefix(folder + "/") for path in self._of(folder)]

    def close(self) -> None:
        """Write the manifest. What is not in it counts as changed by hand at the next build."""
        import json

        files = {path: " ".join(sorted(known)) for path, known in sorted(self._known.items())}
        data = {"about": "What `edition build` wrote here, so that it never overwrites a change made by hand.",
                "sources": dict(sorted(self._owners.items())), "files": files}
        write_file(self.root / MANIFEST, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())
        with _writing(self.root):
            (self.root / JOURNAL).unlink(missing_ok=True)

    def _load(self) -> None:
        try:
            import json  # as all below: `convert` needs none of it

            data = json.loads((self.root / MANIFEST).read_text("utf-8"))
            self._owners = dict(data["sources"])
            self._known = {path: set(known.split()) for path, known in data["files"].items()}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._owners, self._known = {}, {}  # unreadable: nothing here counts as ours
        try:  # a build was cut off: both the old and the new digest are ours
            for line in (self.root / JOURNAL).read_text("utf-8").splitlines():
                known, _, path = line.partition(" ")
                self._known.setdefault(path, set()).add(known)
        except (OSError, ValueError):
            pass

    def read(self, path: str) -> bytes | None:
        """What stands at a path, None where nothing does; UserError where something does that is no readable file."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise fail("output-unwritable", f"stands in the way of an output: {error.strerror}; move it away or "
                       "choose another folder with -o", str(self.root / path)) from None

    def _holds(self, path: str, data: Content) -> bool:
        """Whether that stands there already."""
        if isinstance(data, bytes):
            return self.read(path) == data
        place = self.root / path
        return place.is_file() and place.stat().st_size == data.stat().st_size and digest(place) == digest(data)

    def _of(self, folder: str) -> list[str]:
        return sorted(path for path in self._known if path.startswith(folder + "/"))

    def _top(self) -> list[str]:
        """What was written beside the folders of sources."""
        return sorted(path for path in self._known if path.partition("/")[0] not in self._owners)

    def _unchanged(self, path: str) -> bool:
        data = self.read(path)
        return data is not None and digest(data) in self._known.get(path, ())

    def _refuse_if_edited(self, paths: Collection[str]) -> None:
        for path in () if self.force else paths:
            if self.read(path) is not None and not self._unchanged(path):
                raise fail("output-edited", "was changed since the last build, or was not made by it; nothing of this "
                           "source was written. Move it away to keep it, or build with --force to overwrite it",
                           str(self.root / path))

    def _journal(self, changed: Mapping[str, Content]) -> None:
        with _writing(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            with (self.root / JOURNAL).open("a", encoding="utf-8", newline="\n") as out:
                out.writelines(f"{digest(data)} {path}\n" for path, data in changed.items())

    def _swap(self, changed: Mapping[str, Content]) -> None:
        """Write everything beside, then exchange; if one exchange fails, undo those before it."""
        import shutil
        import tempfile

        beside = Path(tempfile.mkdtemp(prefix=".edition-", dir=self.root))
        undo: list[tuple[Path, Path | None]] = []
        try:
            for k, data in enumerate(changed.values()):
                if isinstance(data, bytes):
                    (beside / f"new{k}").write_bytes(data)
                else:
                    shutil.copyfile(data, beside / f"new{k}")
            for k, path in enumerate(self.root / path for path in changed):
                path.parent.mkdir(parents=True, exist_ok=True)
                old = beside / f"old{k}" if path.exists() else None
                if old:
                    os.replace(path, old)
                undo.append((path, old))
                os.replace(beside / f"new{k}", path)
        except BaseException:
            for path, old in reversed(undo):
                if old:
                    os.replace(old, path)
                else:
                    path.unlink(missing_ok=True)
            raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def _remove(self, paths: Collection[str]) -> list[str]:
        """Remove those that are as we wrote them, and the folders that are empty then; the names of the others."""
        kept: list[str] = []
        with _writing(self.root):
            for path in paths:
                if self.read(path) is not None and not self._unchanged(path):
                    kept.append(path)
                else:
                    (self.root / path).unlink(missing_ok=True)
                self._known.pop(path, None)
            # Those within others first.
            above = {self.root / parent for path in paths for parent in Path(path).parents[:-1]}
            for parent in sorted(above, reverse=True):
                if parent.is_dir() and not any(parent.iterdir()):
                    parent.rmdir()
        return kept


__all__ = ["MANIFEST", "Store", "UserError", "digest", "write_file"]
