"""White space in the proof: runs count as one, word boundaries count always, layout never."""

from __future__ import annotations

import subprocess

import pytest
from lxml import etree
from tiny_tei import tei

from edition.verify import verify

BLANKS = [" ", "\n", "\r\n", "\r", "\t", "\f", "\v", " \n\n  \t"]


def proven(text: str, source: str, reindented: bool = False) -> bool:
    return verify(tei(text), source, reindented).ok


@pytest.mark.parametrize("white", BLANKS)
def test_runs_of_white_space_count_as_one(white: str) -> None:
    assert proven("<p>workers did</p>", f"{white}workers{white}did{white}")


def test_a_word_boundary_lost_is_an_error() -> None:
    proof = verify(tei("<p>workersdid not</p>"), "workers did not")
    assert "word boundary lost" in proof.problems[0].message
    assert (proof.problems[0].source_line, proof.problems[0].source_column) == (1, 9)


def test_a_word_boundary_made_is_an_error() -> None:
    assert "word boundary made" in verify(tei("<p>workers did not</p>"), "workersdid not").problems[0].message


def test_a_boundary_is_told_beside_a_changed_character() -> None:
    proof = verify(tei("<p>It was a cold day, and the workersdid not come to the hall.</p>"),
                   "It was a bold day, and the workers did not come to the hall.")
    assert [p.message.split(":")[0] for p in proof.problems] == ["changed", "word boundary lost"]


@pytest.mark.parametrize("element", ["emph", "said", "persName", "seg", "quote", "note"])
def test_at_a_phrases_tags_white_space_counts(element: str) -> None:
    phrase = f"<{element}>did</{element}>"
    assert proven(f"<p>workers {phrase} not</p>", "workers did not")
    assert proven(f"<p>workers{phrase}not</p>", "workersdidnot")
    assert not proven(f"<p>workers{phrase} not</p>", "workers did not")
    assert not proven(f"<p>workers {phrase}not</p>", "workers did not")
    assert not proven(f"<p>workers {phrase} not</p>", "workersdid not")


@pytest.mark.parametrize("blocks", [
    "<p>One</p><p>two</p>", "<p>One</p>\n<p>two</p>", "<head>One</head><p>two</p>", "<lg><l>One</l><l>two</l></lg>",
    "<sp><speaker>One</speaker><p>two</p></sp>", "<div><p>One</p></div><div><p>two</p></div>",
    "<list><item>One</item><item>two</item></list>", "<table><row><cell>One</cell><cell>two</cell></row></table>",
    "<quote><p>One</p></quote><p>two</p>", "<closer><dateline>One</dateline><signed>two</signed></closer>",
    "<sp><stage>One</stage><stage>two</stage></sp>", '<note><seg type="p">One</seg><seg type="p">two</seg></note>',
    "<list><label>One</label><item>two</item></list>", "<p>One<list><item>two</item></list></p>",
])
@pytest.mark.parametrize("source", ["One\n\ntwo", "One two", "Onetwo"])
def test_at_a_blocks_edge_white_space_is_layout(blocks: str, source: str) -> None:
    assert proven(blocks, source)


def test_between_sic_and_corr_white_space_is_layout() -> None:
    assert proven("<p>I\n<choice>\n<sic>tte</sic>\n<corr>the</corr>\n</choice>.</p>", "I tte.")


# Breaks


def test_a_line_break_needs_white_space_in_the_source_and_is_a_boundary() -> None:
    for text in ("one<lb/>two", "one <lb/>two", "one<lb/>\ntwo"):
        assert proven(f"<p>{text}</p>", "one\ntwo")
        assert not proven(f"<p>{text}</p>", "onetwo")
    assert not proven("<p>onetwo</p>", "one\ntwo")


def test_a_line_break_in_a_word_has_white_space_only_in_the_source() -> None:
    assert proven('<p>farm-<lb break="no"/>hands</p>', "farm-\nhands")
    assert proven('<p>work<lb break="no" rendition="#hyphen"/>ers</p>', "work-\n  ers")
    no_break = verify(tei('<p>farm-<lb break="no"/>hands</p>'), "farm-hands")
    assert "breaks no line here" in no_break.problems[0].message
    soft = verify(tei('<p>work<lb break="no" rendition="#hyphen"/>ers</p>'), "work-ers")
    assert "breaks no line here" in soft.problems[0].message
    for text in ('farm- <lb break="no"/>hands', 'farm-<lb break="no"/> hands', 'farm-<lb break="no"/>\n<pb/>hands'):
        assert "white space in a word" in verify(tei(f"<p>{text}</p>"), "farm-\nhands").problems[0].message


@pytest.mark.parametrize("between", ["<pb/>", "<cb/>", '<pb rendition="#ff"/>', "<pb/><cb/>", "<fw>HEAD</fw>"])
def test_a_page_break_needs_its_space_on_one_side_only(between: str) -> None:
    head = "HEAD" if "HEAD" in between else ""
    source = f"of\n\f\n{head}\nthe"
    for text in (f"of {between}the", f"of{between} the", f"of\n{between}\nthe"):
        assert proven(f"<p>{text}</p>", source)
    assert not proven(f"<p>of{between}the</p>", source)
    assert not proven(f"<p>of {between}the</p>", f"of{head}the")


def test_a_page_break_in_a_word() -> None:
    inside = '<p>wo<pb n="3" break="no" rendition="#page"/>rd</p>'
    assert proven(inside, "wo[Page 3]rd")
    assert proven(inside, "wo\n[Page 3]\nrd")
    assert not proven(inside.replace("/>", "/> "), "wo[Page 3]rd")
    assert not proven(inside, "wo[Page 3]rds")
    over = '<p>work<lb break="no" rendition="#hyphen"/><fw>12</fw><pb rendition="#ff"/>ers</p>'
    assert proven(over, "work-\n12\n\fers")


# Skins


@pytest.mark.parametrize("source", ["of _the_ day", "of _ the _ day", "of _the _ day", "of\n_the_\nday"])
def test_white_space_within_a_skin_or_inside_it_is_not_significant(source: str) -> None:
    assert proven('<p>of <emph rendition="#it">the</emph> day</p>', source)


def test_the_words_on_both_sides_of_a_skin_stay_apart_or_together() -> None:
    assert proven('<p>of<emph rendition="#it">the</emph></p>', "of_the_")
    assert not proven('<p>of<emph rendition="#it">the</emph></p>', "of _the_")
    assert not proven('<p>of <emph rendition="#it">the</emph></p>', "of_the_")
    assert proven('<p>of<emph rendition="#it"> the</emph></p>', "of _the_")
    assert proven('<p>(<emph rendition="#b">bold</emph>)</p>', "(** bold **)")


@pytest.mark.parametrize(("text", "source", "ok"), [
    ("tools{}.", "tools [1].", True), ("tools{}.", "tools[1].", True), ("tools {}.", "tools [1].", True),
    ("tools{} of", "tools[1] of", True), ("tools{} of", "tools [1] of", True), ("tools{} of", "tools [1]of", True),
    ("tools{}of", "tools[1]of", True),
    ("tools{}of", "tools[1] of", False), ("tools,{}of", "tools,[1] of", False), ("tools{}(of", "tools[1] (of", False),
    ("tools{} of", "tools[1]of", False), ("tools{} .", "tools[1].", False), ("tools,{}of", "tools, [1]of", False),
])
def test_the_words_around_a_call_are_neighbours(text: str, source: str, ok: bool) -> None:
    call = '<ref type="noteAnchor" target="#n1" n="1" rendition="#call"/>'
    assert proven(f"<p>{text.format(call)}</p>", source) is ok


def test_the_words_around_a_note_that_stood_between_them_are_neighbours() -> None:
    moved = '<p>A<note xml:id="n1" n="1" rendition="#call">note</note> day, of{0}<anchor type="stood" corresp="#n1" ' \
            'rendition="#label"/>{1}work</p>'
    source = "A[1] day, of\n\n[Footnote 1: note]\n\nwork"
    assert proven(moved.format(" ", ""), source)
    assert proven(moved.format("", "\n"), source)
    assert not proven(moved.format("", ""), source)


# A TEI that another tool has laid out anew

MIXED = ('<div><head>Title</head><p>“<emph rendition="#it">Yes</emph>,” said<note xml:id="n1" n="1" rendition="#call">'
         'a <hi>no</hi>te</note> the <choice><sic>tte</sic><corr>the</corr></choice> <name>Bob</name>s <pb/>'
         '<hi>two</hi> farm-<lb break="no"/>hands.</p><anchor type="stood" corresp="#n1" rendition="#label"/></div>')
MIXED_SOURCE = "Title\n\n“_Yes_,” said[1] the tte Bobs\n\ntwo farm-\nhands.\n\n[Footnote 1: a note]\n"


def indented(document: bytes) -> bytes:
    """Every element on a line of its own, the crudest thing a tool can do."""
    head, _, text = document.partition(b"<text>")
    return head + b"<text>" + text.replace(b"<", b"\n  <").replace(b">", b">\n    ")


def test_a_re_indented_tei_is_refused_unless_it_is_said_to_be_one() -> None:
    document = indented(tei(MIXED))
    assert verify(tei(MIXED), MIXED_SOURCE).ok
    assert not verify(document, MIXED_SOURCE).ok
    proof = verify(document, MIXED_SOURCE, reindented=True)
    assert proof.ok
    assert proof.ignored
    assert f"white space at {len(proof.ignored)} tags" in "\n".join(proof.lines())
    assert all(p.tei_line and p.source_line for p in proof.ignored)


def test_what_is_ignored_is_said_exactly() -> None:
    proof = verify(tei("<p>One <hi> of</hi>\nthem, <hi>two</hi> s.</p>"), "One of them, twos.", reindented=True)
    assert [p.message.split(":")[0] for p in proof.ignored] == ["word boundary made"]
    assert proof.ignored[0].tei[:proof.ignored[0].tei_caret].rstrip().endswith("two")
    assert not verify(tei("<p>a</p>"), "a", reindented=True).ignored


def test_away_from_tags_and_in_characters_a_re_indented_tei_must_be_exact() -> None:
    document = indented(tei(MIXED))
    for source in (MIXED_SOURCE.replace("Yes", "Yas"), MIXED_SOURCE.replace("farm-\nhands", "farm-hands"),
                   MIXED_SOURCE.replace("a note", "a nose"), MIXED_SOURCE.replace("the tte", "the t te")):
        assert not verify(document, source, reindented=True).ok


def test_a_tree_printed_prettily_is_proven() -> None:
    tree = etree.fromstring(tei(MIXED), etree.XMLParser(remove_blank_text=True))
    etree.indent(tree)
    pretty = bytes(etree.tostring(tree, pretty_print=True))
    assert verify(pretty, MIXED_SOURCE, reindented=True).ok


def test_xmllint_output_is_proven() -> None:
    try:
        run = subprocess.run(["xmllint", "--format", "-"], input=tei(MIXED), capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("there is no xmllint")
    assert verify(run.stdout, MIXED_SOURCE, reindented=True).ok
