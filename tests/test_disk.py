"""Writing: all of a source's files or none, and never over what somebody changed by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from edition.findings import UserError
from edition.making.disk import JOURNAL, MANIFEST, Store, write_file

FILES = {"a.xml": b"<a/>", "a.txt": b"a"}


def built(root: Path, files: dict[str, bytes] = FILES, name: str = "a", owner: str = "", force: bool = False) -> Store:
    store = Store(root, owner, force)
    store.put(name, files)
    store.close()
    return store


def names(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    built(tmp_path)
    assert names(tmp_path) == [MANIFEST, "a/a.txt", "a/a.xml"]
    assert (tmp_path / "a/a.xml").read_bytes() == b"<a/>"


def test_our_own_output_is_overwritten(tmp_path: Path) -> None:
    built(tmp_path)
    built(tmp_path, {"a.xml": b"<b/>"})
    assert (tmp_path / "a/a.xml").read_bytes() == b"<b/>"


def test_a_file_no_longer_made_is_removed(tmp_path: Path) -> None:
    built(tmp_path)
    built(tmp_path, {"a.xml": b"<a/>"})
    assert names(tmp_path) == [MANIFEST, "a/a.xml"]


def test_a_file_changed_by_hand_stops_its_source_whole(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / "a/a.xml").write_bytes(b"<mine/>")
    with pytest.raises(UserError) as caught:
        built(tmp_path, {"a.xml": b"<b/>", "a.txt": b"b"})
    assert caught.value.finding.code == "output-edited"
    assert caught.value.finding.file == str(tmp_path / "a/a.xml")
    assert (tmp_path / "a/a.xml").read_bytes() == b"<mine/>"
    assert (tmp_path / "a/a.txt").read_bytes() == b"a"


def test_a_file_we_never_wrote_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/a.xml").write_bytes(b"<mine/>")
    with pytest.raises(UserError, match="output-edited"):
        built(tmp_path)
    built(tmp_path, force=True)
    assert (tmp_path / "a/a.xml").read_bytes() == b"<a/>"


def test_the_same_bytes_are_no_change(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / MANIFEST).unlink()
    built(tmp_path)


def test_a_folder_in_the_place_of_a_file_is_kept_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "a/a.xml").mkdir(parents=True)
    (tmp_path / "a/a.xml/mine").write_bytes(b"")
    with pytest.raises(UserError, match="output-unwritable"):
        built(tmp_path, force=True)
    assert (tmp_path / "a/a.xml/mine").exists()


def test_a_broken_manifest_makes_nothing_ours(tmp_path: Path) -> None:
    built(tmp_path)
    (tmp_path / MANIFEST).write_text("{not json", "utf-8")
    with pytest.raises(UserError, match="output-edited"):
        built(tmp_path, {"a.xml": b"<b/>"})


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_an_exchange_that_fails_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    built(tmp_path)
    calls, replace = [0], os.replace

    def failing(old: str | Path, new: str | Path) -> None:
        calls[0] += 1
        if calls[0] == fails_at:
            raise OSError(28, "No space left on device", str(new))
        replace(old, new)

    monkeypatch.setattr(os, "replace", failing)
    store = Store(tmp_path)
    with pytest.raises(UserError, match="No space left"):
        store.put("a", {"a.xml": b"<b/>", "a.txt": b"b"})
    assert (tmp_path / "a/a.xml").read_bytes() == b"<a/>"
    assert (tmp_path / "a/a.txt").read_bytes() == b"a"
    assert names(tmp_path) == [JOURNAL, MANIFEST, "a/a.txt", "a/a.xml"]


def test_after_a_build_that_was_cut_off_its_files_are_still_ours(tmp_path: Path) -> None:
    built(tmp_path)
    Store(tmp_path).put("a", {"a.xml": b"<b/>"})  # no close: the manifest is the old one
    built(tmp_path, {"a.xml": b"<c/>"})
    assert (tmp_path / "a/a.xml").read_bytes() == b"<c/>"
    assert not (tmp_path / JOURNAL).exists()


def test_outputs_of_a_source_that_is_gone_are_removed(tmp_path: Path) -> None:
    built(tmp_path, name="a", owner="E")
    built(tmp_path, name="b", owner="E")
    store = Store(tmp_path, "E")
    assert [finding.code for finding in store.remove_gone(["b"])] == ["output-removed"]
    store.close()
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b").exists()


def test_what_is_not_ours_in_a_folder_that_is_gone_stays(tmp_path: Path) -> None:
    built(tmp_path, owner="E")
    (tmp_path / "a/a.xml").write_bytes(b"<mine/>")
    (tmp_path / "a/photo.png").write_bytes(b"")
    finding = Store(tmp_path, "E").remove_gone([])[0]
    assert (finding.code, "a/a.xml" in finding.message) == ("output-orphaned", True)
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["a.xml", "photo.png"]


def test_outputs_of_another_edition_are_not_gone(tmp_path: Path) -> None:
    built(tmp_path, owner="E")
    assert Store(tmp_path, "F").remove_gone([]) == []
    assert Store(tmp_path, "").remove_gone([]) == []
    assert (tmp_path / "a/a.xml").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(UserError, match="output-unwritable"):
        built(tmp_path / "out")


def test_one_file_is_written_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "ä #1.xml"
    write_file(path, b"1")
    path.chmod(0o640)
    write_file(path, b"2")
    assert path.read_bytes() == b"2"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in path.parent.iterdir()] == [path.name]
