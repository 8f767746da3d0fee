"""The review desk with a server: only its own page may ask, and what it asks is written at once or refused whole."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Edition
from reviewing import PORT, QUIET, TOWN, town

from edition.deciding.apply import apply, into
from edition.deciding.batch import Tables
from edition.review.passage import Builder, Built, build
from edition.review.server import Desk, Room


class Asked:
    """A running desk and a client that may lie about who it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        work = into(folder)
        self.builder = Builder({path.stem: path for path in work.texts}, lambda path: build(path, None))
        room = Room("Two towns", "ed", {"town": "en"}, lambda tables: apply(Tables("the desk", tables), work, "ed"),
                    self.builder.want, self.builder.get)
        self.desk = Desk(town(), room)
        self.keys = [item.key for item in town()]
        threading.Thread(target=self.desk.serve_forever, args=(.01,), daemon=True).start()

    def ask(self, method: str, path: str = "", body: Any = None, token: str | None = None,
            **headers: str | None) -> tuple[int, Any, http.client.HTTPMessage]:
        """The status, the answer and its headers. `headers`: instead of those that the page sends (None: none)."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else None
        sent = {"Host": self.desk.hosts[0], "Origin": f"http://{self.desk.hosts[0]}" if method == "POST" else None,
                "Content-Type": "application/json" if data is not None else None,
                "Content-Length": str(len(data)) if data is not None else None,
                **{name.replace("_", "-"): value for name, value in headers.items()}}
        client = http.client.HTTPConnection("127.0.0.1", self.desk.server_port, timeout=30)
        client.putrequest(method, f"/{self.desk.token if token is None else token}/{path}", skip_host=True)
        for name, value in sent.items():
            if value is not None:
                client.putheader(name, value)
        client.endheaders()
        if data is not None:
            client.send(data)
        answer = client.getresponse()
        text = answer.read().decode("utf-8")
        client.close()
        told = json.loads(text) if "json" in (answer.headers["Content-Type"] or "") else text
        return answer.status, told, answer.headers

    def decide(self, *decisions: dict[str, Any]) -> tuple[int, Any]:
        return self.ask("POST", "decide", {"decisions": list(decisions)})[:2]

    def written(self, name: str = "town") -> list[dict[str, Any]]:
        file = self.folder / f"{name}.corrections.toml"
        return tomllib.loads(file.read_text("utf-8"))["correction"] if file.exists() else []


@contextmanager
def serving(folder: Path) -> Iterator[Asked]:
    asked = Asked(folder)
    try:
        yield asked
    finally:
        asked.desk.shutdown()
        asked.desk.server_close()
        asked.builder.close()


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    (tmp_path / "port.txt").write_text(PORT, "utf-8")
    (tmp_path / "town.toml").write_text(QUIET, "utf-8")
    with serving(tmp_path) as made:
        yield made


def test_the_page_is_the_desk(asked: Asked) -> None:
    status, page, headers = asked.ask("GET")
    assert status == 200
    assert '"live":true' in page
    assert "connect-src 'self'" in page
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"], headers["Referrer-Policy"]) == (
        "nosniff", "no-store", "no-referrer")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", None])
def test_another_name_for_this_machine_is_refused(asked: Asked, host: str | None) -> None:
    """A page of another site that has its name point here (DNS rebinding) says that name as Host."""
    assert asked.ask("GET", Host=host)[0] == 403
    assert asked.ask("POST", "decide", {"decisions": []}, Host=host)[0] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "file://", None])
def test_another_page_is_refused(asked: Asked, origin: str | None) -> None:
    decision = {"decisions": [{"key": asked.keys[0], "status": "accepted"}]}
    status, answer, _ = asked.ask("POST", "decide", decision, Origin=origin)
    assert status == 403
    assert "own page" in answer["error"]
    assert asked.written() == []


@pytest.mark.parametrize("token", ["", "x", "%C3%A9", "../town.txt"])
def test_nothing_without_the_token(asked: Asked, token: str) -> None:
    assert asked.ask("GET", token=token)[0] == 403
    assert asked.ask("POST", "decide", {"decisions": []}, token=token)[0] == 403


def test_there_is_nothing_else_to_get(asked: Asked) -> None:
    for path in ("town.txt", "../town.txt", "%2e%2e/town.txt", "decide"):
        assert asked.ask("GET", path)[0] == 404
    assert asked.ask("POST", "open", {})[0] == 404


@pytest.mark.parametrize(("body", "headers", "status"), [
    (b"{", {}, 400), (b"\xff", {}, 400), (b"[" * 100_000, {}, 400), (b"[]", {}, 400), (b"{}", {}, 400),
    (b'{"decisions": 3}', {}, 400), (b'{"decisions": [3]}', {}, 400), (b'{"decisions": [{"key": []}]}', {}, 400),
    (b"{}", {"Content_Type": "text/plain"}, 415), (b"{}", {"Content_Type": None}, 415),
    (b"{}", {"Content_Length": None}, 411), (b"{}", {"Content_Length": "-2"}, 411),
    (b"{}", {"Content_Length": "99999999"}, 413), (b"{}", {"Content_Length": "9" * 5000}, 413),
])
def test_what_is_no_request_is_refused(asked: Asked, body: bytes, headers: dict[str, str | None], status: int) -> None:
    assert asked.ask("POST", "decide", body, **headers)[0] == status
    assert asked.ask("GET")[0] == 200


@pytest.mark.parametrize("wrong", [
    {"key": "nothing"}, {"status": "maybe"}, {"status": 3}, {"status": []}, {"reading": 3}, {"reading": "x" * 30_000},
    {"date": "tomorrow"}, {"date": 3}])
def test_a_decision_that_is_none_is_refused_and_all_that_came_with_it(asked: Asked, wrong: dict[str, Any]) -> None:
    status, answer = asked.decide({"key": asked.keys[0], "status": "accepted"},
                                  {"key": asked.keys[1], "status": "edited", "reading": "The"} | wrong)
    assert status == 400
    assert answer["error"]
    assert asked.written() == []


def test_decisions_are_written_at_once(asked: Asked) -> None:
    assert asked.decide({"key": asked.keys[0], "status": "accepted", "date": "2026-11-22"},
                        {"key": asked.keys[6], "status": "edited", "reading": 'W"h\\o'}) == (200, {"written": 2})
    first, = asked.written()
    assert (first["printed"], first["corrected"], first["status"], first["by"], str(first["date"])) == (
        "tbe", "the", "accepted", "ed", "2026-11-22")
    other, = asked.written("port")
    assert (other["printed"], other["corrected"], other["status"]) == ("Wbo", 'W"h\\o', "edited")


def test_a_decision_can_be_another_one_later_and_the_page_knows(asked: Asked) -> None:
    for status in ("accepted", "unsure", "rejected", "proposed"):
        assert asked.decide({"key": asked.keys[0], "status": status})[0] == 200
        decided, = asked.written()
        assert decided["status"] == status
        assert f'"status":"{status}"' in asked.ask("GET")[1]


def test_what_the_file_cannot_take_is_told(asked: Asked) -> None:
    file = asked.folder / "town.corrections.toml"
    file.write_text("[[correction]\n", "utf-8")
    status, answer = asked.decide({"key": asked.keys[0], "status": "accepted"})
    assert status == 409
    assert "town.corrections.toml" in answer["error"]
    assert file.read_text("utf-8") == "[[correction]\n"


def test_the_passage_is_shown_as_it_is_built_after_the_decision(asked: Asked) -> None:
    ask = {"key": asked.keys[1]}
    before = asked.ask("POST", "passage", ask)[1]
    assert "".join(text for _, text in before["reading"]).startswith("They came to tbe town at noon")
    asked.decide({"key": asked.keys[1], "status": "accepted"})
    after = asked.ask("POST", "passage", ask)[1]
    assert [pair for pair in after["reading"] if pair[0] != "text"] == [["del", "tbe"], ["ins", "the"]]
    assert "<sic>tbe</sic><corr" in after["tei"]
    assert "xmlns" not in after["tei"]


def test_a_text_that_cannot_be_built_says_why(asked: Asked) -> None:
    (asked.folder / "town.toml").write_text("titel = 3\n", "utf-8")
    asked.builder.want("town")
    answer = asked.ask("POST", "passage", {"key": asked.keys[0]})[1]
    assert answer["tei"] == ""
    assert "titel" in answer["findings"][0]


def test_of_many_wishes_the_latest_is_built() -> None:
    made, gate = list[Path](), threading.Event()

    def slow(path: Path) -> Built:
        made.append(path)
        gate.wait(10)
        return Built(None, [])

    builder = Builder({"a": Path("a")}, slow)
    for _ in range(50):
        builder.want("a")
    while not made:
        time.sleep(.01)
    builder.want("a")
    gate.set()
    assert builder.get("a") is not None
    assert len(made) <= 3
    builder.close()


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_the_command_prints_the_address_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    command = [sys.executable, "-m", "edition.cli", "review", "town.txt", "--serve"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=os.environ | {"PYTHONPATH": str(ROOT)}) as running:
        assert running.stdout
        url = running.stdout.readline().strip()
        host, _, token = url.removeprefix("http://").rstrip("/").partition("/")
        assert len(token) >= 32
        client = http.client.HTTPConnection(host, timeout=30)
        client.request("GET", f"/{token}/")
        assert client.getresponse().read().startswith(b"<!doctype html>")
        client.close()
        running.send_signal(signal.SIGINT)
        try:
            out, err = running.communicate(timeout=30)
        finally:
            running.kill()  # else a program that does not end would never let this one end
        assert (running.returncode, err) == (0, "")
        assert "ended" in out


def test_a_port_that_is_taken(asked: Asked, edition: Edition) -> None:
    ran = edition("review", asked.folder / "town.txt", "--serve", "--port", str(asked.desk.server_port))
    assert ran.status == 1
    assert "give another with --port (0: any that is free)" in ran.err
