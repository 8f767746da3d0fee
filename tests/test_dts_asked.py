"""The DTS service that `edition serve` gives: the same answers as the files, and ranges and siblings besides."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from consumers import Ask
from lxml import etree
from test_dts import PLAY, SEEDS, refs

from edition.dts.api import dts
from edition.dts.asked import Service, UnansweredError
from edition.rendering.collection import Entry, Shared
from edition.serving.server import Viewer
from edition.serving.shown import Shown

BASE = "http://127.0.0.1/"


def laid(place: Path, *entries: Entry) -> Service:
    """A site with these texts and their service."""
    files = {**dts(entries, Shared("Our texts")), **{f"{one.name}/{one.name}.xml": one.tei for one in entries}}
    for path, data in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return Service(place, BASE)


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return laid(tmp_path_factory.mktemp("site"), Entry("play", PLAY.encode()))


@pytest.mark.parametrize(("asked", "found"), [
    ({"down": "1"}, ["s1"]), ({"down": "-1"}, ["s1", "s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"ref": "s1.p1", "down": "0"}, ["s1.p1", "s1.sp1"]), ({"ref": "s1", "down": "0"}, ["s1"]),
    ({"ref": "s1.sp1.l2", "down": "0"}, ["s1.sp1.l1", "s1.sp1.l2"]),
    ({"start": "s1.p1", "end": "s1.sp1", "down": "-1"}, ["s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"start": "s1.p1", "end": "s1.sp1", "down": "1"}, ["s1.p1", "s1.sp1", "s1.sp1.l1", "s1.sp1.l2"]),
    ({"start": "s1.p1", "end": "s1.sp1.l1", "down": "-1"}, ["s1.p1", "s1.sp1", "s1.sp1.l1"]),
    ({"start": "s1.sp1.l1", "end": "s1.sp1.l2", "down": "2"}, ["s1.sp1.l1", "s1.sp1.l2"]),
    ({"tree": "front", "down": "-1"}, ["front1"])])
def test_navigation_tells_siblings_ranges_and_every_depth(play: Service, asked: dict[str, str],
                                                          found: list[str]) -> None:
    answer = play.navigation({"resource": "play", **asked})
    assert refs(answer) == found
    assert {key: answer[key]["identifier"] for key in ("ref", "start", "end") if key in answer} == {
        key: asked[key] for key in ("ref", "start", "end") if key in asked}


@pytest.mark.parametrize("asked", [{"ref": "s1"}, {"start": "s1.p1", "end": "s1.sp1"}])
def test_without_down_there_is_no_member(play: Service, asked: dict[str, str]) -> None:
    assert "member" not in play.navigation({"resource": "play", **asked})


@pytest.mark.parametrize(("asked", "status"), [
    ({}, 400), ({"resource": "play"}, 400), ({"resource": "play", "down": "0"}, 400),
    ({"resource": "play", "down": "x"}, 400), ({"resource": "play", "down": "-2"}, 400),
    ({"resource": "play", "ref": "s1", "start": "s1", "end": "s1"}, 400),
    ({"resource": "play", "start": "s1"}, 400), ({"resource": "play", "start": "s1", "end": "s1", "down": "0"}, 400),
    ({"resource": "play", "start": "s1.sp1", "end": "s1.p1", "down": "1"}, 400),
    ({"resource": "play", "ref": "s9"}, 404), ({"resource": "play", "tree": "x", "down": "1"}, 404),
    ({"resource": "play", "tree": "front", "ref": "s1"}, 404), ({"resource": "other", "down": "1"}, 404),
    ({"resource": "../play", "down": "1"}, 404)])
def test_a_question_that_has_no_answer_has_the_status_of_the_specification(play: Service, asked: dict[str, str],
                                                                           status: int) -> None:
    with pytest.raises(UnansweredError) as caught:
        play.navigation(asked)
    assert caught.value.status == HTTPStatus(status)


@pytest.mark.parametrize(("asked", "words"), [
    ({"ref": "s1.p1"}, "A room."), ({"start": "s1.p1", "end": "s1.sp1"}, "A room.So,no."),
    ({"start": "s1.p1", "end": "s1.sp1.l1"}, "A room.So,"), ({"start": "s1.sp1.l2", "end": "s1.sp1.l2"}, "no."),
    ({"start": "s1.sp1", "end": "s1.sp1.l1"}, "So,"), ({"tree": "front", "ref": "front1"}, "Persons")])
def test_a_document_is_cut_at_both_ends(play: Service, asked: dict[str, str], words: str) -> None:
    root = etree.fromstring(play.document({"resource": "play", **asked}))
    assert "".join("".join(root.itertext()).split("\n")) == words
    assert [etree.QName(one).localname for one in root] == ["wrapper"]


def test_the_whole_document_is_the_file(play: Service) -> None:
    assert play.document({"resource": "play"}) == PLAY.encode()


def test_what_files_answer_is_answered_alike(tmp_path: Path) -> None:
    service = laid(tmp_path, *SEEDS[:1])
    name = SEEDS[0].name
    for path in sorted((tmp_path / "dts" / "navigation" / name).rglob("*.json"))[::7]:
        said: dict[str, Any] = json.loads(path.read_bytes())
        if "view" in said:
            continue
        steps = path.relative_to(tmp_path / "dts" / "navigation" / name).with_suffix("").parts
        if steps[0] in ("front", "back", "notes"):
            continue
        asked = {"ref": said["ref"]["identifier"]} if "ref" in said else {}
        down = {"down": steps[-1]} if len(steps) > len(asked) else {}
        answer = service.navigation({"resource": name, **asked, **down})
        assert {key: answer.get(key) for key in ("ref", "member")} == {key: said.get(key) for key in ("ref", "member")}


def test_collections_and_the_entry_lead_on(play: Service) -> None:
    entry, root = play.entry(), play.collection({})
    assert all(entry[key].startswith(f"{BASE}dts/{key}{{?") for key in ("collection", "navigation", "document"))
    assert play.collection({"id": root["@id"]})["member"] == root["member"]
    (text,) = root["member"]
    assert text["navigation"] == f"{BASE}dts/navigation?resource=play{{&ref,start,end,down,tree}}"
    assert play.collection({"id": "play", "nav": "parents"})["member"][0]["@id"] == root["@id"]
    assert play.collection({"id": "play", "nav": "children"})["member"] == []
    for asked in ({"id": "x"}, {"id": "../play"}, {"id": "play", "page": "2"}):
        with pytest.raises(UnansweredError):
            play.collection(asked)


@pytest.fixture
def served(folder: Path, tmp_path: Path) -> Iterator[str]:
    """The address of an edition that is shown with its service."""
    viewer = Viewer(0, False)
    viewer.shown = Shown([folder], tmp_path / "out", outputs=["dts"])
    threading.Thread(target=viewer.serve_forever, args=(.01,), daemon=True).start()
    yield viewer.url
    viewer.shutdown()
    viewer.server_close()


def test_the_server_answers_at_its_addresses(served: str) -> None:
    with urlopen(f"{served}dts/navigation?resource=one&down=1", timeout=30) as answer:
        assert answer.headers["Content-Type"] == "application/ld+json"
        assert refs(json.load(answer)) == ["s1"]
    with urlopen(f"{served}dts/document?resource=one&ref=s1.p1", timeout=30) as answer:
        assert answer.headers["Content-Type"] == "application/tei+xml"
    with urlopen(f"{served}dts/collection.json", timeout=30) as answer:
        assert json.load(answer)["@type"] == "Collection"


def test_a_client_written_by_others_gathers_every_passage(served: str, ask: Ask) -> None:
    told = ask("client.py", f"{served}dts")
    if told is None:
        pytest.skip("ThunderDots is not installed in the environment of EDITION_CONSUMERS")
    assert told["errors"] == 0
    assert {*told["texts"]} == {"one", "two"}
    assert any("always" in words for words in told["texts"]["one"]["passages"].values())
