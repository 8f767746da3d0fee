"""What stands where TEI has no place for it becomes a paragraph: a wrong guess costs an element, not a valid text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from edition.content_models import (
    ANYWHERE,
    BOTTOM,
    CLOSED,
    DIVISIONS,
    EDGES,
    MATTER,
    MAY,
    MODELS,
    NEVER_INSIDE,
    OF_MATTER,
    OF_WHOLES,
    ONE_KIND,
    OPEN,
    OWN,
    PARTS,
    TOP,
)
from edition.kinds import KINDS
from edition.tree import Span, whole

_OF_TITLES = frozenset(("docAuthor", "docDate"))  # phrases that stand where blocks do
_TERMS = frozenset(("soCalled", "mentioned"))  # they hold words alone
_END = 1 << 60
_NO_WORDS = frozenset(("stage", "label"))


def placed(spans: list[Span], text: str) -> tuple[list[Span], list[Span]]:
    """(the spans, each in a place where TEI allows it, those that were something else before).

    `text`: what the spans point into.
    """
    loose = _loose(spans)
    tree = _Tree(_in_blocks(spans, loose))
    tree.fit()
    made, changed = _changed(tree)
    return (_in_cells(made, text) if "row" in tree.kinds.values() else made), [*map(spans.__getitem__, loose), *changed]


def _loose(spans: list[Span]) -> list[int]:
    """The places of the phrases that stand in no block, or in which a block stands: their block could not be made."""
    found, open_ = set[int](), list[tuple[int, int, str]]()
    if all(KINDS[kind].level != "phrase" for kind in {span.kind for span in spans}):
        return []
    for place, span in enumerate(spans):
        level = KINDS[span.kind].level
        if level == "furniture" or span.kind in _OF_TITLES:
            continue
        while open_ and open_[-1][0] <= span.start:
            open_.pop()
        above = next((row for row in reversed(open_) if row[2] != "phrase"), None)
        if level == "phrase" and (above is None or above[2] == "container"):
            found.add(place)
        elif level != "phrase" and span.kind not in ANYWHERE:
            found.update(number for _, number, one in takewhile(lambda row: row[2] == "phrase", reversed(open_)))
        open_.append((span.end, place, level))
    return sorted(found)


def _in_blocks(spans: list[Span], loose: list[int]) -> list[Span]:
    """The spans; loose phrases are words of what they stand in, or a block where they have mark-up."""
    if not loose:
        return spans
    never = {place for place in loose if not _marked(spans[place])}
    blocks = {*loose} - never
    return [span._replace(kind="ab", attrs=()) if place in blocks else span
            for place, span in enumerate(spans) if place not in never]


def _marked(span: Span) -> bool:
    """Whether something has mark-up of its own, for which there must be an element."""
    return span.start < span.istart or span.iend < span.end


class _Tree:
    """The blocks and containers of a text, by their places among the spans; what stands anywhere is no child.

    `new`: what each becomes that cannot stay what it is; "" for nothing: a container leaves its children to its parent.
    """

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self.kinds = {place: span.kind for place, span in enumerate(spans)
                      if KINDS[span.kind].level in ("block", "container")}
        self.parents, self.children = dict[int, int](), defaultdict[int, list[int]](list)
        self.new = dict[int, str]()
        open_ = [(_END, -1)]
        for place, kind in self.kinds.items():
            start, _, _, end, _, _, _ = spans[place]
            while open_[-1][0] <= start:
                open_.pop()
            self.parents[place] = above = open_[-1][1]
            if kind not in ANYWHERE:
                self.children[above].append(place)
            open_.append((end, place))

    def kind(self, place: int) -> str:
        """What a block or container is now."""
        return self.new.get(place, self.kinds.get(place, ""))

    def host(self, place: int) -> str:
        """What a block or container stands in now."""
        place = self.parents[place]
        while place >= 0 and not self.kind(place):
            place = self.parents[place]
        return self.kind(place)

    def fit(self) -> None:
        """See that each whole holds what it may, the inner ones first."""
        for place in reversed([*self.kinds]):
            if place in self.children or KINDS[self.kinds[place]].level == "container":
                self._fit(place, self.kinds[place])
        for place in self.children[-1]:
            if self.kinds[place] not in MATTER | {"body"}:  # its front matter could not be made
                self._bare(place, "fw")

    def _fit(self, place: int, kind: str) -> None:
        while misfits := self._misfits(kind, self._inside(place)):
            self._plain(*misfits)
        inside = self._inside(place)
        if kind in MATTER:
            self._fit_matter(inside, *OF_MATTER[kind])
        elif kind in ONE_KIND:
            self._rename(inside, ONE_KIND[kind])
        elif kind == "castList":
            self._fit_cast(inside)
        if kind in MODELS and not MODELS[kind].fullmatch("".join([self.kind(c) + " " for c in self._inside(place)])):
            self._plain(place)

    def _misfits(self, kind: str, inside: list[int]) -> list[int]:
        """What may not stand where it does, of that which stands in something of this kind."""
        kinds = list(map(self.kind, inside))
        if astray := [child for child, one in zip(inside, kinds, strict=True) if kind not in PARTS.get(one, (kind,))]:
            return astray
        if kind in DIVISIONS:
            return [inside[rank] for rank in _astray(kinds)]
        may = MAY.get(kind, frozenset())
        if "p" not in may or kind == "castList" or (kind == "sp" and "table" in kinds):
            return []
        return [child for child, one in zip(inside, kinds, strict=True) if one not in may]

    def _fit_matter(self, inside: list[int], may: frozenset[str], may_behind: frozenset[str]) -> None:
        first = next((rank for rank, child in enumerate(inside) if self.kind(child) == "div"), len(inside))
        for rank, child in enumerate(inside):
            if self.kind(child) not in (may if rank < first else may_behind):
                self._bare(child, "p" if rank < first else "fw")

    def _fit_cast(self, inside: list[int]) -> None:
        last = max((rank for rank, child in enumerate(inside) if self.kind(child) == "castItem"), default=-1)
        self._rename(inside[:max(last, 0)], "castItem")
        self._rename(inside[last + 1:], "p")

    def _rename(self, places: list[int], kind: str) -> None:
        """Give paragraphs another name."""
        for place in places:
            if self.kind(place) in ("p", "ab"):
                self._hollow(place, kind)

    def _inside(self, place: int) -> list[int]:
        """What stands in a block or container now."""
        if any(not self.kind(child) for child in self.children[place]):
            self.children[place] = [one for child in self.children[place]
                                    for one in ([child] if self.kind(child) else self._inside(child))]
        return self.children[place]

    def _plain(self, *places: int) -> None:
        """Make paragraphs of what belongs to no paragraph: of a container's own parts, and of blocks."""
        for place in places:
            if KINDS[self.kinds[place]].level == "block" or _marked(self.spans[place]):
                self._hollow(place, "p")
            else:
                self.new[place] = ""
                self._plain(*(child for child in self._inside(place) if self.kind(child) in OWN))

    def _bare(self, place: int, kind: str) -> None:
        """Make blocks of one kind of all that stands in a container, or is a block."""
        if KINDS[self.kinds[place]].level == "block" or _marked(self.spans[place]):
            self._hollow(place, kind)
        else:
            self.new[place] = ""
            for child in self._inside(place):
                self._bare(child, kind)

    def _hollow(self, place: int, kind: str) -> None:
        """Let something be of a kind that holds text; what stands in a container, or in a line, is then only text."""
        self.new[place] = kind
        todo = [] if KINDS[self.kinds[place]].level == "block" and kind in OPEN else [*self.children[place]]
        while todo:
            child = todo.pop()
            self.new[child] = ""
            todo += self.children[child]


def _astray(kinds: list[str]) -> Iterator[int]:
    """The ranks of what may open or close a division and stands in the midst of it, or closes nothing.

    And of the divisions in it behind which its own text goes on.
    """
    lead, tail = 0, len(kinds)
    while lead < len(kinds) and kinds[lead] in TOP:
        lead += 1
    while tail > lead and kinds[tail - 1] in BOTTOM:
        tail -= 1
    if tail == lead < len(kinds):
        tail += 1  # something must stand before what closes
    own = max((rank for rank in range(lead, tail) if kinds[rank] != "div"), default=0)
    yield from (rank for rank in range(lead, tail) if kinds[rank] in EDGES or (kinds[rank] == "div" and rank < own))


def _changed(tree: _Tree) -> tuple[list[Span], list[Span]]:
    made, changed, end = list[Span](), list[Span](), 0
    for place, span in enumerate(tree.spans):
        if span.kind in OF_WHOLES and span.start < end:
            continue
        kind = tree.new.get(place, span.kind)
        if kind == span.kind and kind not in NEVER_INSIDE:
            made.append(span)
            continue
        closed = tree.host(place) in CLOSED
        if kind in NEVER_INSIDE and closed:
            kind = ""
        if kind == span.kind:
            made.append(span)
            continue
        changed.append(span)
        end = span.end
        if kind:
            number = tuple(attr for attr in span.attrs if attr[0] == "n" and kind != "fw")  # its skin may hold it
            made.append(span._replace(kind=kind, attrs=number))
        elif _marked(span):
            made.append(span._replace(kind="seg", attrs=()))
    return made, changed


def _in_cells(spans: list[Span], text: str) -> list[Span]:
    """The spans; furniture and notes between the cells of a row stand at the end of a cell, or in one of their own."""
    made, row, rule, cell = list[Span](), 0, "", -1  # of the open row: its end, its rule, the place of its last cell
    for span in spans:
        if span.kind == "row":
            row, rule, cell = span.iend, span.rule, -1
        elif span.kind == "cell":
            cell = len(made)
        elif span.start < row and (cell < 0 or made[cell].end <= span.start):
            if cell < 0 or text[made[cell].iend:made[cell].end].strip():
                cell = len(made)
                made.append(whole(span.start, span.end, "cell", rule))
            else:
                made[cell] = made[cell]._replace(iend=span.end, end=span.end)
        made.append(span)
    return made


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
