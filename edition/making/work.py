"""What there is to build: the texts of one edition folder, or single text files."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from edition.findings import Finding, fail
from edition.making.disk import JOURNAL, MANIFEST
from edition.records import field, record
from edition.settings.facts import Edition
from edition.settings.metadata import EDITION_FILE, load_edition

SUFFIXES = (".txt", ".md")
# A note to visitors of the folder, no text of the edition; with settings of its own (README.toml) it is one.
_BESIDES = ("readme", "license", "licence", "changelog", "contributing")
_OTHERS = {".toml": "a file of settings; name the text, or the folder it lies in",
           ".xml": "XML and not plain text; `edition render` and `edition validate` read TEI"}
# Names that stand at the top of the output folder.
RESERVED = ("schema", "report.json", "index.html", "search.html", "persons.html", "about.html", "feed.xml",
            "sitemap.xml", "pagefind", "dts", "datacite.json", "dc.xml", "citation.cff", "edition.jsonld", "cmif.xml",
            MANIFEST, JOURNAL)


@record
class Work:
    """`texts`: in the order of their names. `edition`: of a folder. `findings`: texts that cannot be built, and why."""

    texts: list[Path]
    edition: Edition | None = None
    findings: list[Finding] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """Every source there is, also those that cannot be built: their outputs are not to be removed."""
        return sorted([*(path.stem for path in self.texts), *self.refused])


def find_work(paths: Sequence[Path]) -> Work:
    """The work that these paths ask for: one folder with edition.toml, or text files.

    UserError: several folders, a folder without edition.toml or without texts, broken settings, no text at all.
    """
    folders = [path for path in paths if path.is_dir()]
    for path in (path for path in paths if path.suffix.lower() in _OTHERS):
        raise fail("source-not-text", f"this is {_OTHERS[path.suffix.lower()]}", str(path))
    if not folders:
        return _once(list(dict.fromkeys(paths)), None)
    if len(paths) > 1:
        raise fail("several-folders", "build one folder at a time, each into an output folder of its own (-o), or name "
                   "the text files", str(folders[0]))
    edition = load_edition(folders[0])
    texts = texts_of(folders[0])
    if not texts:
        raise fail("no-texts", f"there is no text in this folder ({' or '.join('*' + s for s in SUFFIXES)})",
                   str(folders[0]))
    return _once(texts, edition)


def texts_of(folder: Path) -> list[Path]:
    """The texts of an edition folder: *.txt and *.md, without hidden files and notes such as README.md."""
    return sorted(path for path in folder.iterdir()
                  if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
                  and (path.stem.lower() not in _BESIDES or path.with_suffix(".toml").is_file()))


def edition_beside(path: Path) -> Edition | None:
    """The edition that a single text belongs to: that of the edition.toml in its folder, if there is one."""
    return load_edition(path.parent) if (path.parent / EDITION_FILE).is_file() else None


def _once(paths: list[Path], edition: Edition | None) -> Work:
    """Refuse texts whose outputs would have one place (on some systems, upper and lower case are one)."""
    places: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        places[unicodedata.normalize("NFC", path.stem).casefold()].append(path)
    work = Work([], edition)
    for place, found in sorted(places.items()):
        if len(found) > 1:
            work.findings.extend(
                Finding("name-twice", "error", f"{' and '.join(p.name for p in found)} have one name, so their outputs "
                        "would overwrite each other; rename all but one. None of them was built", str(path))
                for path in found)
        elif place in RESERVED:
            work.findings.append(Finding("name-reserved", "error", f'the output folder has a folder "{place}" of its '
                                         "own; rename this text", str(found[0])))
        else:
            work.texts.extend(found)
            continue
        work.refused.extend(path.stem for path in found)
    return work
