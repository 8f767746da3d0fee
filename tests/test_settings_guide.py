"""SETTINGS.md: each of its examples is read as it stands, and it names every key there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.exporting.profiles import PROFILES
from edition.findings import UserError
from edition.making.conversion import CONVENTIONS
from edition.settings.examples import OF_EDITIONS, OF_TEXTS
from edition.settings.metadata import load_edition, load_source
from edition.settings.toml_file import TomlFile

GUIDE = (Path(__file__).parents[1] / "SETTINGS.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n# (\S+)\n(.*?)^```$", GUIDE, re.M | re.S)
EDITION = next(text for name, text in EXAMPLES if name == "edition.toml")


def folder(place: Path, name: str, text: str) -> Path:
    """An edition in which one file is an example; a text of three lines lies beside it."""
    for file, given in {"edition.toml": EDITION, **{name: text}}.items():
        (place / file).write_text(given, "utf-8")
    source = place / (name if name not in ("edition.toml", "persons.toml") else "text.toml")
    source.with_suffix(".txt").write_text("One.\nTwo.\nThree.\n", "utf-8")
    return source.with_suffix(".txt")


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_is_read(tmp_path: Path, name: str, text: str) -> None:
    if 'person = "' in text:
        persons = next(text for name, text in EXAMPLES if name == "persons.toml")
        (tmp_path / "persons.toml").write_text(persons, "utf-8")
    source = folder(tmp_path, name, text)
    settings = load_source(source, load_edition(tmp_path), CONVENTIONS)
    assert Path(settings.file).name == ("" if name in ("edition.toml", "persons.toml") else name)


def test_there_is_one_for_each_kind_of_text() -> None:
    titles = re.findall("^### (.*)", GUIDE, re.M)
    assert titles == ["A novel", "A play", "Letters", "A newspaper"]
    assert {"pilot.toml", "regatta.toml", "letters.toml", "news.toml", "persons.toml"} <= {name for name, _ in EXAMPLES}


# A file with a key that does not exist, in each table that there is.
PLACES = [
    *(("edition.toml", EDITION.replace(table, f"{table}\nzz = 1")) for table in (
        "[publisher]", "[licence]", "[[editors]]")),
    *(("edition.toml", f"{EDITION}\n{table}\nzz = 1\n") for table in (
        "[zz]", "[plain_text]", '[[change]]\nwhen = 2026-01-31\nwho = "jb"\ntext = "T"')),
    *(("text.toml", f"{table}zz = 1\n") for table in ("", "[source]\n", "[digital]\n", "[eltec]\n")),
    ("text.toml", 'scans = { files = "p{n}.jpg", zz = 1 }\n'),
    *(("text.toml", f'{key} = {{ value = "A", line = 1, zz = 1 }}\n') for key in ("author", "title")),
    *((f"{one}s.toml", f'[[{one}]]\nid = "a"\nname = "A"\nzz = 1\n') for one in ("person", "place", "work")),
]


@pytest.mark.parametrize(("name", "text"), PLACES)
def test_every_key_is_in_the_guide(tmp_path: Path, name: str, text: str) -> None:
    source = folder(tmp_path, name, text)
    with pytest.raises(UserError, match="zz") as error:
        load_source(source if name == "text.toml" else tmp_path / "text.txt", load_edition(tmp_path))
    known = re.search(r"known are (.*)", error.value.finding.message)
    assert known, error.value.finding.message
    tables = "\n".join(line for line in GUIDE.splitlines() if line.startswith("|"))
    assert [key for key in known[1].split(", ") if f"`{key}`" not in tables] == []


@pytest.mark.parametrize("examples", [OF_EDITIONS, OF_TEXTS])
def test_what_messages_offer_is_toml(examples: dict[str, str]) -> None:
    for key, example in examples.items():
        if not example.startswith("[") and "…" not in example:
            assert TomlFile("x", example.encode()).root.plain().keys() == {key.rpartition(".")[2]}



def asked() -> list[tuple[str, str, str]]:
    """The keys that messages about missing facts name: file, table or nothing, key."""
    base = " ".join((Path(__file__).parents[1] / "schema" / "base.sch").read_text("utf-8").split())
    named = re.findall(r"([\w\[\]]+)(?: and (\w+))?(?: under \[(\w+)\])? (?:in|or) (NAME|edition)\.toml", base)
    told = [(f"{file}.toml", table, key) for *keys, table, file in named for key in keys if key and key != "NAME"]
    needs = [need.key for profile in PROFILES.values() for need in profile.needs]
    return told + [(file, table, key) for one in needs for key, table, file in re.findall(
        r"`(\w+)`(?: and `\w+`)?(?: in (?:the table )?\[(\w+)\])? (?:in|of) (\S+)$", one)]


def test_the_facts_that_archives_ask_for_are_told_by_keys_that_there_are() -> None:
    files = {"NAME.toml": OF_TEXTS, "edition.toml": OF_EDITIONS}
    assert len(asked()) > 25
    for file, table, key in asked():
        key = key.strip("[]")
        assert (table or key) in files[file], (file, table, key)
        rows = [line for line in GUIDE.splitlines() if line.startswith(f"| `{table}`" if table else "|")]
        assert any(f"`{key}`" in row for row in rows), (file, table, key)
