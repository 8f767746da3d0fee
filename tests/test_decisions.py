"""Decisions of an editor: each fault of the file named, each anchor found exactly once, and what they come to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from correcting import changes, corrected, decide
from hypothesis import given
from hypothesis import strategies as st

from edition.corrections.anchors import Anchor, NoPlace, Place, find
from edition.corrections.decision import Decisions, essence
from edition.corrections.decisions import DecisionsError, load
from edition.findings import UserError
from edition.source import from_text, read_source

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
TEXT = """The worker and every office emploé of the employés
is urged to do it, in view of the tensivity of it all.

He went to Krupskaja. Kruskaia said that she had heard of it. So Krupskaja said, and it was
so and so, and so it was.

It was [illegible] there, and was not there after three year's absence.
"""
SOURCE = from_text(TEXT, "case")


def table(**keys: object) -> str:
    lines = (f"{key.rstrip('_')} = {value if isinstance(value, int) else quoted(value)}" for key, value in keys.items())
    return "[[correction]]\n" + "\n".join(lines) + "\n\n"


def series(printed: str, corrected: str, *words: str, **keys: object) -> str:
    listed = f"words = [{', '.join(map(quoted, words))}]\n" if words else ""
    return f"[[series]]\nprinted_part = {quoted(printed)}\ncorrected_part = {quoted(corrected)}\n{listed}" + \
        table(**keys).removeprefix("[[correction]]\n")


def quoted(value: object) -> str:
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


# One fault each: the file, the code of the error, and words that must stand in the message.
FAULTS = [
    (table(line=1, printed="emploé", corected="employé"), "toml-unknown-key", 'did you mean "corrected"'),
    (table(line=1, printed="emploé", corrected="employé", cert="hihg"), "toml-value", 'did you mean "high"'),
    (table(line=1, printed="emploé", corrected="employé", kind="typo"), "toml-value", "ocr, print, encoder"),
    (table(line=1, printed="emploé", corrected="employé", status="done"), "toml-value", "accepted"),
    (table(line=1, printed="emploé", corrected="employé", evidence="strong"), "toml-value", "internal"),
    (table(line=1, printed="emploé", corrected="employé", date="2026-13-22"), "toml-value", "date"),
    (table(line=1, printed="emploé", corrected="employé", by="The Editor"), "toml-value", "an id"),
    (table(line=1, printed="emploé", corrected="employé", source="a book"), "toml-value", "web address"),
    (table(line=1, printed="emploé", mark="delete"), "toml-value", "surplus"),
    (table(line=1, printed="emploé", is_="headline"), "toml-value", "head"),
    (table(line=1, printed="emploé", who="Bucharin"), "toml-value", "id of a person"),
    (table(line=1, printed=7, corrected="employé"), "toml-type", "text in quotation marks"),
    (table(line="one", printed="emploé", corrected="employé"), "toml-type", "whole number"),
    (table(printed="emploé", corrected="employé"), "decision-incomplete", "`line`"),
    (table(line=1, corrected="employé"), "decision-incomplete", "`printed`"),
    (table(line=1, printed="emploé"), "decision-incomplete", "nothing is decided"),
    (table(line=1, printed="  ", corrected="x"), "toml-value", "white space"),
    (table(line=1, printed="emploé", corrected=""), "toml-value", 'mark = "surplus"'),
    (table(line=1, printed="emploé", corrected="emploé"), "toml-value", 'mark = "keep"'),
    (table(line=1, printed="emploé", corrected="employé", mark="gap"), "toml-value", "exclude"),
    (table(line=1, printed="emploé", mark="supplied"), "decision-incomplete", "`corrected`"),
    (table(line=1, printed="emploé", mark="gap"), "toml-value", 'at = "before"'),
    (table(line=1, printed="emploé", mark="sic", at="after"), "toml-value", '"gap" or "supplied"'),
    (table(line=1, printed="emploé", mark="sic", before="x" * 25), "toml-value", "24"),
    (table(line=1, printed="emploe", corrected="employé"), "decision-stale", "nor anywhere else"),
    (table(line=99, is_="head"), "decision-stale", "no line 99"),
    (table(line=5, printed="so", mark="sic"), "decision-ambiguous", "3 times on line 5"),
    (table(line=6, printed="was", mark="sic"), "decision-ambiguous", "several others (4, 5, 7)"),
    (table(line=1, printed="office emploé", mark="sic") + table(line=1, printed="emploé", corrected="employé"),
     "decision-conflict", "keep one"),
    (table(line=1, printed="emploé of", mark="keep") + table(line=1, printed="emploé", corrected="employé"),
     "decision-conflict", "keep one"),
    (table(line=1, printed="office emploé", corrected="office employé", status="rejected")
     + table(line=1, printed="emploé", corrected="employé"), "decision-conflict", "keep one"),
    (series("mpl", "npl"), "decision-incomplete", "`words`"),
    (series("mpl", "npl", "employ"), "decision-stale", '"employ" stands nowhere'),
    (series("s", "z", "worker"), "toml-value", 'no "s" in it'),
    (series("e", "o", "there"), "toml-value", "several times"),
    (series("so", "", "so"), "toml-value", "nothing would be left"),
    (series("so", "sa", "so", status="done"), "toml-value", "accepted"),
    (series("so", "sa", "so", line=1), "toml-unknown-key", "printed_part"),
    ("[[corrections]]\nline = 1\n", "toml-unknown-key", 'did you mean "correction"'),
    ("[[correction]]\nline = \n", "toml-syntax", "not TOML"),
]


@pytest.mark.parametrize(("toml", "code", "words"), FAULTS, ids=[f"{code}:{words}" for _, code, words in FAULTS])
def test_one_fault(tmp_path: Path, toml: str, code: str, words: str) -> None:
    with pytest.raises(UserError) as raised:
        decide(tmp_path, SOURCE, "# a comment\n" + toml)
    finding = raised.value.finding
    assert finding.code == code
    assert words in finding.message
    assert finding.file.endswith("case.corrections.toml")
    assert finding.line > 1 or code in ("decision-conflict",)


def test_the_error_names_the_line_of_the_key(tmp_path: Path) -> None:
    toml = table(line=1, printed="emploé", corrected="employé") + table(line=2, printed="tensivity", mark="sick")
    with pytest.raises(UserError) as raised:
        decide(tmp_path, SOURCE, toml)
    assert raised.value.finding.line == 9
    assert raised.value.finding.message.startswith("`correction[2].mark`:")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    toml = table(line=1, printed="gone", mark="sic") + table(line=2, printed="also gone", mark="sic")
    with pytest.raises(DecisionsError) as raised:
        decide(tmp_path, SOURCE, toml)
    assert [finding.line for finding in raised.value.findings] == [3, 8]


def test_who_decides_is_declared(tmp_path: Path) -> None:
    path = tmp_path / "case.corrections.toml"
    path.write_text(table(line=1, printed="emploé", corrected="employé", by="edd"), "utf-8")
    with pytest.raises(UserError, match='did you mean "ed"'):
        load(path, SOURCE, ("ed", "annotator"))


# -- anchors --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("anchor", "expected"), [
    (Anchor(1, "emploé"), "emploé"),
    (Anchor(1, "employés is urged"), "employés\nis urged"),                       # over a line's end
    (Anchor(5, "so", before="and ", after=","), "so"),                            # made unique by what stands beside
    (Anchor(7, "was", after=" [ill"), "was"),
    (Anchor(3, "tensivity"), "tensivity"),                                        # the line has moved
])
def test_anchors_that_match(anchor: Anchor, expected: str) -> None:
    place = find(anchor, SOURCE)
    assert isinstance(place, Place)
    assert TEXT[place.start:place.end] == expected
    assert place.moved == (anchor.line == 3)


@pytest.mark.parametrize(("anchor", "code"), [
    (Anchor(1, "Emploé"), "decision-stale"),
    (Anchor(5, "so"), "decision-ambiguous"),
    (Anchor(1, "it was"), "decision-ambiguous"),
    (Anchor(5, "so", before="nowhere "), "decision-stale"),
])
def test_anchors_that_do_not(anchor: Anchor, code: str) -> None:
    place = find(anchor, SOURCE)
    assert isinstance(place, NoPlace)
    assert place.code == code


def test_a_moved_line_is_taken_and_told(tmp_path: Path) -> None:
    decisions = decide(tmp_path, SOURCE, table(line=40, printed="tensivity", mark="sic"))
    (finding,) = decisions.findings
    assert (finding.code, finding.severity, finding.line, finding.source_line) == ("decision-moved", "warning", 2, 2)


@given(st.text("ab \n", max_size=60), st.integers(1, 4), st.text("ab ", min_size=1, max_size=3).filter(str.strip))
def test_an_anchor_is_the_only_one_or_none(text: str, line: int, printed: str) -> None:
    place = find(Anchor(line, printed), from_text(text))
    if isinstance(place, Place):
        found = text[place.start:place.end]
        assert " ".join(found.split()) == " ".join(printed.split())
        assert text.count("\n", 0, place.start) + 1 == place.line
        assert place.moved == (place.line != line)


# -- what they come to ----------------------------------------------------------------------------------------------
MADE = [
    (table(line=1, printed="emploé", corrected="employé"), "emploé → employé"),
    (table(line=1, printed="emploé", corrected="emploée"), "é [after: corr e]"),
    (table(line=1, printed="worker", corrected="co-worker"), "w [before: corr co-]"),
    (table(line=2, printed="tensivity", mark="sic"), "tensivity [sic]"),
    (table(line=2, printed="tensivity", mark="unclear", reason="illegible"), "tensivity [unclear]"),
    (table(line=2, printed="in view of the tensivity", mark="surplus"), "in view of the tensivity [surplus]"),
    (table(line=2, printed="urged to", at="after", mark="gap"), "o [after: gap]"),
    (table(line=2, printed="urged to", at="before", mark="supplied", corrected="strongly "),
     "u [before: supplied strongly]"),
    (table(line=2, printed="it all", corrected="it—all", kind="regularisation"), "it all → it—all"),
    (table(line=2, printed="tensivity", note="So in the copy."), "  [before: note So in the copy.]"),
]
ALWAYS = ["Kruskaia → Krupskaja", "[illegible] [gap]", "year's → years'"]


@pytest.mark.parametrize(("toml", "expected"), MADE, ids=[expected for _, expected in MADE])
def test_what_a_decision_makes(tmp_path: Path, toml: str, expected: str) -> None:
    decisions = decide(tmp_path, SOURCE, toml)
    assert changes(corrected(SOURCE, decisions)) == [expected, *ALWAYS]


def test_who_decided_is_in_the_text(tmp_path: Path) -> None:
    toml = table(line=1, printed="emploé", corrected="employé", kind="ocr", evidence="internal", cert="high", by="ed",
                 status="accepted", date="2026-11-22", why="employés", source="https://example.org/scan")
    (span,) = (s for s in corrected(SOURCE, decide(tmp_path, SOURCE, toml)).spans if s.rule == "decision")
    assert dict(span.attrs) == {"corr": "employé", "resp": "#ed", "cert": "high", "evidence": "internal", "type": "ocr",
                                "source": "https://example.org/scan", "_why": "employés",
                                "_date": "2026-11-22"}
    accepted = decide(tmp_path, SOURCE, table(line=1, printed="emploé", corrected="employé", by="machine"))
    (span,) = (s for s in corrected(SOURCE, accepted).spans if s.rule == "decision")
    assert span.get("resp") == "#conv"


def test_a_supplied_stand_in_is_a_gap_with_its_words(tmp_path: Path) -> None:
    toml = table(line=7, printed="[illegible]", mark="supplied", corrected="quiet", reason="illegible")
    found = changes(corrected(SOURCE, decide(tmp_path, SOURCE, toml)))
    assert found == [ALWAYS[0], "[illegible] [after: supplied quiet]", *ALWAYS[1:]]


@pytest.mark.parametrize("status", ["rejected", "unsure"])
def test_what_is_rejected_or_undecided_stays_as_printed(tmp_path: Path, status: str) -> None:
    toml = table(line=4, printed="Kruskaia", corrected="Krupskaja", status=status)
    assert changes(corrected(SOURCE, decide(tmp_path, SOURCE, toml))) == ALWAYS[1:]
    toml = table(line=1, printed="emploé", corrected="employé", status=status)
    assert changes(corrected(SOURCE, decide(tmp_path, SOURCE, toml))) == ALWAYS


def test_a_reading_confirmed_is_not_corrected(tmp_path: Path) -> None:
    toml = table(line=4, printed="Kruskaia said", mark="keep") + table(line=7, printed="year's", mark="keep")
    assert changes(corrected(SOURCE, decide(tmp_path, SOURCE, toml))) == ALWAYS[1:2]


def test_another_correction_supersedes_the_machines(tmp_path: Path) -> None:
    toml = table(line=4, printed="Kruskaia said", corrected="Krupskaya said")
    assert changes(corrected(SOURCE, decide(tmp_path, SOURCE, toml)))[0] == "Kruskaia said → Krupskaya said"


def test_what_the_machine_would_do_itself_is_redundant(tmp_path: Path) -> None:
    """Also where the decision gives more of the text around it."""
    toml = table(line=4, printed="Kruskaia said", corrected="Krupskaja said")
    context = corrected(SOURCE, decide(tmp_path, SOURCE, toml))
    assert [(f.severity, f.line) for f in context.findings if f.code == "decision-redundant"] == [("info", 4)]
    assert changes(context) == ["Kruskaia said → Krupskaja said", *ALWAYS[1:]]
    other = corrected(SOURCE, decide(tmp_path, SOURCE, table(line=1, printed="emploé", corrected="employé")))
    assert not [f for f in other.findings if f.code == "decision-redundant"]


def test_an_editors_gap_takes_the_place_of_the_machines(tmp_path: Path) -> None:
    source = read_source(SEEDS / "becoming-a-party-of-the-workers.txt")
    toml = table(line=23, printed="that we were", at="after", mark="gap")
    gaps = [c for c in changes(corrected(source, decide(tmp_path, source, toml))) if "gap" in c]
    assert gaps == ["e [after: gap]"]


def test_a_decision_that_crosses_an_element_is_an_error(tmp_path: Path) -> None:
    toml = table(line=2, printed="of it all. He went", mark="sic")
    context = corrected(SOURCE, decide(tmp_path, SOURCE, toml))
    assert [(f.code, f.severity, f.line) for f in context.findings if f.code == "decision-refused"] == \
        [("decision-refused", "error", 2)]
    assert changes(context) == ALWAYS


def test_structure_and_voices_can_be_asked(tmp_path: Path) -> None:
    toml = (table(line=2, is_="head") + table(line=4, printed="Kruskaia said", who="krupskaja") +
            table(line=4, printed="he had heard", voice="gg ed", status="accepted"))
    decisions = decide(tmp_path, SOURCE, toml)
    at = TEXT.index("Kruskaia said")
    assert [(one.line, one.structure) for one in decisions.structures()] == [(2, "head")]
    assert [decisions.who_at(place) for place in (at - 1, at, at + 12, at + 13)] == ["", "#krupskaja", "#krupskaja", ""]
    assert decisions.who_at(at - 5, at + 1) == "#krupskaja"
    assert decisions.voice_at(TEXT.index("he had heard")) == "#gg #ed"
    assert decisions.who_at(TEXT.index("he had heard")) == ""


def test_who_speaks_and_whose_comment_it_is(tmp_path: Path) -> None:
    text = ("“It was not so,” said the man. (He lies.) The others went home, and he said that it had been so.\n\n"
            "“It is all the same to me,” said Smith. “It was not so at all, and that is all there is of it.”\n")
    source = from_text(text, "case")
    toml = (table(line=1, printed="“It was not", who="brown", cert="medium")
            + table(line=3, printed="“It is all", who="smith") + table(line=1, printed="The others", who="brown"))
    context = corrected(source, decide(tmp_path, source, toml), "en")
    assert next(s.get("who") for s in context.spans if s.kind == "said") == "#brown"
    assert [(f.code, f.severity, f.line) for f in context.findings if f.code.startswith("decision")] == \
        [("decision-without-object", "error", 1), ("decision-redundant", "warning", 3)]


# -- series ---------------------------------------------------------------------------------------------------------
RUNE = from_text("The rnodern governrnent of rnen; the rnodern rnind.\nA rnodernist, though, had no rnind for it.\n",
                 "case")
SERIES = series("rn", "m", "rnodern → modern", "rnind", "governrnent → government", by="ed", cert="high",
                date="2026-11-22")
HITS = ["rnodern → modern", "governrnent → government", "rnodern → modern", "rnind → mind", "rnind → mind"]


def test_a_series_is_each_of_its_hits(tmp_path: Path) -> None:
    """Whole words only, and each hit is a correction of its own with who, when and why."""
    decisions = decide(tmp_path, RUNE, SERIES)
    assert [one.line for one in decisions] == [1, 1, 1, 1, 2]
    assert {(one.kind, one.by, one.cert, one.date, one.why) for one in decisions} == {
        ("ocr", "ed", "high", "2026-11-22", "rn → m in a series of words")}
    assert changes(corrected(RUNE, decisions)) == HITS


def test_a_hit_decided_by_itself_is_no_hit(tmp_path: Path) -> None:
    alone = (table(line=2, printed="rnind", mark="keep")
             + table(line=1, printed="rnodern", after=" governrnent", corrected="Modern"))
    for toml in (alone + SERIES, SERIES + alone):
        assert changes(corrected(RUNE, decide(tmp_path, RUNE, toml))) == ["rnodern → Modern", *HITS[1:4]]
    rejected = table(line=2, printed="no rnind", corrected="no mind", status="rejected")
    assert changes(corrected(RUNE, decide(tmp_path, RUNE, SERIES + rejected))) == HITS[:4]


def test_a_rejected_series_corrects_nothing_and_forbids_it(tmp_path: Path) -> None:
    decisions = decide(tmp_path, SOURCE, series("ia", "ja", "Kruskaia → Krupskaja", status="rejected"))
    assert changes(corrected(SOURCE, decisions)) == ALWAYS[1:]


def test_a_series_may_hold_what_the_machine_finds(tmp_path: Path) -> None:
    context = corrected(SOURCE, decide(tmp_path, SOURCE, series("usk", "upsk", "Kruskaia → Krupskaja")))
    assert changes(context) == ALWAYS
    assert not [one for one in context.findings if one.code.startswith("decision")]


# -- laws -----------------------------------------------------------------------------------------------------------
def test_no_decisions_change_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml", SOURCE) == Decisions()
    assert corrected(SOURCE, decide(tmp_path, SOURCE, "# none\n")).spans == corrected(SOURCE).spans


def test_applied_twice_is_applied_once_and_order_does_not_matter(tmp_path: Path) -> None:
    tables = [toml for toml, _ in MADE if "emploé" not in toml and "tensivity" not in toml]
    tables.append(table(line=1, printed="emploé", corrected="employé"))
    once = decide(tmp_path, SOURCE, "".join(tables))
    assert decide(tmp_path, SOURCE, "".join(tables + tables)) == once
    spans = corrected(SOURCE, once).spans
    for seed in range(5):
        shuffled = random.Random(seed).sample(tables, len(tables))
        assert corrected(SOURCE, decide(tmp_path, SOURCE, "".join(shuffled))).spans == spans


@pytest.mark.parametrize("status", ["rejected", "unsure"])
def test_what_is_rejected_never_comes_back(tmp_path: Path, status: str) -> None:
    """Not where lines have moved, nor where the reading is told with more of what stands around it."""
    for printed, new in (("Kruskaia", "Krupskaja"), ("Kruskaia said that", "Krupskaja said that")):
        toml = table(line=4, printed=printed, corrected=new, status=status)
        for lines in ("", "A line more.\n\n", "\n\n\n"):
            moved = from_text(lines + TEXT, "case")
            decisions = decide(tmp_path, moved, toml)
            assert [one.source_line for one in decisions.findings] == ([4 + lines.count("\n")] if lines else [])
            assert [change for change in changes(corrected(moved, decisions)) if "Kruskaia" in change] == []


@given(st.lists(st.sampled_from(["oak", "elm", "ash", "the"]), min_size=1, max_size=9).map(" ".join), st.data())
def test_a_series_is_what_its_hits_are_one_by_one(tmp_path_factory: pytest.TempPathFactory, text: str,
                                                  data: st.DataObject) -> None:
    """Every place where the word stands by itself, each once."""
    source, folder = from_text(text + "\n", "case"), tmp_path_factory.mktemp("made")
    word = data.draw(st.sampled_from(sorted(set(text.split()))))
    hits = decide(folder, source, series(word[1:], "xy", word))
    assert [(one.start, one.corrected) for one in hits] == \
        [(at, word[0] + "xy") for at in range(len(text)) if f" {text} "[at:].startswith(f" {word} ")]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_essence_of_a_change_is_the_change(printed: str, new: str) -> None:
    at, gone, put = essence(0, printed, new)
    assert printed[:at] + put + printed[at + len(gone):] == new
    assert not gone or not put or (gone[0] != put[0] and gone[-1] != put[-1])


def test_the_seeds_decisions_are_what_only_a_person_could_know() -> None:
    """Each is found on its line, says who, when, why and how sure; none is redundant, none crosses an element."""
    for path in sorted(SEEDS.glob("*.txt")):
        source = read_source(path)
        decisions = load(path.with_suffix(".corrections.toml"), source, ("ed",))
        assert len(decisions) >= 5, path.name
        assert not decisions.findings
        assert all(d.by and d.date and d.why and (d.cert or not d.edits) for d in decisions)
        wrong = [f for f in corrected(source, decisions).findings if f.code.startswith("decision")]
        assert wrong == []
