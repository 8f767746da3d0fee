"""TEI made by others for the exports: read into our vocabulary, less what nothing is known of, each told."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import etree

from edition import saxon
from edition.findings import Finding
from edition.records import record
from edition.rendering.foreign import adopted
from edition.rendering.tei import TEI, tree
from edition.resources import folder
from edition.validation.explanation import Explainer
from edition.validation.grammar_file import Grammar
from edition.validation.strangers import Fault
from edition.validation.wording import at, local
from edition.xml_input import read_xml

_GONE = "{urn:edition:m}gone"
# In these stand only elements, so that what goes from them goes with its words.
_FRAMES = ("teiHeader", "fileDesc", "titleStmt", "editionStmt", "extent", "publicationStmt", "seriesStmt", "notesStmt",
           "sourceDesc", "encodingDesc", "editorialDecl", "profileDesc", "particDesc", "listPerson", "person",
           "personGrp", "settingDesc", "listPlace", "place", "textClass", "keywords", "langUsage", "respStmt",
           "availability", "correspDesc", "correspAction", "revisionDesc")


_GRAMMAR = folder("schema") / "edition.rng"


@record
class Adopted:
    """`root`: the document; `told`: what was left out; `strange`: what the encoding guide does not allow in it."""

    root: Any
    told: list[Finding]
    strange: list[Finding]


def adopt(data: bytes, name: str, file: str = "") -> Adopted:
    """TEI made by others as the profiles want it. `name` and `file` as for `Tei`.

    UserError: not TEI, or elements of which no row of xslt/foreign/table.xsl says what they become (all of them).
    """
    tei, told = adopted(data, name, file)
    root = tree(saxon.transform(folder("xslt") / "export" / "adopted.xsl", saxon.document(
        etree.tostring(tei.root, encoding="unicode", with_tail=False)), {}))
    explainer = Explainer(Grammar(_GRAMMAR))
    left = _pruned(root, explainer)
    before = read_xml(data, huge_tree=True)
    lost = {f"<{name}>": (count, "in place of it stands what the encoding guide says of TEI made by others")
            for name, count in (_elements(before) - _elements(root)).items()}
    lost |= {name: (count, "it is left out") for name, count in (*(_attributes(before) - _attributes(root)).items(),
                                                                  *left.items())}
    told += [Finding("export-loses", "info", f"{what} ({count}): {says}", file) for what, (count, says) in lost.items()]
    strange = [Finding("export-unknown", "error", "the encoding guide does not allow this, and whether the recipient "
                       f"does is not known, for its schema is not here: {fault.message}", file)
               for fault in explainer.faults(root)]
    return Adopted(root, told, strange)


def _pruned(root: Any, explainer: Explainer) -> Counter[str]:
    """Take out attributes and parts of the header that the encoding guide does not know; how many of each went."""
    left: Counter[str] = Counter()
    while faults := [fault for fault in explainer.faults(root) if fault.attribute or _of_header(fault)]:
        for fault in faults:
            if fault.attribute:
                left[at(fault.attribute)] += fault.node.attrib.pop(fault.attribute, None) is not None
            elif _of_header(fault):        # one before it may have been the last but one
                left[f"header: <{local(fault.node.tag)}>"] += 1
                _without(fault.node)
    return left


def _of_header(fault: Fault) -> bool:
    """Whether it is a part of the header that may go: not the last one of what it is in."""
    around = list(fault.node.iterancestors())
    return fault.code in ("element-unknown", "element-misplaced") and len(around[0]) > 1 and any(
        one.tag == f"{TEI}teiHeader" for one in around)


def _without(element: Any) -> None:
    """Take an element out; where words stand beside it, its words stay."""
    parent = element.getparent()
    if local(parent.tag) in _FRAMES:
        parent.remove(element)
    else:
        element.tag = _GONE
        etree.strip_tags(parent, _GONE)


def _elements(root: Any) -> Counter[str]:
    """The elements of the texts in a document by their names."""
    return Counter(local(one.tag) for text in root.iterfind(f".//{TEI}text") for one in text.iter(etree.Element))


def _attributes(root: Any) -> Counter[str]:
    """The attributes of the texts in a document by their names."""
    texts = root.iterfind(f".//{TEI}text")
    return Counter(at(name) for text in texts for one in text.iter(etree.Element) for name in one.attrib)
