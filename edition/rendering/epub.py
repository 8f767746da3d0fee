"""The files of an EPUB 3, as XSLT hands them over, packed so that the same text always gives the same bytes."""

from __future__ import annotations

import io
import unicodedata
import uuid
import zipfile
from typing import Any, Final

from edition.rendering import sheet
from edition.rendering.assets import uncommented
from edition.rendering.tei import TEI, Tei

_FOLDER: Final = "EPUB"
_CONTAINER: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # that a zip file can name
_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"


def identifier(tei: Tei) -> str:
    """The identifier of the book, one through all its versions: from who publishes it and what its TEI is called."""
    publisher = tei.root.findtext(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}publicationStmt/{TEI}publisher", "")
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((publisher.strip(), tei.root.get(_XML_ID, tei.name)))).urn


def book(document: Any) -> bytes:
    """The EPUB of what epub.xsl hands over."""
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    files |= {f"{_FOLDER}/{file.get('name')}": file.text for file in document}
    elements = set().union(*(sheet.elements(text.partition("?>")[2]) for name, text in files.items()
                             if name.endswith(".xhtml")))
    files[f"{_FOLDER}/style.css"] = sheet.needed(uncommented("epub.css"), elements)
    return _zipped(files)


def _zipped(files: dict[str, str]) -> bytes:
    """Stored, not deflated: what a deflater makes differs between its versions, and a book's text is small."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, unicodedata.normalize("NFC", text).encode("utf-8"))
    return out.getvalue()
