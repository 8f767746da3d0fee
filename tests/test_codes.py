"""Every code that a finding can have is explained in the encoding guide, and some test makes it appear."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from edition.resources import folder
from edition.validation.faults import GUIDE, faults

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "edition"
# The functions that make findings; the code is their first argument.
MAKERS = {"Finding", "fail", "Fault", "NoPlace", "note", "_finding", "_say"}
_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def constants(node: ast.expr) -> Iterator[str]:
    """The strings that an argument can be: one, or either of a condition's."""
    parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    yield from (one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str))


@cache
def codes() -> frozenset[str]:
    """Every code that is written in the package, and every rule of the schema."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MAKERS and node.args:
                found.update(code for code in constants(node.args[0]) if _CODE.fullmatch(code))
    rules = etree.parse(folder("schema") / "edition.sch").iter("{http://purl.oclc.org/dsdl/schematron}pattern")
    # Where the code is worked out first: see Schematron's findings in validation.validate.
    return frozenset(found | {rule.get("id") or "" for rule in rules} | {"schematron", "schematron-broken",
                                                                       "header-fact"})


@cache
def tried() -> str:
    """All that tests say, the pages and documents among them; this file apart."""
    files = [file for file in TESTS.rglob("*") if file.suffix in (".py", ".md", ".xml", ".txt", ".toml")]
    return "\n".join(file.read_text("utf-8", "replace") for file in files if file != Path(__file__))


def test_every_code_has_its_section() -> None:
    missing = sorted(codes() - faults().keys())
    assert missing == [], f"add to schema/faults.xml, and run `edition schema`: {', '.join(missing)}"


def test_no_section_is_an_orphan() -> None:
    assert sorted(faults().keys() - codes()) == []


@pytest.mark.parametrize("code", sorted(faults()))
def test_a_test_makes_it_appear(code: str) -> None:
    assert re.search(rf"(?<![\w-]){code}(?![\w-])", tried()), f"no test has the code {code}"


def test_every_section_says_what_it_means_by_example_and_what_to_do() -> None:
    assert [one.code for one in faults().values() if not (one.means and one.example and one.remedy)] == []


def test_the_guide_has_the_sections() -> None:
    ids = {node.get("id") for node in html.fromstring((folder("schema") / GUIDE).read_bytes()).iter("section")}
    assert {one.anchor for one in faults().values()} == {one for one in ids if one and one.startswith("fault-")}
