"""Persons whose names are the ids of something else get ids of their own."""

from __future__ import annotations

from lxml import etree

from edition.pipeline import parse
from edition.settings.facts import Edition, RegisteredPerson, Responsibility, Settings
from edition.source import decode
from edition.validation.validate import validate
from edition.writing import tei

EDITION = Edition(title="A", editors=(Responsibility("ed", "editing", "E. Weir"),), publisher="P", licence="CC0",
                  licence_url="https://example.org", language="en")
TALK = """\
A talk about the mill, as it was taken down by the river in the summer of that year.

ED: Good morning, and welcome to the mill.

P1: Thank you for having me here on this fine day in June.

ED: How did you begin with the wheel?

P1: I began with it in the year of the flood, you know.

ED: And what came of it then?

P1: Then I went on with it for many years.
"""


def written(settings: Settings, talk: str = TALK) -> bytes:
    return tei.write(parse(decode(talk.encode(), "talk"), settings), settings, EDITION).encode()


def speakers(data: bytes) -> list[str]:
    return [sp.get("who") for sp in etree.fromstring(data).iter("{*}sp")][:2]


def test_a_speaker_with_the_id_of_an_editor_or_a_passage_gets_another() -> None:
    data = written(Settings("talk"))
    assert speakers(data) == ["#ed-2", "#p1-2"]
    assert [one.message for one in validate(data, "talk") if one.severity == "error"] == []


def test_the_id_of_a_rendition_is_left_to_it_unless_a_register_has_chosen_it() -> None:
    talk = TALK.replace("P1", "R1")
    assert speakers(written(Settings("talk"), talk)) == ["#ed-2", "#r1-2"]
    assert speakers(written(Settings("talk", persons=(RegisteredPerson("r1", "R1"),)), talk)) == ["#ed-2", "#r1"]
