"""The closed classes of English that the rules ask for; open classes come from counts (en/words.txt)."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list with blanks between."""
    return frozenset(words.split())


# The commonest function words: what a text in English is known by.
SMALL = listed("""
the of and to in that it is was he his for with as on had be at by not but from have this are which or her she they
him you were their all we an been would there my one who so will when no what said if me has its them
""")

# Words that begin a new clause or phrase: after a lost dash they stand where no compound word has them.
CLAUSE_OPENERS = listed("""
that which who whom whose this these those the and but because although though whereas he she they we if
""")

# Words that never are the first half of what a lost dash joined.
NO_LEFT = SMALL | listed("""
a i o up out off down over under after before through about into upon than then very such half many now once twice
what how ever never why whoever whatever end do does did can could may might shall should must am being having
""")

# Forms of doubt and of reference that stand in a parenthesis behind a name, between commas.
INTERJECTED = (
    "I think", "I believe", "I suppose", "I fancy", "I am told", "I understand", "we think", "we believe", "it seems",
    "it is said", "perhaps", "probably", "possibly", "presumably", "apparently", "no doubt", "of course",
)

NUMBERS = listed("""
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand several many few
""")

MEASURES = listed("""
second minute hour day night week fortnight month year mile yard furlong league fathom acre ton pound shilling dollar
""")

# Adverbs a measure goes with as it is ("five miles northeast", "three years ago"): no possessive before them.
AFTER_MEASURE = listed("""
north south east west northeast northwest southeast southwest northward southward eastward westward inland upstream
downstream away distant apart off ago later earlier hence
""")

CONTRACTED = ("s", "t", "d", "m", "re", "ve", "ll")
