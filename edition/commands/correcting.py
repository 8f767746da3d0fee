"""Commands about corrections: what the machine corrects or proposes."""

from __future__ import annotations

import json
from pathlib import Path

import click

from edition.commands.shared import ENCODING, FILE, Voice, speaking, status
from edition.corrections import listing
from edition.corrections.misread import CONVENTION as MISREAD
from edition.corrections.model import Correction
from edition.findings import Finding
from edition.making.conversion import recognise
from edition.making.work import find_work
from edition.pipeline import Document


@click.command(epilog="Example: edition corrections letter.txt --tier queue")
@click.argument("sources", nargs=-1, required=True, type=FILE)
@click.option("--tier", "tiers", multiple=True, type=click.Choice(listing.TIERS),
              help="Only these: automatic (made), suggestion (made on request), queue (for a person). May be repeated.")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Only those of this rule, such as misread-word.")
@click.option("--tsv", is_flag=True, help="Answer as a table for a spreadsheet.")
@ENCODING
@speaking
def corrections(sources: tuple[Path, ...], tiers: tuple[str, ...], rules: tuple[str, ...], tsv: bool,
                encoding: str | None, voice: Voice) -> int:
    """List what is corrected in a text, and what is proposed.

    SOURCES are texts or one folder with edition.toml. Words that may be misread are looked for in each text, whether or
    not a build would. With --json, one record a text and line: offsets, replacement and probability of each correction,
    and the queue in the order of its urgency.
    """
    work = find_work(sources)
    if tsv:
        click.echo("\t".join(("file", *listing.COLUMNS)))
    findings = list[Finding](work.findings)
    for path in work.texts:
        document = recognise(path, work.edition, encoding, {MISREAD: True})
        findings += [finding for finding in document.findings if finding.severity == "error"]
        _show(path, document, listing.chosen(document.proposals, tiers, rules), tsv, voice)
    voice.tell(findings)
    return status(findings)


def _show(path: Path, document: Document, proposals: list[Correction], tsv: bool, voice: Voice) -> None:
    """One text, in the form that was asked for."""
    if voice.json:
        click.echo(json.dumps(listing.record(path.stem, proposals), ensure_ascii=False))
    elif tsv:
        for row in listing.rows(document.source, proposals):
            click.echo("\t".join((path.name, *row)))
    else:
        for one in proposals:
            voice.say(listing.line(document.source, one))
        voice.say(f"{path.name}: " + ", ".join(
            f"{sum(one.tier == tier for one in proposals)} {tier}" for tier in listing.TIERS))
