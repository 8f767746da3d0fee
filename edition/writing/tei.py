"""The whole TEI file: what was read, under a header that says what it is and how it was made."""

from __future__ import annotations

from collections import Counter

from edition import __version__
from edition.corrections.decided import RULE as DECISION
from edition.findings import Finding
from edition.header.citing import CITED, Step
from edition.header.header import header, header_findings, stand_off, text_language
from edition.header.known import DecidedOn, Fired, Gone, Made, Reason, Recognised, Rendition, Tally
from edition.kinds import KINDS
from edition.persons import Person
from edition.pipeline import Document
from edition.records import replace
from edition.regex import regex
from edition.settings.facts import Edition, Settings
from edition.tree import Span
from edition.writing.distinct import distinct
from edition.writing.placing import Places, begins_with_a_page, place
from edition.writing.stated import document_facts
from edition.writing.text import SuppliedHead, escape, write_text
from edition.writing.words import count_words

_BLANKS = regex(r"\s+")
_POINTING = frozenset(("who", "toWhom", "resp", "ref"))
_MARKED = frozenset(("choice", "insertion", "surplus", "gap", "sic", "unclear"))
_MODEL = "http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"
_PARTS = frozenset(("front", "body", "back"))


def write(document: Document, settings: Settings, edition: Edition | None = None) -> str:
    """The TEI of a document. The same for the same arguments; `findings` says what its header lacks."""
    facts = document_facts(document)
    language = text_language(settings, facts)
    supplied = _lost_title(document, settings, edition)
    places = placed(document, supplied)
    document = distinct(document, settings, edition, places.ids)
    text, skins = write_text(document.source.text, document.spans, places, language, supplied)
    renditions = tuple(Rendition(*skin) for skin in skins)
    models = "".join(
        f'<?xml-model href="../schema/edition.{suffix}" type="application/xml" schematypens="{namespace}"?>\n'
        for suffix, namespace in zip(("rng", "sch"), _MODEL, strict=True))
    told = settings, edition, facts, replace(made(document, settings, renditions, text, places),
                                             gone=_gone(document, places, edition))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n{models}<TEI xmlns="http://www.tei-c.org/ns/1.0" '
            f'xml:id="{escape(settings.document_id)}" xml:lang="{escape(language)}">\n'
            f"{header(*told)}\n{stand_off(*told)}{text}\n</TEI>\n")


def findings(document: Document, settings: Settings, edition: Edition | None = None) -> list[Finding]:
    """What is to be said about the header's facts (unknown, without evidence …) and about notes without a call."""
    told = header_findings(settings, edition, document_facts(document))
    if not any(span.kind == "note" for span in document.spans):
        return told
    return [*told, *_unanchored(document, placed(document, _lost_title(document, settings, edition)))]


def _unanchored(document: Document, places: Places) -> list[Finding]:
    """The notes that no call in the text and no supplied title has claimed."""
    placed_keys = {"", *places.moved, *(span.get("target") for span in document.spans if span.kind == "call")}
    notes = [span for span in document.spans if span.kind == "note" and span.get("key") not in placed_keys
             and places.going_on.get(span.get("key")) not in placed_keys]
    return [Finding("note-unanchored", "warning", f"note {note.get('n') or 'without number'} has no call in the text; "
                    "it is put behind the paragraph it stands in. If it belongs to a lost title, give that title in "
                    "the settings",
                    document.source.file, *document.source.position(note.start)) for note in notes]


def placed(document: Document, supplied: SuppliedHead | str | None) -> Places:
    """Where things go in the TEI. `supplied`: a title for a lost one, if there is any."""
    return document.once(_under_a_supplied_head if supplied else as_it_stands)


def _under_a_supplied_head(document: Document) -> Places:
    return place(document.spans, True, document.source.text, document.published)


def as_it_stands(document: Document) -> Places:
    """Where things go in the TEI, and the ids of all, as far as no title is supplied."""
    return place(document.spans, False, document.source.text, document.published)


def supplied_title(document: Document, settings: Settings) -> str:
    """A title that an editor supplies for a text which has none of its own; "" where there is nothing to supply."""
    title = settings.title
    return title.value if title.source == "supplied" and not document_facts(document).titles else ""


def _lost_title(document: Document, settings: Settings, edition: Edition | None) -> SuppliedHead | None:
    """A supplied title stands over the text, marked as supplied."""
    title, words = settings.title, supplied_title(document, settings)
    editor = title.by or (edition.editors[0].id if edition and edition.editors else "ed")
    return SuppliedHead(words, f"#{editor}", title.cert or "low") if words else None


def made(document: Document, settings: Settings, renditions: tuple[Rendition, ...], text: str, places: Places) -> Made:
    """What the conversion did and counted, for the header. `text`: the `text` element as it was written."""
    spans = document.spans
    pointed = _pointed(spans)
    kinds = Counter(span.kind for span in spans)
    rules = {rule.name: rule.description for convention in document.recognised for rule in convention.rules}
    pages = kinds["pb"] + (not begins_with_a_page(spans)) if kinds["pb"] else 0
    said = [span for span in spans if span.kind == "said" and not span.get("prev")]
    reported = sum(span.get("direct") == "false" for span in said)
    paths, stepwise = _paths(spans, places.ids)
    return Made(
        tool_version=__version__,
        source_file=document.source.file_name,
        source_sha256=document.source.sha256,
        source_encoding=document.source.encoding,
        renditions=renditions,
        rules=tuple(Fired(name, rules[name], count) for name, count in sorted(document.fired.items())
                    if name in rules and name != DECISION),  # what an editor decided is no rule of the program
        conventions=tuple(Recognised(c.name, document.conventions[c.name].value, document.conventions[c.name].reason)
                          for c in document.recognised if c.score),
        tallies=(*_tallies(spans), *_left(document)),
        reasons=_reasons(spans, places.ids),
        decided=_decided(spans, places.ids),
        words=count_words(text),
        pages=pages,
        notes=kinds["note"],
        turns=kinds["sp"],
        speeches=len(said) - reported,
        reported=reported,
        soft_hyphens=document.fired.get("soft-hyphen", 0),
        hard_hyphens=document.fired.get("hard-hyphen", 0),
        persons=_persons(document, settings, pointed),
        places=tuple(place for place in settings.places if place.id in pointed),
        works=tuple(work for work in settings.works if work.id in pointed),
        paths=paths,
        stepwise=stepwise,
        kept=bool(places.issue and (places.issue.moved or places.issue.gone)))


def _gone(document: Document, places: Places, edition: Edition | None) -> tuple[Gone, ...]:
    """The published ids whose passages the text has no more, those removed last first."""
    if places.issue is None:
        return ()
    published, version = document.published, edition.version if edition else ""
    known = {**dict(published.releases), version: edition.published if edition else ""}
    order = {name: place for place, (name, _) in enumerate(known.items())}
    made = [Gone(line.id, KINDS[line.kind].element or line.kind, line.begins, line.gone or version, line.to)
            for line in places.issue.gone]
    made = [replace(one, when=known.get(one.version, ""), after="" if one.version else published.release)
            for one in made]
    return tuple(sorted(made, key=lambda one: -order.get(one.version, len(order))))


def _reasons(spans: list[Span], ids: list[str]) -> tuple[Reason, ...]:
    """Why readings were decided as they are, in the order of the text."""
    if not any(name == "_why" for span in spans for name, _ in span.attrs):
        return ()
    return tuple(Reason(id, _BLANKS.sub(" ", span.get("_why"))) for id, span in zip(ids, spans, strict=True)
                 if id and span.get("_why"))


def _decided(spans: list[Span], ids: list[str]) -> tuple[DecidedOn, ...]:
    """What was decided on one day by one person, the earliest first; decisions without a day are in none."""
    found: dict[tuple[str, str], list[str]] = {}
    for id, span in zip(ids, spans, strict=True):
        if id and (day := span.get("_date")):
            found.setdefault((day, span.get("resp").lstrip("#")), []).append(id)
    return tuple(DecidedOn(when, who, tuple(places)) for (when, who), places in sorted(found.items()))


def _pointed(spans: list[Span]) -> set[str]:
    """The ids that attributes of the text point to."""
    return {pointer[1:] for span in spans for name, value in span.attrs if name in _POINTING
            for pointer in value.split()}


def _persons(document: Document, settings: Settings, pointed: set[str]) -> tuple[Person, ...]:
    """The persons recognised, and those of the register that an attribute points to."""
    known = {id: person for id, person in document.persons.items() if id in pointed}
    for person in settings.persons:
        if person.id in pointed:
            known.setdefault(person.id, person)
    return tuple(known[id] for id in sorted(known))


def _tallies(spans: list[Span]) -> tuple[Tally, ...]:
    """Interventions counted by element, who is responsible, how sure, of what kind, and on what evidence."""
    counts: Counter[tuple[str, str, str, str, str]] = Counter()
    for span in (span for span in spans if span.kind in _MARKED):
        element = {"choice": "reg" if span.get("reg") else "corr", "insertion": span.get("element")}.get(
            span.kind, span.kind)
        if element != "note":
            counts[element, span.get("resp").lstrip("#") or "conv", span.get("cert"), span.get("type"),
                   span.get("evidence")] += 1
    return tuple(Tally(*key[:4], count, key[4]) for key, count in sorted(counts.items()))


def _left(document: Document) -> list[Tally]:
    """What was decided to stay as it is printed, counted by what was said and by whom."""
    counts = Counter(document.decisions.left() if document.decisions else ())
    return [Tally(what, "conv" if who == "machine" else who, count=count)
            for (what, who), count in sorted(counts.items())]


def _paths(spans: list[Span], ids: list[str]) -> tuple[tuple[tuple[Step, ...], ...], bool]:
    """The ways from `front`, `body` or `back` to each element that can be cited, for the citation structure.

    An element is cited that has an xml:id and stands in one that is cited itself. And whether each id is that of the
    element around it with one step more.
    """
    found, stepwise = set[tuple[Step, ...]](), True
    open_: list[tuple[int, tuple[Step, ...], str]] = []
    for number, span in enumerate(spans):
        while open_ and open_[-1][0] <= span.start:
            open_.pop()
        element = KINDS[span.kind].element
        if not element or KINDS[span.kind].level == "furniture":
            continue
        path: tuple[Step, ...] = ()
        if span.kind in _PARTS:
            path = ((element, ""),)
        elif element in CITED and ids[number] and open_ and open_[-1][1]:
            path = (*open_[-1][1], (element, span.get("type") if element == "div" else ""))
        if path and ids[number]:
            found.add(path)
            stepwise = stepwise and (span.kind in _PARTS or ids[number].rpartition(".")[0] == open_[-1][2])
        open_.append((span.end, path, ids[number]))
    return tuple(sorted(found)), stepwise
