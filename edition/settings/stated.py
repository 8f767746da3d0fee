"""What a settings file states, and how it is known: facts with their evidence, authors, who did what and when."""

from __future__ import annotations

from edition.records import replace
from edition.settings.facts import UNKNOWN, Author, Cert, Change, Fact, Kind, Responsibility
from edition.settings.identifiers import amiss, of_address
from edition.settings.registers import ID
from edition.settings.toml_file import Reader, each

URL = (r"https?://\S+", "a web address beginning with http:// or https://")
CERTS: tuple[Cert, ...] = ("high", "medium", "low")
_KINDS: tuple[Kind, ...] = ("person", "organisation")
_DATE_FACTS = frozenset({"date"})


def fact(table: Reader, key: str, how: Fact = UNKNOWN) -> Fact:
    """A fact: told by itself, or in a table with how it is known. UserError: neither line nor evidence.

    `how`: the evidence of those that have none of their own (`evidence_of`).
    """
    value = table.raw(key)
    if value is None:
        return UNKNOWN
    if not isinstance(value, dict):
        plain = table.date(key) if key in _DATE_FACTS else table.text(key)
        return replace(how, value=plain, source="supplied", line=table.line(key))
    inner = table.table(key)
    stated = _stated(inner, key)
    inner.done()
    return stated


def evidence_of(table: Reader) -> Fact:
    """How all the facts of a table are known: its keys evidence, cert and by; nothing where it has none of them."""
    if not any(key in table for key in ("evidence", "cert", "by")):
        for key in ("evidence", "cert", "by"):
            table.raw(key)
        return UNKNOWN
    return Fact(evidence=table.text("evidence", required=True), cert=table.choice("cert", CERTS, required=True),
                by=table.text("by"))


def _stated(inner: Reader, key: str) -> Fact:
    at = inner.number("line")
    # What stands in the text needs no other evidence than its line.
    if not at and not ("evidence" in inner and "cert" in inner):
        raise inner.fail("toml-missing", 'say how it is known: evidence = "internal: …" (or external, conjecture) and '
                         'cert = "high", "medium" or "low"; or, if the text itself says so, line = its line')
    return Fact(
        value=inner.date("value", required=True) if key in _DATE_FACTS else inner.text("value", required=True),
        evidence=inner.text("evidence"),
        cert=inner.choice("cert", CERTS),
        source="file" if at else "supplied",
        at=at,
        by=inner.text("by"),
        refs=_records(inner),
        line=inner.line(),
    )


def _records(table: Reader) -> tuple[str, ...]:
    """Addresses of records in authority files. UserError: one of a known file whose number has another form."""
    refs = table.texts("ref", *URL)
    for said in filter(None, map(of_address, refs)):
        raise table.fail("toml-value", said, "ref")
    return refs


def authors(top: Reader) -> tuple[Author, ...]:
    """The authors: a name, a list of names, or a table each."""
    value = top.raw("author")
    if isinstance(value, str) or (isinstance(value, list) and any(isinstance(one, str) for one in value)):
        return tuple(Author(Fact(name, source="supplied", line=top.line("author"))) for name in top.texts("author"))
    return each(top.tables("author"), _author)


def _author(table: Reader) -> Author:
    return Author(
        name=_stated(table, "author"),
        person=table.match("person", *ID),
        kind=table.choice("kind", _KINDS),
        surname=table.text("surname"),
        forename=table.text("forename"),
    )


def responsibility(table: Reader) -> Responsibility:
    """An editor, or another who did something."""
    return Responsibility(
        id=table.match("id", *ID, required=True),
        role=table.text("role", required=True),
        name=table.text("name", required=True),
        kind=table.choice("kind", _KINDS),
        note=table.text("note"),
        surname=table.text("surname"),
        forename=table.text("forename"),
        orcid=_orcid(table),
    )


def _orcid(table: Reader) -> str:
    orcid = table.text("orcid")
    if orcid and (said := amiss("orcid", orcid)):
        raise table.fail("toml-value", said, "orcid")
    return orcid


def change(table: Reader) -> Change:
    """A line of the history."""
    when, who = table.date("when", required=True), table.text("who", required=True)
    return Change(when, who, table.text("text", required=True))


__all__ = ["CERTS", "URL", "authors", "change", "evidence_of", "fact", "responsibility"]
