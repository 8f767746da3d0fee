"""The facets of a collection: by which authors, years and sources its texts can be narrowed, without a script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

# A list of more values than this is no help: years become decades, decades centuries.
_FEW = 12


class Facet(NamedTuple):
    """`name` for machines and people; `values`: label and number of texts, in order; `chosen`: of each text, which."""

    name: str
    label: str
    values: Sequence[tuple[str, int]]
    chosen: Sequence[Sequence[int]]


def facets(texts: Sequence[dict[str, Any]]) -> list[Facet]:
    """The facets of texts (as rendering.search knows them) that part them at all."""
    years = [_year(text["date"]) for text in texts]
    spans = _spans([year for year in years if year])
    sorts = {name: sort for text in texts for name, sort in text["authors"]}
    made = [
        _facet("author", "Author", [[name for name, _ in text["authors"]] or ["unknown"] for text in texts],
               lambda name: folded(sorts.get(name, name))),
        _facet("date", "Date", [[spans(year) if year else "unknown"] for year in years], _first_number),
        _facet("source", "Source", [[text["source"] or "unknown"] for text in texts], folded),
    ]
    return [facet for facet in made if len(facet.values) > 1]


def style(made: Iterable[Facet]) -> str:
    """The style sheet that hides the texts which are not of the value chosen."""
    rules = []
    for facet in made:
        for number in range(1, len(facet.values) + 1):
            chosen = f'body:has(#{facet.name} [value="{number}"]:checked)'
            rules.append(f'{chosen} .entry:not([data-{facet.name}~="{number}"])')
    return ",\n".join(rules) + "{display:none}" if rules else ""


def folded(text: str) -> str:
    """A text as it is filed: without case, accents and signs; the same on every machine."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", plain.casefold())) or text


def _facet(name: str, label: str, of_texts: Sequence[Sequence[str]], key: Callable[[str], Any]) -> Facet:
    counts = Counter(value for values in of_texts for value in dict.fromkeys(values))
    ordered = sorted(counts, key=lambda value: (value == "unknown", key(value), value))
    number = {value: place for place, value in enumerate(ordered, 1)}
    return Facet(name, label, [(value, counts[value]) for value in ordered],
                 [[number[value] for value in dict.fromkeys(values)] for values in of_texts])


def _year(date: str) -> int:
    """The year of a date as the header has it ("[1929-07-01]", "about 1750"); 0 where there is none."""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", date)
    return int(found[0]) if found else 0


def _spans(years: Sequence[int]) -> Callable[[int], str]:
    """How to call the time of a year: the finest of year, decade and century that makes few values."""
    ways: list[Callable[[int], str]] = [str, lambda year: f"{year // 10 * 10}s"]
    return next((way for way in ways if len({way(year) for year in years}) <= _FEW),
                lambda year: f"{year // 100 * 100}–{year // 100 * 100 + 99}")


def _first_number(label: str) -> int:
    found = re.match(r"\d+", label)
    return int(found[0]) if found else 0
