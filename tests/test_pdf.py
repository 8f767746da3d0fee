"""The PDF: notes at the foot of the page that calls them, tags, outline, running heads, and what cannot be set."""

from __future__ import annotations

import io
import re
import sys
from typing import Any

import pytest
import test_render_vocabulary as vocabulary
from reading_text import letters
from rendering import parsed, render
from test_render_contract import TEI, page_text

from edition.findings import UserError
from edition.making.build import build
from edition.rendering import outputs, pdf
from edition.rendering.tei import Tei

# The fonts of a machine need not have Chinese: that is a test of its own.
LATIN = re.sub(r"[\u3000-\uffef]+", "Unmixed Latin.", TEI)
DOCUMENT = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>{}</body></text></TEI>'
LONG = " ".join(f"word{number}" for number in range(400))


@pytest.fixture(autouse=True, scope="module")
def _paginator() -> None:
    try:
        pdf.paginator()
    except UserError as error:
        pytest.skip(error.finding.message)


def made(tei: str, to: str = "pdf") -> bytes:
    return outputs.render(Tei(tei.encode(), "all"), to)


def read(data: bytes) -> Any:
    return pytest.importorskip("pypdf").PdfReader(io.BytesIO(data))


def texts(document: Any) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in document.pages]


def tags(document: Any) -> list[str]:
    """The tags of the document in the order of its tree."""
    found, queue = list[str](), [document.trailer["/Root"]["/StructTreeRoot"]]
    while queue:
        item = queue.pop(0).get_object()
        if isinstance(item, list):
            queue = [*item, *queue]
        elif isinstance(item, dict):
            found += [item["/S"]] if "/S" in item else []
            queue = [item["/K"], *queue] if "/K" in item else queue
    return found


@pytest.fixture(scope="module")
def data() -> bytes:
    return made(LATIN)


@pytest.fixture(scope="module")
def document(data: bytes) -> Any:
    return read(data)


def test_the_same_text_is_the_same_file(data: bytes) -> None:
    assert made(LATIN) == data


def test_what_is_set_is_the_text_of_the_page() -> None:
    tei = TEI.encode()
    assert page_text(render(tei, "pdf", "all")).split() == page_text(render(tei, "html", "all")).split()


def test_every_block_is_on_a_page(document: Any) -> None:
    """By its first and last letters: a block may go on overleaf, and a word may be divided."""
    whole = re.sub("[-‐]", "", letters("".join(texts(document))))
    for block in parsed(render(LATIN.encode(), "html", "all")).xpath("//*[@data-text][not(ancestor::*[@data-text])]"):
        text = letters(block.text_content()).replace("-", "")
        assert text[:12] in whole
        assert text[-12:] in whole


@pytest.mark.slow
def test_every_word_of_the_vocabulary_is_on_a_page_once() -> None:
    printed = vocabulary.words(" ".join(texts(read(outputs.render(Tei(vocabulary.document(), "all"), "pdf")))))
    for way, word in vocabulary.passages():
        read_here = way[-1] in vocabulary.allowed()[1] and not set(way) & vocabulary.NOT_READ
        assert not read_here or word in printed, way


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(document: Any) -> None:
    notes = {"1 On the title.": "The First Chapter1", "2 A note of two paragraphs.": "the work2",
             "a So in print.": "odda"}
    for words, call in notes.items():
        (page,) = [text for text in texts(document) if words in text]
        assert page.index(call) < page.index(words)
    first = texts(document)[0]
    assert re.search(r"second, with a call3\. 3 in it", first), "a note in a note stands behind it"


def test_many_notes_stay_with_their_calls() -> None:
    paragraph = "<p>{0}" + "Some words. " * 60 + 'call{0}<note n="{0}">note{0} ' + "of a note " * 60 + "</note></p>"
    pages = texts(read(made(DOCUMENT.format("".join(paragraph.format(number) for number in range(10, 22))))))
    assert len(pages) > 4
    for number in range(10, 22):
        (page,) = [text for text in pages if f"note{number} " in text]
        assert f"call{number}{number}" in page


def test_a_note_longer_than_a_third_of_a_page_stands_behind_the_text() -> None:
    pages = texts(read(made(DOCUMENT.format(f'<p>Before<note n="1">{LONG}</note> after.</p><p>End.</p>'))))
    at = 1 + next(number for number, text in enumerate(pages) if "word0 " in text)
    assert re.search(rf"1 A long note, set behind the text: ?page {at}\.", pages[0])
    whole = " ".join(pages)
    assert whole.index("End.") < whole.index("Long notes") < whole.index("word0") < whole.index("word399")


def test_the_file_is_tagged(document: Any) -> None:
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = tags(document)
    assert found.count("/Note") == 3  # of four notes one stands in another
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/BlockQuote", "/Link"} <= set(found)


def test_the_outline_is_the_contents(document: Any) -> None:
    def titles(entries: list[Any]) -> list[Any]:
        return [titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in entries]
    assert titles(document.outline) == ["A Text with Everything", [
        "The First Chapter", "After", "Editorial corrections", "Persons", "How this text was made", "Cite this text"]]


def test_heads_of_pages_have_no_marks_of_notes(document: Any) -> None:
    assert texts(document)[1].endswith(" A Text with Everything 2")
    head = "<div><head>Heading<note n='1'>Note.</note></head>" + "<p>Some words of a paragraph.</p>" * 150 + "</div>"
    assert texts(read(made(DOCUMENT.format(head))))[2].endswith(" Heading 3")


def test_metadata_are_the_headers(document: Any) -> None:
    assert (document.metadata["/Title"], document.metadata["/Author"]) == ("A Text with Everything", "A. Author")
    assert "/CreationDate" not in document.metadata
    dated = read(made(LATIN.replace("<publisher>P</publisher>", '<publisher>P</publisher><date when="2020-05-06"/>')))
    assert dated.metadata["/CreationDate"].startswith("D:20200506")


def test_paper_is_a4_or_letter(document: Any) -> None:
    assert [round(float(side)) for side in document.pages[0].mediabox[2:]] == [595, 842]
    assert [round(float(side)) for side in read(made(LATIN, "pdf-letter")).pages[0].mediabox[2:]] == [612, 792]


def test_a_letter_that_no_font_has_is_told_and_no_box_drawn() -> None:
    with pytest.raises(UserError) as error:
        made(DOCUMENT.format("<p>A sign of one's own: \U000f1234.</p>"))
    assert error.value.finding.code == "glyphs-missing"
    assert "(U+F1234)" in error.value.finding.message


def test_without_the_extra_a_build_says_what_to_install(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A paragraph.\n")
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    pdf.paginator.cache_clear()
    with pytest.raises(UserError) as error:
        build([tmp_path / "a.txt"], tmp_path / "out", outputs=["pdf"])
    pdf.paginator.cache_clear()
    assert error.value.finding.code == "extra-missing"
    assert "pip install 'tei-edition[pdf]'" in error.value.finding.message
    assert not (tmp_path / "out").exists()
