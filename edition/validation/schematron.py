"""Schematron schemas, of whatever binding Saxon can run: read, compiled to XSLT by xslt/schematron, and asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonApiError

from edition import saxon
from edition.findings import Finding, Severity
from edition.records import record
from edition.regex import regex
from edition.resources import folder
from edition.validation.schematron_file import read, unreadable

_STEP = regex(r"/Q\{([^}]*)\}([^\[/]+)\[(\d+)\]")
# Words that schemas have for what is no error; any other role is one.
_WARNINGS = ("warn", "warning", "nonfatal", "non-fatal", "caution")
_REMARKS = ("info", "information", "informational", "hint", "note")


@record
class Failure:
    """An assertion that failed, or a report that applies, at an element.

    `pattern`: its pattern in the schema, `rule`: the assertion's own id, each "" where it has none.
    """

    pattern: str
    severity: Severity
    message: str
    node: Any
    rule: str = ""
    broken: bool = False  # it could not be worked out


class Schematron:
    """A Schematron schema that can be asked. `doubts`: what of it is not checked, as findings about the schema."""

    def __init__(self, file: Path, phase: str = "") -> None:
        """`phase`: its phase to check; "": the one that the schema itself names, else all rules.

        UserError `schema-unreadable`: not readable, no Schematron, a query language that Saxon does not know, an
        unknown phase, or a mistake in it that lets nothing run.
        """
        self.file = file
        tree = read(file, phase)
        compiler = _compiler(tree, phase)
        self.doubts = tuple(_doubts(compiler, tree, file))
        try:
            made = compiler.call_template_returning_string("check")
            node = saxon.document(made)
            self._asked = saxon.processor().new_xslt30_processor().compile_stylesheet(stylesheet_node=node)
        except PySaxonApiError as error:
            said = " ".join(str(error).split())
            raise unreadable(file, f"a rule of this schema cannot be compiled: {said}") from None

    def failures(self, root: Any) -> Iterator[Failure]:
        """Whatever the rules object to in a document, in the order of the rules."""
        return failures(self._asked, root)


def failures(executable: Any, root: Any) -> Iterator[Failure]:
    """What the stylesheet of a schema objects to in a document."""
    try:
        document = saxon.document(etree.tostring(root, encoding="unicode", with_tail=False))
        made = etree.fromstring(executable.transform_to_string(xdm_node=document).encode("utf-8"))
    except PySaxonApiError as error:
        yield Failure("", "error", f"the rules cannot be worked out: {' '.join(str(error).split())}", root, broken=True)
        return
    elements = list(root.iter("*")) if len(made) else []
    for failure in made.iter("failure"):
        number = failure.get("element")
        node = elements[int(number) - 1] if number else root
        message = " ".join("".join(map(str, failure.itertext())).split())
        broken = failure.get("broken")
        if broken is not None:
            message = f"the rule {broken} cannot be worked out here: {message}"
        yield Failure(failure.get("code") or "", "warning" if broken is not None else _severity(failure.get("role")),
                      message, node, failure.get("id") or "", broken is not None)


def _severity(role: str | None) -> Severity:
    return "warning" if role in _WARNINGS else "info" if role in _REMARKS else "error"


def _at(root: Any, path: str) -> Any:
    """The element at a path as XPath's path() writes it (/Q{namespace}name[1]/…), or the one that holds its node."""
    node = root
    for namespace, name, number in _STEP.findall(path)[1:]:
        children = node.iterchildren(f"{{{namespace}}}{name}" if namespace else name)
        node = next(child for place, child in enumerate(children, 1) if place == int(number))
    return node


# ---- compiling

def _compiler(tree: Any, phase: str) -> Any:
    executable = saxon.compiled(folder("xslt") / "schematron" / "compile.xsl")
    executable.set_global_context_item(xdm_item=saxon.document(etree.tostring(tree, encoding="unicode")))
    executable.set_parameter("phase", saxon.processor().make_string_value(phase))
    return executable


def _doubts(compiler: Any, tree: Any, file: Path) -> Iterator[Finding]:
    """What of the schema is not checked; UserError where that lets nothing run."""
    for problem in etree.fromstring(compiler.call_template_returning_string("problems").encode()):
        node = _at(tree.getroot(), problem.get("path") or "")
        said = " ".join((problem.text or "").split())
        if problem.get("stops"):
            raise unreadable(file, said, node.sourceline or 0)
        yield Finding("schematron-unsupported", "warning", said, str(file), node.sourceline or 0)


@cache
def schematron(file: Path, phase: str = "") -> Schematron:
    """The schema of a file, compiled once. UserError: see `Schematron`."""
    return Schematron(file, phase)
