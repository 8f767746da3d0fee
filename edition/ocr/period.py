"""Spellings of earlier centuries: what tells them from misreadings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from edition.regex import regex

# How a word was spelt, and how it is spelt now.
RULES: Final = tuple((regex(old), new) for old, new in (
    (r"(?<=.)u(?=[aeiouy])", "v"), (r"^v(?=[^aeiouy])", "u"), (r"^v(?=[npst])", "u"), (r"^i(?=[aeou])", "j"),
    ("vv", "w"), ("uu", "w"), (r"(?<=.)y(?=.)", "i"), ("ie$", "y"), ("ye$", "y"), (r"(?<=[^e])e$", ""),
    (r"(?<=e)e$", ""), (r"(.)\1e$", r"\1"), (r"([bdfglmnprst])\1$", r"\1"), (r"([bdfglmnprst])\1(?=e|i)", r"\1"),
    (r"nes$", "ness"), (r"les$", "less"), (r"esse$", "ess"), (r"(?<=[^e])d$", "ed"), ("'d$", "ed"), ("ick$", "ic"),
    ("ique$", "ic"), (r"(?<=[^a])our", "or"), (r"t$", "ed"), (r"(?<=[aeo])un(?=[cdt])", "n"), ("oo", "o"), ("ea", "e"),
    ("ei", "e"), ("ai", "a"), ("es$", "s"), (r"f$", "ff"), ("eth$", "s"), (r"sh", "ss"), (r"th", "d"), ("qu", "c"),
    ("xion", "ction"), ("i(?=$)", "y"), (r"(?<=[aeou])l$", "ll"), ("c(?=ion|e)", "t"), ("s(?=e)", "c"), ("en", "in"),
    ("em", "im"), ("in", "en"), ("im", "em"), ("y", "i"), ("i", "y"), ("o", "oa"), ("e", "ea"), ("ow", "ou"),
    ("aw", "au"), ("ew", "eau"),
))


def modern(word: str) -> Iterator[str]:
    """The spellings of today that a word of an earlier century may stand for, by one rule or two."""
    once = {rule.sub(new, word) for rule, new in RULES if rule.search(word)}
    yield from sorted(once)
    yield from sorted({rule.sub(new, other) for other in once for rule, new in RULES[:20] if rule.search(other)} - once)
