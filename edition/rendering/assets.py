"""The style sheets and scripts of the pages, each with the hash that its content security policy allows."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from edition.resources import folder


@cache
def assets(page: str, parts: bool = False) -> dict[str, str]:
    """Style sheet (and script) of a kind of page with the hashes that its content security policy allows."""
    place = folder("xslt") / "assets"
    sheets = dict.fromkeys(("edition", "edition" if page == "edition" else "site", *["parts"][:parts]))
    css = squeezed("\n".join((place / f"{sheet}.css").read_text("utf-8") for sheet in sheets))
    found = {"css": css, "css-hash": sha256(css)}
    if (place / f"{page}.js").exists():
        js = squeezed((place / f"{page}.js").read_text("utf-8"))
        found |= {"js": js, "js-hash": sha256(js)}
    return found


def squeezed(text: str) -> str:
    """A style sheet or script without its comments and the white space that no one needs."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text).strip()
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    return re.sub(r" > |: ", lambda match: match[0].strip(), text).replace(";}", "}")


def sha256(text: str) -> str:
    """The hash of an inline style sheet or script, as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
