"""The sub-command that joins the decisions of two reviewers."""

from __future__ import annotations

from pathlib import Path

import click

from edition.commands.shared import FILE, FINDINGS, Voice, plain, put, speaking, status
from edition.deciding.apply import into
from edition.deciding.reviewers import join, left_open
from edition.rules import counted
from edition.settings.toml_file import TomlFile


@click.command(epilog="Example: edition review merge anna.toml ben.toml -o letter.corrections.toml")
@click.argument("first", type=FILE)
@click.argument("second", type=FILE)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write what both agree on to FILE; nothing where they "
              "disagree, unless --conflicts takes that.")
@click.option("--conflicts", type=FILE, metavar="FILE", help="Write what they disagree on to FILE, undecided, for a "
              "third person.")
@click.option("--into", "place", type=click.Path(exists=True, path_type=Path), default=Path(), metavar="PLACE",
              help="The folder in which the texts lie, or one text. Default: the current folder.")
@speaking
def merge(first: Path, second: Path, output: Path | None, conflicts: Path | None, place: Path, voice: Voice) -> int:
    """Join what two reviewers decided, and list their conflicts.

    FIRST and SECOND are files of decisions about the same texts. What only one of them decided is taken; so is what one
    decided and the other was unsure of. Exit status 1: they disagree.
    """
    joined = join(TomlFile.read(first), TomlFile.read(second), into(place))
    findings = [one.finding() for one in joined.conflicts]
    if conflicts and findings:
        put(left_open(joined.conflicts).encode("utf-8"), conflicts)
    if output and (conflicts or not findings):
        put(joined.text.encode("utf-8"), output)
    voice.say(f"{counted(joined.agreed, 'decision')} agreed on or taken, {counted(len(findings), 'conflict')}",
              err=str(output) == "-")
    voice.tell(findings)
    voice.answer({"agreed": joined.agreed, "conflicts": plain(findings)}, err=str(output) == "-")
    return FINDINGS if findings else status(findings)
