"""The command that keeps published ids with their passages: ids."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from edition.commands.shared import ENCODING, Voice, plain, speaking, status
from edition.findings import Finding, UserError, fail
from edition.making.disk import write_file
from edition.making.ids import Ids, ids_of
from edition.making.work import edition_beside, find_work
from edition.records import replace


@click.command(epilog="Example: edition ids seeds --check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH…]")
@click.option("--freeze", is_flag=True, help="Write NAME.ids.toml beside each text: these ids are published now.")
@click.option("--check", is_flag=True, help="Compare with the last release; fail where its version has other ids.")
@click.option("--release", metavar="VERSION", default="", help="The version released, if not that of edition.toml.")
@ENCODING
@speaking
def ids(paths: Sequence[Path], freeze: bool, check: bool, release: str, encoding: str | None, voice: Voice) -> int:
    """Keep the ids of passages for ever.

    Once an id is published it stays with its passage: `edition build` gives each passage the id that NAME.ids.toml has
    for it, new passages new ids, and lists what was removed. Freeze when a version is published, and keep the file with
    the source. Which ids stayed, moved, are new or gone is told; -v names them.
    """
    if freeze and check:
        raise fail("option-unfit", "--freeze and --check are two things: check first, then freeze")
    work = find_work(paths or [Path()])
    made, findings = list[Ids](), list(work.findings)
    for path in work.texts:
        try:
            made.append(ids_of(path, work.edition or edition_beside(path), release, encoding, proving=freeze))
        except UserError as error:
            findings += error.findings
    for one in made:
        findings += _told(one, check)
    if freeze and (errors := [one for one in findings if one.severity == "error"]):
        findings.append(Finding("ids-unsound", "error", "nothing was frozen, for an id is for ever: mend the errors "
                                f"named here first ({len(errors)})", errors[0].file))
        freeze = False
    if freeze:
        written = [(one.file, one.frozen()) for one in made]  # all or none
        for file, data in written:
            write_file(file, data)
    for one in made:
        voice.say(_line(one, freeze))
    voice.tell(findings)
    voice.answer({"texts": {one.name: _answer(one) for one in made}, "findings": plain(findings)})
    return status(findings)


def _told(one: Ids, check: bool) -> list[Finding]:
    if check and not one.published.lines:
        return [Finding("ids-unpublished", "error", "no ids of this text were published; `edition ids --freeze` writes "
                        "this file", str(one.file))]
    strict = [replace(finding, severity="error") for finding in one.findings if finding.severity == "warning"]
    return [*(finding for finding in one.findings if finding.severity == "info"), *strict] if check else one.findings


def _line(one: Ids, freeze: bool) -> str:
    since = f" since version {one.published.release}" if one.published.release else ""
    counts = ", ".join(f"{number} {what}" for what, number in one.counts.items())
    return f"{one.name}: {counts}{since}" + (f"; frozen as version {one.version}" if freeze else "")


def _answer(one: Ids) -> dict[str, Any]:
    return {"release": one.published.release, "version": one.version, **one.counts,
            "ids": {"moved": list(one.issue.moved), "new": list(one.issue.new),
                    "gone": {line.id: line.to for line in one.issue.lost}}}
