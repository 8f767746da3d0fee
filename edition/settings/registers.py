"""The registers of an edition, read from persons.toml, places.toml and works.toml."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from edition.settings.facts import TOOL
from edition.settings.identifiers import numbers
from edition.settings.metadata_check import once
from edition.settings.registered import (
    RegisteredPerson,
    RegisteredPlace,
    RegisteredThing,
    RegisteredWork,
    Registers,
)
from edition.settings.toml_file import Reader, TomlFile, each

ID = (r"[a-z]([-a-z0-9]*[a-z0-9])?", "an id: lower-case letters, digits and hyphens, beginning with a letter")
_Made = TypeVar("_Made", RegisteredPerson, RegisteredPlace, RegisteredWork)
# File: the name of its tables; a form of a name belongs to one of them only.
_TABLES = {"persons.toml": "person", "places.toml": "place", "works.toml": "work"}
REGISTER_FILES = tuple(_TABLES)
_LEVELS = ("a", "m", "j", "s", "u")


def load_registers(folder: Path) -> Registers:
    """What the registers in a folder hold; nothing of one that is not there.

    UserError, with file, line and key: no TOML, unknown key, wrong type, missing key, an id or a form of a name twice.
    """
    persons = _read(folder / "persons.toml", _person, {TOOL})
    taken = {TOOL, *(one.id for one in persons)}
    places = _read(folder / "places.toml", _place, taken)
    return Registers(persons, places, _read(folder / "works.toml", _work, taken | {one.id for one in places}))


def _read(path: Path, make: Callable[[Reader], _Made], taken: set[str]) -> tuple[_Made, ...]:
    """The entries of one register. `taken`: ids that others have."""
    if not path.is_file():
        return ()
    top, table = TomlFile.read(path).root, _TABLES[path.name]
    entries = each(top.tables(table), make)
    top.done()
    once(top.file, table, [one.id for one in entries], taken)
    _one_bearer(top.file, table, entries)
    return entries


def _one_bearer(file: TomlFile, table: str, entries: Sequence[RegisteredPerson | RegisteredThing]) -> None:
    """UserError about a form of a name that two entries have."""
    forms: dict[str, str] = {}
    for number, one in enumerate(entries):
        for form in (one.name, *one.variants):
            if forms.setdefault(form, one.id) != one.id:
                raise file.fail("toml-value", f'"{form}" is a name of `{forms[form]}` and of `{one.id}`; '
                                f"a form of a name may belong to one {table} only", table, number)


def _named(table: Reader) -> dict[str, Any]:
    """What all registers have."""
    return {
        "id": table.match("id", *ID, required=True),
        "name": table.text("name", required=True),
        "variants": table.texts("variants"),
        "idnos": numbers(table.table("idno")),
        "note": table.text("note"),
        "sort": table.text("sort"),
        "mark": table.flag("mark") or "mark" not in table,
        "always": table.flag("always"),
        "never": table.texts("never"),
    }


def _person(table: Reader) -> RegisteredPerson:
    return RegisteredPerson(**_named(table), group=table.flag("group"), born=table.date("born"),
                            died=table.date("died"))


def _place(table: Reader) -> RegisteredPlace:
    return RegisteredPlace(**_named(table))


def _work(table: Reader) -> RegisteredWork:
    return RegisteredWork(**_named(table), author=table.text("author"), date=table.date("date"),
                          level=table.choice("level", _LEVELS))
