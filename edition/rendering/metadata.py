"""Records of a text, or of the edition as a whole, as catalogues and registrants want them: a stylesheet each."""

from __future__ import annotations

import itertools
import json
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from edition.findings import Finding, UserError
from edition.records import replace
from edition.rendering.tei import TEI, Tei

ID = "{http://www.w3.org/XML/1998/namespace}id"
_SPACES = {"t": TEI[1:-1]}
_TITLES, _PUBLISHED = "t:teiHeader/t:fileDesc/t:titleStmt/", "t:teiHeader/t:fileDesc/t:publicationStmt/"
_KNOWN = "[not(@cert='unknown')][normalize-space()]"
_MAKERS = (f"{_TITLES}t:editor{_KNOWN} | "
           f"{_TITLES}t:respStmt/*[not(self::t:resp or self::t:note)][not(@type='software')]{_KNOWN}")


class Need(NamedTuple):
    """A fact without which there is no record. `path`: where a TEI has it; `shared`: its name in `Shared` ("": only a
    text has it); `key`: what gives it.
    """

    path: str
    shared: str
    key: str

    def stands_in(self, root: Any) -> bool:
        """Whether a TEI document has it."""
        return bool(root.xpath(self.path, namespaces=_SPACES))


# Letters; those of which it is certain who wrote them, and when (as xslt/metadata/cmif.xsl has it); how that is told.
_LETTERS = "t:text//t:div[@type='letter' or (t:opener/t:salute and t:closer/t:signed)]"
_CERTAIN = ("[t:closer/t:signed//t:persName[starts-with(@ref, '#')]]"
            "[count((t:opener | t:closer)/t:dateline/t:date[@when[not(starts-with(., '-'))]]"
            "[not(@cert='low' or @cert='medium')]) = 1]")
_SIGNED = "the writers of letters in persons.toml, with the names by which they sign; a day stands in the letter itself"
# The licences that correspSearch asks for.
FREE = ("creativecommons.org/licenses/by/4.0", "creativecommons.org/publicdomain/zero/1.0")

NEEDS = {
    "title": Need(f"{_TITLES}t:title[not(@type) or @type='main']{_KNOWN}", "title",
                  '`title = "…"` in the settings of the text'),
    "creator": Need(f"{_TITLES}t:author{_KNOWN} | {_MAKERS}", "editors",
                    '`author = "…"` in the settings of the text, or `[[editors]]` in edition.toml'),
    "editor": Need(_MAKERS, "editors", "`[[editors]]` in edition.toml"),
    "publisher": Need(f"{_PUBLISHED}t:publisher{_KNOWN}", "publisher", '`[publisher] name = "…"` in edition.toml'),
    "date of publication": Need(f"{_PUBLISHED}t:date{_KNOWN}/@when", "published",
                                "`published = 2026-01-31` in edition.toml"),
    "address": Need(f"{_PUBLISHED}t:idno[@type='URL']", "base_url", '`base_url = "https://…"` in edition.toml'),
    "free licence": Need(" | ".join(f"{_PUBLISHED}t:availability/t:licence[contains(@target, '{one}')]"
                                    for one in FREE), "licence_url",
                         "`[licence] url` in edition.toml as that of CC BY 4.0 or CC0, which correspSearch asks for"),
    "letter with a certain writer and day": Need(_LETTERS + _CERTAIN, "", _SIGNED),
}


def _text(result: str) -> bytes:
    return (unicodedata.normalize("NFC", result).rstrip("\n") + "\n").encode("utf-8")


def _xml(result: str) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + _text(result)


def _json(result: str) -> bytes:
    return _text(json.dumps(json.loads(result), ensure_ascii=False, indent=1, sort_keys=True))


class Standard(NamedTuple):
    """A kind of record. `file`: of one text (`{name}`: the edition's name); `whole`: of the edition, "" for none."""

    file: str
    whole: str
    title: str
    stylesheet: str
    finish: Callable[[str], bytes]
    needs: tuple[str, ...] = ("title",)


STANDARDS: dict[str, Standard] = {
    "datacite": Standard("{name}.datacite.json", "datacite.json", "DataCite", "datacite.xsl", _json,
                         ("title", "creator", "publisher", "date of publication")),
    "dublin-core": Standard("{name}.dc.xml", "dc.xml", "Dublin Core", "dublin-core.xsl", _xml),
    "cff": Standard("CITATION.cff", "CITATION.cff", "CITATION.cff", "cff.xsl", _text, ("title", "creator")),
    "json-ld": Standard("{name}.jsonld", "edition.jsonld", "JSON-LD", "linked-data.xsl", _json),
    "mods": Standard("{name}.mods.xml", "", "MODS", "mods.xsl", _xml),
    "mets": Standard("{name}.mets.xml", "", "METS", "mets.xsl", _xml),
    "cmif": Standard("{name}.cmif.xml", "cmif.xml", "CMIF", "cmif.xsl", _xml,
                     ("title", "editor", "publisher", "date of publication", "address", "free licence",
                      "letter with a certain writer and day")),
}


def lacking(tei: Tei, to: str) -> list[Finding]:
    """The facts that a record needs and the TEI does not have, each with the key that gives it."""
    return [owed(to, need, tei.file) for need in STANDARDS[to].needs
            if not NEEDS[need].stands_in(tei.root)]


def concerns(tei: Tei, to: str) -> bool:
    """Whether a record is about texts of this kind: that of letters is about no others."""
    return to != "cmif" or bool(tei.root.xpath(_LETTERS, namespaces=_SPACES))


def left_out(tei: Tei) -> list[Finding]:
    """The letters of a text that its record in CMIF is silent about."""
    letters, certain = (tei.root.xpath(path, namespaces=_SPACES) for path in (_LETTERS, _LETTERS + _CERTAIN))
    return [Finding("letter-left-out", "info", f"the letter {letter.get(ID, '')} is not in the CMIF record: it is not "
                    f"certain who wrote it, or when; state {_SIGNED}", tei.file, letter.sourceline)
            for letter in letters if letter not in certain]


def owed(to: str, need: str, file: str) -> Finding:
    """What is said of a fact that is lacking. `file`: where it would be told."""
    return Finding("fact-owed", "warning", f"there is no record {STANDARDS[to].title}, which needs a {need}; state "
                   f"{NEEDS[need].key}", file)


def record_of(tei: Tei, to: str) -> bytes:
    """The record `to` (a key of STANDARDS) of a text. UserError: a fact is lacking that it needs."""
    if missing := lacking(tei, to):
        raise UserError(*(replace(finding, severity="error") for finding in missing))
    standard = STANDARDS[to]
    known = {"name": tei.name}
    if to == "mets":
        known["tei-hash"] = tei.digest
    if to == "cmif":
        known["id"] = id_for(tei.root.xpath(NEEDS["address"].path, namespaces=_SPACES)[0].text.strip())
    return standard.finish(tei.result(f"metadata/{standard.stylesheet}", known))


def id_for(address: str) -> str:
    """A UUID that is always that of this address, and that XML takes for an id: it begins with a letter."""
    every = (str(uuid5(NAMESPACE_URL, address + "#" * count)) for count in itertools.count())
    return next(one for one in every if one[0].isalpha())


def records_of(tei: Tei, asked: Iterable[str]) -> dict[str, bytes]:
    """The files of those records among the outputs `asked` for that can be made of a text."""
    return {STANDARDS[to].file.format(name=tei.name): record_of(tei, to)
            for to in asked if to in STANDARDS and not lacking(tei, to)}


__all__ = ["FREE", "NEEDS", "STANDARDS", "concerns", "id_for", "lacking", "left_out", "owed", "record_of", "records_of"]
