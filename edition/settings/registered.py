"""What an editor's registers say of persons, places and works: the types they are read into."""

from __future__ import annotations

from edition.persons import Person
from edition.records import record


@record
class RegisteredPerson(Person):
    """A person as the editor knows them: the name in its full form, authority ids by type, a note.

    `sort`: what the index files them under, if not the surname; `born`, `died`: dates in ISO form.
    `mark`: whether the name is marked where a text has it; `always`: also where the words around it could make it
    another; `never`: longer words that are not this person's name.
    """

    idnos: tuple[tuple[str, str], ...] = ()
    note: str = ""
    sort: str = ""
    mark: bool = True
    always: bool = False
    never: tuple[str, ...] = ()
    born: str = ""
    died: str = ""


@record
class RegisteredThing:
    """What registers of places and works have in common; each field is as for a person."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    idnos: tuple[tuple[str, str], ...] = ()
    note: str = ""
    sort: str = ""
    mark: bool = True
    always: bool = False
    never: tuple[str, ...] = ()


@record
class RegisteredPlace(RegisteredThing):
    """A place as the editor knows it."""


@record
class RegisteredWork(RegisteredThing):
    """A work as the editor knows it. `level`: TEI's for titles (m: a book, j: a periodical, a: a part of one)."""

    author: str = ""
    date: str = ""
    level: str = ""


@record
class Registers:
    """What an editor knows of persons, places and works, in the order of the files."""

    persons: tuple[RegisteredPerson, ...] = ()
    places: tuple[RegisteredPlace, ...] = ()
    works: tuple[RegisteredWork, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all of them."""
        return tuple(one.id for entries in (self.persons, self.places, self.works) for one in entries)
