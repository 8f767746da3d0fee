"""Verse among prose: lines that end before the page does, each with a capital, in stanzas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from edition.conventions.blocks.runs import Run, Sheet, sheet
from edition.layout import Line, begins_with_capital
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.salutations import is_name, takes_leave
from edition.tree import Span
from edition.verse import (
    CAPITALS,
    LEAST_ROOM,
    LONGEST,
    UNWRAPPED,
    Signs,
    are_verse,
    mostly_capitals,
    room,
    signs,
    surely_verse,
    turnover,
)

_INTRODUCES = (":", ":—", ":--", ":-", "—", "--", ",—")
_QUOTED = "\"“„«‘'»"
_TURNS = _QUOTED + "—–―-"
_PARTICLES = frozenset(("de", "la", "le", "du", "des", "di", "da", "del", "van", "der", "den", "von", "zu", "of", "the",
                        "and", "et", "und", "y", "&"))
_OPENING, _CLOSING = frozenset("\"“„«"), frozenset("\"”“»")
_QUOTATION = 12  # stanzas of one quotation
_LONG = 200     # characters of a line of verse that is quoted, where lines are not wrapped
_USUAL = 30     # characters by which the usual line is shorter than the longest one
_SHORT = 6      # lines of a closing formula: "I am, Sir, / Your humble servant, / J. SMITH"


class Stanza(NamedTuple):
    """Lines of verse, each of one or (where the page was too narrow) several lines of the page."""

    run: Run
    verses: list[list[Line]]

    @property
    def start(self) -> int:
        return self.verses[0][0].start

    @property
    def end(self) -> int:
        return self.verses[-1][-1].end


def stanzas(page: Sheet) -> list[Stanza]:
    """The runs of lines that are verse, in order; then what stands among them like them."""
    certain = {place: made for place, run in enumerate(page.runs) if (made := _stanza(page, run))}
    if not certain:
        return []
    if 2 * sum(len(made.run.lines) for made in certain.values() if not made.run.inset) > sum(
            len(run.lines) for run in page.runs):
        certain |= _paragraphs_of_verse(page, certain)
    # Verse stands at an inset where more stanzas stand than other passages of some lines.
    insets = Counter(run.inset for place, run in enumerate(page.runs) if len(run.lines) > 2 and place in certain)
    insets.subtract(run.inset for place, run in enumerate(page.runs) if len(run.lines) > 2 and place not in certain)
    for place, run in enumerate(page.runs):
        if place not in certain and run.inset > 0 and insets[run.inset] > 0 and _is_refrain(page, run):
            certain[place] = Stanza(run, _verses(page, run.lines))
    for place in [beside for at in sorted(certain) for beside in _same_quotation(page, at)]:
        certain.setdefault(place, Stanza(page.runs[place], _verses(page, page.runs[place].lines)))
    return [certain[place] for place in sorted(certain)]


def _same_quotation(page: Sheet, place: int) -> Iterator[int]:
    """The runs that stand in one pair of quotation marks with a stanza, if all of them look like lines of verse."""
    runs, first, last = page.runs, place, place
    if _opens(page, runs[place]) == _closes(page, runs[place]):
        return
    while not _opens(page, runs[first]):
        first -= 1
        if place - first > _QUOTATION or first < 0 or not _beside(page, runs[first]) or _closes(page, runs[first]):
            return
    while not _closes(page, runs[last]):
        last += 1
        if last - place > _QUOTATION or last == len(runs) or not _beside(page, runs[last]) or _opens(page, runs[last]):
            return
    yield from range(first, last + 1)


def _opens(page: Sheet, run: Run) -> bool:
    return page.table.text[run.start] in _OPENING


def _closes(page: Sheet, run: Run) -> bool:
    return page.table.text[max(run.start + 1, run.end - 3):run.end].rstrip(".,;:—-")[-1:] in _CLOSING


def _beside(page: Sheet, run: Run) -> bool:
    """Whether each line of a run is one as verse has it: short, with a capital, apart from what is around it."""
    texts = [page.text(line) for line in run.lines]
    return (run.alone and max(map(len, texts)) <= LONGEST and all(map(begins_with_capital, texts))
            and (len(texts) == 1 or room(texts, page.room(run)) >= LEAST_ROOM))


def _paragraphs_of_verse(page: Sheet, certain: dict[int, Stanza]) -> dict[int, Stanza]:
    """In a poem that fills its page: short runs between those that are certain, each with the line set in above it."""
    found = dict[int, Stanza]()
    for place, run in enumerate(page.runs):
        opening = run.above if not run.lines[0].gap and not run.inset else None
        above = [opening] if opening and opening.indent == page.opening else []
        if made := certain.get(place) or _short_run(page, run, above):
            found[place] = Stanza(run, [above, *made.verses]) if above else made
    return found


def _short_run(page: Sheet, run: Run, above: list[Line]) -> Stanza | None:
    """A run at the margin whose lines all begin with capitals, and that no heading is."""
    texts = [page.text(line) for line in (*above, *run.lines)]
    plain = not run.inset and len(texts) > 1 and mostly_capitals(texts) and max(map(len, texts)) <= LONGEST
    found = signs(texts, page.room(run)) if plain else None
    return Stanza(run, [[line] for line in run.lines]) if found and found.running >= 0.4 and not found.titles else None


def _verses(page: Sheet, lines: list[Line]) -> list[list[Line]]:
    """Lines of verse: a line of the page, with the end of a long one that stands below it."""
    verses: list[list[Line]] = []
    for line in lines:
        if verses and (line.indent == verses[-1][-1].indent > verses[-1][0].indent
                       or turnover(line, verses[-1][-1], page.table.text, page.measure)):
            verses[-1].append(line)
        else:
            verses.append([line])
    return verses


def _survey(context: Context) -> tuple[Sheet, list[Stanza]]:
    page = context.of_document(sheet)
    return page, stanzas(page)


def _stanza(page: Sheet, run: Run) -> Stanza | None:
    if not _may_be_verse(page, run):
        return None  # prose: no need to look closely
    verses = _verses(page, _without_signature(page, run.lines))
    if len(verses) < 2 or 3 * len(verses) < len(run.lines):
        return None
    texts, ends = [page.text(verse[0]) for verse in verses], [page.text(verse[-1]) for verse in verses]
    if not mostly_capitals(texts):
        return None
    found = signs(texts, page.room(run), ends)
    if surely_verse(found):
        return Stanza(run, verses)
    if found.room < LEAST_ROOM or not _set_off(page, run):
        return None
    level = not run.inset or run.lines[0].indent == page.opening
    apart = run.alone and len(verses) > 2 and bool(run.above or run.below)
    longest = _LONG if apart and page.measure == UNWRAPPED and _is_in_quotes(page, run) else LONGEST
    if level and (3 * len(verses) < 2 * len(run.lines) or not _unlike_prose(texts, found, apart, longest)):
        return None
    return Stanza(run, verses) if are_verse(found) else None


def _may_be_verse(page: Sheet, run: Run) -> bool:
    """Whether enough lines begin with capitals, as far as is known before turned lines are."""
    count, capitals = len(run.lines), sum(page.table.capitals[run.first + 1:run.first + len(run.lines)])
    if count < 2 or (count > 4 and capitals < 0.3 * count):
        return False
    # A few lines that stand at one depth are a line of verse each, and close with no name.
    return count > _SHORT or capitals >= CAPITALS * (count - 1) or len({line.indent for line in run.lines}) > 1


def _is_in_quotes(page: Sheet, run: Run) -> bool:
    """Whether quotation marks open with the first line of a run and close with its last, and nowhere between."""
    said = page.table.text[run.start + 1:run.end - 3]
    return page.table.text[run.start] in _OPENING and _closes(page, run) and _OPENING.isdisjoint(said)


def _unlike_prose(texts: list[str], found: Signs, apart: bool, longest: int) -> bool:
    """Whether lines that stand where paragraphs stand are neither full lines nor the turns of a dialogue."""
    spoken = sum(text[0] in _TURNS for text in texts) > 0.5 * len(texts)
    short = sum(map(len, texts)) < (longest - _USUAL) * len(texts) and max(map(len, texts)) <= longest
    return short and found.room >= 0.8 and found.titles <= 0.25 and (found.ended <= 0.5 or (apart and not spoken))


def _set_off(page: Sheet, run: Run) -> bool:
    """Whether a run stands apart: set in deeper than paragraphs open, or with blank lines around it."""
    deeper = run.inset > 0 and run.lines[0].indent != page.opening
    return deeper or run.alone or (run.inset > 0 and run.lines[0].gap > 0)


def _without_signature(page: Sheet, lines: list[Line]) -> list[Line]:
    """The lines before a name; none where few lines close with one: "I am, Sir, / Your servant, / J. SMITH"."""
    end = len(lines)
    if end <= _SHORT and takes_leave(page.text(lines[0])) and is_name(page.text(lines[-1])):
        return []
    while end and _is_name(page.text(lines[end - 1])):
        end -= 1
    return lines[:end] if end == len(lines) or end > _SHORT else []


def _is_name(text: str) -> bool:
    """Whether a line is a name alone, as below a letter."""
    words = text.rstrip(".\"”“»").split()
    most = 1 if len(words) == 1 and text.endswith(".") else 6
    return (0 < len(words) < most and words[-1][-1:].isalpha()
            and all(word[0].isupper() or word in _PARTICLES for word in words)
            and not any(len(word) > 4 and word.endswith(".") for word in words))


def _is_refrain(page: Sheet, run: Run) -> bool:
    """Whether lines set in as stanzas are, between blank lines, are of their kind though too few to show it."""
    verses = _verses(page, run.lines)
    texts = [page.text(verse[0]) for verse in verses]
    found = signs(texts, page.room(run), [page.text(verse[-1]) for verse in verses])
    return (run.alone and len(verses) < 4 and all(map(begins_with_capital, texts)) and not found.tabular
            and found.running >= 0.4 and not any(map(_is_name, texts)))


def _groups(page: Sheet, found: list[Stanza]) -> Iterator[list[Stanza]]:
    """Stanzas with nothing between them."""
    group: list[Stanza] = []
    for stanza in found:
        if group and page.table.text[group[-1].end:stanza.start].strip():
            yield group
            group = []
        group.append(stanza)
    if group:
        yield group


def _is_quoted(page: Sheet, group: list[Stanza]) -> bool:
    """Whether the text before stanzas introduces them, or they stand in quotation marks."""
    above = group[0].run.above
    return (page.table.text[group[0].start] in _QUOTED
            or (above is not None and page.text(above).endswith(_INTRODUCES)))


def _verse(context: Context) -> Iterator[Span]:
    view, (page, found) = context.document(), context.of_document(_survey)
    for group in _groups(page, found):
        if _is_quoted(page, group):
            yield view.claim("quoteBlock", group[0].start, group[-1].end, "quoted-verse")
        for stanza in group:
            yield view.claim("lg", stanza.start, stanza.end, "stanza")
            for verse in stanza.verses:
                yield view.claim("l", verse[0].start, verse[-1].end, "stanza")


def _score(context: Context) -> Score:
    _, found = context.of_document(_survey)
    lines = sum(len(stanza.verses) for stanza in found)
    return Score(0.8, f"{counted(lines, 'line')} in {counted(len(found), 'stanza')}, each ended before it was full") \
        if found else NO


VERSE = Convention(
    "verse",
    "Lines that end before they are full and begin with capitals are verse; those without a gap are a stanza.",
    "He sang:\n\n    The mill is still,\n    The night is long.",
    (Rule("stanza", "lines of verse that stand together", "    The mill is still,\n    The night is long.", _verse),
     Rule("quoted-verse", "stanzas in quotation marks, or after a colon", "He sang:\n\n    The mill is still,",
          lambda _: ())),
    _score,
)
