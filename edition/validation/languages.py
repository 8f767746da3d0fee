"""Whether a language tag is a real one: BCP 47 by the registry of IANA."""

from __future__ import annotations

from functools import cache

from edition.findings import Severity

# The tags of most editions. The registry takes longer to load than a letter to check.
_USUAL = frozenset({"cs", "da", "de", "en", "es", "fr", "grc", "it", "la", "mul", "nl", "pl", "pt", "ru", "sv", "und",
                    "zxx"})


@cache
def doubt(tag: str) -> tuple[Severity, str, str] | None:
    """What is wrong with a tag: how grave it is, in words, and what to write instead ("": not known). None: nothing."""
    if tag in _USUAL:
        return None
    from langcodes import standardize_tag, tag_is_valid

    try:
        usual = str(standardize_tag(tag))
        known = tag_is_valid(tag) and "_" not in tag
    except ValueError:
        usual, known = "", False
    if not known:
        return "error", f'"{tag}" is no language tag that is registered (BCP 47)', "" if usual == tag else usual
    if usual.lower() != tag.lower():
        return "warning", f'the language "{tag}" is written {usual} (BCP 47)', usual
    return None
