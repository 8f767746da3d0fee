"""Is a TEI file what the encoding guide says? The grammar, the rules, and ids: every fault with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from edition import saxon
from edition.findings import Finding, Severity, fail, in_order
from edition.records import replace
from edition.regex import regex
from edition.resources import folder
from edition.validation.explanation import Explainer
from edition.validation.grammar_file import Grammar, UnsupportedError
from edition.validation.places import Places

GRAMMAR = "edition.rng"
RULES = "edition-check.xsl"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_STEP = regex(r"/Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")
_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "collect_ids": False}

SourceLines = Callable[[int], int]


def validate(
    tei: bytes, file: str, schema: Path | None = None, source_lines: SourceLines | None = None
) -> list[Finding]:
    """Everything that is wrong or doubtful in a TEI file, in the order of its lines; empty where nothing is.

    `file` is how findings call it. `schema`: a RELAX NG file (XML syntax) to use instead of ours; the rules of ours are
    checked all the same. `source_lines` turns a line of the TEI into one of the source (0: not known).
    UserError: the schema cannot be read. What is wrong with the file itself is a finding.
    """
    root, found = _parse(tei, file)
    if root is None:
        return found
    check = _Check(root, tei, file)
    found += check.doctype()
    twice = list(check.ids())
    found += twice
    found += check.grammar(schema, confirm=not twice)
    found += check.rules()
    if source_lines:
        found = [_with_source(finding, source_lines) for finding in found]
    return in_order(found)


class _Check:
    """The checks of one file that could be parsed."""

    def __init__(self, root: Any, tei: bytes, file: str) -> None:
        self._root = root
        self._file = file
        self._places = Places(tei)
        self._numbers: dict[Any, int] = {}

    def _finding(self, code: str, severity: Severity, message: str, node: Any) -> Finding:
        if not self._numbers:
            self._numbers = {element: number for number, element in enumerate(self._root.iter("*"))}
        line, column = self._places.of(self._numbers.get(node, -1), node.sourceline or 0)
        return Finding(code, severity, message, self._file, line, column)

    def doctype(self) -> Iterator[Finding]:
        """A document type is passed over, and says so."""
        if self._root.getroottree().docinfo.doctype:
            yield Finding("xml-doctype", "warning", "the DOCTYPE is not read, nor what it declares; leave it out",
                          self._file, 1)

    def ids(self) -> Iterator[Finding]:
        """Each xml:id belongs to one element."""
        first: dict[str, Any] = {}
        for node in self._root.iter("*"):
            name = node.get(_ID)
            if name is None:
                continue
            if name in first:
                line = self._finding("", "error", "", first[name]).line
                yield self._finding("id-twice", "error", f'xml:id="{name}" is taken: <{_name(first[name])}> in line '
                                    f"{line} has it; every id is given once", node)
            first.setdefault(name, node)

    def grammar(self, schema: Path | None, confirm: bool = True) -> Iterator[Finding]:
        """What the grammar does not allow. `confirm`: libxml2's verdict counts too, where ours finds nothing.

        libxml2 objects to an id that is given twice, and does not say that it does.
        """
        if schema is None and _own_schema().validate(self._root):
            return
        try:
            explainer = Explainer(_grammar(schema or folder("schema") / GRAMMAR))
        except UnsupportedError:
            yield from self._as_libxml2_says(_schema(schema or folder("schema") / GRAMMAR))
            return
        faults = explainer.faults(self._root)
        yield from (self._finding(fault.code, "error", fault.message, fault.node) for fault in faults)
        if schema is None and confirm and not faults:
            # The two disagree: then the file is not called valid.
            yield from self._as_libxml2_says(_own_schema())

    def _as_libxml2_says(self, schema: etree.RelaxNG) -> Iterator[Finding]:
        schema.validate(self._root)
        for error in schema.error_log:
            yield Finding("schema", "error", error.message, self._file, error.line)

    def rules(self) -> Iterator[Finding]:
        """What the rules of the encoding guide find."""
        executable = saxon.compiled(folder("schema") / RULES)
        document = saxon.document(etree.tostring(self._root, encoding="unicode", with_tail=False))
        failures = etree.fromstring(executable.transform_to_string(xdm_node=document).encode("utf-8"))
        for failure in failures:
            severity: Severity = "warning" if failure.get("role") == "warning" else "error"
            message = " ".join((failure.text or "").split())
            yield self._finding(failure.get("code") or "", severity, message, self._at(failure.get("path") or ""))

    def _at(self, path: str) -> Any:
        """The element at a path as XPath's path() writes it: /Q{namespace}name[1]/…"""
        node = self._root
        for namespace, name, number in _STEP.findall(path)[1:]:
            children = node.iterchildren(f"{{{namespace}}}{name}" if namespace else name)
            node = next(child for place, child in enumerate(children, 1) if place == int(number))
        return node


def _parse(tei: bytes, file: str) -> tuple[Any, list[Finding]]:
    """The root, read without entities, DTD or network; or None and why not."""
    try:
        root = _parsed(tei)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        said = "the file is empty" if not tei.strip() else f"not well-formed XML: {error.msg}"
        return None, [Finding("xml-malformed", "error", said, file, line, column)]
    entities = [Finding("xml-entity", "error", f"the entity {entity.text} cannot be read, because no DTD is; write the "
                        "character itself", file, entity.getparent().sourceline or 0)
                for entity in root.iter(etree.Entity)]
    return (None, entities) if entities else (root, [])


def _parsed(tei: bytes) -> Any:
    try:
        return etree.fromstring(tei, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        # libxml2 guards against inflated files. Without a DTD nothing can inflate: the file is only long.
        if "XML_PARSE_HUGE" not in str(error) or b"<!" in tei.replace(b"\x00", b"").replace(b"<!--", b""):
            raise
        return etree.fromstring(tei, etree.XMLParser(huge_tree=True, **_SAFE))


def _name(node: Any) -> str:
    return etree.QName(node).localname


def _with_source(finding: Finding, source_lines: SourceLines) -> Finding:
    return replace(finding, source_line=source_lines(finding.line)) if finding.line else finding


@cache
def _grammar(file: Path) -> Grammar:
    try:
        return Grammar(file)
    except (OSError, etree.XMLSyntaxError) as error:
        raise fail("schema-unreadable", f"this is no RELAX NG schema that can be read: {error}", str(file)) from None


@cache
def _schema(file: Path) -> etree.RelaxNG:
    try:
        return etree.RelaxNG(etree.parse(file.resolve().as_uri(), etree.XMLParser(**_SAFE)))
    except (OSError, etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
        raise fail("schema-unreadable", f"this is no RELAX NG schema that can be read: {error}", str(file)) from None


def _own_schema() -> etree.RelaxNG:
    return _schema(folder("schema") / GRAMMAR)
