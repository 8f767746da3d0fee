"""On which line of a TOML file a key stands."""

from __future__ import annotations

import contextlib
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Table

Step = str | int
# Tells the place of a key when it is written in front of its "="; a private-use character no hand would type.
_MARK = "\ue0ff"


def line_of(text: str, path: tuple[Step, ...]) -> int:
    """The line (from 1) of the key at `path` (keys, and for lists numbers from 0) in a TOML text; 0: unknown."""
    # tomlkit keeps every character of the file but no places; so the key is marked in a fresh copy, and the copy
    # written out: the mark's line is the key's line.
    with contextlib.suppress(TOMLKitError, KeyError, IndexError, AttributeError, TypeError):
        document = tomlkit.parse(text)
        if _mark(document, path):
            before, mark, _ = document.as_string().partition(_MARK)
            return before.count("\n") + 1 if mark else 0
    return 0


def _mark(item: Any, path: tuple[Step, ...]) -> bool:
    step, rest = path[0], path[1:]
    if isinstance(item, AoT | Array):
        inner: Any = item[int(step)]
        return _mark(inner, rest) if rest else _mark_table(inner)
    for key, value in _body(item):
        if key is None or key.key != step:
            continue
        if rest:
            return _mark(value, rest)
        if isinstance(value, Table | AoT) and not key.is_dotted():
            return _mark_table(value)
        key.sep = _MARK + key.sep
        return True
    return False


def _mark_table(item: Any) -> bool:
    """Mark a table at its header, or at its first key where it has no header of its own."""
    if isinstance(item, AoT):
        return _mark_table(item[0])
    if isinstance(item, Table) and not item.is_super_table():
        item.trivia.indent = _MARK + item.trivia.indent
        return True
    if isinstance(item, Table | InlineTable):
        return any(key is not None and _mark(item, (key.key,)) for key, _ in _body(item))
    return False


def _body(item: Any) -> Any:
    return (item.value if isinstance(item, Table | InlineTable) else item).body
