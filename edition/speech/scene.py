"""Who is there: what the narration around a speech says of persons, and whom a pronoun means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from edition.persons import slug
from edition.records import field, mutable
from edition.regex import regex
from edition.speech.capitals import EDGE
from edition.speech.inquit import Reader
from edition.speech.mentions import Mention
from edition.speech.names import Known, Names
from edition.speech.paragraphs import Paragraph
from edition.speech.phrases import Subject
from edition.speech.pronouns import HE_SHE, may_stand
from edition.speech.telling import BACK, Telling, around

_VOCATIVE_BEFORE = regex(r"(?:^|[,.!?;:—–-]\s*|\b(?:O|oh|Oh|dear|Dear|my|My)\s+)[\"'“‘]?$")
_VOCATIVE_AFTER = regex(r"[\"'”’]?\s*(?:[,.!?;:]|—|–|--|$)")


@mutable
class Voice:
    """Somebody heard in a paragraph. `who`: ids; `cert`: "" where the text names the speaker beside the words."""

    who: tuple[str, ...] = ()
    cert: str = ""
    to: tuple[str, ...] = ()
    how: str = ""


@mutable
class Stage:
    """What is known at one paragraph: the persons its narration names, in order, and whether as subjects."""

    named: list[tuple[int, Known, bool, Mention]] = field(default_factory=list)


class Scene:
    """Persons of all paragraphs; `resolve` says whom the subject of a verb of saying means."""

    def __init__(self, paragraphs: list[Paragraph], told: Telling, names: Names, reader: Reader) -> None:
        self.paragraphs, self.told, self.names, self.reader = paragraphs, told, names, reader
        self.language = reader.language
        self.stages: dict[int, Stage] = {}
        self.narrator = ""
        self._addressed: dict[tuple[int, int, int], list[Known]] = {}

    @cached_property
    def near(self) -> Sequence[Paragraph]:
        """The paragraphs that are asked who acts; known when the quotations are."""
        return around(self.told, self.paragraphs)

    # -- he or she ------------------------------------------------------------------------------------------------

    def vote(self) -> None:
        """Ask the text who acts and who is spoken to, who is he and who is she."""
        saying = self.names.saying
        for paragraph in self.near:
            text = paragraph.text
            for mention in self.names.mentions(text):
                if saying.may_follow(text[mention[1] : mention[1] + EDGE]) and saying.follows(text, mention.end):
                    self.names.find(mention).acts += 1
            for quoted in paragraph.quotes:
                if quoted.kind != "said":
                    continue
                for known in self.addressed(paragraph, quoted.istart, quoted.iend):
                    known.called += 1
                if quoted.inquit and quoted.inquit.subject:
                    for mention in quoted.inquit.subject.mentions:
                        self.names.find(mention).acts += 1
        self._pronouns()

    def _pronouns(self) -> None:
        """Each name votes for the first pronoun after it that no other name comes before."""
        if not may_stand(self.names.words.plain):
            return
        for paragraph in self.near:
            text = paragraph.masked
            mentions = self.names.mentions(text)
            for k, mention in enumerate(mentions):
                limit = min(mentions[k + 1].start if k + 1 < len(mentions) else len(text), mention.end + 90)
                match = HE_SHE.search(text, mention.end, limit)
                if match and not text[match.end() : match.end() + 1].isalnum():  # the limit may cut a word
                    known = self.names.find(mention)
                    votes = 1 + (not self._hangs(text, mention))
                    known.he += votes if match[1] else 0
                    known.she += votes if match[2] else 0

    def _hangs(self, text: str, mention: Mention) -> bool:
        words = text[max(0, mention.start - 20) : mention.start].lower().split()
        before = words[-1] if words else ""
        if before in self.language.articles and len(words) > 1:
            before = words[-2]
        return mention.possessive or before in self.language.prepositions or before in self.language.verbs

    def sex(self, known: Known) -> str:
        """m, f or "" (not known)."""
        if known.sex or known.group:
            return known.sex
        given = self._given(known)
        if given:
            return given
        he, she = known.he, known.she
        if he + she < 2 or abs(he - she) * 3 < he + she:
            return ""
        return "m" if he > she else "f"

    def _given(self, known: Known) -> str:
        """The sex that a given name among the forms of a name tells."""
        words = {word for form in known.forms for word in form.split()}
        man, woman = bool(words & self.language.men), bool(words & self.language.women)
        return "" if man == woman else "m" if man else "f"

    def fits(self, known: Known, sex: str) -> bool:
        """Whether a pronoun of this sex may mean a person."""
        person = known.human or bool(self._given(known))
        return not known.group and person and known.id != self.narrator and self.sex(known) in ("", sex)

    # -- who is named ---------------------------------------------------------------------------------------------

    def stage(self, place: int) -> Stage:
        """The persons the narration of a paragraph names."""
        if place not in self.stages:
            paragraph = self.paragraphs[place]
            text = paragraph.masked
            self.stages[place] = Stage(
                [(m.start, self.names.find(m), not self._hangs(text, m), m) for m in self.names.mentions(text)]
            )
        return self.stages[place]

    def present(self, place: int, at: int) -> Iterator[tuple[Known, int, bool, bool]]:
        """Persons named in narration before `at` and some paragraphs back: (person, how far back, as subject, nearest).

        `nearest`: the last subject of the paragraph before, where that has no speech.
        """
        for back in range(BACK):
            here = place - back
            if here < 0:
                return
            named = self.stage(here).named
            limit = bisect_left([start for start, *_ in named], at) if back == 0 else len(named)
            quiet = back == 1 and not self.paragraphs[here].quotes
            subjects = [k for k in range(limit) if named[k][2]]
            for k in range(limit - 1, -1, -1):
                yield named[k][1], back, named[k][2], quiet and bool(subjects) and k == subjects[-1]
            if self.paragraphs[here].apart:
                return

    def addressed(self, paragraph: Paragraph, start: int, end: int) -> list[Known]:
        """Persons spoken to by name in text[start:end]: `Walter, get down`, `Come, Watson.`"""
        place = paragraph.place, start, end
        if place not in self._addressed:
            self._addressed[place] = self._called(paragraph.text[start:end])
        return self._addressed[place]

    def _called(self, words: str) -> list[Known]:
        found = list[Known]()
        mentions = self.names.mentions(words)
        for k, mention in enumerate(mentions):
            after = words[mention.end : mention.end + 4]
            if mention.possessive or not _VOCATIVE_AFTER.match(after):
                continue
            before = words[max(0, mention.start - 8) : mention.start]
            if not _VOCATIVE_BEFORE.search(before) or not (before.strip(" \"'“‘") or after[:1] in ",!?"):
                continue
            if words.strip(" .,!?;:") == words[mention.start : mention.end]:
                continue  # nothing but the name: a heading, a signature, or a cry
            if not any(
                re.fullmatch(r"\s*,\s*", words[a.end : b.start])
                for a, b in zip(mentions[max(0, k - 1) : k + 1], mentions[k : k + 2], strict=False)
            ):  # a list of names calls nobody
                known = self.names.find(mention)
                if known not in found:
                    found.append(known)
        return found

    # -- whom a subject means -------------------------------------------------------------------------------------

    def resolve(
        self,
        subject: Subject | None,
        paragraph: Paragraph,
        at: int,
        turns: list[Voice | None],
        but: Collection[str] = (),
    ) -> Voice | None:
        """The speaker a subject means. `at`: where it stands; `turns`: the speakers of the paragraphs before.

        `but`: persons it cannot be, because the words call them by name.
        """
        if subject is None or subject.sort == "writing":
            return None
        if subject.sort == "names":
            return self._named(subject)
        if subject.sort == "pronoun":
            if subject.text == "self":
                return Voice((self.narrator,), "high", how="pronoun") if self.narrator else None
            if subject.text == "pl":
                return self._plural(paragraph, at)
            return self._pronoun(subject.text, paragraph, at, turns, but)
        if subject.sort == "noun":
            return self._noun(subject, paragraph, at, turns)
        return (
            Voice((self.anonymous("unnamed voices", "voices", True),), "medium", how="nobody")
            if subject.plural
            else None
        )

    def _named(self, subject: Subject) -> Voice:
        ids = []
        for mention in subject.mentions:
            known = self.names.find(mention)
            if (
                subject.text.lower() in ("the", "die", "les")
                and not mention.titles
                and not known.told
                and not (known.he or known.she)
            ):
                known.group, known.name = True, f"{subject.text.capitalize()} {mention.phrase}"
            ids.append(known.id)
        return Voice(tuple(dict.fromkeys(ids)), how="named")

    def _plural(self, paragraph: Paragraph, at: int) -> Voice | None:
        """`They`: the last names joined by "and", or the last group, that is the subject of a sentence before."""
        named = self.stage(paragraph.place).named
        text = paragraph.masked
        for k in range(len(named) - 1, -1, -1):
            start, known, subject, _ = named[k]
            if start >= at or not subject:
                continue
            if known.group:
                return Voice((known.id,), "high", how="pronoun")
            ids = [known.id]
            while k and re.fullmatch(r",?\s*(?:and|und|et)?\s*", text[named[k - 1][3].end : named[k][0]]):
                k -= 1
                ids.insert(0, named[k][1].id)
            if len(ids) > 1:
                return Voice(tuple(dict.fromkeys(ids)), "medium", how="pronoun")
        return None

    def _pronoun(
        self, sex: str, paragraph: Paragraph, at: int, turns: list[Voice | None], but: Collection[str] = ()
    ) -> Voice | None:
        persons = self.names.persons
        persons, weight = self.names.persons, dict[str, float]()
        last = turns[-1] if turns else None

        def add(known: Known, value: float) -> None:
            if self.fits(known, sex) and known.id not in but:
                weight[known.id] = weight.get(known.id, 0.0) + value * (1.5 if self.sex(known) == sex else 1.0)

        own = [(k, s) for start, k, s, m in self.stage(paragraph.place).named if start < at and not m.possessive]
        here: dict[str, tuple[float, Known]] = {}
        for k, (known, subject) in enumerate(own):
            value = 5.0 * (1.6 if subject else 0.6) * (1 + k / len(own))
            here[known.id] = max(here.get(known.id, (0.0, known)), (value, known), key=lambda pair: pair[0])
        for value, known in here.values():
            add(known, value)
        seen: set[tuple[str, int]] = set()
        for known, back, subject, nearest in self.present(paragraph.place, 0):
            value = 0.3 if (known.id, back) in seen else 2.0 if subject else 0.7
            seen.add((known.id, back))
            add(known, value * 0.6**back + (2.0 if nearest and subject else 0.0))
        for far, voice in enumerate(reversed(turns[-6:])):
            if voice and len(voice.who) == 1:
                add(persons[voice.who[0]], (0.0, 4.0, 1.0, 1.5, 0.5, 0.5)[far])
        if last and len(last.who) == 1 and last.who[0] in weight and not own:
            weight[last.who[0]] *= 0.25  # a new paragraph of dialogue is another's
        ranked = sorted(weight.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] <= 0:
            if last and len(last.who) == 1 and last.who[0] not in but and self.fits(persons[last.who[0]], sex):
                return Voice(last.who, "low", how="pronoun")
            return None
        last_own = next((k.id for k, subject in reversed(own) if subject), "")
        best, second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
        cert = (
            "high" if best[1] > 2.5 * second else "medium" if best[1] > 1.3 * second or best[0] == last_own else "low"
        )
        return Voice((best[0],), cert, how="pronoun")

    def _noun(self, subject: Subject, paragraph: Paragraph, at: int, turns: list[Voice | None]) -> Voice | None:
        words = subject.text.split()
        head = words[-1].lower()
        if head in self.language.everyone:
            return Voice((self.anonymous(head, head, True),), how="noun")
        if head in self.language.generic and not subject.indefinite:
            sex = "f" if head in self.language.feminine else "m" if head in self.language.masculine else ""
            voice = self._pronoun(sex, paragraph, at, turns) if sex else None
            return Voice(voice.who, "low", how="noun") if voice and voice.cert == "high" else None
        if head in self.language.speech or words[0].lower() in self.language.possessives:
            return None
        return Voice((self.anonymous(" ".join(words), head, subject.plural),), how="noun")

    def anonymous(self, name: str, head: str, group: bool = False) -> str:
        """The id of somebody whom the text does not name: a person is made of the phrase it uses."""
        wanted = slug(head)
        known = self.names.persons.get(wanted)
        if known is None:
            sex = "f" if head in self.language.feminine else "m" if head in self.language.masculine else ""
            known = self.names.persons[wanted] = Known(wanted, name, sex=sex, group=group)
        known.forms[name] += 1
        return known.id
