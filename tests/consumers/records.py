"""Is each record what it says it is? `valid`, or what its reader says; by the name of the file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

CONTEXT = {"@vocab": "https://schema.org/"}  # the context lies on the web, and nothing is fetched


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


READERS = {"datacite.json": datacite, "CITATION.cff": cff, ".jsonld": linked, ".bibtex": bibtex, ".ris": ris}


def answer(path: Path) -> str:
    reader = next((reader for end, reader in READERS.items() if path.name.endswith(end)), None)
    if reader is None:
        return "valid"
    try:
        return reader(path)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(json.dumps({Path(name).name: answer(Path(name)) for name in sys.argv[1:]}))
