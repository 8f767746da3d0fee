"""Tables of contents without a column of pages: lines that name the headings which follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.blocks.wording import named_division, piece, pieces
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


def _entries(text: str, found: list[Line], place: int, heads: dict[str, int]) -> list[list[Line]]:
    """The lines under a heading of contents, up to the first that repeats one of them."""
    entries, seen, nested = list[list[Line]](), set[str](), _nests(text, found[place:place + _MOST], heads)
    for line in found[place:place + _MOST]:
        said = text[line.start:line.end]
        if (line.end - line.start > _LONGEST or line.gap > (_APART if entries else _BEFORE)
                or _plain(said) in seen or piece(said) == ("contents", "front")):
            break
        goes_on = entries and not line.gap and line.indent > entries[-1][0].indent + 1 and len(entries[-1]) < _LEAST
        if goes_on and not (nested and heads.keys() & _names(said)):
            entries[-1].append(line)
        else:
            entries.append([line])
        seen |= _names(said)
    if entries and ((entries[-1][0].gap and _is_untitled(text, entries[-1]))
                    or not _names(text[entries[-1][0].start:entries[-1][-1].end])):
        entries.pop()   # a name or a numeral that heads the first chapter
    return entries


def _nests(text: str, found: list[Line], heads: dict[str, int]) -> bool:
    """Whether two lines one below the other, set in alike, name a heading each: entries within an entry."""
    margin = min((line.indent for line in found), default=0)
    return any(margin + 1 < above.indent == below.indent and not below.gap
               and all(heads.keys() & _names(text[line.start:line.end]) for line in (above, below))
               for above, below in pairwise(found))


def _is_untitled(text: str, entry: list[Line]) -> bool:
    """Whether an entry is the name of a division without a title."""
    named = named_division(text[entry[0].start:entry[-1].end])
    return named is not None and not named[2]


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


def _heads(text: str, found: list[Line]) -> dict[str, int]:
    """What may be headings, with their places: short lines below a gap, and titles below the names of divisions."""
    heads, above = dict[str, int](), False
    for line in found:
        if (line.gap or above) and line.end - line.start < _LONGEST:
            heads[_plain(text[line.start:line.end])] = line.start
        above = line.gap > 0 and line.end - line.start <= _HEADING and _is_untitled(text, [line])
    return heads


def _contents(context: Context) -> Iterator[list[list[Line]]]:
    view, heads = context.document(), dict[str, int]()
    found = view.lines
    for place in pieces(context, "contents"):
        if found[place].end - found[place].start <= _HEADING:
            heads = heads or _heads(view.text, found)
            entries = _entries(view.text, found, place + 1, heads)
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
