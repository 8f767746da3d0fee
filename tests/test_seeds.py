"""The three real sources: what an editor finds in them, found without any settings, and the proof under attack."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition.making.conversion import convert
from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.settings.metadata import load_edition
from edition.source import read_source
from edition.writing import tei as tei_file

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ESSAY, ARTICLE, LETTER = ("essay-on-soviet-government", "becoming-a-party-of-the-workers",
                          "behind-the-scenes-in-the-russian-party")
NS = {"t": "http://www.tei-c.org/ns/1.0"}


@cache
def bare(name: str) -> etree._Element:
    """The TEI of a source with nothing told about it."""
    source = read_source(SEEDS / f"{name}.txt")
    return etree.fromstring(tei_file.write(parse(source), Settings.bare(name)).encode("utf-8"))


def texts(name: str, path: str) -> list[str]:
    return [" ".join("".join(found.itertext()).split()) for found in bare(name).xpath(path, namespaces=NS)]


def count(name: str, path: str) -> int:
    return len(bare(name).xpath(path, namespaces=NS))


def test_the_essay_has_48_paragraphs_in_five_sections() -> None:
    sections = bare(ESSAY).xpath("//t:body/t:div", namespaces=NS)
    assert [section.get("n") for section in sections] == ["I", "II", "III", "IV", "V"]
    assert [len(section.findall("t:p", NS)) for section in sections] == [8, 9, 12, 5, 14]
    assert texts(ESSAY, "//t:head") == ["II", "III", "IV", "V"]


def test_the_essay_has_nine_page_breaks_eight_of_them_inside_paragraphs() -> None:
    assert count(ESSAY, "//t:text//t:pb") == 9
    assert count(ESSAY, "//t:p//t:pb") == 8
    assert texts(ESSAY, "//t:fw") == ["http://www.unz.org/Pub/AmMercury-1934oct-00169"]


def test_the_essay_s_notes_stand_at_their_calls_and_the_first_has_none() -> None:
    calls = {}
    for note in bare(ESSAY).xpath("//t:text//t:note[@place='bottom']", namespaces=NS):
        before = note.xpath("preceding::text()[not(ancestor::t:note)][normalize-space()][1]", namespaces=NS)[0]
        calls[note.get("n")] = before.split()[-1]
    assert calls == {"1": "implications.", "2": "production)", "3": "farm-hands", "4": "articles", "5": "Communists",
                     "6": "clean", "7": "Chelushkin"}
    assert count(ESSAY, "//t:p//t:note[@place='bottom']") == 6


def test_the_essay_keeps_its_six_hard_hyphens() -> None:
    body = etree.tostring(bare(ESSAY), encoding="unicode")
    kept = re.findall(r"(\w+)-<lb break=\"no\"/>(\w+)", body)
    assert [f"{left}-{right}" for left, right in sorted(kept)] == [
        "farm-hands", "pro-Soviet", "self-expression", "snow-burned", "throne-room", "would-be"]


def test_the_article_has_kicker_headline_byline_crosshead_and_a_box() -> None:
    kicker = "Toward Revolutionary Mass Work (DISCUSSION OF THE 14TH PLENUM)"
    assert texts(ARTICLE, "//t:head[@type='kicker']") == [kicker]
    assert texts(ARTICLE, "//t:head[@type='main']") == ["Becoming a Party OF the Workers"]
    assert texts(ARTICLE, "//t:byline/t:docAuthor") == ["I. AMTER"]
    assert texts(ARTICLE, "//t:div[@type='section']/t:head") == ["Some Experiences."]
    assert count(ARTICLE, "//t:text//t:p") == 11
    assert count(ARTICLE, "//t:div[@type='box']/t:cit[t:quote/t:p and t:bibl]") == 1


def test_the_article_s_two_paragraphs_cut_by_a_column_are_joined() -> None:
    joined = bare(ARTICLE).xpath("//t:p//t:cb", namespaces=NS)
    assert [(cb.tail or "").split()[0] for cb in joined] == ["or", "believe"]


def test_the_letter_is_two_articles_with_a_notice_between_them() -> None:
    assert [div.get("type") for div in bare(LETTER).xpath("//t:body/t:div", namespaces=NS)] == [
        "article", "notice", "article"]
    assert count(LETTER, "//t:body/t:div[1]/t:div[@type='section']/t:head") == 7
    assert count(LETTER, "//t:text//t:p") == 32
    assert texts(LETTER, "//t:salute") == ["Dear Comrades:"]
    assert texts(LETTER, "//t:closer/t:dateline") == ["Moscow, March 20, 1929."]
    assert texts(LETTER, "//t:closer/t:signed") == ["— G. G."]


def test_the_letter_has_four_labelled_turns() -> None:
    assert texts(LETTER, "//t:sp/t:speaker") == ["Kamenev:", "Bucharin:", "Kamenev:", "Ordjonikidze:"]
    assert count(LETTER, "//t:p//t:cb") == 2


@pytest.mark.parametrize("name", [ESSAY, ARTICLE, LETTER])
def test_nothing_of_a_source_is_unrecognised(name: str) -> None:
    assert count(name, "//t:ab[@type='unrecognised'] | //t:fw[@type='unrecognised']") == 0


@cache
def told(name: str) -> etree._Element:
    """The TEI of a source with all that the edition tells about it."""
    edition = load_edition(SEEDS)
    converted = convert(SEEDS / f"{name}.txt", edition)
    return etree.fromstring(converted.tei)


def shape(root: etree._Element) -> dict[str, list[str]]:
    """What recognition alone decides: divisions, blocks, notes, speeches and formal corrections, in order."""
    def all_of(path: str) -> list[str]:
        return [" ".join("".join(found.itertext()).split()) for found in root.xpath(path, namespaces=NS)]

    return {
        "divisions": [f"{d.get('type')} {d.get('n')}" for d in root.xpath("//t:body//t:div", namespaces=NS)],
        "heads": all_of("//t:text//t:head[not(t:supplied)]"),
        "notes": [note.get("n") for note in root.xpath("//t:text//t:note[@place='bottom']", namespaces=NS)],
        "turns": all_of("//t:sp/t:speaker"),
        "opened": [words[:25] for words in all_of("//t:said")],
        "corrected": all_of("//t:text//t:corr[@resp='#conv'] | //t:text//t:reg[@resp='#conv']"),
        "surplus": all_of("//t:surplus"),
    }


@pytest.mark.parametrize("name", [ESSAY, ARTICLE, LETTER])
def test_the_settings_supply_facts_and_decisions_and_change_nothing_else(name: str) -> None:
    with_settings, without = shape(told(name)), shape(bare(name))
    if name == ESSAY:  # the note of the lost title stands at the title that the editor supplies
        assert sorted(with_settings.pop("notes")) == sorted(without.pop("notes"))
    assert with_settings == without


def test_no_rule_names_a_source_or_a_person_of_one() -> None:
    persons = re.findall(r'(?:name|variants) = \[?"([^"]+)"', (SEEDS / "persons.toml").read_text("utf-8"))
    names = {word for person in persons for word in person.split() if word[0].isupper() and len(word) > 4} - {
        "Communists", "Japanese", "Party", "Right", "Rights", "Communist", "Members"}
    for path in sorted((SEEDS.parent / "edition").rglob("*.py")):
        lines = path.read_text("utf-8").split("\n")
        code = "\n".join(line for line in lines if "re.compile" in line or "frozenset" in line)
        assert [name for name in sorted(names) if re.search(rf"\b{name}\b", code)] == [], path
