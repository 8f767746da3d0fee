"""The proof: the TEI holds the source, every character in order, and nothing else but marked additions."""

from __future__ import annotations

import pytest
from tiny_tei import tei

from edition.verify import Proof, source_lines, unrender, verify


def problem(proof: Proof) -> str:
    """The first problem's message; the proof must have failed."""
    assert not proof.ok
    return proof.problems[0].message


# Characters


def test_a_text_is_proven() -> None:
    proof = verify(tei("<p>Workers of the world</p>"), "Workers of the world\n")
    assert proof.ok
    assert proof.characters == len("Workersoftheworld")


@pytest.mark.parametrize(("source", "says"), [
    ("Workers of the wor1d", 'changed: the source has "1" where the TEI has "l"'),
    ("Workers of all the world", 'lost: the source has "all" here'),
    ("Workers of the wor", 'added: the TEI has "ld" here'),
    ("Workers the of world", 'the source has "the of" where the TEI has "of the"'),
    ("", "added"),
    ("workers of the world", "changed"),
])
def test_one_changed_lost_or_added_character_fails(source: str, says: str) -> None:
    assert says in problem(verify(tei("<p>Workers of the world</p>"), source))


def test_all_of_text_counts_front_and_back_too() -> None:
    whole = "<front><titlePage><docTitle><titlePart>Title</titlePart></docTitle></titlePage></front>" \
            "<body><p>Body.</p></body><back><div><p>Back.</p></div></back>"
    assert verify(tei(whole, body=False), "Title\n\nBody.\n\nBack.").ok
    assert not verify(tei(whole, body=False), "Body.").ok


def test_what_is_not_in_text_is_not_the_sources() -> None:
    assert not verify(tei("<p>One.</p>"), "Words of the header One.").ok
    for hidden in ("<!-- two -->", "<?x two?>", '<anchor n="two"/>'):
        assert not verify(tei(f"<p>One {hidden}.</p>"), "One two.").ok
        assert verify(tei(f"<p>On{hidden}e.</p>"), "One.").ok


def test_composed_and_decomposed_letters_differ() -> None:
    assert not verify(tei("<p>é</p>"), "e\u0301").ok


def test_a_no_break_space_is_a_character() -> None:
    assert verify(tei("<p>10\u00a0km</p>"), "10\u00a0km").ok
    assert not verify(tei("<p>10 km</p>"), "10\u00a0km").ok


def test_the_place_is_told_on_both_sides() -> None:
    proof = verify(tei("<p>One.</p>\n<p>It is too late.</p>"), "One.\r\n\r\nIt is two late.")
    (found,) = proof.problems
    assert (found.source_line, found.source_column, found.tei_line) == (3, 8, 6)
    assert found.source[found.source_caret:].startswith("wo late")
    assert found.tei[found.tei_caret:].startswith("oo late")
    assert [line for line in proof.lines() if "^" in line]


def test_further_differences_are_told_too() -> None:
    proof = verify(tei("<p>The first line of it. A second line of it. The last of all lines.</p>"),
                   "The fist line of it. A second lime of it. The last of lines.")
    assert [p.message.split(":")[0] for p in proof.problems] == ["added", "changed", "added"]


def test_there_is_a_limit_to_what_is_told_and_not_to_what_is_seen() -> None:
    words = [f"number {i} of a row," for i in range(60)]
    proof = verify(tei(f"<p>{' '.join(words)}</p>"), " ".join(words).replace("row", "raw"))
    assert len(proof.problems) == 20
    assert proof.more
    assert "not shown" in "\n".join(proof.lines())


# Additions


@pytest.mark.parametrize("addition", [
    "<corr>”</corr>", "<supplied>lost</supplied>", '<note type="apparatus">Ours.</note>',
    "<reg>a<hi>b</hi>c</reg>",
])
def test_additions_are_passed_over_and_listed(addition: str) -> None:
    proof = verify(tei(f"<p>“Yes,{addition} he said.</p>"), "“Yes, he said.")
    assert proof.ok
    assert len(proof.additions) == 1
    assert f"additions, not the source's: {len(proof.additions)}" in proof.lines()


def test_an_addition_says_kind_text_resp_and_line() -> None:
    proof = verify(tei('<p>I\n<choice><sic>tte</sic><corr resp="#ed">the\n <hi>one</hi></corr></choice></p>'), "I tte")
    (addition,) = proof.additions
    assert (addition.kind, addition.text, addition.resp, addition.tei_line) == ("corr", "the one", "#ed", 6)
    assert proof.counts["corr"] == 1


@pytest.mark.parametrize("element", ["add", "note", "ins", "hi", 'note type="annotation"', "abbr"])
def test_nothing_else_is_an_addition(element: str) -> None:
    name = element.split()[0]
    assert not verify(tei(f"<p>Yes<{element}>more</{name}></p>"), "Yes").ok


def test_an_addition_is_of_the_tei_namespace() -> None:
    for name in ('corr xmlns=""', 'corr xmlns="http://example.org/"'):
        assert not verify(tei(f"<p>Yes<{name}>more</corr></p>"), "Yes").ok
        assert verify(tei(f"<p>Yes<{name}>more</corr></p>"), "Yesmore").ok


def test_an_addition_may_not_hold_the_sources_text() -> None:
    assert not verify(tei("<p>Yes <corr>he said</corr>.</p>"), "Yes he said.").ok


def test_an_addition_has_no_skin_and_holds_no_moved_note() -> None:
    assert "has a skin" in problem(verify(tei('<p>A<corr rendition="#it">b</corr></p>'), "A"))
    anchored = '<p>A<corr><anchor type="stood" corresp="#n1"/></corr></p><note xml:id="n1">b</note>'
    assert not verify(tei(anchored), "A\n\nb").ok


# The document


@pytest.mark.parametrize(("document", "says"), [
    (b"", "not well-formed"),
    (b"<TEI", "not well-formed"),
    (b"\xff\xfe\x00", "not well-formed"),
    (b"<p/>", "TEI, of the TEI namespace, was expected"),
    (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "no text element"),
    (b'<TEI><text><body><p>One.</p></body></text></TEI>', "TEI namespace"),
    (b'<!DOCTYPE TEI [<!ENTITY a "One.">]>' + tei("<p>&amp;a;</p>").partition(b"?>")[2], "type declaration is refused"),
])
def test_what_cannot_be_read_proves_nothing(document: bytes, says: str) -> None:
    proof = verify(document, "One.")
    assert not proof.ok
    assert says in proof.problems[0].message
    with pytest.raises(ValueError, match=r"TEI|line"):
        unrender(document)


def test_entities_are_refused_before_they_grow() -> None:
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "x" * 50}">' for i in range(9))
    assert "refused" in problem(verify(f"<!DOCTYPE TEI [{bomb}]><TEI>&e8;</TEI>".encode(), "x"))


def test_utf_16_is_read_as_well() -> None:
    document = tei("<p>Ünïted</p>").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert verify(document, "Ünïted").ok


def test_a_second_text_is_not_passed_over() -> None:
    document = tei("<p>One.</p>").replace(b"</TEI>", b"<text><body><p>Two.</p></body></text></TEI>")
    assert not verify(document, "One.").ok
    assert not verify(document, "One. Two.").ok


def test_depth_does_not_matter() -> None:
    deep = 30_000
    for name in ("hi", "note", "corr", "seg"):
        document = tei("<p>" + f"<{name}>" * deep + "x" + f"</{name}>" * deep + "</p>")
        assert verify(document, "" if name == "corr" else "x").ok


def test_the_text_comes_back_from_the_tei_alone() -> None:
    document = tei('<head rendition="#hash">Title</head><p>It <emph rendition="#it">is</emph> a\n'
                   '<c rendition="#esc"/>$.</p>')
    assert unrender(document) == "# Title\nIt _is_ a\n\\$.\n"


# Lines


def test_each_line_of_the_tei_has_its_line_of_the_source() -> None:
    document = tei('<p>One<note xml:id="n1" n="1" rendition="#call">\nNote.</note>\ntwo.</p>\n<div>\n<p>Three.</p>\n'
                   '</div>\n<anchor type="stood" corresp="#n1" rendition="#label"/>')
    source = "One[1]\ntwo.\n\n\nThree.\n\n[Footnote 1: Note.]\n"
    line = source_lines(document, source)
    first = document[:document.index(b"<p>")].count(b"\n") + 1
    assert [line(first + i) for i in range(5)] == [1, 7, 2, 5, 5]     # a start tag alone: the line of its first text
    assert line(1) == 0
    assert line(10_000) == 0


def test_lines_are_known_for_a_tei_that_is_not_proven() -> None:
    document = tei("<p>One is here.</p>\n<p>Two is there, too.</p>\n<p>Three, and no more.</p>")
    line = source_lines(document, "One is here.\n\nThree, and no more.")
    assert line(7) == 3
    assert source_lines(b"<TEI", "One.")(1) == 0
