"""The index of a collection: a page that lists its editions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from lxml import etree

from edition import saxon
from edition.rendering.assets import assets
from edition.rendering.outputs import OUTPUTS, page
from edition.rendering.tei import TEI, read_tei
from edition.resources import folder


class Entry(NamedTuple):
    """An edition in the collection: its name (folder and files), its TEI, the files it has beside what all have."""

    name: str
    tei: bytes
    files: Collection[str] = ()


class Shared(NamedTuple):
    """What the index of a collection says of itself."""

    title: str = "Editions"
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"


def collection_index(entries: Iterable[Entry], edition: Shared) -> bytes:
    """The page that lists the editions of a collection: title, author, date, source, counts, and every form."""
    whole = etree.Element("collection", edition._asdict())
    for entry in entries:
        root = read_tei(entry.tei, entry.name)
        item = etree.SubElement(whole, "edition", name=entry.name)
        for output in OUTPUTS.values():
            file = output.file.format(name=entry.name)
            if output.always or file in entry.files:
                etree.SubElement(item, "form", file=file, title=output.title)
        etree.SubElement(item, "form", file=f"{entry.name}.xml", title="TEI")
        etree.SubElement(item, "counts", _counts(root.find(f"{TEI}text")))
        tei: Any = etree.SubElement(item, f"{TEI}TEI", dict(root.attrib))
        tei.extend(root.findall(f"{TEI}teiHeader"))
    made = saxon.transform(folder("xslt") / "collection.xsl", saxon.document(etree.tostring(whole, encoding="unicode")),
                           assets("collection"))
    return page(made)


def _counts(text: Any) -> dict[str, str]:
    notes = [note for note in text.iter(f"{TEI}note") if note.get("prev") is None and note.get("place") != "inline"
             and note.get("type") not in ("apparatus", "comment")]
    found = {"note": len(notes), "correction": text.xpath("count(.//*[local-name() = 'corr'])"),
             "page": text.xpath("count(.//*[local-name() = 'pb'])")}
    return {name: str(int(count)) for name, count in found.items()}
