"""The site of a collection: the list of its texts, its persons, a search, how it was made, and what machines read."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from lxml import etree

from edition import saxon
from edition.rendering import search
from edition.rendering.assets import sha256
from edition.rendering.facets import Facet, facets, folded, style
from edition.rendering.metadata import STANDARDS
from edition.rendering.outputs import OUTPUTS, page, render
from edition.rendering.tei import TEI, Tei, read_tei
from edition.resources import folder

# File → the page of site.xsl, or the stylesheet of a file for machines.
_PAGES = {"index.html": "index", "search.html": "search", "persons.html": "persons", "about.html": "about"}
_FEEDS = {"feed.xml": "feed.xsl", "sitemap.xml": "sitemap.xsl"}
NAMES = (*_PAGES, *_FEEDS)


class Entry(NamedTuple):
    """An edition in the collection: its name (folder and files), its TEI, the files it has beside what all have.

    `data`: what its search.js holds; None: it is made of the TEI.
    """

    name: str
    tei: bytes
    files: Collection[str] = ()
    data: search.Data | None = None


class Maker(NamedTuple):
    """Who made a collection. `kind`: `person` or `organisation`; `orcid`: an address; "" where it is not known."""

    name: str
    kind: str = ""
    surname: str = ""
    forename: str = ""
    orcid: str = ""


class Shared(NamedTuple):
    """What a collection says of itself. `search`: whose index there is beside the data of the texts."""

    title: str = "Editions"
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"
    base_url: str = ""
    project: str = ""
    search: str = ""
    version: str = ""
    published: str = ""
    doi: str = ""
    editors: tuple[Maker, ...] = ()

    @property
    def attributes(self) -> dict[str, str]:
        """All but the editors."""
        return {key: value for key, value in self._asdict().items() if isinstance(value, str)}


def collection_site(entries: Sequence[Entry], edition: Shared) -> dict[str, bytes]:
    """The files of the site, by name: pages, a feed where texts are dated, a sitemap where the edition has an address.

    UserError: a TEI that cannot be rendered.
    """
    known = [(entry, entry.data or _data(entry)) for entry in entries]
    known.sort(key=lambda one: _filed(one[1]))
    made = facets([data for _, data in known])
    whole = _whole(known, edition, made)
    document = saxon.document(etree.tostring(whole, encoding="unicode"))
    rules = style(made)
    own = {"facets": rules, "facets-hash": sha256(rules)} if rules else {}
    files = {file: saxon.transform(folder("xslt") / "site.xsl", document, {"page": name, **own})
             for file, name in _PAGES.items() if name != "persons" or any(data["persons"] for _, data in known)}
    feeds = {file: saxon.transform(folder("xslt") / sheet, document, {}) for file, sheet in _FEEDS.items()}
    return {file: page(text) for file, text in (files | feeds).items() if text}


def _data(entry: Entry) -> search.Data:
    found = search.read(render(Tei(entry.tei, entry.name), "search"))
    if found is None:
        raise RuntimeError(f"{entry.name}: its own data cannot be read")
    return found


def _filed(data: search.Data) -> tuple[Any, ...]:
    """By author, those that nobody knows last; then by date and title."""
    authors = [folded(sort) for _, sort in data["authors"]]
    return not authors, authors, data["date"].strip("[]"), folded(data["title"]), data["name"]


def _urn(*names: str) -> str:
    """A name for what has no address: the same for the same names."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "urn:edition:" + "\n".join(names)).urn


def _whole(known: Sequence[tuple[Entry, search.Data]], edition: Shared, made: Sequence[Facet]) -> Any:
    """What the stylesheets of the site read: facts of the collection, its facets, its editions, its persons."""
    whole = etree.Element("collection", edition.attributes, urn=_urn(edition.title))
    for facet in made:
        element = etree.SubElement(whole, "facet", name=facet.name, label=facet.label)
        for label, count in facet.values:
            etree.SubElement(element, "value", label=label, count=str(count))
    for place, (entry, data) in enumerate(known):
        item = etree.SubElement(whole, "edition", name=entry.name, language=data["language"],
                               urn=_urn(edition.title, entry.name))
        for facet in made:
            item.set(facet.name, " ".join(map(str, facet.chosen[place])))
        _edition(item, entry)
    for data in (data for _, data in known):
        for person in data["persons"]:
            _person(etree.SubElement(whole, "person"), data["name"], person)
    return whole


def _edition(item: Any, entry: Entry) -> None:
    """The header, the forms and the counts of one edition."""
    root = read_tei(entry.tei, entry.name)
    for output in OUTPUTS.values():
        file = output.file.format(name=entry.name)
        if output.title and (output.always or file in entry.files):
            etree.SubElement(item, "form", file=file, title=output.title)
    for standard in STANDARDS.values():
        if (file := standard.file.format(name=entry.name)) in entry.files:
            etree.SubElement(item, "form", file=file, title=standard.title)
    etree.SubElement(item, "form", file=f"{entry.name}.xml", title="TEI")
    etree.SubElement(item, "counts", _counts(root.find(f"{TEI}text")))
    tei: Any = etree.SubElement(item, f"{TEI}TEI", dict(root.attrib))
    tei.extend(root.findall(f"{TEI}teiHeader"))


def _counts(text: Any) -> dict[str, str]:
    notes = [note for note in text.iter(f"{TEI}note") if note.get("prev") is None and note.get("place") != "inline"
             and note.get("type") not in ("apparatus", "comment")]
    found = {"note": len(notes), "correction": text.xpath("count(.//*[local-name() = 'corr'])"),
             "automatic": text.xpath("count(.//*[local-name() = 'corr'][@resp = '#conv'])"),
             "page": text.xpath("count(.//*[local-name() = 'pb'])")}
    return {name: str(int(count)) for name, count in found.items()}


def _person(element: Any, name: str, person: Mapping[str, Any]) -> None:
    """A person, place or work as one text knows it. `key`: alike for what is one entry of the list."""
    for key in ("kind", "id", "name", "when", "note"):
        element.set(key, person.get(key, ""))
    sort = folded(person["sort"])
    element.set("sort", sort)
    element.set("letter", sort[0].upper() if sort[0].isalpha() else "…")
    # A name that no editor vouches for is a name: who bears it in another text may be another.
    element.set("key", f"id {person['id']}" if person["known"] else f"{person['kind']} {person['name']}")
    element.set("known", str(person["known"]).lower())
    element.set("text", name)
    for also in person.get("also", ()):
        etree.SubElement(element, "also", name=also)
    for label, value, address in person.get("idnos", ()):
        etree.SubElement(element, "idno", label=label, value=value, address=address)
    for how in ("speaks", "named"):
        count, *places = person.get(how, (0,))
        for label, id in places:
            etree.SubElement(element, "place", how=how, label=label, id=id, more=str(count - len(places)))


__all__ = ["NAMES", "Entry", "Shared", "collection_site"]
