"""What a play is made of: headings, directions, speeches, and verse that nobody is named for."""

from __future__ import annotations

from typing import NamedTuple

from edition.conventions.drama.headings import Heading
from edition.conventions.drama.labels import Label
from edition.conventions.drama.verse import Said
from edition.records import field, mutable


class Stage(NamedTuple):
    """A direction that fills text[start:end]; `apart`: an empty line stands above it."""

    start: int
    end: int
    apart: bool


@mutable
class Speech:
    """A label, and what is said: runs of lines and the directions between them. Without a label: nobody's."""

    label: Label | None
    parts: list[Stage | list[Said]] = field(default_factory=list)


class Title(NamedTuple):
    """A heading, text[start:end]."""

    start: int
    end: int
    heading: Heading


class Trailer(NamedTuple):
    """What ends an act or the play ("THE END")."""

    start: int
    end: int


class Recited(NamedTuple):
    """Lines [first, end) of verse that nobody is named for."""

    first: int
    end: int


Piece = Speech | Stage | Title | Trailer | Recited
