"""One source to its TEI, in memory: read, recognised, written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edition.conventions import STAGES
from edition.corrections.decision import Decisions
from edition.corrections.teaching import taught
from edition.findings import Finding, fail
from edition.ids.published import NOTHING, Published
from edition.making.scans import pictured
from edition.making.work import texts_of
from edition.pipeline import Document, parse
from edition.records import record, replace
from edition.settings.facts import EDITOR, Edition, Links, Settings
from edition.settings.metadata import load_source
from edition.source import Source, read_source
from edition.verify import Proof
from edition.writing import tei
from edition.writing.placing import Places

DECISIONS, IDS = ".corrections.toml", ".ids.toml"
CONVENTIONS = frozenset(convention.name for stage in STAGES for convention in stage)


@record
class Text:
    """A text before it is recognised. `agents`: the ids of who may decide about it; `decisions`: where theirs stand."""

    source: Source
    settings: Settings
    agents: tuple[str, ...]
    decisions: Path


@record
class Converted:
    """A source read, recognised and written as TEI.

    `pictures`: those of its pages, by the place that the TEI names. `beside`: what was read beside text and settings.
    `links`: as the settings have it. `title`: what an editor supplies for a lost one, "" where nothing is.
    """

    document: Document
    tei: bytes
    findings: list[Finding]
    pictures: dict[str, Path]
    beside: tuple[Path, ...]
    links: Links = ""
    title: str = ""

    @property
    def places(self) -> Places:
        """Where things are in the TEI, and what became of published ids."""
        return tei.placed(self.document, self.title)


def recognise(path: Path | str, edition: Edition | None, encoding: str | None = None,
              conventions: Mapping[str, bool] | None = None) -> Document:
    """The structure of a source ("-": of standard input). UserError: as `convert`.

    `conventions`: switched on or off where the settings say nothing of them.
    """
    return _recognise(path, edition, encoding, conventions or {})[0]


def _recognise(path: Path | str, edition: Edition | None, encoding: str | None,
               conventions: Mapping[str, bool]) -> tuple[Document, Settings]:
    if str(path) == "-":
        settings = replace(Settings.bare("stdin"), conventions=dict(conventions))
        return parse(read_source(path, encoding), settings), settings
    text = open_text(Path(path), edition, encoding)
    settings = replace(text.settings, conventions={**conventions, **text.settings.conventions})
    return replace(parse(text.source, settings, _decisions(text)), published=published_ids(Path(path))), settings


def published_ids(path: Path) -> Published:
    """The ids that were published of a text; UserError: their file is broken."""
    beside = path.with_suffix(IDS)
    if not beside.is_file():
        return NOTHING
    from edition.ids.file import load  # as below

    return load(beside)


def _decisions(text: Text) -> Decisions:
    """What is decided about a text; UserError: a broken file of decisions."""
    if not text.decisions.is_file():
        return Decisions()
    from edition.corrections.decisions import load  # most texts have none, and this is slow to load

    return load(text.decisions, text.source, text.agents)


def open_text(path: Path, edition: Edition | None, encoding: str | None = None) -> Text:
    """A text with its settings; UserError: what cannot be read, broken settings."""
    _refuse_name(path)
    settings = load_source(path, edition, CONVENTIONS)
    source = read_source(path, encoding or settings.encoding or None)
    # Without an edition, nobody has declared its editor.
    agents = [one.id for one in settings.responsible(edition)] + ([] if edition else [EDITOR])
    # The texts of an edition teach one another; a text by itself is taught by its own decisions.
    beside = texts_of(path.parent) if edition and path.parent.is_dir() else [path]
    lessons = taught(text.with_suffix(DECISIONS) for text in beside)
    return Text(source, replace(settings, taught=lessons), tuple(agents), path.with_suffix(DECISIONS))


def _refuse_name(path: Path) -> None:
    """A name stands in the TEI and in every link: it must be text."""
    if not path.name.isprintable():
        raise fail("name-unreadable", "the name of this file has characters that are no text (of another encoding, or "
                   "control characters); rename it", str(path))


def convert(path: Path | str, edition: Edition | None, encoding: str | None = None) -> Converted:
    """The TEI of a source ("-": of standard input). UserError: what cannot be read, broken settings or decisions."""
    document, settings = _recognise(path, edition, encoding, {})
    pages = pictured(document, settings, Path(path).parent)
    document = pages.document
    text = tei.write(document, settings, edition)
    # What is to be said of the header names the settings, or the text by its name where it has none.
    told = [replace(finding, file=document.source.file) if finding.file == settings.name else finding
            for finding in tei.findings(document, settings, edition)]
    return Converted(document, text.encode("utf-8"), [*document.findings, *told, *pages.findings],
                     pages.pictures, pages.beside, settings.links, tei.supplied_title(document, settings))


def unproved(proof: Proof, file: str) -> list[Finding]:
    """What a proof that does not hold has to say. `file`: how messages call the TEI."""
    return [Finding("not-proved", "error", problem.message, file, problem.tei_line, 0, problem.source_line)
            for problem in proof.problems]
