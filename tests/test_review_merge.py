"""Two reviewers of one text: what they agree on is joined, what they disagree on is listed with who said what."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import EDITION_TOML
from hypothesis import given
from hypothesis import strategies as st
from test_apply import decisions_about

from edition.corrections.decisions import load
from edition.deciding.apply import apply, into
from edition.deciding.batch import Tables
from edition.deciding.reviewers import Joined, join, left_open
from edition.findings import UserError
from edition.settings.toml_file import TomlFile
from edition.source import from_text

TEXT = "The watcr froze, and the whecl stood.\nThe miller's rnill was still, and his catt slept.\n"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    who = "".join(f'[[responsibilities]]\nid = "{name}"\nrole = "review"\nname = "{name.title()}"\n'
                  for name in ("anna", "ben"))
    (tmp_path / "edition.toml").write_text(EDITION_TOML + who, "utf-8")
    return tmp_path


def said(printed: str, corrected: str = "", status: str = "accepted", by: str = "ed", **more: str) -> str:
    line = TEXT.count("\n", 0, TEXT.index(printed)) + 1
    what = {"corrected": corrected, **more} if corrected else {"mark": "keep", **more}
    values = "".join(f'{key} = "{value}"\n' for key, value in what.items() if value)
    return f'[[correction]]\nline = {line}\nprinted = "{printed}"\n{values}by = "{by}"\nstatus = "{status}"\n\n'


def joined(folder: Path, first: str, second: str) -> Joined:
    return join(TomlFile("anna.toml", first.encode()), TomlFile("ben.toml", second.encode()), into(folder))


AGREED = [
    (said("watcr", "water"), said("whecl", "wheel"), [("watcr", "water"), ("whecl", "wheel")]),
    (said("watcr", "water"), said("watcr", "water", "edited"), [("watcr", "water")]),
    (said("watcr", "water", "unsure"), said("watcr", "water"), [("watcr", "water")]),
    (said("watcr", "water"), said("watcr", "water", "unsure"), [("watcr", "water")]),
    (said("watcr", "water", "rejected"), said("watcr"), [("watcr", "water")]),
    (said("The watcr", "The water"), said("watcr", "water"), [("The watcr", "The water")]),
    (said("watcr", "water", "rejected"), said("watcr", "watch", "rejected"), [("watcr", "water")]),
    (said("watcr", "water"), said("watcr", mark="", note="Of the pond."), [("watcr", "water"), ("watcr", None)]),
]


@pytest.mark.parametrize(("first", "second", "expected"), AGREED)
def test_what_agrees_is_joined(mill: Path, first: str, second: str, expected: list[tuple[str, str | None]]) -> None:
    result = joined(mill, first, second)
    assert result.conflicts == []
    (mill / "mill.corrections.toml").write_text(result.text, "utf-8")
    found = load(mill / "mill.corrections.toml", from_text(TEXT, "mill"))
    assert [(one.printed, one.corrected) for one in found] == expected
    assert all(one.status != "unsure" for one in found)


CONFLICTS = [
    (said("watcr", "water"), said("watcr", "watch")),
    (said("watcr", "water"), said("watcr", "water", "rejected")),
    (said("watcr", "water"), said("watcr")),
    (said("The watcr", "The waiter"), said("watcr", "water")),
    (said("watcr", mark="", note="Of the pond."), said("watcr", mark="", note="Of the mill.")),
    (said("watcr", mark="sic"), said("watcr", "water")),
]


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_what_does_not_agree_is_a_conflict(mill: Path, first: str, second: str) -> None:
    result = joined(mill, first + said("catt", "cat"), second + said("whecl", "wheel"))
    assert len(result.conflicts) == 1
    assert "watcr" not in result.text
    assert [line for line in result.text.split("\n") if line.startswith("printed")] == [
        'printed = "whecl"', 'printed = "catt"']


def test_a_conflict_names_the_line_both_readings_and_who(mill: Path) -> None:
    first = said("rnill", "mill", by="anna").replace("status", "date = 2026-11-22\nstatus")
    result = joined(mill, said("whecl", "wheel") + first, said("rnill", "rill", "edited", by="ben"))
    assert str(result.conflicts[0].finding()) == (
        f'{mill / "mill.txt"}:2: error: "rnill": anna, 2026-11-22 (anna.toml:8) accepted "mill"; '
        'ben (ben.toml:1) edited "rill" [review-conflict]')


def test_comments_of_the_first_file_stay(mill: Path) -> None:
    first = "# By Anna.\n\n# Surely.\n" + said("watcr", "water") + "# Not the hill.\n" + said("rnill", "mill")
    assert joined(mill, first, said("whecl", "wheel")).text == (
        "# By Anna.\n\n# Surely.\n" + said("watcr", "water") + said("whecl", "wheel") + "# Not the hill.\n"
        + said("rnill", "mill"))


def test_conflicts_are_left_open_for_a_third_person(mill: Path) -> None:
    text = left_open(joined(mill, said("watcr", "water"), said("watcr")).conflicts)
    assert text == ('# ed (anna.toml:1) accepted "water"\n# ed (ben.toml:1) accepted keep\n[[correction]]\n'
                    'text = "mill"\nline = 1\nprinted = "watcr"\ncorrected = "water"\nby = "ed"\nstatus = "unsure"\n')
    apply(TomlFile("open.toml", text.encode()), into(mill))
    assert [one.status for one in load(mill / "mill.corrections.toml", from_text(TEXT, "mill"))] == ["unsure"]


def series(*words: str, status: str = "accepted") -> str:
    listed = ", ".join(f'"{word}"' for word in words)
    return f'[[series]]\nprinted_part = "c"\ncorrected_part = "e"\nwords = [{listed}]\nstatus = "{status}"\n'


def test_series_are_joined_or_conflict_as_single_decisions_do(mill: Path) -> None:
    both = said("rnill", "mill") + series("watcr", "whecl")
    assert joined(mill, both, said("rnill", "mill")).text == both
    assert joined(mill, said("rnill", "mill"), series("watcr", "whecl")).text == both
    assert joined(mill, both, series("watcr", "whecl")).text == both
    for other in (series("watcr"), series("watcr", "whecl", status="rejected")):
        result = joined(mill, both, other)
        assert (result.text.strip(), len(result.conflicts)) == (said("rnill", "mill").strip(), 1)
        assert left_open(result.conflicts).endswith(
            '[[series]]\ntext = "mill"\nprinted_part = "c"\ncorrected_part = "e"\nwords = ["watcr", "whecl"]\n'
            'status = "unsure"\n')


def test_what_is_wrong_in_either_file_is_told(mill: Path) -> None:
    with pytest.raises(UserError) as raised:
        joined(mill, said("watcr", "water").replace('"watcr"', '"wader"'),
               said("whecl", "wheel").replace("accepted", "fine"))
    assert [(one.file, one.line) for one in raised.value.findings] == [("anna.toml", 3), ("ben.toml", 6)]


@given(st.lists(st.sampled_from(["oak", "elm", "ash", "tree"]), min_size=2, max_size=12).map(" ".join),
       st.randoms(use_true_random=False))
def test_with_oneself_nobody_disagrees(tmp_path_factory: pytest.TempPathFactory, text: str,
                                       random_: random.Random) -> None:
    """One file joined with itself is that file; two that share no place are what applying both makes."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "mill.txt").write_text(text, "utf-8")
    tables = [table | {"by": "ed"} for table in decisions_about(text, random_)]
    parts = [tables[::2], tables[1::2]]
    file = folder / "mill.corrections.toml"
    apply(Tables("given", tables), into(folder))
    whole = file.read_bytes() if tables else b""
    assert join(TomlFile("a", whole), TomlFile("b", whole), into(folder)).text == whole.decode()
    texts = list[bytes]()
    for part in parts:
        file.unlink(missing_ok=True)
        apply(Tables("given", part), into(folder))
        texts.append(file.read_bytes() if part else b"")
    result = join(TomlFile("a", texts[0]), TomlFile("b", texts[1]), into(folder))
    assert (result.text, result.conflicts) == (whole.decode(), [])
