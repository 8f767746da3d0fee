"""Reported speech: what somebody said that stands in a clause, without marks (`answered that he knew nothing`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from edition.records import record
from edition.regex import regex
from edition.speech.chains import chain_reported, join
from edition.speech.indirect import may_open, opening, openings, says
from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph
from edition.speech.passage import Passage
from edition.speech.phrases import Subject, Word
from edition.speech.reading import Reading, Spoken
from edition.speech.scene import Voice

_SINCE = frozenset(("when", "after", "while", "as", "if", "because", "since", "before", "until", "although", "though"))
_FURTHEST = 200  # words or quotations of a sentence that are read: some sources have no full stops
# A question behind a report that breaks off with "etc." is the same voice, now in its own words.
_BROKEN_OFF = regex(r"\s*(?P<words>[A-ZÀ-Þ][^.!?]*\?,?(?:\s+etc\.,?)+)")
_TRIM = " \t\n,;:—–-"


@record
class Clause:
    """A clause in a passage: where its words stand, who is said to have said them, and whether in these very words."""

    start: int
    end: int
    subject: Subject
    direct: bool = False


def clauses(reading: Reading, passage: Passage) -> Iterator[Clause]:
    """The clauses of a passage that report what a named subject said; offsets are the passage's."""
    text, reader, end = passage.text, reading.reader, 0
    if not any(True for _ in openings(reader, text)):
        return
    words = reader.words(text, 0, len(text))
    starts = [word.start for word in words]
    quoted_from = [quoted.start - passage.base for quoted in passage.quotes]
    for place, word in enumerate(words):
        if word.start < end or not says(reader, words, place):
            continue
        opened = opening(reader, words, place)
        if opened is None:
            continue
        sentence = passage.sentence(word.start)
        first = max(bisect_left(starts, sentence), place - _FURTHEST)
        subject = reader.subject(text, words[first : place + 1], place - first)
        subordinate = words[first].low in _SINCE and not any(w.text == "," for w in words[first:place])
        start = words[opened].start
        later = bisect_right(passage.sentences, start)
        limit = passage.sentences[later] if later < len(passage.sentences) else len(text)
        near = max(0, bisect_right(quoted_from, start) - 1)
        quotes = passage.quotes[near : min(bisect_left(quoted_from, limit), near + _FURTHEST)]
        clause = words[opened : min(bisect_left(starts, limit), opened + _FURTHEST)]
        stop = _stop(reading, passage, clause, quotes, limit, subordinate)
        quoted = any(q.start - passage.base <= start for q in quotes if q.end - passage.base > start)
        if subject is None or subject.sort in ("writing", "nobody", "noun") or stop - start < 8 or quoted:
            continue
        if words[bisect_left(starts, stop) - 1].low in reader.language.determiners:
            continue  # the speech in marks that follows is a part of this clause
        end = stop
        yield Clause(start, stop, subject)
        if going_on := _BROKEN_OFF.match(text, stop):
            end = going_on.end()
            yield Clause(going_on.start("words"), end, subject, direct=True)


def most_reports(reading: Reading) -> int:
    """No less than the number of clauses that report speech; asked first, for to read them all takes long."""
    if not may_open(reading.language.tag, reading.names.words.plain):
        return 0
    broken_off = 2 if "etc" in reading.context.text else 1  # a question behind a clause is one more
    return broken_off * sum(sum(1 for _ in openings(reading.reader, passage.text))
                            for _, passage, _ in _telling(reading))


def _stop(
    reading: Reading, passage: Passage, clause: list[Word], quotes: list[Quoted], limit: int, subordinate: bool
) -> int:
    """The end of the clause: of its sentence (`limit`), before speech that a colon opens, or before the main clause."""
    start, text = clause[0].start, passage.text
    stop = min(limit, _behind_initials(reading, clause))
    for quoted in quotes:
        at, end = quoted.start - passage.base, quoted.end - passage.base
        if start < at < stop and (quoted.kind == "said" or end > stop or text[start:at].rstrip().endswith(":")):
            stop = at
    if subordinate:
        commas = [
            w.start
            for w, after in pairwise(clause)
            if w.text == "," and w.start < stop and (after.low in reading.language.pronouns or after.text[0].isupper())
        ]
        stop = commas[0] if commas else stop
    while stop > start and text[stop - 1] in _TRIM:
        stop -= 1
    return stop


def _behind_initials(reading: Reading, clause: list[Word]) -> int:
    """Where a new sentence begins behind initials ("of L. D. Kruskaia said …"): at a name that says something."""
    for k in range(2, len(clause) - 1):
        initial = clause[k - 1].text == "." and len(clause[k - 2].text) == 1 and clause[k - 2].text.isupper()
        if initial and clause[k].text[0].isupper() and reading.language.verbs.get(clause[k + 1].low) == "say":
            return clause[k].start
    return 1 << 60


def reported(reading: Reading) -> list[Spoken]:
    """All reported speech of a document, but what the reading of its marked speech has claimed already."""
    if reading.reports is None:
        reading.reports = _reported(reading)
    return reading.reports


def _reported(reading: Reading) -> list[Spoken]:
    voices = {id(quoted): turn.voice for turn in reading.turns for quoted in turn.quotes}
    known = {(id(turn.paragraph), start) for turn in reading.turns for start, _ in turn.reported}
    found: list[Spoken] = []
    for paragraph, passage, outer in _telling(reading):
        for clause in clauses(reading, passage):
            start = clause.start + passage.base
            if (id(paragraph), start) in known:
                continue
            voice = voices.get(id(outer)) or _label(reading, paragraph)
            if spoken := _spoken(reading, paragraph, passage, voice, clause):
                found.append(spoken)
    return found


def chain_reports(reading: Reading) -> None:
    """Join each clause to what goes on from it: a question that breaks off, or speech in marks (@next and @prev)."""
    quotes = {id(p): sorted([q for top in p.quotes for q in (top, *top.inner)], key=lambda q: q.start)
              for p in reading.paragraphs}
    clauses = reported(reading)
    for clause, after in pairwise([*clauses, None]):
        if clause is None:
            break
        if (after and after.paragraph is clause.paragraph and "direct" not in after.attrs
                and not clause.paragraph.text[clause.end : after.start].strip()):
            join(clause.paragraph, clause.start, clause.attrs, after.start, after.attrs)
            continue
        near = quotes[id(clause.paragraph)]
        place = bisect_left(near, clause.end, key=lambda q: q.start)
        if place < len(near):
            chain_reported(clause, near[place])


def _label(reading: Reading, paragraph: Paragraph) -> Voice | None:
    who = reading.turn_who.get(paragraph.turn, ())
    return Voice(who, how="label") if who else None


def _telling(reading: Reading) -> Iterator[tuple[Paragraph, Passage, Quoted | None]]:
    """The own words of each paragraph, and those of each speech in it."""
    for paragraph in reading.paragraphs:
        yield paragraph, paragraph.passage, None
        for quoted in paragraph.quotes:
            if quoted.kind == "said":
                yield paragraph, paragraph.inside(quoted), quoted


def _spoken(
    reading: Reading, paragraph: Paragraph, passage: Passage, speaking: Voice | None, clause: Clause
) -> Spoken | None:
    subject = clause.subject
    if subject.text == "self":
        return None  # what a speaker says of himself is no speech reported
    voice = reading.speaker_here(subject, paragraph, passage, speaking)
    attrs = {"rend": "unmarked", "cert": "medium"} if clause.direct else {"direct": "false"}
    if voice and voice.who and subject.sort != "pronoun":  # a pronoun may mean the other of the two who talk
        attrs["who"] = " ".join(f"#{who}" for who in voice.who)
        if voice.cert:
            attrs.setdefault("cert", voice.cert)
    return Spoken(paragraph, clause.start + passage.base, clause.end + passage.base, "said", "reported-clause", attrs)
