"""The data of the word engine: what is packed comes out again."""

from __future__ import annotations

import math
import zlib

import pytest
import small

from edition.ocr import lexicon as lexicons
from edition.ocr import ngrams as counts
from edition.ocr.document import knowledge
from edition.ocr.lexicon import COMMON, LITERARY, NAME, RARE, UNKNOWN, has
from edition.ocr.readings import FEATURES
from edition.ocr.trees import Trees, read, trees


def test_a_word_list_knows_its_words_and_how_well() -> None:
    known = small.lexicon().known
    assert [known(word) for word in ("house", "endless", "margaret", "loch")] == [COMMON, LITERARY, NAME, RARE]


def test_a_word_list_knows_no_beginning_of_a_word_and_no_other_script() -> None:
    known = small.lexicon().known
    assert [known(word) for word in ("hous", "houses", "", "дом", "th")] == [UNKNOWN] * 5


def test_all_words_come_out_as_they_went_in() -> None:
    known = small.lexicon().known
    assert {word: known(word) for word in small.WORDS} == small.WORDS


def test_the_order_of_the_words_is_nothing_to_the_file() -> None:
    backward = dict(sorted(small.WORDS.items(), reverse=True))
    assert small.packing.pack(small.packing.graph(backward)) == small.packing.pack(small.packing.graph(small.WORDS))


def test_what_is_no_word_list_and_what_are_no_counts_is_said() -> None:
    with pytest.raises(ValueError, match="not a word list"):
        lexicons.unpack(zlib.compress(bytes(lexicons.HEADER.size)))
    with pytest.raises(ValueError, match="no counts"):
        counts.unpack(zlib.compress(bytes(counts.HEADER.size)))


def test_counts_are_kept_to_a_twentieth() -> None:
    one = small.ngrams().one
    for word, count in small.ONE.items():
        assert math.exp(one.log(word)) == pytest.approx(count, rel=.05), word
    assert one.log("unheard") == -1


def test_a_word_is_as_likely_as_it_followed_two_others_or_one_or_as_it_stands_at_all() -> None:
    seen = small.ngrams()
    assert seen.after("house", "the", "of") == pytest.approx(math.log(90 / 900), abs=.1)
    assert seen.after("house", "the", "had") == pytest.approx(counts.BACK_OFF + math.log(300 / 9000), abs=.1)
    assert seen.after("garden", "had", "bad") == 2 * counts.BACK_OFF + seen.word("garden")
    assert seen.word("unheard") == counts.NEVER


def test_a_confusion_tells_how_often_it_happens() -> None:
    table = small.confusions()
    assert table.often("b", "h") == pytest.approx(math.exp(-5))
    assert table.often("tli", "th") == pytest.approx(math.exp(-6))
    assert table.often("x", "y") == 0


def test_a_model_adds_its_leaves_and_reads_the_probability_between_measured_steps() -> None:
    model = Trees(("size",), .5, (((0, 2.0, 1, 2), (-1, -1.0, 0, 0), (-1, 1.0, 0, 0)),), (-1.0, 1.0), (.1, .9))
    assert model.worth([2.0]) == -.5
    assert model.worth([2.1]) == 1.5
    assert model.probability([2.0]) == pytest.approx(.3)
    assert model.probability([9.0]) == .9


def test_a_model_is_plain_data() -> None:
    told = '{"features":["size"],"start":0.5,"steps":[],"shares":[],"trees":[[[-1,0.25,0,0]]]}'
    assert read(told).worth([]) == .75
    assert read(told).probability([]) == pytest.approx(1 / (1 + math.exp(-.75)))


def test_english_has_all_its_data_and_its_models_know_the_features() -> None:
    assert has("en")
    assert knowledge("en").lexicon.known("house") == COMMON
    assert trees("en", "readings").features == trees("en", "words").features == FEATURES


@pytest.mark.parametrize("language", ["la", "", "../en", "xx"])
def test_a_language_without_data_has_none(language: str) -> None:
    assert not has(language)
