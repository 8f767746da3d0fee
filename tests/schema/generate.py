"""Random documents that a grammar allows, and small changes to them. The same seed gives the same document."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

from lxml import etree

from edition.validation.datatypes import Datatype
from edition.validation.grammar import Declaration, Pattern
from edition.validation.grammar_file import Grammar

TEI = "http://www.tei-c.org/ns/1.0"
_WORDS = ("the", "column", "“Whistle”", "employés", "1929", "Ж", "&", "<", "—", "net-work")
_SAMPLES: dict[str, tuple[str, ...]] = {
    "anyURI": ("#x1", "#x2", "https://example.org/a", "#x3"), "NCName": ("edition", "a-b"), "language": ("en", "de-AT"),
    "nonNegativeInteger": ("0", "7", "120"), "boolean": ("true", "false"), "date": ("1929-03-20",), "gYear": ("1929",),
    "gYearMonth": ("1929-03",), "dateTime": ("1929-03-20T12:00:00",), "string": ("3", "a b", "×"),
}
_PATTERNS = {r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": ("0.1.0", "2"), r".+": (".", "a b")}


class Generator:
    """Walks through the patterns of a grammar by chance; the deeper, the shorter."""

    def __init__(self, grammar: Grammar, seed: int, depth: int = 10, size: int = 60,
                 seen: Counter[str] | None = None) -> None:
        """`seen`: elements of earlier documents; what was rare there is preferred here."""
        self._grammar = grammar
        self._patterns = grammar.patterns
        self._random = random.Random(seed)
        self._depth = depth
        self._size = self._left = size
        self._seen: Counter[str] = Counter() if seen is None else seen
        self._ids = 0

    def document(self) -> Any:
        """A whole document."""
        start = self._patterns.first(self._grammar.start)[0]
        root = etree.Element(start.name, nsmap={None: TEI})
        self._fill(root, start, 0)
        return root

    def text(self) -> Any:
        """The text of a document, with front and back, without its header: soon made."""
        declaration = self._grammar.elements[f"{{{TEI}}}text"][0]
        root = etree.Element(declaration.name, nsmap={None: TEI})
        self._fill(root, declaration, 1)
        return root

    def _fill(self, node: Any, declaration: Declaration, depth: int) -> None:
        left = self._patterns.without_attributes(self._attributes(node, declaration), forgive=True)
        self._left -= 1
        self._seen[declaration.name] += 1
        if self._patterns.of_values(left):
            node.text = self._value(left)
            return
        room = self._random.choice((0, 1, 2, 4, 7)) if depth < self._depth else 0
        while True:
            # Each part of the header, and the text's front, body and back, may be of this size.
            self._left = self._size if depth <= 2 else self._left
            text = self._patterns.after(left, None, lambda leaf: leaf.kind == "text")
            if text is not self._patterns.none and self._random.random() < 0.5:
                _append(node, self._random.choice(_WORDS))
                left = text
            allowed = self._patterns.first(left)
            if not allowed or (left.nullable and (room <= 0 or self._left <= 0)):
                return
            room -= 1
            child = self._pick(allowed, left, room, depth)
            left = self._patterns.after(left, child, lambda leaf, child=child: leaf.what is child)
            self._fill(etree.SubElement(node, child.name if child.names.names else "any"), child, depth + 1)

    def _pick(self, allowed: tuple[Declaration, ...], left: Pattern, room: int, depth: int) -> Declaration:
        if depth < self._depth and room > 0 and self._left > 0:
            return min(self._random.choices(allowed, k=3), key=lambda one: self._seen[one.name])
        # Out of room: what brings the end nearer and needs nothing inside it.
        return min(allowed, key=lambda one: (
            not self._after(left, one).nullable, self._needs(one), self._random.random()))

    def _after(self, left: Pattern, one: Declaration) -> Pattern:
        return self._patterns.after(left, one, lambda leaf: leaf.what is one)

    def _needs(self, one: Declaration) -> bool:
        return not self._patterns.without_attributes(one.content, forgive=True).nullable

    def _attributes(self, node: Any, declaration: Declaration) -> Pattern:
        left = declaration.content
        for attribute in self._patterns.attributes(left):
            closed = self._patterns.after(left, ("@", attribute), lambda leaf, one=attribute: leaf.what is one)
            wanted = self._random.random() < 0.15 or self._required(left, attribute)
            if not (wanted and attribute.names.names) or closed is self._patterns.none:
                continue
            node.set(attribute.name, self._value(attribute.content))
            left = closed
        return left

    def _required(self, left: Pattern, attribute: Declaration) -> bool:
        if left.kind == "attribute":
            return left.what is attribute
        return left.kind in ("group", "interleave") and any(self._required(part, attribute) for part in left.parts)

    def _value(self, pattern: Pattern) -> str:
        if pattern.kind == "choice":
            return self._value(self._random.choice(pattern.parts))
        if pattern.kind == "more":
            return " ".join(self._value(pattern.parts[0]) for _ in range(self._random.choice((1, 1, 2))))
        if pattern.kind == "list":
            return self._value(pattern.parts[0])
        if isinstance(pattern.what, tuple):
            return pattern.what[1]
        if pattern.kind in ("group", "interleave"):
            return " ".join(self._value(part) for part in pattern.parts)
        if pattern.kind in ("text", "empty"):
            return self._random.choice(_WORDS) if pattern.kind == "text" else ""
        assert isinstance(pattern.what, Datatype), pattern
        if pattern.what.name == "ID":
            self._ids += 1
            return f"x{self._ids}"
        samples = _PATTERNS.get(dict(pattern.what.params).get("pattern", "")) or _SAMPLES.get(pattern.what.name)
        return self._random.choice(samples or ("word", "a-b", "gloss"))


def mutate(root: Any, seed: int) -> None:
    """One small change, which may do harm or not: an element gone, moved or renamed, a text or attribute more."""
    chance = random.Random(seed)
    nodes = [node for node in root.iter("*") if node.getparent() is not None]
    node, other = chance.choice(nodes), chance.choice(nodes)
    kind = chance.choice(("drop", "rename", "text", "attribute", "value", "swap", "copy", "lose"))
    if kind == "drop":
        node.getparent().remove(node)
    elif kind == "rename":
        node.tag = chance.choice((other.tag, f"{{{TEI}}}nothing", "p"))
    elif kind == "text":
        _append(node, chance.choice(("stray", " ", "\u00a0")))
    elif kind == "attribute":
        name = chance.choice(("type", "who", "foo", "n", "when", "part", "target"))
        node.set(name, chance.choice(("x", "a b", "", "#p")))
    elif kind == "value" and node.attrib:
        node.set(chance.choice(sorted(node.attrib)), chance.choice(("", "x y", "12", "#p", "1929")))
    elif kind == "lose" and node.attrib:
        del node.attrib[chance.choice(sorted(node.attrib))]
    elif kind == "swap":
        node.getparent().insert(0, node)
    elif kind == "copy" and node not in other.iterancestors() and node is not other:
        twin = etree.fromstring(etree.tostring(node, with_tail=False))
        for one in twin.iter("*"):
            one.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
        other.append(twin)


def _append(node: Any, text: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + text
    else:
        node.text = (node.text or "") + text
