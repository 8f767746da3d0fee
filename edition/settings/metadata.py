"""The settings of an edition and of each text, read from edition.toml, NAME.toml and the registers."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from edition.findings import UserError, fail
from edition.records import replace
from edition.settings.examples import OF_EDITIONS, OF_TEXTS
from edition.settings.facts import (
    TOOL,
    Author,
    Change,
    DigitalSource,
    Edition,
    Eltec,
    Fact,
    Links,
    PrintSource,
    Responsibility,
    Scans,
    Settings,
)
from edition.settings.identifiers import licence_at_odds
from edition.settings.metadata_check import check_settings, declared, once
from edition.settings.plain_text import read_style
from edition.settings.registered import Registers
from edition.settings.registers import REGISTER_FILES, load_registers
from edition.settings.stated import CERTS, URL, authors, change, evidence_of, fact, responsibility
from edition.settings.toml_file import Reader, TomlFile, each

EDITION_FILE = "edition.toml"
# TextGrid's list: http://textgrid.info/namespaces/metadata/core/2010#genre
GENRES = ("drama", "prose", "verse", "reference work", "non-fiction", "non-text", "other")
_SEARCHES: tuple[Literal["pagefind"], ...] = ("pagefind",)
_LANGUAGE = (r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as en, de or grc-Latn")
_DOI = (r"10\.\d{4,9}/\S+", "a DOI without the address of a resolver, as 10.5281/zenodo.1234567")
_URN = (r"urn:cts:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+",
        "a URN of the form urn:cts:NAMESPACE:GROUP.WORK.VERSION")
_SCANS = (r"(?![./])(?!.*(/\.|//|^\w+:))[^\\{}]*(\{n(:0[1-9])?\}[^\\{}]*\.(?i:jpe?g|png|webp|gif|avif)|\.json)",
          "a path from here with {n} where the number of the page stands ({n:03}: in three digits) and an ending that "
          "browsers show (jpg, png, webp, gif, avif), as scans/p{n}.jpg; nor a IIIF manifest, a file ending in .json")
_LINKS: tuple[Links, ...] = ("first", "all", "none")


def load_edition(folder: Path) -> Edition:
    """The edition whose edition.toml (and perhaps registers) lie in `folder`.

    Raises UserError, with file, line and key: no such file, no TOML, unknown key, wrong type, missing key.
    """
    path = folder / EDITION_FILE
    if not path.is_file():
        raise fail("edition-missing", f"there is no {EDITION_FILE} in this folder; it states the edition's title, "
                   "editors, publisher, licence and language", str(folder))
    top = TomlFile.read(path, OF_EDITIONS).root
    licence = top.table("licence", required=True)
    publisher = top.table("publisher", required=True)
    registers = load_registers(folder)
    edition = Edition(
        title=top.text("title", required=True),
        prefix=top.match("prefix", "[a-z]+", "made of lower-case letters only (ids begin with it, as in edn000001)"),
        editors=each(top.tables("editors", required=True), responsibility),
        publisher=publisher.text("name", required=True),
        place=publisher.text("place"),
        licence=licence.text("name", required=True),
        licence_url=licence.match("url", *URL, required=True),
        language=top.match("language", *_LANGUAGE, required=True),
        rights=top.text("rights"),
        version=top.match("version", r"\d+(\.\d+){0,2}", "a version such as 1.0.0"),
        published=top.date("published"),
        base_url=top.match("base_url", *URL),
        doi=top.match("doi", *_DOI),
        outputs=top.texts("outputs"),
        search=top.choice("search", _SEARCHES),
        project=top.text("project"),
        responsibilities=each(top.tables("responsibilities"), responsibility),
        changes=each(top.tables("change"), change),
        persons=registers.persons,
        places=registers.places,
        works=registers.works,
        links=top.choice("links", _LINKS),
        style=read_style(top.table("plain_text")),
        file=str(path),
    )
    if other := licence_at_odds(edition.licence, edition.licence_url):
        raise licence.fail("toml-value", f'this is the address of {other}; the name says "{edition.licence}"', "url")
    if not edition.editors:
        raise top.fail("toml-value", "name at least one editor (a person or an organisation)", "editors")
    for table in (licence, publisher):
        table.done()
    top.done(OF_TEXTS, "NAME.toml beside a text, which says what is known of that text alone")
    editors = [one.id for one in edition.editors]
    others = [one.id for one in edition.responsibilities]
    once(top.file, "editors", editors, {TOOL, *registers.ids})
    once(top.file, "responsibilities", others, {TOOL, *registers.ids, *editors})
    for number, one in enumerate(edition.changes):
        declared(top.file, one.who, [TOOL, *editors, *others], "change", number, "who")
    return edition


def load_source(path: Path, edition: Edition | None = None, conventions: Collection[str] | None = None) -> Settings:
    """The settings of the text at `path`: those of the .toml of the same name beside it, or none (`Settings.bare`).

    `conventions`: the names that exist; with it, an unknown name in the settings is an error. Raises UserError with
    file, line and key, also where the text is not the one whose sha256 the settings hold.
    """
    beside = path.with_suffix(".toml")
    if not beside.is_file() or beside.name in (EDITION_FILE, *REGISTER_FILES):
        return _registered(Settings.bare(path.stem, edition), path, edition)
    top = TomlFile.read(beside, OF_TEXTS).root
    settings = _registered(_settings(top, path, edition), path, edition)
    top.done(OF_EDITIONS, f"{EDITION_FILE}, which says what all texts of the folder share")
    lines = path.read_bytes().count(b"\n") + 1 if path.is_file() else 0
    check_settings(top, settings, edition, lines, conventions)
    return settings


def _registered(settings: Settings, path: Path, edition: Edition | None) -> Settings:
    """With the registers beside a text that belongs to no edition; those of an edition it has already."""
    found = Registers() if edition else load_registers(path.parent)
    if found == Registers():
        return settings
    return replace(settings, persons=found.persons, places=found.places, works=found.works)


def _settings(top: Reader, path: Path, edition: Edition | None) -> Settings:
    bare = Settings.bare(path.stem, edition)
    language = top.match("language", *_LANGUAGE)
    return Settings(
        name=path.stem,
        file=top.file.name,
        id=top.match("id", r"[a-z]+[0-9]{6}", "a document id: lower-case letters and six digits, as in edn000001"),
        sha256=_sum(top, path),
        encoding=top.text("encoding"),
        language=language or bare.language,
        language_stated=bool(language),
        title=fact(top, "title"),
        subtitle=fact(top, "subtitle"),
        authors=authors(top),
        date=fact(top, "date"),
        source=_print_source(top.table("source")),
        digital=_digital(top.table("digital")),
        scans=_scans(top),
        genre=top.choice("genre", GENRES),
        keywords=top.texts("keywords"),
        urn=top.match("urn", *_URN),
        eltec=_eltec(top.table("eltec")),
        rights=top.text("rights") or bare.rights,
        checked=top.choice("checked", CERTS),
        published=top.date("published"),
        doi=top.match("doi", *_DOI),
        responsibilities=each(top.tables("responsibilities"), responsibility),
        notes_by=top.text("notes_by"),
        comments_by=top.text("comments_by"),
        conventions=top.flags("conventions"),
        suggestions=top.flag("suggestions"),
        persons=bare.persons,
        places=bare.places,
        works=bare.works,
        links=top.choice("links", _LINKS) or bare.links,
        changes=each(top.tables("change"), change),
        prefix=bare.prefix,
    )


def _print_source(table: Reader) -> PrintSource:
    keys = ("periodical", "title", "publisher", "place", "date", "volume", "issue", "pages", "url")
    how = evidence_of(table)
    source = PrintSource(**{key: fact(table, key, how) for key in keys}, note=table.text("note"))
    table.done()
    return source


def _eltec(table: Reader) -> Eltec:
    eltec = Eltec(table.choice("author_gender", ("M", "F", "X", "U")),
                  table.choice("reprint_count", ("low", "high", "unspecified")))
    table.done()
    return eltec


def _scans(top: Reader) -> Scans:
    if "pages" in top:
        raise top.fail("toml-unknown-key", "there is no such key here; the pictures of the pages are told as `scans`, "
                       "and which pages of the print the text fills under `source`", "pages")
    if not isinstance(top.raw("scans"), dict):
        return Scans(top.match("scans", *_SCANS), line=top.line("scans") if "scans" in top else 0)
    table = top.table("scans")
    scans = Scans(table.match("files", *_SCANS, required=True), table.text("first"), table.line())
    table.done()
    return scans


def _digital(table: Reader) -> DigitalSource:
    digital = DigitalSource(table.text("title"), table.match("url", *URL), table.text("note"))
    table.done()
    return digital


def _sum(top: Reader, path: Path) -> str:
    stated = top.match("sha256", "[0-9a-f]{64}", "a sha256 sum: 64 digits and letters a to f")
    if not stated or not path.is_file():
        return stated
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != stated:
        raise top.fail("source-changed", f"{path.name} is not the text these settings were written for: expected the "
                       f"sum {stated[:12]}…, the file has {found}. If the change is wanted, check the decisions about "
                       "the text and put the new sum here", "sha256")
    return stated


__all__ = ["Author", "Change", "Edition", "Fact", "Responsibility", "Settings", "UserError", "load_edition",
           "load_source"]
