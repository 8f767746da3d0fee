"""A file of decisions cut at its tables, so that one can be changed while all others keep every character."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import tomlkit
from tomlkit.items import Item

from edition.corrections import series
from edition.corrections.decisions import KEYS
from edition.records import record
from edition.regex import regex

# A header at the beginning of a line; strings and comments are read over, since they may hold what looks like one.
_HEADERS: Final = regex(
    r'"""(?s:(?:\\.|[^\\])*?)"{3,5}|' r"'''(?s:.*?)'{3,5}|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'|#[^\n]*|"
    r"(?m:^[ \t]*(?P<header>\[[^\n]*\]))")
_TABLE: Final = regex(r"""\[\[[ \t]*["']?(correction|series)["']?[ \t]*\]\]""")
_ORDER: Final = {"correction": ("text", *KEYS), "series": ("text", *series.KEYS)}
_ISO: Final = regex(r"\d{4}-\d\d-\d\d")
_EMPTY_LINE: Final = regex(r"\n[ \t\r]*\n\Z")


@record
class Block:
    """A piece of the file: what stands before the first table, or one table with the comment right above it."""

    text: str
    kind: str = ""  # the name of the table, where it is a correction or a series


def cut(text: str) -> list[Block]:
    """The blocks of a file; together they are the file."""
    headers = [match for match in _HEADERS.finditer(text) if match["header"]]
    places = [0, *(match.start() for match in headers)]
    starts = [0, *(_with_comment(text, start, before) for before, start in pairwise(places))]
    kinds = ["", *(table[1] if (table := _TABLE.match(match["header"])) else "" for match in headers)]
    ends = [*starts[1:], len(text)]
    return [Block(text[start:end], kind) for start, end, kind in zip(starts, ends, kinds, strict=True)]


def _with_comment(text: str, header: int, limit: int) -> int:
    """Where the comment begins that stands right above a header."""
    start = text.rfind("\n", 0, header) + 1
    while start > limit:
        above = text.rfind("\n", 0, start - 1) + 1
        if above < limit or not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def new(values: Mapping[str, Any], newline: str, kind: str = "correction") -> str:
    """A table with its keys in their order."""
    lines = (f"{key} = {_item(key, values[key]).as_string()}" for key in _ORDER[kind] if key in values)
    return newline.join([f"[[{kind}]]", *lines, ""])


def values_of(block: Block) -> dict[str, Any]:
    """What the table of a block says."""
    table: Any = tomlkit.parse(block.text)[block.kind][0]
    return dict(table.unwrap())


def changed(block: str, values: Mapping[str, Any], gone: Iterable[str], kind: str = "correction") -> str:
    """The table with these values, and without the keys that are gone; the block itself where it says so already."""
    document = tomlkit.parse(block)
    table: Any = document[kind][0]
    before = dict(table)
    for key in gone:
        if key in table and key not in values:
            del table[key]
    for key in (key for key in _ORDER[kind] if key in values):
        if key not in table:
            _insert(table, key, _item(key, values[key]), _ORDER[kind])
        elif not _equal(key, table[key], values[key]):
            table[key] = _item(key, values[key])
    return block if dict(table) == before else tomlkit.dumps(document)


def _insert(table: Any, key: str, item: Item, order: Sequence[str]) -> None:
    """A new key at its place in the order of keys."""
    earlier = [known for known in order[:order.index(key)] if known in table]
    if earlier:
        table.value._insert_after(earlier[-1], key, item)
    else:
        table.value._insert_at(0, key, item)


def _equal(key: str, old: Any, new: Any) -> bool:
    return bool(str(old) == str(new) if key == "date" else old == new)


def _item(key: str, value: Any) -> Item:
    if key == "date" and isinstance(value, str) and _ISO.fullmatch(value):
        value = datetime.date.fromisoformat(value)
    item: Item = tomlkit.item(value)
    return item


def apart(text: str, newline: str) -> str:
    """What stands before a new table, with the empty line that separates the two."""
    if not text.strip():
        return text
    return text if _EMPTY_LINE.search(text) else text + (newline if text.endswith("\n") else 2 * newline)
