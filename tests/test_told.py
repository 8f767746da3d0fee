"""Findings about thousands of places stay readable, and their number is right."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import Edition

from edition.commands.told import summed, thinned
from edition.findings import Finding
from edition.validation.faults import faults

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")


def many(count: int, code: str = "a", file: str = "x.xml", message: str = "m") -> list[Finding]:
    return [Finding(code, "error", message.format(n), file, n) for n in range(1, count + 1)]


def test_of_the_same_five_are_told_and_the_number_of_the_others() -> None:
    assert [one.line for one in thinned(many(5))] == [1, 2, 3, 4, 5]
    told = list(thinned([*many(10_012), *many(1, "b")]))
    assert len(told) == 7
    assert (told[-1].message, told[-1].code) == (
        "10,007 more of 10,012 such findings, the last in line 10012; -v tells all", "a")


def test_of_a_code_fifty_are_told_where_each_says_something_else() -> None:
    told = list(thinned(many(60, message="m {}")))
    assert len(told) == 51
    assert told[-1].message == "10 more of 60 such findings, the last in line 60; -v tells all"


def test_each_file_and_each_severity_is_told_for_itself() -> None:
    told = list(thinned([*many(7), *many(7, file="y.xml")]))
    assert [(one.file, one.line) for one in told] == [(file, line) for file in ("x.xml", "y.xml")
                                                      for line in (1, 2, 3, 4, 5, 0)]


def test_what_there_is_in_all() -> None:
    assert summed([]) == ""
    assert summed([*many(10_012), Finding("b", "warning", "m"), Finding("c", "info", "m")]) == (
        "10,012 errors, 1 warning, 1 remark")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A file with 1,000 faults of a kind, and another one."""
    file = tmp_path / "x.xml"
    file.write_text(SOUND.replace("Text.", "<blink/>\n" * 1000 + "<marquee/>"), "utf-8")
    return file


def test_a_file_with_a_thousand_faults(wrong: Path, edition: Edition) -> None:
    ran = edition("validate", wrong)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert len([line for line in lines if "<blink> (in <p>)" in line]) == 5
    assert len([line for line in lines if "<marquee> (in <p>)" in line]) == 1
    more = "995 more of 1,001 such findings, the last in line 1017; -v tells all [element-unknown]"
    assert f"{wrong}: error: {more}" in lines
    assert lines[-1] == f"{wrong}: not valid: 1,001 errors"
    assert edition("validate", wrong, "-v").out.count("<blink> (in <p>)") == 1000
    assert len(json.loads(edition("validate", wrong, "--json").out)["findings"]) == 1001


@pytest.mark.parametrize("more", [[], ["--strict"]])
def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(
        more: list[str], wrong: Path, tmp_path: Path, edition: Edition) -> None:
    if more and not shutil.which("java"):
        pytest.skip("Jing needs Java")
    (tmp_path / "sound.xml").write_text(SOUND, "utf-8")
    ran = edition("validate", tmp_path / "gone.xml", tmp_path, wrong, tmp_path / "sound.xml", *more)
    assert ran.status == 1
    assert f"{tmp_path / 'gone.xml'}: error: cannot be read: No such file or directory [file-unreadable]" in ran.out
    assert f"{tmp_path}: error: this is a folder; name the files in it, for instance {tmp_path}/*.xml" in ran.out
    assert f"{wrong}: not valid: 1,001 errors" in ran.out
    assert f"{tmp_path / 'sound.xml'}: valid" in ran.out


def test_a_code_is_explained_at_the_terminal(edition: Edition) -> None:
    ran = edition("validate", "--explain", "element-misplaced", "--explain", "block-id")
    told = faults()["element-misplaced"]
    assert ran.status == 0
    assert ran.out.splitlines()[:4] == ["element-misplaced", f"  {told.means}", f"  For instance: {told.example}",
                                        f"  {told.remedy}"]
    assert "block-id" in ran.out


def test_all_codes_are_listed(edition: Edition) -> None:
    lines = edition("validate", "--explain", "all").out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == list(faults())


def test_a_code_that_there_is_not(edition: Edition) -> None:
    ran = edition("validate", "--explain", "element-misplace")
    assert ran.status == 2
    assert re.search("no finding has the code element-misplace; do you mean element-misplaced", ran.err)
