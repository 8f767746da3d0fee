"""Words are counted as a reader counts them, in any alphabet."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.writing.words import count_words


@pytest.mark.parametrize(("text", "count"), [
    ("", 0), ("Two words.", 2), ("don't, o’er", 2), ("by-and-by", 1), ("a-b-c", 1), ("one--two", 2), ("-a- 'b'", 2),
    ("snake_case", 2), ("12,5 x²", 3), ("Слово и дело", 3), ("“Élan”—naïve", 2),
])
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.text("ab1é²_'’-—.“ \xa0\nЖ"))
def test_counting_in_bulk_counts_what_one_by_one_does(text: str) -> None:
    assert count_words(text) == len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text))
