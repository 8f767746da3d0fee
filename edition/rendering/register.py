"""The register of corrections as a table for other programs: comma-separated values, one row an entry."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import Any, Final

_M: Final = "{urn:edition:m}"
# Column → the attribute of an entry.
_COLUMNS: Final = {"id": "id", "place": "place", "kind": "kind", "printed": "printed", "corrected": "read",
                   "cert": "sure", "evidence": "evidence", "resp": "resp", "by": "by", "rule": "rule",
                   "reason": "reason", "date": "when"}
COLUMNS: Final = ("permalink", *_COLUMNS)
_PAGE: Final = "index.html"
# A spreadsheet would run a cell that begins so; behind an apostrophe it is text.
_FORMULA: Final = ("=", "+", "-", "@")


def table(document: Any) -> str:
    """The register in what text.xsl hands over; the permalink is relative to the file."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for entry in document.findall(f"{_M}register/{_M}entry"):
        cells = (entry.get(attribute, "") for attribute in _COLUMNS.values())
        link = f"{_PAGE}#{entry.get('id')}" if entry.get("id") else ""
        rows.writerow([link, *("'" + cell if cell.startswith(_FORMULA) else cell for cell in cells)])
    return unicodedata.normalize("NFC", out.getvalue())
