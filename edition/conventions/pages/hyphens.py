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
    if "-" not in context.text:
        return
    broken = [(view, match, _BEFORE.search(view.text, max(0, match.start() - 40), match.start()),
               _AFTER.match(view.text, match.end()))
              for view in context.views("", "note", "p") for match in _BROKEN.finditer(view.text)]
    words = _counts(context.text, [(left[0], right[0]) for _, _, left, right in broken if left and right])
    for view, match, left, right in broken:
        hyphen = view.origin(match.start())
        end = hyphen + 1  # the blanks up to the next word, or up to what stands between at a page's foot
        while view.origin(match.start() + end - hyphen) == end and context.text[end].isspace():
            end += 1
        hard = not left or not right or keeps_hyphen(left[0], right[0], words, context.language)
        yield skin(hyphen + 1 if hard else hyphen, end, "lb", "hard-hyphen" if hard else "soft-hyphen",
                   (("break", "no"),))


def _counts(text: str, broken: list[tuple[str, str]]) -> Counter[str]:
    """How often the text has the words that a broken one may be, and its two halves by themselves."""
    asked = {word.lower() for left, right in broken for word in (left, right, left + right, f"{left}-{right}")}
    return Counter(filter(asked.__contains__, _WORD.findall(text.lower()))) if asked else Counter()


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
