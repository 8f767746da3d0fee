"""The encodingDesc: how the text was made, in words generated from what really happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edition.header.citing import references
from edition.header.known import Made, Tally
from edition.header.xml import Xml, block, inline
from edition.settings.facts import TOOL, Edition, Settings

# What was wrong, by @type of a correction: one, several.
_TYPES = {
    "apostrophe": ("apostrophe", "apostrophes"),
    "bracket": ("bracket", "brackets"),
    "dash": ("dash", "dashes"),
    "encoder": ("slip of the digital copy", "slips of the digital copy"),
    "mixed-alphabet": ("letter of a wrong alphabet", "letters of a wrong alphabet"),
    "name-spelling": ("spelling of a name", "spellings of names"),
    "ocr": ("misreading in the digital copy", "misreadings in the digital copy"),
    "print": ("misprint", "misprints"),
    "quotation-mark": ("quotation mark", "quotation marks"),
}
_EVIDENCE = {"internal": "the text itself", "external": "other sources", "conjecture": "conjecture"}
_NAMES = ("Greek", "Latin", "Markdown", "Roman", "Unicode", "I")
# What is marked without being corrected: one, several.
_MARKED = {
    "sic": ("doubtful reading", "doubtful readings"),
    "gap": ("place where text is lost", "places where text is lost"),
    "surplus": ("superfluous passage", "superfluous passages"),
    "secl": ("passage out of its place", "passages out of their place"),
    "unclear": ("passage hard to read", "passages hard to read"),
    "supplied": ("passage supplied by the edition", "passages supplied by the edition"),
}
# What was decided to stay as printed: one, several.
_LEFT = {
    "rejected": ("proposal rejected", "proposals rejected"),
    "keep": ("reading confirmed", "readings confirmed"),
    "unsure": ("proposal undecided", "proposals undecided"),
}


def encoding_desc(settings: Settings, edition: Edition | None, made: Made) -> Xml:
    """The whole element."""
    names = {one.id: one.name for one in (*made.agents, *settings.responsible(edition))}
    names[TOOL] = "rules of the program"
    return block("encodingDesc", _project(settings, edition, made), _editorial(settings, made, names), _tags(made),
                 *references(made.paths, bool(made.notes), made.stepwise or not made.kept), _application(made))


def _p(*sentences: str) -> Xml:
    return inline("p", " ".join(sentence for sentence in sentences if sentence))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _project(settings: Settings, edition: Edition | None, made: Made) -> Xml:
    made_from = (f"Made from the plain text {made.source_file or settings.name} by the program edition "
                 f"{made.tool_version}. Every character of it other than white space is kept, and what the edition "
                 "has added is marked as added.")
    where = ("The characters of the plain text stand in this file as text, or as a rendition declared in tagsDecl; "
             'what has been added to them stands in corr, reg, supplied or note type="apparatus", and nowhere else.')
    project = _p(edition.project) if edition and edition.project else Xml()
    return block("projectDesc", project, _p(made_from), _p(where))


def _editorial(settings: Settings, made: Made, names: dict[str, str]) -> Xml:
    eol = "hard" if made.soft_hyphens or made.hard_hyphens else "none"
    return block(
        "editorialDecl",
        block("correction", *_corrections(made, names), method="markup", status=settings.checked or "unknown"),
        block("normalization", *_normalization(made, names), method="markup"),
        block("quotation", _p(_quotation(made)), marks=made.quotation),
        block("hyphenation", *_hyphenation(made), eol=eol),
        block("segmentation", *_segmentation(made)),
        block("interpretation", *_interpretation(made)),
    )


def _corrections(made: Made, names: dict[str, str]) -> list[Xml]:
    """What was done, for readers; where it stands in the file; and why each reading was decided so."""
    done = [tally for tally in made.tallies if tally.kind == "corr"]
    told = ["No error has been corrected."]
    where = []
    if done:
        types = Counter[str]()
        for tally in done:
            types[tally.type] += tally.count
        told = [f"{_count(_total(done), 'error is', 'errors are')} corrected {_by_agent(done, names)}.",
                f"By kind: {_kinds(types)}." if any(types) else "", _evidence(done)]
        where = [_p("Each correction stands in corr, with who made it, how sure it is and on what evidence; the "
                    "reading of the source stands beside it in sic. Where a character is missing, corr stands alone.")]
    if left := _counted({**_MARKED, **_LEFT}, made, names):
        told.append(f"Left as they are: {left}.")
    return [_p(*told), *where, *_reasons(made)]


def _counted(words: dict[str, tuple[str, str]], made: Made, names: dict[str, str]) -> str:
    """How many of each kind there are, and by whom; "" where there are none."""
    parts = []
    for kind, (one, several) in words.items():
        if tallies := [tally for tally in made.tallies if tally.kind == kind]:
            parts.append(f"{_count(_total(tallies), one, several)}, {_by_agent(tallies, names)}")
    return "; ".join(parts)


def _reasons(made: Made) -> list[Xml]:
    """The reason of each decision, in a list: @corresp points to the readings decided so."""
    places: dict[str, list[str]] = {}
    for reason in made.reasons:
        places.setdefault(reason.why, []).append(f"#{reason.id}")
    items = [inline("item", why, corresp=" ".join(ids)) for why, ids in places.items()]
    return [_list("Why a reading was corrected or marked:", items)] if items else []


def _by_agent(tallies: list[Tally], names: dict[str, str]) -> str:
    """As "by rules of the program (9; certainty: 8 high, 1 medium) and by NN (2; certainty high)"."""
    parts = []
    agents = sorted({tally.resp for tally in tallies}, key=lambda agent: (agent != TOOL, agent))
    for agent in agents:
        own = [tally for tally in tallies if tally.resp == agent]
        number = str(_total(own)) if len(agents) > 1 else ""
        inner = "; ".join(part for part in (number, _certainty(own)) if part)
        who = names.get(agent, agent and f"the editor (#{agent})") or "nobody named"
        parts.append(f"by {who}" + (f" ({inner})" if inner else ""))
    return _series(parts)


def _certainty(tallies: list[Tally]) -> str:
    """As "certainty: 8 high, 1 medium", or "certainty high" where all are alike."""
    certs = Counter[str]()
    for tally in tallies:
        certs[tally.cert] += tally.count
    sure = [(certs[cert], cert) for cert in ("high", "medium", "low", "unknown") if certs[cert]]
    if len(certs) == 1 and sure:
        return f"certainty {sure[0][1]}"
    return f"certainty: {', '.join(f'{number} {cert}' for number, cert in sure)}" if sure else ""


def _evidence(tallies: list[Tally]) -> str:
    """As "Evidence: the text itself (9), conjecture (2)."."""
    found = Counter[str]()
    for tally in tallies:
        found[tally.evidence] += tally.count
    parts = [said + (f" ({found[kind]})" if len(found) > 1 else "") for kind, said in _EVIDENCE.items() if found[kind]]
    return f"Evidence: {', '.join(parts)}." if parts else ""


def _kinds(types: Counter[str]) -> str:
    """The kinds in words, the most frequent first."""
    words = []
    for kind, number in sorted(types.items(), key=lambda item: (-item[1], item[0])):
        other = f"of the kind {kind.replace('-', ' ')}" if kind else "of no stated kind"
        words.append(_count(number, *_TYPES.get(kind, (other, other))))
    return ", ".join(words)


def _normalization(made: Made, names: dict[str, str]) -> list[Xml]:
    regularised = [tally for tally in made.tallies if tally.kind == "reg"]
    spelling = "Spelling, capitals and punctuation are those of the source."
    if regularised:
        spelling = (f"{_count(_total(regularised), 'reading is', 'readings are')} regularised "
                    f"{_by_agent(regularised, names)}. Otherwise spelling, capitals and punctuation are those of the "
                    "source.")
    forms = "Where a reading is regularised, the form of the source stands in orig, the regular one in reg."
    skins = ("Marks of the source that an element stands for are not repeated in the text: they are declared in "
             "tagsDecl as what stood before and after the element, whose attribute rendition points there.")
    return [_p(spelling), _p(forms if regularised else "", skins if made.renditions else "",
                             "Runs of white space are reduced to one space.")]


def _quotation(made: Made) -> str:
    return {
        "all": "All quotation marks are kept as characters of the text.",
        "some": "Some quotation marks are kept as characters of the text; the others are only marked.",
        "none": "Quotation marks are replaced by marks of quotation in the file.",
    }[made.quotation]


def _hyphenation(made: Made) -> list[Xml]:
    soft, hard = made.soft_hyphens, made.hard_hyphens
    if not soft and not hard:
        return [_p("No word of the source is divided at the end of a line.")]
    own = "belongs to its word and is kept" if hard == 1 else "belong to their words and are kept"
    joined = "only divided a word, which is whole again" if soft == 1 else "only divided words, which are whole again"
    if soft and hard:
        told = f"Of {soft + hard} hyphens at line ends, {soft} {joined}, and {hard} {own}."
    else:
        what = own if hard else joined
        told = f"The one hyphen at a line end {what}." if soft + hard == 1 else \
            f"{'Both' if soft + hard == 2 else f'All {soft + hard}'} hyphens at line ends {what}."
    return [_p(told), _p('Where a line of the source ends within a word, the text has lb break="no"; a hyphen that '
                         "only divided the word is the rendition of that lb.")]


def _segmentation(made: Made) -> list[Xml]:
    given = "made of its position within its parent."
    if made.kept:
        given = ("that stays with it in all versions: ids need not follow one another in order. What a version has "
                 "removed is listed in revisionDesc, with its id and the nearest passage that remains.")
    return [_p("Divisions, headings and paragraphs are those of the source; a paragraph that runs over a page or a "
               "column is one paragraph."),
            _p(f"Every block that can be cited has an xml:id {given}")]


def _interpretation(made: Made) -> list[Xml]:
    counts = [(made.turns, "turn under a speaker's name", "turns under a speaker's name"),
              (made.speeches, "passage of direct speech", "passages of direct speech"),
              (made.reported, "passage of reported speech", "passages of reported speech"),
              (made.notes, "note", "notes")]
    told = [_count(*each) for each in counts if each[0]]
    paragraphs = [_p(f"The text has {_series(told)}.")] if told else []
    if made.conventions:
        items = [inline("item", f"{held.name}: {_sentence(held.reason)} ({held.score:.2f})")
                 for held in made.conventions]
        paragraphs.append(_list("Conventions of the source that were recognised or told (1.00 = certain):", items))
    if made.rules:
        items = [inline("item", f"{fired.name} ({'once' if fired.count == 1 else f'{fired.count} times'}): "
                                f"{_sentence(fired.description)}") for fired in made.rules]
        paragraphs.append(_list("Rules of the program that marked something:", items))
    return paragraphs or [_p("No rule of the program marked anything.")]


def _sentence(text: str) -> str:
    """A description as it stands behind a colon: with a small letter, unless its first word is a name or a sign."""
    first = text.split(" ", 1)[0]
    plain = first.isalpha() and first.istitle() and first not in _NAMES
    return text[:1].lower() + text[1:] if plain else text


def _list(lead: str, items: list[Xml]) -> Xml:
    return block("p", Xml(lead), block("list", *items))


def _tags(made: Made) -> Xml:
    lines = []
    for skin in made.renditions:
        first = {"xml_id": skin.id}
        for scope, text in (("before", skin.before), ("after", skin.after)):
            if text:
                lines.append(inline("rendition", text, **first, scheme="other", scope=scope))
                first = {"corresp": f"#{skin.id}"}
    return block("tagsDecl", *lines) if lines else Xml()


def _application(made: Made) -> Xml:
    label = inline("label", "edition: plain text to TEI")
    return block("appInfo", block("application", label, ident="edition", version=made.tool_version))


def _total(tallies: Iterable[Tally]) -> int:
    return sum(tally.count for tally in tallies)


def _series(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
