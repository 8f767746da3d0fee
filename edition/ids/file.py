"""The file of published ids: `NAME.ids.toml` beside a text, one line a passage, in the order of the text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from edition.findings import fail
from edition.ids.published import Line, Published
from edition.kinds import KINDS
from edition.regex import regex
from edition.settings.toml_file import Reader, TomlFile

_ID = regex(r"[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\Z")
_NOWHERE = "text"  # `within` of a passage that stands in no other but whose id has steps
_ABOUT = """\
# The ids of {name} as published: one line a passage, in the order of the text.
# `edition ids --freeze` writes this file; keep it with the text. An id stays with its passage for ever: its fingerprint
# (print, words: a character a word) tells which that is. `since` is the release that first had it, if not the first of
# all; `gone` the one that has removed it; then a link to it leads to the passage `to`.
"""


def load(path: Path) -> Published:
    """The ids published of the text whose file of ids is `path`; UserError, with file and line: it is broken."""
    top = TomlFile.read(path).root
    releases, ids = top.table("releases", required=True), top.table("ids", required=True)
    top.done()
    dated = tuple((version, releases.date(version) if value != "" else "")
                  for version, value in releases.plain().items())
    first = dated[0][0] if dated else ""
    lines = tuple(_line(name, ids.table(name), first) for name in ids.plain())
    if not dated:
        raise fail("ids-broken", "no release is named; take the file from the last release again", str(path))
    return Published(str(path), dated, lines)


def _line(name: str, values: Reader, first: str) -> Line:
    if not _ID.match(name):
        raise values.fail("ids-broken", f'"{name}" is no id; take the file from the last release again')
    above = name.rpartition(".")[0]
    within = values.text("within") or above
    line = Line(name, values.choice("is", KINDS, required=True), values.text("since") or first, values.text("print"),
                values.text("begins"), values.text("words"), "" if within == _NOWHERE else within,
                values.text("gone"), values.text("to"))
    values.done()
    return line


def dumps(published: Published, name: str) -> str:
    """The file of ids of the text `name`: the same for the same ids."""
    releases = "".join(f"{_quoted(version)} = {date or _quoted('')}\n" if len(date) in (0, 10)
                       else f"{_quoted(version)} = {_quoted(date)}\n" for version, date in published.releases)
    first = published.releases[0][0] if published.releases else ""
    lines = "".join(f"{_quoted(line.id)} = {{ {', '.join(_pairs(line, first))} }}\n" for line in published.lines)
    return f"{_ABOUT.format(name=name)}\n[releases]\n{releases}\n[ids]\n{lines}"


def _pairs(line: Line, first: str) -> Iterable[str]:
    above = line.id.rpartition(".")[0]
    within = "" if line.within == above else line.within or _NOWHERE
    since = "" if line.since == first else line.since
    told = {"is": line.kind, "since": since, "gone": line.gone, "to": line.to, "within": within,
            "print": line.print, "begins": line.begins, "words": line.words}
    return (f"{key} = {_quoted(value)}" for key, value in told.items() if value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
