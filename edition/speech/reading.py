"""The reading of a document's speech as a whole: from paragraphs to claims, missing marks and persons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.rules import Context
from edition.speech.attribute import Attribution
from edition.speech.classify import Classifier, Passage
from edition.speech.comments import Comments
from edition.speech.inquit import Reader
from edition.speech.language import choose
from edition.speech.marks import Quoted
from edition.speech.names import Names
from edition.speech.paragraphs import Pairs, Paragraph, collect, habit, missing_mark
from edition.speech.phrases import Subject
from edition.speech.scene import Scene, Voice
from edition.speech.turn import Turn
from edition.speech.turns import Labels, participants
from edition.tree import Span

_COLON = re.compile(r":\s+(?=[^\W_])")


@dataclass(frozen=True)
class MissingMark:
    """A quotation mark the printer left out.

    `offset`: the source character next to it; `side`: the mark stands `before` or `after` that character; `mark`;
    `reason` in words; `cert`; `start`/`end`: the characters an `insertion` should cover, so that it nests directly
    in the element whose mark is missing.
    """

    offset: int
    side: Literal["before", "after"]
    mark: str
    reason: str
    cert: str
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """A claim in the making: view offsets in one paragraph."""

    paragraph: Paragraph
    start: int
    end: int
    kind: str
    rule: str
    attrs: dict[str, str]

    def claim(self) -> Span:
        """The claim on the source."""
        return self.paragraph.view.claim(self.kind, self.start, self.end, self.rule, tuple(self.attrs.items()))


class Reading:
    """All that is known of the speech in one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.paragraphs = collect(context)
        texts = [p.text for p in self.paragraphs]
        self.language = choose(context.options.language, "\n".join(texts))
        told = tuple(getattr(context.options, "persons", ()) or ())
        self.names = Names(texts, self.language, told)
        self.labels = Labels(context.text, context.spans, self.names, self.language)
        self.reader = Reader(self.language, self.names)
        self.habit = habit("\n".join(texts), [p.text.lstrip()[:3] for p in self.paragraphs])
        Pairs(self.paragraphs, self.language, self.habit, self.reader).run()
        opens = sum(bool(p.quotes) and p.quotes[0].start <= p.content[0] for p in self.paragraphs)
        body = sum(p.kind in ("p", "ab") for p in self.paragraphs)
        self.dialogic = opens >= 4 and opens * 8 >= body
        classifier = Classifier(self.reader, self.dialogic)
        classifier.run(self.paragraphs)
        self.scene = Scene(self.paragraphs, self.names, self.reader)
        self.turn_who = self.labels.who()
        self.sp = {place: context.spans[place] for place in self.turn_who}
        attribution = Attribution(self.scene, self.turn_who, self.dialogic)
        self.turns = attribution.run()
        self.comments = Comments(self.paragraphs, self.names, self.language)
        self.used: set[str] = {who for ids in self.turn_who.values() for who in ids}
        self.claims = self._claims()

    # -- claims ---------------------------------------------------------------------------------------------------

    def _claims(self) -> list[Spoken]:
        made: list[Spoken] = []
        spoken = {id(q): turn for turn in self.turns for q in turn.quotes}
        for turn in self.turns:
            self._turn(turn)
        self._chains()
        for paragraph in self.paragraphs:
            for quoted in paragraph.quotes:
                made.extend(self._quoted(paragraph, quoted, spoken.get(id(quoted))))
            made.extend(self._unmarked(paragraph, Passage(paragraph.text, paragraph.quotes, 0, False), None))
            made.extend(Spoken(paragraph, b.start, b.end, b.kind, b.sort if b.kind == "comment" else "aside", self._comment_attrs(b.kind, b.sort, b.cert))
                        for b in self.comments.of(paragraph.place))
        for turn in self.turns:
            for start, end in turn.reported:
                attrs = {"direct": "false"} | ({"who": _pointers(turn.who)} if turn.voice else {})
                made.append(Spoken(turn.paragraph, start, end, "said", "reported-speech", attrs))
        return made

    def _comment_attrs(self, kind: str, sort: str, cert: str) -> dict[str, str]:
        attrs = {"type": sort} | ({"place": "inline"} if kind == "comment" else {})
        by = getattr(self.context.options, "comments_by", None)
        if by and sort == "comment":
            attrs["resp"] = f"#{by}"
        return attrs | ({"cert": cert} if cert else {})

    def _turn(self, turn: Turn) -> None:
        """@who, @cert and the chain of the pieces of one speech."""
        voice = turn.voice
        said = [q for q in turn.quotes if q.kind == "said"]
        for quoted in said:
            if voice and voice.who and voice.cert != "low":
                quoted.attrs["who"] = _pointers(voice.who)
                if voice.to:
                    quoted.attrs["toWhom"] = _pointers(voice.to)
                if voice.cert:
                    quoted.attrs["cert"] = voice.cert
                self.used.update(voice.who, voice.to)
            elif not turn.labelled:
                at = turn.paragraph.view.origin(quoted.start)
                perhaps = f" (perhaps {self.names.persons[voice.who[0]].name})" if voice and voice.who else ""
                self.context.note("speaker-unknown", "info", f"the text does not say who speaks here{perhaps}; "
                                  "if you know, say so in the decisions file", at)

    def _chains(self) -> None:
        """Join the pieces of one speech or letter: broken by an inquit or a comment, or by the end of a paragraph."""
        last: tuple[Paragraph, Quoted] | None = None
        for paragraph in self.paragraphs:
            for quoted in paragraph.quotes:
                if quoted.comment or quoted.kind not in ("said", "quote"):
                    continue
                if last and self._joins(*last, paragraph, quoted):
                    self._chain(*last, paragraph, quoted)
                last = paragraph, quoted

    def _joins(self, p: Paragraph, first: Quoted, q: Paragraph, second: Quoted) -> bool:
        if q is not p:
            return first.runs_on and second.continues and first.end >= p.content[1] and q.place == p.place + 1 and first.kind == second.kind
        if second.why != "goes-on" or first.kind != second.kind or first.attrs.get("who") != second.attrs.get("who"):
            return False
        gap = p.masked[first.end:second.start].strip(" .,;:—–-")
        if not gap or first.inquit is None or first.why != "after":
            return not gap
        return not re.search(r"[.!?]\s+\w", p.masked[first.inquit.end:second.start])

    def _chain(self, p: Paragraph, first: Quoted, q: Paragraph, second: Quoted) -> None:
        a, b = (f"said-{x.view.origin(y.start)}" for x, y in ((p, first), (q, second)))
        first.attrs |= {"key": a, "next": f"@{b}"}
        second.attrs |= {"key": b, "prev": f"@{a}"}

    def _quoted(self, paragraph: Paragraph, quoted: Quoted, turn: Turn | None) -> Iterator[Spoken]:
        whole_turn = paragraph.turn >= 0 and turn is None and quoted.start == paragraph.content[0] and (
            quoted.end >= paragraph.content[1] - 1) and quoted.kind in ("said", "quote", "q")
        if not whole_turn:
            yield Spoken(paragraph, quoted.start, quoted.end, quoted.kind, "dash-speech" if quoted.family == "dash" else _RULES[quoted.kind], quoted.attrs)
        voice = turn.voice if turn else None
        inside = Passage(paragraph.text[quoted.istart:quoted.iend], quoted.inner, quoted.istart, True)
        for inner in quoted.inner:
            if inner.kind == "said" and "who" not in inner.attrs:
                self._inner(paragraph, inside, inner, voice)
            yield from self._quoted(paragraph, inner, None)
        if quoted.kind in ("said", "quote"):
            yield from self._unmarked(paragraph, inside, voice)

    def _inner(self, paragraph: Paragraph, inside: Passage, inner: Quoted, voice: Voice | None) -> None:
        if inner.inquit is None:
            return
        found = self._speaker(inner.inquit.subject, paragraph, inside, voice)
        if found:
            inner.attrs["who"] = _pointers(found.who)
            if found.cert:
                inner.attrs["cert"] = found.cert

    def _speaker(self, subject: Subject | None, paragraph: Paragraph, inside: Passage, voice: Voice | None) -> Voice | None:
        """Who is meant inside a speech: a name; or a pronoun whose name stands before it in the same speech."""
        if subject is None:
            return None
        if subject.sort in ("names", "noun"):
            found = self.scene.resolve(subject, paragraph, subject.at, [])
        elif subject.sort == "pronoun" and subject.text in ("m", "f"):
            near = [self.names.find(m) for m in self.names.mentions(inside.text) if m.start < subject.at and not m.possessive]
            near = [known for known in near if self.scene.fits(known, subject.text)]
            found = Voice((near[-1].id,), "high") if near else None
        elif subject.sort == "pronoun" and subject.text == "self" and inside.inside:
            found = Voice(voice.who, voice.cert) if voice else None
        else:
            found = None
        if found:
            self.used.update(found.who)
        return found

    def _unmarked(self, paragraph: Paragraph, passage: Passage, voice: Voice | None) -> Iterator[Spoken]:
        """`Everyone says: Yes, …!`: speech after a colon without marks, up to the end of its sentence."""
        text = passage.text
        if ": " not in text:
            return
        for match in _COLON.finditer(text):
            colon = match.start()
            inquit = self.reader.before(text, max(passage.sentence(colon), colon - 200), colon)
            if inquit is None or inquit.verb != "say" or inquit.noun or inquit.subject is None or inquit.subject.sort == "writing":
                continue
            if inquit.end > colon or not re.fullmatch(r"(?:\s+[^\W_]+){0,3}", text[inquit.end:colon]):
                continue
            start = match.end()
            later = bisect_right(passage.sentences, start)
            following = passage.sentences[later] if later < len(passage.sentences) else None
            end = following if following is not None else len(text)
            while end > start and text[end - 1].isspace():
                end -= 1
            if end - start < 3 or (text[end - 1] not in ".!?…\"”'’" and following is None and not passage.inside):
                continue
            attrs = {"rend": "unmarked", "cert": "medium"}
            found = self.speaker_here(inquit.subject, paragraph, passage, voice)
            if found and found.who:
                attrs = {"who": _pointers(found.who)} | attrs
            yield Spoken(paragraph, start + passage.base, end + passage.base, "said", "unmarked-speech", attrs)

    def speaker_here(self, subject: Subject | None, paragraph: Paragraph, passage: Passage, voice: Voice | None) -> Voice | None:
        if subject is None or passage.inside or paragraph.turn >= 0:
            return self._speaker(subject, paragraph, passage, voice)
        found = self.scene.resolve(subject, paragraph, subject.at, [])
        if found:
            self.used.update(found.who)
        return found

    # -- what other stages ask ------------------------------------------------------------------------------------

    def missing(self) -> Iterator[MissingMark]:
        """The marks that are missing, in document order."""
        for paragraph in self.paragraphs:
            for quoted in paragraph.quotes:
                if quoted.reason:
                    yield self._missing(paragraph, quoted)

    def _missing(self, paragraph: Paragraph, quoted: Quoted) -> MissingMark:
        side, mark = missing_mark(quoted)
        view = paragraph.view
        if side == "after":
            low, high = quoted.end - 1, quoted.end
            for inner in quoted.inner:
                if inner.end == quoted.end:
                    low = min(low, inner.start - 1)
            return MissingMark(view.origin(quoted.end - 1), "after", mark, quoted.reason, quoted.cert,
                               view.origin(low), view.origin(high - 1) + 1)
        high = max([quoted.start + 1, *(q.end + 1 for q in quoted.inner if q.start == quoted.start)])
        return MissingMark(view.origin(quoted.start), "before", mark, quoted.reason, quoted.cert,
                           view.origin(quoted.start), view.origin(high - 1) + 1)

    def persons(self) -> None:
        """Fill in the context's persons: those that @who and @toWhom point to."""
        self.context.persons |= participants(self.names, self.used)

    def labelled(self) -> dict[tuple[int, int], dict[str, str]]:
        """(start, end) of each labelled turn → its @who and @toWhom."""
        found: dict[tuple[int, int], dict[str, str]] = {}
        for place, who in self.turn_who.items():
            span = self.sp[place]
            found[span.start, span.end] = {"who": _pointers(who)}
        for turn in self.turns:
            if turn.labelled and turn.voice and turn.voice.to:
                span = self.sp[turn.paragraph.turn]
                found[span.start, span.end]["toWhom"] = _pointers(turn.voice.to)
        return found


_RULES = {"said": "speech", "quote": "written-quotation", "soCalled": "so-called", "mentioned": "word-as-word",
          "title": "quoted-title", "q": "quotation"}


def _pointers(ids: tuple[str, ...]) -> str:
    return " ".join(f"#{who}" for who in ids)


def reading(context: Context) -> Reading:
    """The reading of a context's speech; made once, and kept with the context."""
    made = vars(context).get("_speech")
    if not isinstance(made, Reading):
        made = Reading(context)
        made.persons()
        vars(context)["_speech"] = made
    return made


def missing_marks(context: Context) -> list[MissingMark]:
    """The quotation marks the printer left out, in document order, each with the evidence for its place."""
    return sorted(reading(context).missing(), key=lambda mark: mark.offset)


def assign_turns(context: Context) -> list[Span]:
    """The context's spans with @who (and, between two, @toWhom) on every labelled turn whose label was understood."""
    found = reading(context).labelled()
    return [span.having(**found[span.start, span.end]) if span.kind == "sp" and (span.start, span.end) in found else span
            for span in context.spans]
