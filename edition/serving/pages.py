"""What the server shows beside the edition: why a text cannot be shown, and a page that follows the builds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from edition.findings import Finding
from edition.rendering.assets import dressed, sha256

# Addresses of what is no file of the edition: none of those that are shown begins with a dot. BUILD says which it is.
BUILD, ERRORS = ".build", ".errors"
# Asking again and again needs no connection that stays open: a browser has six for one server, whatever its tabs.
_FOLLOW: Final = f"""{{
  const build = document.currentScript.dataset.build;
  setInterval(() => document.hidden || fetch("/{BUILD}").then(answer => answer.text()).then(now => {{
    if (now !== build) location.reload();
  }}).catch(() => 0), 500);
}}"""
_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')


def following(page: str, build: str) -> str:
    """The page, with a script that loads it again at the next build, and a policy that lets the script ask for it."""
    script = f'<script data-build="{escape(build)}">{_FOLLOW}</script>'
    before, end, after = page.rpartition("</body>")
    return _POLICY.sub(lambda found: found[1] + _allowing(found[2]), f"{before}{script}{end}{after}", count=1)


def _allowing(policy: str) -> str:
    """A content security policy that also allows the script of `following`."""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    scripts = rules.get("script-src", "").replace("'none'", "")
    rules |= {"script-src": f"{scripts} '{sha256(_FOLLOW)}'".strip(), "connect-src": "'self'"}
    return "; ".join(f"{name} {rule}" for name, rule in rules.items())


def told(title: str, said: str, findings: Iterable[Finding] = ()) -> str:
    """A page that says something in a sentence, with what was found."""
    return dressed("".join((
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'sha256-style\'; '
        'base-uri \'none\'; form-action \'none\'">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{escape(title)}</title>\n<style>edition.css site.css</style>\n</head>\n<body>\n<main>\n",
        f'<div class="masthead large"><h1>{escape(title)}</h1></div>\n<p>{escape(said)}</p>\n',
        *map(_finding, findings), '<p class="imprint"><a href="/">All texts</a></p>\n</main>\n</body>\n</html>\n')))


def _finding(one: Finding) -> str:
    place = one.file + (f", line {one.line}" if one.line else "")
    origin = f" (line {one.source_line} of the source)" if one.source_line else ""
    return (f'<section class="entry"><p class="counts">{escape(place)}{origin}</p>'
            f"<p>{one.severity}: {escape(one.message)} <code>{one.code}</code></p></section>\n")


def warned(page: str, count: int) -> str:
    """The list of texts, with a word about the errors that it does not show."""
    said = "an error" if count == 1 else f"{count} errors"
    notice = f'<p class="imprint" role="alert">The last build found <a href="/{ERRORS}">{said}</a>.</p>'
    return re.sub("<main[^>]*>", lambda found: found[0] + notice, page, count=1)
