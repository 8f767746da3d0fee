"""Where things go in the TEI: an xml:id for each citable element, a place for each note."""

from __future__ import annotations

from collections.abc import Callable

from edition.ids.published import NOTHING, Issue, Published
from edition.ids.supplied import known_title, title_id, with_title, without_title
from edition.kinds import BLOCKS, KINDS
from edition.records import field, mutable
from edition.regex import regex
from edition.tree import Span

# The letter of an id by kind; kinds that are not here get an id only where something points to them.
_LETTER = {"div": "s", "p": "p", "ab": "ab", "sp": "sp", "l": "l", "lg": "lg", "quoteBlock": "q", "list": "list",
           "item": "i", "table": "table", "figure": "fig", "head": "h", "titlePage": "tp", "bibl": "bibl",
           "stageBlock": "st", "castList": "cast", "castItem": "ci", "opener": "o", "closer": "cl", "front": "front",
           "back": "back", "cit": "cit", "trailer": "tr", "byline": "by", "epigraph": "ep",
           "argument": "arg", "postscript": "ps", "comment": "note"}
_EDITORIAL = {"choice": "c", "insertion": "c", "surplus": "c", "gap": "c", "sic": "c", "unclear": "c"}
_LETTERS = _LETTER | _EDITORIAL
_NAMES = frozenset(("persName", "placeName", "title"))
_MENTION = "m"  # of a name that points to an entry of a register
TURNS, VERSE = frozenset(("sp",)), frozenset(("l", "lg"))
# What makes a body: TEI wants at least one of these in it.
_MAKING = frozenset(("ab", "bibl", "castList", "cit", "div", "l", "lg", "list", "p", "quoteBlock", "sp", "stageBlock",
                     "table"))
# What is no text of a body, whatever is in it: it stands above, below or beside that.
_NO_TEXT = frozenset(("argument", "closer", "epigraph", "figure", "fw", "note", "opener", "postscript"))
_PLAIN = regex(r"[^a-z0-9]+")
_POINTERS = frozenset(("next", "prev", "corresp", "target"))


@mutable
class Places:
    """`ids[k]`: the xml:id of span k, "" for none. `moved`: keys of the notes that are written at a call.

    `going_on`: the note whose text a note cut by a page goes on with, by its key.
    `in_turns`, `in_verse`: keys of the notes whose call stands in a turn (`sp`), in verse.
    `head_host`: the place of the span that a supplied heading opens (the first division, or the body), -1 for none.
    `head_id`: the xml:id of that heading. `issue`: what became of the ids that were published, if any were.
    """

    ids: list[str]
    moved: list[str]
    first_call: dict[str, Span]
    title_note: str
    head_host: int
    in_turns: frozenset[str] = frozenset()
    in_verse: frozenset[str] = frozenset()
    going_on: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    issue: Issue | None = None
    head_id: str = ""

    def note_id(self, key: str) -> str:
        """The xml:id of the note with this key."""
        return self.by_key[key]

    def attributes(self, number: int, span: Span) -> list[tuple[str, str]]:
        """The attributes as TEI has them: an id where there is one, pointers resolved, the tool's own left out."""
        made = [("xml:id", self.ids[number])] if self.ids[number] else []
        if not span.attrs:
            return made
        for name, value in span.attrs:
            if name == "key" or name.startswith("_"):
                continue
            if value.startswith("@") and name in _POINTERS:
                if value[1:] not in self.by_key:
                    continue
                value = "#" + self.by_key[value[1:]]
            made.append((name, value))
        return made

    def call_skin(self, key: str, n: str, source: str, pointer: Callable[[str, str, str], str]) -> str:
        """The @rendition of a note written at its call: the call's own characters. `n`: the note's, if it has one."""
        call = self.first_call.get(key)
        return pointer(source[call.start:call.end], "", n) if call else ""


def place(spans: list[Span], supplied_head: bool, text: str = "", published: Published = NOTHING) -> Places:
    """Allot ids by position within the parent, and decide which notes are written at a call.

    Where ids of the `text` were published, each stays with its passage.
    """
    keyed = {span.get("key"): span for span in spans if span.kind == "note" and span.get("key")}
    calls = _calls(spans, keyed)
    moved = [key for key in keyed if key in calls]
    title_note = ""
    first = next(iter(keyed), "")
    if supplied_head and first and first not in calls:
        title_note = first
        moved.insert(0, first)
    ids, by_key = positional(spans)
    host, issued, known = _head_host(spans), None, ""
    if published.lines:
        from edition.ids.issue import issue  # most texts have no published ids

        known = known_title(published) if supplied_head else ""
        issued = issue(text, spans, ids, without_title(published, known))
        ids = issued.ids
        by_key = {span.get("key"): id for span, id in zip(spans, ids, strict=True) if id and span.get("key")}
    above = ids[host] if host >= 0 else ""
    head_id = known or title_id(above)
    if issued and supplied_head:
        issued = with_title(issued, published, head_id, above)
    return Places(ids, moved, calls, title_note, host, _within(spans, calls, TURNS),
                  _within(spans, calls, VERSE),
                  {key: note.get("prev")[1:] for key, note in keyed.items() if note.get("prev")[:1] == "@"}, by_key,
                  issued, head_id)


def begins_with_a_page(spans: list[Span]) -> bool:
    """Whether a page break stands before the first words; else they stand on a page of their own."""
    return next((span.kind == "pb" for span in spans if span.kind == "pb" or span.kind in BLOCKS), False)


def makes_body(body: Span, spans: list[Span]) -> bool:
    """Whether there is in a body what TEI wants there: more than headings, furniture and notes."""
    end = 0
    for span in spans:
        if span.start >= body.end:
            return False
        if span.start >= end and span.kind in _MAKING:
            return True
        if KINDS[span.kind].level == "block" or span.kind in _NO_TEXT:
            end = max(end, span.end)
    return False


def _within(spans: list[Span], calls: dict[str, Span], kinds: frozenset[str]) -> frozenset[str]:
    """The keys of the notes whose call stands in something of these kinds."""
    first = {call.start: key for key, call in calls.items()}
    found, end = set[str](), 0
    for span in spans if first and any(span.kind in kinds for span in spans) else ():
        if span.kind in kinds:
            end = max(end, span.end)
        elif span.kind == "call" and span.start < end and span.start in first:
            found.add(first[span.start])
    return frozenset(found)


def _head_host(spans: list[Span]) -> int:
    """A division stands first where no block stands before it."""
    block = next((span.start for span in spans if span.kind in BLOCKS), 0)
    hosts = {span.kind: place for place, span in reversed(list(enumerate(spans)))
             if span.kind == "body" or (span.kind == "div" and span.start <= block)}
    return hosts.get("div", hosts.get("body", -1))


def _calls(spans: list[Span], notes: dict[str, Span]) -> dict[str, Span]:
    """The first call of each note. A call that stands in a note moves nothing: two notes could hold each other."""
    first: dict[str, Span] = {}
    note_end = 0
    for span in spans:
        if span.kind == "note":
            note_end = max(note_end, span.end)
        elif span.kind == "call" and span.start >= note_end and span.get("target") in notes:
            first.setdefault(span.get("target"), span)
    return first


def positional(spans: list[Span]) -> tuple[list[str], dict[str, str]]:
    """(the id of each span by its position within its parent, "" for none; the same by the keys of spans)."""
    ids, by_key, taken = list[str](), dict[str, str](), dict[str, int]()
    open_: list[tuple[int, str, dict[str, int]]] = [(1 << 60, "", {})]  # end, id, how many of each letter are in it
    pages = 0
    for span in spans:
        start, kind = span.start, span.kind
        while open_[-1][0] <= start:
            open_.pop()
        key = span.get("key") if span.attrs else ""
        if kind == "note":
            made = _note_id(span, by_key)
        elif kind == "pb":
            pages += 1
            made = f"pb{_PLAIN.sub('-', span.get('n').lower()).strip('-') or pages}"
        elif letter := _LETTERS.get(kind) or (key and "x") or (kind in _NAMES and span.get("ref") and _MENTION):
            _, parent, counts = open_[-1]
            counts[letter] = count = counts.get(letter, 0) + 1
            made = f"{parent}.{letter}{count}" if parent else f"{letter}{count}"
        else:
            ids.append("")
            continue
        if made in taken:
            made = _free(made, taken)
        taken[made] = 1
        ids.append(made)
        if key:
            by_key[key] = made
        if kind not in _EDITORIAL and kind not in _NAMES:
            open_.append((span.end, made, {}))
    return ids, by_key


def _note_id(note: Span, by_key: dict[str, str]) -> str:
    """The id of a note by its number; of one that goes on by that of the note it goes on with."""
    before = by_key.get(note.get("prev")[1:])
    return f"{before}.2" if before else f"n{_PLAIN.sub('-', note.get('n').lower()).strip('-') or len(by_key) + 1}"


def _free(name: str, taken: dict[str, int]) -> str:
    """A taken name with -2, -3 … `taken`: each name with the last number that was put behind it."""
    made, count = name, taken[name]
    while made in taken:
        count += 1
        made = f"{name}-{count}"
    taken[name] = count
    return made
