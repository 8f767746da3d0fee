"""The pages in tests/cli: transcripts of the command line, run anew.

A block "file NAME" makes a file; a block "console" holds commands ("$ edition …", "$ cat FILE" or "$ rm FILE"), what
they print on either stream, and "[status N]" where the exit status is not 0. The blocks of a page share one folder.
"""

from __future__ import annotations

import io
import shlex
import sys
from pathlib import Path

import pytest
from pages import Block, read_page

from edition.cli import run

PAGES = sorted((Path(__file__).parent / "cli").glob("*.md"))


def output_of(command: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a command prints, as lines."""
    program, *args = shlex.split(command)
    if program == "rm":
        Path(args[0]).unlink()
        return []
    if program == "cat":
        return Path(args[0]).read_text("utf-8").rstrip("\n").split("\n")
    assert program == "edition", command
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        patch.setattr(sys, "stderr", stream)
        patch.setenv("NO_COLOR", "1")
        status = run(args)
    text = stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    lines = [line.rstrip() for line in text.rstrip("\n").split("\n")] if text else []
    return [*lines, f"[status {status}]"] if status else lines


def replay(block: Block, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The block as it is when its commands are run now."""
    lines: list[str] = []
    for command in (line for line in block.lines if line.startswith("$ ")):
        lines += [command, *output_of(command[2:], monkeypatch)]
    return lines


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_transcript(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accept: bool) -> None:
    monkeypatch.chdir(tmp_path)
    page = read_page(path)
    expected = [list(block.lines) for block in page.blocks]
    for block in page.blocks:
        kind, _, name = block.info.partition(" ")
        if kind == "file":
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(("\n".join(block.lines) + "\n").encode("utf-8"))
        elif kind == "console":
            block.lines = replay(block, monkeypatch)
    if accept:
        page.write()
        return
    for block, lines in zip(page.blocks, expected, strict=True):
        assert block.lines == lines, f"{path.name}, line {block.line}"
