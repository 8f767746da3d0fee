"""The review in a terminal: one proposal at a time with its sentence, and a key for each decision."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import click

from edition.deciding.apply import Applied, apply, withdraw
from edition.deciding.batch import Tables
from edition.findings import UserError
from edition.making.work import Work
from edition.records import record
from edition.review.items import UNDECIDED, Item, ranked, table
from edition.rules import counted

HELP: Final = """\
a      accept what is proposed
1 2 3  accept this reading
r      reject: it is right as printed
e      write the right reading
u      unsure: leave it undecided, and keep it in mind
A      accept this and all that are alike (asks first)
s      skip it for now
z      take the last decision back
q      stop; everything is written"""
_KEYS: Final = "a,1-3,r,e,u,A,s,z,q,?"
_NARROWEST: Final = 40
_HITS: Final = 12  # of a series are shown before it is accepted


@record
class Screen:
    """Where a person sees and answers. `key`: one key, "" at the end; `line`: a line of text; `width`: of the lines."""

    say: Callable[[str], None]
    key: Callable[[], str]
    line: Callable[[], str]
    width: Callable[[], int]


Decide = Callable[[Sequence[dict[str, Any]]], list[Applied]]


class Session:
    """A review of some items: `decide` writes decisions, `withdraw` takes back what it wrote."""

    def __init__(self, items: Sequence[Item], screen: Screen, decide: Decide, withdraw: Callable[[list[Applied]], None],
                 by: str, date: str) -> None:
        self._items, self._screen, self._decide, self._withdraw = items, screen, decide, withdraw
        self._by, self._date = by, date
        self._status = dict[str, str]()  # key of an item → what was decided here
        self._done = list[tuple[int, list[str], list[Applied]]]()  # for each decision: where it was taken, about what

    def run(self) -> int:
        """Ask about one item after the other; how many were decided."""
        at = 0
        while at < len(self._items):
            if self._items[at].key in self._status:
                at += 1
                continue
            self._show(at)
            step = self._ask(at)
            if step is None:
                break
            at = step
        self._screen.say(f"{counted(len(self._status), 'decision')} written, "
                         f"{sum(item.key not in self._status for item in self._items)} left")
        return len(self._status)

    def _ask(self, at: int) -> int | None:
        """Where to go on after a key; None: stop."""
        item = self._items[at]
        key = self._screen.key()
        if key in ("q", ""):
            return None
        if key == "s":
            return at + 1
        if key == "z":
            return self._undo(at)
        if key == "A":
            return self._series(at)
        if key == "?":
            self._screen.say(HELP)
            return at
        said = self._answer(item, key)
        return at + 1 if said and self._write(at, [item], *said) else at

    def _answer(self, item: Item, key: str) -> tuple[str, str | None] | None:
        """(status, reading) that a key means; None where it means nothing here."""
        if key == "a" and (item.corrected or item.mark):
            return "accepted", None
        if key in "123" and int(key) <= len(item.readings):
            return "accepted", item.readings[int(key) - 1][0]
        if key in ("r", "u"):
            return ("rejected" if key == "r" else "unsure"), None
        if key == "e":
            self._screen.say(f"right reading of “{item.printed}” (empty: none):")
            reading = self._screen.line().strip("\r\n")
            return ("edited" if reading != item.corrected else "accepted", reading) if reading else None
        self._screen.say(f"“{key}” means nothing here; ? shows the keys" if key != "a" else
                         "nothing is proposed: e to write the right reading")
        return None

    def _write(self, at: int, items: Sequence[Item], status: str, reading: str | None) -> bool:
        """Write one decision about these items; whether it could be written."""
        try:
            made = self._decide([table(item, status, reading, self._by, self._date) for item in items])
        except UserError as error:
            for finding in error.findings:
                self._screen.say(str(finding))
            return False
        self._done.append((at, [item.key for item in items], made))
        self._status.update((item.key, status) for item in items)
        return True

    def _undo(self, at: int) -> int:
        if not self._done:
            self._screen.say("there is nothing to take back")
            return at
        back, keys, made = self._done[-1]
        try:
            self._withdraw(made)
        except UserError as error:
            self._screen.say(str(error.finding))
            return at
        self._done.pop()
        for key in keys:
            del self._status[key]
        self._screen.say("taken back")
        return back

    def _series(self, at: int) -> int:
        first = self._items[at]
        alike = [item for item in self._items if item.group == first.group and item.key not in self._status
                 and (item.corrected or item.mark)]
        if not alike:
            self._screen.say("nothing is proposed that could be accepted")
            return at
        for item in alike[:_HITS]:
            self._screen.say(f"  {item.text}:{item.line}: {item.printed} → {item.corrected or item.mark}")
        if len(alike) > _HITS:
            self._screen.say(f"  … and {len(alike) - _HITS} more")
        self._screen.say(f"accept {'this one' if len(alike) == 1 else f'all {len(alike)}'}? [y,n]")
        return at + 1 if self._screen.key() in ("y", "Y") and self._write(at, alike, "accepted", None) else at

    def _show(self, at: int) -> None:
        item, say = self._items[at], self._screen.say
        left = sum(one.key not in self._status for one in self._items)
        what = ", ".join(part for part in (item.rule, item.series, f"{item.alike} alike" if item.alike > 1 else "")
                         if part)
        say("")
        say(click.style(f"{item.text}, line {item.line}{f', page {item.page}' if item.page else ''}", bold=True)
            + f"  ({what}; {left} left)")
        for line in self._sentence(item):
            say(line)
        for number, (reading, share) in enumerate(item.readings, 1):
            say(f"  {number} {reading}  {share:.2f}")
        for line in textwrap.wrap(item.reason, self._width()):
            say(line)
        say(f"decide [{_KEYS}]")

    def _width(self) -> int:
        return max(_NARROWEST, self._screen.width() - 1)

    def _sentence(self, item: Item) -> Iterator[str]:
        """The sentence with what is printed and what is proposed; signs say which is which where no colour does."""
        # A line must not be broken within the two: their blanks are others until it is.
        gone, put = (" ".join(text.split()).replace(" ", "\0") for text in (item.printed, item.corrected))
        gone, put = f"[-{gone}-]", f"{{+{put}+}}" if put else f"{{{item.mark or '?'}}}"
        for line in textwrap.wrap(item.lead + gone + put + item.tail, self._width(), break_long_words=False,
                                  break_on_hyphens=False):
            for part, colour in ((gone, "red"), (put, "green")):
                line = line.replace(part, click.style(part, fg=colour))
            yield line.replace("\0", " ")


def review(items: Sequence[Item], work: Work, by: str, date: str) -> int:
    """Ask about the items that nobody decided, the most urgent first, and write each decision; how many were made."""
    undecided = [item for item in ranked(items) if item.status in UNDECIDED and not item.applied]

    def decide(tables: Sequence[dict[str, Any]]) -> list[Applied]:
        return apply(Tables("decision", tables), work, by, date)[0]

    return Session(undecided, screen(), decide, withdraw, by, date).run()


def screen() -> Screen:
    """The terminal; where the answers come from a pipe, its characters are the keys, and line ends are none."""
    return Screen(click.echo, _key, sys.stdin.readline, _columns)


def _key() -> str:
    if sys.stdin.isatty():
        return click.getchar()
    while (key := sys.stdin.read(1)) in ("\n", "\r", " ", "\t"):
        pass
    return key


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
