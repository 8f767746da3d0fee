"""Lines of plain text: never wider than told, nothing lost, broken only where people break."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.rendering.wrap import table, width, wrap

PIECES = st.sampled_from(["word", "a", " ", "  ", "—", "-", "_so_", "[1]", "\u00a0", "e\u0301", "中", "文", "、", "「",
                          "”", "(", "…", "http://example.org/a-long-address-that-cannot-be-broken", "👩‍🌾", "\u200b"])


@given(st.lists(PIECES).map("".join), st.integers(20, 80))
def test_nothing_is_lost_and_nothing_is_wider(text: str, columns: int) -> None:
    lines = wrap(text, columns, "", "  ")
    assert re.sub(r"[ \n]+", "", "".join(lines)) == re.sub(r"[ \n]+", "", text)
    for line in lines:
        assert width(line) <= columns or not re.search(r"\S \S", line.strip()), line
        assert line == line.rstrip(" ")


@pytest.mark.parametrize(("text", "columns", "lines"), [
    ("one two three", 8, ["one two", "three"]),
    ("one\u00a0two three", 8, ["one\u00a0two", "three"]),
    ("dash—dash—dash", 10, ["dash—dash—", "dash"]),
    ("net-work of roads", 6, ["net-work", "of", "roads"]),
    ("he said—”", 8, ["he", "said—”"]),
    ("中文的长句子", 5, ["中文", "的长", "句子"]),
    ("中文、长", 4, ["中", "文、", "长"]),
    ("「中」文", 4, ["「中」", "文"]),  # an opening bracket never ends a line, a closing one never begins one
    ("see http://example.org/long now", 10, ["see", "http://example.org/long", "now"]),
    ("", 10, []),
    ("   ", 10, []),
])
def test_where_lines_break(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("e\u0301", 1), ("中文", 4), ("\u200b", 0), ("👩‍🌾", 2)])
def test_width_is_of_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_hanging_indent() -> None:
    assert wrap("a note that is longer", 12, "[1] ", "    ") == ["[1] a note", "    that is", "    longer"]


def test_a_table_stands_in_columns_or_becomes_records() -> None:
    rows = [["Month", "Sum"], ["April", "12"], ["May", "8"]]
    assert table(rows) == ["Month  Sum", "April  12", "May    8"]
    wide = [["Month", "Remark"], ["April", "x" * 70]]
    assert table(wide, labels=wide[0]) == ["Month: April; Remark:", "    " + "x" * 70]


def test_ten_megabytes_on_one_line_take_seconds_not_hours() -> None:
    lines = wrap("word " * 200_000, 72)
    assert len(lines) == 200_000 // 14 + 1
