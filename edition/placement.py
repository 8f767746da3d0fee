"""What stands where TEI has no place for it becomes a paragraph: a wrong guess costs an element, not a valid text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.kinds import BLOCKS, KINDS
from edition.tree import Span

_DIVISIONS = frozenset(("body", "div"))
_MATTER = frozenset(("front", "back"))
_TOP = frozenset(("head", "opener", "epigraph", "argument", "byline", "dateline", "salute", "signed", "docAuthor",
                  "docDate"))
_BOTTOM = frozenset(("trailer", "closer", "postscript", "signed", "byline", "dateline", "salute", "epigraph"))
_EDGES = _TOP | _BOTTOM
_SPOKEN = frozenset(("p", "ab", "l", "lg", "list", "quoteBlock", "stageBlock"))
_VERSE = frozenset(("l", "lg", "stageBlock"))
# What stands in no text but its own: inside another block its words are that block's.
_NEVER_INSIDE = frozenset(("p", "ab", "head", "speaker", "byline", "dateline", "salute", "signed", "trailer"))
_ANYWHERE = frozenset(("note", "figure"))
# Blocks in which no block may stand.
_CLOSED = BLOCKS - {"note", "item", "cell", "figDesc", "roleDesc"}
_OF_WHOLES = frozenset(("docAuthor", "docDate", "role", "roleDesc"))  # phrases of a title page or a list alone
# Parts that stand in a whole of their own kind alone.
_PARTS = {"speaker": ("sp",), "item": ("list",), "labelBlock": ("list",), "castItem": ("castList", "list"),
          "row": ("table",), "cell": ("row",), "figDesc": ("figure",), "titlePage": ("front", "back"),
          "docTitle": ("titlePage",), "docImprint": ("titlePage",), "titlePart": ("docTitle", "titlePage", "front"),
          "address": ("opener", "closer"), "addrLine": ("address",)}
_ONE_KIND = {"lg": "l", "list": "item", "titlePage": "titlePart"}  # what a paragraph is there
_WHOLES = _DIVISIONS | _MATTER | {"sp", "castList", *_ONE_KIND}  # what says what may stand in it
_TERMS = frozenset(("soCalled", "mentioned"))  # they hold words alone
_END = 1 << 60
_NO_WORDS = frozenset(("stage", "label"))


def placed(spans: list[Span]) -> tuple[list[Span], list[Span]]:
    """(the spans, each in a place where TEI allows it, those that were something else before)."""
    kinds = {place: span.kind for place, span in enumerate(spans) if KINDS[span.kind].level in ("block", "container")}
    parents, children = _tree(spans, kinds)
    new: dict[int, str] = {}
    for place, kind in kinds.items():
        if kind in _PARTS and kinds.get(parents[place], "") not in _PARTS[kind]:
            new[place] = "p"
    for place, kind in kinds.items():
        if kind not in _WHOLES and parents[place] >= 0:
            continue
        inside = [child for child in children[place] if child not in new]
        if parents[place] < 0 and kind not in _ANYWHERE | _MATTER | {"body"}:  # its front matter could not be made
            new[place] = "" if KINDS[kind].level == "container" else "fw"
        if kind in _DIVISIONS:
            new.update((child, "p") for child in _astray(inside, kinds))
        elif kind in ("sp", "castList") and any(kinds[child] == "table" for child in inside):
            new[place] = ""
        elif kind == "sp" and not any(kinds[child] in _SPOKEN for child in inside):
            new.update([(place, ""), *((child, "p") for child in children[place])])
        elif kind == "sp":
            new.update((child, "p") for rank, child in enumerate(inside)
                       if kinds[child] not in _SPOKEN and (kinds[child] != "speaker" or rank))
        elif kind in _MATTER:
            first = next((rank for rank, child in enumerate(inside) if kinds[child] == "div"), len(inside))
            new.update((child, "fw") for child in inside[first:] if kinds[child] in ("p", "ab"))
        elif kind == "lg" and not any(kinds[child] in _VERSE for child in inside):
            new[place] = ""
        elif kind in _ONE_KIND and place not in new:
            new.update((child, _ONE_KIND[kind]) for child in inside if kinds[child] in ("p", "ab"))
    _opened(kinds, children, new)
    return _changed(spans, new, parents, kinds)


def _tree(spans: list[Span], kinds: dict[int, str]) -> tuple[dict[int, int], dict[int, list[int]]]:
    """The place of what each block and container stands in (-1: nothing), and of what stands in it."""
    parents, children, open_ = dict[int, int](), defaultdict[int, list[int]](list), [(_END, -1)]
    for place, kind in kinds.items():
        start, _, _, end, _, _, _ = spans[place]
        while open_[-1][0] <= start:
            open_.pop()
        parents[place] = above = open_[-1][1]
        if kind not in _ANYWHERE:
            children[above].append(place)
        open_.append((end, place))
    return parents, children


def _astray(children: list[int], kinds: dict[int, str]) -> Iterator[int]:
    """What may open or close a division and stands in the midst of it, or closes nothing."""
    lead, tail = 0, len(children)
    while lead < len(children) and kinds[children[lead]] in _TOP:
        lead += 1
    while tail > lead and kinds[children[tail - 1]] in _BOTTOM:
        tail -= 1
    if tail == lead < len(children):
        tail += 1  # something must stand before what closes
    yield from (child for child in children[lead:tail] if kinds[child] in _EDGES)


def _opened(kinds: dict[int, str], children: dict[int, list[int]], new: dict[int, str]) -> None:
    """A container that becomes nothing: what stands in it is paragraphs, too."""
    todo = [place for place, kind in new.items() if kind in ("p", "") and KINDS[kinds[place]].level == "container"]
    for place in todo:
        new[place] = ""
        new.update((child, "p") for child in children[place] if kinds[child] in _EDGES or kinds[child] in _PARTS)
        todo += [child for child in children[place] if KINDS[kinds[child]].level == "container" and child in new]


def _changed(spans: list[Span], new: dict[int, str], parents: dict[int, int],
             kinds: dict[int, str]) -> tuple[list[Span], list[Span]]:
    made, changed, end = list[Span](), list[Span](), 0
    for place, span in enumerate(spans):
        if span.kind in _OF_WHOLES and span.start < end:
            continue
        kind = new.get(place, span.kind)
        if kind == span.kind and kind not in _NEVER_INSIDE:
            made.append(span)
            continue
        above = new.get(parents.get(place, -1)) or kinds.get(parents.get(place, -1), "")
        if kind in _NEVER_INSIDE and above in _CLOSED:
            kind = ""
        if kind == span.kind:
            made.append(span)
            continue
        changed.append(span)
        end = span.end
        if kind:
            number = tuple(attr for attr in span.attrs if attr[0] == "n" and kind != "fw")  # its skin may hold it
            made.append(span._replace(kind=kind, attrs=number))
        elif span.start < span.istart or span.iend < span.end:  # its mark-up needs an element
            made.append(span._replace(kind="seg" if above in _CLOSED else "ab", attrs=()))
    return made, changed


def terms(spans: list[Span]) -> list[Span]:
    """The spans; what was taken for a term and holds more than words is only quoted."""
    made, last = spans, -1
    for place, span in enumerate(spans):
        if span.kind in _TERMS:
            last = place
        elif span.kind in _NO_WORDS and last >= 0 and span.end <= spans[last].end:
            made = [*spans] if made is spans else made
            made[last] = spans[last]._replace(kind="q")
    return made
