"""What passages and hyphens are looked for by: the first letters of words, and how often each word stands."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.corrections.echoes import echoes
from edition.language import recognise
from edition.words import Words, beyond_ascii, occurrences, spaced

WORDS = ("the miller’s old mule went up and down the long hill to fetch some flour for bread",
         "Ещё раз мельник пошёл на ярмарку и продал там старого мула за одну песню и хлеб",
         "L’été où le vieux meunier s’en alla à la foire vendre son âne était déjà bien loin derrière")


@pytest.mark.parametrize("passage", WORDS)
@pytest.mark.parametrize("shift", range(9))
def test_texts_that_share_fifteen_words_are_found_wherever_they_stand(passage: str, shift: int) -> None:
    words = passage.split()[:15]
    before, changed = [f"x{n}" for n in range(shift)], ", ".join(words).upper()
    texts = [f"one {passage}.", "Nothing of the kind.", f"{' '.join(before)} — «{changed}»\nthe end"]
    assert echoes(texts) == [0, 2]


def test_texts_that_share_no_eight_words_are_left_out() -> None:
    assert echoes(["The old mule went up the hill.", "The old mule went up, and down it came."]) == []


def test_a_text_of_formulas_is_left_alone() -> None:
    formula = "Received of the same on the same day the sum of one pound and no more."
    assert echoes([formula] * 40) == list(range(40))
    assert echoes([formula] * 4000) == []


@given(st.text("ab1é²_'’-—.“ \xa0\nЖİ\udc80"))
def test_words_are_those_that_a_pattern_finds(text: str) -> None:
    found = re.findall(r"[\w’']+(?:-[\w’']+)*", text)
    assert Words(text).spelt == Counter(found)
    assert Words(text).folded == Counter(map(str.lower, found))


def test_signs_become_blanks() -> None:
    assert spaced("“So-so”, 3 times;\nетц.", "-").split() == ["So-so", "3", "times", "етц"]
    assert spaced("“So-so”, 3 times", figures=False).split() == ["So", "so", "times"]


def test_where_signs_stand() -> None:
    assert list(occurrences("a-b--c", "-")) == [1, 3, 4]
    assert list(occurrences("a-b--c", "-", 2)) == [3, 4]
    assert beyond_ascii("só so") == {"ó"}


def test_a_language_is_recognised_by_its_commonest_words() -> None:
    told = Words("It was the best of times and it was the worst of all that they had, but not for him.")
    assert recognise(told) == "en"
    assert recognise(Words("xyzzy " * 40)) == "und"
