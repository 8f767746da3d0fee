"""Tables of contents without a column of pages: lines that name the headings which follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.blocks.wording import piece, pieces
from edition.layout import Line
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span

_HEADING = 40     # characters of the heading of the contents, and of a title at least
_LEAST = 3        # entries
_LONGEST = 160    # characters of an entry
_MOST = 400       # lines of contents
_BEFORE, _APART = 3, 2  # empty lines at most, before the first entry and between two
_PART = 0.6       # of the entries that name a heading, or end in a page
_PAGE = regex(r"[ \t,.](\d{1,4})[.\])]?\Z")
_BETWEEN = regex(r"[.:;—–]+\s+|\s*-{1,2}\s*|\s*[—–]\s*")


def _plain(said: str) -> str:
    return "".join(c for c in said.casefold() if c.isalnum())


def _names(said: str) -> set[str]:
    """What an entry may be called where it stands as a heading: the whole of it, its title, its number."""
    said = _PAGE.sub("", said)
    return {plain for part in (said, *_BETWEEN.split(said)) if len(plain := _plain(part)) > _LEAST}


def _entries(text: str, found: list[Line], place: int) -> list[list[Line]]:
    """The lines under a heading of contents, up to the first that repeats one of them."""
    entries, seen = list[list[Line]](), set[str]()
    for line in found[place:place + _MOST]:
        said = text[line.start:line.end]
        if (line.end - line.start > _LONGEST or line.gap > (_APART if entries else _BEFORE)
                or _plain(said) in seen or piece(said) == ("contents", "front")):
            break
        if entries and not line.gap and line.indent > entries[-1][0].indent + 1 and len(entries[-1]) < _LEAST:
            entries[-1].append(line)
        else:
            entries.append([line])
        seen |= _names(said)
    if entries and not _names(text[entries[-1][0].start:entries[-1][-1].end]):
        entries.pop()   # a numeral that heads the first chapter
    return entries


def _holds(text: str, entries: list[list[Line]], heads: dict[str, int]) -> bool:
    """Whether most entries name a heading that follows, or end in a page, the pages in order."""
    if len(entries) < _LEAST:
        return False
    end = entries[-1][-1].end
    named = sum(any(heads.get(name, -1) > end for name in _names(text[entry[0].start:entry[-1].end]))
                for entry in entries)
    pages = [int(match[1]) for entry in entries if (match := _PAGE.search(text, entry[0].start, entry[-1].end))]
    in_order = len(pages) >= max(_LEAST, _PART * len(entries)) and all(a <= b for a, b in pairwise(pages))
    return in_order or named >= max(_LEAST, _PART * len(entries))


def _contents(context: Context) -> Iterator[list[list[Line]]]:
    view, heads = context.document(), dict[str, int]()
    found = view.lines
    for place in pieces(context, "contents"):
        if found[place].end - found[place].start <= _HEADING:
            heads = heads or {_plain(view.text[one.start:one.end]): one.start for one in found
                              if one.gap and one.end - one.start < _LONGEST}
            entries = _entries(view.text, found, place + 1)
            if _holds(view.text, entries, heads):
                yield entries


def _claims(context: Context) -> Iterator[Span]:
    view = context.document()
    for entries in _contents(context):
        yield view.claim("list", entries[0][0].start, entries[-1][-1].end, "contents")
        for entry in entries:
            yield view.claim("item", entry[0].start, entry[-1].end, "contents")


def _score(context: Context) -> Score:
    count = sum(len(entries) for entries in _contents(context))
    return Score(0.9, f"{counted(count, 'entry', 'entries')} that name what follows, or end in pages") if count else NO


CONTENTS = Convention(
    "contents",
    "Lines under a heading of contents that name the headings which follow, or end in pages, are the items of a list.",
    "CONTENTS\\n\\nThe Mill\\nOn Lanterns\\nOf Fairs\\n\\nTHE MILL",
    (Rule("contents", "the entries of a table of contents", "The Mill 3\\nOn Lanterns 9\\nOf Fairs 12", _claims),),
    _score,
)
