"""The schema's single source: what is made of it is current, its examples are true, and what it refuses."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from edition import resources
from edition.findings import UserError
from edition.resources import folder
from edition.validation import odd
from edition.validation.explanation import Explainer
from edition.validation.grammar_file import Grammar

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
ODD = folder("schema") / "edition.odd"
MODELS = sorted((Path(__file__).parent / "schema" / "valid").glob("*.xml"))


def test_the_committed_files_are_what_the_odd_says() -> None:
    assert odd.check_schema() == []


def test_a_stale_or_missing_file_is_noticed(tmp_path: Path) -> None:
    odd.write_schema(tmp_path)
    assert odd.check_schema(tmp_path) == []
    (tmp_path / "edition.sch").write_text("changed", encoding="utf-8")
    (tmp_path / "edition.rng").unlink()
    assert [(one.code, Path(one.file).name) for one in odd.check_schema(tmp_path)] == [
        ("schema-stale", "edition.rng"), ("schema-stale", "edition.sch")]


def test_the_same_odd_gives_the_same_bytes() -> None:
    assert odd.compile_odd() == odd.compile_odd()


def test_the_compiler_runs_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "ein Ordner #1 für é"
    shutil.copytree(folder("xslt"), place / "xslt")
    shutil.copytree(folder("schema"), place / "schema")
    monkeypatch.setattr(odd, "folder", lambda name: place / name)
    assert odd.compile_odd() == {name: (resources.folder("schema") / name).read_bytes() for name in odd.compile_odd()}


def test_every_example_of_the_guide_is_valid() -> None:
    explainer = Explainer(Grammar(folder("schema") / "edition.rng"))
    examples = list(etree.parse(ODD).iter(f"{{{EXAMPLES}}}egXML"))
    assert len(examples) > 20
    for example in examples:
        source = etree.tostring(example[0], encoding="unicode", with_tail=False).replace(EXAMPLES, TEI)
        assert [fault.message for fault in explainer.content(etree.fromstring(source))] == [], source


def test_the_model_documents_use_the_whole_vocabulary() -> None:
    used = {node.tag for file in MODELS for node in etree.parse(file).iter("*")}
    known = set(Grammar(folder("schema") / "edition.rng").elements)
    assert sorted(known - used) == []


def test_the_guide_is_a_page_for_everybody() -> None:
    page = html.fromstring((folder("schema") / "encoding-guide.html").read_bytes())
    assert page.get("lang") == "en"
    assert page.findtext(".//title")
    assert page.find(".//script") is None
    ids = [node.get("id") for node in page.iter() if isinstance(node.tag, str) and node.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")} <= set(ids)
    levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    elements = {spec.get("ident") for spec in etree.parse(ODD).iter(f"{{{TEI}}}elementSpec")}
    assert {f"el-{name}" for name in elements} <= set(ids)


# ---- what the compiler refuses: a small sound ODD, and one change at a time

CASES, SMALL = (Path(__file__).parent / "schema" / "refused.txt").read_text("utf-8").split("====\n")
_CASE = re.compile(r"^(?P<name>.+)\n- (?P<old>.+)\n\+ ?(?P<new>.*)\n! (?P<said>.+)$", re.MULTILINE)
REFUSED = {case["name"]: (case["old"], case["new"], case["said"]) for case in _CASE.finditer(CASES)}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return tmp_path / "small #1.odd"


def test_the_small_odd_is_accepted(small: Path) -> None:
    small.write_text(SMALL, encoding="utf-8")
    assert odd.refusals(small) == []
    grammar = odd.compile_odd(small)["edition.rng"]
    document = etree.fromstring('<doc xmlns="urn:x"><p type="a"/>text</doc>')
    assert etree.RelaxNG(etree.fromstring(grammar)).validate(document)


def test_every_case_is_read() -> None:
    assert len(REFUSED) == CASES.count("\n! ") > 35


@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses(case: str, small: Path) -> None:
    old, new, said = REFUSED[case]
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    # The one change that opens an element closes it too.
    text = text.replace("</schemaSpec>", "</schemaSpec></p>") if new.endswith("<p>") else text
    small.write_text(text, encoding="utf-8")
    problems = odd.refusals(small)
    assert any(said in problem for problem in problems), problems
    with pytest.raises(UserError, match=re.escape("odd-refused")):
        odd.compile_odd(small)


@pytest.mark.parametrize(("text", "code"), [("<TEI>", "odd-not-xml"), (None, "odd-missing")])
def test_an_odd_that_cannot_be_read(text: str | None, code: str, small: Path) -> None:
    if text is not None:
        small.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        odd.compile_odd(small)
    assert raised.value.finding.code == code
