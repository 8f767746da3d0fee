"""Passages printed twice by accident: where a column was cut, or where the eye slipped back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from edition.corrections.echoes import SPAN, echoes
from edition.corrections.loops import loops
from edition.corrections.model import Correction
from edition.layout import ends_sentence
from edition.records import record
from edition.regex import regex
from edition.rules import Context
from edition.view import View

# Rhetorical repeats reach twelve words; from fifteen on a repeat is hardly an author's (measured on the sources).
SHORTEST = 15
# A column jumble repeats what stands near; quotations of one text repeat from afar.
_NEAR_BLOCKS = 8
# A noun phrase of at most six words that runs up to the repeat ("the things we lack | in our work").
_PHRASE = regex(r"(?<=\s)(?:the|an?|this|these|those|his|her|its|our|your|their)(?:\s+[\w’'-]+){1,5}\Z")
_HANGING = 80  # characters
# A text that repeats itself more often than this does it on purpose: formulas of a register, refrains, filler.
_MOST = 100
# References and lists repeat by nature: they are full of figures and capitals. Prose keeps below these shares.
_MOST_FIGURES, _MOST_CAPITALS = 0.06, 0.45
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = "“”\"«»„"


@record
class Passage:
    """A copy of a passage: `size` words from character `start` to `end` of `view`, the `number`th paragraph."""

    view: View
    number: int
    start: int
    end: int
    size: int

    @property
    def offset(self) -> int:
        return self.view.origin(self.start)

    @property
    def text(self) -> str:
        return self.view.text[self.start:self.end]


def repeats(context: Context) -> Iterator[Correction | None]:
    """A passage of fifteen words or more that stands twice, word for word: the copy that disturbs its paragraph is
    superfluous, and what it pushed out before it is lost."""
    blocks = sorted(context.views("p"), key=lambda view: view.span.start)
    pairs = list(islice(_pairs(blocks), _MOST + 1))
    if len(pairs) > _MOST:
        return
    circles = [circle for circle in loops(context) if circle] if pairs else []
    for one, other in pairs:
        turning = any(circle.offset <= passage.offset < circle.end for circle in circles for passage in (one, other))
        if _is_prose(one.text) and not turning:
            yield from _judge(context, one, other)


def _is_prose(text: str) -> bool:
    words = text.split()
    figures = sum(any(c.isdigit() for c in word) for word in words)
    capitals = sum(word[0].isupper() for word in words)
    return figures <= _MOST_FIGURES * len(words) and capitals <= _MOST_CAPITALS * len(words)


def _pairs(blocks: list[View]) -> Iterator[tuple[Passage, Passage]]:
    """Longest equal passages within paragraphs, each with an earlier copy; one walk over the words."""
    numbers = echoes([view.text for view in blocks])
    words, firsts = list[str](), list[int]()
    for number in numbers:
        firsts.append(len(words))
        words += _words(blocks[number].text)
    seen: dict[tuple[str, ...], int] = {}
    places: dict[int, list[tuple[int, int]]] = {}  # of the words in a paragraph, where they were asked for

    def passage(first: int, size: int) -> Passage:
        place = bisect_right(firsts, first) - 1
        number, at = numbers[place], first - firsts[place]
        if number not in places:
            places[number] = [match.span() for match in _WORD.finditer(blocks[number].text)]
        own = places[number]
        return Passage(blocks[number], number, own[at][0], own[at + size - 1][1], size)

    free = 0  # words before this one are in a pair already
    for at in range(len(words) - SPAN + 1):
        key = tuple(words[at:at + SPAN])
        first = seen.get(key)
        if first is not None and first + SPAN <= at and at >= free:
            begin, size = _extended(words, firsts, first, at)
            if size >= SHORTEST and at - begin >= free:
                free = at - begin + size
                yield passage(first - begin, size), passage(at - begin, size)
        if at % SPAN == 0:
            seen[key] = at


def _words(text: str) -> list[str]:
    """The words of a text in lower case. It is put in lower case as a whole, where that keeps its length."""
    low = text.lower()
    return _WORD.findall(low) if len(low) == len(text) else list(map(str.lower, _WORD.findall(text)))


def _extended(words: list[str], firsts: list[int], one: int, other: int) -> tuple[int, int]:
    """(words before the match that are equal too, size of the whole match), neither copy leaving its paragraph."""
    limits = [(firsts[k], firsts[k + 1] if k + 1 < len(firsts) else len(words))
              for k in (bisect_right(firsts, one) - 1, bisect_right(firsts, other) - 1)]
    before = 0
    while one - before > limits[0][0] and other - before > max(limits[1][0], one + 1) \
            and words[one - before - 1] == words[other - before - 1]:
        before += 1
    after = 0
    while one + after < min(limits[0][1], other - before) and other + after < limits[1][1] \
            and words[one + after] == words[other + after]:
        after += 1
    return before, before + after


def _judge(context: Context, one: Passage, other: Passage) -> Iterator[Correction | None]:
    disturbing = [copy for copy in (one, other) if _disturbs(context, copy)]
    line = context.source.line(one.offset)
    if len(disturbing) == 1 and 0 < other.number - one.number <= _NEAR_BLOCKS:
        line = context.source.line((other if disturbing[0] is one else one).offset)
        yield _surplus(context, disturbing[0], f"the same {one.size} words stand in line {line}; here they follow a "
                       "broken-off sentence in a paragraph that was cut")
        yield _lost(context, disturbing[0])
    elif one.number == other.number and not _WORD.search(one.view.text, one.end, other.start):
        yield _surplus(context, other, f"the {one.size} words before are repeated at once")
    else:
        yield Correction(other.offset, other.offset + 1, other.text, "", "repeated", "low", tier="suggestion",
                         reason=f"the same {one.size} words stand in line {line}", form="surplus", why="repeated")


def _disturbs(context: Context, copy: Passage) -> bool:
    """Whether a copy begins inside a sentence, ends its paragraph, and the paragraph was cut before it."""
    if _WORD.search(copy.view.text, copy.end):
        return False  # asked first: it is quick where a text repeats itself without end
    before = copy.view.text[:copy.start].rstrip()
    if not before or ends_sentence(before):
        return False
    if sum(before.count(mark) for mark in _MARKS) % 2:
        return False
    start = copy.view.span.start
    cut = any(span.kind in ("cb", "pb") and start <= span.start < copy.offset for span in context.spans)
    return cut or before.lstrip(_MARKS)[:1].islower()


def _surplus(context: Context, copy: Passage, reason: str) -> Correction:
    view, end = copy.view, copy.end
    while end < len(view.text) and view.text[end] in ".,;:!?)" + _MARKS[1:]:
        end += 1
    last = view.origin(end - 1) + 1
    return Correction(copy.offset, last, context.text[copy.offset:last], "", "repeated", "high", reason=reason,
                      form="surplus", why="repeated")


def _lost(context: Context, copy: Passage) -> Correction:
    """Where the sentence broke off nobody can see; the words next to the repeat may belong to it already.

    So the gap is put before the noun phrase on which the repeat hangs, and its certainty is low.
    """
    before = copy.view.text[:copy.start].rstrip()
    phrases = [m.start() for m in _PHRASE.finditer(before, max(0, len(before) - _HANGING))]
    before = before[:phrases[-1]].rstrip() if phrases else before
    host = copy.view.origin(len(before) - 1)
    return Correction(host, host + 1, context.text[host], "", "lost", "low", form="lost", why="lost",
                      reason="a sentence breaks off before a passage that is printed twice: its end is lost, here or "
                             "a few words on")
