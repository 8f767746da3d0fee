"""What the TEI says of the persons, places and works that a text names: an entry each, for names to point to."""

from __future__ import annotations

from collections.abc import Iterable

from edition.header.known import Made
from edition.header.xml import Xml, block, inline
from edition.persons import Person
from edition.settings.facts import Settings
from edition.settings.registered import RegisteredPerson, RegisteredPlace, RegisteredThing, RegisteredWork


def person_list(settings: Settings, made: Made, editor: str) -> Xml:
    """The `listPerson`; empty where there are none."""
    return _list("listPerson", (_person(one, settings, editor) for one in sorted(made.persons, key=_id)))


def place_list(made: Made, editor: str) -> Xml:
    """The `listPlace`; empty where there are none."""
    return _list("listPlace", (_place(one, editor) for one in sorted(made.places, key=_id)))


def work_list(made: Made, editor: str) -> Xml:
    """The `listBibl`; empty where there are none."""
    return _list("listBibl", (_work(one, editor) for one in sorted(made.works, key=_id)))


def _id(one: Person | RegisteredThing) -> str:
    return one.id


def _list(name: str, entries: Iterable[Xml]) -> Xml:
    found = tuple(entries)
    return block(name, *found) if found else Xml()


def _person(person: Person, settings: Settings, editor: str) -> Xml:
    """A person, under the name the editor gives them if there is one, with every form of it."""
    registered = settings.person(person.id) or (person if isinstance(person, RegisteredPerson) else None)
    name = registered.name if registered else person.name
    forms = dict.fromkeys((person.name, *person.variants, *(registered.variants if registered else ())))
    forms.pop(name, None)
    by = {"resp": f"#{editor}"} if registered else {}
    return block(
        "personGrp" if person.group or (registered and registered.group) else "person",
        inline("persName", name, **by),
        *(inline("persName", form, type="variant") for form in forms),
        *((_date("birth", registered.born), _date("death", registered.died)) if registered else ()),
        *(_known(registered, by) if registered else ()),
        xml_id=person.id,
        sortKey=_sort(registered) if registered else "",
    )


def _place(place: RegisteredPlace, editor: str) -> Xml:
    by = {"resp": f"#{editor}"}
    return block(
        "place",
        inline("placeName", place.name, **by),
        *(inline("placeName", form, type="variant") for form in place.variants if form != place.name),
        *_known(place, by),
        xml_id=place.id,
        sortKey=_sort(place),
    )


def _work(work: RegisteredWork, editor: str) -> Xml:
    by = {"resp": f"#{editor}"}
    return block(
        "bibl",
        inline("title", work.name, level=work.level, **by),
        *(inline("title", form, type="variant") for form in work.variants if form != work.name),
        inline("author", work.author) if work.author else Xml(),
        _date("date", work.date),
        *_known(work, by),
        xml_id=work.id,
        sortKey=_sort(work),
    )


def _sort(one: RegisteredPerson | RegisteredThing) -> str:
    """What an index files an entry under: TEI has one word there, so the spaces of it are written _."""
    return one.sort.replace(" ", "_")


def _date(name: str, date: str) -> Xml:
    return inline(name, date, when=date) if date else Xml()


def _known(one: RegisteredPerson | RegisteredThing, by: dict[str, str]) -> tuple[Xml, ...]:
    """Identifiers of authority files, and a note."""
    note = (inline("note", one.note, **by),) if one.note else ()
    return (*(inline("idno", value, type=kind) for kind, value in one.idnos), *note)
