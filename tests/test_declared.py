"""A file that names a schema of its own is checked by ours all the same, and it is said how to check it by that."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Edition

from edition.validation.declared import declared

MODEL = '<?xml-model href="{}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>'


@pytest.mark.parametrize(("said", "names"), [
    (MODEL.format("https://dracor.org/schema.rng"), ["dracor"]),
    (MODEL.format("http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"), ["tei_all"]),
    (MODEL.format("https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"), ["tei_all"]),
    ('<?oxygen RNGSchema="http://www.deutschestextarchiv.de/basisformat.rng" type="xml"?>', ["dtabf"]),
    (MODEL.format("eltec-1.rng") * 2 + MODEL.format("ours.rng"), ["eltec-1", "{folder}/ours.rng"]),
    (MODEL.format("gone.rng") + MODEL.format("https://x.example/x.rng") + MODEL.format(""), []),
    ("<?xml-stylesheet href='https://dracor.org/schema.rng'?>", []), ("", []), ("<p>", []),
])
def test_the_schemas_that_a_file_names(said: str, names: list[str], tmp_path: Path) -> None:
    (tmp_path / "ours.rng").write_text("", "utf-8")
    assert declared(f"{said}<TEI/>".encode(), tmp_path) == [one.format(folder=tmp_path) for one in names]


def test_the_command_says_how_to_ask_it(tmp_path: Path, edition: Edition) -> None:
    file = tmp_path / "play.xml"
    file.write_text(MODEL.format("https://dracor.org/schema.rng") + "<TEI/>", "utf-8")
    assert edition("validate", file).out.splitlines()[-1] == (
        f"{file} names a schema of its own: edition validate {file} --schema dracor")
    assert "of its own" not in edition("validate", file, "--schema", "base").out
