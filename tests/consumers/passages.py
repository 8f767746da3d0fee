"""What a reader of DTS finds in a TEI file by its citeStructure: reference, level, parent, kind, type, and the text.

Warnings of the reader's processor go to standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dapytains.tei.document import Document

TYPE, ID = "http://purl.org/dc/terms/type", "{http://www.w3.org/XML/1998/namespace}id"


def flat(units: list[Any]) -> Iterator[Any]:
    for unit in units:
        yield unit
        yield from flat(unit.children)


def text(document: Document, tree: str, ref: str) -> str | None:
    """The text of the one element that the reference leads to, None where there is not one."""
    passage = document.get_passage(ref, tree=tree)
    found = [element for element in passage.iter("{*}*") if element.get(ID) == ref]
    return "".join(found[0].itertext()) if len(found) == 1 else None


def answer(path: str) -> dict[str, Any]:
    document = Document(path)
    return {tree: [[unit.ref, unit.level, unit.parent, unit.citeType, list(unit.dublinCore.get(TYPE, [])),
                    text(document, tree, unit.ref)] for unit in flat(document.get_reffs(tree))]
            for tree in document.citeStructure}


print(json.dumps({Path(name).name: answer(name) for name in sys.argv[1:]}))
