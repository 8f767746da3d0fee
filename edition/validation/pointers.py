"""Pointers within a file that lead nowhere. Our own rules know them; most schemas of others do not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.records import record

# Attributes that point to something in the same file, by the usage of all recipients. Not those that point to pictures,
# renditions and categories: what they name often lies elsewhere, or nowhere by agreement.
_POINTING = ("who", "target", "corresp", "next", "prev", "sameAs", "copyOf", "spanTo", "wit", "hand", "resp", "decls",
             "active", "passive", "mutual", "synch", "exclude", "select")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"


@record
class Dangling:
    """A pointer to an id that no element has; of several that are the same the first, and how many there are."""

    node: Any
    attribute: str
    name: str
    count: int


def dangling(root: Any) -> Iterator[Dangling]:
    """Each pointer of a TEI document that leads nowhere, in the order of the document.

    None where ids may come from elsewhere: by XInclude, or because addresses are relative to another file.
    """
    ids, pointers = set[str](), dict[tuple[str, str], list[Any]]()
    for node in root.iter("*"):
        if node.tag == _INCLUDE or _BASE in node.attrib:
            return
        ids.add(node.get(_ID, ""))
        for attribute in _POINTING:
            for word in node.get(attribute, "").split():
                if word.startswith("#") and len(word) > 1 and "(" not in word:
                    pointers.setdefault((attribute, word[1:]), []).append(node)
    for (attribute, name), nodes in pointers.items():
        if name not in ids:
            yield Dangling(nodes[0], attribute, name, len(nodes))
