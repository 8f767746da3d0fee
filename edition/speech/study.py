"""What is known of the speech in a document before anything is claimed: quotations, names, turns, comments."""

from __future__ import annotations

from edition.corrections.brackets import misread
from edition.languages import lexical
from edition.rules import Context
from edition.speech.attribute import Attribution
from edition.speech.classify import Classifier
from edition.speech.comments import Comments
from edition.speech.inquit import Reader, colons
from edition.speech.language import choose
from edition.speech.marks import habit
from edition.speech.mending import Pairs
from edition.speech.names import Names
from edition.speech.paragraphs import Paragraph, collect
from edition.speech.passage import Passage
from edition.speech.phrases import Subject
from edition.speech.scene import Scene, Voice
from edition.speech.telling import telling
from edition.speech.turns import Labels


class Study:
    """What a document tells of its speech: paragraphs, names, turns, comments; and who is meant at a place."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.paragraphs = collect(context)
        texts = [p.text for p in self.paragraphs]
        whole = "\n".join(texts)
        self.language = choose(context.language, whole)
        told = tuple(getattr(context.options, "persons", ()) or ())
        self.habit = habit(whole, [p.text.lstrip()[:3] for p in self.paragraphs])
        self.told = telling(self.paragraphs, whole, self.habit, self.language)
        self.names = Names([p.text for p in self.told.paragraphs], self.told.rest, context.words, self.language, told)
        self.labels = Labels(context.text, context.spans, self.names, self.language)
        self.reader = Reader(self.language, self.names)
        Pairs(self.paragraphs, self.told.paragraphs, self.language, self.habit, self.reader).run()
        opens = sum(bool(p.quotes) and p.quotes[0].start <= p.content[0] for p in self.paragraphs)
        body = sum(p.kind in ("p", "ab") for p in self.paragraphs)
        self.dialogic = opens * 8 >= body and (opens >= 4 or (opens > 1 and opens * 3 >= body))
        classifier = Classifier(self.reader, self.dialogic)
        classifier.run(self.paragraphs)
        self.scene = Scene(self.paragraphs, self.told, self.names, self.reader)
        if self._asked():
            self.scene.vote()
        self.turn_who = self.labels.who()
        self.sp = {place: context.spans[place] for place in self.turn_who}
        attribution = Attribution(self.scene, self.turn_who, self.dialogic)
        self.turns = attribution.run()
        self.comments = Comments(
            self.paragraphs, self.names, self.language, misread if lexical(self.language.tag) else lambda _: []
        )
        self.used: set[str] = {who for ids in self.turn_who.values() for who in ids}

    def _asked(self) -> bool:
        """Whether it may be asked who speaks: of a quotation, or words behind a verb and a colon.

        Labels ask it too, but those of a play: they are a closed set, and tell all that is known of its persons.
        """
        return bool(self.labels.printed and not self.labels.roles) or any(
            paragraph.quotes or (": " in paragraph.text and any(True for _ in colons(paragraph.masked, self.language)))
            for paragraph in self.paragraphs)

    # -- who is meant -----------------------------------------------------------------------------------------------

    def speaker(
        self, subject: Subject | None, paragraph: Paragraph, inside: Passage, voice: Voice | None
    ) -> Voice | None:
        """Who is meant inside a speech: a name; or a pronoun whose name stands before it in the same speech."""
        if subject is None:
            return None
        if subject.sort in ("names", "noun"):
            found = self.scene.resolve(subject, paragraph, subject.at, [])
        elif subject.sort == "pronoun" and subject.text in ("m", "f"):
            near = [
                self.names.find(m)
                for m in self.names.mentions(inside.text)
                if m.start < subject.at and not m.possessive
            ]
            near = [known for known in near if self.scene.fits(known, subject.text)]
            found = Voice((near[-1].id,), "high") if near else None
        elif subject.sort == "pronoun" and subject.text == "self" and inside.inside:
            found = Voice(voice.who, voice.cert) if voice else None
        else:
            found = None
        if found:
            self.used.update(found.who)
        return found

    def speaker_here(
        self, subject: Subject | None, paragraph: Paragraph, passage: Passage, voice: Voice | None
    ) -> Voice | None:
        """Who is meant at this level of quotation. `voice`: who speaks the words in which the subject stands."""
        if subject is None or passage.inside or paragraph.turn >= 0:
            return self.speaker(subject, paragraph, passage, voice)
        found = self.scene.resolve(subject, paragraph, subject.at, [])
        if found:
            self.used.update(found.who)
        return found
