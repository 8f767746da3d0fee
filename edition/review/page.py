"""The review desk as one HTML file: it needs nothing but itself, and its own policy lets nothing else in."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from edition.records import as_dict
from edition.review.items import Item, ranked
from edition.rules import counted

_ASSETS: Final = Path(__file__).resolve().parent / "desk"
# The parts of the script, in their order: one scope, which nothing else on the page can reach.
_PARTS: Final = ("state", "showing", "list", "item", "deciding", "editing", "series", "file", "live", "keys")
_LONG: Final = 40  # characters of a reading of which only what changes is shown
_MARKS: Final = {"sic": "an error without a remedy", "surplus": "superfluous", "gap": "a stand-in for lost text"}
_KEYS: Final = (
    ("j", "next"), ("k", "previous"), ("a", "accept what is proposed"), ("1 2 3", "accept that reading"),
    ("r", "reject: as printed"), ("e", "write the reading; Enter takes it, Escape leaves it"), ("u", "unsure"),
    ("A", "accept the whole series, after a look at all of it"), ("x", "leave it undecided again"),
    ("z", "undo, step by step"), ("s", "save the decisions"), ("/", "filter"), ("?", "this help"),
)
_STATES: Final = (("undecided", "undecided"), ("", "all"), ("accepted", "accepted"), ("edited", "edited"),
                  ("rejected", "rejected"), ("unsure", "unsure"))
_ORDERS: Final = (("series", "by series"), ("wrong", "by likelihood"), ("place", "by place"))


def desk(items: Iterable[Item], title: str, by: str = "ed", languages: Mapping[str, str] | None = None,
         live: bool = False) -> str:
    """The page for these items. `languages`: of the texts, by name. `live`: a server writes each decision at once."""
    listed = ranked(items)
    beside = live or any(item.facsimile for item in listed)
    data = {"sha": proposals_digest(listed), "by": by, "live": live, "languages": dict(languages or {}),
            "items": [_plain(item) for item in listed]}
    style, script = _style(), _script()
    return "".join((
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(listed, live)}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        '<meta name="referrer" content="no-referrer">\n',
        f"<title>Review: {_text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        _header(title), _navigation(listed), _correction(), _beside(live) if beside else "",
        '<div id="said" role="status" aria-live="polite"></div>\n', _dialogs(), _without_script(listed),
        f'<script type="application/json" id="data">{_json(data)}</script>\n',
        f"<script>{script}</script>\n</body>\n</html>\n",
    ))


def policy(items: Iterable[Item], live: bool) -> str:
    """The content security policy: the page's own style and script, and nothing else but what it is there for."""
    rules = ["default-src 'none'", f"style-src '{_hash(_style())}'", f"script-src '{_hash(_script())}'"]
    if any(item.facsimile for item in items):
        rules.append("img-src 'self' file:")
    if live:
        rules.append("connect-src 'self'")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def proposals_digest(items: Iterable[Item]) -> str:
    """What tells one set of proposals from another: a browser keeps its decisions under this name."""
    return sha256("\n".join(sorted(item.key for item in items)).encode()).hexdigest()


def shown(item: Item) -> str:
    """What is proposed, in words where nothing is put in the place of the printed reading."""
    if item.mark == "gap" and item.at:
        return "text is lost behind it"
    return _MARKS.get(item.mark) or item.corrected or "taken out"


def essence(printed: str, reading: str) -> tuple[str, str, str, str]:
    """(what stays before, what goes, what comes, what stays behind); a short reading is shown whole."""
    if len(printed) <= _LONG or not reading:
        return "", printed, reading, ""
    start, end, least = 0, 0, min(len(printed), len(reading))
    while start < least and printed[start] == reading[start]:
        start += 1
    while end < least - start and printed[-1 - end] == reading[-1 - end]:
        end += 1
    return (printed[:start], printed[start:len(printed) - end], reading[start:len(reading) - end],
            printed[len(printed) - end:])


def _plain(item: Item) -> dict[str, Any]:
    """What the page knows of an item; what is empty is left out."""
    return {key: value for key, value in as_dict(item).items() if value} | {"says": shown(item)}


def _json(data: Any) -> str:
    """JSON that no browser takes for mark-up, whatever the texts hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _text(text: str) -> str:
    """Text for the page; control characters as their pictures."""
    return escape("".join(chr(0x2400 + ord(sign)) if sign < " " and sign not in "\n\t" else sign for sign in text))


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8").rstrip("\n")


@cache
def _style() -> str:
    return _asset("desk.css")


@cache
def _script() -> str:
    parts = "\n\n".join(_asset(f"{name}.js") for name in _PARTS)
    return f'"use strict";\n(() => {{\n{parts}\n}})();'


@cache
def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


def _header(title: str) -> str:
    return f"""<a class="skip" href="#item">To the correction</a>
<header>
<h1>Review: {_text(title)}</h1>
<div class="count"><progress id="bar" max="1" value="0" aria-label="Decided"></progress><span id="count"></span></div>
<button type="button" id="open" aria-expanded="false" aria-controls="list">List</button>
<button type="button" id="save">Save decisions<kbd aria-hidden="true">s</kbd></button>
<button type="button" id="ask">Help<kbd aria-hidden="true">?</kbd></button>
<p id="warning" role="alert" hidden></p>
</header>
"""


def _navigation(items: Sequence[Item]) -> str:
    fields = [
        _select("status", "Status", _STATES), _select("order", "Order", _ORDERS),
        _select("text", "Text", _choices("all", (item.text for item in items))),
        _select("rule", "Rule", _choices("all", (item.rule for item in items))),
        _select("tier", "Tier", _choices("all", (item.tier for item in items))),
        _select("cert", "Certainty", _choices("all", (item.cert for item in items))),
    ]
    return ('<nav id="list" aria-label="Corrections">\n<div class="filter" role="search">\n'
            '<label class="wide">Filter<kbd aria-hidden="true">/</kbd> <input type="search" id="words" '
            f'autocomplete="off" spellcheck="false"></label>\n{"".join(fields)}</div>\n'
            '<div id="groups"></div>\n</nav>\n')


def _choices(every: str, values: Iterable[str]) -> list[tuple[str, str]]:
    return [("", every), *((value, value) for value in sorted({value for value in values if value}))]


def _select(name: str, label: str, choices: Iterable[tuple[str, str]]) -> str:
    options = "".join(f'<option value="{_text(value)}">{_text(words)}</option>' for value, words in choices)
    return f'<label>{label} <select id="{name}">{options}</select></label>\n'


def _correction() -> str:
    acts = (("accept", "Accept", "a"), ("reject", "Reject", "r"), ("edit", "Edit", "e"), ("unsure", "Unsure", "u"),
            ("series", "Accept series", "A"), ("clear", "Undecided", "x"), ("undo", "Undo", "z"))
    ways = (("previous", "Previous", "k"), ("next", "Next", "j"))
    return f"""<main>
<article id="item" tabindex="-1" aria-labelledby="where">
<h2 class="where" id="where">The correction</h2>
<p class="sentence" id="sentence"></p>
<div class="edit" id="editing" hidden>
<label>The reading <input type="text" id="reading" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button type="button" id="take">Take it</button> <button type="button" id="leave">Leave it</button>
</div>
<div class="readings" id="readings" role="group" aria-label="Readings"></div>
<dl class="facts" id="facts"></dl>
</article>
<div class="acts" role="group" aria-label="Decide">
{_buttons(acts)}<span class="apart"></span>
{_buttons(ways)}</div>
</main>
"""


def _buttons(acts: Iterable[tuple[str, str, str]]) -> str:
    return "".join(f'<button type="button" data-act="{act}">{label}<kbd aria-hidden="true">{key}</kbd></button>\n'
                   for act, label, key in acts)


def _beside(live: bool) -> str:
    passage = ('<section aria-labelledby="built"><h2 id="built">The passage as it is built</h2>'
               '<p class="reading" id="passage"></p><ol class="findings" id="findings"></ol>'
               '<details><summary>TEI</summary><pre id="tei" tabindex="0" role="group" aria-label="TEI of the passage">'
               '</pre></details></section>\n') if live else ""
    return f"""<aside id="side" aria-label="Beside the correction">
<figure id="image" hidden></figure>
{passage}</aside>
"""


def _dialogs() -> str:
    keys = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{escape(words)}</dd>" for key, words in _KEYS)
    return f"""<dialog id="hits" aria-labelledby="hits-title">
<h2 id="hits-title">Accept this series?</h2>
<div class="body" tabindex="0" role="group" aria-label="All of the series"><ol class="hits" id="hits-list"></ol></div>
<div class="acts"><button type="button" id="hits-yes">Accept</button>
<button type="button" id="hits-no">Cancel</button></div>
</dialog>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<div class="body" tabindex="0" role="group" aria-label="Keys and what they do">
<dl class="facts keys">{keys}</dl>
<p>What is not decided stays as it is printed, or as it is corrected already. Every decision is kept in this browser at
once; “Save decisions” gives them as a file for <code>edition apply</code>.</p>
</div>
<div class="acts"><label><input type="checkbox" id="keys" checked> Single keys decide</label>
<span class="apart"></span><button type="button" id="help-close">Close</button></div>
</dialog>
"""


def _without_script(items: Sequence[Item]) -> str:
    """The list for a reader without scripts, by rule and series; a browser that runs them does not even build it."""
    by_group = sorted(items, key=lambda item: item.group)  # stable: within a group, as ranked
    parts = []
    for (rule, series), found in groupby(by_group, key=lambda item: item.group):
        listed = list(found)
        head = f"{rule.replace('-', ' ')}{': ' + series if series else ''} ({len(listed)})"
        parts.append(f"<h2>{_text(head)}</h2>\n<ol>\n{''.join(_listed(item) for item in listed)}</ol>\n")
    return f"""<noscript><div class="bare">
<p>{counted(len(items), "correction")} to review. Deciding on this page needs scripts, which are switched off in this
browser; the list is complete without them. <code>edition review --tsv</code> makes a table to fill in instead.</p>
{''.join(parts)}</div></noscript>
"""


def _listed(item: Item) -> str:
    stays, old, new, rest = essence(item.printed, item.corrected)
    change = f"<del>{_text(old)}</del> <ins>{_text(new)}</ins>" if new else \
        f"<mark>{_text(old)}</mark> <i>[{_text(shown(item))}]</i>"
    others = " or ".join(f"“{_text(reading)}” {share:.0%}" for reading, share in item.readings)
    said = f"; {others}" if others else ""
    status = f" <strong>{item.status}</strong>" if item.status else ""
    return (f"<li>{_text(item.lead + stays)}{change}{_text(rest + item.tail)}<br>{_text(item.text)}, line {item.line}"
            f"{said}. {_text(item.reason)}{status}</li>\n")
