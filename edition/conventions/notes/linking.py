"""Calls and notes entered twice: each call has its note and each note its call, or it is reported."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.conventions.notes.making import LABEL, SCOPE
from edition.conventions.notes.markers import EXPLICIT, Call, calls, label_of
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span, skin

# A call is compared with all notes of its label while there are no more than so many pairs for each; in
# texts that have thousands of notes of one label, with those near the end of the best chain so far.
_PAIRS = 24
_WINDOW = 24


def _notes(context: Context) -> list[Span]:
    return [note for note in context.spans if note.kind == "note" and note.get("key") and _label(note)]


def _label(note: Span) -> str:
    return label_of(note.get("n") or note.get(LABEL))


def _candidates(context: Context, *kinds: str, explicit: bool = False) -> list[Call]:
    """What may call a note, its place told in the source."""
    return sorted(call._replace(start=view.origin(call.start), end=view.origin(call.end - 1) + 1)
                  for view in context.views(*kinds) for call in calls(view.text, explicit))


def _manner(found: list[Call], labels: set[str]) -> set[str]:
    """The forms of call that the text uses: where it marks them plainly, a glued number calls nothing."""
    used = Counter(form for form, _ in {(call.form, call.label) for call in found if call.label in labels})
    plain = [form for form in used if form in EXPLICIT or form == "symbol"]
    if not used:
        return set()
    numbered = {label for label in labels if label.isdecimal()}
    if any(used[form] >= 0.5 * len(numbered) for form in plain if form != "symbol") and numbered:
        return {*plain, "round"} if used["round"] > used["glued"] else set(plain)
    return {*plain, "round", "glued"}


def _groups(notes: list[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """(where the calls may begin, where they end, the notes in order): a page's notes; all others by their marks."""
    groups: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for note in notes:
        label = _label(note)
        kind = "number" if label.isdecimal() else "letter" if label.isalpha() else "symbol"
        groups[note.get(SCOPE), "" if note.get(SCOPE) else kind].append(note)
    for (scope, _), members in sorted(groups.items(), key=lambda group: not group[0][0]):  # pages are surest
        yield (int(scope), members[0].start, members) if scope else (0, 1 << 60, members)


def chained(found: list[Call], notes: list[Span]) -> dict[int, int]:
    """Note → call, by number: the heaviest chain of pairs in which calls and notes go on together.

    The best chain up to each note stands in a tree of prefix maxima, so that each pair costs a logarithm.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, note in enumerate(notes):
        places[_label(note)].append(place)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(notes) + 1)
    pairs: list[tuple[int, int, int]] = []  # call, note, the pair before
    top, frontier = (0, -1), 0
    every = sum(len(places[call.label]) for call in found) <= _PAIRS * (len(found) + len(notes))
    for number, call in enumerate(found):
        own = places.get(call.label, [])
        near = bisect_left(own, frontier)
        fresh = []
        for place in own if every else own[max(0, near - _WINDOW // 3):near + _WINDOW]:
            note = notes[place]
            if note.start <= call.start < note.end:
                continue
            nearest = (notes[place - 1].end if place else 0) <= call.start < note.start
            weight, before = _prefix(tree, place)
            fresh.append((place, weight + 4 * call.weight + nearest, before))
        for place, weight, before in fresh:
            pairs.append((number, place, before))
            reached = weight, len(pairs) - 1
            _raise(tree, place + 1, reached)
            if reached[0] > top[0]:
                top, frontier = reached, place
    made, pair = dict[int, int](), top[1]
    while pair >= 0:
        number, place, pair = pairs[pair]
        made[place] = number
    return made


def _prefix(tree: list[tuple[int, int]], end: int) -> tuple[int, int]:
    """The best of the first `end` notes."""
    best = (0, -1)
    while end > 0:
        best = max(best, tree[end])
        end -= end & -end
    return best


def _raise(tree: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at


def _links(context: Context) -> Iterator[Span]:
    notes = _notes(context)
    labels = {_label(note) for note in notes}
    every = _candidates(context)
    found = [call for call in every if call.label in labels]
    inside = [call for call in _candidates(context, "note", "p", explicit=True) if call.label in labels]
    manner = _manner(found, labels)
    found = [call for call in found if call.form in manner]
    taken, called = set[int](), set[str]()
    for start, end, members in _groups(notes):
        first, last = bisect_left(found, (start,)), bisect_left(found, (end,))
        own = [call for call in found[first:last] if call.start not in taken]
        for place, number in chained(own, members).items():
            taken.add(own[number].start)
            called.add(members[place].get("key"))
            yield _call(own[number], members[place])
        yield from _further(own, members, taken, called)
    yield from _inside(inside, notes, called)
    _report(context, [call for call in every if call.form in manner], taken)


def _further(own: list[Call], members: list[Span], taken: set[int], called: set[str]) -> Iterator[Span]:
    """Plain calls that the chain left: out of order, or one more call of the same note."""
    by_label: dict[str, list[Span]] = defaultdict(list)
    for note in members:
        by_label[_label(note)].append(note)
    for call in own:
        same = by_label.get(call.label, [])
        if call.start in taken or len(same) != 1 or call.form not in EXPLICIT or call.weight < 5:
            continue
        taken.add(call.start)
        called.add(same[0].get("key"))
        yield _call(call, same[0])


def _inside(found: list[Call], notes: list[Span], called: set[str]) -> Iterator[Span]:
    """Calls in notes: of the next note of that mark that no text calls."""
    starts = [note.start for note in notes]
    waiting: dict[str, list[int]] = defaultdict(list)
    for place, note in enumerate(notes):
        if note.get("key") not in called:
            waiting[_label(note)].append(place)
    for call in found:
        places = waiting.get(call.label, [])
        at = bisect_left(places, bisect_right(starts, call.start))
        if at < len(places) and starts[places[at]] > call.start:
            note = notes[places.pop(at)]
            called.add(note.get("key"))
            yield _call(call, note)


def _call(call: Call, note: Span) -> Span:
    return skin(call.start, call.end, "call", "note-call", (("target", note.get("key")), ("n", call.label)))


def _report(context: Context, found: list[Call], taken: set[int]) -> None:
    """A plain mark that calls no note; of notes without a call the writer tells, who may have a place for them."""
    for call in found:
        if call.start not in taken and call.form in EXPLICIT and call.weight > 5:
            context.note("call-without-note", "info", f"{call.label} looks like the call of a note; there is none "
                         "of that mark for it", call.start)


def _score(context: Context) -> Score:
    count = len(_notes(context))
    return Score(1.0, f"{counted(count, 'note')} with a number or mark") if count else NO


NOTE_CALLS = Convention(
    "note-calls",
    "What calls a note in the text: a number glued to a word, [3], <sup>3</sup>, ³, *, as the notes are marked.",
    "tools of production)2 from",
    (Rule("note-call", "a mark that calls the note of the same mark", "farm-hands3 which", _links),),
    _score,
)
