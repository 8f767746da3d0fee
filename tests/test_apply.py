"""Applying decisions: they come into the file beside the text, and nothing else in it changes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from hypothesis import given
from hypothesis import strategies as st

from edition.corrections.anchors import Place, anchor_of, find
from edition.corrections.decisions import load
from edition.deciding import blocks
from edition.deciding.apply import apply, into
from edition.deciding.batch import Tables
from edition.findings import UserError
from edition.settings.toml_file import TomlFile
from edition.source import from_text

TEXT = """The mill stood at the edge of the town, and the rniller was an old man.
He had a dog and a cat. The dog slept by the door of the rnill.

In winter the watcr froze, and the whecl stood still; the dog slept then, too.
"""
OLD = """# What the miller's granddaughter told.

[[correction]]
line = 2                 # of the copy
printed = "rnill"
corrected = "mill"
by = "ed"
# She is sure of this.
why = "so the sign over the door"

# The next one is hers as well.
[[correction]]
line = 4
printed = "watcr"
corrected = "water"
status = "unsure"
"""
WHEEL = {"line": 4, "printed": "whecl", "corrected": "wheel", "kind": "ocr", "by": "ed", "status": "accepted"}


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_text(TEXT, "utf-8")
    return tmp_path


def applied(folder: Path, *tables: dict[str, Any], old: str | None = None) -> str:
    """The file of decisions after these were applied."""
    file = folder / "mill.corrections.toml"
    if old is not None:
        file.write_bytes(old.encode("utf-8"))
    apply(Tables("given", tables), into(folder))
    return file.read_bytes().decode("utf-8") if file.exists() else ""


# -- what is written ------------------------------------------------------------------------------------------------
def test_the_first_decision_makes_the_file(mill: Path) -> None:
    assert applied(mill, WHEEL | {"date": "2026-11-22"}) == (
        '[[correction]]\nline = 4\nprinted = "whecl"\ncorrected = "wheel"\nkind = "ocr"\nby = "ed"\n'
        'status = "accepted"\ndate = 2026-11-22\n')


def test_a_new_one_stands_at_its_place_and_comments_stay_with_theirs(mill: Path) -> None:
    new = {"line": 2, "printed": "a cat", "mark": "keep", "by": "ed", "status": "accepted"}
    text = applied(mill, WHEEL, new, old=OLD)
    assert text == OLD.replace("[[correction]]\nline = 2 ", '[[correction]]\nline = 2\nprinted = "a cat"\n'
                               'mark = "keep"\nby = "ed"\nstatus = "accepted"\n\n[[correction]]\nline = 2 ') + (
        '\n[[correction]]\nline = 4\nprinted = "whecl"\ncorrected = "wheel"\nkind = "ocr"\nby = "ed"\n'
        'status = "accepted"\n')


def test_a_decision_about_the_same_characters_is_replaced_where_it_stands(mill: Path) -> None:
    text = applied(mill, {"line": 4, "printed": "watcr", "corrected": "water", "kind": "ocr", "by": "ed",
                          "status": "accepted"}, old=OLD)
    assert text == OLD.replace('corrected = "water"\nstatus = "unsure"\n',
                               'corrected = "water"\nkind = "ocr"\nby = "ed"\nstatus = "accepted"\n')


def test_what_a_replaced_decision_says_of_something_else_stays(mill: Path) -> None:
    """A note is not lost because the reading is decided anew; a confirmed reading takes the correction's place."""
    old = '[[correction]]\nline = 2\nprinted = "rnill"\ncorrected = "mill"\nnote = "So the copy." # hm\ncert = "low"\n'
    text = applied(mill, {"line": 2, "printed": "rnill", "mark": "keep"}, old=old)
    assert text == ('[[correction]]\nline = 2\nprinted = "rnill"\nmark = "keep"\nnote = "So the copy." # hm\n'
                    'by = "ed"\n')


def test_two_matters_of_one_place_stand_side_by_side(mill: Path) -> None:
    note = {"line": 2, "printed": "rnill", "note": "On the river."}
    text = applied(mill, note, old=OLD)
    assert text.count("[[correction]]") == 3
    assert applied(mill, note | {"note": "By the river."}) == text.replace("On the", "By the")


@pytest.mark.parametrize("old", [
    OLD.replace("\n", "\r\n"), "\ufeff" + OLD, OLD.rstrip("\n"), OLD.replace("[[correction]]", '[[ "correction" ]]'),
    OLD + '\n[[correction]]\nline = 4\nprinted = "froze"\nnote = """\n[[correction]]\n# none\n"""\n',
], ids=["crlf", "mark", "no-newline", "quoted", "string"])
def test_the_form_of_the_file_is_kept(mill: Path, old: str) -> None:
    text = applied(mill, WHEEL, old=old)
    start, _, end = text.rpartition("[[correction]]")
    assert start.rstrip() == old.rstrip()
    assert end.startswith(("\nline = 4", "\r\nline = 4"))
    assert text.count("\r") == (text.count("\n") if "\r" in old else 0)
    assert text.startswith("\ufeff") == old.startswith("\ufeff")
    assert len(load(mill / "mill.corrections.toml", from_text(TEXT, "mill"))) >= 3


def test_a_list_in_one_line_is_refused(mill: Path) -> None:
    old = 'correction = [{line = 4, printed = "watcr", corrected = "water"}]\n'
    with pytest.raises(UserError, match=r"\[\[correction\]\]"):
        applied(mill, WHEEL, old=old)
    assert (mill / "mill.corrections.toml").read_text("utf-8") == old


def test_a_line_that_has_moved_is_corrected(mill: Path) -> None:
    """Also in the file itself, where it is applied to its own text."""
    applied(mill, WHEEL | {"line": 40})
    file = mill / "mill.corrections.toml"
    assert "line = 4\n" in file.read_text("utf-8")
    (mill / "mill.txt").write_text("A line more.\n" + TEXT, "utf-8")
    made, told = apply(TomlFile.read(file), into(mill))
    assert (made[0].merged.replaced, [one.code for one in told]) == (1, ["decision-moved"])
    assert "line = 5\n" in file.read_text("utf-8")
    assert apply(TomlFile.read(file), into(mill))[0][0].changed is False


SERIES = """[[series]]
printed_part = "rn"
corrected_part = "m"
words = ["rnill", "rniller"]
by = "ed"
"""


def test_a_series_comes_behind_all_others_and_replaces_one_about_the_same_parts(mill: Path) -> None:
    file = mill / "mill.corrections.toml"
    file.write_text(OLD, "utf-8")
    given = TomlFile("series.toml", SERIES.encode())
    assert apply(given, into(mill))[0][0].merged.added == 1
    assert file.read_text("utf-8") == OLD + "\n" + SERIES
    assert apply(given, into(mill))[0][0].changed is False
    given = TomlFile("series.toml", SERIES.replace('"rnill", ', "").encode())
    assert apply(given, into(mill))[0][0].merged.replaced == 1
    assert applied(mill, WHEEL).endswith("\n\n" + given.text)
    stale = TomlFile("series.toml", SERIES.replace("rnill", "rnall").encode())
    with pytest.raises(UserError, match="stands nowhere"):
        apply(stale, into(mill))


# -- what is refused ------------------------------------------------------------------------------------------------
REFUSED = [
    ({"line": 4, "printed": "wheel", "corrected": "wheels"}, "decision-stale", "nor anywhere else"),
    ({"line": 2, "printed": "dog", "corrected": "dogs", "before": "no "}, "decision-stale", "nor anywhere"),
    ({"line": 2, "printed": "og", "corrected": "ogre"}, "decision-ambiguous", "2 times on line 2"),
    ({"line": 4, "printed": "whecl", "corrected": "wheel", "statsu": "accepted"}, "toml-unknown-key", "status"),
    ({"line": 4, "printed": "whecl", "corrected": "wheel", "status": "done"}, "toml-value", "accepted"),
    ({"line": 4, "printed": "the watcr", "corrected": "the water"}, "", ""),
    ({"line": 2, "printed": "the rnill", "corrected": "the mill"}, "decision-conflict", "keep one"),
    ({"line": 4, "printed": "whecl", "corrected": "wheel", "text": "barn"}, "decision-elsewhere", "mill"),
]


@pytest.mark.parametrize(("table", "code", "words"), REFUSED, ids=[f"{code}:{words}" for _, code, words in REFUSED])
def test_one_fault_and_nothing_is_written(mill: Path, table: dict[str, Any], code: str, words: str) -> None:
    if not code:  # the standing one is undecided, so nothing speaks against this
        assert applied(mill, table, old=OLD) != OLD
        return
    with pytest.raises(UserError) as raised:
        applied(mill, WHEEL, table, old=OLD)
    assert raised.value.finding.code == code
    assert words in raised.value.finding.message
    assert (mill / "mill.corrections.toml").read_text("utf-8") == OLD


def test_all_faults_are_told_with_their_lines(mill: Path) -> None:
    given = TomlFile("new.toml", b'[[correction]]\nline = 4\nprinted = "whecl"\ncorrected = "wheel"\n\n'
                     b'[[correction]]\nline = 1\nprinted = "mi11"\ncorrected = "mill"\n\n'
                     b'[[correction]]\nline = 4\nprinted = "whecl"\nmark = "keep"\n')
    with pytest.raises(UserError) as raised:
        apply(given, into(mill))
    assert [(one.file, one.line, one.code) for one in raised.value.findings] == [("new.toml", 8, "decision-stale")]
    given = TomlFile("new.toml", given.text.replace("mi11", "mill").replace('"mill"\ncorr', '"mill stood"\ncorr')
                     .encode())
    with pytest.raises(UserError, match="decided otherwise on line 1") as raised:
        apply(given, into(mill))
    assert [one.line for one in raised.value.findings] == [11]


def test_texts_are_told_apart(mill: Path) -> None:
    (mill / "barn.txt").write_text("The barn is rnine.\n", "utf-8")
    with pytest.raises(UserError, match="`text` is missing"):
        applied(mill, WHEEL)
    applied(mill, WHEEL | {"text": "mill"}, {"text": "barn", "line": 1, "printed": "rnine", "corrected": "mine"})
    assert "text" not in (mill / "barn.corrections.toml").read_text("utf-8")
    assert (mill / "mill.corrections.toml").is_file()


def test_one_faulty_table_keeps_all_texts_as_they_are(mill: Path) -> None:
    (mill / "barn.txt").write_text("The barn is rnine.\n", "utf-8")
    with pytest.raises(UserError):
        applied(mill, WHEEL | {"text": "mill"}, {"text": "barn", "line": 1, "printed": "gone", "corrected": "mine"})
    assert not (mill / "mill.corrections.toml").exists()


# -- laws -----------------------------------------------------------------------------------------------------------
def test_nothing_to_apply_changes_no_byte(mill: Path) -> None:
    assert applied(mill, old=OLD) == OLD
    assert applied(mill, {"line": 4, "printed": "watcr", "corrected": "water", "status": "unsure", "by": "ed"},
                   old=OLD.replace('status = "unsure"', 'by = "ed"\nstatus = "unsure"')).count("[[correction]]") == 2


_WORDS = ("oak", "oaks", "elm", "a elm", "ash", "tree", "the", "“ash”", "=1", "é\\n", '"')
_STATUS = ("accepted", "edited", "rejected", "unsure")


def decisions_about(text: str, random_: random.Random) -> list[dict[str, Any]]:
    """Decisions about some words of a text, no two about the same."""
    source, tables, at = from_text(text), [], 0
    for word in text.replace("\n", " ").split(" "):
        start, at = at, at + len(word) + 1
        anchor = anchor_of(source, start, start + len(word)) if word else None
        if anchor is None or random_.random() < 0.5 or not isinstance(find(anchor, source), Place):
            continue
        tables.append({"line": anchor.line, "printed": word, "before": anchor.before, "after": anchor.after,
                       "corrected": word + "x", "status": random_.choice(_STATUS), "why": random_.choice(_WORDS)})
        tables[-1] = {key: value for key, value in tables[-1].items() if value}
    return tables


@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6)
       .map("\n".join), st.randoms(use_true_random=False))
def test_twice_is_once_and_order_does_not_matter(tmp_path_factory: pytest.TempPathFactory, text: str,
                                                 random_: random.Random) -> None:
    folder = tmp_path_factory.mktemp("made")
    (folder / "mill.txt").write_text(text, "utf-8")
    tables = decisions_about(text, random_)
    once = applied(folder, *tables)
    assert applied(folder, *tables) == once
    assert applied(folder, *tables, *tables) == once
    shuffled = random_.sample(tables, len(tables))
    assert applied(folder, *shuffled, *shuffled, old="") == once
    half = random_.randrange(len(tables) + 1)
    applied(folder, *shuffled[half:], old="")
    assert applied(folder, *shuffled[:half]) == once
    assert len(load(folder / "mill.corrections.toml", from_text(text, "mill"))) == len(tables)


_ASIDE = ("# [[correction]]", "# about the next", "", "  # indented", '# "quoted', "\t")


@given(st.lists(st.sampled_from(["oak", "elm", "ash", "tree"]), min_size=2, max_size=12, unique=False).map(" ".join),
       st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]))
def test_no_line_that_stands_is_lost_or_moved(tmp_path_factory: pytest.TempPathFactory, text: str,
                                              random_: random.Random, newline: str) -> None:
    """Whatever comments and empty lines stand between the tables: new ones only come in between."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "mill.txt").write_text(text, "utf-8")
    tables = decisions_about(text, random_)
    standing = applied(folder, *tables[::2]).split("\n")
    for _ in range(random_.randrange(8)):
        standing.insert(random_.randrange(len(standing) + 1), random_.choice(_ASIDE))
    old = newline.join(standing)
    cut = blocks.cut(old)
    assert "".join(block.text for block in cut) == old
    assert sum(block.kind == "correction" for block in cut) == len(tables[::2])
    new = applied(folder, *tables[1::2], old=old)
    lines = iter(new.split(newline))
    assert all(line in lines for line in standing if line.strip())
    assert new.count("\n") == new.count(newline)
    assert len(load(folder / "mill.corrections.toml", from_text(text, "mill"))) == len(tables)


# -- the command ----------------------------------------------------------------------------------------------------
def test_the_command_says_what_it_did(mill: Path, tmp_path: Path, edition: Edition) -> None:
    given = tmp_path / "mill.corrections (1).toml"
    given.write_text('[[correction]]\ntext = "mill"\nline = 4\nprinted = "whecl"\ncorrected = "wheel"\n', "utf-8")
    ran = edition("apply", given, "--into", mill, "--by", "ed", "--date", "2026-11-22")
    assert (ran.status, ran.out) == (0, f"{mill / 'mill.corrections.toml'}: 1 added, 0 replaced, 0 there already\n")
    assert "date = 2026-11-22" in (mill / "mill.corrections.toml").read_text("utf-8")
    ran = edition("apply", given, "--into", mill / "mill.txt", "--date", "2026-11-22")
    assert (ran.status, ran.out) == (0, f"{mill / 'mill.corrections.toml'}: unchanged; 1 decision was there\n")
    assert edition("apply", given, "--into", mill, "--date", "today").status == 2
    ran = edition("apply", tmp_path / "none.toml", "--into", mill)
    assert (ran.status, "cannot be read" in ran.err) == (1, True)


def test_a_list_of_is_and_should_be(mill: Path, edition: Edition) -> None:
    given = mill / "list.tsv"
    given.write_bytes("\ufeff# from a reader\nwhecl\twheel\r\nrnill → mill\n\nold man => old  woman\n".encode())
    assert edition("apply", given, "--into", mill).status == 0
    found = load(mill / "mill.corrections.toml", from_text(TEXT, "mill"))
    assert [(one.printed, one.corrected, one.line) for one in found] == [
        ("old man", "old  woman", 1), ("rnill", "mill", 2), ("whecl", "wheel", 4)]


@pytest.mark.parametrize("text", [
    'Printed,Corrected\nwhecl,wheel\n"rnill","mill, or so"\n', "is;should be\nwhecl;wheel\nrnill;mill, or so\n",
    'whecl\twheel\n"rnill"\t"mill, or so"\n'])
def test_a_list_that_a_spreadsheet_saved(mill: Path, edition: Edition, text: str) -> None:
    given = mill / "list.csv"
    given.write_text(text, "utf-8")
    assert edition("apply", given, "--into", mill).status == 0
    found = load(mill / "mill.corrections.toml", from_text(TEXT, "mill"))
    assert [(one.printed, one.corrected) for one in found] == [("rnill", "mill, or so"), ("whecl", "wheel")]


def test_a_reading_of_a_list_that_is_not_there_just_once_is_refused(mill: Path, edition: Edition) -> None:
    given = mill / "list.txt"
    given.write_text("whecl\twheel\ndog\thound\nwatc\twater\nrnill\n", "utf-8")
    ran = edition("apply", given, "--into", mill)
    assert ran.status == 1
    assert [line.split(": ", 1)[0] for line in ran.err.splitlines()] == [f"{given}:{n}" for n in (2, 3, 4)]
    assert "stands 3 times (line 2, line 2, line 4)" in ran.err
    assert not (mill / "mill.corrections.toml").exists()
