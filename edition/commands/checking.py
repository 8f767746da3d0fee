"""Commands that check: validate, verify, schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

import click

from edition import ledger
from edition.commands.shared import FILE, FINDINGS, FORM, Voice, ledger_beside, plain, read_bytes, speaking, status
from edition.commands.told import summed
from edition.findings import Finding, UserError
from edition.records import as_dict, replace
from edition.source import decode, read_source
from edition.validation import installing, odd, schemas
from edition.validation.declared import declared
from edition.validation.faults import faults
from edition.validation.known import KNOWN, Known
from edition.validation.second import Second
from edition.validation.validate import validate as validating
from edition.verify import source_lines
from edition.verify import verify as verifying


def _explain(context: click.Context, _option: click.Parameter, codes: Sequence[str]) -> None:
    """Say what codes mean, and end there."""
    if not codes:
        return
    known = faults()
    unknown = [code for code in codes if code not in known and code != "all"]
    if unknown:
        near = get_close_matches(unknown[0], known, 3)
        raise click.BadParameter(f"no finding has the code {unknown[0]}{'; do you mean ' if near else ''}"
                                 f"{' or '.join(near)}{'?' if near else ''}")
    if "all" in codes:
        click.echo("\n".join(f"{one.code}: {one.means}" for one in known.values()))
    for one in () if "all" in codes else (known[code] for code in codes):
        click.echo(f"{one.code}\n  {one.means}\n  For instance: {one.example}\n  {one.remedy}")
    context.exit()


@click.command(epilog="Example: edition validate build/letter/letter.xml")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE…")
@click.option("--explain", multiple=True, metavar="CODE", is_eager=True, expose_value=False, callback=_explain,
              help="Say what the code of a finding means and what to do (all: list every code), and check nothing.")
@click.option("--schema", "asked", multiple=True, metavar="SCHEMA", help="Check by this instead of the encoding "
              "guide (may be given again): a file (.rng, .sch, an .odd written as ours) or a name (`edition schema "
              "list`); edition: the encoding guide; base: the facts that archives ask of a header; textgrid: those "
              "without which TextGrid takes no text.")
@click.option("--phase", default="", metavar="NAME", help="The phase of a Schematron schema to check.")
@click.option("--strict", is_flag=True, help="Ask a second validator, Jing, too (needs Java and the extra strict).")
@FORM
@speaking
def validate(files: Sequence[Path], asked: Sequence[str], phase: str, strict: bool, voice: Voice) -> int:
    """Check TEI files: schema, Schematron rules, ids and pointers.

    Messages name the line of the TEI file, and of the source where it is known.
    """
    found: list[Finding] = []
    texts: dict[str, str] = {}
    second = Second(dict(_readable(files))) if strict else False
    for file in files:
        findings = _of_file(file, asked, phase, second, texts)
        if voice.form == "text":
            voice.tell(findings, err=False, texts=texts)
        by = f" by {', '.join(asked)}" if asked else ""
        voice.say(f"{file}: {'not ' if status(findings) else ''}valid{by}{_counted(findings)}")
        for name in _own_schemas(file) if status(findings) and not asked else ():
            voice.say(f"{file} names a schema of its own: edition validate {file} --schema {name}")
        found += findings
    if voice.form != "text":
        voice.tell(found, texts=texts)
    voice.answer({"findings": plain(found)})
    return status(found)


def _of_file(
    file: Path, asked: Sequence[str], phase: str, second: Second | bool, texts: dict[str, str]
) -> list[Finding]:
    """What is wrong with one file, and be it that it cannot be read; the text of its source goes into `texts`."""
    known = second.documents.get(str(file)) if isinstance(second, Second) else None
    try:
        data = read_bytes(file) if known is None else known
    except UserError as error:
        return [error.finding]
    source, text = _source(file, data)
    texts[source] = text
    lines = source_lines(data, text) if source else None
    return [replace(one, source=source) if one.source_line else one
            for one in validating(data, str(file), asked, lines, phase, second)]


def _readable(files: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        with suppress(UserError):  # told where the file is checked
            yield str(file), read_bytes(file)


def _own_schemas(file: Path) -> list[str]:
    return declared(read_bytes(file), file.parent) if file.is_file() else []


def _counted(findings: list[Finding]) -> str:
    return f": {summed(findings)}" if findings else ""


def _source(file: Path, data: bytes) -> tuple[str, str]:
    """The name and the text of the source, where the ledger beside the TEI gives it back; else nothing."""
    try:
        record = ledger.loads(ledger_beside(file).read_text("utf-8"))
        return record["source"], decode(ledger.restore(data, record), file.stem, None, record["encoding"]).text
    except (OSError, UnicodeError, UserError):
        return "", ""


@click.command(epilog="Example: edition verify build/letter/letter.xml letter.txt")
@click.argument("tei", type=FILE)
@click.argument("source", type=FILE)
@click.option("--reindented", is_flag=True, help="Another program has indented the TEI: ignore white space it added.")
@click.option("--encoding", metavar="NAME", help="Encoding of the text, such as windows-1252.")
@FORM
@speaking
def verify(tei: Path, source: Path, reindented: bool, encoding: str | None, voice: Voice) -> int:
    """Prove a TEI file against its source.

    Character for character: from the TEI alone the source is rebuilt and compared. What was added to the source's
    text is printed.
    """
    proof = verifying(read_bytes(tei), read_source(source, encoding).text, reindented)
    for line in proof.lines():
        if voice.form == "text" and not (voice.json or (voice.quiet and proof.ok)):
            click.echo(line)
    if voice.form != "text":
        from edition.making.conversion import unproved  # the one that the build tells, too

        voice.tell(unproved(proof, str(tei)))
    listed = {name: [entry._asdict() for entry in entries] for name, entries in proof.entries.items()}
    voice.answer({"ok": proof.ok, **proof._asdict(), **listed})
    return 0 if proof.ok else FINDINGS


@click.group(invoke_without_command=True, epilog="Example: edition schema --check")
@click.option("--check", is_flag=True, help="Write nothing: compare what is there with what the ODD says.")
@click.option("-o", "--output", type=FILE, metavar="DIR", help="Folder to write to (default: where the ODD lies).")
@FORM
@speaking
def schema(check: bool, output: Path | None, voice: Voice) -> int:
    """Make the schema and its guide, or fetch those of others.

    Without a further command: RELAX NG, Schematron and an HTML guide for people, all from the one ODD.
    """
    findings = odd.check_schema(output) if check else []
    for path in [] if check else odd.write_schema(output):
        voice.say(str(path))
    voice.tell(findings, err=False)
    voice.answer({"findings": plain(findings)})
    return status(findings)


@schema.command(epilog="Example: edition schema install tei_all dtabf")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--update", is_flag=True, help="Replace a file that its publisher has changed since it was fetched.")
@speaking
def install(names: Sequence[str], update: bool, voice: Voice) -> int:
    """Fetch schemas of others into the user's cache.

    The checksum of each file is written down beside it. Where there is no network, it says what to save where.
    """
    found = installing.install(names, update)
    replace(voice, verbose=not voice.quiet).tell(found, err=False)
    voice.answer({"findings": plain(found)})
    return status(found)


@schema.command("list", epilog="Example: edition schema list")
@speaking
def listing(voice: Voice) -> int:
    """Say which schemas of others are here.

    They are looked up in the folders that TEI_SCHEMAS names, then in the user's cache.
    """
    files = installing.listed()
    for known in KNOWN.values():
        voice.say(f"{known.name}: {known.title}")
        for one in files:
            if one.name == known.name:
                voice.say(f"  {one.file}: {one.path or 'not here'}{_STATES[one.state]}{_lack(known, one)}")
    voice.answer({"folders": [str(one) for one in schemas.folders()], "files": [as_dict(one) for one in files]})
    return 0


def _lack(known: Known, one: installing.Listed) -> str:
    """What to know of a file that is not here."""
    if one.path:
        return ""
    part = next(part for part in known.parts if part.file == one.file)
    if known.by_hand(part):
        return f" (not given out: see {known.home})"
    return " (not given out; the rules in the grammar are checked instead)" if known.stands_in(part) else ""


_STATES = {"recorded": "", "missing": "", "changed": " (not the file that was fetched)",
           "unrecorded": " (no checksum written down)"}
