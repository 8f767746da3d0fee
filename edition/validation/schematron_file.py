"""Reading a Schematron schema from its file, with what it includes; or out of a RELAX NG grammar with rules in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlparse
from urllib.request import url2pathname

from lxml import etree

from edition.findings import UserError, fail
from edition.validation.datatypes import RNG
from edition.xml_input import read_xml

SCH = "http://purl.oclc.org/dsdl/schematron"
_BINDINGS = ("", "xslt", "xslt1", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What the rules in a grammar may use without saying so: TEI's compiler leaves it to the reader.
_PREFIXES = {"tei": "http://www.tei-c.org/ns/1.0", "xs": "http://www.w3.org/2001/XMLSchema", "rng": RNG, "sch": SCH,
             "teix": "http://www.tei-c.org/ns/Examples"}


def read(file: Path, phase: str = "") -> Any:
    """The schema as a tree of ISO Schematron, with all that it includes in it.

    UserError `schema-unreadable`: not readable, no Schematron, another query language than XSLT or XPath, or without
    that phase.
    """
    tree = _parsed(file, ())
    if tree.getroot().tag.startswith(f"{{{RNG}}}"):
        return _embedded(tree.getroot())
    _refuse(tree.getroot(), file, phase)
    return tree


def unreadable(file: Path, said: str, line: int = 0) -> UserError:
    """That nothing of a schema can be run, and why."""
    return fail("schema-unreadable", said, str(file), line)


def _parsed(file: Path, seen: tuple[Path, ...]) -> Any:
    try:
        tree = read_xml(file.read_bytes(), file.resolve().as_uri(), remove_comments=True, remove_pis=True).getroottree()
    except (OSError, etree.XMLSyntaxError) as error:
        raise unreadable(file, f"this is no Schematron that can be read: {error}") from None
    for include in list(tree.iter(f"{{{SCH}}}include", f"{{{SCH}}}extends")):
        if include.get("href"):
            _put_in(include, (*seen, file.resolve()))
    return tree


def _put_in(include: Any, seen: tuple[Path, ...]) -> None:
    """Put what is included where it is asked for; what is no file that can be read stays, and is refused later."""
    address, _, name = urljoin(include.base or "", include.get("href")).partition("#")
    if urlparse(address).scheme != "file":
        return
    file = Path(url2pathname(unquote(urlparse(address).path)))
    if file in seen or not file.is_file():
        return
    root = _parsed(file, seen).getroot()
    part = next((one for one in root.iter("*") if name in (one.get("id"), one.get(_ID))), None) if name else root
    if part is None:
        return
    parent, place = include.getparent(), include.getparent().index(include)
    parent[place:place + 1] = list(part) if include.tag == f"{{{SCH}}}extends" else [part]


def _refuse(root: Any, file: Path, phase: str) -> None:
    """UserError where nothing of the schema can be run."""
    if root.tag != f"{{{SCH}}}schema":
        raise unreadable(file, f"this is no ISO Schematron: it begins with <{etree.QName(root).localname}>")
    binding = root.get("queryBinding") or ""
    if binding.lower() not in _BINDINGS:
        raise unreadable(file, f"its rules are written in {binding}; known are {', '.join(_BINDINGS[1:])}")
    known = [one.get("id") or "" for one in root.iter(f"{{{SCH}}}phase")]
    if phase not in ("", "#ALL", "#DEFAULT", *known):
        raise unreadable(file, f"it has no phase {phase}; it has {', '.join(known) or 'none'}")


def _embedded(grammar: Any) -> Any:
    """The patterns and rules inside a grammar as a schema of their own."""
    schema = etree.Element(f"{{{SCH}}}schema", {"queryBinding": "xslt3"}, {"sch": SCH})
    prefixes = {one.get("prefix"): one.get("uri") for one in grammar.iter(f"{{{SCH}}}ns")}
    for prefix, uri in sorted({**_PREFIXES, **prefixes}.items()):
        etree.SubElement(schema, f"{{{SCH}}}ns", prefix=prefix, uri=uri)
    for node in list(grammar.iter(f"{{{SCH}}}pattern", f"{{{SCH}}}rule")):
        if node.tag == f"{{{SCH}}}pattern":
            schema.append(node)
        elif node.getparent().tag != f"{{{SCH}}}pattern":
            etree.SubElement(schema, f"{{{SCH}}}pattern").append(node)
    return etree.ElementTree(schema)
