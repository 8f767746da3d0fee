"""One TEI document to one recipient: refused with reasons, or made, with what it loses."""

from __future__ import annotations

from typing import Any

from lxml import etree

from edition import saxon
from edition.exporting.profiles import PROFILES, Need, Profile
from edition.findings import Finding, UserError
from edition.records import record
from edition.rendering.tei import TEI, read_tei, tree
from edition.resources import folder

_M = "{urn:edition:m}"
_NAMESPACES = {"t": TEI.strip("{}")}


@record
class Exported:
    """What was made: `files` by their path below the folder of the profile; `findings`: what is lost."""

    files: dict[str, bytes]
    findings: list[Finding]


def export(tei: bytes, to: str, name: str, file: str = "") -> Exported:
    """The export of a TEI document to the profile `to` (a key of PROFILES).

    `name`: what the files are called; `file`: how messages call the TEI. UserError: it is not TEI, or the recipient
    does not take such a text, or needs facts that its header lacks (all of them).
    """
    profile, root = PROFILES[to], read_tei(tei, file)
    if refused := refusals(root, profile, name, file):
        raise UserError(*refused)
    made = _made(root, to, profile)
    document = made.find(f"{TEI}TEI")
    etree.cleanup_namespaces(document)
    losses = [_told(loss, profile, file) for loss in made.iterfind(f"{_M}loss")]
    return Exported({f"{name}.xml": _written(document, profile)}, losses)


def refusals(root: Any, profile: Profile, name: str = "NAME", file: str = "") -> list[Finding]:
    """Why a recipient does not take this document: a finding for each kind of text and each fact that is missing."""
    unfit = [Finding("export-unfit", "error", one.says, file) for one in profile.unfit if _true(root, one.path)]
    return unfit or [_missing(need, profile, name, file) for need in profile.needs if not _known(root, need)]


def _missing(need: Need, profile: Profile, name: str, file: str) -> Finding:
    return Finding("export-fact-missing", "error", f"{profile.title}: asks for {need.says}, which the header does not "
                   f"say; give it as {need.key.replace('NAME', name)}, and build again", file)


def _known(root: Any, need: Need) -> bool:
    """Whether the header states a fact. What is known to be unknown is not stated."""
    found = root.xpath(need.path, namespaces=_NAMESPACES)
    return any(one.get("cert") != "unknown" and ("".join(one.itertext()).strip() or one.attrib) for one in found)


def _true(root: Any, path: str) -> bool:
    return bool(root.xpath(f"boolean({path})", namespaces=_NAMESPACES))


def _made(root: Any, to: str, profile: Profile) -> Any:
    stylesheet = folder("xslt") / "export" / f"{to}.xsl"
    source = saxon.document(etree.tostring(root, encoding="unicode", with_tail=False))
    return tree(saxon.transform(stylesheet, source, {"recipient": profile.title}))


def _told(loss: Any, profile: Profile, file: str) -> Finding:
    what, count = loss.get("what"), int(loss.get("count"))
    named = what if what.startswith("@") or what in ("skin", "header") else f"<{what}>"
    return Finding("export-loses", "info", f"{named} ({count}): {loss.text}", file)


def _written(document: Any, profile: Profile) -> bytes:
    """The bytes of the export: with a declaration, pointing to the recipient's schema, and a final newline."""
    model = (f'<?xml-model href="{profile.model}" type="application/xml" '
             'schematypens="http://relaxng.org/ns/structure/1.0"?>\n') if profile.model else ""
    text = etree.tostring(document, encoding="unicode", with_tail=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{model}{text}\n'.encode()


__all__ = ["PROFILES", "Exported", "export", "refusals"]
