"""The vocabulary: one row a kind, saying which TEI element it is, how it nests, and how rules see it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["container", "block", "phrase", "furniture"]


class Kind(NamedTuple):
    """`element`: the TEI element, "" where none is written.

    Level: a *container* holds blocks, a *block* holds text, a *phrase* stands in a block, *furniture* belongs to the
    page. Rules look through phrases and containers; a block and a piece of furniture are invisible in the text
    around them.
    """

    element: str
    level: Level


# The order is the order of nesting where two spans cover the same characters: the first is outside.
KINDS: dict[str, Kind] = {
    # containers
    "front": Kind("front", "container"), "body": Kind("body", "container"), "back": Kind("back", "container"),
    "div": Kind("div", "container"), "titlePage": Kind("titlePage", "container"),
    "opener": Kind("opener", "container"), "closer": Kind("closer", "container"),
    "address": Kind("address", "container"), "postscript": Kind("postscript", "container"),
    "epigraph": Kind("epigraph", "container"),
    "argument": Kind("argument", "container"),
    "cit": Kind("cit", "container"), "quoteBlock": Kind("quote", "container"),
    "castList": Kind("castList", "container"), "sp": Kind("sp", "container"), "lg": Kind("lg", "container"),
    "list": Kind("list", "container"), "table": Kind("table", "container"), "row": Kind("row", "container"),
    "labelBlock": Kind("label", "block"), "item": Kind("item", "block"), "cell": Kind("cell", "block"),
    "figure": Kind("figure", "container"),
    # page furniture
    "foot": Kind("", "furniture"), "note": Kind("note", "block"),
    # blocks
    "docTitle": Kind("docTitle", "container"), "titlePart": Kind("titlePart", "block"),
    "docAuthor": Kind("docAuthor", "phrase"), "docDate": Kind("docDate", "phrase"),
    "docImprint": Kind("docImprint", "block"),
    "head": Kind("head", "block"), "byline": Kind("byline", "block"), "trailer": Kind("trailer", "block"),
    "speaker": Kind("speaker", "block"),
    "castItem": Kind("castItem", "block"), "role": Kind("role", "phrase"), "roleDesc": Kind("roleDesc", "phrase"),
    "figDesc": Kind("figDesc", "block"),
    "p": Kind("p", "block"), "ab": Kind("ab", "block"), "l": Kind("l", "block"), "bibl": Kind("bibl", "block"),
    "salute": Kind("salute", "block"), "addrLine": Kind("addrLine", "block"),
    "dateline": Kind("dateline", "block"), "signed": Kind("signed", "block"),
    "stageBlock": Kind("stage", "block"),
    # phrases
    "surplus": Kind("surplus", "phrase"), "quote": Kind("quote", "phrase"), "said": Kind("said", "phrase"),
    "q": Kind("q", "phrase"), "soCalled": Kind("soCalled", "phrase"), "mentioned": Kind("mentioned", "phrase"),
    "comment": Kind("note", "phrase"), "seg": Kind("seg", "phrase"), "stage": Kind("stage", "phrase"),
    "title": Kind("title", "phrase"), "del": Kind("del", "phrase"), "add": Kind("add", "phrase"),
    "emph": Kind("emph", "phrase"), "hi": Kind("hi", "phrase"),
    "foreign": Kind("foreign", "phrase"), "label": Kind("label", "phrase"),
    "ref": Kind("ref", "phrase"), "date": Kind("date", "phrase"), "placeName": Kind("placeName", "phrase"),
    "persName": Kind("persName", "phrase"), "name": Kind("name", "phrase"),
    # editorial phrases, innermost: `choice` writes sic or orig around its content and the new reading beside it;
    # `insertion` writes an addition before or after its content and no element of its own
    "unclear": Kind("unclear", "phrase"), "sic": Kind("sic", "phrase"), "choice": Kind("choice", "phrase"),
    "insertion": Kind("", "phrase"), "gap": Kind("gap", "furniture"),
    # what stands between
    "call": Kind("", "furniture"), "fw": Kind("fw", "furniture"), "pb": Kind("pb", "furniture"),
    "cb": Kind("cb", "furniture"), "lb": Kind("lb", "furniture"), "milestone": Kind("milestone", "furniture"),
    "c": Kind("c", "furniture"),
}
# The kinds whose text is what is read: emphasis, calls and the like are looked for in them.
TEXT = ("p", "head", "l", "note", "item", "labelBlock", "cell", "speaker", "stageBlock", "bibl", "salute", "dateline",
        "signed", "byline", "trailer", "titlePart", "castItem", "figDesc", "ab")
# Which of two equal spans is outside: the one with the lower rank.
RANK = {kind: place for place, kind in enumerate(KINDS)}
TRANSPARENT = frozenset(name for name, kind in KINDS.items() if kind.level in ("container", "phrase"))
# What a call at its end belongs to.
HOLDERS = frozenset(name for name, kind in KINDS.items() if kind.level in ("block", "container"))
BLOCKS = frozenset(name for name, kind in KINDS.items() if kind.level == "block")
ELEMENTS = frozenset(kind.element for kind in KINDS.values() if kind.element)
