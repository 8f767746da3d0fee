"""Claims of spoken and quoted words, with their speakers, and of comments on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from edition.regex import regex
from edition.speech.chains import chain, chain_reported
from edition.speech.inquit import LEAD, Inquit, colons
from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph
from edition.speech.passage import Passage
from edition.speech.phrases import Subject
from edition.speech.scene import Voice
from edition.speech.spoken import Spoken, pointers
from edition.speech.study import Study
from edition.speech.turn import Turn

_OBJECT = regex(r"(?:\s+[^\W_]+){0,3}")
_RULES = {
    "said": "speech", "quote": "written-quotation", "soCalled": "so-called", "mentioned": "word-as-word",
    "title": "quoted-title", "q": "quotation",
}  # fmt: skip


class Claims:
    """Makes the claims of what is known of a document."""

    def __init__(self, study: Study) -> None:
        self.study, self.context = study, study.context
        self.reader, self.language = study.reader, study.language

    def run(self) -> list[Spoken]:
        """All claims of the document, by paragraph."""
        made: list[Spoken] = []
        spoken = {id(q): turn for turn in self.study.turns for q in turn.quotes}
        for turn in self.study.turns:
            self._turn(turn)
        chain(self.study.paragraphs)
        for paragraph in self.study.paragraphs:
            for quoted in paragraph.quotes:
                made.extend(self._quoted(paragraph, quoted, spoken.get(id(quoted))))
            if ": " in paragraph.masked:
                made.extend(self._unmarked(paragraph, paragraph.passage, None))
            if "(" in paragraph.text:
                made.extend(self._comments(paragraph))
        for turn in self.study.turns:
            for start, end in turn.reported:
                attrs = {"direct": "false"} | ({"who": pointers(turn.who)} if turn.voice else {})
                clause = Spoken(turn.paragraph, start, end, "said", "reported-speech", attrs)
                chain_reported(clause, turn.quotes[0], new_sentence=True)
                made.append(clause)
        return made

    def _comments(self, paragraph: Paragraph) -> Iterator[Spoken]:
        by = getattr(self.context.options, "comments_by", None)
        for found in self.study.comments.of(paragraph.place):
            inline = found.kind == "comment"
            attrs = {"type": found.sort} | ({"place": "inline"} if inline else {})
            if by and found.sort == "comment":
                attrs["resp"] = f"#{by}"
            if found.cert:
                attrs["cert"] = found.cert
            rule = found.sort if inline else "aside"
            yield Spoken(paragraph, found.start, found.end, found.kind, rule, attrs)

    def _turn(self, turn: Turn) -> None:
        """@who, @cert and the chain of the pieces of one speech."""
        voice = turn.voice
        said = [q for q in turn.quotes if q.kind == "said"]
        for quoted in said:
            if voice and voice.who and voice.cert != "low" and not self._guessed(turn):
                quoted.attrs["who"] = pointers(voice.who)
                if voice.to:
                    quoted.attrs["toWhom"] = pointers(voice.to)
                if voice.cert:
                    quoted.attrs["cert"] = voice.cert
                self.study.used.update(voice.who, voice.to)
            elif not turn.labelled:
                at = turn.paragraph.view.origin(quoted.start)
                perhaps = f" (perhaps {self.study.names.persons[voice.who[0]].name})" if voice and voice.who else ""
                self.context.note(
                    "speaker-unknown",
                    "info",
                    f"the text does not say who speaks here{perhaps}; if you know, say so in the decisions file",
                    at,
                )

    def _guessed(self, turn: Turn) -> bool:
        """Whether nothing but its place tells who speaks, in a text that is no dialogue: then nobody is named."""
        told = turn.inquit or turn.lead or turn.labelled or turn.reported or any(q.inquit for q in turn.quotes)
        return not told and not self.study.dialogic

    def _quoted(self, paragraph: Paragraph, quoted: Quoted, turn: Turn | None) -> Iterator[Spoken]:
        if not (turn is None and self._is_turn(paragraph, quoted)):
            rule = "dash-speech" if quoted.family == "dash" else _RULES[quoted.kind]
            yield Spoken(paragraph, quoted.start, quoted.end, quoted.kind, rule, quoted.attrs)
        voice = turn.voice if turn else None
        inside = paragraph.inside(quoted)
        for inner in quoted.inner:
            if inner.kind == "said" and "who" not in inner.attrs:
                self._inner(paragraph, inside, inner, voice)
            yield from self._quoted(paragraph, inner, None)
        if quoted.kind in ("said", "quote"):
            yield from self._unmarked(paragraph, inside, voice)

    @staticmethod
    def _is_turn(paragraph: Paragraph, quoted: Quoted) -> bool:
        """Whether a quotation is the whole of a labelled turn: then the turn itself says who speaks."""
        start, end = paragraph.content
        whole = quoted.start == start and quoted.end >= end - 1
        return paragraph.turn >= 0 and whole and quoted.kind in ("said", "quote", "q")

    def _inner(self, paragraph: Paragraph, inside: Passage, inner: Quoted, voice: Voice | None) -> None:
        if inner.inquit is None:
            return
        found = self.study.speaker(inner.inquit.subject, paragraph, inside, voice)
        if found:
            inner.attrs["who"] = pointers(found.who)
            if found.cert:
                inner.attrs["cert"] = found.cert

    def _unmarked(self, paragraph: Paragraph, passage: Passage, voice: Voice | None) -> Iterator[Spoken]:
        """`Everyone says: Yes, …!`: speech after a colon without marks, up to the end of its sentence."""
        text = passage.text
        for colon, start in colons(text, self.language):
            inquit = self.reader.before(text, max(passage.sentence(colon), colon - LEAD), colon)
            if inquit is None or not self._introduces(inquit, text, colon):
                continue
            later = bisect_right(passage.sentences, start)
            following = passage.sentences[later] if later < len(passage.sentences) else None
            end = following if following is not None else len(text)
            while end > start and text[end - 1].isspace():
                end -= 1
            if end - start < 3 or (text[end - 1] not in ".!?…\"”'’" and following is None and not passage.inside):
                continue
            attrs = {"rend": "unmarked", "cert": "medium"}
            found = self.study.speaker_here(inquit.subject, paragraph, passage, voice)
            if found and found.who:
                attrs = {"who": pointers(found.who)} | attrs
            yield Spoken(paragraph, start + passage.base, end + passage.base, "said", "unmarked-speech", attrs)

    def _introduces(self, inquit: Inquit, text: str, colon: int) -> bool:
        """Whether a colon belongs to a verb that a person is the subject of: no more than an object stands between."""
        subject = inquit.subject
        if inquit.verb != "say" or inquit.noun or subject is None or not self._person(subject):
            return False
        return inquit.end <= colon and bool(_OBJECT.fullmatch(text, inquit.end, colon))

    def _person(self, subject: Subject) -> bool:
        head = subject.text.lower().split()[-1:] if subject.sort == "noun" else []
        return subject.sort in ("names", "pronoun") or any(word in self.language.human for word in head)
