"""Numbers that count the lines of each page at its margin, as in records of courts and of hearings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edition.conventions.pages.marks import resumes
from edition.layout import BLANKS, Line
from edition.linetable import Table
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.tree import Span, skin

_NUMBER = regex(r"0?(\d{1,4})(?::(?=[ \t]))?(?=\s|\Z)")
_BROKEN = regex(r"[^\W\d_][-¬\u00ad]\Z")
_DIGITS = "0123456789"
_DENSE = 0.3   # of the lines: that begin with a figure at least
_RUN = 10      # lines that are counted one after the other
_SINGLE = 20   # such lines where no other run bears witness
_PASSED = 2    # lines within a run that have no number, or a misread one
_SHARE = 0.5   # of the lines: that are counted
_OPEN = 0.2    # of the lines: from which a sentence goes on to the next one
_WORDS = 20    # characters of half the lines


class Numbered(NamedTuple):
    """A line with its number: `end` is where the number ends, `text` where the words of the line begin."""

    line: Line
    number: int
    end: int
    text: int


class Margins(NamedTuple):
    """Runs of lines that are counted from one."""

    score: Score
    runs: list[list[Numbered]]

    def blanked(self, table: Table) -> Table:
        """The lines of the text with blanks in the place of their numbers."""
        text, at, made = table.text, 0, list[str]()
        for run in self.runs:
            for line, _, _, begins in run:
                made += text[at:line.start], " " * (begins - line.start)
                at = begins
        return Table("".join(made) + text[at:]) if made else table


def margins(context: Context) -> Margins:
    """The lines with a number at the margin, where it is certain that the numbers count lines."""
    return context.once(_survey)


def _survey(context: Context) -> Margins:
    table, told = context.table, context.options.conventions.get("margin-numbers")
    if told is False or sum(map(table.firsts.count, _DIGITS)) < _DENSE * len(table.lines):
        return Margins(NO, [])
    runs = [run for run in _runs(context.text, table.lines) if len(run) >= _RUN]
    score = _score(context.text, runs, len(table.lines))
    return Margins(score, runs if told or score.value else [])


def _runs(text: str, lines: list[Line]) -> Iterator[list[Numbered]]:
    """Lines whose numbers count on from one; a few between them may have none."""
    run, passed = list[Numbered](), 0
    for line in lines:
        match = _NUMBER.match(text, line.start, line.end)
        number = int(match[1]) if match else 0
        if match and run and run[-1].number < number <= run[-1].number + passed + 1:
            run.append(_numbered(text, line, number, match.end()))
            passed = 0
        elif match and number == 1:
            yield run
            run, passed = [_numbered(text, line, number, match.end())], 0
        else:
            passed += 1
            if passed > _PASSED:
                yield run
                run = []
    yield run


def _numbered(text: str, line: Line, number: int, end: int) -> Numbered:
    begins = end
    while begins < line.end and text[begins] in BLANKS:
        begins += 1
    return Numbered(line, number, end, begins)


def _score(text: str, runs: list[list[Numbered]], lines: int) -> Score:
    """Whether numbers count lines and not things: the lines are full, and sentences go on from one to the next."""
    found = [one for run in runs for one in run]
    if len(found) < (_SINGLE if len(runs) == 1 else 2 * _RUN) or len(found) < _SHARE * lines:
        return NO
    words = [text[begins:line.end] for line, _, _, begins in found]
    cut = sum(resumes(above, below) for above, below in pairwise(words))
    if cut < _OPEN * len(found) or sorted(map(len, words))[len(words) // 2] < _WORDS:
        return NO
    return Score(min(1.0, 0.5 + cut / len(found)), f"{len(found)} lines are counted at the margin, in "
                 f"{counted(len(runs), 'run')}; from {cut} of them a sentence goes on to the next")


def _numbers(context: Context) -> Iterator[Span]:
    text, runs = context.text, margins(context).runs
    gaps = _gaps(runs)
    for run in runs:
        above = ""
        for line, number, end, begins in run:
            words = text[begins:line.end]
            printed = text[line.start:end].rstrip(":")
            attrs = (("n", printed), ("break", "no")) if _BROKEN.search(above) and words[:1].islower() else (
                ("n", printed),)
            blanks = min(begins, end + gaps.get(len(str(number)), 0)) if words else line.end
            yield skin(line.start - line.indent, blanks, "lb", "margin-number", attrs)
            above = words


def _gaps(runs: list[list[Numbered]]) -> dict[int, int]:
    """Digits of a number → the blanks that part it from a line that is not set in."""
    found = dict[int, list[int]]()
    for line, number, end, begins in (one for run in runs for one in run):
        if begins < line.end:
            found.setdefault(len(str(number)), []).append(begins - end)
    return {digits: sorted(gaps)[len(gaps) // 10] for digits, gaps in found.items()}


MARGIN_NUMBERS = Convention(
    "margin-numbers",
    "Numbers that count the lines of each page at its margin are no text: each begins a line.",
    " 9   A.  Not since the flood, when\\n10   the miller mended it.",
    (Rule("margin-number", "a number at the margin that counts a line", "10   the miller mended it.", _numbers),),
    lambda context: margins(context).score,
)
