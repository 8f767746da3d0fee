"""Decisions that are to be applied, from whatever file they come, as tables that know their place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from edition.settings.toml_file import Reader, Step, TomlFile


class Tables(TomlFile):
    """Decisions that nobody wrote as TOML, as though they were; `lines`: where each stands in the file `name`."""

    def __init__(self, name: str, tables: Sequence[Mapping[str, Any]], lines: Sequence[int] = ()) -> None:
        self.name, self.text, self._lines = name, "", lines
        self.root = Reader(self, (), {"correction": [dict(table) for table in tables]})

    def line(self, *path: Step) -> int:
        """The line of the table at `path`."""
        number = path[1] if len(path) > 1 else -1
        return self._lines[number] if isinstance(number, int) and 0 <= number < len(self._lines) else 0
