"""What was recognised in a source, how surely, and what was made of it: for report.json and for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from edition.conventions import ROOMS, STAGES
from edition.kinds import KINDS
from edition.pipeline import ALWAYS, HOLDS, Document
from edition.rules import Score, counted
from edition.tree import Span
from edition.verify import Proof
from edition.xml_input import read_xml

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
# Lower bounds of a convention's score. What no rule wanted has no confidence at all.
_BANDS = (("certain", 1.0), ("high", 0.8), ("medium", 0.65), ("low", 0.0))
_UNRECOGNISED = "unrecognised"
# What one of them is called, where that is not the same word.
_ONE = {"paragraphs": "paragraph", "divisions": "division", "headings": "heading",
        "page breaks": "page break", "turns": "turn", "speeches": "speech", "quotations": "quotation", "lines": "line",
        "tables": "table", "lists": "list", "gaps": "gap", "persons": "person", "comments": "comment"}
ADDED = ("corr", "reg", "supplied", "note")
_ADDED = {"corr": "corrections", "reg": "regularisations", "supplied": "supplied"}
_CONVENTION = {rule.name: convention.name for stage in STAGES for convention in stage for rule in convention.rules}


def convention_of(rule: str) -> str:
    """The convention that a rule belongs to; the rule's own name where it belongs to none (a decision)."""
    return _CONVENTION.get(rule, rule)


def describe(document: Document, tei: bytes, proof: Proof) -> dict[str, Any]:
    """The report of one source, of plain JSON values. Shares are of its characters that are not white space."""
    source = document.source
    shares = _shares(document)
    size = sum(shares.values())
    root = read_xml(tei, huge_tree=True)
    return {
        "source": source.file_name,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "characters": size,
        "conventions": _conventions(document, shares, size),
        "confidence": _confidence(document, shares, size),
        "unrecognised": _share(shares[_UNRECOGNISED], size),
        "rules": dict(sorted(document.fired.items())),
        "counts": _counts(root),
        "reasons": _reasons(root),
        "proof": {"holds": proof.ok, **proof.counts},
    }


def _share(part: int, size: int) -> float:
    return round(part / size, 4) if size else 0.0


def _conventions(document: Document, shares: Counter[str], size: int) -> dict[str, Any]:
    """The conventions of which the text has any sign (`edition rules` lists all)."""
    claims: Counter[str] = Counter()
    for rule, count in document.fired.items():
        claims[convention_of(rule)] += count
    return {name: {"score": round(score.value, 2), "reason": score.reason, "holds": score.value >= HOLDS,
                   "claims": claims[name], "share": _share(shares[name], size)}
            for name, score in sorted(document.conventions.items()) if score.value or claims[name]}


def _confidence(document: Document, shares: Counter[str], size: int) -> dict[str, float]:
    bands: Counter[str] = Counter()
    for name, part in shares.items():
        score = document.conventions.get(name, Score(1.0, ""))
        bands["none" if name == _UNRECOGNISED else _band(score.value)] += part
    return {name: _share(bands[name], size) for name in [*(band for band, _ in _BANDS), "none"]}


def _band(value: float) -> str:
    return next(name for name, least in _BANDS if value >= least)


def _shares(document: Document) -> Counter[str]:
    """Characters by the convention that says what they are: that of the innermost block or piece of furniture."""
    text, shares = document.source.text, Counter[str]()
    for start, end, span in _pieces(document.spans, len(text)):
        name = convention_of(span.rule) if span and not _unrecognised(span) else _UNRECOGNISED
        shares[name] += len("".join(text[start:end].split()))
    return shares


def _unrecognised(span: Span) -> bool:
    return span.kind == "ab" and span.get("type", _UNRECOGNISED) == _UNRECOGNISED


def _pieces(spans: Iterable[Span], size: int) -> Iterator[tuple[int, int, Span | None]]:
    """(start, end, innermost span that gives the text its place) for every character: phrases do not count."""
    at, open_ = 0, list[Span]()
    for span in [*(s for s in spans if KINDS[s.kind].level != "phrase"), Span(size, size, size, size, "end")]:
        while open_ and open_[-1].end <= span.start:
            closed = open_.pop()
            if at < closed.end:
                yield at, closed.end, closed
                at = closed.end
        if at < span.start:
            yield at, span.start, open_[-1] if open_ else None
            at = span.start
        open_.append(span)


def _counts(root: etree._Element) -> dict[str, Any]:
    text = root.find(f"{_TEI}text")
    found = Counter(element.tag.removeprefix(_TEI) for element in (text.iter(f"{_TEI}*") if text is not None else ()))
    kinds = {"paragraphs": found["p"], "divisions": found["div"], "headings": found["head"], "page breaks": found["pb"],
             "turns": found["sp"], "speeches": found["said"], "quotations": found["quote"], "lines": found["l"],
             "tables": found["table"], "lists": found["list"], "gaps": found["gap"], "surplus": found["surplus"],
             "unclear": found["unclear"], "deletions": found["del"], "insertions": found["add"],
             "persons": len(list(root.iter(f"{_TEI}person")))}
    return {name: count for name, count in kinds.items() if count} | _notes(root) | _additions(root)


def _reasons(root: etree._Element) -> dict[str, str]:
    """Why each reading was corrected or marked, by the xml:id of the element that marks it."""
    return {place[1:]: item.text or "" for item in root.iterfind(f".//{_TEI}correction//{_TEI}item")
            for place in item.get("corresp", "").split()}


def _notes(root: etree._Element) -> dict[str, Any]:
    """Notes of the source (a note cut by a page counts once) by whether their call was found; comments in the text."""
    notes = [note for note in root.iter(f"{_TEI}note") if _in_text(note)]
    inline = [note for note in notes if note.get("place") == "inline"]
    own = [note for note in notes if note.get("place") != "inline" and note.get("type") != "apparatus"
           and not note.get("prev")]
    stood = {anchor.get("corresp", "")[1:] for anchor in root.iter(f"{_TEI}anchor") if anchor.get("type") == "stood"}
    anchored = sum(note.get(_ID) in stood for note in own)
    made: dict[str, Any] = {}
    if own:
        made["notes"] = {"anchored": anchored, "unanchored": len(own) - anchored}
    return made | ({"comments": len(inline)} if inline else {})


def _in_text(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_TEI}text"), None) is not None


def _additions(root: etree._Element) -> dict[str, Any]:
    """Everything that is not the source's, by who is responsible and how sure."""
    made: dict[str, dict[str, int]] = {}
    for element in root.iter(*(f"{_TEI}{name}" for name in (*_ADDED, "note"))):
        name = element.tag.removeprefix(_TEI)
        if not _in_text(element) or (name == "note" and element.get("type") != "apparatus"):
            continue
        key = " ".join([element.get("resp", "nobody").lstrip("#"), *filter(None, [element.get("cert")])])
        group = made.setdefault(_ADDED.get(name, "apparatus notes"), {})
        group[key] = group.get(key, 0) + 1
    return {name: dict(sorted(group.items())) for name, group in sorted(made.items())}


def summary(name: str, report: dict[str, Any]) -> Iterator[str]:
    """The report of one source in three lines: what is in it, what was recognised, what is proved."""
    counts = [_counted(key, value) for key, value in report["counts"].items()]
    yield f"{name}: {', '.join(counts) or 'no structure'}"
    shares = sorted(report["conventions"].items(), key=lambda item: (-item[1]["share"], item[0]))
    parts = [f"{key} {value['share']:.1%}" for key, value in shares if value["share"] >= 0.0005]
    if report["unrecognised"]:
        parts.append(f"unrecognised {report['unrecognised']:.1%}")
    yield f"  text, read as {report['encoding']}: {', '.join(parts)}"
    proof = report["proof"]
    added = [f"{proof[kind]} {kind}" for kind in ADDED if proof.get(kind)]
    held = f"all {proof['characters']} characters are in the TEI, in order" if proof["holds"] else "does not hold"
    yield f"  proof: {held}; added: {', '.join(added) or 'nothing'}"


def _counted(key: str, value: int | dict[str, int]) -> str:
    if isinstance(value, int):
        return f"{value} {_ONE.get(key, key) if value == 1 else key}"
    detail = ", ".join(f"{part} {count}" for count, part in value.items() if part)
    total = sum(value.values())
    return f"{total} {key.removesuffix('s') if total == 1 else key} ({detail})"


def conventions_table(report: dict[str, Any]) -> Iterator[str]:
    """One line a convention that was found: how often, what part of the text it gives a place, its score and why."""
    for room, conventions in ROOMS.items():
        found = [(one.name, value) for one in conventions
                 if (value := report["conventions"].get(one.name)) and value["claims"]]
        if found:
            yield f"  {room.upper()}"
        for name, value in found:
            share = f", {value['share']:.1%} of the text" if value["share"] else ""
            sure = f"; score {value['score']:.2f} ({value['reason']})" if value["reason"] != ALWAYS.reason else ""
            yield f"  {name}: {counted(value['claims'], 'claim')}{share}{sure}"
