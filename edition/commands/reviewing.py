"""Commands for people who decide about proposed corrections."""

from __future__ import annotations

from pathlib import Path

import click

from edition.commands.shared import ENCODING, FILE, Voice, speaking, status
from edition.corrections import listing
from edition.corrections.decisions import load
from edition.findings import Finding
from edition.making.conversion import recognise
from edition.making.disk import write_file
from edition.making.work import Work, find_work
from edition.review.items import Item, items, together
from edition.review.page import desk
from edition.rules import counted


@click.command(epilog="Example: edition review letters -o review.html")
@click.argument("sources", nargs=-1, type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("review.html"), metavar="FILE",
              help="Write the page to FILE instead of review.html.")
@click.option("--by", default="ed", metavar="ID", help="The id of who decides, as edition.toml declares it.")
@click.option("--tier", "tiers", multiple=True, type=click.Choice(listing.TIERS),
              help="Only these: automatic (made), suggestion (made on request), queue (for a person). May be repeated.")
@ENCODING
@speaking
def review(sources: tuple[Path, ...], output: Path, by: str, tiers: tuple[str, ...], encoding: str | None,
           voice: Voice) -> int:
    """Write a page on which a person decides the corrections.

    SOURCES are texts or one folder with edition.toml (none named: this folder).
    """
    work = find_work(sources or (Path(),))
    found, languages, findings = reviewed(work, encoding, tiers)
    page = desk(found, title(work), by, languages)
    write_file(output, page.encode("utf-8", "replace"))
    voice.say(f"{output}: {counted(len(found), 'correction')} to review")
    voice.tell(findings)
    return status(findings)


def reviewed(work: Work, encoding: str | None,
             tiers: tuple[str, ...]) -> tuple[list[Item], dict[str, str], list[Finding]]:
    """What there is to review in all texts, the language of each, and what is wrong with some."""
    found, languages, findings = list[Item](), dict[str, str](), list[Finding](work.findings)
    for path in work.texts:
        document = recognise(path, work.edition, encoding, {"misread-words": True})
        decisions = load(path.with_suffix(".corrections.toml"), document.source)
        found += [item for item in items(document, decisions, path) if not tiers or item.tier in tiers]
        languages[path.stem] = document.language
        findings += [finding for finding in document.findings if finding.severity == "error"]
    return together(found), languages, findings


def title(work: Work) -> str:
    """What the page is called: as the edition, else as its texts."""
    return work.edition.title if work.edition else ", ".join(path.stem for path in work.texts[:3])
