"""`edition serve`: the edition at 127.0.0.1, as it was built; what changes is built again, what is wrong is said."""

from __future__ import annotations

import functools
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import LETTER, ROOT, Edition, tree

from edition.making.build import build
from edition.serving.server import Viewer
from edition.serving.shown import Shown

SCRIPT = re.compile(r"<script data-build=.*?</script>", re.DOTALL)
POLICY = re.compile(r"script-src[^;]*; |; connect-src 'self'|; script-src 'sha256-[^;\"]*'(?=; connect)")


class Served:
    """A running server, and a client that may lie about whom it asks."""

    def __init__(self, folder: Path, out: Path, follow: bool = True) -> None:
        self.viewer = Viewer(0, follow)
        self.viewer.shown = self.shown = Shown([folder], out)
        threading.Thread(target=self.viewer.serve_forever, args=(.01,), daemon=True).start()

    def ask(self, path: str = "/", method: str = "GET", host: str | None = "") -> tuple[int, str,
                                                                                       http.client.HTTPMessage]:
        """The status, the answer and its headers. `host`: what the client says whom it asks ("": the server)."""
        client = http.client.HTTPConnection("127.0.0.1", self.viewer.server_port, timeout=30)
        client.putrequest(method, path, skip_host=True)
        if host is not None:
            client.putheader("Host", host or self.viewer.hosts[0])
        client.endheaders()
        answer = client.getresponse()
        text = answer.read().decode("utf-8", "replace")
        client.close()
        return answer.status, text, answer.headers

    def page(self, path: str = "/") -> str:
        return self.ask(path)[1]

    def change(self, path: Path, text: str | None) -> bool:
        """Write a file anew (None: remove it), and let the server look twice; whether it built."""
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
        first = self.shown.refresh()
        return self.shown.refresh() or first

    def close(self) -> None:
        self.viewer.shutdown()
        self.viewer.server_close()


@pytest.fixture
def served(folder: Path, tmp_path: Path) -> Iterator[Served]:
    made = Served(folder, tmp_path / "out")
    yield made
    made.close()


def test_every_file_of_the_build_is_there(served: Served, folder: Path, tmp_path: Path) -> None:
    """Byte for byte; pages have a script more, which asks for the next build, and a policy that lets it."""
    build([folder], tmp_path / "built")
    assert tree(tmp_path / "built") == tree(tmp_path / "out")
    for path, data in tree(tmp_path / "built").items():
        status, text, headers = served.ask(f"/{path}")
        assert headers["X-Content-Type-Options"] == "nosniff"
        if path.startswith("."):
            assert status == 404
            continue
        shown, made = SCRIPT.sub("", text), data.decode("utf-8", "replace")
        if path.endswith(".html"):
            assert shown != text
            shown, made = POLICY.sub("", shown), POLICY.sub("", made)
        assert (status, shown) == (200, made)


@pytest.mark.parametrize(("path", "kind"), [
    ("/", "text/html; charset=utf-8"), ("/one/", "text/html; charset=utf-8"),
    ("/one/one.txt", "text/plain; charset=utf-8"), ("/one/one.xml", "application/xml"),
    ("/one/one.corrections.csv", "text/csv; charset=utf-8")])
def test_kinds_of_files(served: Served, path: str, kind: str) -> None:
    assert served.ask(path)[2]["Content-Type"] == kind


def test_without_watching_the_pages_are_as_they_were_built(folder: Path, tmp_path: Path) -> None:
    served = Served(folder, tmp_path / "out", follow=False)
    assert served.page("/one/") == (tmp_path / "out/one/index.html").read_text("utf-8")
    served.close()


def test_the_address_of_a_folder_leads_into_it(served: Served) -> None:
    status, _, headers = served.ask("/one")
    assert (status, headers["Location"]) == (301, "/one/")


def test_head_is_as_get_without_the_body_and_nothing_else_is_answered(served: Served) -> None:
    _, text, headers = served.ask("/one/")
    status, nothing, also = served.ask("/one/", "HEAD")
    assert (status, nothing, also["Content-Length"]) == (200, "", str(len(text.encode())))
    assert headers["Content-Length"] == also["Content-Length"]
    assert [served.ask("/one/", method)[0] for method in ("POST", "PUT", "DELETE")] == [405, 501, 501]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", None])
def test_another_name_for_this_machine_is_refused(served: Served, host: str | None) -> None:
    """A page of another site that has its name point here (DNS rebinding) says that name as Host."""
    assert [served.ask(path, host=host)[0] for path in ("/", "/one/one.xml", "/.build")] == [403, 403, 403]


@pytest.mark.parametrize("path", [
    "/../secret.txt", "/%2e%2e/secret.txt", "/one/../../secret.txt", "/..%2fsecret.txt", "/one/..%5c..%5csecret.txt",
    "//secret.txt", "/%2fetc/passwd", "/.edition-manifest.json", "/one/./one.xml", "/one//one.xml", "/%00", "/%ff",
    "/link/secret.txt", "/file", "/nothing", "/one/nothing.html", "/schema/", "*"])
def test_nothing_else_can_be_had(served: Served, tmp_path: Path, path: str) -> None:
    """No file outside, by whatever way; what there is not is said on a page that leads back."""
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "out/link").symlink_to(tmp_path)
    (tmp_path / "out/file").symlink_to(tmp_path / "secret.txt")
    status, text, _ = served.ask(path)
    assert (status, "secret\n" in text) == (400 if path == "/%ff" else 404, False)
    assert '<a href="/">' in text


def test_a_text_that_changes_is_built_again_and_it_alone(served: Served, folder: Path) -> None:
    before = served.page("/.build")
    assert served.change(folder / "one.txt", LETTER.replace("letters", "postcards"))
    assert "postcards" in served.page("/one/")
    assert served.shown.state.again == ["one"]
    assert served.page("/.build") != before
    assert not served.shown.refresh()


def test_what_is_still_being_written_is_waited_for(served: Served, folder: Path) -> None:
    (folder / "one.txt").write_text(LETTER + "more", "utf-8")
    assert not served.shown.refresh()
    (folder / "one.txt").write_text(LETTER + "more and more.\n", "utf-8")
    assert not served.shown.refresh()
    assert served.shown.refresh()
    assert "more and more" in served.page("/one/")


@pytest.mark.parametrize(("file", "text", "again"), [
    ("one.toml", 'language = "de"\n', ["one"]), ("edition.toml", None, ["one", "two"]),
    ("persons.toml", "", ["one", "two"]),
    ("two.corrections.toml", '[[correction]]\nline = 5\nprinted = "always"\nmark = "keep"\n', ["one", "two"]),
    ("two.corrections.toml", '[[correction]]\nline = 5\nis = "p"\n', ["two"]), ("three.txt", LETTER, ["three"]),
    ("README.md", "About.\n", None)])
def test_settings_of_one_text_concern_it_those_of_all_all(served: Served, folder: Path, file: str, text: str | None,
                                                         again: list[str] | None) -> None:
    """Decisions about one text concern the others where they teach something."""
    if text is None:
        text = (folder / file).read_text("utf-8").replace("Two letters", "Three letters")
    assert served.change(folder / file, text) is bool(again)
    assert again is None or served.shown.state.again == again


def test_what_serve_shows_at_last_is_what_a_build_makes(served: Served, folder: Path, tmp_path: Path) -> None:
    for k in range(3):
        served.change(folder / "one.txt", LETTER + f"And so {k}.\n")
        served.change(folder / f"new{k}.md", LETTER)
    served.change(folder / "new1.md", None)
    served.change(folder / "two.toml", 'title = { value = "T", evidence = "internal: it is printed", cert = "high" }\n')
    build([folder], tmp_path / "built")
    assert tree(tmp_path / "out") == tree(tmp_path / "built")


def test_errors_stand_in_the_place_of_the_text_until_they_are_mended(served: Served, folder: Path) -> None:
    served.change(folder / "one.toml", "titel = 3\n")
    for path in ("/one/", "/one/diplomatic.html", "/one/one.txt"):
        status, text, _ = served.ask(path)
        assert status == 500
        assert "<h1>one cannot be shown</h1>" in text
        assert "one.toml, line 1" in text
        assert SCRIPT.search(text)
    assert "found <a href=\"/.errors\">an error</a>" in served.page("/")
    assert "one.toml, line 1" in served.page("/.errors")
    assert served.ask("/two/")[0] == 200
    served.change(folder / "one.toml", None)
    assert served.ask("/one/")[0] == 200
    assert "/.errors" not in served.page("/")
    assert "There are none." in served.page("/.errors")


def test_an_error_of_the_whole_edition_stands_on_every_page(served: Served, folder: Path) -> None:
    told = (folder / "edition.toml").read_text("utf-8")
    served.change(folder / "edition.toml", "title = <b>\n")
    for path in ("/", "/one/", "/search.html"):
        assert served.ask(path)[0] == 500
        assert "edition.toml, line 1" in served.page(path)
    served.change(folder / "edition.toml", told)
    assert served.ask("/one/")[0] == 200


def test_what_a_page_tells_is_no_mark_up(served: Served, folder: Path) -> None:
    served.change(folder / "one.toml", '"<img src=x>" = 3\n')
    assert "&lt;img src=x&gt;" in served.page("/one/")
    assert "<img" not in served.page("/one/")


def test_a_fault_of_the_program_ends_no_server(served: Served, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.serving.shown.build", lambda *_, **__: 1 / 0)
    served.change(folder / "one.txt", LETTER + "more\n")
    assert "this is a fault of edition" in served.page("/one/")


def test_a_port_that_is_taken(served: Served, folder: Path, edition: Edition) -> None:
    port = served.viewer.server_port
    ran = edition("serve", folder, "--port", str(port))
    assert (ran.status, ran.out) == (1, "")
    assert f"nothing can be served on port {port}" in ran.err
    assert "--port" in ran.err


def test_what_cannot_be_built_at_all_is_not_served(tmp_path: Path, edition: Edition) -> None:
    ran = edition("serve", tmp_path, "--port", "0")
    assert (ran.status, "edition.toml" in ran.err) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="no signals")
@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_the_address_and_ends_at_ctrl_c(folder: Path, tmp_path: Path, signum: int) -> None:
    """Nothing stays behind: no file among the sources, none in the folder for passing things."""
    before, passing = tree(folder), tmp_path / "passing"
    passing.mkdir()
    command = [sys.executable, "-m", "edition.cli", "serve", str(folder), "--watch", "--port", "0"]
    in_background = functools.partial(signal.signal, signal.SIGINT, signal.SIG_IGN)  # as a shell starts it there
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
                          preexec_fn=in_background,
                          env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(passing)}) as running:
        assert running.stdout
        url = running.stdout.readline().strip()
        client = http.client.HTTPConnection(url.removeprefix("http://").rstrip("/"), timeout=30)
        client.request("GET", "/one/")
        assert client.getresponse().status == 200
        client.close()
        assert "2 texts built" in running.stdout.readline()
        (folder / "one.txt").write_text(LETTER + "more\n", "utf-8")
        assert running.stdout.readline() == "built again: one\n"
        running.send_signal(signum)
        try:
            out, err = running.communicate(timeout=30)
        finally:
            running.kill()  # else a program that does not end would never let this one end
        assert (running.returncode, out, "Traceback" in err) == (0, "ended\n", False)
    assert sorted(passing.iterdir()) == []
    assert sorted(tree(folder)) == sorted(before)
