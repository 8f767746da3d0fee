"""The encodingDesc: how the text was made, in words generated from what really happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edition.header.known import Made, Tally
from edition.header.xml import Xml, block, inline
from edition.settings.facts import TOOL, Edition, Settings

_TYPES = {"ocr": "of the transcription", "print": "of the print", "encoder": "of an earlier encoding",
          "regularisation": "of regularisation"}
_UNITS = {"div": "section", "p": "paragraph", "sp": "speech", "lg": "stanza", "l": "line", "quote": "quotation",
          "ab": "block", "head": "heading", "list": "list", "item": "item", "table": "table", "note": "note"}
# What is marked without being corrected: one, several.
_MARKED = {
    "sic": ("doubtful reading left as it stands", "doubtful readings left as they stand"),
    "gap": ("place where text is lost", "places where text is lost"),
    "surplus": ("superfluous passage", "superfluous passages"),
    "secl": ("passage out of its place", "passages out of their place"),
    "unclear": ("passage hard to read", "passages hard to read"),
    "supplied": ("passage supplied by the edition", "passages supplied by the edition"),
}


def encoding_desc(settings: Settings, edition: Edition | None, made: Made) -> Xml:
    """The whole element."""
    names = {one.id: one.name for one in (*made.agents, *settings.responsible(edition))}
    names[TOOL] = "rules of the program"
    return block("encodingDesc", _project(settings, edition, made), _editorial(settings, made, names), _tags(made),
                 *_references(made), _application(made))


def _p(*sentences: str) -> Xml:
    return inline("p", " ".join(sentence for sentence in sentences if sentence))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _project(settings: Settings, edition: Edition | None, made: Made) -> Xml:
    proof = (f"Converted from the plain text {made.source_file or settings.name} by the program edition "
             f"{made.tool_version}. Every character of that text other than white space stands in this file, as text "
             "or as a rendition declared in tagsDecl; what has been added to it stands in corr, reg, supplied or "
             'note type="apparatus", and nowhere else.')
    return block("projectDesc", _p(edition.project) if edition and edition.project else Xml(), _p(proof))


def _editorial(settings: Settings, made: Made, names: dict[str, str]) -> Xml:
    eol = "hard" if made.soft_hyphens or made.hard_hyphens else "none"
    return block(
        "editorialDecl",
        block("correction", *_corrections(made, names), method="markup", status=settings.checked or "unknown"),
        block("normalization", *_normalization(made, names), method="markup"),
        block("quotation", _p(_quotation(made)), marks=made.quotation),
        block("hyphenation", _p(_hyphenation(made)), eol=eol),
        block("segmentation", _p(_segmentation(made))),
        block("interpretation", *_interpretation(made)),
    )


def _corrections(made: Made, names: dict[str, str]) -> list[Xml]:
    done = [tally for tally in made.tallies if tally.kind == "corr"]
    paragraphs = [_p("No error has been corrected.")]
    if done:
        types = Counter[str]()
        for tally in done:
            types[tally.type] += tally.count
        paragraphs = [_p(
            f"{_count(_total(done), 'error has', 'errors have')} been corrected {_by_agent(done, names)}.",
            f"By kind: {_kinds(types)}." if any(types) else "",
            "Each correction stands in corr, with who made it, how sure it is and on what evidence; the reading of the "
            "source stands beside it in sic. Where a character is missing, corr stands alone.")]
    marked = []
    for kind, (one, several) in _MARKED.items():
        tallies = [tally for tally in made.tallies if tally.kind == kind]
        if tallies:
            marked.append(f"{_count(_total(tallies), one, several)} ({kind}, {_by_agent(tallies, names)})")
    if marked:
        paragraphs.append(_p(f"Marked besides: {_series(marked)}."))
    return paragraphs


def _by_agent(tallies: list[Tally], names: dict[str, str]) -> str:
    """As "by rules of the program (9; certainty: 8 high, 1 medium) and by NN (2; certainty: 2 high)"."""
    parts = []
    agents = sorted({tally.resp for tally in tallies}, key=lambda agent: (agent != TOOL, agent))
    for agent in agents:
        own = [tally for tally in tallies if tally.resp == agent]
        certs = Counter[str]()
        for tally in own:
            certs[tally.cert] += tally.count
        sure = ", ".join(f"{certs[cert]} {cert}" for cert in ("high", "medium", "low", "unknown") if certs[cert])
        number = str(_total(own)) if len(agents) > 1 else ""
        inner = "; ".join(part for part in (number, f"certainty: {sure}" if sure else "") if part)
        who = names.get(agent, agent and f"the editor (#{agent})") or "nobody named"
        parts.append(f"by {who}" + (f" ({inner})" if inner else ""))
    return _series(parts)


def _kinds(types: Counter[str]) -> str:
    return ", ".join(f"{types[kind]} {_TYPES.get(kind, kind or 'of no stated kind')}" for kind in sorted(types))


def _normalization(made: Made, names: dict[str, str]) -> list[Xml]:
    regularised = [tally for tally in made.tallies if tally.kind == "reg"]
    spelling = "Spelling, capitals and punctuation are those of the source."
    if regularised:
        spelling = (f"{_count(_total(regularised), 'reading has', 'readings have')} been regularised "
                    f"{_by_agent(regularised, names)}: the form of the source stands in orig, the regular one in reg. "
                    "Otherwise spelling, capitals and punctuation are those of the source.")
    skins = ("Marks of the source that an element stands for are not repeated in the text: the "
             f"{len(made.renditions)} different ones are declared in tagsDecl as what stood before and after the "
             "element, which points there with its attribute rendition." if made.renditions else "")
    return [_p(spelling), _p(skins, "Runs of white space have been reduced to one space.")]


def _quotation(made: Made) -> str:
    return {
        "all": "All quotation marks have been kept as characters of the text, inside the element they belong to.",
        "some": "Some quotation marks have been kept as characters of the text; the others are renditions.",
        "none": "Quotation marks have been replaced by elements.",
    }[made.quotation]


def _hyphenation(made: Made) -> str:
    soft, hard = made.soft_hyphens, made.hard_hyphens
    if not soft and not hard:
        return "No word of the source is divided at the end of a line."
    return (f"{_count(soft, 'hyphen')} at a line's end that only divided a word became the rendition of lb "
            f'break="no", and the word is whole; {_count(hard, "hyphen")} that belong{"s" if hard == 1 else ""} to the '
            'word stayed in the text before lb break="no".')


def _segmentation(made: Made) -> str:
    return ("Divisions, headings and paragraphs are those of the source; a paragraph that runs over a page or a column "
            "is one paragraph. Every citable block has an xml:id made of its position within its parent.")


def _interpretation(made: Made) -> list[Xml]:
    counts = [(made.turns, "turn labelled with a speaker's name (sp)", "turns labelled with a speaker's name (sp)"),
              (made.speeches, "passage quoted as spoken (said)", "passages quoted as spoken (said)"),
              (made.notes, "note (note)", "notes (note)")]
    told = [_count(*each) for each in counts if each[0]]
    paragraphs = [_p(f"Encoded are {_series(told)}.")] if told else []
    if made.conventions:
        items = [inline("item", f"{held.name}: {held.reason} ({held.score:.2f})") for held in made.conventions]
        paragraphs.append(_list("Conventions of the source that were recognised or told (1 is certain):", items))
    if made.rules:
        items = [inline("item", f"{fired.name} ({_count(fired.count, 'time')}): {fired.description}")
                 for fired in made.rules]
        paragraphs.append(_list("Rules of the program that marked something:", items))
    return paragraphs or [_p("No rule of the program marked anything.")]


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


def _references(made: Made) -> list[Xml]:
    if not made.paths:
        return [block("refsDecl", _p("Blocks are cited by their xml:id."))]
    declared = []
    if made.numbered:
        depth = max(len(path) for path in made.paths) - 1
        declared.append(block("refsDecl", *(_cref(level) for level in range(depth, 0, -1)), n="CTS"))
    return [*declared, block("refsDecl", *_levels(made.paths, "/TEI/text"), n="ids")]


def _levels(paths: Iterable[tuple[str, ...]], above: str) -> list[Xml]:
    """citeStructures nested as the elements are. A passage's reference is its xml:id, step by step.

    The outer match must begin with "/" and the inner ones must not (DTS 1.0).
    """
    tree: dict[str, list[tuple[str, ...]]] = {}
    for path in sorted(set(paths)):
        if above and len(path) < 2:
            continue
        first, rest = (path[0], path[1:]) if not above else (f"{above}/{path[0]}/{path[1]}", path[2:])
        tree.setdefault(first, []).append(rest)
    made = []
    for match, below in tree.items():
        unit = match.rsplit("/", 1)[-1]
        use = {"use": "@xml:id"} if above else {
            "use": "substring-after(@xml:id, concat(../@xml:id, '.'))", "delim": "."}
        inner = _levels([path for path in below if path], "")
        made.append(block("citeStructure", *inner, unit=_UNITS.get(unit, unit), match=match, **use))
    return made


def _cref(level: int) -> Xml:
    """A CTS pattern for passages `level` steps deep: each step is the @n of a block in its parent."""
    steps = "".join(f"/tei:*[@n='${number}']" for number in range(1, level + 1))
    return inline("cRefPattern", n=f"level{level}", matchPattern=r"\.".join([r"(\w+)"] * level),
                  replacementPattern=f"#xpath(/tei:TEI/tei:text/tei:body{steps})")


def _application(made: Made) -> Xml:
    label = inline("label", "edition: plain text to TEI")
    return block("appInfo", block("application", label, ident="edition", version=made.tool_version))


def _total(tallies: Iterable[Tally]) -> int:
    return sum(tally.count for tally in tallies)


def _series(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
