"""Applying decisions: all are checked, then each goes into the file beside its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from edition.corrections.decision import Decision
from edition.corrections.decisions import DecisionsError, placed
from edition.corrections.series import expanded
from edition.deciding.merging import Merged, New, merged, same_matter
from edition.findings import Finding, UserError, fail, in_order
from edition.making.conversion import Text, open_text
from edition.making.disk import remove_file, write_file
from edition.making.work import Work, edition_beside, find_work, texts_of
from edition.records import record
from edition.settings.metadata import EDITION_FILE
from edition.settings.toml_file import Reader, TomlFile

BY = "ed"


@record
class Applied:
    """What became of one text's file: what it held (None: there was none), and what it holds now."""

    text: str
    file: Path
    merged: Merged
    before: bytes | None
    data: bytes

    @property
    def changed(self) -> bool:
        return bool(self.merged.added + self.merged.replaced)


@record
class _Opened:
    """A text with what is to be merged into its file."""

    path: Path
    text: Text
    new: list[New]
    series: list[dict[str, Any]]


def apply(given: TomlFile, work: Work, by: str = BY, date: str = "") -> tuple[list[Applied], list[Finding]]:
    """Merge the `[[correction]]` and `[[series]]` tables of `given` into the files beside the texts of `work`.

    A table that names no text (`text = "NAME"`) is about the one whose name the file has, or the only one there is.
    `by`, `date`: of decisions that do not say. A line that has moved is corrected. Gives what became of each file, and
    what is to be told. UserError, before anything is written: a wrong table (with its place in `given`), or file.
    """
    told, wrong, opened = list[Finding](), list[Finding](), list[_Opened]()
    for path, (tables, rules) in by_text(given, work).items():
        text = open_text(path, work.edition)
        found, faults = placed(tables, text.source, text.agents, told)
        new = [New({**_values(table, by, date), "line": decision.line}, decision)
               for table, decision in zip(tables, found, strict=True) if decision is not None]
        wrong += faults or _twice(tables, [decision for decision in found if decision])
        wrong += expanded(rules, text.source, text.agents, ())[1]
        opened.append(_Opened(path, text, new, [_values(table, by, date) for table in rules]))
    if wrong:
        raise DecisionsError(in_order(wrong))
    made = [_merged(one) for one in opened]
    for one in made:
        if one.changed:
            write_file(one.file, one.data)
    return made, in_order(told)


def withdraw(made: Sequence[Applied]) -> None:
    """Make the files again what they were before; UserError where somebody changed one since."""
    changed = [one for one in made if one.changed]
    for one in changed:
        if not one.file.is_file() or one.file.read_bytes() != one.data:
            raise fail("decisions-changed", "was changed by somebody else since; what was decided last cannot be taken "
                       "back here", str(one.file))
    for one in changed:
        if one.before is None:
            remove_file(one.file)
        else:
            write_file(one.file, one.before)


def by_text(given: TomlFile, work: Work) -> dict[Path, tuple[list[Reader], list[Reader]]]:
    """The decisions and the series about each text; UserError: a text that is not there, or not told which."""
    paths = {path.stem: path for path in work.texts}
    found, wrong = dict[Path, tuple[list[Reader], list[Reader]]](), list[Finding]()
    usual = text_of(Path(given.name).name, paths)
    for kind, key in enumerate(("correction", "series")):
        for table in given.root.tables(key):
            name = str(table.plain().get("text", "")) or usual
            if name in paths:
                found.setdefault(paths[name], ([], []))[kind].append(table)
            else:
                wrong.append(_elsewhere(table, name, paths))
    try:
        given.root.done()
    except UserError as error:
        wrong.append(error.finding)
    if wrong:
        raise DecisionsError(in_order(wrong))
    return found


def _elsewhere(table: Reader, name: str, paths: Mapping[str, Path]) -> Finding:
    """What is wrong with a table about a text that is not there."""
    here = ", ".join(paths) or "none at all"
    if name:
        return table.fail("decision-elsewhere", f'there is no text "{name}" here, but {here}; say with --into where it '
                          "lies", "text").finding
    return table.fail("decision-incomplete", f'`text` is missing: text = "NAME" says which one of {here} this is '
                      "about; or name the text with --into").finding


def text_of(file: str, names: Iterable[str]) -> str:
    """Which of these texts a file is about that does not say: the only one, or the one whose name it begins with.

    Browsers name a file that they save again "NAME.corrections (1).toml".
    """
    listed = list(names)
    if len(listed) == 1:
        return listed[0]
    return max((name for name in listed if file.startswith(name + ".")), key=len, default="")


def _values(table: Reader, by: str, date: str) -> dict[str, Any]:
    said: dict[str, Any] = {"by": by, **({"date": date} if date else {}), **table.plain()}
    return {key: value for key, value in said.items() if key != "text"}


def _twice(tables: Sequence[Reader], decisions: Sequence[Decision]) -> list[Finding]:
    """Two tables that decide one matter of one place, and not alike."""
    first, wrong = dict[tuple[int, int, str], list[tuple[Reader, Decision]]](), list[Finding]()
    for table, one in zip(tables, decisions, strict=True):
        others = first.setdefault((one.start, one.end, one.at), [])
        for other, known in others:
            if same_matter(known, one) and known != one:
                wrong.append(table.fail("decision-conflict", f'"{one.printed}" (line {one.line}) was decided otherwise '
                                        f"on line {other.line()} of this file; keep one").finding)
        others.append((table, one))
    return wrong


def _merged(one: _Opened) -> Applied:
    file, source = one.text.decisions, one.text.source
    before = file.read_bytes() if file.is_file() else None
    data = before or b""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    done = merged(TomlFile(str(file), data).text, str(file), one.new, source, one.text.agents, one.series)
    return Applied(one.path.stem, file, done, before, mark + done.text.encode("utf-8"))


def into(place: Path, file: Path | None = None) -> Work:
    """The texts that decisions may go to: of a folder, or a single one. `file`: holds the decisions and is no text."""
    if not place.is_dir():
        return Work([place], edition_beside(place))
    work = find_work([place]) if (place / EDITION_FILE).is_file() else Work(texts_of(place))
    work.texts[:] = [text for text in work.texts if file is None or text.resolve() != file.resolve()]
    if not work.texts:
        raise fail("no-texts", "there is no text in this folder that the decisions could be about; say with --into "
                   "where it lies", str(place))
    return work
