"""Styles of plain text: in every style no line is wider than asked, and the text is the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import reading_text as reading
from conftest import Edition
from hypothesis import example, given
from hypothesis import strategies as st
from rendering import render, style_of

from edition.findings import UserError
from edition.rendering.ascii import changes, fold
from edition.rendering.outputs import OUTPUTS
from edition.rendering.style import NARROWEST, OPTIONS, Style, style_for
from edition.rendering.wrap import pieces, width

EVERYTHING = (Path(__file__).parent / "xslt" / "everything.xml").read_bytes()
STYLES = st.builds(Style, columns=st.integers(NARROWEST, 100), notes=st.sampled_from(["work", "section", "paragraph"]),
                   pages=st.booleans(), marks=st.booleans(), header=st.booleans(), pg=st.booleans(),
                   plain=st.booleans(), break_hyphens=st.booleans(), ascii=st.booleans(), crlf=st.booleans())
WORDS = st.lists(st.sampled_from(["word", "a", "well-known", "—", "e\u0301te\u0301", "中文的长句子", "、", "「文」",
                                  "no\u00a0break", "👩‍🌾", "Ж", "…"]), max_size=30).map(" ".join)
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{0}</title></titleStmt></fileDesc>
</teiHeader><text><body><div><head>{1}</head><pb n="7"/><p>{0} <pb n="8"/><hi>{1}</hi><note n="1">{2}</note></p>
<lg><l part="F">{2}</l></lg><quote><p>{1}</p><list><item n="4">{0}<list><item>{2}</item></list></item></list></quote>
<table><row role="label"><cell>{0}</cell><cell>b</cell></row><row><cell>{1}</cell><cell>{2}</cell></row></table>
<figure><figDesc>{1}</figDesc></figure><p><choice><sic>x</sic><corr>{2}</corr></choice></p></div></body></text></TEI>"""
MARKS = re.compile(r"(?: *(?:\[\w+\]|\S{1,4}\.|-|\[Illustration:) )*")


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


@given(STYLES, WORDS, WORDS, WORDS)
@example(Style(columns=24, ascii=True), "a", "", "中文的长句子")  # in a list that is all of an item: two marks
def test_no_line_is_wider_than_asked(style: Style, first: str, second: str, third: str) -> None:
    """By display width; but for a piece that nothing may cut, alone on its line (or behind its marks)."""
    text = render(TEI.format(first, second, third).encode(), "txt", "x", style=style)
    assert ("\r" in text) == style.crlf
    assert text.isascii() or not style.ascii
    for line in lines(text):
        alone = len(pieces(MARKS.sub("", line, count=1).strip(), style.break_hyphens)) <= 1
        assert width(line) <= style.columns or alone, (line, style)
        assert line == line.rstrip()


@given(STYLES)
def test_the_text_is_the_same_in_every_style(style: Style) -> None:
    """Whatever the style: the page's blocks with the signs that it has."""
    text = render(EVERYTHING, "txt", "all", style=style).replace("\r\n", "\n")
    text = reading.between(text) if style.header else text
    pieces = reading.plain(reading.region(render(EVERYTHING, "html", "all")), style)
    wanted = "".join(piece.forms[0] for piece in pieces)
    wanted, found = ((fold(one) if style.ascii else one) for one in (wanted, reading.letters(text)))
    wanted, found = (re.sub(r"\{\d+\}", "", one.upper() if style.pg else one) for one in (wanted, found))
    if style.notes == "work":
        assert reading.letters(found).startswith(reading.letters(wanted))
    else:
        assert all(word in found for word in re.findall(r"[A-Za-z]{6,}", wanted)[:50])


@pytest.mark.parametrize("to", OUTPUTS)
def test_an_option_fits_or_is_refused(to: str) -> None:
    for option in OPTIONS:
        value = {"columns": 60, "notes": "section", "header": False}.get(option.name, True)
        if to in option.fits:
            assert getattr(style_for(to, {option.name: value}), option.name) == value
        else:
            with pytest.raises(UserError, match=rf"{option.flag} does not fit --to {to}"):
                style_for(to, {option.name: value})


def test_an_option_is_asked_for_by_its_flag() -> None:
    style = style_of("txt", "--columns 60 --notes section --pages --no-header --crlf")
    assert style == Style(columns=60, notes="section", pages=True, header=False, crlf=True)


@pytest.mark.parametrize(("text", "ascii"), [("été", "ete"), ("“so”—…", '"so"--...'), ("ﬁsh", "fish"), ("½", "1/2"),
                                             ("2½", "2 1/2"), ("Ж", "[U+0416]"), ("a\u00adb", "ab"),
                                             ("Straße", "Strasse")])
def test_ascii(text: str, ascii: str) -> None:
    assert fold(text) == ascii


def test_what_ascii_changes_is_listed_the_most_frequent_first() -> None:
    assert changes("été “") == ['é (U+00E9) as "e", 2 times', '“ (U+201C) as """, once']


def test_an_edition_writes_its_plain_texts_in_its_style(folder: Path, edition: Edition) -> None:
    """Each output as far as it knows the options: none but the reading text knows page numbers."""
    told = (folder / "edition.toml").read_text("utf-8")
    told += "\n[plain_text]\ncolumns = 30\nheader = false\npages = true\n"
    (folder / "edition.toml").write_text(told, "utf-8")
    (folder / "one.txt").write_text("A mill stood there, and nobody knew who built it.\n", "utf-8")
    assert edition("build", str(folder), "-o", str(folder.parent / "styled")).status == 0
    made = folder.parent / "styled" / "one"
    assert (made / "one.txt").read_text("utf-8") == "A mill stood there, and nobody\nknew who built it.\n"
    assert (made / "one.diplomatic.txt").read_text("utf-8") == "A mill stood there, and nobody\nknew who built it.\n"
    assert (made / "one.corpus.txt").read_text("utf-8") == "A mill stood there, and nobody knew who built it.\n"


@pytest.mark.parametrize(("table", "said"), [
    ("columns = 7", "`plain_text.columns`: 7: between 24 and 1000 are possible"),
    ('notes = "page"', '`plain_text.notes`: "page" is not one of work, section, paragraph'),
    ("pages = 3", "`plain_text.pages`"), ("width = 60", "`plain_text.width`: there is no such key here"),
])
def test_what_a_style_cannot_be_is_told(table: str, said: str, folder: Path, edition: Edition) -> None:
    told = (folder / "edition.toml").read_text("utf-8")
    (folder / "edition.toml").write_text(f"{told}\n[plain_text]\n{table}\n", "utf-8")
    assert said in edition("build", str(folder), "-o", str(folder.parent / "styled")).err
