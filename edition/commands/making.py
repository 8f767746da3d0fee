"""Commands that make something of a text or a TEI: build, render, restore."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from edition import ledger as ledgers
from edition.commands.shared import (
    ENCODING,
    FILE,
    FORM,
    Voice,
    ledger_beside,
    put,
    read_bytes,
    speaking,
    status,
    to_file,
)
from edition.commands.styling import styled
from edition.dts.api import FOLDER as SERVICE
from edition.findings import fail
from edition.making import build as building
from edition.making.report import conventions_table, summary
from edition.records import replace
from edition.rendering.ascii import changes
from edition.rendering.contract import in_lines
from edition.rendering.foreign import adopted
from edition.rendering.metadata import STANDARDS
from edition.rendering.outputs import LINKED, LINKS, OUTPUTS
from edition.rendering.outputs import render as rendering
from edition.rendering.style import style_for
from edition.rendering.targets import dropped
from edition.rendering.tei import read_tei

# The outputs that have links.
_LINKING = ("html", "diplomatic", "epub")
FURTHER = [*(to for to, output in OUTPUTS.items() if not output.always), *STANDARDS, SERVICE]
# What people read or keep; the rest is made for the pages of a collection.
READ = [to for to, output in OUTPUTS.items() if output.title]
TEXTS = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH…]")
FORMS = click.option("--to", "outputs", multiple=True, metavar="FORM", type=click.Choice(FURTHER),
                     help=f"Make this of each text, too (may be given again): {', '.join(FURTHER)}.")


@click.command(epilog="Example: edition build seeds -o build")
@TEXTS
@click.option("-o", "--output", type=FILE, default=Path("build"), show_default=True, metavar="DIR",
              help="Folder to write to.")
@click.option("--force", is_flag=True, help="Overwrite outputs that were changed by hand.")
@click.option("--draft", is_flag=True, help="Write the outputs of a source with errors, too.")
@FORMS
@ENCODING
@FORM
@speaking
def build(paths: Sequence[Path], output: Path, force: bool, draft: bool, outputs: Sequence[str], encoding: str | None,
          voice: Voice) -> int:
    """Build an edition: TEI, pages and plain texts.

    PATH is a folder with an edition.toml (default: the current folder), or one or more text files, with settings
    beside them or none. Each text gets a folder of its own in DIR.
    """
    result = building.build(paths or [Path()], output, force, draft, encoding, outputs)
    for one in result.made:
        for line in summary(one.name, one.report) if one.report else ():
            voice.say(line)
        for line in conventions_table(one.report) if one.report and voice.verbose else ():
            voice.say(line)
    voice.tell(result.findings)
    written = sum(bool(one.report.get("written")) for one in result.made)
    voice.say(f"written: {written} of {len(result.made)}; see {output / 'index.html'}")
    voice.answer(result.report)
    return status(result.findings)


_RENDER = f"""Make a page or a plain text of a TEI file.

FILE is any TEI, not only what this tool wrote: the encoding guide (`edition schema`) lists what becomes of elements
outside its vocabulary. What each output is:

\b
{chr(10).join(in_lines(READ))}"""


@click.command(help=_RENDER, epilog="Example: edition render letter.xml --to html -o letter.html")
@click.argument("file", type=FILE)
@click.option("--to", required=True, type=click.Choice([*READ, *STANDARDS]), help="What to make of the TEI.")
@click.option("--lenient", is_flag=True, help="Print the text of unknown elements, too, marked.")
@to_file("it")
@click.option("--links", type=click.Choice(LINKS), help="Which names in the text lead to the index: the first of each "
              f"division (as usual), all, or none. For {', '.join(LINKED)}.")
@styled
@speaking
def render(file: Path, to: str, lenient: bool, output: Path, links: str | None, voice: Voice, **style: Any) -> int:
    """The output `to`; what was unknown, and what ASCII cannot say, is told."""
    chosen = style_for(to, style)
    if links and to not in LINKED:
        raise fail("option-unfit", f"--links does not fit --to {to}: it is for {', '.join(LINKED)}")
    data = read_bytes(file)
    tei, findings = adopted(data, file.stem, str(file), lenient)
    put(rendering(tei, to, chosen, **({"links": links} if links else {})), output)
    if chosen.ascii:
        beyond = rendering(tei, to, replace(chosen, ascii=False)).decode("utf-8")
        for change in changes(beyond):
            voice.say(change, err=True)
    if to in _LINKING:
        findings += dropped(read_tei(data, str(file), collections=True), str(file))
    voice.tell(findings)
    return 0


@click.command(epilog="Example: edition restore build/letter/letter.xml -o letter.txt")
@click.argument("tei", type=FILE)
@click.option("--ledger", type=FILE, metavar="FILE", help="Its ledger, if not NAME.ledger.json beside it.")
@to_file("the source")
@speaking
def restore(tei: Path, ledger: Path | None, output: Path, voice: Voice) -> int:
    """Give back the exact bytes of the source from its TEI.

    Needs the ledger that was written beside the TEI: it holds the source's white space and encoding.
    """
    beside = ledger or ledger_beside(tei)
    if not beside.is_file():
        raise fail("ledger-missing", "there is no such ledger; `edition build` writes it beside the TEI. Name it with "
                   "--ledger, or build the source again", str(beside))
    record = ledgers.loads(read_bytes(beside).decode("utf-8", "replace"), str(beside))
    put(ledgers.restore(read_bytes(tei), record, str(beside)), output)
    return 0
