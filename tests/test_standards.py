"""Records for catalogues and registrants: what they say stands in the header, what is not known is owed, not made up.

What they are for one text and for the edition stands in tests/metadata/records, as `pytest --accept` writes it. Readers
written by others check it where they are installed (tests/consumers).
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from consumers import Ask
from lxml import etree, html

from edition.findings import UserError
from edition.making.build import build
from edition.rendering.collection import Entry, Maker, Shared
from edition.rendering.metadata import NEEDS, STANDARDS, concerns, id_for, lacking, left_out, record_of
from edition.rendering.outputs import OUTPUTS, render
from edition.rendering.tei import Tei
from edition.rendering.whole import whole_records
from edition.resources import folder
from edition.validation.grammar_file import Grammar

sys.path.insert(0, str(Path(__file__).parent / "schema"))
from generate import Generator

RECORDS = Path(__file__).parent / "metadata" / "records"
SALT = (RECORDS / "salt.xml").read_text("utf-8")
WHOLE = Shared(title='Harbours: "texts"', publisher="Harbour Press", licence="CC BY 4.0", language="en",
               licence_url="https://creativecommons.org/licenses/by/4.0/", base_url="https://texts.example.org",
               project="Letters of a harbour.", version="1.2.0", published="2026-05-01", doi="10.5072/salt",
               editors=(Maker("Jo Berg", "person", "Berg", "Jo", "https://orcid.org/0000-0002-1825-0097"),
                        Maker("Harbour Press", "organisation")))
# What of the header gives each fact, as it stands and without it.
LOST = {"title": ('<title type="main">', '<title type="main" cert="unknown">'), "publisher": (r"<publisher>Harb.*", ""),
        "date of publication": ('<date when="2026-05-01">', '<date cert="unknown">'),
        "address": (r'<idno type="URL">.*', ""), "free licence": ("by/4.0", "by-nc/4.0"),
        "creator": ("(?s)<author .*</respStmt>", ""), "editor": ("(?s)<respStmt.*</respStmt>", ""),
        "letter with a certain writer and day": ('<persName ref="#ada">Ada</persName>', "Ada")}


def salt(tei: str = SALT) -> Tei:
    return Tei(tei.encode(), "salt", "salt/salt.xml")


def of_the_whole(name: str) -> list[tuple[str, bytes]]:
    """The records of the edition as a whole."""
    files, findings = whole_records([Entry("salt", SALT.encode())], WHOLE, STANDARDS, "edition.toml")
    assert findings == []
    return [(file, data) for file, data in files.items() if file == STANDARDS[name].whole]


@pytest.mark.parametrize("to", STANDARDS)
def test_a_text_and_the_edition(to: str, accept: bool) -> None:
    made = {f"salt.{to}": record_of(salt(), to), **{f"whole.{to}": data for _, data in of_the_whole(to)}}
    assert len(made) == 1 + bool(STANDARDS[to].whole)
    for name, data in made.items():
        if accept:
            (RECORDS / name).write_bytes(data)
        assert data.decode() == (RECORDS / name).read_text("utf-8")


# --- what is owed

@pytest.mark.parametrize(("to", "need"), [(to, need) for to, one in STANDARDS.items() for need in one.needs])
def test_a_fact_that_a_record_needs_is_owed_by_name(to: str, need: str) -> None:
    """Nothing stands in for it; the finding says which key gives it."""
    without = re.sub(*LOST[need], SALT)
    assert without != SALT
    found = lacking(salt(without), to)
    assert [finding.code for finding in found] == ["fact-owed"]
    assert need in found[0].message
    assert NEEDS[need].key in found[0].message
    with pytest.raises(UserError, match=re.escape(need)):
        record_of(salt(without), to)


@pytest.mark.parametrize("to", [to for to, one in STANDARDS.items() if one.whole])
def test_the_edition_owes_facts_too(to: str) -> None:
    entries = [Entry("salt", re.sub(*LOST["letter with a certain writer and day"], SALT).encode())]
    files, findings = whole_records(entries, Shared(title="", editors=(Maker("Jo Berg"),)), [to], "edition.toml")
    assert files == {}
    assert len(findings) == len(set(STANDARDS[to].needs) - {"creator", "editor"})
    assert whole_records(entries, Shared(), [to], "edition.toml") == ({}, [])  # which is no edition


def test_who_made_the_edition_stands_for_authors_whom_nobody_knows() -> None:
    anonymous = salt(re.sub("(?s)<author ref.*</author>", '<author cert="unknown">unknown</author>', SALT))
    assert [one["name"] for one in json.loads(record_of(anonymous, "datacite"))["creators"]] == ["Berg, Jo"]
    assert b'family-names: "Berg"' in record_of(anonymous, "cff")
    assert b"dc:creator" not in record_of(anonymous, "dublin-core")


def test_what_is_not_certain_is_told_as_such_or_left_out() -> None:
    doubtful = salt(re.sub('(<title level="j"|<date when="1911-02"|<title type="main")', r'\1 cert="low"', SALT))
    record = json.loads(record_of(doubtful, "datacite"))
    assert "relatedItems" not in record
    assert record["titles"][0]["title"] == '[Salt & "Herring": 100% {true}]'
    assert "1911" not in record_of(doubtful, "mods").decode().split("<note>")[0]


@pytest.mark.parametrize(("address", "line"), [
    ("https://creativecommons.org/licenses/by-nc-sa/3.0/de/", 'license-url: "https://creativecommons.org/licenses/by-nc-sa/3.0/de/"'),
    ("https://creativecommons.org/licenses/by-sa/4.0/", 'license: "CC-BY-SA-4.0"'),
    ("https://creativecommons.org/publicdomain/zero/1.0/", 'license: "CC0-1.0"'),
    ("https://example.org/ours", 'license-url: "https://example.org/ours"')])
def test_a_licence_has_its_name_in_the_list_of_spdx(address: str, line: str) -> None:
    cff = record_of(salt(SALT.replace("https://creativecommons.org/licenses/by/4.0/", address)), "cff").decode()
    assert [one for one in cff.splitlines() if one.startswith("license")] == [line]


def test_the_orcid_of_an_editor_is_in_the_records_that_have_a_place_for_it() -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    nobody = re.sub("(?s)<author ref.*</author>", "", SALT)
    known = salt(nobody.replace("<persName><forename>Jo", f'<persName ref="{orcid}"><forename>Jo'))
    assert f'orcid: "{orcid}"'.encode() in record_of(known, "cff")
    assert f'valueURI="{orcid}"'.encode() in record_of(known, "mods")
    assert json.loads(record_of(known, "datacite"))["creators"][0]["nameIdentifiers"] == [
        {"nameIdentifier": orcid, "nameIdentifierScheme": "ORCID"}]


# --- letters

def test_letters_that_are_not_certain_are_left_out_and_told() -> None:
    assert [(one.code, one.severity, "letter s2 " in one.message) for one in left_out(salt())] == [
        ("letter-left-out", "info", True)]
    assert record_of(salt(), "cmif").count(b"<correspDesc ") == 1


def test_a_text_without_letters_owes_none() -> None:
    assert concerns(salt(), "cmif")
    prose = salt(re.sub('(?s)<div type="letter".*</div>', '<div xml:id="s1"><p>Salt.</p></div>', SALT))
    assert [to for to in STANDARDS if not concerns(prose, to)] == ["cmif"]


def test_without_the_mark_up_of_a_receiver_it_is_unknown() -> None:
    cmif = record_of(salt(SALT.replace('<persName ref="#tom">Tom</persName>', "Tom")), "cmif")
    assert b'type="sent"' in cmif
    assert re.search(rb'type="received">\s*<persName>Unknown</persName>\s*</', cmif)


def test_letters_of_a_plain_text_come_into_the_record_with_writer_day_and_receiver(tmp_path: Path) -> None:
    """The end of "Bergen" is no month, and "Dear" no part of a name."""
    text = "LETTERS TO A PILOT\n"
    for day in ("Bergen, 30 December 1910.", "Bergen, 7 February 1911."):
        text += f"\n{day}\n\nDear Tom,\n\nSalt is here, and the harbour is frozen to the quay again.\n\nYours,\nAda\n"
    for name, data in {"letters.txt": text, "letters.toml": 'title = "Letters"\n', "edition.toml": (
            'title = "T"\nlanguage = "en"\npublished = 2026-01-31\nbase_url = "https://texts.example.org"\n'
            '[publisher]\nname = "P"\n[licence]\nname = "CC BY 4.0"\nurl = "https://creativecommons.org/licenses/by/4.0/"\n'
            '[[editors]]\nid = "ed"\nrole = "editing"\nname = "E"\n'), "persons.toml": (
            '[[person]]\nid = "ada"\nname = "Ada Lund"\nvariants = ["Ada"]\n'
            '[[person]]\nid = "tom"\nname = "Thomas Hill"\nvariants = ["Tom"]\nidno = { wikidata = "Q42" }\n')}.items():
        (tmp_path / name).write_text(data, "utf-8")
    build([tmp_path], tmp_path / "out", outputs=["cmif"])
    root = etree.parse(str(tmp_path / "out" / "letters" / "letters.cmif.xml")).getroot()
    assert root.xpath("//*[@type = 'sent']//@when") == ["1910-12-30", "1911-02-07"]
    names = [one.text for one in root.iterfind(".//{*}correspAction/{*}persName")]
    assert names == ["Ada Lund", "Thomas Hill"] * 2


# --- where they are made

def test_they_are_made_and_offered_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Some words of a text that ends here.\n", "utf-8")
    (tmp_path / "letter.toml").write_text('title = "A title"\n', "utf-8")
    result = build([tmp_path / "letter.txt"], tmp_path / "out", outputs=["dublin-core", "datacite"])
    assert (tmp_path / "out" / "letter" / "letter.dc.xml").is_file()
    assert not (tmp_path / "out" / "letter" / "letter.datacite.json").exists()
    owed = [finding.message for finding in result.findings if finding.code == "fact-owed"]
    assert any("creator; state `author = " in message for message in owed)
    assert any("date of publication; state `published = " in message for message in owed)
    assert all(finding.severity != "error" for finding in result.findings)
    for page in ("index.html", "letter/index.html"):
        tree = html.document_fromstring((tmp_path / "out" / page).read_bytes())
        assert [link.text for link in tree.xpath("//a[contains(@href, '.dc.xml')]")] == ["Dublin Core"]
    build([tmp_path / "letter.txt"], tmp_path / "out")
    assert not list(tmp_path.glob("out/**/*dc.xml"))


def test_an_edition_asks_for_them_in_its_settings(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Some words of a text that ends here.\n", "utf-8")
    (tmp_path / "edition.toml").write_text(
        'title = "T"\nlanguage = "en"\npublished = 2026-01-31\noutputs = ["cff", "datacite"]\ndoi = "10.5072/t"\n'
        '[publisher]\nname = "P"\n[licence]\nname = "L"\nurl = "https://example.org/l"\n'
        '[[editors]]\nid = "ed"\nrole = "editing"\nname = "E"\nkind = "person"\n', "utf-8")
    (tmp_path / "text.toml").write_text('title = "A title"\ndoi = "10.5072/t.1"\n', "utf-8")
    build([tmp_path], tmp_path / "out")
    assert 'doi: "10.5072/t"' in (tmp_path / "out" / "CITATION.cff").read_text("utf-8")
    assert json.loads((tmp_path / "out" / "text" / "text.datacite.json").read_bytes())["doi"] == "10.5072/t.1"


def test_names_of_outputs_and_files_are_distinct() -> None:
    assert not {*OUTPUTS} & {*STANDARDS}
    files = [one.file for one in (*OUTPUTS.values(), *STANDARDS.values())]
    assert len(files) == len(set(files))
    assert render(salt(), "mods") == record_of(salt(), "mods")


def mixed(grammar: Grammar, seed: int) -> Tei:
    """The small text with parts of a header as the schema allows any."""
    root = etree.fromstring(SALT.encode(), etree.XMLParser(collect_ids=False))
    other = Generator(grammar, seed, size=40).document()
    for path in ("fileDesc/sourceDesc", "encodingDesc", "profileDesc"):
        steps = "/".join(f"{{*}}{step}" for step in f"teiHeader/{path}".split("/"))
        old, new = root.find(steps), other.find(steps)
        if new is not None:
            old.getparent().replace(old, new)
    statement = root.find("{*}teiHeader/{*}fileDesc/{*}titleStmt")
    statement.extend(one for one in other.iterfind("{*}teiHeader/{*}fileDesc/{*}titleStmt/*")
                     if etree.QName(one).localname in ("author", "editor", "respStmt"))
    return Tei(etree.tostring(root), "salt")


def test_any_header_that_the_schema_allows_has_its_records() -> None:
    grammar = Grammar(folder("schema") / "edition.rng")
    for seed in range(25):
        tei = mixed(grammar, seed)
        for to in STANDARDS:
            assert record_of(tei, to), (seed, to)


# --- readers written by others

def documents(tmp_path: Path) -> list[Path]:
    """Records of the small text, of the edition and of the seeds, as files."""
    golden = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))
    texts = [salt(), *(Tei(path.read_bytes(), path.parent.name) for path in golden)]
    made = {f"{tei.name}-{one.file.format(name='x')}": record_of(tei, to) for tei in texts
            for to, one in STANDARDS.items() if not lacking(tei, to)}
    made |= {f"whole-{file}": data for to in STANDARDS for file, data in of_the_whole(to)}
    made |= {f"{tei.name}-x.{to}": render(tei, to) for tei in texts for to in ("bibtex", "ris")}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in sorted(made)]


def test_readers_of_others_take_them(ask: Ask, tmp_path: Path) -> None:
    """The schemas of DataCite, MODS and OAI, and readers of each form; each file by those that it is for."""
    files = documents(tmp_path)
    answers = ask("records.py", *files)
    assert {name: what for name, what in answers.items() if what != "valid"} == {}
    assert len(answers) > 20


def test_a_fault_is_seen_by_the_readers_of_others(ask: Ask, tmp_path: Path) -> None:
    broken = {"a.datacite.json": record_of(salt(), "datacite").replace(b'"publicationYear": "2026"', b'"year": "2026"'),
              "CITATION.cff": record_of(salt(), "cff").replace(b"authors:", b"writers:"),
              "b.jsonld": b'{"@context": "https://schema.org", "@id": 1}', "c.ris": b"AU  - x\n",
              "d.mods.xml": record_of(salt(), "mods").replace(b'encoding="w3cdtf"', b'encoding="ours"'),
              "e.mods.xml": record_of(salt(), "mods").replace(b"<genre>prose</genre>", b"<sort>prose</sort>"),
              "g.mets.xml": record_of(salt(), "mets").replace(b"<fptr", b"<ptr").replace(b"</fptr", b"</ptr"),
              "h.mets.xml": record_of(salt(), "mets").replace(b"<genre>prose</genre>", b"<sort>prose</sort>"),
              "f.dc.xml": record_of(salt(), "dublin-core").replace(b"dc:publisher", b"dc:press")}
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
    answers = ask("records.py", *(tmp_path / name for name in broken))
    assert [name for name, what in answers.items() if what == "valid"] == []


def test_xml_records_are_well_formed_and_in_their_namespaces() -> None:
    roots = {to: etree.fromstring(record_of(salt(), to)).tag for to in ("dublin-core", "mods", "mets", "cmif")}
    assert roots == {"dublin-core": "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc",
                     "mods": "{http://www.loc.gov/mods/v3}mods",
                     "mets": "{http://www.loc.gov/METS/}mets", "cmif": "{http://www.tei-c.org/ns/1.0}TEI"}


def test_the_record_of_letters_is_as_its_documentation_wants_it() -> None:
    grammar = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "metadata" / "cmif.rng")))
    nobody = salt(SALT.replace('<persName ref="#tom">Tom</persName>', "Tom"))
    others = salt(SALT.replace('<resp>editing</resp>', "<resp>proofreading</resp>"))
    ((_, whole),) = of_the_whole("cmif")
    for record in (record_of(salt(), "cmif"), record_of(nobody, "cmif"), record_of(others, "cmif"), whole):
        grammar.assertValid(etree.fromstring(record))
    assert not grammar.validate(etree.fromstring(whole.replace(b"<editor>Jo Berg</editor>", b"")
                                                 .replace(b"<editor>Harbour Press</editor>", b"")))


def test_the_id_of_an_edition_is_its_own_and_always_the_same() -> None:
    assert id_for("https://texts.example.org/") == id_for("https://texts.example.org/")
    assert id_for("https://texts.example.org/") != id_for("https://texts.example.org/a/")


@pytest.mark.parametrize("day", ["--12-30", "-0044-12-30"])
def test_a_letter_whose_year_no_reader_of_letters_knows_is_left_out(day: str) -> None:
    letter = salt(SALT.replace('<date when="1910-12-30">30', f'<date when="{day}">30'))
    assert len(left_out(letter)) == 2
    assert "letter with a certain writer and day" in lacking(letter, "cmif")[0].message


def test_a_mets_names_files_that_are_made_and_passages_that_there_are(tmp_path: Path) -> None:
    text = "A TITLE\n\nI\n\nSome words of a text.\n\nII\n\nMore of its words.\n"
    (tmp_path / "my letter.txt").write_text(text, "utf-8")
    (tmp_path / "my letter.toml").write_text('title = "A title"\n', "utf-8")
    build([tmp_path / "my letter.txt"], tmp_path / "out", outputs=["mets"])
    place = tmp_path / "out" / "my letter"
    root = etree.parse(str(place / "my letter.mets.xml")).getroot()
    named = [unquote(one) for one in root.xpath("//*[local-name() = 'FLocat']/@*[local-name() = 'href']")]
    assert len(named) == 5
    assert [name for name in named if not (place / name).is_file()] == []
    assert root.xpath("string(//@CHECKSUM)") == hashlib.sha256((place / "my letter.xml").read_bytes()).hexdigest()
    ids = etree.parse(str(place / "my letter.xml")).xpath("//*[local-name() = 'div']/@xml:id")
    assert root.xpath("//@BEGIN") == ids == ["s1", "s1.s1", "s1.s2"]


@pytest.mark.slow
def test_the_record_of_letters_is_tei(shared: Path, tmp_path: Path) -> None:
    schema = etree.parse(str(shared / "acceptance" / "schemas" / "tei" / "tei_all.rng"))
    etree.RelaxNG(schema).assertValid(etree.fromstring(record_of(salt(), "cmif")))
