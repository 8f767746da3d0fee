"""`edition schema install` over a real connection: a server that plays the publisher, well and badly."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import Request

import pytest

from edition.cli import run
from edition.findings import Finding
from edition.validation import fetching, installing, schemas
from edition.validation.fetching import NotFetchedError, fetch
from edition.validation.known import KNOWN, Known, Part

GOOD = b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><notAllowed/></start></grammar>'
NEWER = GOOD.replace(b"<start>", b"<start ns=''>")


class Publisher(BaseHTTPRequestHandler):
    """One way to answer for each path; those who ask get what it says."""

    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        name = self.path.rpartition("/")[2].removesuffix(".rng").replace("-", "_")
        getattr(self, name, self.gone)()

    def _send(self, data: bytes, length: int | None = None, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def good(self) -> None:
        self._send(GOOD)

    def newer(self) -> None:
        self._send(NEWER)

    def gone(self) -> None:
        self._send(b"<html>nothing here</html>", status=404)

    def broken(self) -> None:
        self._send(b"", status=503)

    def moved(self) -> None:
        self._send(b"", status=301, Location="good.rng")

    def circle(self) -> None:
        self._send(b"", status=302, Location="circle.rng")

    def disk(self) -> None:
        self._send(b"", status=302, Location="file:///etc/hostname")

    def half(self) -> None:
        self._send(GOOD[:40], length=len(GOOD))

    def half_of_nobody_knows_what(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + GOOD[:40])

    def half_in_chunks(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5c\r\n" + GOOD[:40])

    def hung_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)

    def nonsense(self) -> None:
        self.wfile.write(b"what do you want?\r\n\r\n")

    def silent(self) -> None:
        time.sleep(2)

    def drop_by_drop(self) -> None:
        self.send_response(200)
        self.end_headers()
        for byte in GOOD:
            self.wfile.write(bytes([byte]))
            time.sleep(.02)

    def endless(self) -> None:
        self._send(b"<" * (fetching.LARGEST + 1))

    def portal(self) -> None:
        self._send(b"<html><body>Log in to this hotel</body></html>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the publisher; no proxy is between."""
    for name in [one for one in os.environ if one.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(fetching, "LARGEST", 1 << 20)
    Publisher.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that has gone away is none here
    threading.Thread(target=server.serve_forever, args=(.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(schemas, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def installed(at: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Finding]:
    """Installs a schema whose one file the publisher has at a path; the finding."""

    def install(path: str, update: bool = False, sha256: str = "", url: str = "") -> Finding:
        known = Known("ours", "Ours", "https://home.example/", (Part("ours.rng", url or at + path, sha256=sha256),))
        monkeypatch.setitem(KNOWN, "ours", known)
        (found,) = installing.install(["ours"], update)
        return found

    return install


Install = Callable[..., Finding]


def files(cache: Path) -> list[str]:
    return sorted(one.name for one in cache.iterdir()) if cache.exists() else []


@pytest.mark.parametrize("path", ["good.rng", "moved.rng"])
def test_the_bytes_are_those_of_the_publisher_wherever_he_has_moved_them(
        path: str, installed: Install, cache: Path) -> None:
    assert installed(path).code == "schema-installed"
    assert (cache / "ours.rng").read_bytes() == GOOD
    lock = json.loads((cache / installing.LOCK).read_text("utf-8"))
    assert lock["ours.rng"]["sha256"] == hashlib.sha256(GOOD).hexdigest()
    assert files(cache) == ["ours.rng", installing.LOCK]


@pytest.mark.parametrize(("path", "said"), [
    ("gone.rng", "nothing is there (any more): 404 Not Found. Its publisher may have moved it: look at "
                 "https://home.example/, and save it as ours.rng"),
    ("broken.rng", "the server answers 503 Service Unavailable"),
    ("circle.rng", "the server answers 302 "),
    ("disk.rng", "the server answers 302 "),
    ("half.rng", "the connection broke off: 40 of 91 bytes came; try again"),
    ("half-of-nobody-knows-what.rng", "is not the schema (not well-formed XML"),
    ("half-in-chunks.rng", "the connection broke off (IncompleteRead); try again"),
    ("hung-up.rng", "the connection broke off (RemoteDisconnected); try again"),
    ("nonsense.rng", "the connection broke off (BadStatusLine); try again"),
    ("silent.rng", "the server said nothing for 0.2 seconds; try again"),
    ("drop-by-drop.rng", "it had not come after 0.3 seconds"),
    ("endless.rng", "it is larger than 1 MB, which no schema is"),
    ("portal.rng", "is not the schema (it begins with <html>). See in a browser what lies there"),
])
def test_what_goes_wrong_is_told_and_nothing_is_written(
        path: str, said: str, installed: Install, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SILENCE", .2 if path == "silent.rng" else 30)
    monkeypatch.setattr(fetching, "PATIENCE", .3 if path == "drop-by-drop.rng" else 30)
    found = installed(path)
    assert (found.code, found.severity) == ("schema-not-fetched", "error")
    assert said in found.message
    assert f"save it as ours.rng in {cache}, or in a folder that TEI_SCHEMAS names" in found.message
    assert files(cache) == []


@pytest.mark.parametrize(("url", "said"), [
    ("http://127.0.0.1:9/x.rng", "Connection refused"),
    ("http://nobody.invalid/x.rng", "the name of the server is not known here; is there a network?"),
    ("no address", "unknown url type"),
])
def test_where_there_is_no_server(
        url: str, said: str, installed: Install, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object, **__: object) -> None:
        raise socket.gaierror

    if "invalid" in url:
        monkeypatch.setattr(socket, "getaddrinfo", no_network)
    found = installed("", url=url)
    assert said in found.message
    assert f"On a computer with a network, fetch {url}, and save it as ours.rng in {cache}" in found.message


def test_a_failure_leaves_what_was_there(installed: Install, cache: Path) -> None:
    installed("good.rng")
    before = {name: (cache / name).read_bytes() for name in files(cache)}
    for path in ("half.rng", "gone.rng", "portal.rng", "newer.rng"):
        assert installed(path).severity == "error"
        assert {name: (cache / name).read_bytes() for name in files(cache)} == before
    assert installed("newer.rng", update=True).code == "schema-installed"
    assert (cache / "ours.rng").read_bytes() == NEWER


def test_another_file_is_not_taken_where_the_first_is_gone(installed: Install, cache: Path) -> None:
    installed("good.rng")
    (cache / "ours.rng").unlink()
    assert "it is not written. With --update" in installed("newer.rng").message
    assert files(cache) == [installing.LOCK]


def test_a_file_that_can_never_change_has_its_checksum_here(installed: Install, cache: Path) -> None:
    right = hashlib.sha256(GOOD).hexdigest()
    found = installed("newer.rng", sha256=right)
    assert found.code == "schema-not-fetched"
    assert f"its sha256 is {hashlib.sha256(NEWER).hexdigest()}, not {right}" in found.message
    assert files(cache) == []
    assert "(as it has to be)" in installed("good.rng", sha256=right).message


def test_a_record_of_checksums_that_somebody_broke_is_begun_anew(installed: Install, cache: Path) -> None:
    cache.mkdir()
    (cache / installing.LOCK).write_text("[]", "utf-8")
    assert installed("good.rng").code == "schema-installed"


# ---- proxies

def test_the_proxy_of_the_environment_is_asked(
        at: str, installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", at)
    assert installed("", url="http://publisher.invalid/good.rng").code == "schema-installed"
    assert Publisher.asked == ["http://publisher.invalid/good.rng"]


def test_a_proxy_that_fails_is_named_without_its_password(
        installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://me:secret@127.0.0.1:9/")
    said = installed("", url="http://publisher.invalid/good.rng").message
    assert "(asked through the proxy 127.0.0.1:9, as http_proxy or the system says)" in said
    assert "secret" not in said


def test_who_needs_no_proxy_is_asked_himself(at: str, installed: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert installed("good.rng").code == "schema-installed"
    assert "the proxy" not in installed("gone.rng").message


# ---- and

def test_a_safe_connection_is_not_left_for_one_that_is_not() -> None:
    with pytest.raises(NotFetchedError, match=r"it leads to http://publisher.example/x.rng, which is not encrypted"):
        fetching._Redirects().redirect_request(Request("https://publisher.example/x.rng"), None, 301, "", {},
                                               "http://publisher.example/x.rng")


def test_a_certificate_that_cannot_be_checked_is_told(at: str) -> None:
    with pytest.raises(NotFetchedError, match="the server cannot prove who it is"):
        fetch(at.replace("http:", "https:") + "good.rng")


def test_the_command_says_so_in_its_status(
        installed: Install, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    installed("good.rng")
    assert run(["schema", "install", "ours"]) == 0
    assert "ours.rng: info: fetched from http://127.0.0.1:" in capsys.readouterr().out
    installed("gone.rng")
    assert run(["schema", "install", "ours"]) == 1
    assert "save it as ours.rng" in capsys.readouterr().out


def test_every_address_is_one_of_a_publisher() -> None:
    addresses = [part.url for known in KNOWN.values() for part in known.parts if part.url]
    assert addresses
    assert all(url.startswith("https://") for url in addresses)
    # What cannot come over a network is made of something that can be had.
    assert all(known.made for known in KNOWN.values() if any(known.by_hand(part) for part in known.parts))
