"""Decisions teach: what was confirmed is not proposed again, what was accepted weighs more; nothing else changes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION_TOML
from hypothesis import given
from hypothesis import strategies as st
from reviewing import told

from edition.corrections.model import Correction
from edition.corrections.teaching import taught
from edition.making.conversion import recognise
from edition.making.work import edition_beside
from edition.ocr.engine import Proposal
from edition.ocr.taught import MOST, NOTHING, Confusion, Taught, confusion
from edition.ocr.weighing import weighed

Decided = Callable[[str], Taught]


@pytest.fixture
def decided(tmp_path: Path) -> Decided:
    """What one file of decisions teaches."""
    def read(toml: str) -> Taught:
        path = tmp_path / f"{abs(hash(toml))}.toml"
        path.write_text(toml, "utf-8")
        return taught([path])

    return read


def table(printed: str, corrected: str = "", status: str = "accepted", mark: str = "") -> str:
    return f'[[correction]]\nprinted = "{printed}"\nstatus = "{status}"\n' + (
        f'corrected = "{corrected}"\n' if corrected else "") + (f'mark = "{mark}"\n' if mark else "") + "\n"


LESSONS = [
    (table("tbe", "the"), {"the"}, [("b", "h", 1, 0)]),
    (table("of tbe city", "of the city", "edited"), {"the"}, [("b", "h", 1, 0)]),
    (table("Bevan", "Bryan", "rejected"), {"bevan"}, [("ev", "ry", 0, 1)]),
    (table("Bevan", mark="keep"), {"bevan"}, []),
    (table("tbe", "the") + table("tbe", "tube", "rejected"), {"the"}, [("", "u", 0, 1), ("b", "h", 1, 0)]),
    (table("tbe", "the") * 3 + table("bis", "his") + table("bad", "had", "rejected"), {"the", "his", "bad"},
     [("b", "h", 4, 1)]),
    (table("tbe", "the", "unsure") + table("tbe", "the", "proposed"), set(), []),
    (table("tbe city", "the town"), set(), []),                          # two words: no letter stands for another
    (table("all right", "allright"), set(), []),
    (table("[illegible]", mark="gap") + table("x", mark="sic"), set(), []),
]


@pytest.mark.parametrize(("toml", "known", "confusions"), LESSONS)
def test_what_decisions_teach(decided: Decided, toml: str, known: set[str],
                              confusions: list[tuple[str, str, int, int]]) -> None:
    assert decided(toml) == Taught(frozenset(known), tuple(Confusion(*one) for one in confusions))


def test_a_series_teaches_its_words(decided: Decided) -> None:
    lesson = decided('[[series]]\nprinted_part = "rn"\ncorrected_part = "m"\nwords = ["rnind", "rnine"]\n')
    assert lesson == Taught(frozenset({"mind", "mine"}), (Confusion("rn", "m", 2, 0),))


def test_a_broken_file_teaches_nothing(decided: Decided, tmp_path: Path) -> None:
    assert decided("[[correction]\n") == NOTHING
    assert taught([tmp_path / "none.toml"]) == NOTHING


@pytest.mark.parametrize(("printed", "true", "expected"), [
    ("tbe", "the", ("b", "h")), ("rnodern", "modern", ("rn", "m")), ("Tbe", "The", ("b", "h")),
    ("goverment", "government", ("", "n")), ("aa", "a", ("a", "")), ("so", "so", ("", ""))])
def test_the_confusion_of_two_words(printed: str, true: str, expected: tuple[str, str]) -> None:
    assert confusion(printed, true) == expected


# -- what becomes of proposals --------------------------------------------------------------------------------------
def proposal(**more: Any) -> Proposal:
    made = {"start": 0, "end": 3, "printed": "tbe", "readings": (("the", .4), ("tube", .3)), "tier": "queue",
            "wrong": .7, "series": "b → h", "reason": "In no list."}
    return Proposal(**(made | more))


def weigh(one: Proposal, *confusions: tuple[str, str, int, int], known: str = "") -> list[Proposal]:
    return list(weighed([one], Taught(frozenset(known.split()), tuple(Confusion(*c) for c in confusions))))


def test_a_known_word_is_not_proposed() -> None:
    assert weigh(proposal(), known="tbe") == []
    assert weigh(proposal(printed="TBE"), known="tbe") == []
    assert weigh(proposal(), known="the") == [proposal()]


def test_an_accepted_confusion_raises_its_readings() -> None:
    (made,) = weigh(proposal(), ("b", "h", 1, 0))
    assert made.readings == (("the", .5714), ("tube", .2143))          # .8, .3 and the rest .3, of 1.4
    assert (made.tier, made.wrong, made.series) == ("suggestion", .7857, "b → h")
    assert made.reason == "In no list. In this edition, such a correction was accepted once."


def test_a_rejected_confusion_lowers_them() -> None:
    (made,) = weigh(proposal(), ("b", "h", 0, 3))
    assert [reading for reading, _ in made.readings] == ["tube", "the"]
    assert (made.tier, made.series) == ("queue", "∅ → u")
    assert weigh(proposal(readings=(("the", .1),), wrong=.1), ("b", "h", 0, 9)) == []


def test_decisions_make_nothing_automatic() -> None:
    """What the program corrects by itself was measured; decisions may only take from that."""
    likely = proposal(readings=(("the", .95),), tier="suggestion", wrong=.95)
    (made,) = weigh(likely, ("b", "h", 99, 0))
    assert (made.tier, made.readings[0][1] > .97) == ("suggestion", True)
    sure = proposal(readings=(("the", .98),), tier="automatic", wrong=.98)
    assert weigh(sure, ("b", "h", 5, 0))[0].tier == "automatic"
    assert weigh(sure, ("b", "h", 0, 5))[0].tier == "suggestion"


def test_a_word_of_the_edition_is_a_reading_where_an_accepted_confusion_leads_to_it() -> None:
    """Also a name that no list has; so the corrected texts teach the others their words."""
    unread = proposal(printed="Zarnorin", readings=(), wrong=.5, series="")
    (made,) = weigh(unread, ("rn", "m", 3, 0), known="zamorin")
    assert made.readings == (("Zamorin", .3077),)                       # .4 and the rest .9, of 1.3
    assert (made.tier, made.wrong, made.series) == ("queue", .5, "rn → m")
    (made,) = weigh(proposal(printed="ZARNORIN", readings=(("ZANORIN", .5),), wrong=.5), ("rn", "m", 9, 0),
                    known="zamorin")
    assert [word for word, _ in made.readings] == ["ZAMORIN", "ZANORIN"]
    assert weigh(unread, ("rn", "m", 1, 1), known="zamorin") == [unread]
    assert weigh(unread, ("rn", "m", 3, 0), known="other") == [unread]


def test_what_is_not_taught_is_not_touched() -> None:
    assert weigh(proposal(), ("x", "y", 9, 0)) == [proposal()]
    assert weigh(proposal(readings=())) == [proposal(readings=())]


@given(st.lists(st.floats(.01, .3), min_size=1, max_size=3), st.integers(0, 50), st.integers(0, 50))
def test_the_odds_change_by_the_declared_factor(shares: list[float], accepted: int, rejected: int) -> None:
    readings = tuple((word, round(share, 4)) for word, share in zip(("the", "tube", "tue"), shares, strict=False))
    made = weigh(proposal(readings=readings, wrong=.9), ("b", "h", accepted, rejected))
    after = dict(made[0].readings) if made else {"the": 0.0}
    factor = min(MOST, max(1 / MOST, (1 + accepted) / (1 + rejected)))
    before = dict(readings)["the"]
    assert after["the"] == pytest.approx(before * factor / (1 + before * (factor - 1)), abs=.02)
    assert sum(after.values()) <= 1.0001


# -- in an edition --------------------------------------------------------------------------------------------------
CITY = "The gate of tbe city was shut before the war, and the people of the city knew it and Zamorin well enough.\n"
TOWN = "The gate of tbe town was shut in tbe war, and Zamorin and the people of the town knew it well enough.\n"


def proposals(folder: Path, name: str) -> list[Correction]:
    path = folder / name
    return [one for one in recognise(path, edition_beside(path), None, {"misread-words": True}).proposals
            if one.rule == "misread-word"]


def test_one_text_teaches_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, {"tbe": "the"})
    (tmp_path / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (tmp_path / "city.txt").write_text(CITY, "utf-8")
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    untaught = {one.printed: one.probability for one in proposals(tmp_path, "town.txt")}
    assert untaught == {"tbe": .6}
    decisions = tmp_path / "city.corrections.toml"
    decisions.write_text('[[correction]]\nline = 1\nprinted = "tbe"\ncorrected = "the"\n', "utf-8")
    taught_by_one, other = proposals(tmp_path, "town.txt")
    assert taught_by_one.probability == other.probability == .75       # 1.2 of 1.2, .1 and the rest .3
    assert other.reason == "In no list. In this edition, such a correction was accepted once."
    decisions.write_text('[[correction]]\nline = 1\nprinted = "tbe"\ncorrected = "the"\nstatus = "rejected"\n', "utf-8")
    assert proposals(tmp_path, "town.txt") == []


def test_a_text_by_itself_is_taught_by_its_own_decisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, {"tbe": "the"})
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    (tmp_path / "other.txt").write_text(TOWN, "utf-8")
    (tmp_path / "other.corrections.toml").write_text(table("tbe", mark="keep"), "utf-8")
    (tmp_path / "town.corrections.toml").write_text(
        '[[correction]]\nline = 1\nprinted = "tbe"\nbefore = "of "\ncorrected = "the"\n', "utf-8")
    (left,) = proposals(tmp_path, "town.txt")
    assert (left.offset, left.probability) == (TOWN.rindex("tbe"), .75)


@given(st.randoms(use_true_random=False))
def test_the_order_of_files_and_tables_does_not_matter(tmp_path_factory: pytest.TempPathFactory,
                                                       random_: random.Random) -> None:
    folder = tmp_path_factory.mktemp("made")
    tables = [table("tbe", "the"), table("bis", "his"), table("Bevan", mark="keep"), table("arid", "and", "rejected")]
    whole = folder / "whole.toml"
    whole.write_text("".join(tables), "utf-8")
    random_.shuffle(tables)
    cut = random_.randrange(len(tables) + 1)
    files = [folder / "a.toml", folder / "b.toml"]
    for file, part in zip(files, (tables[:cut], tables[cut:]), strict=True):
        file.write_text("".join(part), "utf-8")
    assert taught(files) == taught(reversed(files)) == taught([whole])
