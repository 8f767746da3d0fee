"""The schemas that a TEI file names itself, as one would name them here. Nothing is checked by them unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from edition.validation.known import KNOWN
from edition.xml_input import read_xml

# Processing instructions before the first element, each with what in it has the address.
_SAID_IN = {"xml-model": "href", "oxygen": "RNGSchema"}
_READ = (".rng", ".sch", ".odd")


def declared(tei: bytes, folder: Path) -> list[str]:
    """The schemas that a file names: their names here, or files that lie where it says (seen from `folder`)."""
    try:
        root = read_xml(tei, huge_tree=True)
    except etree.XMLSyntaxError:
        return []
    named = (_named(address, folder) for address in _addresses(root))
    return list(dict.fromkeys(one for one in named if one))


def _addresses(root: Any) -> Iterator[str]:
    for node in reversed(list(root.itersiblings(preceding=True))):
        if node.tag is etree.ProcessingInstruction and node.target in _SAID_IN:
            yield node.attrib.get(_SAID_IN[node.target], "")


def _named(address: str, folder: Path) -> str:
    for known in KNOWN.values():
        if any(part.url and _alike(address) in (_alike(part.url), part.file) for part in known.parts):
            return known.name
    local = folder / address
    return str(local) if address and local.suffix in _READ and local.is_file() else ""


def _alike(address: str) -> str:
    """An address without what makes no difference."""
    parts = urlsplit(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path}"
