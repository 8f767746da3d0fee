"""A package is the same on every machine, other tools read it, and whatever is changed in it is found."""

from __future__ import annotations

import io
import json
import re
import shutil
import stat
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Edition, tree

from edition.findings import UserError
from edition.packing.archive import Package, pack_into
from edition.packing.bag import NAME as NAMES
from edition.packing.bag import TAG_MANIFEST, faults, sum_of, tag_files
from edition.packing.making import pack
from edition.packing.received import Received, received
from edition.resources import folder as resource

FACTS = 'published = 2026-11-22\nversion = "1.0"\n'
NAME = "data/edition/one/one"
Change = Callable[[dict[str, bytes]], None]


@pytest.fixture
def letters(folder: Path) -> Path:
    """An edition folder with all facts that a package needs, and one text."""
    settings = folder / "edition.toml"
    settings.write_text(FACTS + settings.read_text("utf-8"), "utf-8")
    (folder / "two.md").unlink()
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A package of one text, as its files."""
    from conftest import EDITION_TOML, LETTER

    place = tmp_path_factory.mktemp("letters")
    (place / "edition.toml").write_text(FACTS + EDITION_TOML, "utf-8")
    (place / "one.txt").write_text(LETTER, "utf-8")
    return pack([place]).files


def packed(root: str, files: dict[str, bytes], suffix: str) -> bytes:
    """The bytes of an archive."""
    out = io.BytesIO()
    pack_into(out, root, files, suffix)
    return out.getvalue()


def lay(files: dict[str, bytes], place: Path) -> Path:
    """A package as a folder."""
    for path, data in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return place


def proved(place: Path, trust: bool = False) -> Received:
    with Package(place) as package:
        return received(package, trust)


def told_of(place: Path) -> list[str]:
    """The codes of all that is said of a package, also of one that cannot be read."""
    try:
        return [finding.code for finding in proved(place).findings]
    except UserError as error:
        return [error.finding.code]


def errors(place: Path) -> list[str]:
    return [finding.code for finding in proved(place).findings if finding.severity == "error"]


def enclosed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The same payload with sums that fit: what someone makes who changes a file and hides it."""
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    crate = "data/ro-crate-metadata.json"
    described = json.loads(payload[crate])
    for entity in described["@graph"]:
        if entity["@type"] == "File" and (data := payload.get(f"data/{entity['@id']}")) is not None:
            one = sum_of(data)
            entity["contentSize"], entity["sha256"] = str(one.size), one.sha256
    payload[crate] = json.dumps(described).encode()
    return {**payload, **tag_files({path: sum_of(data) for path, data in payload.items()}, {})}


# What is made


def test_the_same_edition_gives_the_same_bytes_wherever_it_lies(letters: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "texts"
    shutil.copytree(letters, other)
    assert pack([letters]).files == pack([other]).files


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_an_archive_has_no_times_owners_or_modes_of_its_own(files: dict[str, bytes], suffix: str) -> None:
    data = packed("letters", files, suffix)
    assert data == packed("letters", dict(reversed(files.items())), suffix)
    if suffix == ".zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told = {(entry.date_time, entry.external_attr, entry.compress_type) for entry in archive.infolist()}
            names = archive.namelist()
        assert told == {((1980, 1, 1, 0, 0, 0), (stat.S_IFREG | 0o644) << 16, zipfile.ZIP_STORED)}
    else:
        with tarfile.TarFile(fileobj=io.BytesIO(data)) as unpacked:
            names = unpacked.getnames()
            assert {(one.mtime, one.uid, one.uname, one.mode) for one in unpacked} == {(0, 0, "", 0o644)}
    assert names == sorted(f"letters/{path}" for path in files)


def test_a_package_holds_everything(files: dict[str, bytes]) -> None:
    assert {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"} == {
        path for path in files if "/" not in path}
    assert {"README.md", "LICENSE.txt", "ro-crate-metadata.json", "source/one.txt", "source/edition.toml",
            "edition/index.html", "edition/one/one.xml", "edition/one/one.ledger.json", "edition/one/index.html",
            "edition/one/one.epub", "edition/one/one.corrections.csv", "edition/schema/edition.odd",
            "edition/schema/edition.rng", "edition/schema/edition.sch", "reports/one.proof.txt",
            "reports/one.validation.json"} <= {path.removeprefix("data/") for path in files}
    assert json.loads(files["data/reports/one.validation.json"])["valid"] is True
    assert b"Bagging-Date: 2026-11-22\n" in files["bag-info.txt"]
    assert not any("_" in path or " " in path for path in files)


def test_every_file_is_in_the_crate_and_each_entity_that_is_pointed_to(files: dict[str, bytes]) -> None:
    graph = {one["@id"]: one for one in json.loads(files["data/ro-crate-metadata.json"])["@graph"]}
    told = {path for path, one in graph.items() if one["@type"] == "File"}
    payload = {path.removeprefix("data/") for path in files if path.startswith("data/")}
    assert told == payload - {"ro-crate-metadata.json"}
    pointed = set(re.findall(r'\{\s*"@id": "([^"]+)"\s*\}', files["data/ro-crate-metadata.json"].decode()))
    assert pointed - set(graph) == {"https://w3id.org/ro/crate/1.1"}
    assert graph["./"]["datePublished"] == "2026-11-22"


def test_the_reference_tool_takes_the_bag_and_finds_a_changed_one(files: dict[str, bytes], tmp_path: Path) -> None:
    pytest.importorskip("bagit")
    place = lay(files, tmp_path / "letters")
    check = [sys.executable, "-W", "ignore", "-m", "bagit", "--validate", "--quiet", str(place)]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0
    (place / "data" / "source" / "one.txt").write_bytes(b"other\n")
    assert subprocess.run(check, capture_output=True, check=False).returncode != 0


@pytest.mark.filterwarnings("default")
def test_a_reader_of_crates_finds_every_file_and_every_term_in_the_context(files: dict[str, bytes],
                                                                           tmp_path: Path) -> None:
    rocrate = pytest.importorskip("rocrate.rocrate")
    place = lay(files, tmp_path / "letters") / "data"
    crate = rocrate.ROCrate(place)
    assert crate.name == "Two letters"
    assert {one.id for one in crate.data_entities} == {
        path.removeprefix("data/") for path in files if path.startswith("data/")} - {"ro-crate-metadata.json"}
    context = json.loads((Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_text("utf-8"))["@context"]
    graph = json.loads(files["data/ro-crate-metadata.json"])["@graph"]
    used = {term for one in graph for term in (*one, one["@type"]) if not term.startswith("@")}
    assert used <= set(context)


def test_the_checks_of_the_readme_pass(files: dict[str, bytes], tmp_path: Path) -> None:
    place = lay(files, tmp_path / "letters")
    commands = re.findall(r"^    (\S.+)$", files["data/README.md"].decode(), re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["sha256sum", "sha256sum", "xmllint"]
    for command in commands:
        if shutil.which(command.split()[0]):
            assert subprocess.run(command.split(), cwd=place, capture_output=True, check=False).returncode == 0, command


def test_exports_and_reports_of_the_schemas_of_others_are_put_in(letters: Path, tmp_path: Path) -> None:
    grammar = tmp_path / "other_schema.rng"
    grammar.write_text('<element name="x" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', "utf-8")
    made = pack([letters], [str(grammar)], (), ["reading", "dracor"])
    assert json.loads(made.files["data/reports/one.other-schema.rng.json"])["valid"] is False
    assert b"<TEI" in made.files["data/exports/reading/one.xml"]
    assert "data/exports/dracor/one.xml" not in made.files
    said = {(one.code, one.severity) for one in made.findings}
    assert {("pack-schema", "warning"), ("export-unfit", "warning")} <= said


def test_a_tree_of_capitains_is_packed_though_its_names_have_underscores(letters: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (letters / f"{name}.txt").write_bytes((letters / "one.txt").read_bytes())
        (letters / f"{name}.toml").write_text(f'title = "A letter"\nurn = "urn:cts:e:letters.first.{name}"\n', "utf-8")
    made = pack([letters], (), (), ["capitains"])
    inventory = made.files["data/exports/capitains/data/letters/first/__cts__.xml"]
    assert inventory.count(b"<ti:edition") == 2
    assert "pack-name-prescribed" in [one.code for one in made.findings]
    place = tmp_path / "letters.zip"
    place.write_bytes(packed("letters", made.files, ".zip"))
    assert proved(place).findings == []


@pytest.mark.parametrize("name", ["a__b.xml", "__cts__.xml.txt", "a/__cts__.xml/b", "__cts__"])
def test_no_other_name_has_underscores(name: str) -> None:
    assert not NAMES.match(name)


# What is refused


@pytest.mark.parametrize(("take", "code", "said"), [
    ("published = 2026-11-22\n", "pack-fact-missing", "published = 2026-01-31"),
    ('title = "Two letters"\n', "toml-missing", "title")])
def test_a_missing_fact_is_named(letters: Path, take: str, code: str, said: str) -> None:
    settings = letters / "edition.toml"
    settings.write_text(settings.read_text("utf-8").replace(take, ""), "utf-8")
    with pytest.raises(UserError) as caught:
        pack([letters])
    assert (caught.value.finding.code, said in caught.value.finding.message) == (code, True)


def test_names_that_archives_do_not_take_are_all_named(letters: Path) -> None:
    (letters / "a_b.txt").write_text("One.\n", "utf-8")
    (letters / "c d.txt").write_text("Two.\n", "utf-8")
    with pytest.raises(UserError) as caught:
        pack([letters])
    assert [one.code for one in caught.value.findings] == ["pack-name", "pack-name"]
    assert '"a_b.txt"' in caught.value.findings[0].message


def test_a_text_with_errors_is_not_packed(letters: Path, edition: Edition, tmp_path: Path) -> None:
    (letters / "one.toml").write_text('titel = "x"\n', "utf-8")
    ran = edition("pack", letters, "-o", tmp_path / "p.zip")
    assert (ran.status, "toml-unknown-key" in ran.err, (tmp_path / "p.zip").exists()) == (1, True, False)


# What is received


def test_a_package_is_proved_as_folder_zip_and_tar(letters: Path, edition: Edition, tmp_path: Path) -> None:
    for name in ("letters-1.0", "letters-1.0.zip", "letters-1.0.tar"):
        place = tmp_path / name
        assert edition("pack", letters, "-o", place).status == 0
        assert edition("pack", letters, "-o", place).status == 1
        assert edition("pack", letters, "-o", place, "--force").status == 0
        ran = edition("unpack", "--verify", place)
        assert (ran.status, "proved" in ran.out) == (0, True)
        assert proved(place).findings == []
    assert edition("unpack", tmp_path / "letters-1.0.zip", "-o", tmp_path / "out").status == 0
    assert tree(tmp_path / "out" / "letters-1.0") == tree(tmp_path / "letters-1.0")
    assert edition("unpack", tmp_path / "letters-1.0.zip").status == 2
    assert "pack-exists" in edition("unpack", tmp_path / "letters-1.0.zip", "-o", tmp_path / "out").err


def test_only_a_package_is_ever_replaced(letters: Path, edition: Edition) -> None:
    before = tree(letters)
    assert "pack-exists" in edition("pack", letters, "-o", letters, "--force").err
    assert tree(letters) == before


def test_an_archive_may_be_renamed(files: dict[str, bytes], tmp_path: Path) -> None:
    place = tmp_path / "download (1).zip"
    place.write_bytes(packed("letters", files, ".zip"))
    assert proved(place).findings == []


def test_a_flipped_byte_in_any_file_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    place = lay(files, tmp_path / "letters")
    tags, sums = {path: files[path] for path in files if "/" not in path}, {p: sum_of(d) for p, d in files.items()}
    assert list(faults(tags, sums)) == []
    for number, (path, data) in enumerate(sorted(files.items())):
        at = (number * 7919) % len(data)
        changed = data[:at] + bytes([data[at] ^ 1 << number % 8]) + data[at + 1:]
        around = {**tags, path: changed} if path in tags else tags
        assert list(faults(around, {**sums, path: sum_of(changed)})), (path, at)
        if not number % 9:
            (place / path).write_bytes(changed)
            assert errors(place), (path, at)
            (place / path).write_bytes(data)
    assert errors(place) == []


def test_every_flipped_byte_of_the_tag_manifest_is_found(files: dict[str, bytes], tmp_path: Path) -> None:
    """Nothing has its checksum: it must be just what its files make it."""
    tags, sums = {path: files[path] for path in files if "/" not in path}, {p: sum_of(d) for p, d in files.items()}
    data = tags[TAG_MANIFEST]
    for at in range(len(data)):
        for bit in (0, 5, 7):
            changed = data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1:]
            assert list(faults({**tags, TAG_MANIFEST: changed}, sums)), at


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_a_flipped_byte_anywhere_in_an_archive_is_told(files: dict[str, bytes], tmp_path: Path, suffix: str) -> None:
    data = packed("letters", files, suffix)
    place = tmp_path / f"letters{suffix}"
    for at in (5, 31, 130, *range(601, len(data), len(data) // 4), len(data) - 3):
        place.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
        assert told_of(place), at


def change(path: str, old: bytes, new: bytes) -> Change:
    def made(files: dict[str, bytes]) -> None:
        assert old in files[path]
        files[path] = files[path].replace(old, new)

    return made


def drop(path: str) -> Change:
    def made(files: dict[str, bytes]) -> None:
        del files[path]

    return made


HIDDEN = {
    "a word of the TEI": (change(f"{NAME}.xml", b"always", b"never"), "not-proved"),
    "an attribute of the TEI": (change(f"{NAME}.xml", b'<p xml:id="s1.p1"', b'<p foo="x" xml:id="s1.p1"'),
                                "attribute-unknown"),
    "a word of the source": (change("data/source/one.txt", b"always", b"never"), "not-proved"),
    "a blank of the source": (change("data/source/one.txt", b"\n\n", b"\n\n\n"), "package-source"),
    "the white space of the ledger": (change(f"{NAME}.ledger.json", b"\\n", b"\\t"), "restore-mismatch"),
    "the source left out": (drop("data/source/one.txt"), "package-source"),
    "the ledger left out": (drop(f"{NAME}.ledger.json"), "bag-file-missing"),
    "the TEI left out": (drop(f"{NAME}.xml"), "bag-file-missing"),
    "the grammar left out": (drop("data/edition/schema/edition.rng"), "bag-file-missing"),
}


@pytest.mark.parametrize(("made", "code"), HIDDEN.values(), ids=HIDDEN)
def test_a_change_with_sums_that_fit_is_found_by_the_proof(files: dict[str, bytes], tmp_path: Path, made: Change,
                                                           code: str) -> None:
    changed = dict(files)
    made(changed)
    assert code in errors(lay(enclosed(changed), tmp_path / "letters"))


def test_what_nobody_changed_and_enclosed_again_is_sound(files: dict[str, bytes], tmp_path: Path) -> None:
    assert errors(lay(enclosed(files), tmp_path / "letters")) == []


def test_rules_of_others_run_only_where_they_are_trusted(files: dict[str, bytes], tmp_path: Path) -> None:
    rules = b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern><rule context="*">' \
            b'<assert id="no" test="false()">never</assert></rule></pattern></schema>'
    place = lay(enclosed({**files, "data/edition/schema/edition.sch": rules}), tmp_path / "letters")
    assert [one.code for one in proved(place).findings] == ["package-rules"]
    assert any(one.message == "never" for one in proved(place, trust=True).findings)


def test_what_is_put_in_and_what_is_left_out_is_named(files: dict[str, bytes], tmp_path: Path) -> None:
    changed = {**files, "data/stray.txt": b"x", "note.txt": b"y"}
    del changed["data/README.md"]
    found = {(one.code, one.file) for one in proved(lay(changed, tmp_path / "letters")).findings}
    assert {("bag-file-stray", "data/stray.txt"), ("bag-file-stray", "note.txt"),
            ("bag-file-missing", "data/README.md")} <= found


def zipped(entries: Iterator[tuple[str, bytes, int]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data, mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, data)
    return out.getvalue()


@pytest.mark.parametrize(("name", "mode", "code"), [
    ("p/../../etc/x", 0, "package-name"), ("p//abs", 0, "package-name"), ("/etc/x", 0, "package-root"),
    ("../p/x", 0, "package-root"),
    ("p/data/C:x", 0, "package-name"), ("p/data/a\\..\\b", 0, "package-name"), ("p/data/é.txt", 0, "package-name"),
    ("p/data/.", 0, "package-name"), ("p/data/...", 0, "package-name"),
    ("p/data/link", stat.S_IFLNK | 0o777, "package-link"), ("p/data/readme.md", 0, "package-twice")])
def test_a_zip_that_leads_out_is_refused(tmp_path: Path, files: dict[str, bytes], edition: Edition, name: str,
                                         mode: int, code: str) -> None:
    place = tmp_path / "p.zip"
    plain = [(f"p/{path}", data, stat.S_IFREG | 0o644) for path, data in files.items()]
    place.write_bytes(zipped(iter([*plain, (name, b"x", mode)])))
    assert code in errors(place)
    assert edition("unpack", place, "-o", tmp_path / "out").status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["p.zip"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_a_tar_with_links_or_devices_is_refused(tmp_path: Path, files: dict[str, bytes], kind: bytes) -> None:
    place = tmp_path / "p.tar"
    with tarfile.TarFile(place, "w") as archive:
        for path, data in files.items():
            entry = tarfile.TarInfo(f"p/{path}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        entry = tarfile.TarInfo("p/data/link")
        entry.type, entry.linkname = kind, "../../etc/passwd"
        archive.addfile(entry)
    assert "package-link" in errors(place)


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path, files: dict[str, bytes]) -> None:
    place = lay(files, tmp_path / "p")
    (tmp_path / "elsewhere.txt").write_text("secret", "utf-8")
    (place / "data" / "README.md").unlink()
    (place / "data" / "README.md").symlink_to(tmp_path / "elsewhere.txt")
    assert errors(place) == ["package-link"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and no more", b"text"])
@pytest.mark.parametrize("suffix", [".zip", ".tar", ""])
def test_what_is_no_package_is_said_to_be_none(tmp_path: Path, edition: Edition, data: bytes, suffix: str) -> None:
    place = tmp_path / f"p{suffix}"
    place.write_bytes(data)
    ran = edition("unpack", "--verify", place)
    assert ran.status == 1
    assert "package-unreadable" in ran.err + ran.out or "bag-file-missing" in ran.out


def test_an_older_schema_in_the_package_is_the_one_that_counts(files: dict[str, bytes], tmp_path: Path) -> None:
    grammar = files["data/edition/schema/edition.rng"]
    assert grammar == (resource("schema") / "edition.rng").read_bytes()
    changed = {**files, "data/edition/schema/edition.rng": grammar.replace(b'name="hi"', b'name="other"')}
    assert errors(lay(enclosed(changed), tmp_path / "letters"))


def test_a_folder_that_stands_above_is_no_root(files: dict[str, bytes], tmp_path: Path, edition: Edition) -> None:
    place = tmp_path / "inner" / "p.zip"
    place.parent.mkdir()
    place.write_bytes(zipped(iter([(f"../{path}", data, stat.S_IFREG | 0o644) for path, data in files.items()])))
    assert edition("unpack", place, "-o", tmp_path / "inner").status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["inner"]


def replaced(path: str, made: Callable[[bytes], bytes]) -> Change:
    def changed(files: dict[str, bytes]) -> None:
        files[path] = made(files[path])

    return changed


BARE = {
    "bag-declaration": replaced("bagit.txt", lambda data: data.replace(b"1.0", b"0.97")),
    "bag-manifest-line": replaced("manifest-sha256.txt", lambda data: data + b"and more\n"),
    "bag-manifest-order": replaced("manifest-sha256.txt", lambda data: b"".join(sorted(data.splitlines(True)))),
    "bag-oxum": replaced("bag-info.txt", lambda data: re.sub(rb"Oxum: \d+", b"Oxum: 1", data)),
    "bag-checksum": replaced("data/README.md", bytes.upper),
    "crate-broken": replaced("data/ro-crate-metadata.json", lambda data: data[:100]),
    "crate-file": replaced("data/README.md", bytes.lower),
    "package-empty": lambda files: [files.pop(path) for path in list(files) if path.startswith("data/edition/one/")],
}


@pytest.mark.parametrize("code", BARE)
def test_each_fault_of_a_bag_has_its_code(files: dict[str, bytes], tmp_path: Path, code: str) -> None:
    changed = dict(files)
    BARE[code](changed)
    assert code in errors(lay(changed, tmp_path / "letters"))


def test_a_file_damaged_within_an_archive_is_named(files: dict[str, bytes], tmp_path: Path) -> None:
    data, place = packed("letters", files, ".zip"), tmp_path / "letters.zip"
    at = data.index(b"# Two letters")
    place.write_bytes(data[:at] + b"!" + data[at + 1:])
    assert ("package-damaged", "data/README.md") in {(one.code, one.file) for one in proved(place).findings}


def test_an_archive_packed_again_by_another_program_is_sound_and_told(files: dict[str, bytes], tmp_path: Path) -> None:
    place = tmp_path / "letters.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(f"letters/{path}", data)
    assert [(one.code, one.severity) for one in proved(place).findings] == [("package-repacked", "warning")]


def test_that_the_words_of_the_licence_are_missing_is_remarked(letters: Path) -> None:
    assert "pack-licence-text" in [one.code for one in pack([letters]).findings]
    (letters / "LICENSE.txt").write_text("All of it.\n", "utf-8")
    made = pack([letters])
    assert (made.files["data/LICENSE.txt"], "pack-licence-text" in [one.code for one in made.findings]) == (
        b"All of it.\n", False)


def bomb(place: Path, files: dict[str, bytes]) -> None:
    """A package with a file that unpacks to two thousand times what it takes."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(f"p/{path}", data)
        archive.writestr("p/data/zeros.txt", bytes(200_000_000))


def test_what_swells_a_hundredfold_is_not_unpacked(files: dict[str, bytes], tmp_path: Path, edition: Edition) -> None:
    place = tmp_path / "p.zip"
    bomb(place, files)
    assert errors(place) == ["package-bomb"]
    assert edition("unpack", place, "-o", tmp_path / "out").status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["p.zip"]


def test_a_sparse_tar_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    place = tmp_path / "p.tar"
    entry = tarfile.TarInfo("p/data/zeros.txt")
    entry.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "p/data/zeros.txt",
                         "GNU.sparse.realsize": str(1 << 40)}
    entry.size = 512
    with tarfile.TarFile(place, "w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(entry, io.BytesIO(b"1\n1099511627776\n0\n".ljust(512, b"\0")))
    assert errors(place) == ["package-bomb"]


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_an_archive_cut_off_anywhere_is_refused(files: dict[str, bytes], tmp_path: Path, suffix: str) -> None:
    data, place = packed("letters", files, suffix), tmp_path / f"letters{suffix}"
    for part in (1, 40, 70):
        place.write_bytes(data[:len(data) * part // 100])
        assert {"package-unreadable", "package-damaged", "bag-file-missing"} & {*told_of(place)}, part
    place.write_bytes(data[:-1])
    assert told_of(place) in (["package-unreadable"], ["package-repacked"]), "of a .tar the end is empty"


@pytest.mark.parametrize("name", ["data/source/e\u0301.txt", "data/source/\u00e9.txt", "data/source/a\u202eb.txt"])
def test_a_name_in_any_normalisation_of_unicode_is_refused(files: dict[str, bytes], tmp_path: Path, name: str) -> None:
    place = tmp_path / "p.zip"
    place.write_bytes(packed("p", enclosed({**files, name: b"x"}), ".zip"))
    assert "package-name" in errors(place)
