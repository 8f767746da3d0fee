"""A second opinion of several documents, asked at once: to start Jing takes longer than to check most of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from edition.making.disk import passing_folder, write_file
from edition.validation import odd
from edition.validation.jing import Objection, objections
from edition.validation.schemas import Schema
from edition.xml_input import has_doctype, read_xml


class Second:
    """What Jing says of documents, by any schema. `documents`: their bytes by what findings call them."""

    def __init__(self, documents: Mapping[str, bytes]) -> None:
        self.documents = documents
        self._told: dict[Schema, dict[str, list[Objection]]] = {}

    def objections(self, file: str, schema: Schema) -> list[Objection]:
        """Its objections to one of the documents. UserError: Jing is not there, or cannot read the schema."""
        if schema not in self._told:
            self._told[schema] = self._asked(schema)
        return self._told[schema].get(file, [])

    def _asked(self, schema: Schema) -> dict[str, list[Objection]]:
        found: dict[str, list[Objection]] = {}
        with passing_folder() as place:
            named = {}
            for number, (file, data) in enumerate(_readable(self.documents)):
                named[f"{number}.xml"] = file
                write_file(place / f"{number}.xml", data)
            for grammar in _grammars(schema, place) if named else ():
                for one in _of_all(grammar, [place / name for name in named]):
                    found.setdefault(named[Path(one.file).name], []).append(one)
        return found


def _of_all(grammar: Path, files: list[Path]) -> Iterator[Objection]:
    """What Jing objects to in files: behind one that it cannot read it stops, and is asked anew."""
    while files:
        told = objections(grammar, files)
        yield from told
        last = next((Path(one.file).name for one in reversed(told) if one.fatal), "")
        names = [file.name for file in files]
        files = files[names.index(last) + 1:] if last in names else []


def _grammars(schema: Schema, place: Path) -> Iterator[Path]:
    yield from schema.grammars
    if schema.odd:
        write_file(place / "odd.rng", odd.compile_odd(schema.odd)["edition.rng"])
        yield place / "odd.rng"


def _readable(documents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The documents that are XML, none with a document type.

    Behind one that is not well-formed Jing stops; what a document type names it would read, from the network, too.
    """
    for file, data in documents.items():
        try:
            root = read_xml(data, huge_tree=True)
        except etree.XMLSyntaxError:
            continue
        before = b"\n" * (root.sourceline - 1)
        yield file, before + etree.tostring(root, encoding="utf-8", with_tail=False) if has_doctype(data) else data
