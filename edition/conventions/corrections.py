"""The corrections of the text: an editor's decisions first, then the slips that are plain by their form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from edition.corrections import apostrophes, brackets, characters, dashes, gaps, loops, misread, names, noted, repeats
from edition.corrections.decided import decision_claims
from edition.corrections.marks import quotation_marks
from edition.corrections.model import Correction, admit
from edition.rules import Context, Convention, Rule
from edition.tree import Span

Finder = Callable[[Context], Iterable[Correction | None]]


def _rule(name: str, description: str, example: str, find: Finder, words: tuple[str, ...] = ()) -> Rule:
    """A rule made of what finds corrections: decisions and what is marked already stand before them."""
    def claims(context: Context) -> Iterator[Span]:
        return admit(context, find(context), name)

    return Rule(name, description, example, claims, words)


DECISIONS = Convention(
    "editorial-decisions",
    "Decisions of the editor, from the file of corrections beside the text.",
    'NAME.corrections.toml: printed = "emploé", corrected = "employé"',
    (Rule("decision", "a reading decided by an editor", 'printed = "emploé"', decision_claims),),
)
LOST_TEXT = Convention(
    "lost-text",
    "Stand-ins for what could not be read, and passages printed twice.",
    "[illegible]; the . . . tion",
    (_rule("stand-in", "words in brackets stand for text that was not read", "the [illegible] of", gaps.stand_ins,
           tuple(gaps.STAND_INS)),
     _rule("points", "points stand for the first letters of a word", "in the . . . tion by", gaps.points_for_letters),
     _rule("repeated", "a passage of fifteen words or more is printed twice",
           "we were in our work. This is … (and so again two paragraphs on)", repeats.repeats),
     _rule("loop", "the same words again and again, as a program writes them that reads scans",
           "and the dam fell, and the dam fell, and the dam fell …", loops.loops),
     _rule("noted-error", "an error that a note in the source explains stays", "Chelushkin7 … 7 Misspelled Chelyuskin",
           noted.noted_errors)),
)
APOSTROPHES = Convention(
    "apostrophes",
    "Apostrophes wrong by the form of the word or phrase.",
    "Litvinoff‘s; three year's absence; interpret it's will",
    (_rule("apostrophe", "a turned comma or an accent for an apostrophe", "Litvinoff‘s", apostrophes.wrong_apostrophes),
     _rule("measure", "the possessive of a measure", "three year's absence", apostrophes.measure_possessives),
     _rule("its", "it's for its", "to interpret it's will", apostrophes.its)),
)
NAME_SPELLINGS = Convention(
    "name-spellings",
    "One name in two spellings in the same passage.",
    "Krupskaja … Kruskaia … Krupskaja",
    (_rule("name-spelling", "a rare spelling beside the usual one", "Kruskaia (Krupskaja)", names.name_spellings),),
)
ALPHABETS = Convention(
    "mixed-alphabets",
    "Look-alike letters of another alphabet in a word.",
    "Мoscow, with a Cyrillic М",
    (_rule("alphabet", "a word in letters of two alphabets", "Мoscow", characters.mixed_alphabets),),
)
ENTITIES = Convention(
    "html-entities",
    "Characters that are written by the name that HTML has for them.",
    "the mill &amp; the dam",
    (_rule("entity", "the name of a character for the character", "mill &amp; dam", characters.entities),),
    characters.score_entities,
)
DASHES = Convention(
    "dashes",
    "Hyphens that stand for dashes.",
    "Mussolini-all dictators; Stalin - “just; Routine---for",
    (_rule("lost-dash", "a hyphen between words that make no compound", "agree-that the", dashes.lost_dashes),
     _rule("spaced-hyphen", "a hyphen between blanks is a dash", "development, - should", dashes.spaced_hyphens),
     _rule("typed-dash", "two or three hyphens are a dash", "Routine---for", dashes.typed_dashes)),
)
PAIRS = Convention(
    "paired-marks",
    "Brackets and quotation marks that lack their partner within the paragraph.",
    "(Kamenev, I think, went",
    (_rule("bracket", "a bracket without its partner", "(Kamenev, I think, went", brackets.brackets),
     _rule("quotation-mark", "a quotation mark is missing", "‘He said: “Come.’", quotation_marks)),
)

MISREAD = Convention(
    misread.CONVENTION,
    "Words that recognition misread, in a language of which the program has a word list.",
    "tho goveniment of tbe city",
    (_rule(misread.RULE, "a word that is in no list, or does not fit, and the likeliest reading", "goveniment",
           misread.misread_words),),
    misread.score,
)

# One after the other: each sees what those before it marked, and leaves it alone.
CORRECTION_STAGES: tuple[tuple[Convention, ...], ...] = (
    (DECISIONS,), (LOST_TEXT, ENTITIES), (APOSTROPHES, NAME_SPELLINGS, ALPHABETS), (DASHES,), (PAIRS,), (MISREAD,),
)
