"""An edition that is shown: built once, and built again of what has changed."""

from __future__ import annotations

import contextlib
import gc
import secrets
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from edition.corrections.teaching import taught
from edition.findings import Finding, UserError, internal
from edition.making.build import Result, build
from edition.making.conversion import DECISIONS
from edition.making.outcome import Outcome
from edition.making.work import SUFFIXES, texts_of
from edition.records import field, record
from edition.settings.metadata import EDITION_FILE

Stamps = Mapping[Path, tuple[int, int]]


@record
class State:
    """How things stand after a build. `number`: which build it was, `again`: the texts that it made.

    `whole`: what prevented it altogether; else `made`: what came of each text, and `findings`: all there are.
    """

    number: str
    made: Mapping[str, Outcome] = field(default_factory=dict)
    again: Sequence[str] = ()
    findings: Sequence[Finding] = ()
    whole: Sequence[Finding] = ()

    @property
    def errors(self) -> list[Finding]:
        """All that is wrong."""
        return [one for one in (*self.whole, *self.findings) if one.severity == "error"]

    @property
    def news(self) -> list[Finding]:
        """What the build found, without what was known of the texts that it left as they were."""
        old = [one for name, outcome in self.made.items() if name not in self.again for one in outcome.findings]
        return [*self.whole, *(one for one in self.findings if one not in old)]

    def errors_of(self, name: str) -> list[Finding]:
        """Why a text cannot be shown as it is."""
        return [one for one in self.made[name].findings if one.severity == "error"] if name in self.made else []


class Shown:
    """The texts of `paths` (as `build` takes them), built into the folder `out`.

    `state`: how they stand; replaced whole, so that any thread may read it. `building`: held while files are written.
    """

    def __init__(self, paths: Sequence[Path], out: Path, encoding: str | None = None,
                 outputs: Sequence[str] = ()) -> None:
        self.paths, self.out, self.encoding, self.outputs = paths, out, encoding, outputs
        self.building, self._name, self._count = threading.Lock(), secrets.token_hex(4), 0
        self._seen, self._taught, self.state = stamps(paths), self._lessons(), State("")
        self._built = self._seen
        self._follow(self._state(self._result({})))

    def refresh(self) -> bool:
        """Build again what has changed since the last build, if it has come to rest; whether anything was built."""
        now = stamps(self.paths, self._beside())
        rests, self._seen = now == self._seen, now
        if now == self._built or not rests:
            return False
        changed = {path for path, _ in {*now.items()} ^ {*self._built.items()}}
        lessons = self._lessons()
        everything = bool(self.state.whole) or lessons != self._taught
        standing = {} if everything else _standing(self.state.made, changed)
        self._built, self._taught = now, lessons
        try:
            self._follow(self._state(self._result(standing), standing))
        except UserError as error:
            self.state = self._failed(error.findings)
        except Exception as error:
            self.state = self._failed([internal(error)])
        gc.collect()  # the command line has switched it off, and this runs for hours
        return True

    def _follow(self, state: State) -> None:
        """This is how things stand; what the texts depend on may be more than was known before."""
        self.state = state
        self._built = {**dict(_stamped(self._beside())), **self._built}

    def _beside(self) -> list[Path]:
        return [path for one in self.state.made.values() for path in one.beside]

    def _lessons(self) -> object:
        """What the decisions about all texts teach: where that changes, every text may."""
        return [taught(path.with_suffix(DECISIONS) for path in texts_of(folder)) for folder in _folders(self.paths)]

    def _result(self, standing: Mapping[str, Outcome]) -> Result:
        with self.building:
            return build(self.paths, self.out, encoding=self.encoding, outputs=self.outputs, standing=standing)

    def _state(self, result: Result, standing: Collection[str] = ()) -> State:
        made = {one.name: one for one in result.made}
        return State(self._next(), made, [name for name in made if name not in standing], result.findings)

    def _failed(self, findings: Sequence[Finding]) -> State:
        return State(self._next(), whole=findings)

    def _next(self) -> str:
        """A number that no other build has, nor one of another server at this address."""
        self._count += 1
        return f"{self._name}-{self._count}"


def _folders(paths: Iterable[Path]) -> list[Path]:
    """Where the settings of these texts lie."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    return [folder for folder in folders if folder.is_dir()]


def stamps(paths: Sequence[Path], beside: Iterable[Path] = ()) -> Stamps:
    """When what the texts are made of was changed last, and how long it is: texts, all settings, what is `beside`."""
    files = {path for folder in _folders(paths) for path in folder.glob("*.toml")}
    files |= {text for path in paths for text in (texts_of(path) if path.is_dir() else [path])}
    return dict(_stamped({*files, *beside}))


def _stamped(files: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    for file in files:
        with contextlib.suppress(OSError):  # it is gone, or going
            known = file.stat()
            yield file, (known.st_mtime_ns, known.st_size)


def _standing(made: Mapping[str, Outcome], changed: Collection[Path]) -> dict[str, Outcome]:
    """What came of the texts that these changes do not concern: settings that are of no one text concern all."""
    texts, concerned = {*made, *(path.stem for path in changed if path.suffix.lower() in SUFFIXES)}, set[str]()
    for path in changed:
        names = {path.stem, path.name.removesuffix(DECISIONS)} & texts
        if path.name == EDITION_FILE or (path.suffix == ".toml" and not names):
            return {}
        concerned |= names | {name for name, one in made.items() if path in one.beside}
    return {name: one for name, one in made.items() if name not in concerned}
