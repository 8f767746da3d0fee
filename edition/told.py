"""What people may tell reading: the settings of a source, and an editor's decisions about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from edition.ocr.taught import NOTHING, Taught
from edition.records import field, record


class Options(Protocol):
    """What rules may ask of a source's settings; metadata.Settings has it, and so has `Plain`."""

    @property
    def conventions(self) -> dict[str, bool]:
        """Conventions switched on or off by hand, by name."""

    @property
    def language(self) -> str:
        """BCP 47 tag, `und` where nobody said."""

    @property
    def notes_by(self) -> str:
        """The id of who wrote the notes that stand in the source, "" where nobody said."""

    @property
    def suggestions(self) -> bool:
        """Whether corrections that are only likely are made, too, with a certainty of medium."""

    @property
    def taught(self) -> Taught:
        """What decisions about this and other texts of the edition teach of misread words."""

    @property
    def register(self) -> Sequence[Entry]:
        """The names that an editor's registers have and that are to be marked."""


@record
class Entry:
    """What a register has. `kind`: of the element (persName, placeName, title). `id`: what @ref points to.

    `forms`: of the name, the full one first; `never`: longer words that are not this name; `always`: wherever else
    the forms stand they are. `level`: of a title.
    """

    kind: str
    id: str
    forms: tuple[str, ...]
    never: tuple[str, ...] = ()
    always: bool = False
    level: str = ""


class DecidedStructure(Protocol):
    """What reading asks of a decision that says what a line is."""

    @property
    def start(self) -> int:
        """Where the printed words begin that it names, else the line."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def structure(self) -> str:
        """What the line is: a word of corrections.decision.STRUCTURES."""

    @property
    def level(self) -> int:
        """The level of a heading, 0 where it is not told."""


class DecidedLine(NamedTuple):
    """A line (or several, where printed words run over its end) of which an editor says what it is.

    `start`/`end`: its content without blanks; `label_end`: the end of the printed words that the decision names.
    """

    start: int
    end: int
    label_end: int
    structure: str
    level: int


class Decided(Protocol):
    """What reading asks of an editor's decisions about a source (corrections.decision.Decisions is it)."""

    def verdict(self, correction: Any, text: str) -> str:
        """Nothing, or why a correction is not made: forbidden, superseded or redundant."""

    def left(self) -> Sequence[tuple[str, str]]:
        """(what, who) of each reading that was decided to stay as printed."""

    def structures(self) -> Sequence[DecidedStructure]:
        """The decisions that say what a line is, in the order of the text."""

    def who_at(self, offset: int, end: int | None = None) -> str:
        """The value of @who decided for a speech here, else nothing."""

    def voice_at(self, offset: int, end: int | None = None) -> str:
        """The value of @resp decided for a comment here, else nothing."""


@record
class Plain:
    """No settings at all."""

    conventions: dict[str, bool] = field(default_factory=dict)
    language: str = "und"
    notes_by: str = ""
    suggestions: bool = False
    taught: Taught = NOTHING
    register: tuple[Entry, ...] = ()
