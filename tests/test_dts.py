"""The DTS service: what the specification asks of each answer, and that any server of plain files gives it.

Every reference is asked for by the templates of the entry point, as a client would. Independent readers of
citeStructure (tests/citations.xsl; dapytains, where it is installed) find the same passages.
"""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin

import pytest
from consumers import Ask
from lxml import etree
from test_citing import TEI, random_document, units
from test_conventions import CASES, read

from edition.dts import api
from edition.dts.api import dts
from edition.making.build import build
from edition.rendering.collection import Entry, Shared
from edition.resources import folder
from edition.settings.facts import Settings
from edition.validation.grammar_file import Grammar
from edition.writing import tei

WRAPPER = "{https://w3id.org/api/dts#}wrapper"
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*/edition.xml"))
SEEDS = [Entry(path.parent.name, path.read_bytes()) for path in GOLDEN]
BASE = "https://texts.example.org/ours/"
PLAY = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="play000001" xml:lang="en"><teiHeader><encodingDesc>
<refsDecl n="body"><citeStructure unit="act" match="/TEI/text/body/div[@xml:id]" use="@xml:id">
<citeStructure unit="passage" match="*[self::p or self::sp][@xml:id]" use="replace(@xml:id, '.*\\.', '')" delim=".">
<citeData property="http://purl.org/dc/terms/type" use="(@type, local-name())[1]"/>
<citeStructure unit="line" match="l[@xml:id]" use="replace(@xml:id, '.*\\.', '')" delim="."/></citeStructure>
</citeStructure></refsDecl>
<refsDecl n="front"><citeStructure unit="front" match="/TEI/text/front[@xml:id]" use="@xml:id"/></refsDecl>
</encodingDesc></teiHeader><text><front xml:id="front1"><p>Persons</p></front><body>
<div type="act" xml:id="s1"><head type="kicker">A play</head><head type="main">Act <choice><sic>teh</sic>
<corr>the</corr></choice> first<note>!</note></head><p xml:id="s1.p1">A room.</p>
<sp xml:id="s1.sp1"><l xml:id="s1.sp1.l1">So,</l><l xml:id="s1.sp1.l2">no.</l></sp></div></body></text></TEI>"""


def service(*entries: Entry, base: str = BASE) -> dict[str, bytes]:
    return dts(entries, Shared("Our texts", base_url=base))


def expanded(template: str, **values: object) -> str:
    """A URI template (RFC 6570) with `{name}` and `{/a,b}`: what has no value is left out."""
    def one(found: re.Match[str]) -> str:
        slash = "/" if found[1].startswith("/") else ""
        names = found[1].lstrip("/").split(",")
        return "".join(slash + quote(str(values[name]), safe="") for name in names if name in values)

    return re.sub(r"\{([^}]*)\}", one, template)


class Client:
    """Asks a service as a client does, by the templates of its entry point."""

    def __init__(self, files: Mapping[str, bytes], base: str = BASE) -> None:
        self.files, self.base = files, base
        self.entry = self.json(f"{base}dts/index.json")

    def bytes(self, address: str) -> bytes:
        assert address.startswith(self.base), address
        return self.files[unquote(address.removeprefix(self.base))]

    def json(self, address: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.bytes(address))
        return found

    def ask(self, endpoint: str, **values: object) -> dict[str, Any]:
        return self.json(expanded(self.entry[endpoint], **values))

    def document(self, **values: object) -> etree._Element:
        return etree.fromstring(self.bytes(expanded(self.entry["document"], **values)))

    def trees(self, resource: str) -> list[dict[str, str]]:
        """How each tree of a text is named in a question: the first is not."""
        declared = self.ask("collection", id=resource)["citationTrees"]
        return [{"tree": one["identifier"]} if "identifier" in one else {} for one in declared]


def refs(answer: Mapping[str, Any]) -> list[str]:
    return [one["identifier"] for one in answer["member"]]


@pytest.fixture(scope="module")
def seeds() -> Client:
    return Client(service(*SEEDS))


@pytest.fixture(scope="module")
def play() -> Client:
    return Client(service(Entry("play", PLAY.encode())))


# --- what the specification asks of each answer

REQUIRED = {
    "EntryPoint": {"@id", "collection", "navigation", "document"},
    "Collection": {"@id", "title", "totalParents", "totalChildren", "collection"},
    "Resource": {"@id", "collection", "navigation", "document"},
    "Navigation": {"@id", "resource"},
    "CitableUnit": {"identifier", "level", "parent"},
    "CitationTree": set[str](), "CiteStructure": {"citeType"},
    "Pagination": {"@id", "first", "previous", "next", "last"},
}


def lacks(answer: object) -> Iterator[str]:
    """Properties that the specification requires of an object and its parts."""
    if isinstance(answer, dict):
        if "@type" in answer:
            yield from (f"{answer['@type']}: {name}" for name in REQUIRED[answer["@type"]] - answer.keys())
        for one in answer.values():
            yield from lacks(one)
    elif isinstance(answer, list):
        for one in answer:
            yield from lacks(one)


def test_every_answer_has_what_is_required(seeds: Client) -> None:
    answers = {path: json.loads(data) for path, data in seeds.files.items() if path.endswith(".json")}
    assert {path: said for path, answer in answers.items() if (said := list(lacks(answer)))} == {}
    assert {(one["@context"], one["dtsVersion"]) for one in answers.values()} == {
        ("https://dtsapi.org/context/v1.0.json", "1.0")}
    assert list(lacks({"@type": "CitableUnit", "identifier": "x"})) != []


def test_the_collection_and_its_parts(seeds: Client) -> None:
    root = seeds.ask("collection")
    assert (root["@type"], root["totalParents"], root["totalChildren"]) == ("Collection", 0, 3)
    assert seeds.ask("collection", id=root["@id"])["member"][0]["@id"] == root["member"][0]["@id"]
    assert seeds.ask("collection", id=root["@id"], nav="parents")["member"] == []
    for one in root["member"]:
        own = seeds.ask("collection", id=one["@id"])
        assert (own["title"], own["dublinCore"]["language"], own["member"]) == (one["title"], ["en"], [])
        assert [up["@id"] for up in seeds.ask("collection", id=one["@id"], nav="parents")["member"]] == [root["@id"]]
        assert seeds.json(expanded(one["collection"]))["@id"] == one["@id"]
        assert one["download"] == f"{BASE}{one['@id']}/{one['@id']}.xml"


def test_the_default_tree_has_no_name_and_is_asked_for_without_one(play: Client) -> None:
    declared = play.ask("collection", id="play")["citationTrees"]
    assert [one.get("identifier") for one in declared] == [None, "front"]
    assert declared[0]["citeStructure"][0] == {"@type": "CiteStructure", "citeType": "act", "citeStructure": [
        {"@type": "CiteStructure", "citeType": "passage", "citeStructure": [
            {"@type": "CiteStructure", "citeType": "line"}]}]}
    assert refs(play.ask("navigation", resource="play", down=1)) == ["s1"]
    assert refs(play.ask("navigation", resource="play", tree="front", down=1)) == ["front1"]


@pytest.mark.parametrize(("asked", "found"), [
    ({"down": 1}, ["s1"]), ({"down": 2}, ["s1", "s1.p1", "s1.sp1"]),
    ({"down": -1}, ["s1", "s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"ref": "s1", "down": 1}, ["s1", "s1.p1", "s1.sp1"]),
    ({"ref": "s1", "down": -1}, ["s1", "s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"ref": "s1.sp1", "down": 1}, ["s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"ref": "s1.p1", "down": 1}, ["s1.p1"]), ({"ref": "s1.p1", "down": -1}, ["s1.p1"])])
def test_navigation_goes_down_as_far_as_asked(play: Client, asked: dict[str, object], found: list[str]) -> None:
    answer = play.ask("navigation", resource="play", **asked)
    assert refs(answer) == found
    assert answer.get("ref", {}).get("identifier") == asked.get("ref")


def test_about_one_passage_there_is_no_member(play: Client) -> None:
    answer = play.ask("navigation", resource="play", ref="s1.sp1")
    assert "member" not in answer
    assert answer["ref"] == {"@type": "CitableUnit", "identifier": "s1.sp1", "level": 2, "parent": "s1",
                             "citeType": "passage", "dublinCore": {"type": ["sp"]}}


def test_a_division_is_called_by_its_main_heading_as_the_edition_reads_it(play: Client) -> None:
    answer = play.ask("navigation", resource="play", ref="s1")
    assert answer["ref"]["dublinCore"]["title"] == [{"lang": "en", "value": "Act the first"}]


def test_a_text_without_references_has_no_trees_and_no_members() -> None:
    bare = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>x</p></body></text></TEI>'
    client = Client(service(Entry("bare", bare.encode())))
    assert client.ask("collection", id="bare")["citationTrees"] == []
    assert refs(client.ask("navigation", resource="bare", down=1)) == []
    assert client.document(resource="bare").tag == f"{TEI}TEI"


def test_a_collection_is_never_called_like_a_text() -> None:
    client = Client(service(Entry("texts", PLAY.encode())))
    assert [one["@id"] for one in client.ask("collection")["member"]] == ["texts"]
    assert client.ask("collection", id="texts")["@type"] == "Resource"


# --- passages

def alone(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def test_every_passage_is_asked_for_and_given(seeds: Client) -> None:
    """By its reference, from what the answer about the whole text says; nothing else is there."""
    given = set[str]()
    for entry in SEEDS:
        root = etree.fromstring(entry.tei)
        whole = seeds.document(resource=entry.name)
        assert etree.tostring(whole) == etree.tostring(root)
        for tree in seeds.trees(entry.name):
            for ref in refs(seeds.ask("navigation", resource=entry.name, down=-1, **tree)):
                passage = seeds.document(resource=entry.name, ref=ref, **tree)
                (wrapper,) = passage
                assert (passage.tag, wrapper.tag, len(wrapper)) == (f"{TEI}TEI", WRAPPER, 1)
                (element,) = root.xpath("//*[@xml:id=$ref]", ref=ref)
                assert alone(wrapper[0]) == alone(element)
                given.add(unquote(expanded(seeds.entry["document"], resource=entry.name, ref=ref, **tree)))
                for down in (1, -1):
                    assert refs(seeds.ask("navigation", resource=entry.name, ref=ref, down=down, **tree))[0] == ref
    there = {BASE + path for path in seeds.files if path.startswith("dts/document/") and path.count("/") > 2}
    assert given == there
    assert len(given) > 100


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(folder("schema") / "edition.rng")


def agree(document: str) -> bool:
    """Whether the service and the reader of the header find the same passages: tree, reference, kind, level."""
    client, theirs = Client(service(Entry("case", document.encode()))), units(document)
    default = theirs[0].tree if theirs else ""
    ours = [(tree.get("tree", default), one["identifier"], one["citeType"], str(one["level"]))
            for tree in client.trees("case")
            for one in client.ask("navigation", resource="case", down=-1, **tree)["member"]]
    return ours == [(one.tree, one.ref, one.unit, one.level) for one in theirs]


@pytest.mark.parametrize("number", range(0, len(CASES), 12))
def test_another_reader_of_the_header_finds_the_same_passages(number: int) -> None:
    assert agree(tei.write(read(CASES[number][1]), Settings.bare("case")))


def test_so_it_does_in_any_text_that_the_schema_allows(grammar: Grammar) -> None:
    documents = [random_document(grammar, seed) for seed in range(100, 120)]
    assert [agree(document) for document in documents] == [True] * 20
    assert not agree(documents[0].replace("delim=\".\"", "delim=\":\""))


def test_dapytains_finds_the_same_passages(ask: Ask, tmp_path: Path) -> None:
    """References, levels, parents, kinds, types and texts, of the seeds and of texts of every convention."""
    texts = {entry.name: entry.tei.decode() for entry in SEEDS}
    texts |= {f"case{number}": tei.write(read(CASES[number][1]), Settings.bare("case"))
              for number in range(0, len(CASES), 8)}
    cited = {name: text for name, text in texts.items() if "<citeStructure " in text}
    assert len(cited) > 40
    for name, text in cited.items():
        (tmp_path / f"{name}.xml").write_text(text, "utf-8")
    client = Client(service(*(Entry(name, text.encode()) for name, text in cited.items())))
    theirs = ask("passages.py", *(tmp_path / f"{name}.xml" for name in cited))
    for name, found in ((name, theirs[f"{name}.xml"]) for name in cited):
        ours = {tree.get("tree", next(iter(found))): [
            [one["identifier"], one["level"], one["parent"], one["citeType"], one.get("dublinCore", {}).get("type", []),
             "".join(client.document(resource=name, ref=one["identifier"], **tree)[0][0].itertext())]
            for one in client.ask("navigation", resource=name, down=-1, **tree)["member"]]
            for tree in client.trees(name)}
        assert ours == found, name


# --- where it lies

def links(answer: object) -> Iterator[str]:
    """The addresses in an answer, but for templates."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key in ("download", "first", "previous", "next", "last") and value is not None:
                yield value
            yield from links(value)
    elif isinstance(answer, list):
        for one in answer:
            yield from links(one)


@pytest.mark.parametrize("base", ["", BASE])
def test_long_answers_come_in_pages(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "PAGE", 2)
    files = service(*(Entry(f"play{number}", PLAY.encode()) for number in range(5)), base=base)
    at, found, pages = "dts/navigation/play1/-1.json", list[str](), 0
    while at:
        answer = json.loads(files[at])
        view, found, pages = answer["view"], found + refs(answer), pages + 1
        at = urljoin(f"{BASE}{at}", view["next"]).removeprefix(BASE) if view["next"] else ""
    assert (found, pages) == (["s1", "s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"], 3)
    assert (answer["view"]["next"], answer["view"]["@id"]) == (None, answer["view"]["last"])
    texts = [json.loads(files[f"dts/collection/texts/{number}.json"])["member"] for number in (1, 2, 3)]
    assert [len(some) for some in texts] == [2, 2, 1]
    for path, answer in ((path, json.loads(data)) for path, data in files.items() if path.endswith(".json")):
        for link in links(answer):
            place = urljoin(f"{BASE}{path}", link).removeprefix(BASE)
            assert place in files or place.endswith(f"{place.split('/')[0]}.xml"), (path, link)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_any_server_of_plain_files_gives_it(tmp_path: Path) -> None:
    """Also of a text whose name has spaces and accents, without an address of the edition, link by link."""
    (tmp_path / "a b é #1.txt").write_text("CHAPTER I\n\nSome words of a text.\n\nAnd some more of them.\n", "utf-8")
    out = tmp_path / "out"
    build([tmp_path / "a b é #1.txt"], out, outputs=["dts"])
    handler = functools.partial(_Quiet, directory=str(out))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_address[1]}/dts/index.json"

        def get(address: str) -> bytes:
            with urllib.request.urlopen(address) as answer:
                data: bytes = answer.read()
                return data

        def follow(answer: Mapping[str, Any], came: str, endpoint: str, **values: object) -> str:
            return urljoin(came, expanded(answer[endpoint], **values))

        came = follow(json.loads(get(at)), at, "collection")
        resource = json.loads(get(came))["member"][0]
        navigation = follow(resource, came, "navigation", down=-1)
        member = json.loads(get(navigation))["member"]
        assert len(member) > 1
        for one in member:
            assert WRAPPER.encode()[1:23] in get(follow(resource, came, "document", ref=one["identifier"]))
        assert get(urljoin(came, resource["download"])) == (out / "a b é #1" / "a b é #1.xml").read_bytes()
        server.shutdown()


def test_it_is_gone_when_it_is_no_longer_asked_for(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Some words of a text.\n", "utf-8")
    build([tmp_path / "text.txt"], tmp_path / "out", outputs=["dts"])
    assert (tmp_path / "out" / "dts" / "index.json").is_file()
    build([tmp_path / "text.txt"], tmp_path / "out")
    assert not (tmp_path / "out" / "dts").exists()


def test_the_same_bytes_each_time() -> None:
    assert service(*SEEDS) == service(*SEEDS)


def test_every_id_is_asked_for_by_its_own_name(seeds: Client) -> None:
    """What the page calls a passage is its reference, too."""
    for entry in SEEDS:
        ids = set(etree.fromstring(entry.tei).xpath("//*[local-name()='text']//@xml:id"))
        assert {ref for tree in seeds.trees(entry.name)
                for ref in refs(seeds.ask("navigation", resource=entry.name, down=-1, **tree))} <= ids
