"""Schemas by name or file: where they are looked up, how they are fetched, and what is said where they are not."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from edition.cli import run
from edition.findings import UserError
from edition.resources import folder
from edition.validation import installing, schemas
from edition.validation.fetching import NotFetchedError
from edition.validation.known import KNOWN
from edition.validation.validate import validate

SOUND = (Path(__file__).parent / "schema" / "valid" / "smallest.xml").read_bytes()
RNG = (b'<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0" datatypeLibrary='
       b'"http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="any"/></start><define name="any"><element>'
       b'<anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>'
       b'</element></define>%s</grammar>')
RULE = (b'<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="r"><rule context="tei:body">'
        b'<report test="true()">%s</report></rule></pattern>')
SCH = (b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="tei" uri="%s"/>%s'
       b'</schema>')
TEI = b"http://www.tei-c.org/ns/1.0"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, empty."""
    monkeypatch.delenv("TEI_SCHEMAS", raising=False)
    monkeypatch.setattr(schemas, "cache_folder", lambda: tmp_path / "cache #1")
    return tmp_path / "cache #1"


def said(*asked: str | Path) -> list[str]:
    return [f"{one.code} {one.message} {one.rule}" for one in validate(SOUND, "x.xml", list(asked))]


@pytest.mark.parametrize("place", ["tei_all.{}", "tei/tei_all.{}"])
def test_a_name_is_looked_up_flat_or_in_rooms_and_both_its_files_are_checked(
        place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path / "mine"))
    for kind, data in (("rng", RNG % RULE % b"inside"), ("sch", SCH % (TEI, RULE % b"beside"))):
        file = tmp_path / "mine" / place.format(kind)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert said("tei_all") == ["schematron beside tei_all r"]
    (tmp_path / "mine" / place.format("sch")).unlink()
    assert said("tei_all") == ["schematron inside tei_all r"]


def test_the_folders_of_the_user_come_before_the_cache(
        cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, text in ((cache, b"cache"), (tmp_path / "a", b"a"), (tmp_path / "b", b"b")):
        place.mkdir()
        (place / "tei_all.rng").write_bytes(RNG % RULE % text)
    assert said("tei_all") == ["schematron cache tei_all r"]
    monkeypatch.setenv("TEI_SCHEMAS", os.pathsep.join([str(tmp_path / "b"), str(tmp_path / "a")]))
    assert said("tei_all") == ["schematron b tei_all r"]


def test_a_schema_of_the_users_own_has_the_name_of_its_files(cache: Path) -> None:
    cache.mkdir()
    (cache / "ours.sch").write_bytes(SCH % (TEI, RULE % b"ours"))
    assert said("ours") == ["schematron ours ours r"]


def test_several_schemas_are_checked_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "a.sch").write_bytes(SCH % (TEI, RULE % b"a"))
    (tmp_path / "b.rng").write_bytes(RNG % RULE % b"b")
    assert said(tmp_path / "a.sch", str(tmp_path / "b.rng"), "edition") == ["schematron a a.sch r",
                                                                          "schematron b b.rng r"]


def test_a_compiled_odd_is_a_grammar_and_rules(tmp_path: Path) -> None:
    shutil.copy(folder("schema") / "edition.odd", tmp_path / "ours.odd")
    assert said(tmp_path / "ours.odd") == []
    wrong = SOUND.replace(b'<p xml:id="p1">', b'<p xml:id="p1" subtype="x" foo="y">')
    found = validate(wrong, "x.xml", [tmp_path / "ours.odd"])
    assert {(one.code, one.rule) for one in found} == {("attribute-unknown", "ours.odd"),
                                                       ("schematron", "ours.odd subtype-needs-type")}


def test_what_an_odd_has_that_is_not_read_is_said(tmp_path: Path) -> None:
    text = (folder("schema") / "edition.odd").read_text("utf-8")
    (tmp_path / "x.xml").write_text(text.replace("<schemaSpec", "<moduleRef key='core'/><schemaSpec", 1), "utf-8")
    with pytest.raises(UserError, match=r"make RELAX NG and Schematron .* \[odd-refused\]"):
        said(tmp_path / "x.xml")


@pytest.mark.parametrize(("asked", "code", "text"), [
    ("tei_all", "schema-missing", "`edition schema install tei_all` fetches it"),
    ("tei_al", "schema-unknown", "there is no file and no schema tei_al; known are edition, base, textgrid, tei_all,"),
    ("gone.rng", "schema-unreadable", "cannot|can be read"),
    ("x.rnc", "schema-unreadable", "trang x.rnc x.rng"),
])
def test_a_schema_that_is_not_there(asked: str, code: str, text: str) -> None:
    with pytest.raises(UserError, match=text) as raised:
        said(asked)
    assert raised.value.finding.code == code


def test_what_a_publisher_calls_advice_is_a_warning(cache: Path) -> None:
    cache.mkdir()
    (cache / "bptl-L4.sch").write_bytes(SCH % (TEI, RULE % b"@x is not recommended by the Best Practices"))
    assert [one.severity for one in validate(SOUND, "x.xml", ["bptl-L4"])] == ["warning"]


def test_the_base_header_names_each_fact_that_is_missing_and_where_it_is_given() -> None:
    found = validate(SOUND, "x.xml", ["base"])
    assert {(one.code, one.severity) for one in found} == {("header-fact", "warning")}
    said = "\n".join(f"{one.line} {one.message}" for one in found)
    for fact in ("No title", "No author", "No publisher", "No licence", "No version", "No date of publication"):
        assert fact in said
    assert "No id" not in said
    assert ".toml" in said
    assert len(found) == 15


def test_a_whole_header_lacks_none_of_them() -> None:
    golden = Path(__file__).parent / "golden" / "essay-on-soviet-government" / "edition.xml"
    assert validate(golden.read_bytes(), "x.xml", ["base"]) == []


# ---- fetching

def test_what_is_fetched_is_found_and_its_checksum_is_written_down(cache: Path) -> None:
    asked = list[str]()

    def get(url: str) -> bytes:
        asked.append(url)
        return SCH % (TEI, RULE % b"x") if url.endswith(".sch") else RNG % b""

    found = installing.install(["dtabf"], get=get)
    assert asked == [part.url for part in KNOWN["dtabf"].parts]
    assert [one.code for one in found] == ["schema-installed", "schema-installed"]
    assert said("dtabf") == ["schematron x dtabf r"]
    lock = json.loads((cache / installing.LOCK).read_text("utf-8"))
    assert sorted(lock) == ["basisformat.rng", "basisformat.sch"]
    assert {one.state for one in installing.listed() if one.name == "dtabf"} == {"recorded"}
    (cache / "basisformat.sch").write_bytes(SCH % (TEI, b""))
    assert [one.state for one in installing.listed() if one.name == "dtabf"] == ["recorded", "changed"]


def test_a_file_that_its_publisher_has_changed_replaces_the_first_only_when_told(cache: Path) -> None:
    installing.install(["eltec-1"], get=lambda _: RNG % b"")
    (found,) = installing.install(["eltec-1"], get=lambda _: RNG % RULE % b"new")
    assert (found.code, found.severity) == ("schema-changed", "error")
    assert said("eltec-1") == []
    (found,) = installing.install(["eltec-1"], update=True, get=lambda _: RNG % RULE % b"new")
    assert found.code == "schema-installed"
    assert (cache / "eltec-1.rng").read_bytes() == RNG % RULE % b"new"


def test_where_there_is_no_network_it_says_what_to_save_where(cache: Path) -> None:
    def get(_: str) -> bytes:
        raise NotFetchedError("no network")

    (found,) = installing.install(["eltec-1"], get=get)
    assert (found.code, found.severity) == ("schema-not-fetched", "error")
    for words in (KNOWN["eltec-1"].parts[0].url, "save it as eltec-1.rng", str(cache), "TEI_SCHEMAS"):
        assert words in found.message
    assert not cache.exists()


@pytest.mark.parametrize("data", [b"<html>404</html>", b"404", b""])
def test_a_page_that_says_that_there_is_nothing_is_no_schema(data: bytes, cache: Path) -> None:
    (found,) = installing.install(["eltec-1"], get=lambda _: data)
    assert found.code == "schema-not-fetched"
    assert not cache.exists()


def test_what_has_no_address_is_left_to_the_user(cache: Path) -> None:
    found = installing.install(["bptl-L4"], get=lambda _: b"")
    assert [(one.code, one.severity) for one in found] == [("schema-no-address", "error")] * 2
    assert "save it as bptl-L4.rng in" in found[0].message
    assert "BestPractices/bptl-L4.odd" in found[0].message
    found = installing.install(["epidoc"], get=lambda _: RNG % b"")
    assert [(one.code, one.severity) for one in found] == [("schema-installed", "info"), ("schema-no-address", "info")]


def test_the_commands(capsys: pytest.CaptureFixture[str], cache: Path) -> None:
    cache.mkdir()
    (cache / "tei_all.rng").write_bytes(RNG % b"")
    assert run(["schema", "list"]) == 0
    said = capsys.readouterr().out
    assert f"tei_all: TEI P5, all elements\n  tei_all.rng: {cache / 'tei_all.rng'}" in said
    assert "  tei_all.sch: not here (not given out; the rules in the grammar are checked instead)\n" in said
    assert "  bptl-L4.rng: not here (not given out: see https://github.com/" in said
    assert "  eltec-1.rng: not here\n" in said
    assert run(["schema", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["folders"] == [str(cache)]
    assert run(["schema", "install", "tei_al"]) == 1
    assert run(["schema", "--check", "list"]) == 2
    assert run(["schema", "install", "bptl-L4"]) == 1
    assert "save it as bptl-L4.sch" in capsys.readouterr().out


def test_the_cache_is_where_this_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    assert schemas.cache_folder().name == "schemas"
    assert "edition" in schemas.cache_folder().parts
