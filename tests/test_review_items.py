"""What a reviewer sees of a text, and what is decided of it: found again exactly once, whatever stands around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomlkit
from correcting import decide

from edition.corrections.decision import Decisions
from edition.corrections.model import Correction
from edition.pipeline import Document, parse
from edition.records import replace
from edition.review.items import Item, items, ranked, table, together
from edition.rules import Plain
from edition.source import from_text

TEXT = "It was tbe best of towns. They saw tbe gate and tbe gate saw them, as tbe gate must. The end of it came.\n"
NAME = Path("town.txt")


def document(text: str, *proposals: Correction) -> Document:
    return replace(parse(from_text(text), Plain(language="en")), proposals=list(proposals))


def word(text: str, printed: str, corrected: str, at: int = 0, **more: Any) -> Correction:
    """A proposal about the word at `at` or behind it."""
    start = text.index(printed, at)
    return Correction(start, start + len(printed), printed, corrected, "misread-word", **more)


def one(text: str, correction: Correction) -> Item:
    found = items(document(text, correction), Decisions(), NAME)
    assert len(found) == 1
    return found[0]


def written(item: Item, status: str = "accepted", reading: str | None = None) -> str:
    return tomlkit.dumps({"correction": [{key: value for key, value in table(item, status, reading).items()
                                          if key != "text"}]})


def test_a_word_in_its_sentence() -> None:
    item = one(TEXT, word(TEXT, "tbe", "the", 30, readings=(("the", .96), ("toe", .02)), series="b → h", wrong=.98))
    assert (item.text, item.line, item.column, item.printed, item.corrected) == ("town", 1, 36, "tbe", "the")
    assert item.lead == "It was tbe best of towns. They saw "
    assert item.tail.startswith(" gate and tbe gate saw them")
    assert (item.before, item.after) == ("best of towns. They saw ", " gate and tbe gate saw t")
    assert item.readings == (("the", .96), ("toe", .02))
    assert item.status == ""


def test_a_decision_has_the_keys_of_a_file_of_decisions_in_their_order() -> None:
    item = one(TEXT, word(TEXT, "tbe", "the", cert="high", reason="no such word"))
    assert list(table(item, "accepted", None, "anna", "2026-11-22").items()) == [
        ("text", "town"), ("line", 1), ("printed", "tbe"), ("before", "It was "), ("after", " best of towns. They saw"),
        ("corrected", "the"), ("kind", "ocr"), ("evidence", "internal"), ("cert", "high"), ("by", "anna"),
        ("status", "accepted"), ("date", "2026-11-22"), ("why", "no such word")]


@pytest.mark.parametrize("at", [0, 30, 40, 66])
def test_the_decision_is_found_at_the_place_it_is_about(tmp_path: Path, at: int) -> None:
    correction = word(TEXT, "tbe", "the", at)
    found = next(iter(decide(tmp_path, from_text(TEXT), written(one(TEXT, correction)))))
    assert (found.start, found.end, found.corrected, found.status) == (correction.offset, correction.end, "the",
                                                                       "accepted")


HARD = [
    ("the a the a the a the a the a the a the a the a the a the a the a the a the b the a\n", "the", 24),
    ("He said ++yes++ and +++no+++ and ++yes++ again.\n", "++", 21),
    ("It was \\ a \"b\" of \x07 the c.\n", "\\", 0),
    ("One word \n tbe\n\nand   more tbe and   more tbe.\n", "tbe", 30),
    ("tbe", "tbe", 0),
    ("agree - that - it - is - so - and - on - and - on\n", " - ", 13),
]


@pytest.mark.parametrize(("text", "printed", "at"), HARD)
def test_it_is_found_in_hard_places_too(tmp_path: Path, text: str, printed: str, at: int) -> None:
    correction = word(text, printed, "X", at)
    found = next(iter(decide(tmp_path, from_text(text), written(one(text, correction)))))
    assert found.edit() == (correction.offset, printed, "X")


def test_a_mark_is_about_the_very_characters_or_not_asked_at_all(tmp_path: Path) -> None:
    text = "It was so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so so.\n"
    middle = word(text, "so", "", 50, form="surplus", why="repeated")
    assert items(document(text, middle), Decisions(), NAME) == []
    last = word(text, "so.", "", 50, form="surplus", why="repeated")
    found = next(iter(decide(tmp_path, from_text(text), written(one(text, last)))))
    assert (found.start, found.end, found.mark, found.reason) == (last.offset, last.end, "surplus", "repeated")


def test_what_crosses_the_edge_of_an_element_is_not_asked() -> None:
    text = "# The be\n\nginning of it was good, and so was all the rest of the story that he told.\n"
    assert items(document(text, word(text, "be\n\nginning", "beginning")), Decisions(), NAME) == []
    assert len(items(document(text, word(text, "The be", "The beginning")), Decisions(), NAME)) == 1


def test_text_lost_behind_a_word(tmp_path: Path) -> None:
    lost = word(TEXT, "saw", "", 40, form="lost")
    found = next(iter(decide(tmp_path, from_text(TEXT), written(one(TEXT, lost)))))
    assert (found.end, found.mark, found.at, found.reason) == (lost.end, "gap", "after", "lost")


def test_a_reading_that_goes_and_one_that_is_emptied_by_hand(tmp_path: Path) -> None:
    text = "It was ~the best of towns.\n"
    gone = one(text, word(text, "~", ""))
    assert (gone.left + gone.printed + gone.right, table(gone, "accepted")["corrected"]) == ("~t", "t")
    emptied = table(one(text, word(text, "~the", "the")), "edited", "")
    assert emptied["mark"] == "surplus"
    assert "corrected" not in emptied


def test_the_printed_reading_itself_is_a_rejection() -> None:
    made = table(one(TEXT, word(TEXT, "tbe", "the")), "edited", "tbe")
    assert (made["status"], made["corrected"]) == ("rejected", "the")
    assert "cert" not in made


def test_what_the_file_of_decisions_says_already(tmp_path: Path) -> None:
    text = "It was tbe best of tovvns, and tbe last.\n"
    decisions = decide(tmp_path, from_text(text), """
        [[correction]]
        line = 1
        printed = "tovvns"
        corrected = "towns"
        cert = "high"
        by = "anna"
        status = "rejected"
        why = "so in the copy"
        [[correction]]
        line = 1
        printed = "last"
        mark = "sic"
        note = "An editor's own note is not decided anew."
    """)
    found = items(document(text, word(text, "tbe", "the")), decisions, NAME)
    assert [(item.printed, item.rule, item.status, item.by) for item in found] == [
        ("tbe", "misread-word", "", ""), ("tovvns", "decision", "rejected", "anna")]
    assert table(found[1], "accepted")["corrected"] == "towns"
    assert table(found[1], "accepted")["why"] == "so in the copy"


def test_a_proposal_that_is_decided_keeps_its_key_its_readings_and_its_evidence(tmp_path: Path) -> None:
    correction = word(TEXT, "tbe", "the", 30, readings=(("the", .96), ("toe", .02)), series="b → h")
    before = one(TEXT, correction)
    for status, reading, decided in (("accepted", None, "the"), ("edited", "toe", "toe"), ("rejected", None, "the")):
        decisions = decide(tmp_path, from_text(TEXT), written(before, status, reading))
        after, = items(replace(document(TEXT), decided=[correction]), decisions, NAME)
        assert after == replace(before, status=status, decided=decided, by="ed")


def test_of_a_reading_that_was_widened_just_the_reading_is_told(tmp_path: Path) -> None:
    text, printed, at = HARD[0]
    correction = word(text, printed, "X", at)
    before = one(text, correction)
    assert before.left + before.right
    for reading in ("X", "Y"):
        decisions = decide(tmp_path, from_text(text), written(before, "edited", reading))
        after, = items(replace(document(text), decided=[correction]), decisions, NAME)
        assert (after.status, after.decided, after.key) == ("edited", reading, before.key)


def test_a_note_at_the_same_place_is_no_decision_about_the_reading(tmp_path: Path) -> None:
    note = '[[correction]]\nline = 1\nprinted = "tbe"\nbefore = "was "\nnote = "So."\n'
    correction = word(TEXT, "tbe", "the")
    assert items(document(TEXT, correction), decide(tmp_path, from_text(TEXT), note), NAME) == [one(TEXT, correction)]


def test_a_key_stays_while_other_lines_move_and_tells_alike_places_apart() -> None:
    moved = "A line more.\n\n" + TEXT
    key = one(TEXT, word(TEXT, "tbe", "the", 30)).key
    assert one(moved, word(moved, "tbe", "the", 44)).key == key
    assert one(TEXT, word(TEXT, "tbe", "the")).key != key
    twice = TEXT * 3
    three = [word(twice, "tbe", "the", k * len(TEXT) + 30) for k in range(3)]
    found = items(document(twice, *three), Decisions(), NAME)
    assert len({item.key for item in found}) == 3


def test_of_what_overlaps_each_knows_the_others() -> None:
    join = word(TEXT, "tbe gate", "the gate", 30)
    within, apart = word(TEXT, "tbe", "the", 30), word(TEXT, "saw", "was", 40)
    around = word(TEXT, "They saw tbe gate and", "", form="surplus", why="repeated")
    found = {item.printed: item for item in items(document(TEXT, around, join, within, apart), Decisions(), NAME)}
    assert found["tbe gate"].over == (found["tbe"].key,)
    assert found["tbe"].over == (found["tbe gate"].key,)
    assert found["saw"].over == found["They saw tbe gate and"].over == ()


def test_how_many_are_alike_and_which_comes_first() -> None:
    first = items(document(TEXT, word(TEXT, "tbe", "the", series="b → h", wrong=.5)), Decisions(), NAME)
    second = items(document(TEXT, word(TEXT, "tbe", "the", 30, series="b → h", wrong=.9),
                            word(TEXT, "gate", "gale", series="t → l", wrong=.7)), Decisions(), Path("other.txt"))
    every = together([*first, *second])
    assert [(item.printed, item.alike) for item in every] == [("tbe", 2), ("tbe", 2), ("gate", 1)]
    assert [item.wrong for item in ranked(every)] == [.9, .7, .5]
