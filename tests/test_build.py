"""`edition build`: every output of every source, proved, and the same bytes from the same texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import LETTER, ROOT, SEEDS, Edition, tree

from edition.findings import UserError
from edition.making import checked, outcome
from edition.making.build import build
from edition.making.disk import MANIFEST
from edition.rendering.tei import Tei
from edition.writing import tei as tei_file

OUTPUTS = ["{0}.corpus.txt", "{0}.corrections.csv", "{0}.diplomatic.txt", "{0}.ledger.json", "{0}.txt", "{0}.xml",
           "{0}.bib", "{0}.epub", "{0}.ris", "diplomatic.html", "index.html", "search.js"]
TOP = [MANIFEST, "about.html", "index.html", "search.html", "report.json", "schema/edition.rng", "schema/edition.sch"]


def outputs(*names: str) -> list[str]:
    return sorted([*TOP, *(f"{name}/{file.format(name)}" for name in names for file in OUTPUTS)])


def codes(out: Path) -> list[str]:
    """The codes of all findings in the report, of every source and of none."""
    report = json.loads((out / "report.json").read_text("utf-8"))
    found = [*report["findings"], *(f for source in report["sources"].values() for f in source["findings"])]
    return [finding["code"] for finding in found]


def test_a_folder_gives_all_files_for_each_text(folder: Path, tmp_path: Path, edition: Edition) -> None:
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert (ran.status, "written: 2 of 2" in ran.out) == (0, True), ran.err
    assert sorted(tree(tmp_path / "out")) == outputs("one", "two")


def test_what_is_written_is_proved_and_restored(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    assert edition("verify", out / "one/one.xml", folder / "one.txt").status == 0
    assert edition("validate", out / "one/one.xml", out / "two/two.xml").status == 0
    assert edition("restore", out / "one/one.xml").out == LETTER
    assert json.loads((out / "one/one.ledger.json").read_bytes())["source"] == "one.txt"


def test_a_single_text_needs_no_settings(tmp_path: Path, edition: Edition) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    ran = edition("build", tmp_path / "letter.txt", "-o", tmp_path / "out")
    assert ran.status == 0, ran.err
    assert sorted(tree(tmp_path / "out")) == outputs("letter")
    assert "unknown" in (tmp_path / "out/letter/letter.xml").read_text("utf-8")


def test_a_single_text_has_the_settings_beside_it(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / "one.toml").write_text('author = { value = "A. B.", evidence = "internal: it is signed", cert = "high" }',
                                     "utf-8")
    edition("build", folder / "one.txt", "-o", tmp_path / "out")
    written = (tmp_path / "out/one/one.xml").read_text("utf-8")
    assert "A. B." in written
    assert "A press" in written


def test_a_single_text_joins_those_that_stand_there(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    (tmp_path / "three.txt").write_text(LETTER, "utf-8")
    edition("build", tmp_path / "three.txt", "-o", out)
    assert sorted(tree(out)) == outputs("one", "two", "three")
    page = (out / "index.html").read_text("utf-8")
    assert all(f"{name}/index.html" in page for name in ("one", "two", "three"))
    edition("build", folder, "-o", out)
    assert sorted(tree(out)) == outputs("one", "two", "three")


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build([SEEDS], tmp_path / name)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_a_build_over_itself_changes_no_file(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([folder], out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.name != MANIFEST}
    build([folder], out)
    assert before == {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.name != MANIFEST}


@pytest.mark.parametrize(("seed", "locale", "place"),
                         [("1", "C", "."), ("2", "en_US.UTF-8", "texts"), ("3", "tr_TR", "/")])
def test_the_same_bytes_whatever_is_around(folder: Path, tmp_path: Path, seed: str, locale: str, place: str) -> None:
    """Hash seed, locale, working folder and the way the paths are written say nothing about a text."""
    build([folder], tmp_path / "here")
    around = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    cwd = tmp_path / place
    source, out = (os.path.relpath(path, cwd) for path in (folder, tmp_path / "there"))
    command = [sys.executable, "-m", "edition.cli", "build", source, "-o", out, "-q"]
    subprocess.run(command, cwd=cwd, env=around, check=True)
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_the_order_of_texts_says_nothing(folder: Path, tmp_path: Path) -> None:
    build([folder / "one.txt", folder / "two.md"], tmp_path / "a")
    build([folder / "two.md", folder / "one.txt", folder / "two.md"], tmp_path / "b")
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


@pytest.mark.parametrize("name", ["a b", "né#1", "50% & more", "日本", "one+two", "q'uote", "-x", "[x]", "a.b.c"])
def test_any_name_of_a_file(tmp_path: Path, edition: Edition, name: str) -> None:
    (tmp_path / f"{name}.txt").write_text(LETTER, "utf-8")
    out = tmp_path / "o u#t é"
    ran = edition("build", tmp_path / f"{name}.txt", "-o", out)
    assert ran.status == 0, ran.err
    assert sorted(tree(out)) == outputs(name)
    assert edition("validate", out / name / f"{name}.xml").status == 0
    assert edition("restore", out / name / f"{name}.xml").out == LETTER


def test_the_report_accounts_for_every_character(tmp_path: Path) -> None:
    report = build([SEEDS], tmp_path / "out").report
    assert len(report["sources"]) == 3
    for source in report["sources"].values():
        assert sum(source["confidence"].values()) == pytest.approx(1, abs=0.001)
        told = sum(convention["share"] for convention in source["conventions"].values())
        assert 0.99 <= told + source["unrecognised"] <= 1.001


def test_what_no_rule_wants_is_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(LETTER + "\n% % %\n\n" + LETTER, "utf-8")
    assert build([tmp_path / "x.txt"], tmp_path / "out").report["sources"]["x"]["unrecognised"] > 0


def test_the_report_says_the_same_wherever_the_folders_lie(folder: Path, tmp_path: Path, edition: Edition) -> None:
    (folder / "bad.txt").write_bytes(b"")
    edition("build", folder, "-o", tmp_path / "out")
    text = (tmp_path / "out/report.json").read_text("utf-8")
    assert str(tmp_path) not in text
    assert '"file": "bad.txt"' in text


# Each check is seen to fail: a source with an error is not written, and the others are.


def failing(folder: Path, out: Path, edition: Edition, code: str) -> None:
    ran = edition("build", folder, "-o", out)
    assert ran.status == 1
    assert f"[{code}]" in ran.err
    assert "[not-written]" in ran.err
    assert "Traceback" not in ran.err
    assert sorted(tree(out)) == outputs("two")
    assert code in codes(out)
    draft = edition("build", folder, "-o", out, "--draft")
    assert draft.status == 1
    assert (out / "one/one.xml").exists()


def test_a_lost_character_is_not_written(folder: Path, tmp_path: Path, edition: Edition,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    write = tei_file.write
    monkeypatch.setattr(tei_file, "write", lambda d, s, e: write(d, s, e).replace(
        "always", "alway") if s.name == "one" else write(d, s, e))
    failing(folder, tmp_path / "out", edition, "not-proved")


def test_a_tei_that_is_not_valid_is_not_written(folder: Path, tmp_path: Path, edition: Edition,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    write = tei_file.write
    monkeypatch.setattr(tei_file, "write", lambda d, s, e: write(d, s, e).replace(
        "<p ", '<p who="#nobody" ', 1) if s.name == "one" else write(d, s, e))
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert f"{tmp_path}/out/one/one.xml:" in ran.err
    assert "(source line 5)" in ran.err
    assert sorted(tree(tmp_path / "out")) == outputs("two")


@pytest.mark.parametrize(("more", "code"), [
    ('<a href="#nowhere">x</a>', "link-broken"), ('<i id="k"></i><i id="k"></i>', "id-twice")])
def test_a_page_with_a_fault_in_its_links_is_not_written(
        folder: Path, tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch, more: str, code: str) -> None:
    render_all = outcome.render_all

    def with_fault(tei: Tei, *asked: Any) -> dict[str, bytes]:
        files = render_all(tei, *asked)
        if tei.name == "one":
            files["index.html"] = files["index.html"].replace(b"</main>", f"{more}</main>".encode())
        return files

    monkeypatch.setattr(outcome, "render_all", with_fault)
    failing(folder, tmp_path / "out", edition, code)


def test_bytes_that_cannot_be_restored_are_not_written(folder: Path, tmp_path: Path, edition: Edition,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    make = checked.ledger.make

    def forgetful(data: bytes, *rest: object) -> object:
        made = make(data, *rest)  # type: ignore[arg-type]
        return {**made, "layout": {}, "usual": {}} if b"Another" not in data else made

    monkeypatch.setattr(checked.ledger, "make", forgetful)
    failing(folder, tmp_path / "out", edition, "restore-mismatch")


def test_a_fault_of_ours_stops_one_source_and_asks_for_a_report(folder: Path, tmp_path: Path, edition: Edition,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    write = tei_file.write

    def faulty(document: object, settings: object, shared: object) -> str:
        if getattr(settings, "name", "") == "one":
            raise AssertionError("impossible")
        return write(document, settings, shared)  # type: ignore[arg-type]

    monkeypatch.setattr(tei_file, "write", faulty)
    ran = edition("build", folder, "-o", tmp_path / "out")
    assert ran.status == 1
    assert "please report it" in ran.err
    assert "Traceback" not in ran.err
    assert sorted(tree(tmp_path / "out")) == outputs("two")


def test_a_source_that_fails_keeps_what_was_built_before(folder: Path, tmp_path: Path, edition: Edition) -> None:
    out = tmp_path / "out"
    edition("build", folder, "-o", out)
    before = tree(out / "one")
    (folder / "one.txt").write_bytes(b"caf\xe9")
    assert edition("build", folder, "-o", out).status == 1
    assert tree(out / "one") == before
    assert "one/index.html" in (out / "index.html").read_text("utf-8")


def test_an_output_that_there_is_not_is_told_before_anything_is_built(folder: Path, tmp_path: Path) -> None:
    settings = folder / "edition.toml"
    settings.write_text('outputs = ["papyrus"]\n' + settings.read_text("utf-8"), "utf-8")
    with pytest.raises(UserError, match='"papyrus" is not one of html'):
        build([folder], tmp_path / "out")
    assert not (tmp_path / "out").exists()
