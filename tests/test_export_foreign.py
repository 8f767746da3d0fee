"""TEI made by others is exported: mapped as far as it is known, judged by the recipient, and never written blindly."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from conftest import Edition
from exporting import words
from lxml import etree

from edition.exporting.export import export, transformed
from edition.findings import UserError
from edition.rendering.foreign import adopted

_ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="ger000001" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title type="main">Ein Spiel</title><author>A. B.</author><funder><name>Fund</name></funder></titleStmt>
<publicationStmt><publisher><orgName>Press</orgName></publisher><availability>
<licence><ab>CC0</ab><ref target="https://creativecommons.org/publicdomain/zero/1.0/">licence</ref></licence></availability>
</publicationStmt><sourceDesc><bibl type="digitalSource"><name>A library</name>
<bibl type="originalSource"><title>Ein Spiel</title>. <pubPlace>Wien</pubPlace> <date>1871</date>.</bibl></bibl>
</sourceDesc>
</fileDesc><profileDesc><particDesc><listPerson><person xml:id="eva" sex="FEMALE"><persName>Eva</persName></person>
</listPerson></particDesc></profileDesc>
<revisionDesc><listChange><change when="2020-01-02">Made.</change></listChange></revisionDesc></teiHeader>
<text><body><div type="scene"><head>1.</head><sp who="#eva"><speaker>EVA.</speaker>
<l met="-+-+"><w lemma="o">O</w> <w lemma="zeit">Zeit</w>!</l></sp></div></body></text></TEI>"""


def told(to: str, tei: str = TEI) -> list[str]:
    return [f"{one.code}: {one.message}" for one in export(tei.encode(), to, "x").findings]


def test_what_the_table_maps_is_mapped_and_what_it_loses_told() -> None:
    lost = told("reading")
    assert [one for one in lost if one.startswith("export-loses: <w> (2): in place of it stands")]
    assert {"export-loses: @lemma (2): it is left out", "export-loses: @met (1): it is left out",
            "export-loses: header: <funder> (1): it is left out"} <= set(lost)
    (data,) = export(TEI.encode(), "reading", "x").files.values()
    root = etree.fromstring(data)
    assert words(root) == "1.EVA.OZeit!"
    change = root.findtext(".//{*}change")
    assert "from TEI made by others. What the export does not have: " in change
    assert "@lemma (2): it is left out" in change


def test_facts_are_found_where_others_state_them() -> None:
    (data,) = export(TEI.encode(), "dracor", "x").files.values()
    root = etree.fromstring(data)
    source = root.find(".//{*}bibl[@type='originalSource']")
    assert [(etree.QName(one).localname, one.text, one.get("when")) for one in source] == [
        ("title", "Ein Spiel", None), ("pubPlace", "Wien", None), ("date", "1871", "1871")]
    assert Counter(one.get("type") for one in root.iter("{*}bibl")) == {"originalSource": 1, "digitalSource": 1}
    assert root.find(".//{*}licence").get("target") == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert root.find(".//{*}person").get("sex") == "FEMALE"


def test_roles_that_speeches_point_to_are_persons_for_those_who_want_persons() -> None:
    """The Deutsches Textarchiv points to roles; what comes from there goes to DraCor, and back."""
    roles = TEI.replace('<person xml:id="eva" sex="FEMALE"><persName>Eva</persName></person>', '<person xml:id="x"/>')
    roles = roles.replace("<text>", '<text><front><castList><castItem><role xml:id="eva">EVA</role>, Magd</castItem>'
                                    "</castList></front>")
    (data,) = export(roles.encode(), "dracor", "x").files.values()
    root = etree.fromstring(data)
    persons = root.findall(".//{*}particDesc/{*}listPerson/{*}person")
    assert [(one.get(_ID), one.findtext("{*}persName")) for one in persons] == [("x", None), ("eva", "EVA")]
    assert [one.get("who") for one in root.iter("{*}sp")] == ["#eva"]
    assert root.find(".//{*}castItem").get("corresp") == "#eva"
    back = next(iter(transformed(root, "dtabf", "x").files.values()))
    assert etree.fromstring(back).find(".//{*}role").get(_ID) == "eva"


def test_a_missing_fact_is_to_be_stated_in_the_header_itself() -> None:
    with pytest.raises(UserError) as refused:
        export(TEI.replace("1871", "um 1871").encode(), "bptl-4", "x")
    said = " ".join(finding.message for finding in refused.value.findings)
    assert "state it there: teiHeader/fileDesc/publicationStmt/date[@when]" in said
    assert ".toml" not in said


def test_an_element_of_which_nothing_is_known_stops_it_with_all_such_elements() -> None:
    with pytest.raises(UserError) as refused:
        export(TEI.replace("<head>1.</head>", "<head>1.</head><ps>a</ps><qs>b</qs>").encode(), "reading", "x", "x.xml")
    assert [(one.code, one.line) for one in refused.value.findings] == [("element-unknown", 11)] * 2


STRANGE = TEI.replace("<head>1.</head>", "<head>1.</head><address><addrLine>Wien</addrLine></address>")


def test_what_neither_the_guide_nor_a_schema_allows_is_not_written(
        edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "x.xml").write_text(STRANGE, "utf-8")
    done = edition("export", str(tmp_path / "x.xml"), "--to", "reading", "-o", str(tmp_path / "out"), "--json")
    said = {one["code"]: one["message"] for one in json.loads(done.out)["findings"]}
    assert done.status == 1
    assert "<address> cannot stand here in <div>" in said["export-unknown"]
    assert "export-unchecked" in said
    assert not (tmp_path / "out").exists()


def test_the_schema_of_the_recipient_has_the_last_word(
        edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that takes everything, then one that takes nothing."""
    (tmp_path / "x.xml").write_text(STRANGE, "utf-8")
    anything = ('<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/>'
                '<ref name="any"/></choice></zeroOrMore></element></define>')
    for start, status in (('<ref name="any"/>', 0), ('<element name="none"><empty/></element>', 1)):
        schemas = tmp_path / f"schemas{status}"
        schemas.mkdir()
        monkeypatch.setenv("TEI_SCHEMAS", str(schemas))
        (schemas / "tei_all.rng").write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>'
                                             f"{start}</start>{anything}</grammar>", "utf-8")
        out = tmp_path / f"out{status}"
        done = edition("export", str(tmp_path / "x.xml"), "--to", "reading", "-o", str(out))
        assert done.status == status
        assert out.exists() != bool(status)
    assert "nothing is written, for the recipient would refuse it" in done.out
    edition("export", str(tmp_path / "x.xml"), "--to", "reading", "-o", str(out), "--draft")
    assert (out / "reading" / "x.xml").is_file()


FILES = sorted((Path(__file__).parent / "foreign").glob("*.xml"))
# Letters of a kind that has an element of its own outside of TEI.
UNKNOWN = {"darwin"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_kinds_of_others_keep_their_words(path: Path) -> None:
    """Documents as the large collections have them: nothing breaks, and no word of the reading text is lost."""
    if path.stem in UNKNOWN:
        with pytest.raises(UserError, match="element-unknown"):
            export(path.read_bytes(), "reading", "x")
        return
    (data,) = export(path.read_bytes(), "reading", "x").files.values()
    assert words(etree.fromstring(data)) == words(adopted(path.read_bytes(), "x")[0].root)
