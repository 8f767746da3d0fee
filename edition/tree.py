"""The model: one list of nested spans in document order, in which every character of the source has a place.

A span has a skin: `start [mark-up) istart  content  iend [mark-up) end`. `_word_` is one span with a skin of one
character on each side; a form feed is a page break that is all skin. What no skin covers is text, so text is not
stored. Only `settle` builds trees: a rule cannot lose a character, all it can do is point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from edition.kinds import RANK

_LAST = len(RANK)  # the rank of a kind that nobody has declared
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
    start, istart, _, end, kind, _, _ = span
    return start, -end, RANK.get(kind, _LAST), istart


def settle(spans: list[Span], claims: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """(the spans with every claim that fits, the claims that do not).

    One sort and one sweep with a stack. What stood before wins; of two claims the outer, then the earlier.
    """
    good, refused = list[Span](), list[Span]()
    for claim in claims:
        sound = claim.start <= claim.istart <= claim.iend <= claim.end and claim.start < claim.end
        (good if sound else refused).append(claim)
    both, older = [*spans, *good], len(spans)
    out: list[Span | None] = []
    open_: list[tuple[int, int, int, int]] = []  # of the spans that are open here: end, istart, iend, place in `out`
    for number in sorted(range(len(both)), key=list(map(_order, both)).__getitem__):
        span = both[number]
        start, end, fits = span.start, span.end, True
        while open_:
            closing, istart, iend, place = open_[-1]
            if closing <= start:
                open_.pop()
            elif istart <= start and end <= iend:
                break
            elif number >= older:
                refused.append(span)
                fits = False
                break
            else:  # an older span cuts a claim that was let in: the claim goes
                top = out[place]
                assert top is not None
                refused.append(top)
                out[place] = None
                open_.pop()
        if fits:
            open_.append((end, span.istart, span.iend, len(out)))
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
