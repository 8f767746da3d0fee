"""What must agree among the settings of a text, of its edition and of the persons: ids, lines, names of conventions."""

from __future__ import annotations

from collections.abc import Collection

from edition.findings import fail
from edition.settings.facts import EDITOR, TOOL, Edition, Settings
from edition.settings.toml_file import Reader, Step, TomlFile, suggestion


def check_settings(top: Reader, settings: Settings, edition: Edition | None, lines: int,
                   conventions: Collection[str] | None) -> None:
    """UserError about an id declared nowhere or twice, a line the text has not, a convention that does not exist.

    `lines`: how many the text has (0: not known). `conventions`: the names that exist (None: not known).
    """
    shared = [one.id for one in (*edition.editors, *edition.responsibilities)] if edition else [EDITOR]
    own = [one.id for one in settings.responsibilities]
    persons = [person.id for person in settings.persons]
    registered = [*persons, *(one.id for one in (*settings.places, *settings.works))]
    once(top.file, "responsibilities", own, {TOOL, *registered, *(shared if edition else ())})
    known = [TOOL, *shared, *own]
    voices = [*known, *persons, *(author.person for author in settings.authors)]
    for key, voice in (("notes_by", settings.notes_by), ("comments_by", settings.comments_by)):
        if voice:
            declared(top.file, voice, voices, key)
    for number, change in enumerate(settings.changes):
        declared(top.file, change.who, known, "change", number, "who")
    for fact in settings.facts():
        if fact.by and fact.by not in known:
            raise fail("toml-value", f'`by`: "{fact.by}" is declared nowhere{suggestion(fact.by, known)}; it must be '
                       "the id of an editor, or of one of the `responsibilities`", top.file.name, fact.line)
        if 0 < lines < fact.at:
            raise fail("toml-value", f"`line`: the text has {lines} lines, and no line {fact.at}", top.file.name,
                       fact.line)
    for name in settings.conventions:
        if conventions is not None and name not in conventions:
            raise top.file.fail("toml-value", f'`conventions`: there is no convention "{name}"'
                                f"{suggestion(name, conventions)} (`edition rules` lists them)", "conventions", name)
    if settings.id and not settings.id.startswith(settings.prefix):
        raise top.fail("toml-value", f'"{settings.id}" does not begin with the edition\'s prefix '
                       f'"{settings.prefix}"', "id")


def once(file: TomlFile, key: str, ids: Collection[str], taken: Collection[str]) -> None:
    """UserError about the first of `ids` (of the tables under `key`) that is taken or comes twice."""
    seen = set(taken)
    for number, id in enumerate(ids):
        if id in seen:
            raise file.fail("toml-value", f'the id "{id}" is taken; an id names one person or body only',
                            key, number, "id")
        seen.add(id)


def declared(file: TomlFile, id: str, known: Collection[str], *path: Step) -> None:
    """UserError about the key at `path` if its value `id` is not one of `known`."""
    if id not in known:
        raise file.fail("toml-value", f'`{path[-1]}`: "{id}" is declared nowhere{suggestion(id, known)}; declare it '
                        "under `responsibilities`, or among the editors of edition.toml", *path)
