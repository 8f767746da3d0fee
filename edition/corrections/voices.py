"""Who speaks and whose comment it is, where an editor decided it: set on the speech that was recognised there."""

from __future__ import annotations

from edition.corrections.decision import Decision, Decisions
from edition.corrections.model import flat
from edition.persons import Person
from edition.rules import Context
from edition.tree import Span

_SPEECHES = ("said", "quote", "q", "sp", "quoteBlock")
_COMMENTS = ("comment", "seg", "note")


def decided_voices(context: Context) -> list[Span]:
    """The spans of a context with @who and @resp as its decisions say; asked when the speech has been recognised.

    Reports a decision where no speech or comment stands, and one that only says what was recognised.
    """
    spans = list(context.spans)
    decisions = context.decisions if isinstance(context.decisions, Decisions) else ()
    for decision in decisions:
        if decision.stands and decision.who:
            _set(context, spans, decision, "who", decision.who)
        if decision.stands and decision.voice:
            _set(context, spans, decision, "resp", decision.voice)
    return spans


def _set(context: Context, spans: list[Span], decision: Decision, name: str, ids: str) -> None:
    place = _place(spans, decision, _SPEECHES if name == "who" else _COMMENTS)
    value = " ".join(f"#{one}" for one in ids.split())
    if place is None:
        what = "speech" if name == "who" else "comment"
        context.note("decision-without-object", "error", f'no {what} was recognised at "{flat(decision.printed)}", so '
                     "nobody can be named for it; give its first words as `printed`", decision.start)
        return
    span = spans[place]
    # A recognised speaker who was not sure becomes sure by the decision: that is no redundant one.
    if span.get(name) == value and span.get("cert") in ("", decision.cert):
        context.note("decision-redundant", "warning", f'that "{flat(decision.printed)}" is {value} is recognised '
                     "without a decision; take it out of the file of corrections", decision.start)
    _answered(context, span)
    certain = (("cert", decision.cert),) if decision.cert else ()
    kept = tuple((key, old) for key, old in span.attrs if key not in (name, "cert"))
    spans[place] = span._replace(attrs=(*kept, (name, value), *certain))
    for one in ids.split():
        _person(context, one)


def _answered(context: Context, span: Span) -> None:
    """Who speaks here was asked; now it is known."""
    place = context.source.position(span.start)
    context.findings[:] = [finding for finding in context.findings
                           if finding.code != "speaker-unknown" or (finding.line, finding.column) != place]


def _place(spans: list[Span], decision: Decision, kinds: tuple[str, ...]) -> int | None:
    """The outermost element that begins in the place of a decision, else the innermost one around it."""
    around = None
    for number, span in enumerate(spans):
        if span.start >= decision.end:
            break
        if span.kind not in kinds:
            continue
        if decision.start <= span.start:
            return number
        if decision.end <= span.end:
            around = number
    return around


def _person(context: Context, name: str) -> None:
    """A person whom only a decision names is taken over from the settings, so that the pointer resolves."""
    for one in getattr(context.options, "persons", None) or ():
        if one.id == name and name not in context.persons:
            context.persons[name] = Person(one.id, one.name, tuple(one.variants), one.group)
