"""Is a TEI file what the encoding guide says? The grammar, the rules, and ids: every fault with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from edition import saxon
from edition.findings import Finding, Severity, UserError, fail, in_order
from edition.making.disk import passing_folder, write_file
from edition.records import replace
from edition.resources import folder
from edition.validation import odd
from edition.validation.entities import entities
from edition.validation.explanation import GRAMMATICAL, Explainer
from edition.validation.grammar_file import Grammar, UnsupportedError
from edition.validation.jing import Objection
from edition.validation.languages import doubt
from edition.validation.malformed import declared_encoding, malformed
from edition.validation.places import Places
from edition.validation.pointers import dangling
from edition.validation.schemas import HEADERS, OWN, Schema, schema
from edition.validation.schematron import Failure, Schematron, failures, schematron
from edition.validation.second import Second
from edition.xml_input import read_xml

GRAMMAR = "edition.rng"
RULES = "edition-check.xsl"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = "{http://www.tei-c.org/ns/1.0}language"

_OLD_ENCODINGS = ("iso-8859-", "windows-125", "latin")

SourceLines = Callable[[int], int]


def validate(
    tei: bytes, file: str, schemas: Iterable[str | Path] = (), source_lines: SourceLines | None = None, phase: str = "",
    strict: bool | Second = False
) -> list[Finding]:
    """Everything that is wrong or doubtful in a TEI file, in the order of its lines; empty where nothing is.

    `file` is how findings call it. `schemas`: names or files to check by instead of ours (`schemas.schema` says which;
    "edition" is ours); of each its grammar and its rules. `phase`: of the rules of others, which to check.
    `source_lines` turns a line of the TEI into one of the source (0: not known).
    `strict`: Jing is asked about each grammar, too; where it is for several files, one `Second` that has all of them.
    UserError: a schema, or with `strict` Jing, is not there or cannot be read. What is wrong with the file itself is
    a finding.
    """
    asked = [schema(one) for one in schemas] or [schema(OWN)]
    root, found = _parse(tei, file)
    if root is None:
        return found
    check = _Check(root, tei, file)
    found += check.doctype()
    found += check.encoding(tei)
    twice = list(check.ids())
    found += twice
    if not any(one.own for one in asked):
        found += check.pointers()
    second = Second({file: tei}) if strict is True else strict
    for one in asked:
        found += check.by_ours(confirm=not twice) if one.own else check.by(one, phase)
        found += check.by_jing(one, found, second.objections(file, one)) if second else ()
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

    def encoding(self, tei: bytes) -> Iterator[Finding]:
        """A file that names an old encoding and is UTF-8 all the same reads as nonsense."""
        named = declared_encoding(tei)
        if named.lower().startswith(_OLD_ENCODINGS) and not tei.isascii() and _is_utf_8(tei):
            yield Finding("xml-encoding", "warning", f"the first line says {named}, and all of the file is good UTF-8: "
                          "it will not be read as it was written", self._file, 1, fix='write encoding="UTF-8"')

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

    def pointers(self) -> Iterator[Finding]:
        """Each pointer within the file leads to something."""
        for one in dangling(self._root):
            more = f" ({one.count} times)" if one.count > 1 else ""
            yield self._finding("pointer-dangling", "warning", f'{one.attribute}="#{one.name}" of <{_name(one.node)}>'
                                f"{more} leads nowhere: no element of this file has the xml:id {one.name}", one.node)

    def languages(self) -> Iterator[Finding]:
        """Each language tag is a real one."""
        for node in self._root.xpath("//*[@xml:lang or @ident]"):
            for name in (_LANG, "ident") if node.tag == _LANGUAGE else (_LANG,):
                doubted = doubt(node.get(name)) if node.get(name) else None
                if doubted:
                    severity, said, fix = doubted
                    yield replace(self._finding("language-unreal", severity, said, node),
                                  fix=f"write {fix} instead of {node.get(name)}" if fix else "")

    def by_ours(self, confirm: bool = True) -> Iterator[Finding]:
        """What our schema objects to. `confirm`: libxml2's verdict counts too, where ours finds nothing.

        libxml2 objects to an id that is given twice, and does not say that it does.
        """
        if not _own_schema().validate(self._root):
            faults = list(self._faults(_grammar(folder("schema") / GRAMMAR)))
            yield from faults
            if confirm and not faults:
                # The two disagree: then the file is not called valid.
                yield from self._as_libxml2_says(_own_schema())
        for failure in failures(saxon.compiled(folder("schema") / RULES), self._root):
            yield self._finding(failure.pattern, failure.severity, failure.message, failure.node)
        yield from self.languages()

    def by(self, schema: Schema, phase: str) -> Iterator[Finding]:
        """What a schema of others objects to."""
        grammars, rules = _of_odd(schema.odd) if schema.odd else ((), ())
        known: list[Path | Grammar] = [*grammars, *schema.grammars]
        for grammar in known:
            yield from (replace(fault, rule=schema.name) for fault in self._by_grammar(grammar))
        for asked in (*rules, *(schematron(file, phase) for file in schema.rules)):
            yield from asked.doubts
            for failure in asked.failures(self._root):
                yield self._failed(failure, schema)

    def by_jing(self, schema: Schema, found: list[Finding], told: list[Objection]) -> list[Finding]:
        """What Jing objects to (`told`) where we do not; and that it objects to nothing where we do (`found`)."""
        ours = [one for one in found if one.code in GRAMMATICAL and one.rule == ("" if schema.own else schema.name)]
        if ours and not told:
            return [Finding("validators-differ", "warning", "Jing finds nothing wrong by this grammar; please report "
                            "this, with the file", self._file, ours[0].line, ours[0].column, rule=schema.name)]
        # Both name the same faults in other words, and sometimes at another line: one verdict is enough.
        return [] if ours else [Finding("jing", "error", one.message, self._file, one.line, one.column,
                                        rule="" if schema.own else schema.name) for one in told]

    def _failed(self, failure: Failure, schema: Schema) -> Finding:
        if schema.name in HEADERS:
            return self._finding(failure.pattern, failure.severity, failure.message, failure.node)
        code = "schematron-broken" if failure.broken else "schematron"
        severity = "warning" if schema.advice and schema.advice in failure.message else failure.severity
        rule = " ".join(one for one in (schema.name, failure.pattern, failure.rule) if one)
        return replace(self._finding(code, severity, failure.message, failure.node), rule=rule)

    def _by_grammar(self, file: Path | Grammar) -> Iterator[Finding]:
        try:
            yield from self._faults(file if isinstance(file, Grammar) else _grammar(file))
        except UnsupportedError:
            assert isinstance(file, Path)  # one of an ODD is made by us
            yield from self._as_libxml2_says(_schema(file))

    def _faults(self, grammar: Grammar) -> Iterator[Finding]:
        for fault in Explainer(grammar).faults(self._root):
            yield replace(self._finding(fault.code, "error", fault.message, fault.node), fix=fault.fix)

    def _as_libxml2_says(self, schema: etree.RelaxNG) -> Iterator[Finding]:
        schema.validate(self._root)
        for error in schema.error_log:
            yield Finding("schema", "error", error.message, self._file, error.line)


def _parse(tei: bytes, file: str) -> tuple[Any, list[Finding]]:
    """The root, read without entities, DTD or network; or None and why not."""
    try:
        root = _parsed(tei)
    except etree.XMLSyntaxError as error:
        return None, [malformed(tei, file, error)]
    unread = list(entities(root, tei, file))
    return (None, unread) if unread else (root, [])


def _parsed(tei: bytes) -> Any:
    try:
        return read_xml(tei)
    except etree.XMLSyntaxError as error:
        # libxml2 guards against inflated files. Without a DTD nothing can inflate: the file is only long.
        if "XML_PARSE_HUGE" not in str(error) or b"<!" in tei.replace(b"\x00", b"").replace(b"<!--", b""):
            raise
        return read_xml(tei, huge_tree=True)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
        return etree.RelaxNG(read_xml(file.read_bytes(), file.resolve().as_uri()).getroottree())
    except (OSError, etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
        raise fail("schema-unreadable", f"this is no RELAX NG schema that can be read: {error}", str(file)) from None


@cache
def _of_odd(file: Path) -> tuple[tuple[Grammar, ...], tuple[Schematron, ...]]:
    """Grammar and rules of an ODD. UserError: see `odd.compile_odd`."""
    try:
        made = odd.compile_odd(file)
    except UserError as error:
        if error.finding.code != "odd-refused":
            raise
        raise fail("odd-refused", f"{error.finding.message}. ODDs are read here that are written as edition.odd is; of "
                   "another, make RELAX NG and Schematron (Roma and TEI Garage do) and name those", str(file)) from None
    with passing_folder() as place:
        for name in ("edition.rng", "edition.sch"):
            write_file(place / name, made[name])
        return (Grammar(place / "edition.rng"),), (Schematron(place / "edition.sch"),)


def _own_schema() -> etree.RelaxNG:
    return _schema(folder("schema") / GRAMMAR)
