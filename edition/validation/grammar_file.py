"""Reading a RELAX NG grammar (XML syntax) from its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlparse
from urllib.request import url2pathname

from lxml import etree

from edition.validation.datatypes import RNG, Datatype
from edition.validation.grammar import Declaration, Names, Pattern, Patterns
from edition.xml_input import read_xml

_DOC = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_XML = "http://www.w3.org/XML/1998/namespace"


class UnsupportedError(Exception):
    """The grammar has something that is not read here; libxml2 may still know it."""


class Grammar:
    """A grammar: its patterns, its start, and its elements by name (`{namespace}local`)."""

    def __init__(self, file: Path) -> None:
        """Reads the file and what it includes. OSError, etree.XMLSyntaxError, UnsupportedError."""
        self.patterns = Patterns()
        self.elements: dict[str, list[Declaration]] = {}
        self._defined: dict[str, list[Any]] = {}
        self._resolved: dict[str, Pattern] = {}
        self._declarations: dict[Any, Declaration] = {}
        root = _parse(file)
        if root.tag != f"{{{RNG}}}grammar":
            raise UnsupportedError("a schema that is no grammar")
        for definition in _definitions(root):
            self._defined.setdefault(definition.get("name") or "", []).append(definition)
        self._declare()
        self.start = self._reference("")

    def _declare(self) -> None:
        """Find every element, so that one in a wrong place can be checked inside nevertheless."""
        for definitions in self._defined.values():
            for definition in definitions:
                for node in definition.iter(f"{{{RNG}}}element"):
                    declaration = self._declared(node)
                    for name in declaration.names.names:
                        self.elements.setdefault(name, []).append(declaration)

    def _declared(self, node: Any) -> Declaration:
        known = self._declarations
        if node not in known:
            documentation = " ".join((node.findtext(_DOC) or "").split())
            body = [child for child in _children(node) if not _is_name(child)]
            if node.get("name") is None:
                body = body if len(body) < len(_children(node)) else body[1:]
            make = self._text_unless(body) if node.tag.endswith("}attribute") else lambda: self._group(body)
            known[node] = Declaration(_names(node), make, documentation)
        return known[node]

    def _text_unless(self, body: list[Any]) -> Callable[[], Pattern]:
        return lambda: self._group(body) if body else self.patterns.text

    def _reference(self, name: str) -> Pattern:
        if name not in self._resolved:
            if name not in self._defined:
                raise UnsupportedError(f"the definition {name} is missing")
            nodes = self._defined[name]
            parts = [self._group(_children(node)) for node in nodes]
            mixed = any(node.get("combine") == "interleave" for node in nodes)
            self._resolved[name] = self.patterns.interleave(parts) if mixed else self.patterns.choice(parts)
        return self._resolved[name]

    def _group(self, nodes: list[Any]) -> Pattern:
        return self.patterns.group([self._pattern(node) for node in nodes])

    def _pattern(self, node: Any) -> Pattern:
        kind, make = etree.QName(node).localname, self.patterns
        if kind in ("element", "attribute"):
            return make.leaf(kind, self._declared(node))  # type: ignore[arg-type]
        if kind == "ref":
            return self._reference(node.get("name"))
        if kind in ("choice", "interleave"):
            parts = [self._pattern(child) for child in _children(node)]
            return make.choice(parts) if kind == "choice" else make.interleave(parts)
        if kind == "data":
            return make.leaf("data", _datatype(node))
        if kind == "value":
            return make.leaf("value", (_datatype(node), node.text or ""))
        return self._wrapped(kind, node)

    def _wrapped(self, kind: str, node: Any) -> Pattern:
        make = self.patterns
        if kind in ("empty", "text", "notAllowed"):
            return {"empty": make.empty, "text": make.text, "notAllowed": make.none}[kind]
        inner = self._group(_children(node))
        if kind == "group":
            return inner
        if kind == "optional":
            return make.optional(inner)
        if kind == "oneOrMore":
            return make.more(inner)
        if kind == "zeroOrMore":
            return make.optional(make.more(inner))
        if kind == "mixed":
            return make.interleave((inner, make.text))
        if kind == "list":
            return make.words(inner)
        raise UnsupportedError(kind)


def _parse(file: Path) -> Any:
    return read_xml(file.read_bytes(), file.resolve().as_uri(), remove_comments=True, remove_pis=True)


def _children(node: Any) -> list[Any]:
    return [child for child in node if child.tag.startswith(f"{{{RNG}}}") and not child.tag.endswith("}param")]


def _definitions(node: Any) -> Iterator[Any]:
    """The definitions of a grammar, those of its divisions and of the files it includes."""
    for child in _children(node):
        kind = etree.QName(child).localname
        if kind in ("start", "define"):
            yield child
        elif kind == "div":
            yield from _definitions(child)
        elif kind == "include":
            place = urlparse(urljoin(child.base or "", child.get("href")))
            if place.scheme != "file":
                raise UnsupportedError(f"a grammar from elsewhere ({child.get('href')})")
            changed = {(own.tag, own.get("name")) for own in _definitions(child)}
            included = _parse(Path(url2pathname(unquote(place.path))))
            yield from (one for one in _definitions(included) if (one.tag, one.get("name")) not in changed)
            yield from _definitions(child)
        else:
            raise UnsupportedError(kind)


def _inherited(node: Any, name: str) -> str:
    for one in (node, *node.iterancestors()):
        if one.get(name) is not None:
            return str(one.get(name))
    return ""


def _datatype(node: Any) -> Datatype:
    if any(child.tag == f"{{{RNG}}}except" for child in node):
        raise UnsupportedError("data with an exception")
    params = tuple((child.get("name"), child.text or "") for child in node if child.tag == f"{{{RNG}}}param")
    if node.get("type") is None:
        return Datatype("token")
    return Datatype(node.get("type"), _inherited(node, "datatypeLibrary"), params)


def _is_name(node: Any) -> bool:
    return etree.QName(node).localname in ("name", "anyName", "nsName")


def _names(node: Any) -> Names:
    """The name class of an element or attribute: its @name, or its first child."""
    own = node.get("name")
    if own is None:
        return _name_class(_children(node)[0])
    # An attribute without a prefix is in no namespace, whatever the grammar's own.
    namespace = node.get("ns", "") if node.tag.endswith("}attribute") else _inherited(node, "ns")
    return Names((_expanded(node, own, namespace),))


def _expanded(node: Any, name: str, namespace: str) -> str:
    prefix, colon, local = name.strip().rpartition(":")
    if colon:
        namespace = _XML if prefix == "xml" else node.nsmap.get(prefix, "")
    return f"{{{namespace}}}{local}" if namespace else local


def _name_class(node: Any) -> Names:
    kind = etree.QName(node).localname
    if kind == "name":
        return Names((_expanded(node, node.text or "", _inherited(node, "ns")),))
    if kind == "choice":
        parts = [_name_class(child) for child in _children(node)]
        tests = [part.wild for part in parts if part.wild]
        listed = tuple(name for part in parts for name in part.names)
        return Names(listed, (lambda name: any(test(name) for test in tests)) if tests else None)
    space = _inherited(node, "ns")
    exceptions = [_name_class(child) for out in _children(node) for child in _children(out)]
    return Names((), lambda name: (kind == "anyName" or (etree.QName(name).namespace or "") == space)
                 and not any(name in out for out in exceptions))
