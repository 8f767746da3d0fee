"""The word engine: what it proposes for misread words, and how sure it is."""

from __future__ import annotations

import pytest

from edition.ocr.engine import examine

TEXT = "The people of tlie town were gone to see the greatest show of all, and tbe children with them.\n"


def test_a_misread_word_is_proposed_with_its_reading_its_series_and_a_reason() -> None:
    first, second = examine(TEXT, "en")
    assert (first.printed, first.readings[0][0], first.series) == ("tlie", "the", "li → h")
    assert first.readings[0][1] > .8
    assert TEXT[second.start:second.end] == second.printed == "tbe"
    assert "in no word list" in second.reason
    assert "“b” for “h”" in second.reason


def test_a_language_without_data_has_no_proposals() -> None:
    assert examine(TEXT, "la") == []


def test_a_language_is_known_by_its_first_subtag() -> None:
    assert examine(TEXT, "en-GB") == examine(TEXT, "en")


def test_the_same_text_has_the_same_proposals() -> None:
    assert examine(TEXT, "en") == examine(TEXT, "en")


@pytest.mark.parametrize("text", ["", "\n", "1847. 12,5 % 3/4", "— * * * —", "a", "é"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert examine(text, "en") == []
