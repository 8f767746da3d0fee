"""What holds of all conventions together: names of their own, words in skins that the proof knows."""

from __future__ import annotations

from collections import Counter

import pytest

from edition.conventions import STAGES
from edition.proof.skins import WORDS
from edition.rules import Rule

CONVENTIONS = [convention for stage in STAGES for convention in stage]
RULES = [rule for convention in CONVENTIONS for rule in convention.rules]


def test_every_convention_and_every_rule_has_a_name_of_its_own() -> None:
    for names in (Counter(c.name for c in CONVENTIONS), Counter(r.name for r in RULES)):
        assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.words], ids=lambda rule: rule.name)
def test_the_proof_knows_the_words_of_every_skin(rule: Rule) -> None:
    assert set(rule.words) <= set(WORDS)
