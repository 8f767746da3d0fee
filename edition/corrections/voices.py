"""Who speaks and whose comment it is, where an editor decided it: set on the speech that was recognised there."""

from __future__ import annotations

from edition.corrections.decision import Decision, Decisions
from edition.corrections.model import flat
from edition.persons import Person
from edition.rules import Context
from edition.tree import Span

_SPEECHES = ("said", "quote", "q", "sp", "quoteBlock")
_COMMENTS = ("comment", "seg", "note")


def assign(context: Context, decisions: Decisions) -> None:
    """Set @who and @resp as decided. Reports where no speech or comment stands, and where it says so already."""
    for decision in decisions:
        if decision.stands and decision.who:
            _set(context, decision, "who", decision.who, _SPEECHES)
        if decision.stands and decision.voice:
            _set(context, decision, "resp", decision.voice, _COMMENTS)


def _set(context: Context, decision: Decision, name: str, ids: str, kinds: tuple[str, ...]) -> None:
    place = _place(context.spans, decision, kinds)
    value = " ".join(f"#{one}" for one in ids.split())
    if place is None:
        what = "speech" if name == "who" else "comment"
        context.note("decision-without-object", "error", f'no {what} was recognised at "{flat(decision.printed)}", so '
                     "nobody can be named for it; give its first words as `printed`", decision.start)
        return
    span = context.spans[place]
    if span.get(name) == value:
        context.note("decision-redundant", "warning", f'that "{flat(decision.printed)}" is {value} is recognised '
                     "without a decision; take it out of the file of corrections", decision.start)
    certain = {"cert": decision.cert} if decision.cert else {}
    kept = tuple((key, old) for key, old in span.attrs if key not in (name, "cert"))
    context.spans[place] = span._replace(attrs=(*kept, (name, value), *certain.items()))
    for one in ids.split():
        _person(context, one)


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
