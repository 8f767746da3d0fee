"""Targets of references that no page follows: scripts, files that nobody knows to be there."""

from __future__ import annotations

from typing import Any

from edition.findings import Finding
from edition.regex import regex
from edition.rendering.tei import TEI

# As xslt/html/phrases.xsl has it: out of the page, or to a passage of it.
_FOLLOWED = regex(r"(?:https?|mailto):\S+|#.*")


def dropped(root: Any, file: str) -> list[Finding]:
    """A warning for each reference of a TEI document whose target the pages leave out. `root`: as it was read."""
    return [Finding("target-dropped", "warning", f'the pages print this reference without its target "{target}": they '
                    "link to https:, http: and mailto: addresses and to passages of the text (#id); write one of these",
                    file, reference.sourceline)
            for text in root.iter(f"{TEI}text") for reference in text.iterfind(f".//{TEI}ref")
            if (target := reference.get("target")) and not _FOLLOWED.fullmatch(target)]
