"""A page carries of the style sheet the rules that it needs, of the script no idle space, and weighs little."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

import pytest
from rendering import render

from edition.making.conversion import convert
from edition.rendering.outputs import render_all
from edition.rendering.script import shortened, spaceless
from edition.rendering.sheet import elements, needed, squeezed
from edition.rendering.tei import Tei
from edition.settings.metadata import load_edition

SAMPLE = (Path(__file__).parent / "xslt" / "everything.xml").read_bytes()
PAGE = elements('<section class="div part"><p class="l" id="p1"><a role="doc-noteref" href="#n1">1</a></p></section>')


@pytest.mark.parametrize("rule", [
    "p{margin:0}",
    ".l{margin:0}",
    "p.l:first-child::before{content:\"a, b: c\"}",
    "#p1{margin:0}",
    "[role=doc-noteref]{margin:0}",
    "a:not(.x,:has(>.y)):hover{margin:0}",
    ".div.part>p+p~p a{margin:0}",
    "section:is(.x,.part) p{margin:0}",
    ":root:has(#p1:checked) p{margin:0}",
    "*{margin:0}",
    "@media (min-width:52rem){p{margin:0 calc(1rem + 2px)}}",
    "@page{margin:2cm;@bottom-center{content:counter(page)}}",
])
def test_a_rule_that_may_match_is_kept(rule: str) -> None:
    assert needed(rule, PAGE) == rule


@pytest.mark.parametrize("rule", [
    "table{margin:0}",
    ".lg{margin:0}",
    "a.l{margin:0}",
    "#p2{margin:0}",
    "[role=doc-toc]{margin:0}",
    "p:has(> .y){margin:0}",
    "section:is(.x,.y) p{margin:0}",
    ".lg p{margin:0}",
    "@media (min-width:52rem){table{margin:0}}",
])
def test_a_rule_that_cannot_match_goes(rule: str) -> None:
    assert needed(rule, PAGE) == ""


def test_of_several_selectors_those_stay_that_may_match() -> None:
    assert needed("h2, p, :is(td, a)\n{ margin: 0 .5rem;\n  padding: 0; }\n", PAGE) == \
        "p,:is(td,a){margin:0 .5rem;padding:0}"


def test_quoted_text_keeps_its_spaces() -> None:
    assert squeezed("""a = "b = c" + 'd : e' + `f ; g` ;""", "=+;:") == """a="b = c"+'d : e'+`f ; g`;"""


def test_what_a_module_declares_is_called_by_a_letter() -> None:
    module = 'const all = list => [...list.all, "all"];\nfor (const [one] of all(x)) one.list = all(...all)'
    assert shortened(module) == 'const a = b => [...b.all, "all"];\nfor (const [c] of a(x)) c.list = a(...a)'


def test_a_script_has_no_idle_space() -> None:
    assert spaceless('if (a) {\n  b = "c ; d";\n}\nconst e = f - g;\n') == 'if(a){b="c ; d"}const e=f - g;'


@pytest.mark.parametrize("to", ["html", "diplomatic"])
def test_the_policy_of_a_page_allows_the_very_style_and_script_it_has(to: str) -> None:
    page = render(SAMPLE, to, "all")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    for element, source in (("style", "style-src"), ('script type="module"', "script-src")):
        text = re.findall(rf"<{element}>(.*?)</{element.split()[0]}>", page, re.DOTALL)[-1]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{source} 'sha256-{digest}'" in policy


# The parts of an essay's page, each from where to where.
PARTS = {"head": ("<head>", "<style>"), "styles": ("<style>", "</style>"),
         "script": ('<script type="module">', "</script>"), "navigation": ("<header>", "</header>"),
         "text": ("<div id=text", "<section id=notes"), "notes": ("<section id=notes", "<section id=corr"),
         "register": ("<section id=corr", "<section id=persons"), "persons": ("<section id=persons", "</main>"),
         "foot": ("<footer>", "</footer>")}


def test_a_page_of_an_essay_is_small_enough_for_a_slow_line(seeds: list[Path]) -> None:
    """25,000 bytes as sent for a text of 44,000 characters, with its apparatus. `pytest -rP` prints the weights."""
    seed = next(seed for seed in seeds if seed.stem.startswith("essay"))
    page = render_all(Tei(convert(seed, load_edition(seed.parent)).tei, seed.stem))["index.html"].decode()
    rows, whole = [], len(gzip.compress(page.encode(), 9))
    for name, (start, end) in PARTS.items():
        at = page.index(start)
        until = page.index(end, at)
        rows.append((name, until - at, whole - len(gzip.compress((page[:at] + page[until:]).encode(), 9))))
    weights = "\n".join(f"{name:10} {raw:6,} {sent:6,}" for name, raw, sent in [*rows, ("page", len(page), whole)])
    print(f"\npart          raw   sent\n{weights}")
    assert whole <= 25_000, weights
