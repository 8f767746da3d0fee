"""TEI to reading editions: stylesheets over one reading of the text, and one row per output."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from lxml import etree
from saxonche import PySaxonApiError

from edition import saxon
from edition.findings import UserError, fail
from edition.regex import regex
from edition.rendering import plaintext, register
from edition.resources import folder

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_TEI = f"{{{_NAMESPACE}}}"
# What a reading page shows without xslt/assets/parts.css.
_PLAIN = (" body div head p note anchor ref pb lb fw said q quote soCalled mentioned title date choice sic corr orig "
          "reg supplied c ")
# How Saxon names the element that no template of an output mode matches.
_UNKNOWN = regex(r"matches <(?:[\w.-]+:)?([\w.-]+)")
Parameters = Mapping[str, str | bool]


class Output(NamedTuple):
    """`stylesheet`, with `parameters`, makes what `finish` turns into `file` (`{name}`: the edition's name)."""

    file: str
    title: str
    stylesheet: str
    parameters: Parameters
    finish: Callable[[str], str]


def _page(result: str) -> str:
    return unicodedata.normalize("NFC", result.rstrip("\n")) + "\n"


def _lines(result: str) -> str:
    return plaintext.reading(_tree(result))


def _corpus(result: str) -> str:
    return plaintext.corpus(_tree(result))


def _register(result: str) -> str:
    return register.table(_tree(result))


_BARE: Parameters = {"view": "reading", "signs": False, "speakers": False}
# An output is a stylesheet over the passes of xslt/lib/passes.xsl, and a row here.
OUTPUTS: dict[str, Output] = {
    "html": Output("index.html", "Reading text", "html.xsl", {"view": "reading"}, _page),
    "diplomatic": Output("diplomatic.html", "As printed", "html.xsl", {"view": "diplomatic"}, _page),
    "txt": Output("{name}.txt", "Plain text", "text.xsl", {"view": "reading"}, _lines),
    "diplomatic-txt": Output("{name}.diplomatic.txt", "Plain text as printed", "text.xsl", {"view": "diplomatic"},
                             _lines),
    "corpus": Output("{name}.corpus.txt", "Corpus", "text.xsl", _BARE, _corpus),
    "csv": Output("{name}.corrections.csv", "Register of corrections", "text.xsl", {"view": "reading"}, _register),
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
    settings: dict[str, str | bool] = {**output.parameters, **parameters}
    if output.stylesheet == "html.xsl":
        parts = settings["view"] == "diplomatic" or _needs_parts(root)
        settings |= {"name": name, "tei-hash": hashlib.sha256(tei).hexdigest(), **_assets("edition", parts)}
    result = transform(output.stylesheet, etree.tostring(root, encoding="unicode", with_tail=False), settings)
    if ":failed " in result[:200]:
        raise _explained(_tree(result), root, output, file)
    return output.finish(result)


def read_tei(tei: bytes, file: str = "") -> Any:
    """The root element, read safely: no DTD, no entities, nothing fetched. UserError: not XML, not TEI, no text."""
    try:
        root: Any = etree.fromstring(tei, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise fail("tei-not-xml", f"this is not well-formed XML: {error.msg}", file, line, column) from None
    if root.tag != f"{_TEI}TEI":
        raise fail("tei-root", f"the root element is <{etree.QName(root).localname}>; <TEI> in the namespace "
                   f"{_NAMESPACE} was expected", file, root.sourceline)
    for entity in root.iter(etree.Entity):
        raise fail("tei-entity", f"the entity {entity.text} is declared in a DTD, which is not read; write the "
                   "character itself", file, entity.getparent().sourceline)
    if root.find(f"{_TEI}text") is None:
        raise fail("tei-without-text", "this TEI document has no <text>; there is nothing to render", file,
                   root.sourceline)
    return root


def transform(stylesheet: str, xml: str, parameters: Parameters) -> str:
    """What a stylesheet of the folder xslt makes of a document. RuntimeError: a fault of the stylesheet."""
    executable = saxon.compiled(folder("xslt") / stylesheet)
    executable.clear_parameters()
    for key, value in sorted(parameters.items()):
        make = saxon.processor().make_boolean_value if isinstance(value, bool) else saxon.processor().make_string_value
        executable.set_parameter(key, make(value))
    try:
        result = executable.transform_to_string(xdm_node=saxon.document(xml))
    except PySaxonApiError as error:
        raise RuntimeError(f"{stylesheet}: {error}") from None
    return str(result or "")


def _explained(failed: Any, root: Any, output: Output, file: str) -> UserError | RuntimeError:
    """The error for people: which element no template knows, and where it stands first."""
    message = (failed.text or "").strip()
    unknown = _UNKNOWN.search(message)
    if failed.get("code") != "XTDE0555" or not unknown:
        return RuntimeError(f"{output.stylesheet}: {failed.get('code')} {message}")
    name = unknown.group(1)
    first = next((element for element in root.find(f"{_TEI}text").iter("{*}" + name)), None)
    within = f" within <{etree.QName(first.getparent()).localname}>" if first is not None else ""
    return fail("element-unknown", f"<{name}>{within} is outside the vocabulary of schema/edition.odd, so no output "
                "knows how to print it; use an element of the encoding guide instead", file,
                first.sourceline if first is not None else 0)


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
    whole = etree.Element("collection", edition._asdict())
    for entry in entries:
        root = read_tei(entry.tei, entry.name)
        item = etree.SubElement(whole, "edition", name=entry.name)
        for output in OUTPUTS.values():
            etree.SubElement(item, "form", file=output.file.format(name=entry.name), title=output.title)
        etree.SubElement(item, "form", file=f"{entry.name}.xml", title="TEI")
        etree.SubElement(item, "counts", _counts(root.find(f"{_TEI}text")))
        tei: Any = etree.SubElement(item, f"{_TEI}TEI", dict(root.attrib))
        tei.extend(root.findall(f"{_TEI}teiHeader"))
    return _page(transform("collection.xsl", etree.tostring(whole, encoding="unicode"), _assets("collection")))


def _counts(text: Any) -> dict[str, str]:
    notes = [note for note in text.iter(f"{_TEI}note") if note.get("prev") is None and note.get("place") != "inline"
             and note.get("type") not in ("apparatus", "comment")]
    found = {"note": len(notes), "correction": text.xpath("count(.//*[local-name() = 'corr'])"),
             "page": text.xpath("count(.//*[local-name() = 'pb'])")}
    return {name: str(int(count)) for name, count in found.items()}


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True,
                           remove_comments=True, collect_ids=False)


def _tree(result: str) -> Any:
    return etree.fromstring(result.encode("utf-8"), _parser())


def _needs_parts(root: Any) -> bool:
    """Whether a text has more than sections, headings, paragraphs and notes: then its page needs more styles."""
    return bool(root.xpath(
        "boolean(*[local-name() = 'text']//*[not(contains($plain, concat(' ', local-name(), ' '))) "
        "or @type = 'kicker' or @rend[. != 'unmarked'] or *[local-name() = 'p' and local-name(..) = 'quote'] "
        "or self::*[local-name() = 'div'][not(*[local-name() = 'head']) or *[local-name() = 'div']]] "
        "| *//*[local-name() = 'title'][@type = 'sub'])", plain=_PLAIN))


@cache
def _assets(page: str, parts: bool = False) -> dict[str, str]:
    """Style sheet (and script) of a kind of page with the hashes that its content security policy allows."""
    assets = folder("xslt") / "assets"
    sheets = dict.fromkeys(("edition", page, *["parts"][:parts]))
    css = _squeezed("\n".join((assets / f"{sheet}.css").read_text("utf-8") for sheet in sheets))
    found = {"css": css, "css-hash": _sha256(css)}
    if (assets / f"{page}.js").exists():
        js = _squeezed((assets / f"{page}.js").read_text("utf-8"))
        found |= {"js": js, "js-hash": _sha256(js)}
    return found


def _squeezed(text: str) -> str:
    """A style sheet or script without its comments and the white space that no one needs."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text).strip()
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    return re.sub(r" > |: ", lambda match: match[0].strip(), text).replace(";}", "}")


def _sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
