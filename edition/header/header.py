"""The teiHeader: what an archive asks for, from the facts that the text holds, those told, and what was done."""

from __future__ import annotations

from urllib.parse import quote

from edition.findings import Finding
from edition.header.citing import CITED
from edition.header.encoding import encoding_desc
from edition.header.known import DecidedOn, Described, DocumentFacts, Made, describe
from edition.header.registers import person_list, place_list, work_list
from edition.header.xml import Xml, block, inline
from edition.settings.facts import EDITOR, TOOL, Author, Edition, Fact, Responsibility, Settings

_TEXTGRID_GENRE = "http://textgrid.info/namespaces/metadata/core/2010#genre"
_ELTEC = "http://distantreading.net/eltec/ns"
_LANGUAGES = {
    "cs": "Czech", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fr": "French",
    "grc": "Ancient Greek", "he": "Hebrew", "hu": "Hungarian", "it": "Italian", "la": "Latin", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "uk": "Ukrainian", "und": "undetermined",
    "yi": "Yiddish",
}

_UNNAMED = "editor, not named"
_WORDS = {**CITED, "head": "heading", "pb": "page break", "choice": "correction", "persName": "name of a person",
          "placeName": "name of a place", "stage": "stage direction", "bibl": "reference", "castItem": "role"}
_SOURCE_FACTS = {"title": "printed title", "date": "date of publication", "url": "online copy"}


def header(settings: Settings, edition: Edition | None, facts: DocumentFacts, made: Made) -> str:
    """The whole `<teiHeader>`, one element a line, without a final newline. The same for the same arguments."""
    known = describe(settings, edition, facts)
    after = (encoding_desc(settings, edition, made), _profile_desc(settings, known, made),
             _revision_desc(settings, edition, made))
    others = "".join((*after, work_list(made, known.editor)))
    return block("teiHeader", _file_desc(settings, edition, known, made, others), *after)


def stand_off(settings: Settings, edition: Edition | None, facts: DocumentFacts, made: Made) -> str:
    """What is known of the works that the text names: a line, an element of it, each, with a final newline."""
    works = work_list(made, describe(settings, edition, facts).editor)
    return block("standOff", works) + "\n" if works else ""


def header_findings(settings: Settings, edition: Edition | None, facts: DocumentFacts) -> list[Finding]:
    """What is to be said about the facts: those unknown, without evidence, or told against the text."""
    return describe(settings, edition, facts).findings


def text_language(settings: Settings, facts: DocumentFacts) -> str:
    """The language for `TEI/@xml:lang` and `text/@xml:lang`."""
    return describe(settings, None, facts).language


def _file_desc(settings: Settings, edition: Edition | None, known: Described, made: Made, others: str) -> Xml:
    authors = _authors(known, made, ids=True)
    titles = [_fact("title", known.title, known, type="main")]
    titles += [_fact("title", fact, known, type="sub") for fact in known.subtitles]
    titles += [_fact("title", fact, known, type="kicker") for fact in known.kickers]
    titles += [_fact("title", fact, known, type="part") for fact in known.parts]
    source = block("sourceDesc", _print_source(settings, known, made), _digital_source(settings, known, made))
    agents = _agents(settings, edition, made, "".join((*titles, *authors, source, others)))
    return block("fileDesc", block("titleStmt", *titles, *authors, *(_resp_stmt(one) for one in agents)),
                 _edition_stmt(edition), _extent(made), _publication(settings, edition), source)


def _agents(settings: Settings, edition: Edition | None, made: Made, others: str) -> list[Responsibility]:
    """Everyone @resp may point to: the tool, those declared, those recognition brought in.

    And an editor nobody named, if the rest of the header (`others`) or a decision points to one.
    """
    tool = Responsibility(TOOL, "conversion to TEI, corrections by rule", f"edition {made.tool_version}")
    agents = {one.id: one for one in (tool, *settings.responsible(edition))}
    for one in made.agents:
        agents.setdefault(one.id, one)
    if f'"#{EDITOR}"' in others or any(tally.resp == EDITOR for tally in made.tallies):
        agents.setdefault(EDITOR, Responsibility(EDITOR, "metadata and decisions about the text", _UNNAMED))
    return list(agents.values())


def _resp_stmt(one: Responsibility) -> Xml:
    names = {"person": "persName", "organisation": "orgName"}
    software = {"type": "software"} if one.id == TOOL else {}
    nobody = {"cert": "unknown"} if one.name == _UNNAMED else {}
    record = {"ref": f"https://orcid.org/{one.orcid}"} if one.orcid else {}
    kind = one.kind or ("person" if one.surname or one.orcid else "")
    name = inline(names.get(kind, "name"), *_divided(one), **software, **nobody, **record)
    note = inline("note", one.note) if one.note else Xml()
    return block("respStmt", inline("resp", one.role), name, note, xml_id=one.id)


def _divided(one: Responsibility | Author) -> list[Xml | str]:
    """A name in the parts that are told of it; else whole."""
    whole = one.name if isinstance(one, Responsibility) else one.name.value
    if not one.surname or one.kind == "organisation":
        return [whole]
    return [*([inline("forename", one.forename), Xml(" ")] if one.forename else []), inline("surname", one.surname)]


def _told(fact: Fact, known: Described) -> dict[str, str]:
    """@resp and @cert of a fact that an editor supplied; @cert alone of one the text holds but not for certain."""
    if not fact.known:
        return {"cert": "unknown"}
    if fact.source == "file":
        return {"cert": fact.cert}
    return {"resp": f"#{fact.by or known.editor}", "cert": fact.cert}


def _fact(name: str, fact: Fact, known: Described, **attributes: str) -> Xml:
    """An element with a fact as its text, or `unknown`."""
    refs = {"ref": " ".join(fact.refs)} if fact.refs else {}
    return inline(name, fact.value if fact.known else "unknown", **attributes, **refs, **_told(fact, known))


def _authors(known: Described, made: Made, ids: bool) -> list[Xml]:
    if not known.authors:
        return [inline("author", "unknown", cert="unknown")]
    persons = {person.id for person in made.persons}
    return [_author(one, known, persons, ids) for one in known.authors]


def _author(one: Author, known: Described, persons: set[str], ids: bool) -> Xml:
    name = inline("orgName" if one.kind == "organisation" else "persName", *_divided(one))
    refs = [*one.name.refs]
    own = ""
    # An id stands in one place only: with the person where the text speaks of them, else here.
    if one.person in persons or (one.person and not ids):
        refs.insert(0, f"#{one.person}")
    elif one.person:
        own = one.person
    return inline("author", name, xml_id=own, ref=" ".join(refs), **_told(one.name, known))


def _edition_stmt(edition: Edition | None) -> Xml:
    if edition is None:
        return Xml()
    version = f", version {edition.version}" if edition.version else ""
    return block("editionStmt", inline("edition", edition.title + version, n=edition.version))


def _extent(made: Made) -> Xml:
    told = [("words", made.words, " of the main text, without notes"), ("pages", made.pages, "")]
    measures = [inline("measure", f"{number} {unit}{which}", unit=unit, quantity=str(number))
                for unit, number, which in told if number or unit == "words"]
    return block("extent", *measures)


def _publication(settings: Settings, edition: Edition | None) -> Xml:
    date = settings.published or (edition.published if edition else "")
    stated = inline("date", date, when=date) if date else inline("date", "unknown", cert="unknown")
    rights = settings.rights or "unknown"
    in_text = inline("p", f"Rights in the text: {rights}.")
    if edition is None:
        unknown = inline("publisher", "unknown", cert="unknown")
        return block("publicationStmt", unknown, stated,
                     block("availability", inline("p", "Licence: unknown."), in_text, status="unknown"))
    licence = inline("licence", edition.licence, target=edition.licence_url)
    url = f"{edition.base_url.rstrip('/')}/{quote(settings.name, safe='')}/" if edition.base_url else ""
    return block(
        "publicationStmt",
        inline("publisher", edition.publisher),
        inline("pubPlace", edition.place) if edition.place else Xml(),
        stated,
        inline("idno", url, type="URL") if url else Xml(),
        inline("idno", settings.doi, type="DOI") if settings.doi else Xml(),
        inline("idno", settings.urn, type="URN") if settings.urn else Xml(),
        block("availability", licence,
              inline("p", "The licence is for the encoding and the editors' additions."), in_text, status="free"),
    )


def _print_source(settings: Settings, known: Described, made: Made) -> Xml:
    source = settings.source
    title = source.title if source.title.known else known.title
    # Only what appeared in a periodical is known to be an article.
    level = {"level": "a"} if source.periodical.known else {}
    parts = [*_authors(known, made, ids=False), *(_fact("title", one, known, **level) for one in (title, *known.parts))]
    named = [("title", source.periodical, {"level": "j"}), ("pubPlace", source.place, {}),
             ("publisher", source.publisher, {}), ("biblScope", source.volume, {"unit": "volume"}),
             ("biblScope", source.issue, {"unit": "issue"}), ("biblScope", source.pages, {"unit": "page"})]
    parts += [_fact(name, fact, known, **attributes) for name, fact, attributes in named if fact.known]
    parts.append(_fact("date", source.date, known, when=source.date.value))
    if source.url.known:
        parts.append(_fact("ref", source.url, known, target=source.url.value))
    note = source.note or ("" if source.facts() else "No printed source has been stated.")
    parts.append(inline("note", note) if note else Xml())
    return block("bibl", *parts, *_evidence(settings, known), type="printSource")


def _evidence(settings: Settings, known: Described) -> list[Xml]:
    """A note for each fact: how it is known."""
    told = [("title", known.title), *(("title of a part", fact) for fact in known.parts),
            *(("subtitle", fact) for fact in known.subtitles),
            *(("kicker", fact) for fact in known.kickers), *(("author", one.name) for one in known.authors),
            ("date of writing", known.date),
            *((_SOURCE_FACTS.get(name, name), fact) for name, fact in settings.source.facts())]
    notes = []
    for label, fact in told:
        kind = fact.evidence_kind
        evidence = fact.evidence.partition(":")[2].strip() if kind else fact.evidence
        place = f"in the text, line {fact.at}" if fact.at else ""
        how = "; ".join(part for part in (place, evidence) if part)
        if how and fact.known:
            weight = {"": "", "conjecture": " (conjecture)"}.get(kind, f" ({kind} evidence)")
            notes.append(inline("note", f"{label}{weight}: {how}", type="evidence", **_told(fact, known)))
    return notes


def _digital_source(settings: Settings, known: Described, made: Made) -> Xml:
    digital, file = settings.digital, made.source_file or settings.name
    by = {"resp": f"#{known.editor}"} if digital.note else {}
    return block(
        "bibl",
        inline("title", digital.title or f"{file} (plain text)"),
        inline("ref", digital.url, target=digital.url) if digital.url else Xml(),
        inline("idno", made.source_sha256, type="sha256") if made.source_sha256 else Xml(),
        inline("note", f"Character encoding of the file: {made.source_encoding}.") if made.source_encoding else Xml(),
        inline("note", digital.note, **by) if digital.note else Xml(),
        type="digitalSource",
        xml_id="source",
    )


def _profile_desc(settings: Settings, known: Described, made: Made) -> Xml:
    language = known.language
    name = _LANGUAGES.get(language) or _LANGUAGES.get(language.partition("-")[0]) or language
    persons, places = person_list(settings, made, known.editor), place_list(made, known.editor)
    return block(
        "profileDesc",
        block("creation", _creation(settings, known)),
        block("langUsage", inline("language", name, ident=language)),
        block("particDesc", persons) if persons else Xml(),
        block("settingDesc", places) if places else Xml(),
        _text_class(settings),
    )


def _creation(settings: Settings, known: Described) -> Xml:
    """When the text was written; where only its publication is known, not later than that."""
    published = settings.source.date
    if not known.date.known and published.known:
        return _fact("date", published, known, notAfter=published.value)
    return _fact("date", known.date, known, when=known.date.value)


def _text_class(settings: Settings) -> Xml:
    genre = block("keywords", inline("term", settings.genre), scheme=_TEXTGRID_GENRE) if settings.genre else Xml()
    free = block("keywords", *(inline("term", word) for word in settings.keywords)) if settings.keywords else Xml()
    told = (("authorGender", settings.eltec.author_gender), ("reprintCount", settings.eltec.reprint_count))
    terms = [inline("term", value, type=kind) for kind, value in told if value]
    eltec = block("keywords", *terms, scheme=_ELTEC) if terms else Xml()
    return block("textClass", genre, free, eltec) if genre or free or eltec else Xml()


def _revision_desc(settings: Settings, edition: Edition | None, made: Made) -> Xml:
    """What was changed and when: as told, and what the dates of the decisions say."""
    changes = [(change.when, inline("change", change.text, when=change.when, who=f"#{change.who}"))
               for change in (*(edition.changes if edition else ()), *settings.changes)]
    changes += [(one.when, _decided(one)) for one in made.decided]
    changes += _removed(made)
    # Latest first; changes of one day stay in the order of the files.
    lines = [line for _, line in sorted(changes, key=lambda change: change[0], reverse=True)]
    return block("revisionDesc", *lines) if lines else Xml()


def _decided(one: DecidedOn) -> Xml:
    """The decisions of one day, with pointers to the places they are about."""
    many = "s" if len(one.ids) > 1 else ""
    said = f"{len(one.ids)} decision{many} about the text; the reasons are told under editorialDecl."
    return inline("change", said, when=one.when, who=f"#{one.who}", target=" ".join(f"#{id}" for id in one.ids))


def _removed(made: Made) -> list[tuple[str, Xml]]:
    """For each version what it removed: a published id is that of the item which says what became of its passage."""
    versions: dict[tuple[str, str, str], list[Xml]] = {}
    for one in made.gone:
        begins = f" “{one.begins}”" if one.begins else ""
        item = inline("item", f"{_WORDS.get(one.element, one.element)}{begins}", xml_id=one.id,
                      corresp=f"#{one.to}" if one.to else "")
        versions.setdefault((one.version, one.when, one.after), []).append(item)
    return [(when, _removal(version, when, after, items)) for (version, when, after), items in versions.items()]


def _removal(version: str, when: str, after: str, items: list[Xml]) -> Xml:
    said = f"Removed in version {version}." if version else f"Removed after version {after}."
    lead = f"{said} Each keeps its id here; corresp points to the nearest passage that remains."
    return block("change", Xml(lead), block("list", *items), n=version, when=when)


__all__ = ["header", "header_findings", "stand_off", "text_language"]
