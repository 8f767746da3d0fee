"""The command that brings decisions into the files beside the texts."""

from __future__ import annotations

import codecs
import datetime
from pathlib import Path

import click

from edition.commands.shared import FILE, Voice, plain, read_bytes, speaking, status
from edition.deciding.apply import BY, Applied, into
from edition.deciding.apply import apply as applying
from edition.deciding.pairs import pairs
from edition.findings import fail
from edition.making.conversion import open_text
from edition.making.work import Work
from edition.review import sheet
from edition.rules import counted
from edition.settings.toml_file import TomlFile


def _date(_: click.Context, __: click.Parameter, value: str) -> str:
    try:
        return datetime.date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a date; write it as 2026-11-22') from None


BY_WHOM = click.option("--by", default=BY, show_default=True, metavar="ID",
                       help="Who decided, where the file does not say: an id of edition.toml.")
ON = click.option("--date", default="", metavar="DATE", callback=_date,
                  help="When it was decided, where the file does not say.")


@click.command(epilog="Example: edition apply letter.corrections.toml --into edition")
@click.argument("file", type=FILE)
@click.option("--into", "place", type=click.Path(exists=True, path_type=Path), default=Path(), metavar="PLACE",
              help="The folder in which the texts lie, or one text. Default: the current folder.")
@BY_WHOM
@ON
@speaking
def apply(file: Path, place: Path, by: str, date: str, voice: Voice) -> int:
    """Bring decisions into the files beside the texts.

    Each text NAME has its decisions in NAME.corrections.toml. FILE is what `edition review` gave back: a file of
    decisions (.toml) or the table that somebody filled in (.tsv); or a list with two columns, the printed reading and
    the right one, which must stand in the text exactly once. All is checked before anything is written. A decision
    about the same characters as one that stands takes its place; all other lines, and all comments, stay as they are.
    """
    work = into(place, file)
    made, findings = applying(_given(file, work, by, date), work, by, date)
    for one in made:
        voice.say(_said(one))
    if not made:
        voice.say(f"{file}: no decision")
    voice.tell(findings)
    voice.answer({"texts": [{"text": one.text, "file": str(one.file), "added": one.merged.added,
                             "replaced": one.merged.replaced, "same": one.merged.same} for one in made],
                  "findings": plain(findings)})
    return status(findings)


def _given(file: Path, work: Work, by: str, date: str) -> TomlFile:
    """The decisions of a file in whatever form."""
    data = read_bytes(file)
    if file.suffix.lower() == ".toml":
        return TomlFile(str(file), data)
    text = _decoded(data, str(file))
    if sheet.is_sheet(text):
        return sheet.read(text, str(file), by, date)
    sources = {path.stem: open_text(path, work.edition).source for path in work.texts}
    return pairs(text, str(file), sources)


def _decoded(data: bytes, file: str) -> str:
    """The text of a table: Unicode in the forms in which spreadsheets write it. UserError: another encoding."""
    try:
        return data.decode("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail("list-encoding", f"the byte 0x{data[error.start]:02X} is not UTF-8; save the file in that encoding",
                   file, data.count(b"\n", 0, error.start) + 1) from None


def _said(one: Applied) -> str:
    done = one.merged
    if not done.added + done.replaced:
        return f"{one.file}: unchanged; {counted(done.same, 'decision')} {'was' if done.same == 1 else 'were'} there"
    return f"{one.file}: {done.added} added, {done.replaced} replaced, {done.same} there already"
