"""What is wrong with a document by a grammar: every fault, where it is, what was found and what was allowed there.

Validators stop at the first fault or say only where it is. Here each element is checked by its own declaration; a fault
in one does not hide those inside or beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

from lxml import etree

from edition.validation.datatypes import Datatype
from edition.validation.grammar import Declaration, Pattern
from edition.validation.grammar_file import Grammar

# The codes of what a grammar objects to.
GRAMMATICAL = ("element-unknown", "element-misplaced", "element-missing", "text-misplaced", "attribute-unknown",
               "attribute-missing", "attribute-value", "content-value", "schema")
_LISTED = 24          # so many names are listed in a message; of more, the first and the number
_QUOTED = 40          # characters of a text that a message quotes
# Elements, each with the declaration to check it by; None: the grammar does not know it.
_Children: TypeAlias = list[tuple[Any, Declaration | None]]
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Fault:
    """`node`: the element at fault, or the one whose content is. `code`: see `Explainer`. `fix`: what may mend it."""

    code: str
    message: str
    node: Any
    fix: str = ""


class Explainer:
    """Finds the faults of a document by a grammar; their codes are of GRAMMATICAL."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._patterns = grammar.patterns
        self._parents: dict[str, list[str]] = {}

    def faults(self, root: Any) -> list[Fault]:
        """Every fault, in the order of the document."""
        found: list[Fault] = []
        start = self._fitting(self._patterns.first(self._grammar.start), root)
        if not start:
            allowed = _names(self._patterns.first(self._grammar.start))
            found.append(Fault("element-misplaced", f"the document begins with <{_short(root.tag)}>; it must begin "
                                                    f"with {allowed}", root))
        return found + self.content(root, start)

    def content(self, element: Any, declaration: Declaration | None = None) -> list[Fault]:
        """Every fault in an element, wherever it may stand. `declaration`: if another than its name's."""
        found: list[Fault] = []
        rest: _Children = [(element, declaration or self._declared(element))]
        while rest:
            node, known = rest.pop()
            rest.extend(reversed(self._element(node, known, found)))
        return found

    def _element(self, node: Any, declaration: Declaration | None, found: list[Fault]) -> _Children:
        """Check one element; its children, each with the declaration to check it by."""
        if declaration is None:
            return [(child, self._declared(child)) for child in _elements(node)]
        content = self._attributes(node, declaration, found)
        if self._patterns.of_values(content):
            found.extend(self._value(node, content))
            return [(child, self._declared(child)) for child in _elements(node)]
        return self._children(node, content, found)

    # ---- attributes

    def _attributes(self, node: Any, declaration: Declaration, found: list[Fault]) -> Pattern:
        """Check the attributes; what is left of the declaration is the content."""
        left = declaration.content
        known = self._patterns.attributes(left)
        wrong = set()
        for name, value in sorted(node.attrib.items()):
            named = [one for one in known if name in one.names]
            if not named:
                names = sorted(_attribute(one.name) for one in known)
                found.append(Fault("attribute-unknown", f"<{_short(node.tag)}> has no attribute {_attribute(name)}"
                                   f"{_meant(_attribute(name), names)}; it may have {_several(names)}", node,
                                   _instead(_attribute(name), names)))
                continue
            fitting = [one for one in named if self._patterns.accepts(one.content, value)]
            if not fitting:
                wrong.add(name)
                expected = " or ".join(dict.fromkeys(self._values(one.content) for one in named))
                found.append(Fault("attribute-value", f'{_attribute(name)}="{value}" of <{_short(node.tag)}>: expected '
                                   f"{expected}", node, self._instead_of_value(value, named)))
                fitting = named
            left = self._take(left, name, fitting)
        found.extend(self._missing(node, left))
        return self._patterns.without_attributes(left, forgive=True)

    def _take(self, left: Pattern, name: str, fitting: list[Declaration]) -> Pattern:
        after = self._patterns.after(left, ("@", name, *fitting), lambda leaf: leaf.what in fitting)
        return left if after is self._patterns.none else after

    def _missing(self, node: Any, left: Pattern) -> Iterator[Fault]:
        if self._patterns.without_attributes(left) is self._patterns.none:
            for one in self._patterns.attributes(left):
                if not self._optional(left, one):
                    yield Fault("attribute-missing", f"<{_short(node.tag)}> lacks {_attribute(one.name)} "
                                f"({one.documentation or 'required'}): {self._values(one.content)}", node,
                                f'add {_attribute(one.name)[1:]}="…"')

    def _optional(self, left: Pattern, attribute: Declaration) -> bool:
        """Whether the pattern can do without this attribute, be the others as they may."""
        if left.kind == "attribute":
            return left.what is not attribute
        if left.kind == "choice":
            return any(self._optional(part, attribute) for part in left.parts)
        if left.kind in ("group", "interleave", "more"):
            return all(self._optional(part, attribute) for part in left.parts)
        return True

    def _values(self, pattern: Pattern) -> str:
        """What a value may be, in words."""
        listed = [f'"{leaf.what[1]}"' for leaf in pattern.leaves() if isinstance(leaf.what, tuple)]
        looks = [leaf.what.looks for leaf in pattern.leaves() if isinstance(leaf.what, Datatype)]
        several = "one or more, separated by spaces: " if pattern.kind == "list" else ""
        if listed and not looks:
            return several + ("one of " if len(listed) > 1 else "") + ", ".join(listed)
        return several + (" or ".join(dict.fromkeys(looks)) or "text")

    def _instead_of_value(self, value: str, named: list[Declaration]) -> str:
        """The listed value that is meant, if one is near."""
        leaves = [leaf.what for one in named for leaf in one.content.leaves()]
        return _instead(value, [leaf[1] for leaf in leaves if isinstance(leaf, tuple)])

    # ---- content

    def _children(self, node: Any, content: Pattern, found: list[Fault]) -> _Children:
        left, whole = content, True
        checked: _Children = []
        for child in _content(node):
            before = left
            if isinstance(child, str):
                left = self._after_text(left)
                if left is self._patterns.none:
                    left = before
                    found.append(self._stray_text(node, child, left))
                continue
            declaration = self._fitting(self._patterns.first(left), child)
            if declaration:
                left = self._step(left, declaration)
            else:
                fault, left = self._misplaced(node, child, left)
                found.append(fault)
                whole = False
                declaration = self._declared(child)
            checked.append((child, declaration))
        if whole and not left.nullable:
            found.append(Fault("element-missing", f"<{_short(node.tag)}> is not complete; it still needs "
                               f"{_names(self._completing(left), 'one of ')}", node))
        return checked

    def _completing(self, left: Pattern) -> tuple[Declaration, ...]:
        """What would bring the content to its end; if nothing does at once, whatever may come next."""
        allowed = self._patterns.first(left)
        return tuple(one for one in allowed if self._step(left, one).nullable) or allowed

    def _misplaced(self, node: Any, child: Any, left: Pattern) -> tuple[Fault, Pattern]:
        """The fault of a child that cannot stand where it does, and the pattern to go on with."""
        name, parent, allowed = _short(child.tag), _short(node.tag), self._patterns.first(left)
        if not self._declared(child):
            known = sorted(_short(one) for one in self._grammar.elements)
            return Fault("element-unknown", f"<{name}> (in <{parent}>) is not an element of this schema"
                         f"{_meant(name, known)}", child, _instead(name, known)), left
        for missing in allowed:
            after = self._step(left, missing)
            declaration = self._fitting(self._patterns.first(after), child)
            if declaration and not left.nullable:
                return Fault("element-missing", f"<{_short(missing.name)}> is missing in <{parent}> before <{name}>",
                             child, f"add <{_short(missing.name)}> before <{name}>"), self._step(after, declaration)
        text = "text, " if self._after_text(left) is not self._patterns.none else ""
        here = text + _names(allowed) if allowed else text.rstrip(", ") or "nothing more"
        return Fault("element-misplaced", f"<{name}> cannot stand here in <{parent}>; allowed here: {here}"
                     f"{self._where(child.tag)}", child), left

    def _stray_text(self, node: Any, text: str, left: Pattern) -> Fault:
        allowed = self._patterns.first(left)
        remedy = f"; put it into an element that may stand here: {_names(allowed)}" if allowed else "; it must be empty"
        return Fault("text-misplaced", f"<{_short(node.tag)}> holds no text of its own, found {_quoted(text)}{remedy}",
                     node)

    def _value(self, node: Any, content: Pattern) -> Iterator[Fault]:
        for child in _elements(node):
            yield Fault("element-misplaced", f"<{_short(child.tag)}> cannot stand in <{_short(node.tag)}>; it holds "
                        f"only {self._values(content)}", child)
        if not self._patterns.accepts(content, "".join(node.itertext())):
            yield Fault("content-value", f"<{_short(node.tag)}> holds {_quoted(''.join(node.itertext()))}; expected "
                        f"{self._values(content)}", node)

    def _after_text(self, left: Pattern) -> Pattern:
        return self._patterns.after(left, None, lambda leaf: leaf.kind == "text")

    def _step(self, left: Pattern, declaration: Declaration) -> Pattern:
        return self._patterns.after(left, declaration, lambda leaf: leaf.what is declaration)

    def _fitting(self, allowed: tuple[Declaration, ...], node: Any) -> Declaration | None:
        """The declaration to check an element by: of several that have its name, one that it satisfies."""
        fitting = [one for one in allowed if node.tag in one.names]
        if len(fitting) > 1:
            return next((one for one in fitting if not self._shallow(node, one)), fitting[0])
        return fitting[0] if fitting else None

    def _shallow(self, node: Any, declaration: Declaration) -> bool:
        found: list[Fault] = []
        self._element(node, declaration, found)
        return bool(found)

    def _declared(self, node: Any) -> Declaration | None:
        return next(iter(self._grammar.elements.get(node.tag, ())), None)

    def _where(self, name: str) -> str:
        """Where an element may stand, if that is a short list."""
        if not self._parents:
            for parent, declarations in sorted(self._grammar.elements.items()):
                for leaf in declarations[0].content.leaves():
                    if isinstance(leaf.what, Declaration) and leaf.kind == "element":
                        self._parents.setdefault(leaf.what.name, []).append(_short(parent))
        parents = list(dict.fromkeys(self._parents.get(name, ())))
        return f". <{_short(name)}> may stand in {_several(parents)}" if 0 < len(parents) <= _LISTED // 2 else ""


def _elements(node: Any) -> list[Any]:
    return [child for child in node if isinstance(child.tag, str)]


def _content(node: Any) -> Iterator[Any]:
    """The elements and the texts of an element; a text of white space alone is nothing."""
    for text, child in ((node.text, None), *((child.tail, child) for child in node)):
        if child is not None and isinstance(child.tag, str):
            yield child
        if text and text.strip(" \t\r\n"):
            yield text


def _short(name: str) -> str:
    return etree.QName(name).localname


def _attribute(name: str) -> str:
    return "@" + (f"xml:{name[len(_XML):]}" if name.startswith(_XML) else _short(name))


def _several(names: list[str]) -> str:
    if len(names) <= _LISTED:
        return ", ".join(names)
    return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"


def _names(allowed: tuple[Declaration, ...], lead: str = "") -> str:
    names = sorted({f"<{_short(one.name)}>" if one.names.names else "any element" for one in allowed}, key=str.casefold)
    return (lead if len(names) > 1 else "") + _several(names)


def _near(name: str, known: list[str], alike: float) -> str:
    return next(iter(get_close_matches(name, known, 1, alike)), "")


def _meant(name: str, known: list[str]) -> str:
    near = _near(name, known, 0.7)
    return f" (do you mean {near}?)" if near else ""


def _instead(name: str, known: list[str]) -> str:
    near = _near(name, known, 0.8)
    return f"write {near} instead of {name}" if near else ""


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:_QUOTED]}…”" if len(short) > _QUOTED else f"“{short}”"
