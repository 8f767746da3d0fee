"""What reference managers and search engines, written by others, take from entries and pages: the header's facts.

citation-js reads BibTeX, RIS and CITATION.cff, html-metadata (which Wikipedia's Citoid asks) and extruct the page. Each
row is a small text with one thing in it that such readers get wrong; a fact that nobody knows is in none of them.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import CHECKS, checkers
from consumers import Ask

from edition.rendering.metadata import record_of
from edition.rendering.outputs import render
from edition.rendering.tei import Tei

SALT = (Path(__file__).parent / "metadata" / "records" / "salt.xml").read_text("utf-8")
WHOLE = 'Salt & "Herring": 100% {true}: Two letters'
CREW = "<author><orgName>The Crew</orgName></author>"
LUND = "<forename>Ada M.</forename> <surname>Lund</surname>"
# A text, and its authors: family's and given names, or a whole name where the header does not divide it.
Names = list[tuple[str, ...]]
TEXTS: dict[str, tuple[str, Names]] = {
    "a person and a body": (SALT, [("Lund", "Ada M."), ("The Crew",)]),
    "one author": (SALT.replace(CREW, ""), [("Lund", "Ada M.")]),
    "a body alone": (re.sub("<author ref.*</author>", "", SALT), [("The Crew",)]),
    "an undivided name": (SALT.replace(CREW, "").replace(LUND, "Ada Lund"), [("Ada Lund",)]),
    "several words on both sides": (SALT.replace(CREW, "").replace(LUND, LUND.replace("Lund", "Lund Holm")),
                                    [("Lund Holm", "Ada M.")]),
    "an author whom nobody knows": (re.sub("<author ref.*</author>", '<author cert="unknown">unknown</author>',
                                           SALT).replace(CREW, ""), []),
}


def named(authors: list[dict[str, str]]) -> Names:
    """The authors of an entry as reference managers have it."""
    every = ([one.get("family") or one["literal"], one.get("given", "")] for one in authors)
    return [tuple(part for part in one if part) for one in every]


def tei(text: str) -> Tei:
    return Tei(text.encode(), "salt")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What citation-js and html-metadata read of each text, by the number of the text and the form."""
    for package in ("@citation-js/core", "html-metadata"):
        checkers(package)
    place = tmp_path_factory.mktemp("entries")
    for number, (text, _) in enumerate(TEXTS.values()):
        for to in ("bibtex", "ris", "html"):
            (place / f"{number}.{to}").write_bytes(render(tei(text), to))
        (place / f"{number}.cff").write_bytes(record_of(tei(text), "cff"))
    files = sorted(map(str, place.iterdir()))
    done = subprocess.run(["node", str(CHECKS / "citing.mjs"), *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, Any] = json.loads(done.stdout)
    return said


CASES = list(enumerate(TEXTS))
# Zotero has no way to be told that a name is a body's, or where a name of several words on both sides is divided.
MISREAD = {"a person and a body", "a body alone", "an undivided name", "several words on both sides"}


def zotero(authors: list[str]) -> Names:
    """How Zotero divides the names of a page: at the comma, else before the last word; a single one between commas."""
    parts = authors[0].split(", ") if len(authors) == 1 else []
    if len(parts) > 1 and all(" " in part for part in parts[:2]):
        authors = parts
    pairs = [one.split(", ", 1) if ", " in one else reversed(one.rsplit(" ", 1)) for one in authors]
    return [tuple(pair) for pair in pairs]


def tagged(tags: dict[str, Any]) -> list[str]:
    """The authors of a page, of which html-metadata makes no list where there is one."""
    authors: str | list[str] = tags.get("author", [])
    return [authors] if isinstance(authors, str) else authors



@pytest.mark.parametrize("form", ["bibtex", "ris"])
@pytest.mark.parametrize(("number", "name"), CASES, ids=[name for _, name in CASES])
def test_an_entry_has_the_facts_of_the_header(read: dict[str, Any], number: int, name: str, form: str) -> None:
    (entry,) = read[f"{number}.{form}"]
    assert named(entry.get("author", [])) == TEXTS[name][1]
    assert (entry["type"], entry["title"], entry["container-title"]) == ("article-journal", WHOLE, "The Quay")
    assert (entry["issued"], entry["page"], entry["volume"]) == ({"date-parts": [[1911, 2]]}, "21-34", "7")
    assert (entry["language"], entry["URL"]) == ("en", "https://texts.example.org/salt/")
    assert "issue" not in entry  # of which the edition is not certain


@pytest.mark.parametrize(("number", "name"), CASES, ids=[name for _, name in CASES])
def test_citation_cff_has_the_facts_of_the_edition(read: dict[str, Any], number: int, name: str) -> None:
    (entry,) = read[f"{number}.cff"]
    assert named(entry["author"]) == (TEXTS[name][1] or [("Berg", "Jo")])  # who made the edition stands for nobody
    assert (entry["title"], entry["version"], entry["DOI"]) == (WHOLE, "1.2.0", "10.5072/salt.1")
    assert entry["issued"] == {"date-parts": [[2026, 5, 1]]}


@pytest.mark.parametrize(("number", "name"), CASES, ids=[name for _, name in CASES])
def test_a_page_has_the_facts_of_the_header(read: dict[str, Any], number: int, name: str) -> None:
    page = read[f"{number}.html"]
    tags = page["highwirePress"]
    assert (tags["title"], tags["journal_title"], tags["publication_date"]) == (WHOLE, "The Quay", "1911/02")
    assert (tags["firstpage"], tags["lastpage"], tags["volume"]) == ("21", "34", "7")
    assert "issue" not in tags
    assert zotero(tagged(tags)) == TEXTS[name][1] or name in MISREAD
    assert [one["@type"] for one in page["jsonLd"].get("author", [])] == [
        "Organization" if one == ("The Crew",) else "Person" for one in TEXTS[name][1]]


def test_no_author_becomes_two(read: dict[str, Any]) -> None:
    for number, (_, authors) in enumerate(TEXTS.values()):
        assert len(zotero(tagged(read[f"{number}.html"]["highwirePress"]))) == len(authors)


def test_a_book_is_a_book(tmp_path: Path) -> None:
    checkers("@citation-js/core")
    journal = ('<title level="j">The Quay</title>', '<title level="m">Salt &amp; "Herring": 100% {true}</title>')
    text = re.sub('<biblScope.*</biblScope>|<title level="a">.*</title>', "", SALT.replace(*journal))
    for to in ("bibtex", "ris"):
        (tmp_path / f"book.{to}").write_bytes(render(tei(text), to))
    done = subprocess.run(["node", str(CHECKS / "citing.mjs"), *map(str, tmp_path.iterdir())], capture_output=True,
                          text=True, check=True)
    for (entry,) in json.loads(done.stdout).values():
        assert (entry["type"], entry["publisher"], entry["publisher-place"]) == ("book", "Holm", "Bergen")
        assert "container-title" not in entry


def test_extruct_finds_one_work_on_the_page(ask: Ask, tmp_path: Path) -> None:
    for number, (text, _) in enumerate(TEXTS.values()):
        (tmp_path / f"{number}.html").write_bytes(render(tei(text), "html"))
    answers = ask("embedded.py", *sorted(tmp_path.iterdir()))
    for number, (_, authors) in enumerate(TEXTS.values()):
        (work,), (shown,) = (answers[f"{number}.html"][kind] for kind in ("json-ld", "opengraph"))
        assert (work["@type"], work["datePublished"], work["inLanguage"]) == ("Article", "1911-02", "en")
        assert len(work.get("author", [])) == len(authors)
        assert (shown["@type"], shown["og:url"]) == ("article", "https://texts.example.org/salt/")
