"""Is each record what it says it is? `valid`, or what its reader says; by the name of the file."""

from __future__ import annotations

import json
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

CONTEXT = {"@vocab": "https://schema.org/"}  # the context lies on the web, and nothing is fetched


# What the schemas of the package eulxml import and it does not have: attributes of XML, and the fifteen elements of
# Dublin Core, each a text that may have a language.
XML = """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<attribute name="lang" type="language"/><attribute name="space" type="NCName"/></schema>"""
ELEMENTS = ["title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
            "identifier", "source", "language", "relation", "coverage", "rights"]
DUBLIN_CORE = f"""<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://purl.org/dc/elements/1.1/"
xmlns:dc="http://purl.org/dc/elements/1.1/" elementFormDefault="qualified">
<import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
<complexType name="text"><simpleContent><extension base="string"><attribute ref="xml:lang"/></extension></simpleContent>
</complexType>{"".join(f'<element name="{name}" type="dc:text"/>' for name in ELEMENTS)}</schema>"""


def folder(package: str, within: str) -> Path:
    """A folder of a package."""
    found = find_spec(package)
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / within


@cache
def schema(name: str) -> Any:
    """An XML Schema that the packages eulxml and metsrw bring; nothing is fetched."""
    from lxml import etree

    place = folder("eulxml", "schema_data")
    start = folder("metsrw", "resources") / name if name == "mets.xsd" else place / name

    class Beside(etree.Resolver):
        def resolve(self, url: str, public: str | None, context: Any) -> Any:
            last = url.rsplit("/", 1)[-1]
            given = {"xml.xsd": XML, "simpledc20021212.xsd": DUBLIN_CORE}.get(last)
            return self.resolve_string(given, context) if given else self.resolve_filename(str(place / last), context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(str(start), parser))


def by_schema(path: Path, name: str) -> str:
    from lxml import etree

    one = schema(name)
    return "valid" if one.validate(etree.parse(str(path))) else str(one.error_log.last_error)


def dublin_core(path: Path) -> str:
    return by_schema(path, "oai_dc.xsd")


def mods(path: Path) -> str:
    """Its schema, and what a reader of MODS takes from it: a title, a language or none, names that have a role."""
    from pymods import MODSReader

    (record,) = MODSReader(str(path))
    whole = record.titles[0] and all(name.text and name.role.text for name in record.names)
    return by_schema(path, "mods.xsd") if whole else f"{record.titles} by {record.names}"


def mets(path: Path) -> str:
    """Its schema, and that of the record in it, which the first does not look into."""
    from lxml import etree

    (record,) = etree.parse(str(path)).iter("{http://www.loc.gov/mods/v3}mods")
    inner = schema("mods.xsd")
    said = by_schema(path, "mets.xsd")
    return said if said != "valid" or inner.validate(etree.ElementTree(record)) else str(inner.error_log.last_error)


def datacite(path: Path) -> str:
    from datacite import schema45

    errors = [error.message for error in schema45.validator.iter_errors(json.loads(path.read_text("utf-8")))]
    return "; ".join(errors) or (schema45.tostring(json.loads(path.read_text("utf-8"))) and "valid")


def cff(path: Path) -> str:
    from cffconvert import Citation

    citation = Citation(path.read_text("utf-8"))
    citation.validate()
    return "valid" if citation.as_bibtex() and citation.as_apalike() else "empty"


def linked(path: Path) -> str:
    from rdflib import Graph

    data = json.loads(path.read_text("utf-8"))
    assert data.pop("@context") == "https://schema.org"
    graph = Graph().parse(data=json.dumps({"@context": CONTEXT, **data}), format="json-ld")
    names = [value for _, predicate, value in graph if str(predicate) == "https://schema.org/name"]
    return "valid" if data["name"] in map(str, names) else "no name"


def pandoc(path: Path, form: str) -> str:
    """What pandoc reads as the data of a reference manager."""
    import pypandoc

    (entry,) = json.loads(pypandoc.convert_text(path.read_bytes().decode("utf-8"), "csljson", format=form))
    lacking = {"id", "title", "type", "author", "container-title"} - entry.keys()
    return f"without {sorted(lacking)}" if lacking else "valid"


def bibtex(path: Path) -> str:
    import bibtexparser

    library = bibtexparser.parse_string(path.read_text("utf-8"))
    whole = len(library.entries) == 1 and not library.failed_blocks
    return pandoc(path, "biblatex") if whole else str(library.failed_blocks)


def ris(path: Path) -> str:
    import rispy

    (entry,) = rispy.loads(path.read_bytes().decode("utf-8"))
    return pandoc(path, "ris") if entry["type_of_reference"] and entry["title"] else "no title"


READERS = {".mods.xml": mods, ".mets.xml": mets, "dc.xml": dublin_core,
           "datacite.json": datacite, "CITATION.cff": cff, ".jsonld": linked, ".bibtex": bibtex, ".ris": ris}


def answer(path: Path) -> str:
    reader = next((reader for end, reader in READERS.items() if path.name.endswith(end)), None)
    if reader is None:
        return "valid"
    try:
        return reader(path)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
