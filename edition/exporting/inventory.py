"""The inventory of a CTS server: the file of a group or a work, which several texts share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from lxml import etree

from edition.exporting.export import written
from edition.findings import Finding, fail
from edition.xml_input import read_xml

NAME = "__cts__.xml"  # as CTS prescribes it, underscores and all
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def beside(files: Mapping[str, bytes], standing: Mapping[str, bytes],
           file: str) -> tuple[dict[str, bytes], list[Finding]]:
    """An export beside others: its files, the inventories joined, and what is to be said of these.

    `files`, `standing`: by their place; of those that stand those that are asked for. `file`: the TEI, for messages.
    UserError: the place of a text is another's.
    """
    made, found = dict(files), list[Finding]()
    for place in [place for place in files if place in standing]:
        if PurePath(place).name != NAME:
            raise fail("export-same-place", f"this text and another would both be {place}; give them `urn`s or names "
                       "of their own", file)
        made[place], told = joined(files[place], standing[place], place)
        found += told
    return made, found


def joined(made: bytes, standing: bytes, file: str) -> tuple[bytes, list[Finding]]:
    """An inventory file with what one that stands in its place says of other texts, and what of that is replaced.

    A version is known by its URN; names and titles, one a language, are those of `made`, and a warning tells of others.
    `file`: for messages. UserError: what stands there is no such file.
    """
    new, old = etree.fromstring(made), _read(standing, file)
    if (old.tag, old.get("urn")) != (new.tag, new.get("urn")):
        raise fail("export-inventory", f"this should be the inventory of {new.get('urn')} and is not; move it away, "
                   "and export all texts of it again", file)
    ours = {_key(one): one for one in new}
    found = list[Finding]()
    for one in old:
        mine = ours.setdefault(_key(one), one)
        if "urn" not in one.attrib and _words(mine) != _words(one):
            found.append(Finding("export-inventory", "warning", f"{new.get('urn')} was called “{_words(one)}” by a "
                                 f"text exported before, and is called “{_words(mine)}” now", file))
    new[:] = [ours[key] for key in sorted(ours)]
    return written(new), found


def _key(one: Any) -> tuple[bool, str]:
    """What an entry is known by: names come before versions."""
    urn = one.get("urn")
    return (True, urn) if urn else (False, f"{one.tag} {one.get(_LANG, '')}")


def _words(one: Any) -> str:
    return " ".join("".join(one.itertext()).split())


def _read(data: bytes, file: str) -> Any:
    try:
        return read_xml(data, remove_comments=True)
    except etree.XMLSyntaxError as error:
        raise fail("export-inventory", f"an inventory of CTS should stand here, and this is no XML ({error.msg}); move "
                   "it away, and export all texts of it again", file) from None
