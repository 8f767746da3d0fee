"""Content models: what TEI wants in each container and block, kind by kind, and what stands nowhere else."""

from __future__ import annotations

from edition.kinds import BLOCKS
from edition.regex import regex

DIVISIONS = frozenset(("body", "div"))
MATTER = frozenset(("front", "back"))
TOP = frozenset(("head", "opener", "epigraph", "argument", "byline", "dateline", "salute", "signed", "docAuthor",
                 "docDate"))
BOTTOM = frozenset(("trailer", "closer", "postscript", "signed", "byline", "dateline", "salute", "epigraph"))
EDGES = TOP | BOTTOM
# What stands in no text but its own: inside another block its words are that block's.
NEVER_INSIDE = frozenset(("p", "ab", "head", "speaker", "byline", "dateline", "salute", "signed", "trailer"))
ANYWHERE = frozenset(("note", "figure"))
# Blocks in which no block may stand.
CLOSED = BLOCKS - {"note", "item", "cell", "figDesc", "roleDesc"} | {"fw", "seg"}
OF_WHOLES = frozenset(("docAuthor", "docDate", "role", "roleDesc"))  # phrases of a title page or a list alone
# Parts that stand in a whole of their own kind alone.
PARTS = {"speaker": ("sp",), "item": ("list",), "labelBlock": ("list",), "castItem": ("castList",),
         "row": ("table",), "cell": ("row",), "figDesc": ("figure",), "titlePage": ("front", "back"),
         "docTitle": ("titlePage",), "docImprint": ("titlePage",), "titlePart": ("docTitle", "titlePage", "front"),
         "address": ("opener", "closer"), "addrLine": ("address",)}
ONE_KIND = {"lg": "l", "list": "item", "titlePage": "titlePart", "row": "cell"}  # what a paragraph is there
OPEN = frozenset(("p", "item", "cell"))  # what a paragraph may become and hold blocks
OWN = EDGES | {*PARTS}
_WORD = regex(r"[A-Za-z]+")
# What TEI wants in a container, kind by kind.
_ATTRIBUTED = "quoteBlock|cit|list|table|stageBlock|bibl|l|lg"
_BLOCK = f"(?:(?:{_ATTRIBUTED}|sp|castList|p|ab) )"
MODELS = {kind: regex(model) for kind, model in {
    "list": r"(?:head )*(?:(?:item )+|(?:labelBlock item )+)(?:trailer )*",
    "table": r"(?:head )*(?:row )+(?:trailer )*",
    "row": r"(?:cell )+",
    "castList": r"(?:head )*(?:castItem )+(?:(?:p|stageBlock) )*",
    "sp": r"(?:speaker )?(?:(?:p|ab|l|lg|list|quoteBlock|stageBlock) )+",
    "lg": r"(?:head )*(?:stageBlock )*(?:l|lg) (?:(?:l|lg|stageBlock) )*(?:trailer )*",
    "quoteBlock": rf"(?:(?:{_ATTRIBUTED}|p|sp) )*",
    "cit": r"(?:(?:bibl|quoteBlock) )+",
    "opener": r"(?:(?:byline|address|dateline|salute|signed) )*",
    "closer": r"(?:(?:address|dateline|salute|signed) )*",
    "address": r"(?:addrLine )+",
    "postscript": rf"(?:(?:head|opener) )*{_BLOCK}+(?:(?:closer|signed|trailer) )*",
    "epigraph": rf"{_BLOCK}*",
    "argument": rf"(?:head )*{_BLOCK}+",
    "titlePage": r"(?:(?:docTitle|titlePart|docImprint|byline|epigraph|argument) )+",
    "docTitle": r"(?:titlePart )+",
    "figure": rf"(?:head |figDesc |{_BLOCK})*",
    **dict.fromkeys(("note", "item", "cell"), rf"(?:(?:{_ATTRIBUTED}|p) )*"),
}.items()}
MAY = {kind: frozenset(_WORD.findall(model.pattern)) for kind, model in MODELS.items()}
# What may stand in front and back matter: before its divisions, and behind the first.
OF_MATTER = {"front": (frozenset(("titlePage", "castList", "p", "ab", "head", "dateline", "docTitle", "titlePart",
                                  "docImprint", "byline", "epigraph", "argument")),
                       frozenset(("div", "titlePage", "castList"))),
             "back": (frozenset(("titlePage", "p", "ab", "head", "list", "table", "trailer")),
                      frozenset(("div", "trailer")))}
