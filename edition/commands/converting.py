"""The command that turns a text into TEI: convert."""

from __future__ import annotations

from pathlib import Path

import click

from edition.commands.shared import ENCODING, FILE, Voice, plain, put, speaking, status, to_file
from edition.findings import Finding
from edition.making.conversion import Converted, unproved
from edition.making.conversion import convert as converting
from edition.making.work import edition_beside
from edition.verify import Proof, verify


@click.command(epilog="Example: edition convert letter.txt -o letter.xml")
@click.argument("source", type=FILE)
@to_file("the TEI")
@ENCODING
@click.option("--check", is_flag=True, help="Check it against the schema and its rules, too, as `build` does.")
@speaking
def convert(source: Path, output: Path, encoding: str | None, check: bool, voice: Voice) -> int:
    """Turn one text into TEI.

    SOURCE is a text file, or - for standard input. The TEI is proved against it. What was recognised is told on
    standard error (with --json and -o, on standard output).
    """
    done = converting(source, edition_beside(source), encoding)
    file = "TEI" if str(output) == "-" else str(output)
    proof, checks = _checked(done, file) if check else _proved(done, file)
    findings = [*done.findings, *checks]
    put(done.tei, output)
    if voice.told:
        _report(done, proof, findings, voice, err=str(output) == "-")
    voice.tell(findings)
    return status(findings)


def _report(done: Converted, proof: Proof, findings: list[Finding], voice: Voice, err: bool) -> None:
    """Tell what was recognised. `err`: for machines on standard error, too."""
    from edition.making.report import conventions_table, describe, summary  # reads the TEI as a tree: slow to load

    report = describe(done.document, done.tei, proof)
    for line in (*summary(done.document.source.name, report), *conventions_table(report)):
        voice.say(line, err=True)
    voice.answer({**report, "findings": plain(findings)}, err=err)


def _proved(done: Converted, file: str) -> tuple[Proof, list[Finding]]:
    proof = verify(done.tei, done.document.source.text)
    return proof, unproved(proof, file)


def _checked(done: Converted, file: str) -> tuple[Proof, list[Finding]]:
    from edition.making.checked import check  # the schema and its rules: what loads slowly, where it is wanted

    checked = check(done.document.source, done.tei, file)
    return checked.proof, checked.findings
