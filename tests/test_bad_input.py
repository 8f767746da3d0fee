"""Bad input: a message with file and place, the right exit status, the other sources built, nothing half-written."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import EDITION_TOML, LETTER, ROOT, Edition, tree

from edition import cli
from edition.commands import shared
from edition.making.disk import JOURNAL, MANIFEST
from edition.making.work import RESERVED

# name of the text, its bytes, its settings, what the message must hold
TEXTS: dict[str, tuple[bytes, str, tuple[str, ...]]] = {
    "empty": (b"", "", ("bad.txt: error", "source-empty")),
    "only white space": (b" \n\t\r\n\f ", "", ("bad.txt: error", "only white space", "source-empty")),
    "only a byte-order mark": (b"\xef\xbb\xbf", "", ("bad.txt: error", "source-empty")),
    "a PDF": (b"%PDF-1.7\n...", "", ("bad.txt: error", "a PDF", "source-not-text")),
    "an office document": (b"PK\x03\x04...", "", ("bad.txt: error", "ZIP", "source-not-text")),
    "NULs everywhere": (b"a\0b\0c\0\n\0", "", ("bad.txt: error", "control characters", "source-not-text")),
    "another encoding": (b"one line\ncaf\xe9\n", "", ("bad.txt:2: error", "0xE9 at offset 12", "source-undecodable")),
    "mixed encodings": (
        "café ".encode() + b"caf\xe9", "", ("bad.txt:1: error", "0xE9 at offset 9", "source-undecodable")),
    "an encoding nobody knows": (b"text", 'encoding = "utf-9"', ("bad.t", "utf-9", "encoding-unknown")),
    "a sum that is not its own": (b"text", f'sha256 = "{"0" * 64}"', ("bad.toml:1: error", "sha256", "source-changed")),
    "broken TOML": (b"text", 'date = "1934"\ntitle = "no end', ("bad.toml:2", "error", "toml-syntax")),
    "an unknown key": (
        b"text", '\ntitel = "A"', ("bad.toml:2: error", "titel", 'did you mean "title"', "toml-unknown-key")),
    "a value of the wrong type": (
        b"text", 'keywords = 3', ("bad.toml:1: error", "keywords", "toml-type")),
    "a convention nobody knows": (
        b"text", '[conventions]\nfootnote = true', ("bad.toml:2: error", "footnote", "toml-value")),
}

# What stands at the top of the output folder of two texts without a date and without persons.
SITE = [MANIFEST, "about.html", "index.html", "report.json", "schema", "search.html"]



def ours(out: Path) -> set[str]:
    return {path.partition("/")[0] for path in tree(out)}


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_that_cannot_be_built(case: str, folder: Path, tmp_path: Path, edition: Edition) -> None:
    data, settings, said = TEXTS[case]
    (folder / "bad.txt").write_bytes(data)
    if settings:
        (folder / "bad.toml").write_text(settings + "\n", "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert "Traceback" not in ran.err
    assert all(words in ran.err for words in said), ran.err
    assert str(folder) in ran.err
    assert "written: 2 of 3" in ran.out
    assert ours(tmp_path / "out") == {*SITE, "one", "two"}
    report = json.loads((tmp_path / "out/report.json").read_text("utf-8"))
    assert report["sources"]["bad"]["written"] is False
    assert [f["code"] for f in report["sources"]["bad"]["findings"]] == [said[-1]]


ODD = {
    "a byte-order mark": b"\xef\xbb\xbf" + LETTER.encode(),
    "UTF-16 with its mark": LETTER.encode("utf-16"),
    "CRLF": LETTER.replace("\n", "\r\n").encode(),
    "lone CR": LETTER.replace("\n", "\r").encode(),
    "mixed newlines": LETTER.replace("\n", "\r\n", 2).encode(),
    "no newline at the end": LETTER.rstrip("\n").encode(),
    "a NUL and other control characters":
        (LETTER * 3 + "It was\x01 so\x00 in the end, and\x1b so \x7f on\x85.\n").encode(),
    "characters that XML cannot hold":
        (LETTER + "Never \ufffe before \uffff and <never> & again ]]> {n} \\00000C.\n").encode(),
    "vertical tabs and form feeds": (LETTER + "\f\n" + LETTER + "\v\n").encode(),
    "other spaces and separators": (LETTER + "A\u00a0b\u2028c\u2029d\u3000e\u200bf.\n").encode(),
    "one letter": b"x",
}


@pytest.mark.parametrize("case", ODD)
def test_a_text_that_is_only_odd(case: str, folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / "odd.txt").write_bytes(ODD[case])
    out = tmp_path / "out"
    ran = edition("build", folder, "-o", out)
    assert ran.status == 0, ran.err
    target = tmp_path / "restored"
    assert edition("restore", out / "odd/odd.xml", "-o", target).status == 0
    assert target.read_bytes() == ODD[case]
    assert edition("validate", out / "odd/odd.xml").status == 0


@pytest.mark.parametrize("name", ["windows-1252", "latin-1", "mac-roman", "utf-16-le", "cp1251"])
def test_an_encoding_that_is_told(name: str, tmp_path: Path, edition: Edition) -> None:
    text = LETTER + {"cp1251": "Всегда так было.\n", "windows-1252": "Emploé, œuvre.\n"}.get(name, "Emploé.\n")
    (tmp_path / "x.txt").write_bytes(text.encode(name))
    ran = edition("build", tmp_path / "x.txt", "-o", tmp_path / "out", "--encoding", name)
    assert ran.status == 0, ran.err
    edition("restore", tmp_path / "out/x/x.xml", "-o", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == text.encode(name)
    report = json.loads((tmp_path / "out/report.json").read_text("utf-8"))
    assert report["sources"]["x"]["encoding"] not in ("", "utf-8")


DECISIONS = {
    "a reading that is not there": ('line = 5\nprinted = "nevermore"\ncorrected = "x"', 2, "decision-stale"),
    "a reading that is there twice": ('line = 5\nprinted = "so"\ncorrected = "x"', 2, "decision-ambiguous"),
    "a decision about nothing": ('line = 5\nprinted = "always"', 0, "decision-incomplete"),
    "an editor nobody declared": ('line = 5\nprinted = "always"\ncorrected = "x"\nby = "zz"', 4, "toml-value"),
    "broken TOML": ('line = 5\nprinted = "always', 3, "toml-syntax"),
}


@pytest.mark.parametrize("case", DECISIONS)
def test_decisions_that_no_longer_hold(case: str, folder: Path, tmp_path: Path, edition: Edition) -> None:
    text, line, code = DECISIONS[case]
    path = folder / "one.corrections.toml"
    path.write_text(f"[[correction]]\n{text}\n", "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert f"[{code}]" in ran.err, ran.err
    assert str(path) + (f":{line + 1}:" if line and code != "toml-syntax" else ":") in ran.err
    assert "one" not in ours(tmp_path / "out")
    assert "two" in ours(tmp_path / "out")


def test_every_decision_that_no_longer_holds_is_told(folder: Path, edition: Edition, tmp_path: Path) -> None:
    table = '[[correction]]\nline = 5\nprinted = "{}"\ncorrected = "x"\n'
    (folder / "one.corrections.toml").write_text(table.format("never") + table.format("nowhere"), "utf-8")
    assert edition("build", folder, "-o", tmp_path / "out").err.count("decision-stale") == 2
    assert edition("convert", folder / "one.txt").err.count("decision-stale") == 2


@pytest.mark.slow
def test_a_line_of_ten_million_characters(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text("It was so and no word of it was otherwise said. " * 220_000, "utf-8")
    ran = edition("build", tmp_path / "x.txt", "-o", tmp_path / "out")
    assert ran.status == 0, ran.err


@pytest.mark.parametrize(("text", "said"), [
    ("title = ", ("edition.toml:1", "toml-syntax")),
    ("", ("edition.toml", "licence", "toml-missing")),
    (EDITION_TOML.replace("editing", ""), ("edition.toml:13", "role", "toml-value")),
    (EDITION_TOML.replace('language = "en"', 'language = "en"\nlangauge = "de"'),
     ("edition.toml:3", "langauge", "toml-unknown-key")),
])
def test_broken_settings_of_an_edition(text: str, said: tuple[str, ...], folder: Path, tmp_path: Path,
                                       edition: Edition) -> None:
    (folder / "edition.toml").write_text(text, "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert all(words in ran.err for words in said), ran.err
    assert not (tmp_path / "out").exists()


def test_a_folder_without_settings(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.txt").write_text(LETTER, "utf-8")
    ran = edition("build", tmp_path)
    assert (ran.status, "edition-missing" in ran.err) == (1, True)


def test_a_folder_without_texts(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "edition.toml").write_text(EDITION_TOML, "utf-8")
    (tmp_path / "README.md").write_text("About this folder.", "utf-8")
    ran = edition("build", tmp_path)
    assert (ran.status, "no-texts" in ran.err) == (1, True)


def test_two_folders(folder: Path, tmp_path: Path, edition: Edition) -> None:
    ran = edition("build", folder, tmp_path)
    assert (ran.status, "several-folders" in ran.err) == (2, True)


@pytest.mark.parametrize("other", ["one.md", "ONE.txt", "One.MD"])
def test_two_sources_with_one_name(other: str, folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / other).write_text(LETTER, "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert ran.err.count("name-twice") == 2
    assert "one.txt" in ran.err
    assert other in ran.err
    assert "two" in ours(tmp_path / "out")
    assert "one" not in ours(tmp_path / "out")


def test_sources_that_were_built_once_are_not_gone_when_they_get_a_double(folder: Path, tmp_path: Path,
                                                                          edition: Edition) -> None:
    edition("build", folder, "-o", tmp_path / "out")
    (folder / "one.md").write_text(LETTER, "utf-8")
    edition("build", folder, "-o", tmp_path / "out")
    assert "one" in ours(tmp_path / "out")


@pytest.mark.parametrize("name", ["Schema", *(name for name in RESERVED if name not in (MANIFEST, JOURNAL))])
def test_a_name_that_the_output_folder_needs(name: str, folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / f"{name}.txt").write_text(LETTER, "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert (ran.status, "name-reserved" in ran.err) == (1, True)
    assert {"one", "two"} <= ours(tmp_path / "out")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"two\nlines.txt", b"bell\x07.txt"])
def test_a_name_that_is_no_text(name: bytes, folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / os.fsdecode(name)).write_text(LETTER, "utf-8")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert (ran.status, "name-unreadable" in ran.err) == (1, True)
    assert ours(tmp_path / "out") == {*SITE, "one", "two"}
    assert "name-unreadable" in (tmp_path / "out/report.json").read_text("utf-8")


@pytest.mark.parametrize("name", ["edition.toml", "one.xml"])
def test_a_file_that_is_no_source(name: str, folder: Path, edition: Edition) -> None:
    (folder / "one.xml").write_text("<TEI/>", "utf-8")
    ran = edition("build", folder / name)
    assert (ran.status, f"{folder / name}: error" in ran.err, "source-not-text" in ran.err) == (1, True, True)


def test_an_output_folder_that_is_a_file(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "out").write_bytes(b"")
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert (ran.status, "output-unwritable" in ran.err) == (1, True)
    assert "Traceback" not in ran.err
    assert str(tmp_path / "out") in ran.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind neither root nor Windows")
def test_an_output_folder_that_is_not_ours(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "out").mkdir(mode=0o555)
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert (ran.status, "output-unwritable" in ran.err) == (1, True)


def test_a_disk_that_is_full(folder: Path, tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    edition("build", folder, "-o", tmp_path / "out")
    before = tree(tmp_path / "out" / "one")
    (folder / "one.txt").write_text(LETTER + "More.\n", "utf-8")
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "new3":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert "No space left on device" in ran.err
    assert tree(tmp_path / "out" / "one") == before


def test_outputs_among_the_sources(folder: Path, edition: Edition) -> None:
    """The text one.txt, in a folder called one, has its outputs in that folder if they go to the folder above."""
    home = folder.parent / "one"
    folder.rename(home)
    ran = edition("build", home / "one.txt", "-o", folder.parent)
    assert (ran.status, "output-in-sources" in ran.err) == (1, True)
    assert (home / "one.txt").read_text("utf-8") == LETTER


def test_a_tei_that_somebody_edited(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    path = out / "one/one.xml"
    edited = path.read_bytes().replace(b"always", b"ever")
    path.write_bytes(edited)
    (folder / "one.txt").write_text(LETTER + "\nMore.\n", "utf-8")
    (folder / "two.md").write_text(LETTER + "\nMore.\n", "utf-8")
    ran = edition("build", folder, "-o", out)
    assert ran.status == 1
    assert f"{path}: error" in ran.err
    assert "--force" in ran.err
    assert path.read_bytes() == edited
    assert b"More." in (out / "two/two.xml").read_bytes()
    assert b"More." not in (out / "one/one.txt").read_bytes()
    assert edition("build", folder, "-o", out, "--force").status == 0
    assert b"More." in path.read_bytes()


def test_outputs_of_a_source_that_is_gone(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    (out / "two/my notes.md").write_text("mine", "utf-8")
    for name in ("one.txt", "two.md"):
        (folder / name).rename(folder / f"new-{name}")
    ran = edition("build", folder, "-o", out, "-v")
    assert ran.status == 0, ran.err
    assert ran.err.count("output-removed") == 2
    assert not (out / "one").exists()
    assert [path.name for path in (out / "two").iterdir()] == ["my notes.md"]


def test_an_edited_output_of_a_source_that_is_gone(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    (out / "one/one.xml").write_text("<mine/>", "utf-8")
    (folder / "one.txt").unlink()
    ran = edition("build", folder, "-o", out)
    assert (ran.status, "output-orphaned" in ran.err) == (0, True)
    assert [path.name for path in (out / "one").iterdir()] == ["one.xml"]


def test_a_ledger_that_is_missing_broken_or_of_another_tei(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    tei, ledger, other = out / "one/one.xml", out / "one/one.ledger.json", out / "two/two.ledger.json"
    assert "ledger-foreign" in edition("restore", tei, "--ledger", other).err
    ledger.write_bytes(b"\xff{")
    assert "ledger-broken" in edition("restore", tei).err
    ledger.unlink()
    ran = edition("restore", tei)
    assert (ran.status, ran.out) == (1, "")
    assert f"{ledger}: error" in ran.err
    assert "ledger-missing" in ran.err


@pytest.mark.parametrize("command", [
    ("convert", "{}"), ("validate", "{}"), ("render", "{}", "--to", "html"), ("verify", "{}", "x"), ("restore", "{}"),
    ("explain", "{}"),
])
def test_a_file_that_is_not_there(command: tuple[str, ...], tmp_path: Path, edition: Edition) -> None:
    missing = tmp_path / "no such file"
    ran = edition(*(word.format(missing) for word in command))
    assert ran.status == 1
    assert str(missing) in ran.out + ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("data", [b"", b"<TEI", b"not XML at all", b"<html/>", b"\xff\xfe<",
                                  b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
                                  b"<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><TEI>&x;</TEI>"])
@pytest.mark.parametrize("command", [("validate",), ("render", "--to", "txt"), ("verify", "SOURCE")])
def test_a_tei_that_is_none(data: bytes, command: tuple[str, ...], tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "x.xml").write_bytes(data)
    (tmp_path / "x.txt").write_text(LETTER, "utf-8")
    words = [command[0], tmp_path / "x.xml", *(tmp_path / "x.txt" if w == "SOURCE" else w for w in command[1:])]
    ran = edition(*words)
    assert ran.status == 1
    assert "Traceback" not in ran.err
    assert "internal-error" not in ran.err
    assert "root:" not in ran.out


@pytest.mark.parametrize("words", [
    (), ("bild",), ("build", "--frce"), ("build", "no such folder"), ("render", "x.xml"),
    ("render", "x.xml", "--to", "docx"), ("explain",), ("explain", "x", "0"), ("explain", "x", "first"), ("validate",),
    ("verify", "x"),
])
def test_misuse(words: tuple[str, ...], edition: Edition) -> None:
    ran = edition(*words)
    assert ran.status == 2
    assert "Usage: edition" in ran.err + ran.out
    assert "Traceback" not in ran.err


def test_a_line_that_is_not_there(folder: Path, edition: Edition) -> None:
    ran = edition("explain", folder / "one.txt", 99)
    assert (ran.status, "the last one is" in ran.err) == (1, True)


def test_errors_for_machines(tmp_path: Path, edition: Edition) -> None:
    ran = edition("convert", tmp_path / "x", "--json")
    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out)["findings"][0]["code"] == "source-unreadable"


@pytest.mark.parametrize(("error", "status", "said"), [
    (KeyboardInterrupt(), 130, "stopped"),
    (PermissionError(errno.EACCES, "Permission denied", "/some/file"), 1, "/some/file: error"),
    (RuntimeError("impossible"), 70, "please report it"),
    (RecursionError(), 70, "please report it"),
])
def test_whatever_happens_there_is_no_traceback(error: BaseException, status: int, said: str, edition: Edition,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def rules() -> None:
        raise error

    monkeypatch.setitem(cli.cli.commands, "rules", rules)
    ran = edition("rules")
    assert ran.status == status
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_reader_that_goes_away() -> None:
    """`edition rules | true`: no complaint, and the status a shell expects."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([sys.executable, "-m", "edition.cli", "rules"], stdout=write, stderr=subprocess.PIPE,
                         env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (shared.NO_READER, b"")


def test_colours_only_where_they_are_wanted(tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = shared.Finding("code", "error", "message", "file")
    assert "\x1b[31merror" in shared.coloured(finding)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in edition("convert", tmp_path / "x").err
