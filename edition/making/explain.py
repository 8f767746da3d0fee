"""Which rule claimed each character of a line, and how to say otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from edition.conventions import ROOMS, STAGES
from edition.corrections.decision import STRUCTURES
from edition.kinds import KINDS
from edition.making.report import convention_of
from edition.pipeline import ALWAYS, HOLDS, Document
from edition.records import record
from edition.rules import Convention, Rule, counted
from edition.tree import Span

_RULES = {rule.name: (rule, convention) for stage in STAGES for convention in stage for rule in convention.rules}


@record
class Piece:
    """Characters of a line (`start`, `end`: columns from 1, both included) with the same `chain` of claims.

    The chain goes from the innermost to the outermost; `markup`: these characters are the innermost one's mark-up.
    """

    start: int
    end: int
    text: str
    chain: tuple[Span, ...]
    markup: bool

    def as_dict(self) -> dict[str, Any]:
        return {"columns": [self.start, self.end], "text": self.text, "markup": self.markup,
                "chain": [{"kind": s.kind, "element": KINDS[s.kind].element, "rule": s.rule,
                           "convention": convention_of(s.rule), "attributes": dict(s.attrs)} for s in self.chain]}


def explain(document: Document, line: int) -> list[Piece]:
    """The pieces of a line (from 1), left to right. IndexError: the source has no such line."""
    start, end = document.source.line_span(line)
    return _pieces(document, start, end, [span for span in document.spans if span.start < end and span.end > start])


def _pieces(document: Document, start: int, end: int, over: Sequence[Span]) -> list[Piece]:
    """The pieces of source[start:end]. `over`: the spans that cover some of it, outer before inner."""
    cuts = sorted({start, end} | {at for span in over for at in span[:4] if start < at < end})
    return [_piece(document.source.text, start, a, z, over) for a, z in pairwise(cuts)]


def _piece(text: str, line: int, start: int, end: int, over: Sequence[Span]) -> Piece:
    chain = tuple(reversed([span for span in over if span.start <= start and end <= span.end]))
    markup = bool(chain) and not chain[0].istart <= start < chain[0].iend
    return Piece(start - line + 1, end - line, text[start:end], chain, markup)


def in_words(document: Document, line: int) -> Iterator[str]:
    """The explanation of a line for people."""
    pieces = explain(document, line)
    source = document.source
    yield f"{source.file}:{line}"
    if not pieces:
        yield "  an empty line"
    for piece in pieces:
        columns = f"{piece.start}–{piece.end}" if piece.end > piece.start else f"{piece.start}"
        yield f"  {columns} {_quoted(piece.text)} {_claim(piece)}"
    yield from _overrule(document, line, pieces)


def _quoted(text: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:40]} … {text[-16:]}"
    return f"“{shown}”"


def _claim(piece: Piece) -> str:
    if not piece.chain:
        return "between the elements" if not piece.text.strip() else "claimed by no rule"
    chain = " in ".join(_name(span) for span in piece.chain)
    return f"mark-up of {chain}" if piece.markup else f"text of {chain}"


def _name(span: Span) -> str:
    element = KINDS[span.kind].element or span.kind
    return f"{element} [{span.rule}]" if span.rule else element


def _overrule(document: Document, line: int, pieces: list[Piece]) -> Iterator[str]:
    """The rules at work in the line, and what to write to have it otherwise."""
    names = dict.fromkeys(span.rule for piece in pieces for span in piece.chain)
    known = [_RULES[name] for name in names if name in _RULES]
    if not known:
        return
    yield "Rules:"
    for rule, convention in known:
        yield f"  {_described(rule, convention, document)}"
    stem = document.source.path.stem if document.source.path else document.source.name
    conventions = dict.fromkeys(convention.name for _, convention in known)
    yield f"To switch conventions off (any of these), write in {stem}.toml:"
    yield f"  conventions = {{ {', '.join(f'{name} = false' for name in conventions)} }}"
    yield f"To decide about this line alone, write in {stem}.corrections.toml:"
    start, end = document.source.line_span(line)
    printed = " ".join(document.source.text[start:end].split())[:40]
    yield f"  [[correction]]\n  line = {line}\n  printed = {_toml(printed)}"
    others = ", ".join(name for name in STRUCTURES if name != "text")
    yield f'  is = "text"   # as if nothing were recognised in it; or: {others}'


def _described(rule: Rule, convention: Convention, document: Document) -> str:
    score = document.conventions.get(convention.name)
    sure = f", score {score.value:.2f}: {score.reason}" if score and convention.score else ""
    return f"{rule.name}: {rule.description} (convention {convention.name}{sure})"


def _toml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scores(document: Document) -> list[dict[str, Any]]:
    """The conventions of which a source has any sign, by what they are about, each with its evidence."""
    claims: Counter[str] = Counter()
    for rule, count in document.fired.items():
        claims[convention_of(rule)] += count
    return [{"room": room, "name": one.name, "holds": score.value >= HOLDS, "score": round(score.value, 2),
             "reason": score.reason, "claims": claims[one.name]}
            for room, conventions in ROOMS.items() for one in conventions
            if (score := document.conventions[one.name]).value and (one.score or claims[one.name])]


def recognised(document: Document) -> Iterator[str]:
    """The same for people, and how to have it otherwise."""
    told, room = scores(document), ""
    for one in told:
        if one["room"] != room:
            room = one["room"]
            yield room.upper()
        holds = f"holds, {counted(one['claims'], 'claim')}" if one["holds"] else "does not hold"
        sure = "" if one["reason"] == ALWAYS.reason else f"; score {one['score']:.2f}: {one['reason']}"
        yield f"  {one['name']}: {holds}{sure}"
    stem = document.source.path.stem if document.source.path else document.source.name
    yield f"To switch a convention, write in {stem}.toml: conventions = {{ {told[-1]['name']} = false }}"
    yield ""


def overview(document: Document) -> Iterator[str]:
    """Every line of the source that is not blank, with the block or furniture it belongs to."""
    source, coming, over = document.source, 0, list[Span]()
    for number in range(1, source.line(len(source.text)) + 1):
        start, end = source.line_span(number)
        while coming < len(document.spans) and document.spans[coming].start < end:
            over.append(document.spans[coming])
            coming += 1
        over = [span for span in over if span.end > start]
        pieces = [piece for piece in _pieces(document, start, end, over) if piece.text.strip()]
        if pieces:
            yield f"{number}: {' + '.join(dict.fromkeys(_place(piece) for piece in pieces))}"


def _place(piece: Piece) -> str:
    chain = [span for span in piece.chain if KINDS[span.kind].level != "phrase"]
    return _name(chain[0]) if chain else "claimed by no rule"
