"""What the header says about a text: facts found in it joined with those told in the settings; and what was done."""

from __future__ import annotations

from typing import Literal

from edition.findings import Finding
from edition.header.citing import Step
from edition.persons import Person
from edition.records import field, record, replace
from edition.settings.facts import EDITOR, UNKNOWN, Author, Edition, Fact, Responsibility, Settings
from edition.settings.registered import RegisteredPlace, RegisteredWork


@record
class Found:
    """A fact that stands in the text. `line`: of the source. `when`: a date in ISO form. `person`: an id."""

    value: str
    line: int = 0
    when: str = ""
    person: str = ""


@record
class DocumentFacts:
    """What recognition read in the text, in the order of the text.

    `titles`: of its pieces (the first is the text's title). `subtitles`: of the first piece. `kickers`: the rubrics
    above its title. `authors`: bylines and signatures. `dates`: of datelines and title pages. `language`: as the text
    itself states it.
    """

    titles: tuple[Found, ...] = ()
    subtitles: tuple[Found, ...] = ()
    kickers: tuple[Found, ...] = ()
    authors: tuple[Found, ...] = ()
    dates: tuple[Found, ...] = ()
    language: str = ""


@record
class Rendition:
    """A skin, in the notation of tagsDecl (`\\00000C` for what XML cannot hold): what stood before and after."""

    id: str
    before: str = ""
    after: str = ""


@record
class Fired:
    """A rule that marked something, and how often."""

    name: str
    description: str
    count: int


@record
class Recognised:
    """A convention that holds, how sure that is (0 to 1) and why."""

    name: str
    score: float
    reason: str


@record
class Tally:
    """How many interventions of one kind.

    `kind`: the element (`corr`, `reg`, `supplied`, `gap`, `surplus`, `secl`, `unclear`, and `sic` without a `corr`), or
    what was decided to stay as printed (`rejected`, `keep`, `unsure`).
    `resp`, `cert`, `type`, `evidence`: as in the attributes, `resp` without its "#".
    """

    kind: str
    resp: str
    cert: str = ""
    type: str = ""
    count: int = 1
    evidence: str = ""


@record
class Reason:
    """Why an editor or a rule decided about a reading. `id`: the xml:id of the element that marks it."""

    id: str
    why: str


@record
class DecidedOn:
    """What one person decided on one day. `ids`: the xml:ids of the elements that mark it, in the order of the text."""

    when: str
    who: str
    ids: tuple[str, ...]


@record
class Gone:
    """A published id whose passage the text has no more.

    `element`, `begins`: what it was and its first words. `version`, `when`: of the release that removed it ("" where
    none is named: then it was removed `after` the last). `to`: the id of the nearest passage.
    """

    id: str
    element: str
    begins: str
    version: str
    to: str
    when: str = ""
    after: str = ""


@record
class Made:
    """What the conversion did and counted, all of it in a fixed order.

    `agents`: responsibilities that recognition itself introduces (ids it used in @resp). `paths`: for the citation
    structure, the elements with their @type from `front`, `body` or `back` to each citable one, as (("body", ""),
    ("div", "act")). `words`: of the main text as the edition
    reads it, without notes. `speeches`: passages of direct speech, one that is interrupted counted once; `reported`:
    passages that tell in a clause what somebody said. `stepwise`: the id of each begins with that of the
    block around it. `kept`: ids of earlier releases that are not made of the position
    now. `gone`: those whose passages were removed.
    """

    tool_version: str
    source_file: str = ""
    source_sha256: str = ""
    source_encoding: str = ""
    renditions: tuple[Rendition, ...] = ()
    rules: tuple[Fired, ...] = ()
    conventions: tuple[Recognised, ...] = ()
    tallies: tuple[Tally, ...] = ()
    reasons: tuple[Reason, ...] = ()
    decided: tuple[DecidedOn, ...] = ()
    words: int = 0
    pages: int = 0
    notes: int = 0
    turns: int = 0
    speeches: int = 0
    reported: int = 0
    soft_hyphens: int = 0
    hard_hyphens: int = 0
    quotation: Literal["all", "some", "none"] = "all"
    persons: tuple[Person, ...] = ()
    places: tuple[RegisteredPlace, ...] = ()
    works: tuple[RegisteredWork, ...] = ()
    agents: tuple[Responsibility, ...] = ()
    paths: tuple[tuple[Step, ...], ...] = ()
    stepwise: bool = True
    kept: bool = False
    gone: tuple[Gone, ...] = ()


@record
class Described:
    """The facts as the header states them, and what is to be said about them."""

    title: Fact
    subtitles: tuple[Fact, ...]
    kickers: tuple[Fact, ...]
    parts: tuple[Fact, ...]
    authors: tuple[Author, ...]
    date: Fact
    language: str
    editor: str
    findings: list[Finding] = field(default_factory=list)


def describe(settings: Settings, edition: Edition | None, facts: DocumentFacts) -> Described:
    """Join what the settings tell with what the text says.

    A fact in both that agrees (letters compared without case) is the text's; where they differ the settings win, and
    a finding says so. What neither holds is unknown, with a warning. Nothing is guessed.
    """
    join = _Join(settings)
    titles = [_fact(found) for found in facts.titles]
    made = Described(
        title=join.one("title", settings.title, titles[0] if titles else UNKNOWN),
        subtitles=join.several("subtitle", settings.subtitle, [_fact(found) for found in facts.subtitles]),
        kickers=tuple(_fact(found) for found in facts.kickers),
        parts=tuple(titles[1:]),
        authors=join.authors(facts.authors),
        date=join.one("date", settings.date, _dated(facts.dates)),
        language=join.language(facts.language),
        editor=edition.editors[0].id if edition and edition.editors else EDITOR,
        findings=join.findings,
    )
    join.told()
    join.unknown(made, edition)
    return made


class _Join:
    """The settings of one text, against what was found in it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.findings: list[Finding] = []

    def one(self, key: str, told: Fact, found: Fact) -> Fact:
        """The told fact, marked as the text's where the text agrees; else the found one."""
        if not told.known:
            return found
        if not found.known:
            self._without_evidence(key, told)
            return told
        if _same(told.value, found.value):
            return replace(told, source="file", at=found.at, evidence="", cert="")
        self._say("fact-overridden", "info", f'{key}: the text says "{found.value}" (line {found.at}); the settings '
                  f'say "{told.value}", and that is what the header says', told.line)
        self._without_evidence(key, told)
        return told

    def several(self, key: str, told: Fact, found: list[Fact]) -> tuple[Fact, ...]:
        """The found facts; a told one replaces them unless it is one of them."""
        if not told.known:
            return tuple(found)
        same = [fact for fact in found if _same(fact.value, told.value)]
        return (self.one(key, told, (same or found or [UNKNOWN])[0]),)

    def authors(self, found: tuple[Found, ...]) -> tuple[Author, ...]:
        """The told authors, those the text names too marked so; where none is told, the text's."""
        told = self.settings.authors
        if not told:
            distinct: dict[str, Found] = {}
            for one in found:
                distinct.setdefault(_letters(one.value), one)
            return tuple(Author(_fact(one), one.person) for one in distinct.values())
        made = []
        for author in told:
            same = next((one for one in found if _same(one.value, author.name.value)), None)
            name = self.one("author", author.name, _fact(same) if same else UNKNOWN)
            made.append(replace(author, name=name, person=author.person or (same.person if same else "")))
        for one in found:
            if not any(_same(one.value, author.name.value) for author in told):
                self._say("fact-overridden", "info", f'author: the text names "{one.value}" (line {one.line}); the '
                          "settings name other authors, and those are what the header says", told[0].name.line)
        return tuple(made)

    def language(self, found: str) -> str:
        """The text's language as told for it; else as the text states it; else as told for the edition."""
        if self.settings.language_stated or not found:
            return self.settings.language
        return found

    def unknown(self, made: Described, edition: Edition | None) -> None:
        """A warning for each fact of a header that nobody gave."""
        settings, where = self.settings, self.settings.file or f"{self.settings.name}.toml"
        missing = [("title", made.title.known, f'`title = "…"` in {where}'),
                   ("author", bool(made.authors), f'`author = "…"` in {where}'),
                   ("date", made.date.known or settings.source.date.known, f"`date` or `source.date` in {where}"),
                   ("language", made.language != "und", f'`language = "…"` in {where}')]
        for key, known, remedy in missing:
            if not known:
                self._say(f"{key}-unknown", "warning", f"the {key} is unknown: the text does not say it and nobody "
                          f"told; the header says so. State it as {remedy}", 0)
        if edition is None:
            self._say("edition-unknown", "warning", "publisher, licence and date of publication are unknown, because "
                      "there is no edition.toml; the header says so", 0)
        elif not (settings.published or edition.published):
            self._say("published-unknown", "warning", "the date of publication is unknown; the header says so. State "
                      f"it as `published = 2026-01-31` in {edition.file or 'edition.toml'}", 0)

    def told(self) -> None:
        """A warning for each fact about the printed source that comes without evidence."""
        for key, fact in self.settings.source.facts():
            self._without_evidence(f"source.{key}", fact)

    def _without_evidence(self, key: str, told: Fact) -> None:
        if not told.evidence and told.source == "supplied":
            self._say("fact-without-evidence", "warning", f'{key}: "{told.value}" is not in the text; say how it is '
                      f'known: {key} = {{ value = "…", evidence = "…", cert = "high|medium|low" }}'
                      + (", or evidence and cert in [source], for all of it" if "." in key else ""), told.line)

    def _say(self, code: str, severity: Literal["warning", "info"], message: str, line: int) -> None:
        self.findings.append(Finding(code, severity, message, self.settings.file or self.settings.name, line))


def _fact(found: Found) -> Fact:
    return Fact(found.value, source="file", at=found.line)


def _dated(found: tuple[Found, ...]) -> Fact:
    """The first date of the text that is certain; its ISO form is the value."""
    for one in found:
        if one.when:
            return Fact(one.when, source="file", at=one.line)
    return UNKNOWN


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


__all__ = [
    "DecidedOn", "Described", "DocumentFacts", "Fired", "Found", "Gone", "Made", "Reason", "Recognised", "Rendition",
    "Tally", "describe"]
