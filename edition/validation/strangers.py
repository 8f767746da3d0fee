"""Elements that a grammar does not know: what they are likely to be, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from edition.validation.grammar import Declaration
from edition.validation.wording import instead, local, meant, namespace, tags

_XINCLUDE = "http://www.w3.org/2001/XInclude"
_XINCLUDE_FIX = "nothing is included here: put what it names in its place (xmllint --xinclude does), and check that"
# Elements of HTML that people write from habit, and those of TEI that mean the same.
_HABITS = {"a": "ref", "b": "hi", "blockquote": "quote", "br": "lb", "em": "emph", "i": "hi", "img": "graphic",
           "li": "item", "ol": "list", "span": "seg", "strong": "emph", "td": "cell", "th": "cell", "tr": "row",
           "ul": "list", **{f"h{level}": "head" for level in range(1, 7)}}
# Elements that others begin with, and what they tell.
_OTHER_ROOTS = {"TEI.2": " (this is TEI P4; it has to be converted to P5 first)", "html": " (this is HTML)"}


@dataclass(frozen=True)
class Fault:
    """`node`: the element at fault, or the one whose content is. `code`: see `Explainer`. `fix`: what may mend it.
    `attribute`: the name of the one at fault."""

    code: str
    message: str
    node: Any
    fix: str = ""
    attribute: str = ""


class Strangers:
    """Tells of elements that a grammar with some `elements` (by name) does not know."""

    def __init__(self, elements: Collection[str]) -> None:
        self._by_local: dict[str, list[str]] = {}
        for one in elements:
            self._by_local.setdefault(local(one), []).append(one)
        self._known = tuple(sorted(self._by_local))
        self._spaces = {namespace(one) for one in elements}

    def root(self, root: Any, allowed: tuple[Declaration, ...]) -> Fault:
        """The fault of a document that begins with another element."""
        name = local(root.tag)
        stranger = _stranger(root, [one.name for one in allowed if local(one.name) == name])
        if stranger:
            return replace(stranger, message=f"{stranger.message}. Until then nothing of it can be checked")
        known = tuple(sorted(local(one.name) for one in allowed))
        return Fault("element-misplaced", f"the document begins with <{name}>{_OTHER_ROOTS.get(name, '')}; it must "
                     f"begin with {tags(allowed)}", root, instead(name, known))

    def unknown(self, child: Any, parent: str) -> Fault:
        """The fault of an element that the schema does not have."""
        name, space = local(child.tag), namespace(child.tag)
        stranger = _stranger(child, self._by_local.get(name, ()))
        if stranger:
            return stranger
        if space and space not in self._spaces:
            fix = _XINCLUDE_FIX if space == _XINCLUDE else ""
            shown = f"{child.prefix}:{name}" if child.prefix else name
            return Fault("element-unknown", f"<{shown}> (in <{parent}>) is of the namespace {space}, of which this "
                         "schema has no element", child, fix)
        habit = _HABITS.get(name, "")
        if habit in self._by_local:
            return Fault("element-unknown", f"<{name}> (in <{parent}>) is an element of HTML, and not of this schema",
                         child, f"write {habit} instead of {name}")
        return Fault("element-unknown", f"<{name}> (in <{parent}>) is not an element of this schema"
                     f"{meant(name, self._known)}", child, instead(name, self._known))


def _stranger(node: Any, known: Iterable[str]) -> Fault | None:
    """The fault of an element that would be known in another namespace. `known`: those with its local name."""
    name, space = local(node.tag), namespace(node.tag)
    right = next((namespace(one) for one in known if namespace(one) != space), None)
    if right is None:
        return None
    return Fault("namespace-wrong", f"<{name}> is in {f'the namespace {space}' if space else 'no namespace'}, and not "
                 f"in that of this schema, {right}", node, f'write xmlns="{right}" ' + (
                     f'instead of xmlns="{space}"' if space in node.nsmap.values() else
                     "in the start tag of the document's first element, and no other xmlns"))
