"""The laws of the model, on documents made of active pieces: what rules look for, in any order."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from edition import ledger
from edition.findings import UserError
from edition.pipeline import parse
from edition.settings.facts import Settings
from edition.source import Source, decode, from_text
from edition.tree import BrokenTreeError, Span, check, leaves, settle, whole
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei as tei_file

PIECES = (
    "_", "a", "b ", "word", "Word ", " ", "\n", "\n\n", "-\n", "CHAPTER I\n\n", "\t", "é", "\r\n", "\r", "\f",
    "\u0001", "\u0000", "\u000b", "\n\n12\n\f\n", "[1]", "\n\n[1] ", "\n\n[Footnote 1: ", "]", "\"", "“", "”", "'",
    "’", "(", ")", "\nNAME. ", "\n\nBob: ", "Bob said: ", "\n\n# Head\n\n", "\n\n## Some Head\n\n", "\n\nII\n\n",
    "\n\nIII\n\n", "**bold**", "*it*", "\\$", "---", " - ", ". . .", "[illegible]",
    "\n                              \n1 A note.\n", "\n________\n1 Note one\n2 two\n\n", "ends.1 ", "two2 ",
    "http://x.org/a", "\n\nhttp://x.org/a\n\n", "\n\nDear Sir:\n\n", "\n\nMoscow, March 20, 1929.\n\n",
    "\n\n\u2014 G. G.\n\n", "\n\nBy A. Name\n\n", "\n\n(From the book.)\n\n", "\n\nIN THE NEXT: we shall see.\n\n",
    "<b>", "&amp;", "]]>", "{n}", "\\00000C", "\ufffe", "\u00a0", "\u2028", "\u0085", "it's will. ",
    "three year's absence ",
    "Once upon a time there was a long sentence that went on for quite a while, as sentences in paragraphs do. ",
    # what the habits of plays, debates, notes, Gutenberg, Markdown and newspapers look for
    "\n\n[Footnote 1: x]", "[3]", "$^{3}$", "<sup>3</sup>", "¹ ", "\n¹ note one\n", "[^1]", "\n[^1]: A note.\n",
    "word* ", "\n* A note.\n", "word† ", "\n† Another.\n", "\n1 A note\n", "ACT I\n\n", "ACT I. SCENE II.\n\n",
    "\nErster Akt\n", "\n\nMACBETH. ", "\nNAME. Speech it is.\n", "\n\nVON HOLM (steht auf). Ja!\n\n",
    "PERSONS\n\nANNA.\nMARTIN, a smith.\n\n", "\n[Exit.]\n", "_Exit._", "\nScene: A room.\n",
    "\n    verse line one,\n    verse line two,\n    verse line three\n", "\nTHE CHAIRMAN: Order.\n",
    "\n\nMr. SMITH. I rise.\n\n", "\nQ. Who?\n", "\nA. He.\n", "– Yes, he said.\n\n",
    "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n\n", "*** END OF THE PROJECT GUTENBERG EBOOK X ***\n",
    "[Illustration: A ship]", "\n[Sidenote: x]\n", "\n> quoted line\n", "\n| a | b |\n|---|---|\n| c | d |\n",
    "~~gone~~ ", "^put in^ ", " xxxxx ", " xxxx xxx ", "{-old-}", "\n  - deeper\n", "\nTerm\n: said\n", "\n>> deeper\n",
    "\n>\n> A: said\n>\n> B: said\n", "> - item\n", "\n    > in a note\n", "\n- [x] done\n",
    "\n+--------+\n| a word |\n+--------+\n", "\n----+----\n a  | b\n", "\n| a | b\n", "\n---------\n", "  NAME,   }\n",
    "Rye     12     7\n", "\n  \"    3     4\n", "\n{ a",
    "\n```\n", "\n- item\n- item\n", "\n1. first\n2. second\n", "\n===\n", "\n\n* * *\n\n", "   ", "\n\tindented\n",
    "\n-12-\n", "[Page 12]", "\nRUNNING HEAD 13\n\f", "\n\n           12\n\n", "\f12\n", "B2\n\f", "\n\n\n\n\n",
    "THE END\n", "CONTENTS\n\n", "Chapter I ..... 1\n", "\n\nBy A. B.\n\n", "LONDON, March 3.--",
    "\n\nYours truly,\nA. B.\n\n",
    "he said. ", "“Yes,” said Bob. ", "said Mary: \"No, Bob.\" ", "1934 ", "😀", "e\u0301", "\n\n\n\n", " \n", "  \n",
)
# Of all pieces, or of a few, which then meet one another again and again.
FEW = st.lists(st.sampled_from(PIECES), min_size=2, max_size=6, unique=True)
TEXTS = st.one_of(st.just(PIECES), FEW).flatmap(
    lambda pieces: st.lists(st.sampled_from(pieces), min_size=1, max_size=40)).map("".join).filter(
    lambda text: text.strip(" \t\n\r\f\v") != "")


def written(source: Source) -> bytes:
    return tei_file.write(parse(source), Settings.bare(source.name)).encode("utf-8")


@given(TEXTS)
def test_law_1_accounting(text: str) -> None:
    """Skins and text, in order, joined, are the source, character for character."""
    source = from_text(text)
    spans = parse(source).spans
    check(spans, len(source.text))
    assert "".join(source.text[start:end] for start, end, _, _ in leaves(spans, len(source.text))) == source.text


def test_law_1_fails_on_a_tree_that_loses_a_character() -> None:
    with pytest.raises(BrokenTreeError):
        check([Span(0, 1, 3, 3, "p"), Span(2, 2, 5, 5, "p")], 6)


@given(TEXTS)
def test_law_2_nothing_silent(text: str) -> None:
    """Each claim stands or is among the refused; text that no rule wanted is in an `ab` and reported."""
    source = from_text(text)
    document = parse(source)
    blocks = [s for s in document.spans if s.rule == "unrecognised"]
    assert len(blocks) == sum(finding.code == "unrecognised" for finding in document.findings)
    for start, end, span, part in leaves(document.spans, len(source.text)):
        if part == "text" and source.text[start:end].strip(" \t\n\f\v"):
            assert span is not None
            assert span.kind not in ("body", "div", "foot", "sp", "cit"), source.text[start:end]


PLACES = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["p", "emph", "note", "div"]))


@given(st.lists(PLACES, max_size=12))
def test_law_2_settle_keeps_what_stood_and_returns_what_it_refuses(places: list[tuple[int, int, str]]) -> None:
    claims = [whole(a, z, kind, "r") for a, z, kind in places]
    stood, _ = settle([], claims[:4])
    both, refused = settle(stood, claims[4:])
    assert set(stood) <= set(both)
    assert len(both) + len(refused) == len(stood) + len(claims[4:])
    check(both, 31)


@given(TEXTS)
def test_law_3_proof(text: str) -> None:
    """The TEI accounts for every character of the source."""
    source = from_text(text)
    proof = verify(written(source), source.text)
    assert proof.ok, proof.problems


@given(TEXTS)
def test_law_3_every_text_gives_valid_tei(text: str) -> None:
    """Whatever is recognised, and however wrongly: the TEI is what the schema allows."""
    assert [str(finding) for finding in validate(written(from_text(text)), "text") if finding.severity == "error"] == []


# What chance has found: each was once invalid, or not proven.
FOUND = {
    "a table in a speech": "M SMITH.\n\nMACBETH.\n|\n-|\n[3\n\nMACBETH.\n\nM SMITH.",
    "the licence in a note": "                    \n1 A\nEND OF THE PROJECT GUTENBERG\n",
    "a caption without its picture": "[Illustration:\u0001\np]",
    "a title page behind a picture": "[Illustration]s\nErst Akt\n\nLM(f).2\n\nNAME.W\n\nNAME.e",
    "a list where a title page stands": "1. e\n2. s\n\nBY A. HOLM\n\nLONDON\n1820\n\n\nCHAPTER I\n\nA s.",
    "a rest on a title page": "e.\n[3]\n*.\n\n[3]w\n\nACT I\n\nTH.A\n\nVON HOLM(f).J\n\nVON HOLM(f).r",
    "a rest in a stanza": "as\n  .\n[2]  H\n  S.e/\n\n<sup>2</sup>p",
    "a letter's end between divisions": "¹ne\n\n\nE\n\nMarch 0 1929\n\nEr\n\nEr\n\n\na",
    "a label in a term": "AIRMAN: ”",
    "a speech through a note": "”S\n\nA\n\n{n}P\n\n'{n}”",
    "a page break between cells": "Bob said:    \f12\nChapter I ..... 1\nChapter I ..... 1\n",
    "a page break in the leaders of a row": "CONTENTS\n\nThe Mill ..\f... 1\nThe Dam ..... 2\nThe Weir ..... 3\n",
    "a page break between strokes": "| a |\f| b |\n|---|---|\n| c | d |\n",
    "a control character before a stroke": "| a | b |\n|---|---|\n| c \u0001| d |\n",
    "a control character behind a stroke": "| a | b |\n|---|---|\n| c |\u0001 d |\n",
    "a note between cells": "| a | b |\n|---|---|\n| c |[Footnote 1: x]| d |\n",
    "a call between cells": "| a | b |\n|---|---|\n[1]| c|[1]| d |\n\n[1] Hey.\n",
    "a rest between terms": "m\n: d\n{3}m\n: I\n\n{3}$",
    "a quotation between terms": "m\n: d\n\n>e\nm\n: s",
    "a quotation in the contents": "CONTENTS\nx\n\n>r\n]CONTENTS\ns. CONTENTS\n\nCONTENTS\n\nx",
    "a list in the contents": "CONTENTS\n1. t\n2. second\nA note\nQWho\n\nQWho\n\nsecond\n\nA note",
    "a rest in a quotation": ">\n>A\n>S",
    "persons of whom there are none": "PERSONS\n- \n\nXT:e\n\nEX:.\n\nXT:l",
    "a quotation in a note in verse": "e¹ e\n[Pa\n1 e\n\n>\fG",
    "a hyphen behind a page break": "C\f-\nI",
    "a place without its dateline": "[3]-\n\nON, Mar 3-t\n\nt\n, Mar 3-[3]\nk",
    "a line that is one mark of emphasis": "II\n\nII\n\nII\n\nII\n\n_",
}


@pytest.mark.parametrize("name", FOUND)
def test_law_3_on_what_chance_has_found(name: str) -> None:
    source = from_text(FOUND[name])
    tei = written(source)
    assert verify(tei, source.text).ok
    assert [str(finding) for finding in validate(tei, "text") if finding.severity == "error"] == []


@pytest.mark.slow
@given(TEXTS)
@settings(max_examples=4000)
def test_law_3_in_thousands(text: str) -> None:
    source = from_text(text)
    tei = written(source)
    assert verify(tei, source.text).ok
    assert [str(finding) for finding in validate(tei, "text") if finding.severity == "error"] == []


def test_law_3_fails_on_a_lost_character() -> None:
    source = from_text("One word. Two words.\n")
    assert not verify(written(source).replace(b"Two", b"To"), source.text).ok


@given(TEXTS)
def test_law_5_same_in_same_out(text: str) -> None:
    source = from_text(text)
    assert written(source) == written(source)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_law_6_restore(text: str, encoding: str) -> None:
    """TEI and ledger give the exact source bytes, whatever the encoding and the ends of lines."""
    try:
        source = decode(text.encode(encoding), "text")
    except UserError:  # too many control characters for a text: refused before anything is made of it
        assume(False)
    tei = written(source)
    kept = ledger.make(source.data, source.raw, source.encoding, source.bom, source.name, tei)
    assert ledger.restore(tei, kept) == source.data


def test_law_6_fails_with_the_ledger_of_another_text() -> None:
    one, other = from_text("One  text.\n"), from_text("Another text.\n")
    kept = ledger.make(one.data, one.raw, one.encoding, one.bom, one.name, written(one))
    with pytest.raises(UserError, match="ledger"):
        ledger.restore(written(other), kept)
