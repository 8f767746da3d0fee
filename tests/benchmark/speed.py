"""How long `edition convert` takes beside pandoc on the same text, and how much memory: whole processes, CPU time.

    python tests/benchmark/speed.py [--size 1000000] [--runs 3] [FILE…]

Each text is converted by both, in turn, and the quickest run of each counts. FILE adds texts of yours.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from texts import TEXTS

ROOT = Path(__file__).resolve().parents[2]
MOST_TIME, REACH, MOST_MEMORY = 0.3, 0.15, 120  # of pandoc's time; megabytes


class Used(NamedTuple):
    """What a process used: seconds of CPU, megabytes at its peak."""

    seconds: float
    megabytes: float


def used(command: Sequence[str | Path]) -> Used:
    """Run a command to its end; SystemExit where it fails."""
    words = [str(word) for word in command]
    pid = os.posix_spawn(words[0], words, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)])
    _, status, resources = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: there are findings
        sys.exit(f"failed: {' '.join(words)}")
    unit = 1024 if sys.platform == "darwin" else 1
    return Used(resources.ru_utime + resources.ru_stime, resources.ru_maxrss / unit / 1024)


def pandoc() -> str:
    """The path of pandoc; SystemExit where it is not installed."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        sys.exit("pandoc is not installed; it comes with: pip install -e '.[bench]'")


def texts(folder: Path, size: int, files: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """The texts to measure with: those made here, written into a folder, and the files given."""
    for name, make in TEXTS.items():
        path = folder / f"{name}.txt"
        path.write_text(make(size), "utf-8")
        yield name, path
    yield from ((path.name, path) for path in files)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of each text that is made here")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    told = parser.parse_args()
    other, ours = pandoc(), [sys.executable, "-m", "edition.cli"]
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program finds its modules compiled
    nothing = min(used([*ours, "--version"]) for _ in range(told.runs))
    print(f"to start and do nothing: {nothing.seconds:.2f} s, {nothing.megabytes:.0f} MB")
    print(f"{'text':24} {'pandoc':>8} {'edition':>8} {'ratio':>6} {'peak':>7}   (the aim: {MOST_TIME} ×, better "
          f"{REACH} ×; {MOST_MEMORY} MB)")
    with tempfile.TemporaryDirectory() as folder:
        for name, path in texts(Path(folder), told.size, told.files):
            theirs, mine = list[Used](), list[Used]()
            for _ in range(told.runs):
                theirs.append(used([other, "-f", "markdown", "-t", "tei", path, "-o", os.devnull]))
                mine.append(used([*ours, "convert", "-q", path, "-o", Path(folder) / "out.xml"]))
            first, second = min(theirs), min(mine)
            print(f"{name[:24]:24} {first.seconds:7.2f}s {second.seconds:7.2f}s {second.seconds / first.seconds:5.2f}× "
                  f"{max(one.megabytes for one in mine):4.0f} MB")


if __name__ == "__main__":
    main()
