"""What all commands share: options, how findings are told, exit status, files in and out."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from edition.commands.told import thinned
from edition.findings import Finding, Severity, fail, has_errors, in_order
from edition.making.disk import write_file
from edition.records import record

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
CLEAN, FINDINGS, MISUSE, FAULT, INTERRUPTED, NO_READER = 0, 1, 2, 70, 130, 141  # exit status

# What ends a program that runs until it is told to end.
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")

# Not checked by click: what is wrong with a file is a finding with its own words.
FILE = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., None])
ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of the text, such as windows-1252.")


def to_file(what: str) -> Callable[[Command], Command]:
    """The option -o of a command that writes one document."""
    return click.option("-o", "--output", type=FILE, default=Path("-"), metavar="FILE",
                        help=f"Write {what} to FILE instead of standard output.")


@record
class Voice:
    """How a command speaks: in lines for people or JSON for machines; `quiet`: errors alone; `verbose`: everything.

    `form`: another form for findings, as `--format` has it.
    """

    json: bool = False
    verbose: bool = False
    quiet: bool = False
    form: str = "text"

    @property
    def told(self) -> bool:
        """Whether anything but errors is told."""
        return self.json or not self.quiet

    def say(self, text: str, err: bool = False) -> None:
        """A line for people, unless they want quiet or JSON."""
        if self.form == "text" and not (self.quiet or self.json):
            click.echo(text, err=err)

    def tell(self, findings: Iterable[Finding], err: bool = True, texts: Mapping[str, str] | None = None) -> None:
        """Findings, one a line, the remarks only with -v; on standard error unless they are the command's answer.

        `texts`: with the lines that they are about; it has those of files that do not lie where their name says; and of
        very many of a kind only the first, unless with -v. In a form for machines findings go to standard output, all
        of them.
        """
        if self.json:
            return
        if self.form != "text":
            click.echo("\n".join(in_form(findings, self.form, texts)))
            return
        held_back = 0
        for finding in in_order(findings) if texts is None or self.verbose else thinned(in_order(findings)):
            if finding.severity == "error" or self.verbose or (finding.severity == "warning" and not self.quiet):
                lines = [] if texts is None else excerpt(finding, texts)
                click.echo("\n".join([coloured(finding), *lines]), err=err)
            elif finding.severity == "info":
                held_back += 1
        if held_back:
            self.say(f"{held_back} {'remark' if held_back == 1 else 'remarks'} not shown; -v shows them", err=True)

    def answer(self, answer: dict[str, Any], err: bool = False) -> None:
        """The answer for machines."""
        if self.json:
            import json

            click.echo(json.dumps(answer, indent=1, ensure_ascii=False), err=err)


def coloured(finding: Finding) -> str:
    """A finding as one line, its severity in colour (click drops it where nobody sees colours)."""
    word = f"{finding.severity}: "
    return str(finding).replace(word, click.style(word, fg=_COLOURS[finding.severity]), 1)


def in_form(findings: Iterable[Finding], form: str, texts: Mapping[str, str] | None = None) -> list[str]:
    """Findings as lines in a form for machines: sarif or github."""
    if form == "github":
        from edition.commands.formats import annotation

        return [annotation(finding) for finding in in_order(findings)]
    import json

    from edition.commands.sarif import sarif

    return [json.dumps(sarif(findings, texts or {}), indent=1, ensure_ascii=False)]


def excerpt(finding: Finding, texts: Mapping[str, str]) -> list[str]:
    """The lines that a finding is about."""
    from edition.commands import formats

    return formats.excerpt(finding, texts)


# For commands whose answer is findings.
FORM = click.option("--format", "form", type=click.Choice(["text", "json", "sarif", "github"]), default="text",
                    help="Findings for people, or for machines: JSON, SARIF 2.1.0, annotations for GitHub.")


def speaking(command: Callable[..., int]) -> Callable[..., None]:
    """Give a command --json, -v and -q as one `voice`; the number it returns is the exit status."""

    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for machines.")
    @click.option("-v", "--verbose", is_flag=True, help="Tell remarks and details, too.")
    @click.option("-q", "--quiet", is_flag=True, help="Tell errors only.")
    @wraps(command)
    def run(as_json: bool, verbose: bool, quiet: bool, form: str = "text", **options: Any) -> None:
        context = click.get_current_context()
        if os.environ.get("NO_COLOR"):
            context.color = False
        if context.invoked_subcommand is None:
            context.exit(command(voice=Voice(as_json or form == "json", verbose, quiet, form), **options))
        # Else the command only carries the one that is asked for, which has options of its own.
        if as_json or verbose or quiet or form != "text" or any(options.values()):
            raise click.UsageError(f"write the options of {context.invoked_subcommand} behind it")

    return run


def status(findings: Iterable[Finding]) -> int:
    """The exit status that these findings ask for."""
    return FINDINGS if has_errors(findings) else CLEAN


def plain(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as JSON values."""
    return [finding.as_dict() for finding in in_order(findings)]


def read_bytes(path: Path) -> bytes:
    """The bytes of a file ("-": of standard input); UserError where it cannot be read."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except IsADirectoryError:
        raise fail("file-unreadable", f"this is a folder; name the files in it, for instance {path / '*.xml'}",
                   str(path)) from None
    except OSError as error:
        raise fail("file-unreadable", f"cannot be read: {error.strerror}", str(path)) from None


def ledger_beside(tei: Path) -> Path:
    """Where the ledger of a TEI file lies."""
    return tei.with_suffix(".ledger.json")


def put(data: bytes, out: Path) -> None:
    """Write a document to a file, or to standard output ("-") as the very bytes."""
    if str(out) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_file(out, data)


def end_at_signals() -> None:
    """Let all that ends a server do so as Ctrl-C does (KeyboardInterrupt), so that nothing is left behind.

    A program that a shell has started in the background has Ctrl-C itself switched off.
    """
    for name in _ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _interrupt)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt
