"""Speech quoted in prose, and comments on it: what is spoken, by whom, and what is only quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from edition.records import replace
from edition.rules import NO, Claims, Context, Convention, Rule, Score, counted
from edition.speech.cited import cited_titles
from edition.speech.reading import reading
from edition.speech.reported import chain_reports, most_reports, reported
from edition.speech.spoken import Spoken
from edition.tree import Span
from edition.words import holds

_MARKS = "\"“”„«»‘‚'`"
_LEAST_REPORTED = 0.25  # clauses that report speech to a speech in marks, in a text that reports talks


def _rule(name: str, description: str, example: str) -> Rule:
    def claims(context: Context) -> Iterator[Span]:
        return (spoken.claim() for spoken in reading(context).claims if spoken.rule == name)

    made: Claims = claims
    return Rule(name, description, example, made)


def _quoted(context: Context) -> Score:
    if not holds(context.text, *_MARKS):
        return NO
    known = reading(context)
    quotes = sum(len(paragraph.quotes) for paragraph in known.paragraphs)
    told = f"{counted(quotes, 'quotation')} in {counted(len(known.paragraphs), 'paragraph')}"
    return Score(1.0, told) if quotes else NO


def _dashed(context: Context) -> Score:
    known = reading(context)
    turns = sum(quoted.family == "dash" for paragraph in known.paragraphs for quoted in paragraph.quotes)
    told = counted(turns, "paragraph opens", "paragraphs open")
    return Score(0.9, f"{told} a turn with a dash") if known.habit.dash and turns else NO


def _commented(context: Context) -> Score:
    """Accounts of talks comment on every third quotation or so; of novels and plays none did on a twelfth."""
    if "(" not in context.text:
        return NO
    comments = reading(context).comments
    told = "parenthesis in whole sentences stands beside what is quoted"
    many = "parentheses in whole sentences stand beside what is quoted"
    return Score(0.8, counted(comments.beside, told, many)) if comments.habit else NO


def _comments(name: str, description: str, example: str) -> Rule:
    def claims(context: Context) -> Iterator[Span]:
        known = reading(context)
        clauses = reported(known) if context.has("reported-speech") else []
        places = sorted((id(c.paragraph), c.start, c.end) for c in clauses)
        for spoken in known.claims:
            made = _interrupting(spoken) if spoken.rule == "aside" and _inside(places, spoken) else spoken
            if made.rule == name:
                yield made.claim()

    return Rule(name, description, example, claims)


def _interrupting(aside: Spoken) -> Spoken:
    attrs = {"type": aside.attrs["type"], "place": "inline"} | aside.attrs
    return replace(aside, kind="comment", rule="comment", attrs=attrs)


def _inside(places: list[tuple[int, int, int]], spoken: Spoken) -> bool:
    """Whether a comment stands in a clause of reported speech: then it interrupts it as it would speech in marks."""
    at = bisect_right(places, (id(spoken.paragraph), spoken.start, 0)) - 1
    return at >= 0 and places[at][0] == id(spoken.paragraph) and spoken.end <= places[at][2]


def _referring(context: Context) -> Score:
    found = sum(spoken.rule == "reference" for spoken in reading(context).claims) if "(" in context.text else 0
    found += sum(1 for _ in _cited(context))
    return Score(0.8, counted(found, "reference", "references") + " to other publications") if found else NO


def _cited(context: Context) -> Iterator[Span]:
    return cited_titles(context, reading(context).language.wording) if context.find("hi") else iter(())


def _unmarked(context: Context) -> Score:
    found = sum(spoken.rule == "unmarked-speech" for spoken in reading(context).claims)
    told = counted(found, "sentence follows", "sentences follow")
    return Score(0.7, f"{told} a verb of saying and a colon without marks") if found else NO


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
    "In a text that comments on what it quotes: parentheses that comment on it, or gloss a word",
    '"Don\'t." (Poor fellow!)',
    (
        _comments(
            "comment",
            "A comment of whole sentences put between those of one speech",
            '"I go. (A lie!) I never come back."',
        ),
        _comments(
            "aside",
            "A comment outside speech: whole sentences, a reason, a doubt, an opinion",
            '"I will not obey." (He will.)',
        ),
        _comments(
            "gloss",
            "A gloss that says whom or what the word before it means",
            '"He (Stalin) talks."',
        ),
    ),
    _commented,
)

CITED = Convention(
    "references",
    "References to other publications in running text",
    "(see The Militant, March 15)",
    (
        _rule("reference", "A parenthesis that opens with a word of reference", "(see The Militant, March 15)"),
        Rule(
            "cited-title",
            "Words in italics before the date of an issue: the title of a newspaper or journal",
            "(see *The Militant*, March 15, 1929)",
            _cited,
        ),
    ),
    _referring,
)


def _reported(context: Context) -> Iterator[Span]:
    known = reading(context)
    found = reported(known)
    chain_reports(known)  # before the claims of speech in marks are made: they point back
    known.persons()
    return (spoken.claim() for spoken in found)


def _reports(context: Context) -> Score:
    """Novels stage speech and report little of it (under .03 of it on five); accounts of talks a quarter and more."""
    known = reading(context)
    direct = sum(quoted.kind == "said" for paragraph in known.paragraphs for quoted in paragraph.quotes)
    if direct < 5 or most_reports(known) < _LEAST_REPORTED * direct:
        return NO
    count = len(reported(known))
    share = count / direct
    if share < _LEAST_REPORTED:
        return NO
    return Score(min(0.5 + share, 1.0), f"{counted(count, 'clause reports', 'clauses report')} speech, beside "
                 f"{counted(direct, 'speech', 'speeches')} in marks")


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

CONVENTIONS = (REPORTED, QUOTED, DASHED, UNMARKED, COMMENTS, CITED)
