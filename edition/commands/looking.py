"""Commands that only show: explain and rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from edition.commands.shared import FILE, Voice, speaking
from edition.conventions import ROOMS
from edition.findings import fail
from edition.making.conversion import recognise
from edition.making.explain import explain as explaining
from edition.making.explain import in_words, overview, recognised, scores
from edition.making.work import edition_beside
from edition.rules import Convention


@click.command(epilog="Example: edition explain letter.txt 12")
@click.argument("source", type=FILE)
@click.argument("line", type=click.IntRange(min=1), required=False)
@click.option("--encoding", metavar="NAME", help="Encoding of the text, such as windows-1252.")
@speaking
def explain(source: Path, line: int | None, encoding: str | None, voice: Voice) -> int:
    """Say which rule claimed each character.

    For a line, the claims upon it from the innermost to the outermost, and how to overrule them. Without LINE, the
    conventions of which SOURCE has a sign, with their evidence, and every line with what it was taken for.
    """
    document = recognise(source, edition_beside(source), encoding)
    if line is None:
        for text in (*recognised(document), *overview(document)):
            voice.say(text)
        voice.answer({"file": str(source), "conventions": scores(document)})
        return 0
    try:
        pieces = explaining(document, line)
    except IndexError:
        text = document.source.text
        last = document.source.line(len(text)) - text.endswith("\n")
        raise fail("no-such-line", f"there is no line {line}; the last one is {last}", str(source)) from None
    for text in in_words(document, line):
        voice.say(text)
    voice.answer({"file": str(source), "line": line, "pieces": [piece.as_dict() for piece in pieces]})
    return 0


@click.command(epilog="Example: edition rules -v")
@speaking
def rules(voice: Voice) -> int:
    """List every convention, each with an example.

    They are grouped by what they are about. With -v, every rule of each convention, too.
    """
    for room, conventions in ROOMS.items():
        voice.say(room.upper())
        for convention in conventions:
            voice.say(f"{convention.name}: {convention.description}")
            voice.say(_shown(convention.example))
            for rule in convention.rules if voice.verbose else ():
                voice.say(f"  - {rule.name}: {rule.description}")
                voice.say(_shown(rule.example, "      "))
        voice.say("")
    voice.answer({"conventions": [{"room": room} | _as_dict(convention) for room, conventions in ROOMS.items()
                                  for convention in conventions]})
    return 0


def _shown(example: str, indent: str = "    ") -> str:
    return "\n".join(indent + line for line in example.split("\n"))


def _as_dict(convention: Convention) -> dict[str, Any]:
    return {"name": convention.name, "description": convention.description, "example": convention.example,
            "rules": [{"name": r.name, "description": r.description, "example": r.example} for r in convention.rules]}
