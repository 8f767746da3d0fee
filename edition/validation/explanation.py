"""What is wrong with a document by a grammar: every fault, where it is, what was found and what was allowed there.

Validators stop at the first fault or say only where it is. Here each element is checked by its own declaration; a fault
in one does not hide those inside or beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from edition.validation.datatypes import Datatype
from edition.validation.grammar import Declaration, Pattern
from edition.validation.grammar_file import Grammar
from edition.validation.strangers import Fault, Strangers
from edition.validation.wording import at, date_instead, instead, local, meant, quoted, several, tags

# The codes of what a grammar objects to.
GRAMMATICAL = ("namespace-wrong", "element-unknown", "element-misplaced", "element-missing", "text-misplaced",
               "attribute-unknown", "attribute-missing", "attribute-value", "content-value", "schema")
_WRAPPERS = ("p", "ab", "item", "row", "cell", "l")
_PLAIN = ("p", "ab")  # elements that say no more than that here is text
_ROWS = 200           # so many ways to an end are tried
_PARENTS = 12         # so many places of an element are listed; of more, none
# Elements, each with the declaration to check it by; None: the grammar does not know it.
_Children: TypeAlias = list[tuple[Any, Declaration | None]]


class Explainer:
    """Finds the faults of a document by a grammar; their codes are of GRAMMATICAL."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._patterns = grammar.patterns
        self._parents: dict[str, list[str]] = {}
        self._said: dict[tuple[Pattern, str, str], tuple[str, str]] = {}
        self._strangers = Strangers(grammar.elements)

    def faults(self, root: Any) -> list[Fault]:
        """Every fault, in the order of the document."""
        found: list[Fault] = []
        start = self._fitting(self._patterns.first(self._grammar.start), root)
        if not start:
            found.append(self._strangers.root(root, self._patterns.first(self._grammar.start)))
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
                names = tuple(sorted(at(one.name) for one in known))
                found.append(Fault("attribute-unknown", f"<{local(node.tag)}> has no attribute {at(name)}"
                                   f"{meant(at(name), names)}; it may have {several(names)}", node,
                                   instead(at(name), names), name))
                continue
            fitting = [one for one in named if self._patterns.accepts(one.content, value)]
            if not fitting:
                wrong.add(name)
                expected = " or ".join(dict.fromkeys(self._values(one.content) for one in named))
                found.append(Fault("attribute-value", f'{at(name)}="{value}" of <{local(node.tag)}>: expected '
                                   f"{expected}", node, self._instead_of_value(value, named), name))
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
                    yield Fault("attribute-missing", f"<{local(node.tag)}> lacks {at(one.name)} "
                                f"({one.documentation or 'required'}): {self._values(one.content)}", node,
                                f'add {at(one.name)[1:]}="…"')

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
        """The listed value that is meant, if one is near; a day as TEI has it."""
        leaves = [leaf.what for one in named for leaf in one.content.leaves()]
        listed = instead(value, tuple(leaf[1] for leaf in leaves if isinstance(leaf, tuple)))
        if not listed and any(isinstance(leaf, Datatype) and leaf.name == "date" for leaf in leaves):
            return date_instead(value)
        return listed

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
            found.append(Fault("element-missing", f"<{local(node.tag)}> is not complete; it still needs "
                               f"{self._completing(left)}", node))
        return checked

    def _completing(self, left: Pattern) -> str:
        """What would bring the content to its end: one of several elements, or the shortest row of them."""
        allowed = self._patterns.first(left)
        at_once = tuple(one for one in allowed if self._step(left, one).nullable)
        if at_once:
            return tags(at_once, "one of ")
        rows: list[tuple[Pattern, tuple[Declaration, ...]]] = [(left, ())]
        seen = {left}
        for pattern, row in rows:  # which grows as it goes
            for one in self._patterns.first(pattern):
                after = self._step(pattern, one)
                if after.nullable:
                    return ", then ".join(f"<{local(step.name)}>" for step in (*row, one))
                if after not in seen and len(seen) < _ROWS:
                    seen.add(after)
                    rows.append((after, (*row, one)))
        return tags(allowed, "one of ")

    def _misplaced(self, node: Any, child: Any, left: Pattern) -> tuple[Fault, Pattern]:
        """The fault of a child that cannot stand where it does, and the pattern to go on with."""
        if not self._declared(child):
            return self._strangers.unknown(child, local(node.tag)), left
        key = left, node.tag, child.tag
        if key not in self._said:  # a fault that comes ten thousand times is put into words once
            missing = None if left.nullable else self._missing_before(child, left)
            if missing:
                name, before = local(missing[0].name), local(child.tag)
                return Fault("element-missing", f"<{name}> is missing in <{local(node.tag)}> before <{before}>", child,
                             f"add <{name}> before <{before}>"), missing[1]
            self._said[key] = self._elsewhere(node, child, left)
        message, fix = self._said[key]
        return Fault("element-misplaced", message, child, fix), left

    def _missing_before(self, child: Any, left: Pattern) -> tuple[Declaration, Pattern] | None:
        """The one element without which a child cannot stand where it does, and what is left after both."""
        for missing in self._patterns.first(left):
            after = self._step(left, missing)
            declaration = self._fitting(self._patterns.first(after), child)
            if declaration:
                return missing, self._step(after, declaration)
        return None

    def _elsewhere(self, node: Any, child: Any, left: Pattern) -> tuple[str, str]:
        """Of an element in the wrong place what may stand there and where it may stand; and what will mend it."""
        allowed = self._patterns.first(left)
        text = "text, " if self._after_text(left) is not self._patterns.none else ""
        here = text + tags(allowed) if allowed else text.rstrip(", ") or "nothing more"
        return (f"<{local(child.tag)}> cannot stand here in <{local(node.tag)}>; allowed here: {here}"
                f"{self._where(child.tag)}", self._otherwise(node, child, allowed, bool(text)))

    def _otherwise(self, node: Any, child: Any, allowed: tuple[Declaration, ...], text: bool) -> str:
        """What will likely mend an element in the wrong place."""
        name = local(child.tag)
        if child.tag == node.tag:
            return f"end the first <{name}> before it, with </{name}>"
        wrapper = self._wrapper(allowed, lambda content: self._fitting(self._patterns.first(content), child))
        if wrapper:
            return f"put it into <{wrapper}>"
        return f"leave out <{name}> and </{name}>, and keep what stands between them" if text and name in _PLAIN else ""

    def _wrapper(self, allowed: tuple[Declaration, ...], holds: Callable[[Pattern], object]) -> str:
        """An everyday element that may stand here and holds what may not."""
        for name in _WRAPPERS:
            for one in allowed:
                if local(one.name) == name and holds(self._patterns.without_attributes(one.content, forgive=True)):
                    return name
        return ""

    def _stray_text(self, node: Any, text: str, left: Pattern) -> Fault:
        allowed = self._patterns.first(left)
        remedy = f"; put it into an element that may stand here: {tags(allowed)}" if allowed else "; it must be empty"
        wrapper = self._wrapper(allowed, lambda content: self._after_text(content) is not self._patterns.none)
        return Fault("text-misplaced", f"<{local(node.tag)}> holds no text of its own, found {quoted(text)}{remedy}",
                     node, f"put it into <{wrapper}>" if wrapper else "")

    def _value(self, node: Any, content: Pattern) -> Iterator[Fault]:
        for child in _elements(node):
            yield Fault("element-misplaced", f"<{local(child.tag)}> cannot stand in <{local(node.tag)}>; it holds "
                        f"only {self._values(content)}", child)
        if not self._patterns.accepts(content, "".join(node.itertext())):
            yield Fault("content-value", f"<{local(node.tag)}> holds {quoted(''.join(node.itertext()))}; expected "
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
                        self._parents.setdefault(leaf.what.name, []).append(local(parent))
        parents = list(dict.fromkeys(self._parents.get(name, ())))
        return f". <{local(name)}> may stand in {several(parents)}" if 0 < len(parents) <= _PARENTS else ""


def _elements(node: Any) -> list[Any]:
    return [child for child in node if isinstance(child.tag, str)]


def _content(node: Any) -> Iterator[Any]:
    """The elements and the texts of an element; a text of white space alone is nothing."""
    for text, child in ((node.text, None), *((child.tail, child) for child in node)):
        if child is not None and isinstance(child.tag, str):
            yield child
        if text and text.strip(" \t\r\n"):
            yield text
