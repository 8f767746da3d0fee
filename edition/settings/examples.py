"""What a person may write for a key of a settings file: an example each, as messages give it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_RESPONSIBLE: Final = {"id": 'id = "ed"', "role": 'role = "editing"', "name": 'name = "Jo Berg"',
                       "kind": 'kind = "person"', "surname": 'surname = "Berg"', "forename": 'forename = "Jo"',
                       "orcid": 'orcid = "0000-0002-1825-0097"', "note": 'note = "…"'}
_CHANGE: Final = {"when": "when = 2026-01-31", "who": 'who = "ed"', "text": 'text = "Second reading."'}
_BOTH: Final = {
    "language": 'language = "en"',
    "rights": 'rights = "public domain"',
    "published": "published = 2026-01-31",
    "doi": 'doi = "10.5072/salt"',
    "links": 'links = "all"',
    "responsibilities": "[[responsibilities]], and in it id, role and name",
    "change": "[[change]], and in it when, who and text",
    **{f"responsibilities.{key}": example for key, example in _RESPONSIBLE.items()},
    **{f"change.{key}": example for key, example in _CHANGE.items()},
}
# By the path of a key; of tables that may stand several times, without their number.
OF_EDITIONS: Final[Mapping[str, str]] = {
    **_BOTH,
    "title": 'title = "Letters of a harbour"',
    "prefix": 'prefix = "salt"',
    "version": 'version = "1.0.0"',
    "base_url": 'base_url = "https://texts.example.org"',
    "outputs": 'outputs = ["datacite", "dts"]',
    "search": 'search = "pagefind"',
    "project": 'project = "Why these texts, and from where."',
    "publisher": "[publisher], and in it name",
    "publisher.name": 'name = "Harbour Press"',
    "publisher.place": 'place = "Bergen"',
    "licence": "[licence], and in it name and url",
    "licence.name": 'name = "CC BY 4.0"',
    "licence.url": 'url = "https://creativecommons.org/licenses/by/4.0/"',
    "editors": "[[editors]], and in it id, role and name",
    **{f"editors.{key}": example for key, example in _RESPONSIBLE.items()},
    "plain_text": "[plain_text], and in it columns, notes, pages …",
}
OF_TEXTS: Final[Mapping[str, str]] = {
    **_BOTH,
    "id": 'id = "salt000001"',
    "sha256": 'sha256 = "…", 64 digits and letters',
    "encoding": 'encoding = "windows-1252"',
    "title": 'title = "The Pilot"',
    "subtitle": 'subtitle = "A novel"',
    "author": 'author = "Ada M. Lund"',
    "date": 'date = "1911-02"',
    "source": "[source], and in it title, publisher, place, date",
    "source.date": 'date = "1911-02"',
    "source.evidence": 'evidence = "external: the catalogue of the library"',
    "source.cert": 'cert = "high"',
    "digital": "[digital], and in it title, url, note",
    "scans": 'scans = "scans/p{n}.jpg"',
    "genre": 'genre = "prose"',
    "keywords": 'keywords = ["harbours", "novel"]',
    "urn": 'urn = "urn:cts:salt:lund.pilot.edition"',
    "eltec": "[eltec], and in it author_gender and reprint_count",
    "checked": 'checked = "high"',
    "notes_by": 'notes_by = "annotator"',
    "comments_by": 'comments_by = "reporter"',
    "conventions": "conventions = { crossheads = false }",
    "suggestions": "suggestions = true",
}
