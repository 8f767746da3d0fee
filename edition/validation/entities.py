"""Entities that stand in a file: nobody here knows them but XML's own five, because no document type is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from edition.findings import Finding
from edition.regex import regex
from edition.validation.malformed import declared_encoding, instead_of_entity

_IN_TAGS = regex(r"""<[^<>!?/][^<>]*>""")
_ENTITY = regex(r"&([^\s;&#]+);")
_OWN = ("amp", "lt", "gt", "quot", "apos")


def entities(root: Any, tei: bytes, file: str) -> Iterator[Finding]:
    """Each entity that is used in the text or in an attribute of a file that could be read."""
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is None:
        return
    declared = {one.name: one.content or "" for one in document_type.iterentities()}
    for entity in root.iter(etree.Entity):
        yield _finding(entity.name, declared, file, entity.getparent().sourceline or 0)
    for name, line in _in_attributes(tei):
        yield _finding(name, declared, file, line)


def _in_attributes(tei: bytes) -> Iterator[tuple[str, int]]:
    """Name and line of each entity within a start tag. lxml does not tell of them."""
    text = tei.decode(declared_encoding(tei) or "utf-8", "replace")
    for tag in _IN_TAGS.finditer(text, text.find("<!DOCTYPE")):
        for name in _ENTITY.findall(tag[0]):
            if name not in _OWN:
                yield name, text.count("\n", 0, tag.start()) + 1


def _finding(name: str, declared: dict[str, str], file: str, line: int) -> Finding:
    return Finding("xml-entity", "error", f"the entity &{name}; is not read, because no document type is; write the "
                   "character itself", file, line, fix=instead_of_entity(name, declared.get(name, "")))
