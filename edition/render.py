"""TEI to reading editions: one Saxon processor, stylesheets compiled once, and one row per output."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor

from edition import plaintext
from edition.findings import UserError, fail
from edition.resources import folder

TEI = "http://www.tei-c.org/ns/1.0"
_FAILED = "{urn:edition:m}failed"
_UNKNOWN = re.compile(r"matches <(?:[\w.-]+:)?([\w.-]+)")


class Output(NamedTuple):
    """`stylesheet` makes what `finish` turns into the file; `{name}` in `file` is the edition's name."""

    file: str
    title: str
    stylesheet: str
    parameters: tuple[tuple[str, str | bool], ...]
    finish: Callable[[str], str]


def _page(result: str) -> str:
    return result.rstrip("\n") + "\n"


def _lines(result: str) -> str:
    return plaintext.reading(etree.fromstring(result.encode(), _parser()))


def _corpus(result: str) -> str:
    return plaintext.corpus(etree.fromstring(result.encode(), _parser()))


# An output is a stylesheet over the passes of xslt/lib/passes.xsl, and a row here.
OUTPUTS: dict[str, Output] = {
    "html": Output("index.html", "Reading text", "html.xsl", (("view", "reading"),), _page),
    "diplomatic": Output("diplomatic.html", "As printed", "html.xsl", (("view", "diplomatic"),), _page),
    "txt": Output("{name}.txt", "Plain text", "text.xsl", (("view", "reading"),), _lines),
    "diplomatic-txt": Output("{name}.diplomatic.txt", "Plain text as printed", "text.xsl", (("view", "diplomatic"),), _lines),
    "corpus": Output("{name}.corpus.txt", "Corpus", "text.xsl",
                     (("view", "reading"), ("signs", False), ("speakers", False)), _corpus),
}


def render(tei: bytes, to: str, name: str, file: str = "", **parameters: str | bool) -> str:
    """The output `to` (a key of OUTPUTS) of a TEI document in the vocabulary of schema/edition.odd.

    `name` is what the files of the edition are called (links between them use it); `file` is how messages call the
    TEI. `parameters` go to the stylesheet (`speakers=True` keeps speaker labels in a corpus). UserError: not XML, not
    TEI, an element that no template knows (with its line).
    """
    if to not in OUTPUTS:
        raise fail("output-unknown", f'there is no output "{to}"; there are: {", ".join(OUTPUTS)}', file)
    output = OUTPUTS[to]
    root = read_tei(tei, file)
    settings: dict[str, str | bool] = {**dict(output.parameters), **parameters}
    if output.stylesheet == "html.xsl":
        settings |= {"name": name, "tei-hash": hashlib.sha256(tei).hexdigest(), **_assets("edition")}
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    result = transform(output.stylesheet, text, settings)
    if ":failed " in result[:200]:
        raise _explained(etree.fromstring(result.encode(), _parser()), root, to, file)
    return output.finish(result)


def read_tei(tei: bytes, file: str = "") -> Any:
    """The root element, read safely: no DTD, no entities, nothing fetched. UserError: not XML, or not TEI."""
    try:
        root = etree.fromstring(tei, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise fail("tei-not-xml", f"this is not well-formed XML: {error.msg}", file, line, column) from None
    if root.tag != f"{{{TEI}}}TEI":
        raise fail("tei-root", f"the root element is <{etree.QName(root).localname}>; <TEI> in the namespace {TEI} was expected",
                   file, root.sourceline or 0)
    for entity in root.iter(etree.Entity):
        raise fail("tei-entity", f"the entity {entity.text} is declared in a DTD, which is not read; write the character itself",
                   file, entity.sourceline or entity.getparent().sourceline or 0)
    if root.find(f"{{{TEI}}}text") is None:
        raise fail("tei-without-text", "this TEI document has no <text>; there is nothing to render", file, root.sourceline or 0)
    return root


def transform(stylesheet: str, xml: str, parameters: dict[str, str | bool]) -> str:
    """What a stylesheet of the folder xslt makes of a document. RuntimeError: a fault of the stylesheet."""
    processor = _processor()
    executable = _compiled(stylesheet)
    executable.clear_parameters()
    for key, value in sorted(parameters.items()):
        make = processor.make_boolean_value if isinstance(value, bool) else processor.make_string_value
        executable.set_parameter(key, make(value))
    try:
        result = executable.transform_to_string(xdm_node=processor.parse_xml(xml_text=xml))
    except PySaxonApiError as error:
        raise RuntimeError(f"{stylesheet}: {error}") from None
    return str(result or "")


class Entry(NamedTuple):
    """An edition in the collection: its name (folder and files) and its TEI."""

    name: str
    tei: bytes


class Collection(NamedTuple):
    """What the index of a collection says of itself."""

    title: str = "Editions"
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    language: str = "en"


def collection_index(entries: Iterable[Entry], edition: Collection) -> str:
    """The page that lists the editions of a collection: title, author, date, source, counts, and every form."""
    whole = etree.Element("collection", {key: str(value) for key, value in edition._asdict().items()})
    for entry in entries:
        root = read_tei(entry.tei, entry.name)
        item = etree.SubElement(whole, "edition", name=entry.name)
        for output in OUTPUTS.values():
            etree.SubElement(item, "form", file=output.file.format(name=entry.name), title=output.title)
        etree.SubElement(item, "form", file=f"{entry.name}.xml", title="TEI")
        counts = etree.SubElement(item, "counts")
        for key, names in (("note", ("note",)), ("correction", ("corr",)), ("page", ("pb",))):
            counts.set(key, str(sum(1 for name in names for _ in root.find(f"{{{TEI}}}text").iter(f"{{{TEI}}}{name}"))))
        tei = etree.SubElement(item, f"{{{TEI}}}TEI", dict(root.attrib), {None: TEI})
        header = root.find(f"{{{TEI}}}teiHeader")
        if header is not None:
            tei.append(header)
    return _page(transform("collection.xsl", etree.tostring(whole, encoding="unicode"), _assets("edition", script=False)))


@cache
def _processor() -> Any:
    return PySaxonProcessor(license=False)


@cache
def _compiled(stylesheet: str) -> Any:
    processor = _processor()
    # By URI, and from a node: Saxon loses its way in paths with spaces, "#" and accents otherwise.
    node = processor.parse_xml(xml_uri=(folder("xslt") / stylesheet).as_uri())
    return processor.new_xslt30_processor().compile_stylesheet(stylesheet_node=node)


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True,
                           remove_comments=True, collect_ids=False)


@cache
def _assets(name: str, script: bool = True) -> dict[str, str | bool]:
    """Style sheet and script of a page with the hashes that its content security policy allows."""
    css = _squeezed((folder("xslt") / "assets" / f"{name}.css").read_text("utf-8"))
    found: dict[str, str | bool] = {"css": css, "css-hash": _sha256(css)}
    if script:
        js = _squeezed((folder("xslt") / "assets" / f"{name}.js").read_text("utf-8"))
        found |= {"js": js, "js-hash": _sha256(js)}
    return found


def _squeezed(text: str) -> str:
    """A style sheet or script without its comments and the white space that no one needs."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text).strip()
    return re.sub(r"\s*([{};,])\s*", r"\1", text).replace(": ", ":")


def _sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _explained(failed: Any, root: Any, to: str, file: str) -> UserError | RuntimeError:
    """The error for people: which element no template knows, and where it stands first."""
    message = (failed.text or "").strip()
    unknown = _UNKNOWN.search(message)
    if failed.get("code") != "XTDE0555" or not unknown:
        return RuntimeError(f"{OUTPUTS[to].stylesheet}: {failed.get('code')} {message}")
    name = unknown.group(1)
    first = next((element for element in root.find(f"{{{TEI}}}text").iter() if etree.QName(element).localname == name), None)
    place = f" within <{etree.QName(first.getparent()).localname}>" if first is not None else ""
    return fail("element-unknown", f"<{name}>{place} is outside the vocabulary of schema/edition.odd, so no output knows how to print "
                "it; use an element of the encoding guide instead", file, (first.sourceline or 0) if first is not None else 0)
