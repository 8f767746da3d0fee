"""What the front matter of a file tells the header: the title and the author, in the file's own words."""

from __future__ import annotations

from edition.pipeline import parse
from edition.source import from_text
from edition.writing.stated import document_facts

_TEXT = "The mill stood at the bend of the river, and nobody could say who had built it.\n"


def _told(front: str, text: str = _TEXT) -> tuple[list[str], list[str], list[str]]:
    facts = document_facts(parse(from_text(front + text, "mill")))
    return [one.value for one in facts.titles], [one.value for one in facts.authors], [one.value for one in facts.dates]


def test_the_title_and_the_author_are_told() -> None:
    assert _told('---\ntitle: "The Mill"\nauthor: Mary Hooper\n---\n\n') == (["The Mill"], ["Mary Hooper"], [])


def test_a_date_may_be_that_of_the_file() -> None:
    assert _told("---\ntitle: The Mill\ndate: 2024-05-01\n---\n\n") == (["The Mill"], [], [])


def test_a_title_that_stands_in_the_text_too_is_one() -> None:
    assert _told("---\ntitle: the mill\n---\n\n", f"# The Mill\n\n{_TEXT}")[0] == ["The Mill"]


def test_a_list_of_names_is_no_name() -> None:
    assert _told("---\nauthor: [Hooper, Marsh]\n---\n\n") == ([], [], [])
