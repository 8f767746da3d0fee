"""What the machine corrects by formal evidence, and, more important, what it leaves alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from correcting import changes, correct, corrected, suggested

from edition.corrections.brackets import unpaired
from edition.corrections.characters import unmixed
from edition.corrections.model import Correction, addition, register
from edition.corrections.names import distance, slip
from edition.languages import ENGLISH, lexical, pack, unpack
from edition.languages.pack import neighbours, packed
from edition.source import from_text, read_source

ROOT = Path(__file__).resolve().parent.parent
CURLY = " It isn’t his, and he doesn’t say that it’s not theirs."
STRAIGHT = " It isn't his, and he doesn't say that it is."
ITS = "The town lost its walls, its gates, its market and its mills. "

CORRECTED = [
    # an apostrophe that is none, in the document's own style
    ("The army of Litvinoff‘s friends came." + CURLY, ["Litvinoff‘s → Litvinoff’s"]),
    ("They don´t know it yet." + STRAIGHT, ["don´t → don't"]),
    # the possessive of a measure
    ("After three year's absence he came home." + CURLY, ["year's → years’"]),
    ("A twenty-one day's fast, and it didn't help him at all.", ["day's → days'"]),
    ("It lies some five hundred miles’ northeast of the town." + CURLY, ["miles’ → miles"]),
    # its
    (ITS * 3 + "New leaders interpret it's will." + CURLY.replace("it’s", "this is"), ["it's → its"]),
    (ITS + "Of it's own accord it fell, and its walls too.", ["it's → its"]),
    # a lost dash
    ("Stalin, Hitler, Mussolini-all dictators, to be told from the rest.", ["Mussolini-all → Mussolini—all"]),
    ("Under the influence of their leaders-a very different thing.", ["leaders-a → leaders—a"]),
    ("All the witnesses agree-that the government does not exist.", ["agree-that → agree—that"]),
    # a hyphen between blanks
    ("By a fling at Stalin - “just another Hitler!” he said.", [" -  → —"]),
    ("To our development, - should be deported from our village.", [" -  → —"]),
    ("He went home - and the others stayed with her in the town.", [" -  → —"]),
    # typed dashes
    ("Against Routine---for genuine mass work.", ["--- → —"]),
    ("It is so -- and so it was.", ["-- → —"]),
    # a bracket
    ("One of them (Kamenev, I think, went to see him.", [", → )"]),
    ("The town (of which we spoke] lies there.", ["] → )"]),
    # a name
    ("He went to Krupskaja and said so. Kruskaia said that she had heard of it. Then Krupskaja left.",
     ["Kruskaia → Krupskaja"]),
    ("We have on this side of the Missisisippi river an area. The Mississippi is long, and Mississippi steamers go up.",
     ["Missisisippi → Mississippi"]),
    # what could not be read
    ("Then he intervened in the . . . tion by saying so.", [". . . [gap]"]),
    ("It was [illegible] in the [two words illegible] of it.", ["[illegible] [gap]", "[two words illegible] [gap]"]),
    ("The letter is [torn] at the edge.", ["[torn] [gap]"]),
    ("It was a \ufffd\ufffdord of his.", ["\ufffd\ufffd [gap]"]),
    # letters of another alphabet
    ("He went to \u041coscow. In Moscow he stayed.", ["\u041coscow → Moscow"]),
]

QUOTED = [
    ("“Becoming acquainted with the town through these articles in the paper, continues the letter, “the workers of "
     "the station decided to send a brigade.” “They” came.", [", [after: corr ”]"]),
    ('"Stalin said: \'I cannot share half. What will the Right say?\' (But are they not the "main enemy"?)',
     [" 'I cannot share half. What will the Right say?' [after: corr \"]"]),
    # each paragraph of a long speech opens, only the last closes
    ('He said: "I remember talking with the governor several years ago.\n\n"He showed me an answer to all his critics.'
     '\n\n"I read it through, and passed it back to him."', []),
    ("He said “no” and “yes,” and 6' 2\" was his height, and the boys' and the girls' house.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED, ids=[text[:40] for text, _ in QUOTED])
def test_quotation_marks(text: str, expected: list[str]) -> None:
    assert correct(text) == expected


# Period spellings, names, an author's own points, brackets that count: nothing here is an error.
LEFT_ALONE = [
    "A would-be sophisticate, by-the-way, in the net-work of know-all employés, practised and blind-folded.",
    "In compensation therefor you can be part of it; the fraction and the faction; wish-fulfilment; snow-bound.",
    "Bucharin, Thalman, Piatakov, Rykov, Tomsky, Kaganovitch and the Kaganovitchs, Tovstucha, Ordjonikidze.",
    "The good-for-nothing said: over-all, be-all and end-all; worth-while papers, barley-or wheat; a cure-all.",
    "Mother-in-law of the man-of-war, vis-à-vis, a tête-à-tête, Stratford-on-Avon and Jack-the-Giant-Killer.",
    "In a many-a time told tale, on a half-a crown, and some-where else, an-other an-other one.",
    "He went 5 - 3 and 1914 - 1918 to the front.",
    "COUNTRY NEWS of the day, and so it was for all of them\n-\n[By telegraph from our own correspondent in it.]",
    "It is to - day a well - known thing.",
    "In 1914--1918 there was war.",
    "The Meeting met . . . for three days on this subject.",
    "“Have we a power of our own?” . . . and the testimony they bear to it.",
    "... That’s the real secret, the mass believes us.",
    "I was going to tell you the trut . . . and then he fell.",
    "They say that M‘Donald and M‘Gregor prayed at the Ka‘ba, on O‘ahu and in Hawai‘i.",
    "One year's absence and a year's rent; three years' absence; three years ago; the three years’ war.",
    "The two day's of the week, in five minutes' time, and after two days' march north of it.",
    ITS + "It's a pity, it's gone, and it's the best. It is said that its name is old.",
    "(a) the first; b) the second; 1) the third; (see [1]); (the one (within the other) here).",
    "Ivanov and Ivanova came, then Ivanova and Ivanov left; the Zinovievists of Zinoviev; Zinoviev again.",
    "“Thomassen” alias “Thommasen” came; Thomassen went, and Thomassen stayed.",
    "The α-rays, the μm, Δt and the Σigma of it; Москва is Moscow.",
    "Bring more wood, and bring more wood, and bring more wood, and bring more wood, for winter is coming on.",
    "Albert Rhys Williams was hired and paid for 1,290 when it was actually 1,585 in April, 70 or 90% of them.",
]


@pytest.mark.parametrize(("text", "expected"), CORRECTED, ids=[text[:40] for text, _ in CORRECTED])
def test_plain_by_its_form(text: str, expected: list[str]) -> None:
    assert correct(text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE, ids=[text[:40] for text in LEFT_ALONE])
def test_left_alone(text: str) -> None:
    assert correct(text) == []


FILLER = ("This is not the case, and nobody who was there has said so since. " * 2).strip()
REPEATED = ("in our work. This is what makes us yet a party for the workers, but not the party of the workers that we "
            "ought to be.")
JUMBLED = (f"{FILLER} The result was that the workers did not\n\n"
           f"believe that we were the things we lack {REPEATED}\n\nOr again the others. {FILLER}\n\n"
           f"The proper approach to them: these are the main shortcomings {REPEATED}\n")


def test_a_column_jumble_is_a_gap_and_a_surplus() -> None:
    """The surplus is the repeat itself, word for word; the words before it stay."""
    found = correct(JUMBLED)
    assert found == ["e [after: gap]", f"{REPEATED} [surplus]"]
    lost = [f for f in corrected(from_text(JUMBLED)).findings if f.code == "text-lost"]
    assert [(finding.severity, finding.line) for finding in lost] == [("warning", 3)]


def test_words_repeated_at_once_are_superfluous() -> None:
    words = "and the king of that country said to the old man who stood before him at the gate"
    assert correct(f"It was late, {words}, {words}, that it was late.") == [f"{words}, [surplus]"]


@pytest.mark.parametrize("text", [
    # twelve words, as speakers repeat them
    f"{FILLER} Not the party of the workers, nor the party for the workers.\n\n"
    f"{FILLER[:60]} and not the party of the workers, nor the party for the workers.\n",
    # an author who says the same again, in whole sentences
    f"A first thing to say. {REPEATED[13:]}\n\nA second thing to say. {REPEATED[13:]}\n",
    # a quotation given twice
    f"{FILLER} They wrote that “this thing {REPEATED}”\n\nAnd again, on another day, that “the thing {REPEATED}”\n",
    # references
    "1. Smith to Jones, May 6, 1985, Department of State, Lot File 96 D 292, Box 1, CIA General, pp. 10–12.\n\n"
    "2. Brown to Jones, and Smith to Jones, May 6, 1985, Department of State, Lot File 96 D 292, Box 1, CIA General, "
    "pp. 10–12.\n",
])
def test_repeats_that_are_no_accident(text: str) -> None:
    assert correct(text) == []


def test_an_error_that_a_note_speaks_of_stays_and_is_marked() -> None:
    """A correction that is the subject of a note would make the note nonsense."""
    rule = " " * 40
    text = ("They saw the heroes of the Chelushkin1 and the aviators who saved them, and Chelyuskin2 again, a\n"
            f"{rule}\n1 Misspelled Chelyuskin, a cargo ship.\n2 A cape.\n\nlong way off.\n")
    assert correct(text) == ["Chelushkin [sic]"]


def test_below_the_threshold_is_only_suggested() -> None:
    text = "The town (of which we spoke lies there, and nobody has gone to it since that day."
    assert correct(text) == []
    assert len(suggested(text)) == 1
    assert "no partner" in suggested(text)[0]
    # an old book that writes it so by habit
    assert correct("It lost it's walls, it's gates and it's mills; its name and its fame and its lands are gone.") == []


def test_without_a_language_pack_only_what_is_plain_in_any_language() -> None:
    german = "Er ging nach Hause - „sofort!“ - und das -- so sagte er -- in the . . . tion zum Mann."
    assert correct(german, "lb") == [" -  → —", " -  → —", "-- → —", "-- → —"]


def test_a_language_prints_its_own_dash() -> None:
    german = "Er ging nach Hause - „sofort!“ - und das -- so sagte er."
    assert correct(german, "de") == [" -  →  – ", " -  →  – ", "-- → –"]


def test_figures_are_never_corrected() -> None:
    assert correct("In 1927 or l927 or 19Z7 some 70 or 90% of 1O0 men, 5 - 3, came on June 31, 1929.") == []


def test_each_correction_says_who_how_sure_and_why() -> None:
    context = corrected(from_text("After three year's absence he came home.\n"), language="en")
    (span,) = (span for span in context.spans if span.kind == "choice")
    assert [span.get(name) for name in ("resp", "cert", "evidence", "type")] == \
        ["#conv", "high", "internal", "apostrophe"]
    assert "three" in span.get("_why")


def test_an_addition_stands_with_its_nearest_character() -> None:
    assert addition("say?'", "say?'\"") == ("after", '"')
    assert addition("Bucharin", '"Bucharin') == ("before", '"')
    assert addition("year's", "years’") is None
    span = Correction(10, 15, "say?'", "say?'\"", "quotation-mark").span("rule")
    assert (span.start, span.end, span.kind, span.get("after")) == (14, 15, "insertion", '"')


def test_the_seeds() -> None:
    """Every formal correction of the three sources, and none besides."""
    expected = {
        "becoming-a-party-of-the-workers": [
            "e [after: gap]",
            "in our work. This is what makes us yet a Party for the workers, but not the Party of the workers. "
            "[surplus]", "--- → —"],
        "behind-the-scenes-in-the-russian-party": [
            ". . . [gap]", 'B [before: corr "]', ", → )", "Kruskaia → Krupskaja",
            " 'To extend their rights means to make a bloc. To make a bloc means to share half. I cannot share half. "
            "What will the Right say?' [after: corr \"]"],
        "essay-on-soviet-government": [
            "year's → years’", " -  → —", "Mussolini-all → Mussolini—all", " -  → —", "leaders-a → leaders—a",
            "agree-that → agree—that", ", [after: corr ”]",
            "miles’ → miles", "Litvinoff‘s → Litvinoff’s", "it’s → its", "Chelushkin [sic]"],
    }
    for name, wanted in expected.items():
        found = changes(corrected(read_source(ROOT / "seeds" / f"{name}.txt")))
        assert found == wanted, name


@pytest.mark.slow
def test_next_to_nothing_is_corrected_in_texts_that_are_right(shared: Path) -> None:
    """Four million characters of sound texts: five errors by their form and some misread words of newspapers are in
    them, and those are found; the rest is not touched."""
    found: Counter[str] = Counter()
    for path in sorted((shared / "bench" / "structure" / "data").rglob("*.txt")):
        spans = register(corrected(read_source(path)).spans)
        found.update(span.rule for span in spans if not span.get("reg"))
    assert found.pop("misread-word") <= 8
    for marked in ("doubted-word", "stand-in"):  # what a transcriber has marked himself is no correction of ours
        found.pop(marked, None)
    assert found.total() <= 5, found


# -- the parts ------------------------------------------------------------------------------------------------------
def test_word_lists_are_packed_without_loss() -> None:
    words = {"a": 6, "an": 3, "and": 7, "ändern": 0, "zeal": 2}
    listed = sorted((word, 2 ** size) for word, size in words.items())
    assert unpack(packed(listed)) == words
    assert neighbours([("its", "own", 392), ("is", "own", 2), ("is", "it", 5), ("of", "it's", 3)]) == \
        "<own\t392\t0\t2\n>of\t0\t3\t0\n"


def test_the_english_pack() -> None:
    assert pack("en-GB") is ENGLISH
    assert pack("lb") is None
    assert lexical("en-GB") is ENGLISH
    assert lexical("de") is None  # its closed classes alone are known
    assert len(ENGLISH.words) > 50_000
    assert ENGLISH.knows("Therefor")
    assert not ENGLISH.knows("Krupskaja")
    assert ENGLISH.ends_words("tion")
    assert not ENGLISH.ends_words("zzion")


def test_unpaired_brackets() -> None:
    assert unpaired("(a [b] c) and 1) or a)") == ([], [])
    assert unpaired("one (two] three") == ([(4, 8)], [])
    assert unpaired("one (two three") == ([], [4])
    assert unpaired("one two) three") == ([], [7])


def test_edit_distance_and_slips() -> None:
    assert [distance("abc", other, 2) for other in ("abc", "abd", "cab", "xyz")] == [0, 1, 2, 3]
    assert slip("Kruskaia", "Krupskaja")
    assert not slip("Colorado", "Coronado")
    assert not slip("Scholers", "Schollers")
    assert slip("Calvoggoi", "Calvoggio")
    assert not slip("Calvaggio", "Calvoggio")


def test_words_of_two_alphabets() -> None:
    assert unmixed("\u041coscow") == "Moscow"
    assert unmixed("\u041c\u043e\u0441\u043a\u0432a") == "\u041c\u043e\u0441\u043a\u0432\u0430"
    assert unmixed("\u0416oscow") is None


def test_a_text_that_repeats_itself_without_end_means_it() -> None:
    text = "It was so and no word of it was otherwise said by anybody in the whole wide room. " * 300
    assert [change for change in changes(corrected(from_text(text))) if "surplus" in change] == []
