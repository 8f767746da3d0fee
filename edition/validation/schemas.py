"""Which files a schema is: ours, a file that is named, or a name that is looked up in the user's folders."""

from __future__ import annotations

import os
from pathlib import Path

from edition.findings import fail
from edition.records import record
from edition.resources import folder
from edition.validation.known import KNOWN, Known, Part

OWN = "edition"
# Of the header, what archives ask for, and what one asks for that has no schema of its own to be had.
HEADERS = ("base", "textgrid")
VARIABLE = "TEI_SCHEMAS"
_SUFFIXES = (".rng", ".sch", ".odd")


@record
class Schema:
    """A schema to check by: its grammars (RELAX NG) and rules (Schematron, or a grammar with rules in it), or an ODD.

    `advice`: a message of its rules that has this in it ("": none) is advice and no error.
    """

    name: str
    grammars: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    odd: Path | None = None
    advice: str = ""

    @property
    def own(self) -> bool:
        return self.name == OWN


def folders() -> list[Path]:
    """Where schemas with a name are looked up: the folders of TEI_SCHEMAS, then the user's cache."""
    named = [Path(one) for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one]
    return [*named, cache_folder()]


def cache_folder() -> Path:
    """The folder that `edition schema install` fills, where this system keeps what programs have fetched."""
    from platformdirs import user_cache_path

    return user_cache_path("edition", appauthor=False) / "schemas"


def schema(asked: str | Path) -> Schema:
    """The schema that a word means: "edition" (ours), one of HEADERS, the name of one, or a file (.rng, .sch, .odd).

    UserError: `schema-unknown` (no such name or file), `schema-missing` (a known one that is not there).
    """
    word = str(asked)
    if word == OWN:
        return Schema(OWN, (folder("schema") / "edition.rng",))
    if word in HEADERS:
        return Schema(word, rules=(folder("schema") / f"{word}.sch",))
    if isinstance(asked, Path) or Path(word).suffix.lower() in (*_SUFFIXES, ".xml", ".rnc") or Path(word).is_file():
        return _of_file(Path(asked))
    if word in KNOWN:
        return _of_known(KNOWN[word])
    return _of_folder(word)


def _of_file(file: Path) -> Schema:
    kind = file.suffix.lower()
    if kind == ".rnc":
        raise fail("schema-unreadable", "the compact syntax of RELAX NG is not read; make the XML syntax of it, for "
                   f"instance with Trang: trang {file.name} {file.stem}.rng", str(file))
    if kind == ".sch":
        return Schema(file.name, rules=(file,))
    # A compiled ODD is often called NAME.xml, as any TEI.
    return Schema(file.name, odd=file) if kind in (".odd", ".xml") else Schema(file.name, (file,), (file,))


def _of_known(known: Known) -> Schema:
    files = [file for part in known.parts if (file := place(part))]
    if not files:
        raise fail("schema-missing", f"the schema {known.name} ({known.title}) is not here: none of "
                   f"{', '.join(part.file for part in known.parts)} is in {_looked_in()}; "
                   f"`edition schema install {known.name}` fetches it, or says what to do")
    grammars = tuple(file for file in files if file.suffix == ".rng")
    rules = tuple(file for file in files if file.suffix == ".sch") or (grammars if known.embedded else ())
    ours = (folder("schema") / f"{known.name}.sch",) if known.program else ()
    return Schema(known.name, grammars, (*rules, *ours), advice=known.advice)


def _of_folder(name: str) -> Schema:
    """A schema of the user's own with the name of its files."""
    found = {kind: place(Part(name + kind)) for kind in _SUFFIXES}
    if not any(found.values()):
        raise fail("schema-unknown", f"there is no file and no schema {name}; known are "
                   f"{', '.join((OWN, *HEADERS, *KNOWN))}, and whatever lies in {_looked_in()}")
    grammar, rules, odd = (found[kind] for kind in _SUFFIXES)
    judged = (rules,) if rules else (grammar,) if grammar else ()
    return Schema(name, (grammar,) if grammar else (), judged, None if judged else odd)


def place(part: Part) -> Path | None:
    """Where a file of a schema lies: in one of the folders, or in a folder there; None where it is not."""
    for root in folders():
        for name in (part.file, *part.within):
            if (root / name).is_file():
                return root / name
        inside = sorted(root.glob(f"*/{part.file}"))
        if inside:
            return inside[0]
    return None


def _looked_in() -> str:
    return " or ".join(str(one) for one in folders())
