"""The reading of a page: which short blocks open an article, which close one, which stand between its sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from edition.conventions.blocks.shapes import are_marked
from edition.conventions.press import wording
from edition.conventions.press.setting import Setting
from edition.flow import Block, Flow, title_like
from edition.records import field, mutable, record, replace
from edition.regex import regex
from edition.rules import Context

_BELOW_MARKED = 6  # levels of the headings that Markdown marks
_SHORT = 260     # characters of the longest deck
_PARAGRAPH = 60  # characters of the shortest paragraph that opens an article
_OPENING = 80  # characters in which an address or a date stands
_SIGNATURE = 50  # characters of an office or a place below a name
_TOGETHER = 3    # lines of a credit, a byline and a date in one block
_LINES = 9       # its lines
_ENDS_HEAD = regex(r"[,;]\Z")
_MARKED = regex(r"#{1,6} ")
_WORD = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPEECH = ("\"", "“", "„", "«", "'", "—", "-", "‘")


@record
class Found:
    """What a block of a page is: a kind of element, and by which rule."""

    block: Block
    kind: str
    rule: str
    attrs: tuple[tuple[str, str], ...] = ()


@mutable
class Reader:
    """Reads the blocks of a page in order; `above` is what the block before was ("" for a paragraph)."""

    context: Context
    flow: Flow
    set: Setting
    found: list[Found] = field(default_factory=list)
    above: str = "start"

    @cached_property
    def words(self) -> Counter[str]:
        """The words of the text, in small letters."""
        return Counter(_WORD.findall(self.flow.view.text.lower()))

    def read(self) -> list[Found]:
        for block in (part for whole in self.flow.blocks for part in self._parts(whole)):
            text = wording.bare(self.flow.text(block)) if self._short(block) else ""
            if block.number in self.flow.taken:
                self.above = "head" if text else ""
                continue
            kind, rule = self._reading(block, text) if text else ("", "")
            if kind:
                self.found.append(Found(block, kind, rule))
            self.above = kind
        return _levelled(self.found, _BELOW_MARKED if are_marked(self.flow) else 0)

    def _parts(self, block: Block) -> list[Block]:
        """A block, or its lines where each of them says what it is: a credit, a byline, a place and a day."""
        if not 1 < len(block.lines) <= _TOGETHER or not self._short(block):
            return [block]
        ends = [line.end for line in block.lines[:-1]]
        parts = [block._replace(start=start, end=end, lines=(line,)) for line, start, end in
                 zip(block.lines, [block.start, *(line.start for line in block.lines[1:])], [*ends, block.end],
                     strict=True)]
        texts = [wording.bare(self.flow.text(part)) for part in parts]
        return parts if all(wording.is_credit(text) or wording.byline(text) or wording.dateline(text)
                            for text in texts) else [block]

    def _short(self, block: Block) -> bool:
        return block.end - block.start <= _SHORT and len(block.lines) <= _LINES

    def _reading(self, block: Block, text: str) -> tuple[str, str]:
        """(element, rule) of a short block, ("", "") for a paragraph."""
        opening = self.above in ("head", "byline", "start")
        if opening and self.above != "start" and wording.is_credit(text):
            return "byline", "press-credit"
        if opening and self.above != "start" and wording.byline(text) and self._opens_text(block):
            return "byline", "press-byline"
        if wording.is_address(text):
            return "salute", "editor-address"
        if wording.dateline(text) and not self._paragraph_above(block):
            return "dateline", "press-dateline"
        if self._closing(block, text):
            return ("signed", "press-signature") if self._signs(block, text) else ("byline", "author-below")
        if wording.is_credit(text) and self._apart(block):
            return "byline", "press-credit"
        if self._is_deck(block, text):
            return "head", "deck"
        return "", ""

    def _apart(self, block: Block) -> bool:
        """Whether a block is set off from its neighbours: by empty lines, or by its place in the measure."""
        return not self.set.width or self.flow.page.solid or self.set.apart(block) or block.gap > 0

    def _paragraph_above(self, block: Block) -> bool:
        """Whether a dateline would stand in a run of paragraphs, as one of them."""
        return not self._apart(block)

    def _next(self, block: Block) -> Block | None:
        return self.flow.at(block.number + 1)

    def _opens_text(self, block: Block) -> bool:
        """Whether a paragraph stands below a byline, at the most behind one more line: no title page."""
        below = [self.flow.at(block.number + step) for step in (1, 2)]
        return any(b is not None and b.end - b.start >= _PARAGRAPH for b in below)

    # -- headlines --------------------------------------------------------------------------------------------------
    def _is_deck(self, block: Block, text: str) -> bool:
        if _ENDS_HEAD.search(text) or not re.search(r"[^\W\d_]{2}", text) or wording.is_entry(text):
            return False
        if wording.is_issue(text):
            return False
        below = self._next(block)
        if below is None:
            return False
        if self.set.centred(block):
            return not self.set.begins_paragraph(block) or wording.is_capitals(text) or title_like(text.rstrip("."))
        if self.set.width and not block.gap and self.above not in ("head", "start") and not self.flow.page.solid:
            return False
        if wording.is_capitals(text):
            return True
        plain = text.strip("[]\"“”").rstrip(".!?")
        if self.above == "head" or block.gap > 1:
            return title_like(plain) and not self._is_paragraph(block, text)
        return False

    def _is_paragraph(self, block: Block, text: str) -> bool:
        """Whether a line under a headline is the article's first paragraph already."""
        words = text.split()
        small = sum(word[0].islower() for word in words)
        return small > len(words) // 2 or (text.startswith(_SPEECH) and not self.set.centred(block))

    # -- closings ---------------------------------------------------------------------------------------------------
    def _closing(self, block: Block, text: str) -> bool:
        """A name below an article's last paragraph: something else begins behind it, or nothing."""
        if self.above not in ("", "signed", "dateline") or not self._apart(block):
            return False
        if self.set.right(block):
            return len(text) <= 120 and text[:1].isupper()
        if self.above == "signed" and self._goes_on(block, text):
            return True
        if not (wording.is_name(text) or wording.has_role(text)):
            return False
        if self._below_leave(block):
            return True
        if not self._ends_here(block):
            return False
        return wording.is_surely_a_name(text) or self._above_last_dateline(block) or self._unknown(block, text)

    def _above_last_dateline(self, block: Block) -> bool:
        """Whether a place and a day end the piece below a name: no paragraph follows them."""
        dated, below = self._next(block), self.flow.at(block.number + 2)
        return (dated is not None and (below is None or below.end - below.start < _PARAGRAPH)
                and wording.dateline(wording.bare(self.flow.text(dated))) is not None)

    def _below_leave(self, block: Block) -> bool:
        """Whether the paragraph above goes on in the signature."""
        above = self.flow.at(block.number - 1)
        return self.above == "" and above is not None and wording.takes_leave(self.flow.text(above))

    def _goes_on(self, block: Block, text: str) -> bool:
        """Whether a line below a signature that ends in a comma is more of it: an office, a place."""
        above = self.found[-1]
        return (self.flow.text(above.block)[-1] == "," and len(text) <= _SIGNATURE and title_like(text.rstrip("."))
                and not wording.is_capitals(text))

    def _ends_here(self, block: Block) -> bool:
        """Whether a headline, a dateline or nothing follows, not closer than the paragraph above."""
        below = self._next(block)
        if below is None:
            return True
        text = wording.bare(self.flow.text(below)) if self._short(below) else ""
        if not text or below.gap < block.gap or wording.is_credit(text) or wording.byline(text):
            return False
        marked = bool(_MARKED.match(text)) or wording.dateline(text) is not None
        return marked or self.set.centred(below) or wording.is_capitals(text) or below.gap > max(1, block.gap)

    def _unknown(self, block: Block, text: str) -> bool:
        """Whether the words of a line above a wider gap stand nowhere else: a name, no headline."""
        below, words = self._next(block), _WORD.findall(text.lower())
        return ((below is None or below.gap > block.gap)
                and all(self.words[word] == words.count(word) for word in words))

    def _signs(self, block: Block, text: str) -> bool:
        """Whether a name signs the piece: set to the right, with an office, or below what no correspondent sent.

        A correspondent's piece has a credit or begins with a place and a day; a letter has an address.
        """
        if self.set.right(block) or wording.has_role(text) or self._below_leave(block) or self.above == "signed":
            return True
        for found in reversed(self.found):
            if found.rule in ("press-credit", "press-dateline"):
                return False
            if found.kind != "head" or self._opens(found, wording.addresses):
                return True
            if self._opens(found, wording.opens_dated):
                return False
        return True

    def _opens(self, head: Found, as_: Callable[[str], bool]) -> bool:
        """Whether the paragraph below a headline opens in this way."""
        first = self.flow.at(head.block.number + 1)
        return first is not None and as_(self.flow.text(first)[:_OPENING].replace("\n", " "))


def _levelled(found: list[Found], deeper: int) -> list[Found]:
    """Headlines with their depth: a single one in an article whose opening has a byline is a crosshead."""
    made, opened = list[Found](), False
    for group in _groups(found):
        heads = sum(f.kind == "head" for f in group)
        if not heads:
            opened = opened and all(f.kind == "byline" and f.rule != "author-below" for f in group)
            made += group
            continue
        alone = heads == len(group) == 1
        crosshead = opened and alone
        made += [replace(f, rule="crosshead-line" if crosshead else f.rule,
                         attrs=(("_level", str(deeper + 1 + crosshead)),))
                 if f.kind == "head" else f for f in group]
        opened = crosshead or any(f.kind == "byline" for f in group)
    return made


def _groups(found: list[Found]) -> Iterator[list[Found]]:
    """Findings that stand one under the other; a group begins with its first headline."""
    group: list[Found] = []
    for item in found:
        apart = group and (item.block.number > group[-1].block.number + 1
                           or (item.kind == "head" and group[-1].kind not in ("head", "byline")))
        if apart:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def page(context: Context) -> list[Found]:
    """What the short blocks of a page are."""
    return Reader(context, context.flow, Setting(context.page, context.table, context.flow)).read()


def are_signs(flow: Flow, least: int) -> bool:
    """Whether so many blocks have the words of a credit, a byline or an address to an editor."""
    for block in flow.blocks if least > 0 else ():
        if block.end - block.start <= _SHORT and wording.may_credit(flow.view.text, block.start):
            text = flow.text(block)
            least -= any(wording.is_credit(one) or wording.byline(one) or wording.is_address(one)
                         for one in {wording.bare(text), wording.bare(text.partition("\n")[0])})
            if least <= 0:
                break
    return least <= 0
