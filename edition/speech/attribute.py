"""Who speaks: speakers named beside the words, then those that the course of the dialogue gives away."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from edition.speech.inquit import Inquit, Subject
from edition.speech.marks import Quoted
from edition.speech.paragraphs import Paragraph
from edition.speech.scene import Scene, Voice

_REACH = 8       # how many turns alternation is trusted
_WORDS_OF = re.compile(r"\s*[.,]?\s*(?:These|Those|The|Such)\s+(?:words|remarks|sentences)\s+of\s+(?=[A-ZÀ-Þ])")


@dataclass
class Turn:
    """The speech of one voice in one paragraph. `named`: whether its speaker stands beside the words."""

    paragraph: Paragraph
    quotes: list[Quoted]
    voice: Voice | None = None
    labelled: bool = False
    inquit: Inquit | None = None
    lead: Inquit | None = None
    addressed: tuple[str, ...] = ()
    reported: list[tuple[int, int]] = field(default_factory=list)

    @property
    def opens(self) -> bool:
        """Whether the paragraph begins with speech (or with no more than the words that introduce it)."""
        if self.labelled or not self.quotes:
            return True
        lead = self.quotes[0].start - self.paragraph.content[0]
        return lead == 0 or (lead < 60 and self.quotes[0].why == "before" and self.paragraph.sentence(self.quotes[0].start - 1) == 0)

    @property
    def who(self) -> tuple[str, ...]:
        return self.voice.who if self.voice else ()


class Attribution:
    """Gives every `said` its speaker where there is evidence, and says how good the evidence is."""

    def __init__(self, scene: Scene, labels: dict[int, tuple[str, ...]], dialogic: bool) -> None:
        self.scene, self.labels, self.dialogic = scene, labels, dialogic
        self.language, self.reader = scene.language, scene.reader
        self.turns: list[Turn] = []
        self._voices: list[Voice | None] = []
        self._last_place = -9
        self._inferred = False

    def run(self) -> list[Turn]:
        """The turns in document order."""
        self._find_narrator()
        for paragraph in self.scene.paragraphs:
            if paragraph.turn >= 0:
                self._labelled(paragraph)
            elif any(q.kind == "said" for q in paragraph.quotes):
                self._paragraph(paragraph)
        self._alternate()
        return self.turns

    # -- turns ----------------------------------------------------------------------------------------------------

    def _labelled(self, paragraph: Paragraph) -> None:
        who = self.labels.get(paragraph.turn, ())
        if paragraph.first:
            self._add(Turn(paragraph, [], Voice(who, how="label") if who else None, labelled=True))
        start, end = paragraph.content
        whole = [q for q in paragraph.quotes if q.start == start and q.end >= end - 1]
        said = [q for q in paragraph.quotes if q.kind == "said" and q not in whole]
        for quoted in said:
            self._add(Turn(paragraph, [quoted], self._own(paragraph, quoted), inquit=quoted.inquit), heard=False)

    def _add(self, turn: Turn, heard: bool = True) -> None:
        place = turn.paragraph.place
        if heard:
            if place - self._last_place > 3 or turn.paragraph.apart and not turn.labelled:
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
            if groups and inquit is not None and quoted.why != "before" and self._same(groups[-1], inquit):
                groups[-1].quotes.append(quoted)
                if groups[-1].inquit is None:
                    groups[-1].inquit = inquit
                continue
            groups.append(Turn(paragraph, [quoted], inquit=inquit))
        for k, turn in enumerate(groups):
            turn.addressed = tuple(dict.fromkeys(
                known.id for q in turn.quotes for known in self.scene.addressed(paragraph, q.istart, q.iend)))
            turn.voice = self._continues(turn) or self._explicit(turn) or (self._beat(turn) if k == 0 and turn.inquit is None else None)
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
                return second.text in ("m", "f") and self.scene.fits(self.scene.names.find(first.mentions[0]), second.text)
        if first.sort == "names" and second.sort == "names":
            find = self.scene.names.find
            return [find(m).id for m in first.mentions] == [find(m).id for m in second.mentions]
        return False

    def _answers(self, paragraph: Paragraph, turn: Turn, quoted: Quoted) -> bool:
        """`"But that would be a platform?" asked K. "Perhaps, …"`: a question, and another's answer to it."""
        last = turn.quotes[-1]
        if turn.inquit is None or paragraph.text[:last.iend].rstrip()[-1:] != "?" or turn.inquit.word not in (
                "asked", "asks", "inquired", "enquired", "demanded", "fragte", "demanda"):
            return False
        inner = paragraph.text[quoted.istart:quoted.iend].lower()
        first = re.match(r"[^\W\d_]+(?: [^\W\d_]+)?", inner)
        return bool(first and (first.group() in self.language.answers or first.group().split()[0] in self.language.answers))

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
            if before.turn >= 0 or not re.search(r"(?:[:,—–]|--)$", text):
                return None
            turn.lead = self.reader.before(before.masked, before.sentence(len(text) - 1), len(text))
            return turn.lead
        start = paragraph.sentence(head.start - 1)
        if start >= head.start:
            start = paragraph.sentence(start - 1)
        inquit = self.reader.before(paragraph.masked, start, head.start)
        that = re.match(r"\s*(?:that|daß|dass|que)\s+", paragraph.masked[inquit.end:head.start]) if inquit else None
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
        at, spoken = head.start, head
        if not words:
            after = turn.quotes[0].end
            limit = turn.quotes[1].start if len(turn.quotes) > 1 else min(len(paragraph.masked), after + 200)
            words = self.reader.words(paragraph.masked, after, limit)
        if not words:
            return None
        first = self._first_subject(paragraph, words)
        if first is None:
            return None
        voice = self.scene.resolve(first, paragraph, first.at, self._voices, turn.addressed)
        if voice is None or at < 0 or spoken is None:
            return None
        return Voice(voice.who, "medium" if voice.cert in ("", "high") else "low", how="beat")

    def _first_subject(self, paragraph: Paragraph, words: list) -> Subject | None:  # type: ignore[type-arg]
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

    # -- the course of the dialogue -------------------------------------------------------------------------------

    def _alternate(self) -> None:
        """Speakers of turns that nothing names, by alternation between two."""
        heard = [turn for turn in self.turns if turn.labelled or (turn.quotes and turn.paragraph.turn < 0)]
        run: list[Turn] = []
        for turn in heard:
            if run and (turn.paragraph.place - run[-1].paragraph.place > 2 or (turn.paragraph.apart and not turn.labelled)
                        or (not turn.opens and turn.paragraph is not run[-1].paragraph)):
                self._fill(run)
                run = []
            run.append(turn)
        self._fill(run)

    def _fill(self, run: list[Turn]) -> None:
        for self._inferred in (False, True):  # named speakers first; then what was inferred from them
            for k, turn in enumerate(run):
                if turn.voice is None:
                    turn.voice = self._between(run, k, self._parties(run, turn.paragraph))
        self._address(run)

    def _address(self, run: list[Turn]) -> None:
        """@toWhom: a question and its answer; and a dialogue of just two, each of whom is certain."""
        part: list[Turn] = []
        for turn in run:
            if part and turn.paragraph.place - part[-1].paragraph.place > 1:
                self._two(part)
                part = []
            part.append(turn)
        self._two(part)
        for turn, following in zip(run, run[1:], strict=False):
            asks = turn.inquit is not None and turn.quotes and (
                turn.paragraph.text[:turn.quotes[-1].iend].rstrip().endswith("?")) and turn.inquit.noun is False
            near = following.paragraph.place - turn.paragraph.place < 2 and (following.opens or following.paragraph is turn.paragraph)
            if asks and near:
                self._mutual(turn, following)
                self._mutual(following, turn)

    def _two(self, part: list[Turn]) -> None:
        heard = {turn.who for turn in part}
        if len(heard) == 2 and all(len(who) == 1 for who in heard):
            for turn, following in zip(part, part[1:], strict=False):
                if following.opens:
                    self._mutual(following, turn)
                    if turn.opens:
                        self._mutual(turn, following)

    @staticmethod
    def _mutual(turn: Turn, other: Turn) -> None:
        sure = all(v is not None and len(v.who) == 1 and v.cert in ("", "high") for v in (turn.voice, other.voice))
        if sure and turn.voice and not turn.voice.to and turn.who != other.who:
            turn.voice.to = other.who

    def _parties(self, run: list[Turn], paragraph: Paragraph) -> list[str]:
        """The persons heard in a run of dialogue; where there is one, the other may be named just before it."""
        heard = Counter(who for turn in run if turn.voice and len(turn.who) == 1 for who in turn.who)
        parties = [who for who, _ in heard.most_common()]
        if len(parties) < 2:
            parties += [who for turn in run for who in turn.addressed if who not in parties][:1]
        if len(parties) < 2:
            for known, back, _, _ in self.scene.present(paragraph.place, paragraph.content[0]):
                if known.id not in parties and back < 3 and known.acts and not known.group:
                    parties.append(known.id)
                if len(parties) == 2:
                    break
        return parties

    def _between(self, run: list[Turn], k: int, parties: list[str]) -> Voice | None:
        left = self._from(run, k, -1, parties)
        right = self._from(run, k, 1, parties)
        addressed = set(run[k].addressed)
        if left and right and left[0] != right[0] and not run[0].opens and left[1] == k:
            left = None  # the run was begun in narration: what follows knows better who talks with whom
        options = [o for o in (left, right) if o and o[0] not in addressed and self._allows(run[k], o[0])]
        if not options or (left and right and left[0] != right[0]):
            if len(options) == 1 and addressed and left and right:
                return Voice((options[0][0],), "medium", how="turn")
            return None
        who, far = min(options, key=lambda option: option[1])
        cert = "high" if len(options) == 2 and far <= 2 else "medium" if far <= 3 or len(options) == 2 else "low"
        return Voice((who,), cert, how="turn")

    def _allows(self, turn: Turn, who: str) -> bool:
        """Whether the words beside a speech let this person be its speaker."""
        subject = turn.inquit.subject if turn.inquit else None
        if subject is None:
            return True
        if subject.sort == "pronoun":
            if subject.text == "self":
                return who == self.scene.narrator
            return subject.text in ("m", "f") and self.scene.fits(self.scene.names.persons[who], subject.text)
        return False

    def _from(self, run: list[Turn], k: int, step: int, parties: list[str]) -> tuple[str, int] | None:
        """(speaker, distance) as alternation from the nearest known turn on one side gives it."""
        j, far = k + step, 1
        while 0 <= j < len(run) and far <= _REACH:
            if abs(run[j].paragraph.place - run[j - step].paragraph.place) > 1 and far > 1:
                return None
            voice = run[j].voice
            if self._anchor(voice) and voice is not None:
                known = run[j].who[0]
                if far % 2 == 0:
                    return known, far
                other = self._other(run, j, step, known, parties)
                return (other, far) if other else None
            j, far = j + step, far + 1
        return None

    def _anchor(self, voice: Voice | None) -> bool:
        return voice is not None and len(voice.who) == 1 and (self._inferred or voice.how != "turn")

    def _other(self, run: list[Turn], j: int, step: int, known: str, parties: list[str]) -> str:
        """The partner of a speaker: the next other one heard on that side, or the only other party."""
        for turn in run[j::step][:6]:
            if self._anchor(turn.voice) and turn.who[0] != known:
                return turn.who[0]
        others = [who for who in parties if who != known]
        return others[0] if len(others) == 1 and len(parties) == 2 else ""

    # -- the narrator ---------------------------------------------------------------------------------------------

    def _find_narrator(self) -> None:
        """Who `I` is: the one name that others address and the narration never uses; else a person "the narrator"."""
        own = [q for p in self.scene.paragraphs for q in p.quotes
               if q.inquit and q.inquit.subject and q.inquit.subject.sort == "pronoun" and q.inquit.subject.text == "self"]
        if not own:
            return
        named = {self.scene.names.find(m).id for p in self.scene.paragraphs for m in self.scene.names.mentions(p.masked)}
        called: Counter[str] = Counter()
        mine = {p.place + step for p in self.scene.paragraphs for q in p.quotes if q in own for step in (-1, 1)}
        if len(own) > 2:
            for paragraph in self.scene.paragraphs:
                for quoted in paragraph.quotes if paragraph.place in mine else ():
                    called.update(k.id for k in self.scene.addressed(paragraph, quoted.istart, quoted.iend) if k.id not in named)
        best = called.most_common(2)
        if best and (len(best) == 1 or best[0][1] > 2 * best[1][1]):
            self.scene.narrator = best[0][0]
        else:
            self.scene.narrator = self.scene.anonymous("the narrator", "narrator")
