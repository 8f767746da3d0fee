"""What is known about a text and its edition, and how it is known: the types that the settings are read into."""

from __future__ import annotations

import hashlib
from typing import Literal

from edition.ocr.taught import NOTHING, Taught
from edition.records import field, record
from edition.rendering.style import Style
from edition.settings.registered import RegisteredPerson, RegisteredPlace, RegisteredWork
from edition.told import Entry

Cert = Literal["", "high", "medium", "low", "unknown"]
Origin = Literal["file", "supplied", "unknown"]
Kind = Literal["", "person", "organisation"]
Links = Literal["", "first", "all", "none"]

EVIDENCE = ("internal", "external", "conjecture")    # TEI's list of kinds of evidence (att.editLike)
TOOL, EDITOR = "conv", "ed"                          # xml:ids of the tool and, where no edition names one, its editor


@record
class Fact:
    """One statement about the text.

    `source`: "file" if the text itself says so, "supplied" if an editor states it (then `evidence`, `cert` and `by`,
    the id of who vouches for it), "unknown" if nobody said. `at`: the line of the text that says so (0: no line).
    `refs`: URIs of authority records. `line`: where it stands in the settings.
    """

    value: str = ""
    evidence: str = ""
    cert: Cert = ""
    source: Origin = "unknown"
    at: int = 0
    by: str = ""
    refs: tuple[str, ...] = ()
    line: int = 0

    @property
    def known(self) -> bool:
        return self.source != "unknown"

    @property
    def evidence_kind(self) -> str:
        """`internal`, `external` or `conjecture`, where the evidence begins with that word and a colon."""
        kind = self.evidence.partition(":")[0].strip()
        return kind if kind in EVIDENCE else ""


UNKNOWN = Fact()


@record
class Author:
    """An author. `person`: an id of persons.toml, or the id that this author gets in the header."""

    name: Fact
    person: str = ""
    kind: Kind = ""
    surname: str = ""
    forename: str = ""


@record
class Responsibility:
    """Someone (or a body) responsible for something in the file: what @resp points to.

    `surname`, `forename`: how the name is divided, where that is told; `orcid`: the number of a person there.
    """

    id: str
    role: str
    name: str
    kind: Kind = ""
    note: str = ""
    surname: str = ""
    forename: str = ""
    orcid: str = ""


@record
class Change:
    """One line of the revision history. `who`: an id."""

    when: str
    who: str
    text: str


@record
class PrintSource:
    """The printed thing that the text comes from."""

    periodical: Fact = UNKNOWN
    title: Fact = UNKNOWN
    publisher: Fact = UNKNOWN
    place: Fact = UNKNOWN
    date: Fact = UNKNOWN
    volume: Fact = UNKNOWN
    issue: Fact = UNKNOWN
    pages: Fact = UNKNOWN
    url: Fact = UNKNOWN
    note: str = ""

    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """What is known of it, by name, in a fixed order."""
        named = (("title", self.title), ("periodical", self.periodical), ("publisher", self.publisher),
                 ("place", self.place), ("date", self.date), ("volume", self.volume), ("issue", self.issue),
                 ("pages", self.pages), ("url", self.url))
        return tuple((name, fact) for name, fact in named if fact.known)


@record
class DigitalSource:
    """The file that was converted, as an editor describes it."""

    title: str = ""
    url: str = ""
    note: str = ""


@record
class Eltec:
    """What ELTeC asks of a novel, in its words: the gender of its author, how often it was printed again."""

    author_gender: str = ""
    reprint_count: str = ""


@record
class Scans:
    """Where the pictures of the pages are: a pattern of files (`{n}`: the number of the page), or a IIIF manifest.

    `first`: the number of the page on which the text begins, before its first page break. `line`: where the settings
    say so.
    """

    place: str = ""
    first: str = ""
    line: int = 0


@record
class Edition:
    """What all texts of a folder share. `outputs`: what is made of each beside what is always made. `search`: a
    program that makes an index for servers.

    `links`: which names in a text lead to its index. `style`: how plain texts are written. `file`: how messages call
    its settings.
    """

    title: str
    editors: tuple[Responsibility, ...]
    publisher: str
    licence: str
    licence_url: str
    language: str
    prefix: str = ""
    rights: str = ""
    version: str = ""
    place: str = ""
    published: str = ""
    base_url: str = ""
    doi: str = ""
    outputs: tuple[str, ...] = ()
    search: Literal["", "pagefind"] = ""
    project: str = ""
    responsibilities: tuple[Responsibility, ...] = ()
    persons: tuple[RegisteredPerson, ...] = ()
    places: tuple[RegisteredPlace, ...] = ()
    works: tuple[RegisteredWork, ...] = ()
    links: Links = ""
    style: Style = Style()
    changes: tuple[Change, ...] = ()
    file: str = ""


@record
class Settings:
    """What is told about one text. `Settings.bare(name)`: nothing at all.

    `language`: the text's own if stated, else the edition's, else "und"; `language_stated`: the text's own.
    `notes_by`, `comments_by`: ids of whose the notes of the source and its comments in brackets are.
    `conventions`: recognition overruled, by name. `suggestions`: corrections that are only likely are made.
    `taught`: what decisions about the texts of the edition teach.
    `file`: how messages call the settings ("": there are none).
    """

    name: str
    file: str = ""
    id: str = ""
    sha256: str = ""
    encoding: str = ""
    language: str = "und"
    language_stated: bool = False
    title: Fact = UNKNOWN
    subtitle: Fact = UNKNOWN
    authors: tuple[Author, ...] = ()
    date: Fact = UNKNOWN
    source: PrintSource = field(default_factory=PrintSource)
    digital: DigitalSource = field(default_factory=DigitalSource)
    scans: Scans = field(default_factory=Scans)
    genre: str = ""
    keywords: tuple[str, ...] = ()
    urn: str = ""
    eltec: Eltec = field(default_factory=Eltec)
    rights: str = ""
    checked: str = ""
    published: str = ""
    doi: str = ""
    responsibilities: tuple[Responsibility, ...] = ()
    notes_by: str = ""
    comments_by: str = ""
    conventions: dict[str, bool] = field(default_factory=dict)
    suggestions: bool = False
    taught: Taught = NOTHING
    persons: tuple[RegisteredPerson, ...] = ()
    places: tuple[RegisteredPlace, ...] = ()
    works: tuple[RegisteredWork, ...] = ()
    links: Links = ""
    changes: tuple[Change, ...] = ()
    prefix: str = ""

    @classmethod
    def bare(cls, name: str, edition: Edition | None = None) -> Settings:
        """The settings of a text that has none; of an edition it keeps language, registers, rights and prefix."""
        if edition is None:
            return cls(name)
        return cls(name, language=edition.language, persons=edition.persons, places=edition.places,
                   works=edition.works, links=edition.links, rights=edition.rights, prefix=edition.prefix)

    @property
    def document_id(self) -> str:
        """The id of the TEI document: as stated, else made of the name, so that it outlives changes of the text.

        Letters and six digits, as DraCor and ELTeC want it.
        """
        if self.id:
            return self.id
        number = int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 1_000_000
        return f"{self.prefix or 'text'}{number:06d}"

    def person(self, id: str) -> RegisteredPerson | None:
        """The registered person with this id."""
        return next((person for person in self.persons if person.id == id), None)

    @property
    def register(self) -> tuple[Entry, ...]:
        """The names that are marked where the text has them, as the registers have them."""
        every = (("persName", self.persons), ("placeName", self.places), ("title", self.works))
        return tuple(Entry(kind, one.id, (one.name, *one.variants), one.never, one.always, getattr(one, "level", ""))
                     for kind, entries in every for one in entries if one.mark)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact that is known, in the order of the header."""
        own = (self.title, self.subtitle, *(author.name for author in self.authors), self.date)
        return tuple(fact for fact in (*own, *(fact for _, fact in self.source.facts())) if fact.known)

    def responsible(self, edition: Edition | None) -> tuple[Responsibility, ...]:
        """Editors and all others declared, the edition's first, each id once."""
        shared = (*edition.editors, *edition.responsibilities) if edition else ()
        return tuple({one.id: one for one in (*shared, *self.responsibilities)}.values())
