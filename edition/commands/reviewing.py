"""Commands for people who decide about proposed corrections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from edition.commands.deciding import ON
from edition.commands.joining import merge
from edition.commands.shared import CLEAN, ENCODING, FILE, Voice, end_at_signals, put, speaking, status
from edition.corrections import listing
from edition.corrections.decisions import load
from edition.deciding.apply import apply
from edition.deciding.batch import Tables
from edition.findings import Finding, fail
from edition.making.conversion import open_text, recognise
from edition.making.work import Work, find_work
from edition.review import sheet
from edition.review.items import Item, items, together
from edition.review.page import desk
from edition.review.terminal import review as ask
from edition.rules import counted
from edition.settings.toml_file import suggestion


class _Review(click.Command):
    """The command, and beside it `edition review merge` (a text of that name is ./merge)."""

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None,
                     **extra: Any) -> click.Context:
        if args[:1] == ["merge"]:
            return merge.make_context(f"{info_name} merge", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command(cls=_Review, epilog="Example: edition review letters -o review.html")
@click.argument("sources", nargs=-1, type=FILE)
@click.option("-o", "--output", type=FILE, metavar="FILE",
              help="Write the page (or the table) to FILE instead of review.html (or review.tsv).")
@click.option("--by", default="ed", metavar="ID", help="The id of who decides, as edition.toml declares it.")
@click.option("--tier", "tiers", multiple=True, type=click.Choice(listing.TIERS),
              help="Only these: automatic (made), suggestion (made on request), queue (for a person). May be repeated.")
@click.option("--tsv", "table", is_flag=True, help="Write a table for a spreadsheet, to be filled in.")
@click.option("--tty", is_flag=True, help="Ask here in the terminal, and write each decision at once.")
@ON
@click.option("--serve", "live", is_flag=True,
              help="Show the page on this machine alone, write each decision at once, and show what becomes of it.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="With --serve: the port (0: any).")
@ENCODING
@speaking
def review(sources: tuple[Path, ...], output: Path | None, by: str, tiers: tuple[str, ...], table: bool, tty: bool,
           date: str, live: bool, port: int, encoding: str | None, voice: Voice) -> int:
    """Write a page on which a person decides the corrections.

    SOURCES are texts or one folder with edition.toml (none named: this folder). The page needs no network; what is
    decided on it is saved as a file for `edition apply`. With --serve, nothing is to be saved: each decision goes into
    the file beside its text. The address that is printed then is a secret; Ctrl-C ends it.

    `edition apply` also takes the table of --tsv, filled in. `edition review merge A B` joins the decisions of two
    reviewers.
    """
    if table + tty + live > 1:
        raise click.UsageError("--tsv, --tty and --serve exclude one another")
    work = find_work(sources or (Path(),))
    found, languages, findings = reviewed(work, encoding, tiers, by)
    if live:
        voice.tell(findings)
        return _serve(work, found, languages, by, port, encoding)
    if tty:
        voice.tell(findings)
        ask(found, work, by, date)
        return status(findings)
    # The mark at its beginning tells spreadsheets that it is Unicode.
    made = "\ufeff" + sheet.write(found) if table else desk(found, title(work), by, languages)
    output = output or Path("review.tsv" if table else "review.html")
    put(made.encode("utf-8", "replace"), output)
    voice.say(f"{output}: {counted(len(found), 'correction')} to review", err=str(output) == "-")
    voice.tell(findings)
    return status(findings)


def reviewed(work: Work, encoding: str | None, tiers: tuple[str, ...],
             by: str) -> tuple[list[Item], dict[str, str], list[Finding]]:
    """What there is to review in all texts, the language of each, and what is wrong with some.

    UserError: `by` may not decide about one of them.
    """
    found, languages, findings = list[Item](), dict[str, str](), list[Finding](work.findings)
    for path in work.texts:
        text = open_text(path, work.edition, encoding)
        if by not in text.agents:
            raise fail("by-unknown", f'"{by}" is not declared in edition.toml{suggestion(by, text.agents)}')
        document = recognise(path, work.edition, encoding, {"misread-words": True})
        decisions = load(text.decisions, text.source, text.agents)
        found += [item for item in items(document, decisions, path) if not tiers or item.tier in tiers]
        languages[path.stem] = document.language
        findings += [finding for finding in document.findings if finding.severity == "error"]
    return together(found), languages, findings


def _serve(work: Work, found: list[Item], languages: dict[str, str], by: str, port: int, encoding: str | None) -> int:
    """The desk with a server, until Ctrl-C."""
    from edition.review.passage import Builder, build  # these and http.server are slow to load
    from edition.review.server import Desk, Room

    builder = Builder({path.stem: path for path in work.texts}, lambda path: build(path, work.edition, encoding))
    room = Room(title(work), by, languages, lambda tables: apply(Tables("the desk", tables), work, by), builder.want,
                builder.get)
    end_at_signals()
    server = Desk(found, room, port)
    click.echo(f"{server.url}\n{counted(len(found), 'correction')} to review; Ctrl-C ends it")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("ended; every decision is written")
    finally:
        server.server_close()
        builder.close()
    return CLEAN


def title(work: Work) -> str:
    """What the page is called: as the edition, else as its texts."""
    return work.edition.title if work.edition else ", ".join(path.stem for path in work.texts[:3])
