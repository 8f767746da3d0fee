"""Letters, one or many in a text: what opens each, what closes it, what is added below its signature."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from edition.conventions.blocks.addressed import is_letter_heading
from edition.conventions.blocks.dates import dateline, yearly
from edition.dates import iso_date
from edition.flow import Block, Flow
from edition.records import field, mutable
from edition.regex import regex
from edition.rules import NO, Context, Convention, Rule, Score, counted
from edition.salutations import is_name, is_salutation, is_valediction, opens_with_salutation, takes_leave
from edition.tree import Span

_SHORT_LINE = 60  # characters of a line of a closing
_RIGHT = 14  # blanks before a line that is set at the right
_SHORT = 90  # characters of a line of address or date
_OPENING = 8  # blocks of an opener at most
_ADDED = 8, 1500  # blocks and characters of a postscript at most
_BAR = regex(r"[ \t]\|[ \t]")
_LONGEST_CLOSING = 200  # characters of a closing on one line
_CLOSING = 5  # lines of a leave-taking and a signature in one block at most


@mutable
class Letter:
    """The blocks of one letter by what they are.

    `start`: where it begins below its heading; `body`: where its text begins; `end`: where the next one does.
    """

    start: int
    body: int
    end: int
    opener: list[tuple[Block, str]] = field(default_factory=list)
    closer: list[tuple[Block, str]] = field(default_factory=list)
    postscript: list[Block] = field(default_factory=list)
    salutes: bool = False
    headed: bool = True

    @property
    def ends(self) -> bool:
        """Whether it is signed, and no more than a postscript stands below."""
        size = sum(block.end - block.start for block in self.postscript)
        return bool(self.closer) and len(self.postscript) <= _ADDED[0] and size <= _ADDED[1]


class _Reader:
    """Finds the letters of a flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.heads = flow.heads
        self.margin = flow.page.margin

    def text(self, number: int) -> str:
        """The text of a block, without marks of emphasis around all of it."""
        text = self.flow.text(self.flow.blocks[number])
        return (text.strip("*_") or text) if text[0] in "*_" and text[-1] in "*_" else text

    def free(self, number: int) -> bool:
        return 0 <= number < len(self.flow.blocks) and number not in self.flow.taken

    def short(self, number: int) -> bool:
        block = self.flow.blocks[number]
        return block.end - block.start <= _SHORT and len(block.lines) <= 3

    def right(self, number: int) -> bool:
        """Whether all lines of a block stand at the right."""
        lines = self.flow.blocks[number].lines
        depth = self.margin + _RIGHT
        return lines[0].indent >= depth and len(lines) <= 6 and all(line.indent >= depth for line in lines)

    def told(self, start: int) -> bool:
        """Whether the heading above says who writes to whom."""
        above = start - 1
        return above in self.heads and is_letter_heading(self.text(above))

    def dated(self, number: int) -> bool:
        text = self.text(number)
        return bool(dateline(text)) or (yearly(text) and len(text) <= _SHORT)

    def letters(self) -> list[Letter]:
        """The letters in order: each from its salutation, or from a dateline under a heading.

        Where nearly all are signed and nothing stands between them, they need no heading.
        """
        found = self._found(flush=False)
        if found or self.flow.letters:
            more = self._found(flush=True)
            ended = sum(letter.ends for letter in more)
            if len(more) > len(found) and ended > 1 and ended >= 0.7 * len(more):
                return more
        return found

    def _found(self, flush: bool) -> list[Letter]:
        found = list[Letter]()
        number = 0
        while number < len(self.flow.blocks):
            letter = self._opened(number, flush) if self.free(number) else None
            if letter:
                found.append(letter)
                number = letter.body
            number += 1
        stops = sorted([*self.heads, *(letter.start for letter in found), len(self.flow.blocks)])
        for letter in found:
            letter.end = stops[bisect_right(stops, letter.start)]
            self._close(letter)
        return found

    def _opened(self, number: int, flush: bool) -> Letter | None:
        """The letter whose opener begins with this block: after a heading, or with a date at the right.

        `flush`: or with a date at the left, or with the salutation, below the end of another letter.
        """
        start = number == 0 or number - 1 in self.heads
        headed = start or (self.right(number) and self.dated(number))
        if not headed and not (flush and self._opens_flush(number)):
            return None
        opener, at, salutes = list[tuple[Block, str]](), number, 0
        while self.free(at) and at < number + _OPENING and at not in self.heads:
            kind = self._opening(at)
            if not kind or (salutes and kind not in ("salute", "opening") and not self.dated(at)):
                break
            opener.append((self.flow.blocks[at], kind))
            salutes += kind in ("salute", "opening")
            at += 1
        while opener and opener[-1][1] == "address":  # a short paragraph, not an address
            opener.pop()
            at -= 1
        if not self.free(at) or not (opener or self.told(number)):
            return None
        salutes = salutes or (headed and opens_with_salutation(self.text(at)))
        return Letter(number, at, at, opener, salutes=bool(salutes), headed=headed)

    def _opens_flush(self, number: int) -> bool:
        """Whether a date and a salutation stand here, or a salutation alone."""
        if not self.short(number):
            return False
        if self._opens_at_once(number):
            return True
        if not self.dated(number):
            return self.text(number)[-1] in ",:!—" and is_salutation(self.text(number))
        below = range(number + 1, number + 3)
        return any(self.free(at) and self.short(at) and is_salutation(self.text(at)) for at in below)

    def _opens_at_once(self, number: int) -> bool:
        """Whether place, day and salutation stand in one block, on lines of their own."""
        block = self.flow.blocks[number]
        if not 1 < len(block.lines) <= _CLOSING:
            return False
        *head, (start, end) = _parts(self.flow, block)
        text = self.flow.view.text
        return bool(head) and is_salutation(text[start:end]) and any(dateline(text[a:b]) for a, b in head)

    def _opening(self, number: int) -> str:
        text = self.text(number)
        if is_salutation(text):
            return "salute"
        if self._opens_at_once(number):
            return "opening"
        if not self.short(number):
            return ""
        if self.dated(number) or self.right(number):
            return "dateline"
        return "" if text[-1] in "!?:" or text[0] in "\"“„«»—–-" else "address"

    def _close(self, letter: Letter) -> None:
        """Find signatures, what takes leave above them, and what is added below."""
        names = _names(self.text(letter.start - 1)) if letter.start else set[str]()
        at, signed = letter.body, 0
        while at < letter.end:
            if self.free(at) and at > letter.body and self._closes_at_once(at):
                letter.closer.append((self.flow.blocks[at], "closing"))
                signed += 1
            elif self.free(at) and at > letter.body - 1 and self._is_signature(letter, at, names):
                above = self._valedictions(letter, at)
                letter.postscript = [block for block in letter.postscript if block not in above]
                letter.closer += [(block, "salute") for block in above]
                letter.closer.append((self.flow.blocks[at], "signed"))
                signed += 1
            elif signed and self.free(at):
                if self.short(at) and self.dated(at):
                    letter.closer.append((self.flow.blocks[at], "dateline"))
                else:
                    letter.postscript.append(self.flow.blocks[at])
            at += 1

    def _closes_at_once(self, at: int) -> bool:
        """Whether the leave-taking and the name stand in one block, on lines of their own or parted by bars."""
        text, block = self.flow.view.text, self.flow.blocks[at]
        *leave, (start, end) = _parts(self.flow, block)
        return bool(leave) and is_name(text[start:end]) and (
            takes_leave(text[block.start:end]) or takes_leave(text[block.start:leave[-1][1]]))

    def _is_signature(self, letter: Letter, at: int, names: set[str]) -> bool:
        if not self.short(at) or self.dated(at) or at == letter.body:
            return False
        text, more = self.text(at), bool(letter.closer)
        if self.right(at) and text[-1] not in "?:;,":
            return True
        if not is_name(text) or (takes_leave(text) and at + 1 < letter.end and is_name(self.text(at + 1))):
            return False
        if _names(text) & names or (at == letter.end - 1 and not more):
            return True
        above = self.text(at - 1)
        return self.short(at - 1) and (takes_leave(above) if more else is_valediction(above, True))

    def _valedictions(self, letter: Letter, at: int) -> list[Block]:
        """The lines right above a signature that take leave, in order."""
        found = list[Block]()
        taken = {block.number for block, _ in letter.closer}
        number = at - 1
        while (number > letter.body and number not in taken and self.free(number) and len(found) < 3
               and is_valediction(self.text(number), not found)):
            found.insert(0, self.flow.blocks[number])
            number -= 1
        return found


def _names(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", text) if word[0].isupper()}


def _letters(context: Context) -> list[Letter]:
    """The letters of a text: those with a salutation, or all where most of the pieces are letters."""
    reader = _Reader(context.flow)
    found = reader.letters()
    saluted = sum(letter.salutes for letter in found)
    made = [letter for letter in found
            if letter.salutes or saluted > max(1, 0.3 * len(found)) or reader.told(letter.start)]
    # One salutation alone opens a speech or an article as well as a letter.
    return made if len(made) > 1 else [letter for letter in made if letter.closer]


def _claims(context: Context) -> Iterator[Span]:
    flow = context.flow
    for letter in context.of_free(_letters):
        for block, kind in letter.opener:
            if kind == "opening":
                yield from _at_once(flow, block, "opener", ("dateline", "salute"))
                continue
            yield flow.take(block, kind, "letter-opening", (("_frame", "opener"),))
            if kind == "dateline":
                yield from _day(flow, block.start, block.end, "letter-opening")
            if kind == "address":
                yield flow.view.claim("addrLine", block.start, block.end, "letter-opening")
        for block, kind in letter.closer:
            if kind == "closing":
                yield from _at_once(flow, block, "closer", ("salute", "signed"))
            else:
                yield flow.take(block, kind, "letter-closing", (("_frame", "closer"),))
                if kind == "dateline":
                    yield from _day(flow, block.start, block.end, "letter-closing")
        for block in letter.postscript if letter.ends else ():
            yield flow.take(block, "p", "postscript")


def _parts(flow: Flow, block: Block) -> list[tuple[int, int]]:
    """Where the lines of a closing begin and end; some editions print them on one line, with bars between."""
    text, lines = flow.view.text, block.lines
    if len(lines) == 1:
        bars = list(_BAR.finditer(text, block.start, min(block.end, block.start + _LONGEST_CLOSING)))
        return list(zip([block.start, *(bar.end() for bar in bars)], [*(bar.start() for bar in bars), block.end],
                        strict=True))
    short = len(lines) <= _CLOSING and all(line.end - line.start <= _SHORT_LINE for line in lines)
    return [(line.start, line.end) for line in lines] if short else [(block.start, block.end)]


def _at_once(flow: Flow, block: Block, frame: str, kinds: tuple[str, str]) -> Iterator[Span]:
    """What stands on the last line of a block, and above it."""
    flow.taken.add(block.number)
    attrs, (*above, (start, _)) = (("_frame", frame),), _parts(flow, block)
    rule = "letter-opening" if frame == "opener" else "letter-closing"
    yield flow.view.claim(kinds[0], block.start, start, rule, attrs, 0, start - above[-1][1])
    if kinds[0] == "dateline":
        for line in above:
            yield from _day(flow, *line, rule)
    yield flow.view.claim(kinds[1], start, block.end, rule, attrs)


def _day(flow: Flow, start: int, end: int, rule: str) -> Iterator[Span]:
    """The day that a line of place and date names, with its month and year."""
    match = dateline(flow.view.text[start:end])
    if match and (when := iso_date(match["date"])):
        at = start + match.start("date")
        yield flow.view.claim("date", at, at + len(match["date"].rstrip(" .,")), rule, (("when", when),))


def _score(context: Context) -> Score:
    found = context.of_free(_letters)
    if not found:
        return NO
    closed = sum(bool(letter.closer) for letter in found)
    return Score(1.0 if closed else 0.6, f"{counted(len(found), 'letter')}, {closed} of them with a signature")


LETTERS = Convention(
    "letters",
    "Under a heading, lines of place, date and address and a salutation open a letter; a leave-taking and a name close "
    "it.",
    "Vienna, 3 May 1901\\n\\nDear Anna,\\n\\n…\\n\\nYours ever,\\n\\nKarl",
    (Rule("letter-opening", "date, address and salutation before a letter's text", "Dear Anna,", _claims),
     Rule("letter-closing", "leave-taking and signature below it", "Yours ever,\\n\\nKarl", lambda _: ()),
     Rule("postscript", "what is added below the signature", "Come soon!", lambda _: ())),
    _score,
)
