"""Skins in the proof: what an element's mark-up was in the source, and that no text hides there."""

from __future__ import annotations

import pytest
from tiny_tei import SKINS, tei

from edition.verify import Proof, verify


def skinned(before: str, after: str = "", n: str = "", content: str = "word", source: str = "") -> Proof:
    """The proof of one element with one skin; by default of a source that fits."""
    made = f"{before}{content}{after}".replace("{n}", n)
    label = f' n="{n}"' if n else ""
    return verify(tei(f'<p><seg{label} rendition="#x">{content}</seg></p>', {"x": (before, after)}), source or made)


def test_a_skin_gives_back_what_stood_before_and_after() -> None:
    assert skinned("_", "_").ok
    assert not verify(tei('<p><emph rendition="#it">word</emph></p>'), "word").ok
    assert not verify(tei("<p><emph>word</emph></p>"), "_word_").ok


def test_one_side_may_be_absent() -> None:
    document = tei('<p><seg rendition="#a">word</seg><seg rendition="#b">word</seg></p>', {}).replace(
        b"</tagsDecl>", '<rendition xml:id="a" scheme="other" scope="before">*</rendition>'
        '<rendition xml:id="b" scheme="other" scope="after">‡</rendition></tagsDecl>'.encode())
    assert verify(document, "*wordword‡").ok


def test_an_element_may_be_all_skin() -> None:
    assert verify(tei('<p>pay <c type="markup" rendition="#esc"/>$5<pb n="3" rendition="#page"/> now</p>'),
                  "pay \\$5 [Page 3] now").ok


def test_n_stands_for_the_elements_own_n() -> None:
    pages = '<pb n="3" rendition="#page"/><p>A</p><pb n="iv" rendition="#page"/>'
    assert verify(tei(pages), "[Page 3]\nA\n[Page iv]").ok
    assert not verify(tei('<pb n="4" rendition="#page"/>'), "[Page 3]").ok


def test_n_may_be_raised() -> None:
    assert skinned("{ⁿ}", n="12", source="¹²word").ok
    assert not skinned("{ⁿ}", n="12", source="12word").ok
    assert not skinned("{ⁿ}", n="workers", source="workersword").ok


def test_escapes_stand_for_their_characters() -> None:
    assert skinned("\\00005C", "\\00007B\\00007D", source="\\word{}").ok
    assert skinned("\\000001\\00FFFE", source="\x01\ufffeword").ok


@pytest.mark.parametrize("template", ["{m}", "{", "}", "\\", "\\5C", "\\00005c", "\\110000", "{n", "{{n}}"])
def test_a_skin_that_is_misspelt_is_an_error(template: str) -> None:
    assert "six hexadecimal digits" in skinned(template, n="1", source="word").problems[0].message


@pytest.mark.parametrize("pointer", ["#none", "x", "", "it", "#it #b", "http://example.org/#it"])
def test_a_rendition_that_is_not_declared_is_an_error(pointer: str) -> None:
    proof = verify(tei(f'<p><emph rendition="{pointer}">word</emph></p>'), "_word_")
    assert not proof.ok
    if pointer:
        assert "declared" in proof.problems[0].message or "two skins" in proof.problems[0].message
        assert proof.problems[0].source_line == 1


def test_a_rendition_for_css_is_no_skin() -> None:
    declared = b'<rendition xml:id="red" scheme="css">color: red</rendition></tagsDecl>'
    document = tei('<p><hi rendition="#red">word</hi> <hi rendition="#red #it">it</hi></p>')
    assert verify(document.replace(b"</tagsDecl>", declared), "word _it_").ok


@pytest.mark.parametrize("declared", [
    '<rendition xml:id="it" scheme="other" scope="before">*</rendition>',
    '<rendition xml:id="z" scheme="other">*</rendition>', '<rendition scheme="other" scope="after">*</rendition>',
    '<rendition xml:id="z" scheme="other" scope="before"><hi>*</hi></rendition>',
])
def test_a_declaration_is_made_once_and_in_full(declared: str) -> None:
    assert not verify(tei("<p>a</p>").replace(b"</tagsDecl>", f"{declared}</tagsDecl>".encode()), "a").ok


def test_a_declaration_in_the_text_declares_nothing() -> None:
    text = '<p><rendition xml:id="z" scheme="other" scope="before">*</rendition><hi rendition="#z">a</hi></p>'
    assert not verify(tei(text), "*a").ok


# What may stand in a skin


@pytest.mark.parametrize(("before", "after"), [
    *((b.replace("{n}", "3"), a) for b, a in SKINS.values() if "{n}" not in b and "\\" not in b),
    ("[Footnote {n}: ", "]"), ("[Page {n}]", ""), ("<sup>", "</sup>"), ("<h1>", "</h1>"), ("[Anm. {n}: ", "]"),
    ("\\00005Ctextit\\00007B", "\\00007D"), ("$^\\00007B{n}\\00007D$", ""), ("[Greek: ", "]"), ("[p. {n}]", ""),
    ("[Transcriber's note: ", "]"), ("[Transcriber’s Note: ", "]"), ("FOOTNOTE {n}", ""), ("[{n}", ". "),
    ("* " * 60, ""), ("-" * 150, ""), ("[Illustration: ", "]"), ("[End of note {n}]", ""), ("†", ""),
    ("#### ", " ####"),
])
def test_delimiters_and_fixed_words_may_stand_in_a_skin(before: str, after: str) -> None:
    source = f"{before}word{after}".replace("{n}", "3")
    for code, char in (("\\00005C", "\\"), ("\\00007B", "{"), ("\\00007D", "}")):
        source = source.replace(code, char)
    assert skinned(before, after, "3", source=source).ok


@pytest.mark.parametrize("before", [
    "workers ", "the workers of ", "1", "[2]", "[Note 2: ", "é", "漢", "e\u0301", "\u0301", "i", "\\000041", "²",
    "No. {n}", "foot note s word", "<workers>", "b", "em", "[Footnote {n}a: ", "a{n}", "\ue000",
])
def test_running_text_may_not(before: str) -> None:
    proof = skinned(before, n="3", source=before.replace("\\000041", "A").replace("{n}", "3") + "word")
    assert [p for p in proof.problems if "hidden in a skin" in p.message]
    assert proof.problems[0].tei_line == 3
    assert not skinned("", before, n="3").ok


def test_text_made_of_fixed_words_may_not() -> None:
    proof = skinned("the end of the page of the note")
    assert "too many for mark-up" in proof.problems[0].message
    for before in ("the Right", "Page", "note"):            # "the Right" is a party, "Page" a man
        assert "neither a delimiter nor a label" in skinned(before).problems[0].message


def test_a_skin_is_short() -> None:
    assert "too long for mark-up" in skinned("*" * 161).problems[0].message


@pytest.mark.parametrize("n",
    ["1", "12", "1934", "12a", "3.1", "169-170", "iv", "XLII", "viij", "a", "bb", "*", "**", "†‡", "²"])
def test_a_label_may_stand_for_n(n: str) -> None:
    assert skinned("[{n}]", n=n).ok


@pytest.mark.parametrize("n",
    ["", "workers", "the", "12345", "a b", "ab", "12 men", "i" * 13, "*" * 13, "* *", "1.2.3.4"])
def test_text_may_not_stand_for_n(n: str) -> None:
    assert "is no label" in skinned("[{n}]", n=n).problems[0].message


def test_an_n_that_no_skin_uses_is_free() -> None:
    assert verify(tei('<p n="any words"><emph n="more words" rendition="#it">a</emph></p>'), "_a_").ok


def test_the_share_of_skins_is_told() -> None:
    proof = verify(tei('<p><emph rendition="#it">ab</emph> cdef</p>'), "_ab_ cdef")
    assert (proof.characters, proof.skin_characters, proof.skin_share) == (8, 2, 0.25)
    assert "mark-up of the source: 2 characters (25.0%)" in proof.lines()
