"""The style sheets and scripts of a page: the rules that it needs, and their hashes in its content security policy."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from functools import cache

from edition.regex import regex
from edition.rendering import sheet
from edition.rendering.script import shortened, spaceless
from edition.resources import folder

# A page names its style sheets and its script (files of xslt/assets) where they are to stand.
_STYLE = regex(r"<style>([\w. -]+\.css)</style>")
_SCRIPT = regex(r"<script>([\w. -]+\.js)</script>")
_MODULE = regex(r'<script type="module">([\w. -]+\.js)</script>')
_WORD = regex(r'"([\w-]+)"')


def dressed(page: str) -> str:
    """An HTML page with the script and the style sheets that it names, of these the rules that it needs.

    Their hashes take the place of `sha256-script` and `sha256-style` in its content security policy.
    """
    page, script = _filled(page, _SCRIPT, "script", _script)
    page, module = _filled(page, _MODULE, "script", _module)
    # What the script makes or sets is no less the page's than what stands there.
    made = {frozenset({name}) for word in _WORD.findall(script + module) for name in (word, f".{word}")}
    elements = sheet.elements(page) | made if _STYLE.search(page) else made
    return _filled(page, _STYLE, "style", lambda files: sheet.needed(uncommented(files), elements))[0]


def _filled(page: str, place: re.Pattern[str], name: str, made: Callable[[str], str]) -> tuple[str, str]:
    """The page with what `made` makes of the files named at a place, and that alone."""
    found = place.search(page)
    if not found:
        return page, ""
    text = made(found[1])
    page = page[:found.start(1)] + text + page[found.end(1):]
    return page.replace(f"sha256-{name}", sha256(text), 1), text


@cache
def uncommented(files: str) -> str:
    """Files of xslt/assets, one behind the other, without their comments."""
    texts = ((folder("xslt") / "assets" / file).read_text("utf-8") for file in files.split())
    return re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.DOTALL)


@cache
def _script(files: str) -> str:
    return spaceless(uncommented(files))


@cache
def _module(files: str) -> str:
    return spaceless(shortened(uncommented(files)))


def sha256(text: str) -> str:
    """The hash of an inline style sheet or script, as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
