"""Persons whose ids nothing else in the TEI has: no editor, no passage, no rendition."""

from __future__ import annotations

from collections.abc import Collection

from edition.pipeline import Document
from edition.records import replace
from edition.regex import regex
from edition.settings.facts import EDITOR, TOOL, Edition, Settings
from edition.tree import Span

_POINTING = frozenset(("who", "toWhom", "ref"))
_RENDITION = regex(r"r\d+\Z")


def distinct(document: Document, settings: Settings, edition: Edition | None, passages: Collection[str]) -> Document:
    """The document, with a number behind the ids of persons that somebody or something else has.

    `passages`: the ids of its passages. Persons of a register keep theirs: an editor has chosen them.
    """
    taken = {TOOL, EDITOR, *(one.id for one in settings.responsible(edition)), *passages}
    chosen = {person.id for person in settings.persons}
    names = {id: _unused(id, taken.union(document.persons)) for id in document.persons
             if id not in chosen and (id in taken or _RENDITION.match(id))}
    if not names:
        return document
    return replace(document, spans=[_renamed(span, names) for span in document.spans],
                   persons={names.get(id, id): replace(person, id=names.get(id, id))
                            for id, person in document.persons.items()})


def _unused(id: str, taken: Collection[str]) -> str:
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def _renamed(span: Span, names: dict[str, str]) -> Span:
    attrs = tuple((key, _pointers(value, names) if key in _POINTING else value) for key, value in span.attrs)
    return span if attrs == span.attrs else span._replace(attrs=attrs)


def _pointers(value: str, names: dict[str, str]) -> str:
    return " ".join(f"#{names.get(one.removeprefix('#'), one.removeprefix('#'))}" if one.startswith("#") else one
                    for one in value.split(" "))
