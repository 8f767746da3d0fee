"""The table of lines: what each line shows, found once for all rooms."""

from __future__ import annotations

from edition.linetable import Table
from edition.tree import Span
from edition.view import View

TEXT = "\n".join((
    "The miller went up the long hill to the fair,",
    "  and sold his old grey mule there for a song.",
    "",
    "“Good day,” he said to the ferryman and to his",
    "Daughter.",
    " ",
    "* * *",
))


def shown(table: Table, places: list[int]) -> list[str]:
    return [table.text[table.lines[place].start:table.lines[place].end] for place in places]


def test_lines_know_their_indent_and_the_gap_above_them() -> None:
    found = Table(TEXT).lines
    assert [line.indent for line in found] == [0, 2, 0, 0, 0]
    assert [line.gap for line in found] == [0, 0, 1, 0, 1]
    assert [line.blank for line in found] == [False, False, False, False, True]


def test_each_list_has_a_member_for_each_line() -> None:
    table = Table(TEXT)
    assert table.ended == [False, True, False, True, False]
    assert table.letters == [True, True, False, True, False]
    assert table.capitals == [True, False, True, True, False]
    assert table.indents == [0, 2, 0, 0, 0]
    assert table.edges == [5, 9, 45, 46, 46]


def test_a_text_of_which_parts_are_set_aside_has_the_lines_it_shows() -> None:
    source = Table("\n".join(TEXT for _ in range(60)))
    for runs in ([(0, 1500), (1502, 4000)], [(3, 1300), (1420, 1421), (1800, 5000)], [(40, 2600), (2700, 9000)]):
        view = View(source.text, Span(0, 0, 0, 0, ""), runs)
        plain = Table(view.text)
        view.share(source, source)
        assert view.lines == plain.lines
        assert view.table.ended == plain.ended


def test_few_lines_stand_out() -> None:
    table = Table(TEXT)
    assert shown(table, table.below_gaps) == ["“Good day,” he said to the ferryman and to his", "* * *"]
    assert shown(table, table.unlettered) == ["“Good day,” he said to the ferryman and to his", "* * *"]
    assert shown(table, table.outstanding) == [
        "The miller went up the long hill to the fair,", "“Good day,” he said to the ferryman and to his", "Daughter.",
        "* * *"]


def test_small_letters_keep_their_places() -> None:
    text = "İn THE END"
    assert len(Table(text).small) == len(text)
    assert Table(text).small.endswith("n the end")
