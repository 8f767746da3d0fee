"""The command line: `edition COMMAND …`, and what becomes of an error."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import click

import edition
from edition.commands.shared import FAULT, FINDINGS, INTERRUPTED, MISUSE, NO_READER, coloured, in_form, plain
from edition.findings import Finding, UserError, internal

# Command → the module that holds it. Loaded when it is asked for: a stylesheet processor takes longer to load than a
# letter to convert.
_COMMANDS = {"apply": "deciding", "build": "making", "convert": "converting", "corrections": "correcting",
             "explain": "looking", "export": "exporting",
             "ids": "publishing", "pack": "packing",
             "render": "making", "restore": "making",
             "review": "reviewing", "rules": "looking",
             "schema": "checking", "serve": "serving",
             "unpack": "packing", "validate": "checking", "verify": "checking"}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _COMMANDS and cmd_name not in self.commands:
            module = importlib.import_module(f"edition.commands.{_COMMANDS[cmd_name]}")
            self.add_command(getattr(module, cmd_name))
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
             epilog="Example: edition build seeds")
@click.version_option(edition.__version__, prog_name="edition")
def cli() -> None:
    """Plain text in; proven, validated TEI P5 and reading editions out.

    Exit status: 0 clean, 1 findings of error severity, 2 misuse of the command.
    """


_MISUSE = ("several-folders", "option-unfit")  # findings about the command and not about a file


def run(args: Sequence[str]) -> int:
    """Run one command; whatever happens becomes an exit status and words a person can use."""
    try:
        return cli.main(list(args), prog_name="edition", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return MISUSE
    except UserError as error:
        return _tell(error.findings, args, MISUSE if error.finding.code in _MISUSE else FINDINGS)
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        return INTERRUPTED
    except SystemExit:
        return NO_READER  # click asks for it where nobody reads on (`edition rules | head`)
    except OSError as error:
        said = f"cannot be read or written: {error.strerror or error}"
        return _tell([Finding("file-error", "error", said, str(error.filename or ""))], args, FINDINGS)
    except Exception as error:
        if "-v" in args or "--verbose" in args:
            import traceback

            traceback.print_exc()
        return _tell([internal(error)], args, FAULT)


def _tell(findings: Sequence[Finding], args: Sequence[str], status: int) -> int:
    """Print what ended the command, for people or machines as they asked; the status."""
    form = _form(args)
    if form in ("sarif", "github"):
        click.echo("\n".join(in_form(findings, form)))
        return status
    if form == "json":
        import json

        click.echo(json.dumps({"findings": plain(findings)}, indent=1, ensure_ascii=False))
        return status
    for finding in findings:
        click.echo(coloured(finding), err=True, color=False if os.environ.get("NO_COLOR") else None)
    return status


def _form(args: Sequence[str]) -> str:
    """The form of findings that a command was asked for, whether it came to read its options or not."""
    if "--json" in args:
        return "json"
    named = [two for one, two in pairwise(args) if one == "--format"]
    joined = [one.removeprefix("--format=") for one in args if one.startswith("--format=")]
    return next(iter([*named, *joined]), "text")


def main() -> None:
    """The entry point of the installed command."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # not where another program has replaced the stream
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    gc.set_threshold(5_000_000)  # what is made is much and makes few circles: to look for some would take long
    status = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody reads on, or it is closed
            stream.flush()
    os._exit(status)  # to give back object by object what goes as a whole would take long


if __name__ == "__main__":
    main()
