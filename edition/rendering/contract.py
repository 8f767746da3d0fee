"""The text contract: what each output leaves out of the text, and what it adds to it, exactly.

The reading text is the blocks of front, body and back in order, as the edition reads them; the printed text is the same
with the printed readings and nothing that the edition supplied. Notes are a list of their own.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from edition.rendering.wrap import wrap


class Point(NamedTuple):
    """One departure from the text. `key`: its name for the tests; `only`: the option without which it is not made;
    `unless`: the option with which it is not."""

    key: str
    says: str
    only: str = ""
    unless: str = ""

    def __str__(self) -> str:
        return self.says + (f" ({self.only})" if self.only else f" (not with {self.unless})" if self.unless else "")


class Contract(NamedTuple):
    """What an output makes of the text; `printed`: of the text as printed."""

    leaves_out: tuple[Point, ...] = ()
    adds: tuple[Point, ...] = ()
    printed: bool = False

    @property
    def text(self) -> str:
        """Which text it is."""
        return "printed" if self.printed else "reading"


_CALL: Final = Point("call", "the calls of notes, as links")
_FOOT: Final = Point("notes", "each note, which is set at the foot of the page that calls it")
_SIGNS: Final = (
    Point("call", "`[1]` where a note is called"),
    Point("emphasis", "`_italic_`, `=bold=`", unless="--plain"),
    Point("unclear", "`[?]` behind what is hard to read"),
    Point("extent", "`[illegible, 2 words]` for `[…]` where that is known"),
    Point("figure", "`[Illustration: …]` around captions"),
    Point("item", "`-` or `1.` before items of lists"),
    Point("break", "`* * *` where a section breaks off"),
    Point("record", "`Month: April; Listed: 12` where a table is too wide for columns"),
)
_MARK: Final = Point("mark", "`{1}` where something was corrected", only="--marks")
_COUNTED: Final = (Point("notes", "notes"),
                   Point("cues", "speaker labels, stage directions", unless="--speakers"))
CONTRACTS: Final = {
    "html": Contract(adds=(_CALL,)),
    "diplomatic": Contract(adds=(_CALL,), printed=True),
    "txt": Contract(adds=(*_SIGNS, Point("page", "`[p. 170]` where a page begins", only="--pages"), _MARK)),
    "diplomatic-txt": Contract(adds=(*_SIGNS, Point("page", "`[p. 170]` on a line of its own"),
                                     Point("change", "`~~struck out~~`, `^inserted^`")), printed=True),
    "corpus": Contract(leaves_out=_COUNTED),
    "tsv": Contract(leaves_out=_COUNTED, adds=(Point("columns", "address, page, speaker, element"),)),
    "epub": Contract(adds=(_CALL,)),
    "pdf": Contract(adds=(_FOOT,)),
    "pdf-letter": Contract(adds=(_FOOT,)),
    "search": Contract(adds=(Point("notes", "notes, as passages behind the text"),)),
}
# Outputs that hold no text.
WITHOUT_TEXT: Final = ("csv", "bibtex", "ris")


def told(contract: Contract) -> tuple[str, str]:
    """What an output leaves out, and what it adds, in words."""
    return ", ".join(map(str, contract.leaves_out)) or "–", "; ".join(map(str, contract.adds)) or "–"


def as_table() -> str:
    """The contract as a table in Markdown."""
    rows = [(to, contract.text, *told(contract)) for to, contract in CONTRACTS.items()]
    return "\n".join(["| output | is the | leaves out | adds |", "|---|---|---|---|",
                      *(f"| `{to}` | {text} text | {left} | {added} |" for to, text, left, added in rows)])


def in_lines(outputs: Collection[str]) -> list[str]:
    """The contract of some outputs in lines, for a terminal."""
    lines = list[str]()
    for to, contract in ((to, contract) for to, contract in CONTRACTS.items() if to in outputs):
        left, added = told(contract)
        text = f"{to}: the {contract.text} text" + (f" without {left}" if contract.leaves_out else "")
        said = text + (f"; adds {added}" if contract.adds else "")
        lines += wrap(said.replace("`", ""), 78, "  ", "    ")
    return lines
