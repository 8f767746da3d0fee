"""An editor's decisions as claims on the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from edition.corrections.decision import Decision, Decisions
from edition.corrections.model import addition
from edition.corrections.voices import decided_voices
from edition.records import replace
from edition.rules import Context
from edition.tree import Attrs, Span, settle, skin, whole

RULE = "decision"


def decisions_of(context: Context) -> Decisions:
    """The decisions about this source; none where there are no settings."""
    return cast(Decisions, context.decisions or Decisions())


def decision_claims(context: Context) -> Iterator[Span]:
    """The claims of all decisions that stand; one that crosses another element is reported as an error.

    Who speaks is set on the spans themselves: speech is recognised before.
    """
    decisions = decisions_of(context)
    context.findings.extend(decisions.findings)
    if not len(decisions):
        return
    context.spans = decided_voices(context)
    claims = decisions_to_claims(context, decisions)
    _, refused = settle(context.spans, claims)
    for claim in refused:
        context.note("decision-refused", "error", f'"{" ".join(context.text[claim.start:claim.end].split())}": this '
                     "decision crosses the edge of another element (a speech, a note, a paragraph); give a shorter "
                     "reading", claim.start)
    gone = {id(claim) for claim in refused}
    yield from (claim for claim in claims if id(claim) not in gone)


def decisions_to_claims(context: Context, decisions: Decisions) -> list[Span]:
    """What the decisions that stand claim: readings corrected or marked, and apparatus notes."""
    claims: list[Span] = []
    for decision in decisions:
        if decision.stands and decision.edits:
            claims += _reading(decision)
        if decision.stands and decision.note:
            claims.append(_note(decision, context))
    return claims


def _resp(decision: Decision) -> str:
    return "#conv" if decision.by == "machine" else f"#{decision.by}"


def _said(decision: Decision) -> Attrs:
    """@resp, @cert and (for the header, not for the element) the reason and the day."""
    cert = (("cert", decision.cert),) if decision.cert else ()
    why = (("_why", decision.why),) if decision.why else ()
    day = (("_date", decision.date),) if decision.date else ()
    return ("resp", _resp(decision)), *cert, *why, *day


def _reading(decision: Decision) -> list[Span]:
    start, end, mark, said = decision.start, decision.end, decision.mark, _said(decision)
    if not mark:
        return [_corrected(decision)]
    if mark == "sic":
        return [whole(start, end, "sic", RULE, said)]
    if mark == "unclear":
        return [whole(start, end, "unclear", RULE, (*_reason(decision), *said))]
    if mark == "surplus":
        return [whole(start, end, "surplus", RULE, (*_reason(decision), *said))]
    if mark == "gap":
        return [_lost(decision)] if decision.at else [skin(start, end, "gap", RULE, (*_reason(decision), *said))]
    supplied: Attrs = (("element", "supplied"), *_reason(decision), *said)
    text = decision.corrected or ""
    if decision.at:
        return [_beside(decision, text, supplied)]
    return [whole(start, end, "insertion", RULE, (("after", text), *supplied)),
            skin(start, end, "gap", RULE, _reason(decision))]


def _reason(decision: Decision) -> Attrs:
    return (("reason", decision.reason),) if decision.reason else ()


def _lost(decision: Decision) -> Span:
    return _beside(decision, "", (("element", "gap"), *_reason(decision), *_said(decision)))


def _beside(decision: Decision, text: str, attrs: Attrs) -> Span:
    """An addition next to the printed reading; its host is the one character at that edge."""
    host = decision.start if decision.at == "before" else decision.end - 1
    return whole(host, host + 1, "insertion", RULE, ((decision.at, text), *attrs))


def _corrected(decision: Decision) -> Span:
    new = decision.corrected or ""
    said = _said(decision)
    if decision.kind == "regularisation":
        return whole(decision.start, decision.end, "choice", RULE, (("reg", new), said[0]))
    evidence = (("evidence", decision.evidence),) if decision.evidence else ()
    kind = (("type", decision.kind),) if decision.kind else ()
    source = (("source", decision.source),) if decision.source else ()
    attrs: Attrs = (*said, *evidence, *kind, *source)
    side = addition(decision.printed, new)
    if side is None:
        return whole(decision.start, decision.end, "choice", RULE, (("corr", new), *attrs))
    host = decision.end - 1 if side[0] == "after" else decision.start
    return whole(host, host + 1, "insertion", RULE, (side, ("element", "corr"), *attrs))


def _note(decision: Decision, context: Context) -> Span:
    """An apparatus note just behind the printed reading and outside its own mark-up."""
    attrs: Attrs = (("element", "note"), ("type", "apparatus"), ("resp", _resp(decision)))
    if not decision.edits:  # else the reading has them
        attrs = (*attrs, *(_said(replace(decision, cert=""))[1:]))
    start, end = decision.start, decision.end
    around = [s for s in context.spans if s.istart <= start and end <= s.iend]
    inner = max(around, key=lambda s: (s.start, -s.end), default=None)
    limit = (inner.istart, inner.iend) if inner else (0, len(context.text))
    edges = {edge for s in context.spans for edge in (s.start, s.end) if start <= edge <= end}
    if end < limit[1] and end not in edges:
        return whole(end, end + 1, "insertion", RULE, (("before", decision.note), *attrs))
    if start > limit[0] and start not in edges:
        return whole(start - 1, end, "insertion", RULE, (("after", decision.note), *attrs))
    return whole(start, end, "insertion", RULE, (("after", decision.note), *attrs))
