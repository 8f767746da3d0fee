"""The teiHeader: every fact with its source, every unknown said, and nothing that did not happen."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Objections
from lxml import etree

from edition.header.header import header, header_findings, text_language
from edition.header.known import DecidedOn, DocumentFacts, Fired, Found, Made, Reason, Recognised, Rendition, Tally
from edition.header.xml import escape
from edition.persons import Person
from edition.records import replace
from edition.resources import folder
from edition.settings.facts import (
    Author,
    Change,
    Edition,
    Fact,
    PrintSource,
    RegisteredPerson,
    Responsibility,
    Settings,
)
from edition.settings.metadata import load_edition, load_source

GOLDEN = Path(__file__).parent / "metadata"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

EDITION = Edition(
    title="Small texts", publisher="P & Co.",
    editors=(Responsibility("ed", "editing", "The Edition", "organisation"),
             Responsibility("jb", "editing", "Jo Berg", "person", "", "Berg", "Jo", "0000-0002-1825-0097")),
    licence="CC BY 4.0", licence_url="https://creativecommons.org/licenses/by/4.0/", language="en", prefix="edn",
    rights="not determined", version="1.2.0", published="2026-11-22", base_url="https://example.org/texts",
    project="Small texts, edited to be tested.", file="edition.toml")
SETTINGS = Settings(
    name="letter", file="letter.toml", id="edn000007", language="en", genre="non-fiction", keywords=("letter", "Q<A"),
    rights="not determined", checked="medium",
    authors=(Author(Fact("Anna Louise Strong", "internal: she says so", "high", "supplied", line=4), "als", "person",
                    "Strong", "Anna Louise"),),
    source=PrintSource(periodical=Fact("The Paper", source="file", at=9, cert="high"),
                       date=Fact("1934-10", "external: the library's catalogue", "medium", "supplied")),
    responsibilities=(Responsibility("annotator", "notes", "anonymous annotator", note="Of our time."),),
    persons=(RegisteredPerson("krotov", "Ivan Krotov", ("Krotoff",), idnos=(("wikidata", "Q1"),), note="Secretary."),),
    changes=(Change("2026-11-20", "ed", "First."), Change("2026-11-22", "ed", "Second.")))
FACTS = DocumentFacts(
    titles=(Found('A "small" <title> & more', 1), Found("The second piece", 30)),
    subtitles=(Found("Kicker", 2),), authors=(Found("ANNA LOUISE STRONG", 3),))
MADE = Made(
    tool_version="0.1.0", source_file="letter.txt", source_sha256="ab" * 32, source_encoding="utf-8",
    renditions=(Rendition("r1", "[Footnote {n}: ", "]"), Rendition("r2", after="**"), Rendition("r3", "\\00000C")),
    rules=(Fired("italics", "One asterisk around a phrase is emphasis", 3),),
    conventions=(Recognised("markdown-phrases", 0.984, "12 pairs of asterisks"),),
    tallies=(Tally("corr", "conv", "high", "ocr", 8), Tally("corr", "conv", "medium", "ocr", 1),
             Tally("corr", "ed", "high", "print", 2), Tally("gap", "conv"), Tally("surplus", "conv", count=2),
             Tally("reg", "conv", "high", count=3)),
    words=700, pages=9, notes=7, turns=1, speeches=46, soft_hyphens=1, hard_hyphens=6,
    persons=(Person("krotov", "Krotov", ("secretary Krotov",)), Person("crowd", "the crowd", group=True)),
    paths=tuple(tuple((name, "") for name in path.split("/")) for path in (
        "body/div", "body/div/p", "body/div/div", "body/div/div/p", "body/div/sp", "body/div/sp/p", "body/p")))
BARE = Settings.bare("letter")
NOTHING = DocumentFacts()


def parsed(settings: Settings = SETTINGS, edition: Edition | None = EDITION, facts: DocumentFacts = FACTS,
           made: Made = MADE) -> etree._Element:
    """The header as a tree."""
    return etree.fromstring(document(settings, edition, facts, made)).find("t:teiHeader", NS)


def document(settings: Settings, edition: Edition | None, facts: DocumentFacts, made: Made) -> bytes:
    """The least TEI document that holds the header."""
    language = text_language(settings, facts)
    return (f'<TEI xmlns="{NS["t"]}" xml:id="{settings.document_id}" xml:lang="{language}">\n'
            f"{header(settings, edition, facts, made)}\n"
            f'<text xml:lang="{language}"><body xml:id="b"><p xml:id="p1">Text.</p></body></text></TEI>').encode()


def words(tree: etree._Element, path: str) -> list[str]:
    return ["".join(found.itertext()) if isinstance(found, etree._Element) else str(found)
            for found in tree.xpath(path, namespaces=NS)]


def codes(settings: Settings, edition: Edition | None, facts: DocumentFacts) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity) for finding in header_findings(settings, edition, facts)]


def lost_pointers(tree: etree._Element) -> list[str]:
    """Pointers into the header that find nothing there."""
    ids = {element.get(XML_ID) for element in tree.iter() if element.get(XML_ID)}
    pointers = [part for name in ("resp", "who", "ref", "corresp") for value in tree.xpath(f"//@{name}")
                for part in value.split() if part.startswith("#")]
    return [pointer for pointer in pointers if pointer[1:] not in ids]


# --- as a whole

@pytest.mark.parametrize(("name", "settings", "edition", "facts", "made"), [
    ("header.xml", SETTINGS, EDITION, FACTS, MADE),
    ("header-bare.xml", BARE, None, NOTHING, Made(tool_version="0.1.0")),
])
def test_golden(name: str, settings: Settings, edition: Edition | None, facts: DocumentFacts, made: Made,
                accept: bool) -> None:
    is_now = header(settings, edition, facts, made) + "\n"
    if accept:
        (GOLDEN / name).write_text(is_now, encoding="utf-8")
    assert is_now == (GOLDEN / name).read_text(encoding="utf-8")


def variants(seeds: list[Path]) -> list[tuple[Settings, Edition | None, DocumentFacts, Made]]:
    """Headers of many kinds: the small one, the bare one, the seeds', with and without an edition."""
    edition = load_edition(seeds[0].parent)
    seed = [(load_source(path, edition), edition, NOTHING, MADE) for path in seeds]
    alone = [(load_source(path), None, NOTHING, MADE) for path in seeds]
    gg = replace(MADE, persons=(Person("gg", "G. G."),))
    return [(SETTINGS, EDITION, FACTS, MADE), (BARE, None, NOTHING, Made("0.1.0")), (BARE, None, FACTS, MADE),
            (seed[0][0], edition, NOTHING, gg), *seed, *alone]


def test_valid_by_our_schema(seeds: list[Path]) -> None:
    schema = folder("schema") / "edition.rng"
    relaxng = etree.RelaxNG(etree.parse(str(schema)))
    parser = etree.XMLParser(collect_ids=False)
    for one in variants(seeds):
        relaxng.assertValid(etree.fromstring(document(*one), parser))
    broken = document(*variants(seeds)[0]).replace(b"<availability ", b"<availabilty ").replace(
        b"</availability>", b"</availabilty>")
    assert not relaxng.validate(etree.fromstring(broken, parser))


def test_valid_tei(seeds: list[Path], shared: Path, jing: Objections, tmp_path: Path) -> None:
    sound = document(*variants(seeds)[0])
    for number, one in enumerate(variants(seeds)):
        (tmp_path / f"{number}.xml").write_bytes(document(*one))
    (tmp_path / "broken.xml").write_bytes(sound.replace(b"<titleStmt>", b"<titleStmt><p/>"))
    (tmp_path / "twice.xml").write_bytes(sound.replace(b'xml:id="p1"', b'xml:id="b"'))
    found = jing(shared / "acceptance/schemas/tei/tei_all.rng", sorted(tmp_path.glob("*.xml")), ids=True)
    assert set(found) == {"broken", "twice"}, found


def test_every_pointer_of_the_header_finds_its_end(seeds: list[Path]) -> None:
    for one in variants(seeds):
        assert lost_pointers(parsed(*one)) == []
    tree = parsed()
    tree.find(".//t:respStmt[2]", NS).attrib.pop(XML_ID)
    assert "#ed" in lost_pointers(tree)


def test_every_id_stands_once(seeds: list[Path]) -> None:
    for one in variants(seeds):
        ids = [element.get(XML_ID) for element in parsed(*one).iter() if element.get(XML_ID)]
        assert len(ids) == len(set(ids))


# --- facts

def test_a_supplied_fact_says_who_how_sure_and_why() -> None:
    facts = replace(FACTS, authors=())
    author = parsed(facts=facts).find(".//t:titleStmt/t:author", NS)
    assert (author.get("resp"), author.get("cert")) == ("#ed", "high")
    assert words(parsed(facts=facts), "//t:bibl/t:note[@type='evidence'][@cert='high'][@resp]") == [
        "author (internal evidence): she says so"]


def test_a_fact_that_the_text_confirms_is_the_texts() -> None:
    author = parsed().find(".//t:titleStmt/t:author", NS)
    assert (author.get("resp"), author.get("cert")) == (None, None)
    assert "author: in the text, line 3" in words(parsed(), "//t:note[@type='evidence']")
    assert codes(SETTINGS, EDITION, FACTS) == []


def test_a_fact_told_against_the_text_wins_and_is_reported() -> None:
    told = replace(SETTINGS, title=Fact("Another title", "external: the print", "high", "supplied", line=2))
    assert words(parsed(told), "//t:titleStmt/t:title[@type='main']") == ["Another title"]
    found = header_findings(told, EDITION, FACTS)
    assert [(f.code, f.severity, f.file, f.line) for f in found] == [("fact-overridden", "info", "letter.toml", 2)]
    assert 'A "small" <title> & more' in found[0].message


def test_an_author_whom_only_the_text_names_is_reported_when_others_are_told() -> None:
    facts = replace(FACTS, authors=(*FACTS.authors, Found("N. N.", 40)))
    assert codes(SETTINGS, EDITION, facts) == [("fact-overridden", "info")]
    assert len(words(parsed(facts=facts), "//t:titleStmt/t:author")) == 1


def test_authors_of_the_text_stand_once_in_their_order() -> None:
    facts = DocumentFacts(authors=(Found("A. A."), Found("B. B."), Found("a a")))
    assert words(parsed(BARE, None, facts), "//t:titleStmt/t:author") == ["A. A.", "B. B."]


def test_a_fact_without_evidence_is_reported() -> None:
    told = replace(SETTINGS, title=Fact("T", source="supplied", line=3),
                   source=replace(SETTINGS.source, place=Fact("London", source="supplied", line=8)))
    assert codes(told, EDITION, replace(FACTS, titles=())) == [("fact-without-evidence", "warning")] * 2


def test_what_nobody_said_is_unknown_and_a_warning() -> None:
    tree = parsed(BARE, None, NOTHING)
    for path in ("titleStmt/t:title", "titleStmt/t:author", "publicationStmt/t:publisher", "publicationStmt/t:date",
                 "bibl/t:date", "creation/t:date"):
        assert words(tree, f"//t:{path}[@cert='unknown']") == ["unknown"], path
    assert tree.find(".//t:availability", NS).get("status") == "unknown"
    assert words(tree, "//t:language/@ident") == ["und"]
    assert codes(BARE, None, NOTHING) == [(f"{fact}-unknown", "warning")
                                          for fact in ("title", "author", "date", "language", "edition")]


def test_an_edition_without_a_date_of_publication_is_warned() -> None:
    assert codes(SETTINGS, replace(EDITION, published=""), FACTS) == [("published-unknown", "warning")]


def test_a_text_is_not_younger_than_its_publication() -> None:
    date = parsed().find(".//t:creation/t:date", NS)
    assert (date.get("notAfter"), date.get("when"), date.text) == ("1934-10", None, "1934-10")
    dated = parsed(facts=replace(FACTS, dates=(Found("spring"), Found("May 1", 5, "1933-05-01"))))
    assert dated.find(".//t:creation/t:date", NS).get("when") == "1933-05-01"


def test_the_language_is_told_for_the_text_else_found_in_it_else_the_editions() -> None:
    german = DocumentFacts(language="de")
    assert text_language(replace(SETTINGS, language="fr", language_stated=True), german) == "fr"
    assert text_language(SETTINGS, german) == "de"
    assert text_language(SETTINGS, NOTHING) == "en"
    assert text_language(BARE, NOTHING) == "und"


def test_the_editors_names_of_a_person_come_first_and_its_forms_follow() -> None:
    assert words(parsed(), "//t:person/t:persName") == ["Ivan Krotov", "Krotov", "secretary Krotov", "Krotoff"]
    assert words(parsed(), "//t:person/t:persName/@type") == ["variant"] * 3
    assert words(parsed(), "//t:personGrp/t:persName") == ["the crowd"]


def test_an_author_who_is_also_spoken_of_points_to_the_person() -> None:
    both = replace(MADE, persons=(*MADE.persons, Person("als", "Strong")))
    assert parsed().find(".//t:titleStmt/t:author", NS).get(XML_ID) == "als"
    author = parsed(made=both).find(".//t:titleStmt/t:author", NS)
    assert (author.get(XML_ID), author.get("ref")) == (None, "#als")


def test_changes_stand_latest_first() -> None:
    assert words(parsed(), "//t:change") == ["Second.", "First."]


def test_the_days_of_decisions_are_changes_that_point_to_what_was_decided() -> None:
    made = replace(MADE, decided=(DecidedOn("2026-11-21", "ed", ("p1.c1", "p2.c1")),
                                  DecidedOn("2026-11-22", "annotator", ("p3.c1",))))
    changes = parsed(made=made).findall(".//t:change", NS)
    assert [(one.get("when"), one.get("who"), one.get("target")) for one in changes] == [
        ("2026-11-22", "#ed", None), ("2026-11-22", "#annotator", "#p3.c1"), ("2026-11-21", "#ed", "#p1.c1 #p2.c1"),
        ("2026-11-20", "#ed", None)]
    assert changes[1].text == "1 decision about the text; the reasons are told under editorialDecl."
    assert changes[2].text == "2 decisions about the text; the reasons are told under editorialDecl."


def test_an_address_only_where_there_is_a_base() -> None:
    assert words(parsed(), "//t:publicationStmt/t:idno") == ["https://example.org/texts/letter/"]
    assert words(parsed(edition=replace(EDITION, base_url="")), "//t:publicationStmt/t:idno") == []


# --- what was done

def correction(made: Made) -> str:
    return " ".join(words(parsed(made=made), "//t:correction/t:p"))


def test_the_prose_counts_what_happened() -> None:
    told = correction(MADE)
    assert ("11 errors are corrected by rules of the program (9; certainty: 8 high, 1 medium) and by The Edition "
            "(2; certainty high). By kind: 9 misreadings in the digital copy, 2 misprints. Left as they "
            "are: 1 place where text is lost, by rules of the program; 2 superfluous passages, by rules") in told
    assert correction(replace(MADE, tallies=())) == "No error has been corrected."
    one = replace(MADE, tallies=(Tally("corr", "ed", "low", "ocr"),))
    assert "1 error is corrected by The Edition (certainty low). By kind: 1 misreading in the" in correction(one)
    kinds = Tally("corr", "conv", type="apostrophe"), Tally("corr", "conv", type="dash", count=3)
    assert "By kind: 3 dashes, 1 apostrophe." in correction(replace(MADE, tallies=kinds))


def test_what_was_decided_to_stay_is_told_with_who_decided() -> None:
    tallies = (Tally("rejected", "ed", count=2), Tally("rejected", "annotator"), Tally("unsure", "ed"),
               Tally("keep", "annotator"))
    told = correction(replace(MADE, tallies=tallies))
    assert ("Left as they are: 3 proposals rejected, by anonymous annotator (1) and by The Edition (2); 1 reading "
            "confirmed, by anonymous annotator; 1 proposal undecided, by The Edition.") in told
    assert "proposal" not in correction(MADE)


def test_the_evidence_is_told_where_it_is_known() -> None:
    tallies = (Tally("corr", "ed", "high", "ocr", 2, "internal"), Tally("corr", "ed", "low", "ocr", 1, "conjecture"),
               Tally("corr", "conv", "high", "dash", 3, "internal"))
    assert "Evidence: the text itself (5), conjecture (1)." in correction(replace(MADE, tallies=tallies))
    assert "Evidence" not in correction(MADE)


def test_the_reason_of_each_decision_points_to_what_was_decided() -> None:
    reasons = Reason("p1.c1", "no such word"), Reason("p2.c1", "line 5"), Reason("p3.c1", "line 5")
    items = parsed(made=replace(MADE, reasons=reasons)).findall(".//t:correction//t:item", NS)
    assert [(item.get("corresp"), item.text) for item in items] == [
        ("#p1.c1", "no such word"), ("#p2.c1 #p3.c1", "line 5")]
    assert words(parsed(), "//t:correction//t:list") == []


def test_a_line_above_the_title_is_a_kicker_and_no_subtitle() -> None:
    tree = parsed(facts=replace(FACTS, subtitles=(), kickers=(Found("Toward Mass Work", 2),)))
    assert words(tree, "//t:titleStmt/t:title[@type='kicker']") == ["Toward Mass Work"]
    assert words(tree, "//t:titleStmt/t:title[@type='sub']") == []
    assert "kicker: in the text, line 2" in words(tree, "//t:note[@type='evidence']")


def test_direct_and_reported_speech_are_counted_apart() -> None:
    told = words(parsed(made=replace(MADE, speeches=46, reported=1)), "//t:interpretation/t:p")[0]
    assert told == "The text has 1 turn under a speaker's name, 46 passages of direct speech, 1 passage of reported " \
        "speech and 7 notes."


def test_hyphens_are_counted_and_the_attribute_agrees() -> None:
    hyphens = parsed().find(".//t:hyphenation", NS)
    assert hyphens.get("eol") == "hard"
    told = {(1, 6): "Of 7 hyphens at line ends, 1 only divided a word, which is whole again, and 6 belong to their "
                    "words and are kept.", (0, 6): "All 6 hyphens at line ends belong to their words and are kept.",
            (0, 1): "The one hyphen at a line end belongs to its word and is kept.",
            (2, 0): "Both hyphens at line ends only divided words, which are whole again."}
    for (soft, hard), expected in told.items():
        made = replace(MADE, soft_hyphens=soft, hard_hyphens=hard)
        assert words(parsed(made=made), "//t:hyphenation/t:p")[0] == expected
    none = parsed(made=replace(MADE, soft_hyphens=0, hard_hyphens=0)).find(".//t:hyphenation", NS)
    assert none.get("eol") == "none"


def test_rules_and_conventions_are_listed() -> None:
    assert words(parsed(), "//t:interpretation//t:item") == [
        "markdown-phrases: 12 pairs of asterisks (0.98)", "italics (3 times): one asterisk around a phrase is emphasis"]


def test_skins_have_one_id_and_at_most_two_parts() -> None:
    parts = [(part.get(XML_ID), part.get("corresp"), part.get("scope"), part.text)
             for part in parsed().iterfind(".//t:rendition", NS)]
    assert parts == [("r1", None, "before", "[Footnote {n}: "), (None, "#r1", "after", "]"),
                     ("r2", None, "after", "**"), ("r3", None, "before", "\\00000C")]


def test_a_character_that_xml_cannot_hold_is_named_in_a_reason() -> None:
    assert escape("beside \x00 & <b>") == "beside [U+0000] &amp; &lt;b&gt;"
