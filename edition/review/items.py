"""What a reviewer sees of a text: each proposal in its sentence, and the decision that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from edition.corrections.anchors import CONTEXT
from edition.corrections.decision import Decision, Decisions, essence
from edition.corrections.model import Correction, Form
from edition.pipeline import Document
from edition.records import record, replace
from edition.review.places import Edges, Pages, anchored, beside, flat, sentence
from edition.source import Source

DECIDED: Final = "decision"  # the rule of an item that only the file of decisions knows
UNDECIDED: Final = ("", "proposed")
_STANDS: Final = ("accepted", "edited")
_NOT_MEASURED: Final = {"automatic": 0.99, "suggestion": 0.5, "queue": 0.25}
_READINGS: Final = 3
# What a decision says where nothing is put in the place of the printed reading.
_MARKS: Final[dict[Form, str]] = {"sic": "sic", "gap": "gap", "surplus": "surplus", "lost": "gap"}


@record
class Item:
    """One proposal (or a decision about a reading) as a person sees it.

    `key`: the same as long as the reading and what stands around it do. `text`: the name of the text. `left`, `right`:
    what a decision adds to `printed` so that it stands only once on its line with `before` and `after` around it.
    `lead`, `tail`: the rest of the sentence, on one line. `corrected`: what is proposed ("": `mark` says what).
    `mark`, `at`, `why`, `kind`, `cert`, `evidence`: as in a decision. `wrong`: how probable it is that the printed
    reading is an error (0: not measured). `alike`: how many of this rule and series there are in all texts. `status`:
    what the file of decisions says already, and `decided`: the reading it says. `over`: the keys of those that are
    about some of the same characters: of them only one can stand.
    """

    key: str
    text: str
    line: int
    column: int
    printed: str
    before: str
    after: str
    lead: str
    tail: str
    corrected: str
    rule: str
    tier: str
    wrong: float
    readings: tuple[tuple[str, float], ...] = ()
    left: str = ""
    right: str = ""
    mark: str = ""
    at: str = ""
    why: str = ""
    kind: str = "ocr"
    cert: str = ""
    evidence: str = "internal"
    reason: str = ""
    series: str = ""
    applied: bool = False
    alike: int = 1
    status: str = ""
    decided: str = ""
    by: str = ""
    over: tuple[str, ...] = ()
    page: str = ""
    facsimile: str = ""

    @property
    def group(self) -> tuple[str, str]:
        """What is accepted together: the rule and what such errors have in common."""
        return self.rule, self.series


def items(document: Document, decisions: Decisions, path: Path) -> list[Item]:
    """What there is to review in a text, in its order: the proposals, and the decisions about readings.

    Left out is what no decision could say: a mark on a reading that stands several times with the same neighbours, and
    what crosses the edge of an element.
    """
    source, pages, said, edges = document.source, Pages(document), _Said(decisions), Edges(document)
    proposed = [one for one in document.proposals if not edges.crossed(one.offset, one.end)]
    found = [*_proposed(source, path.stem, [*proposed, *document.decided], said), *_decided(source, path.stem, said)]
    found.sort(key=lambda one: one[0])
    seen, made = Counter[str](), list[Item]()
    for (offset, *_), item in found:
        seen[item.key] += 1
        key = item.key if seen[item.key] == 1 else f"{item.key}-{seen[item.key]}"
        made.append(replace(item, key=key, page=pages.at(offset)))
    over = _overlaps([(start - len(item.left), end + len(item.right), item)
                      for (start, end, _), item in zip((place for place, _ in found), made, strict=True)])
    return together([replace(item, over=tuple(over.get(item.key, ()))) for item in made])


def _overlaps(places: list[tuple[int, int, Item]]) -> dict[str, list[str]]:
    """The items that cannot stand with one another, by key: what they change overlaps. A superfluous passage may hold
    others, and what stands behind a reading changes none of its characters."""
    found, open_ = dict[str, list[str]](), list[tuple[int, Item]]()
    for start, end, item in sorted(places, key=lambda place: place[:2]):
        if item.mark == "surplus" or item.at:
            continue
        open_ = [(until, other) for until, other in open_ if until > start]
        for _, other in open_:
            found.setdefault(item.key, []).append(other.key)
            found.setdefault(other.key, []).append(item.key)
        open_.append((end, item))
    return found


def together(every: Iterable[Item]) -> list[Item]:
    """The items of several texts, each with the number of those that are like it."""
    listed = list(every)
    alike = Counter(item.group for item in listed)
    return [replace(item, alike=alike[item.group]) for item in listed]


def ranked(every: Iterable[Item]) -> list[Item]:
    """The items as a person should see them: first what is not corrected yet, and of it what is likeliest an error."""
    return sorted(every, key=lambda item: (item.applied, -(item.wrong or _NOT_MEASURED.get(item.tier, 0.0)),
                                           item.text, item.line, item.column, item.key))


def table(item: Item, status: str, reading: str | None = None, by: str = "ed", date: str = "") -> dict[str, Any]:
    """The decision about an item as a `[[correction]]` table, its keys in their order, and `text` in front.

    `reading`: what was chosen or written (None: what is proposed). The printed reading itself is a rejection, an empty
    one takes the reading out. `date`: a day, as 2026-11-22.
    """
    if status in _STANDS and reading == item.printed:
        status = "rejected"
    chosen = reading if reading is not None and status in _STANDS else None
    said = _said(item, chosen)
    stands = status in _STANDS
    made: dict[str, Any] = {
        "text": item.text, "line": item.line, "printed": item.left + item.printed + item.right, "before": item.before,
        "after": item.after, **said, "kind": item.kind, "evidence": item.evidence,
        "cert": item.cert if stands else "", "by": by, "status": status, "date": date,
        # The machine's reason is one for its own reading.
        "why": item.reason if chosen is None or chosen == item.corrected else ""}
    return {key: value for key, value in made.items() if value != ""}


def _said(item: Item, reading: str | None) -> dict[str, str]:
    """The keys that say what is decided: the reading, or the mark."""
    if reading is None and item.mark:
        return {"at": item.at, "mark": item.mark, "reason": item.why}
    words = item.corrected if reading is None else reading
    if not item.left + words + item.right:
        return {"mark": "surplus"}
    return {"corrected": item.left + words + item.right}


class _Said:
    """The decisions about readings: which of them is about a proposal, and which are about none."""

    def __init__(self, decisions: Decisions) -> None:
        self._every = [decision for decision in decisions if decision.edits]
        self._changes = {change: decision for decision in self._every if (change := decision.edit())}
        self._places = {(decision.start, decision.end): decision for decision in self._every}
        self._taken = set[int]()

    def about(self, one: Correction, item: Item) -> Decision | None:
        """What is decided about a proposal: the same change, or something else of the same characters."""
        wide = one.offset - len(item.left), one.end + len(item.right)
        change = None if item.mark else self._changes.get(essence(one.offset, one.printed, one.corrected))
        found = change or self._places.get((one.offset, one.end)) or self._places.get(wide)
        if found:
            self._taken.add(id(found))
        return found

    def others(self) -> list[Decision]:
        """The decisions that are about no proposal."""
        return [decision for decision in self._every if id(decision) not in self._taken]


def _proposed(source: Source, name: str, proposals: Iterable[Correction],
              said: _Said) -> Iterator[tuple[tuple[int, int, str], Item]]:
    for one in proposals:
        item = _item(source, name, one.offset, one.end, one.rule, _MARKS.get(one.form, ""), one.form == "lost",
                     one.corrected)
        decision = said.about(one, item) if item else None
        if item is None or (decision and not _of_reading(decision, item)):
            continue
        yield (one.offset, one.end, one.rule), replace(
            item, tier=one.tier, wrong=one.wrong, readings=one.readings[:_READINGS],
            why=one.why or ("lost" if one.form == "lost" else ""),
            kind="regularisation" if one.form == "reg" else "ocr",
            cert=one.cert, evidence=one.evidence, reason=one.reason, series=one.series, applied=one.applied,
            **_as_decided(decision, item))


def _as_decided(decision: Decision | None, item: Item) -> dict[str, str]:
    """What the file of decisions says of a proposal."""
    if decision is None:
        return {}
    words = decision.corrected or ""
    aside = (len(item.left), len(item.right)) if words and decision.printed != item.printed else (0, 0)
    return {"status": decision.status, "by": decision.by, "decided": words[aside[0]:len(words) - aside[1]]}


def _decided(source: Source, name: str, said: _Said) -> Iterator[tuple[tuple[int, int, str], Item]]:
    for one in said.others():
        item = _item(source, name, one.start, one.end, DECIDED, one.mark, bool(one.at), one.corrected or "")
        if item and _of_reading(one, item):
            yield (one.start, one.end, DECIDED), replace(
                item, tier=DECIDED, why=one.reason, kind=one.kind, cert=one.cert, evidence=one.evidence,
                reason=one.why, status=one.status, decided=one.corrected or "", by=one.by)


def _of_reading(decision: Decision, item: Item) -> bool:
    """Whether a decision says no more than an item can, so that deciding anew loses nothing of it."""
    more = decision.note or decision.who or decision.voice or decision.structure or decision.source
    if decision.mark:
        return not more and (decision.mark, decision.at) == (item.mark, item.at)
    return not more and decision.corrected is not None


def _item(source: Source, name: str, start: int, end: int, rule: str, mark: str, behind: bool,
          corrected: str) -> Item | None:
    """An item without what its proposal or decision says of it; None where no anchor would find it."""
    text = source.text
    place = anchored(source, start, end, mark, behind, not corrected)
    if place is None:
        return None
    first, last = place
    before, after = text[max(0, first - CONTEXT):first], text[last:last + CONTEXT]
    lead, tail = sentence(text, start, end)
    line, column = source.position(start)
    key = sha256("\0".join((name, text[start:end], flat(before), flat(after), rule)).encode("utf-8", "replace"))
    return Item(key.hexdigest()[:16], name, source.line(first), column if line == source.line(first) else 1,
                text[start:end], beside(before), beside(after), lead, tail, corrected, rule, "", 0.0,
                left=text[first:start], right=text[end:last], mark=mark, at="after" if behind else "")
