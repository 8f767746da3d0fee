"""A pattern declared for later is the pattern that re.compile gives."""

from __future__ import annotations

import re

import pytest

from edition.regex import regex


def test_it_finds_what_the_pattern_finds() -> None:
    assert [match[0] for match in regex("B+", re.I).finditer("abBc b")] == ["bB", "b"]
    assert regex("(?P<word>a)").groupindex == {"word": 1}


def test_its_pattern_is_known_before_it_is_compiled() -> None:
    assert regex("(").pattern == "("


def test_a_wrong_pattern_fails_at_its_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")
