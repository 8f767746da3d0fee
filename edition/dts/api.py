"""The answers of a DTS 1.0 server, each as a file at its address: any server of plain files is one then (level 0).

`start` and `end` are not supported, as level 0 has it, nor is `down=0`: the siblings of a passage stand in the answer
about its parent. `asked.py` answers questions with parameters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, TypeVar
from urllib.parse import quote

from lxml import etree

from edition.dts.units import Tree, Unit, trees
from edition.records import record
from edition.rendering.collection import Entry, Shared
from edition.rendering.metadata import lacking, record_of
from edition.rendering.tei import TEI, Tei
from edition.rendering.whole import whole_records

FOLDER = "dts"
PAGE = 500  # members of an answer; more are on further pages
CONTEXT = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
_WRAPPER = "https://w3id.org/api/dts#"
_PREFIXES: Any = {None: TEI[1:-1]}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MEDIA = "application/tei+xml"
Json = dict[str, Any]
T = TypeVar("T")


@record
class Resource:
    """A text. `about`: its Dublin Core; `trees`: the first is the one that is meant where no other is named."""

    name: str
    tei: bytes
    root: Any
    about: Json
    trees: list[Tree]

    @property
    def language(self) -> str:
        return str(self.root.get(_LANG, ""))

    @property
    def title(self) -> str:
        told = self.about.get("title", [self.name])[0]
        return str(told["value"] if isinstance(told, dict) else told)


def dts(entries: Sequence[Entry], edition: Shared) -> dict[str, bytes]:
    """The files of the service, by their paths in the output folder. Addresses are absolute if the edition has one."""
    return _Service([_resource(entry) for entry in entries], edition).files()


def _resource(entry: Entry) -> Resource:
    tei = Tei(entry.tei, entry.name)
    about = {} if lacking(tei, "dublin-core") else _terms(record_of(tei, "dublin-core"))
    return Resource(entry.name, entry.tei, tei.root, about, trees(tei.root))


def _terms(dublin_core: bytes) -> Json:
    """Dublin Core as DTS has it: a list for each term; what is in a language says in which."""
    found: dict[str, list[Any]] = {}
    for one in etree.fromstring(dublin_core):
        value = {"lang": one.get(_LANG), "value": one.text} if one.get(_LANG) else one.text
        found.setdefault(one.tag.removeprefix(_DC), []).append(value)
    return dict(found)


class _Service:
    """Where things are: paths of files from the folder of the service, and the addresses of them from a file."""

    def __init__(self, resources: Sequence[Resource], edition: Shared) -> None:
        self.resources, self.edition = resources, edition
        self.base = f"{edition.base_url.rstrip('/')}/" if edition.base_url else ""
        self.id = "texts"  # of the collection; no text's
        while any(resource.name == self.id for resource in resources):
            self.id += "-"
        self.about = _about(edition)

    def files(self) -> dict[str, bytes]:
        answers = {**self._entry(), **self._collection_files()}
        for resource in self.resources:
            answers |= {**self._resource_files(resource), **self._navigation_files(resource)}
        made = {path: (json.dumps({**CONTEXT, **one}, ensure_ascii=False) + "\n").encode("utf-8")
                for path, one in answers.items()}
        for resource in self.resources:
            made |= dict(_documents(resource))
        return {f"{FOLDER}/{path}": data for path, data in made.items()}

    def _to(self, at: str, address: str) -> str:
        """The address of something in the folder of the service (`../`: beside it), from the file `at`."""
        if self.base:
            return self.base + (address[3:] if address.startswith("../") else f"{FOLDER}/{address}")
        return "../" * at.count("/") + address

    def _entry(self) -> dict[str, Json]:
        at = "index.json"
        return {at: {"@id": self._to(at, at), "@type": "EntryPoint",
                     "collection": self._to(at, "collection{/id,nav,page}.json"),
                     "navigation": self._to(at, "navigation/{resource}{/tree,ref,down,page}.json"),
                     "document": self._to(at, "document/{resource}{/tree,ref}.xml")}}

    # Collections ..................................................................................................

    def _collection_files(self) -> dict[str, Json]:
        """The collection by its id, and as what is meant without one; it has no parents."""
        own, made = f"collection/{self.id}", dict[str, Json]()
        for first in (own, "collection", f"{own}/children"):
            for at, some, view in self._pages(first, own, self.resources):
                members = [self._resource(at, one) for one in some]
                made[at] = {**self._collection(at), "member": members, **view}
        return {**made, f"{own}/parents.json": {**self._collection(f"{own}/parents.json"), "member": []}}

    def _resource_files(self, resource: Resource) -> dict[str, Json]:
        """A text by its id, its children (none) and its parent."""
        own = f"collection/{resource.name}"
        alone = {at: {**self._resource(at, resource), "member": []} for at in (f"{own}.json", f"{own}/children.json")}
        at = f"{own}/parents.json"
        return {**alone, at: {**self._resource(at, resource), "member": [self._collection(at)]}}

    def _collection(self, at: str) -> Json:
        return {"@id": self.id, "@type": "Collection", "title": self.edition.title, "totalParents": 0,
                "totalChildren": len(self.resources), **({"dublinCore": self.about} if self.about else {}),
                "collection": self._to(at, f"collection/{self.id}{{/nav,page}}.json")}

    def _resource(self, at: str, one: Resource) -> Json:
        name = quote(one.name, safe="")
        return {**self._cited(at, one), "title": one.title, "totalParents": 1, "totalChildren": 0,
                **({"dublinCore": one.about} if one.about else {}), "mediaTypes": [_MEDIA],
                "download": self._to(at, f"../{name}/{name}.xml")}

    def _cited(self, at: str, one: Resource) -> Json:
        """What an answer about passages says of their text."""
        name = quote(one.name, safe="")
        return {"@id": one.name, "@type": "Resource",
                "collection": self._to(at, f"collection/{name}{{/nav,page}}.json"),
                "navigation": self._to(at, f"navigation/{name}{{/tree,ref,down,page}}.json"),
                "document": self._to(at, f"document/{name}{{/tree,ref}}.xml"),
                "citationTrees": [_declared(tree, not place) for place, tree in enumerate(one.trees)]}

    # Navigation ...................................................................................................

    def _navigation_files(self, resource: Resource) -> dict[str, Json]:
        made = dict[str, Json]()
        for place, tree in enumerate(resource.trees or [Tree("", [], [])]):
            own = f"navigation/{resource.name}" + (f"/{tree.name}" if place else "")
            for down in (*range(1, max(len(tree.kinds), 1) + 1), -1):
                found = [unit for top in tree.units for unit in top.down(down - 1 if down > 0 else -1)]
                made |= self._members(resource, f"{own}/{down}", found, {})
            for unit in tree.every():
                made |= self._about_unit(resource, f"{own}/{unit.ref}", unit)
        return made

    def _about_unit(self, resource: Resource, own: str, unit: Unit) -> dict[str, Json]:
        at, asked = f"{own}.json", {"ref": unit_told(unit, resource.language)}
        made = {at: {**self._asked(at, resource), **asked}}
        for down in (*range(1, max(unit.height, 1) + 1), -1):
            made |= self._members(resource, f"{own}/{down}", list(unit.down(down)), asked)
        return made

    def _members(self, resource: Resource, path: str, units: Sequence[Unit], asked: Json) -> dict[str, Json]:
        return {at: {**self._asked(at, resource), **asked, **view,
                     "member": [unit_told(one, resource.language) for one in some]}
                for at, some, view in self._pages(path, path, units)}

    def _asked(self, at: str, resource: Resource) -> Json:
        return {"@id": self._to(at, quote(at)), "@type": "Navigation", "resource": self._cited(at, resource)}

    def _pages(self, first: str, pages: str, members: Sequence[T]) -> Iterator[tuple[str, Sequence[T], Json]]:
        """The members in files of no more than PAGE: the first by the path `first`, all of them below `pages`."""
        if len(members) <= PAGE:
            yield f"{first}.json", members, {}
            return
        last = -(-len(members) // PAGE)
        for number in range(1, last + 1):
            some = members[(number - 1) * PAGE:number * PAGE]
            for at in (*([f"{first}.json"] if number == 1 else ()), f"{pages}/{number}.json"):
                places = {"first": 1, "previous": number - 1, "next": number + 1, "last": last}
                links = {key: self._to(at, quote(f"{pages}/{place}.json")) if 1 <= place <= last else None
                         for key, place in places.items()}
                yield at, some, {"view": {"@id": self._to(at, quote(at)), "@type": "Pagination", **links}}


def _about(edition: Shared) -> Json:
    """The Dublin Core of the collection."""
    files, _ = whole_records([], edition, ["dublin-core"], "")
    return _terms(next(iter(files.values()))) if files else {}


def _declared(tree: Tree, default: bool) -> Json:
    structure: list[Json] = []
    for kind in reversed(tree.kinds):
        below = {"citeStructure": structure} if structure else {}
        structure = [{"@type": "CiteStructure", "citeType": kind, **below}]
    named = {} if default else {"identifier": tree.name}  # as the specification has it: the default has no name
    return {"@type": "CitationTree", **named, "citeStructure": structure}


def unit_told(unit: Unit, language: str) -> Json:
    """A citable unit as the specification has it. `language`: of the text."""
    title = {"lang": language, "value": unit.title} if language else unit.title
    known = {**({"type": [unit.type]} if unit.type else {}), **({"title": [title]} if unit.title else {})}
    return {"@type": "CitableUnit", "identifier": unit.ref, "level": unit.level, "parent": unit.parent,
            "citeType": unit.kind, **({"dublinCore": known} if known else {})}


def _documents(resource: Resource) -> Iterator[tuple[str, bytes]]:
    """The text as it is, and each of its passages in a wrapper."""
    yield f"document/{resource.name}.xml", resource.tei
    for place, tree in enumerate(resource.trees):
        own = f"document/{resource.name}" + (f"/{tree.name}" if place else "")
        for unit in tree.every():
            yield f"{own}/{unit.ref}.xml", wrapped([unit.element], resource.language)


def wrapped(elements: Sequence[Any], language: str) -> bytes:
    """Passages as the specification has them: copies in a wrapper, in a TEI root."""
    root = etree.Element(f"{TEI}TEI", {_LANG: language} if language else {}, nsmap=_PREFIXES)
    wrapper = etree.SubElement(root, f"{{{_WRAPPER}}}wrapper", nsmap={"dts": _WRAPPER})
    for element in elements:
        copy = deepcopy(element)
        copy.tail = None
        wrapper.append(copy)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"


__all__ = ["CONTEXT", "FOLDER", "Json", "dts", "unit_told", "wrapped"]
