"""Each document in tests/schema has one kind of fault, and says on the line of the fault what is to be found there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from edition.resources import folder
from edition.validation.validate import validate

FAULTS = sorted((Path(__file__).parent / "schema").glob("*.xml"))
_EXPECTED = re.compile(r"<!-- expect: ([\w-]+) -->")
# What the grammar can object to, and what is wrong before it is asked.
_CODES = {"element-unknown", "element-misplaced", "element-missing", "text-misplaced", "attribute-unknown",
          "attribute-missing", "attribute-value", "xml-malformed", "xml-entity", "xml-doctype", "xml-encoding",
          "namespace-wrong", "id-twice", "language-unreal"}


def expected(text: str) -> list[tuple[int, str]]:
    """Line and code of every expectation written in a document."""
    return [(number, code) for number, line in enumerate(text.splitlines(), 1) for code in _EXPECTED.findall(line)]


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_what_is_expected_is_found_there_and_nothing_else(file: Path) -> None:
    found = validate(file.read_bytes(), file.name)
    assert sorted((one.line, one.code) for one in found) == sorted(expected(file.read_text("utf-8"))), found
    assert all(one.file == file.name and one.message for one in found)


def test_every_code_has_its_document() -> None:
    """No rule without a document that breaks it: a rule that cannot fail says nothing."""
    rules = etree.parse(folder("schema") / "edition.sch").iter("{http://purl.oclc.org/dsdl/schematron}pattern")
    codes = _CODES | {rule.get("id") or "" for rule in rules}
    tried = {code for file in FAULTS for _line, code in expected(file.read_text("utf-8"))}
    assert tried == codes


def test_a_wrong_expectation_would_be_noticed() -> None:
    """The comparison can fail: a sound document has none of the findings of a faulty one."""
    sound = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_bytes()
    assert validate(sound, "smallest.xml") == []
    assert validate(sound.replace(b"<p xml:id", b"<p foo='1' xml:id"), "smallest.xml") != []
