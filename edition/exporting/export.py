"""One TEI document to one recipient: refused with reasons, or made, with what it loses."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from edition import saxon
from edition.exporting.adopting import Adopted, adopt
from edition.exporting.profiles import PROFILES, Need, Profile
from edition.findings import Finding, UserError
from edition.records import record
from edition.rendering.foreign import is_ours
from edition.rendering.tei import TEI, read_tei, tree
from edition.resources import folder
from edition.validation.validate import validate

_M = "{urn:edition:m}"
_NAMESPACES = {"t": TEI.strip("{}")}


@record
class Exported:
    """What was made: `files` by their path below the folder of the profile; `findings`: what is lost; `strange`: of TEI
    made by others, what only the recipient's schema can judge (errors where that is not here)."""

    files: dict[str, bytes]
    findings: list[Finding]
    strange: tuple[Finding, ...] = ()


def export(tei: bytes, to: str, name: str, file: str = "") -> Exported:
    """The export of a TEI document to the profile `to` (a key of PROFILES).

    `name`: what the files are called; `file`: how messages call the TEI. What others made is read into our vocabulary
    before. UserError: TEI of this tool that is not valid by the encoding guide, or of others with elements of which
    nothing is known; or the recipient does not take such a text, or needs facts that its header lacks (all of them).
    """
    others = _of_others(tei, name, file)
    root = others.root if others else read_tei(tei, file)
    if refused := refusals(root, PROFILES[to], name, file, bool(others)):
        raise UserError(*refused)
    return transformed(root, to, name, file, others)


def transformed(root: Any, to: str, name: str, file: str = "", others: Adopted | None = None) -> Exported:
    """The export of a document (its root) to a profile, without a question whether the recipient takes it.

    `others`: how it was read, if others have made it.
    """
    profile = PROFILES[to]
    made = _made(root, to, profile, others)
    document = made.find(f"{TEI}TEI")
    losses = [_told(loss, profile, file) for loss in made.iterfind(f"{_M}loss")]
    place = made.find(f"{_M}document")
    files = {f"{name}.xml" if place is None else place.get("path"): written(document, profile)}
    files |= {beside.get("path"): written(beside[0]) for beside in made.iterfind(f"{_M}file")}
    return Exported(files, [*(others.told if others else ()), *losses], tuple(others.strange if others else ()))


def _of_others(tei: bytes, name: str, file: str) -> Adopted | None:
    """TEI that others made, as the profiles want it; None: it is what the encoding guide says.

    UserError: this tool made it, and yet it is not.
    """
    faults = [finding for finding in validate(tei, file) if finding.severity == "error"]
    if faults and is_ours(read_tei(tei, file, collections=True)):
        raise UserError(Finding("export-invalid", "error", "TEI of this program is exported where it is valid by the "
                                f"encoding guide; `edition validate` finds {len(faults)} errors in this, the first: "
                                f"{faults[0].message}", file, faults[0].line))
    return adopt(tei, name, file) if faults else None


def refusals(root: Any, profile: Profile, name: str = "NAME", file: str = "", others: bool = False) -> list[Finding]:
    """Why a recipient does not take this document: a finding for each kind of text and each fact that is missing.

    `others`: they made it, and state facts in its header.
    """
    unfit = [Finding("export-unfit", "error", one.says, file) for one in profile.unfit if _true(root, one.path)]
    return unfit or [_missing(need, profile, name, file, others) for need in profile.needs if not _known(root, need)]


def _missing(need: Need, profile: Profile, name: str, file: str, others: bool) -> Finding:
    remedy = (f"state it there: {need.path.replace('t:', '').replace('self::*', 'TEI')}" if others else
              f"give it as {need.key.replace('NAME', name)}, and build again")
    return Finding("export-fact-missing", "error", f"{profile.title}: asks for {need.says}, which the header does not "
                   f"say; {remedy}", file)


def _known(root: Any, need: Need) -> bool:
    """Whether the header states a fact. What is known to be unknown is not stated."""
    found = root.xpath(need.path, namespaces=_NAMESPACES)
    return any(one.get("cert") != "unknown" and ("".join(one.itertext()).strip() or one.attrib) for one in found)


def _true(root: Any, path: str) -> bool:
    return bool(root.xpath(f"boolean({path})", namespaces=_NAMESPACES))


def _made(root: Any, to: str, profile: Profile, others: Adopted | None) -> Any:
    stylesheet = folder("xslt") / "export" / f"{to}.xsl"
    source = saxon.document(etree.tostring(root, encoding="unicode", with_tail=False))
    before = {"made-by": "others", "lost-before": ". ".join(one.message for one in others.told)} if others else {}
    return tree(saxon.transform(stylesheet, source, {"recipient": profile.title, **before}))


def _told(loss: Any, profile: Profile, file: str) -> Finding:
    what, count = loss.get("what"), int(loss.get("count"))
    named = what if what.startswith("@") or what in ("skin", "header") else f"<{what}>"
    return Finding("export-loses", "info", f"{named} ({count}): {loss.text}", file)


def written(document: Any, profile: Profile | None = None) -> bytes:
    """The bytes of a file: with a declaration, pointing to the recipient's schema, and a final newline."""
    document = deepcopy(document)      # out of what was made: its namespaces are none of the recipient's
    etree.cleanup_namespaces(document)
    model = (f'<?xml-model href="{profile.model}" type="application/xml" '
             'schematypens="http://relaxng.org/ns/structure/1.0"?>\n') if profile and profile.model else ""
    text = etree.tostring(document, encoding="unicode", with_tail=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{model}{text}\n'.encode()


__all__ = ["PROFILES", "Exported", "export", "refusals"]
