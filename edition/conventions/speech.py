"""Speech quoted in prose, and comments on it: what is spoken, by whom, and what is only quoted."""

from __future__ import annotations

from collections.abc import Iterator

from edition.rules import NO, Claims, Context, Convention, Rule, Score
from edition.speech.reading import reading
from edition.speech.reported import reported, reports
from edition.tree import Span

_MARKS = '"“”„«»‘‚'


def _rule(name: str, description: str, example: str) -> Rule:
    def claims(context: Context) -> Iterator[Span]:
        return (spoken.claim() for spoken in reading(context).claims if spoken.rule == name)

    made: Claims = claims
    return Rule(name, description, example, made)


def _quoted(context: Context) -> Score:
    marks = sum(context.text.count(mark) for mark in _MARKS)
    if not marks and "'" not in context.text:
        return NO
    known = reading(context)
    quotes = sum(len(paragraph.quotes) for paragraph in known.paragraphs)
    return Score(1.0, f"{quotes} quotations in {len(known.paragraphs)} paragraphs") if quotes else NO


def _dashed(context: Context) -> Score:
    known = reading(context)
    turns = sum(quoted.family == "dash" for paragraph in known.paragraphs for quoted in paragraph.quotes)
    return Score(0.9, f"{turns} paragraphs open a turn with a dash") if known.habit.dash and turns else NO


def _commented(context: Context) -> Score:
    if "(" not in context.text:
        return NO
    known = reading(context)
    found = sum(1 for paragraph in known.paragraphs for _ in known.comments.of(paragraph.place))
    return Score(0.8, f"{found} parentheses comment on what is said or refer to something") if found else NO


def _unmarked(context: Context) -> Score:
    found = sum(spoken.rule == "unmarked-speech" for spoken in reading(context).claims)
    return Score(0.7, f"{found} sentences follow a verb of saying and a colon without marks") if found else NO


QUOTED = Convention(
    "quoted-speech",
    "Words in quotation marks: spoken, written, titles, words as words, so called",
    '"Come," said Emma.',
    (
        _rule(
            "speech",
            "Spoken words, with their speaker where the text names him or the dialogue shows him",
            '"What do you think?" asked Kamenev.',
        ),
        _rule(
            "reported-speech",
            "An indirect statement that runs over into direct speech",
            'He answered that he knew nothing: "We are busy."',
        ),
        _rule("written-quotation", "Words quoted from writing", 'The letter says: "We came in May."'),
        _rule("so-called", "A word or phrase the writer does not make his own", 'They took part in "social work".'),
        _rule("word-as-word", "A word spoken of as a word", 'the word "democracy"'),
        _rule("quoted-title", "The title of a work in quotation marks", 'the book entitled "The Real Situation"'),
        _rule(
            "quotation",
            "Quoted words of which it is not clear whether they are spoken or written",
            'their "capacity to interpret and lead the masses"',
        ),
    ),
    _quoted,
)

DASHED = Convention(
    "dash-dialogue",
    "Turns of a dialogue that open with a dash and end with the paragraph",
    "―Yes, Stephen said.",
    (
        _rule(
            "dash-speech",
            "A turn opened by a dash; nothing in print closes it, so it holds its inquit too",
            "―I do, he said.",
        ),
    ),
    _dashed,
)

UNMARKED = Convention(
    "unmarked-speech",
    "Speech without marks after a verb of saying and a colon",
    "Everyone says: Yes, we are led!",
    (_rule("unmarked-speech", "From the colon to the end of the sentence", "We said: plant three weeks earlier."),),
    _unmarked,
)

COMMENTS = Convention(
    "speech-comments",
    "Parentheses that comment on speech, gloss a word of it, or refer elsewhere",
    '"Don\'t." (Poor fellow!)',
    (
        _rule(
            "comment",
            "A comment of whole sentences put between those of one speech",
            '"I go. (A lie!) I never come back."',
        ),
        _rule("aside", "A comment of whole sentences beside a speech", '"I will not obey." (He will.)'),
        _rule("gloss", "A gloss that says whom or what a word of a speech means", '"He (Stalin) talks."'),
        _rule("reference", "A reference to another publication", "(see The Militant, March 15)"),
    ),
    _commented,
)


def _reported(context: Context) -> Iterator[Span]:
    known = reading(context)
    found = reported(known)
    known.persons()
    return (spoken.claim() for spoken in found)


def _reports(context: Context) -> Score:
    """Novels stage speech and report little of it (under .03 of it on five); accounts of talks a quarter and more."""
    count, direct = reports(reading(context))
    share = count / direct if direct else 0.0
    if direct < 5 or share < 0.25:
        return NO
    return Score(min(0.5 + share, 1.0), f"{count} clauses report speech, beside {direct} speeches in marks")


REPORTED = Convention(
    "reported-speech",
    "In a text that reports talks: what somebody said, told in a clause without marks",
    "Kamenev said that it was not necessary.",
    (
        Rule(
            "reported-clause",
            "A clause behind a verb of saying, with its speaker where he is named",
            "Kamenev said that it was not necessary.",
            _reported,
        ),
    ),
    _reports,
)

CONVENTIONS = (QUOTED, DASHED, UNMARKED, COMMENTS, REPORTED)
