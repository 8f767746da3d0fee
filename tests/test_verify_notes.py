"""Moved notes in the proof: written at their calls, and put back where they stood, each exactly once."""

from __future__ import annotations

import pytest
from tiny_tei import tei

from edition.verify import verify

NOTE = '<note xml:id="n1" n="1" rendition="#call">The note.</note>'
STOOD = '<anchor type="stood" corresp="#n1" rendition="#label"/>'


def messages(text: str, source: str) -> str:
    """All that is wrong, on one line; "" for a proof."""
    return "; ".join(problem.message for problem in verify(tei(text), source).problems)


def test_a_note_is_put_back_after_its_call() -> None:
    assert messages(f"<p>Tools{NOTE} of.</p>{STOOD}", "Tools[1] of.\n\n[Footnote 1: The note.]") == ""


def test_a_note_is_put_back_before_its_call() -> None:
    assert messages(f"{STOOD}<p>Tools{NOTE} of.</p>", "[Footnote 1: The note.]\n\nTools[1] of.") == ""


def test_a_note_is_put_back_into_the_paragraph_that_it_cut() -> None:
    assert messages(f"<p>Tools{NOTE} of {STOOD}work.</p>", "Tools[1] of\n\n[Footnote 1: The note.]\n\nwork.") == ""


def test_a_note_in_another_place_fails() -> None:
    source = "Tools[1] of.\n\n[Footnote 1: The note.]\n\nMore."
    assert messages(f"<p>Tools{NOTE} of.</p>{STOOD}<p>More.</p>", source) == ""
    assert messages(f"<p>Tools{NOTE} of.</p><p>More.</p>{STOOD}", source)
    assert messages(f"<p>Tools of{NOTE}.</p>{STOOD}<p>More.</p>", source)


def test_a_note_in_its_place_is_wrapped_in_its_skin() -> None:
    text = '<p>Tools <note n="1" rendition="#label">The note.</note> of.</p>'
    assert messages(text, "Tools [Footnote 1: The note.] of.") == ""
    assert messages('<p>him. <note type="comment">(So!)</note> Past</p>', "him. (So!) Past") == ""


def test_a_note_without_a_call_has_no_skin() -> None:
    lost = '<note xml:id="n1" n="1">The note.</note>'
    text = f"<head><supplied>Title</supplied>{lost}</head><p>A.</p>{STOOD}"
    assert messages(text, "A.\n\n[Footnote 1: The note.]") == ""


def test_a_note_cut_by_a_page_is_two() -> None:
    text = (f'<p>Tools{NOTE}<note xml:id="n1b" prev="#n1">It goes on.</note> of.</p>{STOOD}<p>Page two.</p>'
            '<anchor type="stood" corresp="#n1b"/>')
    assert messages(text, "Tools[1] of.\n\n[Footnote 1: The note.]\n\nPage two.\n\nIt goes on.") == ""


def test_further_calls_are_skins() -> None:
    again = '<ref type="noteAnchor" target="#n1" n="1" rendition="#call"/>'
    assert messages(f"<p>A{NOTE} b{again}.</p>{STOOD}", "A[1] b[1].\n\n[Footnote 1: The note.]") == ""


def test_a_note_may_hold_paragraphs_and_notes() -> None:
    text = ('<p>A<note xml:id="n1" n="1" rendition="#call"><p>One.</p><p>Two<note xml:id="n2" n="2" rendition="#call">'
            'in it</note>.</p></note></p><anchor type="stood" corresp="#n2" rendition="#label"/>' + STOOD)
    assert messages(text, "A[1]\n\n[Footnote 2: in it]\n\n[Footnote 1: One.\n\nTwo[2].]") == ""


def test_the_label_where_it_stood_may_differ_from_the_call() -> None:
    other = STOOD.replace("/>", ' n="2"/>')
    assert messages(f"<p>A{NOTE}</p>{other}", "A[1]\n\n[Footnote 2: The note.]") == ""


@pytest.mark.parametrize(("text", "says"), [
    (f"<p>A{NOTE}</p>{STOOD}{STOOD}", "stood in two places"),
    (f"<p>A</p>{STOOD}", "there is no note"),
    (f"<p>A{NOTE}{NOTE}</p>{STOOD}", "written twice"),
    (f'<p>A{NOTE}</p><anchor type="stood"/>', "names no note"),
    (f'<p>A{NOTE}</p><anchor type="stood" corresp="n1"/>', "names no note"),
    ('<p>A</p><p xml:id="n1">b</p><anchor type="stood" corresp="#n1"/>', "there is no note"),
    (f'<p>A<note xml:id="n1" n="1">b{STOOD}</note></p>', "stood in itself"),
    ('<p>A<note xml:id="n1" n="1">b<anchor type="stood" corresp="#n2"/></note><note xml:id="n2" n="2">c'
     '<anchor type="stood" corresp="#n1"/></note></p>', "stood in itself, or in a note that stood in it"),
    (f"<p>A<corr>{NOTE}</corr></p>{STOOD}", "there is no note"),
    ('<p>A<note xml:id="n1">b</note></p>' + STOOD, "is no label"),
])
def test_every_note_has_one_place(text: str, says: str) -> None:
    assert says in messages(text, "A[1]\n\n[Footnote 1: The note.]")


def test_a_stood_place_is_needed() -> None:
    assert messages(f"<p>A{NOTE}</p>", "A[1]\n\n[Footnote 1: The note.]")


def test_notes_are_counted() -> None:
    proof = verify(tei(f"<p>A{NOTE} <note>b</note></p>{STOOD}"), "A[1] b\n\n[Footnote 1: The note.]")
    assert (proof.notes, proof.moved_notes) == (2, 1)
