"""Commands for handing on a whole edition: pack, unpack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from edition.commands.making import FORMS, TEXTS
from edition.commands.shared import FILE, Voice, plain, speaking, status
from edition.exporting.profiles import PROFILES
from edition.findings import fail
from edition.making.disk import write_folder, write_stream
from edition.packing.archive import SUFFIXES, Package, pack_into
from edition.packing.bag import DECLARATION, NAME
from edition.packing.making import default_name
from edition.packing.making import pack as packing
from edition.packing.received import received


@click.command(epilog="Example: edition pack seeds -o seeds-0.1.0.zip")
@TEXTS
@click.option("-o", "--output", type=FILE, metavar="PACKAGE", help="A folder to write, or a file .zip or .tar "
              "(default: a folder here, called after the edition's and its version).")
@click.option("--schema", "schemas", multiple=True, metavar="SCHEMA", help="Check the TEI by this, too, and put the "
              "report into the package (may be given again): a file or a name (`edition schema list`).")
@click.option("--export", "profiles", multiple=True, type=click.Choice(list(PROFILES)), help="Put the TEI in as this "
              "archive takes it, too (may be given again).")
@click.option("--force", is_flag=True, help="Replace a package that is there.")
@FORMS
@speaking
def pack(paths: Sequence[Path], output: Path | None, schemas: Sequence[str], profiles: Sequence[str], force: bool,
         outputs: Sequence[str], voice: Voice) -> int:
    """Put a whole edition into one package with checksums.

    A BagIt bag that is an RO-Crate: sources, settings and decisions, TEI with ledgers, schema, every output, reports of
    proof and validation, README and licence. PATH is as for `edition build`, which is done anew. The same edition gives
    the same bytes.
    """
    asked = paths or [Path()]
    place = output or Path(default_name(asked))
    suffix = place.suffix if place.suffix in SUFFIXES else ""
    root = place.name.removesuffix(suffix)
    if not NAME.match(root):
        raise fail("pack-name", f'"{root}" cannot be the name of a package: archives take ASCII letters, digits, '
                   "hyphens and full stops only; name another with -o", str(place))
    _refuse_standing(place, force)
    made = packing(asked, schemas, outputs, profiles)
    if suffix:
        write_stream(place, lambda out: pack_into(out, root, made.files, suffix))
    else:
        write_folder(place, made.files)
    voice.say(f"{place}: {len(made.files)} files, {sum(map(len, made.files.values()))} bytes")
    voice.tell(made.findings)
    voice.answer({"package": str(place), "files": sorted(made.files), "findings": plain(made.findings)})
    return status(made.findings)


def _refuse_standing(place: Path, force: bool = False) -> None:
    """UserError: something stands there; with `force` a package may, which is then replaced."""
    if place.is_dir() and not (place / DECLARATION).is_file():
        raise fail("pack-exists", "this folder is no package, so nothing is put in its place; name another with -o",
                   str(place))
    if place.exists() and not force:
        raise fail("pack-exists", "this is there already; move it away, or name another place with -o (`edition pack "
                   "--force` replaces a package)", str(place))


@click.command(epilog="Example: edition unpack --verify seeds-0.1.0.zip")
@click.argument("package", type=FILE)
@click.option("--verify", "proving", is_flag=True, help="Prove it, and write nothing (unless -o is given, too).")
@click.option("-o", "--output", type=FILE, metavar="DIR", help="Write its files to a folder of its name in DIR, once "
              "it is proved.")
@click.option("--trust", is_flag=True, help="Run the rules in the package even if they are not this program's.")
@speaking
def unpack(package: Path, proving: bool, output: Path | None, trust: bool, voice: Voice) -> int:
    """Prove a package that was received, and take it apart.

    PACKAGE is a folder, a .zip or a .tar that `edition pack` made. Proved is that nothing was changed, left out or put
    in, that each TEI is valid by the schema in the package and still holds its whole source, and that TEI and ledger
    give the exact bytes of the source.
    """
    if not (proving or output):
        raise fail("option-unfit", "say what is to be done: --verify proves the package, -o DIR also writes its files")
    with Package(package) as opened:
        found = received(opened, trust)
        proved = not status(found.findings)
        if proved and output:
            _refuse_standing(output / found.root)
            write_folder(output / found.root, {path: opened.read(path) for path in opened.files})
    voice.tell(found.findings, err=False)
    if proved:
        voice.say(f"{package}: proved: {found.files} files as they were packed, {len(found.texts)} TEI valid and "
                  "accounting for their sources")
        if output:
            voice.say(f"written: {output / found.root}")
    else:
        voice.say(f"{package}: not proved; nothing was written", err=True)
    voice.answer({"proved": proved, "files": found.files, "texts": found.texts, "findings": plain(found.findings)})
    return status(found.findings)
