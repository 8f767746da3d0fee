"""A correction, as data: where, what is printed, what it should be, and on what evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal

from edition.records import record, replace
from edition.rules import Context, counted
from edition.tree import Attrs, Span, skin, whole
from edition.view import View
from edition.words import holds

Cert = Literal["high", "medium", "low"]
# automatic: done; suggestion: done where the settings ask for it; queue: for a person to decide.
Tier = Literal["automatic", "suggestion", "queue"]
Form = Literal["corr", "reg", "sic", "gap", "surplus", "lost"]
MACHINE = "#conv"
# Spans that say what an editor or a rule decided about a reading: no second correction is made within one.
EDITORIAL = frozenset({"choice", "insertion", "sic", "gap", "unclear"})
# The blocks whose text is corrected: running prose and verse, not what nobody recognised.
PROSE = ("p", "head", "note", "l", "item", "cell", "titlePart", "byline", "trailer", "bibl", "salute", "dateline",
         "signed", "castItem", "figDesc", "stageBlock")
# How a correction by formal evidence ranks among those of which a probability is measured.
_NOT_MEASURED: dict[Tier, float] = {"automatic": 0.99, "suggestion": 0.5, "queue": 0.25}
# More suggestions of one kind than this are counted, not listed.
_LISTED = 25


@record
class Correction:
    """What a rule would change.

    `offset`, `end`: the printed reading, in characters of the source. `rule`: a stable code, written as @type.
    `reason`: the evidence, in words an editor understands. `form`: corr and reg replace `printed` by `corrected` (where
    that only adds to it, the addition alone is marked); sic marks an error without a remedy; gap is a stand-in for
    lost text, surplus a superfluous passage; lost: text is missing just behind the printed characters. `why`: TEI's
    @reason of these. `wide`: an addition stands beside all printed characters, which hold elements of their own.
    `readings`: where several were weighed, each with its probability, the likeliest first. `wrong`: how probable it is
    that the printed reading is an error at all (0: not measured). `series`: what such errors have in common ("o → e").
    `extent`: how much is lost, as attributes of a gap. `applied`: whether the text is so corrected.
    """

    offset: int
    end: int
    printed: str
    corrected: str
    rule: str
    cert: Cert = "high"
    evidence: str = "internal"
    reason: str = ""
    tier: Tier = "automatic"
    form: Form = "corr"
    why: str = ""
    wide: bool = False
    readings: tuple[tuple[str, float], ...] = ()
    wrong: float = 0.0
    series: str = ""
    extent: Attrs = ()
    applied: bool = False

    @property
    def probability(self) -> float:
        """How probable it is that the correction is right: measured where readings were weighed, else by its tier."""
        return self.readings[0][1] if self.readings else _NOT_MEASURED[self.tier]

    def span(self, claimed_by: str, resp: str = MACHINE) -> Span:
        """The claim that marks this correction in the text. `claimed_by`: the name of the rule."""
        said: Attrs = (("resp", resp), ("cert", self.cert))
        told: Attrs = (("type", self.rule),)
        shown: Attrs = (("_why", self.reason),) if self.reason else ()
        if self.form == "gap":
            return skin(self.offset, self.end, "gap", claimed_by, (("reason", self.why), *self.extent, *said, *shown))
        if self.form == "surplus":
            return whole(self.offset, self.end, "surplus", claimed_by, (("reason", self.why), *said, *shown))
        if self.form == "sic":
            return whole(self.offset, self.end, "sic", claimed_by, (*said, *shown))
        if self.form == "lost":
            attrs: Attrs = (("after", ""), ("element", "gap"), ("reason", self.why or "lost"), *said, *shown)
            return whole(self.offset, self.end, "insertion", claimed_by, attrs)
        if self.form == "reg":
            return whole(self.offset, self.end, "choice", claimed_by, (("reg", self.corrected), *said[:1], *shown))
        return self._corr(claimed_by, (*said, ("evidence", self.evidence), *told, *shown))

    def _corr(self, claimed_by: str, attrs: Attrs) -> Span:
        side = addition(self.printed, self.corrected)
        if side is None:
            return whole(self.offset, self.end, "choice", claimed_by, (("corr", self.corrected), *attrs))
        added: Attrs = (side, ("element", "corr"), *attrs)
        if self.wide:
            return whole(self.offset, self.end, "insertion", claimed_by, added)
        # The host is the one character next to the place: an addition must not stand further out than it has to.
        host = self.end - 1 if side[0] == "after" else self.offset
        return whole(host, host + 1, "insertion", claimed_by, added)


def addition(printed: str, corrected: str) -> tuple[str, str] | None:
    """("after" or "before", what is added) where a correction only adds characters at one end."""
    if not printed or len(corrected) <= len(printed):
        return None
    if corrected.startswith(printed):
        return "after", corrected[len(printed):]
    if corrected.endswith(printed):
        return "before", corrected[:-len(printed)]
    return None


def in_view(view: View, start: int, end: int, corrected: str, rule: str, reason: str, cert: Cert = "high",
            tier: Tier = "automatic", form: Form = "corr", why: str = "") -> Correction | None:
    """A correction of view[start:end]; None where furniture (a page break) stands within, so that it cannot be marked
    without hiding that."""
    first, last = view.origin(start), view.origin(end - 1)
    if form not in ("surplus",) and last - first != end - 1 - start:
        return None
    return Correction(first, last + 1, view.text[start:end], corrected, rule, cert, "internal", reason, tier, form, why)


def admit(context: Context, corrections: Iterable[Correction | None], claimed_by: str) -> Iterator[Span]:
    """Claims for the corrections that are made and that nothing decided before stands against; all are kept as
    proposals, and what is not made is reported.

    Left out: what overlaps an editorial span, what an editor's decisions speak against. A decision that says the same
    is reported as redundant.
    """
    decisions = context.decisions
    standing = [span for span in context.spans if span.kind in EDITORIAL]
    starts = [span.start for span in standing]
    made: tuple[Tier, ...] = ("automatic", "suggestion") if context.options.suggestions else ("automatic",)
    left: list[Correction] = []
    for correction in corrections:
        if correction is None:
            continue
        verdict = decisions.verdict(correction, context.text) if decisions else ""
        if verdict == "redundant" and correction.tier == "automatic":
            context.note("decision-redundant", "info", f'the decision about "{flat(correction.printed)}" is what '
                         f"the rule {claimed_by} does by itself; the file of corrections could do without",
                         correction.offset)
        elif verdict:
            context.decided.append(correction)
        elif _meets(correction, standing, starts):
            continue
        elif correction.tier in made:
            yield _made(context, correction, claimed_by)
        else:
            left.append(correction)
    context.proposals.extend(left)
    _report(context, left)


def _made(context: Context, correction: Correction, claimed_by: str) -> Span:
    """The claim of a correction that is made."""
    if correction.form == "lost":
        context.note("text-lost", "warning", f"{correction.reason}; compare the original, or mark the place in "
                     "the file of corrections", correction.offset)
    if correction.tier == "suggestion":
        correction = replace(correction, cert="medium")
    context.proposals.append(replace(correction, applied=True))
    return correction.span(claimed_by)


def _meets(correction: Correction, standing: list[Span], starts: list[int]) -> bool:
    """Whether the correction overlaps an editorial span that stands already (a superfluous passage may hold some)."""
    if correction.form == "surplus":
        return False
    at = bisect_left(starts, correction.end)
    # Editorial spans nest two deep at most (an insertion in a choice), so the last few before the end are enough.
    return any(span.end > correction.offset for span in standing[max(0, at - 3):at])


def _report(context: Context, left: list[Correction]) -> None:
    """Tell of the corrections that were not made: the suggestions one by one, the queue as a number."""
    suggested = [correction for correction in left if correction.tier == "suggestion"]
    for correction in suggested[:_LISTED]:
        change = f'"{flat(correction.printed)}" → "{flat(correction.corrected)}"' if correction.corrected else \
            f'"{flat(correction.printed)}"'
        context.note("correction-suggested", "info", f"{correction.rule}: {change}? {correction.reason}. Not applied; "
                     "decide it in the file of corrections", correction.offset)
    if len(suggested) > _LISTED:
        context.note("correction-suggested", "info", f"{suggested[0].rule}: {len(suggested) - _LISTED} more "
                     "suggestions of this kind", suggested[_LISTED].offset)
    queue = [correction for correction in left if correction.tier == "queue"]
    if queue:
        context.note("corrections-queued", "info", f"{counted(len(queue), 'word')} may be misread; `edition review` "
                     "shows them", queue[0].offset)


def flat(text: str) -> str:
    """A text for a message: on one line, no longer than a line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:40] + " … " + line[-18:]


def prose(context: Context, *signs: str) -> Iterator[View]:
    """Views of the blocks whose text is corrected that hold one of these strings."""
    present = [sign for sign in signs if holds(context.text, sign)]
    for view in context.views(*PROSE) if present else ():
        text = view.text
        for sign in present:
            if sign in text:
                yield view
                break


def register(spans: Iterable[Span]) -> list[Span]:
    """The spans among these that are corrections, in document order; attribute `_why` holds the evidence in words."""
    return [span for span in spans if span.kind in EDITORIAL or span.kind == "surplus"]
