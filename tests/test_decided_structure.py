"""What an editor says that a line is stands against all recognition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from correcting import decide
from hypothesis import given
from hypothesis import strategies as st
from test_laws import TEXTS

from edition.corrections.decision import STRUCTURES, Decision, Decisions
from edition.findings import UserError
from edition.layout import lines
from edition.pipeline import Document, parse
from edition.rules import Plain
from edition.settings.facts import Settings
from edition.source import Source, from_text
from edition.validation.validate import validate
from edition.verify import verify
from edition.writing import tei

FILLER = ("There is a long sentence in this paragraph, so that nobody takes it for anything but a paragraph, and it "
          "goes on for two lines and more.")


def body(document: Document) -> str:
    """The body of the TEI without ids, the elements alone."""
    written = tei.write(document, Settings.bare("case"))
    inner = written[written.index("<body"):written.index("</body>")].partition(">")[2]
    return re.sub(r' (xml:id|rendition|type|n|resp|who)="[^"]*"|\n', "", inner)


def read(folder: Path, text: str, toml: str) -> Document:
    source = from_text(text, "case")
    return parse(source, Plain(), decide(folder, source, toml))


def is_(line: int, what: str, **more: object) -> str:
    keys = {"is": what} | more
    return f"[[correction]]\nline = {line}\n" + "".join(f"{key} = {value if isinstance(value, int) else repr(value)}\n"
                                                        for key, value in keys.items())


# A text, the decisions, and what its body must hold.
CASES = {
    "a heading, and its level": (
        f"{FILLER}\n\nto the reader\n\n{FILLER}\n", is_(3, "head", level=1), "<div><head>to the reader</head><p>"),
    "a heading that is none": (
        f"# No heading\nbut text.\n\n{FILLER}\n", is_(1, "text"), "<p># No heading but text.</p>"),
    "a line by itself": (
        f"# No heading\nbut text.\n\n{FILLER}\n", is_(1, "p"), "<p># No heading</p><p>but text.</p>"),
    "a note that is none": (
        "The town1 lies low, and that is all that can be said of it now.\n" + " " * 40 + "\n1 A note on the town.\n"
        "2 Another.\n\nIt lies2 low.\n", is_(3, "text"), "<p>1 A note on the town.</p>"),
    "furniture within a sentence": (
        f"The town lies low, and the\nA RUNNING HEAD\nriver is near. {FILLER}\n", is_(2, "fw"),
        "and the <fw>A RUNNING HEAD</fw>river is near."),
    "verse": ("O town that lies so low,\nand river flowing by.\n", is_(1, "l") + is_(2, "l"),
              "<l>O town that lies so low,</l><l>and river flowing by.</l>"),
    "a stage direction": (f"{FILLER}\n\nExeunt all of them.\n", is_(3, "stage"), "<stage>Exeunt all of them.</stage>"),
    "a speaker on a line alone": (
        "MILLER\nThe river is high.\nIt will flood.\n\nA pause.\n", is_(1, "speaker"),
        "<sp><speaker>MILLER</speaker><p>The river is high. It will flood.</p></sp><p>A pause.</p>"),
    "a speaker before his words": (
        "Miller the river is high.\nIt will flood.\n\nA pause.\n", is_(1, "speaker", printed="Miller"),
        "<sp><speaker>Miller</speaker><p>the river is high. It will flood.</p></sp><p>A pause.</p>"),
    "a quotation": (f"{FILLER}\n\nThe river is high.\n", is_(3, "quote"), "<quote><p>The river is high.</p></quote>"),
    "the frame of a letter": (
        "To my friends\n\nThe river is high, and it will flood the town.\n\nyour miller\n",
        is_(1, "salute") + is_(5, "signed"), "<opener><salute>To my friends</salute></opener>"),
}


@pytest.mark.parametrize("more", ["", "Credits: The Harbour Press\n"])
def test_furniture_may_be_the_last_line_of_the_header_of_a_file(more: str, tmp_path: Path) -> None:
    head = f"{more}*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***"
    document = read(tmp_path, f"{head}\n\n{FILLER}\n", is_(2 if more else 1, "fw"))
    written = tei.write(document, Settings.bare("case"))
    assert [finding for finding in validate(written.encode(), "case") if finding.severity == "error"] == []
    assert re.search(r"<div [^>]*boilerplate.*<fw[^>]*>\*\*\* START .*</fw>\s*</div>", written, re.DOTALL)
    assert f">{FILLER}</p>" in written


@pytest.mark.parametrize("name", list(CASES))
def test_a_line_is_what_the_editor_says(name: str, tmp_path: Path) -> None:
    text, toml, wanted = CASES[name]
    document = read(tmp_path, text, toml)
    assert wanted in body(document)
    assert wanted not in body(parse(from_text(text, "case")))
    assert [finding for finding in document.findings if finding.code.startswith("decision")] == []


@pytest.mark.parametrize(("toml", "code", "words"), [
    (is_(1, "headline"), "toml-value", 'did you mean "head"'),
    (is_(1, "p", level=2), "toml-value", "only a heading"),
    (is_(1, "head", level=7), "toml-value", "1 to 6"),
    (is_(2, "head"), "decision-stale", "is empty"),
    (is_(1, "head") + is_(1, "p"), "decision-conflict", "keep one"),
])
def test_a_decision_that_makes_no_sense(toml: str, code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        decide(tmp_path, from_text("A line.\n\nAnother.\n", "case"), toml)
    assert raised.value.finding.code == code
    assert words in raised.value.finding.message


def test_a_speaker_who_says_nothing(tmp_path: Path) -> None:
    document = read(tmp_path, f"{FILLER}\n\nMILLER\n", is_(3, "speaker"))
    assert [finding.code for finding in document.findings if finding.severity == "error"] == \
        ["decision-without-object"]
    assert "<p>MILLER</p>" in body(document)


def decided(source: Source, at: int, what: str) -> Decisions:
    """The decision that a line of a source (the `at`th that is not empty, counted round) is something."""
    found = lines(source.text)
    line = found[at % len(found)]
    return Decisions((Decision(line.start, line.end, source.line(line.start), "", structure=what),))


@given(TEXTS, st.integers(0, 40), st.sampled_from(sorted(STRUCTURES)))
def test_whatever_is_decided_the_text_is_proved_and_valid(text: str, at: int, what: str) -> None:
    source = from_text(text)
    written = tei.write(parse(source, Plain(), decided(source, at, what)), Settings.bare("text")).encode("utf-8")
    assert verify(written, source.text).ok
    assert [str(finding) for finding in validate(written, "text") if finding.severity == "error"] == []
