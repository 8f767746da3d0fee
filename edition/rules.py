"""What a rule and a convention are: declarations that point into the text and never change it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from edition.findings import Finding, Severity
from edition.flow import Flow, flow
from edition.kinds import KINDS
from edition.language import recognise
from edition.layout import BLANKS, Page, measure
from edition.linetable import Table
from edition.persons import Person
from edition.records import field, mutable, record
from edition.regex import regex
from edition.source import Source
from edition.told import Decided, DecidedLine, DecidedStructure, Options, Plain
from edition.tree import Span
from edition.view import DOCUMENT, View, Views
from edition.words import Words

T = TypeVar("T")


@record
class Score:
    """How sure it is that a convention holds: `value` from 0 to 1 (it holds from .5), and why, in words."""

    value: float
    reason: str


NO = Score(0.0, "no sign of it")


@mutable
class Context:
    """All that a rule sees: the source, what earlier passes settled, and which conventions hold."""

    source: Source
    options: Options
    decisions: Decided | None = None
    spans: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    holds: dict[str, Score] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    proposals: list[Any] = field(default_factory=list)  # of corrections.model.Correction: made or left to an editor
    decided: list[Any] = field(default_factory=list)  # and those of which an editor has decided
    _flow: tuple[list[Span], Flow] | None = None
    _flow_surveys: dict[Any, Any] = field(default_factory=dict)
    _views: tuple[list[Span], Views] | None = None
    _document: View | None = None
    _settled: tuple[list[Span], dict[Any, Any]] | None = None
    _surveys: dict[Any, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def language(self) -> str:
        """The language of the text: as told, else as its commonest words say; `und` where neither knows."""
        told = self.options.language
        return told if told != "und" else recognise(self.words)

    @cached_property
    def words(self) -> Words:
        """The words of the source, each with how often it stands there."""
        return Words(self.text)

    @cached_property
    def page(self) -> Page:
        """Measures of the raw lines of the source: spacing, widths, wrapping."""
        return measure(self.text, self.table.lines, self.table.ended)

    @cached_property
    def table(self) -> Table:
        """The raw lines of the source, and what they show."""
        return Table(self.text)

    def views(self, *kinds: str) -> Iterator[View]:
        """Views of the spans of these kinds (none given: of the document); made once for all rules of a stage."""
        if self._views is None or self._views[0] is not self.spans:
            self._views = self.spans, Views(self.text, self.spans, self._views[1] if self._views else None)
        return self._views[1].of(kinds or (DOCUMENT,))

    def document(self) -> View:
        """The text no block or furniture has claimed yet, as one View."""
        view = next(self.views(), View(self.text, Span(0, 0, 0, 0, DOCUMENT), [(0, 0)]))
        if self._document is None or self._document is not view:
            if self._document:
                view.share(self._document.table, self.table)
                if view.table is not self._document.table:
                    self._document.table.kept.clear()  # of a text that is no more
            else:
                view.share(self.table, self.table)
            self._document = view
        return view

    @property
    def flow(self) -> Flow:
        """The text no block has claimed yet, as blocks; the same one for all rules of a stage."""
        if self._flow is None or self._flow[0] is not self.spans:
            view = self.document()
            self._flow = self.spans, flow(view, self.spans, self.page)
            self._flow_surveys = {}
        return self._flow[1]

    def of_flow(self, survey: Callable[[Flow], T]) -> T:
        """What a survey of the flow finds, whoever has taken its blocks: made once, for all the rules of a stage."""
        blocks = self.flow
        if survey not in self._flow_surveys:
            self._flow_surveys[survey] = survey(blocks)
        found: T = self._flow_surveys[survey]
        return found

    def of_free(self, survey: Callable[[Context], T]) -> T:
        """What a survey of the blocks that nobody has taken finds: made once, as long as none is taken."""
        taken = len(self.flow.taken)
        kept = self._flow_surveys.get(survey)
        if kept is None or kept[0] != taken:
            kept = self._flow_surveys[survey] = taken, survey(self)
        found: T = kept[1]
        return found

    def of_spans(self, survey: Callable[[Context], T]) -> T:
        """What a survey of what is settled finds: made once, for all the rules of a stage."""
        if self._settled is None or self._settled[0] is not self.spans:
            self._settled = self.spans, {}
        kept = self._settled[1]
        if survey not in kept:
            kept[survey] = survey(self)
        found: T = kept[survey]
        return found

    def of_document(self, survey: Callable[[Context], T]) -> T:
        """What a survey of the text that no block has claimed finds: made once, as long as that text is the same."""
        kept = self.document().table.kept
        if survey not in kept:
            kept[survey] = survey(self)
        found: T = kept[survey]
        return found

    def once(self, survey: Callable[[Context], T]) -> T:
        """What a survey of the whole source finds: made once, for all the rules that ask."""
        if survey not in self._surveys:
            self._surveys[survey] = survey(self)
        found: T = self._surveys[survey]
        return found

    @cached_property
    def decided_lines(self) -> list[DecidedLine]:
        """The lines of which an editor says what they are, in order."""
        return [self._decided_line(one) for one in self.decisions.structures()] if self.decisions else []

    def _decided_line(self, decision: DecidedStructure) -> DecidedLine:
        source = self.source
        start, _ = source.line_span(source.line(decision.start))
        _, end = source.line_span(source.line(decision.end - 1))
        content = self.text[start:end]
        first, last = len(content) - len(content.lstrip(BLANKS)), len(content.rstrip(BLANKS))
        return DecidedLine(start + first, start + last, decision.end, decision.structure, decision.level)

    def overruled(self, claim: Span) -> bool:
        """Whether a claim says something else of a line of which an editor says what it is: it takes in all of it.

        What is around blocks says nothing of them; a control character stays one.
        """
        if KINDS[claim.kind].level == "container" or claim.kind == "c":
            return False
        place = bisect_left(self.decided_lines, claim.start, key=lambda line: line.start)
        here = self.decided_lines[place:place + 1]
        return bool(here) and here[0].end <= claim.end

    def unclaimed(self) -> Iterator[tuple[Span, int, int]]:
        """(what it stands in, start, end) of each line of the source that no block has claimed."""
        for view in self.views(DOCUMENT, "foot"):
            for line in view.lines:
                yield view.span, view.origin(line.start), view.origin(line.end - 1) + 1

    def forget(self) -> None:
        """Let go of all that was found: it holds circles, and what comes next wants the memory."""
        if self._document:
            self._document.table.kept.clear()
        vars(self).clear()

    def find(self, *kinds: str) -> list[Span]:
        """The settled spans of these kinds, in document order."""
        return [span for span in self.spans if span.kind in kinds]

    def has(self, convention: str) -> bool:
        """Whether a convention was recognised (or switched on)."""
        return convention in self.holds

    def note(self, code: str, severity: Severity, message: str, offset: int) -> None:
        """Report something about the character at `offset`."""
        line, column = self.source.position(offset)
        self.findings.append(Finding(code, severity, message, self.source.file, line, column))


Claims = Callable[[Context], Iterable[Span]]


@record
class Rule:
    """`claims(context)` yields spans; it may report through `context.note`.

    `words`: letters that its skins may hold (the proof keeps a closed list of its own; a test compares).
    """

    name: str
    description: str
    example: str
    claims: Claims
    words: tuple[str, ...] = ()


def counted(number: int, one: str, several: str = "") -> str:
    """A number and what is counted, as "1 label" or "4 labels": `several` where that is not `one` with an s."""
    return f"{number} {one if number == 1 else several or one + 's'}"


@record
class Convention:
    """A habit of sources: rules that hold together, and the evidence for them.

    `score` is asked once a text; a convention without one always holds. Its rules see what earlier stages settled.
    """

    name: str
    description: str
    example: str
    rules: tuple[Rule, ...]
    score: Callable[[Context], Score] | None = None


def rule(name: str, kind: str, pattern: str, inside: Collection[str], description: str, example: str,
         cue: str = "", flags: int = 0, words: tuple[str, ...] = (), **attrs: str) -> Rule:
    """A rule that is one pattern: what matches outside the group `content` is the element's skin.

    `inside`: kinds of the spans whose text is searched. `cue`: a string without which nothing is searched.
    `attrs`: attributes of the element; the value `{group}` is replaced by what the named group matched.
    """
    compiled = regex(pattern, flags)

    def claims(context: Context) -> Iterator[Span]:
        for view in context.views(*inside) if cue in context.text else ():
            if cue and cue not in view.text:
                continue
            for match in compiled.finditer(view.text):
                start, end = match.span()
                istart, iend = match.span("content") if "content" in compiled.groupindex else (end, end)
                made = tuple((key.rstrip("_"), value.format(**match.groupdict(""))) for key, value in attrs.items())
                yield view.claim(kind, start, end, name, made, istart - start, end - iend)

    return Rule(name, description, example, claims, words)


__all__ = ["NO", "Claims", "Context", "Convention", "Decided", "DecidedLine", "Options", "Plain", "Rule", "Score",
           "counted", "rule"]
