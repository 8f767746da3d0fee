"""The options of `edition render` for plain texts, one for each field of a style."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args

import click

from edition.records import as_dict
from edition.rendering.style import OPTIONS, Notes, Option, Style

Command = TypeVar("Command", bound=Callable[..., Any])
_DEFAULTS = as_dict(Style())


def styled(command: Command) -> Command:
    """Give a command the options of plain texts; it gets them by the names of the fields."""
    for option in reversed(OPTIONS):
        command = _option(option)(command)
    return command


def _option(option: Option) -> Callable[[Command], Command]:
    default = _DEFAULTS[option.name]
    said = f"{option.help} For {', '.join(option.fits)}."
    if isinstance(default, bool):
        return click.option(option.flag, option.name, is_flag=True, default=default, flag_value=not default, help=said)
    kind = click.INT if isinstance(default, int) else click.Choice(get_args(Notes))
    return click.option(option.flag, option.name, type=kind, default=default, show_default=True, help=said)
