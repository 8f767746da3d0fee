"""Joins: a hyphen or a blank that a line's end left within a word."""

from __future__ import annotations

from array import array

import pytest
import small

from edition.ocr.document import Document, Knowledge
from edition.ocr.joins import CUT, PERHAPS, WHOLE, hyphened, parted


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return small.knowledge()


@pytest.mark.parametrize(("text", "word", "share"), [
    ("The con-trast of the house", "contrast", CUT),
    ("The gar-den of the house", "garden", CUT),
    ("They were carry-ing the rain", "carrying", CUT),
    ("Then Mar-garet closed the house", "margaret", CUT),
    ("the hou-se, the hou-se, the hou-se", "house", PERHAPS),
])
def test_halves_that_are_no_words_are_joined(known: Knowledge, text: str, word: str, share: float) -> None:
    document = Document(text, known)
    found = [reading for at in range(len(document.tokens)) if (reading := hyphened(document, at))]
    assert (found[0].word, found[0].share, found[0].changes) == (word, share, (("-", ""),))


@pytest.mark.parametrize("text", [
    "the hill-side of the mill",  # both are words that stand beside one another, and the whole is no more usual
    "the house to-day",
    "the con-Trast of",  # a capital: two names
    "the xar-den of the house",  # the whole is no word
    "the mar-garet of",  # a name without a capital
    "the loch-a of",
    "a con-trast-garden",  # more than one hyphen: syllable for syllable, on purpose
])
def test_a_hyphen_of_the_writer_stays(known: Knowledge, text: str) -> None:
    document = Document(text, known)
    assert not [at for at in range(len(document.tokens)) if hyphened(document, at)]


def test_two_words_that_nobody_writes_beside_one_another_are_one_if_the_whole_is_usual(known: Knowledge) -> None:
    document = Document("the con-then of the bad-den of the in-day", known)
    assert not [at for at in range(len(document.tokens)) if hyphened(document, at)]
    counts = known.ngrams._replace(one=known.ngrams.one, two=known.ngrams.two._replace(sums=array("I"), logarithms=b""))
    document = Document("the hill-side of the mill", known._replace(ngrams=counts))
    reading = hyphened(document, 1)
    assert reading is not None
    assert reading.share == WHOLE


def test_a_blank_within_a_word_goes_if_the_whole_fits_far_better(known: Knowledge) -> None:
    document = Document("It was of the hou se then", known)
    readings = [parted(document, at) for at in range(len(document.tokens))]
    assert [reading.word for reading in readings if reading] == ["house"]


@pytest.mark.parametrize("text", [
    "of the hou  se", "of the hou\nse", "of the hou, se", "in to the house", "the hill side"])
def test_words_stay_apart_where_more_than_a_blank_stands_between_them_or_both_are_common(
        known: Knowledge, text: str) -> None:
    document = Document(text, known)
    assert not [at for at in range(len(document.tokens)) if parted(document, at)]
