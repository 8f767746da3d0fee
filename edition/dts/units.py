"""What can be cited in a TEI document, as its own refsDecls declare it: trees of units, each with its reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.header.citing import CITED, TREES
from edition.records import field, mutable
from edition.rendering.tei import TEI

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_NOT_READ = frozenset(f"{TEI}{name}" for name in ("sic", "orig", "del", "fw", "note"))


@mutable
class Unit:
    """A passage. `kind`: what its level is called; `type`: what it is itself, where its level has several kinds."""

    ref: str
    kind: str
    type: str
    level: int
    parent: str | None
    element: Any
    below: list[Unit] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many levels of passages it has within itself."""
        return max((one.height + 1 for one in self.below), default=0)

    def down(self, levels: int) -> Iterator[Unit]:
        """Itself and those within it, `levels` deep (-1: all), in the order of the text."""
        yield self
        for one in self.below if levels else ():
            yield from one.down(levels - 1)

    @property
    def title(self) -> str:
        """The heading of a division as the edition reads it, "" where it has none."""
        heads = self.element.findall(f"{TEI}head")
        main = [head for head in heads if head.get("type") == "main"]
        return " ".join("".join(_read((main or heads)[0])).split()) if heads else ""


@mutable
class Tree:
    """A refsDecl. `name`: its @n; `kinds`: what its levels are called, from above; `units`: the highest."""

    name: str
    kinds: list[str]
    units: list[Unit]

    def every(self) -> Iterator[Unit]:
        """All units in the order of the text."""
        for unit in self.units:
            yield from unit.down(-1)


def trees(root: Any) -> list[Tree]:
    """The trees of a TEI document, that of its body first. Empty where it declares none as edition.header does."""
    declared = root.iterfind(f"{TEI}teiHeader/{TEI}encodingDesc/{TEI}refsDecl[{TEI}citeStructure]")
    return [_tree(one, root.find(f"{TEI}text")) for one in declared if one.get("n") in TREES]


def _tree(declared: Any, text: Any) -> Tree:
    levels = list(declared.iter(f"{TEI}citeStructure"))  # one within the other
    name = declared.get("n", "")
    found = Tree(name, [one.get("unit", "") for one in levels], [])
    typed = [one.find(f"{TEI}citeData") is not None for one in levels]
    found.units = [_unit(element, found.kinds, typed, None) for element in _outer(name, text)]
    return found


def _outer(name: str, text: Any) -> list[Any]:
    """The elements of the highest level. Front and back are cited themselves, the body is not."""
    if name == "notes":
        return [note for note in text.iter(f"{TEI}note")
                if note.get(_ID) and note.get("type") != "apparatus" and note.get("place") != "inline"]
    part = text.find(f"{TEI}{name}")
    return [] if part is None else _cited(part) if name == "body" else [part]


def _cited(within: Any) -> list[Any]:
    return [one for one in within.iterchildren("{*}*") if one.get(_ID) and one.tag.removeprefix(TEI) in CITED]


def _unit(element: Any, kinds: list[str], typed: list[bool], above: Unit | None) -> Unit:
    level, last = above.level + 1 if above else 1, element.get(_ID).rpartition(".")[2]
    ref = f"{above.ref}.{last}" if above else element.get(_ID)
    own = element.get("type") or element.tag.removeprefix(TEI)
    made = Unit(ref, kinds[level - 1], own if typed[level - 1] else "", level, above.ref if above else None, element)
    if level < len(kinds):
        made.below = [_unit(one, kinds, typed, made) for one in _cited(element)]
    return made


def _read(element: Any) -> Iterator[str]:
    """The text of an element without what the edition does not read in it."""
    if element.tag not in _NOT_READ:
        yield element.text or ""
        for child in element.iterchildren("{*}*"):
            yield from _read(child)
            yield child.tail or ""


__all__ = ["Tree", "Unit", "trees"]
