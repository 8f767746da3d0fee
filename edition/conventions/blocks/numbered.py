"""Headings that are numbered: a numeral alone, or a number and a title, as far as they count on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from edition.conventions.blocks.dates import dateline
from edition.conventions.blocks.shapes import Surroundings, has_page_reference, titled_usually, titles_below
from edition.flow import Block, Flow, title_like
from edition.layout import ends_sentence
from edition.numerals import roman_value
from edition.records import record
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.salutations import is_salutation
from edition.tree import Attrs, Span

_LONGEST = 240
_LINES = 5
_BEGINS = frozenset("0123456789§ABCDEFGHINVXL([-–—*_")
_ADDRESS = 90   # characters of a line of place and day, or a salutation
_CLOSE = "close"
_MANY = 4       # numbers alone that may begin with any; fewer where each opens a letter
_BETWEEN = 150  # characters of text that a section has at least
_ROMAN_ALONE = regex(r"([IVXL]{1,7})\.?\Z")
# How a heading may be numbered → its pattern and its level (between Markdown's, which are whole numbers).
_STYLES: dict[str, tuple[re.Pattern[str], str]] = {
    "alone": (regex(r"[-–—(\[]{0,2}\s?(?:N(?:o|r|um|[º°])\.? ?)?(?P<n>\d{1,3}|[IVXLC]{1,8})\s?[.)\]–—-]{0,2}\Z"), "2"),
    "section": (regex(r"§+\s*(?P<n>\d{1,3})\b[.:)]?"), "1.9"),
    "deep": (regex(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(?=[^\W\d_\s])"), "1.8"),
    "arabic": (regex(r"(?P<n>\d{1,3})[.):][ \t]+(?=[^\W\d_]|[\"“„«])"), "1.8"),
    "bare": (regex(r"(?P<n>\d{1,2})[ \t]+(?=[^\W\d_])"), "1.8"),
    "roman": (regex(r"(?P<n>[IVXLC]{1,8})(?:[.):]|\s[–—-])[ \t\n]+(?=\S)|(?P<n2>[IVXLC]{1,8})\n(?=\S)"), "1.7"),
    "letter": (regex(r"(?P<n>[A-H])[.)][ \t]+(?=[^\W\d_])"), "1.95"),
}


@record
class _Numbered:
    block: Block
    style: str
    label: str
    value: int


def _value(label: str) -> int:
    last = label.rpartition(".")[2]
    if last.isdigit():
        return int(last)
    return roman_value(last) if set(last) <= set("IVXLC") else ord(last) - ord("A") + 1


def _numerals(context: Context) -> list[tuple[Block, int]]:
    """Numerals alone in a block, as far as they count on (II where I is lost is a fair beginning)."""
    found, last = list[tuple[Block, int]](), 0
    for block in context.flow.free():
        match = _ROMAN_ALONE.match(context.flow.text(block)) if block.end - block.start < 9 else None
        if match and (roman_value(match[1]) == last + 1 or (not last and roman_value(match[1]) == 2)):
            last = roman_value(match[1])
            found.append((block, last))
    return found


def _numeral_heads(context: Context) -> Iterator[Span]:
    around, found = context.of_flow(Surroundings), context.of_free(_numerals)
    usual = titled_usually(around, [block for block, _ in found])
    for block, value in found:
        numeral = context.flow.text(block).rstrip(".")
        attrs = (("_level", "2"), ("_n", numeral), ("_value", str(value)))
        yield context.flow.take(block, "head", "numeral-heading", attrs)
        for title in titles_below(around, block, usual):
            yield context.flow.take(title, "head", "heading-title", (("_level", "2"),))


NUMERAL_HEADINGS = Convention(
    "numeral-headings",
    "Roman numerals that count on, each alone in its block, head the sections of a text.",
    "II",
    (Rule("numeral-heading", "a roman numeral alone, next in the count", "II", _numeral_heads),),
    lambda context: Score(1.0, "numerals that count on") if len(context.of_free(_numerals)) > 1 else NO,
)


def _candidates(context: Context, around: Surroundings) -> dict[str, list[_Numbered]]:
    """Short blocks that begin with a number, by the style of it; those that are one and stand close by themselves."""
    found: dict[str, list[_Numbered]] = {style: [] for style in (*_STYLES, _CLOSE)}
    for block in context.flow.free():
        if block.end - block.start > _LONGEST or len(block.lines) > _LINES:
            continue
        if context.flow.view.text[block.start] not in _BEGINS:
            continue
        text = context.flow.text(block).strip("*_")
        if not text or text[0] not in _BEGINS or has_page_reference(text):
            continue
        for style, (pattern, _) in _STYLES.items():
            if match := pattern.match(text):
                label = match["n"] or match["n2"]
                one = _Numbered(block, style, label, _value(label))
                if _can_head(around, block, text[match.end():].strip("*_ \n"), style):
                    found[style].append(one)
                elif style == "alone":
                    found[_CLOSE].append(one)
                break
    return found


def _can_head(around: Surroundings, block: Block, title: str, style: str) -> bool:
    """Whether what follows the number may be a title: set apart, or short and no sentence."""
    apart = around.wide(block)
    if style == "alone":
        return apart or _opens_letter(around.flow, block)
    if not title:
        return False
    titled = title.isupper() or (title_like(title) and title.count(" ") > 0)  # old prints close headings with a point
    sentence = title[-1] in ".?!:;," and len(title) > 3 and not (titled and title[-1] == ".")
    if sentence or len(title) > 120:
        return apart and title[-1] not in ";:," and around.wide(around.flow.at(block.number + 1))
    return (apart or style != "bare") and not title[0].islower()


def _opens_letter(flow: Flow, block: Block) -> bool:
    """Whether a day or a salutation stands below a number, or below one line of address."""
    below = [flow.text(one) for one in flow.blocks[block.number + 1:block.number + 3]]
    return any(len(text) <= _ADDRESS and (bool(dateline(text)) or is_salutation(text)) for text in below)


def _counting(context: Context, numbered: list[_Numbered]) -> list[_Numbered]:
    """Those that count on from one, anew in each chapter, with text between them."""
    kept, last = list[_Numbered](), dict[str, int]()
    any_first = len(numbered) >= _MANY or all(_opens_letter(context.flow, one.block) for one in numbered)
    for one in numbered:
        group = one.label.rpartition(".")[0]
        begins = one.value == 2 or (one.style == "alone" and any_first)  # a volume may count on
        if one.value == last.get(group, 0) + 1 or one.value == 1 or (not last and begins):
            last[group] = one.value
            kept.append(one)
    if len(kept) < max(2, 0.6 * len(numbered)) or sum(one.value > 1 for one in kept) < 0.5 * len(kept):
        return []
    places = [one.block.number for one in kept] + [len(context.flow.blocks)]
    held = sum(_size(context, here + 1, there) >= _BETWEEN for here, there in pairwise(places))
    return kept if held >= 0.6 * len(kept) else []


def _size(context: Context, first: int, end: int) -> int:
    """How much text stands in these blocks; what is far more than enough is not counted."""
    blocks = context.flow.blocks[first:min(end, first + 8)]
    return sum(block.end - block.start for block in blocks)


def _holding(context: Context) -> list[_Numbered]:
    around = context.of_flow(Surroundings)
    found = _candidates(context, around)
    every = sorted([*found["alone"], *found.pop(_CLOSE)], key=lambda one: one.block.number)
    if not _counting(context, found["alone"]):
        found["alone"] = _parting(context, every)
    kept = [one for numbered in found.values() for one in _counting(context, numbered)]
    return sorted([*kept, *_within(found["deep"], kept)], key=lambda one: one.block.number)


def _parting(context: Context, every: list[_Numbered]) -> list[_Numbered]:
    """Numbers alone, some close to the text, where they count from one and none cuts a sentence, as folios would."""
    flow, values = context.flow, [one.value for one in every]
    if len(every) < _MANY - 1 or values != [*range(1, len(every) + 1)]:
        return []
    around = [(flow.at(one.block.number - 1), flow.at(one.block.number + 1)) for one in every]
    parting = all((above is None or ends_sentence(flow.text(above)) or above.number in flow.heads)
                  and below is not None and not flow.text(below)[0].islower() for above, below in around)
    return every if parting else []


def _within(deep: list[_Numbered], kept: list[_Numbered]) -> list[_Numbered]:
    """Sections of a section ("2.1"), though they are too few to count on: each between its own and the next one."""
    known = {one.block.number for one in kept if one.style == "deep"}
    bounds = [(one.label, one.block.number) for one in sorted(kept, key=lambda one: one.block.number)
              if one.style in ("arabic", "bare")]
    if known or not bounds:
        return []
    places = [number for _, number in bounds]
    return [one for one in deep if (place := bisect_left(places, one.block.number)) and
            bounds[place - 1][0] == one.label.partition(".")[0]]


def _numbered_heads(context: Context) -> Iterator[Span]:
    around, found = context.of_flow(Surroundings), context.of_free(_holding)
    alone = [one.block for one in found if one.style == "alone"]
    usual = titled_usually(around, alone)
    for one in found:
        level = _STYLES[one.style][1] + (f".{one.label.count('.')}" if "." in one.label else "")
        attrs: Attrs = (("_level", level), ("_n", one.label))
        yield context.flow.take(one.block, "head", "numbered-heading", attrs)
        for title in titles_below(around, one.block, usual) if one.style == "alone" else ():
            yield context.flow.take(title, "head", "heading-title", (("_level", level),))


def _score(context: Context) -> Score:
    found = context.of_free(_holding)
    return Score(0.9, f"{counted(len(found), 'numbered heading')} that count on") if found else NO


NUMBERED_HEADINGS = Convention(
    "numbered-headings",
    "Short blocks that begin with a number and count on, with text between them, are headings; a list is none.",
    "1. The Mill\\n\\n…\\n\\n2. The Weir",
    (Rule("numbered-heading", "a number and a title, or a number set apart, next in the count", "§ 3. The Weir",
          _numbered_heads),),
    _score,
)
