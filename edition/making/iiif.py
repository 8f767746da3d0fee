"""A IIIF manifest (Presentation API 2 or 3) as a list of pages: the label of each canvas, and where its image is."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from edition.findings import fail
from edition.regex import regex

# Words before a number: "p. 7", "Seite 7", "[7]". What is left is compared with the numbers of the pages.
_ABOUT = regex(r"(?i)^\s*\[?\s*(?:(?:page|pp?|pages|seite|s|folio|fol|f)\b\.?\s*)?|\s*\]?\s*$")


class Canvas(NamedTuple):
    """A page: its number as the manifest gives it, the address of its image ("": it gives none)."""

    label: str
    image: str


def canvases(data: bytes, file: str) -> list[Canvas]:
    """The canvases of a manifest, in order. UserError: it is none, or has none."""
    try:
        manifest = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise fail("scans-unreadable", "this is no JSON; a IIIF manifest was expected", file) from None
    found = _at(manifest, "items") or _at(manifest, "sequences", 0, "canvases")
    if not isinstance(found, list):
        raise fail("scans-unreadable", "this is no IIIF manifest: it has neither `items` nor `sequences` with canvases",
                   file)
    return [Canvas(_label(_at(canvas, "label")), _image(canvas)) for canvas in found]


def _image(canvas: Any) -> str:
    """The address of the first image that is painted on a canvas; only one of the web leads anywhere."""
    body = _at(canvas, "items", 0, "items", 0, "body") or _at(canvas, "images", 0, "resource")
    body = body[0] if isinstance(body, list) and body else body
    address = _at(body, "id") or _at(body, "@id") or _at(body, "items", 0, "id")
    return address if isinstance(address, str) and regex(r"https?://[^\s\"<>\\]+").fullmatch(address) else ""


def _label(label: Any) -> str:
    """The label as a number: a text, or a text in each of several languages."""
    while isinstance(label, (list, dict)) and label:
        label = label[0] if isinstance(label, list) else label.get("@value", next(iter(label.values())))
    return _ABOUT.sub("", label) if isinstance(label, str) else ""


def _at(value: Any, *path: str | int) -> Any:
    """What stands at a place in a JSON value; None where there is no such place."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and len(value) > step else None
    return value
