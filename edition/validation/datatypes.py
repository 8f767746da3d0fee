"""The datatypes of a RELAX NG grammar. What a value may be is asked of libxml2; we only put the question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
# For people: what a value of this type looks like.
_LOOKS = {
    "ID": "a name that is used once (a letter first; letters, digits, hyphens, full stops)",
    "IDREF": "the xml:id of an element of this file", "NCName": "a name without a colon",
    "anyURI": "an address without spaces (#id or a URL)", "boolean": "true or false",
    "nonNegativeInteger": "a whole number", "positiveInteger": "a whole number from 1", "integer": "a whole number",
    "decimal": "a number", "double": "a number", "language": "a language tag such as en or de-AT",
    "date": "a day (1929-03-20)", "gYear": "a year (1929)", "gYearMonth": "a month (1929-03)",
    "dateTime": "a day and time (1929-03-20T12:00:00)", "time": "a time (12:00:00)", "gMonthDay": "a day (--03-20)",
    "gDay": "a day of a month (---20)", "gMonth": "a month (--03)",
}


@dataclass(frozen=True)
class Datatype:
    """A type of a datatype library, with its parameters as (name, value)."""

    name: str
    library: str = ""
    params: tuple[tuple[str, str], ...] = ()

    def allows(self, value: str) -> bool:
        """Whether a value is one of this type."""
        return _agrees(self, None, value)

    def same(self, given: str, value: str) -> bool:
        """Whether two values are the same one to this type (`token` does not heed extra spaces)."""
        if self.name == "token":
            return given.split() == value.split()
        return given == value if self.name == "string" else _agrees(self, given, value)

    @property
    def looks(self) -> str:
        """What a value looks like, in words."""
        pattern = dict(self.params).get("pattern", "")
        if pattern in ("[^\\p{C}\\p{Z}]+", "\\S+") and self.name in ("token", "string"):
            return "a word without spaces"
        if pattern and self.name != "anyURI":
            return f"something of the form {pattern}"
        return _LOOKS.get(self.name, "text" if self.name in ("string", "token") else self.name)


@cache
def _agrees(datatype: Datatype, given: str | None, value: str) -> bool:
    try:
        element = etree.Element("v")
        element.text = value
    except ValueError:
        return False
    return bool(_question(datatype, given).validate(element))


@cache
def _question(datatype: Datatype, given: str | None) -> etree.RelaxNG:
    """A schema for an element `v` that holds one value of the type, or the given one."""
    root = etree.Element(f"{{{RNG}}}element", {"name": "v", "datatypeLibrary": datatype.library})
    kind = etree.SubElement(root, f"{{{RNG}}}{'data' if given is None else 'value'}", type=datatype.name)
    kind.text = given
    for name, value in datatype.params:
        etree.SubElement(kind, f"{{{RNG}}}param", name=name).text = value
    return etree.RelaxNG(root)
