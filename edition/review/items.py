"""What a reviewer sees of a text: each proposal in its sentence, and the decision that comes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from edition.corrections.anchors import CONTEXT, Anchor, Place, find
from edition.corrections.decision import Decision, Decisions, essence
from edition.corrections.model import Correction, Form
from edition.pipeline import Document
from edition.records import record, replace
from edition.regex import regex
from edition.source import Source, from_text

DECIDED: Final = "decision"  # the rule of an item that only the file of decisions knows
UNDECIDED: Final = ("", "proposed")
_STANDS: Final = ("accepted", "edited")
_NOT_MEASURED: Final = {"automatic": 0.99, "suggestion": 0.5, "queue": 0.25}
_READINGS: Final = 3
_WORDS_ASIDE: Final = 12  # by how many words a reading is widened until it stands but once on its line
_SENTENCE: Final = 240  # characters of a sentence shown on either side, and how many at least where there are more
_LEAST: Final = 60
_END = regex(r"[.!?][\"'”’)\]]*\s+(?=\W*[A-ZÀ-ÞА-Я0-9])")
_BLANK = regex(r"\s+")
_WORD_BEFORE = regex(r"\S+\s*\Z")
_WORD_BEHIND = regex(r"\s*\S+")
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
    source, pages, said, edges = document.source, _Pages(document), _Said(decisions), _Edges(document)
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
        "cert": item.cert if stands else "", "by": by, "status": status, "date": date, "why": item.reason}
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
    place = _anchored(source, start, end, mark, behind, not corrected)
    if place is None:
        return None
    first, last = place
    before, after = text[max(0, first - CONTEXT):first], text[last:last + CONTEXT]
    lead, tail = _sentence(text, start, end)
    line, column = source.position(start)
    key = sha256("\0".join((name, text[start:end], _flat(before), _flat(after), rule)).encode("utf-8", "replace"))
    return Item(key.hexdigest()[:16], name, source.line(first), column if line == source.line(first) else 1,
                text[start:end], _beside(before), _beside(after), lead, tail, corrected, rule, "", 0.0,
                left=text[first:start], right=text[end:last], mark=mark, at="after" if behind else "")


def _beside(text: str) -> str:
    """What stands beside a reading, as an anchor takes it: on one line, and nothing where it is only white space."""
    return _flat(text) if text.strip() else ""


def _flat(text: str) -> str:
    return _BLANK.sub(" ", text)


def _anchored(source: Source, start: int, end: int, mark: str, behind: bool, empty: bool) -> tuple[int, int] | None:
    """The reading, wide enough to be found exactly once; a mark says something of just these characters, so it is not
    widened (one that stands behind them may be, to the left)."""
    text, first, last = source.text, start, end
    if empty and not mark:  # nothing would stand in its place: its neighbour stands for both
        last = min(len(text), last + 1)
    for step in range(2 * _WORDS_ASIDE):
        if text[first:last].strip() and _alone(source, first, last):
            return first, last
        if mark and not behind:
            return None
        if step % 2 == 0 or behind:
            word = _WORD_BEFORE.search(text, max(0, first - 80), first)
            first = word.start() if word else first
        else:
            word = _WORD_BEHIND.match(text, last)
            last = min(word.end(), last + 80) if word else last
    return None


def _alone(source: Source, start: int, end: int) -> bool:
    """Whether an anchor with the reading's neighbours is found, and at this place."""
    text, line = source.text, source.line(start)
    first, last = source.line_span(line)
    printed = text[start:end]
    if not _BLANK.search(printed) and text.find(printed, first, last) == start \
            and text.find(printed, start + 1, last + len(printed)) < 0:
        return True
    before, after = text[max(0, start - CONTEXT):start], text[end:end + CONTEXT]
    # Only what may match on this line: the whole of a long text would be read for each of its words.
    around = max(0, first - 8 * CONTEXT)
    window = from_text(text[around:max(last, end) + 8 * CONTEXT])
    anchor = Anchor(window.line(start - around), printed, _beside(before), _beside(after))
    return find(anchor, window) == Place(start - around, end - around, anchor.line, moved=False)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What precedes and follows in the sentence, on one line; a short one with something of its neighbours."""
    head, foot = text[max(0, start - _SENTENCE):start], text[end:end + _SENTENCE]
    cut = max((end.end() for end in _END.finditer(head) if len(head) - end.end() >= _LEAST), default=0)
    if not cut and start > _SENTENCE:
        cut = head.find(" ") + 1
    close = next((end for end in _END.finditer(foot) if end.start() >= _LEAST), None)
    until = close.end() if close else len(foot)
    if not close and end + _SENTENCE < len(text):
        until = max(foot.rfind(" "), 0) or until
    return _flat(head[cut:]).lstrip(), _flat(foot[:until]).rstrip()


class _Edges:
    """Where elements begin and end."""

    def __init__(self, document: Document) -> None:
        every = {pair for span in document.spans for pair in ((span.start, span.end), (span.istart, span.iend))}
        self._from, self._to = sorted(every), sorted((end, start) for start, end in every)

    def crossed(self, start: int, end: int) -> bool:
        """Whether an element begins or ends within these characters and goes on outside of them."""
        first, last = bisect_right(self._from, (start + 1,)), bisect_right(self._from, (end,))
        if any(until > end for _, until in self._from[first:last]):
            return True
        first, last = bisect_right(self._to, (start + 1,)), bisect_right(self._to, (end,))
        return any(since < start for _, since in self._to[first:last])


class _Pages:
    """The pages of a text, by where they begin."""

    def __init__(self, document: Document) -> None:
        breaks = [span for span in document.spans if span.kind == "pb"]
        self._starts, self._names = [span.start for span in breaks], [span.get("n") for span in breaks]

    def at(self, offset: int) -> str:
        """The page on which a place stands, "" where none is known."""
        place = bisect_right(self._starts, offset)
        return self._names[place - 1] if place else ""
