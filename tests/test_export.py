"""Exports: what each makes of a passage (the pages of tests/export), what it refuses, and that no word is lost.

A case of a page: parts of <text>, ".", what stands in the export's <text>, ".", what is told as lost.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Edition
from exporting import PAGES, document, words
from lxml import etree
from pages import Block, read_page

from edition.exporting.checks import checked
from edition.exporting.export import export, transformed
from edition.exporting.inventory import joined
from edition.exporting.profiles import PROFILES
from edition.findings import UserError

FOLDER = sorted(PAGES.glob("*.md"))
CASES = [(path, number) for path in FOLDER for number in range(len(read_page(path).blocks))]


def made(text: str, to: str) -> tuple[Any, list[str]]:
    """The export of parts of <text>, and what it has lost; some recipients take only what is added here."""
    tei = document(text)
    result = export(tei.replace(b'xml:lang="en"', b'xml:lang="grc"') if to == "epidoc" else tei, to, "letter")
    (data,) = (data for path, data in result.files.items() if not path.endswith("__cts__.xml"))
    return etree.fromstring(data), [finding.message for finding in result.findings if finding.code == "export-loses"]


def shown(root: Any) -> list[str]:
    text = etree.tostring(root.find("{*}text"), encoding="unicode", with_tail=False)
    inner = re.sub(r"^<text[^>]*>|</text>$", "", text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""))
    return inner.strip("\n").split("\n")


@pytest.mark.parametrize(("path", "number"), CASES, ids=lambda value: str(getattr(value, "stem", value)))
def test_the_pages(path: Path, number: int, accept: bool) -> None:
    page = read_page(path)
    block: Block = page.blocks[number]
    given = block.lines[:block.lines.index(".")]
    root, losses = made("\n".join(given), block.info)
    expected = [*given, ".", *shown(root), ".", *losses]
    if accept:
        block.lines = expected
        page.write()
    assert block.lines == expected


def test_every_profile_has_a_page() -> None:
    assert {block.info for path in FOLDER for block in read_page(path).blocks} == set(PROFILES)


@pytest.mark.parametrize("to", PROFILES)
def test_a_passage_keeps_its_words(to: str) -> None:
    play = ('<body><div type="act"><head>Act <hi rend="bold">I</hi></head><sp who="#anna"><speaker>ANNA.</speaker>'
            '<p>I <choice><sic>hvae</sic><corr resp="#ed">have</corr></choice> <said>“come”</said>'
            '<note type="annotation" n="1" place="bottom">So.</note>.</p></sp></div></body>')
    root, _ = made(play, to)
    assert words(root) == "ActIANNA.Ihave“come”."


def test_a_missing_fact_is_named_with_its_key() -> None:
    tei = document("<body><p>A</p></body>").replace(b"<pubPlace resp", b"<pubPlace cert='unknown' resp", 1)
    tei = tei.replace(b' cert="high">New York', b">unknown")
    with pytest.raises(UserError) as refused:
        export(tei, "dtabf", "letter", "letter.xml")
    (finding,) = refused.value.findings
    assert finding.code == "export-fact-missing"
    assert "where the printed source appeared" in finding.message
    assert "`place` in the table [source] of letter.toml" in finding.message


def test_all_missing_facts_are_told_at_once() -> None:
    tei = re.sub(rb"<bibl type=\"printSource\">.*?</bibl>", b"", document("<body><p>A</p></body>"), flags=re.DOTALL)
    with pytest.raises(UserError) as refused:
        export(tei, "dtabf", "letter")
    assert len(refused.value.findings) == 3


def test_only_tei_of_the_guide_is_exported() -> None:
    with pytest.raises(UserError) as refused:
        export(document("<body><p>A<note>B</note></p></body>"), "reading", "letter")
    assert refused.value.finding.code == "export-invalid"
    assert "the first: A note needs @type" in refused.value.finding.message


def test_dracor_takes_plays_only() -> None:
    with pytest.raises(UserError) as refused:
        export(document("<body><p>A</p></body>"), "dracor", "letter")
    assert refused.value.finding.code == "export-unfit"


def test_what_is_lost_is_written_into_the_export() -> None:
    root, losses = made("<body><p>A<fw type='header'>H</fw></p></body>", "reading")
    change = root.findtext(".//{*}revisionDesc/{*}change")
    assert "fw (1): it is left out" in change
    assert "<fw> (1): it is left out" in losses


@pytest.mark.parametrize("to", PROFILES)
def test_nothing_of_the_proof_is_left(to: str) -> None:
    text = ('<body><div type="scene"><p xml:id="p1"><emph rendition="#r1">A</emph>'
            '<note xml:id="n1" type="annotation" rendition="#r1" n="1" place="bottom">B</note></p>'
            '<anchor type="stood" corresp="#n1"/><castList><castItem>C</castItem></castList>'
            '<sp who="#anna"><speaker>A</speaker><p>A</p></sp></div></body>')
    try:
        data = b"".join(export(document(text), to, "letter").files.values())
    except UserError:
        pytest.skip("this recipient takes other texts")
    assert b'"stood"' not in data
    assert b"#r1" not in data
    assert b"tagsDecl</p>" not in data


def test_the_command(edition: Edition, tmp_path: Path) -> None:
    tei = tmp_path / "letter.xml"
    tei.write_bytes(document("<body><p>A</p></body>"))
    done = edition("export", str(tei), "--to", "dtabf", "-o", str(tmp_path / "out"), "--json")
    assert done.status == 0
    assert json.loads(done.out)["written"] == [str(tmp_path / "out" / "dtabf" / "letter.xml")]
    assert (tmp_path / "out" / "dtabf" / "letter.xml").read_bytes().startswith(b"<?xml")


def test_a_refused_text_is_not_written(edition: Edition, tmp_path: Path) -> None:
    tei = tmp_path / "letter.xml"
    tei.write_bytes(document("<body><p>A</p></body>"))
    done = edition("export", str(tei), "--to", "dracor", "-o", str(tmp_path / "out"))
    assert done.status == 1
    assert "DraCor takes plays only" in done.err
    assert not (tmp_path / "out").exists()


def test_the_profiles_are_listed(edition: Edition) -> None:
    done = edition("export", "--list")
    assert all(f"{name}: {profile.title}" in done.out for name, profile in PROFILES.items())


def test_a_profile_has_to_be_named(edition: Edition) -> None:
    done = edition("export", "letter.xml")
    assert done.status == 2
    assert "--list lists the profiles" in done.err


GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))


def seed(path: Path) -> bytes:
    """A seed's TEI, with facts added that its header does not tell: a URN, where its print appeared and by whom."""
    data = path.read_bytes()
    data = data.replace(b"</publisher>", b'</publisher><idno type="URN">urn:cts:edn:seeds.one.ed1</idno>', 1)
    source, at = data.index(b'<bibl type="printSource">'), len(b'<bibl type="printSource">')
    place = b"<pubPlace>New York</pubPlace><publisher>unnamed in the copy</publisher>"
    return data[:source + at] + place + data[source + at:]


@pytest.mark.parametrize("to", ["reading", "dtabf", "capitains", "simple", "bptl-4"])
@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_a_seed_keeps_its_words(path: Path, to: str) -> None:
    data = seed(path)
    exported = next(iter(export(data, to, "seed").files.values()))
    assert words(etree.fromstring(exported)) == words(etree.fromstring(data))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_eltec_and_dracor_refuse_the_seeds(path: Path) -> None:
    for to in ("eltec-1", "dracor", "epidoc"):
        with pytest.raises(UserError) as refused:
            export(seed(path), to, "seed")
        assert {finding.code for finding in refused.value.findings} == {"export-unfit"}


@pytest.mark.slow
@pytest.mark.parametrize("to", ["reading", "dtabf", "capitains", "simple", "bptl-4"])
@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_a_seed_passes_its_recipient(path: Path, to: str, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(shared / "acceptance" / "schemas"))
    exported = next(iter(export(seed(path), to, "seed").files.values()))
    findings = checked(exported, "export.xml", PROFILES[to].schemas, "seed.xml")
    assert [str(finding) for finding in findings if finding.severity == "error"] == []


def test_an_objection_of_the_recipient_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recipient whose schema takes nothing but <none/>."""
    (tmp_path / "dracor.rng").write_text('<element name="none" xmlns="http://relaxng.org/ns/structure/1.0"><empty/>'
                                         "</element>", "utf-8")
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path))
    findings = checked(document("<body><p>A</p></body>"), "export.xml", ("dracor",), "letter.xml")
    assert [(finding.severity, finding.file, finding.line) for finding in findings] == [("error", "export.xml", 1)]


def test_a_schema_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEI_SCHEMAS", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (finding,) = checked(document("<body><p>A</p></body>"), "export.xml", ("dtabf",), "letter.xml")
    assert finding.code == "export-unchecked"
    assert "edition schema install dtabf" in finding.message


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.parent.name)
def test_canonical_references_are_unique_and_lead_somewhere(path: Path) -> None:
    files = export(seed(path), "capitains", "seed").files
    assert list(files) == ["data/seeds/one/seeds.one.ed1.xml", "data/seeds/__cts__.xml", "data/seeds/one/__cts__.xml"]
    root = etree.fromstring(files["data/seeds/one/seeds.one.ed1.xml"])
    patterns = root.findall(".//{*}refsDecl[@n='CTS']/{*}cRefPattern")
    depths = [len(re.findall(r"\$\d", pattern.get("replacementPattern"))) for pattern in patterns]
    assert depths == list(range(len(patterns), 0, -1))
    prefixes = {"tei": "http://www.tei-c.org/ns/1.0"}
    for pattern, depth in zip(patterns, depths, strict=True):
        xpath = pattern.get("replacementPattern").removeprefix("#xpath(").removesuffix(")")
        for passage in root.xpath(re.sub(r"\[@n='\$\d'\]", "[@n]", xpath), namespaces=prefixes):
            chain = [passage, *passage.iterancestors()][:depth][::-1]
            numbers = [part.get("n") for part in chain]
            assert all(re.fullmatch(r"\w+", number) for number in numbers)
            filled = re.sub(r"\$(\d)", lambda step, numbers=numbers: numbers[int(step[1]) - 1], xpath)
            assert root.xpath(filled, namespaces=prefixes) == [passage]
            assert "".join(passage.itertext()).strip()


def cts(urn: str, title: str = "A small play", group: str = "Anna Louise Strong") -> dict[str, bytes]:
    """The export to CapiTainS of a text with this URN, title and author."""
    data = document("<body><p>A</p></body>").replace(b"urn:cts:edn:strong.play.edn-eng1", urn.encode())
    data = data.replace(b"A small play", title.encode()).replace(
        b"<forename>Anna Louise</forename> <surname>Strong</surname>", group.encode())
    return transformed(etree.fromstring(data), "capitains", "x").files


WORK, GROUP = "data/s/w/__cts__.xml", "data/s/__cts__.xml"


def test_an_inventory_holds_all_texts_of_a_work_in_whatever_order_they_come() -> None:
    one, two = cts("urn:cts:e:s.w.a"), cts("urn:cts:e:s.w.b")
    both, told = joined(two[WORK], one[WORK], "x")
    assert re.findall(rb'edition urn="([^"]+)"', both) == [b"urn:cts:e:s.w.a", b"urn:cts:e:s.w.b"]
    assert (joined(one[WORK], two[WORK], "x"), told) == ((both, []), [])
    assert joined(one[WORK], both, "x")[0] == both
    assert joined(one[WORK], one[WORK], "x")[0] == one[WORK]


def test_a_name_that_an_inventory_had_otherwise_is_told() -> None:
    data, (finding,) = joined(cts("urn:cts:e:s.w.a", group="A. L. Strong")[GROUP], cts("urn:cts:e:s.v.a")[GROUP], "x")
    assert b"A. L. Strong" in data
    assert (finding.code, "“Anna Louise Strong”" in finding.message) == ("export-inventory", True)


@pytest.mark.parametrize("standing", [b"no XML", b"<other/>"])
def test_what_stands_in_the_place_of_an_inventory_and_is_none_is_left(standing: bytes) -> None:
    with pytest.raises(UserError) as caught:
        joined(cts("urn:cts:e:s.w.a")[GROUP], standing, "x")
    assert caught.value.finding.code == "export-inventory"


def test_two_texts_never_have_one_place(tmp_path: Path, edition: Edition) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.xml").write_bytes(seed(GOLDEN[0]))
    paths = tmp_path / "a" / "letter.xml", tmp_path / "b" / "letter.xml"
    ran = edition("export", *paths, "--to", "reading", "-o", tmp_path / "export")
    assert (ran.status, ran.err.count("export-same-place")) == (1, 1)
    assert edition("export", paths[0], "--to", "capitains", "-o", tmp_path / "export").status == 0
    again = edition("export", paths[1], "--to", "capitains", "-o", tmp_path / "export")
    assert (again.status, "export-inventory" in again.err) == (0, False)
