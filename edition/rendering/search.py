"""What the site of a collection knows of a text: its passages for the search, its persons, places and works; as a
script, because a page from the disk may load scripts and nothing else."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from edition.regex import regex

_M: Final = "{urn:edition:m}"
_SPACE: Final = regex(r"[ \t\n\r\f\v]+")
_FORM: Final = 2  # of the data; what an earlier version wrote is not read
_BEFORE, _AFTER = "editionText(", ")\n"
# Places of a person that are named; of more, the text's own index tells.
_PLACES: Final = 8
Data = dict[str, Any]


def script(document: Any, name: str) -> str:
    """The data of the text `name` (`document`: what search.xsl makes of it) as a script that hands them over.

    `blocks` are the passages: [id, place, text, and three values each place where the edition departs from the source:
    from, to (offsets in UTF-16 units, as scripts count), the words as printed]. A place that is that of the passage
    before is "".
    """
    persons = [_person(one) for one in document.findall(f"{_M}person")]
    data = {"form": _FORM, "name": name, **_facts(document), "persons": persons, "blocks": list(_blocks(document))}
    lines = ",\n".join(f"{json.dumps(key)}:{_json(value)}" for key, value in data.items())
    return unicodedata.normalize("NFC", f"{_BEFORE}{{{lines}}}{_AFTER}")


def read(data: bytes) -> Data | None:
    """The data in such a script; None where it is none, or one of another version of this program."""
    text = data.decode("utf-8", "replace")
    if not (text.startswith(_BEFORE) and text.endswith(_AFTER)):
        return None
    try:
        found = json.loads(text[len(_BEFORE):-len(_AFTER)])
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("form") == _FORM else None


def _json(value: Any) -> str:
    """A value as JSON; a list over several lines, so that a change of one passage is a change of one line."""
    if isinstance(value, list):
        return "[" + ",\n".join(_json_line(one) for one in value) + "]"
    return _json_line(value)


def _json_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _facts(document: Any) -> Data:
    source = document.find(f"{_M}source")
    return {"title": document.get("title"), "language": document.get("language"), "date": document.get("date"),
            "authors": [[one.get("name"), one.get("sort")] for one in document.findall(f"{_M}author")],
            "source": source.get("name") if source is not None else ""}


def _person(person: Any) -> Data:
    """A person, place or work, as `kind` says."""
    made: Data = {key: person.get(key) for key in ("kind", "id", "name", "sort")}
    made["known"] = person.get("known") == "true"
    made |= {key: person.get(key) for key in ("when", "note") if person.get(key)}
    also = [one.get("name") for one in person.findall(f"{_M}variant")]
    idnos = [[one.get(key) for key in ("label", "value", "address")] for one in person.findall(f"{_M}idno")]
    made |= {key: value for key, value in (("also", also), ("idnos", idnos)) if value}
    for how in ("speaks", "named"):
        places = [[one.get("label"), one.get("id")] for one in person.findall(f"{_M}place") if one.get("how") == how]
        made |= {how: [len(places), *places[:_PLACES]]} if places else {}
    return made


def _blocks(document: Any) -> Iterator[list[Any]]:
    before = ""
    for passage in document.findall(f"{_M}passage"):
        text, printed = _passage(passage)
        if text or printed:
            place = passage.get("place")
            yield [passage.get("id"), "" if place == before else place, text, *printed]
            before = place


def _passage(passage: Any) -> tuple[str, list[Any]]:
    """The text of a passage with single spaces, and what was printed where: from, to, words."""
    text, printed = "", list[Any]()
    for more, words in _pieces(passage):
        after = _joined(text, more)
        printed += [] if words is None else [_units(text), _units(after), _SPACE.sub(" ", words)]
        text = after
    return _trimmed(text, printed)


def _pieces(element: Any) -> Iterator[tuple[str, str | None]]:
    """The text of an element piece by piece, with the printed words where these are others."""
    if element.tag == f"{_M}printed":
        yield "".join(element.itertext()), element.get("as")
        return
    yield element.text or "", None
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", None


def _joined(text: str, more: str) -> str:
    more = _SPACE.sub(" ", unicodedata.normalize("NFC", more))
    return text + (more[1:] if more.startswith(" ") and (not text or text.endswith(" ")) else more)


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _trimmed(text: str, printed: list[Any]) -> tuple[str, list[Any]]:
    end = text.rstrip(" ")
    return end, [min(value, _units(end)) if isinstance(value, int) else value for value in printed]
