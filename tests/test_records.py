"""Records are what dataclasses are, but cost nothing until the first object is made."""

from __future__ import annotations

import pytest

from edition.records import as_dict, field, mutable, record, replace


@record
class Town:
    name: str
    people: int = 0
    streets: list[str] = field(default_factory=list)


@record
class City(Town):
    mayor: str = ""


@mutable
class Walk:
    at: int = 0


def test_fields_come_in_order_or_by_name_and_have_defaults() -> None:
    assert as_dict(Town("Ulm", people=3)) == {"name": "Ulm", "people": 3, "streets": []}
    assert City("Ulm", 3, [], "Engel").mayor == "Engel"


def test_each_object_has_its_own_fresh_default() -> None:
    assert Town("Ulm").streets is not Town("Ulm").streets


def test_a_field_without_default_must_be_given() -> None:
    with pytest.raises(TypeError, match="name"):
        Town()  # type: ignore[call-arg]


def test_records_are_equal_where_their_fields_are() -> None:
    assert Town("Ulm") == Town("Ulm") != Town("Bern")
    assert Town("Ulm") != City("Ulm")


def test_a_record_of_values_is_a_key_and_one_that_changes_is_not() -> None:
    assert {City("Ulm", 1, (), "Engel"): 1}[City("Ulm", 1, (), "Engel")] == 1  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="unhashable"):
        hash(Walk())


def test_a_changed_copy_leaves_the_record() -> None:
    town = Town("Ulm", 3)
    assert (replace(town, people=4).people, town.people) == (4, 3)


def test_a_record_shows_its_fields() -> None:
    assert repr(Walk(2)) == "Walk(at=2)"
