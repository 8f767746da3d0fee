"""The refsDecl: how a passage is cited, by the divisions and blocks that the text really has."""

from __future__ import annotations

from collections.abc import Iterable

from edition.header.xml import Xml, block, inline
from edition.regex import regex

# The elements that are cited, where they have an xml:id and stand in one that is cited (a figure may be without text).
CITED = {
    "front": "front", "back": "back", "div": "division", "p": "paragraph", "ab": "block", "sp": "speech",
    "lg": "stanza", "l": "line", "quote": "quotation", "cit": "quotation", "list": "list", "item": "item",
    "table": "table", "titlePage": "titlepage", "castList": "castlist", "epigraph": "epigraph",
    "argument": "argument", "postscript": "postscript"}
_PARTS = ("body", "front", "back")  # the first tree is the one that a reader of citeStructure takes unless told
TREES = (*_PARTS, "notes")
_NAME = regex(r"[A-Za-z_]\w*")      # some readers make a name of their own of the unit
_KIND = "http://purl.org/dc/terms/type"
Step = tuple[str, str]              # an element and its @type


def references(paths: Iterable[tuple[Step, ...]], notes: bool, stepwise: bool = True) -> list[Xml]:
    """A refsDecl for each part of the text, and one for its notes.

    `paths`: from `front`, `body` or `back` to each citable element. A reference is the xml:id of its passage, put
    together step by step. Each level is one citeStructure, whatever elements stand in it, and each tree a refsDecl of
    its own: readers that look no further than the first of several still read all of it. Where ids have stayed with
    passages that moved they are no steps of a way (not `stepwise`): then each tree has one level, and the whole id.
    """
    found = list(paths)
    make = _tree if stepwise else _flat
    trees = [make(part, [path for path in found if path[0][0] == part]) for part in _PARTS]
    if notes:
        match = "/TEI/text//note[@xml:id][not(@type='apparatus' or @place='inline')]"
        trees.append(block("refsDecl", block("citeStructure", unit="note", match=match, use="@xml:id"), n="notes"))
    declared = [tree for tree in trees if tree]
    return declared or [block("refsDecl", inline("p", "Blocks are cited by their xml:id."))]


def _tree(part: str, paths: list[tuple[Step, ...]]) -> Xml:
    """The refsDecl of front, body or back; empty where nothing in it is cited. Front and back are cited themselves."""
    if part == "body":
        paths, above = [path[1:] for path in paths], "/TEI/text/body/"
    else:
        above = "/TEI/text/"
    inner = Xml()
    for depth in range(max(map(len, paths), default=0) - 1, -1, -1):
        inner = _structure({path[depth] for path in paths if len(path) > depth}, "" if depth else above, inner)
    return block("refsDecl", inner, n=part) if inner else Xml()


def _flat(part: str, paths: list[tuple[Step, ...]]) -> Xml:
    """The same with all that is cited in one row."""
    level = {path[-1] for path in paths}
    if not level:
        return Xml()
    tests = " or ".join(f"self::{name}" for name in sorted({name for name, _ in level}))
    match = f"/TEI/text/{part}/descendant-or-self::*[{tests}][@xml:id]" \
            f"[not(ancestor::*[ancestor::text][not(self::body or {tests})])]"
    said = inline("citeData", property=_KIND, use="(@type, local-name())[1]")
    return block("refsDecl", block("citeStructure", said, unit="passage", match=match, use="@xml:id"), n=part)


def _structure(level: set[Step], above: str, inner: Xml) -> Xml:
    """A citeStructure: the outer match must begin with "/" and the inner ones must not (DTS 1.0)."""
    names = sorted({name for name, _ in level})
    match = names[0] if len(names) == 1 else f"*[{' or '.join(f'self::{name}' for name in names)}]"
    # The last step of an id, without a way through its parent: some readers split a path at every slash.
    use = {"use": "@xml:id"} if above else {"use": r"replace(@xml:id, '.*\.', '')", "delim": "."}
    unit = _unit(level)
    many = unit in ("division", "passage")
    said = inline("citeData", property=_KIND, use="(@type, local-name())[1]") if many else Xml()
    return block("citeStructure", said, inner, unit=unit, match=f"{above}{match}[@xml:id]", **use)


def _unit(level: set[Step]) -> str:
    """What a level is called: by the type of its divisions or the kind of its blocks, if there is but one."""
    names, types = {CITED[name] for name, _ in level}, {type for _, type in level}
    if len(names) > 1:
        return "passage"
    only = types.pop() if len(types) == 1 else ""
    return only if names == {"division"} and _NAME.fullmatch(only) else names.pop()


__all__ = ["CITED", "TREES", "Step", "references"]
