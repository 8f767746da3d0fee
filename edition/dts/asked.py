"""Answers of a DTS 1.0 server to questions with parameters about the texts of a site: ranges, siblings, any depth."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from edition.dts.api import CONTEXT, FOLDER, Json, unit_told, wrapped
from edition.dts.units import Tree, Unit, trees
from edition.rendering.tei import read_tei

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TEMPLATES = {"collection": ("id", "{&nav,page}"), "navigation": ("resource", "{&ref,start,end,down,tree}"),
              "document": ("resource", "{&ref,start,end,tree}")}
Query = Mapping[str, str]


class UnansweredError(Exception):
    """A question that has no answer: the status says why, and a sentence."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Service:
    """The texts of a site that was built with the output `dts`, in the folder `root`; `base`: its address."""

    def __init__(self, root: Path, base: str) -> None:
        self.root, self.base = root, f"{base}{FOLDER}/"

    def entry(self) -> Json:
        """The entry point."""
        return {**CONTEXT, "@id": self.base, "@type": "EntryPoint",
                "collection": f"{self.base}collection{{?id,nav,page}}",
                "navigation": f"{self.base}navigation{{?resource,ref,start,end,down,tree}}",
                "document": f"{self.base}document{{?resource,ref,start,end,tree}}"}

    def collection(self, query: Query) -> Json:
        """The collection, or a text. What of it is at which address is told for questions like this one."""
        nav, page = query.get("nav", ""), query.get("page", "")
        steps = [one for one in (query.get("id", ""), nav if nav != "children" or query.get("id") else "", page) if one]
        if nav not in ("", "children", "parents") or (page and not page.isdecimal()):
            raise UnansweredError(HTTPStatus.BAD_REQUEST, "nav is children or parents, page a number")
        path = self.root / FOLDER / Path("collection", *steps[:-1] or ["."], f"{steps[-1]}.json") if steps else \
            self.root / FOLDER / "collection.json"
        if any("/" in one or one.startswith(".") for one in steps) or not path.is_file():
            raise UnansweredError(HTTPStatus.NOT_FOUND, "there is no such collection or text")
        found: Json = self._addressed(json.loads(path.read_bytes()), query)
        return found

    def navigation(self, query: Query) -> Json:
        """What can be cited of a text: a passage, its siblings, what is in it, or what lies between two."""
        down = _down(query)
        name, tree, language = self._tree(query)
        ends = {key: _found(tree, query[key]) for key in ("ref", "start", "end") if key in query}
        if down is None and not ends and tree.units:
            raise UnansweredError(HTTPStatus.BAD_REQUEST, "down, ref, or start and end are wanted")
        if down == 0 and "ref" not in ends:
            raise UnansweredError(HTTPStatus.BAD_REQUEST, "down=0 asks for the siblings of a ref")
        members = None if down is None and tree.units else list(_members(tree, ends, down or 0))
        told = [unit_told(one, language) for one in members or ()]
        cited = self._addressed(json.loads((self.root / FOLDER / "collection" / f"{name}.json").read_bytes()))
        kept = ("@id", "@type", "collection", "navigation", "document", "citationTrees")
        return {**CONTEXT, "@id": f"{self.base}navigation?{urlencode(query)}", "@type": "Navigation",
                "resource": {key: cited[key] for key in kept},
                **{key: unit_told(one, language) for key, one in ends.items()},
                **({} if members is None else {"member": told})}

    def document(self, query: Query) -> bytes:
        """A text, a passage of it, or what lies between two passages, in TEI."""
        _refuse_pairs(query)
        if not {"ref", "start"} & query.keys():
            return self._tei(query)[1]
        _, tree, language = self._tree(query)
        if "ref" in query:
            return wrapped([_found(tree, query["ref"]).element], language)
        start, end = _found(tree, query["start"]), _found(tree, query["end"])
        _between(tree, start, end)
        return wrapped(_cut(start.element, end.element), language)

    def _tei(self, query: Query) -> tuple[str, bytes]:
        name = query.get("resource", "")
        path = self.root / name / f"{name}.xml"
        if not name:
            raise UnansweredError(HTTPStatus.BAD_REQUEST, "no resource is named")
        if "/" in name or name.startswith(".") or not path.is_file():
            raise UnansweredError(HTTPStatus.NOT_FOUND, "there is no such text")
        return name, path.read_bytes()

    def _tree(self, query: Query) -> tuple[str, Tree, str]:
        """The name of a text, the tree that is asked about, the language."""
        _refuse_pairs(query)
        name, data = self._tei(query)
        root = read_tei(data, name)
        found, asked = trees(root) or [Tree("", [], [])], query.get("tree", "")
        named = [one for one in found[1:] if one.name == asked] if asked else found[:1]
        if not named:
            raise UnansweredError(HTTPStatus.NOT_FOUND, f"the text has no citation tree {asked}")
        return name, named[0], str(root.get(_LANG, ""))

    def _addressed(self, said: Any, query: Query | None = None) -> Any:
        """What a file says, with addresses of this service for those of files."""
        if isinstance(said, list):
            return [self._addressed(one) for one in said]
        if not isinstance(said, dict):
            return said
        made = {key: self._addressed(one) for key, one in said.items()}
        if said.get("@type") in ("Collection", "Resource"):
            for key in _TEMPLATES.keys() & said.keys():
                asked, rest = _TEMPLATES[key]
                made[key] = f"{self.base}{key}?{asked}={quote(said['@id'], safe='')}{rest}"
            if "download" in said:
                made["download"] = f"{self.base}document?resource={quote(said['@id'], safe='')}"
        if query is not None and "view" in said:
            made["view"] = {key: self._page(one, query) for key, one in said["view"].items()}
        return made

    def _page(self, address: Any, query: Query) -> Any:
        number = str(address).rpartition("/")[2].removesuffix(".json")
        return f"{self.base}collection?{urlencode({**query, 'page': number})}" if number.isdecimal() else address


def _down(query: Query) -> int | None:
    said = query.get("down")
    if said is None:
        return None
    if not said.removeprefix("-").isdecimal() or int(said) < -1:
        raise UnansweredError(HTTPStatus.BAD_REQUEST, "down is -1, 0 or a number of levels")
    return int(said)


def _refuse_pairs(query: Query) -> None:
    if ("start" in query) != ("end" in query) or ("ref" in query and "start" in query):
        raise UnansweredError(HTTPStatus.BAD_REQUEST, "a question names a ref, or a start and an end")


def _found(tree: Tree, ref: str) -> Unit:
    found = next((one for one in tree.every() if one.ref == ref), None)
    if found is None:
        raise UnansweredError(HTTPStatus.NOT_FOUND, f"the text has no passage {ref}")
    return found


def _members(tree: Tree, ends: Mapping[str, Unit], down: int) -> Iterator[Unit]:
    if "ref" in ends and down == 0:
        yield from (one for one in tree.every() if one.parent == ends["ref"].parent)
    elif "ref" in ends:
        yield from ends["ref"].down(down)
    elif ends:
        deepest = max(ends["start"].level, ends["end"].level) + down if down > 0 else len(tree.kinds)
        yield from (one for one in _between(tree, ends["start"], ends["end"]) if one.level <= deepest)
    else:
        for top in tree.units:
            yield from top.down(down - 1 if down > 0 else -1)


def _between(tree: Tree, start: Unit, end: Unit) -> Sequence[Unit]:
    """The units from one to another, which are both in it with all that is in the last."""
    every = list(tree.every())
    first, last = every.index(start), every.index(end)
    if last < first:
        raise UnansweredError(HTTPStatus.BAD_REQUEST, "the range ends before it begins")
    return every[first:last + sum(1 for _ in end.down(-1))]


def _cut(start: Any, end: Any) -> list[Any]:
    """What lies between two elements, both within, in copies of what holds them."""
    above = [start, *start.iterancestors()]
    common = next(one for one in [end, *end.iterancestors()] if one in above)
    if common is start:
        whole = deepcopy(start)
        _drop(whole, _way(end, start), before=False)
        return [whole]
    first, last = (next(one for one in [to, *to.iterancestors()] if one.getparent() is common) for to in (start, end))
    copies = [deepcopy(one) for one in _siblings(first, last)]
    _drop(copies[0], _way(start, first), before=True)
    _drop(copies[-1], _way(end, last), before=False)
    return copies


def _siblings(first: Any, last: Any) -> Iterator[Any]:
    yield first
    for one in first.itersiblings():
        if first is last:
            return
        yield one
        if one is last:
            return


def _way(to: Any, top: Any) -> list[int]:
    """The way from an element down to one within it, as places among children."""
    way = list[int]()
    while to is not top:
        way.append(to.getparent().index(to))
        to = to.getparent()
    return way[::-1]


def _drop(top: Any, way: Sequence[int], before: bool) -> None:
    """Take out of an element all that stands before, or behind, the one that a way leads to."""
    for place in way:
        child = top[place]
        if before:
            top.text = None
            del top[:place]
        else:
            child.tail = None
            del top[place + 1:]
        top = child
