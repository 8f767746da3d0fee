"""The RO-Crate of a package: every file described in JSON-LD, and what was made of what by which program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from edition import __version__
from edition.findings import Finding
from edition.packing.bag import Sum
from edition.records import record
from edition.settings.facts import Edition, Responsibility

FILE = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_TEI = "application/tei+xml"
_FORMATS = {
    ".avif": "image/avif", ".bib": "application/x-bibtex", ".csv": "text/csv", ".epub": "application/epub+zip",
    ".gif": "image/gif", ".html": "text/html", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".js": "text/javascript",
    ".json": "application/json", ".md": "text/markdown", ".odd": _TEI, ".pdf": "application/pdf", ".png": "image/png",
    ".ris": "application/x-research-info-systems", ".rng": "application/xml", ".sch": "application/xml",
    ".toml": "application/toml", ".tsv": "text/tab-separated-values", ".txt": "text/plain", ".webp": "image/webp",
    ".xml": "application/xml", ".xsl": "application/xslt+xml"}
Entity = dict[str, Any]


@record
class Text:
    """One text of a package. Paths are those within the crate; `rights`: in the source."""

    name: str
    title: str
    source: str
    tei: str
    ledger: str
    rights: str = ""


def crate(edition: Edition, texts: Sequence[Text], files: Mapping[str, Sum], schema: Sequence[str]) -> bytes:
    """ro-crate-metadata.json. `files`: all but it, by their path in the crate; `schema`: those that the TEI keeps to.

    The edition must state the day of its publication.
    """
    graph = [{"@id": FILE, "@type": "CreativeWork", "conformsTo": {"@id": _PROFILE}, "about": {"@id": "./"}},
             _root(edition, texts, files), *_around(edition), *_files(texts, files, schema),
             *(_making(text) for text in texts)]
    return (json.dumps({"@context": _CONTEXT, "@graph": graph}, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _ids(ids: Sequence[str]) -> list[Entity] | Entity:
    """References; a single one without a list, as RO-Crate wants it."""
    return [{"@id": id} for id in ids] if len(ids) > 1 else {"@id": ids[0]}


def _root(edition: Edition, texts: Sequence[Text], files: Mapping[str, Sum]) -> Entity:
    titles = "; ".join(text.title for text in texts)
    made = {"@id": "./", "@type": "Dataset", "name": edition.title, "version": edition.version,
            "description": edition.project or f"An edition in TEI, with its sources and all outputs: {titles}",
            "datePublished": edition.published, "inLanguage": edition.language, "license": {"@id": edition.licence_url},
            "publisher": {"@id": "#publisher"}, "author": _ids([f"#{one.id}" for one in edition.editors]),
            "url": edition.base_url, "hasPart": _ids(sorted(files)), "mentions": _ids([_action(one) for one in texts])}
    return {key: value for key, value in made.items() if value}


def _around(edition: Edition) -> Iterator[Entity]:
    """The licence, those who are responsible, and the program."""
    yield {"@id": edition.licence_url, "@type": "CreativeWork", "name": edition.licence, "url": edition.licence_url,
           "description": "The licence of the encoding and of the editors' additions."}
    yield {"@id": "#publisher", "@type": "Organization", "name": edition.publisher}
    yield from (_agent(one) for one in edition.editors)
    yield {"@id": "#program", "@type": "SoftwareApplication", "name": "edition", "softwareVersion": __version__}


def _agent(one: Responsibility) -> Entity:
    return {"@id": f"#{one.id}", "@type": "Organization" if one.kind == "organisation" else "Person", "name": one.name,
            "description": one.role, **({"sameAs": f"https://orcid.org/{one.orcid}"} if one.orcid else {})}


def _files(texts: Sequence[Text], files: Mapping[str, Sum], schema: Sequence[str]) -> Iterator[Entity]:
    more: dict[str, Entity] = {}
    for text in texts:
        more[text.source] = {"name": f"The plain text of “{text.title}”, as it was found"}
        if text.rights:
            more[text.source]["copyrightNotice"] = f"Rights in the text: {text.rights}."
        more[text.tei] = {"name": f"“{text.title}” in TEI P5", "encodingFormat": _TEI, "conformsTo": _ids(schema),
                          "isBasedOn": {"@id": text.source}}
        more[text.ledger] = {"name": f"The white space and encoding of “{text.title}”, which restore its exact bytes"}
    for path in sorted(files):
        one, place = files[path], PurePosixPath(path)
        yield {"@id": path, "@type": "File", "name": path,
               "encodingFormat": _FORMATS.get(place.suffix.lower(), "application/octet-stream"),
               "contentSize": str(one.size), "sha256": one.sha256, **more.get(path, {})}


def _action(text: Text) -> str:
    return f"#making-{text.name}"


def _making(text: Text) -> Entity:
    return {"@id": _action(text), "@type": "CreateAction", "name": f"Conversion of {text.name} to TEI, proved",
            "object": {"@id": text.source}, "result": _ids([text.tei, text.ledger]), "instrument": {"@id": "#program"}}


def faults(data: bytes, payload: Mapping[str, Sum], file: str) -> Iterator[Finding]:
    """What a crate says that is not so. `payload`: all files of the crate but its metadata; `file`: for messages."""
    try:
        entities = {one["@id"]: one for one in json.loads(data)["@graph"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Finding("crate-broken", "error", "this is not the JSON-LD of an RO-Crate; it was changed", file)
        return
    for path, one in payload.items():
        told = entities.get(path)
        if told is None:
            yield Finding("crate-file", "error", f"{path} stands in the package, and nothing is said of it here", file)
        elif (told.get("contentSize"), told.get("sha256")) != (str(one.size), one.sha256):
            yield Finding("crate-file", "error", f"{path} has another size or checksum than is said here", file)
    for path, told in entities.items():
        if told.get("@type") == "File" and path not in payload:
            yield Finding("crate-file", "error", f"{path} is described here and is not in the package", file)
