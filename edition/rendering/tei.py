"""A TEI document as the outputs want it: read once, safely, and each thing that a stylesheet makes of it made once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from lxml import etree

from edition import saxon
from edition.findings import Finding, UserError, fail
from edition.regex import regex
from edition.resources import folder
from edition.validation.malformed import malformed
from edition.xml_input import read_xml

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{_NAMESPACE}}}"
# How Saxon names the element that no template of an output mode matches.
_UNKNOWN = regex(r"matches <(?:[\w.-]+:)?([\w.-]+)")
Parameters = Mapping[str, str | bool]


class Tei:
    """One TEI document in the vocabulary of schema/edition.odd.

    `name` is what the files of its edition are called (links between them use it); `file` is how messages call it;
    `root` is the document where it was read before. UserError: not XML, not TEI, no text.
    """

    def __init__(self, data: bytes, name: str, file: str = "", root: Any = None) -> None:
        self.data, self.name, self.file = data, name, file
        self.root = read_tei(data, file) if root is None else root
        self._results: dict[tuple[str, tuple[tuple[str, str | bool], ...]], str] = {}

    @cached_property
    def digest(self) -> str:
        """The sha256 of the document, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def _document(self) -> Any:
        return saxon.document(etree.tostring(self.root, encoding="unicode", with_tail=False))

    def result(self, stylesheet: str, parameters: Parameters) -> str:
        """What a stylesheet of the folder xslt makes of it, as text.

        UserError: an element that no template knows (with its line). RuntimeError: a fault of the stylesheet.
        """
        key = stylesheet, tuple(sorted(parameters.items()))
        if key not in self._results:
            made = saxon.transform(folder("xslt") / stylesheet, self._document, parameters)
            if ":failed " in made[:200]:
                raise self._explained(tree(made), stylesheet)
            self._results[key] = made
        return self._results[key]

    def _explained(self, failed: Any, stylesheet: str) -> UserError | RuntimeError:
        """The error for people: which element no template knows, and where it stands first."""
        message = (failed.text or "").strip()
        unknown = _UNKNOWN.search(message)
        if failed.get("code") != "XTDE0555" or not unknown:
            return RuntimeError(f"{stylesheet}: {failed.get('code')} {message}")
        name = unknown.group(1)
        first = next((element for element in self.root.find(f"{TEI}text").iter("{*}" + name)), None)
        within = f" within <{etree.QName(first.getparent()).localname}>" if first is not None else ""
        return fail("element-unknown", f"<{name}>{within} is outside the vocabulary of schema/edition.odd, so no "
                    "output knows how to print it; use an element of the encoding guide instead", self.file,
                    first.sourceline if first is not None else 0)


def read_tei(tei: bytes, file: str = "", collections: bool = False) -> Any:
    """The root element, read safely: no DTD, no entities, nothing fetched; with `collections`, of a <teiCorpus>, too.

    UserError: not XML, not TEI, no text.
    """
    try:
        root: Any = read_xml(tei, huge_tree=True, remove_pis=True, remove_comments=True)
    except etree.XMLSyntaxError as error:
        said = malformed(tei, file, error)
        raise UserError(Finding("tei-not-xml", "error", said.message, file, said.line, said.column,
                                fix=said.fix)) from None
    if root.tag != f"{TEI}TEI" and not (collections and root.tag == f"{TEI}teiCorpus"):
        raise fail("tei-root", f"the root element is <{etree.QName(root).localname}>; <TEI> in the namespace "
                   f"{_NAMESPACE} was expected", file, root.sourceline)
    for entity in root.iter(etree.Entity):
        raise fail("tei-entity", f"the entity {entity.text} is declared in a DTD, which is not read; write the "
                   "character itself", file, entity.getparent().sourceline)
    if root.find(f"{TEI}text") is None and root.find(f".//{TEI}TEI/{TEI}text") is None:
        raise fail("tei-without-text", "this TEI document has no <text>; there is nothing to render", file,
                   root.sourceline)
    return root


def tree(result: str) -> Any:
    """The root element of what a stylesheet made."""
    return read_xml(result.encode("utf-8"), huge_tree=True, remove_pis=True, remove_comments=True)
