"""The pictures of the pages: which one shows which page, wherever that is known; nothing is guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from edition.findings import Finding, Severity, fail
from edition.pipeline import Document
from edition.records import field, record, replace
from edition.regex import regex
from edition.rules import counted
from edition.settings.facts import Settings
from edition.tree import Span, whole
from edition.writing.placing import begins_with_a_page

_HOLDING = frozenset(("front", "body", "div"))  # where a page break may stand first
_NUMBER = regex(r"\{n(?::0(\d))?\}")  # in a pattern of files: the number of the page, perhaps of so many digits


@record
class Pictured:
    """A document whose page breaks know their pictures.

    `pictures`: what is to be copied, by the place that the TEI names. `beside`: what was looked at.
    """

    document: Document
    pictures: dict[str, Path] = field(default_factory=dict)
    beside: tuple[Path, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def pictured(document: Document, settings: Settings, folder: Path) -> Pictured:
    """Give each page break of a document its picture. `folder`: where the settings lie.

    UserError: a manifest that cannot be read.
    """
    if not settings.scans.place:
        return Pictured(document)
    document = _beginning(document, settings.scans.first)
    places = [number for number, span in enumerate(document.spans) if span.kind == "pb"]
    told = _Told(document, settings, folder, [document.spans[number] for number in places])
    found = told.canvases() if settings.scans.place.endswith(".json") else told.files()
    spans = list(document.spans)
    for number, facs in zip(places, found, strict=True):
        spans[number] = spans[number].having(facs=facs) if facs else spans[number]
    return Pictured(replace(document, spans=spans), told.pictures, told.beside, told.findings)


def _beginning(document: Document, number: str) -> Document:
    """A page break before the first words, where the settings say on which page they stand and no page break does."""
    at = next((at for at, span in enumerate(document.spans) if span.kind not in _HOLDING), -1)
    if not number or at < 0 or begins_with_a_page(document.spans):
        return document
    start = document.spans[at].start
    begun = whole(start, start, "pb", "told-page", (("n", f"[{number}]"),))
    return replace(document, spans=[*document.spans[:at], begun, *document.spans[at:]])


class _Told:
    """What the settings tell of the pictures, against the page breaks of the text (`breaks`)."""

    def __init__(self, document: Document, settings: Settings, folder: Path, breaks: Sequence[Span]) -> None:
        self.document, self.settings, self.folder, self.breaks = document, settings, folder, breaks
        self.names = [_number(span) for span in breaks]
        self.counts = Counter(self.names)
        self.pictures: dict[str, Path] = {}
        self.beside: tuple[Path, ...] = ()
        self.findings: list[Finding] = []

    def files(self) -> list[str]:
        """For each page break the file of its picture, as the TEI points to it ("": none)."""
        pattern, missing = self.settings.scans.place, list[str]()
        self.beside = ((self.folder / _NUMBER.sub("0", pattern)).parent,)
        found = list[str]()
        for name in self._certain():
            digits = _NUMBER.search(pattern)
            place = _NUMBER.sub("\0", pattern).replace("\0", name.zfill(int(digits[1] or 0))) if name and digits else ""
            there = bool(place) and "/" not in name and name[0] != "." and (self.folder / place).is_file()
            found.append(quote(place) if there else "")
            if there:
                self.pictures[place] = self.folder / place
            elif place:
                missing.append(place)
        self._missing("there is no {}", missing)
        self._unused(pattern)
        return found

    def canvases(self) -> list[str]:
        """For each page break the address of the picture on its canvas ("": none)."""
        from edition.making.iiif import canvases  # it reads JSON

        path = self.folder / self.settings.scans.place
        self.beside = (path,)
        try:
            pages = canvases(path.read_bytes(), str(path))
        except OSError as error:
            raise fail("scans-unreadable", f"{self.settings.scans.place} cannot be read: {error.strerror}",
                       self.settings.file, self.settings.scans.line) from None
        labels = Counter(page.label for page in pages)
        places = {page.label: place for place, page in enumerate(pages) if labels[page.label] == 1 and page.image}
        pinned = [places.get(name) if name else None for name in self._certain(between=True)]
        missing = [name for name, place in zip(self.names, pinned, strict=True) if name and place is None
                   and self.counts[name] == 1]
        self._missing(f'no canvas of {self.settings.scans.place}, or more than one, has the label "{{}}"', missing)
        filled = [place if place is not None and pages[place].image else None
                  for place in _between(self.names, pinned)]
        self._unnumbered([span for span, place in zip(self.breaks, filled, strict=True)
                          if place is None and not _number(span)])
        return ["" if place is None else pages[place].image for place in filled]

    def _certain(self, between: bool = False) -> list[str]:
        """The numbers of the pages, "" where none is known or more than one page has it; which are told of.

        `between`: those without a number may be known by those before and after them.
        """
        for name in (name for name, count in self.counts.items() if name and count > 1):
            lines = ", ".join(str(self._line(span)) for span in self.breaks if _number(span) == name)
            self._say("scan-twice", "warning", f"{self.counts[name]} pages have the number {name} (lines {lines} of "
                      "the text), so it is not known which of them a picture shows, and none has one")
        if not between:
            self._unnumbered([span for span in self.breaks if not _number(span)])
        return [name if self.counts[name] == 1 else "" for name in self.names]

    def _unnumbered(self, spans: Sequence[Span]) -> None:
        if spans:
            lines = ", ".join(str(self._line(span)) for span in spans[:5]) + (" …" if len(spans) > 5 else "")
            self._say("scan-unnumbered", "warning", f"{counted(len(spans), 'page')} without a number, so it is not "
                      f"known which picture shows them (lines {lines} of the text)")

    def _missing(self, said: str, names: Sequence[str]) -> None:
        if names:
            more = f"; {counted(len(names), 'page')} have no picture" if len(names) > 1 else "; the page has no picture"
            self._say("scan-missing", "warning", said.format(names[0]) + more)

    def _unused(self, pattern: str) -> None:
        """Pictures of no page: of one before the first page break, or of one whose break was not recognised."""
        import glob  # as JSON: slow to load, and few texts have pictures

        before, after = _NUMBER.sub("\0", pattern).split("\0")
        wanted = f"{glob.escape(before)}*{glob.escape(after)}"
        there = {path.relative_to(self.folder).as_posix() for path in self.folder.glob(wanted)}
        found = sorted(there - {*self.pictures})
        if found:
            self._say("scan-unused", "info", f"{', '.join(found[:5])}{' …' if len(found) > 5 else ''}: "
                      f"{counted(len(found), 'picture')} of no page that a page break of the text names; the page on "
                      'which the text begins is told as `scans = { files = "…", first = "…" }`')

    def _line(self, span: Span) -> int:
        return self.document.source.line(span.start)

    def _say(self, code: str, severity: Severity, message: str) -> None:
        self.findings.append(Finding(code, severity, message, self.settings.file, self.settings.scans.line))


def _number(page: Span) -> str:
    """The number of a page; in brackets stands one that the pages around it tell."""
    return page.get("n").strip("[]")


def _between(names: Sequence[str], pinned: Sequence[int | None]) -> list[int | None]:
    """Pages without a number stand in the order of the canvases: known where just as many lie between two known."""
    filled, known = list(pinned), [at for at, place in enumerate(pinned) if place is not None]
    for first, last in pairwise(known):
        start, end = pinned[first], pinned[last]
        if start is not None and end is not None and end - start == last - first and not any(names[first + 1:last]):
            filled[first:last] = range(start, end)
    return filled
