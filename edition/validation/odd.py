"""The compiler of the schema: from edition.odd the grammar, the rules, their runnable form and the encoding guide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonApiError

from edition import saxon
from edition.findings import Finding, fail
from edition.making.disk import write_file
from edition.resources import folder
from edition.xml_input import read_xml

SOURCE = "edition.odd"
# File: the template of xslt/odd/compile.xsl that makes it.
_MADE = {"edition.rng": "rng", "edition.sch": "sch", "edition-check.xsl": "check", "encoding-guide.html": "guide"}


def compile_odd(odd: Path | None = None) -> dict[str, bytes]:
    """What an ODD (ours unless told) says, as the files that are made of it: name and bytes, the same on every run.

    UserError: not readable, not XML (`odd-not-xml`), or something in it is wrong or not understood (`odd-refused`).
    """
    file = odd or folder("schema") / SOURCE
    compiler = _compiler(file)
    problems = refusals(file)
    if problems:
        more = f"; and {len(problems) - 1} more" if len(problems) > 1 else ""
        raise fail("odd-refused", problems[0] + more, str(file))
    return {name: _made(compiler, template, file) for name, template in _MADE.items()}


def refusals(odd: Path) -> list[str]:
    """What the compiler does not accept in an ODD, each with the specification it is in; none where all is well."""
    made = etree.fromstring(_made(_compiler(odd), "problems", odd))
    return [" ".join((problem.text or "").split()) for problem in made]


def write_schema(place: Path | None = None) -> list[Path]:
    """Write the files that are made of the ODD into a folder (where the ODD lies, unless told); their paths.

    UserError: as `compile_odd`, or the folder cannot be written.
    """
    target = place or folder("schema")
    written = []
    for name, data in compile_odd().items():
        path = target / name
        write_file(path, data)
        written.append(path)
    return written


def check_schema(place: Path | None = None) -> list[Finding]:
    """Whether the files made of the ODD are those that lie in a folder (where the ODD lies, unless told)."""
    target = place or folder("schema")
    found = []
    for name, data in compile_odd().items():
        path = target / name
        if not path.is_file() or path.read_bytes() != data:
            said = "is not what edition.odd says" if path.is_file() else "is missing"
            found.append(Finding("schema-stale", "error", f"{said}; run `edition schema` and commit what it writes",
                                 str(path)))
    return found


def _compiler(odd: Path) -> Any:
    """The compiler with the ODD as its context."""
    executable = saxon.compiled(folder("xslt") / "odd" / "compile.xsl")
    executable.set_global_context_item(xdm_item=saxon.document(_read(odd)))
    return executable


def _read(odd: Path) -> str:
    """The ODD as text, read safely: Saxon itself would follow entities."""
    try:
        root = read_xml(odd.read_bytes())
    except OSError as error:
        raise fail("odd-missing", f"the ODD cannot be read: {error.strerror}", str(odd)) from error
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise fail("odd-not-xml", f"the ODD is not well-formed XML: {error.msg}", str(odd), line, column) from None
    return etree.tostring(root, encoding="unicode")


def _made(executable: Any, template: str, odd: Path) -> bytes:
    # The guide is HTML; the serialiser remembers what it was told last.
    executable.set_property("!method", "html" if template == "guide" else "xml")
    executable.set_property("!html-version", "5.0")
    try:
        made = executable.call_template_returning_string(template)
    except PySaxonApiError as error:
        raise fail("odd-refused", f"the compiler stopped in {template}: {error}", str(odd)) from None
    return (str(made).rstrip("\n") + "\n").encode("utf-8")
