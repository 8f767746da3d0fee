"""The whole program of reading: stages of conventions in order, each settled before the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from edition.conventions import DIVISIONS, NAMES, SPEECH, STAGES
from edition.conventions.decided import DECIDED, DECIDED_FURNITURE
from edition.conventions.names import pointed
from edition.corrections.model import Correction
from edition.findings import Finding
from edition.ids.published import NOTHING, Published
from edition.kinds import KINDS
from edition.persons import Person
from edition.placement import placed, terms
from edition.records import field, record
from edition.rules import Context, Convention, Decided, Options, Plain, Score
from edition.source import Source
from edition.speech.reading import assign_turns
from edition.tree import Span, check, settle

T = TypeVar("T")
ALWAYS = Score(1.0, "always")
HOLDS = 0.5  # the score from which a convention's rules are applied


@record
class Document:
    """A source with its structure: what is written as TEI.

    `conventions`: every convention asked, with its score. `fired`: rule name → how many of its claims stand.
    `proposals`: the corrections that were made and those left to an editor, in the order of the text. `decided`: those
    that are neither, because an editor has decided about them, as in `decisions`. `published`: its ids, if any were.
    """

    source: Source
    spans: list[Span]
    findings: list[Finding]
    conventions: dict[str, Score]
    fired: dict[str, int] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    language: str = "und"
    proposals: list[Correction] = field(default_factory=list)
    decided: list[Correction] = field(default_factory=list)
    decisions: Decided | None = None
    published: Published = NOTHING

    @cached_property
    def _surveys(self) -> dict[Any, Any]:
        return {}

    def once(self, survey: Callable[[Document], T]) -> T:
        """What a survey of the document finds: made once, for all who ask."""
        if survey not in self._surveys:
            self._surveys[survey] = survey(self)
        found: T = self._surveys[survey]
        return found

    @property
    def recognised(self) -> list[Convention]:
        """The conventions that hold, in the order of the stages."""
        return [c for stage in STAGES for c in stage if c.name in self.conventions
                and self.conventions[c.name].value >= HOLDS]


def parse(source: Source, options: Options | None = None, decisions: Decided | None = None) -> Document:
    """Recognise the structure of a source. Never fails on a text: what is not recognised stays, and is reported."""
    context = Context(source, options or Plain(), decisions)
    asked: dict[str, Score] = {}
    for stage in STAGES:
        _apply(stage, context, asked)
        if stage is DIVISIONS:
            _place(context)
        if stage is SPEECH:
            context.spans = terms(assign_turns(context))
        if stage is NAMES:
            context.spans = pointed(context)
    check(context.spans, len(source.text))
    document = Document(source, context.spans, context.findings, asked, _fired(context.spans), context.persons,
                        context.language, _in_order(context.proposals), _in_order(context.decided), decisions)
    context.forget()
    return document


def _in_order(corrections: list[Correction]) -> list[Correction]:
    return sorted(corrections, key=lambda one: (one.offset, one.end, one.rule))


def _apply(stage: tuple[Convention, ...], context: Context, asked: dict[str, Score]) -> None:
    """Ask each convention of a stage whether it holds, gather the claims of those that do, and settle them."""
    claims: list[Span] = []
    for convention in stage:
        asked[convention.name] = score = _score(convention, context)
        if score.value >= HOLDS:
            context.holds[convention.name] = score
            for rule in convention.rules:
                claims.extend(rule.claims(context))
    if context.decided_lines and DECIDED.name not in asked:
        claims = [c for c in claims if c.rule == DECIDED_FURNITURE.name or not context.overruled(c)]
    if not claims:
        return  # the spans stay what they are, and so does what was made of them
    context.spans, refused = settle(context.spans, claims)
    for claim in refused:
        context.note("claim-refused", "info", f"{claim.rule}: a {claim.kind} could not be marked here, because "
                     "it would cross another element; the text stays as it is", claim.start)


def _place(context: Context) -> None:
    """See that each element stands where TEI has a place for it; nothing is changed where all do."""
    spans, changed = placed(context.spans, context.text)
    if spans != context.spans:  # else what was found of them stands
        context.spans = spans
    for span in changed:
        context.note("misplaced", "info", f"{span.rule}: a {KINDS[span.kind].element} cannot stand here; its words "
                     "are kept as a paragraph, or a part of one", span.start)


def _fired(spans: list[Span]) -> dict[str, int]:
    """How often each rule marked something; what a rule marks inside its own span counts with that span."""
    counts, ends = dict[str, int](), dict[str, int]()  # of each rule: how often, and where what it marked ends
    for span in spans:
        rule = span.rule
        if ends.get(rule, 0) <= span.start:
            counts[rule] = counts.get(rule, 0) + 1
            ends[rule] = span.end
    return counts


def _score(convention: Convention, context: Context) -> Score:
    told = context.options.conventions.get(convention.name)
    if told is not None:
        return Score(float(told), "told in the settings")
    return convention.score(context) if convention.score else ALWAYS
