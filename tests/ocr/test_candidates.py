"""Candidates: the words that may have been misread as a printed one."""

from __future__ import annotations

import pytest
import small

from edition.ocr.candidates import NARROW, Search
from edition.ocr.tokens import tokens


@pytest.fixture(scope="module")
def search() -> Search:
    return small.knowledge().search


@pytest.mark.parametrize(("printed", "true", "changes"), [
    ("tbe", "the", (("b", "h"),)),
    ("tlie", "the", (("tli", "th"),)),
    ("miUer", "miller", (("U", "ll"),)),
    ("closd", "closed", (("", "e"),)),
    ("ra.in", "rain", ((".", ""),)),
    ("gardan", "garden", (("a", "e"),)),
])
def test_a_word_is_found_by_the_confusions_that_made_it(
        search: Search, printed: str, true: str, changes: tuple[tuple[str, str], ...]) -> None:
    found = search.candidates(printed)[0]
    assert (found.word, found.changes) == (true, changes)


def test_the_usual_word_comes_before_the_seldom_one(search: Search) -> None:
    assert [candidate.word for candidate in search.candidates("hab")][:1] == ["had"]


def test_a_word_is_no_candidate_for_itself(search: Search) -> None:
    assert "had" not in [candidate.word for candidate in search.candidates("had")]


def test_a_narrow_search_finds_usual_confusions_only(search: Search) -> None:
    assert [candidate.word for candidate in search.candidates("gaxdxn")] == ["garden"]
    assert search.candidates("gaxdxn", NARROW) == []
    assert [candidate.word for candidate in search.candidates("bad", NARROW)] == ["had"]


def test_two_words_without_a_blank_are_split(search: Search) -> None:
    assert [candidate.word for candidate in search.split("ofthe")] == ["of the"]
    assert list(search.split("ofxthe")) == []


def test_a_run_of_letters_as_no_two_words_have_is_not_split(search: Search) -> None:
    assert list(search.split("the" + "x" * 100_000)) == []


def test_the_same_word_has_the_same_candidates_whatever_was_asked_before(search: Search) -> None:
    again = small.knowledge().search
    again.candidates("tlie")
    assert again.candidates("gardan") == search.candidates("gardan")


def test_a_very_long_word_and_none_have_no_candidates(search: Search) -> None:
    assert search.candidates("x" * 60) == search.candidates("") == []


def test_words_stand_where_they_stand_without_the_signs_around_them() -> None:
    text = "(The “house” of Mr. O’Neil.)\nA half-\nway inn"
    found, context, places = tokens(text)
    assert [text[token.start:token.end] for token in found] == [
        "The", "house", "of", "Mr", "O’Neil", "A", "half", "way", "inn"]
    assert [token.word for token in found][4] == "o'neil"
    assert [token.broken for token in found][6:] == [True, True, False]
    assert context[places[6]] == "halfway"


def test_a_dash_stands_between_words() -> None:
    assert [token.word for token in tokens("It was needed—a half-way inn--and/or a house")[0]] == [
        "it", "was", "needed", "a", "half-way", "inn", "and", "or", "a", "house"]


def test_a_sentence_begins_behind_its_end_and_numbers_are_all_one() -> None:
    found, context, _ = tokens("It rained. In 1847 it did not; so")
    assert [token.word for token in found if token.initial] == ["it", "in"]
    assert context == ["</s>", "it", "rained", "</s>", "in", "<n>", "it", "did", "not", ";", "so", "</s>"]


def test_a_capital_within_a_word_stays_since_no_writer_put_it_there() -> None:
    assert [token.word for token in tokens("weU Well WELL McDonald")[0]] == ["weU", "well", "well", "mcDonald"]
