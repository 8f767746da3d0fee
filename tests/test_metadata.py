"""Settings: what is read from the three kinds of TOML file, and what a person is told who gets one wrong."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from edition.findings import UserError
from edition.settings.facts import UNKNOWN, Author, Fact, Responsibility, Settings
from edition.settings.metadata import load_edition, load_source
from edition.settings.registers import load_registers
from edition.settings.toml_file import TomlFile

FAULTS = Path(__file__).parent / "metadata" / "faults.md"
_CASE = re.compile(r"^``` (\S+)\n(.*?)^\.\n(.*?)^```$", re.M | re.S)
_CONVENTIONS = ("footnotes", "markdown-phrases")
_EDITION = """\
title = "T"
prefix = "edn"
language = "en"
rights = "not determined"
publisher = { name = "P" }
licence = { name = "CC BY 4.0", url = "https://creativecommons.org/licenses/by/4.0/" }
editors = [{ id = "ed", role = "editing", name = "N", kind = "organisation" }]
"""
_PERSONS = '[[person]]\nid = "trotsky"\nname = "Leon Trotsky"\nvariants = ["L. D."]\nidno = { wikidata = "Q1" }\n'

# The sources as they came; whoever changes one changes the sum here and in its settings, and says why.
SUMS = {
    "becoming-a-party-of-the-workers.txt": "a78eca420ba22b5a6a1a88bb8759742408ea88bb59e02a164c84a256b24acaaf",
    "behind-the-scenes-in-the-russian-party.txt": "ec04a8e255b30b8f736975c8b724b4e5dbc8b4b4b2a12ab2ac71736ce307f46d",
    "essay-on-soviet-government.txt": "a65b7169bf02f95b3e41da9e5e0bfa99d8a19e95436845ab0c84f4fd5022a8e9",
}


def folder(tmp_path: Path, **files: str) -> Path:
    """A folder in order, with some files (`text_toml` for text.toml) as given."""
    inside = {"edition.toml": _EDITION, "persons.toml": _PERSONS, "text.txt": "One.\nTwo.\nThree.",
              "places.toml": "", "works.toml": ""}
    inside |= {name.replace("_", "."): text for name, text in files.items()}
    for name, text in inside.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def settings(tmp_path: Path, text_toml: str) -> Settings:
    place = folder(tmp_path, text_toml=text_toml)
    return load_source(place / "text.txt", load_edition(place), _CONVENTIONS)


# --- the seeds

def test_sources_are_byte_for_byte_what_came(seeds: list[Path]) -> None:
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in seeds} == SUMS


def test_every_seed_holds_its_sum_and_an_id_of_its_own(seeds: list[Path]) -> None:
    edition = load_edition(seeds[0].parent)
    read = [load_source(path, edition) for path in seeds]
    assert [one.sha256 for one in read] == [SUMS[path.name] for path in seeds]
    assert len({one.document_id for one in read}) == len(read)
    assert all(re.fullmatch("edn[0-9]{6}", one.document_id) for one in read)


def test_seeds_are_recognised_not_told(seeds: list[Path]) -> None:
    assert not any(load_source(path).conventions for path in seeds)


def test_every_supplied_fact_of_the_seeds_says_how_it_is_known(seeds: list[Path]) -> None:
    facts = [fact for path in seeds for fact in load_source(path).facts()]
    supplied = [fact for fact in facts if fact.source == "supplied"]
    assert len(supplied) > 5
    assert all(fact.evidence_kind and fact.cert for fact in supplied)
    assert all(fact.at for fact in facts if fact.source == "file")


# --- what is read

def test_a_fact_is_plain_or_with_evidence_or_from_a_line(tmp_path: Path) -> None:
    read = settings(tmp_path, """\
title = "Plain"
author = { value = "N. N.", evidence = "internal: signed", cert = "high", ref = ["https://viaf.org/viaf/1"] }
date = { value = 1934-10-05, line = 2 }
""")
    assert read.title == Fact("Plain", source="supplied", line=1)
    assert read.authors == (Author(Fact("N. N.", "internal: signed", "high", "supplied",
                                        refs=("https://viaf.org/viaf/1",), line=2)),)
    assert read.date == Fact("1934-10-05", source="file", at=2, line=3)
    assert read.authors[0].name.evidence_kind == "internal"
    assert read.source.periodical is UNKNOWN


def test_authors_are_one_or_several_in_short_or_long_form(tmp_path: Path) -> None:
    assert [a.name.value for a in settings(tmp_path, 'author = ["A", "B"]').authors] == ["A", "B"]
    assert [a.name.value for a in settings(tmp_path, 'author = "A"').authors] == ["A"]
    long = settings(tmp_path, '[[author]]\nvalue = "The Paper"\nline = 1\nkind = "organisation"')
    assert (long.authors[0].kind, long.authors[0].name.line) == ("organisation", 1)


def test_what_the_text_does_not_state_comes_from_the_edition(tmp_path: Path) -> None:
    read = settings(tmp_path, 'title = "T"')
    assert (read.language, read.language_stated, read.rights, read.prefix) == ("en", False, "not determined", "edn")
    assert settings(tmp_path, 'language = "de"').language == "de"
    assert read.person("trotsky")
    assert not read.person("lenin")
    assert read.responsible(None) == ()


def test_who_annotated_and_who_commented(tmp_path: Path) -> None:
    read = settings(tmp_path, """\
notes_by = "annotator"
comments_by = "trotsky"
responsibilities = [{id="annotator", role="annotation of the digital copy", name="anonymous annotator"}]
""")
    assert (read.notes_by, read.comments_by) == ("annotator", "trotsky")
    assert read.responsible(None) == (
        Responsibility("annotator", "annotation of the digital copy", "anonymous annotator"),)


def test_conventions_are_switched_by_name(tmp_path: Path) -> None:
    read = settings(tmp_path, "conventions = { footnotes = false, markdown-phrases = true }")
    assert read.conventions == {"footnotes": False, "markdown-phrases": True}


def test_a_text_without_settings_is_unknown_in_everything(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("One.")
    bare = load_source(tmp_path / "text.txt")
    assert bare == Settings.bare("text")
    assert (bare.language, bare.title.known, bare.authors, bare.facts()) == ("und", False, (), ())


def test_a_document_without_an_id_gets_one_that_outlives_the_text() -> None:
    made = Settings.bare("some-text").document_id
    assert made == Settings.bare("some-text").document_id != Settings.bare("other-text").document_id
    assert re.fullmatch("[a-z]+[0-9]{6}", made)


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "text.toml").write_bytes(b'\xef\xbb\xbftitle = "T"\r\nlanguage = "de"\r\n')
    assert load_source(place / "text.txt", load_edition(place)).language == "de"


def test_evidence_of_a_source_is_that_of_its_facts_which_have_none(tmp_path: Path) -> None:
    read = settings(tmp_path, """\
[source]
evidence = "external: a catalogue"
cert = "medium"
by = "ed"
title = "The Pilot"
date = { value = "1899", cert = "low", evidence = "conjecture: the paper" }
""")
    told = dict(read.source.facts())
    assert (told["title"].evidence, told["title"].cert, told["title"].by) == ("external: a catalogue", "medium", "ed")
    assert (told["date"].evidence, told["date"].cert, told["date"].by) == ("conjecture: the paper", "low", "")


# --- what a person is told

def cases() -> list[tuple[str, str, str]]:
    return [(name, text, told.strip()) for name, text, told in _CASE.findall(FAULTS.read_text(encoding="utf-8"))]


def told(tmp_path: Path, name: str, text: str) -> str:
    """The message about a folder in which `name` has this text; "" if there is none. Paths are cut to names."""
    place = folder(tmp_path, **{name.replace(".", "_"): text})
    try:
        load_source(place / "text.txt", load_edition(place), _CONVENTIONS)
    except UserError as error:
        return str(error).replace(f"{place}/", "").replace(f"{place}\\", "")
    return ""


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=range(1, len(cases()) + 1))
def test_one_fault(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert told(tmp_path, name, text) == expected


def test_accept_faults(accept: bool, tmp_path: Path) -> None:
    if not accept:
        pytest.skip("only with --accept")
    page = FAULTS.read_text(encoding="utf-8")
    FAULTS.write_text(_CASE.sub(lambda m: f"``` {m[1]}\n{m[2]}.\n{told(tmp_path, m[1], m[2])}\n```", page),
                      encoding="utf-8")


def test_every_fault_names_its_file_and_a_line() -> None:
    assert len(cases()) > 30
    for name, _, expected in cases():
        # What is missing altogether has no line.
        assert re.match(rf"{re.escape(name)}:\d+", expected) or "the key `licence` is missing" in expected, expected


def test_a_folder_without_an_edition(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"there is no edition\.toml") as error:
        load_edition(tmp_path)
    assert error.value.finding.code == "edition-missing"


def test_settings_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "persons.toml").write_bytes(b'# ok\n[[person]]\nid = "a"\nname = "Andr\xe9"\n')
    with pytest.raises(UserError, match=r"persons\.toml:4: error: the byte 0xE9 at offset 37 is not UTF-8"):
        load_registers(tmp_path)


@pytest.mark.parametrize(("path", "line"), [
    (("title",), 2), (("author", 0), 4), (("author", 0, "evidence"), 4), (("author", 1, "cert"), 6), (("source",), 8),
    (("source", "date", "value"), 9), (("source", "a", "b"), 10), (("change",), 12), (("change", 1), 15),
    (("change", 1, "who"), 16), (("far", "x", "y"), 18), (("far", "x"), 17), (("far",), 17), (("source", "none"), 8),
    (("none",), 0)])
def test_every_key_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    text = '''# a comment
title = "x"
author = [
  { value = "A", evidence = """e
   f""" },
  { value = "B", cert = "high" }]

[source]
date = { value = "1934" }
a.b = 1

[[change]]
when = 2026-11-22

[[change]]
who = "ed"
[far.x]
y = 1
'''
    assert TomlFile("x.toml", text.encode()).line(*path) == line
