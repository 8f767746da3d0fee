"""Test pages: Markdown that people read, with fenced cases that tests run and `--accept` rewrites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"(`{3,})([^`]*)")


@dataclass
class Block:
    """A fenced block. `info`: what stands behind the fence; `lines`: its content; `line`: of the opening fence."""

    info: str
    lines: list[str]
    line: int


@dataclass
class Page:
    """A page as its parts, prose (str) and blocks, so that it can be written back unchanged but for its blocks."""

    path: Path
    parts: list[str | Block]

    @property
    def blocks(self) -> list[Block]:
        return [part for part in self.parts if isinstance(part, Block)]

    def write(self) -> None:
        lines: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                lines.append(part)
            else:
                fence = "`" * max([3, *(len(m[0]) + 1 for line in part.lines if (m := re.match("`{3,}", line)))])
                lines += [f"{fence}{part.info}", *part.lines, fence]
        self.path.write_bytes("\n".join(lines).encode("utf-8"))


def read_page(path: Path) -> Page:
    """Read a page; every page begins with a title, every fence is closed."""
    # Split at line feeds alone: form feeds and carriage returns may be what a case is about.
    lines, parts, at = path.read_bytes().decode("utf-8").split("\n"), list[str | Block](), 0
    assert lines[0].startswith("# "), f"{path.name} has no title"
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at])
        if not fence:
            parts.append(lines[at])
            at += 1
            continue
        end = lines.index(fence[1], at + 1)
        parts.append(Block(fence[2], lines[at + 1:end], at + 1))
        at = end + 1
    return Page(path, parts)
