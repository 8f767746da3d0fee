"""The first side of the vocabulary triangle: what the reader of sources may write, the schema knows.

The second side, that every output prints what the schema knows, is test_render_vocabulary.
"""

from __future__ import annotations

from lxml import etree

from edition.kinds import ELEMENTS
from edition.resources import folder

RNG = "{http://relaxng.org/ns/structure/1.0}"


def known() -> set[str]:
    """The elements that the committed schema defines."""
    return {str(element.get("name")) for element in etree.parse(folder("schema") / "edition.rng").iter(f"{RNG}element")}


def test_every_element_of_a_kind_is_in_the_schema() -> None:
    # What an insertion, a choice or a call adds has no kind of its own.
    added = {"choice", "sic", "corr", "orig", "reg", "supplied", "gap", "note", "anchor", "ref"}
    assert sorted((ELEMENTS | added) - known()) == []


def test_an_element_that_nobody_defined_would_be_seen() -> None:
    assert "noSuchElement" not in known()
