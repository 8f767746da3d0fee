"""A pattern declared for later is the pattern that re.compile gives."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import edition
from edition.regex import _Later, regex


def test_it_finds_what_the_pattern_finds() -> None:
    assert [match[0] for match in regex("B+", re.I).finditer("abBc b")] == ["bB", "b"]
    assert regex("(?P<word>a)").groupindex == {"word": 1}


def test_its_pattern_is_known_before_it_is_compiled() -> None:
    assert regex("(").pattern == "("


def test_every_pattern_that_is_declared_compiles() -> None:
    for module in pkgutil.walk_packages(edition.__path__, "edition."):
        importlib.import_module(module.name)
    patterns = [one for one in gc.get_objects() if isinstance(one, _Later) and one.pattern != "("]
    assert len(patterns) > 200
    assert all(pattern.groups >= 0 for pattern in patterns)


def test_a_wrong_pattern_fails_at_its_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")
