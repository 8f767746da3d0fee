"""The report: what was recognised and how surely, what was made of it, and what was added."""

from __future__ import annotations

from typing import Any

import pytest

from edition.making.report import conventions_table, describe, summary
from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.source import from_text
from edition.verify import verify
from edition.writing import tei

RULE = " " * 30
LETTER = "# A letter\n\nDear Sir:\n\nIt has *always* been so.\n"
NOTES = f"The tools of production1 are owned by few.\n{RULE}\n1 A simplification.\n2 Nobody calls this one.\n"


def report(text: str) -> dict[str, Any]:
    document = parse(from_text(text, "x"))
    written = tei.write(document, Settings.bare("x")).encode("utf-8")
    return describe(document, written, verify(written, text))


def test_shares_are_of_all_characters_but_white_space() -> None:
    made = report("# Ab\n\nIt was so.\n")
    assert made["characters"] == 11
    assert made["conventions"]["markdown-headings"]["share"] == round(3 / 11, 4)
    assert made["conventions"]["paragraphs"]["share"] == round(8 / 11, 4)


def test_a_phrase_has_claims_but_its_paragraph_has_the_text() -> None:
    made = report(LETTER)["conventions"]["markdown-emphasis"]
    assert (made["claims"], made["share"]) == (1, 0)


def test_every_convention_says_its_score_and_why() -> None:
    for name, one in report(LETTER)["conventions"].items():
        assert 0 <= one["score"] <= 1, name
        assert one["reason"], name


def test_what_no_rule_wants_has_no_confidence() -> None:
    made = report(f"{LETTER}\n% % %\n\n{LETTER}")
    assert made["unrecognised"] == made["confidence"]["none"] > 0
    assert sum(made["confidence"].values()) == pytest.approx(1, abs=0.001)


def test_notes_by_whether_their_call_was_found() -> None:
    assert report(NOTES)["counts"]["notes"] == {"anchored": 1, "unanchored": 1}


def test_additions_by_who_and_how_sure() -> None:
    text = ("When he came home, after a three year's absence, it was to the house that they had left to him and "
            "to her.\n")
    assert report(text)["counts"]["corrections"] == {"conv high": 1}


def test_the_summary_for_people() -> None:
    lines = list(summary("x", report(NOTES)))
    assert lines[0] == "x: 1 paragraph, 2 notes (1 anchored, 1 unanchored)"
    assert lines[1].startswith("  text, read as utf-8: ruled-notes 51.4%, paragraphs 47.2%")
    assert lines[2].startswith("  proof: all 72 characters")


def test_the_table_has_what_was_found_and_nothing_else() -> None:
    names = [line.strip().partition(":")[0] for line in conventions_table(report(LETTER))]
    assert "markdown-emphasis" in names
    assert "form-feeds" not in names


def test_a_proof_that_does_not_hold_is_not_called_one() -> None:
    document = parse(from_text(LETTER, "x"))
    written = tei.write(document, Settings.bare("x")).replace("always", "never").encode("utf-8")
    assert "does not hold" in "".join(summary("x", describe(document, written, verify(written, LETTER))))
