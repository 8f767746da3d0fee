"""The model: one list of nested spans in document order, in which every character of the source has a place.

A span has a skin: `start [mark-up) istart  content  iend [mark-up) end`. `_word_` is one span with a skin of one
character on each side; a form feed is a page break that is all skin. What no skin covers is text, so text is not
stored. Only `settle` builds trees: a rule cannot lose a character, all it can do is point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from edition.kinds import rank

Attrs = tuple[tuple[str, str], ...]
Part = Literal["text", "open", "close"]


class Span(NamedTuple):
    """Offsets are characters of `Source.text`; `kind` is a row of kinds.py; `rule` says who claimed it."""

    start: int
    istart: int
    iend: int
    end: int
    kind: str
    rule: str = ""
    attrs: Attrs = ()

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        for key, value in self.attrs:
            if key == name:
                return value
        return default

    def having(self, **attrs: str) -> Span:
        """The same span with attributes set (`_` in a name is read as `-`; a colon cannot be written here)."""
        new = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        kept = tuple((key, value) for key, value in self.attrs if key not in new)
        return self._replace(attrs=kept + tuple(new.items()))


def whole(start: int, end: int, kind: str, rule: str, attrs: Attrs = ()) -> Span:
    """A span without a skin."""
    return Span(start, start, end, end, kind, rule, attrs)


def skin(start: int, end: int, kind: str, rule: str, attrs: Attrs = ()) -> Span:
    """A span that is all skin: an empty element."""
    return Span(start, end, end, end, kind, rule, attrs)


def _order(span: Span) -> tuple[int, int, int, int]:
    # Equal spans nest by rank; of two with one place and rank the one with the longer skin is outside.
    return span.start, -span.end, rank(span.kind), span.istart


def settle(spans: list[Span], claims: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """(the spans with every claim that fits, the claims that do not).

    One sort and one sweep with a stack. What stood before wins; of two claims the outer, then the earlier.
    """
    claims = list(claims)
    refused = [c for c in claims if not c.start <= c.istart <= c.iend <= c.end or c.start == c.end]
    bad = {id(c) for c in refused}
    fresh = {id(c) for c in claims if id(c) not in bad}
    out: list[Span | None] = []
    open_: list[int] = []  # places in `out` of the spans that are open here
    for span in sorted([*spans, *(c for c in claims if id(c) not in bad)], key=_order):
        fits = True
        while open_:
            top = out[open_[-1]]
            assert top is not None
            if top.end <= span.start:
                open_.pop()
            elif top.istart <= span.start and span.end <= top.iend:
                break
            elif id(span) in fresh:
                refused.append(span)
                fits = False
                break
            else:  # an older span cuts a claim that was let in: the claim goes
                refused.append(top)
                out[open_.pop()] = None
        if fits:
            open_.append(len(out))
            out.append(span)
    return [span for span in out if span is not None], refused


def leaves(spans: list[Span], size: int) -> Iterator[tuple[int, int, Span | None, Part]]:
    """(start, end, innermost span, part) for every character of the source, in order."""
    at, open_ = 0, list[Span]()
    for span in [*spans, Span(size, size, size, size, "")]:
        while open_ and open_[-1].end <= span.start:
            closed = open_.pop()
            if at < closed.iend:
                yield at, closed.iend, closed, "text"
            if closed.iend < closed.end:
                yield closed.iend, closed.end, closed, "close"
            at = closed.end
        if at < span.start:
            yield at, span.start, open_[-1] if open_ else None, "text"
        if span.start < span.istart:
            yield span.start, span.istart, span, "open"
        at = span.istart
        open_.append(span)


class BrokenTreeError(Exception):
    """The spans do not tile the source: a fault of this program, never of a source."""


def check(spans: list[Span], size: int) -> None:
    """Law 1, Accounting: skins and text, in order, are the source, character for character."""
    at = 0
    for start, end, span, _ in leaves(spans, size):
        if start != at or end <= start:
            raise BrokenTreeError(f"character {at} is not accounted for (next piece {start}–{end}, {span})")
        at = end
    if at != size:
        raise BrokenTreeError(f"the spans end at {at}, the source at {size}")
