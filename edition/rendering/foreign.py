"""TEI made by others: read into the vocabulary of schema/edition.odd, with a word on whatever that leaves out."""

from __future__ import annotations

from typing import Any

from lxml import etree

from edition import saxon
from edition.findings import Finding, UserError
from edition.rendering.tei import TEI, Tei, read_tei, tree
from edition.resources import folder

_M = "{urn:edition:m}"


def adopted(data: bytes, name: str, file: str = "", lenient: bool = False) -> tuple[Tei, list[Finding]]:
    """A TEI document, or a collection of them, as the outputs want it, and what has to be told of it.

    `name` and `file` as for `Tei`; TEI that this tool wrote is left as it is. `lenient`: an element that has no row in
    xslt/foreign/table.xsl is kept, marked. UserError: not TEI, or elements without a row (all of them), unless
    `lenient`.
    """
    root = read_tei(data, file, collections=True)
    if is_ours(root):
        return Tei(data, name, file), []
    made = tree(saxon.transform(folder("xslt") / "foreign.xsl", saxon.document(
        etree.tostring(root, encoding="unicode", with_tail=False)), {}))
    elements = list(root.iter(etree.Element))
    findings = [_told(found, elements[int(found.get("at")) - 1].sourceline, file, lenient)
                for found in made.iterfind(f"{_M}found")]
    faults = [finding for finding in findings if finding.severity == "error"]
    if faults:
        raise UserError(*faults)
    return Tei(data, name, file, made.find(f"{TEI}TEI")), findings


def is_ours(root: Any) -> bool:
    """Whether this tool wrote the document."""
    return root.tag == f"{TEI}TEI" and root.find(f".//{TEI}appInfo/{TEI}application[@ident='edition']") is not None


def _told(found: Any, line: int, file: str, lenient: bool) -> Finding:
    """What was found of one name as a finding."""
    count = int(found.get("count"))
    element = f"<{found.get('name')}> within <{found.get('within')}>" + f" (and {count - 1} more)" * (count > 1)
    if found.get("kind") != "unknown":
        reason = ("its notes all stand where they are called" if found.get("kind") == "emptied" else
                  found.text or "it tells what is missing, and is not the text")
        return Finding("element-left-out", "warning", f"{element} is left out of every output: {reason}", file, line)
    if lenient:
        return Finding("element-unknown", "warning", f"{element} is known to no output; its text stands where it "
                       "stood, marked", file, line)
    return Finding("element-unknown", "error", f"{element} is outside the vocabulary of schema/edition.odd, and no row "
                   "of the encoding guide says what to print of it; --lenient prints its text, marked", file, line)
