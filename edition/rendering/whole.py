"""Records of the edition as a whole: how it is cited, registered and found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from edition import saxon
from edition.findings import Finding
from edition.rendering.collection import Entry, Shared
from edition.rendering.metadata import FREE, NEEDS, STANDARDS, id_for, owed
from edition.rendering.tei import read_tei
from edition.resources import folder


def whole_records(entries: Sequence[Entry], edition: Shared, asked: Iterable[str],
                  file: str) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of those records among the outputs `asked` for that can be made, and what the others lack.

    `file`: how messages call the settings of the edition. Texts that belong to none have no record as a whole.
    """
    if not edition.editors:
        return {}, []
    files, findings, document = dict[str, bytes](), list[Finding](), None
    for to, standard in ((to, STANDARDS[to]) for to in sorted(set(asked) & {*STANDARDS}) if STANDARDS[to].whole):
        if missing := [owed(to, need, file) for need in standard.needs if not _told(need, entries, edition)]:
            findings += missing
            continue
        document = document or saxon.document(_described(entries, edition))
        made = saxon.transform(folder("xslt") / "metadata" / standard.stylesheet, document,
                               {"id": id_for(edition.base_url)} if to == "cmif" else {})
        files[standard.whole] = standard.finish(made)
    return files, findings


def _told(need: str, entries: Sequence[Entry], edition: Shared) -> bool:
    """Whether the edition has a fact; of letters, whether one of its texts does."""
    wanted = NEEDS[need]
    if not wanted.shared:
        return any(wanted.stands_in(read_tei(entry.tei, entry.name)) for entry in entries)
    told = getattr(edition, wanted.shared)
    return bool(told) and (need != "free licence" or any(licence in told for licence in FREE))


def _described(entries: Sequence[Entry], edition: Shared) -> str:
    """What the stylesheets read: the facts of the edition, its editors, and each TEI whole."""
    whole = etree.Element("collection", edition.attributes)
    for editor in edition.editors:
        told = {key: value for key, value in editor._asdict().items() if value and key != "name"}
        etree.SubElement(whole, "editor", told).text = editor.name
    for entry in entries:
        etree.SubElement(whole, "edition", name=entry.name).append(read_tei(entry.tei, entry.name))
    return etree.tostring(whole, encoding="unicode")


__all__ = ["whole_records"]
