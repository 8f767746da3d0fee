"""Words broken at a line's end: joined, or their hyphen kept, on evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from edition.languages import lexical
from edition.records import record
from edition.regex import regex
from edition.rules import Context, Convention, Rule
from edition.tree import Span, skin
from edition.view import View
from edition.words import holds

# Signs at a line's end that divide a word: a hyphen of several kinds, the soft hyphen, the not sign of some readers.
_SIGNS = "-‐⸗\u00ad¬"
_ALWAYS = "\u00ad¬"  # those that never belong to a word
# Each begins with its sign, which is rare, and looks behind it afterwards.
_BROKEN = {sign: regex(rf"{sign}(?<=\w.)[ \t]*\n\s*(?=\w)") for sign in _SIGNS}
_EQUALS = regex(r"=(?<=[^\W\d_]=)[ \t]*\n[ \t]*(?=[^\W\d_])")
_LEFT_OVER = {sign: regex(rf"{sign}(?<=[^\W\d_]{{2}}. )(?=[^\W\d_]{{2}})") for sign in ("- ", "\u00ad ", "¬ ")}
_BEFORE = regex(r"[\w’']+\Z")
_AFTER = regex(r"[\w’']+")
_INNER = regex(r"-(?<=[^\W\d_]-)(?=[^\W\d_])")
_COMMON = 7     # how common a word of the lexicon is that makes compounds, as the binary logarithm of its count
_RARE, _SHORT = 4, 4  # how common it is at least where both have so many letters
_WORDS_A_LINE = 10
_SPELLING = str.maketrans("ſ’", "s'")

# What stands before or behind a hyphen that is the word's own, where neither text nor lexicon know the word; and
# beginnings and ends of words that never do.
_KEPT_BEFORE = {
    "en": "self ex non vice would half well ill so quasi all cross",
    "fr": "au là ci demi peut vis non ex mi sous avant après arrière quelques grand nord sud",
}
_KEPT_BEHIND = {"fr": "t il elle on ils elles je tu nous vous ci là moi toi lui leur y en ce même mêmes donc"}
_NEVER_BEFORE = {
    "en": "un dis in im re en em de be per con com pro pre sub inter trans ob ab ad al ac ap sur mis",
}
_NEVER_BEHIND = {"en": "able less ness ment ship ward some ling ally tion ings ting"}


@record
class _Evidence:
    """What a text shows about its hyphens.

    `words`: how often it has each word, in small letters; `spelt`: as it is spelt; `breaks`: how many words are broken
    at a line's end.
    """

    text: str
    language: str
    words: Counter[str]
    spelt: Counter[str]
    breaks: int

    @cached_property
    def whole(self) -> bool:
        """Whether no line ends within a word: not more of them than compounds come to stand there by chance."""
        compounds = len(_INNER.findall(self.text))
        return compounds > 2 * _WORDS_A_LINE and self.breaks <= 2 + 2.5 * compounds / _WORDS_A_LINE

    def is_word(self, word: str, common: int = 0) -> bool:
        """Whether the lexicon, or where there is none the text, has a word by itself."""
        known = lexical(self.language)
        return known.knows(word.translate(_SPELLING), common) if known else self.words[word.lower()] > 1

    def keeps(self, left: str, right: str, linked: bool) -> bool:
        """Whether the hyphen belongs to the word. `linked`: the word has hyphens beside this one.

        Asked in this order: digits; the text's own use; a capital behind it; the lexicon; words that are known to take
        a hyphen; the two halves; whether lines end within words in this text at all.
        """
        if right[0].isdigit() or left[-1].isdigit():
            return True
        joined, hyphened = self.words[(left + right).lower()], self.words[f"{left}-{right}".lower()]
        if joined != hyphened:
            return hyphened > joined
        if right[0].isupper() and not (left.isupper() and right.isupper()):
            return True
        return self._by_language(left.lower(), right.lower(), linked)

    def _by_language(self, left: str, right: str, linked: bool) -> bool:
        primary = self.language.split("-")[0]
        known = lexical(self.language)
        if known and known.knows((left + right).translate(_SPELLING)) and not (self.whole and self.is_word(right)):
            return False
        if left in _KEPT_BEFORE.get(primary, "").split():
            return True
        if right in _KEPT_BEHIND.get(primary, "").split() and (linked or self.words[left] > 0):
            return True
        if left in _NEVER_BEFORE.get(primary, "").split() or right in _NEVER_BEHIND.get(primary, "").split():
            return False
        if self.whole or linked:
            return self.is_word(left) and self.is_word(right)
        # Where lines end within words, two words that make one by chance are commoner than a compound.
        least = _COMMON if min(len(left), len(right)) < _SHORT else _RARE
        return known is not None and self.is_word(left, least) and self.is_word(right, least)

    def is_dash(self, left: str, right: str) -> bool:
        """Whether a hyphen before a capital is a dash: a word that elsewhere has no capital begins a new sentence."""
        shouted = len(left) > 1 and left.isupper() and right.isupper()
        return right[0].isupper() and not shouted and self.words[right.lower()] >= 2 * self.spelt[right] > 0


@record
class _Break:
    """A word broken at a line's end: `at` is the place of its sign in the view, `end` that of what follows."""

    view: View
    at: int
    end: int

    @cached_property
    def left(self) -> str:
        found = _BEFORE.search(self.view.text, max(0, self.at - 40), self.at)
        return found[0].strip("_") if found else ""

    @cached_property
    def right(self) -> str:
        found = _AFTER.match(self.view.text, self.end)
        return found[0].strip("_") if found else ""

    @property
    def linked(self) -> bool:
        """Whether the word has more hyphens: va-t-|elle."""
        text = self.view.text
        return (text[max(0, self.at - len(self.left) - 1):self.at] == f"-{self.left}"
                or text.startswith("-", self.end + len(self.right)))

    def parted(self, spacing: int) -> bool:
        """Whether more empty lines stand between than between any two: a column's end, or a speech that breaks off."""
        return self.view.text.count("\n", self.at, self.end) > 1 + spacing

    @property
    def in_a_word(self) -> bool:
        """Whether the sign stands at its word in the source: no page break, no call of a note between them."""
        return self.view.origin(self.at - 1) + 1 == self.view.origin(self.at)


def _breaks(context: Context, patterns: Iterable[re.Pattern[str]]) -> list[_Break]:
    breaks = list[_Break]()
    for view in context.views("", "note", "p"):
        breaks += [_Break(view, *place) for place in sorted(
            [match.span() for pattern in patterns for match in pattern.finditer(view.text)])]
    breaks = [one for one in breaks if one.in_a_word]
    calls = [span.start for span in context.find("call")] if breaks else []
    # No word goes on behind what calls a note.
    return [one for one in breaks if not calls or bisect_left(calls, one.view.origin(one.at)) == bisect_left(
        calls, one.view.origin(one.end))]


def _signed(text: str, patterns: dict[str, re.Pattern[str]]) -> list[re.Pattern[str]]:
    """The patterns for the signs that a text has."""
    return [pattern for sign, pattern in patterns.items() if holds(text, sign)]


def _evidence(context: Context, breaks: list[_Break]) -> _Evidence:
    return _Evidence(context.text, context.language, context.words.folded, context.words.spelt, len(breaks))


def _hyphens(context: Context) -> Iterator[Span]:
    """The breaks of words at line ends; and `=` as their sign, where a text that has it there has it nowhere else."""
    breaks = _breaks(context, _signed(context.text, _BROKEN))
    if context.text.count("=") > 2 and len(equals := _breaks(context, [_EQUALS])) > 0.9 * context.text.count("="):
        breaks += equals
    if not breaks:
        return
    evidence = _evidence(context, breaks)
    for one in breaks:
        kept = one.view.text[one.at] not in _ALWAYS and bool(one.left and one.right) and evidence.keeps(
            one.left, one.right, one.linked)
        if one.parted(context.page.spacing) and (kept or not one.right[:1].islower()):
            continue
        if not kept or one.linked or not evidence.is_dash(one.left, one.right):
            yield _line_break(context.text, one, "hard-hyphen" if kept else "soft-hyphen")


def _line_break(text: str, one: _Break, rule: str) -> Span:
    """The break: the sign, if the line's, and the blanks up to the next word, or to what stands at a page's foot."""
    sign = one.view.origin(one.at)
    end = sign + 1
    while one.view.origin(one.at + end - sign) == end and text[end].isspace():
        end += 1
    return skin(sign + (rule == "hard-hyphen"), end, "lb", rule, (("break", "no"),))


def _left_over(context: Context) -> Iterator[Span]:
    """Hyphens that a reader of lines left within them: certain only where the halves are no words and the whole is."""
    known = lexical(context.language)
    breaks = _breaks(context, _signed(context.text, _LEFT_OVER))
    words = context.words.folded if breaks else Counter[str]()
    for one in breaks:
        whole = (one.left + one.right).lower()
        certain = words[whole] > 0 or (known is not None and known.knows(whole.translate(_SPELLING), 1))
        if certain and one.right.islower() and not words[f"{one.left}-{one.right}".lower()] and not (
                known.knows(one.right, _COMMON) if known else words[one.right.lower()] > 1):
            yield _line_break(context.text, one, "left-over-hyphen")


HYPHENS = Convention(
    "line-end-hyphens",
    "A hyphen at a line's end is a word's own (kept) or the line's (joined); the line break is recorded either way.",
    "self-\\nexpression and demo-\\ncracy",
    (Rule("hard-hyphen", "the hyphen is the word's own", "self-\\nexpression", _hyphens),
     Rule("soft-hyphen", "the hyphen is the line's", "demo-\\ncracy", lambda _: ()),
     Rule("left-over-hyphen", "a hyphen of a line's end, left within a line", "improve- ment", _left_over)),
)
