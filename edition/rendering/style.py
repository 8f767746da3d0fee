"""How a plain text is written: the options of the plain outputs, each declared once, with the outputs it fits."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

from edition.findings import fail
from edition.records import as_dict, record

Notes = Literal["work", "section", "paragraph"]
NARROWEST: Final = 24  # columns: fewer leave no room beside what is set in
WIDEST: Final = 1000


@record
class Style:
    """What a reader may want otherwise; `OPTIONS` says in words what each field does."""

    columns: int = 72
    notes: Notes = "work"
    pages: bool = False
    marks: bool = False
    header: bool = True
    pg: bool = False
    plain: bool = False
    break_hyphens: bool = False
    speakers: bool = False
    ascii: bool = False
    crlf: bool = False


class Option(NamedTuple):
    """`name`: a field of Style; `flag`: how the command line calls it; `fits`: the outputs that know it."""

    name: str
    flag: str
    help: str
    fits: tuple[str, ...]


_READ: Final = ("txt", "diplomatic-txt")
_COUNTED: Final = ("corpus", "tsv")
OPTIONS: Final = (
    Option("columns", "--columns", "The widest a line may be; an East Asian character counts as two.", _READ),
    Option("notes", "--notes", "Where notes stand: at the end of the work, or of each section or paragraph.", _READ),
    Option("pages", "--pages", "The numbers of pages in their places: [p. 170].", ("txt",)),
    Option("marks", "--marks", "The numbers of corrections in their places: {1}.", ("txt",)),
    Option("header", "--no-header", "No header, and no lines that say where the text starts and ends.", _READ),
    Option("pg", "--pg", "As Project Gutenberg prints: chapters far apart, small capitals as capitals.", _READ),
    Option("plain", "--plain", "No signs around what is italic or bold.", _READ),
    Option("break_hyphens", "--break-hyphens", "Lines may break behind the hyphen of a word.", _READ),
    Option("speakers", "--speakers", "With speaker labels and stage directions.", _COUNTED),
    Option("ascii", "--ascii", "ASCII alone; says which characters it wrote otherwise.", (*_READ, *_COUNTED)),
    Option("crlf", "--crlf", "Lines end as on Windows.", (*_READ, *_COUNTED)),
)


def fitting(style: Style, to: str) -> Style:
    """A style as far as the output `to` knows its options."""
    return Style(**{option.name: getattr(style, option.name) for option in OPTIONS if to in option.fits})


def style_for(to: str, asked: dict[str, Any]) -> Style:
    """The style for the output `to`; `asked`: fields that somebody asked for.

    UserError: an option that this output does not know; the message says which outputs do.
    """
    default = as_dict(Style())
    for option in OPTIONS:
        if asked.get(option.name, default[option.name]) != default[option.name] and to not in option.fits:
            know = [one.flag for one in OPTIONS if to in one.fits]
            raise fail("option-unfit", f"{option.flag} does not fit --to {to}: it is for {', '.join(option.fits)}; "
                       f"--to {to} knows {', '.join(know) if know else 'no such options'}")
    if not NARROWEST <= asked.get("columns", default["columns"]) <= WIDEST:
        raise fail("option-unfit", f"--columns {asked['columns']}: between {NARROWEST} and {WIDEST} are possible")
    return Style(**asked)
