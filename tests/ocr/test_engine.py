"""The word engine: what it proposes for misread words, and how sure it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import SEEDS

from edition.ocr.document import Document, knowledge
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


@pytest.mark.parametrize("name", ["becoming-a-party-of-the-workers", "behind-the-scenes-in-the-russian-party",
                                  "essay-on-soviet-government"])
def test_in_the_seeds_nothing_is_corrected_by_the_machine(name: str) -> None:
    """Nearly all that no list knows there is a name or a spelling of its time."""
    text = (SEEDS / f"{name}.txt").read_text("utf-8")
    assert [proposal for proposal in examine(text, "en") if proposal.tier == "automatic"] == []


@pytest.mark.parametrize("printed", [
    "Bucharin", "Thalman", "Piatakov", "therefor", "net-work", "practised", "employés", "blind-folded", "fraction",
    "to-day", "good-bye", "co-operate", "re-elected", "tho'", "o'er", "gallop'd", "shew", "connexion", "gaol"])
def test_names_and_spellings_of_their_time_stay(printed: str) -> None:
    text = f"It was said in the committee that {printed} had been spoken of by all who were there on that day.\n"
    assert [each for each in examine(text, "en") if each.tier == "automatic"] == []


@pytest.mark.parametrize("printed", ["1847", "l8th", "2nd", "£4,0O0", "18S4", "1O", "3s.", "6d."])
def test_nothing_is_proposed_within_figures(printed: str) -> None:
    text = f"On the day of the meeting {printed} was paid to the clerk of tbe court for his trouble.\n"
    assert [each.tier for each in examine(text, "en") if each.printed in printed and each.tier == "automatic"] == []
    assert all(not reading.isdigit() for each in examine(text, "en") for reading, _ in each.readings)


def test_what_an_editor_put_in_brackets_is_not_asked() -> None:
    text = "He said that H[enry] had undercut[ting] in mind, and the people of tbe town knew it.\n"
    assert [proposal.printed for proposal in examine(text, "en")] == ["tbe"]


def test_proposals_come_in_their_order_and_never_overlap() -> None:
    found = examine(TEXT * 3, "en")
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_probabilities_of_readings_fall_and_are_one_at_most() -> None:
    for proposal in examine(TEXT, "en"):
        shares = [share for _, share in proposal.readings]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1.001
        assert len(shares) <= 3


def test_a_reading_has_the_case_of_the_printed_word() -> None:
    text = "Tbe end came. THE PEOPLE OF TBE TOWN. They saw the Bhort man of tbe town.\n"
    found = {proposal.printed: proposal.readings[0][0] for proposal in examine(text, "en") if proposal.readings}
    assert (found["Tbe"], found["TBE"], found["tbe"]) == ("The", "THE", "the")
    assert found["Bhort"] == "short"


def test_a_word_of_several_has_its_neighbours_in_mind() -> None:
    document = Document("of the house", knowledge("en"))
    assert document.fit("house", document.around(2)) > document.fit("horse", document.around(2)) - 5
