"""The ledger: TEI and ledger together give the exact bytes of the source."""

from __future__ import annotations

import codecs
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tiny_tei import random_pair, tei

from edition import ledger
from edition.findings import UserError

SEEDS = st.integers(0, 10_000_000)
TEI = tei('<head rendition="#hash">Title</head>\n<p>The <emph rendition="#it">workers</emph> did.</p>\n'
          "<p>Más, no más.</p>")
RAW = "# Title\r\n\r\nThe _workers_\tdid. \n\f\rMás,  no más.\n"


def made(raw: str, document: bytes = TEI, encoding: str = "utf-8", bom: bytes = b"") -> dict[str, Any]:
    return ledger.make(bom + raw.encode(encoding), raw, encoding, bom, "text", document)


def code(call: Any, *arguments: Any) -> str:
    """The code of the finding with which a call fails."""
    with pytest.raises(UserError) as caught:
        call(*arguments)
    return caught.value.finding.code


# There and back


@pytest.mark.parametrize("raw", [
    RAW, RAW.replace("\r\n", "\n"), RAW.replace("\n", ""), "\n\n  " + RAW + "\f\v\t ", RAW.strip(),
    " ".join(RAW.split()),
    "#Title\nThe _workers_ did.Más, no más.", "# \n Title\nThe _ workers _ did.\n\n\n\n\n\nMás,\nno\nmás.",
])
def test_the_exact_bytes_come_back(raw: str) -> None:
    assert ledger.restore(TEI, made(raw)) == raw.encode()


@pytest.mark.parametrize(("encoding", "bom"), [
    ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
    ("utf-16-le", b""), ("utf-32-le", codecs.BOM_UTF32_LE), ("cp1252", b""), ("latin-1", b""), ("cp437", b""),
    ("mac-roman", b""), ("utf-7", b""), ("cp500", b""),
])
def test_in_any_encoding(encoding: str, bom: bytes) -> None:
    book = made(RAW, encoding=encoding, bom=bom)
    assert ledger.restore(TEI, ledger.loads(ledger.dumps(book))) == bom + RAW.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_codec_that_writes_its_own_mark_is_recorded_as_codec_and_mark(encoding: str) -> None:
    data = RAW.encode(encoding)
    for bom in (b"", "".encode(encoding)):
        book = ledger.make(data, RAW, encoding, bom, "text", TEI)
        assert ledger.restore(TEI, book) == data
        assert book["encoding"] in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
        assert book["bom"]


def test_utf_16_with_either_mark_or_none_is_restored_on_any_machine() -> None:
    for data in (f"\ufeff{RAW}".encode("utf-16-be"), f"\ufeff{RAW}".encode("utf-16-le"), RAW.encode("utf-16-be")):
        assert ledger.restore(TEI, ledger.make(data, RAW, "utf-16", b"", "text", TEI)) == data


@given(SEEDS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "utf-16-be", "utf-32-le"]),
       st.booleans())
def test_random_documents_come_back(seed: int, newline: str, encoding: str, mark: bool) -> None:
    pair = random_pair(seed, newline)
    bom = "\ufeff".encode(encoding) if mark else b""
    book = made(pair.source, pair.tei, encoding, bom)
    assert ledger.restore(pair.tei, ledger.loads(ledger.dumps(book))) == bom + pair.source.encode(encoding)


# Small, and the same every time


def test_it_is_the_same_every_time_and_small() -> None:
    assert ledger.dumps(made(RAW)) == ledger.dumps(made(RAW))
    lines = "\r\n".join("The workers of the world did not come to the hall on that cold day" for _ in range(400))
    document = tei(f"<p>{' '.join(lines.split())}</p>")
    assert len(ledger.dumps(made(lines, document))) < len(lines) / 15


def test_it_says_only_what_the_tei_does_not() -> None:
    plain = "# Title\n\nThe _workers_ did.\n\nMás, no más.\n"
    book = made(plain)
    assert book["layout"] == {" ": "1"}                 # in the skin of the head; the usual skin has none inside
    assert book["usual"]["block"] == "\n\n"
    assert made(plain.replace("\nMás", "\n\nMás"))["layout"] == {"\n\n\n": "22", " ": "1"}


def test_it_holds_no_text() -> None:
    assert "workers" not in ledger.dumps(made(RAW))


# A TEI that another tool has laid out anew


def reindented(document: bytes, seed: int) -> bytes:
    """White space at random at the tags, and other white space between the words."""
    rng = random.Random(seed)
    head, _, text = document.partition(b"<text>")
    parts = text.decode().replace("<", "\0<").replace(">", ">\0").split("\0")
    white = ["", "", " ", "\n", "\n    ", "\t"]
    for at, part in enumerate(parts):
        if not part.startswith("<"):
            words = part.split(" ")
            parts[at] = rng.choice(white) + "".join(w + rng.choice([" ", "\n", "  "]) for w in words[:-1]) + words[-1]
    return head + b"<text>" + "".join(parts).encode()


@given(SEEDS)
def test_it_survives_re_indenting(seed: int) -> None:
    pair = random_pair(seed)
    assert ledger.restore(reindented(pair.tei, seed), made(pair.source, pair.tei)) == pair.source.encode()


def test_it_survives_a_prettily_printed_tree() -> None:
    tree = etree.fromstring(TEI, etree.XMLParser(remove_blank_text=True))
    etree.indent(tree)
    assert ledger.restore(etree.tostring(tree), made(RAW)) == RAW.encode()


def test_a_correction_changes_nothing() -> None:
    corrected = TEI.replace("Más,".encode(), "<choice><sic>Más,</sic><corr>Mas,</corr></choice>".encode())
    assert ledger.restore(corrected, made(RAW, corrected)) == RAW.encode()


# What does not belong together, or is damaged


def test_a_ledger_of_another_tei_is_refused() -> None:
    assert code(ledger.restore, TEI.replace(b"workers", b"Workers"), made(RAW)) == "ledger-foreign"
    assert code(ledger.restore, b"<TEI", made(RAW)) == "ledger-foreign"


def test_no_ledger_is_made_for_another_source() -> None:
    assert code(made, RAW.replace("did", "does")) == "ledger-foreign"
    assert code(made, RAW, b"<TEI") == "ledger-foreign"


def test_text_that_does_not_give_its_bytes_is_refused() -> None:
    make = ledger.make
    assert code(make, RAW.encode(), RAW.replace("\r\n", "\n"), "utf-8", b"", "text", TEI) == "ledger-encoding"
    assert code(make, RAW.encode(), RAW, "utf-8", codecs.BOM_UTF8, "text", TEI) == "ledger-encoding"
    assert code(make, RAW.encode(), RAW, "ascii", b"", "text", TEI) == "ledger-encoding"
    assert code(make, RAW.encode(), RAW, "klingon", b"", "text", TEI) == "ledger-encoding"
    assert code(make, RAW.encode(), RAW, "hex", b"", "text", TEI) == "ledger-encoding"


@pytest.mark.parametrize("text",
    ["", "{", "[]", "null", '"x"', "{}", '{"version": 1}', "[" * 100_000, "\x00", "NaN", "1" * 5000])
def test_a_text_that_is_no_ledger_is_refused(text: str) -> None:
    assert code(ledger.loads, text) in ("ledger-broken", "ledger-version")


def test_where_the_json_breaks_is_told() -> None:
    with pytest.raises(UserError) as caught:
        ledger.loads('{"version": 1,\n oops}', "x.ledger.json")
    assert (caught.value.finding.file, caught.value.finding.line) == ("x.ledger.json", 2)


def test_a_ledger_of_another_version_is_refused() -> None:
    for version in (0, 2, "1", None):
        assert code(ledger.restore, TEI, {**made(RAW), "version": version}) == "ledger-version"


@pytest.mark.parametrize("damage", [
    {"sha256": None}, {"tei": 1}, {"bom": "xyz"}, {"encoding": "klingon"}, {"encoding": "ascii"}, {"encoding": "hex"},
    {"layout": {"\n": "one"}}, {"layout": {"\n": "9999"}}, {"layout": {"\n": "-5"}}, {"layout": {"words": "1"}},
    {"layout": {"\n": [1]}}, {"usual": {"text": "and"}}, {"usual": []}, {"layout": None}, {"encoding": "\x00"},
])
def test_a_damaged_ledger_is_refused(damage: dict[str, Any]) -> None:
    assert code(ledger.restore, TEI, {**made(RAW), **damage}) == "ledger-broken"


@pytest.mark.parametrize("damage", [
    {"layout": {}}, {"usual": {}}, {"sha256": "0" * 64}, {"encoding": "utf-16-le"}, {"bom": "efbbbf"},
])
def test_what_comes_out_must_be_the_source(damage: dict[str, Any]) -> None:
    assert code(ledger.restore, TEI, {**made(RAW), **damage}) == "restore-mismatch"


@given(SEEDS, st.data())
def test_a_ledger_changed_anywhere_gives_the_source_or_an_error(seed: int, data: st.DataObject) -> None:
    pair = random_pair(seed)
    text = ledger.dumps(made(pair.source, pair.tei))
    at = data.draw(st.integers(0, len(text) - 1))
    text = text[:at] + data.draw(st.sampled_from(["", "9", '"', " ", "\\n", "}"])) + text[at + 1:]
    try:
        data_back = ledger.restore(pair.tei, ledger.loads(text))
    except UserError:
        return
    assert data_back == pair.source.encode()


def test_it_is_plain_json() -> None:
    assert json.loads(ledger.dumps(made(RAW))) == made(RAW)
