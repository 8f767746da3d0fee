"""A style sheet cut to one page: the rules whose selectors may match something there, without idle white space."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree, html

from edition.regex import regex

# What a selector can ask of one element: `p`, `.corr`, `#notes`, `[title]`, `[role=doc-toc]`.
Names = frozenset[str]

# A rule, or an at-rule with rules in it: what stands before the brace, and what between the braces.
_RULE = regex(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
# A comma behind which every bracket is closed again.
_ALTERNATIVES = regex(r",\s*(?=(?:[^()]|\((?:[^()]|\([^()]*\))*\))*$)")
_NOT = regex(r":not\((?:[^()]|\([^()]*\))*\)")
_ANY_OF = regex(r":(?:is|where|has)\(([^()]*)\)")
_STATE = regex(r"::?[\w-]+(?:\([^()]*\))?")
_COMBINATOR = regex(r"[\s>+~]+")
_NAME = regex(r"\[[^\]]*\]|[.#]?[\w-]+")


def elements(page: str) -> set[Names]:
    """The elements of an HTML page as selectors see them, each kind once; an id is by itself."""
    found: set[Names] = set()
    for element in html.document_fromstring(page).iter(etree.Element):
        classes = (f".{name}" for name in element.get("class", "").split())
        attributes = (f"[{name}]" for name in map(str, element.attrib))
        values = (f"[{name}={element.get(name)}]" for name in ("role", "value"))
        found.add(frozenset({str(element.tag), *classes, *attributes, *values}))
        found.add(frozenset({f"#{element.get('id')}"}))
    return found


def needed(css: str, elements: Iterable[Names]) -> str:
    """The rules of a style sheet without comments that a page with these elements may need."""
    return "".join(f"{head}{{{block}}}" for head, block in
                   (_kept(rule[1].strip(), rule[2], elements) for rule in _RULE.finditer(css)) if head and block)


def _kept(head: str, block: str, elements: Iterable[Names]) -> tuple[str, str]:
    """A rule with those of its selectors, or of the rules in it, that are needed; nothing where none is."""
    if head.startswith(("@media", "@supports")):
        return squeezed(head, ":"), needed(block, elements)
    if not head.startswith("@"):
        kept = (one for one in _ALTERNATIVES.split(head) if _may_match(one, elements))
        head = squeezed(",".join(kept), ">+~,")
    return head, squeezed(block.strip().rstrip(";"), ";,:{}")


def _may_match(selector: str, elements: Iterable[Names]) -> bool:
    """Whether there is an element for each part of a selector; its state, and what stands in what, is not asked."""
    selector = _NOT.sub("", selector)
    while found := _ANY_OF.search(selector):
        if not any(_may_match(one, elements) for one in _ALTERNATIVES.split(found[1])):
            return False
        selector = selector[:found.start()] + selector[found.end():]
    parts = (set(_NAME.findall(part)) for part in _COMBINATOR.split(_STATE.sub("", selector)))
    return all(any(part <= element for element in elements) for part in parts)


def squeezed(text: str, signs: str) -> str:
    """A text without the white space around signs outside of quotation marks."""
    signs = re.escape(signs)
    return re.sub(rf"""("[^"\n]*"|'[^'\n]*'|`[^`]*`)|\s*([{signs}]+)\s*""", lambda found: found[1] or found[2], text)
