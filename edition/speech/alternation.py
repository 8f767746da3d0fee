"""Who speaks by the course of the dialogue: two who take turns, a question and its answer."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from edition.speech.paragraphs import Paragraph
from edition.speech.scene import Scene, Voice
from edition.speech.turn import Turn

_REACH = 8  # how many turns alternation is trusted
_WINDOW = 20  # turns on either side in which the parties of a dialogue are heard


class Alternation:
    """Works on the turns of a whole document, run by run of uninterrupted dialogue.

    The method is that of alternation between two speakers anchored at the turns whose speaker is named (as in He,
    Barbosa and Kondrak, "Identification of Speakers in Novels", ACL 2013), from both sides; what the sides disagree
    on stays open.
    """

    def __init__(self, scene: Scene, turns: list[Turn]) -> None:
        self.scene, self.turns = scene, turns
        self._inferred = False

    def run(self) -> None:
        """Fill in the voices of turns that nothing names, and @toWhom where both speakers are certain."""
        heard = [turn for turn in self.turns if turn.labelled or (turn.quotes and turn.paragraph.turn < 0)]
        run: list[Turn] = []
        for turn in heard:
            if run and self._breaks(run[-1], turn):
                self._fill(run)
                run = []
            run.append(turn)
        self._fill(run)

    @staticmethod
    def _breaks(before: Turn, turn: Turn) -> bool:
        """Whether a dialogue ends between two turns: narration or a heading stands there."""
        far = turn.paragraph.place - before.paragraph.place
        return far > 2 or (turn.paragraph.apart and not turn.labelled) or (not turn.opens and far > 0)

    def _fill(self, run: list[Turn]) -> None:
        for self._inferred in (False, True):  # named speakers first; then what was inferred from them
            for k, turn in enumerate(run):
                if turn.voice is None:
                    near = run[max(0, k - _WINDOW) : k + _WINDOW + 1]
                    turn.voice = self._between(run, k, self._parties(near, turn.paragraph))
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
        for turn, following in pairwise(run):
            far = following.paragraph.place - turn.paragraph.place
            if (far == 0 or (far == 1 and following.opens)) and self._asked(turn, following):
                self._mutual(turn, following)
                self._mutual(following, turn)

    def _asked(self, turn: Turn, following: Turn) -> bool:
        """Whether a turn is a question that the next one answers, by the verbs beside them."""
        last = turn.quotes[-1] if turn.quotes else None
        if last is None or not turn.paragraph.text[last.start : last.iend].rstrip().endswith("?"):
            return False
        language = self.scene.language
        asks = turn.inquit is not None and turn.inquit.word in language.asking
        answers = following.inquit is not None and following.inquit.word in language.answering
        return asks or answers

    def _two(self, part: list[Turn]) -> None:
        heard = {turn.who for turn in part}
        if len(part) > 2 and len(heard) == 2 and all(len(who) == 1 for who in heard):
            for turn, following in pairwise(part):
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
            return turn.inquit is None or turn.opens
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
