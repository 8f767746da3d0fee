"""Words broken at a line's end: joined, or their hyphen kept, on evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from edition.languages import pack
from edition.rules import Context, Convention, Rule
from edition.tree import Span, skin

_BROKEN = re.compile(r"-(?<=\w-)[ \t]*\n\s*(?=\w)")
_BEFORE = re.compile(r"[\w’']+\Z")
_WORD = re.compile(r"[\w’']+(?:-[\w’']+)*")
_AFTER = re.compile(r"[\w’']+")


def _hyphens(context: Context) -> Iterator[Span]:
    words = Counter(_WORD.findall(context.text.lower())) if "-" in context.text else Counter()
    for view in context.views("", "note"):
        for match in _BROKEN.finditer(view.text):
            left = _BEFORE.search(view.text, max(0, match.start() - 40), match.start())
            right = _AFTER.match(view.text, match.end())
            hyphen = view.origin(match.start())
            end = hyphen + 1  # the blanks up to the next word, or up to what stands between at a page's foot
            while view.origin(match.start() + end - hyphen) == end and context.text[end].isspace():
                end += 1
            hard = not left or not right or keeps_hyphen(left[0], right[0], words, context.language)
            yield skin(hyphen + 1 if hard else hyphen, end, "lb", "hard-hyphen" if hard else "soft-hyphen",
                       (("break", "no"),))


def keeps_hyphen(left: str, right: str, words: Counter[str], language: str) -> bool:
    """Whether the hyphen of a word broken at a line's end belongs to the word.

    Asked in this order: a capital or digit after it; the text's own use (`words`, lower case, with their counts); the
    lexicon of the language. With no evidence either way it is kept between two words that the text has by themselves.
    """
    if right[0].isupper() or right[0].isdigit() or left[-1].isdigit():
        return True
    joined, hyphened = (left + right).lower(), f"{left}-{right}".lower()
    if words[joined] != words[hyphened]:
        return words[hyphened] > words[joined]
    if known := pack(language):
        return not known.knows(joined)
    return words[right.lower()] > 1 and words[left.lower()] > 1


HYPHENS = Convention(
    "line-end-hyphens",
    "A hyphen at a line's end is a word's own (kept) or the line's (joined); the line break is recorded either way.",
    "self-\\nexpression and demo-\\ncracy",
    (Rule("hard-hyphen", "the hyphen is the word's own", "self-\\nexpression", _hyphens),
     Rule("soft-hyphen", "the hyphen is the line's", "demo-\\ncracy", lambda _: ())),
)
