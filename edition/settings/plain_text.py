"""How plain texts are written: the table [plain_text] of edition.toml, which has the options of `edition render`."""

from __future__ import annotations

from typing import Any, get_args

from edition.rendering.style import NARROWEST, OPTIONS, WIDEST, Notes, Style
from edition.settings.toml_file import Reader


def read_style(table: Reader) -> Style:
    """The style that a table asks for; what it does not name is as usual. UserError: another key, an unfit value."""
    asked = {option.name: _value(table, option.name) for option in OPTIONS if table.raw(option.name) is not None}
    table.done()
    return Style(**asked)


def _value(table: Reader, name: str) -> Any:
    if name == "notes":
        return table.choice(name, get_args(Notes), required=True)
    if name != "columns":
        return table.flag(name)
    columns = table.number(name)
    if not NARROWEST <= columns <= WIDEST:
        raise table.fail("toml-value", f"{columns}: between {NARROWEST} and {WIDEST} are possible", name)
    return columns
