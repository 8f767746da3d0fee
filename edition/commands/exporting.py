"""The command that hands TEI to other archives: export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from edition.commands.shared import FILE, Voice, plain, read_bytes, speaking, status
from edition.exporting.checks import checked
from edition.exporting.export import Exported
from edition.exporting.export import export as exporting
from edition.exporting.inventory import NAME as INVENTORY
from edition.exporting.inventory import beside
from edition.exporting.profiles import PROFILES, Profile
from edition.findings import Finding, UserError
from edition.making.disk import write_file
from edition.records import replace


@click.command(epilog="Example: edition export build/letter/letter.xml --to dtabf -o export")
@click.argument("files", nargs=-1, type=FILE, metavar="FILE…")
@click.option("--to", type=click.Choice(list(PROFILES)), help="For whom.")
@click.option("-o", "--output", type=FILE, default=Path("export"), show_default=True, metavar="DIR",
              help="Folder to write to; each profile has a folder in it.")
@click.option("--draft", is_flag=True, help="Write what the recipient's schema refuses, too.")
@click.option("--list", "listing", is_flag=True, help="List the profiles, and what each asks for.")
@speaking
def export(files: Sequence[Path], to: str | None, output: Path, draft: bool, listing: bool, voice: Voice) -> int:
    """Hand TEI to an archive, as the TEI that it takes.

    FILE is TEI that `build` or `convert` wrote, or that others made. What the recipient has no place for is left out,
    and told. Where it asks for a fact that nobody gave, does not take such a text, or its schema refuses what was made,
    nothing is written, and the reasons are told.
    """
    if listing:
        return _list(voice)
    if not to or not files:
        raise click.UsageError("name a profile with --to and at least one FILE; --list lists the profiles")
    found: list[Finding] = []
    written: list[str] = []
    for file in files:
        try:
            made = _beside_others(exporting(read_bytes(file), to, file.stem, str(file)), output / to, file, written)
        except UserError as error:
            found += error.findings
            voice.tell(error.findings)
            continue
        judged = _check(made, output / to, to, file)
        found += [*made.findings, *judged]
        if draft or not status(judged):
            written += _write(made, output / to, voice)
        else:
            voice.say(f"{file}: nothing is written, for the recipient would refuse it; --draft writes it all the same")
        voice.tell([*(one for one in made.findings if one.severity != "info"), *judged])
    voice.answer({"written": written, "findings": plain(found)})
    return status(found)


def _beside_others(made: Exported, folder: Path, file: Path, written: Sequence[str]) -> Exported:
    """The export beside what this run has written, its inventory joined with what stands there of other texts."""
    places = {str(folder / path): data for path, data in made.files.items()}
    standing = {place: read_bytes(Path(place)) for place in places
                if place in written or (Path(place).name == INVENTORY and Path(place).is_file())}
    placed, found = beside(places, standing, str(file))
    return replace(made, files=dict(zip(made.files, placed.values(), strict=True)), findings=[*made.findings, *found])


def _write(made: Exported, folder: Path, voice: Voice) -> list[str]:
    """Write what was made, and tell what it has lost; the paths."""
    for path, data in made.files.items():
        write_file(folder / path, data)
        voice.say(str(folder / path))
    for finding in made.findings:
        if finding.severity == "info":
            voice.say(f"  {finding.message}")
    return [str(folder / path) for path in made.files]


def _check(made: Exported, folder: Path, to: str, file: Path) -> list[Finding]:
    """What the recipient's schemas say of the document that was made."""
    path, data = next(iter(made.files.items()))
    return checked(data, str(folder / path), PROFILES[to].schemas, str(file), made.strange)


def _list(voice: Voice) -> int:
    for name, profile in PROFILES.items():
        voice.say(f"{name}: {profile.title}")
        for need in profile.needs:
            voice.say(f"  asks for {need.says}: {need.key}")
        for unfit in profile.unfit:
            voice.say(f"  {unfit.says}")
    voice.answer({"profiles": {name: _plain(profile) for name, profile in PROFILES.items()}})
    return 0


def _plain(profile: Profile) -> dict[str, object]:
    return {"title": profile.title, "schemas": list(profile.schemas),
            "needs": [{"fact": need.says, "key": need.key} for need in profile.needs],
            "unfit": [unfit.says for unfit in profile.unfit]}
