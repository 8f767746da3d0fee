"""Vetoes: what forbids a machine to correct a word by itself, each with an example; and what does not."""

from __future__ import annotations

import pytest

from edition.ocr.lexicon import COMMON, NAME, RARE, UNKNOWN
from edition.ocr.vetoes import Case, veto


def case(text: str, printed: str, reading: str, **told: object) -> Case:
    """A reading of an unknown word that fits far better, with nothing against it but what is told."""
    start = text.index(printed)
    usual = Case(text, start, start + len(printed), printed.lower() if printed.istitle() else printed, reading,
                 UNKNOWN, COMMON, 12.0, 9.0, False, 5.0, 0, False, False, False, 1, False)
    return usual._replace(**told)  # type: ignore[arg-type]  # the fields are told by name


@pytest.mark.parametrize(("text", "printed", "reading", "told"), [
    ("He saw tbe house", "tbe", "the", {}),
    ("He saw a tbe house", "tbe", "the", {}),
    ("The weU was dry", "weU", "well", {"period": True}),
    ("They bad seen it", "bad", "had", {"printed_known": COMMON, "misread": 4}),
    ("They bad seen it", "bad", "had", {"printed_known": COMMON, "gain": 14.0}),
    ("It was ho who", "ho", "he", {"margin": 5.0}),
    ("It was Canino who", "Canino", "canine", {"named": True}),
])
def test_nothing_forbids_it(text: str, printed: str, reading: str, told: dict[str, object]) -> None:
    assert veto(case(text, printed, reading, **told)) == ""


@pytest.mark.parametrize(("text", "printed", "reading", "told", "because"), [
    ("the citie of Rome", "citie", "cities", {"old_spelling": True}, "a spelling of an earlier century"),
    ("the cittie of Rome", "cittie", "cities", {"period": True}, "spelt as in an earlier century"),
    ("tu subitu partu", "subitu", "subject", {"foreign": True}, "another language"),
    ("the op\nposed one", "op", "of", {"halved": True}, "half of a word"),
    ("as o' thro' the", "thro", "the", {}, "an apostrophe"),
    ("a lette r from", "lette", "letter", {}, "a single letter or sign"),
    ("a ~ tbe house", "tbe", "the", {}, "a single letter or sign"),
    ("in l8te June", "l8te", "late", {}, "a digit"),
    ("the HO is in London", "HO", "he", {"margin": 9.0}, "an abbreviation"),
    ("it was ho who", "ho", "he", {"margin": 1.0}, "several readings"),
    ("they bad seen", "bad", "had", {"printed_known": COMMON, "gain": 5.0}, "the printed word is known"),
    ("they bad seen", "bad", "had", {"printed_known": COMMON, "gain": 12.0, "same": 0}, "the printed word is known"),
    ("It was Canino who", "Canino", "canine", {"named": True, "same": 0}, "it may be a name"),
    ("Mr. Thalman said", "Thalman", "thalmann", {"known": NAME}, "a name or a rare word"),
    ("the lorn house", "lorn", "loch", {"known": RARE}, "a name or a rare word"),
    ("the well-knowu man", "well-knowu", "well-known", {}, "a hyphen"),
    ("the loch was", "loch", "lochs", {"printed_known": RARE}, "an ending only"),
])
def test_a_machine_must_not(text: str, printed: str, reading: str, told: dict[str, object], because: str) -> None:
    assert because in veto(case(text, printed, reading, **told))
