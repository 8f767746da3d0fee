"""Who speaks by what stands beside the words: an inquit, a beat, the paragraph before."""

from __future__ import annotations

import re

from edition.regex import regex
from edition.speech.alternation import Alternation
from edition.speech.inquit import Inquit
from edition.speech.marks import Quoted
from edition.speech.narrator import narrator
from edition.speech.paragraphs import Paragraph
from edition.speech.phrases import Subject, Word
from edition.speech.scene import Scene, Voice
from edition.speech.turn import Turn

_WORDS_OF = regex(r"\s*[.,]?\s*(?:These|Those|The|Such)\s+(?:words|remarks|sentences)\s+of\s+(?=[A-ZÀ-Þ])")
_LEAD_ENDS = regex(r"(?:[:,—–]|--)$")


class Attribution:
    """Gives every `said` its speaker where there is evidence, and says how good the evidence is."""

    def __init__(self, scene: Scene, labels: dict[int, tuple[str, ...]], dialogic: bool) -> None:
        self.scene, self.labels, self.dialogic = scene, labels, dialogic
        self.language, self.reader = scene.language, scene.reader
        self.turns: list[Turn] = []
        self._voices: list[Voice | None] = []
        self._last_place = -9

    def run(self) -> list[Turn]:
        """The turns in document order."""
        self.scene.narrator = narrator(self.scene)
        for paragraph in self.scene.paragraphs:
            if paragraph.turn >= 0:
                self._labelled(paragraph)
            elif any(q.kind == "said" for q in paragraph.quotes):
                self._paragraph(paragraph)
        Alternation(self.scene, self.turns).run()
        return self.turns

    # -- turns ----------------------------------------------------------------------------------------------------

    def _labelled(self, paragraph: Paragraph) -> None:
        who = self.labels.get(paragraph.turn, ())
        if paragraph.first:
            self._add(Turn(paragraph, [], Voice(who, how="label") if who else None, labelled=True))
        if not paragraph.quotes:
            return
        start, end = paragraph.content
        whole = [q for q in paragraph.quotes if q.start == start and q.end >= end - 1]
        said = [q for q in paragraph.quotes if q.kind == "said" and q not in whole]
        for quoted in said:
            self._add(Turn(paragraph, [quoted], self._own(paragraph, quoted), inquit=quoted.inquit), heard=False)

    def _add(self, turn: Turn, heard: bool = True) -> None:
        place = turn.paragraph.place
        if heard:
            if place - self._last_place > 3 or (turn.paragraph.apart and not turn.labelled):
                self._voices.clear()
            self._voices.append(turn.voice or self._guess(turn))
            self._last_place = place
        self.turns.append(turn)

    def _guess(self, turn: Turn) -> Voice | None:
        """For the sake of pronouns to come: an unnamed turn in a dialogue of two is the other's."""
        if len(self._voices) < 2 or not turn.opens or turn.inquit is not None:
            return None
        before = self._voices[-2]
        return Voice(before.who, "low", how="guess") if before and before != self._voices[-1] else None

    def _paragraph(self, paragraph: Paragraph) -> None:
        groups: list[Turn] = []
        for quoted in paragraph.quotes:
            if quoted.kind != "said":
                continue
            inquit = quoted.inquit
            apart = quoted.why in ("exclaimed", "beat") and not self.dialogic
            if groups and inquit is None and not apart and not self._answers(paragraph, groups[-1], quoted):
                groups[-1].quotes.append(quoted)
                continue
            own = quoted.why == "before" and inquit is not None and inquit.subject is not None
            if groups and inquit is not None and not own and self._same(groups[-1], inquit):
                groups[-1].quotes.append(quoted)
                if groups[-1].inquit is None:
                    groups[-1].inquit = inquit
                continue
            groups.append(Turn(paragraph, [quoted], inquit=inquit))
        for k, turn in enumerate(groups):
            turn.addressed = tuple(
                dict.fromkeys(
                    known.id for q in turn.quotes for known in self.scene.addressed(paragraph, q.istart, q.iend)
                )
            )
            turn.voice = self._continues(turn) or self._explicit(turn)
            if turn.voice is None and k == 0 and turn.inquit is None:
                turn.voice = self._beat(turn)
            if turn.voice and set(turn.voice.who) & set(turn.addressed) and turn.voice.how in ("pronoun", "beat"):
                turn.voice = None
            self._add(turn)

    def _same(self, turn: Turn, inquit: Inquit) -> bool:
        """Whether a second inquit of a paragraph names the same speaker as the first."""
        first, second = turn.inquit.subject if turn.inquit else None, inquit.subject
        if first is None or second is None:
            return True
        if second.sort == "pronoun":
            if first.sort == "pronoun":
                return first.text == second.text
            if first.sort == "names" and len(first.mentions) == 1:
                one = self.scene.names.find(first.mentions[0])
                return second.text in ("m", "f") and self.scene.fits(one, second.text)
        if first.sort == "names" and second.sort == "names":
            find = self.scene.names.find
            return [find(m).id for m in first.mentions] == [find(m).id for m in second.mentions]
        return False

    def _answers(self, paragraph: Paragraph, turn: Turn, quoted: Quoted) -> bool:
        """`"But that would be a platform?" asked K. "Perhaps, …"`: a question, and another's answer to it."""
        last = turn.quotes[-1]
        if (
            turn.inquit is None
            or not paragraph.text[last.start : last.iend].rstrip().endswith("?")
            or (turn.inquit.word not in self.language.asking)
        ):
            return False
        first = re.match(r"[^\W\d_]+(?: [^\W\d_]+)?", paragraph.text[quoted.istart : quoted.iend].lower())
        words = first.group() if first else ""
        return bool(words) and (words in self.language.answers or words.split()[0] in self.language.answers)

    # -- beside the words -----------------------------------------------------------------------------------------

    def _continues(self, turn: Turn) -> Voice | None:
        head = turn.quotes[0]
        if not head.continues:
            return None
        earlier = self.turns[-1] if self.turns else None
        if earlier is None or earlier.paragraph.place != turn.paragraph.place - 1:
            return None
        own = self._explicit(turn)
        if own and own.how == "named":
            if earlier.voice is None or earlier.voice.cert:
                earlier.voice = Voice(own.who, "high", how="continues")
            return own
        return Voice(earlier.voice.who, earlier.voice.cert, earlier.voice.to, "continues") if earlier.voice else None

    def _explicit(self, turn: Turn) -> Voice | None:
        paragraph, inquit = turn.paragraph, turn.inquit
        if inquit is None:
            inquit = self._lead(turn) if turn.quotes[0].why in ("alone", "beat", "goes-on", "exclaimed") else None
            if inquit is not None and turn.lead is not None:
                before = self.scene.paragraphs[paragraph.place - 1]
                return self.scene.resolve(inquit.subject, before, inquit.start, self._voices)
        if inquit is None:
            return None
        voice = self.scene.resolve(inquit.subject, paragraph, self._at(inquit), self._voices, turn.addressed)
        if voice and inquit.addressee and inquit.addressee.mentions:
            to = self.scene.names.find(inquit.addressee.mentions[0]).id
            voice.to = (to,) if to not in voice.who else ()
        words = _WORDS_OF.match(paragraph.text, turn.quotes[-1].end)
        mention = self.scene.names.at(paragraph.masked, words.end()) if words else None
        if mention is not None:
            known = self.scene.names.find(mention)
            others = voice.who if voice else ()
            voice = Voice((known.id, *(w for w in others if w != known.id)), "high", how="named")
        return voice

    @staticmethod
    def _at(inquit: Inquit) -> int:
        return inquit.subject.at if inquit.subject else inquit.start

    def _own(self, paragraph: Paragraph, quoted: Quoted) -> Voice | None:
        if quoted.inquit is None:
            return None
        return self.scene.resolve(quoted.inquit.subject, paragraph, self._at(quoted.inquit), self._voices)

    def _lead(self, turn: Turn) -> Inquit | None:
        """An inquit that ends the paragraph before ("Harriet said--"), or an indirect answer in the sentence before."""
        paragraph, head = turn.paragraph, turn.quotes[0]
        if head.start <= paragraph.content[0]:
            if paragraph.place == 0 or paragraph.apart:
                return None
            before = self.scene.paragraphs[paragraph.place - 1]
            text = before.masked.rstrip()
            if before.turn >= 0 or not _LEAD_ENDS.search(text):
                return None
            turn.lead = self.reader.before(before.masked, before.sentence(len(text) - 1), len(text))
            return turn.lead
        start = paragraph.sentence(head.start - 1)
        if start >= head.start:
            start = paragraph.sentence(start - 1)
        inquit = self.reader.before(paragraph.masked, start, head.start)
        that = re.match(r"\s*(?:that|daß|dass|que)\s+", paragraph.masked[inquit.end : head.start]) if inquit else None
        if inquit and that and inquit.verb == "say" and inquit.subject:
            end = head.start
            while paragraph.text[end - 1].isspace():
                end -= 1
            turn.reported.append((inquit.end + that.end(), end))
            return inquit
        return None

    def _beat(self, turn: Turn) -> Voice | None:
        """`Marilla sighed. "…"`: the subject of the narration beside the words."""
        paragraph, head = turn.paragraph, turn.quotes[0]
        words = self.reader.words(paragraph.masked, paragraph.sentence(max(0, head.start - 1)), head.start)
        if not words:
            after = turn.quotes[0].end
            limit = turn.quotes[1].start if len(turn.quotes) > 1 else min(len(paragraph.masked), after + 200)
            words = self.reader.words(paragraph.masked, after, limit)
        first = self._first_subject(paragraph, words)
        if first is None or any(word.low in self.language.hearing for word in words):
            return None
        voice = self.scene.resolve(first, paragraph, first.at, self._voices, turn.addressed)
        if voice is None:
            return None
        return Voice(voice.who, "medium" if voice.cert in ("", "high") else "low", how="beat")

    def _first_subject(self, paragraph: Paragraph, words: list[Word]) -> Subject | None:
        for k, word in enumerate(words[:8]):
            if word.low in self.language.pronouns:
                return Subject("pronoun", word.start, self.language.pronouns[word.low])
            mention = self.scene.names.at(paragraph.masked, word.start)
            if mention is not None:
                before = words[k - 1].low if k else ""
                if before in self.language.prepositions or mention.possessive:
                    continue
                return Subject("names", mention.start, "", (mention,))
            if word.low in self.language.possessives:
                return Subject("pronoun", word.start, self.language.possessives[word.low])
        return None
