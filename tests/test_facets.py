"""The facets of a collection: which there are, in which order, and the rules that hide."""

from __future__ import annotations

from typing import Any

import pytest

from edition.rendering.facets import Facet, facets, folded, style


def text(author: str = "", date: str = "", source: str = "", sort: str = "") -> dict[str, Any]:
    return {"authors": [[author, sort or author]] if author else [], "date": date, "source": source}


def facet(name: str, *texts: dict[str, Any]) -> Facet:
    return next(one for one in facets(texts) if one.name == name)


def test_what_all_texts_share_parts_none() -> None:
    assert facets([text("A", "1900", "S"), text("A", "1900", "S")]) == []
    assert facets([]) == []


def test_authors_are_filed_under_their_surnames_and_the_unknown_last() -> None:
    made = facet("author", text("Émile Zola", sort="Zola Émile"), text(), text("Jane Austen", sort="Austen Jane"),
                 text("Émile Zola", sort="Zola Émile"))
    assert made.values == [("Jane Austen", 1), ("Émile Zola", 2), ("unknown", 1)]
    assert made.chosen == [[2], [3], [1], [2]]


def test_two_authors_are_two_values() -> None:
    both = {**text(), "authors": [["A", "A"], ["B", "B"]]}
    assert facet("author", both, text("B")).chosen == [[1, 2], [2]]


@pytest.mark.parametrize(("years", "labels"), [
    (range(1900, 1903), ["1900", "1901", "1902"]),
    (range(1900, 1920), ["1900s", "1910s"]),
    (range(1600, 2000, 5), ["1600–1699", "1700–1799", "1800–1899", "1900–1999"]),
])
def test_years_become_decades_and_decades_centuries(years: range, labels: list[str]) -> None:
    made = facet("date", *(text(date=f"{year}-01-31") for year in years))
    assert [label for label, _ in made.values] == labels


def test_a_date_that_is_not_sure_or_in_words_has_its_year_too() -> None:
    made = facet("date", text(date="[1929-07-01]"), text(date="about 1750"), text(date="undated"), text(date="17500"))
    assert made.values == [("1750", 1), ("1929", 1), ("unknown", 2)]


def test_a_rule_hides_what_is_not_of_the_value() -> None:
    made = facets([text("A"), text("B")])
    assert style(made) == ('body:has(#author [value="1"]:checked) .entry:not([data-author~="1"]),\n'
                           'body:has(#author [value="2"]:checked) .entry:not([data-author~="2"]){display:none}')
    assert style([]) == ""


def test_filing_knows_no_case_accent_or_sign() -> None:
    assert folded("“Émile’s” ÀB") == "emile s ab"
    assert folded("労働者") == "労働者"
    assert folded("…") == "…"
