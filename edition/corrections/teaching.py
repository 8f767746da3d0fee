"""What the decisions about all texts of an edition teach for words that nobody decided yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from edition.ocr.taught import NOTHING, Confusion, Taught, confusion
from edition.regex import regex

_WORD: Final = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STANDS: Final = ("accepted", "edited")


class _Lesson(NamedTuple):
    """A word that is right as printed (`true` empty), or what it should be, and whether people said so."""

    printed: str
    true: str
    accepted: bool


def taught(files: Iterable[Path]) -> Taught:
    """What the files of decisions of an edition teach, whatever their order; a broken one teaches nothing here."""
    lessons = [lesson for file in files if file.is_file()
               for lesson in _lessons(file, file.stat().st_mtime_ns, file.stat().st_size)]
    if not lessons:
        return NOTHING
    wrong = {one.printed for one in lessons if one.accepted and one.true}
    known = {one.printed for one in lessons if not one.accepted or not one.true}
    known |= {one.true for one in lessons if one.accepted and one.true}
    said = {said: Counter(confusion(one.printed, one.true) for one in lessons if one.true and one.accepted is said)
            for said in (True, False)}
    return Taught(frozenset(known - wrong), tuple(
        Confusion(*pair, said[True][pair], said[False][pair]) for pair in sorted({*said[True], *said[False]})))


@lru_cache(maxsize=4096)
def _lessons(file: Path, changed: int, size: int) -> tuple[_Lesson, ...]:
    """The lessons of one file, read once as long as it is not changed."""
    import tomllib  # most texts have no decisions

    try:
        values = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return ()  # whoever reads it for its own text will tell
    return (*_of("correction", _decision, values), *_of("series", _series, values))


def _of(key: str, read: Any, values: Mapping[str, Any]) -> Iterator[_Lesson]:
    tables = values.get(key, [])
    for table in tables if isinstance(tables, list) else [tables]:
        if isinstance(table, dict):
            yield from read(table)


def _decision(table: Mapping[str, Any]) -> Iterator[_Lesson]:
    printed, corrected = str(table.get("printed", "")), table.get("corrected")
    status, mark = table.get("status", "accepted"), table.get("mark", "")
    if mark == "keep" and status in _STANDS:
        yield from (_Lesson(word.lower(), "", True) for word in _WORD.findall(printed))
    elif isinstance(corrected, str) and not mark and status in (*_STANDS, "rejected"):
        yield from _change(printed, corrected, status != "rejected")


def _change(printed: str, corrected: str, accepted: bool) -> Iterator[_Lesson]:
    """The word that is changed, where it is one: of several, no letter can be said to stand for another."""
    old, new = _WORD.findall(printed), _WORD.findall(corrected)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    if len(old) == len(new) == 1:
        yield _Lesson(old[0].lower(), new[0].lower(), accepted)


def _series(table: Mapping[str, Any]) -> Iterator[_Lesson]:
    part, true, words = table.get("printed_part"), table.get("corrected_part"), table.get("words")
    status = table.get("status", "accepted")
    if not isinstance(part, str) or not isinstance(true, str) or status not in (*_STANDS, "rejected"):
        return
    for word in words if isinstance(words, list) else [words]:
        told, _, right = str(word).partition(" → ")
        yield from _change(told, right or told.replace(part, true), status != "rejected")
