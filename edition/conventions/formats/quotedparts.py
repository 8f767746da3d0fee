"""What stands within quotations of Markdown: paragraphs, verse, items of a list, turns of speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edition.layout import Line
from edition.regex import regex
from edition.tree import Attrs, Span
from edition.verse import LONGEST, is_verse
from edition.view import View

RULE = "marked-quotation"
_TURN = "marked-turn"
_MARK = regex(r"(?:>[ \t]?){1,5}[ \t]*")
_ITEM = regex(r"(?:[-*+•]|(?P<n>\d{1,2})[.)])[ \t]+(?=\S)")
_LABEL = regex(r"(?P<bold>\*{0,2})(?P<name>[^\W\d_a-z][\w.’' -]{0,40}?)(?::(?P=bold)|(?P=bold):)[ \t]+(?=\S)")
_ASKED = frozenset(("Q", "A", "F"))  # letters for question and answer, which prove themselves


class Part(NamedTuple):
    """The lines of a paragraph, the empty lines behind it; how many brackets open it."""

    full: list[Line]
    empty: list[Line]
    depth: int


def content(view: View, line: Line) -> int:
    """Where the words of a line begin."""
    match = _MARK.match(view.text, line.start, line.end)
    assert match
    return match.end()


def parts(view: View, group: list[Line]) -> list[Part]:
    """The parts of a quotation: an empty line ends one, and so does another number of brackets."""
    made, full, empty = list[Part](), list[Line](), list[Line]()
    depth = 0
    for line in group:
        first = content(view, line)
        if first == line.end:
            empty.append(line)
            continue
        brackets = view.text.count(">", line.start, first)
        if full and (empty or brackets != depth):
            made.append(Part(full, empty, depth))
            full, empty = [], []
        full.append(line)
        depth = brackets
    return [*made, Part(full, empty, depth)] if full else made


def within(view: View, found: list[Part]) -> Iterator[Span]:
    """Claims of what stands in one quotation, none within it."""
    yield from _turns(view, found) if _speakers(view, found) else (span for part in found for span in _part(view, part))


def _part(view: View, part: Part) -> Iterator[Span]:
    full, empty = part.full, part.empty
    texts = [view.text[content(view, line):line.end].rstrip("\\ ") for line in full]
    items = [place for place, text in enumerate(texts) if _ITEM.match(text)]
    if len(items) > 1 and items[0] == 0:
        yield from _list(view, part, items)
    elif is_verse(texts):
        yield view.claim("lg", full[0].start, (empty or full)[-1].end, RULE)
        for line in full:
            yield from block(view, "l", [line], empty if line is full[-1] else [])
    elif min(map(len, texts)) > LONGEST:
        for line in full:
            yield from block(view, "p", [line], empty if line is full[-1] else [])
    else:
        yield from block(view, "p", full, empty)


def _list(view: View, part: Part, items: list[int]) -> Iterator[Span]:
    full, empty, _ = part
    yield view.claim("list", full[0].start, (empty or full)[-1].end, RULE)
    for place, following in pairwise([*items, len(full)]):
        match = _ITEM.match(view.text, content(view, full[place]))
        assert match
        attrs: Attrs = (("n", match["n"]),) if match["n"] else ()
        yield from block(view, "item", full[place:following], empty if following == len(full) else [],
                         (full[place].start, match.end()), attrs)


def block(view: View, kind: str, full: list[Line], empty: list[Line], begins: tuple[int, int] | None = None,
          attrs: Attrs = ()) -> Iterator[Span]:
    """A block; the brackets of its later lines are mark-up inside it, those of empty lines its skin.

    `begins`: where it begins, and where its words do, if not at the bracket and behind it.
    """
    start, first = begins or (full[0].start, content(view, full[0]))
    last, end = full[-1].end - (view.text[full[-1].end - 1] == "\\"), (empty or full)[-1].end
    yield view.claim(kind, start, end, RULE, attrs, first - start, end - last)
    for line in full[1:]:
        size = content(view, line) - line.start
        yield view.claim("c", line.start, line.start + size, RULE, (("type", "markup"),), size)


def _label(view: View, line: Line) -> re.Match[str] | None:
    return _LABEL.match(view.text, content(view, line), line.end)


def _paragraphs(found: list[Part]) -> list[Part]:
    """What may begin a turn: of a quotation that is one part, each line."""
    if len(found) > 1:
        return found
    full, empty, depth = found[0]
    return [Part([line], empty if line is full[-1] else [], depth) for line in full]


def _speakers(view: View, found: list[Part]) -> bool:
    """Whether these are turns: nearly all have a label, and labels come again."""
    labels = [label["name"] for part in _paragraphs(found) if (label := _label(view, part.full[0]))]
    known = Counter(labels)
    if len(known) < 2 or len(labels) < 0.7 * len(found) or not _label(view, found[0].full[0]):
        return False
    return known.keys() <= _ASKED or known.most_common(1)[0][1] > 1


def _turns(view: View, found: list[Part]) -> Iterator[Span]:
    paragraphs = _joined(view, found) if len(found) == 1 else found
    begun = [place for place, part in enumerate(paragraphs) if _label(view, part.full[0])]
    for place, following in pairwise([*begun, len(paragraphs)]):
        own = paragraphs[place:following]
        label = _label(view, own[0].full[0])
        assert label
        start, marks = own[0].full[0].start, len(label["bold"])
        outside = marks and view.text[label.end("name")] != ":"
        said = label.end() - len(label[0]) + len(label[0].rstrip())
        yield view.claim("sp", start, (own[-1].empty or own[-1].full)[-1].end, _TURN)
        yield view.claim("speaker", start, said, _TURN, (), label.start("name") - start, marks + bool(outside))
        yield from block(view, "p", *own[0][:2], (label.end(), label.end()))
        for part in own[1:]:
            yield from block(view, "p", *part[:2])


def _joined(view: View, found: list[Part]) -> list[Part]:
    """The lines of a part, each that has a label with those behind it that have none."""
    made = list[Part]()
    for line in _paragraphs(found):
        if made and not _label(view, line.full[0]):
            made[-1] = Part([*made[-1].full, *line.full], line.empty, line.depth)
        else:
            made.append(line)
    return made
