"""Whether a text looks misread: asked before the word engine is."""

from __future__ import annotations

from edition.corrections.misread import score
from edition.rules import Context
from edition.source import from_text
from edition.told import Plain

CLEAN = ("The committee of the city met on Monday, and the mayor was in the chair. It was resolved that the report of "
         "the surveyor on the condition of the roads should be printed, and that the government should be asked for "
         "a grant. The bridge near the mill had been shut since the winter, and no man could say when it would open.\n")
NOISY = CLEAN.replace("committee", "coniinittee").replace("government", "goveniment").replace("bridge", "briclge")
FOREIGN = CLEAN + "Gallia est omnis divisa in partes quattuor quarum unam incolunt quidam, aliam reliqui omnes. "


def holds(text: str) -> bool:
    return score(Context(from_text(text, "case"), Plain(language="en"))).value >= .5


def test_a_text_with_many_words_near_to_common_ones_is_misread() -> None:
    assert holds(NOISY * 3)
    assert not holds(CLEAN * 3)


def test_words_in_another_language_are_not_misread() -> None:
    assert not holds(FOREIGN * 3)


def test_of_a_long_text_a_part_tells() -> None:
    assert holds(NOISY * 2_000)
    assert not holds(CLEAN * 2_000)
    assert not holds("x" * 400_000)


def test_halves_of_words_broken_at_lines_ends_are_no_words() -> None:
    broken = CLEAN
    for word, cut in (("committee", "com-\nmittee"), ("government", "govern-\nment"), ("report", "re-\nport")):
        broken = broken.replace(word, cut)
    assert not holds(broken * 3)


def test_without_a_list_of_words_nothing_is_said() -> None:
    assert "no word list" in score(Context(from_text(NOISY, "case"), Plain(language="de"))).reason
